"""Projects: pieces of work with a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from portfolio.model.dates import Period
from portfolio.model.entries import Entry, Highlights, Section, Skills, Slug, Traits
from portfolio.model.fields import N_, NN_, As, Called, Doc, Names, Shown, When

Status = Literal["active", "inactive", "archived", "end-of-life", "research"]
"""How a project stands today, in the manner of https://www.repostatus.org."""


@Traits(
    folder="projects",
    one=N_("Project"),
    many=N_("Projects"),
    counted=NN_("%(number)d project", "%(number)d projects"),
    mark="line",
    gist=("role",),
    lasting=True,
    shown_in=frozenset({"feed", "short-address", "qr-code"}),
    most=6,
    schema_org="CreativeWork",
    json_resume=Section(name="projects", summary="description"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Entry):
    """A piece of work with a name."""

    period: Annotated[
        Period | None,
        Doc("When the work was; without one, it lies within the employers' periods.", "2003-01 – 2005"),
        Shown(N_("When")),
        When(),
    ] = None
    role: Annotated[
        str | None,
        Doc("The part in it.", "Illustrator"),
        Shown(N_("Role"), {"panel", "line", "cv", "llms"}),
        As(json_resume="roles[]"),
    ] = None
    employers: Annotated[
        tuple[Slug, ...],
        Doc("The employers at which it was built.", "[kew]"),
        Names("employer", back=N_("Projects"), within=True),
        Shown(N_("Built at"), {"panel", "card", "cv"}),
        As(json_resume="entity", schema_org="sourceOrganization"),
    ] = ()
    highlights: Highlights = ()
    skills: Skills = ()
    status: Annotated[
        Status | None,
        Doc("How it stands today.", "archived"),
        Shown(N_("Status")),
        Called(
            {
                "active": N_("Active"),
                "inactive": N_("Inactive"),
                "archived": N_("Archived"),
                "end-of-life": N_("End of life"),
                "research": N_("Research, not released"),
            },
            in_full={
                "archived": N_("Archived: no longer developed"),
                "end-of-life": N_("End of life: no longer developed or supported"),
            },
        ),
        As(schema_org="creativeWorkStatus"),
    ] = None
    license: Annotated[
        str | None,
        Doc("The license under which it is published.", "CC-BY-4.0"),
        Shown(N_("License")),
    ] = None
