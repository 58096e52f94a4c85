"""Skills: what one can do, as other entries prove it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from portfolio.model.dates import PartialDate
from portfolio.model.entries import Entry, Section, Traits, Url
from portfolio.model.fields import N_, NN_, As, Doc, Shown


@Traits(
    folder="skills",
    one=N_("Skill"),
    many=N_("Skills"),
    counted=NN_("%(number)d skill", "%(number)d skills"),
    mark="circle",
    proves=False,
    schema_org="DefinedTerm",
    json_resume=Section(name="skills"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Skill(Entry):
    """Something the owner can do; it is proven by the entries that declare it and the headings that mention it."""

    category: Annotated[
        str, Doc("The heading under which the skill stands in the index of skills.", "Arts"), Shown(N_("Category"))
    ]
    aliases: Annotated[
        tuple[str, ...],
        Doc("Other names, which no other skill has.", "[illustration]"),
        Shown(N_("Also called")),
        As(schema_org="alternateName"),
    ] = ()
    since: Annotated[
        PartialDate | None,
        Doc(
            "From when it can have been used: its first release, or the first paper on it, which the sources name.",
            "1735",
        ),
    ] = None
    link: Annotated[
        Url | None, Doc("The skill's home page.", "https://example.org/drawing"), As(schema_org="sameAs")
    ] = None
    programming_language: Annotated[
        bool,
        Doc("That it is a programming language, in which source code is written.", "true"),
    ] = False
