"""Finds the headings, roles, links and directives of a page as MyST does, each with its line and column.

The content of directives is parsed as MyST parses it: by itself, with the options taken off. Places are carried back
from there, and from quotations, lists and tables, by the way in which text is cut out of lines: from the left.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice, pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from . import restructured
from .directive_syntax import (
    OF_MARKDOWN,
    VERBATIM,
    WITHOUT_ARGUMENT,
    WITHOUT_BLOCKS,
    WITHOUT_OPTIONS,
    read_options,
)
from .elements import Directive, Element, Heading, Label, Link, Role
from .excerpt import Excerpt
from .markdown_rules import EXTENSIONS, parser
from .yaml_nodes import Place

_DIRECTIVE = re.compile(r"\{[\w:+-]+\}")
_DOMAIN = re.compile("(?:portfolio|std):")
_DEFINITION = re.compile(r"\[(?:\\.|[^\[\]\\])*\]:[\s>]*(?:<(?P<inner>[^<>\n]*)>|(?P<bare>\S+))", re.DOTALL)
_IMAGE = re.compile(r"<img\b[^<>]*?\ssrc\s*+=\s*+[\"']?(?P<src>[^\"'\s<>]+)", re.IGNORECASE)
_ADMONITION = re.compile(
    r"\s*<div\b(?:(?!\sclass\s*=)[^<>])*+\sclass\s*=\s*[\"']?[^\"'<>]*?(?<![\w-])admonition(?![\w-])", re.IGNORECASE
)
"""What MyST reads as a directive of that name, if it is asked to."""
_TITLED = {"csv-table", "figure", "list-table", "table"}
"""Directives to whose labels references without a text can lead."""
_TEXTS = {"text", "text_special", "code_inline", "math_inline"}
LINES, CHARACTERS = 5_000, 250_000
"""The longest page that is read: lines of a few characters take markdown-it-py up to 0.1 ms each, and links 0.1 ms."""
_DEPTH = 10
"""How deep directives in directives are read: the innermost are parsed once for each around them."""


def markup(text: str) -> str:
    """The first block or inline element in *text* that Markdown would show as other than its words; empty for none."""
    md = parser(EXTENSIONS)
    for block in md.parse(text):
        if block.type == "inline":
            tokens: list[Token] = []
            md.inline.parse(block.content, md, {}, tokens)
            if any(token.type not in {"text", "softbreak"} for token in tokens):
                return block.content
        elif not block.type.startswith("paragraph_"):
            return text.splitlines()[block.map[0]].strip() if block.map else text
    return ""


def lines(text: str) -> list[str]:
    """The lines of *text*, as Markdown ends them (https://spec.commonmark.org/0.31.2/#line-ending)."""
    return re.split(r"\r\n?|\n", text)


def excess(text: str) -> str:
    """Why the page *text* is too long to be read, and the way out; empty where it is not."""
    rows = 1 + text.count("\n") + text.count("\r") - text.count("\r\n")
    for count, most, what in ((len(text), CHARACTERS, "characters"), (rows, LINES, "lines")):
        if count > most:
            return f"the page has {count:,} {what}, and one of more than {most:,} is not read; make several of it"
    return ""


def read(text: str, extensions: frozenset[str] = EXTENSIONS) -> list[Element]:
    """What the page *text* holds, in its order; a heading and a directive come before what is in them.

    Nothing of a page that is too long is read.

    :param extensions: those of MyST that are on.
    """
    if excess(text):
        return []
    rows = lines(text.replace("\0", "\ufffd"))  # as markdown-it-py has it
    marked = rows[0].startswith("\ufeff")  # which Sphinx takes off
    rows[0] = rows[0][marked:]
    reader = _Reader(parser(extensions), extensions)
    reader.blocks(Excerpt(rows, [(1, 1 + marked), *((row, 1) for row in range(2, len(rows) + 1))]))
    return reader.found


class _Reader:
    def __init__(self, parser: MarkdownIt, extensions: frozenset[str]) -> None:
        self.parser = parser
        self.extensions = extensions
        self.found: list[Element] = []
        self.env: dict[str, Any] = {}  # links' definitions, which directives share with what is around them

    def blocks(self, source: Excerpt, depth: int = 0) -> None:
        """Read a page, or the content of a directive at some *depth*, block by block."""
        if depth > _DEPTH:
            return
        row, column = -1, 0
        names: list[str] = []  # of what comes next
        for before, token in pairwise([Token("", "", 0), *self.parser.parse(f"{source.text}\n", self.env)]):
            first, end = token.map or (0, 0)
            if name := token.content if token.type == "myst_target" else token.attrs.get("id"):
                names.append(str(name))
            if token.type != "myst_target":
                has_title = token.type == "heading_open"
                self.found += (Label(name=name, has_title=has_title) for name in names)
                names = []
            if token.type in {"fence", "colon_fence"}:
                self._fence(source, first, token, depth + 1)
            elif token.type == "html_block":
                self._html(source[first:end])
            elif token.type == "definition":
                self._definition(source[first:end], token.meta["label"])
            elif token.type == "inline" and before.type in {"th_open", "td_open"}:
                # In a row, cells stand in their order, and what is a bar in one is escaped, even in code.
                row, column = first, column if first == row else 0
                written = token.content.replace("|", r"\|")
                start = max(source.lines[row].find(written, column), 0)
                column = start + len(written)
                self._text(source.within(row, start, written), token.content)
            elif token.type == "inline":
                heading = before if before.type == "heading_open" else None
                self._text(_paragraph(source, first, token.content), token.content, heading, is_page=depth == 0)

    def _text(self, source: Excerpt, text: str, heading: Token | None = None, *, is_page: bool = False) -> None:
        """Read the *text* of a paragraph, a heading or a cell.

        :param source: the same as it is written, where bars may be escaped.
        """
        self._images(source)
        is_marked = "](" in text or ("<" in text and ":" in text) or ("{" in text and "#" in text)
        if not (heading or "`" in text or is_marked):
            return
        tokens: list[Token] = []
        self.parser.inline.parse(text, self.parser, self.env, tokens)
        if heading:
            is_section = is_page and heading.level == 0
            self.found.append(Heading(text="".join(map(_shown, tokens)).strip(), is_section=is_section))

        bars = [at for at, char in enumerate(text) if char == "|"] if len(text) != len(source.text) else []

        def place(offset: int) -> Place:
            return source.place(offset + bisect_left(bars, offset))

        for token, after in pairwise([*tokens, Token("", "", 0)]):
            if "id" in token.attrs:
                self.found.append(Label(name=str(token.attrs["id"]), has_title=False))
            if "end" in token.meta:
                at, end = token.meta["at"], token.meta["end"]
                has_text = (token.type, after.type) != ("link_open", "link_close")
                in_heading = heading is not None
                link = Link(target=text[at:end], place=place(at), has_text=has_text, in_heading=in_heading)
                self.found.append(link)
            elif token.type == "myst_role" and not token.content.startswith("!"):  # with it, Sphinx makes no reference
                target, offset = _target(token.content)
                domain = _DOMAIN.match(token.meta["name"])
                self.found.append(
                    Role(
                        name=_name(token.meta["name"]),
                        named=place(token.meta["named"] + (domain.end() if domain else 0)),
                        target=target,
                        place=place(token.meta["at"] + offset),
                        has_text=offset > 0,
                        in_heading=heading is not None,
                    )
                )

    def _html(self, source: Excerpt) -> None:
        """Read a block of HTML: its images, and the content of an admonition, where MyST reads that as Markdown."""
        if "html_admonition" in self.extensions and _ADMONITION.match(source.text):
            self._text(source, source.text)
        else:
            self._images(source)

    def _images(self, source: Excerpt) -> None:
        """Find the files of images in HTML, where MyST reads them as its own."""
        for found in _IMAGE.finditer(source.text) if "html_image" in self.extensions else ():
            self.found.append(Link(target=found["src"], place=source.place(found.start("src"))))

    def _definition(self, source: Excerpt, label: str) -> None:
        """Find the destination of a link's definition, which begins on the first line."""
        start = source.lines[0].find(f"[{label.partition(chr(10))[0]}")
        for found in islice(_DEFINITION.finditer(source.text, max(start, 0)), 1):
            group = "bare" if found["bare"] else "inner"
            self.found.append(Link(target=found[group], place=source.place(found.start(group))))

    def _fence(self, source: Excerpt, first: int, token: Token, depth: int) -> None:
        name, argument = (*token.info.strip().split(maxsplit=1), "", "")[:2]
        content = token.content.removesuffix("\n").split("\n") if token.content else []
        body = source.ends(content, first + 1)
        if not _DIRECTIVE.fullmatch(name):
            if token.type == "colon_fence":
                self.blocks(body, depth)
            return
        name, body = _name(name[1:-1]), body.split()
        options, body = read_options(body) if name not in WITHOUT_OPTIONS else ((), body)
        start = source[first : first + 1].ends([argument])
        line = start.places[0][0]
        self.found.append(Directive(name=name, line=line, argument=start, options=options, body=body))
        has_title = name in _TITLED or any(option.name == "caption" for option in options)
        self.found += (Label(name=option.value, has_title=has_title) for option in options if option.name == "name")
        for option in options if name in OF_MARKDOWN else ():
            if option.name in OF_MARKDOWN[name]:
                self._text(option.written, option.written.text)
        if name == "eval-rst":
            self.found += restructured.read(body)
        if name in VERBATIM:
            return
        if name in WITHOUT_ARGUMENT and argument:
            body = start + body
        elif argument:
            self._text(start, argument)
        if name in WITHOUT_BLOCKS:
            self._text(body, body.text)
        else:
            self.blocks(body, depth)


def _paragraph(source: Excerpt, first: int, text: str) -> Excerpt:
    """The *text* of a paragraph or heading, which begins on the line *first*.

    Above it may stand blanks that are none to Markdown, but that markdown-it-py strips.
    """
    texts = text.split("\n")
    stripped = [line.strip() for line in texts]
    for number in range(first, len(source.lines)):
        rows = source.lines[number : number + len(texts)]
        if len(texts) == 1 and text in rows[0]:
            return source.within(number, rows[0].rfind(text), text)
        if len(texts) > 1 and all(row.rstrip().endswith(line) for row, line in zip(rows, stripped, strict=False)):
            return source.ends(texts, number)
    return source.ends(texts, first)


def _name(written: str) -> str:
    """A role's or directive's name, as Sphinx looks it up."""
    return _DOMAIN.sub("", written.lower(), count=1)


def _target(body: str) -> tuple[str, int]:
    """What a role's *body* refers to, and where in it that begins if a text stands before it, as in ``text <target>``.

    As in ``sphinx.util.nodes.explicit_title_re``, but in linear time.
    """
    opening = body.rfind("<")
    offset = opening + 1 if body.endswith(">") and opening > 0 else 0
    return re.sub(r"\s+", " ", body[offset:-1] if offset else body), offset


def _shown(token: Token) -> str:
    """What a heading shows of a token, as far as that is known before references are resolved."""
    if token.type == "myst_role":
        target, offset = _target(token.content)
        return token.content[: offset - 1].rstrip() if offset else target.removeprefix("!")
    if token.type == "footnote_ref":
        return str(token.meta["label"]) if token.meta["label"].isdigit() else ""
    if token.type == "image":
        return "".join(map(_shown, token.children or ()))
    return " " if token.type in {"softbreak", "hardbreak"} else token.content if token.type in _TEXTS else ""
