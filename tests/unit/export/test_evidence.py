"""``evidence.json`` and its schema: every fact and relation, each said once, and nothing that names nothing."""

import copy
import datetime as dt
import itertools
import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from careers import career, claim, education, employer, mention, project, publication, sabbatical, skill, talk
from filled_careers import changes, filled, hostile, of_kind, whole
from hostile_careers import TEXTS
from portfolio.export.evidence import files as evidence
from portfolio.export.evidence.json_schema import ID, json_schema
from portfolio.export.site import Site
from portfolio.i18n.translation import ENGLISH
from portfolio.model.career import Career
from portfolio.model.dates import Period
from portfolio.model.entries import Url
from portfolio.model.fields import Kind
from portfolio.model.hours import Hours
from portfolio.model.kinds import FOLDERS, KINDS, Delivery, Position, TimeZone
from portfolio.model.person import Person

LEFT_OUT = {
    "visibility",  # what is not public is not listed, and all that is listed is public
}
"""The fields of the model that are in no file."""


def site(base: str = "https://example.org/me/") -> Site:
    return Site(
        title="A botanist",
        author="B. Otanist",
        code="en",
        language=ENGLISH,
        base=base,
        path=lambda docname: "" if docname == "index" else f"{docname}/",
    )


def data(found: Career, base: str = "https://example.org/me/") -> Any:
    files = {file.name: file.write(file.content) for file in evidence.files(found, site(base))}
    assert list(files) == ["evidence.json", "evidence-2.schema.json"]
    read = json.loads(files["evidence.json"])
    strict(files["evidence-2.schema.json"]).validate(read)
    return read


@cache
def strict(written: bytes) -> Any:
    """What validates by a schema, without leave for more properties."""
    schema = json.loads(written)
    Draft202012Validator.check_schema(schema)
    for each in objects(schema):
        if "properties" in each:
            each["additionalProperties"] = False
    return Draft202012Validator(schema)


def unchecked(found: Career) -> Any:
    """The same, in a moment."""
    return evidence.content(found, site())


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in *value*."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(each)


def by_id(read: Any) -> dict[str, Any]:
    found = [entry for name in FOLDERS for entry in read[name]]
    assert len({entry["id"] for entry in found}) == len(found)
    return {entry["id"]: entry for entry in found}


def named(entry: dict[str, Any]) -> list[str]:
    """Every id that an entry holds but its own."""
    found = [each for name in ("projects", "employers") for each in entry.get(name, [])]
    found += [entry["employer"]] if "employer" in entry else []
    claimed = [*entry.get("skills", []), *(each for part in entry.get("positions", []) for each in part["skills"])]
    found += [claim["skill"] for claim in claimed]
    found += [each for mentions in entry.get("mentions", []) for each in mentions["entries"]]
    return found + [piece["entry"] for piece in entry.get("evidence", [])]


CHANGED = {kind: changes(cls, filled(cls, 0)) for kind, cls in KINDS.items()}
FIELDS = [(kind, name) for kind in KINDS for name in CHANGED[kind] if name.split(".")[-1] not in LEFT_OUT]


@cache
def as_filled(kind: Kind) -> Any:
    return unchecked(whole(filled(KINDS[kind], 0)))


@pytest.mark.unmeasured
@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_every_field_of_an_entry_arrives(kind: Kind, name: str) -> None:
    assert unchecked(whole(CHANGED[kind][name])) != as_filled(kind)


@pytest.mark.unmeasured
@pytest.mark.parametrize("name", changes(Person, filled(Person, 0)))
def test_every_field_of_the_person_arrives(name: str) -> None:
    person = filled(Person, 0)
    there, back = (unchecked(whole(person=each)) for each in (person, changes(Person, person)[name]))
    assert there["person"] != back["person"]


def test_what_is_left_out_is_a_field() -> None:
    assert set(LEFT_OUT) <= {name for kind in KINDS for name in CHANGED[kind]}


