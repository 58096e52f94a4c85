"""The values a career is made of: keys and the six kinds of entry.

Standard library only. The vocabulary follows https://schema.org where that has a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal, NewType, get_args

from .dates import Period

Kind = Literal["employer", "education", "sabbatical", "project", "talk", "skill"]
Slug = NewType("Slug", str)
"""Lower-case words joined by hyphens: an entry's file stem, unique within its kind."""
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What a slug looks like."""
Url = NewType("Url", str)
"""An absolute http or https address."""
Email = NewType("Email", str)
"""An address for mail."""
Phone = NewType("Phone", str)
"""A telephone number."""
Exhibit = Literal["source", "video", "slides"]
"""The labels of links to what anyone can look at to see that a page is true."""
Status = Literal["active", "inactive", "archived", "end-of-life", "research"]
"""How a project stands today, in the manner of https://www.repostatus.org."""
Visibility = Literal["public", "unlisted", "private"]
"""Who finds an entry: everyone; those who have its address, or follow a link in prose; nobody."""

EXHIBITS: tuple[Exhibit, ...] = get_args(Exhibit)
"""The same, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Key:
    """The stable name of an entry: its kind and its slug."""

    kind: Kind
    slug: str


@dataclass(frozen=True)
class Doc:
    """What authors are told of a field; a field without one is not theirs to write.

    :ivar meaning: one plain sentence.
    :ivar example: a value as YAML, from the front matter of an invented botanist.
    """

    meaning: str
    example: str


Skills = Annotated[tuple[Slug, ...], Doc("The skills that it took, each of which it proves.", "[drawing, taxonomy]")]
Highlights = Annotated[
    tuple[str, ...],
    Doc(
        "What came of it, the best first, each in one short sentence, for the curriculum vitae too.",
        "[Drew five hundred plates of seeds.]",
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every page of a career has.

    :ivar docname: the page's name in Sphinx: its path below the source folder, without suffix.
    :ivar archives: copies of what stands at its addresses, by address, as far as they were told beside these.
    """

    kind: ClassVar[Kind]
    docname: str
    title: Annotated[str, Doc("The page's name; it stands beside the kind, not below it.", "Botanical drawing")]
    summary: Annotated[
        str,
        Doc("What it is, in one plain sentence, for lists and cards too.", "Plants, drawn from life in pen and ink."),
    ]
    links: Annotated[
        Mapping[str, Url],
        Doc("Addresses elsewhere, each with its label.", "{website: https://example.org/kew}"),
    ] = field(default_factory=dict)
    sources: Annotated[
        tuple[Url, ...], Doc("Where the page's facts can be checked.", "[https://example.org/history]")
    ] = ()
    visibility: Annotated[
        Visibility,
        Doc(
            "Who finds the page: everyone, only those who have its address, or nobody, for it is not built.", "unlisted"
        ),
    ] = "public"
    archives: Mapping[Url, Url] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        """The entry's stable name."""
        return Key(self.kind, self.docname.rpartition("/")[2])

    @property
    def exhibits(self) -> Mapping[Exhibit, Url]:
        """Where anyone can see that the page is true: its links of that kind."""
        return {label: self.links[label] for label in EXHIBITS if label in self.links}


