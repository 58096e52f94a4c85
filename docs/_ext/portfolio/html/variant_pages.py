"""Makes ``/for/NAME/``, one page per CV variant: in HTML only, not in the toctree, the search index or the sitemap."""

from __future__ import annotations

import html
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

from portfolio.build.domain import PortfolioDomain
from portfolio.build.post_transforms import resolve
from portfolio.build.record import Record, remove
from portfolio.build.urls import canonical, up
from portfolio.export.site import escaped
from portfolio.i18n.translation import Language
from portfolio.model.variant import Variant
from portfolio.views.variant_page import VariantPage, variant_page
from portfolio.writing.nodes import link
from portfolio.writing.person_nodes import place_photos
from portfolio.writing.view_nodes import inlines, refer, render

from . import head

_ROBOTS = '<meta name="robots" content="noindex">'
"""For those who are sent the link (https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag)."""


def pages(domain: PortfolioDomain, builder: StandaloneHTMLBuilder) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Each variant's page as ``html-collect-pages`` wants it; pages of variants that are gone are deleted.

    All are made in every build, which costs less than to find out what the theme makes them from. One that comes out
    the same keeps its time, so that nobody takes it for a new one.
    """
    home, variants = Path(builder.outdir), domain.state.variants.good
    names = {variant.page: "" for variant in variants}
    record = Record(Path(builder.doctreedir), f"{builder.name}-variants", home)
    record.begin(names)
    if gone := record.gone(names):
        kept = {str(builder.get_outfilename(name)) for name in domain.env.found_docs}
        remove((Path(name) for name in map(str, map(builder.get_outfilename, gone)) if name not in kept), home)
    # Those of the page that was written last, if there was one, would number these pages' headings.
    builder.secnumbers, builder.fignumbers = {}, {}
    for variant in variants:
        file = Path(builder.get_outfilename(variant.page))
        before = (file.read_bytes(), file.stat()) if file.is_file() else None
        yield variant.page, _context(domain, builder, variant), "page.html"
        # Sphinx has written the page by now.
        if before and file.read_bytes() == before[0]:
            os.utime(file, ns=(before[1].st_atime_ns, before[1].st_mtime_ns))
    record.finish(names)


def _context(domain: PortfolioDomain, builder: StandaloneHTMLBuilder, variant: Variant) -> dict[str, Any]:
    view = variant_page(domain.career, variant, Language.of(domain.env.config.language))
    root, file = up(variant.page, builder), variant.file("pdf")
    has_file = any(each.file.name == file for each in domain.state.exports)
    section = _section(view, root + escaped(file) if has_file else "")
    for reference in section.findall(nodes.reference):
        resolve(reference, builder, variant.page)
    place_photos([section], root)
    metatags = head.open_graph(
        head.description(_ROBOTS, view.pitch),
        title=view.title,
        of="profile",
        site=builder.config.project,
        locale=head.locale(builder.config.language or ""),
        url=canonical(variant.page, builder),
        picture=head.picture(domain, builder.config.root_doc),
    )
    return {
        "title": html.escape(view.title),
        "body": builder.render_partial(section)["fragment"],
        "metatags": metatags,
    }


def _section(view: VariantPage, file: str) -> nodes.section:
    found = nodes.section("", nodes.title("", view.title), ids=["showcase"])
    found += render(view.person)
    if view.pitch:
        found += nodes.paragraph("", view.pitch)
    if file:
        attributes = {"rel": "alternate", "type": "application/pdf"}
        to = link("", "", nodes.inline("", view.file), refuri=file, html=attributes)
        found += nodes.container("", nodes.paragraph("", "", to), classes=["portfolio-ways"])
    if view.skills:
        found += nodes.section("", nodes.title("", view.heading), _table(view), ids=["skills"])
    for heading, cards in view.parts:
        found += nodes.section("", nodes.title("", heading), *render(cards), ids=[nodes.make_id(heading)])
    return found


def _table(view: VariantPage) -> nodes.table:
    """The skills, each with its years and its best proof."""
    head = nodes.row("", *(_cell(nodes.Text(name)) for name in view.columns))
    rows = (
        nodes.row("", _cell(refer(each.title)), _cell(nodes.Text(each.years)), _cell(*inlines(each.proof.parts)))
        for each in view.skills
    )
    widths = (nodes.colspec(colwidth=1) for _ in view.columns)
    group = nodes.tgroup("", *widths, nodes.thead("", head), nodes.tbody("", *rows), cols=len(view.columns))
    return nodes.table("", group, classes=["portfolio-proofs", "colwidths-auto"])


def _cell(*content: nodes.Node) -> nodes.entry:
    return nodes.entry("", nodes.paragraph("", "", *content))
