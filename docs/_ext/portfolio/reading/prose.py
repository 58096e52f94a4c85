"""Prose: what a page's Markdown says of entries, found in the text without a parser, a thousand pages in a moment.

Roles in running text and in headings, the slugs in the options and contents of this package's directives, and the
headings. Code, comments, raw HTML and directives that hold no prose are passed over
(https://myst-parser.readthedocs.io/en/latest/syntax/roles-and-directives.html,
https://spec.commonmark.org/0.31.2/#leaf-blocks). What other files bring in is seen by a build alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass

from portfolio.model.entries import SLUG, Key
from portfolio.model.fields import Kind
from portfolio.model.kinds import KINDS

from .markdown import COMMENT, FENCE, HEADING, HTML, ITEM, OPAQUE, QUOTATION, UNDERLINE, closes, lines

DIRECTIVE = re.compile(r"\{(?:portfolio:)?(?P<name>[\w:+-]+)\}")
_OPTION = re.compile(r":(?P<name>[\w-]+):(?:\s+(?P<value>.*))?$")
_OPTION_IN_YAML = re.compile(r"(?P<name>[\w-]+):(?:\s+(?P<value>.*))?$")
SPAN = re.compile(
    r"(?:(?<!\\)\{(?:portfolio:)?(?P<role>[a-z]+)\})?(?<!`)(?P<ticks>`+)(?!`)(?P<body>.+?)(?<!`)(?P=ticks)(?!`)",
    re.DOTALL,
)
_SLUG = re.compile(r"[^\s,'\"]+")
_VERBATIM = {"code", "code-block", "code-cell", "sourcecode", "literalinclude", "math", "raw", "toctree", "eval-rst"}
_LISTINGS = {"timeline", "entries", "skills-index", "abstracts", "deliveries"}
_LISTED = {"at": "employer", "skill": "skill", "skills": "skill"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A place that names an entry.

    :ivar line: from 1.
    :ivar column: that of the slug, from 1.
    :ivar heading: the nearest heading, empty above the first.
    :ivar in_prose: whether a role in the text names it; otherwise it is a directive's option or content.
    :ivar needs_text: whether it is a role in a heading, without a text of its own.
    """

    target: Key
    line: int
    column: int
    heading: str = ""
    in_prose: bool = True
    needs_text: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An option of a listing, with its value as it is written, and where that stands."""

    name: str
    value: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One of this package's directives.

    :ivar line: from 1.
    :ivar has_content: whether it names entries in its content.
    :ivar argument: what stands behind its name.
    :ivar text: its content, where that is plain text.
    """

    directive: str
    line: int
    options: tuple[Option, ...] = ()
    has_content: bool = False
    argument: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """What stands below a page's front matter.

    :ivar references: in the order of the text.
    :ivar headings: their texts.
    """

    references: tuple[Reference, ...] = ()
    headings: tuple[str, ...] = ()
    listings: tuple[Listing, ...] = ()


def read(text: str) -> Prose:
    """Every reference to an entry and every heading in the Markdown *text*; front matter is passed over."""
    scanner = _Scanner(text)
    references = tuple(scanner.references())
    return Prose(references=references, headings=tuple(scanner.headings), listings=tuple(scanner.listings))


