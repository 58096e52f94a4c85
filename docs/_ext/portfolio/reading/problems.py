"""Problems: what is wrong, where, and the way out; and how they are reported, to people and to tools."""

from __future__ import annotations

import difflib
import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

Topic = Literal[
    "frontmatter", "reference", "duplicate", "alias", "date", "claim", "evidence", "unreached", "option", "bio",
    "permalinks", "variant",
]  # fmt: skip
"""What a problem is about; in a build it is the subtype of Sphinx's warning, as in ``portfolio.reference``."""
Severity = Literal["error", "notice"]

_RED, _YELLOW, _BOLD, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[0m"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """Something wrong on a page.

    :ivar line: from 1.
    :ivar column: from 1, in characters.
    :ivar message: what is wrong and the way out, in one line.
    """

    line: int
    column: int
    message: str
    topic: Topic = "frontmatter"
    severity: Severity = "error"


_COMPARISONS = 20_000
"""Of pairs of names, some 0.1 s long."""


class Suggestions:
    """Names that there are, for the ways out of those that there are not.

    Only so many are compared that the time stays short, however many wrong names there are.

    :param otherwise: the way out of those that none comes near.
    """

    def __init__(self, names: Iterable[str], otherwise: str = "add it or correct the name") -> None:
        self._names, self._otherwise = sorted(names), otherwise
        self._left = _COMPARISONS

    def nearest(self, name: str) -> str | None:
        """The one that was probably meant by a *name* that is not known."""
        near = difflib.get_close_matches(name, self._names, n=1) if self._left > 0 else ()
        self._left -= len(self._names)
        return next(iter(near), None)

    def suggestion(self, name: str) -> str:
        """The way out of a *name* that is not known: the one that was probably meant, or all where they are few."""
        if (near := self.nearest(name)) is not None:
            return f'did you mean "{near}"?'
        if 0 < len(self._names) <= 16:
            return f"known are {', '.join(self._names)}"
        return self._otherwise


def suggestion(name: str, known: Iterable[str]) -> str:
    """The way out of a single *name* that is not among those that are *known*."""
    return Suggestions(known).suggestion(name)


def as_text(path: str, problem: Problem, lines: Sequence[str], *, color: bool = False) -> str:
    """*problem* in compilers' form, then the offending line of the page's *lines* with a caret under the place.

    The first line is ``path:line:column: severity: message``, as GCC writes it and editors read it
    (https://www.gnu.org/prep/standards/html_node/Errors.html).
    """
    shade = {"error": _RED, "notice": _YELLOW}[problem.severity]
    bold, tint, plain = (_BOLD, shade, _PLAIN) if color else ("", "", "")
    place = f"{path}:{problem.line}:{problem.column}"
    head = f"{bold}{place}: {tint}{problem.severity}:{plain} {problem.message}"
    if problem.line > len(lines):
        return head
    start = max(0, problem.column - 80)
    shown = lines[problem.line - 1][start : start + 120]
    # Control characters would move the caret, or the reader's terminal.
    line = "".join(" " if unicodedata.category(char).startswith("C") else char for char in shown)
    return f"{head}\n    {line}\n    {' ' * (problem.column - 1 - start)}{tint}^{plain}"


def as_json(problems: Iterable[tuple[str, Problem]]) -> str:
    """*problems* with their paths as a JSON array of objects: path, line, column, severity, topic and message."""
    return json.dumps([{"path": path, **asdict(problem)} for path, problem in problems], ensure_ascii=False, indent=2)
