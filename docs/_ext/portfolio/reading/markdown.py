"""Markdown's lines: the patterns of its blocks, as far as they matter to what is prose and what is not.

See https://spec.commonmark.org/0.31.2/#leaf-blocks, and for fences of colons MyST's ``colon_fence``
(https://myst-parser.readthedocs.io/en/latest/syntax/optional.html#code-fences-using-colons).
"""

from __future__ import annotations

import re

QUOTATION = re.compile(r"\s*(?:>\s?)*")
FENCE = re.compile(r"(?P<mark>`{3,}|~{3,}|:{3,})\s*(?P<info>.*)$")
HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(?=\S)(?P<text>.*)$")
UNDERLINE = re.compile(r" {0,3}(?:=+|-+)\s*$")
ITEM = re.compile(r"\s*(?:[-+*]|\d{1,9}[.)]|\[\^[^\]]+\]:|:)\s")
HTML = re.compile(
    r" {0,3}<(?:/?[a-z][\w-]*(?:\s[^<>]*)?/?>\s*$|/?(?:address|article|aside|blockquote|center|d[dlt]|details|dialog"
    r"|div|fieldset|figcaption|figure|footer|form|h[1-6r]|header|iframe|li|main|nav|ol|p|pre|script|search|section"
    r"|style|summary|t(?:able|body|[dhr]|foot|head)|ul)\b)",
    re.IGNORECASE,
)
OPAQUE = (
    (
        re.compile(r" {0,3}<(?:pre|script|style|textarea)\b", re.IGNORECASE),
        re.compile(r"</(?:pre|script|style|textarea)>", re.IGNORECASE),
    ),
    (re.compile(r"\s*<!--"), re.compile(r"-->")),
    (re.compile(r" {0,3}<\?"), re.compile(r"\?>")),
    (re.compile(r" {0,3}<!\[CDATA\["), re.compile(r"\]\]>")),
)
"""What opens and what closes HTML that may hold blank lines (https://spec.commonmark.org/0.31.2/#html-blocks)."""
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def lines(text: str) -> list[str]:
    """The lines of *text*, as Markdown ends them (https://spec.commonmark.org/0.31.2/#line-ending)."""
    return re.split(r"\r\n?|\n", text)


def closes(line: str, mark: str) -> bool:
    """Whether *line* closes the fence that *mark* opened (https://spec.commonmark.org/0.31.2/#fenced-code-blocks)."""
    return len(line) >= len(mark) and set(line) == {mark[0]}
