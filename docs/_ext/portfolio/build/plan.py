"""Plans the build: what pages show, which of them to write; removes the files of those that are gone."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util import logging
from sphinx.util.i18n import docname_to_domain

from portfolio.export.json_ld.pages import graph, script
from portfolio.export.json_ld.references import Here
from portfolio.export.share_links import share_links
from portfolio.export.site import Site
from portfolio.permalinks.redirect_pages import is_redirect_page
from portfolio.views.skills_index import SkillsIndex

from . import exports, toctrees
from .domain import PortfolioDomain
from .fingerprints import fingerprints
from .record import Record, remove
from .search_index import is_broken
from .state import Sidebar

logger = logging.getLogger(__name__)

_SHARED_FOLDERS = ("_images", "_downloads")
"""Folders of a site where Sphinx puts the files of all pages together."""


def distrust_after_new_settings(builder: StandaloneHTMLBuilder) -> None:
    """Have all pages written again if a setting has changed, in this build or the first that finishes.

    Sphinx notes the settings in ``.buildinfo`` before it writes, and in a build of some pages only. It would stop at
    one that a killed build wrote in part.
    """
    file = Path(builder.outdir, ".buildinfo")
    try:
        is_same = type(builder.build_info).load(file) == builder.build_info
    except FileNotFoundError:
        return
    except (OSError, ValueError, IndexError):
        is_same = False
    if not is_same:
        _record(builder).begin({})
        file.unlink()


def plan(
    domain: PortfolioDomain, builder: Builder, version: str, sidebar: Sidebar | None, *, starts_over: bool
) -> list[str]:
    """Note in the build's state what pages show, remove the files of those that are gone, and name those to write.

    :param version: identifies the extension's code.
    :param starts_over: whether what earlier builds wrote has been removed.
    :returns: the pages to write, beyond those that Sphinx finds.
    """
    state, home = domain.state, Path(builder.outdir)
    state.sidebar = sidebar
    if exports.has_exports(builder):
        site = exports.site_of(domain, builder)
        state.exports = exports.gather(builder, domain.career, site, version)
        state.cards = exports.cards(state.exports)
        state.graphs = _graphs(domain, site)
        state.share_links = dict(share_links(domain.career, site, domain.permalinks))
    found = fingerprints(domain, builder)
    record = state.record = _record(builder)
    private = [docname for docname, seen in state.hidden.items() if seen == "private"]
    # Sources in the output folder have such names, too.
    at_names = [] if state.output.has_sources else _files(builder, private, domain.env.found_docs)
    left = {docname for docname, file in at_names if _was_written(file, builder)}
    gone = sorted({*record.gone(found), *left})
    # What other extensions drew for a page lies in the shared folders: where there is something to hide, all pages are
    # written again, with what they need there.
    hides = starts_over or bool(gone and private)
    everything = starts_over or (isinstance(builder, StandaloneHTMLBuilder) and (hides or is_broken(builder)))
    pages = sorted(found if everything else {*record.stale(found), *_without_markdown(builder, found)})
    record.begin(found, pages)
    remove((file for _, file in _files(builder, gone, domain.env.found_docs)), home)
    if everything and hides:
        for name in _SHARED_FOLDERS:
            shutil.rmtree(home / name, ignore_errors=True)
        if not state.output.is_known:
            message = "%s is from a build of which nothing is known any more and may name hidden pages; delete it first"
            logger.warning(message, home, type="portfolio", subtype="output")
    return pages


def _record(builder: Builder) -> Record:
    return Record(Path(builder.doctreedir), builder.name, Path(builder.outdir))


def markdown_file(builder: Builder, docname: str) -> Path:
    """The Markdown copy of a page."""
    return Path(builder.outdir, f"{docname}.md")


def has_markdown(builder: Builder, docname: str) -> bool:
    """Whether the Markdown copy of a page was written and is not empty."""
    file = markdown_file(builder, docname)
    return file.is_file() and file.stat().st_size > 0


def _without_markdown(builder: Builder, docnames: Iterable[str]) -> list[str]:
    """The pages whose Markdown copy is missing or empty."""
    if not exports.has_exports(builder):
        return []
    return [docname for docname in docnames if not has_markdown(builder, docname)]


def _files(builder: Builder, gone: Sequence[str], docnames: Iterable[str]) -> Iterator[tuple[str, Path]]:
    """The files of pages that are gone, each with its page, but for those that are another page's too."""
    if not gone:
        return
    if isinstance(builder, StandaloneHTMLBuilder):
        kept = {str(builder.get_outfilename(docname)) for docname in docnames}
        for docname in gone:
            if (page := str(builder.get_outfilename(docname))) not in kept:
                yield docname, Path(page)
            yield docname, markdown_file(builder, docname)
            yield from ((docname, Path(builder.outdir, "_sources", name)) for name in _sources(builder, docname))
    elif builder.name == "gettext":
        compact = builder.config.gettext_compact
        templates = {docname_to_domain(docname, compact) for docname in docnames}
        found = ((docname, docname_to_domain(docname, compact)) for docname in gone)
        yield from ((docname, Path(builder.outdir, f"{name}.pot")) for docname, name in found if name not in templates)
    elif suffix := getattr(builder, "out_suffix", ""):
        yield from ((docname, Path(builder.outdir, f"{docname}{suffix}")) for docname in gone)


def _was_written(file: Path, builder: Builder) -> bool:
    """Whether there is a file of a page, and not of the site's own, nor a redirect page."""
    name = file.relative_to(builder.outdir).as_posix()
    return file.is_file() and not exports.is_given(name, builder) and not is_redirect_page(file.read_bytes())


def _sources(builder: StandaloneHTMLBuilder, docname: str) -> Iterator[str]:
    """The names that the copy of a page's source can have."""
    link = builder.config.html_sourcelink_suffix
    return (f"{docname}{each}{link if each != link else ''}" for each in builder.config.source_suffix)


def _graphs(domain: PortfolioDomain, site: Site) -> dict[str, str]:
    """For each public page the element that holds its JSON-LD."""
    index = (
        name
        for name, page in sorted(domain.pages.items())
        if any(isinstance(query, SkillsIndex) for query in page.queries)
    )
    skills, above = next((name for name in index if name in site.titles), None), toctrees.above(domain.env)
    pages = (Here(docname=docname, career=domain.career, site=site, skills=skills) for docname in site.titles)
    return {here.docname: script(graph(here, above.get(here.docname, ()))) for here in pages}
