import pytest

from portfolio.model.entries import Key
from portfolio.reading.prose import read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("No roles.", []),
        ("See {project}`atlas`.", [("project", "atlas", 1, 15, "")]),
        ("See {portfolio:project}`atlas`.", [("project", "atlas", 1, 25, "")]),
        ("See {skill}`my pens <drawing>` and {talk}`seeds`.", [("skill", "drawing", 1, 22, ""), ("talk", "seeds", 1, 43, "")]),
        ("One\nline, {skill}`two\nlines <drawing>`.", [("skill", "drawing", 3, 8, "")]),
        ("## Pens\n\n{skill}`drawing`", [("skill", "drawing", 3, 9, "Pens")]),
        ("## With {skill}`drawing`\n", [("skill", "drawing", 1, 17, "With drawing")]),
        ("## A\n### B ##\n{skill}`x`\n## C\n{skill}`y`", [("skill", "x", 3, 9, "B"), ("skill", "y", 5, 9, "C")]),
        ("---\ntitle: '{skill}`drawing`'\n---\n{skill}`x`", [("skill", "x", 4, 9, "")]),
        ("Write ``{skill}`drawing` `` so.", []),
        ("{doc}`drawing` {ref}`x` {skills}`x`", []),
        ("% {skill}`drawing`", []),
        ("```\n{skill}`drawing`\n```\n{skill}`x`", [("skill", "x", 4, 9, "")]),
        ("```{code-block} md\n{skill}`drawing`\n```", []),
        ("~~~text\n```\n{skill}`a`\n~~~\n{skill}`x`", [("skill", "x", 5, 9, "")]),
        ("```{note}\n{skill}`drawing`\n```\n{skill}`x`", [("skill", "drawing", 2, 9, ""), ("skill", "x", 4, 9, "")]),
        ("::::{grid}\n:::{card}\n{skill}`a`\n:::\n{skill}`b`\n::::\n{skill}`c`", [("skill", "a", 3, 9, ""), ("skill", "b", 5, 9, ""), ("skill", "c", 7, 9, "")]),
        ("```{note}\n```python\n{skill}`a`\n```\n", []),
        ("```{entries}\n:kind: project\n:skill: drawing\n\natlas\n```", [("skill", "drawing", 3, 9, ""), ("project", "atlas", 5, 1, "")]),
        ("```{timeline}\n:skills: drawing, latin\n```", [("skill", "drawing", 2, 10, ""), ("skill", "latin", 2, 19, "")]),
        ("```{entries}\n:at: kew\n:limit: 3\n```", [("employer", "kew", 2, 6, "")]),
        ("```{entries}\n:at:\nx", []),
        ("```{skill", []),
        ("A stray ` and {skill}`drawing` here", []),
        ("Pens\n====\n{skill}`x`\n\nAnd {skill}`y`\n---\n{skill}`z`", [("skill", "x", 3, 9, "Pens"), ("skill", "y", 5, 13, "And y"), ("skill", "z", 7, 9, "And y")]),
        ("Escaped: \\{skill}`x`", []),
        ("<!-- {skill}`x`\n\n{skill}`y` -->\n{skill}`z`", [("skill", "z", 4, 9, "")]),
        ("<!-- {skill}`x`", []),
        ("On <!-- {skill}`x`\n--> and {skill}`y`", [("skill", "y", 2, 17, "")]),
        ("<p>{skill}`x`\n{skill}`y`</p>\n\n{skill}`z`", [("skill", "z", 4, 9, "")]),
        ("<span lang=de>\n{skill}`x`\n\n{skill}`z`", [("skill", "z", 4, 9, "")]),
        ("<span>in</span> {skill}`x`", [("skill", "x", 1, 25, "")]),
        ("<https://example.org> {skill}`x`", [("skill", "x", 1, 31, "")]),
        ("    {skill}`code`\n\n    {skill}`code`\nText {skill}`x`", [("skill", "x", 4, 14, "")]),
        ("Text\n    {skill}`x`", [("skill", "x", 2, 13, "")]),
        ("- item\n\n    {skill}`x`\n\nText\n\n    {skill}`code`", [("skill", "x", 3, 13, "")]),
        ("Text\n- item\n\n    {skill}`x`", [("skill", "x", 4, 13, "")]),
        ("[^1]: note\n\n    {skill}`x`", [("skill", "x", 3, 13, "")]),
        ("> ```{entries}\n> :skill: drawing\n> ```\n> {skill}`x`", [("skill", "drawing", 2, 11, ""), ("skill", "x", 4, 11, "")]),
        ("```{timeline}\n---\nskills: drawing, latin # and no more\nkinds: talk\n---\n```", [("skill", "drawing", 3, 9, ""), ("skill", "latin", 3, 18, "")]),
        ("```{entries}\n---\nkind: 'project'\n---\natlas\n```", [("project", "atlas", 5, 1, "")]),
        ("```{entries}\n:at: 'kew'\n```", [("employer", "kew", 2, 7, "")]),
        ("```{timeline}\n:skills: drawing latin\n```", [("skill", "drawing", 2, 10, ""), ("skill", "latin", 2, 18, "")]),
        ("```{entries}\n:skill: drawing", [("skill", "drawing", 2, 9, "")]),
        ("```{note} {skill}`x`\nMore\n```", [("skill", "x", 1, 19, "")]),
        (":::{dropdown} By {skill}`x`\n{skill}`y`\n:::", [("skill", "x", 1, 26, ""), ("skill", "y", 2, 9, "")]),
        ("<pre>\n\n{skill}`x`\n</pre>\n\n{skill}`y`", [("skill", "y", 6, 9, "")]),
        ("<?php\n\n{skill}`x` ?>\n{skill}`y`", [("skill", "y", 4, 9, "")]),
        ("{skill}`!x` {skill}` x`", [("skill", " x", 1, 21, "")]),
        ("A\u2028B\x0cC\r\n{skill}`x`", [("skill", "x", 2, 9, "")]),
        ("One\r{skill}`x`", [("skill", "x", 2, 9, "")]),
    ],
)  # fmt: skip
def test_references(text: str, found: list[tuple[str, str, int, int, str]]) -> None:
    assert [
        (each.target.kind, each.target.slug, each.line, each.column, each.heading) for each in read(text).references
    ] == found


