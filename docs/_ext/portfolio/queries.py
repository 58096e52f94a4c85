"""What a page can ask of a career: a query is put there when the page is read, and answered when it is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Literal

from . import phrases, selection, wording
from .career import Career, Moment, side_by_side
from .chart import draw
from .dates import PartialDate
from .language import Language
from .model import EXHIBITS, Entry, Key, Kind, Project, Skill, Slug, Talk
from .views import Cards, Facts, Index, Line, Link, Proof, Year, joined, line, page, rows

STATIONS: tuple[Kind, ...] = ("employer", "education", "sabbatical")
"""The kinds that fill a life's time, so that one can run beside another."""


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
        links = [Link(text=label[:1].upper() + label[1:], url=url) for label, url in others]
        # What there is to see of a talk stands with its deliveries.
        own = {label: url for label, url in entry.exhibits.items() if label in entry.links}
        if isinstance(entry, Skill) and entry.link:
            links.insert(0, Link(text=_("Home page"), url=entry.link))
        return Facts(
            kind=entry.kind,
            name="panel",
            label=wording.kind(entry.kind, language),
            summary=entry.summary,
            rows=(
                *phrases.written(career, entry, language),
                *rows(
                    (_("Public proof"), [joined(phrases.exhibits(own, language))]),
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
            evidence = career.evidence(entry.key)
            naming = [each.entry for each in evidence]
            related = phrases.proof(career, evidence, language, dated=True)
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
        sources = (line(Link(text=phrases.address(url), url=url)) for url in entry.sources)
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
        whole = not (self.kinds or self.skills)
        proven = selection.proven(career) if whole else {}
        years = tuple(
            Year(
                label=str(year) if year else language.gettext("Now"),
                groups=tuple(
                    tuple(phrases.moment(career, each, language, proven.get(each.entry.docname, ())) for each in group)
                    for group in together
                ),
            )
            for year, together in groupby(groups, key=lambda group: _last_year(group[0]))
        )
        found = Line(years=years)
        if not whole:
            return found
        chart = draw(list(chain.from_iterable(groups)), career.today)
        return Line(
            years=years,
            drawing=phrases.drawing(chart, found.rows, language) if chart else None,
            filters=selection.filters(career, found.rows, language),
        )

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
        """Categories by name; within one, the skills with most evidence first."""
        found: dict[str, list[tuple[int, str, Proof]]] = {}
        for skill in career.entries("skill"):
            assert isinstance(skill, Skill)
            evidence = career.evidence(skill.key)
            proof = Proof(
                title=page(skill),
                details=phrases.figures(career, skill.key, language),
                rows=phrases.proof(career, evidence, language, dated=False),
            )
            found.setdefault(skill.category, []).append((-len(evidence), skill.title.casefold(), proof))
        return Index(
            categories=tuple(
                (category, tuple(proof for _, _, proof in sorted(found[category], key=lambda each: each[:2])))
                for category in sorted(found, key=str.casefold)
            )
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


Query = Panel | Backlinks | Timeline | SkillsIndex | Entries


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


def _only(entries: Iterable[Entry], chosen: Iterable[Entry]) -> list[Entry]:
    docnames = {entry.docname for entry in chosen}
    return [entry for entry in entries if entry.docname in docnames]
