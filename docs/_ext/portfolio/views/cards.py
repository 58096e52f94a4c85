"""Cards: one entry in a listing, or one event on a timeline."""

from __future__ import annotations

from dataclasses import replace

from portfolio.i18n import wording
from portfolio.i18n.translation import Language
from portfolio.model.career import Career, TimelineEvent
from portfolio.model.entries import Entry, Slug
from portfolio.reading.directive_options import Layout

from . import entry_rows
from .parts import DOT, Card, Inline, Page, page

HIGHLIGHTS = 2
"""How many highlights an occupation has in a list."""


def card(career: Career, entry: Entry, language: Language, layout: Layout = "list") -> Card:
    """An entry in a listing; a skill with the figures of its use.

    What came of an entry stands in for its summary: in a list of occupations the first highlights, on a card the first.
    """
    period = career.period(entry)
    found: list[Inline] = []
    for each in entry_rows.details(career, entry, "line" if layout == "lines" else "card", language):
        found += [DOT, *each] if found else each
    highlights: tuple[str, ...] = getattr(entry, "highlights", ())
    listed = highlights[:HIGHLIGHTS] if layout == "list" and entry.traits.occupation else ()
    summary = next(iter(highlights), entry.summary) if layout == "cards" else entry.summary
    return Card(
        kind=entry.kind,
        label=wording.kind(entry.kind, language),
        when=entry_rows.latest(career, entry, language),
        ongoing=period is not None and period.end is None,
        title=page(entry),
        details=tuple(found) if entry.traits.proves else (entry_rows.figures(career, entry.key, language),),
        summary="" if listed else summary,
        highlights=listed,
        exhibits=tuple(entry_rows.exhibits(entry, entry.exhibits, language)),
    )


def event(career: Career, what: TimelineEvent, language: Language, skills: tuple[Slug, ...] = ()) -> Card:
    """An entry on the timeline, with the *skills* it proves; a delivery leads to its own place on the talk's page.

    Only occupations say there what they were: with all the rest in sentences, nobody would see the line.
    """
    summary = what.entry.summary if what.entry.traits.occupation else ""
    whole = replace(card(career, what.entry, language), summary=summary, highlights=(), exhibits=(), skills=skills)
    if (given := what.delivery) is None:
        return whole
    where = language.gettext("%(event)s, %(place)s", event=given.event, place=given.place)
    return replace(
        whole,
        when=wording.period(what.period, language),
        ongoing=False,
        title=Page(text=whole.title.text, docname=whole.title.docname, anchor=given.anchor),
        details=(DOT.join([where, *([language.gettext("upcoming")] if given.upcoming else [])]),),
    )
