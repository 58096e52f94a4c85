"""How evidence reads: in a skill's row of the index, on its years, and on its own page with what says so."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from portfolio.i18n import wording
from portfolio.i18n.translation import Language
from portfolio.model.career import Career, Evidence
from portfolio.model.entries import Key
from portfolio.model.evidence import Stretch, strongest_first
from portfolio.model.fields import Kind
from portfolio.model.kinds import KINDS

from . import entry_rows
from .parts import DOT, Inline, Item, Page, Row, joined, line, page, rows

MOST = 5
"""How many pieces of evidence a cell's height can tell apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Successive years with the same evidence.

    :ivar start: the first of them, counted from the scale's.
    :ivar end: the first after them.
    :ivar amount: how much evidence there is, as far as that is shown.
    :ivar name: what the cell is called.
    :ivar page: where the strongest evidence is.
    :ivar certain: whether any of it is dated.
    """

    start: int
    end: int
    amount: int
    name: str
    page: Page
    certain: bool = True


def in_short(career: Career, skill: Key, language: Language, among: Collection[str] | None = None) -> tuple[Row, ...]:
    """The evidence by kind, strongest first, each piece by a link to where it says so.

    :param among: the pages that are included; all where None.
    """

    def chosen(evidence: Sequence[Evidence]) -> list[Item]:
        return [joined((place(each) for each in evidence if among is None or each.entry.docname in among), DOT)]

    mentions = [each for each in strongest_first(career, career.evidence(skill)) if not each.claim]
    mentioned = (language.gettext("Mentioned in"), chosen(mentions))
    return (*_by_kind(career, skill, language, chosen), *rows(mentioned))


def in_full(career: Career, skill: Key, language: Language) -> tuple[Row, ...]:
    """The claims by kind, strongest first, each with dates, what can be looked at, and what proves it."""
    return _by_kind(career, skill, language, lambda evidence: [_piece(each, language) for each in evidence])


def when(each: Evidence, language: Language) -> str:
    """When the skill was used, as is claimed, or within which time; empty for a mention."""
    if each.within:
        return entry_rows.within(each.within, language)
    return ", ".join(wording.period(period, language) for period in each.periods)


def place(each: Evidence) -> Page:
    """The entry, at the first heading under which it mentions the skill."""
    anchor = next((mention.anchor for mention in each.mentions if mention.anchor), "")
    return Page(text=each.entry.title, docname=each.entry.docname, anchor=anchor)


def cells(evidence: Sequence[Stretch], first: int, language: Language) -> tuple[Cell, ...]:
    """The years with evidence on a scale that begins with the year *first*."""
    return tuple(
        Cell(
            start=each.first - first,
            end=each.last + 1 - first,
            amount=min(each.count, MOST),
            name=_name(each, language),
            page=place(each.strongest),
            certain=each.certain,
        )
        for each in evidence
    )


def _name(each: Stretch, language: Language) -> str:
    _ = language.gettext
    years, title = wording.years(each.first, each.last, language), each.strongest.entry.title
    if each.count == 1:
        return _("%(years)s: %(title)s", years=years, title=title)
    proofs = language.ngettext("%(number)d proof", "%(number)d proofs", each.count)
    return _("%(years)s: %(proofs)s, among them %(title)s", years=years, proofs=proofs, title=title)


def _piece(each: Evidence, language: Language) -> Item:
    """The entry, when it used the skill, what there is to see; below, the proof and the headings that mention it."""
    time = when(each, language)
    seen: list[Inline] = [
        part for link in entry_rows.exhibits(each.entry, each.entry.exhibits, language) for part in (DOT, link)
    ]
    quoted = [line(language.gettext("“%(sentence)s”", sentence=each.proof))] if each.proof else []
    headings = [entry_rows.heading(mention) for mention in entry_rows.by_place(each.mentions) if mention.heading]
    return Item(
        parts=line(page(each.entry), time and f" ({time})", *seen).parts,
        below=(*quoted, *([joined(headings, DOT)] if headings else [])),
    )


def _by_kind(
    career: Career, skill: Key, language: Language, items: Callable[[Sequence[Evidence]], Sequence[Item]]
) -> tuple[Row, ...]:
    """The entries that claim the skill, by kind."""
    claimed: dict[Kind, list[Evidence]] = {kind: [] for kind in KINDS}
    for each in strongest_first(career, career.evidence(skill)):
        if each.claim:
            claimed[each.entry.kind].append(each)
    return rows(*((wording.kinds(kind, language), items(evidence)) for kind, evidence in claimed.items()))
