"""Replaces the placeholders on pages by views and links when the pages are written."""

from __future__ import annotations

from itertools import chain, count
from typing import Any

from docutils import nodes
from sphinx.builders import Builder
from sphinx.errors import NoUri
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from portfolio.export.file import Link
from portfolio.i18n.no_break_spaces import SPAN, kept_together
from portfolio.i18n.translation import Language
from portfolio.i18n.wording import size
from portfolio.views.skills_index import Index
from portfolio.views.timeline import TimelineView
from portfolio.writing import skills_nodes, timeline_nodes
from portfolio.writing.nodes import element, export, is_html_only, link, listing, panel
from portfolio.writing.nodes import exports as exports_placeholder
from portfolio.writing.person_nodes import place_photos
from portfolio.writing.view_nodes import render

from . import exports
from .domain import PortfolioDomain
from .state import BuildState
from .urls import up

logger = logging.getLogger(__name__)


class Listings(SphinxPostTransform):
    """Replace every placeholder by its view."""

    # Late, since each transform goes through all nodes; before those that print URLs (400).
    default_priority = 399

    def run(self, **kwargs: Any) -> None:
        """Answer the queries from the career as it is at the end of reading."""
        domain = PortfolioDomain.of(self.env)
        builder = domain.state.builder
        html = exports.has_exports(builder)
        for node in list(self.document.findall(listing)):
            view = domain.view(node["query"])
            rendered = skills_nodes.index(view) if html and isinstance(view, Index) else render(view)
            for only in () if html else [each for part in rendered for each in part.findall(is_html_only)]:
                only.parent.remove(only)
            for part in chain.from_iterable(each.findall(nodes.Element) for each in rendered):
                if part["ids"] and isinstance(part, nodes.rubric | nodes.list_item | nodes.container):
                    self._give_id(part)
            place_photos(rendered, up(self.env.current_document.docname, builder))
            if html and isinstance(view, TimelineView):
                rendered = self._draw(view, rendered)
            for reference in (each for part in rendered for each in list(part.findall(nodes.reference))):
                resolve(reference, builder, self.env.current_document.docname)
            _replace(node, rendered)

    def _draw(self, view: TimelineView, rendered: list[nodes.Node]) -> list[nodes.Node]:
        """Add the drawing and links to years above the list, and to the page's first filtered timeline the filters."""
        headings = [part for each in rendered for part in each.findall(nodes.rubric)]
        if len(headings) > 1:
            ids = [heading["ids"][0] for heading in headings]
            rendered = [timeline_nodes.jumps(view.years, view.stages, ids), *rendered]
        if view.drawing:
            rendered = [timeline_nodes.drawn(view.drawing, view.stages), *rendered]
        if view.filters and "portfolio_style" not in self.document:
            rendered, self.document["portfolio_style"] = timeline_nodes.filtered(view.filters, rendered, self._free)
        return rendered

    def _free(self, name: str) -> str:
        """An id like *name* that the page does not have."""
        return next(each for each in chain([name], (f"{name}-{n}" for n in count(2))) if each not in self.document.ids)

    def _give_id(self, node: nodes.Element) -> None:
        """Number its ids where they are taken: C and C++ slugify to the same."""
        node["ids"] = [self._free(each) for each in node["ids"]]
        self.document.ids |= dict.fromkeys(node["ids"], node)


def resolve(reference: nodes.reference, builder: Builder, here: str) -> None:
    """Give a reference to a page its URL as seen from *here*, as ``sphinx.util.nodes.make_refnode`` does.

    Where the builder has none, because the page is not a part of its document, the reference's text is left.
    """
    page, anchor = reference.attributes.pop("refpage", None), reference.attributes.pop("refanchor", None)
    if page is None:
        return
    if anchor and page == here:
        reference["refid"] = anchor
        return
    try:
        uri = builder.get_relative_uri(here, page)
    except NoUri:
        reference.replace_self(nodes.inline("", "", *reference.children))
    else:
        reference["refuri"] = f"{uri}#{anchor}" if anchor else uri


class Units(SphinxPostTransform):
    """Keep amounts, dates and spans of years on one line, in HTML."""

    formats = ("html",)
    # After the views are in place.
    default_priority = 400

    def run(self, **kwargs: Any) -> None:
        """Go through the text, except for code and formulas."""
        language = Language.of(self.config.language)
        verbatim = (nodes.literal, nodes.FixedTextElement, nodes.math, nodes.raw)
        for text in list(self.document.findall(nodes.Text)):
            # The style sheet keeps the dates of rows on their lines, in fewer bytes.
            kept = isinstance(text.parent, verbatim) or (
                isinstance(text.parent, nodes.inline) and "portfolio-when" in text.parent["classes"]
            )
            if kept or (found := kept_together(text, language)) == text:
                continue
            narrow = _narrow(text)
            inline: list[nodes.Node] = [nodes.Text(part) for part in (SPAN.split(found) if narrow else [found])]
            # Rows have hundreds of spans, and the style sheet knows those without a class.
            classes = ["portfolio-whole"] if isinstance(narrow, panel) else []
            inline[1::2] = (nodes.inline("", "", span, classes=classes) for span in inline[1::2])
            text.parent.replace(text, inline)


