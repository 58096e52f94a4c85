"""What files of all formats say of a career, before anything is decided: values as they were written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from .tree import Node

SectionName = Literal["work", "volunteer", "education", "projects", "publications", "awards", "certificates"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry of a file, of whichever section.

    :ivar at: the entry as a whole.
    :ivar name: of the organization, the project, the publication, …
    :ivar date: in place of both *start* and *end*.
    :ivar about: what is said of the organization beside the *summary* of the work.
    :ivar keywords: skills that the file names at the entry.
    """

    section: SectionName
    at: Node
    name: Node | None = None
    role: Node | None = None
    place: Node | None = None
    url: Node | None = None
    start: Node | None = None
    end: Node | None = None
    date: Node | None = None
    about: Sequence[Node] = ()
    summary: Sequence[Node] = ()
    highlights: Sequence[Node] = ()
    keywords: Sequence[Node] = ()
    issuer: Node | None = None
    degree: Node | None = None
    area: Node | None = None
    score: Node | None = None
    courses: Sequence[Node] = ()
    authors: Sequence[Node] = ()
    doi: Node | None = None
    entity: Node | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A page of the person in a network."""

    at: Node
    network: Node | None = None
    username: Node | None = None
    url: Node | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillGroup:
    """Skills under a heading; without *names*, the heading is a skill."""

    heading: Node | None
    names: Sequence[Node] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A section of free text: its heading, and its paragraphs or points."""

    heading: str
    texts: Sequence[Node]


@dataclass(slots=True, kw_only=True)
class Resume:
    """All that a file says.

    :ivar place: the parts of an address that are for everyone: town, region and country.
    """

    name: Node | None = None
    label: Node | None = None
    summary: Sequence[Node] = ()
    place: Sequence[Node] = ()
    country: Node | None = None
    email: Node | None = None
    phone: Node | None = None
    url: Node | None = None
    photo: Node | None = None
    profiles: list[Profile] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    skills: list[SkillGroup] = field(default_factory=list)
    languages: list[tuple[Node, Node | None]] = field(default_factory=list)
    prose: list[Prose] = field(default_factory=list)
