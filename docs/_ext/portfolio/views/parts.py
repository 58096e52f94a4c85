"""The parts of which views are made: rows of text and references, with the titles and URLs they have now.

The text is in the site's language. A page is as stale as its views: the build compares them from one to the next, and
its transforms turn them into nodes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from portfolio.model.entries import Entry, Slug, Url
from portfolio.model.fields import Kind, PublicProof

DOT = "\N{NO-BREAK SPACE}· "
"""What stands between parts that are not a sentence, and never at the beginning of a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A reference to a place on a page of this site, with the text that shows it."""

    text: str
    docname: str
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A reference to a URL elsewhere.

    :ivar public_proof: what there is to see, where that is public proof of what the page says.
    :ivar copy: a reference to an archived copy of that.
    :ivar name: its name for those who hear it, where several links of a page can have the same text.
    """

    text: str
    url: Url
    public_proof: PublicProof | None = None
    copy: Link | None = None
    name: str = ""


Inline = str | Page | Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of inline parts, and lines *below* it; *anchor*, where given, is its own address on the page."""

    parts: tuple[Inline, ...]
    anchor: str = ""
    below: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A label and what belongs under it.

    :ivar html_only: whether it leads to what only HTML has.
    :ivar folded: what is shown in HTML until a reader opens it; empty where all is shown at once.
    """

    label: str
    items: tuple[Item, ...]
    html_only: bool = False
    folded: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of what an entry's page is about, such as a position at an employer; what is not known is empty."""

    title: str
    when: str
    details: str
    summary: str
    highlights: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One entry in a listing.

    :ivar label: what its kind is called.
    :ivar highlights: what came of it, where that stands in for the summary.
    :ivar public_proofs: what anyone can look at.
    :ivar skills: those that it proves, where a listing can be filtered by them.
    """

    kind: Kind
    label: str
    when: str
    ongoing: bool
    title: Page
    details: tuple[Inline, ...]
    summary: str
    highlights: tuple[str, ...] = ()
    public_proofs: tuple[Link, ...] = ()
    skills: tuple[Slug, ...] = ()


def page(entry: Entry) -> Page:
    """The reference to *entry*'s page."""
    return Page(text=entry.title, docname=entry.docname)


def line(*parts: Inline) -> Item:
    """An item of *parts*, those that are empty left out."""
    return Item(parts=tuple(filter(None, parts)))


def joined(parts: Iterable[Inline | Sequence[Inline]], separator: str = ", ") -> Item:
    """An item of *parts*, of which each can be several, with *separator* between them."""
    several = ((part,) if isinstance(part, Inline) else part for part in parts)
    found = [each for part in several for each in (separator, *part)]
    return Item(parts=tuple(found[1:]))


def rows(*pairs: tuple[str, Iterable[Item]]) -> tuple[Row, ...]:
    """Rows from labels and items, those without items left out."""
    filled = ((label, tuple(item for item in items if item.parts)) for label, items in pairs)
    return tuple(Row(label=label, items=items) for label, items in filled if items)
