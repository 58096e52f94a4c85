"""Kinds, dates, periods, durations and sizes in words, as honest as their precision.

Month names and the order of day, month and year come from the CLDR, by way of Babel
(https://babel.pocoo.org/en/latest/dates.html).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import lru_cache

from babel.dates import format_date, format_skeleton, format_time, get_timezone_gmt, get_timezone_name
from babel.numbers import format_decimal

from portfolio.model.dates import PartialDate, Period
from portfolio.model.fields import N_, Kind, PublicProof
from portfolio.model.kinds import KINDS

from .translation import Language

DAYS_IN_A_MONTH = 365.2425 / 12
_Writer = Callable[[PartialDate, Language], str]
"""How a date reads."""
_NOW, _PRESENT = N_("%(start)s – now"), N_("%(start)s – Present")

_PUBLIC_PROOF: dict[PublicProof, str] = {
    "source": N_("Source"),
    "video": N_("Video"),
    "slides": N_("Slides"),
    "original": N_("Original"),
}


def kind(of: Kind, language: Language) -> str:
    """What one of a kind is called."""
    return language.gettext(KINDS[of].traits.one)


def subject(of: str, language: Language) -> str:
    """What front matter is about: one of a kind, or the person."""
    return kind(of, language) if of in KINDS else language.gettext("Person")


def kinds(of: Kind, language: Language) -> str:
    """What several of a kind are called."""
    return language.gettext(KINDS[of].traits.many)


def number(of: Kind, many: int, language: Language) -> str:
    """So many of a kind: "3 projects"."""
    return language.ngettext(*KINDS[of].traits.counted, many)


def public_proof(of: PublicProof, language: Language) -> str:
    """What there is to see."""
    return language.gettext(_PUBLIC_PROOF[of])


@lru_cache(maxsize=4096)
def date(when: PartialDate, language: Language) -> str:
    """*when* in words: "2017", "August 2017" or "30 August 2017"."""
    if when.day is not None:
        return format_date(when.earliest, "long", locale=language.locale)
    return format_skeleton("y" if when.month is None else "yMMMM", when.earliest, locale=language.locale)


def period(span: Period, language: Language, write: _Writer = date, now: str = _NOW) -> str:
    """*span* in words: "2012 – 2015", "2022 – now", "2008 – ?" or a single date, as of two that read the same.

    :param write: how each of its dates reads.
    :param now: how it reads while it goes on.
    """
    start = "?" if span.beginning == "unknown" else write(span.start, language)
    if span.ending == "unknown":
        return language.gettext("%(start)s – ?", start=start)
    if span.end is None:
        return language.gettext(now, start=start)
    end = write(span.end, language)
    found = start if start == end else _span(start, end, language)
    return language.gettext("%(period)s (expected)", period=found) if span.ending == "expected" else found


def short_period(span: Period, language: Language) -> str:
    """The same with short names of months, and no days: "Jan 2012 – Mar 2015"."""
    return period(span, language, _short_date)


def formal_period(span: Period, language: Language) -> str:
    """The same as a curriculum vitae has it: "Jan 2022 – Present"."""
    return period(span, language, _short_date, _PRESENT)


def numeric_period(span: Period, language: Language) -> str:
    """The same in the form that programs read best, with months as numbers: "01/2012 - 03/2015"."""
    return period(span, language, _numeric_date, _PRESENT).replace("–", "-")


def in_years(spans: Iterable[Period], language: Language) -> str:
    """The years of *spans*, each but once: "2012 – 2017, 2020"."""
    return ", ".join(dict.fromkeys(period(span, language, _year) for span in spans))


def years(first: int, last: int | None, language: Language, now: str = _NOW) -> str:
    """Years in words: "2012 – 2017", "2022 – now" or a single year."""
    if last is None:
        return language.gettext(now, start=str(first))
    return str(first) if first == last else _span(str(first), str(last), language)


def formal_years(first: int, last: int | None, language: Language) -> str:
    """Years as a curriculum vitae has them: "2022 – Present"."""
    return years(first, last, language, _PRESENT)


def hours(start: dt.datetime, end: dt.datetime | None, language: Language) -> str:
    """From when to when on one day, with the time zone: "2:30 PM – 3:15 PM EDT" or "2:30 PM GMT+02:00"."""
    first, *last = (format_time(each, "short", locale=language.locale) for each in (start, end) if each)
    zone = get_timezone_name(start, "short", locale=language.locale)
    # Where people have no short name for it, there are but digits.
    zone = zone if zone.isalpha() else get_timezone_gmt(start, "long", locale=language.locale)
    return f"{_span(first, last[0], language) if last else first} {zone}"


def duration(days: int, language: Language, *, exact: bool) -> str:
    """*days* in words: "1 year 9 months" where the dates behind them are exact, else "about 4 years"."""
    _ = language.gettext
    ngettext = language.ngettext
    months = round(days / DAYS_IN_A_MONTH)
    if not exact:
        whole = round(days / (12 * DAYS_IN_A_MONTH))
        return ngettext("about %(number)d year", "about %(number)d years", whole) if whole else _("less than a year")
    if months == 0:
        return _("less than a month")
    whole, rest = divmod(months, 12)
    of_years = ngettext("%(number)d year", "%(number)d years", whole)
    of_months = ngettext("%(number)d month", "%(number)d months", rest)
    if whole and rest:
        return _("%(years)s %(months)s", years=of_years, months=of_months)
    return of_years if whole else of_months


def size(octets: int, language: Language) -> str:
    """So many bytes, in words: "84 KB"; in units of 1,000, and none smaller than a kilobyte."""
    kilobytes = max(1, round(octets / 1000))
    if kilobytes < 1000:
        return language.gettext("%(number)s KB", number=str(kilobytes))
    return language.gettext("%(number)s MB", number=format_decimal(round(octets / 1e6, 1), locale=language.locale))


def _short_date(when: PartialDate, language: Language) -> str:
    return format_skeleton("yMMM", when.earliest, locale=language.locale) if when.month else str(when.year)


def _numeric_date(when: PartialDate, language: Language) -> str:
    return f"{when.month:02}/{when.year}" if when.month else str(when.year)


def _year(when: PartialDate, language: Language) -> str:
    return str(when.year)


def _span(start: str, end: str, language: Language) -> str:
    return language.gettext("%(start)s – %(end)s", start=start, end=end)
