"""Selects what a variant page shows: the skills that matter with their evidence, and the entries that show them."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace

from portfolio.i18n import wording
from portfolio.i18n.translation import Language
from portfolio.model.career import Career
from portfolio.model.entries import Key
from portfolio.model.kinds import KINDS, Skill
from portfolio.model.ranking import Choice, Relevance
from portfolio.model.strength import strongest_first
from portfolio.model.variant import Limits, Variant

from . import entry_rows, evidence_rows
from .cards import card
from .listing import Cards
from .parts import DOT, Item, Page, joined, page
from .person import HCard, h_card


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRow:
    """A skill in the table of a variant page: from when to when it was used, and its best proof."""

    title: Page
    years: str
    proof: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantPage:
    """The page of a variant.

    :ivar person: None where nothing is known of the person.
    :ivar pitch: why the person fits, else the person's summary; empty where there is neither.
    :ivar file: text of the link to the PDF.
    :ivar heading: heading of the skills.
    :ivar columns: headings of their table.
    :ivar parts: headings, each with entries of one kind: employments newest first, others the most relevant first.
    """

    title: str
    person: HCard | None
    pitch: str
    file: str
    heading: str
    columns: tuple[str, str, str]
    skills: tuple[SkillRow, ...]
    parts: tuple[tuple[str, Cards], ...]


def variant_page(career: Career, variant: Variant, language: Language) -> VariantPage:
    """The page of *variant*: all employments that its CV includes, and of other entries the most relevant ones."""
    _, person, limits = language.gettext, career.person, Limits.of(variant)
    choice, relevance = Choice.of(variant), Relevance.of(career, variant.skills)
    included = {kind: choice.entries(career, kind) for kind, cls in KINDS.items() if cls.traits.proves}
    among = {entry.docname for entries in included.values() for entry in entries}
    parts = []
    for kind, entries in included.items():
        if kind == "employer":
            # With all that came of them.
            shown = [replace(card(career, entry, language), highlights=entry.highlights) for entry in entries]
        else:
            showing = [entry for entry in relevance.order(entries) if relevance.shows(entry)]
            shown = [card(career, entry, language) for entry in showing[: limits.most(kind)]]
        if shown:
            parts.append((wording.kinds(kind, language), Cards(layout="list", mixed=False, cards=tuple(shown))))
    named = (career.get(Key("skill", slug)) for slug in variant.skills)
    rows = (_row(career, skill, language, among) for skill in named if isinstance(skill, Skill))
    return VariantPage(
        title=variant.title,
        person=h_card(person, variant.title, language) if person else None,
        pitch=variant.pitch or (person.summary if person else None) or "",
        file=_("Download CV (PDF)"),
        heading=wording.kinds("skill", language),
        columns=(wording.kind("skill", language), _("Years"), _("Best proof")),
        skills=tuple(row for row in rows if row),
        parts=tuple(parts),
    )


def _row(career: Career, skill: Skill, language: Language, among: Set[str]) -> SkillRow | None:
    """*skill* with its best proof on the pages *among*; None where there is none."""
    for each in strongest_first(career.evidence(skill.key)):
        if each.entry.docname in among:
            seen = entry_rows.public_proofs(each.entry, each.entry.public_proofs, language)[:1]
            years = entry_rows.years(career, skill.key, language)
            return SkillRow(title=page(skill), years=years, proof=joined([evidence_rows.place(each), *seen], DOT))
    return None
