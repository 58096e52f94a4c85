"""The placeholders for links to exports give way to a list of those, in HTML."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from . import alternates
from .domain import PortfolioDomain
from .language import Language
from .nodes import exports, link
from .wording import size


class ExportLinks(SphinxPostTransform):
    """Replace the placeholders for links to exports, which know no page and have an address in HTML only."""

    default_priority = 399

    def run(self, **kwargs: Any) -> None:
        """List the exports that there are, each with its format and size."""
        domain = self.env.get_domain(PortfolioDomain.name)
        assert isinstance(domain, PortfolioDomain)
        language = Language.of(self.config.language)
        for node in list(self.document.findall(exports)):
            assert domain.builder is not None
            found = alternates.links(domain.work.alternates, self.env.current_document.docname, domain.builder)
            items = [nodes.list_item("", _line(each, language)) for each in found]
            node.replace_self([nodes.bullet_list("", *items)] if items else [])


def _line(seen: alternates.Seen, language: Language) -> nodes.paragraph:
    attributes = {"rel": "alternate", "type": seen.link.media_type}
    reference = link("", "", nodes.inline("", seen.link.label), refuri=seen.address, html=attributes)
    ending = seen.address.rpartition(".")[2].upper()
    details = nodes.inline("", f" ({ending}, {size(seen.size, language)})", classes=["portfolio-details"])
    return nodes.paragraph("", "", reference, details)