class _Scanner:
    """Goes through a page line by line, and through runs of prose span by span."""

    def __init__(self, text: str) -> None:
        self.lines = lines(text)
        self.headings: list[str] = []
        self.listings: list[Listing] = []
        self.open: list[str] = []
        """The marks of the directives whose content is being read, innermost last."""
        self.in_list = False

    def references(self) -> Iterator[Reference]:
        number = self._after_front_matter()
        prose: list[tuple[int, str]] = []
        while number < len(self.lines):
            line, bare = self.lines[number], self._bare(number)
            behind = self._behind_opaque(number, after_prose=bool(prose))
            fence = FENCE.match(bare)
            if prose and UNDERLINE.match(line):
                yield from self._heading(prose)
                prose, number = [], number + 1
            elif behind == number and bare and not (fence or HEADING.match(line) or bare.startswith("%")):
                prose.append((number, line))
                number += 1
            else:
                yield from self._roles(prose)
                prose = []
                if behind > number:
                    number = behind
                elif HEADING.match(line):
                    yield from self._heading([(number, line)])
                    number += 1
                elif fence:
                    number = yield from self._fence(fence, number)
                else:
                    number += 1
        yield from self._roles(prose)

    def _bare(self, number: int) -> str:
        """A line without the marks of a quotation."""
        line = self.lines[number]
        quotation = QUOTATION.match(line)
        return line[quotation.end() :].rstrip() if quotation else line

    def _after_front_matter(self) -> int:
        if self.lines and re.fullmatch(r"-{3,}\s*", self.lines[0]):
            for number, line in enumerate(self.lines[1:], 1):
                if re.fullmatch(r"-{3,}\s*", line):
                    return number + 1
        return 0

    def _behind_opaque(self, number: int, *, after_prose: bool) -> int:
        """The line behind a comment, raw HTML or indented code that begins here; this line where none does."""
        line = self.lines[number]
        for opening, closing in OPAQUE:
            if opening.match(line):
                return self._first(number, lambda text, end=closing: end.search(text) is not None) + 1  # type: ignore[misc]
        if not line.strip():
            return number
        self.in_list = bool(ITEM.match(line)) or (self.in_list and (after_prose or line[0].isspace()))
        if after_prose:
            return number
        if HTML.match(line):
            return self._first(number, lambda text: not text.strip())
        if line.startswith(("    ", "\t")) and not self.in_list:
            return self._first(number, lambda text: bool(text.strip()) and not text.startswith(("    ", "\t")))
        return number

    def _first(self, number: int, is_end: Callable[[str], bool]) -> int:
        later = range(number, len(self.lines))
        return next((each for each in later if is_end(self.lines[each])), len(self.lines))

    def _fence(self, fence: re.Match[str], number: int) -> Generator[Reference, None, int]:
        """Read a fence's options and content as far as they name entries; gives the line to go on with.

        A directive that holds prose is entered, everything else is passed over.
        """
        if self.open and closes(fence[0], self.open[-1]):
            self.open.pop()
            return number + 1
        directive = DIRECTIVE.match(fence["info"])
        if directive and directive["name"] not in _VERBATIM | _LISTINGS | {"bio"}:
            self.open.append(fence["mark"])
            line = self.lines[number]
            argument = line.index("}", line.index(fence["mark"])) + 1
            yield from self._roles([(number, " " * argument + line[argument:])])
            return number + 1
        later = range(number + 1, len(self.lines))
        end = next((each for each in later if closes(self._bare(each), fence["mark"])), len(self.lines))
        if directive and directive["name"] in _LISTINGS:
            yield from self._listing(directive["name"], number + 1, end)
        elif directive and directive["name"] == "bio":
            text = "\n".join(map(self._bare, later[: end - number - 1]))
            wanted = fence["info"][directive.end() :].strip()
            self.listings.append(Listing(directive="bio", line=number + 1, argument=wanted, text=text))
        return end + 1

    def _listing(self, directive: str, start: int, end: int) -> Iterator[Reference]:
        """The slugs in the options and the content of a listing."""
        options: list[Option] = []
        kind, has_content = "", False
        in_yaml = start < end and self._bare(start) == "---"
        for number in range(start + in_yaml, end):
            line, bare = self.lines[number], self._bare(number)
            if in_yaml and bare == "---":
                in_yaml = False
                continue
            found = (_OPTION_IN_YAML if in_yaml else _OPTION).match(bare)
            offset = line.index(bare)
            if found is None:
                has_content = has_content or bool(bare)
                if bare and kind in _KIND:
                    yield self._reference(kind, bare, number, offset, in_prose=False)
                continue
            name, value = found["name"], re.split(r"(?:^|\s)#", found["value"] or "")[0].strip().strip("'\"")
            offset += max(found.start("value"), 0)
            options.append(Option(name=name, value=value, line=number + 1, column=offset + 1))
            if name == "kind":
                kind = value
            for slug in _SLUG.finditer(found["value"] or "") if name in _LISTED else ():
                # Others the directive does not take, nor what is a comment.
                if SLUG.fullmatch(slug[0]) and slug[0] in re.split(r"[\s,]+", value):
                    yield self._reference(_LISTED[name], slug[0], number, offset + slug.start(), in_prose=False)
        self.listings.append(Listing(directive=directive, line=start, options=tuple(options), has_content=has_content))

    def _heading(self, lines: list[tuple[int, str]]) -> Iterator[Reference]:
        text = " ".join(line.strip() for _, line in lines)
        heading = HEADING.match(text)
        self.headings.append(_plain(heading["text"].rstrip().rstrip("#") if heading else text))
        yield from self._roles(lines, in_heading=True)

    def _roles(self, prose: list[tuple[int, str]], *, in_heading: bool = False) -> Iterator[Reference]:
        """The roles in one run of prose, which may go over the ends of lines."""
        text = "\n".join(line for _, line in prose)
        if "{" not in text:
            return
        text = COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), text)
        for span in SPAN.finditer(text):
            if span["role"] not in KINDS:
                continue
            if span["body"].startswith("!"):  # Sphinx makes no reference of it
                continue
            offset = _target(span["body"])
            titled, slug = offset > 0, span["body"][offset:].removesuffix(">" if offset else "")
            at = span.start("body") + offset
            row = text.count("\n", 0, at)
            column = at - (text.rfind("\n", 0, at) + 1)
            needs_text = in_heading and not titled
            yield self._reference(span["role"], slug, prose[row][0], column, needs_text=needs_text)

    def _reference(
        self, kind: str, slug: str, number: int, offset: int, *, in_prose: bool = True, needs_text: bool = False
    ) -> Reference:
        return Reference(
            target=Key(_KIND[kind], slug),
            line=number + 1,
            column=offset + 1,
            heading=self.headings[-1] if self.headings else "",
            in_prose=in_prose,
            needs_text=needs_text,
        )


_KIND: dict[str, Kind] = {kind: kind for kind in KINDS}


def _target(body: str) -> int:
    """Where in a role's *body* its target begins, if it has a text of its own, as in ``text <target>``; else 0."""
    opening = body.rfind("<")
    return opening + 1 if body.endswith(">") and body[: max(opening, 0)].strip() else 0


def _plain(markdown: str) -> str:
    """A heading's text without the marks of roles and emphasis."""

    def shown(span: re.Match[str]) -> str:
        offset = _target(span["body"])
        return span["body"][: offset - 1].rstrip() if offset else span["body"]

    return re.sub(r"[`*_]", "", SPAN.sub(shown, markdown)).strip()
