"""Where bars and marks lie in the timeline's drawing."""

import datetime as dt
from gettext import NullTranslations
from itertools import pairwise

import pytest

from careers import TODAY, career, education, employer, project, publication, talk
from portfolio.i18n.translation import ENGLISH, Language
from portfolio.model.dates import Period, hull
from portfolio.model.entries import Entry
from portfolio.model.kinds import Delivery, Position
from portfolio.views.timeline import Timeline
from portfolio.views.timeline_chart import COLUMNS, Bar, Chart, draw
from portfolio.views.timeline_groups import grouped


def chart(*entries: Entry) -> Chart:
    found = career(*entries)
    drawn = draw(grouped(found, found.timeline()), TODAY)
    assert drawn is not None
    return drawn


def bars(*entries: Entry) -> dict[str, Bar]:
    """The bars by the entries' slugs, in their order."""
    found = career(*entries)
    rows = (event.entry.key.slug for group in grouped(found, found.timeline()) for event in group.bars)
    return dict(zip(rows, (bar for block in chart(*entries).blocks for bar in block.bars), strict=True))


def day(text: str, first: str) -> int:
    return (dt.date.fromisoformat(text) - dt.date.fromisoformat(first)).days


@pytest.mark.parametrize("entries", [(), (publication("seeds", "2003"),)])
def test_there_is_no_drawing_of_nothing(entries: tuple[Entry, ...]) -> None:
    found = career(*entries)
    assert draw(grouped(found, found.timeline()), TODAY) is None


@pytest.mark.parametrize(
    ("period", "first", "start", "end", "fades", "days"),
    [
        ("2001-03-04 – 2002-01-31", "2001-01-01", "2001-03-04", "2002-02-01", (0, 0), 730),
        ("2001-03 – 2002-01", "2001-01-01", "2001-03-01", "2002-02-01", (0, 0), 730),
        ("2001 – 2003", "2001-01-01", "2001-01-01", "2004-01-01", (365, 365), 1095),
        ("2001", "2001-01-01", "2001-01-01", "2002-01-01", (182, 182), 365),
        ("2001-03-04", "2001-01-01", "2001-03-04", "2001-03-05", (0, 0), 365),
        ("2001 – 2001-02", "2001-01-01", "2001-01-01", "2001-03-01", (59, 0), 365),
        ("2001-11 – 2001", "2001-01-01", "2001-11-01", "2002-01-01", (0, 61), 365),
        ("2025 – now", "2025-01-01", "2025-01-01", "2027-01-01", (365, 0), 730),
        ("9998 – 9999-12-31", "9998-01-01", "9998-01-01", None, (365, 0), 730),
    ],
)
def test_a_bar_reaches_as_far_as_its_dates_can_mean_and_fades_over_years(
    period: str, first: str, start: str, end: str | None, fades: tuple[int, int], days: int
) -> None:
    (bar,) = bars(employer("kew", period)).values()
    assert (bar.start, bar.end) == (day(start, first), day(end, first) if end else days)
    assert (bar.fade_in, bar.fade_out) == fades
    assert bar.ongoing == period.endswith("now")
    assert chart(employer("kew", period)).days == days


def test_years_that_follow_each_other_touch() -> None:
    found = bars(employer("kew", "2017 – 2021"), employer("eden", "2022 – now"))
    assert found["kew"].end == found["eden"].start


def test_a_project_follows_the_first_of_its_employers_that_is_drawn() -> None:
    entries = [
        employer("eden", "2010 – now"),
        employer("kew", "2001 – 2005"),
        education("leeds", "1998 – 2001"),
        project("at-kew", employers=("nowhere", "kew", "eden")),
        project("at-eden", "2012-05 – 2013-01", employers=("eden", "kew")),
        project("own", "2006 – 2008"),
    ]
    found = bars(*entries)
    assert list(found) == ["eden", "at-eden", "kew", "at-kew", "leeds", "own"]
    assert [slug for slug, bar in found.items() if not bar.certain] == ["at-kew"]
    assert found["at-kew"].ongoing
    assert [len(block.bars) for block in chart(*entries).blocks] == [2, 2, 1, 1]


@pytest.mark.parametrize(
    ("period", "before"), [("2001 – 2003", False), ("2024 – now", True), ("2000-01 – now", False), ("2016-02", True)]
)
def test_a_title_stands_where_there_is_more_room(period: str, *, before: bool) -> None:
    assert bars(project("atlas", period), employer("kew", "2000 – now"))["atlas"].before is before


