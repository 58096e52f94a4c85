"""Employments, paid or not: an organization, and when, where and in what role one worked there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Self

from portfolio.model.dates import Period, recency
from portfolio.model.entries import Claim, Entry, Highlights, Skills
from portfolio.model.fields import N_, As, Doc, Shown, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One of several positions at an organization, or one of several times there."""

    period: Annotated[
        Period | None, Doc("When it was; if left out, some time in that of the page.", "2001-09 – 2003")
    ] = None
    role: Annotated[str | None, Doc("The role in it.", "Apprentice")] = None
    places: Annotated[tuple[str, ...], Doc("The places of work, if not those of the page.", "[Wakehurst]")] = ()
    summary: Annotated[str, Doc("What it was, in one plain sentence.", "I drew what the others dug up.")] = ""
    highlights: Highlights = ()
    skills: Skills = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The skills that it claims, each with a time if it has one itself."""
        return tuple(replace(each, period=each.period or self.period) for each in self.skills)


@dataclass(frozen=True, slots=True, kw_only=True)
class Employment(Entry):
    """Work at an organization: one position, or several."""

    period: Annotated[
        Period | None,
        Doc("When the work was; with positions, from the first to the last of them.", "2001-09 – now"),
        Shown(N_("When")),
        When(hull_of="positions"),
    ] = None
    role: Annotated[
        str | None,
        Doc("The role in it.", "Illustrator"),
        Shown(N_("Role"), {"panel", "card", "line", "cv", "llms"}),
        As(json_resume="position", schema_org="roleName"),
    ] = None
    places: Annotated[
        tuple[str, ...],
        Doc("The places of work.", "[Kew, Wakehurst]"),
        Shown(N_("Where"), {"panel", "card", "cv"}),
        As(json_resume="location", schema_org="location"),
    ] = ()
    positions: Annotated[
        tuple[Position, ...],
        Doc(
            "The positions there, if there were several, and the times there, if one came back; "
            "what is between them is not counted.",
            "[{role: Illustrator, period: 2003 – now}, {role: Apprentice, period: 2001-09 – 2003}]",
        ),
    ] = ()
    highlights: Highlights = ()
    skills: Skills = ()

    @property
    def periods(self) -> tuple[Period, ...]:
        """Those of its positions, as far as all have one; else its own."""
        found = tuple(each.period for each in self.positions if each.period)
        if found and len(found) == len(self.positions):
            return found
        return (self.period,) if self.period else ()

    @property
    def parts(self) -> tuple[Self, ...]:
        """It as it was in each of its positions, newest first; the whole where there are none.

        What is said of the whole beside its positions, but for its summary, is said of the newest.
        """
        found = sorted(map(self._in, self.positions), key=lambda part: recency(part.period))
        if not found:
            return (self,)
        newest, *others = found
        highlights, skills = self.highlights + newest.highlights, self.skills + newest.skills
        return (replace(newest, highlights=highlights, skills=skills), *others)

    def _in(self, position: Position) -> Self:
        return replace(
            self,
            period=position.period or self.period,
            role=position.role or self.role,
            places=position.places or self.places,
            summary=position.summary,
            positions=(),
            highlights=position.highlights,
            skills=position.skills,
        )

    @property
    def span(self) -> Period | None:
        """From its beginning to its end, with what is between its positions."""
        return self.period

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The skills that it claims, and those that its positions do, in their time."""
        return (*self.skills, *(claim for position in self.positions for claim in position.claims))

    @property
    def all_highlights(self) -> tuple[str, ...]:
        """Its highlights, and those of its positions."""
        return (*self.highlights, *(text for position in self.positions for text in position.highlights))

    @property
    def roles(self) -> tuple[str, ...]:
        """The role in it, or those in its positions."""
        roles = [self.role, *(position.role for position in self.positions)]
        return tuple(dict.fromkeys(role for role in roles if role))

    @property
    def gist(self) -> str:
        """Its summary, or else its roles."""
        return self.summary or ", ".join(self.roles)
