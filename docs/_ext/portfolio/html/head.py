"""What a page's head says of it to search engines, and to those who see a list of pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape

LONGEST = 160
"""How many characters of a description search engines show, about."""
_DESCRIPTION = re.compile(r'<meta (?=[^>]*\bname="description")[^>]*\bcontent="([^"]*)"')
"""In HTML whose attributes hold no quotes and no ">", as docutils and this module write it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of a page.

    :ivar address: where it is, absolute.
    :ivar alt: what it says.
    """

    address: str
    media_type: str
    width: int
    height: int
    alt: str


def description(metatags: str, text: str) -> str:
    """*metatags* with a description made from *text*, where there is some and the author wrote none."""
    text = " ".join(text.split())
    if not text or 'name="description"' in metatags:
        return metatags
    return f'{metatags}<meta name="description" content="{escape(_shortened(text))}" />\n'


def sharing(
    metatags: str, *, title: str, of: str, site: str, locale: str, address: str, picture: Picture | None
) -> str:
    """*metatags* with those by which others show a link to the page, but for those that the author wrote.

    The properties are those of https://ogp.me. X, which has taken over Twitter's names, and others that follow it take
    what these say, and need to be told only how large a card to make, and what its picture says.

    :param metatags: with the description, which is the same here.
    :param of: what the page is, in the words of https://ogp.me/#types.
    :param site: the site's name.
    :param locale: as language and territory; empty where that is not known.
    :param address: the page's own, absolute; empty where that is not known.
    """
    described = _DESCRIPTION.search(metatags)
    found = [
        ("property", "og:title", title),
        ("property", "og:type", of),
        ("property", "og:url", address),
        ("property", "og:site_name", site),
        ("property", "og:description", unescape(described[1]) if described else ""),
        ("property", "og:locale", locale),
        ("name", "twitter:card", "summary_large_image" if picture else "summary"),
    ]
    if picture:
        found += [
            ("property", "og:image", picture.address),
            ("property", "og:image:type", picture.media_type),
            ("property", "og:image:width", str(picture.width)),
            ("property", "og:image:height", str(picture.height)),
            ("property", "og:image:alt", picture.alt),
            ("name", "twitter:image:alt", picture.alt),
        ]
    return metatags + "".join(
        f'<meta {attribute}="{name}" content="{escape(text)}" />\n'
        for attribute, name, text in found
        if text and f'="{name}"' not in metatags
    )


def locale(code: str) -> str:
    """The language *code* as Open Graph has it: with a territory, as in ``de_AT``; empty where it names none."""
    found = re.fullmatch(r"([a-z]{2,3})[-_](?:[A-Z][a-z]{3}[-_])?([A-Z]{2})", code)
    return "_".join(found.groups()) if found else ""


def title(name: str, kind: str) -> str:
    """A title that tells an entry from another of its name: a project from a talk about it, a skill from a page.

    :param name: the page's title, as HTML.
    :param kind: what one of the entry's kind is called, as text.
    """
    return f"{name} · {escape(kind)}"


def _shortened(text: str) -> str:
    """As many whole words as there is room for."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST].rpartition(' ')[0] or text[: LONGEST - 1]}…"
