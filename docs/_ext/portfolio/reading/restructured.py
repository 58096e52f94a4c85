"""Finds what reStructuredText in a page names, line by line: docutils is not asked, of which commands stay free.

The text of blocks that are shown as they are, such as code, is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .directive_syntax import FILE_OPTIONS, OF_FILES
from .elements import Label, Role
from .excerpt import Excerpt

_ROLE = re.compile(
    r":(?:portfolio:)?(?P<role>[a-z]+):`(?:[^`\n<]*[^`\n<\s]\s*<(?P<target>[^<>`\n]+)>|(?P<body>[^`\n]+))`"
)
_OPTION = re.compile(r"\s+:(?P<name>[a-z-]+):(?P<value>.*)")
_DIRECTIVE = re.compile(r"\s*(?:[*+-]\s+)?\.\.\s+(?:\|[^|]+\|\s+)?(?P<name>[A-Za-z][\w-]*)\s?::\s*(?P<argument>.*)")
_ARGUMENT = re.compile(r"\s+(?P<argument>[^\s:].*)")
_VERBATIM = {"code", "code-block", "highlight", "math", "raw", "sourcecode"}
_LABEL = re.compile(
    r"^[ \t]*(?:\.\.[ \t]+_(?:`(?P<quoted>[^`\n]+)`|(?P<plain>[^`:\n]+)):[ \t]*$|:name:[ \t]*(?P<option>\S.*)$)"
    r"(?=(?:\n[ \t]*)*+(?:\.\.[ \t]+_[^\n]*:[ \t]*(?:\n[ \t]*)*+){0,9}(?P<titled>"
    r"(?:([^\w\s.])\5{2,}[ \t]*\n)?[ \t]*\S.*\n[ \t]*([^\w\s.])\6{2,}[ \t]*$"
    r"|\.\.[ \t]+(?:code-block|csv-table|figure|list-table|rubric|table)[ \t]?::)?)",
    re.MULTILINE | re.IGNORECASE,
)
"""A label in reStructuredText, with the title or the directive to which it leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a line of a toctree, an argument or an option names, maybe behind a text.

    :ivar is_page: whether it is a page, or the pattern of several; else a file.
    """

    line: Excerpt
    is_page: bool


def labels(body: Excerpt) -> Iterator[Label]:
    """The names that the author gave to places."""
    for found in _LABEL.finditer(body.text):
        name = found["quoted"] or found["plain"] or found["option"]
        yield Label(name=name, has_title=bool(found["titled"] or found["option"]))


def read(body: Excerpt) -> Iterator[Role | Target]:
    """The roles, the files that directives name, and the pages that toctrees do."""
    around, indent = "", 0  # the toctree or the text that is shown as it is, and how far that is indented
    is_due = False  # the argument, on the line after the directive
    for number, line in enumerate(body.lines):
        text, depth = line.strip(), len(line) - len(line.lstrip())
        if around and text and depth <= indent:
            around = ""
        if around in _VERBATIM:
            continue
        yield from (_role(body, number, found) for found in _ROLE.finditer(line))
        was_due, is_due = is_due, False
        if directive := _DIRECTIVE.fullmatch(line):
            name = directive["name"].lower()
            around, indent = (name, depth) if name in {"toctree", *_VERBATIM} else (around, indent)
            is_due = name in OF_FILES and not directive["argument"]
            if name in OF_FILES and not is_due:
                yield _target(body, number, directive, "argument")
        elif was_due and (argument := _ARGUMENT.fullmatch(line)):
            yield _target(body, number, argument, "argument")
        elif option := _OPTION.fullmatch(line):
            if option["name"] in FILE_OPTIONS:
                yield _target(body, number, option, "value")
        elif text and around:
            yield Target(line=body[number : number + 1], is_page=True)


def _role(body: Excerpt, number: int, found: re.Match[str]) -> Role:
    group = "target" if found["target"] else "body"
    place, named = (body.within(number, found.start(each), "").place(0) for each in (group, "role"))
    has_text = bool(found["target"])
    return Role(name=found["role"], named=named, target=found[group], place=place, has_text=has_text, in_heading=False)


def _target(body: Excerpt, number: int, found: re.Match[str], group: str) -> Target:
    return Target(line=body.within(number, found.start(group), found[group]), is_page=False)
