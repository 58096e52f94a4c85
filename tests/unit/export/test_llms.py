"""llms.txt: what it says of a career, as https://llmstxt.org has it."""

import datetime as dt
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from careers import career, education, employer, project, sabbatical, skill, talk
from hostile_careers import TEXTS
from portfolio.export import EXPORTS, llms
from portfolio.export.file import File, Link
from portfolio.export.site import Site
from portfolio.i18n.translation import ENGLISH, Language
from portfolio.model.career import Career
from portfolio.model.dates import Period
from portfolio.model.entries import Entry
from portfolio.model.kinds import Delivery
from portfolio.model.person import Person

ENTRIES = (
    employer("kew", "2001 – now", role="Illustrator", summary="A garden."),
    education("leeds", "1998 – 2002"),
    sabbatical("lima", "2006"),
    project("atlas", "2003 – 2005", title="Atlas [of] Seeds", summary="Five hundred plates.", skills=("drawing",)),
    project("bank", employers=("kew",), summary="Seeds."),
    talk("seeds", "2006-05-17", "2007", skills=("drawing",)),
    skill("drawing", summary="Pens."),
)
PAGES = {"colophon": "Colophon", "index": "A botanist", "projects/index": "Projects", "timeline": "Timeline"}


def site(base: str = "https://example.org/me/", titles: dict[str, str] = PAGES) -> Site:
    return Site(title="A site", author="B", code="en", language=ENGLISH, base=base, path=str, titles=titles)


def owned(person: Person) -> Career:
    return Career(
        entries={entry.docname: entry for entry in ENTRIES}, mentions={}, today=dt.date(2020, 1, 1), person=person
    )


def text(career: Career, site: Site) -> str:
    (file,) = llms.files(career, site)
    return file.write(file.content).decode()


def test_it_lists_all_pages_by_kind_newest_first() -> None:
    person = Person(name="Ada *Flora*", label="Illustrator", summary="I draw\nplants.", place="Kew")
    beside = (
        File(name="talks.ics", content="", write=repr, link=Link(media_type="text/calendar", label="Calendar")),  # type: ignore[arg-type]
        File(name="robots.txt", content="", write=repr),  # type: ignore[arg-type]
    )
    assert (
        text(owned(person), replace(site(), beside=beside))
        == """\
# Ada \\*Flora\\*

> I draw plants.

Illustrator, Kew.

The links lead to pages in Markdown. Each ends with the page's address in HTML, which is to be cited.

## About

- [A botanist](https://example.org/me/index.md)
- [Timeline](https://example.org/me/timeline.md)

## Experience

- [Kew](https://example.org/me/employers/kew.md): Illustrator, 2001 – now. A garden.

## Projects

- [Projects](https://example.org/me/projects/index.md)
- [Bank](https://example.org/me/projects/bank.md): within 2001 – now. Seeds.
- [Atlas \\[of\\] Seeds](https://example.org/me/projects/atlas.md): 2003 – 2005. Five hundred plates.

## Talks

- [Seeds](https://example.org/me/talks/seeds.md): Event 1, Oslo, 17 May 2006; Event 2, Oslo, 2007

## Skills

- [Drawing](https://example.org/me/skills/drawing.md): 2003 – 2007 · about 2 years · 1 project, 1 talk. Pens.

## Education

- [Leeds](https://example.org/me/education/leeds.md): 1998 – 2002

## Sabbaticals

- [Lima](https://example.org/me/sabbaticals/lima.md): 2006

## Optional

- [Colophon](https://example.org/me/colophon.md)
- [llms-full.txt](https://example.org/me/llms-full.txt): The text of all pages in one file.
- [Calendar](https://example.org/me/talks.ics)
"""
    )


def test_a_talk_s_event_place_and_date_stand_together() -> None:
    given = (
        Delivery(event="Flora", place="Oslo", date=Period.parse("2006-05-17")),
        Delivery(event="Herbaria", date=Period.parse("2027"), upcoming=True),
    )
    found = text(career(talk("seeds", deliveries=given, summary="How to draw.")), site(""))
    assert "(talks/seeds.md): Flora, Oslo, 17 May 2006; Herbaria, 2027, upcoming. How to draw.\n" in found


PERSONS = (
    (None, "# A site\n\n## About"),
    (Person(name="Ada"), "# Ada\n\n## About"),
    (Person(name="Ada", label="Illustrator", place="Kew"), "# Ada\n\n> Illustrator\n\n## About"),
    (Person(name="Ada", summary="I draw."), "# Ada\n\n> I draw.\n\n## About"),
    (Person(name="Ada", summary="- I draw.", place="Kew"), "# Ada\n\n> \\- I draw.\n\nKew.\n\n## About"),
)


@pytest.mark.parametrize(("person", "start"), PERSONS)
def test_it_begins_with_what_is_known_of_the_person(person: Person, start: str) -> None:
    assert text(owned(person), site("")).startswith(start)


def test_without_an_address_links_are_relative_to_the_site_s_root() -> None:
    found = text(career(*ENTRIES), site(""))
    assert "- [Kew](employers/kew.md): " in found
    assert "cited" not in found
    assert "https:" not in found


def test_a_site_of_pages_alone_is_listed_and_an_empty_one_is_not() -> None:
    assert "## About\n\n- [A botanist](index.md)" in text(career(), site(""))
    assert list(llms.files(career(), site(titles={}))) == []


@pytest.mark.parametrize(
    "name", ["colophon", "privacy", "impressum", "datenschutz", "de/impressum", "mentions-legales"]
)
def test_pages_about_the_site_come_last(name: str) -> None:
    found = text(career(), site(titles={name: "A", "index": "B"}))
    assert found.index("## About\n\n- [B]") < found.index("## Optional\n\n- [A]")


def test_pages_with_unusual_names_can_be_reached() -> None:
    found = text(career(), site(titles={"two words/α": "A", "employers": "B"}))
    assert "[A](https://example.org/me/two%20words/%CE%B1.md)" in found
    assert "## About\n\n- [B](https://example.org/me/employers.md)" in found.replace(
        "- [A](https://example.org/me/two%20words/%CE%B1.md)\n", ""
    )


def test_it_speaks_the_site_s_language_but_for_the_convention_s_word() -> None:
    found = text(career(*ENTRIES), replace(site(), language=Language.of("de")))
    assert "## Überblick" in found
    assert "## Berufserfahrung" in found
    assert "## Optional" in found


def test_it_is_the_last_of_the_exports() -> None:
    """For it leads to those before it."""
    assert EXPORTS[-1].name == llms.NAME


@pytest.mark.unmeasured
@pytest.mark.parametrize("hostile", TEXTS)
def test_hostile_texts_are_read_as_they_were_written(hostile: str) -> None:
    hostile = hostile.format(n=1)
    entries: list[Entry] = [replace(entry, title=hostile, summary=hostile) for entry in ENTRIES]
    person = Person(name=hostile, label=hostile, summary=hostile, place=hostile)
    made = Career(
        entries={entry.docname: entry for entry in entries}, mentions={}, today=dt.date(2020, 1, 1), person=person
    )
    found = [
        "".join(child.content for child in token.children or [])
        for token in MarkdownIt("commonmark").parse(text(made, site()))
        if token.type == "inline"
    ]
    expected = " ".join(hostile.split())
    assert " ".join(" ".join(found).split()).count(expected) == 4 + 2 * len(ENTRIES)
