"""The pages of the variants: in HTML alone, without a source, a place in the tree, or a word in the search."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

from portfolio.build.domain import PortfolioDomain
from portfolio.build.record import Record, remove
from portfolio.export.site import base
from portfolio.i18n.translation import Language
from portfolio.model.variant import Variant
from portfolio.views.variant_page import Showcase, showcase
from portfolio.writing.nodes import link
from portfolio.writing.view_nodes import render, skills

from . import head

_ROBOTS = '<meta name="robots" content="noindex">'
"""Whoever was sent the page is to find it, and nobody else (https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag)."""


def write(domain: PortfolioDomain, builder: StandaloneHTMLBuilder) -> None:
    """Write each variant's page where it is another than that which is there; delete those that are no more.

    All are made in every build: a page of a few links costs less than to tell what the theme makes it from.
    """
    home = Path(builder.outdir)
    record = Record(Path(builder.doctreedir), f"{builder.name}-variants", home)
    record.begin({variant.page: "" for variant in domain.work.variants.good})
    kept = {builder.get_outfilename(name) for name in domain.env.found_docs}
    lost = (builder.get_outfilename(name) for name in record.gone())
    files = [Path(name) for name in lost if name not in kept]
    remove([*files, *map(_half, files)], home)
    # Those of the page that was written last, if there was one, are not these pages'.
    builder.secnumbers, builder.fignumbers = {}, {}
    for variant in domain.work.variants.good:
        file = Path(builder.get_outfilename(variant.page))
        half = _half(file)
        builder.handle_page(variant.page, _context(domain, builder, variant), "page.html", outfilename=half)
        if file.is_file() and file.read_bytes() == half.read_bytes():
            half.unlink()
        else:
            half.replace(file)
        record.note_written(variant.page)
    record.finish()


def _half(file: Path) -> Path:
    """Where a file is written before it takes its place."""
    return file.with_name(f".{file.name}.half")


def _context(domain: PortfolioDomain, builder: StandaloneHTMLBuilder, variant: Variant) -> dict[str, Any]:
    view = showcase(domain.career, variant, Language.of(domain.env.config.language))
    depth = builder.get_target_uri(variant.page).count("/")
    is_there = any(each.file.name == variant.file for each in domain.work.alternates)
    section = _section(view, "../" * depth + variant.file if is_there else "")
    for reference in section.findall(nodes.reference):
        if (to := reference.attributes.pop("refpage", None)) is not None:
            address = builder.get_relative_uri(variant.page, to)
            anchor = reference.attributes.pop("refanchor", "")
            reference["refuri"] = f"{address}#{anchor}" if anchor else address
    home = base(builder.config.html_baseurl)
    metatags = head.sharing(
        head.description(_ROBOTS, view.summary),
        title=view.title,
        of="profile",
        site=builder.config.project,
        locale=head.locale(builder.config.language or ""),
        address=home and f"{home}{builder.get_target_uri(variant.page)}",
        picture=None,
    )
    return {
        "title": html.escape(view.title),
        "body": builder.render_partial(section)["fragment"],
        "metatags": metatags,
    }


def _section(view: Showcase, file: str) -> nodes.section:
    found = nodes.section("", nodes.title("", view.title), ids=["showcase"])
    if view.summary:
        found += nodes.paragraph("", view.summary, classes=["portfolio-summary"])
    if file:
        button = ["sd-btn", "sd-btn-primary", "sd-text-wrap"]
        html_only = {"rel": "alternate", "type": "application/pdf"}
        to = link("", "", nodes.inline("", view.file), refuri=file, html=html_only, classes=button)
        found += nodes.paragraph("", "", to)
    if view.skills:
        found += nodes.section("", nodes.title("", view.heading), skills(view.skills), ids=["skills"])
    for heading, cards in view.parts:
        found += nodes.section("", nodes.title("", heading), *render(cards), ids=[nodes.make_id(heading)])
    return found
