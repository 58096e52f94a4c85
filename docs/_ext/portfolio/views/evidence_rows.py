"""How evidence reads: in a list of skills, behind a line of the index, on its years, and on a skill's own page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from portfolio.i18n import wording
from portfolio.i18n.translation import Language
from portfolio.model.career import Career
from portfolio.model.entries import Key
from portfolio.model.evidence import Evidence
from portfolio.model.fields import Kind
from portfolio.model.kinds import KINDS
from portfolio.model.strength import Stretch, strongest_first

from . import entry_rows
from .parts import DOT, Inline, Item, Page, Row, joined, line, page, rows
from .tints import tint_of

MOST = 5
"""How many pieces of evidence a cell's height can show."""

MOST_CLAIMS = 5
"""How many claims of a kind the index shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Successive years with as much evidence.

    :ivar start: the first of them, counted from the scale's.
    :ivar end: the first after them.
    :ivar amount: how much evidence there is, as far as that is shown.
    :ivar certain: whether any of it is dated.
    :ivar tint: the number of the tint of the occupation to which most of it belongs.
    """

    start: int
    end: int
    amount: int
    certain: bool = True
    tint: int = 0


def in_short(career: Career, skill: Key, language: Language) -> tuple[Row, ...]:
    """The evidence by kind, strongest first, each piece by a link to where it says so."""
    return _by_kind(career, skill, language, lambda evidence: [joined(map(place, evidence), DOT)])


def in_full(career: Career, skill: Key, language: Language) -> tuple[Row, ...]:
    """The claims by kind, strongest first, each with dates, what can be looked at, and what proves it."""
    return _by_kind(career, skill, language, lambda found: [_piece(each, language) for each in found], mentions=False)


def with_proof(career: Career, skill: Key, language: Language) -> tuple[Row, ...]:
    """The claims by kind with their years, the best one with what can be looked at, and its proof; then the mentions.

    Each leads to the first heading under which its page mentions the skill.
    """
    best = next((each for each in strongest_first(career.evidence(skill)) if each.proof), None)

    def items(evidence: Sequence[Evidence]) -> list[Item]:
        first = [_claim(place(each), _years(each, language), each, language) for each in evidence if each is best]
        others: list[Sequence[Inline]] = []
        for each in [each for each in evidence if each is not best][: MOST_CLAIMS - len(first)]:
            years = _years(each, language)
            others.append([place(each), *([f" ({years})"] if years else [])])
        if len(evidence) > MOST_CLAIMS:
            others.append([language.gettext("%(number)s more", number=str(len(evidence) - MOST_CLAIMS))])
        return [*first, joined(others, DOT)]

    return _by_kind(career, skill, language, items)


def place(each: Evidence) -> Page:
    """The entry, at the first heading under which it mentions the skill."""
    anchor = next((mention.anchor for mention in each.mentions if mention.anchor), "")
    return Page(text=each.entry.title, docname=each.entry.docname, anchor=anchor)


def cells(evidence: Iterable[Stretch], first: int) -> tuple[Cell, ...]:
    """The years with evidence on a scale that begins with the year *first*."""
    found: list[Cell] = []
    for each in evidence:
        start = each.first - first
        cell = Cell(
            start=start,
            end=each.last + 1 - first,
            amount=min(each.count, MOST),
            certain=each.certain,
            tint=tint_of(each.occupation),
        )
        if found and found[-1] == replace(cell, start=found[-1].start, end=start):
            cell = replace(cell, start=found.pop().start)
        found.append(cell)
    return tuple(found)


def _piece(each: Evidence, language: Language) -> Item:
    """The entry, when it used the skill, what there is to see; below, the proof and the headings that mention it."""
    headings = entry_rows.headings(each.mentions)
    periods = ", ".join(wording.period(period, language) for period in each.periods)
    found = _claim(page(each.entry), _within(each, language) or periods, each, language)
    return Item(parts=found.parts, below=(*found.below, *([joined(headings, DOT)] if headings else [])))


def _years(each: Evidence, language: Language) -> str:
    """The years in which the skill was used, as is claimed, or within which."""
    return _within(each, language) or wording.in_years(each.periods, language)


def _within(each: Evidence, language: Language) -> str:
    return entry_rows.within(each.within, language) if each.within else ""


def _claim(title: Page, time: str, each: Evidence, language: Language) -> Item:
    """A *title*, the *time* when the skill was used, what there is to see; below, the proof."""
    named: list[Inline] = [title, *([f" ({time})"] if time else [])]
    seen = entry_rows.public_proofs(each.entry, each.entry.public_proofs, language)
    quoted = [line(language.gettext("“%(sentence)s”", sentence=each.proof))] if each.proof else []
    return Item(parts=joined([named, *seen], DOT).parts, below=tuple(quoted))


def _by_kind(
    career: Career,
    skill: Key,
    language: Language,
    items: Callable[[Sequence[Evidence]], Sequence[Item]],
    *,
    mentions: bool = True,
) -> tuple[Row, ...]:
    """The entries that claim the skill, by kind, strongest first; then, with *mentions*, those that only mention it."""
    claimed: dict[Kind, list[Evidence]] = {kind: [] for kind in KINDS}
    mentioned: list[Evidence] = []
    for each in strongest_first(career.evidence(skill)):
        (claimed[each.entry.kind] if each.claim else mentioned).append(each)
    by_kind = ((wording.kinds(kind, language), items(evidence)) for kind, evidence in claimed.items())
    mention = (language.gettext("Mentioned in"), [joined(map(place, mentioned), DOT)] if mentions else [])
    return rows(*by_kind, mention)
