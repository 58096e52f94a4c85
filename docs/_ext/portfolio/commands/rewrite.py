"""A page's text with its references to a page that moves changed to the new name, and nothing else.

Roles and listings are found as the checker finds them (:mod:`prose`), slugs in front matter by YAML's own marks. What
leads to a page by its path is found here: links, ``toctree`` and ``doc``, and the directives of sphinx-design
(https://myst-parser.readthedocs.io/en/latest/syntax/cross-referencing.html).
"""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, unquote

import yaml

from portfolio.model.fields import Kind
from portfolio.model.kinds import KINDS, REFERENCES
from portfolio.permalinks.anchors import of_heading
from portfolio.reading import prose
from portfolio.reading.markdown import COMMENT, FENCE, QUOTATION, closes, lines
from portfolio.reading.prose import DIRECTIVE, SPAN
from portfolio.reading.yaml_nodes import BLOCK, Unreadable, compose

Edit = tuple[int, int, str]
"""From where to where in the text, and what comes there instead."""

_LINK = re.compile(
    r"(?:\]\([ \t]*|^ {0,3}\[[^\]\n]+\]:[ \t]*)(?:<(?P<inner>[^<>\n]+)>|(?P<bare>[^\s()<>]+))", re.MULTILINE
)
_AUTOLINK = re.compile(r"<(?P<bare>(?:project|path|doc):[^<>\s]+)>")
_RST_ROLE = re.compile(r":(?:portfolio:)?(?P<role>[a-z]+):`(?P<body>[^`\n]+)`")
_TITLED = re.compile(r".*\S\s*<(?P<target>[^<>]+)>\s*", re.DOTALL)
_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):(?!:)", re.IGNORECASE)
_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_OWN_SCHEMES = {"project", "path", "doc"}
_OPTION = re.compile(r"\s*:?link:\s+(?P<value>\S+)\s*$")
_OF_FILES = {"include", "literalinclude", "figure", "image"}
_OF_PAGES = {"button-ref"}
_VERBATIM = {"code", "code-block", "code-cell", "sourcecode", "literalinclude", "math", "raw", "toctree", "eval-rst"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A page that moves.

    :ivar old: its name in Sphinx.
    :ivar new: the name that it gets.
    :ivar kind: what it is, if it is an entry.
    :ivar by_slug: whether no other entry has the old slug, so that one that says no kind means this one.
    :ivar to_slug: whether the same holds of the new one.
    :ivar exists: whether there is a file of this path below the folder of the pages.
    """

    old: str
    new: str
    kind: Kind | None
    by_slug: bool
    to_slug: bool
    exists: Callable[[str], bool]

    @property
    def slug(self) -> str:
        """The last part of the old name."""
        return self.old.rpartition("/")[2]

    @property
    def new_slug(self) -> str:
        """The last part of the new name."""
        return self.new.rpartition("/")[2]


def rewritten(docname: str, text: str, move: Move) -> str:
    """The source *text* of the page *docname*, which may be the one that moves, after the *move*."""
    edits = sorted(set(_Page(docname, text, move).edits()))
    parts, at = [], 0
    for start, end, new in edits:
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])


def inclusions(docname: str, text: str) -> Iterator[str]:
    """The files that the page brings in, by their paths below the folder of the pages."""
    for found in re.finditer(r"^\s*(?:`{3,}|:{3,})\{include\}[ \t]+(?P<path>\S+)", text, re.MULTILINE):
        path = found["path"]
        yield posixpath.normpath(path[1:] if path.startswith("/") else posixpath.join(posixpath.dirname(docname), path))


class _Page:
    def __init__(self, docname: str, text: str, move: Move) -> None:
        self.docname = docname
        self.text = text
        self.rows = lines(text)
        self.move = move
        self.folder = posixpath.dirname(docname)
        self.new_folder = posixpath.dirname(move.new if docname == move.old else docname)

    def edits(self) -> Iterator[Edit]:
        yield from self._front_matter()
        yield from self._entries()
        yield from self._blocks()
        masked = COMMENT.sub(_blank, "".join(self.masked))
        for span in _spans(masked):
            if span["role"]:
                yield from self._role(span["role"], span.start("role"), span.start("body"), span["body"])
            masked = masked[: span.start()] + _blank(span) + masked[span.end() :]
        for pattern in (_LINK, _AUTOLINK):
            for link in pattern.finditer(masked):
                group = "bare" if link["bare"] else "inner"
                yield from self._link(link.start(group), link[group])

    def _front_matter(self) -> Iterator[Edit]:
        """The slugs in the fields of the model that name entries."""
        block = BLOCK.match(self.text)
        try:
            top = compose(self.text)
        except Unreadable:
            return
        for kind, facts in top.value if top and block else ():
            if kind.value not in KINDS or not isinstance(facts, yaml.MappingNode):
                continue
            for key, value in facts.value:
                if self.move.kind is None or REFERENCES.get(key.value) != self.move.kind:
                    continue
                for node in value.value if isinstance(value, yaml.SequenceNode) else [value]:
                    if node.value == self.move.slug:
                        assert block is not None
                        start = block.start("yaml") + node.start_mark.index
                        end = block.start("yaml") + node.end_mark.index
                        inside = self.text.find(self.move.slug, start, end)
                        if inside >= 0:
                            yield inside, inside + len(self.move.slug), self.move.new_slug

    def _entries(self) -> Iterator[Edit]:
        """The slugs in roles and listings."""
        for each in prose.read(self.text).references:
            if (each.target.kind, each.target.slug) == (self.move.kind, self.move.slug):
                start = self.starts[each.line - 1] + each.column - 1
                yield start, start + len(self.move.slug), self.move.new_slug

    @cached_property
    def starts(self) -> list[int]:
        """Where the text's lines begin."""
        return [0, *(ending.end() for ending in re.finditer(r"\r\n?|\n", self.text))]

    def _blocks(self) -> Iterator[Edit]:
        """What directives name in their arguments and options; leaves in ``masked`` what is prose, the rest blank."""
        block = BLOCK.match(self.text)
        self.masked = list(self.text)
        if block:
            self.masked[: block.end()] = " " * block.end()
        number = bisect_right(self.starts, block.end()) if block else 0
        opened: list[str] = []
        while number < len(self.rows):
            row = self.rows[number]
            if opened and closes(_unquoted(row), opened[-1]):
                opened.pop()
                self._hide(number)
            elif fence := FENCE.match(_unquoted(row)):
                number = yield from self._fence(fence, number, opened)
                continue
            elif opened and (option := _OPTION.match(row)):
                yield from self._page(self.starts[number] + option.start("value"), option["value"])
            number += 1

    def _fence(self, fence: re.Match[str], number: int, opened: list[str]) -> Generator[Edit, None, int]:
        """Read a fence's first line, and all of it where that is no prose; gives the line to go on with."""
        row, start = self.rows[number], self.starts[number]
        directive = DIRECTIVE.match(fence["info"])
        name = directive["name"] if directive else ""
        argument = row.index("}", row.index("{")) + 1 if name else len(row)
        self.masked[start : start + argument] = " " * argument
        if name in _OF_FILES | _OF_PAGES:
            yield from self._target(start + argument, row[argument:], self._page if name in _OF_PAGES else self._file)
        if name and name not in _VERBATIM:
            opened.append(fence["mark"])
            return number + 1
        later = range(number + 1, len(self.rows))
        end = next((each for each in later if closes(_unquoted(self.rows[each]), fence["mark"])), len(self.rows))
        for each in range(number, min(end + 1, len(self.rows))):
            self._hide(each)
        if name in {"toctree", "eval-rst"}:
            yield from (self._toctree if name == "toctree" else self._rst)(range(number + 1, end))
        return end + 1

    def _hide(self, number: int) -> None:
        start, length = self.starts[number], len(self.rows[number])
        self.masked[start : start + length] = " " * length

    def _toctree(self, inside: range) -> Iterator[Edit]:
        for number in inside:
            if not self.rows[number].strip().startswith(":"):
                yield from self._target(self.starts[number], self.rows[number], self._page)

    def _rst(self, inside: range) -> Iterator[Edit]:
        for number in inside:
            for role in _RST_ROLE.finditer(self.rows[number]):
                start = self.starts[number] + role.start("body")
                if role["role"] == self.move.kind:
                    yield from self._target(start, role["body"], self._slug)
                else:
                    yield from self._role(role["role"], self.starts[number] + role.start("role"), start, role["body"])

    def _role(self, role: str, at: int, start: int, body: str) -> Iterator[Edit]:
        """The roles that lead to pages by path, and the one that says no kind."""
        if role == "doc":
            yield from self._target(start, body, self._page)
        elif role == "download":
            yield from self._target(start, body, self._file)
        elif role == "any":
            slugs = list(self._target(start, body, self._slug)) if self.move.by_slug else []
            if slugs and not self.move.to_slug:
                yield at, at + len(role), str(self.move.kind)
            yield from slugs or self._target(start, body, self._page)

    def _target(self, start: int, body: str, find: Callable[[int, str], Iterator[Edit]]) -> Iterator[Edit]:
        """What *body* leads to: all of it, or what stands in angle brackets behind a text."""
        titled = _TITLED.fullmatch(body)
        target = titled["target"] if titled else body.strip()
        if target:
            yield from find(start + (titled.start("target") if titled else body.index(target)), target)

    def _slug(self, start: int, target: str) -> Iterator[Edit]:
        if target == self.move.slug:
            yield start, start + len(target), self.move.new_slug

    def _page(self, start: int, target: str) -> Iterator[Edit]:
        """A page's name, absolute or as seen from here."""
        yield from self._path(start, target, is_page=True)

    def _file(self, start: int, target: str) -> Iterator[Edit]:
        yield from self._path(start, target, is_page=False)

    def _link(self, start: int, target: str) -> Iterator[Edit]:
        """The destination of a link: a file, a page, or in MyST any name."""
        scheme = _SCHEME.match(target)
        if scheme and scheme["scheme"] not in _OWN_SCHEMES:
            return
        start, target = (start + scheme.end(), target[scheme.end() :]) if scheme else (start, target)
        if target.removeprefix("#") == self.move.slug and self.move.kind:
            own = target.startswith("#") and any(of_heading(each) == self.move.slug for each in self.headings)
            if self.move.by_slug and not own and not self.move.exists(target):
                hashed = "#" if target.startswith("#") else ""
                new = f"{hashed}{self.move.new_slug}" if self.move.to_slug else f"/{self.move.new}.md"
                yield start, start + len(target), new
                return
        path = target.partition("#")[0]
        if path:
            yield from self._path(start, path, is_page=True)

    @cached_property
    def headings(self) -> tuple[str, ...]:
        return prose.read(self.text).headings

    def _path(self, start: int, path: str, *, is_page: bool) -> Iterator[Edit]:
        """A path that leads to the page that moves, or, on that page, to anything from the folder that it leaves."""
        plain = unquote(path)
        absolute = plain.startswith("/")
        found = posixpath.normpath(plain[1:] if absolute else posixpath.join(self.folder, plain))
        suffix = ".md" if found.endswith(".md") else ""
        if is_page and found.removesuffix(".md") == self.move.old:
            target = self.move.new + suffix
        elif not absolute and self.folder != self.new_folder and self._is_there(found):
            target = found
        else:
            return
        if self.folder == self.new_folder and posixpath.dirname(found) == posixpath.dirname(target):
            # As it was written, but for the name.
            new = plain[: plain.rfind("/") + 1] + posixpath.basename(target)
        else:
            new = f"/{target}" if absolute else posixpath.relpath(target, self.new_folder or ".")
        yield start, start + len(path), quote(new) if "%" in path else new

    def _is_there(self, path: str) -> bool:
        return self.move.exists(path) or self.move.exists(f"{path}.md")


def _unquoted(row: str) -> str:
    """A line without the marks of a quotation."""
    quotation = QUOTATION.match(row)
    return row[quotation.end() :].rstrip() if quotation else row


def _spans(text: str) -> Iterator[re.Match[str]]:
    """Code and roles in *text*; none goes beyond its paragraph."""
    for paragraph in _PARAGRAPH.finditer(text):
        yield from SPAN.finditer(text, paragraph.start(), paragraph.end())


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
