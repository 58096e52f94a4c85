"""``resume.json``: what each property says, and what the schema allows, without the schema, which is others' work."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from careers import career, education, employer, project, publication, sabbatical, skill, talk
from filled_careers import changes, filled, hostile, whole
from hostile_careers import TEXTS
from portfolio.export.json_resume import files as resume
from portfolio.export.site import Site
from portfolio.i18n.translation import ENGLISH, Language
from portfolio.model.career import Career
from portfolio.model.dates import Period
from portfolio.model.entries import Entry, Slug, Url
from portfolio.model.fields import Kind, fields_of
from portfolio.model.kinds import KINDS, Delivery, Employment
from portfolio.model.person import Email, Person, Phone, Photo, SkillGroups
from portfolio.model.variant import Pages, Variant

LEFT_OUT = {"archives", "family_name", "given_name", "pronunciation"}
"""What the file does not say of a person."""
TEXTS_OF = {
    "basics": {"name", "label", "image", "email", "phone", "url", "summary"},
    "location": {"address", "postalCode", "city", "countryCode", "region"},
    "profiles": {"network", "username", "url"},
    "work": {"name", "location", "description", "position", "url", "startDate", "endDate", "summary"},
    "volunteer": {"organization", "position", "url", "startDate", "endDate", "summary"},
    "education": {"institution", "url", "area", "studyType", "startDate", "endDate", "score"},
    "projects": {"name", "description", "startDate", "endDate", "url", "entity", "type"},
    "publications": {"name", "publisher", "releaseDate", "url", "summary"},
    "awards": {"title", "date", "awarder", "summary"},
    "certificates": {"name", "date", "url", "issuer"},
    "languages": {"language", "fluency"},
    "skills": {"name", "level"},
    "meta": {"canonical", "version", "lastModified"},
}
"""The properties that the schema knows and that are text, by where they stand."""
LISTS_OF = {
    "work": {"highlights"},
    "volunteer": {"highlights"},
    "education": {"courses"},
    "projects": {"highlights", "keywords", "roles"},
    "skills": {"keywords"},
}
"""Those that are lists of texts."""
SECTIONS = set(TEXTS_OF) - {"basics", "location", "profiles", "meta"}
OURS = {
    "basics": {"location", "profiles", "website", "picture"},
    "work": {"keywords", "company", "website"},
    "volunteer": {"keywords", "location"},
    "education": {"keywords", "location", "summary", "highlights", "website"},
    "publications": {"keywords", "website"},
    "awards": {"keywords", "url", "website"},
    "certificates": {"keywords", "summary", "website"},
}
"""Those that it does not know, and the two that hold others."""
DATE = re.compile(r"[1-2][0-9]{3}(-[0-1][0-9](-[0-3][0-9])?)?")


def site(base: str = "https://example.org/me/", language: Language = ENGLISH) -> Site:
    return Site(
        title="A", author="B. Otanist", code="en", language=language, base=base, path=lambda docname: f"{docname}/"
    )


def data(found: Career, base: str = "https://example.org/me/", language: Language = ENGLISH) -> Any:
    (file,) = resume.files(found, site(base, language))
    read = json.loads(file.write(file.content))
    assert_shape(read)
    return read


def parts(read: Any) -> Iterator[tuple[str, Any]]:
    """The objects that the schema knows, each with the name of where it stands."""
    yield from ((name, read[name]) for name in ("basics", "meta"))
    yield "location", read["basics"].get("location", {})
    yield from (("profiles", each) for each in read["basics"].get("profiles", []))
    for name in SECTIONS:
        yield from ((name, each) for each in read.get(name, []))


def assert_shape(read: Any) -> None:
    assert set(read) <= {"$schema", "basics", *SECTIONS, "meta"}
    for name, part in parts(read):
        texts, lists = TEXTS_OF[name], LISTS_OF.get(name, set())
        assert set(part) <= texts | lists | OURS.get(name, set()), name
        assert all(isinstance(part[each], str) and part[each] for each in (texts - {"level"}) & set(part))
        assert all(isinstance(text, str) for each in lists & set(part) for text in part[each])
        assert all(DATE.fullmatch(part[each]) for each in {"startDate", "endDate", "releaseDate"} & set(part))
        assert all(re.match("https?://", part[each]) for each in {"url", "image", "canonical"} & set(part))


def delivery(event: str, date: str, **fields: Any) -> Delivery:
    return Delivery(event=event, place="Oslo", date=Period.parse(date), **fields)


FIELDS = [
    (kind, field.name)
    for kind, cls in KINDS.items()
    for field in fields_of(cls)
    if cls.traits.json_resume
    if field.exported.json_resume or field.is_time or field.name in {"title", "summary"}
    if (kind, field.name) != ("skill", "summary")  # skills are names in their categories
]


@pytest.mark.unmeasured
@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_every_field_with_a_property_arrives(kind: Kind, name: str) -> None:
    entry = filled(KINDS[kind], 0)
    entry = replace(entry, positions=()) if isinstance(entry, Employment) else entry
    there, back = (resume.content(whole(each), site()) for each in (entry, changes(KINDS[kind], entry)[name]))
    assert there != back


@pytest.mark.parametrize("name", sorted(set(changes(Person, filled(Person, 0))) - LEFT_OUT))
def test_every_field_of_the_person_arrives(name: str) -> None:
    person = Person(
        **{**{each: getattr(filled(Person, 0), each) for each in changes(Person, filled(Person, 0))}, "email": "a@b"}
    )
    other = changes(Person, person)[name] if name != "email" else Person(name=person.name, email=Email("c@d"))
    there, back = (resume.content(career(person=each), site()) for each in (person, other))
    assert there != back


BASICS = (
    (Person(name="Ada"), {"name": "Ada", "url": "https://example.org/me/"}),
    (Person(name="Ada", label="Draws"), {"label": "Draws"}),
    (Person(name="Ada", summary="I draw."), {"summary": "I draw."}),
    (Person(name="Ada", place="Kew, England"), {"location": {"city": "Kew, England"}}),
    (Person(name="Ada", url=Url("https://example.org/ada")), {"url": "https://example.org/ada"}),
    (Person(name="Ada", photo=Photo("https://example.org/é.jpg")), {"image": "https://example.org/%C3%A9.jpg"}),
    (Person(name="Ada", email=Email("ada@example.org")), {"email": "ada@example.org"}),
    (Person(name="Ada", phone=Phone("+44")), {"phone": "+44"}),
    (
        Person(name="Ada", profiles={"GitHub": Url("https://github.com/ada")}),
        {"profiles": [{"network": "GitHub", "username": "ada", "url": "https://github.com/ada"}]},
    ),
    (
        Person(name="Ada", profiles={"Blog": Url("https://example.org")}),
        {"profiles": [{"network": "Blog", "url": "https://example.org"}]},
    ),
)


@pytest.mark.parametrize(("person", "found"), BASICS)
def test_basics(person: Person, found: dict[str, object]) -> None:
    basics = data(career(person=person))["basics"]
    # As version 0.0 calls them.
    assert (basics.pop("website"), basics.pop("picture", None)) == (basics["url"], basics.get("image"))
    assert basics == {"name": "Ada", "url": "https://example.org/me/", **found}


def test_nothing_private_is_said_that_the_person_does_not_say() -> None:
    assert set(data(whole(person=Person(name="Ada")), "")["basics"]) == {"name"}


@pytest.mark.parametrize(
    ("base", "found"),
    [
        ("", {"name": "B. Otanist"}),
        (
            "https://example.org/me/",
            dict.fromkeys(("url", "website"), "https://example.org/me/") | {"name": "B. Otanist"},
        ),
    ],
)
def test_without_a_person_there_is_the_author(base: str, found: dict[str, str]) -> None:
    assert data(career(skill("drawing")), base)["basics"] == found


LINKS = {
    "website": Url("https://example.org/w"),
    "source": Url("https://example.org/s"),
    "article": Url("https://example.org/a"),
}
ITEMS: tuple[tuple[str, Entry, dict[str, object]], ...] = (
    ("work", employer("kew", "2001 – 2005-06"), {"name": "Kew", "location": "Kew", "startDate": "2001", "endDate": "2005-06"}),
    ("work", employer("kew", "2001-02-03 – now"), {"startDate": "2001-02-03", "endDate": None}),
    ("work", employer("kew", "2001"), {"startDate": "2001", "endDate": "2001"}),
    ("work", employer("kew", "0999 – 2001"), {"startDate": None, "endDate": "2001"}),
    ("work", employer("kew", "2001", places=("Kew", "Oslo"), role="Draws"), {"location": "Kew, Oslo", "position": "Draws"}),
    ("work", employer("kew", "2001", summary="A garden.", highlights=("A.", "B.")), {"summary": "A garden.", "highlights": ["A.", "B."]}),
    ("work", employer("kew", "2001", links=LINKS), {"url": "https://example.org/w", "position": None}),
    ("work", employer("kew", "2001", skills=("drawing", "gone")), {"url": None, "keywords": ["Drawing"]}),
    ("education", education("leeds", "1998 – 2002", degree="B.Sc. in Botany"), {"institution": "Leeds", "studyType": "B.Sc.", "area": "Botany", "startDate": "1998", "endDate": "2002"}),
    ("education", education("leeds", "1998", honors="First"), {"score": None, "courses": None, "studyType": None, "location": "Leeds"}),
    ("education", education("leeds", "1998", grade="1.3"), {"score": "1.3"}),
    ("awards", education("leeds", "1998 – 2002-06", honors="First"), {"title": "First", "awarder": "Leeds", "date": "2002-06"}),
    ("education", education("leeds", "1998", minor="Chemistry", links=LINKS), {"courses": ["minor in Chemistry"], "url": "https://example.org/w"}),
    ("education", education("leeds", "1998", summary="Botany.", skills=("drawing",)), {"summary": "Botany.", "keywords": ["Drawing"]}),
    ("projects", project("atlas", "2003-01 – 2005", summary="Plates."), {"name": "Atlas", "description": "Plates.", "startDate": "2003-01", "endDate": "2005", "type": "project"}),
    ("projects", project("atlas", employers=("kew", "gone")), {"entity": "Kew", "startDate": "2001", "endDate": "2001"}),
    ("projects", project("atlas", "2003", role="Author", highlights=("A.",), skills=("drawing",)), {"roles": ["Author"], "highlights": ["A."], "keywords": ["Drawing"]}),
    ("projects", project("atlas", "2003", links=LINKS), {"url": "https://example.org/w", "roles": [], "entity": None}),
    ("projects", project("atlas", "2003", links={"article": LINKS["article"], "source": LINKS["source"]}), {"url": "https://example.org/s"}),
    ("projects", project("atlas", "2003", links={"article": LINKS["article"]}), {"url": "https://example.org/me/projects/atlas/"}),
    ("projects", talk("seeds", "2006-05-17", "2007", summary="See."), {"name": "Talk: Seeds", "description": "See.", "type": "talk", "roles": ["Speaker"], "entity": "Event 1, Event 2", "startDate": "2006-05-17", "endDate": "2007"}),
    ("projects", talk("seeds", "2006-05-17", "2007"), {"highlights": ["Event 1, Oslo, 17 May 2006", "Event 2, Oslo, 2007"], "url": "https://example.org/me/talks/seeds/"}),
    ("projects", talk("seeds", deliveries=(delivery("A", "2006", title="Seeing"), delivery("B", "2027", upcoming=True))), {"highlights": ["A, Oslo, 2006, as “Seeing”", "B, Oslo, 2027, upcoming"], "entity": "A", "endDate": "2006"}),
    ("projects", talk("seeds", deliveries=(delivery("B", "2006 – now"), delivery("B", "2004"))), {"entity": "B", "startDate": "2004", "endDate": None}),
    ("projects", talk("seeds", "2006", skills=("drawing",)), {"keywords": ["Drawing"]}),
    ("publications", publication("seeds", "2007-03", summary="On seeds."), {"name": "Seeds", "publisher": "Journal of Seeds", "releaseDate": "2007-03", "summary": "On seeds.", "url": "https://example.org/me/publications/seeds/", "startDate": None}),
    ("publications", publication("seeds", "2027-03 (expected)"), {"releaseDate": "2027-03"}),
    ("publications", publication("seeds", "? – 2007"), {"releaseDate": None}),
    ("awards", education("leeds", "1998 – ?", honors="First"), {"title": "First", "date": None}),
    ("publications", publication("seeds", "2007", link=Url("https://example.org/j")), {"url": "https://example.org/j"}),
)  # fmt: skip


@pytest.mark.parametrize(("section", "entry", "found"), ITEMS)
def test_items(section: str, entry: Entry, found: dict[str, object]) -> None:
    others = [each for each in (employer("kew", "2001"), skill("drawing")) if each.key != entry.key]
    (item,) = data(career(entry, *others))[section]
    assert {name: item.get(name) for name in found} == found


def test_skills_stand_by_category() -> None:
    entries = (
        skill("taxonomy", category="Botany"),
        skill("etching", category="Arts"),
        skill("drawing", category="Arts"),
        project("atlas", "2003", skills=("drawing", "taxonomy")),
        employer("kew", "2001", skills=("drawing",)),
    )
    assert data(career(*entries))["skills"] == [
        {"name": "Arts", "level": "", "keywords": ["Drawing"]},
        {"name": "Botany", "level": "", "keywords": ["Taxonomy"]},
    ]


def test_a_variant_has_its_own_selection() -> None:
    found = career(
        skill("drawing", category="Arts"),
        skill("taxonomy", category="Botany"),
        skill("moss", category="Arts"),
        employer("kew", "2001 – 2003", skills=("drawing",)),
        employer("press", "1999 – 2000"),
        project("atlas", "2003", skills=("drawing", "taxonomy")),
        project("keys", "2002", skills=("taxonomy",)),
        project("web", "2004"),
        education("leeds", "1996 – 1999", degree="B.Sc.", honors="With honors"),
        sabbatical("lima", "1995"),
    )
    found.person = Person(name="Ada Flora", label="Botanist", claimed_skills=SkillGroups({"": ("Latin",)}))
    skills = (Slug("taxonomy"), Slug("drawing"))
    variants = (
        Variant(name="arts", title="Taxonomist", skills=skills),
        Variant(name="short", title="Taxonomist", skills=skills, kinds=("project",), limit=Pages(1)),
    )
    _, arts, short = resume.files(found, replace(site(), variants=variants))
    assert (arts.name, arts.link) == ("resume-arts.json", None)
    read = json.loads(arts.write(arts.content))
    assert_shape(read)
    assert (read["basics"]["name"], read["basics"]["label"]) == ("Ada Flora", "Taxonomist")
    assert read["meta"]["canonical"] == "https://example.org/me/resume-arts.json"
    assert [each["name"] for each in read["work"]] == ["Kew", "Press"]
    assert [each["name"] for each in read["projects"]] == ["Atlas", "Keys"]
    assert [each["title"] for each in read["awards"]] == ["With honors"]
    assert [(each["name"], each["keywords"]) for each in read["skills"]] == [
        ("Botany", ["Taxonomy"]),
        ("Arts", ["Drawing"]),
    ]
    assert set(json.loads(short.write(short.content))) == {"$schema", "basics", "projects", "meta"}


def test_what_is_newest_stands_first_and_talks_after_projects() -> None:
    entries = (
        project("a", "2003"),
        talk("c", "2010"),
        project("b", "2005"),
        employer("kew", "2001"),
        employer("oslo", "2002 – now"),
    )
    read = data(career(*entries))
    assert [each["name"] for each in read["projects"]] == ["B", "A", "Talk: C"]
    assert [each["name"] for each in read["work"]] == ["Oslo", "Kew"]


def test_the_file_knows_its_address_and_version() -> None:
    read = data(whole())
    assert read["$schema"] == "https://cdn.jsdelivr.net/npm/@jsonresume/schema@1.3.1/schema.json"
    assert read["meta"] == {
        "canonical": "https://example.org/me/resume.json",
        "version": "v1.3.1",
    }


def test_without_an_address_of_the_site_there_is_none_of_its_pages() -> None:
    seeds = delivery("A", "2006", slides=Url("https://example.org/slides"))
    found = career(
        project("atlas", "2003"),
        talk("seeds", deliveries=(seeds,)),
        talk("leaves", "2006"),
        skill("drawing"),
        employer("kew", "2001"),
    )
    read = data(found, "")
    assert read["meta"] == {"version": "v1.3.1"}
    assert [each.get("url") for each in read["projects"]] == [None, None, "https://example.org/slides"]
    assert "example.org/me" not in json.dumps(read)


def test_what_is_ours_is_said_in_the_site_s_language() -> None:
    found = career(talk("seeds", "2006-05-17"), education("leeds", "1998", minor="Chemie"))
    read = data(found, language=Language.of("de"))
    assert read["projects"][0]["highlights"] == ["Event 1, Oslo, 17. Mai 2006"]
    assert read["projects"][0]["roles"] == ["Vortrag"]
    assert read["education"][0]["courses"] == ["Nebenfach Chemie"]
    assert read["projects"][0]["type"] == "talk"


@pytest.mark.unmeasured
@pytest.mark.parametrize("offset", range(len(TEXTS)))
def test_hostile_texts_arrive_as_they_are(offset: int) -> None:
    text = hostile(offset)
    read = data(whole(text=text))
    assert read["basics"]["name"] == text("name", 0)
    assert read["work"][0]["name"] == text("title", 1)
    assert set(read["work"][0]["highlights"]) == {text("highlights", 1)}
    groups = {text("category", 0), text("category", 1), text("claimed_skills-group", 0)}
    assert {each["name"] for each in read["skills"]} == groups


def test_nothing_is_nothing_to_export() -> None:
    assert list(resume.files(career(), site())) == []
    assert data(career(person=Person(name="Ada")), "") == {
        "$schema": resume.SCHEMA,
        "basics": {"name": "Ada"},
        "meta": {"version": "v1.3.1"},
    }


def test_a_sabbatical_is_no_organization() -> None:
    assert "volunteer" not in data(career(sabbatical("lima", "2006", role="Helps"), employer("kew", "2001")))


@pytest.mark.parametrize(
    "entry",
    [
        project("atlas", employers=("oslo",)),
        talk("seeds", deliveries=(delivery("B", "2027", upcoming=True),)),
    ],
)
def test_nothing_is_said_to_go_on_that_may_be_over(entry: Entry) -> None:
    assert "projects" not in data(career(entry, employer("oslo", "2002 – now")))


@pytest.mark.parametrize("entry", [project("atlas"), project("atlas", "2003 – ?")])
def test_a_project_of_which_no_end_is_known_has_no_dates(entry: Entry) -> None:
    (item,) = data(career(entry))["projects"]
    assert not {"startDate", "endDate"} & item.keys()


@pytest.mark.parametrize(
    ("period", "dates"), [("2008 – ?", {"startDate": "2008"}), ("? – 2015-03", {"endDate": "2015-03"})]
)
def test_a_start_or_an_end_that_is_unknown_is_left_out(period: str, dates: dict[str, str]) -> None:
    (item,) = data(career(employer("kew", period)))["work"]
    assert {key: value for key, value in item.items() if key.endswith("Date")} == dates


def test_there_is_what_the_curriculum_vitae_has() -> None:
    read = data(career(*(project(f"p{number}", "2003") for number in range(9)), employer("kew", "2001")))
    assert len(read["projects"]) == 6
