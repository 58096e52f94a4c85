import pytest

from portfolio.i18n import wording
from portfolio.i18n.translation import Language
from portfolio.model.dates import PartialDate, Period
from portfolio.model.fields import Kind
from portfolio.model.hours import Hours
from portfolio.model.kinds import Delivery, TimeZone

ENGLISH, GERMAN = Language.of("en"), Language.of("de")


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("2017", "en", "2017"),
        ("2017-08", "en", "August 2017"),
        ("2017-08-30", "en", "30 August 2017"),
        ("2017-08-30", "en_US", "August 30, 2017"),
        ("2017", "de", "2017"),
        ("2006-05", "de", "Mai 2006"),
        ("2006-05-17", "de", "17. Mai 2006"),
        ("2017-01-30", "de-AT", "30. Jänner 2017"),
        ("2017-08", None, "August 2017"),
        ("2017-08", "no such language", "August 2017"),
    ],
)
def test_dates_in_words(text: str, language: str | None, words: str) -> None:
    assert wording.date(PartialDate.parse(text), Language.of(language)) == words


@pytest.mark.parametrize(
    ("text", "english", "german"),
    [
        ("2012-2015", "2012 – 2015", "2012 – 2015"),
        ("2022 to now", "2022 – now", "2022 – heute"),
        ("2014-01 – 2015-10", "January 2014 – October 2015", "Januar 2014 – Oktober 2015"),
        ("2006-05-17 – 2006-05-19", "17 May 2006 – 19 May 2006", "17. Mai 2006 – 19. Mai 2006"),
        ("2013", "2013", "2013"),
        ("2008 – ?", "2008 – ?", "2008 – ?"),
        ("? – 2015-10", "? – October 2015", "? – Oktober 2015"),
    ],
)
def test_periods_in_words(text: str, english: str, german: str) -> None:
    assert wording.period(Period.parse(text), ENGLISH) == english
    assert wording.period(Period.parse(text), GERMAN) == german


@pytest.mark.parametrize(
    ("time", "zone", "language", "words"),
    [
        ("14:30", "America/New_York", "en_US", "2:30 PM EDT"),
        ("14:30 – 15:15", "Europe/Berlin", "en_US", "2:30 PM – 3:15 PM GMT+02:00"),
        ("14:30 – 15:15", "Europe/Berlin", "de", "14:30 – 15:15 MESZ"),
        ("9:00", "UTC", "fr", "09:00 TU"),
        ("9:00", "Asia/Kolkata", "de", "09:00 GMT+05:30"),
    ],
)
def test_times_of_day_have_their_zone(time: str, zone: str, language: str, words: str) -> None:
    day = Period.parse("2006-05-17")
    hours = Delivery(event="Flora", date=day, time=Hours.parse(time), timezone=TimeZone(zone)).hours
    assert hours
    assert wording.hours(*hours, Language.of(language)).replace("\u202f", " ") == words


@pytest.mark.parametrize(
    ("days", "exact", "english", "german"),
    [
        (0, True, "less than a month", "weniger als ein Monat"),
        (31, True, "1 month", "1 Monat"),
        (61, True, "2 months", "2 Monate"),
        (365, True, "1 year", "1 Jahr"),
        (638, True, "1 year 9 months", "1 Jahr 9 Monate"),
        (730, True, "2 years", "2 Jahre"),
        (761, True, "2 years 1 month", "2 Jahre 1 Monat"),
        (90, False, "less than a year", "weniger als ein Jahr"),
        (365, False, "about 1 year", "etwa 1 Jahr"),
        (4 * 365 + 1, False, "about 4 years", "etwa 4 Jahre"),
    ],
)
def test_durations_are_as_honest_as_their_precision(days: int, *, exact: bool, english: str, german: str) -> None:
    assert wording.duration(days, ENGLISH, exact=exact) == english
    assert wording.duration(days, GERMAN, exact=exact) == german


@pytest.mark.parametrize(
    ("first", "last", "english", "german"),
    [
        (2012, 2015, "2012 – 2015", "2012 – 2015"),
        (2012, None, "2012 – now", "2012 – heute"),
        (2012, 2012, "2012", "2012"),
    ],
)
def test_years_of_use(first: int, last: int | None, english: str, german: str) -> None:
    assert wording.years(first, last, ENGLISH) == english
    assert wording.years(first, last, GERMAN) == german


@pytest.mark.parametrize(
    ("period", "english"),
    [
        ("2008-03 – ?", "2008 – ?"),
        ("? – 2015-04", "? – 2015"),
        ("2022 – 2030 (expected)", "2022 – 2030 (expected)"),
        ("2008-03 – 2008-09", "2008"),
        ("2022 – now", "2022 – now"),
    ],
)
def test_years_say_what_is_not_known(period: str, english: str) -> None:
    found = Period.parse(period)
    assert wording.in_years([found, found], ENGLISH) == english


@pytest.mark.parametrize(
    ("kind", "english", "german"),
    [
        ("employer", "Employer, Experience", "Arbeitgeber, Berufserfahrung"),
        ("education", "Education, Education", "Studium, Studium"),
        ("sabbatical", "Sabbatical, Sabbaticals", "Auszeit, Auszeiten"),
        ("project", "Project, Projects", "Projekt, Projekte"),
        ("talk", "Talk, Talks", "Vortrag, Vorträge"),
        ("skill", "Skill, Skills", "Fähigkeit, Fähigkeiten"),
    ],
)
def test_kinds(kind: Kind, english: str, german: str) -> None:
    assert f"{wording.kind(kind, ENGLISH)}, {wording.kinds(kind, ENGLISH)}" == english
    assert f"{wording.kind(kind, GERMAN)}, {wording.kinds(kind, GERMAN)}" == german


@pytest.mark.parametrize(
    ("kind", "english", "german"),
    [
        ("employer", "1 employer, 2 employers", "1 Arbeitgeber, 2 Arbeitgeber"),
        ("education", "1 place of study, 2 places of study", "1 Studium, 2 Studiengänge"),
        ("sabbatical", "1 sabbatical, 2 sabbaticals", "1 Auszeit, 2 Auszeiten"),
        ("project", "1 project, 2 projects", "1 Projekt, 2 Projekte"),
        ("talk", "1 talk, 2 talks", "1 Vortrag, 2 Vorträge"),
        ("skill", "1 skill, 2 skills", "1 Fähigkeit, 2 Fähigkeiten"),
    ],
)
def test_numbers_of_kinds(kind: Kind, english: str, german: str) -> None:
    assert f"{wording.number(kind, 1, ENGLISH)}, {wording.number(kind, 2, ENGLISH)}" == english
    assert f"{wording.number(kind, 1, GERMAN)}, {wording.number(kind, 2, GERMAN)}" == german


@pytest.mark.parametrize(
    ("number", "english", "german"),
    [(0, "1 KB", "1 KB"), (1499, "1 KB", "1 KB"), (84_400, "84 KB", "84 KB"), (1_250_000, "1.2 MB", "1,2 MB")],
)
def test_sizes(number: int, english: str, german: str) -> None:
    assert [wording.size(number, Language.of(code)) for code in ("en", "de")] == [english, german]
