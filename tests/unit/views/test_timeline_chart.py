"""Where moments lie in the timeline's drawing."""

import datetime as dt

import pytest

from careers import TODAY, career, education, employer, project, sabbatical, talk
from portfolio.model.entries import Entry
from portfolio.views.timeline_chart import COLUMNS, Chart, Span, draw


def chart(*entries: Entry) -> Chart:
    found = draw(career(*entries).timeline(), TODAY)
    assert found is not None
    return found


def spans(*entries: Entry) -> dict[str, Span]:
    """The spans by the entries' slugs, in their order."""
    moments = career(*entries).timeline()
    return {moments[span.moment].entry.key.slug: span for span in chart(*entries).spans}


def day(text: str, first: str) -> int:
    return (dt.date.fromisoformat(text) - dt.date.fromisoformat(first)).days


def test_there_is_no_drawing_of_nothing() -> None:
    assert draw([], TODAY) is None


@pytest.mark.parametrize(
    ("period", "first", "start", "end", "days"),
    [
        ("2001-03-04 – 2002-01-31", "2001-01-01", "2001-03-04", "2002-02-01", 730),
        ("2001-03 – 2002-01", "2001-01-01", "2001-03-01", "2002-02-01", 730),
        ("2001 – 2003", "2001-01-01", "2001-07-01", "2003-07-01", 1095),
        ("2001", "2001-01-01", "2001-04-01", "2001-10-01", 365),
        ("2001-03-04", "2001-01-01", "2001-03-04", "2001-03-05", 365),
        ("2001 – 2001-02", "2001-01-01", "2001-07-01", "2001-07-02", 365),
        ("2025 – now", "2025-01-01", "2025-07-01", "2027-01-01", 730),
        ("9998 – 9999-12-31", "9998-01-01", "9998-07-01", None, 730),
    ],
)
def test_a_span_lies_on_whole_years(period: str, first: str, start: str, end: str | None, days: int) -> None:
    (span,) = spans(employer("kew", period)).values()
    assert (span.start, span.end) == (day(start, first), day(end, first) if end else days)
    assert span.ongoing == period.endswith("now")
    assert chart(employer("kew", period)).days == days


@pytest.mark.parametrize(
    ("entries", "rows"),
    [
        ([employer("a", "2001 – 2003"), employer("b", "2003 – 2005")], {"b": 0, "a": 0}),
        ([employer("a", "2001 – 2004"), employer("b", "2003 – 2005")], {"b": 0, "a": 1}),
        ([employer("a", "2001 – 2004"), employer("b", "2001 – 2004")], {"a": 0, "b": 1}),
        ([employer("a", "2001 – now"), education("b", "2003 – 2005")], {"a": 0, "b": 1}),
        ([employer("a", "2001-03-04"), employer("b", "2001-03-04")], {"a": 0, "b": 1}),
        ([employer("a", "2001-03-04"), employer("b", "2001-03-05")], {"b": 0, "a": 0}),
        ([employer("a", "2001 – 2004"), sabbatical("b", "2004 – 2005"), education("c", "2000 – 2009")], {"c": 0, "b": 1, "a": 1}),
        ([employer("a", "2001 – 2009"), project("p", "2002 – 2003", employers=("a",))], {"a": 0, "p": 1}),
        ([project("p", "2002 – 2003"), project("q", "2002 – 2003")], {"p": 0, "q": 1}),
    ],
)  # fmt: skip
def test_what_overlaps_has_rows_of_its_own(entries: list[Entry], rows: dict[str, int]) -> None:
    assert {slug: span.row for slug, span in spans(*entries).items()} == rows


def test_a_project_follows_the_first_of_its_employers_that_is_drawn() -> None:
    found = spans(
        employer("eden", "2010 – now"),
        employer("kew", "2001 – 2005"),
        project("at-kew", employers=("nowhere", "kew", "eden")),
        project("at-eden", "2012-05 – 2013-01", employers=("eden", "kew")),
        project("own", "2006 – 2008"),
    )
    assert list(found) == ["eden", "at-eden", "own", "kew", "at-kew"]
    assert [slug for slug, span in found.items() if not span.certain] == ["at-kew"]
    assert found["at-kew"].ongoing
    assert len({found[slug].row for slug in ("eden", "kew")}) == 1 == min(found[slug].row for slug in ("own", "at-kew"))


@pytest.mark.parametrize(
    ("title", "period", "label", "before"),
    [
        ("Kew", "2001 – 2026", "inside", False),
        ("Royal Botanic Gardens of Kew", "2001 – 2006", "inside", False),
        ("Royal Botanic Gardens of Kew", "2001 – 2005", "nowhere", False),
        ("Royal Botanic Gardens of Kew", "2011 – 2015", "below", False),
        ("Kew", "2000-03 – 2000-04", "nowhere", False),
        ("Kew Gardens", "2010-01 – 2010-02", "below", False),
        ("Kew Gardens", "2016-01 – 2016-02", "below", True),
        ("植物園植物園植物園植物園", "2010 – 2012", "below", False),
        ("", "2010 – 2012", "inside", False),
        ("x" * 9_999, "2001 – 2026", "nowhere", False),
        ("many words " * 25_000, "2001 – 2026", "nowhere", False),  # in little time
    ],
)
def test_titles_stand_where_there_is_room(title: str, period: str, label: str, *, before: bool) -> None:
    found = spans(employer("kew", period, title=title), employer("new", "2029-06"), employer("old", "2000-06"))
    assert (found["kew"].label, found["kew"].before) == (label, before)


