"""Keeps pages out of the search of Read the Docs, which indexes every HTML file whatever its ``robots`` element says.

Its parser takes the first element with the role ``main``, else ``<main>``, else what holds the first ``<h1>``; there it
drops line numbers and navigation, and indexes the text of the rest, under the first heading or else under ``<title>``
(https://docs.readthedocs.com/platform/stable/reference/git-integration.html does not say so; its source does:
``readthedocs/search/parsers.py``). ``search.ignore`` in ``.readthedocs.yaml`` cannot name unlisted pages.
"""

from __future__ import annotations


def unsearched(body: str) -> str:
    """The HTML of a page's content with all of it marked as what the parser drops.

    The hidden heading, without a word, is what it takes for the page's title. People are not shown it.
    """
    return f'<h1 hidden>–</h1><div class="lineno">{body}</div>'
