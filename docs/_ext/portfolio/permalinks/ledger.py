"""Addresses that the site promises to keep, and the two files that hold them.

``permalinks.txt`` has one published address a line, sorted: a page's name, ``projects/roshi``, with an anchor behind,
``talks/seeds#flora-2006``, or a short address and the page for which it stands, ``go/roshi projects/roshi``.
``redirects.txt`` has an old address and a new one a line. A line that begins with ``# `` is a comment.

Addresses are written by pages' names in Sphinx, since the path behind the site's own address depends on the builder:
``projects/roshi/`` for dirhtml, ``projects/roshi.html`` for html.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from portfolio.model.entries import SLUG
from portfolio.reading.page_source import decode
from portfolio.reading.problems import Problem

PERMALINKS, REDIRECTS = "permalinks.txt", "redirects.txt"
"""The files' names, in the folder of the pages."""
SHORT = "go/"
"""What short addresses begin with."""

PAGE = re.compile(r"(?!_)(?!\.)[\w.-]+(?:/(?!\.)[\w.-]+)*")
"""Pages' names that can be promised; others would have to be quoted in addresses, or are those of Sphinx's folders."""
_ANCHOR = re.compile(r"[^\s#]+")
_HEADERS = {
    PERMALINKS: "# Every address ever published. nox -s permalinks adds new ones; nothing is removed from here.\n",
    REDIRECTS: "# An old address and its new one, by pages' names. nox -s rename adds them.\n",
}


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """A page, or a place on it.

    :ivar page: the page's name in Sphinx.
    :ivar anchor: the fragment; empty for the page as a whole.
    """

    page: str
    anchor: str = ""

    def __str__(self) -> str:
        return f"{self.page}#{self.anchor}" if self.anchor else self.page


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of either file.

    :ivar number: from 1.
    :ivar to: where the address leads, if it is a short one or was given up.
    """

    number: int
    address: Address
    to: Address | None = None

    def __str__(self) -> str:
        return f"{self.address} {self.to}" if self.to else str(self.address)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What one of the files holds, and what is wrong with its form."""

    lines: tuple[Line, ...] = ()
    problems: tuple[Problem, ...] = ()

    @staticmethod
    def of(redirects: Mapping[Address, Address]) -> Listed:
        """Redirects that no file holds yet."""
        return Listed(lines=tuple(Line(number=0, address=source, to=to) for source, to in redirects.items()))


def parse(name: str, data: bytes) -> Listed:
    """Read the file *name*, one of the two, from its bytes, whatever they are."""
    text, unreadable = decode(data)
    if unreadable:
        return Listed(problems=(replace(unreadable, topic="permalinks"),))
    lines: list[Line] = []
    problems: list[Problem] = []
    seen: dict[Address, int] = {}
    for number, content in enumerate(text.splitlines(), 1):
        if not content.strip() or content == "#" or content.startswith("# "):
            continue
        try:
            line = _line(name, number, content)
            _fits(line, seen.get(line.address), lines[-1] if lines and name == PERMALINKS else None)
        except ValueError as error:
            column, message = error.args
            problems.append(Problem(line=number, column=column, message=message, topic="permalinks"))
        else:
            seen[line.address] = number
            lines.append(line)
    return Listed(lines=tuple(lines), problems=tuple(problems))


def _fits(line: Line, same: int | None, above: Line | None) -> None:
    """See that the address of *line* stands nowhere else, and no later than it should.

    :raises ValueError: with a column and a message, where that is not so.
    """
    if same is not None:
        raise ValueError(1, f"{line.address} stands in line {same} already; remove one of them")
    if above and str(line) < str(above):
        raise ValueError(1, f"this line belongs above line {above.number}; keep the file sorted")


def _line(name: str, number: int, content: str) -> Line:
    """One line of the file *name*.

    :raises ValueError: with a column and a message, where it is none.
    """
    words = content.split()
    first = _address(words[0], content.index(words[0]) + 1)
    is_short = first.page.startswith(SHORT)
    expected = 2 if name == REDIRECTS or is_short else 1
    if len(words) != expected:
        form = {
            (REDIRECTS, is_short): 'write the old address and the new one, as in "projects/old projects/new"',
            (PERMALINKS, True): 'write a short address and its page, as in "go/roshi projects/roshi"',
            (PERMALINKS, False): 'write one address, as in "projects/roshi" or "talks/seeds#flora"',
        }[name, is_short]
        column = content.index(words[0]) + len(words[0]) + 1
        how_much = "little" if len(words) < expected else "much"
        raise ValueError(column, f"too {how_much} stands in this line; {form}")
    if is_short and name == REDIRECTS:
        raise ValueError(1, "a short address follows its page by itself; remove this line")
    if is_short and (first.anchor or not SLUG.fullmatch(first.page.removeprefix(SHORT))):
        raise ValueError(1, f'"{first}" is not a short address; write {SHORT} and a slug')
    to = _address(words[1], content.rindex(words[1]) + 1) if expected > 1 else None
    if to and (to.page.startswith(SHORT) or (is_short and to.anchor)):
        raise ValueError(content.rindex(words[1]) + 1, f'"{to}" is not a page; name the one that is to be found there')
    if to == first:
        raise ValueError(1, f"{first} leads to itself; remove this line")
    return Line(number=number, address=first, to=to)


def _address(word: str, column: int) -> Address:
    page, mark, anchor = word.partition("#")
    if not PAGE.fullmatch(page) or (mark and not _ANCHOR.fullmatch(anchor)):
        message = f'"{word}" is not an address; write a page\'s name, as in projects/roshi, or projects/roshi#an-anchor'
        raise ValueError(column, message)
    return Address(page, anchor)


def as_text(name: str, lines: Iterable[str], before: str = "") -> str:
    """The file *name* with *lines*; its comments as they were in the text *before*."""
    if name == PERMALINKS:
        comments = [line for line in before.splitlines() if line.startswith("#")]
        return (
            "".join(f"{line}\n" for line in [*comments, *sorted(lines)]) if comments else _headed(name, sorted(lines))
        )
    return _headed(name, lines)


def _headed(name: str, lines: Iterable[str]) -> str:
    return _HEADERS[name] + "".join(f"{line}\n" for line in lines)
