import pytest

from portfolio.model import Key
from portfolio.prose import references


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
    ],
)  # fmt: skip
def test_references(text: str, found: list[tuple[str, str, int, int, str]]) -> None:
    assert [
        (each.target.kind, each.target.slug, each.line, each.column, each.heading) for each in references(text)
    ] == found


def test_listings_are_no_evidence() -> None:
    listed, said = references("```{entries}\n:skill: drawing\n```\n{skill}`drawing`")
    assert (listed.target, listed.in_prose) == (Key("skill", "drawing"), False)
    assert (said.target, said.in_prose) == (Key("skill", "drawing"), True)
