"""What a page's head says of it to search engines, and to those who see a list of pages."""

from __future__ import annotations

from html import escape

LONGEST = 160
"""How many characters of a description search engines show, about."""


def description(metatags: str, text: str) -> str:
    """*metatags* with a description made from *text*, where there is some and the author wrote none."""
    text = " ".join(text.split())
    if not text or 'name="description"' in metatags:
        return metatags
    return f'{metatags}<meta name="description" content="{escape(_shortened(text))}" />\n'


def title(name: str, kind: str) -> str:
    """A title that tells an entry from another of its name: a project from a talk about it, a skill from a page.

    :param name: the page's title, as HTML.
    :param kind: what one of the entry's kind is called, as text.
    """
    return f"{name} · {escape(kind)}"


def _shortened(text: str) -> str:
    """As many whole words as there is room for."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST].rpartition(' ')[0] or text[: LONGEST - 1]}…"
