"""The timeline as a drawing: where each bar and mark lies on a scale of years.

Positions are in days since the scale's first. A bar reaches from the first day that its period can mean to the last,
and fades over an end of which only the year is known, so that 2021 and 2022 touch. What goes on reaches the last edge.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from portfolio.model.career import TimelineEvent
from portfolio.model.dates import PartialDate, Period

from .timeline_groups import Group

COLUMNS = 28
"""How many marks have room side by side on the smallest phone."""
YEARS = 8
"""How many years are named at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Something that takes time.

    :ivar fade_in, fade_out: the days over which it begins and ends, 0 where these are known to the month.
    :ivar before: whether there is more room for its title before the bar than after.
    :ivar ongoing: whether its end is open.
    :ivar certain: whether the dates are its own, and not only those between which it lies.
    """

    start: int
    end: int
    fade_in: int
    fade_out: int
    before: bool
    ongoing: bool
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The marks of successive years, of one where there is room for as many columns.

    :ivar recorded: for each mark, newest first, whether there is a recording.
    """

    start: int
    end: int
    before: bool
    recorded: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A group of the timeline, drawn.

    :ivar bars: those of the rows that take time, in their order.
    :ivar columns: those of the talks, newest first.
    """

    bars: tuple[Bar, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What is drawn.

    :ivar days: the length of the scale, which holds whole years.
    :ivar years: the years that are named, each with its first day.
    :ivar exact: whether all dates are known to the month.
    """

    days: int
    years: tuple[tuple[int, int], ...]
    blocks: tuple[Block, ...]
    exact: bool


def draw(groups: Sequence[Group[TimelineEvent]], today: dt.date) -> Chart | None:
    """The drawing of *groups*; None where nothing of them is drawn."""
    periods = [event.period for group in groups for event in (*group.bars, *group.talks)]
    if not periods:
        return None
    first = min(period.start.year for period in periods)
    last = max((period.end or period.start).year for period in periods)
    if any(period.end is None for period in periods):
        last = max(last, today.year)
    scale = _Scale(first=first, last=last)
    bars = list(chain.from_iterable(group.bars for group in groups))
    return Chart(
        days=scale.days,
        years=tuple((year, scale.day(dt.date(year, 1, 1))) for year in named_years(first, last)),
        blocks=tuple(
            Block(bars=tuple(map(scale.bar, group.bars)), columns=tuple(scale.columns(group.talks))) for group in groups
        ),
        exact=all(event.period.start.month and (not event.period.end or event.period.end.month) for event in bars),
    )


def named_years(first: int, last: int) -> range:
    """The years that are named on a scale from *first* to *last*: round ones, no more than there is room for."""
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000) if last - first < step * YEARS)
    # The last name needs some room before the edge.
    return range(first + -first % step, last + 1 - step // 3, step)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """Whole years, from the first day of one to the last day of another."""

    first: int
    last: int

    @property
    def days(self) -> int:
        return self.day(dt.date(self.last, 12, 31)) + 1

    def day(self, date: dt.date) -> int:
        return date.toordinal() - dt.date(self.first, 1, 1).toordinal()

    def bar(self, event: TimelineEvent) -> Bar:
        period = event.period
        start = self.day(period.start.earliest)
        end = self.days if period.end is None else self.day(period.end.latest) + 1
        fade_in, fade_out = _fades(period, end - start)
        return Bar(
            start=start,
            end=end,
            fade_in=fade_in,
            fade_out=fade_out,
            before=start > self.days - end,
            ongoing=period.end is None,
            certain=bool(event.entry.periods),
        )

    def columns(self, talks: Sequence[TimelineEvent]) -> list[Column]:
        """The talks by year, or by as many successive years as leave enough room for each column."""
        step = -(-(self.last + 1 - self.first) // COLUMNS)
        by_start: dict[int, list[bool]] = defaultdict(list)
        for talk in talks:
            year = talk.period.start.year
            by_start[year - (year - self.first) % step].append(bool(talk.delivery and talk.delivery.video))
        found = []
        for year, recorded in by_start.items():
            start, end = self.day(dt.date(year, 1, 1)), self.day(dt.date(min(year + step - 1, self.last), 12, 31)) + 1
            found.append(Column(start=start, end=end, before=start > self.days - end, recorded=tuple(recorded)))
        return found


def _fades(period: Period, days: int) -> tuple[int, int]:
    """The days over which a period of so many *days* begins and ends."""
    if period.is_single_date:
        half = _doubt(period.start) // 2
        return half, half
    fade_out = min(_doubt(period.end), days) if period.end else 0
    return min(_doubt(period.start), days - fade_out), fade_out


def _doubt(date: PartialDate) -> int:
    """How many days a date leaves open, where it is not known to the month."""
    return 0 if date.month else (date.latest - date.earliest).days + 1
