"""The selection of a CV: what is chosen, in which order, and how it is cut."""

import datetime as dt
from dataclasses import replace

import pytest

from careers import TODAY, career, education, employer, mention, project, sabbatical, skill, talk
from portfolio.export.cv.selection import content
from portfolio.export.cv.shape import Curriculum, Item, Section, Words
from portfolio.export.site import Site
from portfolio.i18n import wording
from portfolio.i18n.translation import ENGLISH, Language
from portfolio.model.career import Career
from portfolio.model.dates import Period
from portfolio.model.entries import Entry, Slug, Url
from portfolio.model.fields import Kind
from portfolio.model.kinds import Delivery
from portfolio.model.person import Email, Person, Phone
from portfolio.model.variant import Limits, Pages, Variant

SITE = Site(title="Ada", author="Ada Flora", code="en", language=ENGLISH, base="", path=lambda docname: f"{docname}/")
DRAWING = skill("drawing", category="Arts")
TAXONOMY = skill("taxonomy", category="Botany")
GERMAN = Language.of("de")


def variant(*skills: str, **fields: object) -> Variant:
    return Variant(name="x", title="Illustrator", skills=tuple(map(Slug, skills)), **fields)  # type: ignore[arg-type]


def selected(*entries: Entry, site: Site = SITE, by: Variant | None = None, person: Person | None = None) -> Curriculum:
    found = career(*entries)
    found.person = person
    cv = content(found, site, by)
    assert cv is not None
    return cv


def section(cv: Curriculum, kind: Kind) -> Section:
    (found,) = (each for each in cv.sections if each.kind == kind)
    return found


def titles(cv: Curriculum, kind: Kind) -> list[str]:
    return [item.title.text for each in cv.sections if each.kind == kind for item in each.items]


def test_nothing_is_no_curriculum_vitae() -> None:
    assert content(career(), SITE) is None
    assert content(career(DRAWING), SITE) is None


def test_one_job_and_nobody_known() -> None:
    cv = selected(employer("kew", "2001-03 – now"))
    assert (cv.name, cv.label, cv.summary, cv.contacts) == ("Ada Flora", "", "", ())
    assert cv.title == "Ada Flora: Curriculum vitae"
    assert cv.date == dt.date(2001, 3, 1)
    assert cv.sections == (
        Section(
            kind="employer",
            heading="Experience",
            items=(
                Item(
                    period=Period.parse("2001-03 – now"),
                    when="Mar 2001 – Present",
                    title=Words(text="Kew"),
                    details=("Kew",),
                    summary="",
                ),
            ),
        ),
    )


def test_all_kinds_have_a_section_and_every_entry_its_details() -> None:
    cv = selected(
        employer("kew", "2001 – 2004", role="Illustrator", places=("Kew", "Wakehurst"), skills=("drawing",)),
        project("atlas", "2003", role="Author", employers=("kew",), links={"source": Url("https://example.org/s")}),
        project("lost", employers=("gone",)),
        talk("seeds", "2006-05-17"),
        education("leeds", "1998 – 2001", degree="B.Sc.", honors="With honors", minor="Chemistry"),
        sabbatical("lima", "2005", role="Volunteer"),
        DRAWING,
    )
    assert [(each.heading, [(item.when, item.facts) for item in each.items]) for each in cv.sections] == [
        ("Experience", [("2001 – 2004", ("Kew", "Kew, Wakehurst"))]),
        ("Projects", [("2003", ("Author", "Kew")), ("", ())]),
        ("Talks", [("May 2006", ("Event 1", "Oslo"))]),
        ("Skills", []),
        ("Education", [("1998 – 2001", ("B.Sc.", "With honors", "minor in Chemistry", "Leeds"))]),
        ("Sabbaticals", [("2005", ("Volunteer", "Lima"))]),
    ]
    assert section(cv, "employer").items[0].organization == "Kew"
    assert section(cv, "project").items[0].links == (Words(text="Source", url="https://example.org/s"),)


def test_titles_lead_to_pages_where_their_address_is_known() -> None:
    cv = selected(
        employer("kew", "2001", skills=("drawing",)),
        DRAWING,
        site=replace(SITE, base="https://example.org/"),
        person=None,
    )
    assert section(cv, "employer").items[0].title.url == "https://example.org/employers/kew/"
    assert section(cv, "skill").groups[0].skills[0].url == "https://example.org/skills/drawing/"
    assert cv.contacts == (Words(text="example.org", url="https://example.org/", label="Portfolio"),)


