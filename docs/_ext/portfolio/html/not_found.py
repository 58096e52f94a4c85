"""Writes ``404.html``, which servers show at addresses where there is nothing (Read the Docs, GitHub Pages and others).

It is shown at any depth of the site, so all its URLs are absolute. A script tries the other forms in which the address
may have been published or pasted; old addresses have redirect pages, which it finds that way too.
"""

from __future__ import annotations

import html
import json
import posixpath
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from sphinx.builders.html import StandaloneHTMLBuilder

from portfolio.build.exports import is_given
from portfolio.build.record import write_if_changed
from portfolio.export.site import base
from portfolio.i18n.translation import Language

NAME = "404"

_URL = re.compile(r'(?<=[ "])(href|src|action|data-content_root)="(?![#/]|[a-z][a-z0-9+.-]*:)([^"]*)"')
"""Attributes with relative URLs, as Sphinx, Furo and this extension write them."""
_ELSEWHERE = r"""(async () => {
  const asked = decodeURI(location.pathname).replace(/[\s.,;:!?)\]>"'”’]+$/u, "");
  const name = asked.replace(/\/+$/, "").replace(/\.html$/, "").replace(/\/index$/, "");
  for (const found of [name + ENDING, name.toLowerCase() + ENDING]) {
    if (found !== location.pathname && (await fetch(found, {method: "HEAD"})).ok) {
      return location.replace(found + location.search + location.hash);
    }
  }
})()"""


def write(builder: StandaloneHTMLBuilder) -> None:
    """Write the page, unless the site has one of its own."""
    file = Path(builder.outdir, f"{NAME}.html")
    if NAME in {*builder.env.found_docs, *builder.config.html_additional_pages} or is_given(file.name, builder):
        return
    here, root = builder.get_target_uri(NAME), urlsplit(base(builder.config.html_baseurl)).path or "/"
    half = file.with_suffix(".half")
    builder.handle_page(NAME, _context(builder), "page.html", outfilename=half)
    _make_absolute(half, urljoin(root, here), builder, to=file)
    half.unlink()


def complete(builder: StandaloneHTMLBuilder) -> None:
    """Make the URLs absolute that the page of sphinx-notfound-page has from this extension."""
    name, root = builder.config.notfound_pagename, builder.config.notfound_urls_prefix or "/"
    file = Path(builder.get_outfilename(name))
    if file.is_file():
        _make_absolute(file, urljoin(root, builder.get_target_uri(name)), builder, to=file)


def _make_absolute(page: Path, url: str, builder: StandaloneHTMLBuilder, *, to: Path) -> None:
    """Write a *page* that the builder wrote to another file, or the same, with all its URLs absolute."""
    # As Sphinx has it in ``handle_page``.
    encoding, errors = builder.config.html_output_encoding, "xmlcharrefreplace"
    write_if_changed(to, absolute(page.read_text(encoding), url).encode(encoding, errors))


def absolute(page: str, url: str) -> str:
    """The HTML of a page with all its URLs absolute.

    :param url: path of the page on its host, to which they are relative.
    """
    return _URL.sub(lambda found: f'{found[1]}="{urljoin(url, found[2])}"', page)


def _context(builder: StandaloneHTMLBuilder) -> dict[str, Any]:
    """What the theme shows: a title, what can be done, and the script."""
    _ = Language.of(builder.config.language).gettext
    title, home = _("Page not found"), builder.get_relative_uri(NAME, builder.config.root_doc)
    texts = {
        "said": _("There's nothing at this address. It may be misspelled, or the page may have another name now."),
        "search": _("Search this site"),
        "go": _("Search"),
        "home": _("Start page"),
    }
    words = {name: html.escape(text) for name, text in texts.items()}
    ending = posixpath.splitext(builder.get_target_uri("x"))[1] or "/"
    return {
        "title": html.escape(title),
        "metatags": '<meta name="robots" content="noindex">',
        "body": (
            f'<section id="not-found"><h1>{html.escape(title)}</h1><p>{words["said"]}</p>'
            f'<form class="portfolio-search" role="search" action="{builder.get_relative_uri(NAME, "search")}">'
            f'<label>{words["search"]} <input type="search" name="q"></label> <button>{words["go"]}</button></form>'
            f'<p><a class="reference internal" href="{home}">{words["home"]}</a></p></section>'
            f"<script>{_ELSEWHERE.replace('ENDING', json.dumps(ending))}</script>"
        ),
    }
