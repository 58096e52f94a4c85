"""The exports: what they say of a career, read back by programs that others wrote."""

import datetime as dt
import re
from dataclasses import replace
from types import ModuleType
from xml.etree import ElementTree

import feedparser
import pytest
import vobject

from careers import career, employer, project, publication, skill, talk
from portfolio.export import EXPORTS, Export, calendar, feed, photo
from portfolio.export.file import File
from portfolio.export.site import Site, base
from portfolio.i18n.translation import ENGLISH
from portfolio.model.career import Career
from portfolio.model.dates import Period
from portfolio.model.entries import Entry, Url
from portfolio.model.hours import Hours
from portfolio.model.kinds import Delivery, TimeZone
from portfolio.model.person import Person, Photo

ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'
ATOM = "{http://www.w3.org/2005/Atom}"


def site(base: str = "https://example.org/me/", **titles: str) -> Site:
    return Site(
        title="A botanist",
        author="B. Otanist",
        code="en",
        language=ENGLISH,
        base=base,
        path=lambda docname: f"{docname}/",
        titles=titles,
    )


def delivery(event: str, date: str, **fields: object) -> Delivery:
    return Delivery(event=event, place="Oslo", date=Period.parse(date), **fields)  # type: ignore[arg-type]


def written(export: Export, *entries: Entry) -> dict[str, bytes]:
    titles = {entry.docname: entry.title for entry in sorted(entries, key=lambda entry: entry.docname)}
    whole = career(*entries, person=Person(name="B. Otanist", photo=Photo("b.png")))
    found = export.files(whole, replace(site(index="Home", **titles), photo=b"PNG", favicon=ICON))
    return {file.name: file.write(file.content) for file in found if isinstance(file, File)}


def data(export: ModuleType, career: Career, site: Site) -> bytes:
    (file,) = export.files(career, site)
    assert isinstance(file, File)
    return file.write(file.content)


def test_every_export_has_a_name_of_its_own() -> None:
    assert len({export.name for export in EXPORTS}) == len(EXPORTS)


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_an_empty_career_is_nothing_to_export(export: Export) -> None:
    assert list(export.files(career(), site())) == []


def test_a_photo_that_is_missing_is_nothing_to_export() -> None:
    assert list(photo.files(career(person=Person(name="B. Otanist", photo=Photo("b.png"))), site())) == []


@pytest.mark.parametrize("export", [calendar, feed])
def test_what_was_neither_built_nor_given_is_nothing_to_follow(export: ModuleType) -> None:
    assert list(export.files(career(skill("drawing"), employer("kew", "2001")), site())) == []


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_the_same_career_makes_the_same_bytes(export: Export) -> None:
    entries = [project("atlas", "2003 – 2005"), talk("seeds", "2006-05-17", "2006-06-17"), talk("leaves", "2006-05-17")]
    there, back = (written(export, *order) for order in (entries, entries[::-1]))
    assert there
    assert there == back


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("", ""),
        ("https://example.org", "https://example.org/"),
        ("https://example.org/en/latest/", "https://example.org/en/latest/"),
        ("http://127.0.0.1:8000/me", "http://127.0.0.1:8000/me/"),
        ("https://exämple.org/pfäd", "https://xn--exmple-cua.org/pf%C3%A4d/"),
        ("https://[::1]:80/", "https://[::1]:80/"),
    ],
)
def test_base(written: str, found: str) -> None:
    assert base(written) == found


@pytest.mark.parametrize(
    "written",
    [
        "example.org",
        "ftp://example.org/",
        "https://",
        "https:///me/",
        "https://example.org/a b/",
        "https://example.org/?a=b",
        "https://example.org/#me",
        "https://:80/",
        "https://[::1/",
        "https://a..b/",
    ],
)
def test_what_is_no_base_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f'html_baseurl is "{written}", which is not a URL')):
        base(written)


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ("2006-05-17", (dt.date(2006, 5, 17), dt.date(2006, 5, 18))),
        ("2006-12-31", (dt.date(2006, 12, 31), dt.date(2007, 1, 1))),
        ("2006-05-17 – 2006-05-19", (dt.date(2006, 5, 17), dt.date(2006, 5, 20))),
        ("2006-05", None),
        ("2006", None),
        ("2006-05 – 2006-05-19", None),
        ("2006-05-17 – 2006-05", None),
        ("2006-05-17 – now", None),
        ("9999-12-31", None),
    ],
)
def test_only_what_is_known_to_the_day_has_days(date: str, days: tuple[dt.date, dt.date] | None) -> None:
    assert calendar.days(Period.parse(date)) == days


