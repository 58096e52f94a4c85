"""Finds what reStructuredText in a page names, by patterns, so that commands need not import docutils.

The content of directives that show it as it is, such as code, is passed over.
"""

from __future__ import annotations

import re

from .directive_syntax import OF_FILES, Option
from .elements import Directive, Element, Label, Role
from .excerpt import Excerpt
from .yaml_nodes import Place

_NAME = r":(?:(?:portfolio|std):)?(?P<role>[a-z-]+):"
_BODY = r"`(?!!)(?:[^`<]*[^`<\s]\s*<(?P<target>[^<>`\n]+)>|(?P<body>[^`\n]+))`"
_ROLES = [re.compile(rf"(?<![\w\\`:]){each}", re.IGNORECASE) for each in (_NAME + _BODY, _BODY + _NAME)]
"""A role before its text, or behind it."""
_OPTION = re.compile(r"\s+:(?P<name>[\w-]+):(?P<value>.*)")
_DIRECTIVE = re.compile(
    r"\s*(?:[*+-]\s+)?\.\.\s+(?:\|[^|]+\|\s+)?(?:(?:portfolio|std):)?(?P<name>[A-Za-z][\w:-]*?)\s?::(?:\s+(?P<argument>.*))?"
)
_ARGUMENT = re.compile(r"\s+(?P<argument>[^\s:].*)")
_OPAQUE = {"bio", "code", "code-block", "entries", "highlight", "math", "raw", "sourcecode", "toctree"}
"""Directives whose content is no reStructuredText."""
_COMMENT = re.compile(r"\s*\.\.(?:\s+(?![_\[|])\S.*|\s*)")
"""What is none of the directives, labels, footnotes and substitutions that begin alike."""
_LITERAL = re.compile(r"``(?:[^`\n]|`(?!`)|\n(?!\s*\n))++``")
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
    """The labels, roles and directives in reStructuredText, the latter two in their order."""
    directives, opaque = _directives(body)
    plain = _LITERAL.sub(lambda found: " " * len(found[0]), body.text)
    roles = [_role(body, found) for pattern in _ROLES for found in pattern.finditer(plain)]
    placed: list[tuple[Place, Element]] = [((each.line, 0), each) for each in directives]
    placed += [(each.named, each) for each in roles if each.named[0] not in opaque]
    labels = (
        Label(name=each["quoted"] or each["plain"] or each["option"], has_title=bool(each["titled"] or each["option"]))
        for each in _LABEL.finditer(body.text)
    )
    return [*labels, *(each for _, each in sorted(placed, key=lambda pair: pair[0]))]


def _role(body: Excerpt, found: re.Match[str]) -> Role:
    group = "target" if found["target"] else "body"
    named, place = (body.place(found.start(each)) for each in ("role", group))
    has_text = bool(found["target"])
    name = found["role"].lower()
    return Role(name=name, named=named, target=found[group], place=place, has_text=has_text, in_heading=False)


def _directives(body: Excerpt) -> tuple[list[Directive], set[int]]:
    """The directives, those within others too, and the lines of the page that are shown as they are or not at all.

    Those directives alone have a body whose content is no reStructuredText.
    """
    directives, opaque, at = list[Directive](), set[int](), 0
    while at < len(body.lines):
        row, found, start = body.lines[at], _DIRECTIVE.fullmatch(body.lines[at]), at
        at += 1
        if found is None:
            is_comment = _COMMENT.fullmatch(row) is not None
            if is_comment or row.rstrip().endswith("::"):
                at = _end(body, at, _indent(row))
                opaque.update(line for line, _ in body.places[start if is_comment else start + 1 : at])
            continue
        name = found["name"].lower()
        argument = body.within(start, max(found.start("argument"), 0), found["argument"] or "")
        is_below = name in OF_FILES and not argument.text and at < len(body.lines)
        if is_below and (below := _ARGUMENT.fullmatch(body.lines[at])):
            argument = body.within(at, below.start("argument"), below["argument"])
            at += 1
        options = []
        while at < len(body.lines) and (option := _OPTION.fullmatch(body.lines[at])):
            written = body.within(at, option.start("value"), option["value"])
            options.append(Option(name=option["name"], value=option["value"].strip(), written=written))
            at += 1
        content = body[at : _end(body, at, _indent(row))] if name in _OPAQUE else body[at:at]
        at += len(content.lines)
        opaque.update(line for line, _ in content.places)
        content = content.ends([each.strip() for each in content.lines])
        line = body.places[start][0]
        directives.append(Directive(name=name, line=line, argument=argument, options=tuple(options), body=content))
    return directives, opaque


def _end(body: Excerpt, at: int, depth: int) -> int:
    """Where what is indented deeper than *depth* ends that begins at a line."""
    while at < len(body.lines) and not (body.lines[at].strip() and _indent(body.lines[at]) <= depth):
        at += 1
    return at


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
