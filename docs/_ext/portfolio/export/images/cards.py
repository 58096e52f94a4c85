"""``cards/``: for each page a picture that says what it is, for those who are shown a link to it (https://ogp.me)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from portfolio.export.file import File, LeftOut
from portfolio.export.site import Site
from portfolio.export.typst_fonts import TYPST, Fonts, turns, warning
from portfolio.i18n import wording
from portfolio.i18n.no_break_spaces import kept_together
from portfolio.i18n.translation import Language, direction
from portfolio.model.career import Career
from portfolio.model.entries import Entry, Mark
from portfolio.views import entry_rows
from portfolio.views.listing import Cards
from portfolio.views.timeline import TimelineView

from . import drawings
from .drawings import Drawing

WIDTH, HEIGHT = 1200, 630
"""In pixels: the size that all who show cards ask for."""
LONGEST, LONGEST_NAME = 120, 60
"""How many characters there is room for."""
WORKS = 3
"""How many of the entries that the first page shows on cards its own picture names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a page's picture says; what is empty is left out.

    :ivar docname: the page's.
    :ivar mark: the mark of the entry's kind; none where the page is not an entry's.
    :ivar above: what stands above the title: what the kind is called.
    :ivar below: what stands below it: when the entry was, or what the owner is.
    :ivar summary: what the entry is, in two lines.
    :ivar works: on the first page's picture a few entries, each with what came of it.
    :ivar drawing: that of the page's timeline, or of the years of a skill.
    :ivar owner: whose page it is.
    :ivar label: what that one is.
    :ivar accent: the color of all that is not text, as in ``#0b5e74``.
    :ivar turns: whether the title is written from right to left.
    :ivar direction: that of the site's language, ``ltr`` or ``rtl``.
    """

    docname: str
    mark: Mark | None
    above: str
    title: str
    below: str
    owner: str
    label: str
    accent: str
    turns: bool
    direction: str
    summary: str = ""
    works: tuple[tuple[str, str], ...] = ()
    drawing: Drawing | None = None

    @property
    def alt(self) -> str:
        """The same in a line of text, without what the page's description says."""
        works = ", ".join(title for title, _ in self.works)
        return " · ".join(filter(None, (self.above, self.title, self.below, works, self.owner, self.label)))

    @property
    def details(self) -> str:
        """What can be left out where the fonts lack characters of it."""
        return " ".join((self.summary, *(text for work in self.works for text in work)))

    def without_details(self) -> Card:
        """The same without these."""
        return replace(self, summary="", works=())


def files(career: Career, site: Site) -> Iterator[File | LeftOut]:
    """A card for each page that is to be found, except those whose characters the fonts lack."""
    cards = [content(docname, title, career, site) for docname, title in site.titles.items()]
    scarce = site.fonts.lacking(card.details for card in cards)
    cards = [card.without_details() if any(char in card.details for char in scarce) else card for card in cards]
    lacking = site.fonts.lacking(card.alt for card in cards)
    good = [card for card in cards if not any(char in card.alt for char in lacking)]
    if lacking:
        subject = f"cards/: {len(cards) - len(good)} of {len(cards)} cards are"
        yield LeftOut(name="cards/", reason=warning(subject, lacking))
    for card in good:
        yield File(name=name(card.docname), content=card, write=partial(write, fonts=site.fonts))


def name(docname: str) -> str:
    """The file of the page's card."""
    return f"cards/{docname}.png"


def content(docname: str, title: str, career: Career, site: Site) -> Card:
    """The card of the page *docname*; the first page's need not say twice whose it is."""
    entry, person = career.page(docname), career.person
    fonts = site.fonts
    owner = _set(fonts, person.name if person else site.author, LONGEST_NAME)
    label = _set(fonts, person.label or "" if person else "")
    shown = _title(docname, title, site)
    repeats = docname == site.root and _straight(shown) == _straight(owner)
    return Card(
        docname=docname,
        mark=entry.traits.mark if entry else None,
        above=_set(fonts, wording.kind(entry.kind, site.language)) if entry else "",
        title=shown,
        below=_set(fonts, _when(career, entry, site.language)) if entry else label if repeats else "",
        owner="" if repeats else owner,
        label="" if repeats else label,
        accent=site.accent,
        turns=turns(shown),
        direction=direction(site.code),
        summary=kept_together(_set(fonts, entry.gist), site.language) if entry else "",
        works=tuple(_works(docname, site)) if docname == site.root else (),
        drawing=_drawing(docname, entry, career, site),
    )


def write(card: Card, fonts: Fonts = TYPST) -> bytes:
    """The card as a PNG; its text is data to the template and never its code."""
    template = Path(__file__).with_name("cards.typ").read_bytes()
    data = json.dumps({**asdict(card), "mark": card.mark or ""})
    # In points, of which there are 72 to the inch.
    return fonts.typeset(template, {"card": data}, format="png", ppi=72)


def _works(docname: str, site: Site) -> Iterator[tuple[str, str]]:
    cards = [
        card
        for view in site.views(docname)
        if isinstance(view, Cards) and view.layout == "cards"
        for card in view.cards
    ]
    for card in cards[:WORKS]:
        summary = kept_together(_set(site.fonts, card.summary), site.language)
        yield _set(site.fonts, card.title.text, LONGEST_NAME), summary


def _drawing(docname: str, entry: Entry | None, career: Career, site: Site) -> Drawing | None:
    if entry and not entry.traits.proves:
        return drawings.strip(career, entry.key)
    found = (drawings.timeline(view) for view in site.views(docname) if isinstance(view, TimelineView))
    return next(filter(None, found), None)


def _title(docname: str, title: str, site: Site) -> str:
    """The page's title; else the words of its address, or the site's name."""
    words = docname.removesuffix("/index").rpartition("/")[2].replace("-", " ").capitalize()
    return next(filter(None, (_set(site.fonts, each) for each in (title, words, site.title))), "")


def _when(career: Career, entry: Entry, language: Language) -> str:
    """When *entry* was: of several times from the first to the last, of a skill the years with evidence."""
    if not entry.traits.proves:
        return entry_rows.years(career, entry.key, language)
    period = career.period(entry) if entry.periods else None
    return wording.period(period, language) if period else entry_rows.span(career, entry, language)


def _set(fonts: Fonts, text: str, most: int = LONGEST) -> str:
    """*text* on one line, as many whole words as there is room for; nothing where it has no letter."""
    shown = " ".join(fonts.drawable(text).split())
    if len(shown) > most:
        cut = shown[: most - 1]
        shown = f"{cut.rpartition(' ')[0] or cut}…"
    return shown if any(char.isalnum() for char in shown) else ""


def _straight(text: str) -> str:
    """*text* with the quotes of typewriters, of which Sphinx makes others in titles."""
    return text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
