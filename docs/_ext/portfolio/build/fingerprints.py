"""What pages are made from: their sources, and what they show of other pages and of the files beside them."""

from __future__ import annotations

import hashlib

from sphinx.builders import Builder

from . import exports, toctrees
from .domain import PortfolioDomain


def digests(domain: PortfolioDomain, builder: Builder) -> dict[str, str]:
    """For every page, a digest of all that it is made from.

    In HTML that is the site's tree in its sidebar, or the part of it that a large site's page shows, the links to the
    next and the previous page, those to the files beside the pages, what leads others to it, and what it tells
    programs of other pages.
    """
    env = domain.env
    navigation = domain.navigation(builder)
    related = toctrees.related(env) if navigation else {}
    whole = _digest(toctrees.whole(env)) if builder.format == "html" and not navigation else ""
    elsewhere = _digest(toctrees.names(env)) if domain.outward else ""
    found = {}
    for docname in sorted(env.all_docs):
        views = [domain.view(query) for query in domain.queries.get(docname, ())]
        named = [mention.target for mention in domain.mentions.get(docname, ())]
        targets = [(domain.career.name(key), domain.career.target(key)) for key in named]
        shown = [(name, entry.docname if entry else None) for name, entry in targets]
        own = domain.sources[docname].digest if docname in domain.sources else ""
        tree = (navigation.html(docname, str), related.get(docname)) if navigation else whole
        others = (elsewhere if docname in domain.outward else "", toctrees.listed(env, docname))
        beside = _beside(domain, docname)
        told = (domain.work.graphs.get(docname), domain.work.shared.get(docname))
        found[docname] = _digest(repr((own, tree, others, views, shown, beside, told, domain.notes(docname))))
    return found


def _beside(domain: PortfolioDomain, docname: str) -> list[object]:
    """What the page shows of the files beside the pages: in its head, and in a list of them with their sizes."""
    head: list[object] = [domain.work.cards[docname].alt] if docname in domain.work.cards else []
    head += (each.file.link for each in exports.shown(domain.work.alternates, docname, domain.env.config.root_doc))
    if docname not in domain.data["exporting"]:
        return [head]
    return [head, *((each.file.name, each.size) for each in domain.work.alternates if each.file.link)]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
