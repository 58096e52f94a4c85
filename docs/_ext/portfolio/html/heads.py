"""The heads of pages, as Sphinx is about to write them."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from docutils import nodes
from sphinx.builders import Builder

from portfolio.build import exports
from portfolio.build.collect import opening
from portfolio.build.domain import PortfolioDomain
from portfolio.export.images import cards
from portfolio.export.site import base, escaped
from portfolio.i18n import wording
from portfolio.i18n.translation import Language

from . import head, markdown_pages


def complete(
    context: dict[str, Any], domain: PortfolioDomain, builder: Builder, pagename: str, doctree: nodes.document | None
) -> None:
    """Add to the *context* of a page's template what its head says to programs.

    :param doctree: that of a page of the author's; None where Sphinx made the page, as it does the search's.
    """
    found = str(context.get("metatags", ""))  # the search page has none
    if doctree is not None and builder.name in exports.BUILDERS:
        source = domain.sources.get(pagename)
        entry = source.entry if source else None
        found = head.description(found, (entry.summary if entry else "") or opening(doctree))
        if entry:
            kind = wording.kind(entry.kind, Language.of(domain.env.config.language))
            context["title"] = head.title(context["title"], kind)
        found = _shared(found, domain, builder, pagename)
    if pagename in domain.hidden:
        found += '<meta name="robots" content="noindex">\n'
    if domain.hidden:
        # A page's source, of which Sphinx would put a copy beside it, may name what is hidden.
        context["sourcename"] = ""
    if doctree is not None and "portfolio_style" in doctree:
        found += f"<style>{doctree['portfolio_style']}</style>"
    if doctree is not None and builder.name in exports.BUILDERS:
        found += markdown_pages.link(builder, pagename)
    found += exports.head(domain.work.alternates, pagename, builder)
    context["metatags"] = found + domain.work.graphs.get(pagename, "")
    if context.get("pageurl") and builder.name in exports.BUILDERS:
        context["pageurl"] = _canonical(pagename, builder)


def _canonical(pagename: str, builder: Builder) -> str | None:
    """A page's permalink as it is elsewhere too; none for the search, which shows something else at each address."""
    if pagename == "search":
        return None
    return f"{base(builder.config.html_baseurl)}{escaped(builder.get_target_uri(pagename))}"


def _shared(metatags: str, domain: PortfolioDomain, builder: Builder, pagename: str) -> str:
    """*metatags* with those by which others show a link to the page; without the site's address only some."""
    env, source, card = domain.env, domain.sources.get(pagename), domain.work.cards.get(pagename)
    home = base(env.config.html_baseurl)
    picture = head.Picture(
        address=f"{home}{quote(cards.name(pagename))}",
        media_type="image/png",
        width=cards.WIDTH,
        height=cards.HEIGHT,
        alt=card.alt,
    ) if card else None  # fmt: skip
    return head.sharing(
        metatags,
        title=env.titles[pagename].astext(),
        of="article" if source and source.entry else "profile" if source and source.person else "website",
        site=env.config.project,
        locale=head.locale(env.config.language or ""),
        address=home and f"{home}{escaped(builder.get_target_uri(pagename))}",
        picture=picture,
    )
