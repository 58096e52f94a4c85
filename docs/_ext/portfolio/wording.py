"""Dates, periods and durations in words, as honest as their precision.

Month names and the order of day, month and year come from the CLDR, by way of Babel
(https://babel.pocoo.org/en/latest/dates.html).
"""

from __future__ import annotations

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

from .career import Experience
from .dates import PartialDate, Period
from .model import Kind, Status

DAYS_IN_A_MONTH = 365.2425 / 12

KINDS: dict[Kind, tuple[str, str]] = {
    "employer": ("Employer", "Employers"),
    "education": ("Education", "Education"),
    "sabbatical": ("Sabbatical", "Sabbaticals"),
    "project": ("Project", "Projects"),
    "talk": ("Talk", "Talks"),
    "skill": ("Skill", "Skills"),
}
"""What one and several of a kind are called."""

STATUS: dict[Status, str] = {
    "active": "Active",
    "inactive": "Inactive",
    "archived": "Archived",
    "end-of-life": "End of life",
    "research": "Research, not released",
}


def locale(language: str | None) -> Locale:
    """The CLDR locale for Sphinx's ``language``; English without a region has the day before the month."""
    try:
        return Locale.parse("en_001" if language is None or language == "en" else language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_001")


def date(when: PartialDate, where: Locale) -> str:
    """*when* in words: "2017", "August 2017" or "30 August 2017"."""
    if when.day is not None:
        return format_date(when.earliest, "long", locale=where)
    return format_skeleton("y" if when.month is None else "yMMMM", when.earliest, locale=where)


def period(span: Period, where: Locale) -> str:
    """*span* in words: "2012 – 2015", "2022 – now" or a single date."""
    start = date(span.start, where)
    if span.is_single_date:
        return start
    return f"{start} – {date(span.end, where) if span.end else 'now'}"


def years(experience: Experience) -> str:
    """The first and last year of use: "2012 – 2017", "2022 – now" or a single year."""
    first, last = experience.first, experience.last
    return str(first) if first == last else f"{first} – {last or 'now'}"


def duration(days: int, *, exact: bool) -> str:
    """*days* in words: "1 year 9 months" where the dates behind them are exact, else "about 4 years"."""
    months = round(days / DAYS_IN_A_MONTH)
    if not exact:
        whole = round(months / 12)
        return f"about {count(whole, 'year', 'years')}" if whole else "less than a year"
    if months == 0:
        return "less than a month"
    whole, rest = divmod(months, 12)
    parts = [count(whole, "year", "years")] * (whole > 0) + [count(rest, "month", "months")] * (rest > 0)
    return " ".join(parts)


def count(number: int, one: str, several: str) -> str:
    """*number* with its noun."""
    return f"{number} {one if number == 1 else several}"