ENTRIES = (
    employer(
        "kew", "2001 – now", role="Illustrator", highlights=("Drew.",), links={"website": "https://example.org/é"}
    ),
    education("leeds", "1998 – 2002-06", degree="B.Sc.", honors="With honors", minor="Chemistry"),
    sabbatical("lima", "2006", role="Volunteer", skills=("drawing",)),
    project(
        "atlas", "2003-01 – 2005", employers=("kew", "gone"), skills=("drawing", "gone"), license="CC0", status="active"
    ),
    project("bank", employers=("kew",), sources=("https://example.org/s",)),
    talk("seeds", "2006-05-17", "2007", projects=("atlas", "gone"), employer="kew", skills=("drawing",)),
    talk("leaves", "2008", employer="gone"),
    skill("drawing", category="Arts", aliases=("illustration",), link="https://example.org/drawing"),
    skill("taxonomy"),
)
MENTIONS = (
    mention("projects/bank", "skill", "drawing", "In pen"),
    mention("projects/bank", "skill", "drawing"),
    mention("projects/atlas", "skill", "drawing", "In ink"),
    mention("skills/taxonomy", "skill", "drawing"),
    mention("index", "project", "atlas"),
    mention("employers/kew", "employer", "kew"),
    mention("employers/kew", "project", "gone"),
)
CAREER = career(*ENTRIES, mentions=MENTIONS)


@pytest.mark.parametrize("found", [CAREER, whole()], ids=["botanist", "whole"])
def test_every_id_is_that_of_an_entry(found: Career) -> None:
    entries = by_id(data(found))
    assert {name for entry in entries.values() for name in named(entry)} <= set(entries)
    given = [each["id"] for entry in entries.values() for each in entry.get("deliveries", [])]
    assert given
    assert {each.partition("#")[0] for each in given} <= set(entries)


def test_what_leads_back_is_found_by_id() -> None:
    entries = by_id(data(CAREER))
    assert [each["id"] for each in entries.values() if "project/atlas" in named(each)] == [
        "talk/seeds",
        "skill/drawing",
    ]
    assert not {"mentionedBy", "proves", "talks", "publications"} & {key for each in entries.values() for key in each}


GOLDEN = Path(__file__).with_name("evidence-2.schema.json")


def meaning(schema: Any) -> Any:
    """What a schema allows, without the words that it says so with."""
    if isinstance(schema, dict):
        kept = {key: meaning(value) for key, value in schema.items() if key not in {"title", "description"}}
        return kept | ({"type": "string"} if {"const", "enum"} & kept.keys() else {})
    return schema


def test_version_2_of_the_schema_only_grows() -> None:
    golden, now = json.loads(GOLDEN.read_text("utf-8")), json_schema()
    for name in ("", *golden["$defs"]):
        old, new = ((each["$defs"][name] if name else each) for each in (golden, now))
        assert set(old.get("required", [])) <= set(new.get("required", [])), name
        for key, was in old["properties"].items():
            is_ = new["properties"][key]
            if "enum" in was:
                assert set(was["enum"]) <= set(is_["enum"]), (name, key)
            elif "pattern" not in json.dumps(was):  # ids name new kinds too
                assert meaning(was) == meaning(is_), (name, key)
    added = {
        (name, key)
        for name in ("", *now["$defs"])
        for key in (now["$defs"][name] if name else now).get("properties", ())
        if key not in (golden["$defs"].get(name, {}) if name else golden).get("properties", ())
    }
    assert added == set(), f"what was added is kept from now on: write json_schema() to {GOLDEN.name} beside this test"


def test_an_entry_says_what_its_page_says() -> None:
    entries = by_id(data(CAREER))
    assert entries["project/atlas"] == {
        "id": "project/atlas",
        "path": "projects/atlas/",
        "title": "Atlas",
        "mentions": [{"anchor": "in-ink", "heading": "In ink", "entries": ["skill/drawing"]}],
        "skills": [{"skill": "skill/drawing"}],
        "period": {"start": "2003-01", "end": "2005"},
        "employers": ["employer/kew"],
        "status": "active",
        "license": "CC0",
    }
    assert entries["employer/kew"]["period"] == {"start": "2001"}
    assert entries["employer/kew"]["links"] == {"website": "https://example.org/%C3%A9"}
    assert entries["sabbatical/lima"]["period"] == {"start": "2006", "end": "2006"}
    assert "period" not in entries["project/bank"]
    assert "employer" not in entries["talk/leaves"]
    assert entries["talk/seeds"]["deliveries"][0] == {
        "id": "talk/seeds#event-1",
        "anchor": "event-1",
        "event": "Event 1",
        "place": "Oslo",
        "date": {"start": "2006-05-17", "end": "2006-05-17"},
    }


