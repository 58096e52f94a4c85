"""The shape of ``evidence.json``: what stands in it, and what each of its words means, for those who read the file.

The published schema is made of these classes. Within a version, properties are added only; what else changes makes
another version, in a schema of another name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, NewType

from portfolio.model.entries import KINDS, SLUG, Exhibit, Status

from .json_schema import Shape

VERSION = 1

Id = NewType("Id", str)
DeliveryId = NewType("DeliveryId", str)
Date = NewType("Date", str)
Uri = NewType("Uri", str)
Reference = NewType("Reference", str)

SHAPE = Shape(
    texts={
        Id: {"pattern": f"^(?:{'|'.join(KINDS)})/{SLUG.pattern}$"},
        DeliveryId: {"pattern": f"^talk/{SLUG.pattern}#.+$"},
        Date: {"pattern": "^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$"},
        Uri: {"format": "uri"},
        Reference: {"format": "uri-reference"},
    },
    names={"schema": "$schema", "mentioned_by": "mentionedBy"},
)
"""How the types here are written in JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A span of time, as precise as it is known. A single date is both its start and its end."""

    start: Annotated[Date, "When it began: a year, a month or a day."]
    end: Annotated[Date | None, "When it ended; absent while it goes on."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address elsewhere."""

    label: Annotated[str, "What is found there, in the author's words."]
    address: Annotated[Uri, "Where that is."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What stood at an address, kept elsewhere."""

    address: Annotated[Uri, "The address, which stands elsewhere in the same object too."]
    archive: Annotated[Uri, "Where the copy is."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Something that anyone can look at."""

    kind: Annotated[Exhibit, "What it is: source code, a recording, or slides."]
    address: Annotated[Uri, "Where it is."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place in a page's prose that names an entry."""

    page: Annotated[str, "The title of the page."]
    address: Annotated[Reference, "The place, under the nearest heading."]
    entry: Annotated[Id | None, "The entry whose page it is; absent where the page is no entry's."] = None
    anchor: Annotated[str | None, "The heading's anchor on the page; absent above the first heading."] = None
    heading: Annotated[str | None, "The heading; absent above the first one."] = None
    sentence: Annotated[str | None, "The sentence that names it, shortened if it is long; absent in a heading."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every entry has."""

    id: Annotated[
        Id, "The entry's stable name: its kind and its slug. All ids in this file are those of entries in it."
    ]
    title: Annotated[str, "The entry's name."]
    summary: Annotated[str, "What it is, in one plain sentence."]
    address: Annotated[Reference, "The entry's page."]
    links: Annotated[tuple[Link, ...], "Addresses elsewhere, in the author's order."]
    exhibits: Annotated[
        tuple[Proof, ...],
        "Where anyone can see that the entry is true; for a talk, the newest recording and the newest slides.",
    ]
    sources: Annotated[tuple[Uri, ...], "Where the facts can be checked."]
    archives: Annotated[tuple[Copy, ...], "Archived copies of what stands at the entry's addresses."]
    mentions: Annotated[tuple[Id, ...], "The entries that the page's prose names; the reverse of mentionedBy."]
    mentioned_by: Annotated[tuple[Mention, ...], "The places on other pages whose prose names this entry."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proving(Entry):
    """What every entry has that can prove skills."""

    skills: Annotated[tuple[Id, ...], "The skills that the entry declares, in the author's order."]
    proves: Annotated[
        tuple[Id, ...], "The skills that it proves, by declaring or by mentioning them; the reverse of their evidence."
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Employer(Proving):
    """An employment: an organisation, where and in what role."""

    kind: Annotated[Literal["employer"], "The kind of entry."] = "employer"
    period: Annotated[Period, "When that was."]
    places: Annotated[tuple[str, ...], "Where that was."]
    role: Annotated[str | None, "In what role."] = None
    highlights: Annotated[tuple[str, ...], "What came of it, the best first."]
    projects: Annotated[tuple[Id, ...], "The projects that were built there, newest first; the reverse of employers."]
    talks: Annotated[
        tuple[Id, ...], "The talks that were given while working there, newest first; the reverse of employer."
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Education(Proving):
    """Studies at one institution, which the title names."""

    kind: Annotated[Literal["education"], "The kind of entry."] = "education"
    period: Annotated[Period, "When that was."]
    place: Annotated[str, "Where the institution is."]
    degree: Annotated[str | None, "The degree that the studies led to."] = None
    honours: Annotated[str | None, "The honours that came with the degree."] = None
    minor: Annotated[str | None, "The minor subject."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sabbatical(Proving):
    """Time away from employment."""

    kind: Annotated[Literal["sabbatical"], "The kind of entry."] = "sabbatical"
    period: Annotated[Period, "When that was."]
    place: Annotated[str, "Where the time was spent."]
    role: Annotated[str | None, "In what role."] = None
    highlights: Annotated[tuple[str, ...], "What came of it, the best first."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Proving):
    """A piece of work with a name."""

    kind: Annotated[Literal["project"], "The kind of entry."] = "project"
    period: Annotated[
        Period | None, "When it was worked on; absent where it is only known to lie within its employers' periods."
    ] = None
    employers: Annotated[tuple[Id, ...], "The employers at which it was built."]
    role: Annotated[str | None, "In what role."] = None
    highlights: Annotated[tuple[str, ...], "What came of it, the best first."]
    status: Annotated[Status | None, "How it stands today, in the manner of https://www.repostatus.org."] = None
    licence: Annotated[str | None, "The licence under which it is published."] = None
    talks: Annotated[tuple[Id, ...], "The talks that present it, newest first; the reverse of projects."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One event at which a talk was given."""

    id: Annotated[DeliveryId, "Its stable name: the talk's id and its own anchor on the talk's page."]
    address: Annotated[Reference, "Its place on the talk's page."]
    event: Annotated[str, "The name of the event."]
    place: Annotated[str, "Where the event was."]
    date: Annotated[Period, "The day or days, or the span in which they lie."]
    title: Annotated[str | None, "The title as announced; absent where it is the talk's."] = None
    video: Annotated[Uri | None, "The recording."] = None
    slides: Annotated[Uri | None, "The slides."] = None
    programme: Annotated[Uri | None, "The event's own page on the talk."] = None
    upcoming: Annotated[bool, "Whether it was still to come when this was written."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk(Proving):
    """A talk as a work."""

    kind: Annotated[Literal["talk"], "The kind of entry."] = "talk"
    employer: Annotated[Id | None, "The employer at the time."] = None
    projects: Annotated[tuple[Id, ...], "The projects that it presents."]
    deliveries: Annotated[tuple[Delivery, ...], "The events at which it was given."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    """When a skill was in use. Nothing here depends on the day on which it is read or was written."""

    first: Annotated[int, "The first year with evidence."]
    last: Annotated[int | None, "The last year with evidence; absent while it goes on."] = None
    spans: Annotated[
        tuple[Period, ...],
        "The periods of the entries that declare the skill, those that overlap or meet as one; talks have no duration.",
    ]
    days: Annotated[int | None, "How many days the spans cover, as far as is known; absent while one goes on."] = None
    exact: Annotated[bool, "Whether all dates behind the spans are known to the month."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One entry that proves a skill, and how."""

    entry: Annotated[Id, "The entry."]
    address: Annotated[Reference, "Its page, at the first heading that mentions the skill."]
    declared: Annotated[bool, "Whether the entry names the skill as one of its own."]
    mentions: Annotated[tuple[Mention, ...], "The places where its prose mentions the skill."]
    exhibits: Annotated[tuple[Proof, ...], "What anyone can look at to see that the entry is true."]
    deliveries: Annotated[tuple[DeliveryId, ...], "Where a talk was given."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill(Entry):
    """A skill, with all that proves it."""

    kind: Annotated[Literal["skill"], "The kind of entry."] = "skill"
    category: Annotated[str, "What kind of skill it is."]
    aliases: Annotated[tuple[str, ...], "Other names of it."]
    link: Annotated[Uri | None, "Its home page."] = None
    experience: Annotated[Experience | None, "When it was in use; absent where nothing that proves it has a date."] = (
        None
    )
    evidence: Annotated[tuple[Evidence, ...], "What proves it, newest first; the reverse of proves."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A page of the person's in a network."""

    network: Annotated[str, "The network's name."]
    address: Annotated[Uri, "The page."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The one whose career it is."""

    name: Annotated[str, "The person's name."]
    label: Annotated[str | None, "What the person is, in a few words."] = None
    summary: Annotated[str | None, "What the person does, in a sentence or three."] = None
    place: Annotated[str | None, "Where the person lives."] = None
    url: Annotated[Uri | None, "The person's home page."] = None
    photo: Annotated[Uri | None, "A picture of the person."] = None
    email: Annotated[str | None, "An address for mail."] = None
    phone: Annotated[str | None, "A telephone number."] = None
    profiles: Annotated[tuple[Profile, ...], "The person's pages in networks."]
    archives: Annotated[tuple[Copy, ...], "Archived copies of what stands at the person's addresses."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """A career with its evidence: entries, their facts, and their relations in both directions.

    Entries name one another by their ids. An address that is relative is so from the site's root, which is the folder
    of this file; all addresses within the site are relative where the site's own is not known. What is not known is
    absent, and no date is more precise than it is known. Properties may be added to this version of the schema; none
    is removed, and none changes its meaning.
    """

    schema: Annotated[Reference, "The schema that this file keeps to."]
    title: Annotated[str, "The site's name."]
    author: Annotated[str, "Whose site it is."]
    language: Annotated[str, "The language of the texts, as a tag of BCP 47."]
    address: Annotated[Uri | None, "The address of the site's root; absent where that is not known."] = None
    person: Annotated[Person | None, "Whose career it is, as far as that is told."] = None
    employers: Annotated[tuple[Employer, ...], "The employers."]
    education: Annotated[tuple[Education, ...], "The studies."]
    sabbaticals: Annotated[tuple[Sabbatical, ...], "The sabbaticals."]
    projects: Annotated[tuple[Project, ...], "The projects."]
    talks: Annotated[tuple[Talk, ...], "The talks."]
    skills: Annotated[tuple[Skill, ...], "The skills."]
