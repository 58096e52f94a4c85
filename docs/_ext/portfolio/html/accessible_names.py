"""Gives links of one page that lead to different places different names, for those who hear them in a list.

It works on the page's HTML, where all of its links are together: those of the prose, of views, and of headings.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from html import escape, unescape
from itertools import chain
from typing import Any
from urllib.parse import unquote, urljoin

from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder

from portfolio.build.domain import PortfolioDomain
from portfolio.build.exports import has_exports
from portfolio.build.plain_text import words
from portfolio.build.urls import ANYWHERE, docname_at
from portfolio.i18n import wording
from portfolio.i18n.translation import Language

_LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
"""In HTML whose attributes hold no ">", as docutils and this extension write it."""
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_THEME = '<a href="https://github.com/pradyunsg/furo">Furo</a>'
"""In the theme's foot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A link of the page, with the name that it has by itself."""

    name: str
    href: str


def complete(context: dict[str, Any], domain: PortfolioDomain, builder: Builder, pagename: str) -> None:
    """Name the links in the *context* of a page's template, where Furo has filled in the navigation."""
    if not has_exports(builder):
        return
    around = _THEME.join(str(context.get(key, "")) for key in ("furo_navigation_tree", "portfolio_contact"))
    page = urljoin(ANYWHERE, builder.get_target_uri(pagename))
    describe = partial(_describe, domain, builder, pagename)
    own = {key: str(context[key]) for key in ("body", "toc") if key in context}
    context |= zip(own, distinguished([*own.values()], around=around, page=page, describe=describe), strict=True)


def distinguished(
    texts: Sequence[str], *, around: str, page: str, describe: Callable[[str, str], Sequence[str]]
) -> list[str]:
    """The HTML of a page's parts with names added to the links that would have one in common with others.

    One place keeps it alone: that of a link around the parts, or else the one to which most links of the name lead.

    :param around: the HTML whose links stand on the page too, and stay as they are.
    :param page: the page's URL.
    :param describe: from the name and the URL of a link to what distinguishes it from others of that name, best first.
    """
    *own, others = ([_read(*link.groups()) for link in _LINK.finditer(text)] for text in (*texts, around))
    most = 1 + sum(map(len, own))
    weighted = [(link, 1) for link in chain(*own) if link] + [(link, most) for link in others if link]
    hrefs: dict[str, set[str]] = defaultdict(set)
    for link, _ in weighted:
        hrefs[link.name.casefold()].add(link.href)
    # Few names are those of several links, and to find where a link leads takes longest.
    shared = chain(*(found for found in hrefs.values() if len(found) > 1))
    urls = {href: _joined(page, href).removesuffix("#") for href in shared}
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for link, weight in weighted:
        if link.href in urls:
            places[link.name.casefold()][urls[link.href]] += weight
    names = {
        name: _names(name, found.most_common(1)[0][0], {url: describe(name, url) for url in found})
        for name in {link.name for link in filter(None, chain(*own))}
        if len(found := places[name.casefold()]) > 1
    }

    def named(link: re.Match[str], found: _Found | None) -> str:
        if found is None or found.name not in names or (name := names[found.name][urls[found.href]]) == found.name:
            return link[0]
        attributes = re.sub(r' aria-label="[^"]*"', "", link[1])
        return f'<a aria-label="{escape(name)}"{attributes}>{link[2]}</a>'

    def completed(text: str, part: Iterator[_Found | None]) -> str:
        return _LINK.sub(lambda link: named(link, next(part)), text)

    return [completed(text, iter(part)) for text, part in zip(texts, own, strict=True)]


def _joined(page: str, href: str) -> str:
    """The URL to which a link leads; where an author wrote what is none, that."""
    try:
        return urljoin(page, href)
    except ValueError:
        return href


def _names(name: str, plain: str, described: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """A name for each URL: *name*, alone for *plain*, and as much of what distinguishes the others as is needed."""
    counts = range(1, 1 + max(map(len, described.values())))
    tried = [{url: ", ".join((name, *parts[:count])) for url, parts in described.items()} for count in counts]
    return next((found for found in tried if len({*found.values()}) == len(found)), tried[-1]) | {plain: name}


@lru_cache(maxsize=10_000)
def _read(written: str, content: str) -> _Found | None:
    """The name and the address of a link, which can be on many pages; None for those of drawings, unheard."""
    attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(written)}
    if "href" not in attributes or "data-name" in attributes:
        return None
    text = " ".join(unescape(re.sub("<[^>]*>", "", content)).split())
    mark = attributes.get("title", text) if attributes.get("class") == "headerlink" else text
    return _Found(name=attributes.get("aria-label", mark), href=attributes["href"])


def _describe(domain: PortfolioDomain, builder: StandaloneHTMLBuilder, here: str, name: str, url: str) -> list[str]:
    """The page and the part of it to which a link on the page *here* leads, and what is there; of other sites the host.

    The part is named by its anchor: a heading with another text would be no reason to write this page again.
    """
    address, _, anchor = url.partition("#")
    docname = docname_at(address.removeprefix(ANYWHERE), builder)
    if docname is None:
        return [url.partition("//")[2].partition("/")[0], url]
    env, entry = domain.env, domain.career.page(docname)
    parts = [words(env.titles[docname]), unquote(anchor).replace("-", " ")]
    if docname == here:
        parts.reverse()
    if entry:
        parts.append(wording.kind(entry.kind, Language.of(env.config.language)))
    return [*(part for part in parts if part and part.casefold() != name.casefold()), url]
