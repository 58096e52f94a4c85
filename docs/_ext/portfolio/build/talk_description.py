"""Takes the description of a talk from its page, as paragraphs of plain lines to paste."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch
from itertools import chain, groupby

from docutils import nodes
from sphinx import addnodes

from portfolio.writing.list_marks import marks
from portfolio.writing.nodes import between, html_of
from portfolio.writing.raw_html import lines, spaced

_LISTS = (nodes.Sequential, addnodes.acks, addnodes.desc, addnodes.glossary, addnodes.hlist)
_BODIES = (nodes.definition, nodes.description, nodes.field_body)
_BUILDERS = {"ifconfig", "only", "todo_node"}
"""Nodes, Sphinx's and those of its extensions, whose content only some builds show."""
_UNSEEN = "sd-hide-link-text"
"""The class of a link as large as a card, whose text nobody sees."""


def description(document: nodes.document) -> tuple[nodes.paragraph, ...]:
    """The page's paragraphs above its first heading, or else below that.

    An item of a list is one, and so is any other line of text. Headings, code, formulas, tables, pictures, notes at
    the foot, and what only some builders show are left out. References are not resolved yet.
    """
    page = document.next_node(nodes.section) or document
    sections = [child for child in page.children if isinstance(child, nodes.section)]
    above = (child for child in page.children if not isinstance(child, nodes.section))
    return tuple(_all(above)) or tuple(_all(sections[0].children if sections else ()))


def _all(children: Iterable[nodes.Node]) -> Iterator[nodes.paragraph]:
    return chain.from_iterable(map(_paragraphs, children))


@singledispatch
def _paragraphs(node: nodes.Node) -> Iterable[nodes.paragraph]:
    """The lines that *node* shows."""
    is_of_some = isinstance(node, nodes.Element) and node.tagname in _BUILDERS
    return () if is_of_some else _all(node.children)


# Which Sphinx has also as lines.
_paragraphs.register(nodes.Admonition, _paragraphs.dispatch(nodes.Node))


@_paragraphs.register(nodes.FixedTextElement)
@_paragraphs.register(nodes.Invisible)
@_paragraphs.register(nodes.citation)
@_paragraphs.register(nodes.docinfo)
@_paragraphs.register(nodes.footnote)
@_paragraphs.register(nodes.system_message)
@_paragraphs.register(nodes.table)
def _(node: nodes.Node) -> Iterable[nodes.paragraph]:  # type: ignore[misc] # the invisible are not nodes to it
    return ()


@_paragraphs.register
def _(node: nodes.TextElement) -> Iterable[nodes.paragraph]:
    is_heading = isinstance(node, nodes.title) and isinstance(node.parent, nodes.section)
    return [_detached(*node.children)] if any(map(_is_seen, node.children)) and not is_heading else []


def _is_seen(node: nodes.Node) -> bool:
    """Whether *node* has a text, or is a reference that will have one; pictures alone are no line."""
    if isinstance(node, nodes.Element) and _UNSEEN in node["classes"]:
        return False
    return isinstance(node, nodes.Text | nodes.raw | addnodes.pending_xref) or any(map(_is_seen, node.children))


@_paragraphs.register
def _(node: nodes.topic) -> Iterable[nodes.paragraph]:
    return () if "contents" in node["classes"] else _all(node.children)


@_paragraphs.register
def _(node: nodes.raw) -> Iterable[nodes.paragraph]:
    return [nodes.paragraph("", line) for line in lines(html_of(node))]


@_paragraphs.register
def _(node: nodes.literal_block) -> Iterable[nodes.paragraph]:
    """Text in its own lines; without markup it is code, also to Sphinx."""
    return [] if node.rawsource == node.astext() else [_detached(*node.children)]


@_paragraphs.register
def _(node: nodes.line_block) -> Iterable[nodes.paragraph]:
    return [_detached(*between(node.findall(nodes.line), " "))]


@_paragraphs.register
def _(node: nodes.bullet_list) -> Iterable[nodes.paragraph]:
    return chain.from_iterable(_led([nodes.Text("– ")], item.children) for item in node.children)


@_paragraphs.register
def _(node: nodes.enumerated_list) -> Iterable[nodes.paragraph]:
    items = zip(marks(node), node.children, strict=True)
    return chain.from_iterable(_led([nodes.Text(f"{mark} ")], item.children) for mark, item in items)


@_paragraphs.register(nodes.definition_list_item)
@_paragraphs.register(nodes.field)
@_paragraphs.register(nodes.option_list_item)
def _(node: nodes.Element) -> Iterable[nodes.paragraph]:
    """An item with its names, which may be several, and what is said of them."""
    names = (each for each in node.children if not isinstance(each, _BODIES))
    bodies = (each.children for each in node.children if isinstance(each, _BODIES))
    named = (_plain(each) if isinstance(each, nodes.option_group) else each for each in names)
    return _named(named, chain.from_iterable(bodies))


@_paragraphs.register
def _(node: addnodes.desc) -> Iterable[nodes.paragraph]:
    """What is said of something in code, behind its signatures; these alone are code."""
    *signatures, content = node.children
    return _named(map(_plain, signatures), content.children) if content.children else ()


def _plain(node: nodes.Node) -> nodes.Node:
    return nodes.Text(node.astext())


def _named(names: Iterable[nodes.Node], blocks: Iterable[nodes.Node]) -> Iterator[nodes.paragraph]:
    return _led([*between(names, ", "), nodes.Text(": ")], blocks)


def _led(lead: Sequence[nodes.Node], children: Iterable[nodes.Node]) -> Iterator[nodes.paragraph]:
    """The paragraphs of an item: one of its own lines behind the *lead*, and those of lists within it."""
    own: list[nodes.Node] = []
    below: list[nodes.paragraph] = []
    for is_list, group in groupby(children, lambda child: isinstance(child, _LISTS)):
        (below if is_list else own).extend(_all(group))
    if own or len(lead) > 1:
        yield _detached(*lead, *between(own, " "))
    yield from below


def _detached(*parts: nodes.Node) -> nodes.paragraph:
    """A copy of *parts* that does not lead to the document, which would be pickled with the environment."""
    found = nodes.paragraph("", "", *(part.deepcopy() for part in parts))
    for each in [*found.findall(nodes.raw)]:
        each.parent.replace(each, nodes.Text(spaced(html_of(each))))
    for node in found.findall():
        node.document = None  # type: ignore[assignment]
    return found