def events(site: Site) -> list[vobject.base.Component]:
    flora = delivery("Flora, 2006", "2006-05-17 – 2006-05-18", video=Url("https://example.org/v"), title="Seeds; drawn")
    seeds = talk(
        "seeds",
        title="How to\\draw, a seed",
        summary="Seeing – before drawing. " * 9,
        deliveries=(
            flora,
            delivery("Herbaria", "2005"),
            delivery("Fungi 2030", "2030-01-02", upcoming=True, program=Url("https://example.org/p")),
        ),
    )
    text = data(calendar, career(seeds, project("atlas", "2003-01-02")), site).decode()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    parsed = vobject.readOne(text)
    assert (parsed.version.value, parsed.name, parsed.contents["x-wr-calname"][0].value) == (
        "2.0",
        "VCALENDAR",
        "Talks by B. Otanist",
    )
    return list(parsed.vevent_list)


def test_the_calendar_says_what_the_deliveries_are() -> None:
    fungi, flora = events(site())
    assert {name: [each.value for each in lines] for name, lines in flora.contents.items()} == {
        "uid": ["talks/seeds#flora-2006@portfolio.invalid"],
        "dtstamp": [dt.datetime(2006, 5, 17, tzinfo=dt.UTC)],
        "dtstart": [dt.date(2006, 5, 17)],
        "dtend": [dt.date(2006, 5, 19)],
        "summary": ["Seeds; drawn, Flora, 2006"],
        "location": ["Oslo"],
        "description": [f"{'Seeing – before drawing. ' * 9}\nVideo: https://example.org/v"],
        "status": ["CONFIRMED"],
        "transp": ["TRANSPARENT"],
        "url": ["https://example.org/me/talks/seeds/#flora-2006"],
    }
    assert fungi.summary.value == "How to\\draw, a seed, Fungi 2030"
    assert fungi.description.value.endswith("\nProgram: https://example.org/p")


@pytest.mark.parametrize(
    ("zone", "time", "start", "end"),
    [
        ("Europe/Oslo", "14:30 – 15:15", "2006-05-17T14:30:00+02:00", "2006-05-17T15:15:00+02:00"),
        ("Asia/Kolkata", "14:30", "2006-05-17T14:30:00+05:30", None),
        ("UTC", "9:05", "2006-05-17T09:05:00+00:00", None),
    ],
)
def test_a_time_of_day_is_on_the_clocks_of_its_time_zone(zone: str, time: str, start: str, end: str | None) -> None:
    given = {"time": Hours.parse(time), "timezone": TimeZone(zone)}
    deliveries = (delivery("Flora", "2006-05-17", **given), delivery("Herbaria", "2005-01-01"))
    text = data(calendar, career(talk("seeds", deliveries=deliveries)), site()).decode()
    assert text.count("BEGIN:VTIMEZONE") == text.count(f"\r\nTZID:{zone}\r\n") == (zone != "UTC")
    flora, herbaria = vobject.readOne(text).vevent_list
    assert flora.dtstart.value == dt.datetime.fromisoformat(start)
    # What has no end ends when it begins (RFC 5545, section 3.6.1), for all that is known.
    assert ("dtend" in flora.contents) == (end is not None)
    assert end is None or flora.dtend.value == dt.datetime.fromisoformat(end)
    assert herbaria.dtstart.value == dt.date(2005, 1, 1)


def test_what_was_before_time_zones_were_takes_its_day() -> None:
    given = delivery("Flora", "1806-05-17", time=Hours.parse("14:30"), timezone=TimeZone("Europe/Oslo"))
    (event,) = vobject.readOne(data(calendar, career(talk("seeds", deliveries=(given,))), site()).decode()).vevent_list
    assert event.dtstart.value == dt.date(1806, 5, 17)


