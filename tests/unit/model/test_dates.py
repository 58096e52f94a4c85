import datetime as dt

import pytest

from portfolio.model.dates import PartialDate, Period, hull

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
    "text",
    [
        "2015 – 2012",
        "2015-06 – 2015-05",
        "now",
        "2012 –",
        "– 2012",
        "2012, 2013",
        "now – 2012",
        "?",
        "? – ?",
        "? – now",
    ],
)
def test_impossible_periods_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"runs backwards|is not a period"):
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


@pytest.mark.parametrize(
    ("whole", "part", "holds"),
    [
        ("2001 – 2005", "2001 – 2005", True),
        ("2001 – 2005", "2005-12-31", True),
        ("2001 – 2005", "2000", False),
        ("2001 – 2005", "2000 – 2002", False),
        ("2001 – 2005", "2004 – 2006", False),
        ("2001 – 2005", "2006", False),
        ("2001 – 2005", "2004 – now", False),
        ("2001 – now", "2001 – now", True),
        ("2001 – now", "2000 – now", False),
        ("2001 – now", "2004", True),
        ("2001-03 – 2005-06", "2001 – 2005", True),
        ("2001-03 – 2005-06", "2001-02 – 2005", False),
        ("2001-03 – 2005-06", "2001 – 2005-07", False),
        ("2001-03 – 2005-06", "2005-07 – 2005", False),
        ("2001-03 – 2005-06", "2001 – 2001-02", False),
        ("2001-03 – now", "2001 – now", True),
        ("2003", "2003-02 – 2003-04", True),
        ("2003-05-07", "2003-05", True),
        ("2003-05-07", "2003-05-08", False),
    ],
)
def test_a_period_holds_what_can_lie_within_it(whole: str, part: str, *, holds: bool) -> None:
    assert Period.parse(whole).holds(Period.parse(part)) == holds


@pytest.mark.parametrize(
    ("period", "date", "rest"),
    [
        ("2001 – 2005", "2000", "2001 – 2005"),
        ("2001 – 2005", "2001", "2001 – 2005"),
        ("2001 – 2005", "2003", "2003 – 2005"),
        ("2001 – 2005", "2003-02-03", "2003 – 2005"),
        ("2001 – 2005", "2005-12-31", "2005"),
        ("2001 – 2005", "2006", None),
        ("2001 – now", "2006-02", "2006 – now"),
        ("2001-04 – now", "2006-02-03", "2006-02 – now"),
        ("2001-04-05 – now", "2006-02-03", "2006-02-03 – now"),
        ("2001-04-05 – now", "2006", "2006 – now"),
        ("2001-04-05 – now", "2006-02", "2006-02 – now"),
        ("2003-05", "2003-05-31", "2003-05"),
        ("2003-05", "2003-06", None),
        ("? – 2005", "2005-03", "? – 2005"),
        ("? – 2005", "2006", None),
    ],
)
def test_of_a_period_remains_what_is_not_before_a_date(period: str, date: str, rest: str | None) -> None:
    found = Period.parse(period).not_before(PartialDate.parse(date))
    assert found == (Period.parse(rest) if rest else None)


@pytest.mark.parametrize(
    ("period", "to_come"),
    [("2026", False), ("2026-12", True), ("2026-11-23", False), ("2026-11-24", True), ("2020 – 2027", True),
     ("2020 – 2026", False), ("2020 – now", False), ("2027 – now", True)],
)  # fmt: skip
def test_what_begins_or_ends_in_the_future_is_to_come(period: str, *, to_come: bool) -> None:
    assert Period.parse(period).is_to_come(dt.date(2026, 11, 23)) == to_come


@pytest.mark.parametrize(
    ("text", "days", "is_open", "last"),
    [
        ("2008 – ?", 0, False, 2008),
        ("2008-03 – ?", 0, False, 2008),
        ("? – 2008", 0, False, 2008),
        ("? – 2008-03", 0, False, 2008),
        ("? – 2026 (expected)", 0, False, 2026),
        ("2025-11-23 – 2028-06 (expected)", 366, True, 2026),
        ("2025-09 – 2025-10 (expected)", 61, False, 2025),
        ("2027 – 2028 (expected)", 0, False, 2028),
        ("2026 (expected)", 0, False, 2026),
    ],
)
def test_ends_that_are_unknown_or_expected_count_no_day_too_many(
    text: str, days: int, last: int, *, is_open: bool
) -> None:
    period = Period.parse(text)
    extent = period.extent(TODAY)
    assert str(period) == text
    assert (extent.end - extent.start, period.is_open(TODAY), period.last_year(TODAY)) == (days, is_open, last)
    assert not period.is_to_come(TODAY)


@pytest.mark.parametrize(
    ("periods", "whole"),
    [
        ([], None),
        (["2001 – 2004", "2010 – now"], "2001 – now"),
        (["2001 – 2004", "2008 – ?"], "2001 – ?"),
        (["2008 – ?", "2010 – 2012"], "2008 – 2012"),
        (["? – 2008", "2010 – now"], "? – now"),
        (["2001 – 2004", "? – 2008"], "2001 – 2008"),
        (["2020 – 2021", "2025 – 2028 (expected)"], "2020 – 2028 (expected)"),
    ],
)
def test_a_hull_ends_as_the_last_period_does(periods: list[str], whole: str | None) -> None:
    found = hull(map(Period.parse, periods))
    assert (str(found) if found else None) == whole


@pytest.mark.parametrize(
    ("part", "holds"), [("2009", True), ("2009 – 2011", True), ("2007", False), ("2009 – now", False)]
)
def test_an_unknown_end_is_after_what_is_claimed(part: str, *, holds: bool) -> None:
    assert Period.parse("2008 – ?").holds(Period.parse(part)) == holds


@pytest.mark.parametrize(("part", "holds"), [("2007", True), ("? – 2008", True), ("2007 – 2009", False)])
def test_an_unknown_start_is_before_what_is_claimed(part: str, *, holds: bool) -> None:
    assert Period.parse("? – 2008").holds(Period.parse(part)) == holds
