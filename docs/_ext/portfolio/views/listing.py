"""Listings: the entries of a kind, at an employer or with a skill, as a list, as cards, or a line each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from portfolio.i18n.translation import Language
from portfolio.model.career import Career
from portfolio.model.entries import Entry, Key, Slug
from portfolio.model.fields import Kind
from portfolio.reading.directive_options import Layout

from .cards import card
from .parts import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """Entries as a list, as cards, or a line each.

    :ivar mixed: whether they are of several kinds.
    """

    layout: Layout
    mixed: bool
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """The query for a listing.

    :ivar kind: which kind of entry; all where None.
    :ivar at: only what was built or given at this employer.
    :ivar skill: only entries that declare this skill.
    :ivar limit: at most so many.
    :ivar slugs: these entries of the kind, in this order, instead of all.
    """

    kind: Kind | None = None
    at: Slug | None = None
    skill: Slug | None = None
    limit: int | None = None
    layout: Layout = "list"
    slugs: tuple[Slug, ...] = ()

    def view(self, career: Career, language: Language) -> Cards:
        """The entries asked for, newest first; skills, which have no time, by title."""
        if self.kind and self.slugs:
            chosen = [entry for slug in self.slugs if (entry := career.get(Key(self.kind, slug)))]
        else:
            chosen = career.newest_first(career.entries(*([self.kind] if self.kind else [])))
        if self.at is not None:
            chosen = _only(chosen, career.naming(Key("employer", self.at), "employers", "employer"))
        if self.skill is not None:
            chosen = _only(chosen, career.naming(Key("skill", self.skill), "skills"))
        cards = (card(career, entry, language, self.layout) for entry in chosen[: self.limit])
        return Cards(layout=self.layout, mixed=self.kind is None, cards=tuple(cards))


def _only(entries: Iterable[Entry], chosen: Iterable[Entry]) -> list[Entry]:
    docnames = {entry.docname for entry in chosen}
    return [entry for entry in entries if entry.docname in docnames]
