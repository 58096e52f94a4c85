"""Converts lists, fields, definitions and tables to Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from docutils import nodes

from . import commonmark
from .commonmark import Block, List, Run, escape, paragraph
from .markdown_blocks import blocks, paragraphs, stack
from .markdown_inline import Place, line, runs, unmarked
from .nodes import backlinks, depth, panel, timeline

DOT = " · "
"""Separates parts of a line."""
_PARTS = {"portfolio-when", "portfolio-title", "portfolio-details", "portfolio-summary"}
"""Classes of the paragraphs of a list item that form one line."""


@blocks.register(nodes.bullet_list)
@blocks.register(nodes.enumerated_list)
def _(node: nodes.Element, place: Place) -> Iterable[Block]:
    found: list[tuple[Block, ...]] = []
    for child in node.children:
        item = tuple(_item(child, place))
        # Timeline events side by side are a list in an item of its own.
        found += item[0].items if len(item) == 1 and isinstance(item[0], List) else [item] if item else []
    start = node.get("start", 1) if isinstance(node, nodes.enumerated_list) else None
    return [List(tuple(found), start)] if found else []


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
    return _pairs(_fields(node, place), place)


@blocks.register
def _(node: panel, place: Place) -> Iterable[Block]:
    kind = [nodes.paragraph("", node["label"])]
    return _pairs([(escape(place.language.gettext("Kind")), kind), *_fields(node, place)], place)


@blocks.register
def _(node: backlinks, place: Place) -> Iterable[Block]:
    return [commonmark.heading(depth(node) + 1, escape(node["label"])), *_pairs(_fields(node, place), place)]


def _fields(node: nodes.field_list, place: Place) -> Iterator[tuple[str, Sequence[nodes.Node]]]:
    for field in node.children:
        assert isinstance(field, nodes.Element)
        if not field.get("html"):
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
    return _pairs(found, place)


@blocks.register
def _(node: nodes.option_list, place: Place) -> Iterable[Block]:
    items = (item.children for item in node.children)
    return _pairs([(escape(group.astext()), description.children) for group, description in items], place)


def _pairs(found: Iterable[tuple[str, Sequence[nodes.Node]]], place: Place) -> list[Block]:
    """A list of names, each with its content."""
    items: list[tuple[Block, ...]] = []
    for name, body in found:
        label = [Run(f"{name}:", "**"), Run(" ")] if name else []
        rest = list(body)
        first = runs(rest.pop(0), place) if rest and isinstance(rest[0], nodes.paragraph) else ()
        item = (*paragraphs([*label, *first]), *stack(rest, place))
        items += [item] if item else []
    return [List(tuple(items))] if items else []


@blocks.register
def _(node: nodes.table, place: Place) -> Iterable[Block]:
    """A table if each cell is one line, otherwise a list of its rows."""
    titles = (title for title in node.children if isinstance(title, nodes.title))
    yield from chain.from_iterable(blocks(title, place) for title in titles)
    head, *others = ([list(row.children) for row in part.findall(nodes.row)] for part in _parts(node))
    rows = list(chain.from_iterable(others))
    names = [line(cell, place) for cell in head[0]] if head else []
    if len(head) <= 1 and all(map(_is_plain, chain(*head, *rows))) and len({len(row) for row in (*head, *rows)}) == 1:
        cells = [[line(cell, place) for cell in row] for row in rows]
        yield commonmark.table(names or [""] * len(rows[0]), cells)
    else:
        named = ([*names, *[""] * len(row)][: len(row)] for row in rows)
        items = (
            tuple(_pairs(zip(names, (cell.children for cell in row), strict=True), place))
            for names, row in zip(named, rows, strict=True)
        )
        yield List(tuple(item for item in items if item))


def _parts(table: nodes.table) -> Iterator[nodes.Element]:
    """The head of a table, which may be empty, and its body."""
    yield table.next_node(nodes.thead) or nodes.thead()
    yield from table.findall(nodes.tbody)


def _is_plain(cell: nodes.Node) -> bool:
    assert isinstance(cell, nodes.entry)
    is_one = not ({"morerows", "morecols"} & cell.attributes.keys())
    return is_one and all(isinstance(child, nodes.paragraph) for child in cell.children) and len(cell.children) <= 1
