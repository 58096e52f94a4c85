"""Publications: what one wrote or said that others published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from portfolio.model.dates import Period
from portfolio.model.entries import Entry, Section, Skills, Slug, Traits, Url
from portfolio.model.fields import N_, NN_, As, Called, Doc, Names, Proves, Shown, When


@Traits(
    folder="publications",
    one=N_("Publication"),
    many=N_("Publications"),
    counted=NN_("%(number)d publication", "%(number)d publications"),
    mark="sheet",
    gist=("venue",),
    shown_in=frozenset({"feed", "short-address", "qr-code"}),
    most=3,
    schema_org="CreativeWork",
    json_resume=Section(name="publications"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Publication(Entry):
    """Something written or said that others can read or hear."""

    type: Annotated[
        Literal["article", "paper", "interview", "podcast"] | None,
        Doc("What it is.", "article"),
        Called(
            {"article": N_("Article"), "paper": N_("Paper"), "interview": N_("Interview"), "podcast": N_("Podcast")}
        ),
        Shown(N_("Format"), {"panel", "card", "cv"}),
        As(schema_org="genre"),
    ] = None
    venue: Annotated[
        str,
        Doc("Where it appeared.", "Journal of Seeds"),
        Shown(N_("Appeared in"), {"panel", "card", "line", "cv", "llms"}),
        As(json_resume="publisher", schema_org="isPartOf"),
    ] = ""
    date: Annotated[
        Period | None, Doc("When it appeared.", "2007-03"), Shown(N_("When")), When(), As(json_resume="releaseDate")
    ] = None
    link: Annotated[Url | None, Doc("Where to read or hear it.", "https://example.org/seeds"), Proves("original")] = (
        None
    )
    authors: Annotated[
        tuple[str, ...],
        Doc("Those with whom it was written.", "[Carl Moss]"),
        Shown(N_("With"), {"panel", "cv"}, phrase=N_("with %(value)s")),
        As(schema_org="contributor"),
    ] = ()
    projects: Annotated[
        tuple[Slug, ...],
        Doc("The projects that it is about.", "[atlas]"),
        Names("project", back=N_("Publications")),
        Shown(N_("Covers")),
    ] = ()
    skills: Skills = ()
