"""What an import has to say: what was decided, and what was left out; as lines for the terminal, and as a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from portfolio.commands.site import as_markdown, page
from portfolio.reading.yaml_nodes import showable

from .tree import Node

_LONGEST = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something to be known of a value.

    :ivar shown: the value, as far as it is for everyone to read.
    :ivar left_out: whether it is in no page now; otherwise it is, as the message says.
    """

    file: str
    line: int
    column: int
    path: str
    shown: str
    message: str
    left_out: bool


@dataclass(slots=True)
class Notes:
    """Gathers notes, each of a value once with the same message."""

    found: dict[Note, None] = field(default_factory=dict)

    def left_out(self, node: Node, reason: str) -> None:
        """Note that a value is in no page."""
        self._add(node.take(), reason, left_out=True)

    def secret(self, reason: str, *nodes: Node | None) -> None:
        """Note that values are in no page, nor shown: street, postcode, references, …."""
        for node in filter(None, nodes):
            self._add(node.take(), reason, left_out=True, secret=True)

    def decided(self, node: Node, message: str) -> None:
        """Note what was made of a value that could have been meant otherwise."""
        self._add(node, message, left_out=False)

    def _add(self, node: Node, message: str, *, left_out: bool, secret: bool = False) -> None:
        shown = "" if secret or node.pairs else ", ".join(leaf.text for leaf in node.leaves() if leaf.text)
        note = Note(
            file=node.file,
            line=node.line,
            column=node.column,
            path=_line(node.path),
            shown=_line(shown),
            message=_line(message),
            left_out=left_out,
        )
        self.found[note] = None


def _line(text: str) -> str:
    return " ".join(showable(text, "\ufffd").split())


def lines(notes: Iterable[Note], file: str) -> Sequence[str]:
    """A line a note, by place, in the form of compilers: what was left out, then what was decided."""
    return [
        f"{_place(each, file)}: {'left out' if each.left_out else 'decided'}: {each.path}"
        f"{f' “{cut(each.shown)}”' if each.shown else ''}: {each.message}"
        for each in _sorted(notes)
    ]


def report_page(notes: Iterable[Note], file: str, written: Iterable[str]) -> str:
    """The page ``imported.md``, which no other page leads to and no search finds."""
    ordered = _sorted(notes)
    groups = [
        ("Left out", "These values are in no page.", [each for each in ordered if each.left_out]),
        (
            "Decided",
            "These could be meant otherwise. See whether they are right.",
            [each for each in ordered if not each.left_out],
        ),
    ]
    parts = [f"Made from {_code(file)}. Remove this page once you have read it."]
    for heading, meaning, of in groups:
        if of:
            parts += [f"## {heading}", meaning, "\n".join(f"- {_item(each)}" for each in of)]
    parts += ["## Pages", "\n".join(f"- {_code(name)}" for name in written)]
    return page({"title": "Import report", "visibility": "unlisted"}, *parts)


def _item(note: Note) -> str:
    value = f" {_code(cut(note.shown, 600))}" if note.shown else ""
    return f"{_code(note.path)}, line {note.line}, column {note.column}:{value} — {as_markdown(note.message)}"


def _sorted(notes: Iterable[Note]) -> list[Note]:
    return sorted(notes, key=lambda each: (not each.left_out, each.file, each.line, each.column))


def _place(note: Note, file: str) -> str:
    return f"{f'{file}/{note.file}' if note.file else file}:{note.line}:{note.column}"


def cut(text: str, longest: int = _LONGEST) -> str:
    """*text*, its end left out where it is too long to be shown."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _code(text: str) -> str:
    """*text* as a code span, whatever backticks it holds (https://spec.commonmark.org/0.31.2/#code-spans)."""
    marks = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{marks}{pad}{text}{pad}{marks}"
