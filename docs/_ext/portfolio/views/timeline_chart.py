"""The timeline as a drawing: where each bar and mark lies on a scale of years.

Positions are in days since the scale's first. A bar reaches from the first day that its period can mean to the last,
and fades over an end of which only the year is known, so that 2021 and 2022 touch, and over one that is unknown. What
goes on reaches the last edge.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from portfolio.model.career import TimelineEvent
from portfolio.model.dates import PartialDate, Period, merged

from .timeline_groups import Group

COLUMNS = 28
"""How many marks have room side by side on the smallest phone."""
YEARS = 8
"""How many years are named at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Something that takes time.

    :ivar fade_in, fade_out: the days over which it begins and ends, 0 where these are known to the month.
    :ivar gaps: the days in which it was interrupted, each gap from its first to the day behind its last.
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
    gaps: tuple[tuple[int, int], ...] = ()


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
    :ivar exact: whether all dates are known, to the month.
    :ivar cut: the first and last of the years in which nothing lies and that are drawn as one, where they are many.
    """

    days: int
    years: tuple[tuple[int, int], ...]
    blocks: tuple[Block, ...]
    exact: bool
    cut: tuple[int, int] | None = None


def draw(groups: Sequence[Group[TimelineEvent]], today: dt.date) -> Chart | None:
    """The drawing of *groups*; None where nothing of them is drawn."""
    periods = [event.period for group in groups for event in (*group.bars, *group.talks)]
    if not periods:
        return None
    first = min(period.start.year for period in periods)
    spans = [(period.start.year, max(period.start.year, period.last_year(today)) + 1) for period in periods]
    last, cut = max(after for _, after in spans) - 1, _empty(spans)
    scale = _Scale(first=first, last=last, cut=cut, today=today)
    bars = list(chain.from_iterable(group.bars for group in groups))
    return Chart(
        days=scale.days,
        years=tuple(
            (year, scale.day(dt.date(year, 1, 1)))
            for year in named_years(first, last)
            if cut is None or not cut[0] <= year <= cut[1]
        ),
        blocks=tuple(
            Block(bars=tuple(map(scale.bar, group.bars)), columns=tuple(scale.columns(group.talks))) for group in groups
        ),
        exact=all(_fades(event.period, scale.days) == (0, 0) for event in bars),
        cut=cut,
    )


def _empty(spans: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    """The first and last of the most years without any of *spans*, where an early one would press others together.

    :param spans: each from a year to before another.
    """
    filled = merged(spans)
    first, after = max(_between(filled), key=lambda gap: gap[1] - gap[0], default=(0, 0))
    return (first, after - 1) if after - first > max(4, (filled[-1][1] - filled[0][0]) // 3) else None


def named_years(first: int, last: int) -> range:
    """The years that are named on a scale from *first* to *last*: round ones, no more than there is room for."""
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000) if last - first < step * YEARS)
    # The last name needs some room before the edge.
    return range(first + -first % step, last + 1 - step // 3, step)


_YEAR = 365
"""As many days as the years that are cut take together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """Whole years, from the first day of one to the last day of another; those that are cut take as much as one.

    What is open on *today* reaches the last day.
    """

    first: int
    last: int
    today: dt.date
    cut: tuple[int, int] | None = None

    @property
    def days(self) -> int:
        return self.day(dt.date(self.last, 12, 31)) + 1

    def day(self, date: dt.date) -> int:
        days = date.toordinal() - dt.date(self.first, 1, 1).toordinal()
        if self.cut is None:
            return days
        begins, ends = (
            dt.date(year, 1, 1).toordinal() - dt.date(self.first, 1, 1).toordinal()
            for year in (self.cut[0], self.cut[1] + 1)
        )
        within = min(max(days - begins, 0), ends - begins)
        return days - within + within * _YEAR // (ends - begins)

    def bar(self, event: TimelineEvent) -> Bar:
        period = event.period
        start, end = self.span(period)
        fade_in, fade_out = _fades(period, end - start)
        return Bar(
            start=start,
            end=end,
            fade_in=fade_in,
            fade_out=fade_out,
            before=start > self.days - end,
            ongoing=period.is_open(self.today),
            certain=bool(event.entry.periods),
            gaps=tuple(_between(merged(map(self.span, event.entry.periods)))),
        )

    def span(self, period: Period) -> tuple[int, int]:
        """The first day of *period*, and the day behind its last."""
        start = self.day(period.start.earliest)
        if period.end is None or period.is_open(self.today):
            return start, self.days
        return start, min(self.days, self.day(period.end.latest) + 1)

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


def _between(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What lies between *spans* that are in order and do not meet."""
    return ((end, start) for (_, end), (start, _) in pairwise(spans))


def _fades(period: Period, days: int) -> tuple[int, int]:
    """The days over which a period of so many *days* begins and ends."""
    doubt_in = _doubt(period.start, is_known=period.beginning != "unknown")
    doubt_out = _doubt(period.end, is_known=period.ending != "unknown") if period.end else 0
    if period.is_single_date:
        return doubt_in // 2, doubt_out // 2
    if period.beginning == "unknown":
        return min(doubt_in, days), min(doubt_out, max(days - doubt_in, 0))
    return min(doubt_in, max(days - doubt_out, 0)), min(doubt_out, days)


def _doubt(date: PartialDate, *, is_known: bool) -> int:
    """How many days a date leaves open, where it is not known to the month, or is only the next that is known."""
    return 0 if date.month and is_known else (date.latest - date.earliest).days + 1
