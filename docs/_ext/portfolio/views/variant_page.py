"""Selects what a variant page shows: the skills that matter with their evidence, and the entries that show them."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio.i18n import wording
from portfolio.i18n.translation import Language
from portfolio.model.career import Career
from portfolio.model.entries import Key
from portfolio.model.kinds import KINDS, Skill
from portfolio.model.ranking import Choice, Relevance
from portfolio.model.variant import Limits, Variant

from . import entry_rows, evidence_rows
from .cards import card
from .listing import Cards
from .parts import page
from .skills_index import Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantPage:
    """The page of a variant.

    :ivar summary: the person's; empty where there is none.
    :ivar file: text of the link to the PDF.
    :ivar heading: heading of the skills.
    :ivar parts: headings, each with entries of one kind, the most relevant first.
    """

    title: str
    summary: str
    file: str
    heading: str
    skills: tuple[Proof, ...]
    parts: tuple[tuple[str, Cards], ...]


def variant_page(career: Career, variant: Variant, language: Language) -> VariantPage:
    """The page of *variant*: of the entries that its CV includes, the most relevant ones, as many as there."""
    _, person, limits = language.gettext, career.person, Limits.of(variant)
    choice, relevance = Choice.of(variant), Relevance.of(career, variant.skills)
    included = {kind: choice.entries(career, kind) for kind, cls in KINDS.items() if cls.traits.proves}
    among = {entry.docname for entries in included.values() for entry in entries}
    parts = []
    for kind, entries in included.items():
        showing = [entry for entry in relevance.order(entries) if relevance.shows(entry)]
        shown = [card(career, entry, language) for entry in showing[: limits.most(kind)]]
        if shown:
            parts.append((wording.kinds(kind, language), Cards(layout="list", mixed=False, cards=tuple(shown))))
    named = (career.get(Key("skill", slug)) for slug in variant.skills)
    proven = (_proof(career, skill, language, among) for skill in named if isinstance(skill, Skill))
    return VariantPage(
        title=_("%(name)s: %(title)s", name=person.name, title=variant.title) if person else variant.title,
        summary=(person.summary if person else None) or "",
        file=_("Curriculum vitae (PDF)"),
        heading=wording.kinds("skill", language),
        skills=tuple(proof for proof in proven if proof.rows),
        parts=tuple(parts),
    )


def _proof(career: Career, skill: Skill, language: Language, among: set[str]) -> Proof:
    return Proof(
        title=page(skill),
        anchor=f"proof-{skill.key.slug}",
        details=entry_rows.years(career, skill.key, language),
        rows=evidence_rows.in_short(career, skill.key, language, among),
    )
