"""Completes the head of each page: description, Open Graph, JSON-LD, links to exports, canonical URL, title."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Any
from urllib.parse import quote

from docutils import nodes
from sphinx.builders import Builder

from portfolio.build import exports, other_extensions
from portfolio.build.collect import opening
from portfolio.build.domain import PortfolioDomain
from portfolio.build.plain_text import plain_text, words
from portfolio.build.urls import canonical
from portfolio.export.images import cards, icons
from portfolio.export.site import base, color
from portfolio.i18n import wording
from portfolio.i18n.translation import Language, direction
from portfolio.permalinks.hosted_search import unsearched
from portfolio.reading.page_source import Source

from . import markdown_pages

LONGEST = 160
"""The longest description that search engines show in full, in characters, roughly."""
_DESCRIPTION = re.compile(r'<meta (?=[^>]*\bname="description")[^>]*\bcontent="([^"]*)"')
"""In HTML whose attributes hold no quotes and no ">", as docutils and this module write it."""


def complete(
    context: dict[str, Any], domain: PortfolioDomain, builder: Builder, pagename: str, doctree: nodes.document | None
) -> None:
    """Add to the *context* of a page's template what its head says to programs.

    :param doctree: that of a page with a source; None for pages such as Sphinx's search page.
    """
    state, hidden = domain.state, domain.state.hidden
    if direction(builder.config.language) == "rtl":
        # Themes write it between quotes, and have no block in which a template could add an attribute.
        context["language"] = f'{builder.config.language}" dir="rtl'
    found = str(context.get("metatags", ""))  # the search page has none
    if doctree is not None and exports.has_exports(builder):
        source = domain.source(pagename)
        entry = source.entry if source else None
        first = opening(doctree)
        found = description(found, _gist(source) or (words(first) if first else ""))
        if entry:
            kind = wording.kind(entry.kind, Language.of(domain.env.config.language))
            # A project and a talk about it can have the same name.
            context["title"] = f"{context['title']} · {escape(kind)}"
        if other_extensions.OPEN_GRAPH not in state.extensions:
            found = _with_open_graph(found, domain, builder, pagename)
    if pagename in hidden:
        found += '<meta name="robots" content="noindex">\n'
        context["body"] = unsearched(context["body"])
    if hidden:
        # The copy of a page's source, to which Sphinx would link, may name what is hidden.
        context["sourcename"] = ""
    if doctree is not None and "portfolio_style" in doctree:
        found += f"<style>{doctree['portfolio_style']}</style>"
    if doctree is not None and exports.has_exports(builder):
        found += markdown_pages.link(builder, pagename)
    found += exports.head_links(state.exports, pagename, builder)
    on_first = state.exports if pagename == builder.config.root_doc else ()
    found += icons.head((each.file.name for each in on_first), color(builder.config.portfolio_accent))
    context["metatags"] = found + state.graphs.get(pagename, "")
    if context.get("pageurl") and exports.has_exports(builder):
        # None for pages whose content depends on what was asked for.
        context["pageurl"] = None if pagename in {"search", "404"} else canonical(pagename, builder)


def without_sources(context: dict[str, Any]) -> None:
    """Leave out sphinx_book_theme's buttons for the copies of sources, which it has whether there are any or not."""
    for group in context.get("header_buttons", ()):
        if "buttons" in group:
            group["buttons"] = [each for each in group["buttons"] if "/_sources/" not in f"/{each.get('url', '')}"]


def preview(domain: PortfolioDomain, builder: Builder, docname: str) -> str:
    """The description and Open Graph properties of a page, for the redirect pages that lead to it."""
    source = domain.source(docname)
    first = None if _gist(source) else opening(domain.env.get_doctree(docname))
    text = plain_text(domain.env, docname, [first])[0] if first else _gist(source)
    return _with_open_graph(description("", text), domain, builder, docname).replace(" />", ">")


def _gist(source: Source | None) -> str:
    """What a page's front matter says of its entry, or of the person; empty where it says nothing of either."""
    entry, person = (source.entry, source.person) if source else (None, None)
    return entry.gist if entry else (person.summary if person else None) or ""


def _with_open_graph(metatags: str, domain: PortfolioDomain, builder: Builder, pagename: str) -> str:
    env, source = domain.env, domain.source(pagename)
    return open_graph(
        metatags,
        title=words(env.titles[pagename]),
        of="article" if source and source.entry else "profile" if source and source.person else "website",
        site=env.config.project,
        locale=locale(env.config.language or ""),
        url=canonical(pagename, builder),
        picture=picture(domain, pagename),
    )


def picture(domain: PortfolioDomain, docname: str) -> tuple[str, str] | None:
    """The URL of the card of a page, and the text in place of that; None where it has no card."""
    card = domain.state.cards.get(docname)
    return (f"{base(domain.env.config.html_baseurl)}{quote(cards.name(docname))}", card.alt) if card else None


def description(metatags: str, text: str) -> str:
    """*metatags* with a description from *text*, unless that is empty or the author wrote a description."""
    text = " ".join(text.split())
    if not text or 'name="description"' in metatags:
        return metatags
    return f'{metatags}<meta name="description" content="{escape(_shortened(text))}" />\n'


def open_graph(
    metatags: str, *, title: str, of: str, site: str, locale: str, url: str, picture: tuple[str, str] | None
) -> str:
    """*metatags* with Open Graph properties (https://ogp.me), except those that the author wrote.

    X and others fall back on them, and need only ``twitter:card`` and ``twitter:image:alt`` besides.

    :param metatags: with the description, which is repeated.
    :param of: type of the page, from https://ogp.me/#types.
    :param site: name of the site.
    :param locale: language and territory, as in ``en_US``; empty where not known.
    :param url: the page's, absolute; empty where not known.
    :param picture: the URL of its card, and the text in place of that.
    """
    described = _DESCRIPTION.search(metatags)
    found = [
        ("property", "og:title", title),
        ("property", "og:type", of),
        ("property", "og:url", url),
        ("property", "og:site_name", site),
        ("property", "og:description", unescape(described[1]) if described else ""),
        ("property", "og:locale", locale),
        ("name", "twitter:card", "summary_large_image" if picture else "summary"),
    ]
    if picture:
        found += [
            ("property", "og:image", picture[0]),
            ("property", "og:image:type", "image/png"),
            ("property", "og:image:width", str(cards.WIDTH)),
            ("property", "og:image:height", str(cards.HEIGHT)),
            ("property", "og:image:alt", picture[1]),
            ("name", "twitter:image:alt", picture[1]),
        ]
    return metatags + "".join(
        f'<meta {attribute}="{name}" content="{escape(text)}" />\n'
        for attribute, name, text in found
        if text and f'="{name}"' not in metatags
    )


def locale(code: str) -> str:
    """The language *code* in Open Graph's form, as in ``de_AT``; empty where it has no territory."""
    found = re.fullmatch(r"([a-z]{2,3})[-_](?:[A-Z][a-z]{3}[-_])?([A-Z]{2})", code)
    return "_".join(found.groups()) if found else ""


def _shortened(text: str) -> str:
    """*text* cut at the last word that fits."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST].rpartition(' ')[0] or text[: LONGEST - 1]}…"
