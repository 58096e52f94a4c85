"""Gathers the exports of a site in HTML, links pages to them, and writes those that have changed."""

from __future__ import annotations

import html
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import TypeGuard

from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from portfolio.export import EXPORTS
from portfolio.export.file import File, Link
from portfolio.export.images.cards import Card
from portfolio.export.site import Site, base, color, escaped
from portfolio.export.typst_fonts import Fonts, TypesettingError
from portfolio.i18n.translation import Language
from portfolio.model.career import Career
from portfolio.permalinks.identity import identity, tag
from portfolio.reading.page_source import digest, is_utf8
from portfolio.reading.problems import suggestion

from . import git_dates
from .domain import PortfolioDomain
from .plain_text import words
from .record import Record, remove, write_if_changed
from .urls import up

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class ExportFile:
    """A file that a build leaves beside the pages.

    :ivar path: where it is written.
    :ivar digest: of its content and of the code that writes it.
    :ivar is_due: whether the last build's file has another digest, or is missing.
    """

    file: File
    path: Path
    digest: str
    is_due: bool

    @cached_property
    def data(self) -> bytes:
        """The bytes that the file is to hold."""
        return self.file.write(self.file.content)

    @cached_property
    def size(self) -> int:
        """How many bytes it holds. A forked process cannot make it: Typst's threads are gone there."""
        return len(self.data) if self.is_due else self.path.stat().st_size

    def forget(self) -> None:
        """Free the data: all cards together take much room."""
        self.__dict__.pop("data", None)


def has_exports(builder: Builder) -> TypeGuard[StandaloneHTMLBuilder]:
    """Whether a builder makes a site of pages in HTML, beside which there are exports."""
    return builder.name in {"html", "dirhtml"} and isinstance(builder, StandaloneHTMLBuilder)


def gather(builder: Builder, career: Career, site: Site, version: str) -> tuple[ExportFile, ...]:
    """The files of all exports; without the site's URL, of those that do not need it. Warn of those that are left out.

    :param version: identifies the extension's code, a change of which can give another file from the same content.
    """
    possible = [each for each in EXPORTS if site.base or not each.needs_url]
    if len(possible) < len(EXPORTS):
        names = ", ".join(each.name for each in EXPORTS if each not in possible)
        logger.info("portfolio: not written, for want of the site's URL: %s; set html_baseurl in conf.py", names)
    before = _record(builder).before
    home = Path(builder.outdir)
    files: list[File] = []
    for each in possible:
        for file in each.files(career, replace(site, beside=tuple(files))):
            if isinstance(file, File):
                files.append(file)
            elif not is_given(file.name, builder):
                logger.warning(file.reason, type="portfolio", subtype="fonts")
    found = []
    for file in files:
        if is_given(file.name, builder):
            continue
        path, found_digest = home / file.name, digest(f"{version}{site.fonts.digest}{file.content!r}".encode())
        is_due = before.get(file.name) != found_digest or not path.is_file() or not path.stat().st_size
        found.append(ExportFile(file=file, path=path, digest=found_digest, is_due=is_due))
    return tuple(found)


def site_of(domain: PortfolioDomain, builder: Builder) -> Site:
    """What exports know of the site."""
    env, person = domain.env, domain.career.person
    config = env.config
    beginning = tag(config.portfolio_tag, person.url if person else None, base(config.html_baseurl))
    return Site(
        title=config.project,
        author=config.author,
        code=(config.language or "en").replace("_", "-"),
        language=Language.of(config.language),
        base=base(config.html_baseurl),
        path=lambda docname: escaped(builder.get_target_uri(docname)),
        root=config.root_doc,
        accent=color(config.portfolio_accent),
        titles={docname: words(env.titles[docname]) for docname in sorted(env.found_docs - domain.state.hidden.keys())},
        modified=cache(lambda: _modified(env)),
        identity=identity(domain.permalinks, beginning),
        photo=_photo(Path(env.srcdir), person.photo_file) if person else None,
        cv_pages=config.portfolio_cv_pages,
        variants=domain.state.variants.good,
        fonts=Fonts.named(config.portfolio_fonts, Path(builder.confdir)),
        views=lambda docname: map(domain.view, domain.pages[docname].queries),
        favicon=_svg(Path(builder.confdir), config.html_favicon or ""),
    )


