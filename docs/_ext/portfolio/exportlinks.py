"""The placeholders for links to exports give way to a list of those, in HTML."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from . import alternates
from .domain import PortfolioDomain
from .language import Language
from .nodes import exports


class ExportLinks(SphinxPostTransform):
    """Replace the placeholders for links to exports, which know no page and have an address in HTML only."""

    default_priority = 399

    def run(self, **kwargs: Any) -> None:
        """List the exports that there are."""
        domain = self.env.get_domain(PortfolioDomain.name)
        assert isinstance(domain, PortfolioDomain)
        language = Language.of(self.config.language)
        for node in list(self.document.findall(exports)):
            assert domain.builder is not None
            found = alternates.links(domain.alternates, self.env.current_document.docname, domain.builder, language)
            items = [
                nodes.paragraph("", "", nodes.reference("", label, refuri=address, internal=True))
                for _, label, address in found
            ]
            listed = nodes.bullet_list("", *(nodes.list_item("", item) for item in items))
            node.replace_self([listed] if items else [])