def _narrow(node: nodes.Node) -> nodes.Node | None:
    """The panel or the opened row of the skills index around *node*: in both a span of years often ends a line."""
    while node := node.parent:
        if isinstance(node, panel) or (isinstance(node, element) and node["tag"] == "dd"):
            return node
    return None


class ExportLinks(SphinxPostTransform):
    """Replace the placeholders for links to exports, in HTML by links: a list of all, or one."""

    default_priority = 399

    def run(self, **kwargs: Any) -> None:
        """List the exports that there are, each with its format and size; link those that the prose names."""
        language = Language.of(self.config.language)
        state = PortfolioDomain.of(self.env).state
        for node in list(self.document.findall(exports_placeholder)):
            found = exports.links(state.exports, self.env.current_document.docname, state.builder)
            items = [nodes.list_item("", _export_line(*each, language)) for each in found]
            _replace(node, [nodes.bullet_list("", *items)] if items else [])
        for each in list(self.document.findall(export)):
            each.replace_self(self._linked(each, state))

    def _linked(self, node: export, state: BuildState) -> list[nodes.Node]:
        """A link to the export that *node* names, or its text where there is none."""
        files, name = state.exports, node["file"]
        named = [each for each in files if each.file.name == name]
        for _, to, uri in exports.links(named, self.env.current_document.docname, state.builder):
            return [_export_link(to, uri, *node.children), *_note(to)]
        if reason := exports.unknown(name, files) if exports.has_exports(state.builder) else "":
            logger.warning(reason, location=node, type="portfolio", subtype="export")
        return [*node.children]


class LinkLines(SphinxPostTransform):
    """Give the links in views the lines where the front matter has them, so that linkcheck reports these.

    On pages other than the entry's own such a link becomes text: it is checked once.
    """

    builders = ("linkcheck",)
    # After the views are in place (399), before links are gathered (800).
    default_priority = 400

    def run(self, **kwargs: Any) -> None:
        """Go through the links that do not stand on a line of the page's prose."""
        lines, here = PortfolioDomain.of(self.env).link_lines, self.env.current_document.docname
        for reference in list(self.document.findall(nodes.reference)):
            if _is_in_prose(reference):
                continue
            pages = lines.get(reference.get("refuri"), {})
            if here in pages:
                reference.line = pages[here]
            elif pages:
                reference.replace_self(nodes.inline("", "", *reference.children))


class UnlistedLinks(SphinxPostTransform):
    """Leave the text alone of links to unlisted pages, which no book and no single page has."""

    builders = ("epub", "singlehtml")
    # After references are resolved, MyST's too, and the views are in place.
    default_priority = 400

    def run(self, **kwargs: Any) -> None:
        """Go through the links to pages."""
        domain, here = PortfolioDomain.of(self.env), self.env.current_document.docname
        relative = domain.state.builder.get_relative_uri
        others = (domain.state.hidden.keys() & self.env.found_docs) - {here}
        hidden = {relative(here, docname) for docname in others}
        places = tuple(f"{uri}#" for uri in hidden)
        for reference in list(self.document.findall(nodes.reference)) if hidden else ():
            if (uri := reference.get("refuri", "")) in hidden or uri.startswith(places):
                reference.replace_self(nodes.inline("", "", *reference.children))


def _replace(placeholder: nodes.Element, parts: list[nodes.Node]) -> None:
    """Put *parts* in its place; anchors before it (of a label or an index entry) lead to the first, or stand alone."""
    placeholder.replace_self(parts or ([nodes.target()] if placeholder["ids"] else []))


def _export_link(to: Link, uri: str, *children: nodes.Node) -> link:
    return link("", "", *children, refuri=uri, html={"rel": "alternate", "type": to.media_type})


def _export_line(found: exports.ExportFile, to: Link, uri: str, language: Language) -> nodes.paragraph:
    reference = _export_link(to, uri, nodes.inline("", to.label))
    ending = uri.rpartition(".")[2].upper()
    details = nodes.inline("", f" ({ending}, {size(found.size, language)})", classes=["portfolio-details"])
    return nodes.paragraph("", "", reference, *_note(to), details)


def _note(to: Link) -> list[nodes.Node]:
    return [nodes.Text(f" ({to.note})")] if to.note else []


def _is_in_prose(reference: nodes.Node) -> bool:
    node: nodes.Node | None = reference
    while node is not None and not isinstance(node, nodes.section | nodes.document):
        if node.line:
            return True
        node = node.parent
    return False
