"""Keeps the old anchors of renamed pages and headings working."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from portfolio.build.domain import PortfolioDomain
from portfolio.build.exports import has_exports
from portfolio.i18n.translation import Language
from portfolio.writing.nodes import element


class OldAnchors(SphinxPostTransform):
    """Add old anchors to what was renamed; for what is on another page now, a line that links there."""

    # After the listings, which give deliveries their anchors, and registered later than they are.
    default_priority = 399

    def run(self, **kwargs: Any) -> None:
        """Add the anchors, in HTML: only URLs of web pages are followed years later."""
        domain = PortfolioDomain.of(self.env)
        here, builder = self.env.current_document.docname, domain.state.builder
        if not has_exports(builder):
            return
        notes = domain.notes(here)
        if not notes:
            return
        _ = Language.of(self.config.language).gettext
        places: dict[str, nodes.Element] = {}
        for node in self.document.findall(nodes.Element):
            places |= dict.fromkeys(node.get("ids", ()), node)
        section = self.document.next_node(nodes.section) or self.document
        for anchor, to, title in notes:
            if (anchor and anchor in places) or (to.page == here and to.anchor and to.anchor not in places):
                continue
            # A filter works under one id only.
            if to.page == here and to.anchor and not isinstance(places[to.anchor], element):
                places[to.anchor]["ids"].append(anchor)
                continue
            uri = builder.get_relative_uri(here, to.page) + (f"#{to.anchor}" if to.anchor else "")
            said = _("This part has moved:") if anchor else _("Another page had this address before:")
            reference = nodes.reference("", "", nodes.inline("", title), refuri=uri, internal=True)
            line = nodes.paragraph("", f"{said} ", reference, classes=["portfolio-moved"])
            if anchor:
                line["ids"] = [anchor]
                section.append(line)
            else:
                section.insert(1, line)