def test_a_claim_says_when_and_what_was_done() -> None:
    post = Position(
        role="Apprentice",
        period=Period.parse("2001 – 2002"),
        skills=(claim("drawing", "2002", "I drew."), claim("gone")),
    )
    kew = by_id(data(career(employer("kew", "2001 – now", positions=(post,)), skill("drawing"))))["employer/kew"]
    said = {"skill": "skill/drawing", "period": {"start": "2002", "end": "2002"}, "proof": "I drew."}
    period = {"start": "2001", "end": "2002"}
    assert kew["positions"] == [{"role": "Apprentice", "period": period, "skills": [said]}]


def test_a_delivery_with_a_time_of_day_says_when_it_begins_and_ends() -> None:
    given = [
        Delivery(event=event, date=Period.parse("2006-05-17"), time=Hours.parse(time), timezone=TimeZone("Asia/Tokyo"))
        for event, time in (("A", "14:30 – 15:15"), ("B", "9:05"))
    ]
    there, back = by_id(data(career(talk("seeds", deliveries=(*given,)))))["talk/seeds"]["deliveries"]
    assert there["timezone"] == back["timezone"] == "Asia/Tokyo"
    assert (there["start"], there["end"]) == ("2006-05-17T14:30:00+09:00", "2006-05-17T15:15:00+09:00")
    assert (back["start"], "end" in back, "time" in back) == ("2006-05-17T09:05:00+09:00", False, False)


def test_a_skill_says_what_proves_it_and_how() -> None:
    drawing, taxonomy = data(CAREER)["skills"]
    found = [(each["entry"], "periods" in each, len(each.get("mentions", []))) for each in drawing["evidence"]]
    assert found == [
        ("project/bank", False, 2),
        ("talk/seeds", True, 0),
        ("sabbatical/lima", True, 0),
        ("project/atlas", True, 1),
    ]
    bank, *_ = drawing["evidence"]
    assert bank == {"entry": "project/bank", "mentions": ["in-pen", ""]}
    assert not {"evidence", "experience"} & taxonomy.keys()


def test_prose_names_entries_by_heading() -> None:
    read = data(CAREER)
    assert by_id(read)["project/bank"]["mentions"] == [
        {"anchor": "in-pen", "heading": "In pen", "entries": ["skill/drawing"]},
        {"entries": ["skill/drawing"]},
    ]
    assert read["pages"] == [{"path": "./", "title": "index", "mentions": [{"entries": ["project/atlas"]}]}]


def test_what_can_be_looked_at_stands_together_and_once() -> None:
    links = {name: f"https://example.org/{name}" for name in ("source", "video", "website")}
    given = Delivery(event="Flora", date=Period.parse("2006"), slides=Url("https://example.org/slides"))
    entries = by_id(
        data(
            career(
                project("atlas", "2003", links=links),
                publication("seeds", "2003", link="https://example.org/seeds"),
                talk("leaves", deliveries=(given,)),
            )
        )
    )
    atlas, seeds, leaves = (entries[name] for name in ("project/atlas", "publication/seeds", "talk/leaves"))
    assert atlas["public_proofs"] == {"source": links["source"], "video": links["video"]}
    assert atlas["links"] == {"website": links["website"]}
    assert (seeds["public_proofs"], "link" in seeds) == ({"original": "https://example.org/seeds"}, False)
    assert leaves["deliveries"][0]["public_proofs"] == {"slides": "https://example.org/slides"}
    assert "public_proofs" not in leaves


@pytest.mark.parametrize(
    ("periods", "experience"),
    [
        (
            ["2001-01 – 2002-12"],
            {"first": 2001, "last": 2002, "spans": [("2001-01", "2002-12")], "days": 730, "exact": True},
        ),
        (
            ["2001 – 2002", "2002 – 2004"],
            {"first": 2001, "last": 2004, "spans": [("2001", "2004")], "days": 1096, "exact": False},
        ),
        (
            ["2001-01", "2003-01"],
            {
                "first": 2001,
                "last": 2003,
                "spans": [("2001-01", "2001-01"), ("2003-01", "2003-01")],
                "days": 62,
                "exact": True,
            },
        ),
        (
            ["2001-01 – 2009-12", "2003-01"],
            {"first": 2001, "last": 2009, "spans": [("2001-01", "2009-12")], "days": 3287, "exact": True},
        ),
        (
            ["2001-01 – 2005-12", "2003-01 – now", "2004-01"],
            {"first": 2001, "spans": [("2001-01", None)], "exact": True},
        ),
        (["2001-01 – now", "2003-01 – now"], {"first": 2001, "spans": [("2001-01", None)], "exact": True}),
        ([], {"first": 2010, "last": 2010, "spans": [], "days": 0, "exact": True}),
    ],
)
def test_experience(periods: list[str], experience: dict[str, Any]) -> None:
    built = [project(f"p{number}", period, skills=("drawing",)) for number, period in enumerate(periods)]
    given = [] if periods else [talk("seeds", "2010", skills=("drawing",))]
    (drawing,) = data(career(*built, *given, skill("drawing")))["skills"]
    spans = [{"start": start, **({"end": end} if end else {})} for start, end in experience["spans"]]
    assert drawing["experience"] == {**experience, "spans": spans}


