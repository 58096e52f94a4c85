"""Writes who it is, and where else to find them, for the foot of every page."""

from __future__ import annotations

from html import escape

from portfolio.build import exports
from portfolio.build.domain import PortfolioDomain
from portfolio.views.person import links


def contact(domain: PortfolioDomain, docname: str) -> str:
    """The person's name, profiles, and the files that fit there, as HTML; empty where there is no person.

    Its classes are those of https://microformats.org/wiki/h-card, its ``rel`` that of
    https://microformats.org/wiki/rel-me.
    """
    if (person := domain.career.person) is None:
        return ""
    builder = domain.state.builder
    home = builder.get_relative_uri(docname, builder.config.root_doc)
    found = [f'<a class="p-name" href="{escape(home)}">{escape(person.name)}</a>']
    found += (f'<a class="u-url" rel="me" href="{escape(each.url)}">{escape(each.text)}</a>' for each in links(person))
    for _, link, uri in exports.links(domain.state.exports, docname, builder):
        if link.brief:
            found.append(f'<a href="{escape(uri)}">{escape(link.brief)}</a>')
    lines = "\n".join(found)
    return f'<address class="portfolio-contact h-card">\n{lines}\n</address>\n'
