"""Makes the HTML of redirect pages: for short addresses, and for addresses that pages once had.

They are not Sphinx pages, so that neither search nor sidebar knows of them. sphinxext-rediraffe would add them to
Sphinx's own; it knows no anchors, follows no chain beyond its list, leaves files behind in an incremental build, and
writes invalid HTML.
"""

from __future__ import annotations

import html
import json

from portfolio.i18n.translation import Language

from .hosted_search import unsearched

MOVED = "<!-- moved -->"
"""Begins what stands where the Markdown copy of a page was."""


def redirect_page(target: str, title: str, language: Language, canonical: str, metatags: str) -> str:
    """A page that redirects to *target*: by a script with the fragment that was asked for, otherwise without.

    :param target: URL relative to the redirect page, so that it works below any path.
    :param title: title of the page that it redirects to.
    :param canonical: URL of that page, absolute where the site's is known.
    :param metatags: what that page's head says to those who show a preview of a link.
    """
    _ = language.gettext
    path, mark, fragment = target.partition("#")
    # No "<" may stand in a script (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements).
    to, at = (json.dumps(text).replace("<", "\\u003c") for text in (path, mark + fragment))
    said, shown, link = html.escape(_("This address leads to")), html.escape(title), html.escape(target)
    body = unsearched(f'<p>{said} <a href="{link}">{shown}</a></p>')
    return (
        f'<!DOCTYPE html>\n<html lang="{html.escape(language.locale.language)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{shown}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"{metatags}"
        f'<link rel="canonical" href="{html.escape(canonical)}">\n'
        f"<script>location.replace({to} + location.search + (location.hash || {at}))</script>\n"
        f'<meta http-equiv="refresh" content="0; url={link}">\n</head>\n<body>\n'
        f"{body}\n</body>\n</html>\n"
    )


def is_redirect_page(data: bytes) -> bool:
    """Whether a file is a redirect page such as this extension makes, in HTML or in Markdown."""
    return data.startswith(MOVED.encode()) or b'<meta http-equiv="refresh" content="0; url=' in data
