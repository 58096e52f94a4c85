"""The timeline as a drawing: where each moment lies on a scale of years, and in which row.

Positions are in days since the scale's first. They follow :meth:`.Period.extent`, as durations and the groups of the
list do: a year stands for its middle, so that two employments that share a year meet without overlapping. What goes on
reaches the last edge. Rows are those of a wide drawing; in a narrow one each span has one of its own, in their order.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from portfolio.model.career import TimelineEvent
from portfolio.model.entries import Key, references

CHARACTERS = 108
"""How many characters of a label go into a wide drawing where it is narrowest; portfolio.css says where that is."""
NARROW = 48
"""How many go into one on the smallest phone."""
COLUMNS = 28
"""How many marks stand side by side there, each with as much room as a finger needs."""
YEARS = 8
"""How many years are named at most."""
ROWS = 30
"""In how many rows a place is looked for before there is a new one."""


Label = Literal["inside", "below", "before", "after", "nowhere"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A moment that lasts.

    :ivar moment: its place in the sequence that is drawn.
    :ivar label: where the title stands in a wide drawing: in the bar, or outside; nowhere where there is no room.
    :ivar before: whether, in a narrow one, there is more room for it before the bar than after.
    :ivar tight: whether, in a narrow one, there is room for it on neither side.
    :ivar ongoing: whether its end is open.
    :ivar certain: whether the dates are its own, and not only those between which it lies.
    """

    moment: int
    start: int
    end: int
    row: int
    label: Label
    before: bool
    tight: bool
    ongoing: bool
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A moment that does not last.

    :ivar at: the middle of the column in which it stands; a drawing of few years has several a year.
    """

    moment: int
    at: int
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What is drawn.

    :ivar days: the length of the scale, which holds whole years.
    :ivar years: the years that are named, each with its first day.
    :ivar spans: newest first, but a project follows the first of its employers that is drawn.
    :ivar marks: by year, newest first.
    :ivar exact: whether all dates are known to the month.
    """

    days: int
    years: tuple[tuple[int, int], ...]
    spans: tuple[Span, ...]
    marks: tuple[tuple[int, tuple[Mark, ...]], ...]
    exact: bool


def draw(moments: Sequence[TimelineEvent], today: dt.date) -> Chart | None:
    """The drawing of *moments*, which come newest first; None where there are none."""
    if not moments:
        return None
    periods = [moment.period for moment in moments]
    extents = [period.extent(today) for period in periods]
    first = min(period.start.year for period in periods)
    last = max((period.end or period.start).year for period in periods)
    if any(period.end is None for period in periods):
        last = max(last, today.year)
    origin = dt.date(first, 1, 1).toordinal()
    days = dt.date(last, 12, 31).toordinal() + 1 - origin
    ends = [
        days if period.end is None else max(extent.end, extent.start + 1) - origin
        for period, extent in zip(periods, extents, strict=True)
    ]
    bars = [(extent.start - origin, end) for extent, end in zip(extents, ends, strict=True)]
    lasting = [n for n, moment in enumerate(moments) if moment.entry.traits.lasting]
    return Chart(
        days=days,
        years=tuple((year, dt.date(year, 1, 1).toordinal() - origin) for year in named_years(first, last)),
        spans=tuple(_spans(moments, bars, _in_order(moments, lasting), days)),
        marks=tuple(_marks(moments, bars, days, last + 1 - first)),
        exact=all(extent.exact for extent in extents),
    )


