"""Converts lists, fields and definitions to Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from docutils import nodes

from . import commonmark
from .commonmark import Block, List, Run, escape, paragraph
from .list_marks import marks
from .markdown_blocks import blocks, paragraphs, stack
from .markdown_inline import Place, line, runs, unmarked
from .nodes import backlinks, depth, is_html_only, panel, timeline

DOT = " · "
"""Separates parts of a line."""
_PARTS = {"portfolio-when", "portfolio-title", "portfolio-details", "portfolio-summary"}
"""Classes of the paragraphs of a list item that form one line."""


@blocks.register
def _(node: nodes.bullet_list, place: Place) -> Iterable[Block]:
    found: list[tuple[Block, ...]] = []
    for child in node.children:
        item = tuple(_item(child, place))
        # Timeline events side by side are a list in an item of its own.
        found += item[0].items if len(item) == 1 and isinstance(item[0], List) else [item] if item else []
    return [List(tuple(found))] if found else []


@blocks.register
def _(node: nodes.enumerated_list, place: Place) -> Iterable[Block]:
    """A numbered list, where empty items count; letters and Roman numbers, which Markdown has none of, are text."""
    if node.get("enumtype", "arabic") == "arabic":
        return [List(tuple(tuple(stack(item.children, place)) for item in node.children), node.get("start", 1))]
    items = zip(marks(node), node.children, strict=True)
    return [List(tuple(_led([Run(f"{mark} ")], item.children, place) for mark, item in items))]


@blocks.register
def _(node: timeline, place: Place) -> Iterable[Block]:
    return chain.from_iterable(stack(item.children, place) for item in node.children)


def _item(item: nodes.Node, place: Place) -> Iterator[Block]:
    """The blocks of a list item: the parts of a card on one line, and last the reasons why it is listed."""
    parts: list[str] = []
    rest: list[nodes.Node] = []
    reasons: list[tuple[Block, ...]] = []
    for child in _uncovered(item):
        classes = child["classes"] if isinstance(child, nodes.paragraph) else []
        if not _PARTS.isdisjoint(classes):
            parts.append(line(child, place))
        elif "portfolio-why" in classes:
            reasons.append(tuple(blocks(child, place)))
        else:
            rest.append(child)
    if parts := [part for part in parts if part]:
        yield paragraph(DOT.join(parts))
    yield from stack(rest, place)
    if reasons:
        yield List(tuple(reasons))


def _uncovered(item: nodes.Node) -> Iterator[nodes.Node]:
    """The content of an item, taken out of the frame of a card."""
    for child in item.children:
        if isinstance(child, nodes.container) and not {"sd-card", "sd-card-body"}.isdisjoint(child["classes"]):
            yield from _uncovered(child)
        else:
            yield child


@blocks.register
def _(node: nodes.field_list, place: Place) -> Iterable[Block]:
    return pairs(_fields(node, place), place)


@blocks.register
def _(node: panel, place: Place) -> Iterable[Block]:
    kind = [nodes.paragraph("", node["label"])]
    return pairs([(escape(place.language.gettext("Kind")), kind), *_fields(node, place)], place)


@blocks.register
def _(node: backlinks, place: Place) -> Iterable[Block]:
    return [commonmark.heading(depth(node) + 1, escape(node["label"])), *pairs(_fields(node, place), place)]


def _fields(node: nodes.field_list, place: Place) -> Iterator[tuple[str, Sequence[nodes.Node]]]:
    for field in node.children:
        assert isinstance(field, nodes.Element)
        if not is_html_only(field):
            name, body = field.children
            yield unmarked(name, place), body.children


@blocks.register
def _(node: nodes.definition_list, place: Place) -> Iterable[Block]:
    """Each item's terms, and below them its definitions, which may be several."""
    found = []
    for item in node.children:
        terms = (unmarked(child, place) for child in item.children if not isinstance(child, nodes.definition))
        below = (child.children for child in item.children if isinstance(child, nodes.definition))
        found.append((", ".join(terms), [*chain.from_iterable(below)]))
    return pairs(found, place)


@blocks.register
def _(node: nodes.option_list, place: Place) -> Iterable[Block]:
    items = (item.children for item in node.children)
    return pairs([(escape(group.astext()), description.children) for group, description in items], place)


def pairs(found: Iterable[tuple[str, Sequence[nodes.Node]]], place: Place) -> list[Block]:
    """A list of names, each with its content."""
    leads = (([Run(f"{name}:", "**"), Run(" ")] if name else [], body) for name, body in found)
    items = [item for lead, body in leads if (item := _led(lead, body, place))]
    return [List(tuple(items))] if items else []


def _led(lead: Sequence[Run], body: Sequence[nodes.Node], place: Place) -> tuple[Block, ...]:
    """The blocks of *body*, the first behind *lead* if that is a paragraph."""
    first, rest = body[:1], body[1:]
    if not (first and isinstance(first[0], nodes.paragraph)):
        first, rest = (), body
    return (*paragraphs([*lead, *chain.from_iterable(runs(each, place) for each in first)]), *stack(rest, place))
