import pytest

from portfolio import wording
from portfolio.career import Experience
from portfolio.dates import PartialDate, Period

ENGLISH = wording.locale("en")


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("2017", "en", "2017"),
        ("2017-08", "en", "August 2017"),
        ("2017-08-30", "en", "30 August 2017"),
        ("2017-08-30", "en_US", "August 30, 2017"),
        ("2017-08-30", "de", "30. August 2017"),
        ("2017-08", None, "August 2017"),
        ("2017-08", "no such language", "August 2017"),
    ],
)
def test_dates_in_words(text: str, language: str | None, words: str) -> None:
    assert wording.date(PartialDate.parse(text), wording.locale(language)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2012-2015", "2012 – 2015"),
        ("2022 to now", "2022 – now"),
        ("2014-01 – 2015-09", "January 2014 – September 2015"),
        ("2013", "2013"),
    ],
)
def test_periods_in_words(text: str, words: str) -> None:
    assert wording.period(Period.parse(text), ENGLISH) == words


@pytest.mark.parametrize(
    ("days", "exact", "words"),
    [
        (0, True, "less than a month"),
        (31, True, "1 month"),
        (365, True, "1 year"),
        (638, True, "1 year 9 months"),
        (730, True, "2 years"),
        (90, False, "less than a year"),
        (365, False, "about 1 year"),
        (4 * 365 + 1, False, "about 4 years"),
    ],
)
def test_durations_are_as_honest_as_their_precision(days: int, *, exact: bool, words: str) -> None:
    assert wording.duration(days, exact=exact) == words


@pytest.mark.parametrize(
    ("first", "last", "words"), [(2012, 2015, "2012 – 2015"), (2012, None, "2012 – now"), (2012, 2012, "2012")]
)
def test_years_of_use(first: int, last: int | None, words: str) -> None:
    assert wording.years(Experience(first=first, last=last, days=0, exact=True)) == words