def test_talks_stand_in_columns_by_year() -> None:
    recorded = talk("roots", "2003-05-17")
    delivery = Delivery(
        event="Flora",
        place="Oslo",
        date=recorded.deliveries[0].date,
        video="https://example.org/v",  # type: ignore[arg-type]
    )
    entries = [talk("seeds", "2003-05-16", "2003-11", "2005"), talk("roots", deliveries=(delivery,))]
    (block,) = chart(*entries).blocks
    assert block.bars == ()
    assert [(column.start, column.end, column.recorded) for column in block.columns] == [
        (731, 1096, (False,)),
        (0, 365, (False, True, False)),
    ]
    assert [column.before for column in block.columns] == [True, False]


def test_talks_of_many_years_share_columns() -> None:
    jobs = [employer(f"e{n}", f"{1960 + 3 * n} – {1963 + 3 * n}") for n in range(20)]
    talks = [talk(f"t{year}", f"{year}-05-17") for year in range(1960, 2021)]
    found = chart(*jobs, *talks)
    assert [year for year, _ in found.years] == [1960, 1970, 1980, 1990, 2000, 2010]
    columns = found.blocks[-1].columns
    assert COLUMNS >= len(columns) == 61 // 3 + 1
    assert {len(column.recorded) for column in columns} == {1, 3}
    assert columns[0].end == found.days
    assert all(one.start == other.end for one, other in pairwise(columns))


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


@pytest.mark.parametrize(
    ("periods", "cut"),
    [
        (["1975 – 1979", "2005 – 2015", "2016 – now"], (1980, 2004)),
        (["1999 – 2001", "2005 – 2015", "2016 – now"], None),
        (["1975 – 1979", "1980 – now"], None),
        (["1975 – 1979", "1981 – 2004", "2005 – now"], None),
        (["2005 – now"], None),
    ],
)
def test_long_years_in_which_nothing_lies_are_cut(periods: list[str], cut: tuple[int, int] | None) -> None:
    found = chart(*(employer(f"at-{n}", period) for n, period in enumerate(periods)))
    assert found.cut == cut
    years = 2027 - int(periods[0][:4])
    assert round(found.days / 365.25) == (years - (cut[1] - cut[0]) if cut else years)
    starts = [start for _, start in found.years]
    assert starts == sorted(set(starts))
    assert not any(cut and cut[0] <= year <= cut[1] for year, _ in found.years)


@pytest.mark.parametrize(
    ("period", "end", "ongoing"),
    [("2025-09 – 2028-06 (expected)", 730, True), ("2025 – ?", 365, False), ("2024 – 2025 (expected)", 731, False)],
)
def test_what_is_not_known_is_not_drawn(period: str, end: int, *, ongoing: bool) -> None:
    (bar,) = bars(education("leeds", period)).values()
    assert (bar.end, bar.ongoing) == (end, ongoing)


@pytest.mark.parametrize(
    ("period", "fades"),
    [("2025 – ?", (0, 365)), ("? – 2025", (365, 0)), ("2025-03 – ?", (0, 31)), ("? – 2025-03", (31, 0))],
)
def test_a_bar_fades_over_the_last_date_that_is_known(period: str, fades: tuple[int, int]) -> None:
    (bar,) = bars(education("leeds", period)).values()
    assert (bar.fade_in, bar.fade_out) == fades
    assert not chart(education("leeds", period)).exact


@pytest.mark.parametrize(
    ("periods", "gaps"),
    [
        (["2001 – 2002", "2003 – 2004"], []),
        (["2001-01 – 2001-06", "2001-05 – 2001-05-31", "2001-08 – 2002"], [(181, 212)]),
        (["2001 – 2003", "2002", "2005", "2007-02 – now"], [(1095, 1461), (1826, 2222)]),
    ],
)
def test_between_positions_a_bar_has_gaps(periods: list[str], gaps: list[tuple[int, int]]) -> None:
    positions = tuple(Position(period=Period.parse(period)) for period in periods)
    whole = hull(each.period for each in positions if each.period)
    (bar,) = bars(employer("kew", str(whole), positions=positions)).values()
    assert [*bar.gaps] == gaps


@pytest.mark.parametrize(
    ("entries", "notes", "has_cut"),
    [
        ((employer("kew", "2001-01 – 2003-02"),), 1, False),
        ((employer("kew", "2001 – 2003"),), 2, False),
        ((employer("kew", "2001-01 – 2003-02"), project("atlas", employers=("kew",))), 2, False),
        ((employer("kew", "2001 – 2003"), employer("leeds", "2019-01 – 2020-02")), 3, True),
    ],
)
def test_a_drawing_says_all_that_holds_of_it_in_any_language(
    entries: tuple[Entry, ...], notes: int, has_cut: bool
) -> None:
    asked = []

    class Same(NullTranslations):
        def gettext(self, message: str) -> str:
            asked.append(message)
            return "…"

    drawing = Timeline().view(career(*entries), Language(ENGLISH.locale, Same())).drawing
    assert drawing
    assert drawing.caption.split() == ["…"] * notes
    assert any("cut short" in message for message in asked) == has_cut
