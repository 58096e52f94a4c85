"""What a page can ask of a career: a query is put there when the page is read, and answered when it is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Literal

from portfolio.i18n import wording
from portfolio.i18n.translation import Language
from portfolio.model.career import Career, Moment, side_by_side
from portfolio.model.dates import PartialDate
from portfolio.model.entries import EXHIBITS, Entry, Key, Kind, Project, Skill, Slug, Talk
from portfolio.model.evidence import strength_of_skill, stretches, together

from . import evidence_rows, phrases, timeline_filters
from .parts import Cards, Facts, Index, Line, Proof, Row, Scale, Year, joined, line, page, rows
from .talks import Abstracts, Deliveries
from .timeline_chart import draw, named_years

STATIONS: tuple[Kind, ...] = ("employer", "education", "sabbatical")
"""The kinds that fill a life's time, so that one can run beside another."""
TOGETHER = 8
"""How many skills a skill's page names that are proven together with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The query for the info panel of the entry on page *docname*."""

    docname: str

    def view(self, career: Career, language: Language) -> Facts:
        """What the entry's own front matter says, references resolved to titles."""
        _ = language.gettext
        entry = career.page(self.docname)
        assert entry is not None
        others = [(label, url) for label, url in entry.links.items() if label not in EXHIBITS]
        links = [phrases.link(entry, label[:1].upper() + label[1:], url, language) for label, url in others]
        # What there is to see of a talk stands with its deliveries.
        own = {label: url for label, url in entry.exhibits.items() if label in entry.links}
        if isinstance(entry, Skill) and entry.link:
            links.insert(0, phrases.link(entry, _("Home page"), entry.link, language))
        timeline = _on_timeline(career, entry, language) if isinstance(entry, Skill) else ()
        return Facts(
            kind=entry.kind,
            name="panel",
            label=wording.kind(entry.kind, language),
            summary=entry.summary,
            highlights=getattr(entry, "highlights", ()),
            rows=(
                *phrases.written(career, entry, language),
                *timeline,
                *rows(
                    (_("Public proof"), [joined(phrases.exhibits(entry, own, language))]),
                    (_("Skills"), [joined(map(page, career.skills(entry)))]),
                    (_("Links"), [joined(links)]),
                ),
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlinks:
    """The query for what other pages say of the entry on page *docname*."""

    docname: str

    def view(self, career: Career, language: Language) -> Facts:
        """The entries that name this one, by relation; the pages whose prose mentions it; the sources."""
        _ = language.gettext
        entry = career.page(self.docname)
        assert entry is not None
        if isinstance(entry, Skill):
            naming = [each.entry for each in career.evidence(entry.key)]
            shared = together(career, entry.key, TOGETHER)
            related = (
                *evidence_rows.in_full(career, entry.key, language),
                *rows((_("Together with"), [phrases.counted(shared)])),
            )
        else:
            projects = career.naming(entry.key, "employers")
            talks = [talk for talk in career.naming(entry.key, "projects", "employer") if isinstance(talk, Talk)]
            naming = [*projects, *talks]
            related = rows(
                (_("Projects"), (line(page(project)) for project in projects)),
                (
                    _("Presented in") if isinstance(entry, Project) else _("Talks"),
                    (phrases.talk(talk, language) for talk in talks),
                ),
            )
        listed = {other.docname for other in naming}
        elsewhere = [mention for mention in career.mentions(entry.key) if mention.docname not in listed]
        sources = (line(phrases.link(entry, phrases.address(url), url, language)) for url in entry.sources)
        return Facts(
            kind=entry.kind,
            name="backlinks",
            label=_("Connections"),
            summary="",
            rows=(*related, *rows((_("Mentioned in"), phrases.mentioning(elsewhere)), (_("Sources"), sources))),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The query for what happened when. Unless it is of some kinds or skills only, it is drawn and has filters.

    :ivar kinds: which kinds of entry; all that have a time where empty.
    :ivar skills: only entries that declare one of these; all where empty.
    :ivar since: only what had not ended before this date.
    :ivar until: only what had begun by the end of this date.
    """

    kinds: tuple[Kind, ...] = ()
    skills: tuple[Slug, ...] = ()
    since: PartialDate | None = None
    until: PartialDate | None = None

    def view(self, career: Career, language: Language) -> Line:
        """The moments, newest first; employment, education and sabbaticals that overlap stand side by side."""
        chosen = [moment for moment in career.moments() if self._chooses(career, moment)]
        stations = [moment for moment in chosen if moment.entry.kind in STATIONS]
        group_of = {moment.entry.docname: group for group in side_by_side(stations, career.today) for moment in group}
        groups = [group_of.get(moment.entry.docname, [moment]) for moment in chosen]
        groups = [group for moment, group in zip(chosen, groups, strict=True) if moment is group[0]]
        proven = career.proven if self.is_whole else {}
        years = tuple(
            Year(
                label=str(year) if year else language.gettext("Now"),
                groups=tuple(
                    tuple(phrases.moment(career, each, language, proven.get(each.entry.docname, ())) for each in group)
                    for group in beside
                ),
            )
            for year, beside in groupby(groups, key=lambda group: _last_year(group[0]))
        )
        found = Line(years=years)
        if not self.is_whole:
            return found
        chart = draw(list(chain.from_iterable(groups)), career.today)
        return Line(
            years=years,
            drawing=phrases.drawing(chart, found.rows, language) if chart else None,
            filters=timeline_filters.filters(career, found.rows, language),
        )

    @property
    def is_whole(self) -> bool:
        """Whether it is of all kinds and skills."""
        return not (self.kinds or self.skills)

    def _chooses(self, career: Career, moment: Moment) -> bool:
        begun = self.until is None or moment.period.start.earliest <= self.until.latest
        end = moment.period.end
        lasting = self.since is None or end is None or end.latest >= self.since.earliest
        return (
            begun
            and lasting
            and (not self.kinds or moment.entry.kind in self.kinds)
            and (not self.skills or any(skill.key.slug in self.skills for skill in career.skills(moment.entry)))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillsIndex:
    """The query for all skills with their evidence."""

    def view(self, career: Career, language: Language) -> Index:
        """Categories by name; within one, the skills with the strongest evidence first."""
        _ = language.gettext
        skills = [skill for skill in career.entries("skill") if isinstance(skill, Skill)]
        strength = {skill.key: strength_of_skill(career, skill.key) for skill in skills}
        by_title = sorted(skills, key=lambda skill: skill.title.casefold())
        years = {skill.key: stretches(career, skill.key) for skill in skills}
        found = list(chain.from_iterable(years.values()))
        first = min((each.first for each in found), default=0)
        last = max((each.last for each in found), default=0)
        categories: dict[str, list[Proof]] = {}
        for skill in sorted(by_title, key=lambda skill: strength[skill.key], reverse=True):
            categories.setdefault(skill.category, []).append(
                Proof(
                    title=page(skill),
                    anchor=f"proof-{skill.key.slug}",
                    details=phrases.figures(career, skill.key, language),
                    rows=evidence_rows.in_short(career, skill.key, language),
                    years=_("%(skill)s by year", skill=skill.title),
                    cells=evidence_rows.cells(years[skill.key], first, language),
                    timeline=timeline_filters.chosen(career, skill.key, _("Timeline")),
                )
            )
        named = tuple((year, year - first) for year in named_years(first, last))
        return Index(
            categories=tuple(
                (category, tuple(categories[category])) for category in sorted(categories, key=str.casefold)
            ),
            label=_("Categories"),
            scale=Scale(years=last + 1 - first, named=named) if found else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """The query for a listing.

    :ivar kind: which kind of entry; all where None.
    :ivar at: only what was built or given at this employer.
    :ivar skill: only entries that declare this skill.
    :ivar limit: at most so many.
    :ivar slugs: these entries of the kind, in this order, instead of all.
    """

    kind: Kind | None = None
    at: Slug | None = None
    skill: Slug | None = None
    limit: int | None = None
    layout: Literal["list", "cards"] = "list"
    slugs: tuple[Slug, ...] = ()

    def view(self, career: Career, language: Language) -> Cards:
        """The entries asked for, newest first; skills, which have no time, by title."""
        if self.kind and self.slugs:
            chosen = [entry for slug in self.slugs if (entry := career.get(Key(self.kind, slug)))]
        else:
            chosen = career.newest_first(career.entries(*([self.kind] if self.kind else [])))
        if self.at is not None:
            chosen = _only(chosen, career.naming(Key("employer", self.at), "employers", "employer"))
        if self.skill is not None:
            chosen = _only(chosen, career.naming(Key("skill", self.skill), "skills"))
        cards = (phrases.card(career, entry, language) for entry in chosen[: self.limit])
        return Cards(layout=self.layout, mixed=self.kind is None, cards=tuple(cards))


Query = Panel | Backlinks | Timeline | SkillsIndex | Entries | Abstracts | Deliveries


def named(query: Query) -> list[Key]:
    """The entries that the author of *query* names in it."""
    match query:
        case Timeline():
            return [Key("skill", slug) for slug in query.skills]
        case Entries():
            at = [Key("employer", query.at)] if query.at else []
            skill = [Key("skill", query.skill)] if query.skill else []
            return [*at, *skill, *(Key(query.kind, slug) for slug in query.slugs if query.kind)]
        case _:
            return []


def _last_year(moment: Moment) -> int | None:
    return moment.period.end.year if moment.period.end else None


def _on_timeline(career: Career, skill: Skill, language: Language) -> tuple[Row, ...]:
    """The way to all that proves *skill* on a timeline, if there is one."""
    text = language.gettext("Only %(skill)s", skill=skill.title)
    place = timeline_filters.chosen(career, skill.key, text)
    return (Row(label=language.gettext("Timeline"), items=(line(place),), html=True),) if place else ()


def _only(entries: Iterable[Entry], chosen: Iterable[Entry]) -> list[Entry]:
    docnames = {entry.docname for entry in chosen}
    return [entry for entry in entries if entry.docname in docnames]
