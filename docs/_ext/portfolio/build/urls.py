"""Leads from pages to URLs on the site, and back."""

from __future__ import annotations

from urllib.parse import unquote

from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder

from portfolio.export.site import base, escaped

ANYWHERE = "https://portfolio.invalid/"
"""In place of the URL of the site's root, where that is not known, or any will do."""


def up(docname: str, builder: Builder) -> str:
    """The URL of the site's root relative to a page; empty where they are the same."""
    return "../" * builder.get_target_uri(docname).count("/")


def canonical(docname: str, builder: Builder) -> str:
    """The absolute URL of a page, the same as in all exports; empty where the site's is not known."""
    root = base(builder.config.html_baseurl)
    return root and f"{root}{escaped(builder.get_target_uri(docname))}"


def docname_at(path: str, builder: StandaloneHTMLBuilder) -> str | None:
    """The page that *builder* puts at *path*, as its ``get_target_uri`` gives it; None where there is none."""
    name = unquote(path).removesuffix(builder.link_suffix or "")
    candidates = (name.rstrip("/"), f"{name}index")
    return next(
        (each for each in candidates if each in builder.env.found_docs and builder.get_target_uri(each) == path), None
    )
