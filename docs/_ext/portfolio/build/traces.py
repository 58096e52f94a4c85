"""Removes from a builder's folder what no page leads to: copies of the environment, pictures of former pages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Container, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from sphinx.application import ENV_PICKLE_FILENAME
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment.adapters.indexentries import IndexEntries

from .domain import PortfolioDomain
from .record import Record, remove

_LISTS = {"qthelp": ("*.qhp",), "htmlhelp": ("*.hhp", "*.hhk")}
"""The files in which builders list all files that there are, and all entries of the index."""
_TODO = "sphinx.ext.todo"
_GROUP, _PART = 1, 2
"""Types of entries (https://www.sphinx-doc.org/en/master/extdev/domainapi.html#sphinx.domains.IndexEntry)."""
_ITEM = re.compile(rb"<LI> <OBJECT.*?</OBJECT>\s*|[^\n]*\n", re.DOTALL)
_TO_SOURCE = re.compile(rb'<a href="rst/[^>]*>(.*?)</a>', re.DOTALL)


def leave_out(domain: PortfolioDomain, builder: Builder) -> None:
    """Leave unlisted pages out of the general index, lists of todos, and e-books."""
    listed = [domain.env.get_domain("index").data["entries"]]
    if _TODO in domain.state.extensions:
        listed.append(domain.env.get_domain("todo").data.get("todos", {}))
    for found in listed:
        for docname in domain.state.hidden.keys() & found.keys():
            found[docname] = []
    if builder.name == "epub":
        config = domain.env.config
        config.epub_exclude_files = [*config.epub_exclude_files, *_unlisted(domain, builder)]


def leave_out_of_changes(domain: PortfolioDomain, builder: Builder) -> None:
    """Leave what is hidden out of what the builder "changes" is to write; where that is nothing, the old list stays."""
    hidden, versions = domain.state.hidden, domain.env.get_domain("changeset").data["changes"]
    if builder.name == "changes" and hidden:
        for version, changesets in versions.items():
            versions[version] = [each for each in changesets if each.docname not in hidden]
        Path(builder.outdir, "changes.html").unlink(missing_ok=True)


def remove_sources(domain: PortfolioDomain, builder: Builder) -> None:
    """Remove the sources that the builder "changes" copies, which may name what is hidden, and the links to them."""
    if builder.name == "changes" and domain.state.hidden:
        shutil.rmtree(Path(builder.outdir, "rst"), ignore_errors=True)
        if (changes := Path(builder.outdir, "changes.html")).is_file():
            changes.write_bytes(_TO_SOURCE.sub(rb"\1", changes.read_bytes()))


def without_hidden(context: dict[str, Any], hidden: Container[str]) -> None:
    """Take pages that are not listed out of the *context* of a domain's index, such as that of Python's modules."""
    groups = [(letter, [each for each in items if each[2] not in hidden]) for letter, items in context["content"]]
    groups = [(letter, _with_parts(items)) for letter, items in groups]
    context["content"] = [(letter, items) for letter, items in groups if items]


def _with_parts(items: list[Any]) -> list[Any]:
    """The entries of an index without those that lead nowhere themselves, and gather none."""
    return [each for each, after in pairwise([*items, ("", 0)]) if each[1] != _GROUP or each[2] or after[1] == _PART]


def _unlisted(domain: PortfolioDomain, builder: Builder) -> list[str]:
    """The files of pages that are not listed, and of the pictures that are on no other, as far as they are written."""
    hidden, images = domain.state.hidden.keys() & domain.env.found_docs, domain.env.images.values()
    pages = (f"{docname}{getattr(builder, 'out_suffix', '')}" for docname in hidden)
    return sorted([*pages, *(f"_images/{name}" for shown_on, name in images if shown_on <= hidden)])


def remove_former(domain: PortfolioDomain, builder: Builder) -> None:
    """Remove what earlier builds with one of the HTML builders put beside the pages for pages that have changed."""
    if not isinstance(builder, StandaloneHTMLBuilder):
        return
    env = domain.env
    names = [f"{builder.imagedir}/{name}" for _, name in env.images.values()]
    names += [f"_downloads/{name}" for _, name in env.dlfiles.values()]
    _remove_gone(builder, "pictures", names)
    _remove_gone(builder, "indexes", _index_files(builder))
    if domain.state.hidden:
        # Pages have no copies of their sources then: those of before may name what is hidden.
        shutil.rmtree(Path(builder.outdir, "_sources"), ignore_errors=True)
    for each in env.domains.values():
        for index in each.indices:
            name = f"{each.name}-{index.name}"
            path = Path(builder.get_outfilename(name))
            if path.exists() and name not in env.found_docs and not index(each).generate()[0]:
                remove([path], Path(builder.outdir))


def remove_traces(domain: PortfolioDomain, builder: Builder) -> None:
    """Remove what Sphinx has put beside the pages and never takes away again, and what it lists unasked."""
    _leave_out_of_lists(domain, builder)
    home = Path(builder.outdir)
    if domain.state.hidden and home != Path(builder.doctreedir):
        # The builders "json" and "pickle" copy it, with all that it knows of every page.
        (home / ENV_PICKLE_FILENAME).unlink(missing_ok=True)
    if not isinstance(builder, StandaloneHTMLBuilder):
        _remove_gone(builder, "pictures", map(str, getattr(builder, "images", {}).values()))


def _index_files(builder: StandaloneHTMLBuilder) -> Iterator[str]:
    """The files of a general index that has one for each letter."""
    if builder.config.html_use_index and builder.config.html_split_index:
        for letter, _ in IndexEntries(builder.env).create_index(builder):
            yield Path(builder.get_outfilename(f"genindex-{letter}")).relative_to(builder.outdir).as_posix()


def _remove_gone(builder: Builder, kind: str, names: Iterable[str]) -> None:
    """Remove the files of a *kind*, such as pictures, that the last build had and this one has not."""
    home, now = Path(builder.outdir), dict.fromkeys(names, "")
    record = Record(Path(builder.doctreedir), f"{builder.name}-{kind}", home)
    record.begin(now)
    # LaTeX has them in the folder itself, Texinfo in one for each manual.
    folders = [home, *home.glob("*-figures")]
    remove((folder / name for name in record.gone(now) for folder in folders), home)
    record.finish(now)


def _leave_out_of_lists(domain: PortfolioDomain, builder: Builder) -> None:
    """Take what is not listed out of the lists of files that help viewers show."""
    hidden = "|".join(re.escape(file).replace("/", r"[/\\]") for file in _unlisted(domain, builder))
    named = re.compile(rf"(?<![\w./\\-])(?:{hidden})".encode())
    for path in (path for form in _LISTS.get(builder.name, ()) if hidden for path in Path(builder.outdir).glob(form)):
        kept = (item[0] for item in _ITEM.finditer(path.read_bytes()) if not named.search(item[0]))
        path.write_bytes(b"".join(kept))
