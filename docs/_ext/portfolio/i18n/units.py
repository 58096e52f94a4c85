"""Keeps numbers and their units on one line."""

from __future__ import annotations

import re
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


def kept_together(text: str, language: Language) -> str:
    """*text* with a no-break space in place of the one between a number and its unit."""
    return _before_unit(language.locale).sub("\N{NO-BREAK SPACE}", text)


@cache
def _before_unit(locale: Locale) -> re.Pattern[str]:
    """What finds the space, by the names and signs that units have in a *locale*, in singular and plural."""
    names = {
        format_unit(number, unit, length=length, locale=locale).strip("12 \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")
        for unit in _UNITS
        for length in ("long", "short", "narrow")
        for number in (1, 2)
    }
    return re.compile(rf"(?<=\d) (?=(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w))")
