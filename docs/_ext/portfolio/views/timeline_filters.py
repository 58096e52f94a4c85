"""What a reader can choose of a timeline: its rows of one kind, or those that prove one skill.

A choice is an address: the fragment of a line that is hidden until it is led to. The rules made here then hide the
other rows, by CSS alone (``:target`` and ``:has()``, https://www.w3.org/TR/selectors-4/).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from portfolio.i18n import wording
from portfolio.i18n.translation import Language
from portfolio.model.career import Career
from portfolio.model.entries import Slug
from portfolio.model.kinds import KINDS, Skill

from .parts import Card, Page

SCOPE = "portfolio-filtered"
"""The class of what holds the hidden lines and the rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A choice of rows.

    :ivar name: its address on the page.
    :ivar of: the class of the rows that it leaves.
    :ivar status: what is said of the page while only these are shown.
    """

    name: str
    of: str
    label: str
    count: int
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """The choices that a timeline offers.

    :ivar reset: the words of the link that undoes a choice.
    """

    label: str
    everything: str
    reset: str
    kinds: tuple[Filter, ...]
    by_skill: str
    skills: tuple[Filter, ...]


def filters(career: Career, rows: Sequence[Card], language: Language) -> Filters | None:
    """The kinds and skills of *rows*, with their number; None where there is nothing to choose between."""
    kinds = Counter(row.kind for row in rows)
    skills = Counter(slug for row in rows for slug in row.skills)
    if len(kinds) + len(skills) < 2:
        return None

    _ = language.gettext

    def choice(name: str, of: str, label: str, count: int) -> Filter:
        only = _("%(what)s only (%(shown)s of %(all)s)", what=label, shown=str(count), all=str(len(rows)))
        return Filter(name=name, of=of, label=label, count=count, status=only)

    titles = {skill.key.slug: skill.title for skill in career.entries("skill")}
    by_title = sorted(skills, key=lambda slug: (titles[slug].casefold(), slug))
    return Filters(
        label=_("Show only"),
        everything=_("Everything"),
        reset=_("Show everything"),
        kinds=tuple(
            choice(f"kind-{kind}", f"portfolio-{kind}", wording.kinds(kind, language), kinds[kind])
            for kind in KINDS
            if kind in kinds
        ),
        by_skill=_("Filter by skill"),
        skills=tuple(choice(_name(slug), of_skill(slug), titles[slug], skills[slug]) for slug in by_title),
    )


def chosen(career: Career, skill: Skill, language: Language) -> Page | None:
    """The URL at which a page shows all that proves *skill*, and no more; None where there is no such page."""
    name, text = _name(Slug(skill.key.slug)), language.gettext("%(skill)s on the timeline", skill=skill.title)
    free = (docname for docname in sorted(career.timelines) if name not in career.timelines[docname])
    shown = any(each.claim and career.period(each.entry) for each in career.evidence(skill.key))
    docname = next(free, None) if shown else None
    return Page(text=text, docname=docname, anchor=name) if docname else None


def _name(slug: Slug) -> str:
    """The id of a skill's line, where a page has not got it already."""
    return f"skill-{slug}"


def of_skill(slug: Slug) -> str:
    """The class of rows that prove a skill."""
    return f"of-{slug}"


def rules(choices: Iterable[tuple[str, str]]) -> str:
    """The style sheet that hides, where a line is led to, the rows without its class.

    :param choices: the lines' ids and the classes; both are made of slugs, in which nothing is to be escaped.
    """
    hidden = ",".join(f".{SCOPE}:has(#{name}:target) li:not(.{of},:has(.{of}))" for name, of in choices)
    return f"{hidden}{{display:none;--portfolio-off:hidden;--portfolio-ink:var(--portfolio-line)}}"
