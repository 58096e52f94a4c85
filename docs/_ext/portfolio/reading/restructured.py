"""Finds what reStructuredText in a page names, by patterns, so that commands need not import docutils.

The content of directives that show it as it is, such as code, is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .directive_syntax import OF_FILES, Option
from .elements import Directive, Element, Label, Role
from .excerpt import Excerpt

_ROLE = re.compile(
    r":(?:(?:portfolio|std):)?(?P<role>[a-z-]+):`(?:[^`<]*[^`<\s]\s*<(?P<target>[^<>`\n]+)>|(?P<body>[^`\n]+))`",
    re.IGNORECASE,
)
_OPTION = re.compile(r"\s+:(?P<name>[\w-]+):(?P<value>.*)")
_DIRECTIVE = re.compile(
    r"\s*(?:[*+-]\s+)?\.\.\s+(?:\|[^|]+\|\s+)?(?:(?:portfolio|std):)?(?P<name>[A-Za-z][\w:-]*?)\s?::(?:\s+(?P<argument>.*))?"
)
_ARGUMENT = re.compile(r"\s+(?P<argument>[^\s:].*)")
_OPAQUE = {"code", "code-block", "entries", "highlight", "math", "raw", "sourcecode", "toctree"}
"""Directives whose content is no reStructuredText."""
_LABEL = re.compile(
    r"^[ \t]*(?:\.\.[ \t]+_(?:`(?P<quoted>[^`\n]+)`|(?P<plain>[^`:\n]+)):[ \t]*$|:name:[ \t]*(?P<option>\S.*)$)"
    r"(?=(?:\n[ \t]*)*+(?:\.\.[ \t]+_[^\n]*:[ \t]*(?:\n[ \t]*)*+){0,9}(?P<titled>"
    r"(?:([^\w\s.])\5{2,}[ \t]*\n)?[ \t]*\S.*\n[ \t]*([^\w\s.])\6{2,}[ \t]*$"
    r"|\.\.[ \t]+(?:code-block|csv-table|figure|list-table|rubric|table)[ \t]?::)?)",
    re.MULTILINE | re.IGNORECASE,
)
"""A label in reStructuredText, with the title or the directive to which it leads."""


def of(text: str) -> list[Element]:
    """What the *text* of a whole file holds."""
    rows = re.split(r"\r\n?|\n", text)
    return read(Excerpt(rows, [(row, 1) for row in range(1, len(rows) + 1)]))


def read(body: Excerpt) -> list[Element]:
    """The labels, roles and directives in reStructuredText."""
    directives = [*_directives(body)]
    opaque = {row for each in directives if each.name in _OPAQUE for row, _ in each.body.places}
    roles = (_role(body, found) for found in _ROLE.finditer(body.text))
    return [*_labels(body), *(each for each in roles if each.named[0] not in opaque), *directives]


def _labels(body: Excerpt) -> Iterator[Label]:
    """The names that the author gave to places."""
    for found in _LABEL.finditer(body.text):
        name = found["quoted"] or found["plain"] or found["option"]
        yield Label(name=name, has_title=bool(found["titled"] or found["option"]))


def _role(body: Excerpt, found: re.Match[str]) -> Role:
    group = "target" if found["target"] else "body"
    named, place = (body.place(found.start(each)) for each in ("role", group))
    has_text = bool(found["target"])
    name = found["role"].lower()
    return Role(name=name, named=named, target=found[group], place=place, has_text=has_text, in_heading=False)


def _directives(body: Excerpt) -> Iterator[Directive]:
    """The directives, those within others too; a body have those alone whose content is no reStructuredText."""
    at = 0
    while at < len(body.lines):
        found, line = _DIRECTIVE.fullmatch(body.lines[at]), body.places[at][0]
        at += 1
        if found is None:
            continue
        name = found["name"].lower()
        argument = body.within(at - 1, max(found.start("argument"), 0), found["argument"] or "")
        is_below = name in OF_FILES and not argument.text and at < len(body.lines)
        if is_below and (below := _ARGUMENT.fullmatch(body.lines[at])):
            argument = body.within(at, below.start("argument"), below["argument"])
            at += 1
        options = []
        while at < len(body.lines) and (option := _OPTION.fullmatch(body.lines[at])):
            written = body.within(at, option.start("value"), option["value"])
            options.append(Option(name=option["name"], value=option["value"].strip(), written=written))
            at += 1
        start = at
        if name in _OPAQUE:
            depth = _indent(found.string)
            while at < len(body.lines) and not (body.lines[at].strip() and _indent(body.lines[at]) <= depth):
                at += 1
        yield Directive(name=name, line=line, argument=argument, options=tuple(options), body=body[start:at])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