def test_listings_are_no_evidence() -> None:
    listed, said = read("```{entries}\n:skill: drawing\n```\n{skill}`drawing`").references
    assert (listed.target, listed.in_prose) == (Key("skill", "drawing"), False)
    assert (said.target, said.in_prose) == (Key("skill", "drawing"), True)


def test_headings() -> None:
    text = "---\ntitle: No\n---\n# One *two*\n\nThree\nfour\n---\n```\n# No\n```\n## With {skill}`x <y>` ##\n"
    assert read(text).headings == ("One two", "Three four", "With x")


@pytest.mark.parametrize(
    ("text", "needed"),
    [("{skill}`x`", False), ("# On {skill}`x`", True), ("# On {skill}`pens <x>`", False), ("On {skill}`x`\n---", True)],
)
def test_roles_in_headings_need_a_text(text: str, needed: bool) -> None:
    (reference,) = read(text).references
    assert reference.needs_text == needed


@pytest.mark.parametrize(
    "line", ["```{entries}\n", "```{code}\n", "<!--\n", "    code\n", "<p>\n", "<pre>\n", "```{note}\n", "> "]
)
def test_what_is_never_closed_takes_no_longer(line: str) -> None:
    assert read(line * 30_000).references == ()


@pytest.mark.parametrize(
    "text", ["# x{} y", "# {{skill}}`x{} y`", "{{skill}}`x{} y`", "{{skill}}`x{}<y>`", "## A{}##", "<p{}", "- {}x"]
)
def test_blanks_without_end_take_no_longer(text: str) -> None:
    assert len(read(text.format(" " * 100_000)).references) <= 1
