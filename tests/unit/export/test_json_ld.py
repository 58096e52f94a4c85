"""The graph of a page: what it says of an entry or the person, in schema.org's words only."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from careers import award, career, education, employer, mention, project, publication, sabbatical, skill, talk
from filled_careers import whole
from hostile_careers import TEXTS
from portfolio.export.json_ld.pages import graph, script
from portfolio.export.json_ld.references import Here, Node, thing
from portfolio.export.site import Site
from portfolio.i18n.translation import ENGLISH
from portfolio.model.career import Career
from portfolio.model.dates import Period
from portfolio.model.entries import Entry, Url
from portfolio.model.fields import Kind
from portfolio.model.hours import Hours
from portfolio.model.kinds import KINDS, Delivery, TimeZone
from portfolio.model.person import Email, Person, Phone, Photo
from vocabulary import mistakes

BASE = "https://example.org/me/"
ME = {"@id": f"{BASE}#_this", "@type": "Person", "name": "B. Otanist"}
U = Url("https://example.org/u")
V = Url("https://example.org/v")
KEW = employer("kew", "2001 – now", skills=("drawing",), role="Illustrator")
ATLAS = project("atlas", "2003-01 – 2005", skills=("drawing",), employers=("kew",))
DRAWING = skill("drawing", aliases=("illustration",), link=U, summary="Pen on paper.")
SEEDS = talk("seeds", "2006-05-17", skills=("drawing",), projects=("atlas",), employer="kew")


def site(names: Iterable[str], *, base: str = BASE, author: str = "B. Otanist") -> Site:
    return Site(
        title="A botanist",
        author=author,
        code="en",
        language=ENGLISH,
        base=base,
        path=lambda docname: "" if docname == "index" else f"{docname}/",
        titles={name: name.rpartition("/")[2].title() for name in names},
    )


def page_graph(docname: str, found: Career, *others: str, skills: str | None = None, **said: str) -> list[Node]:
    """The nodes of a page, on a site of the career's pages and *others*."""
    names = sorted({*(entry.docname for entry in found.entries()), "index", *others})
    above = ["index", *(["hidden"] if "/" in docname else [])] if docname != "index" else []
    return graph(Here(docname=docname, career=found, site=site(names, **said), skills=skills), above)


def said(entry: Entry, *others: Entry) -> list[dict[str, Any]]:
    """The nodes of an entry's page, the page and its place in the tree first."""
    nodes: list[Any] = page_graph(entry.docname, career(entry, *others))
    assert [wrong for node in nodes for wrong in mistakes(node)] == []
    page, *found, trail = nodes
    return [page, trail, *found]


def refer(entry: Entry, of: str) -> dict[str, str]:
    return {"@id": f"{BASE}{entry.docname}/#_this", "@type": of, "name": entry.title}


def without(node: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in node.items() if name not in {"@id", "@type", "name", *names}}


EMPLOYER = refer(KEW, "Organization")
PROJECT = refer(ATLAS, "CreativeWork")
TERM = refer(DRAWING, "DefinedTerm")
TALK = refer(SEEDS, "CreativeWork")
PLACE = [{"@type": "Place", "name": "Kew", "address": "Kew"}]


def role(of: str, **fields: object) -> dict[str, object]:
    return {"@id": f"{BASE}{of}/#_role", "@type": "OrganizationRole", **fields}


