"""Dates and periods as precise as they were written; nothing makes one more precise than that."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

# The pattern of the JSON Schema too, so in the syntax that ECMA-262's regular expressions share: no names for groups.
DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
"""What a date looks like."""
TO = r"\s*(?:-|–|to)\s*"
"""What stands between a start and an end."""
_END = rf"{DATE.pattern}(?:\s*[(]expected[)])?"
PERIOD = re.compile(rf"({DATE.pattern})(?:{TO}(now|[?]|{_END})|(\s*[(]expected[)]))?|[?]{TO}({_END})")
"""What a period looks like: its start and, where it is no single date, its end; or that a single date is expected; or
an end without a start."""
Beginning = Literal["known", "unknown"]
"""How the start of a period is known; an unknown one was some time before the first date that is known."""
Ending = Literal["known", "unknown", "expected"]
"""How the end of a period is known; an unknown one was some time after the last date that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date as precise as it was given: a year, a month or a day (ISO 8601-1:2019, 5.2.2, reduced precision)."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

        :raises ValueError: with the reason, where *text* is not one or the date does not exist.
        """
        if not DATE.fullmatch(text.strip()):
            raise ValueError(f'"{text}" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD')
        year, *rest = map(int, text.strip().split("-"))
        month, day = (*rest, None, None)[:2]
        if year == 0:
            raise ValueError(f'"{text}" does not exist: there is no year 0')
        if month is not None and not 1 <= month <= 12:
            raise ValueError(f'"{text}" does not exist: months run from 01 to 12')
        if month is not None and day is not None:
            last = calendar.monthrange(year, month)[1]
            if not 1 <= day <= last:
                raise ValueError(f'"{text}" does not exist: that month runs from 01 to {last}')
        return cls(year=year, month=month, day=day)

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)

    @property
    def earliest(self) -> dt.date:
        """The first day this date can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> dt.date:
        """The last day this date can mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """A period as day numbers, for arithmetic: ``[start, end)`` in proleptic Gregorian ordinals.

    :ivar exact: whether both ends are known to the month; otherwise the numbers are estimates.
    """

    start: int
    end: int
    exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A span of time; ``end`` is None while it goes on ("now"). A single date is both start and end.

    :ivar beginning: whether the start is known. Where it is unknown, ``start`` is the first date at which it is known
        to have gone on, which is the end where no more is known.
    :ivar ending: the same of the end, which is the start where no more is known.
    """

    start: PartialDate
    end: PartialDate | None
    beginning: Beginning = "known"
    ending: Ending = "known"

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read ``START – END``, ``START – now``, ``START – ?``, ``? – END`` or a single date.

        ``-``, ``–`` and ``to`` may stand between; an end that is yet to come has ``(expected)`` behind it.

        :raises ValueError: with the reason, where *text* is not a period, runs backwards or holds no real date.
        """
        found = PERIOD.fullmatch(text.strip())
        if found is None:
            raise ValueError(
                f'"{text}" is not a period; write START – END, START – now, START – ?, ? – END or one date, '
                "each YYYY, YYYY-MM or YYYY-MM-DD"
            )
        if found[4]:
            return replace(cls.parse(found[4]), beginning="unknown")
        start = PartialDate.parse(found[1])
        match found[2]:
            case "now":
                return cls(start=start, end=None)
            case "?":
                return cls(start=start, end=start, ending="unknown")
            case None:
                return cls(start=start, end=start, ending="expected" if found[3] else "known")
            case written:
                end = PartialDate.parse(written.partition("(")[0])
        if end.latest < start.earliest:
            raise ValueError(f'"{text}" runs backwards; write the earlier date first')
        return cls(start=start, end=end, ending="expected" if written.endswith(")") else "known")

    def __str__(self) -> str:
        start = "?" if self.beginning == "unknown" else str(self.start)
        if self.ending == "unknown":
            return f"{start} – ?"
        dates = start if self.is_single_date else f"{start} – {self.end or 'now'}"
        return f"{dates} (expected)" if self.ending == "expected" else dates

    @property
    def is_single_date(self) -> bool:
        """Whether one date is both the start and the end."""
        return self.start == self.end and self.is_bounded

    @property
    def began(self) -> PartialDate | None:
        """When there first was what it dates; None where that is not known, or a single date is only expected."""
        is_ahead = self.is_single_date and self.ending == "expected"
        return None if is_ahead or self.beginning == "unknown" else self.start

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are known; if not, neither is the length."""
        return "unknown" not in {self.beginning, self.ending}

    def is_ahead(self, today: dt.date) -> bool:
        """Whether it is expected, and is not known to have begun by *today*."""
        begins = self.start.latest if self.start == self.end else self.start.earliest
        return self.ending == "expected" and begins > today

    def is_open(self, today: dt.date) -> bool:
        """Whether it goes on on *today*: it has no end, or has begun and is expected to end later."""
        expected = self.ending == "expected" and not self.is_ahead(today)
        return self.end is None or (expected and self.end.latest > today)

    def last_year(self, today: dt.date) -> int:
        """The last year in which it is known to have gone on: that of *today* while it is open."""
        return today.year if self.end is None or self.is_open(today) else self.end.year

    def holds(self, other: Period) -> bool:
        """Whether *other* can lie within this period, as far as the precision of their dates shows."""
        if other.end is None and self.end is not None:
            return False
        first = dt.date.min if self.beginning == "unknown" else self.start.earliest
        last = dt.date.max if self.end is None or self.ending == "unknown" else self.end.latest
        return all(first <= date.latest and date.earliest <= last for date in (other.start, other.end or other.start))

    def not_before(self, date: PartialDate) -> Period | None:
        """As much of the period as can lie on or after *date*, no more precise than before; None if it is over then."""
        if self.end is not None and self.end.latest < date.earliest:
            return None
        if self.beginning == "unknown" or self.start.earliest >= date.earliest:
            return self
        month = date.month if self.start.month else None
        start = PartialDate(year=date.year, month=month, day=date.day if month and self.start.day else None)
        return replace(self, start=start)

    def is_to_come(self, today: dt.date) -> bool:
        """Whether it begins or ends after *today*, and is not said to be expected."""
        if self.ending == "expected":
            return False
        return self.start.earliest > today or (self.end is not None and self.end.earliest > today)

    def overlaps(self, other: Period) -> bool:
        """Whether the two can have a day in common, of those that are known; what goes on has no end."""
        return all(
            two.end is None or one.start.earliest <= two.end.latest for one, two in ((self, other), (other, self))
        )

    def extent(self, today: dt.date) -> Extent:
        """The period in days. "now" ends with *today*, as does what is expected to end later.

        What is unknown adds nothing: of ``2008 – ?`` and ``? – 2015`` no day is counted. A year stands for its middle,
        so that a year-only period counts the difference of its years, and two that share a year meet without
        overlapping. A period within one year counts as the half of it.
        """
        end = None if self.is_open(today) else self.end
        exact = self.start.month is not None and (end is None or end.month is not None)
        if self.is_single_date and self.start.month is None and not self.is_ahead(today):
            return Extent(
                start=dt.date(self.start.year, 4, 1).toordinal(),
                end=dt.date(self.start.year, 10, 1).toordinal(),
                exact=False,
            )
        if self.start.month is None:
            first = _middle_of_year(self.start)
        elif self.beginning == "unknown":
            first = self.start.latest.toordinal() + 1
        else:
            first = self.start.earliest.toordinal()
        if end is None:
            last = today.toordinal() + 1
        elif end.month is None:
            last = _middle_of_year(end)
        else:
            last = end.earliest.toordinal() if self.ending == "unknown" else end.latest.toordinal() + 1
        return Extent(start=first, end=first if self.is_ahead(today) else max(first, last), exact=exact)


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """*spans* from a start to before an end, in order, those that overlap or meet as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def union(extents: Iterable[Extent]) -> int:
    """The days that *extents* cover together, overlaps counted once."""
    return sum(end - start for start, end in merged((extent.start, extent.end) for extent in extents))


def recency(period: Period | None) -> tuple[int, int]:
    """A sort key: what goes on first, what has no period last; by latest end, then latest start."""
    if period is None:
        return 0, 0
    end = dt.date.max if period.end is None else period.end.latest
    return -end.toordinal(), -period.start.earliest.toordinal()


def hull(periods: Iterable[Period]) -> Period | None:
    """The shortest period in which all *periods* lie; None where there is none."""
    found = list(periods)
    if not found:
        return None
    first = min(found, key=lambda period: period.start.earliest)
    last = max(found, key=lambda period: period.end.latest if period.end else dt.date.max)
    return replace(last, start=first.start, beginning=first.beginning)


def build_day(environ: Mapping[str, str]) -> dt.date:
    """The day that "now" means: that of ``SOURCE_DATE_EPOCH`` where it is set, else today, both in UTC.

    See https://reproducible-builds.org/specs/source-date-epoch/.

    :raises ValueError: where that is not a number of seconds that a date can be made of.
    """
    epoch = environ.get("SOURCE_DATE_EPOCH")
    try:
        instant = dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch else dt.datetime.now(dt.UTC)
    except (ValueError, OverflowError, OSError) as error:
        message = f'SOURCE_DATE_EPOCH is "{epoch}"; set it to a number of seconds since 1970, or unset it'
        raise ValueError(message) from error
    return instant.date()


def _middle_of_year(date: PartialDate) -> int:
    return dt.date(date.year, 7, 1).toordinal()
