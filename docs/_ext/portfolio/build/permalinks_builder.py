"""The ``permalinks`` builder: adds the addresses of new pages and headings to ``permalinks.txt``."""

from __future__ import annotations

from pathlib import Path

from sphinx.builders.dummy import DummyBuilder
from sphinx.errors import SphinxError
from sphinx.util import logging

from portfolio.permalinks.identity import lines
from portfolio.permalinks.ledger import PERMALINKS, as_text

from .domain import PortfolioDomain

logger = logging.getLogger(__name__)


class PermalinksBuilder(DummyBuilder):
    """Writes no pages, only the addresses that ``permalinks.txt`` lacks; creates the file where there is none."""

    name = "permalinks"
    epilog = ""

    def get_outdated_docs(self) -> set[str]:
        """No page is written."""
        return set()

    def finish(self) -> None:
        """Write the file.

        :raises SphinxError: if the file has problems; it is left as it is.
        """
        links = PortfolioDomain.of(self.env).permalinks
        if links.promises and links.promises.problems:
            raise SphinxError(f"{PERMALINKS} is left as it is, for it has problems; fix them, or restore it")
        path = Path(self.srcdir, PERMALINKS)
        known = {str(line) for line in links.promises.lines} if links.promises else set()
        new = lines(links) - known
        if new or not links.promises:
            before = path.read_text("utf-8") if links.promises else ""
            path.write_text(as_text(PERMALINKS, known | new, before), "utf-8", newline="\n")
        logger.info("%s addresses in %s, %s of them new", len(known | new), path, len(new))
