"""The linked data of the real site: its pages' graphs join into one that says what their front matter says."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from rdflib import Graph

from graphs import Node, ask, contradictions, dangling, graphs, joined
from real_site import BASE, PROJECT
from vocabulary import mistakes


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, list[Node]]:
    """The nodes of all pages, by address."""
    return graphs(site, BASE)


@pytest.fixture(scope="module")
def found(pages: dict[str, list[Node]]) -> Graph:
    """One graph of them."""
    return joined(pages)


def written(folder: str) -> dict[str, dict[str, Any]]:
    """What stands in the front matter of a kind's pages, by @id."""
    files = [path for path in (PROJECT / "docs" / folder).glob("*.md") if path.name != "index.md"]
    front = {path.stem: yaml.safe_load(path.read_text("utf-8").split("---\n")[1]) for path in files}
    return {
        f"{BASE}{folder}/{stem}/#_this": next(value for name, value in each.items() if name != "title")
        for stem, each in front.items()
    }


def test_every_page_but_the_search_has_a_graph_in_the_words_of_schema_org(pages: dict[str, list[Node]]) -> None:
    sources = [path for path in (PROJECT / "docs").rglob("*.md") if "_" not in path.relative_to(PROJECT).parts[1][:1]]
    assert len(pages) == len(sources)
    assert [wrong for nodes in pages.values() for node in nodes for wrong in mistakes(node)] == []


def test_nothing_dangles_and_no_page_contradicts_another(found: Graph) -> None:
    assert dangling(found) == set()
    assert contradictions(found) == {}


def test_the_person_worked_for_every_employer(found: Graph) -> None:
    jobs = ask(found, "?a ?b ?c where ?p a s:Person ; s:worksFor ?r . ?r s:worksFor ?a ; s:startDate ?b . "
                      "optional { ?r s:endDate ?c }")  # fmt: skip
    spans = {}
    for employer, front in written("employers").items():
        start, _, end = str(front["period"]).partition(" – ")
        spans[employer] = (start, {"now": "None", "": start}.get(end, end))
    assert len(spans) > 5
    assert {employer: (start, end) for employer, start, end in jobs} == spans


def test_every_skill_is_known_and_proven(found: Graph) -> None:
    declared = {
        (f"{BASE}skills/{skill}/#_this", each if folder in {"projects", "talks"} else each.removesuffix("#_this"))
        for folder in ("employers", "education", "sabbaticals", "projects", "talks")
        for each, front in written(folder).items()
        for claim in front.get("skills", [])
        for skill in ([claim] if isinstance(claim, str) else claim)
    }
    assert len(declared) > 100
    assert declared <= ask(found, "?a ?b where ?p a s:Person ; s:knowsAbout ?a . ?a s:subjectOf ?b")
    assert {skill for skill, _ in declared} == written("skills").keys()


def test_every_delivery_is_an_event_of_its_talk(found: Graph) -> None:
    pattern = "?e a s:Event ; s:workFeatured ?a ; s:startDate ?b ; s:location ?p . ?p s:name ?c . filter(isIRI(?a))"
    events = ask(found, f"?a ?b ?c where {pattern}")
    given = {
        (talk, str(each["date"]).partition(" – ")[0], each["place"])
        for talk, front in written("talks").items()
        for each in front["deliveries"]
    }
    assert len(given) > 20
    assert events == given
    deliveries = sum(len(front["deliveries"]) for front in written("talks").values())
    assert len(ask(found, "?a where ?a a s:Event")) == deliveries


def test_search_engines_find_what_they_ask_for(pages: dict[str, list[Node]]) -> None:
    """https://developers.google.com/search/docs/appearance/structured-data: profile page, event, breadcrumb."""
    profile, *_ = pages[BASE]
    assert (profile["@type"], profile["mainEntity"]["@type"], profile["mainEntity"]["name"]) == (
        "ProfilePage", "Person", "Peter Bourgon",
    )  # fmt: skip
    nodes = [node for each in pages.values() for node in each]
    for event in (node for node in nodes if node["@type"] == "Event"):
        assert event["name"]
        assert event["startDate"]
        assert event["location"][0]["name"] == event["location"][0]["address"]
    trails = [node for node in nodes if node["@type"] == "BreadcrumbList"]
    assert len(trails) == len(pages) - 1
    for trail in trails:
        assert len(trail["itemListElement"]) > 1
        for item in trail["itemListElement"]:
            assert item["position"] > 0
            assert item["name"]
            assert item["item"]["@id"]
