"""The exports of a site in HTML: which there are, the links to them, and their files, written where they change."""

from __future__ import annotations

import hashlib
import html
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

from portfolio.export import EXPORTS
from portfolio.export.file import File, Link
from portfolio.export.images.cards import Card
from portfolio.export.site import Site, base, colour, escaped
from portfolio.i18n.translation import Language
from portfolio.model.career import Career
from portfolio.model.variant import Variant

from . import git_dates
from .record import Record, remove

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)

BUILDERS = {"html", "dirhtml"}
"""Those beside whose pages there are exports."""


@dataclass(frozen=True)
class Alternate:
    """A file that a build is to leave beside the pages.

    :ivar path: where that is.
    :ivar digest: tells its content from another, and the code that writes it.
    :ivar is_due: whether the file of the last build is another, or lost.
    """

    file: File
    path: Path
    digest: str
    is_due: bool

    @cached_property
    def data(self) -> bytes:
        """What the file is to hold, made anew."""
        return self.file.write(self.file.content)

    @cached_property
    def size(self) -> int:
        """How many bytes it holds."""
        return len(self.data) if self.is_due else self.path.stat().st_size

    def forget(self) -> None:
        """Keep the data no longer: all cards together take much room."""
        self.__dict__.pop("data", None)


Alternates = tuple[Alternate, ...]


def due(
    env: BuildEnvironment, builder: Builder, career: Career, version: str, variants: tuple[Variant, ...] = ()
) -> Alternates:
    """The exports that have something to say, on a site in HTML; of those that need its address, all or none.

    :param version: what the extension's code is known by, which can make another file of the same content.
    :param variants: those of the curriculum vitae.
    """
    if builder.name not in BUILDERS:
        return ()
    site = site_of(env, builder, career, variants)
    possible = [each for each in EXPORTS if site.base or not each.needs_address]
    if len(possible) < len(EXPORTS):
        names = ", ".join(each.name for each in EXPORTS if each not in possible)
        logger.info("portfolio: not written, for want of the site's address: %s; set html_baseurl in conf.py", names)
    before = _record(env, builder).before
    home = Path(builder.outdir)
    files: list[File] = []
    for each in possible:
        files += each.files(career, replace(site, beside=tuple(files)))
    found = []
    for file in files:
        if _is_given(file.name, builder):
            continue
        path, digest = home / file.name, _digest(file.content, version)
        is_due = before.get(file.name) != digest or not path.is_file() or not path.stat().st_size
        found.append(Alternate(file=file, path=path, digest=digest, is_due=is_due))
    return tuple(found)


def _is_listed(career: Career, docname: str) -> bool:
    entry = career.page(docname)
    return entry is None or entry.visibility == "public"


def site_of(env: BuildEnvironment, builder: Builder, career: Career, variants: tuple[Variant, ...] = ()) -> Site:
    """What is known of the site."""
    config = env.config
    return Site(
        title=config.project,
        author=config.author,
        code=(config.language or "en").replace("_", "-"),
        language=Language.of(config.language),
        base=base(config.html_baseurl),
        path=lambda docname: escaped(builder.get_target_uri(docname)),
        root=config.root_doc,
        accent=colour(config.portfolio_accent),
        titles={
            docname: env.titles[docname].astext() for docname in sorted(env.found_docs) if _is_listed(career, docname)
        },
        modified=lambda: _modified(env),
        variants=variants,
    )


def _modified(env: BuildEnvironment) -> dict[str, str]:
    """When the pages' own sources last changed."""
    home = Path(env.srcdir)
    found = git_dates.modified(home)
    files = {docname: Path(env.doc2path(docname)).relative_to(home).as_posix() for docname in env.found_docs}
    return {docname: found[name] for docname, name in files.items() if name in found}


def _record(env: BuildEnvironment, builder: Builder) -> Record:
    return Record(Path(env.doctreedir), f"{builder.name}-exports", Path(builder.outdir))


def cards(alternates: Iterable[Alternate]) -> dict[str, Card]:
    """The pages' cards among the exports, by docname."""
    contents = (each.file.content for each in alternates)
    return {content.docname: content for content in contents if isinstance(content, Card)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A link to an export from a page.

    :ivar address: as it is from there.
    """

    link: Link
    address: str
    alternate: Alternate

    @property
    def size(self) -> int:
        """In bytes; the file is made for that, which no process that was forked should do: Typst's threads are gone."""
        return self.alternate.size


def links(alternates: Iterable[Alternate], docname: str, builder: Builder) -> Iterator[Seen]:
    """The links from the page *docname* to each export that is to be found by one."""
    depth = builder.get_target_uri(docname).count("/")
    for each in alternates:
        if each.file.link:
            yield Seen(link=each.file.link, address="../" * depth + each.file.name, alternate=each)


def shown(alternates: Iterable[Alternate], docname: str, root: str) -> list[Alternate]:
    """Those of the exports that the head of the page *docname* leads to."""
    return [each for each in alternates if each.file.link and (each.file.link.everywhere or docname == root)]


def head(alternates: Iterable[Alternate], docname: str, builder: Builder) -> str:
    """The links by which programs find the exports from a page (https://html.spec.whatwg.org/#rel-alternate)."""
    return "".join(
        f'<link rel="alternate" type="{each.link.media_type}" title="{html.escape(each.link.label)}"'
        f' href="{each.address}">'
        for each in links(shown(alternates, docname, builder.config.root_doc), docname, builder)
    )


def write(alternates: Alternates, env: BuildEnvironment, builder: Builder) -> None:
    """Write the exports whose content is another than when they were last written; delete those that are no more.

    Of what is wrong with one, every build tells until it is mended. They are made side by side, as many as there are
    processors: what draws cards lets others run.
    """
    if builder.name not in BUILDERS:
        return
    home = Path(builder.outdir)
    record = _record(env, builder)
    record.begin({each.file.name: each.digest for each in alternates})
    remove((home / name for name in record.gone() if not _is_given(name, builder)), home)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for each, reason in zip(alternates, pool.map(_write, alternates), strict=True):
            if reason:
                logger.warning(reason, type="portfolio", subtype="export")
            else:
                record.note_written(each.file.name)
    record.finish()


def _write(each: Alternate) -> str:
    """Write the file where it is due and holds something else; what is wrong with it."""
    if not each.is_due:
        return ""
    data = each.data
    if not each.path.exists() or each.path.read_bytes() != data:
        each.path.parent.mkdir(parents=True, exist_ok=True)
        each.path.write_bytes(data)
    each.forget()
    return each.file.problem(data)


def _is_given(name: str, builder: Builder) -> bool:
    """Whether the site has a file of its own of that *name* (``html_extra_path``), which Sphinx has put in place."""
    given = [Path(builder.confdir, each) for each in builder.config.html_extra_path]
    return any(each.name == name if each.is_file() else (each / name).is_file() for each in given)


def _digest(content: object, version: str) -> str:
    return hashlib.sha256(f"{version}{content!r}".encode()).hexdigest()