@pytest.mark.parametrize(
    ("period", "label"),
    [("2001 – 2003", "after"), ("2024 – now", "before"), ("2000-01 – now", "after")],
)
def test_a_project_s_title_stands_beside_it(period: str, label: str) -> None:
    assert spans(project("atlas", period), employer("kew", "2000 – now"))["atlas"].label == label


@pytest.mark.parametrize(
    ("title", "period", "tight"),
    [
        ("Kew", "2001 – 2027", True),
        ("Kew", "2001 – 2026", False),
        ("Kew Gardens", "2005 – 2026", True),
        ("Kew Gardens", "2005 – 2021", False),
        ("Kew Gardens", "2008 – 2026", False),
        ("Palmenhaus", "2008 – 2026", False),
        ("Botanischer Garten", "2007 – 2026", True),
        ("Botanischer Garten", "2009 – 2026", False),
    ],
)
def test_in_a_narrow_drawing_a_title_needs_room_beside_its_span(title: str, period: str, *, tight: bool) -> None:
    found = spans(employer("kew", period, title=title), employer("new", "2029-06"), employer("old", "2000-06"))
    assert found["kew"].tight is tight


def test_titles_below_do_not_touch() -> None:
    found = spans(*(employer(f"a-long-name-{year}", f"{year}-01 – {year}-12") for year in range(2001, 2027)))
    below = [span for span in found.values() if span.label == "below"]
    assert {span.row for span in found.values()} == {0}
    assert 3 < len(below) < 13
    assert {span.label for span in found.values()} == {"below", "nowhere"}


def test_talks_alone() -> None:
    found = chart(talk("seeds", "2003-05-17", "2003-11", "2005"), talk("roots", "2003-05-17"))
    assert found.spans == ()
    assert [(year, len(marks)) for year, marks in found.marks] == [(2005, 1), (2003, 3)]
    assert found.days == 365 + 366 + 365
    (late,), (november, *may) = ([mark.at for mark in marks] for _, marks in found.marks)
    assert late > november > may[0] == may[1]
    assert [mark.row for mark in found.marks[1][1]] == [0, 0, 1]


def test_a_mark_stands_in_a_column_near_its_date() -> None:
    dates = [f"{year}-{month:02}" for year in range(2001, 2007) for month in range(1, 13)]
    found = chart(talk("seeds", *dates))
    marks = [mark for _, marks in found.marks for mark in marks]
    assert len({(mark.at, mark.row) for mark in marks}) == len(dates)
    assert len({mark.at for mark in marks}) == 6 * (COLUMNS // 6)
    for mark, date in zip(marks, reversed(dates), strict=True):
        assert abs(mark.at - day(f"{date}-15", "2001-01-01")) <= found.days / COLUMNS


def test_a_career_of_60_years() -> None:
    jobs = [employer(f"e{n}", f"{1960 + 3 * n} – {1963 + 3 * n}") for n in range(20)]
    talks = [talk(f"t{year}", f"{year}-05-17") for year in range(1960, 2021)]
    found = chart(*jobs, *talks)
    assert [year for year, _ in found.years] == [1960, 1970, 1980, 1990, 2000, 2010]
    assert {span.row for span in found.spans} == {0}
    columns = {mark.at for _, marks in found.marks for mark in marks}
    assert len(columns) == COLUMNS
    assert min(b - a for a, b in zip(sorted(columns), sorted(columns)[1:], strict=False)) >= found.days // COLUMNS


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (2001, 2001, [2001]),
        (2001, 2008, list(range(2001, 2009))),
        (2001, 2009, [2002, 2004, 2006, 2008]),
        (2001, 2026, [2005, 2010, 2015, 2020, 2025]),
        (2001, 2025, [2005, 2010, 2015, 2020]),
        (1, 9999, list(range(2000, 8001, 2000))),
    ],
)
def test_years_are_named_as_far_as_there_is_room(first: int, last: int, years: list[int]) -> None:
    found = chart(employer("kew", f"{first:04} – {last:04}"))
    assert [year for year, _ in found.years] == years
    assert all(at == (dt.date(year, 1, 1) - dt.date(first, 1, 1)).days for year, at in found.years)


@pytest.mark.parametrize(("periods", "exact"), [(["2001-03 – now"], True), (["2001-03 – now", "2002"], False)])
def test_whether_all_dates_are_exact(periods: list[str], *, exact: bool) -> None:
    assert chart(*(employer(f"e{n}", period) for n, period in enumerate(periods))).exact == exact


def test_a_crowd_takes_many_rows_and_little_time() -> None:
    found = chart(*(project(f"p{n}", "2001 – 2005") for n in range(2_000)))
    assert len({span.row for span in found.spans}) == 2_000
