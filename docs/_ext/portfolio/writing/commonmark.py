"""Writes Markdown that every parser reads as it is meant: CommonMark, with GitHub's tables and footnotes.

See https://spec.commonmark.org/0.31.2/ and https://github.github.com/gfm/#tables-extension-. A character is escaped
only where it could be markup. A block is one line, except for hard breaks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from string import punctuation
from typing import Literal
from urllib.parse import quote

BREAK = "\\\n"
"""A hard line break."""
_MARKUP = re.compile(
    r"[`*\[\]~]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # within a word it does not emphasize
    r"|\\(?=[\s!-/:-@\[-`{-~]|$)"
    r"|<(?=[A-Za-z/!?]|$)"
    r"|&(?=[#\w]*(?:;|$))"
)
_ACTIVE = re.compile(r"[`*\[\]~_\\<&]")
"""A quick check: most texts have none of these."""
_START = re.compile(
    r"(?P<before>\d{1,9})(?=[.)](?:\s|$))"  # a list's number
    r"|(?P<note>\[\^[^\]]*\])(?=:)"  # a footnote
    r"|(?=[-+](?:\s|$)|#{1,6}(?:\s|$)|>|[-=:|][-=:|\s]*$)"  # lists, headings, quotations, lines below others
)
_IN_URL = re.compile(r"[()<>]|\\|&(?=[#\w]*;)")
_FOREIGN = re.compile(r"[^\w.+#-]")
"""Characters that the name of a language or a footnote does not contain."""
_LITERAL = r"\\.|(?P<code>`+)(?!`).*?(?<!`)(?P=code)(?!`)"
"""What is escaped, and code, fenced too: it may look like a link."""
_LINK = re.compile(rf"{_LITERAL}|(?P<start>!?\[)|(?P<end>\])(?:\((?P<url>(?:\\.|[^\\()\s])*+)\))?", re.DOTALL)
"""The start or the end of a link or an image. Whole ones in one pattern can take exponential time."""
_NOTE = re.compile(rf"{_LITERAL}|\[\^(?P<label>[^\\\[\]\s]+)\]", re.DOTALL)
"""The label of a footnote."""
_LISTED = re.compile(r" *(?:[-*|]|\d+[.)])")
"""What lines of lists and tables begin with."""
_UNWANTED = re.compile(r"\s*(?:javascript|vbscript|file|data):", re.IGNORECASE)
_BY_ITSELF = re.compile(r"(?:https?|mailto):[^\s<>\x00-\x20\x7f\\]+")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line.

    :ivar text: in Markdown; of code, the code itself.
    :ivar mark: the delimiter on both sides of it.
    """

    text: str
    mark: Literal["", "**", "_", "`"] = ""


@dataclass(frozen=True, slots=True)
class List:
    """A list.

    :ivar items: the blocks of each.
    :ivar start: number of the first item; None for bullets.
    """

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None


Block = str | List


def escape(text: str) -> str:
    """*text*, escaped so that it is read literally; all white space becomes a space."""
    text = re.sub(r"\s+", " ", text)
    return _MARKUP.sub(r"\\\g<0>", text) if _ACTIVE.search(text) else text


def code(text: str) -> str:
    """*text* as a code span (https://spec.commonmark.org/0.31.2/#code-spans)."""
    text = re.sub(r"\s", " ", text)
    fence = "`" * (_longest(text) + 1)
    stripped = text.strip(" ") and text[0] == text[-1] == " "
    pad = " " if stripped or text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def link(text: str, url: str) -> str:
    """A link; only its *text* for schemes that run a script or open a file."""
    return text if _UNWANTED.match(url) else f"[{text}]({_url(url)})"


def struck(text: str) -> str:
    """Struck *text*; as it is where it is empty or struck already, as four tildes would begin a code block."""
    return f"~~{text}~~" if text and not text.startswith("~~") else text


def without_links(markdown: str, is_told: Callable[[str], bool]) -> str:
    """*markdown* as this module writes it, with the texts alone of links and images.

    :param is_told: whether a link stays, by its URL, where a list or a table leads to it.
    """
    cuts: list[tuple[int, int]] = []
    opened: list[tuple[re.Match[str], int]] = []
    line = before = 0
    for found in _LINK.finditer(markdown):
        line = markdown.rfind("\n", before, found.start()) + 1 or line
        before = found.start()
        if found["start"]:
            opened.append((found, line))
        elif found["end"] and opened:
            start, beginning = opened.pop()
            if found["url"] is not None and not (_LISTED.match(markdown, beginning) and is_told(found["url"])):
                cuts += [start.span(), found.span()]
    ends = iter([0, *chain.from_iterable(sorted(cuts)), len(markdown)])
    return "".join(markdown[start:end] for start, end in zip(ends, ends, strict=True))


