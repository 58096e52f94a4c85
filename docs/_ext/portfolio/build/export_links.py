"""The placeholders for links to exports give way to a list of those, in HTML."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from portfolio.i18n.translation import Language
from portfolio.i18n.wording import size
from portfolio.writing.nodes import exports as placeholder
from portfolio.writing.nodes import link

from . import exports
from .domain import PortfolioDomain


class ExportLinks(SphinxPostTransform):
    """Replace the placeholders for links to exports, which know no page and have an address in HTML only."""

    default_priority = 399

    def run(self, **kwargs: Any) -> None:
        """List the exports that there are, each with its format and size."""
        domain = self.env.get_domain(PortfolioDomain.name)
        assert isinstance(domain, PortfolioDomain)
        language = Language.of(self.config.language)
        for node in list(self.document.findall(placeholder)):
            assert domain.builder is not None
            found = exports.links(domain.work.alternates, self.env.current_document.docname, domain.builder)
            items = [nodes.list_item("", _line(each, language)) for each in found]
            node.replace_self([nodes.bullet_list("", *items)] if items else [])


def _line(seen: exports.Seen, language: Language) -> nodes.paragraph:
    attributes = {"rel": "alternate", "type": seen.link.media_type}
    reference = link("", "", nodes.inline("", seen.link.label), refuri=seen.address, html=attributes)
    ending = seen.address.rpartition(".")[2].upper()
    details = nodes.inline("", f" ({ending}, {size(seen.size, language)})", classes=["portfolio-details"])
    return nodes.paragraph("", "", reference, details)