@pytest.mark.parametrize(
    ("modified", "date"),
    [
        ({}, dt.date(2004, 1, 1)),
        ({"employers/kew": "2003-05-17T10:00:00+00:00", "skills/drawing": "2020-02-03T10:00:00+00:00"}, dt.date(2020, 2, 3)),
        ({"employers/kew": "2003-05-17T10:00:00+00:00", "index": "2021-01-01T10:00:00+00:00"}, dt.date(2004, 1, 1)),
    ],
)  # fmt: skip
def test_it_is_dated_by_its_last_change_or_by_what_it_names(modified: dict[str, str], date: dt.date) -> None:
    cv = selected(employer("kew", "2001-03 – 2004"), DRAWING, site=replace(SITE, modified=lambda: modified))
    assert cv.date == date


def test_where_the_person_is_found() -> None:
    person = Person(
        name="Ada Flora",
        label="Illustrator",
        summary="I draw.",
        place="Kew",
        email=Email('a"b@example.org'),
        phone=Phone("+44 (0)20 1"),
        url=Url("https://example.org"),
        profiles={"GitHub": Url("https://github.com/ada"), "Again": Url("https://github.com/ada/")},
    )
    cv = selected(employer("kew", "2001"), person=person, site=replace(SITE, base="https://example.org/"))
    assert (cv.name, cv.label, cv.summary) == ("Ada Flora", "Illustrator", "I draw.")
    assert cv.contacts == (
        Words(text="Kew"),
        Words(text='a"b@example.org', url="mailto:a%22b@example.org", label="Email"),
        Words(text="+44 (0)20 1", url="tel:+44201", label="Telephone"),
        Words(text="example.org", url="https://example.org/", label="Portfolio"),
        Words(text="github.com/ada", url="https://github.com/ada", label="GitHub"),
    )


def test_a_profile_with_the_label_of_another_address_takes_no_place_but_its_own() -> None:
    profiles = {"Website": Url("https://ada.example/"), "Portfolio": Url("https://ada.example/work")}
    person = Person(name="Ada Flora", url=Url("https://example.com/ada"), profiles=profiles)
    cv = selected(employer("kew", "2001"), person=person, site=replace(SITE, base="https://example.org/"))
    assert [(each.label, each.text) for each in cv.contacts] == [
        ("Portfolio", "example.org"),
        ("Website", "example.com/ada"),
        ("Website", "ada.example"),
        ("Portfolio", "ada.example/work"),
    ]


def test_highlights_of_the_newest_employers_are_included() -> None:
    many = tuple(f"Done {n}." for n in range(9))
    jobs = [employer(f"job-{n}", str(2000 + n), highlights=many, title=f"Job {n}") for n in range(9)]
    cv = selected(*jobs, project("atlas", "2003", highlights=many))
    assert titles(cv, "employer") == [f"Job {n}" for n in reversed(range(9))]
    assert [len(item.highlights) for item in section(cv, "employer").items] == [6] * 8 + [1]
    assert section(cv, "project").items[0].highlights == ("Done 0.",)


def test_projects_and_talks_are_those_that_prove_most() -> None:
    more = [project(f"p{n}", str(2000 + n)) for n in range(9)]
    cv = selected(
        *more,
        project("atlas", "1999", skills=("drawing", "taxonomy")),
        project("bank", "1998", skills=("drawing",)),
        project("shown", "1997", skills=("drawing",), links={"source": Url("https://example.org/s")}),
        *(talk(f"t{n}", str(2000 + n)) for n in range(9)),
        talk("seeds", "1999", "2001", skills=("drawing",)),
        DRAWING,
        TAXONOMY,
    )
    assert titles(cv, "project") == ["Shown", "Atlas", "Bank", "P8", "P7", "P6"]
    assert titles(cv, "talk") == ["Seeds", "T8", "T7", "T6", "T5"]
    assert section(cv, "talk").items[0].when == "2001"


def test_a_talk_is_shown_by_its_latest_delivery_and_not_before_it_was_given() -> None:
    given = Delivery(event="Flora", place="Oslo", date=Period.parse("2006-05-17"))
    to_come = Delivery(event="Fungi", place="Lima", date=Period.parse("2030"), upcoming=True)
    cv = selected(talk("seeds", deliveries=(to_come, given)), talk("fungi", deliveries=(to_come,)))
    assert [(item.title.text, item.when, item.details) for item in section(cv, "talk").items] == [
        ("Seeds", "May 2006", ("Flora", "Oslo"))
    ]
    assert cv.date == dt.date(2006, 5, 17)


