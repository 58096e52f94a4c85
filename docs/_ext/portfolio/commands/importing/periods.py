"""Decides on the time of an entry: from the dates of a file to a period in front matter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from portfolio.model.dates import PartialDate

from . import dates
from .report import Notes
from .resume import Item, SectionName
from .tree import Node

OPEN = {"work", "education", "volunteer"}
"""Sections in which what has no end goes on, unless something newer began."""
LASTING = {*OPEN, "projects"}
"""Sections of what takes time; the entries of others have a single date."""
_NO_DATE = "front matter has no period without a date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What holds for all dates of a file.

    :ivar today: dates after it are still to come.
    :ivar firsts: whether the first day of a month stands for the month.
    """

    today: dt.date
    firsts: bool


def are_firsts(items: Iterable[Item]) -> bool:
    """Whether most days of the file are first days of months, as forms fill them in where only the month is known."""
    found = [
        read.date.day
        for item in items
        for node in (item.start, item.end, item.date)
        if node and (read := dates.read(node.text)) and read.date and read.date.day
    ]
    return 2 * found.count(1) > len(found)


def periods(items: Sequence[Item], rules: Rules, notes: Notes) -> Mapping[int, str]:
    """The period of each item that lasts as front matter has it, by the item's position; without dates it has none."""
    lasting = [(number, item, _start(item)) for number, item in enumerate(items) if item.section in LASTING]
    newest: dict[SectionName, dt.date] = {}
    for _, item, start in lasting:
        if start:
            newest[item.section] = max(start.earliest, newest.get(item.section, start.earliest))
    found = {}
    for number, item, start in lasting:
        others = [newest[section] for section in ("work", item.section) if section in newest]
        newer = start is not None and any(other > start.earliest for other in others)
        if written := _period(item, rules, notes, is_newer=newer):
            found[number] = written
    return found


def single_date(item: Item, rules: Rules, notes: Notes) -> str | None:
    """The date of something that does not last; of a certificate that is valid for a time, when that began."""
    given = [node for node in (item.date, item.start, item.end) if node]
    for other in given[1:]:
        notes.left_out(other, "a page of this kind has one date")
    if given and given[0] is not item.date:
        notes.decided(given[0], "written as the one date that a page of this kind has")
    return _single(given[0], rules, notes) if given else None


def _period(item: Item, rules: Rules, notes: Notes, *, is_newer: bool) -> str | None:
    first, last = _ends(item)
    if first is None and last is None:
        return _single(item.date, rules, notes) if item.date else None
    if item.date and not (first and first[0] is item.date):
        notes.left_out(item.date, "the entry has a start or an end beside it")
    start = _date(*first, rules, notes) if first else None
    end = _date(*last, rules, notes) if last else None
    if first and start and (start.date is None or start.date.earliest > rules.today):
        notes.left_out(first[0], "nothing can have begun then")
        start = None
    if first and start and start.date:
        if last and end:
            return _closed(start.date, end.date, last[0], rules, notes)
        return _open(item, first[0], start.date, notes, is_newer=is_newer, is_unread=last is not None)
    if end and end.date:
        return f"? – {_expected(end.date, rules)}"
    if last and end:
        notes.left_out(last[0], f"it has no start, and goes on: {_NO_DATE}")
    return None


def _ends(item: Item) -> tuple[tuple[Node, str] | None, tuple[Node, str] | None]:
    """The start and the end of an item, each with its text: two values of the file, or the two halves of one."""
    whole = item.start or item.date
    if whole and not item.end and (both := dates.split(whole.text)):
        return (whole, both[0]), (whole, both[1])
    start, end = ((node, node.text) if node else None for node in (item.start, item.end))
    return start, end


def _closed(start: PartialDate, end: PartialDate | None, node: Node, rules: Rules, notes: Notes) -> str:
    if end is None:
        return f"{start} – now"
    if end.latest < start.earliest:
        notes.left_out(node, f"it is before the start, {start}; the end is written as unknown")
        return f"{start} – ?"
    if end.earliest > rules.today:
        return f"{start} – {end} (expected)"
    return str(start) if end == start else f"{start} – {end}"


def _open(item: Item, node: Node, start: PartialDate, notes: Notes, *, is_newer: bool, is_unread: bool) -> str:
    """What has no end: it goes on where that is what the format means and nothing newer says otherwise."""
    if item.section in OPEN and not is_newer and not is_unread:
        notes.decided(node, "it has no end, and nothing newer began: written as going on now")
        return f"{start} – now"
    if not is_unread:
        newer = ", and something newer began" if is_newer else ""
        notes.decided(node, f"it has no end{newer}: the end is written as unknown")
    return f"{start} – ?"


def _start(item: Item) -> PartialDate | None:
    first, _ = _ends(item)
    found = dates.read(first[1] if first else item.date.text if item.date else "")
    return found.date if found else None


def _date(node: Node, text: str, rules: Rules, notes: Notes) -> dates.Read | None:
    """What a date means, with notes of what is not in it."""
    found = dates.read(text)
    if found is None:
        notes.left_out(node, "it cannot be read as a date")
        return None
    if found.lost:
        notes.decided(node, f"written as {found.date}: {found.lost}")
    if rules.firsts and found.date and found.date.day == 1:
        month = PartialDate(year=found.date.year, month=found.date.month)
        notes.decided(node, f"written as {month}: most days in the file are first days, as where only months are known")
        return dates.Read(date=month)
    return found


def _single(node: Node, rules: Rules, notes: Notes) -> str | None:
    found = _date(node, node.text, rules, notes)
    if found and found.date is None:
        notes.left_out(node, f"it goes on: {_NO_DATE}")
    return _expected(found.date, rules) if found and found.date else None


def _expected(date: PartialDate, rules: Rules) -> str:
    return f"{date} (expected)" if date.earliest > rules.today else str(date)
