"""The ``permalinks`` builder: adds the addresses of new pages and headings to ``permalinks.txt``."""

from __future__ import annotations

from pathlib import Path

from sphinx.builders.dummy import DummyBuilder
from sphinx.errors import SphinxError
from sphinx.util import logging

from portfolio.permalinks.identity import lines
from portfolio.permalinks.ledger import PERMALINKS, as_text
from portfolio.reading import source_files

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
        _, unread = source_files.read(source_files.find(Path(self.srcdir), [PERMALINKS]), "permalinks")
        if unread or (links.promises and links.promises.problems):
            raise SphinxError(f"{PERMALINKS} is left as it is, for it has problems; fix them, or restore it")
        path = Path(self.srcdir, PERMALINKS)
        known = {str(line.address): str(line) for line in links.promises.lines} if links.promises else {}
        found = known | {line.split()[0]: line for line in lines(links)}
        if found != known or not links.promises:
            before = path.read_text("utf-8") if links.promises else ""
            path.write_text(as_text(PERMALINKS, found.values(), before), "utf-8", newline="\n")
        logger.info("%s addresses in %s, %s of them new", len(found), path, len(found) - len(known))
