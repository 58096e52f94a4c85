"""Cards: one entry in a listing, or one event on a timeline."""

from __future__ import annotations

from dataclasses import replace

from portfolio.i18n import wording
from portfolio.i18n.translation import Language
from portfolio.model.career import Career, TimelineEvent
from portfolio.model.entries import Entry, Slug, Url
from portfolio.model.fields import PublicProof
from portfolio.reading.directive_options import Layout

from . import entry_rows
from .parts import DOT, Card, Page, joined, line, page

HIGHLIGHTS = 2
"""How many highlights an occupation has in a list."""


def card(career: Career, entry: Entry, language: Language, layout: Layout = "list") -> Card:
    """An entry in a listing; a skill with the figures of its use.

    What came of an entry stands in for its summary: in a list of occupations the first highlights, on a card the first.
    """
    period = career.period(entry)
    details = entry_rows.details(career, entry, "line" if layout == "lines" else "card", language)
    facts = joined(details, DOT) if entry.traits.proves else line(entry_rows.figures(career, entry.key, language))
    listed = entry.highlights[:HIGHLIGHTS] if layout == "list" and entry.traits.occupation else ()
    summary = next(iter(entry.highlights), entry.summary) if layout == "cards" else entry.summary
    return Card(
        kind=entry.kind,
        label=wording.kind(entry.kind, language),
        when=_when(career, entry, language, layout),
        ongoing=period is not None and period.is_open(career.today),
        title=page(entry),
        details=facts.parts,
        summary="" if listed else summary,
        highlights=listed,
        public_proofs=tuple(entry_rows.public_proofs(entry, entry.public_proofs, language)),
    )


def _when(career: Career, entry: Entry, language: Language, layout: Layout) -> str:
    """When *entry* was; on a card, which is narrow, with short names of months."""
    if layout == "cards" and entry.traits.lasting and entry.span:
        return wording.short_period(entry.span, language)
    return entry_rows.latest(career, entry, language)


def event(career: Career, what: TimelineEvent, language: Language, skills: tuple[Slug, ...] = ()) -> Card:
    """An entry on the timeline, with the *skills* it proves: all that is known of an occupation, of the rest one line.

    A delivery leads to its own place on the talk's page, and to its recording.
    """
    summary = what.entry.summary if what.entry.traits.occupation else ""
    whole = replace(card(career, what.entry, language), summary=summary, highlights=(), public_proofs=(), skills=skills)
    if what.entry.traits.occupation:
        return whole
    given = what.delivery
    if given is None:
        when = wording.short_period(what.period, language) if what.entry.periods else whole.when
        return replace(whole, when=when, details=() if what.entry.traits.lasting else whole.details)
    upcoming = [language.gettext("upcoming")] if given.upcoming else []
    seen: dict[PublicProof, Url] = {"video": given.video} if given.video else {}
    recording = entry_rows.public_proofs(what.entry, seen, language, given.event)
    return replace(
        whole,
        when=wording.short_period(what.period, language),
        ongoing=False,
        title=Page(text=whole.title.text, docname=whole.title.docname, anchor=given.anchor),
        details=(DOT.join([given.event, *upcoming]),),
        # A row is one line: the page to which its title leads has the archived copies.
        public_proofs=tuple(replace(each, copy=None) for each in recording),
    )
