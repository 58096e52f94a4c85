"""Converts a page's doctree to Markdown, for language models and for readers who prefer it to HTML.

What only HTML has, such as drawings, filters and scripts, is left out. Of unknown nodes the text remains.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import admonitionlabels

from . import commonmark, markdown_html, markdown_lists, markdown_tables  # noqa: F401 # which register their nodes
from .commonmark import BREAK, Block, Run, escape, paragraph
from .markdown_blocks import blocks, is_text, named, paragraphs, stack
from .markdown_inline import Place, line, runs, unmarked
from .nodes import depth, element

_SIGNATURES = (addnodes.desc_signature, addnodes.desc_signature_line)


def markdown(document: nodes.document, place: Place) -> str:
    """*document* in Markdown."""
    return commonmark.stacked(blocks(document, place))


@blocks.register(nodes.comment)
@blocks.register(nodes.pending)
@blocks.register(nodes.substitution_definition)
@blocks.register(nodes.system_message)
@blocks.register(nodes.meta)
@blocks.register(addnodes.index)
def _(node: nodes.Node, place: Place) -> Iterable[Block]:
    return ()


@blocks.register
def _(node: element, place: Place) -> Iterable[Block]:
    """The lists within an element of HTML; its own text links to places that only HTML has.

    One that the search leaves out has none: what it shows is elsewhere on the page.
    """
    if "no-search" in node["classes"]:
        return ()
    return stack((child for child in node.children if not is_text(child)), place)


@blocks.register
def _(node: nodes.title, place: Place) -> Iterable[Block]:
    number = escape(place.number(node))
    if isinstance(node.parent, nodes.section):
        return [commonmark.heading(depth(node), number + line(node, place))]
    return named(number + unmarked(node, place))


@blocks.register
def _(node: nodes.caption, place: Place) -> Iterable[Block]:
    return paragraphs([Run(escape(place.number(node))), *runs(node, place)])


@blocks.register
def _(node: nodes.rubric, place: Place) -> Iterable[Block]:
    if "heading-level" in node:
        return [commonmark.heading(node["heading-level"], line(node, place))]
    return named(unmarked(node, place))


@blocks.register
def _(node: nodes.paragraph, place: Place) -> Iterable[Block]:
    # Only for readers who followed an old URL, which leads to HTML.
    return () if "portfolio-moved" in node["classes"] else paragraphs(runs(node, place))


@blocks.register
def _(node: addnodes.compact_paragraph, place: Place) -> Iterable[Block]:
    """A table of contents, which Sphinx puts into a paragraph."""
    return stack(node.children, place)


@blocks.register(nodes.literal_block)
@blocks.register(nodes.doctest_block)
def _(node: nodes.Element, place: Place) -> Iterable[Block]:
    language = node.get("language", "")
    return [commonmark.fenced(node.astext().rstrip("\n"), "" if language in {"default", "none"} else language)]


@blocks.register
def _(node: addnodes.productionlist, place: Place) -> Iterable[Block]:
    return [commonmark.fenced("\n".join(child.astext().rstrip("\n") for child in node.children))]


@blocks.register
def _(node: addnodes.desc_signature, place: Place) -> Iterable[Block]:
    """A line of code, with the brackets, commas and arrows that nodes stand for, and behind it links to its source."""
    bare = node.deepcopy()
    links = [each for each in bare.findall(nodes.reference) if isinstance(each.parent, _SIGNATURES)]
    for each in links:
        each.parent.remove(each)
    shown = (run for each in links for run in (Run(" "), *runs(each, place)))
    return paragraphs([Run(bare.astext(), "`"), *shown])


@blocks.register
def _(node: nodes.math_block, place: Place) -> Iterable[Block]:
    return [commonmark.fenced(node.astext(), "math"), *paragraphs([Run(escape(place.number(node)))])]


@blocks.register
def _(node: nodes.line_block, place: Place) -> Iterable[Block]:
    lines = (line(each, place) for each in node.findall(nodes.line))
    return [paragraph(BREAK.join(filter(None, lines)))]


@blocks.register
def _(node: nodes.transition, place: Place) -> Iterable[Block]:
    return ["---"]


@blocks.register
def _(node: nodes.block_quote, place: Place) -> Iterable[Block]:
    return _quoted(stack(node.children, place))


@blocks.register
def _(node: nodes.attribution, place: Place) -> Iterable[Block]:
    return paragraphs([Run("— "), *chain.from_iterable(runs(child, place) for child in node.children)])


@blocks.register
def _(node: nodes.Admonition, place: Place) -> Iterable[Block]:  # type: ignore[misc] # which is not a node by itself
    assert isinstance(node, nodes.Element)
    # Sphinx's HTML writer may have added the name already.
    name = "" if isinstance(node.next_node(), nodes.title) else str(admonitionlabels.get(node.tagname, ""))
    return _quoted([*named(escape(name)), *stack(node.children, place)])


@blocks.register
def _(node: nodes.topic, place: Place) -> Iterable[Block]:
    return () if "contents" in node["classes"] else stack(node.children, place)


def _quoted(found: Iterable[Block]) -> list[Block]:
    text = commonmark.stacked(found)
    return [commonmark.quotation(text)] if text else []


@blocks.register
def _(node: nodes.footnote, place: Place) -> Iterable[Block]:
    """Its label; MyST gives those of reStructuredText none, so that it is their ID, as in references to them."""
    label = node.next_node(nodes.label)
    name = node["ids"][0] if label is None else label.astext()
    rest = [child for child in node.children if child is not label]
    return [commonmark.footnote(name, commonmark.stacked(stack(rest, place)))]
