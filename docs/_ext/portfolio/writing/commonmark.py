"""Markdown as it is written: texts, links, lists and tables that every parser takes for what they are meant to be.

The syntax is that of CommonMark (https://spec.commonmark.org/0.31.2/), with the tables and the footnotes of GitHub's
(https://github.github.com/gfm/#tables-extension-). A character gets a backslash only where it could be markup.
Blocks stand on one line, but for hard breaks: where a source breaks its lines means nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from string import punctuation
from typing import Literal
from urllib.parse import quote

BREAK = "\\\n"
"""A line that ends where it is meant to."""
_MARKUP = re.compile(
    r"[`*\[\]~]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # within a word it is no mark of emphasis
    r"|\\(?=[\s!-/:-@\[-`{-~]|$)"
    r"|<(?=[A-Za-z/!?]|$)"
    r"|&(?=[#\w]*(?:;|$))"
)
_ACTIVE = re.compile(r"[`*\[\]~_\\<&]")
"""What is looked for first, for there is none of it in most texts."""
_START = re.compile(
    r"(?P<before>\d{1,9})(?=[.)](?:\s|$))"  # a list's number
    r"|(?P<note>\[\^[^\]]*\])(?=:)"  # a footnote
    r"|(?=[-+](?:\s|$)|#{1,6}(?:\s|$)|>|[-=:|][-=:|\s]*$)"  # lists, headings, quotations, lines below others
)
_ADDRESS = re.compile(r"[()<>]|\\|&(?=[#\w]*;)")
_FOREIGN = re.compile(r"[^\w.+#-]")
"""What is in no name of a language or a footnote."""
_UNWANTED = re.compile(r"\s*(?:javascript|vbscript|file|data):", re.IGNORECASE)
_BY_ITSELF = re.compile(r"(?:https?|mailto):[^\s<>\x00-\x20\x7f\\]+")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line.

    :ivar text: in Markdown; of code, the code.
    :ivar mark: what stands on both sides of it.
    """

    text: str
    mark: Literal["", "**", "_", "`"] = ""


@dataclass(frozen=True, slots=True)
class List:
    """A list.

    :ivar items: the blocks of each.
    :ivar start: the number of the first item; None where they have none.
    """

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None


Block = str | List


def escape(text: str) -> str:
    """*text* as it is to be read; all white space is a space."""
    text = re.sub(r"\s+", " ", text)
    return _MARKUP.sub(r"\\\g<0>", text) if _ACTIVE.search(text) else text


def code(text: str) -> str:
    """*text* as code within a line (https://spec.commonmark.org/0.31.2/#code-spans)."""
    text = re.sub(r"\s", " ", text)
    fence = "`" * (_longest(text) + 1)
    stripped = text.strip(" ") and text[0] == text[-1] == " "
    pad = " " if stripped or text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def link(text: str, address: str) -> str:
    """A link; only its *text*, where a program would be run or a file be opened."""
    return text if _UNWANTED.match(address) else f"[{text}]({_address(address)})"


def autolink(address: str) -> str | None:
    """A link that shows its own address; None where that cannot be written as one."""
    return f"<{address}>" if _BY_ITSELF.fullmatch(address) else None


def image(text: str, address: str) -> str:
    """A picture, or the text in its place."""
    return text if _UNWANTED.match(address) else f"![{text}]({_address(address)})"


def joined(runs: Iterable[Run]) -> str:
    """One line of *runs*. Where a mark would not be taken for one, as within a word, it is left out.

    See https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis: beside white space and punctuation a mark is
    always one, and "**" beside a letter in it too. A mark never touches another.
    """
    found = _merged(runs)
    if len(found) == 1 and not found[0].mark:
        return found[0].text.strip()
    out = ""
    marked = False
    for run, after in pairwise([*found, Run("")]):
        following = after.text[:1] if after.mark != "`" else "`"
        text = code(run.text) if run.mark == "`" else run.text
        core = text.strip(" ")
        is_marked = bool(core) and run.mark not in {"", "`"} and not (marked and text[0] != " ")
        if is_marked:
            before = " " if text[0] == " " else out[-1:]
            following = " " if text[-1] == " " else following
            is_marked = _opens(before, run.mark, core[0]) and _opens(following, run.mark, core[-1])
        if is_marked:
            text = text.replace(core, f"{run.mark}{core}{run.mark}", 1)
        if out.endswith("!") and text.startswith("["):
            out = f"{out[:-1]}\\!"
        if not out or out[-1].isspace():
            text = text.lstrip(" ")
        out += text
        marked = is_marked and not text.endswith(" ")
    return out.rstrip()


