"""The values a career is made of: keys and the six kinds of entry.

Standard library only. The vocabulary follows https://schema.org where that has a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal, NewType

from .dates import Period

Kind = Literal["employer", "education", "sabbatical", "project", "talk", "skill"]
Slug = NewType("Slug", str)
"""Lower-case words joined by hyphens: an entry's file stem, unique within its kind."""
Url = NewType("Url", str)
"""An absolute http or https address."""
Status = Literal["active", "inactive", "archived", "end-of-life", "research"]
"""How a project stands today, in the manner of https://www.repostatus.org."""


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """The stable name of an entry: its kind and its slug."""

    kind: Kind
    slug: str


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
