"""Keeps together on one line what is read as one: a number and its unit, the parts of a date, two years."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from babel.core import Locale
from babel.units import format_unit

from .translation import Language

_UNITS = (
    *(f"duration-{unit}" for unit in ("nanosecond", "microsecond", "millisecond", "second", "minute", "hour")),
    *(f"duration-{unit}" for unit in ("day", "week", "month", "year")),
    *(f"digital-{unit}" for unit in ("bit", "byte", "kilobyte", "megabyte", "gigabyte", "terabyte", "petabyte")),
    *("length-meter", "length-kilometer", "mass-kilogram", "frequency-hertz", "concentr-percent"),
)
"""As the CLDR calls them (https://www.unicode.org/reports/tr35/tr35-general.html#Unit_Elements)."""


SPAN = re.compile("(\\d{4}\N{NO-BREAK SPACE}–\N{NO-BREAK SPACE}\\w+)")
"""A span of years in what :func:`kept_together` returns."""


def kept_together(text: str, language: Language) -> str:
    """*text* with no-break spaces within amounts, dates, and spans of years.

    A span can still break after its dash, where only a word joiner would hold (https://unicode.org/reports/tr14/,
    LB12a): that would be in what readers copy and search for. The style sheet keeps spans whole in tables, rows and
    panels.
    """
    # Each pattern needs a digit, which most texts do not have.
    for pattern in _patterns(language.locale) if re.search(r"\d", text) else ():
        text = pattern.sub("\N{NO-BREAK SPACE}", text)
    return text


@cache
def _patterns(locale: Locale) -> tuple[re.Pattern[str], ...]:
    """What finds the spaces, by the names and signs that units and months have in a *locale*."""
    units = _any(
        format_unit(number, unit, length=length, locale=locale).strip("12 \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")
        for unit in _UNITS
        for length in ("long", "short", "narrow")
        for number in (1, 2)
    )
    months = [name for length in ("wide", "abbreviated") for name in locale.months["format"][length].values()]
    years = [rf"(?<=\b{re.escape(name)}) (?=\d{{4}}\b)" for name in dict.fromkeys(months)]
    return (
        re.compile(rf"(?<=\d) (?={units}(?!\w))|(?:(?<=\d)|(?<=\d\.)) (?={_any(months)}(?!\w))"),
        re.compile("|".join(years)),
        re.compile(r"(?<=\b\d{4}) (?=–)"),
        # By now a month is before its year.
        re.compile(r"(?<!\N{NO-BREAK SPACE}\d{4}\N{NO-BREAK SPACE}–)(?<=\b\d{4}\N{NO-BREAK SPACE}–) (?=\S)"),
    )


def _any(names: Iterable[str]) -> str:
    """A pattern of any of *names*, the longest first."""
    return f"(?:{'|'.join(map(re.escape, sorted({*names}, key=len, reverse=True)))})"
