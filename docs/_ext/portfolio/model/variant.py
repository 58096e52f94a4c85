"""A CV variant: the same evidence in another order and at another length, for one kind of work; and its limits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Literal, NewType

from .dates import Period
from .entries import Slug
from .fields import Doc, Kind
from .kinds import KINDS

Paper = Literal["a4", "letter"]
"""The sizes of paper."""
Pages = NewType("Pages", int)
"""A number of pages."""
MOST_PAGES = 9
"""No curriculum vitae is longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """What a file in ``variants/`` says.

    :ivar name: the file's stem.
    """

    name: str
    title: Annotated[str, Doc("The job title that it is made for.", "Scientific illustrator")]
    skills: Annotated[tuple[Slug, ...], Doc("The skills that matter there, the first first.", "[drawing, taxonomy]")]
    pitch: Annotated[
        str | None,
        Doc(
            "Why you fit, in two or three sentences, at the top of its page.",
            "I draw plants so that others can name them.",
        ),
    ] = None
    kinds: Annotated[
        tuple[Kind, ...],
        Doc("Kinds of entry that are included; all where this is left out.", "[employer, project]"),
    ] = ()
    span: Annotated[Period | None, Doc("Only what overlaps this time is included.", "2003 – now")] = None
    limit: Annotated[Pages, Doc("How many pages it may have.", "1")] = Pages(2)
    paper: Annotated[Paper, Doc("The size of its paper.", "letter")] = "a4"

    def file(self, suffix: str) -> str:
        """The name of its file with this *suffix*, which stands at the site's root."""
        return f"cv-{self.name}.{suffix}"

    @property
    def resume_file(self) -> str:
        """The name of the same as JSON Resume."""
        return f"resume-{self.name}.json"

    @property
    def page(self) -> str:
        """The name of its page."""
        return f"for/{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of a career a CV shows: every employer, and at most so many of the rest.

    :ivar pages: how many pages the PDF may have; more are a warning.
    :ivar full: how many employers are shown with their highlights: the newest, or the most relevant ones.
    :ivar highlights: how many highlights each of these has.
    :ivar brief: how many highlights every other entry has.
    :ivar skills: how many skills are shown.
    :ivar name: the longest name or role, in characters.
    :ivar sentence: the longest summary or highlight, in characters.
    :ivar about: the longest summary of the person, in characters.
    """

    pages: int = 2
    paper: Paper = "a4"
    full: int = 8
    highlights: int = 6
    brief: int = 1
    skills: int = 30
    name: int = 90
    sentence: int = 200
    about: int = 480

    @classmethod
    def of(cls, variant: Variant) -> Limits:
        """A variant's limits."""
        return replace(cls.of_pages(variant.limit), paper=variant.paper)

    @classmethod
    def of_pages(cls, pages: int) -> Limits:
        """The limits of so many pages: as much on each page as on one of the usual two."""
        return cls(
            pages=pages,
            full=4 * pages if pages > 1 else 2,
            highlights=6 if pages > 1 else 2,
            brief=1 if pages > 1 else 0,
            skills=15 * pages,
        )

    def most(self, kind: Kind) -> int | None:
        """How many entries of a kind are included; all if None."""
        of_two_pages = KINDS[kind].traits.most
        return of_two_pages * self.pages // 2 or None