def test_skills_are_proven_and_the_best_come_first() -> None:
    cv = selected(
        employer("kew", "2001 – now", skills=("drawing", "taxonomy")),
        project("atlas", "2003", skills=("taxonomy",)),
        TAXONOMY,
        DRAWING,
        skill("moss", category="Botany"),
        skill("ferns", category="Botany"),
        project("undated", skills=("ferns",)),
    )
    groups = [
        (group.category, [(each.text, each.label) for each in group.skills]) for group in section(cv, "skill").groups
    ]
    assert groups == [
        ("Arts", [("Drawing", "2001 – Present")]),
        ("Botany", [("Taxonomy", "2001 – Present"), ("Ferns", "")]),
    ]


def test_what_is_too_long_is_cut_between_words() -> None:
    many = "many words " * 50
    cv = selected(project("kew", "2001", summary=many, title="\u202ex" * 200, role="\u2066a\u2069"))
    (item,) = section(cv, "project").items
    assert (len(item.summary) <= 202, item.summary.endswith(" …")) == (True, True)
    assert item.title.text == "x" * 90 + " …"
    assert item.details[0] == "a"


def test_nothing_depends_on_the_day() -> None:
    entries = [employer("kew", "2001 – now", skills=("drawing",)), project("atlas", "2003 – now", skills=("drawing",))]
    by_page = {entry.docname: entry for entry in [*entries, DRAWING, project("bank", "2002", skills=("drawing",))]}
    there, then = (
        content(Career(entries=by_page, mentions={}, today=today), SITE) for today in (TODAY, TODAY.replace(year=2100))
    )
    assert there == then
    assert there is not None


def test_german_words() -> None:
    cv = selected(
        employer("kew", "2001-03 – now", skills=("drawing",)), DRAWING, site=replace(SITE, code="de", language=GERMAN)
    )
    assert [each.heading for each in cv.sections] == ["Berufserfahrung", "Fähigkeiten"]
    assert section(cv, "employer").items[0].when == "März 2001 – heute"
    assert (cv.title, cv.code) == ("Ada Flora: Lebenslauf", "de")


FOUND = (
    employer("kew", "2001 – 2004", skills=("taxonomy",), highlights=("Named.",)),
    employer("press", "2005 – 2009", highlights=("Printed.",)),
    employer("lab", "2010 – now", skills=("drawing",), highlights=("Drew.",)),
    project("atlas", "2003", skills=("drawing",), employers=("kew",)),
    project("keys", "2002", skills=("drawing", "taxonomy"), employers=("kew",)),
    project("other", "2008"),
    talk("seeds", "2003", "2008", skills=("taxonomy",)),
    talk("leaves", "2009"),
    education("leeds", "1998 – 2001"),
    DRAWING,
    TAXONOMY,
)


def test_a_variant_includes_what_shows_the_skills_that_matter() -> None:
    cv = selected(*FOUND, by=variant("taxonomy", "drawing"))
    assert (cv.title, cv.label, cv.pages, cv.paper) == ("Ada Flora: Illustrator", "Illustrator", 2, "a4")
    assert [each.kind for each in cv.sections] == ["skill", "employer", "project", "talk", "education"]
    assert [group.category for group in section(cv, "skill").groups] == ["Botany", "Arts"]
    assert titles(cv, "employer") == ["Lab", "Press", "Kew"]
    assert titles(cv, "project") == ["Keys", "Atlas"]
    assert titles(cv, "talk") == ["Seeds"]


@pytest.mark.parametrize(
    ("fields", "employers", "projects", "talks"),
    [
        ({"kinds": ("employer",)}, ["Lab", "Press", "Kew"], [], []),
        ({"kinds": ("project", "talk")}, [], ["Keys", "Atlas"], ["Seeds: 2008"]),
        ({"span": Period.parse("2003 – 2004")}, ["Kew"], ["Atlas"], ["Seeds: 2003"]),
        ({"span": Period.parse("2009-06 – now")}, ["Lab", "Press"], [], []),
        ({"span": Period.parse("1990")}, [], [], []),
    ],
)
def test_a_variant_includes_some_kinds_and_times_only(
    fields: dict[str, object], employers: list[str], projects: list[str], talks: list[str]
) -> None:
    found = content(career(*FOUND), SITE, variant("taxonomy", "drawing", **fields))
    if found is None:
        assert not employers
        return
    jobs = [item for each in found.sections if each.kind == "employer" for item in each.items]
    assert [item.title.text for item in jobs] == employers
    assert titles(found, "project") == projects
    given = [item for each in found.sections if each.kind == "talk" for item in each.items]
    assert [f"{item.title.text}: {item.when}" for item in given] == talks
    assert ("skill" in [each.kind for each in found.sections]) == ("kinds" not in fields)


