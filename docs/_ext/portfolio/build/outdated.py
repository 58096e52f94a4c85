"""Finds the pages that have to be read again although Sphinx would not, and leaves out those that are not built."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from pathlib import Path

from sphinx.environment import BuildEnvironment

from portfolio.reading.page_source import Source, digest

from .domain import PortfolioDomain
from .record import remove
from .state import PrivatePage


def read(env: BuildEnvironment, lists: Iterable[set[str]]) -> dict[str, bytes]:
    """The files of all pages by docname, but for those that were deleted since Sphinx looked for pages.

    :param lists: as below.
    """
    files = dict[str, bytes]()
    for docname in sorted(env.found_docs):
        try:
            files[docname] = Path(env.doc2path(docname)).read_bytes()
        except FileNotFoundError:
            _forget(env, docname, lists)
    return files


def leave_out(domain: PortfolioDomain, pages: Iterable[Source], lists: Iterable[set[str]]) -> None:
    """Remove pages from the environment as if they had no file; of those that are private, keep not even the name.

    :param lists: Sphinx's own sets of pages to read, which are changed.
    """
    env, private = domain.env, dict[str, PrivatePage]()
    for page in pages:
        docname, path = page.docname, env.doc2path(page.docname)
        _forget(env, docname, lists)
        if page.is_private:
            private[docname] = PrivatePage(source=page, path=path)
            env.project._path_to_docname.pop(env.project._docname_to_path.pop(docname))
        else:
            domain.note_source(page)
    domain.note_private(private)


def _forget(env: BuildEnvironment, docname: str, lists: Iterable[set[str]]) -> None:
    for each in (*lists, env.project.docnames):
        each.discard(docname)
    env.events.emit("env-purge-doc", env, docname)
    env.clear_doc(docname)


def remove_doctrees(env: BuildEnvironment, docnames: Iterable[str]) -> None:
    """Delete what Sphinx keeps of pages that are gone, or left out: it may lie in a folder that is published."""
    home = Path(env.doctreedir)
    remove((home / f"{docname}.doctree" for docname in docnames), home)


def outdated(domain: PortfolioDomain, files: Mapping[str, bytes], *, added: Set[str], gone: Set[str]) -> set[str]:
    """The pages to read again: changed without a newer time, made with pages that are new or gone, or warned of.

    :param files: every page's file, as it is now.
    """
    env, pages = domain.env, domain.pages
    found = {docname for docname, data in files.items() if docname in pages and _is_changed(domain, docname, data)}
    found |= {docname for docname, page in pages.items() if page.is_warned_of}
    if gone:
        found |= {name for name, below in env.toctree_includes.items() if not gone.isdisjoint(below)}
        found |= env.glob_toctrees
    if gone or added:
        found |= {docname for docname, page in pages.items() if page.refers_elsewhere}
    return found & files.keys()


def note_inclusions(domain: PortfolioDomain) -> None:
    """Record what pages were made from, once all are read; Sphinx looks only at when those files changed."""
    for docname, page in domain.pages.items():
        if page.inclusions is None:
            page.inclusions = _inclusions(domain.env, docname)


def _is_changed(domain: PortfolioDomain, docname: str, data: bytes) -> bool:
    page = domain.pages[docname]
    return (page.source.digest, page.inclusions) != (digest(data), _inclusions(domain.env, docname))


def _inclusions(env: BuildEnvironment, docname: str) -> str:
    """A digest of the files that a page was made from, but for its own; empty where there are none."""
    paths = [Path(env.srcdir, name) for name in sorted(map(str, env.dependencies.get(docname, ())))]
    return digest(b"".join(path.read_bytes() for path in paths if path.is_file())) if paths else ""
