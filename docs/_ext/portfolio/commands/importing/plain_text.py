"""Texts of files, which may hold HTML, Markdown, lists and several lines -> the plain lines that front matter holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from portfolio.reading.yaml_nodes import showable

_BREAK = re.compile(r"(?i)<(?:br|/p|/li|/div|/h[1-6]|/tr)\s*/?>")
_ITEM = re.compile(r"(?i)<li[^<>]*>")
_LINK = re.compile(r"(?is)(<a\b[^<>]*>)((?:(?!<a\b).)*?)</a>")
_ATTRIBUTE = re.compile(r"""(?i)(?<=[\s"'/])([^\s=<>"'/]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+)""")
_TAG = re.compile(
    r"(?i)</?(?:a|abbr|b|blockquote|br|code|div|em|font|h[1-6]|i|img|li|ol|p|pre|small|span|strong|sub|sup|table|tbody|td|tr|u|ul)\b[^<>]*>"
)
_ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
_MARKDOWN_LINK = re.compile(r"!?\[([^\[\]]*)\]\(\s*+<?([^()\s>]*(?:\([^()\s]*\)[^()\s>]*)*)>?(?:\s++\"[^\"]*\")?\s*+\)")
_EMPHASIS = [
    re.compile(r"(\*{1,3})(?=\S)((?:(?!\1).)+?)(?<=\S)\1(?!\*)"),
    re.compile(r"(?<![\w_])(_{1,3})(?=\S)((?:(?!\1).)+?)(?<=\S)\1(?![\w_])"),
    re.compile(r"(?<!`)(`)([^`]+)`(?!`)"),
    re.compile(r"(~~)(?=\S)((?:(?!~~).)+?)(?<=\S)~~"),
]
_HEADING = re.compile(r"(?m)^ {0,3}#{1,6} +")
_BULLET = re.compile(r"^\s*(?:[-*•▪◦●‣·–—➢✓]|[0-9]{1,2}[.)])\s+")
_SIGN = re.compile(r"\s*[^\w\s]\s+")
_RULE = re.compile(r"[-*•=_ ]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A text without markup.

    :ivar lines: its lines, those that say something.
    :ivar points: those of its lines that were points of a list.
    :ivar links: the links in it, each its text and its address as written.
    :ivar removed: what markup was removed, in words.
    """

    lines: Sequence[str]
    points: Sequence[str] = ()
    links: Sequence[tuple[str, str]] = ()
    removed: str = ""

    @property
    def text(self) -> str:
        """All of it in one line."""
        return " ".join([*self.lines, *self.points])


@lru_cache(maxsize=10_000)
def plain(text: str) -> Plain:
    """*text* without markup: links go, their texts stay. A number before a single line is no list's: "1. FC Köln"."""
    links: list[tuple[str, str]] = []
    removed = []
    bare = _without_html(text, links)
    if bare != text:
        removed.append("HTML")
    marked, bare = bare, _without_markdown(bare, links)
    if bare != marked:
        removed.append("Markdown")
    lines, points = [], []
    rows = [" ".join(showable(line, " ").split()) for line in bare.splitlines()]
    rows = [row for row in rows if not _RULE.fullmatch(row)]
    for shown in rows:
        bullet = _BULLET.match(shown)
        if bullet and (len(rows) > 1 or _SIGN.match(shown)):
            points.append(shown[bullet.end() :])
        else:
            lines.append(shown)
    return Plain(lines=lines, points=points, links=links, removed=" and ".join(removed))


def _without_html(text: str, links: list[tuple[str, str]]) -> str:
    if not (_TAG.search(text) or _ENTITY.search(text)):
        return text
    text = _LINK.sub(lambda found: _linked(found[2], _address(found[1]), links), text)
    text = _ITEM.sub("\n• ", _BREAK.sub("\n", text))
    # What is left are pictures, and links that never end.
    return unescape(_TAG.sub(lambda found: _linked("", _address(found[0]), links, shown=False), text))


def _address(tag: str) -> str:
    """Where a tag leads to; empty where that is nowhere."""
    values = (value for name, value in _ATTRIBUTE.findall(tag) if name.casefold() in {"href", "src"})
    return unescape(next(values, "").strip("\"'"))


def _without_markdown(text: str, links: list[tuple[str, str]]) -> str:
    text = _MARKDOWN_LINK.sub(lambda found: _linked(found[1], found[2], links), text)
    text = _HEADING.sub("", text)
    lines = []
    for line in text.split("\n"):
        bullet = _BULLET.match(line)  # a star at the beginning of a line is a point of a list
        start = bullet.end() if bullet else 0
        rest = line[start:]
        for form in _EMPHASIS:
            rest = form.sub(r"\2", rest)
        lines.append(line[:start] + rest)
    return "\n".join(lines)


def _linked(text: str, address: str, links: list[tuple[str, str]], *, shown: bool = True) -> str:
    """What stays of a link: its text, or its address if that is to be *shown* where there is no text."""
    if address := address.strip():
        links.append((unescape(" ".join(_TAG.sub("", text).split()).strip("*_`")), address))
    return text or (address if shown else "")