def _photo(home: Path, name: str) -> bytes | None:
    return (home / name).read_bytes() if name and (home / name).is_file() else None


def _svg(home: Path, name: str) -> str:
    """The text of a picture in SVG; empty where there is no such file, or none in UTF-8."""
    file = home / name
    data = file.read_bytes() if file.suffix == ".svg" and file.is_file() else b""
    return data.decode("utf-8") if is_utf8(data) else ""


def _modified(env: BuildEnvironment) -> dict[str, str]:
    """When the pages' own sources last changed."""
    home = Path(env.srcdir)
    found = git_dates.modified(home)
    files = {docname: Path(env.doc2path(docname)).relative_to(home).as_posix() for docname in env.found_docs}
    return {docname: found[name] for docname, name in files.items() if name in found}


def _record(builder: Builder) -> Record:
    return Record(Path(builder.doctreedir), "exports", Path(builder.outdir))


def cards(files: Iterable[ExportFile]) -> dict[str, Card]:
    """The social cards among the exports, by docname."""
    contents = (each.file.content for each in files)
    return {content.docname: content for content in contents if isinstance(content, Card)}


def links(files: Iterable[ExportFile], docname: str, builder: Builder) -> Iterator[tuple[ExportFile, Link, str]]:
    """The exports that have a link, each with that and its URL relative to a page."""
    root = up(docname, builder)
    return ((each, each.file.link, root + each.file.name) for each in files if each.file.link)


def unknown(name: str, files: Iterable[ExportFile]) -> str:
    """What is wrong with the *name* of an export that has no link; empty where only the site's URL is missing."""
    names = {each.file.name for each in files if each.file.link}
    known = names | {each.name for each in EXPORTS}
    return "" if name in known else f'there is no export "{name}"; {suggestion(name, names)}'


def linked(files: Iterable[ExportFile], docname: str, root: str) -> list[ExportFile]:
    """The exports that a page's head links to."""
    return [each for each in files if each.file.link and (each.file.link.everywhere or docname == root)]


def head_links(files: Iterable[ExportFile], docname: str, builder: Builder) -> str:
    """The links in a page's head by which programs find the exports (https://html.spec.whatwg.org/#rel-alternate)."""
    return "".join(
        f'<link rel="alternate" type="{link.media_type}" title="{html.escape(link.label)}" href="{uri}">'
        for _, link, uri in links(linked(files, docname, builder.config.root_doc), docname, builder)
    )


def write(files: tuple[ExportFile, ...], builder: Builder) -> None:
    """Write the exports whose content has changed, and delete those that no longer exist.

    What is wrong with a file is reported in every build until it is fixed. Files are made side by side, one thread for
    each processor: Typst, which draws the cards, releases Python's lock.
    """
    if not has_exports(builder):
        return
    home = Path(builder.outdir)
    record = _record(builder)
    digests = {each.file.name: each.digest for each in files}
    record.begin(digests)
    remove((home / name for name in record.gone(digests) if not is_given(name, builder)), home)
    written = set()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for each, reason in zip(files, pool.map(_write, files), strict=True):
            if reason:
                logger.warning(reason, type="portfolio", subtype="export")
            else:
                written.add(each.file.name)
    record.finish(written)


def _write(each: ExportFile) -> str:
    """Write a file that is due and differs from what is there; returns what is wrong with it."""
    if not each.is_due:
        return ""
    try:
        data = each.data
    except TypesettingError as error:
        return f"{each.file.name} is not written, since Typst cannot set its text: {error}"
    write_if_changed(each.path, data)
    each.forget()
    return each.file.problem(data)


def is_given(name: str, builder: Builder) -> bool:
    """Whether the site has a file of its own of that *name* (``html_extra_path``), which Sphinx has put in place."""
    given = [Path(builder.confdir, each) for each in builder.config.html_extra_path]
    return any(each.name == name if each.is_file() else (each / name).is_file() for each in given)
