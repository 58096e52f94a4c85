"""Puts placeholders on pages when they are read, and takes care of titles and sources."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from portfolio.i18n.translation import Language
from portfolio.reading.directive_options import bio_misfit, words
from portfolio.views.entry_page import Backlinks, Panel
from portfolio.writing.nodes import listing

from .domain import PortfolioDomain
from .private_sources import is_withheld

logger = logging.getLogger(__name__)


class TranslatableTitles(SphinxTransform):
    """Let translators read an entry's title as it was written, and not as the Markdown that MyST was given."""

    # Before the message is looked up (20); what it is, is kept (10).
    default_priority = 5

    def apply(self, **kwargs: Any) -> None:
        """Give the heading its text as its source."""
        entry = PortfolioDomain.of(self.env).entry(self.env.current_document.docname)
        heading = self.document.next_node(nodes.title)
        if entry and heading is not None:
            heading.rawsource = entry.title


class BioLengths(SphinxTransform):
    """Say how many words bios have; a warning if one has not about the number asked for."""

    # After what is translated has been (20).
    default_priority = 25

    def apply(self, **kwargs: Any) -> None:
        """Fill in the numbers."""
        for count in self.document.findall(nodes.paragraph):
            if "wanted" in count:
                bio = count.parent[count.parent.index(count) - 1]
                if reason := bio_misfit(count["wanted"], bio.astext()):
                    logger.warning(reason, location=bio, type="portfolio", subtype="bio")
                said = Language.of(self.config.language).ngettext(
                    "%(number)d word", "%(number)d words", words(bio.astext())
                )
                count += nodes.Text(said)


class PrivateSources(SphinxTransform):
    """Show the text alone of what would give away the source of a private page, which the checks report."""

    # Before the files for downloads and pictures are collected, once the page is read.
    default_priority = 840

    def apply(self, **kwargs: Any) -> None:
        """Replace the references, and have the page read again when that source changes."""
        for reference in [*self.document.findall(addnodes.download_reference)]:
            if self._is_withheld(reference["reftarget"]):
                reference.replace_self(reference.children)
        for image in [*self.document.findall(nodes.image)]:
            if self._is_withheld(image["uri"]):
                image.replace_self(nodes.inline("", image.get("alt", "")))

    def _is_withheld(self, target: str) -> bool:
        name, _ = self.env.relfn2path(target, self.env.current_document.docname)
        withheld = is_withheld(self.env, name)
        if withheld:
            self.env.note_dependency(name)
        return withheld


class EntryPlaceholders(SphinxTransform):
    """Put the placeholders for info panel and back-links on an entry's page, below its title and at its end.

    The title becomes again what was written, for by now its quotes are typographic; where it has been translated, other
    pages show it so, too.
    """

    # Late among the reading transforms, before the domains see the document (850) and note its queries.
    default_priority = 840

    def apply(self, **kwargs: Any) -> None:
        """Extend the page's first section, where the page is an entry's."""
        docname = self.env.current_document.docname
        domain = PortfolioDomain.of(self.env)
        entry, section = domain.entry(docname), self.document.next_node(nodes.section)
        if entry and section is not None:
            heading = section[0]
            assert isinstance(heading, nodes.title)
            if heading.get("translated"):
                domain.entitle(docname, heading.astext())
            else:
                heading.children = []
                heading += nodes.Text(entry.title)
            section.insert(1, listing(query=Panel(docname=docname)))
            section.append(listing(query=Backlinks(docname=docname)))


class ShownUrls(SphinxTransform):
    """Mark the links in prose whose text is their URL, so that print need not repeat it."""

    # Any time: nothing else looks at these.
    default_priority = 840

    def apply(self, **kwargs: Any) -> None:
        """Give these links a class."""
        for reference in self.document.findall(nodes.reference):
            if reference.get("refuri") == reference.astext():
                reference["classes"].append("portfolio-address")
