"""Writes the Markdown copy of every page beside it, and ``llms-full.txt``, which holds all of them.

The copies' links lead to the pages in HTML, whose URLs are to be cited; each page's head links to its copy. See
https://llmstxt.org for where copies are looked for.
"""

from __future__ import annotations

import posixpath
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

from portfolio.build import exports, toctrees
from portfolio.build.plan import has_markdown, markdown_file
from portfolio.build.record import Record
from portfolio.export.llms import FULL
from portfolio.export.site import base
from portfolio.i18n.translation import Language
from portfolio.model.career import Career
from portfolio.model.person import Person
from portfolio.views.person import links
from portfolio.writing import commonmark
from portfolio.writing.commonmark import escape
from portfolio.writing.markdown import markdown
from portfolio.writing.markdown_inline import Place

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

_ANY = "https://portfolio.invalid/"
"""In place of the site's URL where that is not known."""


def link(builder: Builder, docname: str) -> str:
    """The link from a page's head to its Markdown copy (https://html.spec.whatwg.org/#rel-alternate)."""
    up = "../" * builder.get_target_uri(docname).count("/")
    return f'<link rel="alternate" type="text/markdown" href="{up}{quote(docname)}.md">'


def write(builder: Builder, docname: str, document: nodes.document, person: Person | None) -> None:
    """Write the Markdown copy of a page that is being written; it ends with where the *person* is found."""
    if builder.name not in exports.BUILDERS or not isinstance(builder, StandaloneHTMLBuilder):
        return
    root, here = base(builder.config.html_baseurl), builder.get_target_uri(docname)
    language = Language.of(builder.config.language)
    place = Place(
        resolve=cache(lambda uri: resolved(uri, root=root, page=here, copy=docname)),
        downloads=builder.dlpath,
        language=language,
    )
    text = markdown(document, place)
    if person:
        found = ", ".join(commonmark.link(escape(each.text), each.url) for each in links(person))
        text += f"\n\n{escape(person.name)}{': ' if found else ''}{found}"
    if root:
        text += "\n\n" + _source(f"{root}{here}", language)
    file = markdown_file(builder, docname)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{text}\n", "utf-8", newline="\n")


def resolved(uri: str, *, root: str, page: str, copy: str) -> str:
    """The target of a link on a page: absolute, or else relative to the page's Markdown copy.

    :param root: URL of the site's root; empty where it is not known.
    :param page: path of the page below it.
    :param copy: path of the copy below it, without suffix.
    """
    if uri.startswith(("https://", "http://")):
        return uri
    if root:
        return urljoin(root + page, uri)
    if uri.startswith("/") or urlsplit(uri).scheme:
        return uri
    _, _, found, query, fragment = urlsplit(urljoin(_ANY + page, uri))
    relative = posixpath.relpath(found, posixpath.dirname(f"/{quote(copy)}"))
    return urlunsplit(("", "", f"{relative}/" if found.endswith("/") else relative, query, fragment))


def write_all(env: BuildEnvironment, builder: Builder, career: Career) -> None:
    """Write the copies of all public pages into one file, in the order of the site's tree.

    Pages outside the tree come last; those marked as orphans are left out, and in a build of a few pages those that
    were never written.
    """
    if builder.name not in exports.BUILDERS:
        return
    public = exports.site_of(env, builder, career).titles
    chosen = [
        docname
        for docname in toctrees.ordered(env)
        if docname in public and "orphan" not in env.metadata[docname] and has_markdown(builder, docname)
    ]
    data = "\n---\n\n".join(_copy(builder, docname) for docname in chosen).encode()
    record = Record(Path(env.doctreedir), f"{builder.name}-full", Path(builder.outdir))
    record.write({FULL: data} if chosen else {})


def _copy(builder: Builder, docname: str) -> str:
    """The text of a copy, which ends with its source."""
    text = markdown_file(builder, docname).read_text("utf-8")
    if base(builder.config.html_baseurl):
        return text
    return f"{text}\n{_source(f'{quote(docname)}.md', Language.of(builder.config.language))}\n"


def _source(where: str, language: Language) -> str:
    return language.gettext("Source: %(address)s", address=escape(where))
