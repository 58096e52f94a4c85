from __future__ import annotations

import sys
from types import FrameType
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from markdown_cases import CASES, Row
from portfolio.model.entries import Key
from portfolio.reading import markdown
from portfolio.reading.elements import Link, Role
from portfolio.reading.markdown_rules import EXTENSIONS
from portfolio.reading.prose import read


@pytest.mark.parametrize(("text", "found"), CASES)
def test_references(text: str, found: list[Row]) -> None:
    assert [
        (each.target.kind, each.target.slug, each.line, each.column, each.heading) for each in read(text).references
    ] == found


def test_options_can_be_markdown() -> None:
    text = "```{code-block} md\n:caption: On {skill}`x`\n:name: '{skill}`z`'\n\n{skill}`y`\n```\n"
    assert [(each.target.slug, each.line, each.column) for each in read(text).references] == [("x", 2, 22)]


def test_listings_are_no_evidence() -> None:
    listed, said = read("```{entries}\n:skill: drawing\n```\n{skill}`drawing`").references
    assert (listed.target, listed.in_prose) == (Key("skill", "drawing"), False)
    assert (said.target, said.in_prose) == (Key("skill", "drawing"), True)


def test_what_is_not_a_slug_is_left_to_the_checks() -> None:
    names = read("```{timeline}\n:skills: drawing Drawing, latin\n```").references
    assert [(each.target.slug, each.column) for each in names] == [("drawing", 10), ("latin", 27)]


def test_headings() -> None:
    text = "---\ntitle: No\n---\n# One *two*\n\nThree\nfour\n---\n```\n# No\n```\n## With {skill}`x <y>` ##\n"
    assert read(text).headings == ("One two", "Three four", "With x")
    text = "# `a_b` \\_ &amp; [c](d) <b>e</b> ![f *g*](h)[^1][^i] {skill}`!i` [j]\n\n[j]: k"
    assert read(text).headings == ("a_b _ & c e f g1 i j",)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("(A  b)=\n# C\n\n> (d)=\n> e", {"a b": True, "d": False}),
        ("```{figure} a.png\n:name: b\n```\n\n```{note}\n(c)=\n# D\n```", {"b": True, "c": True}),
        ("{#a}\n# B\n\n[c]{.x #d} and `e`{#f}", {"a": True, "d": False, "f": False}),
        ("`(a)=` and (b)=", {}),
        (
            "```{eval-rst}\n.. _A b:\n\nTitle\n=====\n\n.. _`c: d`:\n\nText, and no\ntitle.\n\n.. _e:\n\n.. figure:: x\n\n.. _f: http://g\n```",
            {"a b": True, "c: d": False, "e": True},
        ),
        ("```{eval-rst}\n.. _a:\n.. _b:\n\n  .. _c:\n```", {"a": False, "b": False, "c": False}),
        (
            "```{eval-rst}\n..  _a:\n.. _b:\n\n===\n A\n===\n\n.. _c:\n\n.. Rubric:: C\n\n.. figure:: x\n   :name: D e\n```",
            {"a": True, "b": True, "c": True, "d e": True},
        ),
    ],
)
def test_labels(text: str, labels: dict[str, bool]) -> None:
    assert read(text, EXTENSIONS | {"attrs_block", "attrs_inline"}).labels == labels


def test_files_that_are_copied_or_brought_in() -> None:
    text = "{download}`a.md` [](path:b%20&#99;.md#d) [](e.md)\n\n```{include} /f.md\n```\n```{literalinclude} g\n```"
    assert read(text).files == (("a.md", (1, 12)), ("b c.md", (1, 21)), ("/f.md", (3, 1)), ("g", (5, 1)))


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("{skill}`x`, [](x.md)", ()),
        ("# On {skill}`x`", ((1, 14),)),
        ("# On {skill}`pens <x>`, [pens](x.md), [`x`](x.md) and {term}`pens`", ()),
        ("On {skill}`x`\n---", ((1, 12),)),
        ("# [](x.md), <project:x.md> and {doc}`x`", ((1, 6), (1, 38))),
        ("# {eq}`x` {external+a:ref}`x` {external:std:doc}`x` {external:py:func}`x`", ((1, 8), (1, 28), (1, 50))),
        ("# {ref}`x` {numref}`x` {any}`x`", ((1, 9), (1, 21), (1, 30))),
    ],
)
def test_references_in_headings_need_a_text(text: str, bare: tuple[tuple[int, int], ...]) -> None:
    assert read(text).bare == bare


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


