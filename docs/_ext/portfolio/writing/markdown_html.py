"""Converts HTML that an author has written to Markdown: lists, and paragraphs of all else that has lines of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from docutils import nodes

from . import commonmark
from .commonmark import Block, List, Run
from .markdown_blocks import blocks, paragraphs
from .markdown_inline import Place
from .markdown_lists import DOT
from .nodes import html_of
from .raw_html import Edge, Tag, attributes, pieces, preformatted

_DEEPEST = 6
"""The items of lists further inside are items of the list around them."""


@blocks.register
def _(node: nodes.raw, place: Place) -> Iterator[Block]:
    """HTML; as code what is preformatted."""
    for number, part in enumerate(preformatted(html_of(node))):
        if number % 2:
            yield commonmark.fenced(part)
        else:
            yield from _structured(pieces(part, place.resolve))


@dataclass(slots=True)
class _Level:
    """A list that has begun, or what is around all lists, as one item.

    :ivar start: number of the first item; None for bullets.
    """

    start: int | None = None
    items: list[list[Block]] = field(default_factory=list)


@dataclass(slots=True)
class _Outline:
    """What has been read so far.

    :ivar beyond: how many lists have begun that are too deep.
    :ivar line: the line that has begun.
    :ivar cells: how many cells of a table's row are on it; None outside of rows.
    """

    levels: list[_Level]
    beyond: int = 0
    line: list[Run | Tag] = field(default_factory=list)
    cells: int | None = None

    def add(self, piece: Run | Tag) -> None:
        """Read on. A row is one line, with its cells in order; none is named, as one may span several columns."""
        if not isinstance(piece, Edge):
            self.line.append(piece)
        elif self.cells is None or piece.name in {"tr", "table"}:
            self.end_line()
            self.cells = 0 if piece.name == "tr" and not piece.is_end else None
            if piece.name in {"ul", "ol"}:
                self._end_list() if piece.is_end else self._begin_list(piece)
            elif piece.name == "li" and not piece.is_end:
                self._begin_item(piece)
        elif piece.name in {"td", "th"} and not piece.is_end:
            self.line += [Run(DOT)] if self.cells else []
            self.cells += 1
        else:
            self.line.append(piece)

    def end_line(self) -> None:
        """Make a paragraph of the line."""
        self._put(paragraphs(self.line))
        self.line = []

    def end_list(self) -> None:
        """Put the innermost list into the one around it."""
        level = self.levels.pop()
        items = tuple(tuple(item) for item in level.items if item or level.start is not None)
        self._put([List(items, level.start)] if items else [])

    def _put(self, found: list[Block]) -> None:
        items = self.levels[-1].items
        if found and not items:
            items.append([])
        if found:
            items[-1] += found

    def _begin_list(self, edge: Edge) -> None:
        if len(self.levels) > _DEEPEST:
            self.beyond += 1
        else:
            self.levels.append(_Level(_start(edge)))

    def _begin_item(self, edge: Edge) -> None:
        if len(self.levels) == 1:
            self.levels.append(_Level())
        level = self.levels[-1]
        level.items.append([])
        level.start = None if "value" in attributes(edge.tag) else level.start

    def _end_list(self) -> None:
        if self.beyond:
            self.beyond -= 1
        elif len(self.levels) > 1:
            self.end_list()


def _start(edge: Edge) -> int | None:
    """The first number of a list; None if it has bullets, letters, or numbers that Markdown cannot write."""
    found = attributes(edge.tag)
    start = found.get("start", "1")
    is_counted = edge.name == "ol" and found.get("type", "1") == "1" and " reversed" not in edge.tag.lower()
    return int(start) if is_counted and start.isdecimal() and len(start) < 10 else None


def _structured(found: Iterable[Run | Tag]) -> list[Block]:
    outline = _Outline([_Level(items=[[]])])
    for piece in found:
        outline.add(piece)
    outline.end_line()
    while len(outline.levels) > 1:
        outline.end_list()
    return outline.levels[0].items[0]
