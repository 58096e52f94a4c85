"""``cards/``: for each page a picture that says what it is, for those who are shown a link to it (https://ogp.me)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from portfolio.export.file import File, LeftOut
from portfolio.export.site import Site
from portfolio.i18n import wording
from portfolio.i18n.translation import Language, direction
from portfolio.model.career import Career
from portfolio.model.entries import Entry, Mark
from portfolio.views import entry_rows

from .fonts import TYPST, Fonts, turns, warning

WIDTH, HEIGHT = 1200, 630
"""In pixels: the size that all who show cards ask for."""
LONGEST, LONGEST_NAME = 120, 60
"""How many characters there is room for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a page's picture says; what is empty is left out.

    :ivar docname: the page's.
    :ivar mark: the mark of the entry's kind; none where the page is not an entry's.
    :ivar above: what stands above the title: what the kind is called.
    :ivar below: what stands below it: when the entry was, or what the owner is.
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

    @property
    def alt(self) -> str:
        """The same in a line of text."""
        return " · ".join(filter(None, (self.above, self.title, self.below, self.owner, self.label)))


def files(career: Career, site: Site) -> Iterator[File | LeftOut]:
    """A card for each page that is to be found, except those whose characters the fonts lack."""
    cards = [content(docname, title, career, site) for docname, title in site.titles.items()]
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
    )


def write(card: Card, fonts: Fonts = TYPST) -> bytes:
    """The card as a PNG; its text is data to the template and never its code."""
    template = Path(__file__).with_name("cards.typ").read_bytes()
    data = json.dumps({**asdict(card), "mark": card.mark or ""})
    # In points, of which there are 72 to the inch.
    return fonts.typeset(template, {"card": data}, format="png", ppi=72)


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