@dataclass(frozen=True, slots=True, kw_only=True)
class Employer(Entry):
    """An employment: an organisation, where and in what role."""

    kind: ClassVar[Kind] = "employer"
    period: Annotated[Period, Doc("When you worked there.", "2001-09 – now")]
    places: Annotated[tuple[str, ...], Doc("The places where you worked.", "[Kew, Wakehurst]")]
    role: Annotated[str | None, Doc("What you worked as.", "Illustrator")] = None
    highlights: Highlights = ()
    skills: Skills = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Education(Entry):
    """Studies at one institution and what they led to."""

    kind: ClassVar[Kind] = "education"
    period: Annotated[Period, Doc("When you studied there.", "1998 – 2002")]
    place: Annotated[str, Doc("Where the institution is.", "Leeds")]
    degree: Annotated[str | None, Doc("The degree that the studies led to.", "B.Sc. in Botany")] = None
    honours: Annotated[str | None, Doc("The honours that came with the degree.", "With honours")] = None
    minor: Annotated[str | None, Doc("The minor subject.", "Chemistry")] = None
    skills: Skills = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sabbatical(Entry):
    """Time away from employment."""

    kind: ClassVar[Kind] = "sabbatical"
    period: Annotated[Period, Doc("When you were away.", "2006-01 – 2006-09")]
    place: Annotated[str, Doc("Where you spent the time.", "Lima")]
    role: Annotated[str | None, Doc("What you were there.", "Volunteer")] = None
    highlights: Highlights = ()
    skills: Skills = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Entry):
    """A piece of work with a name."""

    kind: ClassVar[Kind] = "project"
    period: Annotated[
        Period | None, Doc("When you worked on it; without one, its employers' periods count.", "2003-01 – 2005")
    ] = None
    employers: Annotated[tuple[Slug, ...], Doc("The employers at which it was built.", "[kew]")] = ()
    role: Annotated[str | None, Doc("Your part in it.", "Illustrator")] = None
    highlights: Highlights = ()
    skills: Skills = ()
    status: Annotated[Status | None, Doc("How it stands today.", "archived")] = None
    licence: Annotated[str | None, Doc("The licence under which it is published.", "CC-BY-4.0")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One event at which a talk was given."""

    event: Annotated[str, Doc("The name of the event.", "Flora 2006")]
    place: Annotated[str, Doc("Where the event was.", "Oslo")]
    date: Annotated[Period, Doc("The day, or the span in which it lies, as far as that is known.", "2006-05-17")]
    title: Annotated[str | None, Doc("The title as announced, where it differs.", "Drawing seeds")] = None
    video: Annotated[Url | None, Doc("The recording.", "https://example.org/video")] = None
    slides: Annotated[Url | None, Doc("The slides.", "https://example.org/slides")] = None
    programme: Annotated[Url | None, Doc("The event's own page on the talk.", "https://example.org/flora")] = None
    id: Annotated[Slug | None, Doc("The anchor on the page, if not made from the event's name.", "flora")] = None
    upcoming: Annotated[bool, Doc("That the date lies in the future, and is meant to.", "true")] = False

    @property
    def anchor(self) -> str:
        """The fragment that leads to this delivery on its talk's page."""
        return self.id or slugify(self.event)


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk(Entry):
    """A talk as a work; its deliveries are the events."""

    kind: ClassVar[Kind] = "talk"
    deliveries: Annotated[
        tuple[Delivery, ...],
        Doc("The events at which the talk was given.", "[{event: Flora 2006, place: Oslo, date: 2006-05-17}]"),
    ]
    projects: Annotated[tuple[Slug, ...], Doc("The projects that the talk presents.", "[atlas]")] = ()
    employer: Annotated[Slug | None, Doc("The employer you worked for at the time.", "kew")] = None
    skills: Skills = ()

    @property
    def given(self) -> tuple[Delivery, ...]:
        """The deliveries that are not still to come."""
        return tuple(each for each in self.deliveries if not each.upcoming)

    @property
    def exhibits(self) -> Mapping[Exhibit, Url]:
        """Where anyone can see that the talk was given: of each kind the newest there is, or the talk's own link."""
        found: dict[str, Url | None] = {**self.links}
        for given in sorted(self.deliveries, key=lambda given: given.date.start.earliest):
            found |= {"video": given.video or found.get("video"), "slides": given.slides or found.get("slides")}
        return {label: url for label in EXHIBITS if (url := found.get(label))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill(Entry):
    """Something the owner can do; it is proven by the entries that declare it and the headings that mention it."""

    kind: ClassVar[Kind] = "skill"
    category: Annotated[str, Doc("The heading under which the skill stands in the index of skills.", "Arts")]
    aliases: Annotated[tuple[str, ...], Doc("Other names, which no other skill has.", "[illustration]")] = ()
    link: Annotated[Url | None, Doc("The skill's home page.", "https://example.org/drawing")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The one whose career it is; it stands in the front matter of the first page. Nothing else is told of a person.

    The words are those of JSON Resume's ``basics`` (https://jsonresume.org/schema).

    :ivar archives: as an entry's.
    """

    name: Annotated[str, Doc("Your name.", "Ada Flora")]
    label: Annotated[str | None, Doc("What you are, in a few words.", "Botanical illustrator")] = None
    summary: Annotated[
        str | None, Doc("What you do, in a sentence or three.", "I draw plants from life, seeds above all.")
    ] = None
    place: Annotated[str | None, Doc("Where you live, as far as it is to be known.", "Kew, England")] = None
    url: Annotated[Url | None, Doc("Your home page, if this site is not.", "https://example.org/ada")] = None
    photo: Annotated[Url | None, Doc("The address of a picture of you.", "https://example.org/ada.jpg")] = None
    email: Annotated[Email | None, Doc("An address for mail; published as it is.", "ada@example.org")] = None
    phone: Annotated[Phone | None, Doc("A telephone number; published as it is.", "+44 20 7946 0000")] = None
    profiles: Annotated[
        Mapping[str, Url],
        Doc("Your pages in networks, each with the network's name.", "{GitHub: https://github.com/ada-flora}"),
    ] = field(default_factory=dict)
    archives: Mapping[Url, Url] = field(default_factory=dict)


KINDS: Mapping[Kind, type[Entry]] = {cls.kind: cls for cls in (Employer, Education, Sabbatical, Project, Talk, Skill)}
"""Each kind's class, in the order in which kinds are listed."""
SUBJECTS: Mapping[str, type] = {**{str(kind): cls for kind, cls in KINDS.items()}, "person": Person}
"""What a page's front matter can be about: the keys that hold it, with their classes."""

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