@pytest.mark.parametrize(
    "text", [r"C:\New", r"C:\\New\names", r"\N", "\\\\N;n,\\;", "One\nand\\ntwo\\\nthree", "Ü: “ü” \U0001f331"]
)
def test_any_text_in_the_calendar_is_read_as_it_was_written(text: str) -> None:
    given = Delivery(event=text, place=text, date=Period.parse("2006-05-17"), title=text)
    seeds = talk("seeds", summary=text, deliveries=(given,))
    found = vobject.readOne(data(calendar, career(seeds), replace(site(), author=text)).decode())
    (event,) = found.vevent_list
    assert (found.contents["x-wr-calname"][0].value, event.summary.value) == (f"Talks by {text}", f"{text}, {text}")
    assert (event.location.value, event.description.value) == (text, text)


@pytest.mark.parametrize(
    ("dates", "note"),
    [
        (["2006-05-17", "2007-05-17"], ""),
        (["2006-05-17", "2007-05", "2008"], "1 of 3, those with a known day"),
    ],
)
def test_the_calendar_says_how_many_talks_are_not_in_it(dates: list[str], note: str) -> None:
    (file,) = calendar.files(career(talk("seeds", *dates)), site())
    assert isinstance(file, File)
    assert file.link
    assert file.link.note == note


def test_without_an_address_of_the_site_events_have_none_but_a_name() -> None:
    _, flora = events(site(""))
    assert flora.uid.value == "talks/seeds#flora-2006@portfolio.invalid"
    assert "url" not in flora.contents


CASES = (
    (project("atlas", "2003-01 – 2005-06"), ("2003-01-01", "2005-06-01")),
    (project("atlas", "2003 – 2005-06-07"), ("2003-01-01", "2005-06-07")),
    (project("atlas", "2003-04-05 – now"), ("2003-04-05", "2003-04-05")),
    (project("atlas", "2003-04-05 – 2003"), ("2003-04-05", "2003-04-05")),
    (project("atlas", employers=("kew",)), ("2001-01-01", "2004-01-01")),
    (project("atlas", "? – 2005"), (None, "2005-01-01")),
    (publication("leaves", "2027-03 (expected)"), (None, "2027-03-01")),
    (project("atlas"), None),
    (skill("drawing"), None),
)


@pytest.mark.parametrize(("entry", "days"), CASES)
def test_the_feed_dates_entries_by_what_they_say(entry: object, days: tuple[str | None, str] | None) -> None:
    found = feed.files(career(entry, employer("kew", "2001 – 2004")), site())  # type: ignore[arg-type]
    items = [item for file in found for item in feedparser.parse(file.write(file.content)).entries]
    assert [(item.get("published", "")[:10] or None, item.updated[:10]) for item in items] == [days] * bool(days)


@pytest.mark.parametrize("modified", [{}, {"talks/seeds": "2026-11-28T04:20:03+00:00"}])
def test_the_entry_of_a_talk_is_its_first_delivery_s_and_each_further_one_has_its_own(modified: dict[str, str]) -> None:
    seeds = talk(
        "seeds",
        summary="On seeds.",
        links={"source": Url("https://example.org/s")},
        deliveries=(
            delivery("Flora", "2006-05-17", time=Hours.parse("14:30"), timezone=TimeZone("Europe/Oslo")),
            delivery("Herbaria", "2005", video=Url("https://example.org/v?a=ä"), title="Seeds & drawn"),
            delivery("Fungi", "2030-05", upcoming=True),
            delivery("Trees", "2004", slides=Url("https://example.org/f")),
        ),
    )
    found = feedparser.parse(data(feed, career(seeds), replace(site(), modified=lambda: modified)))
    assert not found.bozo
    home, of = "https://example.org/me/talks/seeds/", "tag:portfolio.invalid,2026:talks/seeds"
    shown = [(each.id, each.link, each.title, each.summary, each.get("published")) for each in found.entries]
    assert {each[0]: each[1:] for each in shown} == {
        of: (home, "Seeds", "Trees, Oslo, 2004. On seeds.", "2004-01-01T00:00:00+00:00"),
        f"{of}#herbaria": (
            f"{home}#herbaria",
            "Seeds & drawn, Herbaria",
            "Herbaria, Oslo, 2005. On seeds.",
            "2005-01-01T00:00:00+00:00",
        ),
        f"{of}#flora": (
            f"{home}#flora",
            "Seeds, Flora",
            "Flora, Oslo, 17 May 2006, 2:30 pm GMT+02:00. On seeds.",
            "2006-05-17T00:00:00+00:00",
        ),
        # Of what is announced only, nobody can say that it was published.
        f"{of}#fungi": (f"{home}#fungi", "Seeds, Fungi", "Fungi, Oslo, May 2030, upcoming. On seeds.", None),
    }
    dates = [each[4] or "2030-05-01T00:00:00+00:00" for each in shown]
    assert [each.updated for each in found.entries] == ([*modified.values()] * 4 or dates)
    related = {
        (each.id.removeprefix(of), link.title, link.href)
        for each in found.entries
        for link in each.links
        if link.rel == "related"
    }
    assert related == {
        ("#herbaria", "Video", "https://example.org/v?a=%C3%A4"),
        ("", "Source", "https://example.org/s"),
        ("", "Video", "https://example.org/v?a=%C3%A4"),
        ("", "Slides", "https://example.org/f"),
    }