def relabelled(markdown: str, prefix: str) -> str:
    """*markdown* as this module writes it, with *prefix* before the labels of footnotes."""
    return _NOTE.sub(lambda found: reference(prefix + found["label"]) if found["label"] else found[0], markdown)


def autolink(url: str) -> str | None:
    """A link that shows its own URL; None if that cannot be an autolink."""
    return f"<{url}>" if _BY_ITSELF.fullmatch(url) else None


def image(text: str, url: str) -> str:
    """An image; only its alternative *text* for schemes that run a script or open a file."""
    return text if _UNWANTED.match(url) else f"![{text}]({_url(url)})"


def joined(runs: Iterable[Run]) -> str:
    """One line of *runs*. A delimiter that would not be read as one, as within a word, is left out.

    See https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis: a delimiter always works beside white space
    and punctuation, and "**" also inside a word next to a letter. Delimiters never touch.
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
    """Lines as a paragraph, escaped so that none begins another block."""
    return "\n".join(_START.sub(r"\g<0>\\", line, count=1) if _START.match(line) else line for line in text.split("\n"))


def heading(level: int, text: str) -> str:
    """A heading; *level* is at most 6."""
    text = one_line(text)
    if re.search(r"(?:^|\s)#+$", text):
        text = f"{text[:-1]}\\#"
    return f"{'#' * min(level, 6)} {text}"


def fenced(text: str, language: str = "") -> str:
    """*text* as a fenced code block."""
    fence = "`" * max(3, _longest(text) + 1)
    return f"{fence}{_FOREIGN.sub('', language)}\n{text}\n{fence}"


def quotation(text: str) -> str:
    """Blocks as a block quote."""
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def footnote(label: str, text: str) -> str:
    """Blocks as a footnote."""
    return _indented(f"{reference(label)}: ", text, 4)


def reference(label: str) -> str:
    """A reference to a footnote."""
    return f"[^{_FOREIGN.sub('', label)}]"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of one-line cells. All rows are as long as *head*, whose cells may be empty."""
    lines = [head, ["---"] * len(head), *rows]
    cells = ([one_line(cell).replace("|", "\\|") for cell in line] for line in lines)
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)


def one_line(text: str) -> str:
    """A line without hard breaks."""
    return text.replace(BREAK, " ")


def stacked(blocks: Iterable[Block], between: str = "\n\n") -> str:
    """Blocks below one another. A list right after another gets other bullets, which keeps the two apart."""
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
        text = stacked(item, "\n" if _is_tight(item) else "\n\n")
        items.append(_indented(f"{mark} ", text, len(mark) + 1).rstrip(" "))
    return ("\n" if all(map(_is_tight, block.items)) else "\n\n").join(items)


def _is_tight(item: Sequence[Block]) -> bool:
    """Whether an item is a line that lists may follow without a blank line; only bullet lists may."""
    return all(isinstance(block, List) and block.start is None for block in item[1:])


def _indented(first: str, text: str, width: int) -> str:
    return first + "\n".join(f"{' ' * width}{line}" if line else "" for line in text.split("\n")).removeprefix(
        " " * width
    )


def _merged(runs: Iterable[Run]) -> list[Run]:
    """*runs* without empty ones, and with adjacent code joined, since its delimiters would touch."""
    found: list[Run] = []
    for run in runs:
        if run.mark == "`" and found and found[-1].mark == "`":
            found[-1] = Run(found[-1].text + run.text, "`")
        elif run.text:
            found.append(run)
    return found


def _opens(outside: str, mark: str, inside: str) -> bool:
    """Whether a delimiter between these characters is read as one; an empty string is the end of the line."""
    clear = not outside.strip() or outside in punctuation or unicodedata.category(outside).startswith("P")
    return clear or (mark == "**" and inside.isalnum())


def _url(url: str) -> str:
    url = re.sub(r"[\s\x00-\x20\x7f]", lambda char: quote(char[0]), url)
    return _IN_URL.sub(r"\\\g<0>", url)


def _longest(text: str) -> int:
    """The length of the longest run of backticks."""
    return max(map(len, re.findall("`+", text)), default=0)
