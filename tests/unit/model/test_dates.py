import datetime as dt

import pytest

from portfolio.model.dates import PartialDate, Period

TODAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2017", dt.date(2017, 1, 1), dt.date(2017, 12, 31)),
        ("2017-03", dt.date(2017, 3, 1), dt.date(2017, 3, 31)),
        ("2017-12", dt.date(2017, 12, 1), dt.date(2017, 12, 31)),
        ("2016-02", dt.date(2016, 2, 1), dt.date(2016, 2, 29)),
        ("2017-08-30", dt.date(2017, 8, 30), dt.date(2017, 8, 30)),
        (" 2017 ", dt.date(2017, 1, 1), dt.date(2017, 12, 31)),
    ],
)
def test_dates_keep_their_precision(text: str, earliest: dt.date, latest: dt.date) -> None:
    date = PartialDate.parse(text)
    assert (date.earliest, date.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2019-02-30", "from 01 to 28"),
        ("2019-13", "from 01 to 12"),
        ("2019-00", "from 01 to 12"),
        ("2019-01-00", "from 01 to 31"),
        ("0000", "no year 0"),
        ("19", "write YYYY"),
        ("2019-1", "write YYYY"),
        ("", "write YYYY"),
        ("last year", "write YYYY"),
    ],
)
def test_impossible_dates_say_why(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        PartialDate.parse(text)


@pytest.mark.parametrize("separator", ["-", "–", " - ", " – ", " to ", "–  "])
def test_periods_take_several_separators(separator: str) -> None:
    period = Period.parse(f"2014-01{separator}2015")
    assert period == Period(start=PartialDate(year=2014, month=1), end=PartialDate(year=2015))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2012-2015", PartialDate(year=2012), PartialDate(year=2015)),
        ("2022 – now", PartialDate(year=2022), None),
        ("2013", PartialDate(year=2013), PartialDate(year=2013)),
        ("2015-01-31 – 2015-02-01", PartialDate(year=2015, month=1, day=31), PartialDate(year=2015, month=2, day=1)),
        ("2015 – 2015", PartialDate(year=2015), PartialDate(year=2015)),
        ("2015-01-31 – 2015-01-31", PartialDate(year=2015, month=1, day=31), PartialDate(year=2015, month=1, day=31)),
        ("2015-06 – 2015", PartialDate(year=2015, month=6), PartialDate(year=2015)),
    ],
)
def test_periods(text: str, start: PartialDate, end: PartialDate | None) -> None:
    assert Period.parse(text) == Period(start=start, end=end)


@pytest.mark.parametrize(
    "text", ["2015 – 2012", "2015-06 – 2015-05", "now", "2012 –", "– 2012", "2012, 2013", "now – 2012"]
)
def test_impossible_periods_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"runs backwards|is no period"):
        Period.parse(text)


@pytest.mark.parametrize(
    ("text", "days", "exact"),
    [
        ("2017 – 2021", 4 * 365 + 1, False),
        ("2014-01 – 2015-09", 365 + 273, True),
        ("2014-01", 31, True),
        ("2014-01-05", 1, True),
        ("2014", 183, False),
        ("2014 – 2014", 183, False),
        ("2026-11 – now", 23, True),
        ("2022 – now", (TODAY - dt.date(2022, 7, 1)).days + 1, False),
        ("2026 – now", (TODAY - dt.date(2026, 7, 1)).days + 1, False),
        ("2027 – now", 0, False),
    ],
)
def test_extents(text: str, days: int, *, exact: bool) -> None:
    extent = Period.parse(text).extent(TODAY)
    assert (extent.end - extent.start, extent.exact) == (days, exact)


def test_years_that_meet_do_not_overlap() -> None:
    first, second = (Period.parse(text).extent(TODAY) for text in ("2012 – 2015", "2015 – 2017"))
    assert first.end == second.start