def test_the_day_makes_no_difference() -> None:
    entries = {each.docname: each for each in ENTRIES}
    days = [dt.date(2026, 11, 23), dt.date(2027, 11, 23)]
    there, back = (evidence.content(Career(entries=entries, mentions={}, today=day), site()) for day in days)
    assert repr(there) == repr(back)


@pytest.mark.unmeasured
@pytest.mark.parametrize("base", ["https://example.org/me/", "https://bücher.example/"])
def test_the_files_know_their_addresses(base: str) -> None:
    read = data(CAREER, base)
    schema = json.loads(evidence.write_schema(""))
    root = base.replace("ü", "%C3%BC")
    assert (read["$schema"], schema["$id"]) == (f"{root}evidence-2.schema.json", ID)
    assert read["url"] == root
    assert by_id(read)["talk/seeds"]["path"] == "talks/seeds/"


def test_without_an_address_of_the_site_it_is_the_same() -> None:
    read, known = data(CAREER, ""), data(CAREER)
    assert read["$schema"] == "evidence-2.schema.json"
    assert {**known, "$schema": read["$schema"]} == {**read, "url": "https://example.org/me/"}


def test_the_schema_describes_every_property() -> None:
    schema = json.loads(evidence.write_schema(""))
    properties = [
        (each["title"], name, described)
        for each in objects(schema)
        if "properties" in each
        for name, described in each["properties"].items()
    ]
    assert len(properties) > 100
    assert [each[:2] for each in properties if not each[2]["description"].endswith(".")] == []
    assert all(each["description"].endswith(".") for each in schema["$defs"].values())
    assert schema["title"] == "A career with its evidence, version 2"
    assert "site's root" in schema["description"]


def test_a_file_of_another_shape_is_none() -> None:
    schema = json.loads(evidence.write_schema(""))
    read = data(CAREER)
    validator = Draft202012Validator(schema)
    assert validator.is_valid({**read, "newer": 1})
    for name in schema["required"]:
        assert not validator.is_valid({key: value for key, value in read.items() if key != name})
    other = copy.deepcopy(read)
    other["skills"][0]["evidence"][0]["entry"] = "roshi"
    assert not validator.is_valid(other)
    other = copy.deepcopy(read)
    other["projects"][0]["period"]["start"] = "Spring 2003"
    assert not validator.is_valid(other)


@pytest.mark.unmeasured
@pytest.mark.parametrize("offset", range(len(TEXTS)))
def test_hostile_texts_arrive_as_they_are(offset: int) -> None:
    text = hostile(offset)
    read = data(whole(text=text))
    entries = by_id(read)
    for kind in KINDS:
        assert entries[f"{kind}/first"]["title"] == text("title", 0)
    assert read["person"]["summary"] == text("summary", 0)
    assert entries["skill/first"]["mentions"][0]["heading"] == text("heading", 0)


def test_a_person_alone_is_enough() -> None:
    read = data(career(person=Person(name="B. Otanist")))
    assert read["person"] == {"name": "B. Otanist"}
    assert by_id(read) == {}
    assert "person" not in data(CAREER)


def test_two_pages_of_one_name_are_one_entry() -> None:
    there = replace(of_kind(CAREER, "project"), docname="more/atlas")
    found = by_id(data(career(*ENTRIES, there, mentions=(mention("projects/atlas", "skill", "drawing"),))))
    assert [name for name in found if name.startswith("project/")] == ["project/atlas", "project/bank"]


def test_evidence_stands_under_the_words_of_the_site() -> None:
    links = [file.link for file in evidence.files(CAREER, site())]
    assert [(link.media_type, link.everywhere) for link in links if link] == [
        ("application/json", False),
        ("application/schema+json", False),
    ]
    assert len({link.label for link in itertools.chain(links) if link}) == 2
