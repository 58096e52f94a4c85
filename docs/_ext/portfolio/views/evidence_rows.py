"""How evidence reads: in a skill's row of the index, on its years, and on its own page with what says so."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from portfolio.i18n import wording
from portfolio.i18n.translation import Language
from portfolio.model.career import Career, Evidence, Mention
from portfolio.model.entries import Key
from portfolio.model.evidence import Stretch, strongest_first
from portfolio.model.fields import Kind
from portfolio.model.kinds import KINDS
from portfolio.model.sentences import Part, shortened

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
    """

    start: int
    end: int
    amount: int
    name: str
    page: Page


def in_short(career: Career, skill: Key, language: Language, among: Collection[str] | None = None) -> tuple[Row, ...]:
    """The evidence by kind, strongest first, each piece by a link to where it says so.

    :param among: the pages that are told of; all where None.
    """

    def told(evidence: Sequence[Evidence]) -> list[Item]:
        return [joined((place(each) for each in evidence if among is None or each.entry.docname in among), DOT)]

    return _by_kind(career, skill, language, told)


def in_full(career: Career, skill: Key, language: Language) -> tuple[Row, ...]:
    """The evidence by kind, strongest first, each piece with dates, what can be looked at, and what says so."""
    return _by_kind(career, skill, language, lambda evidence: [_proof(career, each, language) for each in evidence])


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


def _proof(career: Career, each: Evidence, language: Language) -> Item:
    _ = language.gettext
    when = entry_rows.span(career, each.entry, language)
    said = [_said(career, mention, language) for mention in entry_rows.by_place(each.mentions)]
    if not said:
        said = [line(_("One of its skills. %(summary)s", summary=each.entry.summary))]
    seen: list[Inline] = [
        part for link in entry_rows.exhibits(each.entry, each.entry.exhibits, language) for part in (DOT, link)
    ]
    return Item(
        parts=line(page(each.entry), when and f" ({when})", *seen).parts,
        below=tuple(each for each in said if each.parts),
    )


def _said(career: Career, mention: Mention, language: Language) -> Item:
    """The heading and the sentence that mention the skill."""
    heading = entry_rows.heading(mention) if mention.heading else ""
    if mention.sentence is None:
        return line(heading)

    def text(*parts: Part) -> str:
        return "".join(part if isinstance(part, str) else career.name(part) for part in parts)

    sentence = mention.sentence
    words = shortened(text(*sentence.before), text(sentence.mention), text(*sentence.after))
    quoted = language.gettext("“%(sentence)s”", sentence=words)
    return line(heading, heading and ": ", quoted)


def _by_kind(
    career: Career, skill: Key, language: Language, items: Callable[[Sequence[Evidence]], Sequence[Item]]
) -> tuple[Row, ...]:
    found: dict[Kind, list[Evidence]] = {kind: [] for kind in KINDS}
    for each in strongest_first(career, career.evidence(skill)):
        found[each.entry.kind].append(each)
    return rows(*((wording.kinds(kind, language), items(evidence)) for kind, evidence in found.items()))
