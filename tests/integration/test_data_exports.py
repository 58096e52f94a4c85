"""The career as data beside the pages: what is linked, and that its addresses lead to what they name."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

import pytest
import vobject
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from nightly import by_day
from portfolio.model.kinds import FOLDERS
from small_sites import Site

BASE = "https://example.org/me/"
PERSON = """\
person:
  name: Ada Flora
  label: Illustrator
  email: ada@example.org
  profiles: {GitHub: https://github.com/ada}
"""


@pytest.fixture
def ada(site: Site) -> Site:
    """The botanist's site, which has a name."""
    site.replace("index.md", "title: A botanist\n", f"title: A botanist\n{PERSON}")
    return site


def with_address(site: Site) -> None:
    site.write("conf.py", (site.source / "conf.py").read_text("utf-8") + f'\nhtml_baseurl = "{BASE}"\n')


def alternates(html: str) -> list[tuple[str, ...]]:
    return re.findall(r'<link rel="alternate" type="([^"]+)" title="([^"]+)" href="([^"]+)">', html)


def addresses(value: Any, name: str) -> Iterator[str]:
    """Every address of a page or a place of the site that is in *value* under *name*."""
    if isinstance(value, dict):
        yield from (value[each] for each in value if each == name and re.match(f"{BASE}|(?!https?:)", value[each]))
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from addresses(each, name)


def assert_all_lead_somewhere(site: Site, builder: str, file: str, found: list[str]) -> None:
    for address in found:
        page, anchor = urldefrag(urljoin(f"{BASE}{file}", address))
        name = unquote(page.removeprefix(BASE))
        html = site.read(f"{name}index.html" if name.endswith("/") or not name else name, builder)
        assert not anchor or f'id="{unquote(anchor)}"' in html, address


@pytest.mark.parametrize("builder", ["dirhtml", "html"])
def test_the_first_page_leads_to_all_and_others_to_none(ada: Site, builder: str) -> None:
    ada.build(builder)
    links = [
        ("application/json", "Résumé as data (JSON Resume)", "resume.json"),
        ("application/json", "The career with its evidence, as data", "evidence.json"),
        ("application/schema+json", "What stands in that data, as JSON Schema", "evidence-2.schema.json"),
        ("application/x-bibtex", "Talks and publications to cite (BibTeX)", "references.bib"),
        (
            "application/vnd.citationstyles.csl+json",
            "Talks and publications to cite (CSL-JSON)",
            "references.json",
        ),
        ("text/vcard", "Card for address books", "card.vcf"),
    ]
    first = alternates(ada.read("index.html", builder))
    assert [link for link in first if link in links] == links
    other = ada.read({"html": "timeline.html", "dirhtml": "timeline/index.html"}[builder], builder)
    assert not {link[2] for link in alternates(other)} & {link[2] for link in links}
    for _, _, name in links:
        assert (ada.home / "build" / builder / name).stat().st_size


@pytest.mark.parametrize(
    ("builder", "has_address"), by_day(2, ("dirhtml", True), ("html", False), ("dirhtml", False), ("html", True))
)
def test_addresses_lead_to_what_they_name(ada: Site, builder: str, has_address: bool) -> None:
    if has_address:
        with_address(ada)
    ada.build(builder)
    graph = json.loads(ada.read("evidence.json", builder))
    schema = json.loads(ada.read("evidence-2.schema.json", builder))
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(graph)
    assert urljoin(f"{BASE}evidence.json", graph["$schema"]) == f"{BASE}evidence-2.schema.json"
    assert schema["$id"].startswith("urn:uuid:")  # the same on every site
    assert graph.get("url") == (BASE if has_address else None)
    entries = [entry for name in FOLDERS for entry in graph[name]]
    inside = [each["path"] for each in (*entries, *graph["pages"])]
    inside += [f"{talk['path']}#{given['anchor']}" for talk in graph["talks"] for given in talk["deliveries"]]
    inside += [
        f"{page['path']}#{each.get('anchor', '')}"
        for page in (*entries, *graph["pages"])
        for each in page.get("mentions", [])
    ]
    assert len(inside) > 10
    assert_all_lead_somewhere(ada, builder, "evidence.json", inside)

    resume = json.loads(ada.read("resume.json", builder))
    pages = [url for url in addresses(resume, "url") if url.startswith(BASE)]
    assert_all_lead_somewhere(ada, builder, "resume.json", pages)
    assert ("canonical" in resume["meta"]) == has_address

    card = vobject.readOne(ada.read("card.vcf", builder))
    assert (card.fn.value, card.email.value, card.org.value) == (
        "Ada Flora",
        "ada@example.org",
        ["Royal Botanic Gardens"],
    )
    assert ("source" in card.contents) == has_address


def test_evidence_names_where_the_prose_says_so(site: Site) -> None:
    site.build()
    drawing, taxonomy = json.loads(site.read("evidence.json"))["skills"]
    assert (drawing["id"], taxonomy["id"]) == ("skill/drawing", "skill/taxonomy")
    kew = next(each for each in taxonomy["evidence"] if each["entry"] == "employer/kew")
    assert kew["mentions"] == ["herbarium"]


def test_without_a_person_there_is_no_card_and_the_author_has_the_resume(site: Site) -> None:
    site.build()
    assert not (site.home / "build/dirhtml/card.vcf").exists()
    assert json.loads(site.read("resume.json"))["basics"] == {"name": "A botanist"}
    assert "person" not in json.loads(site.read("evidence.json"))


@pytest.mark.parametrize("parallel", by_day(1, 0, 2))
def test_what_is_built_again_is_what_a_clean_build_writes(ada: Site, parallel: int) -> None:
    with_address(ada)
    ada.build(parallel=parallel)
    ada.replace("employers/kew.md", "skills: [drawing]", "skills: [{drawing: {proof: I drew many plates.}}]")
    ada.replace("index.md", "label: Illustrator", "label: Botanical illustrator")
    ada.replace("projects/atlas.md", "license: CC-BY-4.0", "license: CC0-1.0")
    ada.build(parallel=parallel)
    ada.build(into="clean")
    assert ada.output("build") == ada.output("clean")
    assert "I drew many plates." in ada.read("evidence.json")
    assert "TITLE:Botanical illustrator" in ada.read("card.vcf")

    ada.replace("index.md", PERSON.replace("label: I", "label: Botanical i"), "")
    ada.build(parallel=parallel)
    assert not (ada.home / "build/dirhtml/card.vcf").exists()
    assert "Botanical illustrator" not in ada.read("resume.json")


def test_a_site_without_entries_exports_nothing(site: Site) -> None:
    for path in [*site.source.glob("*/*.md"), site.source / "timeline.md"]:
        path.unlink()
    site.write("index.md", "---\ntitle: Nobody\n---\n\nNothing yet.\n")
    site.build()
    assert [name for _, _, name in alternates(site.read("index.html"))] == ["llms.txt"]
    assert not [path for path in (site.home / "build/dirhtml").iterdir() if path.suffix in {".json", ".vcf"}]
