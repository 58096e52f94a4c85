"""A variant of the curriculum vitae: the same evidence, in another order and cut, for one kind of work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, NewType

from .dates import Period
from .entries import Slug
from .fields import Doc, Kind

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
    kinds: Annotated[
        tuple[Kind, ...], Doc("The kinds of entry that are told; all where this is left out.", "[employer, project]")
    ] = ()
    span: Annotated[Period | None, Doc("Only what overlaps this time is told.", "2003 – now")] = None
    limit: Annotated[Pages, Doc("How many pages it may have.", "1")] = Pages(2)
    paper: Annotated[Paper, Doc("The size of its paper.", "letter")] = "a4"

    @property
    def file(self) -> str:
        """The name of its file, which stands at the site's root."""
        return f"cv-{self.name}.pdf"

    @property
    def page(self) -> str:
        """The name of its page."""
        return f"for/{self.name}"
