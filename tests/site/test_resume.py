"""The real site's data: its résumé, as others' schema and others' themes take it, and where its evidence leads."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft7Validator, Draft202012Validator  # type: ignore[import-untyped]
from selectolax.lexbor import LexborHTMLParser

from hostile_careers import LONG
from npm import THEMES, installed, rendered
from portfolio.model.kinds import FOLDERS
from real_site import BASE
from shared import once


@pytest.fixture(scope="module")
def npm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the schema and the themes are installed."""
    return once(tmp_path_factory, "npm", installed)


def text(html: str) -> str:
    body = LexborHTMLParser(html).body
    assert body
    return re.sub(r"\s+", " ", body.text(separator=" "))


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("home", ["site", "hostile_site"])
def test_the_official_schema_allows_the_resume_and_its_variants(
    npm: Path, home: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(home)
    found = [*(folder / "dirhtml" if home == "hostile_site" else folder).glob("resume*.json")]
    package = npm / "node_modules/@jsonresume/schema"
    schema = read(package / "schema.json")
    Draft7Validator.check_schema(schema)
    validator = Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)
    version = read(package / "package.json")["version"]
    assert len(found) == (1 if home == "hostile_site" else 2)
    for resume in map(read, found):
        validator.validate(resume)
        assert resume["meta"]["version"] == f"v{version}"
        assert f"@jsonresume/schema@{version}/" in resume["$schema"]


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_shows_the_career(npm: Path, site: Path, tmp_path: Path, theme: str) -> None:
    resume = read(site / "resume.json")
    shown = text(rendered(npm, theme, site / "resume.json", tmp_path / "page.html"))
    names = [each["name"] for section in ("work", "projects", "skills") for each in resume[section]]
    names += [
        each[name] for section, name in (("awards", "title"), ("education", "institution")) for each in resume[section]
    ]
    names += [skill for category in resume["skills"] for skill in category["keywords"]]
    names += [each for item in resume["projects"] for each in item.get("highlights", [])]
    names += [resume["basics"]["name"], resume["basics"]["label"]]
    assert len(names) > 60
    assert [name for name in names if re.sub(r"\s+", " ", name) not in shown] == []
    years = {
        date[:4]
        for section in ("work", "projects", "education")
        for each in resume[section]
        for name in ("startDate", "endDate")
        if (date := each.get(name))
    }
    assert len(years) > 10
    assert {year for year in years if year not in shown} == set()
    assert "undefined" not in shown
    assert "Invalid" not in shown


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_takes_hostile_texts_for_texts(npm: Path, hostile_site: Path, tmp_path: Path, theme: str) -> None:
    page = rendered(npm, theme, hostile_site / "dirhtml/resume.json", tmp_path / "page.html")
    assert LONG in page


def test_evidence_leads_to_the_places_that_it_names(site: Path) -> None:
    graph = read(site / "evidence.json")
    Draft202012Validator(read(site / "evidence-2.schema.json")).validate(graph)
    entries = {entry["id"]: entry for kind in FOLDERS for entry in graph[kind]}
    pieces = [piece for skill in graph["skills"] for piece in skill["evidence"]]
    found = [(entries[piece["entry"]]["path"], anchor) for piece in pieces for anchor in piece.get("mentions", [])]
    found += [(talk["path"], given["anchor"]) for talk in graph["talks"] for given in talk["deliveries"]]
    found += [
        (page["path"], each.get("anchor", ""))
        for page in (*entries.values(), *graph["pages"])
        for each in page.get("mentions", [])
    ]
    assert len(found) > 200
    pages: dict[str, set[str | None]] = {}
    for path, anchor in found:
        if path not in pages:
            tree = LexborHTMLParser((site / unquote(path) / "index.html").read_text("utf-8"))
            pages[path] = {node.attributes["id"] for node in tree.css("[id]")} | {""}
        assert anchor in pages[path], (path, anchor)


def test_evidence_says_where_a_page_is_once(site: Path) -> None:
    text = (site / "evidence.json").read_text("utf-8")
    graph = json.loads(text)
    paths = [page["path"] for kind in (*FOLDERS, "pages") for page in graph[kind]]
    assert len(paths) == len(set(paths))
    assert text.count(BASE) == 2  # by itself, and before the name of the schema


def test_every_skill_of_the_site_is_proven_in_its_data(site: Path) -> None:
    graph, resume = read(site / "evidence.json"), read(site / "resume.json")
    assert all(skill["evidence"] and skill["experience"] for skill in graph["skills"])
    named = {skill for category in resume["skills"] for skill in category["keywords"]}
    assert named == {skill["title"] for skill in graph["skills"]}
