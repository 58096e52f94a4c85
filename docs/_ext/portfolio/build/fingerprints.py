"""Computes a fingerprint of all that each page is made from, so that a build knows which pages to write again."""

from __future__ import annotations

from sphinx.builders import Builder

from portfolio.export.images import icons
from portfolio.reading.page_source import digest

from . import exports, toctrees
from .collect import PageData
from .domain import PortfolioDomain


def fingerprints(domain: PortfolioDomain, builder: Builder) -> dict[str, str]:
    """For every page a digest of when any builder read it, and of all that it shows of other pages and of the exports.

    In HTML these include the sidebar, the links to the previous and next page and the source, the head, the foot, and
    the share box.
    """
    env, state, sidebar = domain.env, domain.state, domain.state.sidebar
    related = toctrees.related(env) if sidebar else {}
    whole = digest(toctrees.whole(env).encode()) if builder.format == "html" and not sidebar else ""
    elsewhere = (
        digest(toctrees.names(env).encode()) if any(page.refers_elsewhere for page in domain.pages.values()) else ""
    )
    at_foot = (each.file.link for each in state.exports)
    person = domain.career.person if exports.has_exports(builder) else None
    contact = (person, [link for link in at_foot if link and link.brief])
    has_sources = env.config.html_copy_source and not state.hidden
    found = {}
    for docname in sorted(env.all_docs):
        page = domain.pages[docname]
        views = [domain.view(query) for query in page.queries]
        targets = ((domain.career.target(each.target), domain.career.is_private(each.target)) for each in page.mentions)
        shown = [(entry.title, entry.docname) if entry else is_private for entry, is_private in targets]
        tree = (sidebar(docname, str), related.get(docname)) if sidebar else whole
        others = (elsewhere if page.refers_elsewhere else "", toctrees.listed(env, docname))
        files = _files(domain, docname, page)
        added = (state.graphs.get(docname), state.share_links.get(docname))
        notes = (domain.notes(docname), has_sources)
        parts = (env.all_docs[docname], tree, others, views, shown, files, added, contact, notes)
        found[docname] = digest(repr(parts).encode())
    return found


def _files(domain: PortfolioDomain, docname: str, page: PageData) -> list[object]:
    """What the page shows of the exports: in its head, in links, and in a list of them with their sizes."""
    state = domain.state
    head: list[object] = [state.cards[docname].alt] if docname in state.cards else []
    found = exports.linked(state.exports, docname, domain.env.config.root_doc)
    head += ((each.file.link.media_type, each.file.link.label) for each in found if each.file.link)
    color = domain.env.config.portfolio_accent
    if docname == domain.env.config.root_doc:
        head += ((each.file.name, color) for each in state.exports if each.file.name in icons.SIZES)
    linked = [each.file.link for each in state.exports if each.file.name in page.exports]
    if not page.lists_exports:
        return [head, linked]
    return [head, linked, *((each.file.link, each.file.name, each.size) for each in state.exports if each.file.link)]
