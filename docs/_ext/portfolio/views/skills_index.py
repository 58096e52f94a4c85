"""The index of skills, with the years and the evidence of each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from portfolio.i18n.translation import Language
from portfolio.model.career import Career
from portfolio.model.evidence import strength_of_skill, stretches
from portfolio.model.kinds import Skill

from . import entry_rows, evidence_rows, timeline_filters
from .evidence_rows import Cell
from .parts import Page, Row, page
from .timeline_chart import named_years


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A skill in the index: its page, its figures, its evidence and, in HTML, its years.

    :ivar anchor: its own address on the page.
    :ivar years: what its years are called.
    :ivar timeline: where all that proves it is on a timeline.
    """

    title: Page
    anchor: str
    details: str
    rows: tuple[Row, ...]
    years: str
    cells: tuple[Cell, ...]
    timeline: Page | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The years that all skills of an index share.

    :ivar years: how many.
    :ivar named: those that are named, each with its place, counted from the first.
    """

    years: int
    named: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The skills by category.

    :ivar label: what the list of categories is called.
    :ivar scale: None where nothing has a date.
    """

    categories: tuple[tuple[str, tuple[Proof, ...]], ...]
    label: str
    scale: Scale | None


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
                    details=entry_rows.figures(career, skill.key, language),
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
