"""Reads the dates of files: ISO 8601 in part, and the other forms that people write; nothing is guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from babel.core import Locale

from portfolio.model.dates import PartialDate

_MARKS = "().,;"


def _folded(text: str) -> str:
    """*text* as words are compared: in lower case, without accents, and without marks around it."""
    parts = unicodedata.normalize("NFKD", text.casefold()).strip(_MARKS)
    return "".join(c for c in parts if not unicodedata.combining(c))


_NOW = frozenset(map(_folded, (
    "present", "now", "current", "currently", "ongoing", "today", "to date", "till date", "until now", "till now",
    "to present", "in progress", "heute", "jetzt", "laufend", "aktuell", "gegenwart", "presente", "actual",
    "actualidad", "actualmente", "hoy", "la actualidad", "en curso", "present day", "aujourd'hui", "à ce jour",
    "actuel", "en cours", "oggi", "attuale", "in corso", "atual", "atualmente", "hoje", "o momento", "heden", "nu",
    "obecnie", "do dziś", "teraz", "по настоящее время", "настоящее время", "н.в.", "н. в.", "сейчас", "至今", "今",
    "现在", "現在", "目前", "현재", "היום", "כיום", "עד היום", "الآن", "حتى الآن", "حاليا", "الحاضر", "σήμερα",
    "günümüz", "devam ediyor", "idag", "nuvarande", "naværende", "nykyinen", "současnost", "jelenleg", "în prezent",
)))  # fmt: skip
"""What stands for an end that is not there yet."""
_SEASONS = frozenset(map(_folded, (
    "spring", "summer", "fall", "autumn", "winter", "frühling", "frühjahr", "sommer", "herbst", "printemps", "été",
    "automne", "hiver", "primavera", "verano", "otoño", "invierno", "wintersemester", "sommersemester", "ws", "ss",
    "q1", "q2", "q3", "q4",
)))  # fmt: skip
"""What is written in a month's place and is none: the year alone stands then."""
_LANGUAGES = "en de fr es it pt nl pl sv da nb cs fi tr ro hu ru uk el".split()  # noqa: SIM905
"""The languages whose names of months are read."""
_YEAR = "(?P<year>(?:19|20)[0-9]{2})"
_SHORT = r"['’](?P<short>[0-2][0-9]|[5-9][0-9])"
"""A year of two digits whose century is plain: those between were long ago or are still to come."""
_MONTH, _DAY = "(?P<month>[0-9]{1,2})", "(?P<day>[0-9]{1,2})"
_NAME = r"(?P<name>[Qq][1-4]|[^\W\d_]+)\.?"
_FORMS = [
    re.compile(form)
    for form in (
        rf"{_YEAR}",
        rf"{_SHORT}",
        rf"{_YEAR}[-/. ]{_MONTH}",
        rf"{_YEAR}[-/. ]{_MONTH}[-/. ]{_DAY}(?:[T ][0-9:.]+(?:Z|[+-][0-9:]+)?)?",
        rf"{_MONTH}[-/. ]+{_YEAR}",
        rf"(?P<first>[0-9]{{1,2}})(?P<mark>[-/.]) ?(?P<second>[0-9]{{1,2}})[-/.] ?{_YEAR}",
        rf"{_NAME}(?: de| del)?[ ,/-]*(?:{_YEAR}|{_SHORT})",
        rf"{_YEAR}[ ,/-]*{_NAME}",
        rf"{_DAY}(?:\.|st|nd|rd|th|er)?(?: de| of)? {_NAME},?(?: de| del)? {_YEAR}",
        rf"{_NAME} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}",
        rf"{_YEAR}年(?:度|{_MONTH}月(?:{_DAY}日)?)?",
        rf"{_YEAR}년(?: ?{_MONTH}월(?: ?{_DAY}일)?)?",
    )
]
_RANGE = re.compile(
    " (?=(?:to date|till (?:date|now)|à ce jour)$)|"
    r" (?:-|–|—|to|until|bis|hasta|à|au|a|до) | ?[–—~〜] ?|(?<=[0-9]{4})-(?=(?:19|20)[0-9]{2}\b|[^\W\d])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a date means.

    :ivar date: None for what goes on.
    :ivar lost: what of the text is not in *date*, in words; empty where all is.
    """

    date: PartialDate | None
    lost: str = ""


def read(text: str) -> Read | None:
    """What *text* means; None where that cannot be known."""
    text = " ".join(unicodedata.normalize("NFKC", text).split()).strip(_MARKS)
    if _folded(text) in _NOW:
        return Read(date=None)
    for form in _FORMS:
        if (found := form.fullmatch(text)) and (date := _date(found.groupdict())):
            return date
    return None


def split(text: str) -> tuple[str, str] | None:
    """The start and the end of a *text* that holds both; None where it does not."""
    parts = _RANGE.split(" ".join(text.split()), maxsplit=1)
    if len(parts) == 2 and all(parts) and all(read(part) for part in parts):
        return parts[0], parts[1]
    return None


def _date(found: Mapping[str, str | None]) -> Read | None:
    year = int(found.get("year") or 0)
    if short := found.get("short"):
        year = int(short) + (2000 if short < "30" else 1900)
    if first := found.get("first"):
        return _in_either_order(year, int(first), int(found["second"] or ""), found["mark"] or "")
    month = found.get("month")
    if name := found.get("name"):
        if _folded(name) in _SEASONS:
            return Read(date=PartialDate(year=year), lost=f'"{name}" is not a month')
        if (number := _months().get(_folded(name))) is None:
            return None
        month = str(number)
    return _real(year, int(month) if month else None, int(day) if (day := found.get("day")) else None)


def _real(year: int, month: int | None, day: int | None) -> Read:
    """The date as far as it exists."""
    if month is None:
        return Read(date=PartialDate(year=year))
    if not 1 <= month <= 12:
        return Read(date=PartialDate(year=year), lost=f"there is no month {month}")
    whole = PartialDate(year=year, month=month)
    if day is None:
        return Read(date=whole)
    if not 1 <= day <= whole.latest.day:
        return Read(date=whole, lost=f"that month has no day {day}")
    return Read(date=PartialDate(year=year, month=month, day=day))


def _in_either_order(year: int, first: int, second: int, mark: str) -> Read:
    """A date whose first two numbers are day and month, or month and day."""
    if mark == "." or first > 12:
        return _real(year, second, first)
    if second > 12 or first == second:
        return _real(year, first, second)
    return Read(date=PartialDate(year=year), lost="day and month can be meant either way")


@cache
def _months() -> Mapping[str, int]:
    """The numbers of months by name, full or short, in many languages; names that differ between them are left out."""
    found: dict[str, set[int]] = {"sept": {9}}
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in Locale(language).months[context][width].items():
                    found.setdefault(_folded(name), set()).add(number)
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1}
