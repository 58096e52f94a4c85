"""Writes the redirect pages, and deletes those that are no longer needed."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterator
from functools import cache, partial
from pathlib import Path
from urllib.parse import quote

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util import logging

from portfolio.build import exports
from portfolio.build.domain import PortfolioDomain
from portfolio.build.plain_text import words
from portfolio.build.record import Record, remove
from portfolio.build.urls import canonical
from portfolio.export.site import base
from portfolio.i18n.translation import Language
from portfolio.permalinks.ledger import REDIRECTS, SHORT, Address
from portfolio.permalinks.redirect_pages import MOVED, is_redirect_page, redirect_page
from portfolio.writing.commonmark import escape, link

from . import head

logger = logging.getLogger(__name__)


def write(domain: PortfolioDomain, builder: StandaloneHTMLBuilder) -> None:
    """Write the redirect pages, and one in Markdown beside each; a file that is in the way stays, with a warning."""
    env, links, home = domain.env, domain.permalinks, Path(builder.outdir)
    preview = cache(partial(head.preview, domain, builder))
    # A page that is not UTF-8 has an address, but is not written.
    targets = {name: to for name, to in links.redirect_pages().items() if to.page in env.titles}
    pages = {name: _page(builder, name, to, preview(to.page)) for name, to in targets.items()}
    files = {Path(builder.get_outfilename(name)).relative_to(home).as_posix(): name for name in pages}
    in_the_way = {file for file in files if _is_in_the_way(home / file)}
    kept = {file: name for file, name in files.items() if file not in in_the_way}
    texts = {file: pages[name] for file, name in kept.items()}
    texts |= {
        f"{name}.md": _copy(domain, name, to)
        for name, to in targets.items()
        if name in kept.values() and not name.startswith(SHORT) and not _is_in_the_way(home / f"{name}.md")
    }
    record = Record(Path(builder.doctreedir), "redirects", home)
    data = {file: text.encode() for file, text in texts.items()}
    record.write(data, removable=_is_redirect)
    remove([*_former(builder, data.keys() | in_the_way)], home)
    lines = {line.address.page: line.number for line in links.moves.lines}
    for file in sorted(in_the_way):
        place = f"{Path(env.srcdir, REDIRECTS)}:{lines.get(files[file], 1)}"
        message = "%s is the address of something else on the site; remove this line"
        logger.warning(message, files[file], location=place, type="portfolio", subtype="permalinks")


def _former(builder: StandaloneHTMLBuilder, names: Container[str]) -> Iterator[Path]:
    """Short addresses of pages that are gone, also where the record of them was lost: they name the pages."""
    home = Path(builder.outdir)
    for file in (home / SHORT).rglob("*.html"):
        name = file.relative_to(home).as_posix()
        if name not in names and not exports.is_given(name, builder) and _is_redirect(file):
            yield file


def _page(builder: StandaloneHTMLBuilder, name: str, to: Address, preview: str) -> str:
    """The redirect page *name*, in HTML."""
    config, target = builder.config, builder.get_relative_uri(name, to.page)
    url = f"{target}#{to.anchor}" if to.anchor else target
    title = words(builder.env.titles[to.page])
    return redirect_page(url, title, Language.of(config.language), canonical(to.page, builder) or target, preview)


def _copy(domain: PortfolioDomain, name: str, to: Address) -> str:
    """What stands where the Markdown copy of a page was: a link to where its copy is."""
    root, target = base(domain.env.config.html_baseurl), f"{quote(to.page)}.md"
    url = f"{root}{target}" if root else posixpath.relpath(target, posixpath.dirname(quote(name)) or ".")
    said = Language.of(domain.env.config.language).gettext("This address leads to")
    return f"{MOVED}\n{said} {link(escape(words(domain.env.titles[to.page])), url)}\n"


def _is_redirect(file: Path) -> bool:
    """Whether a build wrote a redirect page there; it is still empty where the build was killed at it."""
    return file.is_file() and (not (data := file.read_bytes()) or is_redirect_page(data))


def _is_in_the_way(file: Path) -> bool:
    """Whether something else is at a redirect page's place."""
    return (file.exists() and not _is_redirect(file)) or any(each.is_file() for each in file.parents)
