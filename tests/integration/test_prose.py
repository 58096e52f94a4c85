"""What is read of a page without a build is what MyST finds in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.base import DocutilsRenderer
from myst_parser.parsers.mdit import create_md_parser

from markdown_cases import CASES
from myst_reader import MystReader, headings, listed, references
from nightly import NIGHTLY
from portfolio.reading import markdown, prose
from portfolio.reading.markdown_rules import parser

ROLES = [
    "{skill}`x`",
    "{skill}`a <y>`",
    "{project}`two\nlines <z>`",
    "{talk}`!n`",
    "{skill}``p``",
    "{portfolio:skill}`q`",
]
MARKS = [
    "`",
    "``",
    "```",
    "\\`",
    "\\{",
    "\\|",
    "|",
    "*",
    "**",
    "_",
    "[",
    "]",
    "(",
    ")",
    "](a.md)",
    "![",
    "<!--",
    "-->",
    "<b>",
    "</b>",
    "<div>",
    "<",
    ">",
    "[^1]",
    "%",
    "+++",
    "(a)=",
    "[a]",
    "&amp;",
    "===",
    "---",
]
BLOCKS = [
    "\n",
    "\n\n",
    "\n> ",
    "\n- ",
    "\n1. ",
    "\n# ",
    "\n\n    ",
    "\n\t",
    "\n  ",
    "\n```\n",
    "\n~~~\n",
    "\n:::\n",
    "\n````\n",
]
DIRECTIVES = [
    "\n```{note}\n",
    "\n````{note} a {skill}`t`\n",
    "\n:::{card} T {skill}`c`\n:class-card: x\n",
    "\n::::{dropdown} T\n",
    "\n```{code-block}\n",
    "\n```{entries}\n:kind: skill\n\nlisted\n",
    "\n```{timeline}\n:skills: u, v\n",
]
TABLES = ["\n| a | {skill}`x` |\n|---|---|\n", "\n| {skill}`r` | \\| {skill}`s` |"]
PAGES = st.lists(
    st.sampled_from([*ROLES, *ROLES, *MARKS, *BLOCKS, *BLOCKS, *DIRECTIVES, *TABLES, "a", "b c", " ", "."]), max_size=40
)


@pytest.fixture(scope="module")
def myst(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MystReader]:
    reader = MystReader(tmp_path_factory.mktemp("myst"))
    yield reader
    reader.close()


def agree(myst: MystReader, text: str) -> int:
    """Hold a page against what MyST finds there; gives the number of references."""
    parsed, read = myst.parse(text), prose.read(text)
    found = [each for each in read.references if each.in_prose]
    known = references(parsed)
    assert sorted((each.target.kind, each.target.slug) for each in found) == [(kind, slug) for kind, slug, _ in known]
    assert sorted((key.target.kind, key.target.slug) for key in read.references if not key.in_prose) == listed(parsed)
    assert [" ".join(each.split()) for each in read.headings] == [" ".join(each.split()) for each in headings(parsed)]
    lines = markdown.lines(text)
    for each in read.references:
        assert lines[each.line - 1].startswith(each.target.slug, each.column - 1)
    # MyST knows the first lines of blocks, and takes a directive's argument for the line below.
    for kind, slug, line in known:
        assert any(each.line >= line - 1 for each in found if (each.target.kind, each.target.slug) == (kind, slug))
    return len(read.references)


def test_hard_pages(myst: MystReader) -> None:
    # Sphinx reads files with line feeds, and a title of an entry as text.
    pages = (re.sub("(?m)^title", "other", re.sub("\r\n?", "\n", text)) for text, _ in CASES)
    assert sum(agree(myst, page) for page in pages) > 90


@settings(max_examples=250 if NIGHTLY else 100, suppress_health_check=[*HealthCheck])
@given(parts=PAGES)
def test_any_page(myst: MystReader, parts: list[str]) -> None:
    agree(myst, "".join(parts))


@pytest.mark.measured
@pytest.mark.parametrize(
    "extensions",
    [(), ("colon_fence",), ("deflist",), ("fieldlist",), ("dollarmath",), ("amsmath",), ("substitution",), ("attrs_inline", "attrs_block")],
)  # fmt: skip
def test_the_parser_is_mysts(extensions: tuple[str, ...]) -> None:
    text = "a\n: {skill}`x`\n\n:b {skill}`y`: c\n\n$a$ {{ b }} [c](d){.e}\n\n{.f}\n::: g\n:::\n\n\\begin{align}\na\n\\end{align}\n"
    theirs = create_md_parser(MdParserConfig(enable_extensions={*extensions}), DocutilsRenderer)
    ours = parser(frozenset(extensions))
    theirs.core.ruler.disable(["wordcount", "inline", "text_join"], ignoreInvalid=True)
    for part in ("block", "inline", "inline2"):
        assert ours.get_active_rules()[part] == theirs.get_active_rules()[part]
    for texts in (text, *(case for case, _ in CASES)):
        expected = [(each.type, each.content, each.map, each.attrs) for each in theirs.parse(texts)]
        tokens = [each for each in ours.parse(texts) if each.type != "definition"]
        assert [(each.type, each.content, each.map, each.attrs) for each in tokens] == expected
