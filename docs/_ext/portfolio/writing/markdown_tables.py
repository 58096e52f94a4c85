"""Converts tables to Markdown, with their cells on a grid: each belongs to all rows and columns that it spans."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from docutils import nodes

from . import commonmark
from .commonmark import Block, List
from .markdown_blocks import blocks
from .markdown_inline import Place, line, unmarked
from .markdown_lists import DOT, pairs

Row = Mapping[int, nodes.entry]
"""The cell in each column; one that spans several is in each of them."""


@blocks.register
def _(node: nodes.table, place: Place) -> Iterable[Block]:
    for child in node.children:
        yield from _group(child, place) if isinstance(child, nodes.tgroup) else blocks(child, place)


def _group(group: nodes.tgroup, place: Place) -> Iterator[Block]:
    """A table if each cell is one line in one column, otherwise a list of its rows."""
    head, body = (_grid(group, part) for part in (nodes.thead, nodes.tbody))
    columns = range(1 + max(chain(*head, *body), default=-1))
    cells = chain.from_iterable(row.values() for row in (*head, *body))
    if all(map(_is_plain, cells)) and all(len(set(row.values())) == len(row) for row in body):
        lines = [[line(row[each], place) if each in row else "" for each in columns] for row in body]
        yield commonmark.table([_name(head, each, lambda node: line(node, place)) for each in columns], lines)
    else:
        names = [_name(head, each, lambda node: unmarked(node, place)) for each in columns]
        items = (tuple(pairs(_named(row, names), place)) for row in body)
        yield List(tuple(item for item in items if item))


def _grid(group: nodes.tgroup, part: type[nodes.Element]) -> Sequence[Row]:
    """The rows of a part of a table. A cell begins in the first column that is free behind the one before it."""
    rows = [row for each in group.children if isinstance(each, part) for row in each.children]
    grid: list[dict[int, nodes.entry]] = [{} for _ in rows]
    for number, row in enumerate(rows):
        column = 0
        for cell in row.children:
            assert isinstance(cell, nodes.entry)
            while column in grid[number]:
                column += 1
            columns = range(column, column + 1 + cell.get("morecols", 0))
            for each in grid[number : number + 1 + cell.get("morerows", 0)]:
                each.update(dict.fromkeys(columns, cell))
    return grid


def _is_plain(cell: nodes.entry) -> bool:
    return len(cell.children) <= 1 and all(isinstance(child, nodes.paragraph) for child in cell.children)


def _name(head: Sequence[Row], column: int, text: Callable[[nodes.Node], str]) -> str:
    """What names a column: its cells in all rows of the head, each once."""
    cells = dict.fromkeys(row[column] for row in head if column in row)
    return DOT.join(filter(None, (_joined(cell, text) for cell in cells)))


def _joined(node: nodes.Node, text: Callable[[nodes.Node], str]) -> str:
    """The blocks in a cell of the head as one line."""
    if isinstance(node, nodes.TextElement) or all(isinstance(child, nodes.Inline) for child in node.children):
        return text(node)
    return " ".join(filter(None, (_joined(child, text) for child in node.children)))


def _named(row: Row, names: Sequence[str]) -> Iterator[tuple[str, Sequence[nodes.Node]]]:
    """The cells of a row, each with the names of its columns; one that spans all of several has none."""
    columns: dict[nodes.entry, list[str]] = {}
    for column, cell in sorted(row.items(), key=lambda each: each[0]):
        columns.setdefault(cell, []).append(names[column])
    for cell, found in columns.items():
        is_whole = len(found) == len(names) > 1
        yield "" if is_whole else ", ".join(dict.fromkeys(filter(None, found))), cell.children
