"""Awards and certificates: what others say of one's work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from portfolio.model.dates import Period
from portfolio.model.entries import Entry, Section, Skills, Traits, Url
from portfolio.model.fields import N_, NN_, As, Called, Doc, Proves, Shown, When

_CERTIFICATES = Section(name="certificates", renamed={"awarder": "issuer"})


@Traits(
    folder="awards",
    one=N_("Award"),
    many=N_("Awards and certificates"),
    counted=NN_("%(number)d award", "%(number)d awards"),
    mark="star",
    stands_alone=True,
    gist=("issuer",),
    schema_org="EducationalOccupationalCredential",
    json_resume=Section(name="awards", title="title"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Award(Entry):
    """An award, or a certificate."""

    type: Annotated[
        Literal["award", "certificate"],
        Doc("Which of the two it is; an award if left out.", "certificate"),
        Called({"award": N_("Award"), "certificate": N_("Certificate")}),
        Shown(N_("Format"), {"panel", "card"}),
    ] = "award"
    issuer: Annotated[
        str | None,
        Doc("Who gave it.", "Linnean Society"),
        Shown(N_("Given by"), {"panel", "card", "cv", "llms"}),
        As(json_resume="awarder"),
    ] = None
    date: Annotated[
        Period | None, Doc("When it was given.", "2007-03"), Shown(N_("When")), When(), As(json_resume="date")
    ] = None
    link: Annotated[Url | None, Doc("Where it can be looked at.", "https://example.org/medal"), Proves("original")] = (
        None
    )
    skills: Skills = ()

    @property
    def json_resume(self) -> Section | None:
        """Where it stands in JSON Resume, which keeps certificates apart."""
        return _CERTIFICATES if self.type == "certificate" else self.traits.json_resume