def paragraph(text: str) -> str:
    """Lines as a paragraph, so that none is taken for the beginning of something else."""
    return "\n".join(_START.sub(r"\g<0>\\", line, count=1) if _START.match(line) else line for line in text.split("\n"))


def heading(level: int, text: str) -> str:
    """A heading; *level* is at most 6."""
    text = one_line(text)
    if re.search(r"(?:^|\s)#+$", text):
        text = f"{text[:-1]}\\#"
    return f"{'#' * min(level, 6)} {text}"


def fenced(text: str, language: str = "") -> str:
    """*text* as a block of code."""
    fence = "`" * max(3, _longest(text) + 1)
    return f"{fence}{_FOREIGN.sub('', language)}\n{text}\n{fence}"


def quotation(text: str) -> str:
    """Blocks as a quotation."""
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def footnote(label: str, text: str) -> str:
    """Blocks as a footnote."""
    return _indented(f"{reference(label)}: ", text, 4)


def reference(label: str) -> str:
    """What leads to a footnote."""
    return f"[^{_FOREIGN.sub('', label)}]"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of lines; all rows are as long as the *head*, which may be empty."""
    lines = [head, ["---"] * len(head), *rows]
    cells = ([one_line(cell).replace("|", "\\|") for cell in line] for line in lines)
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)


def one_line(text: str) -> str:
    """A line without hard breaks."""
    return text.replace(BREAK, " ")


def stacked(blocks: Iterable[Block], between: str = "\n\n") -> str:
    """Blocks one below the other. A list right after another has other marks: that makes it one of its own."""
    parts: list[str] = []
    previous: Block = ""
    other = False
    for block in blocks:
        if isinstance(block, List):
            same = isinstance(previous, List) and (previous.start is None) == (block.start is None)
            other = same and not other
            parts.append(_list(block, other=other))
        else:
            parts.append(block)
        previous = block
    return between.join(parts)


def _list(block: List, *, other: bool) -> str:
    items = []
    for number, item in enumerate(block.items, block.start or 0):
        mark = f"{number}{')' if other else '.'}" if block.start is not None else "*" if other else "-"
        items.append(_indented(f"{mark} ", stacked(item, "\n" if _is_tight(item) else "\n\n"), len(mark) + 1))
    return ("\n" if all(map(_is_tight, block.items)) else "\n\n").join(items)


def _is_tight(item: Sequence[Block]) -> bool:
    """Whether an item is a line with lists below that can follow it directly; only those without numbers can."""
    return all(isinstance(block, List) and block.start is None for block in item[1:])


def _indented(first: str, text: str, width: int) -> str:
    return first + "\n".join(f"{' ' * width}{line}" if line else "" for line in text.split("\n")).removeprefix(
        " " * width
    )


def _merged(runs: Iterable[Run]) -> list[Run]:
    """*runs* without those that are empty; code beside code would have marks beside marks."""
    found: list[Run] = []
    for run in runs:
        if run.mark == "`" and found and found[-1].mark == "`":
            found[-1] = Run(found[-1].text + run.text, "`")
        elif run.text:
            found.append(run)
    return found


def _opens(outside: str, mark: str, inside: str) -> bool:
    """Whether a mark between these characters is taken for one; none is the end of a line."""
    clear = not outside.strip() or outside in punctuation or unicodedata.category(outside).startswith("P")
    return clear or (mark == "**" and inside.isalnum())


def _address(address: str) -> str:
    address = re.sub(r"[\s\x00-\x20\x7f]", lambda char: quote(char[0]), address)
    return _ADDRESS.sub(r"\\\g<0>", address)


def _longest(text: str) -> int:
    """The length of the longest run of backticks."""
    return max(map(len, re.findall("`+", text)), default=0)
