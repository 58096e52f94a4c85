"""The pages that there are, with their anchors, as far as they are known."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from portfolio.model.entries import Entry
from portfolio.reading.page_source import Source

from .anchors import deliveries

Anchors = tuple[tuple[str, ...], tuple[str, ...]]
"""All anchors of a page as it was read, and those of its headings below the title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAnchors:
    """A page that there is.

    :ivar anchors: those that it has.
    :ivar whole: whether it has no others.
    :ivar promised: those of its anchors that are addresses to be kept.
    :ivar entry: what it is about, where that is known.
    """

    anchors: Set[str] = frozenset()
    whole: bool = True
    promised: Set[str] = frozenset()
    entry: Entry | None = None

    def has(self, anchor: str) -> bool:
        """Whether there is *anchor*, for all that is known."""
        return not self.whole or anchor in self.anchors


def as_read(source: Source, anchors: Anchors | None) -> PageAnchors:
    """A page with the *anchors* that a build found; those of one with problems are not known."""
    if anchors is None or (source.key and not source.entry):
        return PageAnchors(whole=False)
    every, headings = (frozenset(each) | deliveries(source) for each in anchors)
    return PageAnchors(anchors=every, promised=headings if source.entry else frozenset(), entry=source.entry)