FACTS: list[tuple[Entry, dict[str, Any]]] = [
    (
        replace(KEW, links={"website": U, "author page": V}),
        {"url": U, "location": PLACE, "employee": role("employers/kew", roleName="Illustrator", startDate="2001", employee=ME)},
    ),
    (
        employer("oslo", "1999-02", summary="A garden."),
        {
            "description": "A garden.",
            "location": PLACE,
            "employee": role("employers/oslo", startDate="1999-02", endDate="1999-02", employee=ME),
        },
    ),
    (ATLAS, {
        "author": {"@type": "Role", "startDate": "2003-01", "endDate": "2005", "author": ME},
        "sourceOrganization": [EMPLOYER], "keywords": [TERM], "subjectOf": [TALK],
    }),
    (project("bare", employers=("kew", "nobody")), {"author": ME, "sourceOrganization": [EMPLOYER]}),
    (
        project("code", role="Lead", license="MIT", status="active", links={"source": U, "website": V}),
        {
            "url": V, "codeRepository": U, "author": {"@type": "Role", "roleName": "Lead", "author": ME},
            "creativeWorkStatus": "active", "license": {"@type": "CreativeWork", "name": "MIT"},
        },
    ),
    (SEEDS, {"author": ME, "sourceOrganization": [EMPLOYER], "about": [PROJECT, TERM]}),
    (
        talk("films", links={"slides": U, "video": V}),
        {
            "author": ME,
            "workExample": [
                {"@type": "PresentationDigitalDocument", "name": "Films", "url": U},
                {"@type": "CreativeWork", "name": "Films", "url": V},
            ],
        },
    ),
    (
        publication("leaves", "2007-03", type="paper", authors=("Carl Moss",), projects=()),
        {
            "author": ME, "datePublished": "2007-03", "genre": "paper",
            "isPartOf": [{"@type": "CreativeWork", "name": "Journal of Seeds"}],
            "contributor": [{"@type": "Person", "name": "Carl Moss"}],
        },
    ),
    (
        publication("ahead", "2027-03 (expected)", venue="", type=None, projects=("atlas",)),
        {"author": ME, "about": [PROJECT]},
    ),
    (publication("before", "? – 2007", venue="", type=None), {"author": ME}),
    (
        award("medal", "2007", type="certificate"),
        {"credentialCategory": "certificate", "dateCreated": "2007", "recognizedBy": {"@type": "Organization", "name": "Linnean Society"}},
    ),
    (
        award("ahead", "2027 (expected)", type="certificate", issuer=None),
        {"credentialCategory": "certificate"},
    ),
    (
        DRAWING,
        {
            "alternateName": ["illustration"], "description": "Pen on paper.", "sameAs": U,
            "subjectOf": [{"@id": f"{BASE}employers/kew/", "@type": "WebPage", "name": "Kew"}, TALK, PROJECT],
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "facts"), FACTS, ids=lambda value: getattr(value, "docname", ""))
def test_an_entry_is_described_in_full_on_its_own_page(entry: Entry, facts: dict[str, Any]) -> None:
    others = [other for other in (KEW, ATLAS, DRAWING, SEEDS) if other.docname != entry.docname]
    page, trail, thing, *_ = said(entry, *others)
    assert without(thing) == facts
    assert page["mainEntity"] == {name: thing[name] for name in ("@id", "@type", "name")}
    assert (thing["@id"], thing["name"]) == (f"{BASE}{entry.docname}/#_this", entry.title)
    assert (page["@id"], page["@type"], page["inLanguage"]) == (f"{BASE}{entry.docname}/", "WebPage", "en")
    assert page["isPartOf"] == {"@id": f"{BASE}#_site", "@type": "WebSite", "name": "A botanist"}
    # The page between is none that is to be found.
    assert [item["item"]["@id"] for item in trail["itemListElement"]] == [BASE, page["@id"]]


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_an_entry_says_is_said_as_schema_org_has_it(kind: Kind) -> None:
    found = whole()
    for entry in found.entries(kind):
        wrong = [each for node in page_graph(entry.docname, found) for each in mistakes(node)]
        assert wrong == [], "look it up at schema.org, then add it to tests/support/vocabulary.py or to _NAMED"


@pytest.mark.parametrize(
    ("links", "of"), [({"source": U}, "SoftwareSourceCode"), ({"website": U}, "CreativeWork"), ({}, "CreativeWork")]
)
def test_only_what_has_a_source_is_source_code(links: dict[str, Url], of: str) -> None:
    assert said(project("atlas", links=links))[2]["@type"] == of


def test_source_code_is_written_in_the_languages_that_it_declares() -> None:
    latin = skill("latin", link=U, programming_language=True)
    written = [{"@type": "ComputerLanguage", "name": "Latin", "url": U}]
    for links, found in (({"source": V}, written), ({}, None)):
        atlas = project("atlas", links=links, skills=("latin", "drawing"))
        assert said(atlas, latin, DRAWING)[2].get("programmingLanguage") == found


def test_a_page_says_when_it_was_modified_last() -> None:
    when = "2026-11-23T08:15:00+00:00"
    found = career(ATLAS, KEW)
    known = replace(site([ATLAS.docname, KEW.docname]), modified=lambda: {ATLAS.docname: when})
    pages = (Here(docname=each.docname, career=found, site=known, skills=None) for each in (ATLAS, KEW))
    dated, other = (graph(here, [])[0] for here in pages)
    assert (dated["dateModified"], "dateModified" in other) == (when, False)
    assert [*mistakes(dated)] == []


def test_a_page_names_its_sources_and_a_station_its_skills() -> None:
    page, *_ = said(replace(KEW, sources=(U, V)), DRAWING)
    assert (page["citation"], page["about"]) == ([U, V], [TERM])
    assert "about" not in said(ATLAS, DRAWING)[0]


@pytest.mark.parametrize(("period", "interval"), [("2006-01 – 2006-09", "2006-01/2006-09"), ("2019 – now", "2019/.."), ("2008 – ?", "2008"), ("? – 2008", "2008"), ("2006-05-17", "2006-05-17/2006-05-17")])  # fmt: skip
def test_a_sabbatical_is_a_page_on_a_time_and_a_place(period: str, interval: str) -> None:
    page, _, *others = said(sabbatical("lima", period, summary="A rest.", skills=("drawing",)), DRAWING)
    assert others == []
    assert without(page, "inLanguage", "isPartOf", "breadcrumb") == {
        "description": "A rest.",
        "about": [ME, TERM],
        "temporalCoverage": interval,
        "contentLocation": [{"@type": "Place", "name": "Lima", "address": "Lima"}],
    }


def test_what_schema_org_has_no_word_for_is_named_by_its_page() -> None:
    found = career(rest := sabbatical("lima", "2006"))
    here = Here(career=found, site=site([rest.docname]), docname="index", skills=None)
    assert thing(here, rest) == {"@id": f"{BASE}{rest.docname}/", "@type": "WebPage", "name": "Lima"}


@pytest.mark.parametrize(
    ("fields", "details"),
    [
        ({"honors": "First class", "minor": "Chemistry"}, "First class; Minor: Chemistry"),
        ({"grade": "1.3"}, "Grade: 1.3"),
        ({"minor": "Chemistry"}, "Minor: Chemistry"),
        ({"honors": "First class"}, "First class"),
        ({}, None),
    ],
)
def test_studies_lead_to_a_degree(fields: dict[str, str], details: str | None) -> None:
    _, _, leeds, degree = said(education("leeds", "1998 – 2002-07", degree="B.Sc.", **fields))
    assert leeds["alumni"] == role("education/leeds", startDate="1998", endDate="2002-07", alumni=ME)
    assert (degree["name"], degree.get("description")) == ("B.Sc.", details)
    assert degree["recognizedBy"] == {name: leeds[name] for name in ("@id", "@type", "name")}


def test_who_still_studies_is_no_alumnus() -> None:
    leeds = education("leeds", "2025 – now")
    _, _, *nodes = said(leeds)
    assert len(nodes) == 1
    assert nodes[0]["member"] == role("education/leeds", startDate="2025", member=ME)
    me = person(leeds)
    assert me["affiliation"] == [
        role("education/leeds", startDate="2025", affiliation=refer(leeds, "EducationalOrganization"))
    ]
    assert me.keys().isdisjoint({"alumniOf", "hasCredential"})


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2006", "2006", "2006"),
        ("0987-05", "0987-05", "0987-05"),
        ("2006-05-17 – 2006-05-19", "2006-05-17", "2006-05-19"),
        ("2006-05 – now", "2006-05", None),
    ],
)
def test_a_delivery_is_an_event_and_its_dates_are_as_precise_as_they_are(date: str, start: str, end: str) -> None:
    given = Delivery(
        event="Flora", place="Oslo", date=Period.parse(date), title="Drawing", video=U, slides=V, program=V
    )
    *_, event = said(talk("seeds", deliveries=(given,)))
    assert event == {
        "@id": f"{BASE}talks/seeds/#flora",
        "@type": "Event",
        "name": "Drawing, Flora",
        "startDate": start,
        **({"endDate": end} if end else {}),
        "location": [{"@type": "Place", "name": "Oslo", "address": "Oslo"}],
        "url": f"{BASE}talks/seeds/#flora",
        "sameAs": V,
        "performer": ME,
        "workFeatured": [TALK, {"@type": "PresentationDigitalDocument", "name": "Drawing", "url": V}],
        "recordedIn": [{"@type": "CreativeWork", "name": "Drawing", "url": U}],
    }


