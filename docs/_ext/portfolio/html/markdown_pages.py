"""Writes the Markdown copy of every page beside it, and ``llms-full.txt``, which holds all of them.

Copies link to copies, and each ends with the URL of its page in HTML, which is to be cited; each page's head links to
its copy. See https://llmstxt.org for where copies are looked for.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from docutils import nodes
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder

from portfolio.build import toctrees
from portfolio.build.domain import PortfolioDomain
from portfolio.build.exports import has_exports
from portfolio.build.plan import has_markdown, markdown_file
from portfolio.build.record import Record
from portfolio.build.urls import ANYWHERE, docname_at, up
from portfolio.export.llms import FULL
from portfolio.export.site import base
from portfolio.html.numbers import number
from portfolio.i18n.translation import Language
from portfolio.model.person import Person
from portfolio.views.person import links
from portfolio.writing import commonmark
from portfolio.writing.commonmark import escape
from portfolio.writing.markdown import markdown
from portfolio.writing.markdown_inline import Place


def link(builder: Builder, docname: str) -> str:
    """The link from a page's head to its Markdown copy (https://html.spec.whatwg.org/#rel-alternate)."""
    return f'<link rel="alternate" type="text/markdown" href="{up(docname, builder)}{quote(docname)}.md">'


def write(builder: Builder, docname: str, document: nodes.document, person: Person | None) -> None:
    """Write the Markdown copy of a page that is being written; it ends with where the *person* is found."""
    if not has_exports(builder):
        return
    root, here = base(builder.config.html_baseurl), builder.get_target_uri(docname)
    language = Language.of(builder.config.language)
    place = Place(
        resolve=cache(
            lambda uri: resolved(uri, root=root, page=here, copy=docname, copy_of=lambda path: _copy_of(path, builder))
        ),
        number=partial(number, builder=builder, document=document),
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


def resolved(uri: str, *, root: str, page: str, copy: str, copy_of: Callable[[str], str]) -> str:
    """The target of a link on a page: absolute, or else relative to the page's Markdown copy.

    :param root: URL of the site's root; empty where it is not known.
    :param page: path of the page below it.
    :param copy: path of the copy below it, without suffix.
    :param copy_of: from the path of a file below it to that of its copy, where it is a page.
    """
    if uri.startswith(("https://", "http://")):
        return uri
    home = root or ANYWHERE
    try:
        found = urljoin(home + page, uri)
    except ValueError:  # an author's HTML can hold what is not a URL
        return uri
    if uri.startswith("/") or not found.startswith(home):
        return found if root else uri
    _, _, path, query, fragment = urlsplit(found.removeprefix(home))
    path = copy_of(path)
    if not root:
        relative = posixpath.relpath(f"/{path}", posixpath.dirname(f"/{quote(copy)}"))
        path = f"{relative}/" if path.endswith("/") else relative
    return root + urlunsplit(("", "", path, query, fragment))


def _copy_of(path: str, builder: StandaloneHTMLBuilder) -> str:
    """The path of the copy of a page; that of anything else as it is."""
    docname = docname_at(path, builder)
    return path if docname is None else f"{quote(docname)}.md"


def write_all(domain: PortfolioDomain, builder: Builder) -> None:
    """Write the texts of all public pages into one file, in the order of the site's tree.

    Pages outside the tree come last; those marked as orphans are left out, and in a build of a few pages those that
    were never written.
    """
    if not has_exports(builder):
        return
    env = domain.env
    public = env.found_docs - domain.state.hidden.keys()
    chosen = [
        docname
        for docname in toctrees.ordered(env)
        if docname in public and "orphan" not in env.metadata[docname] and has_markdown(builder, docname)
    ]
    data = "\n---\n\n".join(_copies(builder, chosen)).encode()
    record = Record(Path(env.doctreedir), f"{builder.name}-full", Path(builder.outdir))
    record.write({FULL: data} if chosen else {})


def _copies(builder: Builder, docnames: Iterable[str]) -> Iterator[str]:
    """The texts of copies, as they are together in one file."""
    root, language = base(builder.config.html_baseurl), Language.of(builder.config.language)
    for count, docname in enumerate(docnames, 1):
        text = together(markdown_file(builder, docname).read_text("utf-8"), count, root)
        yield text if root else f"{text}\n{_source(f'{quote(docname)}.md', language)}\n"


def together(text: str, count: int, root: str) -> str:
    """A copy beside others in one file: of addresses those alone that lists lead to elsewhere, and own footnotes.

    :param count: number of the page in the file, which tells its footnotes from those of others.
    :param root: URL of the site's root; empty where it is not known.
    """

    def is_told(url: str) -> bool:
        return url.startswith(("https://", "http://")) and not (root and url.startswith(root))

    return commonmark.relabelled(commonmark.without_links(text, is_told), f"{count}-")


def _source(where: str, language: Language) -> str:
    return language.gettext("Source: %(address)s", address=escape(where))
