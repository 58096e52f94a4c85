"""Prose: what a page's Markdown says of entries, found in the text without a parser, a thousand pages in a moment.

Roles in running text, and the slugs in the options and contents of this package's directives. Code, comments and
directives that hold no prose are passed over
(https://myst-parser.readthedocs.io/en/latest/syntax/roles-and-directives.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .model import KINDS, Key, Kind

_FENCE = re.compile(r"(?P<mark>`{3,}|~{3,}|:{3,})\s*(?P<info>.*)$")
_DIRECTIVE = re.compile(r"\{(?:portfolio:)?(?P<name>[\w:+-]+)\}")
_OPTION = re.compile(r":(?P<name>[\w-]+):\s*(?P<value>.*)$")
_HEADING = re.compile(r" {0,3}(?P<level>#{1,6})\s+(?P<text>.+?)\s*#*\s*$")
_SPAN = re.compile(
    r"(?:\{(?:portfolio:)?(?P<role>[a-z]+)\})?(?<!`)(?P<ticks>`+)(?!`)(?P<body>.+?)(?<!`)(?P=ticks)(?!`)", re.DOTALL
)
_TARGET = re.compile(r"(?P<text>.+?)\s*<(?P<target>[^<>]*)>$", re.DOTALL)
_SLUG = re.compile(r"[^\s,]+")
_VERBATIM = {"code", "code-block", "code-cell", "sourcecode", "literalinclude", "math", "raw", "toctree", "eval-rst"}
_LISTED = {"at": "employer", "skill": "skill", "skills": "skill"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A place that names an entry.

    :ivar line: from 1.
    :ivar column: that of the slug, from 1.
    :ivar heading: the nearest heading, empty above the first.
    :ivar in_prose: whether a role in the text names it; otherwise it is a directive's option or content.
    """

    target: Key
    line: int
    column: int
    heading: str = ""
    in_prose: bool = True


def references(text: str) -> list[Reference]:
    """Every reference to an entry in the Markdown *text*, in its order; front matter is passed over."""
    return list(_Scanner(text).references()) if "{" in text else []


class _Scanner:
    """Goes through a page line by line, and through runs of prose span by span."""

    def __init__(self, text: str) -> None:
        self.lines = text.splitlines()
        self.heading = ""
        self.open: list[str] = []
        """The marks of the directives whose content is being read, innermost last."""

    def references(self) -> Iterator[Reference]:
        number = self._after_front_matter()
        prose: list[tuple[int, str]] = []
        while number < len(self.lines):
            line = self.lines[number]
            stripped = line.strip()
            fence, heading = _FENCE.match(stripped), _HEADING.match(line)
            if stripped and not (fence or heading or stripped.startswith("%")):
                prose.append((number, line))
                number += 1
                continue
            yield from self._roles(prose)
            prose = []
            if heading:
                self.heading = _plain(heading["text"])
                yield from self._roles([(number, line)])
            elif fence and self.open and _closes(stripped, self.open[-1]):
                self.open.pop()
            elif fence:
                yield from self._directive(fence, number)
                number = self._enter(fence, number)
            number += 1
        yield from self._roles(prose)

    def _after_front_matter(self) -> int:
        if self.lines and re.fullmatch(r"-{3,}\s*", self.lines[0]):
            for number, line in enumerate(self.lines[1:], 1):
                if re.fullmatch(r"-{3,}\s*", line):
                    return number + 1
        return 0

    def _enter(self, fence: re.Match[str], number: int) -> int:
        """The line to go on behind: a directive that holds prose is entered, everything else is passed over."""
        directive = _DIRECTIVE.match(fence["info"])
        if directive and directive["name"] not in _VERBATIM:
            self.open.append(fence["mark"])
            return number
        return self._close(fence, number)

    def _close(self, fence: re.Match[str], number: int) -> int:
        later = range(number + 1, len(self.lines))
        return next((end for end in later if _closes(self.lines[end].strip(), fence["mark"])), len(self.lines))

    def _directive(self, fence: re.Match[str], number: int) -> Iterator[Reference]:
        """The slugs in the options and the content of a listing."""
        directive = _DIRECTIVE.match(fence["info"])
        if not directive or directive["name"] not in {"timeline", "entries"}:
            return
        listed = ""
        for inside in range(number + 1, self._close(fence, number)):
            line = self.lines[inside]
            option = _OPTION.match(line.strip())
            if option and option["name"] == "kind":
                listed = option["value"].strip()
            elif option and option["name"] in _LISTED:
                start = line.index(option["value"]) if option["value"] else 0
                for slug in _SLUG.finditer(option["value"]):
                    yield self._reference(
                        _LISTED[option["name"]], slug[0], inside, start + slug.start(), in_prose=False
                    )
            elif not option and line.strip() and listed in _KIND:
                yield self._reference(listed, line.strip(), inside, line.index(line.strip()), in_prose=False)

    def _roles(self, prose: list[tuple[int, str]]) -> Iterator[Reference]:
        """The roles in one run of prose, which may go over the ends of lines."""
        text = "\n".join(line for _, line in prose)
        if "{" not in text:
            return
        for span in _SPAN.finditer(text):
            if span["role"] not in KINDS:
                continue
            titled = _TARGET.match(span["body"])
            slug, offset = (titled["target"], titled.start("target")) if titled else (span["body"], 0)
            at = span.start("body") + offset
            row = text.count("\n", 0, at)
            column = at - (text.rfind("\n", 0, at) + 1)
            yield self._reference(span["role"], slug.strip(), prose[row][0], column)

    def _reference(self, kind: str, slug: str, number: int, offset: int, *, in_prose: bool = True) -> Reference:
        key = Key(_KIND[kind], slug)
        return Reference(target=key, line=number + 1, column=offset + 1, heading=self.heading, in_prose=in_prose)


def _closes(line: str, mark: str) -> bool:
    """Whether *line* closes the fence that *mark* opened (https://spec.commonmark.org/0.31.2/#fenced-code-blocks)."""
    return len(line) >= len(mark) and set(line) == {mark[0]}


_KIND: dict[str, Kind] = {kind: kind for kind in KINDS}


def _plain(markdown: str) -> str:
    """A heading's text without the marks of roles and emphasis."""
    return re.sub(r"\{[\w:-]+\}(?=`)|[`*_]", "", markdown).strip()