@pytest.mark.parametrize(("time", "end"), [("14:30", {}), ("14:30 – 15:15", {"endDate": "2006-12-17T15:15:00+01:00"})])
def test_a_delivery_with_a_time_of_day_has_its_offset(time: str, end: dict[str, str]) -> None:
    day, hours, zone = Period.parse("2006-12-17"), Hours.parse(time), TimeZone("Europe/Oslo")
    *_, event = said(talk("seeds", deliveries=(Delivery(event="Flora", date=day, time=hours, timezone=zone),)))
    dates = {key: each for key, each in event.items() if key in {"startDate", "endDate"}}
    assert dates == {"startDate": "2006-12-17T14:30:00+01:00", **end}


def person(*entries: Entry, of: Person | None = None, skills: str | None = None) -> dict[str, Any]:
    found = career(*entries)
    found.person = of
    nodes: list[Any] = page_graph("index", found, *([skills] if skills else []), skills=skills)
    assert [wrong for node in nodes for wrong in mistakes(node)] == []
    page, me, site = nodes
    assert (page["@type"], page["mainEntity"]) == ("ProfilePage", {name: me[name] for name in ("@id", "@type", "name")})
    assert without(site) == {"url": BASE, "inLanguage": "en", "author": page["mainEntity"]}
    return dict(me)


