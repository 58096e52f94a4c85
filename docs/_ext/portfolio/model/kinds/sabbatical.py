"""Sabbaticals: time away from employment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from portfolio.model.dates import Period
from portfolio.model.entries import Entry, Highlights, Skills, Traits
from portfolio.model.fields import N_, NN_, As, Doc, Shown, When


@Traits(
    folder="sabbaticals",
    one=N_("Sabbatical"),
    many=N_("Sabbaticals"),
    counted=NN_("%(number)d sabbatical", "%(number)d sabbaticals"),
    mark="dots",
    gist=("role",),
    lasting=True,
    occupation=True,
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Sabbatical(Entry):
    """Time away from employment."""

    period: Annotated[Period, Doc("When the time was.", "2006-01 – 2006-09"), Shown(N_("When")), When()]
    role: Annotated[
        str | None,
        Doc("The role in it.", "Volunteer"),
        Shown(N_("Role"), {"panel", "line", "cv", "llms"}),
    ] = None
    place: Annotated[
        str,
        Doc("Where the time was spent.", "Lima"),
        Shown(N_("Where"), {"panel", "card", "cv"}),
        As(schema_org="contentLocation"),
    ] = ""
    highlights: Highlights = ()
    skills: Skills = ()
