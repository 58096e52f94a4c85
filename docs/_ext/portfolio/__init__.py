"""A career as documentation: entries in front matter, typed references both ways, timeline and skills index.

The life of a fact, in the order of Sphinx's events:

====================  ===============================================  ==========================
config-inited         titles in front matter become headings           events
builder-inited        the style sheet's folder, the site's templates   events, assets
env-get-outdated      what is private is left out; what to read again  events, domain, visibility
env-before-read-docs  the validators of front matter                   events, schema
source-read           front matter -> entry, prose -> references       events, source
reading transforms    placeholders for panel and back-links            transforms
process_doc           roles and placeholders -> mentions and queries   domain
env-merge-info        what parallel readers found -> the domain        domain
env-updated           variants; problems of all pages, broken promises events, variants, check, permalinks
env-get-updated       the pages that show a change, the exports due    events, domain, toctrees, published, export
env-get-updated       career -> linked data of every page              events, graphs, export
post-transform 10     Sphinx resolves the author's references          domain
post-transform 399    query -> view -> nodes                           transforms, queries, views
post-transform 399    address, references and codes at the page's end  sharelinks, sharing
post-transform 399    old anchors beside new ones                      aliases, permalinks
doctree-resolved      the page counts as written                       events, published
html-page-context     summary, card, graph -> head; address            events, heads
html-page-context     markup -> files to load                          events, assets
html-page-context     links to exports; what is shown of a large tree  events, alternates, navigation
html-page-context     the page's Markdown twin                         events, twins, markdownwriter
html-collect-pages    words of no page leave the search index          events, searchindex
html-collect-pages    pages of variants, which have no source          events, tailored
build-finished        old and short addresses -> files that lead on    events, stubs
build-finished        exports; all twins in one file                   events, alternates, twins
build-finished        what pages were made from -> the record          events, published
====================  ===============================================  ==========================
"""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension's parts with Sphinx."""
    # Only here, so that the checker runs without Sphinx.
    from . import events
    from .build import directives, export_links, link_places, transforms
    from .build.domain import PortfolioDomain
    from .export.site import ACCENT
    from .html import old_anchors, share_box
    from .writing import nodes

    app.setup_extension("myst_parser")
    app.add_config_value("portfolio_stale_after", None, "env", (int, type(None)))
    app.add_config_value("portfolio_full_navigation_limit", 100, "html", int)
    app.add_config_value("portfolio_accent", ACCENT, "", str)
    app.add_domain(PortfolioDomain)
    app.add_directive_to_domain("portfolio", "timeline", directives.TimelineDirective)
    app.add_directive_to_domain("portfolio", "skills-index", directives.SkillsIndexDirective)
    app.add_directive_to_domain("portfolio", "entries", directives.EntriesDirective)
    app.add_directive_to_domain("portfolio", "front-matter", directives.FrontMatterDirective)
    app.add_directive_to_domain("portfolio", "abstracts", directives.AbstractsDirective)
    app.add_directive_to_domain("portfolio", "deliveries", directives.DeliveriesDirective)
    app.add_directive_to_domain("portfolio", "bio", directives.BioDirective)
    app.add_directive_to_domain("portfolio", "exports", directives.ExportsDirective)

    app.add_directive("toctree", directives.VisibleTocTree, override=True)

    app.add_node(nodes.panel, html=(nodes.visit_panel, nodes.depart_panel))
    app.add_node(nodes.backlinks, html=(nodes.visit_backlinks, nodes.depart_backlinks))
    app.add_node(nodes.timeline, html=(nodes.visit_timeline, nodes.depart_timeline))
    app.add_node(nodes.element, html=(nodes.visit_element, nodes.depart_element))
    app.add_node(nodes.link, html=(nodes.visit_link, nodes.depart_link))

    app.add_transform(transforms.EntryPlaceholders)
    app.add_transform(transforms.WrittenAddresses)
    app.add_post_transform(transforms.Listings)
    app.add_post_transform(export_links.ExportLinks)
    app.add_post_transform(link_places.LinkPlaces)
    app.add_post_transform(share_box.ShareLinks)
    app.add_post_transform(old_anchors.Aliases)
    app.add_builder(old_anchors.PermalinksBuilder)

    app.add_css_file("portfolio.css")
    app.connect("config-inited", events.config_inited)
    app.connect("builder-inited", events.builder_inited)
    app.connect("env-get-outdated", events.env_get_outdated)
    app.connect("env-before-read-docs", events.env_before_read_docs)
    app.connect("source-read", events.source_read)
    app.connect("env-updated", events.env_updated)
    app.connect("env-get-updated", events.env_get_updated)
    app.connect("missing-reference", events.missing_reference)
    app.connect("doctree-resolved", events.doctree_resolved)
    # Before the theme (500), which asks for the tree there.
    app.connect("html-page-context", events.html_page_context, priority=400)
    app.connect("html-page-context", events.html_page_context_of_theme, priority=600)
    app.connect("html-collect-pages", events.html_collect_pages)
    app.connect("build-finished", events.build_finished)

    # What an older version of the extension left in the environment is not used: all pages are read again.
    home = Path(__file__).parent
    files = (path for suffix in ("py", "po", "typ") for path in sorted(home.rglob(f"*.{suffix}")))
    sources = b"".join(path.read_bytes() for path in files)
    return {
        "version": "0.1",
        "env_version": zlib.crc32(sources),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