def test_who_has_no_name_is_a_person_all_the_same() -> None:
    page, *others = page_graph("index", career(), author="")
    (owner,) = (each for each in others if each["@type"] == "Person")
    assert "name" not in owner
    assert page["mainEntity"] == {"@id": owner["@id"], "@type": "Person"}


def test_the_first_page_is_the_person_s_whatever_is_known_of_one() -> None:
    assert without(person()) == {"url": BASE}
    ada = Person(
        name="Ada Flora", given_name="Ada", family_name="Flora", label="Illustrator", summary="I draw.", place="Kew", url=U,
        photo=Photo(V), email=Email("a@example.org"),
        phone=Phone("+44 20 7946 0000"), profiles={"GitHub": U, "Mastodon": V},
    )  # fmt: skip
    me = person(of=ada)
    assert me["name"] == "Ada Flora"
    assert without(me) == {
        "givenName": "Ada", "familyName": "Flora",
        "jobTitle": "Illustrator", "description": "I draw.", "homeLocation": PLACE, "url": U, "image": V,
        "email": "a@example.org", "telephone": "+44 20 7946 0000", "sameAs": [U, V],
    }  # fmt: skip
    assert without(person(of=Person(name="Ada"))) == {"url": BASE}


def test_the_person_worked_and_studied_and_knows() -> None:
    leeds, oslo = education("leeds", "1998 – 2002", degree="B.Sc."), employer("oslo", "1999 – 2000-06")
    me = person(KEW, oslo, leeds, DRAWING, ATLAS, skills="skills")
    organization = {"@id": f"{BASE}employers/oslo/#_this", "@type": "Organization", "name": "Oslo"}
    assert me["worksFor"] == [
        role("employers/kew", roleName="Illustrator", startDate="2001", worksFor=EMPLOYER),
        role("employers/oslo", startDate="1999", endDate="2000-06", worksFor=organization),
    ]
    institution = refer(leeds, "EducationalOrganization")
    assert me["alumniOf"] == [role("education/leeds", startDate="1998", endDate="2002", alumniOf=institution)]
    assert [degree["name"] for degree in me["hasCredential"]] == ["B.Sc."]
    assert me["knowsAbout"] == [
        TERM
        | {
            "alternateName": ["illustration"],
            "inDefinedTermSet": {"@id": f"{BASE}skills/#_skills", "@type": "DefinedTermSet", "name": "Skills"},
            "sameAs": U,
            "subjectOf": [{"@id": f"{BASE}employers/kew/", "@type": "WebPage", "name": "Kew"}],
        }
    ]


