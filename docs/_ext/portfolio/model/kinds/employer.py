"""Employers: where, when and in what role one worked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from portfolio.model.dates import Period
from portfolio.model.entries import Entry, Highlights, Section, Skills, Traits
from portfolio.model.fields import N_, NN_, As, Doc, Shown, When


@Traits(
    folder="employers",
    one=N_("Employer"),
    many=N_("Employers"),
    counted=NN_("%(number)d employer", "%(number)d employers"),
    heading=N_("Experience"),
    mark="bar",
    lasting=True,
    occupation=True,
    schema_org="Organization",
    json_resume=Section(name="work"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Employer(Entry):
    """An employment: an organization, where and in what role."""

    period: Annotated[Period, Doc("When the employment was.", "2001-09 – now"), Shown(N_("When")), When()]
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
    ]
    highlights: Highlights = ()
    skills: Skills = ()
