"""The values a career is made of: keys, dates, periods and the six kinds of entry.

Standard library only. Dates keep the precision they were written with, and nothing makes one more precise than that.
The vocabulary follows https://schema.org where that has a word.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal, NewType

Kind = Literal["employer", "education", "sabbatical", "project", "talk", "skill"]
Slug = NewType("Slug", str)
"""Lower-case words joined by hyphens: an entry's file stem, unique within its kind."""
Url = NewType("Url", str)
"""An absolute http or https address."""
Status = Literal["active", "inactive", "archived", "end-of-life", "research"]
"""How a project stands today, in the manner of https://www.repostatus.org."""

_DATE = r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?"
_PERIOD = re.compile(rf"(?P<start>{_DATE})(?:\s*(?:-|–|to)\s*(?P<end>{_DATE}|now))?")


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """The stable name of an entry: its kind and its slug."""

    kind: Kind
    slug: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date as precise as it was given: a year, a month or a day (ISO 8601-1:2019, 5.2.2, reduced precision)."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

        :raises ValueError: with the reason, where *text* is no such date or the date does not exist.
        """
        found = re.fullmatch(_DATE, text.strip())
        if found is None:
            raise ValueError(f'"{text}" is no date; write YYYY, YYYY-MM or YYYY-MM-DD')
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        if year == 0:
            raise ValueError(f'"{text}" does not exist: there is no year 0')
        if month is not None and not 1 <= month <= 12:
            raise ValueError(f'"{text}" does not exist: months run from 01 to 12')
        if month is not None and day is not None:
            last = calendar.monthrange(year, month)[1]
            if not 1 <= day <= last:
                raise ValueError(f'"{text}" does not exist: that month runs from 01 to {last}')
        return cls(year=year, month=month, day=day)

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
    """A span of time; ``end`` is None while it goes on ("now"). A single date is both start and end."""

    start: PartialDate
    end: PartialDate | None

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read ``START – END``, ``START – now`` or a single date; ``-``, ``–`` and ``to`` may stand between.

        :raises ValueError: with the reason, where *text* is no period, runs backwards or holds no real date.
        """
        found = _PERIOD.fullmatch(text.strip())
        if found is None:
            raise ValueError(
                f'"{text}" is no period; write START – END, START – now or one date, each YYYY, YYYY-MM or YYYY-MM-DD'
            )
        start = PartialDate.parse(found["start"])
        match found["end"]:
            case "now":
                return cls(start=start, end=None)
            case None:
                return cls(start=start, end=start)
            case written:
                end = PartialDate.parse(written)
        if end.latest < start.earliest:
            raise ValueError(f'"{text}" runs backwards; write the earlier date first')
        return cls(start=start, end=end)

    @property
    def is_single_date(self) -> bool:
        """Whether one date is both the start and the end."""
        return self.start == self.end

    def extent(self, today: dt.date) -> Extent:
        """The period in days. "now" ends with *today*.

        A year stands for its middle, so that a year-only period counts the difference of its years, and two that
        share a year meet without overlapping. A period within one year counts as the half of it.
        """
        end = self.end
        exact = self.start.month is not None and (end is None or end.month is not None)
        if self.is_single_date and self.start.month is None:
            return Extent(
                start=dt.date(self.start.year, 4, 1).toordinal(),
                end=dt.date(self.start.year, 10, 1).toordinal(),
                exact=False,
            )
        first = _middle_of_year(self.start) if self.start.month is None else self.start.earliest.toordinal()
        if end is None:
            last = today.toordinal() + 1
        else:
            last = _middle_of_year(end) if end.month is None else end.latest.toordinal() + 1
        return Extent(start=first, end=max(first, last), exact=exact)


def _middle_of_year(date: PartialDate) -> int:
    return dt.date(date.year, 7, 1).toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every page of a career has.

    :ivar docname: the page's name in Sphinx: its path below the source folder, without suffix.
    :ivar summary: one plain sentence for lists, cards and metadata.
    :ivar links: label to address, in the author's order.
    :ivar sources: where the page's facts can be checked.
    """

    kind: ClassVar[Kind]
    docname: str
    title: str
    summary: str
    links: Mapping[str, Url] = field(default_factory=dict)
    sources: tuple[Url, ...] = ()

    @property
    def key(self) -> Key:
        """The entry's stable name."""
        return Key(self.kind, self.docname.rpartition("/")[2])


@dataclass(frozen=True, slots=True, kw_only=True)
class Employer(Entry):
    """An employment: an organisation, where and in what role."""

    kind: ClassVar[Kind] = "employer"
    period: Period
    places: tuple[str, ...]
    role: str | None = None
    skills: tuple[Slug, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Education(Entry):
    """Studies at one institution and what they led to."""

    kind: ClassVar[Kind] = "education"
    period: Period
    place: str
    degree: str | None = None
    honours: str | None = None
    minor: str | None = None
    skills: tuple[Slug, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sabbatical(Entry):
    """Time away from employment."""

    kind: ClassVar[Kind] = "sabbatical"
    period: Period
    place: str
    skills: tuple[Slug, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Entry):
    """A piece of work with a name. Without a period of its own it is placed in time by its employers."""

    kind: ClassVar[Kind] = "project"
    period: Period | None = None
    employers: tuple[Slug, ...] = ()
    role: str | None = None
    skills: tuple[Slug, ...] = ()
    status: Status | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One event at which a talk was given.

    :ivar date: the day, or the span in which it lies, as far as that is known.
    :ivar title: the title as announced, where it differs from the talk's.
    :ivar id: the anchor on the talk's page; made from the event's name where it is not given.
    :ivar upcoming: that the date lies in the future, and is meant to.
    """

    event: str
    place: str
    date: Period
    title: str | None = None
    video: Url | None = None
    slides: Url | None = None
    programme: Url | None = None
    id: Slug | None = None
    upcoming: bool = False

    @property
    def anchor(self) -> str:
        """The fragment that leads to this delivery on its talk's page."""
        return self.id or slugify(self.event)


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk(Entry):
    """A talk as a work; its deliveries are the events."""

    kind: ClassVar[Kind] = "talk"
    deliveries: tuple[Delivery, ...]
    projects: tuple[Slug, ...] = ()
    employer: Slug | None = None
    skills: tuple[Slug, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill(Entry):
    """Something the owner can do; it is proven by the entries that declare it and the headings that mention it."""

    kind: ClassVar[Kind] = "skill"
    category: str
    aliases: tuple[str, ...] = ()
    link: Url | None = None


KINDS: Mapping[Kind, type[Entry]] = {cls.kind: cls for cls in (Employer, Education, Sabbatical, Project, Talk, Skill)}
"""Each kind's class, in the order in which kinds are listed."""

REFERENCES: Mapping[str, Kind] = {
    "employers": "employer",
    "employer": "employer",
    "projects": "project",
    "skills": "skill",
}
"""The fields that name other entries, and the kind each of them names."""


def references(entry: Entry) -> Iterator[tuple[str, Key]]:
    """Every entry that *entry*'s front matter names, as pairs of field name and key, in the order written."""
    for name, kind in REFERENCES.items():
        named = getattr(entry, name, None) or ()
        for slug in (named,) if isinstance(named, str) else named:
            yield name, Key(kind, slug)


def slugify(text: str) -> Slug:
    """*text* as lower-case words joined by hyphens; accents are folded, and letters without a Latin base are kept."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return Slug("-".join(re.findall(r"[^\W_]+", folded.replace("'", "").replace("’", ""))))
