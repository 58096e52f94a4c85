"""Removes from a builder's folder what no page leads to: copies of the environment, pictures of former pages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import ENV_PICKLE_FILENAME
from sphinx.builders.html import StandaloneHTMLBuilder

from .domain import PortfolioDomain
from .record import Record, remove

if TYPE_CHECKING:
    from sphinx.builders import Builder


_LISTS = {"qthelp": ("*.qhp",), "htmlhelp": ("*.hhp", "*.hhk")}
"""The files in which builders list all files that there are, and all entries of the index."""
_ITEM = re.compile(rb"<LI> <OBJECT.*?</OBJECT>\s*|[^\n]*\n", re.DOTALL)


def leave_out(domain: PortfolioDomain, builder: Builder) -> None:
    """Have an e-book leave out what is found by its URL alone, which it has not."""
    if builder.name == "epub":
        config = domain.env.config
        config.epub_exclude_files = [*config.epub_exclude_files, *_unlisted(domain, builder)]


def _unlisted(domain: PortfolioDomain, builder: Builder) -> list[str]:
    """The files of pages that are not listed, and of the pictures that are on no other, as far as they are written."""
    hidden, images = domain.state.hidden.keys() & domain.env.found_docs, domain.env.images.values()
    pages = (f"{docname}{getattr(builder, 'out_suffix', '')}" for docname in hidden)
    return sorted([*pages, *(f"_images/{name}" for shown_on, name in images if shown_on <= hidden)])


def remove_traces(domain: PortfolioDomain, builder: Builder) -> None:
    """Remove what Sphinx has put beside the pages and never takes away again, and what it lists unasked."""
    _leave_out_of_lists(domain, builder)
    home = Path(builder.outdir)
    if domain.state.hidden and home != Path(builder.doctreedir):
        # The builders "json" and "pickle" copy it, with all that it knows of every page.
        (home / ENV_PICKLE_FILENAME).unlink(missing_ok=True)
    if isinstance(builder, StandaloneHTMLBuilder):
        return  # whose folders of pictures are made again
    pictures = dict.fromkeys(map(str, getattr(builder, "images", {}).values()), "")
    record = Record(Path(builder.doctreedir), f"{builder.name}-pictures", home)
    record.begin(pictures)
    gone = record.gone(pictures)
    # LaTeX has them in the folder itself, Texinfo in one for each manual.
    remove((file for name in gone for file in (home / name, *home.glob(f"*-figures/{name}"))), home)
    record.finish(pictures)


def _leave_out_of_lists(domain: PortfolioDomain, builder: Builder) -> None:
    """Take what is not listed out of the lists of files that help viewers show."""
    hidden = "|".join(re.escape(file).replace("/", r"[/\\]") for file in _unlisted(domain, builder))
    named = re.compile(rf"(?<![\w./\\-])(?:{hidden})".encode())
    for path in (path for form in _LISTS.get(builder.name, ()) if hidden for path in Path(builder.outdir).glob(form)):
        kept = (item[0] for item in _ITEM.finditer(path.read_bytes()) if not named.search(item[0]))
        path.write_bytes(b"".join(kept))
