"""A CV as plain data: a view of the career, shortened to a variant's limits."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from portfolio.model.dates import Period
from portfolio.model.fields import Kind
from portfolio.model.variant import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Text, and where it leads; empty for nowhere.

    :ivar label: what it is, where that is not plain.
    """

    text: str
    url: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry.

    :ivar period: when it was; of a talk, its latest delivery.
    :ivar when: the same in words, as PDF and Word show it.
    :ivar organization: where one was what the title says; empty where the title is something else.
    :ivar details: place and the like.
    :ivar links: what anyone can look at.
    """

    period: Period | None
    when: str
    title: Words
    details: tuple[str, ...]
    organization: str = ""
    summary: str
    highlights: tuple[str, ...] = ()
    links: tuple[Words, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """The organization and the details."""
        return (self.organization, *self.details) if self.organization else self.details


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The skills of one category, each with the years of its evidence as its label."""

    category: str
    skills: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Entries of one kind, or skills in groups."""

    kind: Kind
    heading: str
    items: tuple[Item, ...] = ()
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Curriculum:
    """A curriculum vitae.

    :ivar title: that of the document.
    :ivar label: what the person is, or is to be.
    :ivar code: the language it is written in, as a tag of BCP 47.
    :ivar overview: what the person's summary is called.
    :ivar accent: the color of headings and links, as in ``#0b5e74``.
    :ivar date: when it last changed, or the newest date that it names; None where neither is known.
    """

    title: str
    name: str
    label: str
    overview: str
    summary: str
    contacts: tuple[Words, ...]
    code: str
    date: dt.date | None
    pages: int
    paper: Paper
    accent: str
    sections: tuple[Section, ...]
