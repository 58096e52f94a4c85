"""Keeps the line and column of text that is cut out of a page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from .yaml_nodes import Place


class Excerpt:
    """Lines of a page, or what is left of them, with the place where each begins."""

    def __init__(self, lines: Sequence[str], places: Sequence[Place]) -> None:
        self.lines = lines
        self.places = places

    @cached_property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)

    @cached_property
    def _starts(self) -> list[int]:
        return [*accumulate((len(line) + 1 for line in self.lines), initial=0)]

    def place(self, offset: int) -> Place:
        """Where the character at *offset* in the text stands in the page."""
        number = bisect_right(self._starts, offset, hi=len(self.lines)) - 1
        line, column = self.places[number]
        return line, column + offset - self._starts[number]

    def cut(self, start: int, end: int) -> Excerpt:
        """The text from one offset to another."""
        lines = self.text[start:end].split("\n")
        return Excerpt(
            lines, [self.place(each) for each in accumulate((len(line) + 1 for line in lines[:-1]), initial=start)]
        )

    def within(self, number: int, start: int, text: str) -> Excerpt:
        """The *text* at *start* in the line *number*."""
        line, column = self.places[number]
        return Excerpt([text], [(line, column + start)])

    def ends(self, texts: Sequence[str], number: int = 0) -> Excerpt:
        """The *texts* that the lines from *number* on end with, but for blanks; tabs before them may be cut in two."""
        places = []
        below = slice(number, number + len(texts))
        for text, line, (row, column) in zip(texts, self.lines[below], self.places[below], strict=False):
            places.append((row, column + len(line.rstrip()) - len(text.rstrip())))
        return Excerpt(texts, places)

    def __getitem__(self, part: slice) -> Excerpt:
        return Excerpt(self.lines[part], self.places[part])

    def __add__(self, other: Excerpt) -> Excerpt:
        return Excerpt([*self.lines, *other.lines], [*self.places, *other.places])

    def split(self) -> Excerpt:
        """The same in lines as Python knows them, in which MyST takes the content of directives."""
        lines: list[str] = []
        places: list[Place] = []
        for line, (row, column) in zip(self.lines, self.places, strict=True):
            at = 0
            for piece in f"{line}\n".splitlines(keepends=True):
                lines += piece.splitlines()
                places.append((row, column + at))
                at += len(piece)
        return Excerpt(lines, places)