def named_years(first: int, last: int) -> range:
    """The years that are named on a scale from *first* to *last*: round ones, no more than there is room for."""
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000) if last - first < step * YEARS)
    # The last name needs some room before the edge.
    return range(first + -first % step, last + 1 - step // 3, step)


def _in_order(moments: Sequence[TimelineEvent], lasting: Iterable[int]) -> list[int]:
    """Each project after the first of its employers that is there."""
    occupations = {moments[n].entry.key for n in lasting}
    beneath: dict[Key | None, list[int]] = defaultdict(list)
    for n in lasting:
        around = (key for field, key in references(moments[n].entry) if field.names and field.names.within)
        beneath[next((key for key in around if key in occupations), None)].append(n)
    return [each for n in beneath[None] for each in (n, *beneath.get(moments[n].entry.key, ()))]


def _spans(
    moments: Sequence[TimelineEvent], bars: Sequence[tuple[int, int]], order: Sequence[int], days: int
) -> list[Span]:
    """Occupations in the upper rows, their titles in them or below; projects in the lower ones, their titles beside."""
    upper, below, lower = _Rows(days), _Rows(days), _Rows(days)
    places: dict[int, tuple[int, Label]] = {}
    for n in order:
        entry, (start, end) = moments[n].entry, bars[n]
        width, gap = _days(_cells(entry.title), days), _days(0, days)
        if not entry.traits.occupation:
            row, side = lower.place((max(0, start - gap), end + width), (start - width, min(end + gap, days)))
            places[n] = row, "before" if side else "after"
            continue
        row, _ = upper.place((start, end))
        middle = (start + end) // 2
        if _days(_narrowest(entry.title), days) <= end - start:
            places[n] = row, "inside"
        elif below.takes(row, (middle - width // 2, middle + width // 2)):
            places[n] = row, "below"
        else:
            places[n] = row, "nowhere"
    return [
        Span(
            moment=n,
            start=bars[n][0],
            end=bars[n][1],
            row=row if moments[n].entry.traits.occupation else row + len(upper.rows),
            label=label,
            before=bars[n][0] > days - bars[n][1],
            tight=max(bars[n][0], days - bars[n][1]) * NARROW < (_narrowest(moments[n].entry.title) + 2) * days,
            ongoing=moments[n].period.end is None,
            certain=bool(moments[n].entry.periods),
        )
        for n, (row, label) in places.items()
    ]


def _marks(
    moments: Sequence[TimelineEvent], bars: Sequence[tuple[int, int]], days: int, years: int
) -> Iterator[tuple[int, tuple[Mark, ...]]]:
    columns = years * (COLUMNS // years) or COLUMNS
    filled: Counter[int] = Counter()
    by_year: dict[int, list[Mark]] = defaultdict(list)
    for n, moment in enumerate(moments):
        if moment.delivery:
            column = sum(bars[n]) // 2 * columns // days
            mark = Mark(moment=n, at=(2 * column + 1) * days // (2 * columns), row=filled[column])
            by_year[moment.period.start.year].append(mark)
            filled[column] += 1
    for year in sorted(by_year, reverse=True):
        yield year, tuple(by_year[year])


class _Rows:
    """What is taken of each row."""

    def __init__(self, days: int) -> None:
        self.days = days
        self.rows: dict[int, list[tuple[int, int]]] = {}

    def place(self, *choices: tuple[int, int]) -> tuple[int, int]:
        """Take one of *choices* in the first row where it is free, else the first; give the row and the choice."""
        new = len(self.rows)
        for row in range(max(0, new - ROWS), new):
            for number, choice in enumerate(choices):
                if self.takes(row, choice):
                    return row, number
        fits = (number for number, choice in enumerate(choices) if self._holds(choice))
        number = next(fits, 0)
        self.rows[new] = [choices[number]]
        return new, number

    def takes(self, row: int, choice: tuple[int, int]) -> bool:
        """Take *choice* in *row*, if it is free there."""
        taken = self.rows.get(row, [])
        # In order, of which none overlap: only the nearest two can be in the way.
        place = bisect_left(taken, choice)
        free = self._holds(choice) and all(
            choice[1] <= start or end <= choice[0] for start, end in taken[max(0, place - 1) : place + 1]
        )
        if free:
            self.rows.setdefault(row, []).insert(place, choice)
        return free

    def _holds(self, choice: tuple[int, int]) -> bool:
        return choice[0] >= 0 and choice[1] <= self.days


def _days(cells: int, days: int) -> int:
    """About as many days as letters are wide, with some space around them."""
    return (cells + 2) * days // CHARACTERS


def _cells(text: str) -> int:
    """How many letters *text* is wide; those of Chinese, Japanese and Korean count twice."""
    return len(text) + sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)


def _narrowest(text: str) -> int:
    """The same where *text* stands in two lines."""
    # Where each word ends, with a space after it.
    ends = [0, *accumulate(_cells(word) + 1 for word in text.split())]
    return min((max(end, ends[-1] - end) - 1 for end in ends[:-1]), default=0)
