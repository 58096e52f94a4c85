"""A career as documentation: entries in front matter, typed references both ways, timeline and skills index.

What happens in a build, in the order of Sphinx's events; :mod:`portfolio.events` has the handlers:

====================  =================================================  =================================
config-inited         check the build's day, and the settings            events, build.settings
builder-inited        begin the build's state; watch its processes       build.state, .workers, html.assets
builder-inited        listen which pages Sphinx warns of                 build.warned
builder-inited        write all pages again if a setting has changed     build.plan
env-get-outdated      leave out private pages; what to read again        reading.visibility, build.outdated
env-before-read-docs  make the validators of front matter                reading.schema
source-read           front matter -> entry, prose -> references         reading.page_source
include-read          withhold the sources of private pages              build.private_sources
reading transforms    titles; placeholders for panel and back-links      build.transforms
doctree-read          doctree -> what the domain keeps of a page         build.domain, build.collect
env-merge-info        take over what parallel processes read             build.domain
env-updated           stop if pages were lost                            build.workers
env-updated           read the CV variants; report all problems          reading.variant_files, build.problem_log
env-get-updated       remove the pages written, if one becomes hidden    build.output_files
env-get-updated       plan the build: which pages to write again         build.plan, build.fingerprints
env-get-updated       listen of which pages Sphinx warns from now on     build.warned
env-get-updated       stop if a file and a folder have one name          build.clashes
post-transform 10     resolve references to entries                      build.domain
post-transform 399    queries -> views -> nodes; links to exports        build.post_transforms, views, writing
post-transform 399    share box, old anchors                             html.share_box, html.old_anchors
post-transform 400    for linkcheck: the lines of links in views         build.post_transforms
post-transform 400    EPUB, singlehtml: no links to unlisted pages       build.post_transforms
html-page-context     head, Markdown copy, sidebar                       html.head, .markdown_pages, .sidebar
html-page-context     after Furo: names of links, files not used         html.accessible_names, .assets
html-collect-pages    complete the search index                          build.search_index
html-collect-pages    variant pages, 404.html                            html.variant_pages, html.not_found
build-finished        stop if pages were lost                            build.workers
build-finished        take unlisted pages out of the inventory           build.inventory
build-finished        exports, llms-full.txt, redirect pages             build.exports, html.redirect_files
build-finished        remove what former pages have left                 build.traces
build-finished        record all pages as whole                          build.record
build-finished        last: remember the files in the output folder      build.output_files
====================  =================================================  =================================
"""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension's parts with Sphinx."""
    # Only here, so that the checker runs without Sphinx.
    from docutils.nodes import inline

    from . import events
    from .build import directives, post_transforms, private_sources, transforms
    from .build.domain import PortfolioDomain
    from .build.permalinks_builder import PermalinksBuilder
    from .build.settings import SETTINGS, set_defaults
    from .html import old_anchors, share_box
    from .model.kinds import KINDS
    from .writing import nodes

    set_defaults(app.config)
    app.setup_extension("myst_parser")
    app.setup_extension("sphinx_design")
    for name, setting in SETTINGS.items():
        app.add_config_value(name, setting.default, setting.rebuild, setting.types)
    app.add_domain(PortfolioDomain)
    # In the standard domain too, in which no name needs a prefix, whatever the primary domain is.
    for domain in ("portfolio", "std"):
        app.add_directive_to_domain(domain, "timeline", directives.TimelineDirective)
        app.add_directive_to_domain(domain, "skills-index", directives.SkillsIndexDirective)
        app.add_directive_to_domain(domain, "entries", directives.EntriesDirective)
        app.add_directive_to_domain(domain, "front-matter", directives.FrontMatterDirective)
        app.add_directive_to_domain(domain, "abstracts", directives.AbstractsDirective)
        app.add_directive_to_domain(domain, "deliveries", directives.DeliveriesDirective)
        app.add_directive_to_domain(domain, "bio", directives.BioDirective)
        app.add_directive_to_domain(domain, "person", directives.PersonDirective)
        app.add_directive_to_domain(domain, "exports", directives.ExportsDirective)
        app.add_role_to_domain(domain, "export", directives.ExportRole())
    for kind in KINDS:
        app.add_role_to_domain("std", kind, directives.EntryRole(innernodeclass=inline))

    app.add_directive("toctree", directives.VisibleTocTree, override=True)
    for name, directive in private_sources.DIRECTIVES.items():
        app.add_directive(name, directive, override=True)

    app.add_node(nodes.export)  # for headings, which are copied into tables of contents
    app.add_node(nodes.panel, html=nodes.landmark("aside", "portfolio-panel", titled=True))
    app.add_node(nodes.backlinks, html=nodes.landmark("section", "portfolio-backlinks"))
    app.add_node(nodes.timeline, html=(nodes.visit_timeline, nodes.closing("</ol>\n")))
    app.add_node(nodes.element, html=(nodes.visit_element, nodes.depart_element))
    app.add_node(nodes.link, html=(nodes.visit_link, nodes.closing("</a>")))
    app.add_node(nodes.entry_title, html=(nodes.visit_entry_title, nodes.depart_entry_title))
    app.add_node(nodes.folded, html=(nodes.visit_folded, nodes.closing("</details>\n")))
    app.add_node(nodes.unseen, html=(nodes.visit_unseen, None))

    app.add_transform(transforms.TranslatableTitles)
    app.add_transform(transforms.EntryPlaceholders)
    app.add_transform(transforms.PrivateSources)
    app.add_transform(transforms.ShownUrls)
    app.add_transform(transforms.BioLengths)
    app.add_post_transform(post_transforms.Listings)
    app.add_post_transform(post_transforms.Units)
    app.add_post_transform(post_transforms.ExportLinks)
    app.add_post_transform(post_transforms.LinkLines)
    app.add_post_transform(post_transforms.UnlistedLinks)
    app.add_post_transform(share_box.ShareBoxes)
    app.add_post_transform(old_anchors.OldAnchors)
    app.add_builder(PermalinksBuilder)

    app.add_css_file("portfolio.css")
    app.connect("config-inited", events.config_inited)
    app.connect("builder-inited", events.builder_inited)
    app.connect("env-get-outdated", events.env_get_outdated)
    app.connect("env-before-read-docs", events.env_before_read_docs)
    app.connect("source-read", events.source_read)
    app.connect("include-read", events.include_read)
    app.connect("doctree-read", events.doctree_read)
    app.connect("env-updated", events.env_updated)
    app.connect("env-get-updated", events.env_get_updated)
    app.connect("missing-reference", events.missing_reference)
    # Before the theme (500), which asks for the tree there.
    app.connect("html-page-context", events.html_page_context, priority=400)
    app.connect("html-page-context", events.html_page_context_of_theme, priority=600)
    app.connect("html-collect-pages", events.html_collect_pages)
    app.connect("build-finished", events.build_finished)
    app.connect("build-finished", events.build_finished_last, priority=900)

    return {
        "version": "0.1",
        "env_version": _env_version(Path(__file__).parent),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


@cache
def _env_version(home: Path) -> int:
    """A number for what the extension's files in the folder *home* hold: with another, all pages are read again."""
    files = (path for suffix in ("py", "po", "typ", "html") for path in sorted(home.rglob(f"*.{suffix}")))
    return zlib.crc32(b"".join(path.read_bytes() for path in files))
