"""What keeps old anchors where pages are, and the builder that takes down the addresses there are."""

from __future__ import annotations

from collections.abc import Iterator, Set
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.builders import Builder
from sphinx.errors import SphinxError
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from portfolio.build.domain import PortfolioDomain
from portfolio.i18n.translation import Language
from portfolio.permalinks.ledger import PERMALINKS, as_text
from portfolio.writing.nodes import element

logger = logging.getLogger(__name__)


class Aliases(SphinxPostTransform):
    """Give places that were renamed their old anchors too; what is on another page now gets a line that leads there."""

    # After the listings, which give deliveries their anchors, and registered later than they are.
    default_priority = 399

    def run(self, **kwargs: Any) -> None:
        """Add the anchors; only addresses of web pages are followed years later."""
        domain = self.env.get_domain(PortfolioDomain.name)
        assert isinstance(domain, PortfolioDomain)
        here = self.env.current_document.docname
        if not (domain.builder and domain.builder.name in {"html", "dirhtml"}):
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
            # A filter answers to one name only.
            if to.page == here and to.anchor and not isinstance(places[to.anchor], element):
                places[to.anchor]["ids"].append(anchor)
                continue
            address = domain.builder.get_relative_uri(here, to.page) + (f"#{to.anchor}" if to.anchor else "")
            said = _("This part has moved:") if anchor else _("Another page had this address before:")
            reference = nodes.reference("", "", nodes.inline("", title), refuri=address, internal=True)
            line = nodes.paragraph("", f"{said} ", reference, classes=["portfolio-moved"])
            if anchor:
                line["ids"] = [anchor]
                section.append(line)
            else:
                section.insert(1, line)


class PermalinksBuilder(Builder):
    """Adds to permalinks.txt the addresses that are not yet in it, or makes it, and writes nothing else."""

    name = "permalinks"

    def init(self) -> None:
        """There is nothing to prepare."""

    def get_outdated_docs(self) -> Iterator[str]:
        """No page is written."""
        return iter(())

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """No page has an address."""
        return ""

    def prepare_writing(self, docnames: Set[str]) -> None:
        """There is nothing to prepare."""

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """No page is written."""

    def finish(self) -> None:
        """Write the file.

        :raises SphinxError: where it holds what is no address; it is left as it is.
        """
        domain = self.env.get_domain(PortfolioDomain.name)
        assert isinstance(domain, PortfolioDomain)
        links = domain.permalinks
        if links.promises and links.promises.problems:
            raise SphinxError(f"{PERMALINKS} is left as it is, for it has problems; mend them, or restore it")
        path = Path(self.srcdir, PERMALINKS)
        known = {str(line) for line in links.promises.lines} if links.promises else set()
        new = links.all() - known
        if new or not links.promises:
            before = path.read_text("utf-8") if links.promises else ""
            path.write_text(as_text(PERMALINKS, known | new, before), "utf-8", newline="\n")
        logger.info("%s addresses in %s, %s of them new", len(known | new), path, len(new))
