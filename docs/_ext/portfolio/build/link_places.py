"""Where a link stands that a view shows: on the line of the front matter that holds it, on that entry's own page."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from .domain import PortfolioDomain


class LinkPlaces(SphinxPostTransform):
    """Give the links in views their lines, for those who ask which are dead; on other pages they are text."""

    builders = ("linkcheck",)
    # After the views are in place (399), before links are gathered (800).
    default_priority = 400

    def run(self, **kwargs: Any) -> None:
        """Go through the links that no line of the page's prose holds."""
        domain = self.env.get_domain(PortfolioDomain.name)
        assert isinstance(domain, PortfolioDomain)
        lines = {docname: source.front.lines() for docname, source in domain.sources.items()}
        here = lines.get(self.env.current_document.docname, {})
        elsewhere = set[str]().union(*lines.values())
        for reference in list(self.document.findall(nodes.reference)):
            url = reference.get("refuri")
            if _is_in_prose(reference):
                continue
            if url in here:
                reference.line = here[url]
            elif url in elsewhere:
                reference.replace_self(reference.children)


def _is_in_prose(reference: nodes.Node) -> bool:
    node: nodes.Node | None = reference
    while node is not None and not isinstance(node, nodes.section | nodes.document):
        if node.line:
            return True
        node = node.parent
    return False