if TYPE_CHECKING:
    from _typeshed import TraceFunction


def steps(text: str) -> int:
    """How many lines of Python are run to read a page."""
    count, before = 0, sys.gettrace()

    def trace(frame: FrameType, event: str, argument: object) -> TraceFunction:
        nonlocal count
        count += 1
        return trace

    sys.settrace(trace)
    try:
        read(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "page",
    [
        "{}{{skill}}`drawing` ",
        "{}{{skill}}`a <drawing>`\n",
        "`a:{}<!-- ",
        "`a{}{{a ",
        "`a{}[^",
        "`a{}[a](b) ",
        "a\n{}\n",
        "a\n{}   \n",
        "{}```{{note}}\n",
        "{}:::{{note}}\n",
        "{}> ",
        "{}- ",
        "---\n{}key: value\n",
        "{}[a]: b\n",
        "a|b\n-|-\n{}`c`|d\n",
        "```{{entries}}\n:kind: skill\n{}a\n",
        "```{{timeline}}\n{}:kinds: a\n",
        "{}% a\n",
    ],
)
def test_twice_the_page_takes_twice_the_steps(page: str) -> None:
    start, part = page.split("{}", 1)
    once, twice = (steps((start + part * number).format()) for number in (150, 300))
    assert twice < 2.2 * once


@pytest.mark.parametrize("line", ["```{note}\n", ":::{note}\n", "> ```{note}\n", ":::\n"])
def test_directives_in_directives_are_parsed_a_few_times(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[int] = []
    parse = MarkdownIt.parse

    def counted(self: MarkdownIt, text: str, *more: Any) -> object:
        parsed.append(len(text))
        return parse(self, text, *more)

    monkeypatch.setattr(MarkdownIt, "parse", counted)
    text = line * 10_000
    read(text)
    assert sum(parsed) < 5 * len(text) + 210_000


@pytest.mark.unmeasured
@settings(max_examples=300)
@given(
    text=st.text(st.sampled_from([*"`{}[]()<>|\\:-=#*_!^~$%&;\n\n\n\t  \r\0\x0b\x85\u2028\u3000\ufeffab"]), max_size=80)
)
def test_no_text_is_refused(text: str) -> None:
    lines = markdown.lines(text.replace("\0", "\ufffd"))
    for each in markdown.read(text):
        if isinstance(each, Role | Link):
            assert 1 <= each.place[0] <= len(lines)
            assert 1 <= each.place[1] <= len(lines[each.place[0] - 1]) + 1


def test_a_byte_order_mark_is_a_column() -> None:
    (reference,) = read("\ufeff{skill}`x`").references
    assert (reference.line, reference.column) == (1, 10)
    assert read("\ufeff---\na: '{skill}`x`'\n---\n").references == ()


def test_colons_are_fences_where_myst_says_so() -> None:
    text = ":::{code}\n{skill}`x`\n:::\n"
    assert read(text).references == ()
    assert len(read(text, frozenset()).references) == 1


@pytest.mark.parametrize(
    ("extension", "text"),
    [("deflist", "a\n: b\n\n    {skill}`x`"), ("dollarmath", "$`$ {skill}`x`"), ("fieldlist", ":a {skill}`x`: b")],
)
def test_extensions(extension: str, text: str) -> None:
    (reference,) = read(text, frozenset({extension})).references
    assert text.splitlines()[reference.line - 1].startswith("x", reference.column - 1)


def test_text_that_a_plugin_changes_keeps_its_line() -> None:
    """Lists of fields put blanks in the place of what they cut off."""
    text = "{\n: \t%:{1. <& {skill}`x`\n\n    ::::;("
    (reference,) = read(text, frozenset({"fieldlist"})).references
    assert (reference.target, reference.line) == (Key("skill", "x"), 2)
