"""The index of skills: a line for each with its years and figures, and behind it the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from portfolio.i18n import wording
from portfolio.i18n.translation import Language
from portfolio.model.career import Career
from portfolio.model.fields import Kind
from portfolio.model.kinds import KINDS, Skill
from portfolio.model.strength import Stretch, stretches, strongest_skills
from portfolio.reading.problems import suggestion

from . import entry_rows, evidence_rows, timeline_filters
from .evidence_rows import Cell
from .parts import Page, Row, page
from .timeline_chart import named_years


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillLine:
    """A skill in the index: what every builder shows of it, and what HTML does.

    :ivar anchor: its own address on the page of the index.
    :ivar figures: how long and how often it was used, in a plain list.
    :ivar in_short: its evidence there.
    :ivar years: from when to when it was used; empty where that is not known.
    :ivar used: how long it was used; empty where that is not known.
    :ivar kinds: how many claims there are of each kind, as a number and in words.
    :ivar otherwise: what there is where nothing claims it.
    :ivar evidence: the claims with dates and proof, and the mentions.
    :ivar ways: to its page, and to all that proves it on a timeline.
    """

    title: Page
    anchor: str
    figures: str
    in_short: tuple[Row, ...]
    years: str
    used: str
    kinds: tuple[tuple[Kind, int, str], ...]
    otherwise: str
    cells: tuple[Cell, ...]
    evidence: tuple[Row, ...]
    ways: tuple[Page, ...]

    @property
    def plain_anchor(self) -> str:
        """Its address in a plain list; in HTML that leads to the line of the index too."""
        return f"proof-{self.anchor}"


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

    :ivar scale: None where nothing has a date.
    :ivar kinds: what the marks of kinds mean.
    :ivar hatched: what hatching means; empty where there is none.
    """

    categories: tuple[tuple[str, tuple[SkillLine, ...]], ...]
    scale: Scale | None
    kinds: tuple[tuple[Kind, str], ...]
    hatched: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillsIndex:
    """The query for all skills with their evidence.

    :ivar categories: those that come first, in this order; the others follow in the order of their strongest skills.
    """

    categories: tuple[str, ...] = ()

    def view(self, career: Career, language: Language) -> Index:
        """The categories; within one, the skills with the strongest evidence first, ties by title."""
        skills = strongest_skills(career)
        years = {skill.key: stretches(career, skill.key) for skill in skills}
        found = list(chain.from_iterable(years.values()))
        first = min((each.first for each in found), default=0)
        last = max((each.last for each in found), default=0)
        categories: dict[str, list[SkillLine]] = {}
        for skill in skills:
            line = _line(career, skill, years[skill.key], first, language)
            categories.setdefault(skill.category, []).append(line)
        place = {category: number for number, category in enumerate(dict.fromkeys(self.categories))}
        in_order = sorted(categories, key=lambda category: place.get(category, len(place)))
        lines = list(chain.from_iterable(categories.values()))
        shown = {kind for line in lines for kind, _, _ in line.kinds}
        uncertain = any(not cell.certain for line in lines for cell in line.cells)
        named = tuple((year, year - first) for year in named_years(first, last))
        return Index(
            categories=tuple((category, tuple(categories[category])) for category in in_order),
            scale=Scale(years=last + 1 - first, named=named) if found else None,
            kinds=tuple((kind, wording.kinds(kind, language)) for kind in KINDS if kind in shown),
            hatched=language.gettext("Some time in these years") if uncertain else "",
        )


def unknown_categories(career: Career, names: Sequence[object]) -> Iterator[str]:
    """What is wrong with ``portfolio_categories`` in conf.py: the names that no skill has as its category."""
    known = {skill.category for skill in career.of(Skill)}
    for name in dict.fromkeys(map(str, names)):
        if name not in known:
            yield f'portfolio_categories in conf.py: no skill has the category "{name}"; {suggestion(name, known)}'


def _line(career: Career, skill: Skill, years: Sequence[Stretch], first: int, language: Language) -> SkillLine:
    _ = language.gettext
    key = skill.key
    kinds = tuple(entry_rows.claiming(career, key, language))
    about = Page(text=_("More on %(skill)s", skill=skill.title), docname=skill.docname)
    timeline = timeline_filters.chosen(career, skill, language)
    return SkillLine(
        title=page(skill),
        anchor=key.slug,
        figures=entry_rows.figures(career, key, language),
        in_short=evidence_rows.in_short(career, key, language),
        years=entry_rows.years(career, key, language),
        used=entry_rows.used(career, key, language),
        kinds=kinds,
        otherwise="" if kinds else entry_rows.number(career, key, language),
        cells=evidence_rows.cells(years, first),
        evidence=evidence_rows.with_proof(career, key, language),
        ways=(about, timeline) if timeline else (about,),
    )
