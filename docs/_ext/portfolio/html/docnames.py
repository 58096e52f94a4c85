"""Finds the page to which a path of the site leads."""

from __future__ import annotations

from urllib.parse import unquote

from sphinx.builders.html import StandaloneHTMLBuilder


def docname_at(path: str, builder: StandaloneHTMLBuilder) -> str | None:
    """The page that *builder* puts at *path*, as its ``get_target_uri`` gives it; None where there is none."""
    name = unquote(path).removesuffix(builder.link_suffix or "")
    candidates = (name.rstrip("/"), f"{name}index")
    return next(
        (each for each in candidates if each in builder.env.found_docs and builder.get_target_uri(each) == path), None
    )
