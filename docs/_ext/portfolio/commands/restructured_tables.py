"""Keeps the columns of tables in reStructuredText, where a name in one of their cells becomes longer or shorter.

See https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#tables.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from portfolio.reading.elements import Directive, Element

Edit = tuple[int, int, str]
"""From where to where in the text, and what comes there instead."""

_GRID = re.compile(r"\s*\|.*\|\s*")
_LINE = re.compile(r"\s*\+[-=+|]+\+\s*")
"""A line between the rows of a grid."""
_BORDER = re.compile(r"\s*={2,}(?: +={2,})+\s*")
_IN_GRID = re.compile(r"[^|\n]*?(?P<blanks> *+)(?P<rest>\|)")
_IN_COLUMNS = re.compile(r"(?:[^ \n]| (?![ \n]))*+(?P<blanks> *+)(?P<rest>.?)")
"""What is left of a cell, and the first character behind it."""


class NoRoom(Exception):  # noqa: N818  as a cell has none
    """A cell that is too narrow for what is to stand there.

    :ivar line: where it is, from 1.
    """

    def __init__(self, line: int) -> None:
        self.line = line


def rows(text: str, elements: Iterable[Element], *, is_restructured: bool) -> dict[int, bool]:
    """The lines, from 1, that are rows of such tables, each with whether it is one of a grid.

    :param elements: those of the page, in whose directives ``eval-rst`` there can be tables.
    :param is_restructured: whether all of it is reStructuredText.
    """
    if is_restructured:
        return {number + 1: is_grid for number, is_grid in _rows(text.splitlines())}
    bodies = [each.body for each in elements if isinstance(each, Directive) and each.name == "eval-rst"]
    return {body.places[number][0]: is_grid for body in bodies for number, is_grid in _rows(body.lines)}


def _rows(lines: Sequence[str]) -> Iterator[tuple[int, bool]]:
    """The numbers of the lines, from 0, that are rows, each with whether it is one of a grid."""
    start: int | None = None
    is_grid = False
    for number, line in enumerate(lines):
        is_grid = _LINE.fullmatch(line) is not None or (is_grid and _GRID.fullmatch(line) is not None)
        if is_grid:
            yield number, True
        elif _BORDER.fullmatch(line):
            is_last = number + 1 == len(lines) or not lines[number + 1].strip()
            if start is not None and is_last:
                yield from ((each, False) for each in range(start, number))
            start = number if start is None else None if is_last else start


def fitted(text: str, starts: Sequence[int], edits: Iterable[Edit], rows: Mapping[int, bool]) -> Iterator[Edit]:
    """The *edits*, with others that give or take blanks behind cells, so that what follows stays in its place.

    :param starts: where each line begins.
    :raises NoRoom: where there are not enough.
    """

    def cell(edit: Edit) -> tuple[int, int, str, int]:
        """In a row, where the cell ends, how many blanks its text has behind it, and the next character."""
        line = bisect_right(starts, edit[0])
        end = (_IN_GRID if rows[line] else _IN_COLUMNS).match(text, edit[1]) if line in rows else None
        return (end.end("blanks"), len(end["blanks"]), end["rest"], line) if end else (0, 0, "", line)

    for (at, blanks, rest, line), group in groupby(edits, cell):
        longer = 0
        for start, end, new in group:
            yield start, end, new
            longer += len(new) - (end - start)
        # Between columns that are no grid's stand two blanks, as a rule.
        if rest and longer > blanks - (0 if rows[line] else 2):
            raise NoRoom(line)
        if rest and longer:
            yield (at - longer, at, "") if longer > 0 else (at, at, " " * -longer)
