import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document
from sphinx import addnodes

from portfolio.build.description import description
from portfolio.build.plain_text import words


def parsed(text: str) -> nodes.document:
    document = new_document("talk.rst", get_default_settings(Parser))
    Parser().parse(text, document)
    return document


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One\ntwo.\n\n*Three*.", ["One two.", "Three."]),
        ("- a\n\n  b\n\n  - c\n  - d\n\n- e", ["– a b", "– c", "– d", "– e"]),
        ("- - a", ["– a"]),
        ("3. a\n4. b\n\n   1. c", ["3. a", "4. b", "1. c"]),
        ("Seed\n  Small.\n\n  Round.\n\n  - a\nLeaf : flat\n  Green.", ["Seed: Small. Round.", "– a", "Leaf: Green."]),
        (":When: now\n:Where:", ["When: now", "Where:"]),
        ("| One\n| two\n\n   Three.\n\n   -- Ada", ["One two", "Three.", "Ada"]),
        (".. note:: One.\n\n.. admonition:: Two\n\n   Three.\n\n.. compound::\n\n   Four.", ["One.", "Two", "Three.", "Four."]),
        (".. rubric:: One\n\n.. container:: a\n\n   Two.", ["One", "Two."]),
        ("One::\n\n  code\n\n.. a comment\n\n.. _x:\n\n.. math:: a\n\n==  ==\na   b\n==  ==\n\n.. raw:: html\n\n   <b>", ["One:"]),
    ],
)  # fmt: skip
def test_lines_that_readers_see(text: str, paragraphs: list[str]) -> None:
    assert [" ".join(words(each).split()) for each in description(parsed(text))] == paragraphs


def test_what_some_builders_show_is_left_out() -> None:
    document = new_document("talk.rst", get_default_settings(Parser))
    document += addnodes.only("", nodes.paragraph("", "a"), expr="html")
    document += nodes.section(
        "", nodes.title("", "A"), nodes.section("", nodes.title("", "B"), nodes.paragraph("", "b"))
    )
    assert [words(each) for each in description(document)] == ["b"]
