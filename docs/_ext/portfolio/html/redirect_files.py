"""Writes the redirect pages, and deletes those that are no longer needed."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util import logging

from portfolio.build.domain import PortfolioDomain
from portfolio.build.record import Record, remove, write_if_changed
from portfolio.export.site import base, escaped
from portfolio.i18n.translation import Language
from portfolio.permalinks.ledger import REDIRECTS
from portfolio.permalinks.redirect_pages import is_redirect_page, redirect_pages
from portfolio.reading.page_source import digest

from . import head

logger = logging.getLogger(__name__)


def write(domain: PortfolioDomain, builder: StandaloneHTMLBuilder) -> None:
    """Write the redirect pages; where another file is in the way, that stays, and a warning names it."""
    env, links, home = domain.env, domain.permalinks, Path(builder.outdir)
    pages = redirect_pages(
        links,
        titles=lambda docname: env.titles[docname].astext(),
        uri=lambda docname: escaped(builder.get_target_uri(docname)),
        relative=builder.get_relative_uri,
        base=base(env.config.html_baseurl),
        language=Language.of(env.config.language),
        metatags=cache(partial(head.preview, domain, builder)),
    )
    files = {name: Path(builder.get_outfilename(name)) for name in pages}
    fingerprints = {name: digest(text.encode()) for name, text in pages.items()}
    record = Record(Path(builder.doctreedir), f"{builder.name}-redirects", home)
    record.begin(fingerprints)
    gone = (Path(builder.get_outfilename(name)) for name in record.gone(fingerprints) if name not in env.found_docs)
    remove((file for file in gone if _is_redirect_file(file)), home)
    lines = {line.address.page: line.number for line in links.moves.lines}
    written = set()
    for name, file in files.items():
        if (file.exists() and not _is_redirect_file(file)) or any(each.is_file() for each in file.parents):
            place = f"{Path(env.srcdir, REDIRECTS)}:{lines.get(name, 1)}"
            message = "%s is the address of something else on the site; remove this line"
            logger.warning(message, name, location=place, type="portfolio", subtype="permalinks")
            continue
        write_if_changed(file, pages[name].encode())
        written.add(name)
    record.finish(written)


def _is_redirect_file(file: Path) -> bool:
    return file.is_file() and is_redirect_page(file.read_bytes())
