"""Finds the words that HTML shows which an author has written into a page.

Patterns take linear time; ``html.parser`` takes quadratic time where tags have no end.
"""

from __future__ import annotations

import re
from html import unescape

_UNSEEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style|svg|template)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"""</?([a-z][\w-]*)(?:[^<>"']|"[^"<]*"|'[^'<]*')*+>""", re.IGNORECASE)
_PRE = re.compile(r"<pre\b[^<>]*>(.*?)(?:</pre\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_INLINE = {
    *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark"),
    *("q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
}
"""Elements that begin no line (https://html.spec.whatwg.org/multipage/text-level-semantics.html)."""


def words(html: str) -> str:
    """The text in *html*, in one line, without that of scripts, styles and drawings."""
    text = _TAG.sub(lambda tag: "" if tag[1].lower() in _INLINE else " ", _UNSEEN.sub("", html))
    return " ".join(unescape(text).split())


def preformatted(html: str) -> list[str]:
    """*html* cut at what is preformatted: by turns other HTML, and the text whose lines and spaces are kept."""
    parts = _PRE.split(_UNSEEN.sub("", html))
    # A line break right after the start tag is not shown (https://html.spec.whatwg.org/#the-pre-element).
    parts[1::2] = [unescape(_TAG.sub("", each)).removeprefix("\n").rstrip("\n") for each in parts[1::2]]
    return parts