def test_a_talk_is_in_the_feed_as_soon_as_it_is_announced() -> None:
    announced = career(talk("seeds", deliveries=(delivery("A", "2030", upcoming=True),)))
    (item,) = feedparser.parse(data(feed, announced, site())).entries
    assert (item.id, item.get("published")) == ("tag:portfolio.invalid,2026:talks/seeds", None)
    assert item.summary == "A, Oslo, 2030, upcoming."


def test_the_feed_is_what_its_readers_expect() -> None:
    entries = (
        project("atlas", "2003", title="Atlas <of> & “seeds”", summary="1 < 2 & 3; <b>bold</b>"),
        talk("seeds", "2006-05-17"),
        talk("leaves", "2006-05-17"),
    )
    found = feedparser.parse(data(feed, career(*entries), site()))
    assert (found.bozo, found.version, found.encoding) == (False, "atom10", "utf-8")
    assert (found.feed.title, found.feed.author, found.feed.id) == (
        "A botanist: talks, projects, and publications",
        "B. Otanist",
        "tag:portfolio.invalid,2026:index",
    )
    assert {link.rel: link.href for link in found.feed.links} == {
        "alternate": "https://example.org/me/",
        "self": "https://example.org/me/feed.xml",
    }
    assert found.feed.updated == "2006-05-17T00:00:00+00:00"
    assert [(entry.id, entry.link, entry.tags[0].term, entry.updated[:10]) for entry in found.entries] == [
        ("tag:portfolio.invalid,2026:talks/leaves", "https://example.org/me/talks/leaves/", "talk", "2006-05-17"),
        ("tag:portfolio.invalid,2026:talks/seeds", "https://example.org/me/talks/seeds/", "talk", "2006-05-17"),
        (
            "tag:portfolio.invalid,2026:projects/atlas",
            "https://example.org/me/projects/atlas/",
            "project",
            "2003-01-01",
        ),
    ]
    atlas = found.entries[-1]
    assert atlas.title == "Atlas <of> & “seeds”"
    assert atlas.summary == "1 &lt; 2 &amp; 3; &lt;b&gt;bold&lt;/b&gt;"  # HTML, which shows what was written


def test_the_feed_has_what_the_rfc_demands() -> None:
    """https://www.rfc-editor.org/rfc/rfc4287#section-4.1."""
    root = ElementTree.fromstring(data(feed, career(project("atlas", "2003"), talk("seeds", "2006")), site()))
    assert root.tag == f"{ATOM}feed"
    assert root.attrib == {"{http://www.w3.org/XML/1998/namespace}lang": "en"}
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1, name
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00\+00:00", element.findtext(f"{ATOM}updated", ""))
        assert len([link for link in element.findall(f"{ATOM}link") if link.get("rel") == "alternate"]) == 1
    assert len(root.findall(f"{ATOM}author/{ATOM}name")) == 1
    ids = [element.text for element in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)


def test_no_password_is_part_of_every_address() -> None:
    with pytest.raises(ValueError, match="which holds a name or a password"):
        base("https://ada:secret@example.org/")
