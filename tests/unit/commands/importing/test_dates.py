import pytest

from portfolio.commands.importing import dates, rendercv
from portfolio.model.dates import PartialDate


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2019", "2019"),
        ("'16", "2016"),
        ("’98", "1998"),
        ("May '29", "2029-05"),
        ("'50", "1950"),
        ("2021-08", "2021-08"),
        ("2021/8", "2021-08"),
        ("08/2021", "2021-08"),
        ("8.2021", "2021-08"),
        ("2023-9-28", "2023-09-28"),
        ("2017-12-24T15:53:00", "2017-12-24"),
        ("2017-12-24 15:53:00.5+01:00", "2017-12-24"),
        ("01.09.2001", "2001-09-01"),
        ("31/12/2001", "2001-12-31"),
        ("12/31/2001", "2001-12-31"),
        ("05/05/2001", "2001-05-05"),
        ("Aug. 2007", "2007-08"),
        ("August 2007", "2007-08"),
        ("Sept 2020", "2020-09"),
        ("Sep-2020", "2020-09"),
        ("Jan '19", "2019-01"),
        ("2007 August", "2007-08"),
        ("28 September 2023", "2023-09-28"),
        ("28th of September, 2023", "2023-09-28"),
        ("September 28, 2023", "2023-09-28"),
        ("März 2013", "2013-03"),
        ("septiembre de 2019", "2019-09"),
        ("août 2011", "2011-08"),
        ("сентябрь 2019", "2019-09"),
        ("2008年4月", "2008-04"),
        ("2008年", "2008"),
        ("2019년 3월 2일", "2019-03-02"),
        ("(2019)", "2019"),
    ],
)
def test_forms_of_dates(text: str, date: str) -> None:
    found = dates.read(text)
    assert found
    assert (str(found.date), found.lost) == (date, "")


@pytest.mark.parametrize(
    "text",
    [
        "Present",
        "present.",
        "NOW",
        "heute",
        "Actualidad",
        "présent",
        "至今",
        "currently",
        "היום",
        "حتى الآن",
        "현재",
        "н. в.",
        "н.в.",
    ],
)
def test_words_for_now(text: str) -> None:
    assert dates.read(text) == dates.Read(date=None)


@pytest.mark.parametrize(
    ("text", "date", "lost"),
    [
        ("2024-09-31", "2024-09", "that month has no day 31"),
        ("2026-13-40", "2026", "there is no month 13"),
        ("09/01/2001", "2001", "day and month can be meant either way"),
        ("Fall 2023", "2023", '"Fall" is not a month'),
        ("Q1 2020", "2020", '"Q1" is not a month'),
        ("2020-q4", "2020", '"q4" is not a month'),
    ],
)
def test_what_cannot_be_kept_is_said(text: str, date: str, lost: str) -> None:
    found = dates.read(text)
    assert found
    assert (str(found.date), found.lost) == (date, lost)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "Smarch 2013", "20190", "12", "2013 or so", "Q3", "1015", "Q 2020", "Q5 2020", "'49", "May '30"],
)
def test_what_is_no_date(text: str) -> None:
    assert dates.read(text) is None


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        ("2014-2016", ("2014", "2016")),
        ("2014 - Present", ("2014", "Present")),
        ("May 2012 – June 2013", ("May 2012", "June 2013")),
        ("2012 bis heute", ("2012", "heute")),
        ("2012 to date", ("2012", "to date")),
        ("2012 to now", ("2012", "now")),
        ("2012 until present", ("2012", "present")),
        ("2012 till now", ("2012", "till now")),
        ("2012 – à ce jour", ("2012", "à ce jour")),
        ("2012 à ce jour", ("2012", "à ce jour")),
        ("2019-10", None),
        ("2019", None),
        ("some – day", None),
    ],
)
def test_a_start_and_an_end_in_one_text(text: str, halves: tuple[str, str] | None) -> None:
    assert dates.split(text) == halves


def test_a_date_of_many_blanks_takes_no_time() -> None:
    blanks = " " * 100_000
    assert dates.split(f"2012{blanks}x") is None
    assert dates.split(f"2012{blanks}–{blanks}2013") == ("2012", "2013")


def test_names_of_months_are_known_in_many_languages() -> None:
    known = dates._months.__wrapped__()
    assert (known["sept"], known["juin"], known["grudnia"]) == (9, 6, 12)


@pytest.mark.parametrize("word", sorted(dates._NOW))
def test_every_word_for_now_is_reached(word: str) -> None:
    assert dates.read(f"{word}.") == dates.Read(date=None)


@pytest.mark.parametrize("word", sorted(dates._SEASONS))
def test_every_season_is_reached(word: str) -> None:
    assert dates.read(f"{word} 2020") == dates.Read(date=PartialDate(year=2020), lost=f'"{word}" is not a month')


def test_every_name_of_a_month_is_reached() -> None:
    for name, month in dates._months().items():
        assert dates.read(f"{name} 2020") == dates.Read(date=PartialDate(year=2020, month=month))


def test_names_of_languages_are_known_in_many_languages() -> None:
    assert {"german", "deutsch", "немецкий", "ドイツ語"} <= rendercv._languages.__wrapped__()
