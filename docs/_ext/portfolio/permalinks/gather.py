"""Gathers the pages of a site and its two files, and gives deliveries their anchors by what was published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from portfolio.model.dates import PartialDate
from portfolio.reading.page_source import Source

from .anchors import PageAnchors, apart
from .ledger import PERMALINKS, REDIRECTS, parse
from .resolve import Permalinks


def settled(files: Mapping[str, bytes], sources: Mapping[str, Source]) -> dict[str, Source]:
    """All pages, by docname, with an anchor of its own for each delivery; what is published keeps its anchor."""
    links = gather(files, sources.values(), lambda source: PageAnchors())
    published: dict[str, dict[str, PartialDate | None]] = defaultdict(dict)
    # What was published of a page under its own name counts more than what was so under one that it had.
    for line in sorted(links.known.values(), key=lambda line: line.address.page in sources):
        if line.address.anchor and (home := links.home(line.address.page)):
            published[home.page][line.address.anchor] = line.date
    return {docname: apart(source, published.get(docname, {})) for docname, source in sources.items()}


def gather(
    files: Mapping[str, bytes],
    sources: Iterable[Source],
    place: Callable[[Source], PageAnchors],
    others: Iterable[str] = (),
    root: str = "index",
) -> Permalinks:
    """The pages of a site, with the promises and redirects of the two files.

    :param files: by name; others are passed over.
    :param sources: all pages.
    :param others: pages that are known by name only.
    :param root: the docname of the first page.
    """
    sources = list(sources)
    return Permalinks(
        places={source.docname: place(source) for source in sources if not source.is_private}
        | {docname: PageAnchors(whole=False) for docname in others},
        promises=parse(PERMALINKS, files[PERMALINKS]) if PERMALINKS in files else None,
        moves=parse(REDIRECTS, files.get(REDIRECTS, b"")),
        private={source.docname for source in sources if source.is_private},
        root=root,
    )
