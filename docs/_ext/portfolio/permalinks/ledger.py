"""Addresses that the site promises to keep, and the two files that hold them.

``permalinks.txt`` has one published address a line, sorted: a page's name, ``projects/roshi``, with an anchor behind,
``talks/seeds#flora-2006``, or a short address and the page for which it stands, ``go/roshi projects/roshi``. Behind the
address of what was renamed stands the one that it had first, ``projects/flux projects/weave-flux``, which names it in
feeds and data for good. At the end of a delivery's line stands its date, ``talks/seeds#flora 2006-05-17``, which
distinguishes it from another one of the same event's name.
``redirects.txt`` has an old address and a new one a line. A line that begins with ``# `` is a comment.

Addresses are written by pages' names in Sphinx, since the path behind the site's own address depends on the builder:
``projects/roshi/`` for dirhtml, ``projects/roshi.html`` for html.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from portfolio.model.dates import DATE, PartialDate
from portfolio.model.entries import SLUG
from portfolio.reading.page_source import decode
from portfolio.reading.problems import Problem

PERMALINKS, REDIRECTS = "permalinks.txt", "redirects.txt"
"""The files' names, in the folder of the pages."""
FILES = (PERMALINKS, REDIRECTS)
SHORT = "go/"
"""What short addresses begin with."""

PAGE = re.compile(r"(?!_)(?!\.)[\w.-]+(?:/(?!\.)[\w.-]+)*")
"""Pages' names that can be promised; others would have to be quoted in addresses, or are those of Sphinx's folders."""
_ANCHOR = re.compile(r"[^\s#]+")
_NAME, _PATH = 250, 2000
"""The longest name of a file, and path, in bytes: file systems have 255 with ".html", and 4096 with the folder."""
_HEADERS = {
    PERMALINKS: "# Every address ever published: sphinx-build -b permalinks adds new ones, and none is removed.\n",
    REDIRECTS: "# An old address and its new one, by pages' names. portfolio rename adds them.\n",
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
    :ivar first: the address that the same page or place had first, where that is another.
    :ivar date: that of the delivery at the address, if it is one.
    """

    number: int
    address: Address
    to: Address | None = None
    first: Address | None = None
    date: PartialDate | None = None

    def __str__(self) -> str:
        return " ".join(str(each) for each in (self.address, self.to, self.first, self.date) if each)


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
        if is_comment(content):
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


def is_comment(line: str) -> bool:
    """Whether a line of either file holds no address."""
    return not line.strip() or line == "#" or line.startswith("# ")


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
    address = _address(words[0], content.index(words[0]) + 1)
    is_short = address.page.startswith(SHORT)
    leads = name == REDIRECTS or is_short
    date = None if leads else _date(address, words, content)
    if len(words) not in ({2} if leads else {1, 2}):
        form = {
            (REDIRECTS, is_short): 'write the old address and the new one, as in "projects/old projects/new"',
            (PERMALINKS, True): 'write a short address and its page, as in "go/roshi projects/roshi"',
            (PERMALINKS, False): 'write one address, as in "projects/roshi" or "talks/seeds#flora"',
        }[name, is_short]
        column = content.index(words[0]) + len(words[0]) + 1
        how_much = "little" if len(words) < 2 else "much"
        raise ValueError(column, f"too {how_much} stands in this line; {form}")
    if is_short and name == REDIRECTS:
        raise ValueError(1, "a short address follows its page by itself; remove this line")
    if is_short and (address.anchor or not SLUG.fullmatch(address.page.removeprefix(SHORT))):
        raise ValueError(1, f'"{address}" is not a short address; write {SHORT} and a slug')
    if len(words) == 1:
        return Line(number=number, address=address, date=date)
    second, column = _address(words[1], content.rindex(words[1]) + 1), content.rindex(words[1]) + 1
    if second.page.startswith(SHORT) or (is_short and second.anchor):
        raise ValueError(column, f'"{second}" is not a page; name the one that is to be found there')
    if second == address:
        raise ValueError(1, f"{address} leads to itself; remove this line")
    if leads:
        return Line(number=number, address=address, to=second)
    if bool(second.anchor) != bool(address.anchor):
        raise ValueError(column, f"{address} cannot have been {second}; write what it was called first")
    return Line(number=number, address=address, first=second, date=date)


def _date(address: Address, words: list[str], content: str) -> PartialDate | None:
    """The date at the end of a delivery's line, which is taken from its *words*."""
    if not address.anchor or len(words) < 2 or not DATE.fullmatch(words[-1]):
        return None
    word = words.pop()
    try:
        return PartialDate.parse(word)
    except ValueError as error:
        raise ValueError(content.rindex(word) + 1, str(error)) from error


def _address(word: str, column: int) -> Address:
    page, mark, anchor = word.partition("#")
    if not PAGE.fullmatch(page) or (mark and not _ANCHOR.fullmatch(anchor)):
        message = f'"{word}" is not an address; write a page\'s name, as in projects/roshi, or projects/roshi#an-anchor'
        raise ValueError(column, message)
    if len(page.encode()) > _PATH or any(len(part.encode()) > _NAME for part in page.split("/")):
        message = f'"{page[:40]}…" is too long for the name of a file; write at most {_NAME} bytes between slashes'
        raise ValueError(column, message)
    return Address(page, anchor)


def as_text(name: str, lines: Iterable[str], before: str = "") -> str:
    """The file *name* with *lines*; its comments as they were in the text *before*.

    In permalinks.txt an address has one line, the last of those that are given.
    """
    comments = [line for line in before.splitlines() if line.strip() and is_comment(line)] if name == PERMALINKS else []
    if name == PERMALINKS:
        lines = sorted({line.split()[0]: line for line in lines}.values())
    head = "".join(f"{line}\n" for line in comments) or _HEADERS[name]
    return head + "".join(f"{line}\n" for line in lines)