def test_evidence_is_what_declares_a_skill_or_mentions_it() -> None:
    leaves = talk("leaves", "2001")
    found = career(DRAWING, leaves, mentions=(mention("talks/leaves", "skill", "drawing"),))
    _, term, _ = page_graph("skills/drawing", found)
    assert term["subjectOf"] == [refer(leaves, "CreativeWork")]


def test_the_page_that_lists_the_skills_is_the_set_of_them() -> None:
    page, terms, _ = page_graph("skills", career(DRAWING, ATLAS), "skills", skills="skills")
    assert page["mainEntity"] == {name: terms[name] for name in ("@id", "@type", "name")}
    assert without(terms) == {"hasDefinedTerm": [{"@id": TERM["@id"]}]}
    assert page_graph("index", career(DRAWING), skills="index")[-1]["@type"] == "DefinedTermSet"


@pytest.mark.parametrize(
    ("docname", "first", "own"),
    [("index", "./", "./"), ("loose", "../", "../loose/"), ("talks/seeds", "../../", "../../talks/seeds/")],
)
def test_without_an_address_of_the_site_all_is_seen_from_the_page(docname: str, first: str, own: str) -> None:
    page = page_graph(docname, career(SEEDS), "loose", base="")[0]
    assert isinstance(page["isPartOf"], dict)
    assert (page["@id"], page["isPartOf"]["@id"]) == (own, f"{first}#_site")


@pytest.mark.parametrize("text", [*TEXTS, "\u2028\u2029 a <b /> c", "</SCRIPT\n>", "<!--<script>"])
def test_nothing_in_a_graph_ends_the_script_or_its_lines(text: str) -> None:
    title = text.format(n=1)
    found = script(page_graph("skills/drawing", career(skill("drawing", title=title, aliases=(title,)))))
    inside = found.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert set(inside).isdisjoint("<>\u2028\u2029\n")
    _, term, _ = json.loads(inside)["@graph"]
    assert (term["name"], term["alternateName"]) == (title, [title])


@pytest.mark.parametrize(
    ("node", "found"),
    [
        ({"@type": "Person", "worksFor": {"@type": "Role", "worksFor": {"@type": "Organization"}}}, []),
        ({"@type": "Person", "worksFor": {"@type": "Role"}}, ["a role in worksFor has none"]),
        ({"@type": "Person", "worksFor": {"@type": "Place"}}, ["worksFor is not a Place"]),
        ({"@type": "Person", "nme": "B."}, ["Person has no nme", "nme is not B."]),
        ({"@type": "Robot"}, ["no type: Robot"]),
        (
            {"@type": "Event", "startDate": "May 2006", "url": "flora"},
            ["startDate is not May 2006", "url is not flora"],
        ),
        ({"@type": "Event", "name": 1, "roleName": "x"}, ["name is not a number", "Event has no roleName"]),
    ],
)
def test_what_is_not_schema_org_s_is_found(node: dict[str, Any], found: list[str]) -> None:
    assert list(mistakes(node)) == found
