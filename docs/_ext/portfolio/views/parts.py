"""What pages show of a career, as plain data: rows of text and references, with the titles and addresses they have now.

The text is in the site's language. A page is as stale as its views: the domain compares them from build to build,
and the transforms turn them into nodes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from portfolio.model.entries import Entry, Exhibit, Kind, Slug, Url

from .timeline_chart import Chart

DOT = "\N{NO-BREAK SPACE}· "
"""What stands between parts that are no sentence, and never at the beginning of a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A reference to a place on a page of this site, with the text that shows it."""

    text: str
    docname: str
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A reference to an address elsewhere.

    :ivar exhibit: what there is to see, where that is public proof of what the page says.
    :ivar copy: a reference to an archived copy of that.
    """

    text: str
    url: Url
    exhibit: Exhibit | None = None
    copy: Link | None = None


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

    :ivar html: whether it leads to what only HTML has.
    """

    label: str
    items: tuple[Item, ...]
    html: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The info panel of an entry's page, or its back-links: rows about one entry.

    :ivar label: what they are called, for those who cannot see where they stand.
    :ivar highlights: what came of it.
    """

    kind: Kind
    name: Literal["panel", "backlinks"]
    label: str
    summary: str
    rows: tuple[Row, ...]
    highlights: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One entry in a listing.

    :ivar label: what its kind is called.
    :ivar exhibits: what anyone can look at.
    :ivar skills: those that it proves, where a listing can be filtered by them.
    """

    kind: Kind
    label: str
    when: str
    ongoing: bool
    title: Page
    details: tuple[Inline, ...]
    summary: str
    exhibits: tuple[Link, ...] = ()
    skills: tuple[Slug, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """Entries as a list or as cards.

    :ivar mixed: whether they are of several kinds.
    """

    layout: Literal["list", "cards"]
    mixed: bool
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A chart of a timeline's rows.

    :ivar names: what each row's link is called, in the order of the rows.
    """

    label: str
    caption: str
    names: tuple[str, ...]
    chart: Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A choice of rows.

    :ivar name: its address on the page.
    :ivar of: the class of the rows that it leaves.
    :ivar status: what is said of the page while only these are shown.
    """

    name: str
    of: str
    label: str
    count: int
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """The choices that a timeline offers.

    :ivar reset: the words of the link that undoes a choice.
    """

    label: str
    everything: str
    reset: str
    kinds: tuple[Filter, ...]
    by_skill: str
    skills: tuple[Filter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """Timeline rows that end in one year, or go on; those in one group ran side by side."""

    label: str
    groups: tuple[tuple[Card, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Timeline rows by time.

    :ivar drawing: the same rows drawn, in HTML.
    :ivar filters: what a reader can choose of them, in HTML.
    """

    years: tuple[Year, ...]
    drawing: Drawing | None = None
    filters: Filters | None = None

    @property
    def rows(self) -> list[Card]:
        """The rows in their order."""
        return [row for year in self.years for group in year.groups for row in group]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A skill in the index: its page, its figures, its evidence and, in HTML, its years.

    :ivar anchor: its own address on the page.
    :ivar years: what its years are called.
    :ivar timeline: where all that proves it is on a timeline.
    """

    title: Page
    anchor: str
    details: str
    rows: tuple[Row, ...]
    years: str
    cells: tuple[Cell, ...]
    timeline: Page | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The years that all skills of an index share.

    :ivar years: how many.
    :ivar named: those that are named, each with its place, counted from the first.
    """

    years: int
    named: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The skills by category.

    :ivar label: what the list of categories is called.
    :ivar scale: None where nothing has a date.
    """

    categories: tuple[tuple[str, tuple[Proof, ...]], ...]
    label: str
    scale: Scale | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Paragraphs about one page, to be copied.

    :ivar name: their address on the page that shows them.
    """

    name: str
    title: Page
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """Several of them."""

    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A plain list.

    :ivar otherwise: what is said where there is nothing to list.
    """

    items: tuple[Item, ...]
    otherwise: str


View = Facts | Cards | Line | Index | Texts | Lines


def page(entry: Entry) -> Page:
    """The reference to *entry*'s page."""
    return Page(text=entry.title, docname=entry.docname)


def line(*parts: Inline, anchor: str = "") -> Item:
    """An item of *parts*, those that are empty left out."""
    return Item(parts=tuple(part for part in parts if part), anchor=anchor)


def joined(parts: Iterable[Inline], separator: str = ", ") -> Item:
    """An item of *parts* with *separator* between them."""
    found = [each for part in parts for each in (separator, part)]
    return Item(parts=tuple(found[1:]))


def rows(*pairs: tuple[str, Iterable[Item]]) -> tuple[Row, ...]:
    """Rows from labels and items, those without items left out."""
    filled = ((label, tuple(item for item in items if item.parts)) for label, items in pairs)
    return tuple(Row(label=label, items=items) for label, items in filled if items)
