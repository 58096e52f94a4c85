"""Education: studies at one institution, and what they led to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from portfolio.model.dates import Period
from portfolio.model.entries import Entry, Highlights, Section, Skills, Traits
from portfolio.model.fields import N_, NN_, As, Doc, Shown, When


@Traits(
    folder="education",
    one=N_("Education"),
    many=N_("Education"),
    counted=NN_("%(number)d place of study", "%(number)d places of study"),
    mark="frame",
    gist=("degree", "area"),
    lasting=True,
    occupation=True,
    schema_org="EducationalOrganization",
    json_resume=Section(name="education", title="institution"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Education(Entry):
    """Studies at one institution, and what they led to."""

    period: Annotated[Period | None, Doc("When the studies were.", "1998 – 2002"), Shown(N_("When")), When()] = None
    degree: Annotated[
        str | None,
        Doc("The degree that the studies led to, or were for.", "B.Sc."),
        Shown(N_("Degree"), {"panel", "card", "line", "cv", "llms"}),
        As(json_resume="studyType"),
    ] = None
    area: Annotated[
        str | None,
        Doc("The subject of the studies, if the degree does not say it.", "Botany"),
        Shown(N_("Subject"), {"panel", "card", "cv", "llms"}),
        As(json_resume="area"),
    ] = None
    thesis: Annotated[
        str | None,
        Doc("The title of the thesis.", "On seeds"),
        Shown(N_("Thesis"), {"panel", "cv"}, phrase=N_("thesis: %(value)s")),
    ] = None
    honors: Annotated[
        str | None,
        Doc("The honors that came with the degree.", "With honors"),
        Shown(N_("Honors"), {"panel", "cv"}),
    ] = None
    grade: Annotated[
        str | None,
        Doc("The grade, as the institution writes it.", '"1.3"'),
        Shown(N_("Grade"), {"panel", "cv"}, phrase=N_("grade: %(value)s")),
        As(json_resume="score"),
    ] = None
    minor: Annotated[
        str | None,
        Doc("The minor subject.", "Chemistry"),
        Shown(N_("Minor"), {"panel", "cv"}, phrase=N_("minor in %(value)s")),
        As(json_resume="courses[]"),
    ] = None
    place: Annotated[
        str,
        Doc("Where the institution is.", "Leeds"),
        Shown(N_("Where"), {"panel", "card", "cv"}),
        As(json_resume="location", schema_org="location"),
    ] = ""
    courses: Annotated[
        tuple[str, ...],
        Doc("Courses worth naming.", "[Mycology, Soil science]"),
        Shown(N_("Courses")),
        As(json_resume="courses[]"),
    ] = ()
    highlights: Highlights = ()
    skills: Skills = ()
