"""The Markdown twin of every page, beside it in HTML, and llms-full.txt, which is all of them one after another.

A twin's links lead to pages in HTML: they have the addresses to cite, and each page's head leads on to its twin.
See https://llmstxt.org for where twins are looked for.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

from portfolio.build import exports, toctrees
from portfolio.build.record import Record, remove
from portfolio.export.llms import FULL
from portfolio.export.site import base
from portfolio.i18n.translation import Language
from portfolio.model.career import Career
from portfolio.writing.commonmark import escape
from portfolio.writing.markdown import markdown
from portfolio.writing.markdown_inline import Place

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

_ANY = "https://portfolio.invalid/"
"""In place of the site's address where that is not known."""


def path(builder: Builder, docname: str) -> Path:
    """Where the twin of a page is."""
    return Path(builder.outdir, f"{docname}.md")


def lost(builder: Builder, docnames: Iterable[str]) -> list[str]:
    """Those of the pages that have no twin and should have one."""
    if builder.name not in exports.BUILDERS:
        return []
    files = {docname: path(builder, docname) for docname in docnames}
    return [docname for docname, file in files.items() if not file.is_file() or not file.stat().st_size]


def link(builder: Builder, docname: str) -> str:
    """What in a page's head leads to its twin (https://html.spec.whatwg.org/#rel-alternate)."""
    up = "../" * builder.get_target_uri(docname).count("/")
    return f'<link rel="alternate" type="text/markdown" href="{up}{quote(docname)}.md">'


def write(builder: Builder, docname: str, document: nodes.document) -> None:
    """Write the twin of a page that is being written."""
    if builder.name not in exports.BUILDERS or not isinstance(builder, StandaloneHTMLBuilder):
        return
    root, here = base(builder.config.html_baseurl), builder.get_target_uri(docname)
    language = Language.of(builder.config.language)
    place = Place(
        address=cache(lambda uri: address(uri, root=root, page=here, twin=docname)),
        downloads=builder.dlpath,
        language=language,
    )
    text = markdown(document, place)
    if root:
        text += "\n\n" + _source(f"{root}{here}", language)
    file = path(builder, docname)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{text}\n", "utf-8", newline="\n")


def address(uri: str, *, root: str, page: str, twin: str) -> str:
    """The address of what *uri* leads to from a page, absolute or else as seen from the page's twin.

    :param root: the address of the site's root; empty where that is not known.
    :param page: the page's path below it.
    :param twin: the page's docname.
    """
    if uri.startswith(("https://", "http://")):
        return uri
    if root:
        return urljoin(root + page, uri)
    if uri.startswith("/") or urlsplit(uri).scheme:
        return uri
    _, _, found, query, fragment = urlsplit(urljoin(_ANY + page, uri))
    relative = posixpath.relpath(found, posixpath.dirname(f"/{quote(twin)}"))
    return urlunsplit(("", "", f"{relative}/" if found.endswith("/") else relative, query, fragment))


def write_all(env: BuildEnvironment, builder: Builder, career: Career) -> None:
    """Write the twins of all pages that are listed into one file, in the order of the site's tree.

    Pages that are in no tree come last, but for those that say of themselves that they are orphans. A build that was
    asked for some pages only leaves out those that were never written.
    """
    if builder.name not in exports.BUILDERS:
        return
    listed = {*exports.site_of(env, builder, career).titles}
    listed -= {*lost(builder, listed), *(docname for docname in listed if "orphan" in env.metadata[docname])}
    chosen = [docname for docname in toctrees.ordered(env) if docname in listed]
    data = "\n---\n\n".join(_twin(builder, docname) for docname in chosen).encode()
    home = Path(builder.outdir)
    record = Record(Path(env.doctreedir), f"{builder.name}-full", home)
    record.begin({FULL: hashlib.sha256(data).hexdigest()} if chosen else {})
    remove((home / name for name in record.gone()), home)
    file = home / FULL
    if chosen and (not file.is_file() or file.read_bytes() != data):
        file.write_bytes(data)
    record.note_written(FULL)
    record.finish()


def _twin(builder: Builder, docname: str) -> str:
    """A twin's text, which ends with its address."""
    text = path(builder, docname).read_text("utf-8")
    if base(builder.config.html_baseurl):
        return text
    return f"{text}\n{_source(f'{quote(docname)}.md', Language.of(builder.config.language))}\n"


def _source(where: str, language: Language) -> str:
    return language.gettext("Source: %(address)s", address=escape(where))
