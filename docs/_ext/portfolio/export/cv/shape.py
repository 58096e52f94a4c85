"""A curriculum vitae as plain data, and the rules by which it is chosen and cut.

No second text is written for it: it is a view of the career. What is too long is cut by :class:`Limits`, and by
nothing else.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from portfolio.model.dates import Period
from portfolio.model.fields import Kind
from portfolio.model.kinds import KINDS
from portfolio.model.variant import Paper, Variant


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The rules that choose and cut. Every employer is told; of the rest, so many at most.

    :ivar pages: how many it may have; more are a warning.
    :ivar full: of so many employers, the newest or those that show most of what matters, the highlights are told.
    :ivar highlights: so many of each of these.
    :ivar brief: so many of each other entry.
    :ivar skills: those that are proven best.
    :ivar name: how many characters a name or a role may have.
    :ivar sentence: how many a summary or a highlight.
    :ivar about: how many what the person says.
    """

    pages: int = 2
    paper: Paper = "a4"
    full: int = 4
    highlights: int = 3
    brief: int = 1
    skills: int = 30
    name: int = 90
    sentence: int = 200
    about: int = 480

    @classmethod
    def of(cls, variant: Variant) -> Limits:
        """Those of a variant: as much on each page as there is on one of the usual two."""
        pages = variant.limit
        return cls(
            pages=pages,
            paper=variant.paper,
            full=2 * pages,
            highlights=3 if pages > 1 else 2,
            brief=1 if pages > 1 else 0,
            skills=15 * pages,
        )

    def most(self, kind: Kind) -> int | None:
        """How many entries of a kind are included, those that anyone can look at first; all if None."""
        of_two_pages = KINDS[kind].traits.most
        return of_two_pages * self.pages // 2 or None


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
    :ivar when: the same in words.
    :ivar details: role, place and the like.
    :ivar links: what anyone can look at.
    """

    period: Period | None
    when: str
    title: Words
    details: tuple[str, ...]
    summary: str
    highlights: tuple[str, ...] = ()
    links: tuple[Words, ...] = ()


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
    :ivar accent: the colour of headings and links, as in ``#0b5e74``.
    :ivar date: the newest that it names, as far as that is known; None where it names none.
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