def test_a_short_variant_is_cut_more() -> None:
    cv = selected(*FOUND, by=variant("taxonomy", limit=Pages(1), paper="letter"))
    assert (cv.pages, cv.paper) == (1, "letter")
    # The highlights of the two that show most, or are newest; none of the third.
    assert {item.title.text: len(item.highlights) for item in section(cv, "employer").items} == {
        "Kew": 1,
        "Lab": 1,
        "Press": 0,
    }
    short, usual, long = (Limits.of(variant("taxonomy", limit=Pages(pages))) for pages in (1, 2, 3))
    assert replace(usual, pages=2) == Limits()
    assert [each.most("project") for each in (short, usual, long)] == [3, 6, 9]
    assert [each.most("talk") for each in (short, usual, long)] == [2, 5, 7]
    assert usual.most("employer") is None
    assert short.highlights < usual.highlights == long.highlights


def test_a_mention_in_prose_is_evidence_too() -> None:
    found = career(
        project("atlas", "2003"), DRAWING, TAXONOMY, mentions=(mention("projects/atlas", "skill", "drawing", "Plates"),)
    )
    cv = content(found, SITE, variant("drawing", "taxonomy", "gone"))
    assert cv is not None
    assert titles(cv, "project") == ["Atlas"]
    assert [each.text for group in section(cv, "skill").groups for each in group.skills] == ["Drawing"]


@pytest.mark.parametrize(
    ("written", "short", "numeric"),
    [
        ("2017", "2017", "2017"),
        ("2017-03", "Mar 2017", "03/2017"),
        ("2017-03-04", "Mar 2017", "03/2017"),
        ("2017-03-04 – 2017-03-06", "Mar 2017", "03/2017"),
        ("2015 – 2017-03", "2015 – Mar 2017", "2015 - 03/2017"),
        ("2015-12 – now", "Dec 2015 – now", "12/2015 - Present"),
    ],
)
def test_dates(written: str, short: str, numeric: str) -> None:
    assert wording.short_period(Period.parse(written), ENGLISH) == short
    assert wording.numeric_period(Period.parse(written), ENGLISH) == numeric


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("2001 – 2003", "2003 – 2005", True),
        ("2001 – 2003-04", "2003-05 – 2005", False),
        ("2001 – now", "2030", True),
        ("2001 – now", "1999 – 2000", False),
        ("2001 – now", "1999 – now", True),
    ],
)
def test_overlaps(one: str, other: str, overlap: bool) -> None:
    first, second = Period.parse(one), Period.parse(other)
    assert first.overlaps(second) == second.overlaps(first) == overlap


def test_a_talk_is_shown_by_what_can_be_looked_at_and_leads_there() -> None:
    video, slides = Url("https://example.org/v"), Url("https://example.org/s")
    older = Delivery(event="Flora", place="Oslo", date=Period.parse("2005"), video=video)
    newer = Delivery(event="Fungi", place="Lima", date=Period.parse("2006"), slides=slides)
    last = Delivery(event="Algae", place="Rome", date=Period.parse("2007"))
    (item,) = section(selected(talk("seeds", deliveries=(older, newer, last))), "talk").items
    assert (item.when, item.details, [link.url for link in item.links]) == ("2006", ("Fungi", "Lima"), [slides])


def test_a_project_without_a_period_has_no_date_and_highlights_go_to_those_who_have_some() -> None:
    cv = selected(
        *(employer(f"e{n}", f"{2010 + n}") for n in range(5)),
        employer("kew", "2001", highlights=("One.", "Two.", "Three.")),
        project("atlas", employers=("kew",)),
    )
    assert [(item.when, item.period) for item in section(cv, "project").items] == [("", None)]
    assert section(cv, "employer").items[-1].highlights == ("One.", "Two.", "Three.")
