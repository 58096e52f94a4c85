"""Finds what would stop a build in the midst of writing: a folder where it writes a file, or the reverse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from sphinx.builders import Builder

from portfolio.export.llms import FULL
from portfolio.reading.variant_files import FOLDER

from . import exports
from .domain import PortfolioDomain

_BESIDE = {FULL, "404.html"}
"""What is written beside the pages, and is not an export."""


def clashes(domain: PortfolioDomain, builder: Builder) -> str:
    """Names what is in the way, and what to do, a line each; empty where nothing is, or the builder has no exports."""
    if not exports.has_exports(builder):
        return ""
    home = Path(builder.outdir)
    variants = {each.page: Path(domain.env.srcdir, FOLDER, f"{each.name}.yaml") for each in domain.state.variants.good}
    names = dict.fromkeys([*sorted(domain.env.found_docs), *variants])
    pages = {name: Path(builder.get_outfilename(name)).relative_to(home).as_posix() for name in names}
    files = {*pages.values(), *_BESIDE, *(each.file.name for each in domain.state.exports)}
    files |= {f"{docname}.md" for docname in domain.env.found_docs}
    found = [
        f"{variants.get(name) or domain.path(name)}: {_reason(clash, is_variant=name in variants)}"
        for name, clash in _misnamed(pages, files)
    ]
    return "\n".join(found or _in_the_way(home, files))


def _misnamed(pages: Mapping[str, str], files: set[str]) -> Iterator[tuple[str, str]]:
    """The pages below a folder that would have the name of a file, each with that.

    :param pages: the file of each.
    """
    for name, file in pages.items():
        if clash := next((each for each in map(str, PurePosixPath(file).parents) if each in files), None):
            yield name, clash


def _reason(clash: str, *, is_variant: bool) -> str:
    """Why a page cannot lie in the folder *clash*; where those of variants lie is not for their authors to say."""
    remedy = "give the page that is this file another name" if is_variant else "rename the page, or its folder"
    return f'the site has a file "{clash}", which cannot be a folder; {remedy}'


def _in_the_way(home: Path, files: Iterable[str]) -> Iterator[str]:
    """What the folder *home* holds in the place of *files*, and of their folders."""
    folders = {each for file in files for each in PurePosixPath(file).parents}
    for name in sorted(files):
        if (home / name).is_dir():
            yield f"{home / name}: this is a folder where a file is to be written; remove it"
    for folder in sorted(folders):
        if (home / folder).is_file():
            yield f"{home / folder}: this is a file where files are to be written; remove it"
