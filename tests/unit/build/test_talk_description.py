import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document
from sphinx import addnodes

from portfolio.build.plain_text import words
from portfolio.build.talk_description import description


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
        ("Seed\n  Small.\n\n  Round.\n\n  - a\nLeaf : flat\n  Green.", ["Seed: Small. Round.", "– a", "Leaf, flat: Green."]),
        (":When: now\n:Where:", ["When: now", "Where:"]),
        ("| One\n| two\n\n   Three.\n\n   -- Ada", ["One two", "Three.", "Ada"]),
        (".. note:: One.\n\n.. admonition:: Two\n\n   Three.\n\n.. compound::\n\n   Four.", ["One.", "Two", "Three.", "Four."]),
        (".. rubric:: One\n\n.. container:: a\n\n   Two.", ["One", "Two."]),
        ("(C) a\n(D) b\n\n   ii. c\n\n1) d", ["(C) a", "(D) b", "ii. c", "1) d"]),
        (".. topic:: One\n\n   Two.\n\n.. sidebar:: Three\n   :subtitle: Four\n\n   - Five", ["One", "Two.", "Three", "Four", "– Five"]),
        ("-a N, --all=<file>  One.\n-b  Two.\n\n    - c", ["-a N, --all=<file>: One.", "-b: Two.", "– c"]),
        (".. parsed-literal::\n\n   One\n   *two*\n\n.. parsed-literal::\n\n   three", ["One two"]),
        (".. figure:: a.png\n   :alt: One\n\n   Two\n\n   Three.\n\n   - Four", ["Two", "Three.", "– Four"]),
        (".. contents::\n\n.. [#a] One.\n\n.. [B] Two.\n\n.. container::\n\n   .. list-table::\n\n      * - c", []),
        (".. raw:: html\n\n   <p align=center>One <b>two</b></p><!-- a --><details><summary>Three</summary>four<ul><li>five<li></ul></details>\n   <pre>six</pre><table><tr><td>seven</table>\n\n.. raw:: latex\n\n   eight", ["One two", "Three", "four", "– five"]),
        (".. role:: html(raw)\n   :format: html\n\n.. role:: latex(raw)\n   :format: latex\n\nOne :html:`<b>two</b>`, :html:`<summary>`\\ three\\ :html:`</summary>`\\ four :latex:`five`", ["One two, three four"]),
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


def p(text: str) -> nodes.paragraph:
    return nodes.paragraph("", text)


def items(*texts: str) -> nodes.bullet_list:
    return nodes.bullet_list("", *(nodes.list_item("", p(text)) for text in texts))


def signed(name: str, *content: nodes.Node) -> addnodes.desc:
    names = (addnodes.desc_signature("", "", addnodes.desc_name("", each)) for each in name.split())
    return addnodes.desc("", *names, addnodes.desc_content("", *content))


class todo_node(nodes.Admonition, nodes.Element):  # noqa: N801 # as sphinx.ext.todo has it
    pass


@pytest.mark.parametrize(
    ("node", "lines"),
    [
        (addnodes.hlist("", addnodes.hlistcol("", items("a")), addnodes.hlistcol("", items("b"))), ["– a", "– b"]),
        (addnodes.acks("", items("a")), ["– a"]),
        (addnodes.glossary("", nodes.definition_list("", nodes.definition_list_item("", nodes.term("", "a"), nodes.term("", "b"), nodes.definition("", p("c"))))), ["a, b: c"]),
        (nodes.bullet_list("", nodes.list_item("", p("a"), addnodes.acks("", items("b")))), ["– a", "– b"]),
        (signed("--a --b", p("c"), signed("d", p("e")), signed("f")), ["--a, --b: c", "d: e"]),
        (addnodes.versionmodified("", "", nodes.paragraph("", "", nodes.inline("", "Since 1: "), nodes.Text("a"))), ["Since 1: a"]),
        (addnodes.productionlist("", addnodes.production("", "a ::= b")), []),
        (nodes.container("", p("a"), nodes.TextElement("", "", nodes.reference("", "b", refuri="b", classes=["sd-hide-link-text"]))), ["a"]),
        (nodes.container("", nodes.reference("", "", nodes.image(uri="a"), refuri="b"), nodes.paragraph("", "", nodes.image(uri="c"))), []),
        (nodes.paragraph("", "", nodes.emphasis("", "", addnodes.pending_xref("", nodes.inline()))), [""]),
        (nodes.bullet_list("", nodes.list_item("", nodes.paragraph("", "", nodes.image(uri="a")), p("b"))), ["– b"]),
        (todo_node("", p("a")), []),
    ],
)  # fmt: skip
def test_what_only_sphinx_has(node: nodes.Element, lines: list[str]) -> None:
    document = new_document("talk.rst", get_default_settings(Parser))
    document += node
    assert [words(each) for each in description(document)] == lines
