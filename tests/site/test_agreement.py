"""Every export says what the front matter says, field by field: each is read back by a program that others wrote."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import feedparser
import pytest
import vobject
from pypdf import PdfReader
from rdflib import Graph

from commonmark import parsed, rendered
from graphs import ask, graphs, joined
from nightly import by_day
from portfolio.commands.folder import Pages, find
from portfolio.i18n import wording
from portfolio.i18n.translation import ENGLISH
from portfolio.model.career import Career
from portfolio.model.dates import PartialDate, Period
from portfolio.model.entries import Entry, Key, Slug
from portfolio.model.kinds import (
    FOLDERS,
    Delivery,
    Education,
    Employer,
    Project,
    Sabbatical,
    Skill,
    Talk,
    in_output,
)
from portfolio.reading.page_source import career_as_written, person
from real_site import BASE, PROJECT, SETTINGS, TODAY, sphinx
from shared import once

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]* "
WHEN = re.compile(rf"(?:(?P<day>\d{{1,2}}) )?(?P<month>{MONTH})?(?P<year>\d{{4}})")
PRINTED = re.compile(rf"(?:{MONTH})?\d{{4}}(?: – (?:(?:{MONTH})?\d{{4}}|now|Present))?")
Span = tuple[str, str | None]
"""A period as ISO 8601 has it; None where it goes on."""


@pytest.fixture(scope="module", params=by_day(1, "docs", "tests/roots/nurse"))
def docs(request: pytest.FixtureRequest) -> Path:
    """The owner's pages, and those of someone whose life was another."""
    return PROJECT / str(request.param)


@pytest.fixture(scope="module")
def site(docs: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that is built from them."""

    def build(home: Path) -> None:
        options = ["-q", "-W", "-n", "-b", "dirhtml", "-D", f"html_baseurl={BASE}", "-d", str(home / "doctrees")]
        sphinx(*options, str(docs), str(home / "html"), PYTHONPATH=str(PROJECT / "docs/_ext"), **SETTINGS)

    return site if docs.name == "docs" else once(tmp_path_factory, docs.name, build) / "html"


@pytest.fixture(scope="module")
def pages(docs: Path) -> Pages:
    """The pages as they are written."""
    return Pages(files={name: path.read_bytes() for name, path in find(docs).items()})


@pytest.fixture(scope="module")
def career(pages: Pages) -> Career:
    """What they say, with no export in between."""
    return career_as_written(pages.sources.values(), TODAY)


def iso(date: PartialDate, *, to: str = "day") -> str:
    parts = [f"{date.year:04}", *(f"{part:02}" for part in (date.month, date.day) if part)]
    return "-".join(parts[: {"month": 2, "day": 3}[to]])


def span(period: Period, *, to: str = "day") -> Span:
    return iso(period.start, to=to), iso(period.end, to=to) if period.end else None


def read(words: str) -> Span:
    """A period as English words have it: "Feb 2015 – 7 December 2021", "2022 – now" or a single date."""

    def date(part: str) -> str:
        found = WHEN.search(part)
        assert found, words
        month = f"-{MONTHS.index(found['month'][:3]) + 1:02}" if found["month"] else ""
        return found["year"] + month + (f"-{int(found['day']):02}" if found["day"] else "")

    start, mark, end = words.partition("–")
    return date(start), (None if "now" in end or "Present" in end else date(end)) if mark else date(start)


def deliveries(career: Career) -> Iterator[tuple[Talk, Any]]:
    for talk in career.entries("talk"):
        assert isinstance(talk, Talk)
        for given in talk.deliveries:
            yield talk, given


def titles(career: Career, kind: Any, slugs: tuple[str, ...]) -> list[str]:
    found = (career.get(Key(kind, slug)) for slug in slugs)
    return [entry.title for entry in found if entry]


def skills(career: Career, entry: Entry) -> list[str]:
    return [skill.title for skill in career.skills(entry)]


def dated(item: dict[str, Any]) -> Span:
    return item["startDate"], item.get("endDate")


def test_json_resume(site: Path, career: Career, pages: Pages) -> None:
    resume = json.loads((site / "resume.json").read_text("utf-8"))
    owner = person(pages.sources.values())
    assert owner
    basics = resume["basics"]
    assert [basics.get(name) for name in ("name", "label", "summary", "url", "email", "phone")] == [
        *(owner.name, owner.label, owner.summary, owner.url or BASE, owner.email, owner.phone)
    ]
    assert {each["network"]: unquote(each["url"]) for each in basics["profiles"]} == dict(owner.profiles)

    def common(entry: Any) -> tuple[object, ...]:
        return entry.title, span(entry.period), entry.role, entry.summary, [*entry.highlights], skills(career, entry)

    def said(item: dict[str, Any], name: str) -> tuple[object, ...]:
        return (
            *(item[name], dated(item), item.get("position"), item["summary"]),
            *(item.get("highlights", []), item.get("keywords", [])),
        )

    employers = [entry for entry in career.newest_first(career.entries("employer")) if isinstance(entry, Employer)]
    assert [(*said(item, "name"), item["location"]) for item in resume["work"]] == [
        (*common(entry), ", ".join(entry.places)) for entry in employers
    ]
    assert "volunteer" not in resume  # which no sabbatical is
    studies = [entry for entry in career.newest_first(career.entries("education")) if isinstance(entry, Education)]
    for item, study in zip(resume["education"], studies, strict=True):
        assert study.period
        degree = " in ".join(filter(None, [item.get("studyType"), item.get("area")]))
        assert (item["institution"], dated(item), degree) == (study.title, span(study.period), study.degree or "")
    # Those that the curriculum vitae has.
    printed = blocks((site / "cv.txt").read_text("utf-8"))
    by_title: dict[tuple[str, str], Entry] = {(entry.kind, entry.title): entry for entry in career.entries()}
    works = [(item["type"], item) for item in resume["projects"]]
    projects = [item for type_, item in works if type_ != "talk"]
    assert {item["name"] for item in projects} == {block[0] for block in printed["Projects"]}
    talks = {item["name"].removeprefix("Talk: ") for type_, item in works if type_ == "talk"}
    assert talks == {block[0] for block in printed["Talks"]}
    for item in projects:
        entry = by_title["project", item["name"]]
        assert isinstance(entry, Project)
        assert (item["description"], item.get("highlights", [])) == (entry.summary, [*entry.highlights])
        assert item.get("keywords", []) == skills(career, entry)
        assert item.get("entity", "") == ", ".join(titles(career, "employer", entry.employers))
        assert entry.period is None or dated(item) == span(entry.period)
    for item in (item for type_, item in works if type_ == "talk"):
        talk = by_title["talk", item["name"].removeprefix("Talk: ")]
        assert isinstance(talk, Talk)
        for line, each in zip(item["highlights"], talk.deliveries, strict=True):
            assert line.startswith(f"{each.event}, {each.place}, "), line
    known = {group["name"]: set(group["keywords"]) for group in resume["skills"]}
    wanted: dict[str, set[str]] = {}
    for skill in career.entries("skill"):
        assert isinstance(skill, Skill)
        wanted.setdefault(skill.category, set()).add(skill.title)
    assert known == wanted


def test_evidence(site: Path, career: Career) -> None:
    graph = json.loads((site / "evidence.json").read_text("utf-8"))
    found = {entry["id"]: entry for folder in FOLDERS for entry in graph.get(folder, ())}
    assert found.keys() == {f"{entry.kind}/{entry.key.slug}" for entry in career.entries()}
    for entry in career.entries():
        item = found[f"{entry.kind}/{entry.key.slug}"]
        assert (item["title"], item.get("summary", "")) == (entry.title, entry.summary)
        seen = item.get("public_proofs", {})
        assert item.get("links", {}) | seen == dict(entry.links) | dict(entry.own_public_proofs)
        assert item.get("sources", []) == list(entry.sources)
        period: Period | None = getattr(entry, "period", None)
        if period:
            assert (item["period"]["start"], item["period"].get("end")) == span(period)
        if isinstance(entry, Talk):
            given = [(each["event"], each["date"]["start"], each.get("place", "")) for each in item["deliveries"]]
            assert given == [(each.event, iso(each.date.start), each.place) for each in entry.deliveries]
        if isinstance(entry, Skill):
            proofs = {each["entry"] for each in item["evidence"]}
            evidence = career.evidence(entry.key)
            assert proofs == {f"{each.entry.kind}/{each.entry.key.slug}" for each in evidence}
            experience = career.experience(entry.key)
            assert ("experience" in item) == (experience is not None)
            if experience:
                used = item["experience"]
                assert (used["first"], used.get("last")) == (experience.first, experience.last)
            proofs = {each.get("proof") for each in item["evidence"]}
            assert proofs == {each.proof for each in evidence}
        else:
            claimed = [
                claim["skill"] for each in (item, *item.get("positions", [])) for claim in each.get("skills", [])
            ]
            assert claimed == [f"skill/{claim.skill}" for claim in entry.claims]


@pytest.fixture(scope="module")
def graph(site: Path) -> Graph:
    """The linked data of all pages."""
    return joined(graphs(site, BASE))


def test_linked_data(graph: Graph, career: Career, pages: Pages) -> None:
    owner = person(pages.sources.values())
    assert owner
    assert ask(graph, "?name ?label where ?a a s:Person ; s:name ?name ; s:jobTitle ?label") == {
        (owner.name, str(owner.label))
    }
    roles = ask(
        graph,
        "?name ?start ?end ?role where ?a a s:Person ; s:worksFor ?r . ?r s:startDate ?start ; s:worksFor ?o . "
        '?o s:name ?name . optional { ?r s:endDate ?e } optional { ?r s:roleName ?n } bind(coalesce(?e, "") as ?end) '
        'bind(coalesce(?n, "") as ?role)',
    )
    employers = [entry for entry in career.entries("employer") if isinstance(entry, Employer)]
    assert roles == {
        (entry.title, iso(entry.period.start), iso(entry.period.end) if entry.period.end else "", entry.role or "")
        for entry in employers
        if entry.period
    }
    events = ask(
        graph,
        "?talk ?event ?start ?place where ?e a s:Event ; s:name ?event ; s:startDate ?start ; s:workFeatured ?t ; "
        "s:location ?l . ?l s:name ?place . ?t a s:CreativeWork ; s:name ?talk",
    )
    assert events == {
        (talk.title, f"{each.title or talk.title}, {each.event}", iso(each.date.start), each.place)
        for talk, each in deliveries(career)
    }
    assert ask(graph, "?name where ?p s:codeRepository ?r ; s:name ?name") == {
        (entry.title,) for entry in career.entries("project") if "source" in entry.links
    }
    proofs = ask(graph, "?skill ?address where ?s a s:DefinedTerm ; s:name ?skill ; s:subjectOf ?address")
    pages_of = {(skill, address.partition("#")[0].removeprefix(BASE).rstrip("/")) for skill, address in proofs}
    assert pages_of == {
        (skill.title, each.entry.docname) for skill in career.entries("skill") for each in career.evidence(skill.key)
    }


def test_card(site: Path, career: Career, pages: Pages) -> None:
    owner = person(pages.sources.values())
    assert owner
    card = vobject.readOne((site / "card.vcf").read_text("utf-8"))
    assert (card.fn.value, card.title.value) == (owner.name, owner.label)
    assert card.url.value == (owner.url or BASE)
    assert {unquote(each.value) for each in card.contents["url"]} >= set(owner.profiles.values())
    ongoing = {
        entry.title
        for entry in career.entries("employer")
        if isinstance(entry, Employer) and entry.period and not entry.period.end
    }
    assert [each.value for each in card.contents.get("org", ())] == ([[*ongoing]] if len(ongoing) == 1 else [])
    assert ("email" in card.contents, "tel" in card.contents) == (bool(owner.email), bool(owner.phone))


def test_calendar(site: Path, career: Career) -> None:
    calendar = vobject.readOne((site / "talks.ics").read_text("utf-8"))
    found = {
        (event.summary.value, event.dtstart.value, event.location.value, event.url.value)
        for event in calendar.vevent_list
    }
    assert found == {
        (f"{given.title or talk.title}, {given.event}", given.date.start.earliest, given.place, f"{BASE}{talk.docname}/#{given.anchor}")
        for talk, given in deliveries(career)
        if given.date.start.day
    }  # fmt: skip


def test_feed(site: Path, career: Career) -> None:
    feed = feedparser.parse((site / "feed.xml").read_bytes())
    found = {(item.title, item.link, item.get("published", "")[:10]) for item in feed.entries}
    wanted = set()
    for entry in career.entries(*{*in_output("feed")} - {"talk"}):
        if period := career.period(entry):
            wanted.add((entry.title, f"{BASE}{entry.docname}/", period.start.earliest.isoformat()))
    for talk in career.entries("talk"):
        assert isinstance(talk, Talk)
        for number, given in enumerate(sorted(talk.deliveries, key=lambda given: given.date.start.earliest)):
            title = f"{given.title or talk.title}, {given.event}" if number else talk.title
            anchor = f"#{given.anchor}" if number else ""
            day = "" if given.upcoming else given.date.start.earliest.isoformat()
            wanted.add((title, f"{BASE}{talk.docname}/{anchor}", day))
    assert found == wanted


def blocks(text: str) -> dict[str, list[list[str]]]:
    """The sections of the plain text, each with its paragraphs as lines."""
    parts = re.split(r"^(\S.*)\n-{3,}\n", text, flags=re.MULTILINE)
    return {
        name: [block.splitlines() for block in re.split(r"\n{2,}", body.strip())]
        for name, body in zip(parts[1::2], parts[2::2], strict=True)
    }


def numeric(words: str) -> Span:
    """A period as "02/2015 - 12/2021" or "2022 - Present" has it."""

    def date(part: str) -> str:
        month, _, year = part.strip().rpartition("/")
        return f"{year}-{month}" if month else year

    start, mark, end = words.partition(" - ")
    return date(start), (None if end == "Present" else date(end)) if mark else date(start)


def the_span(lines: list[str]) -> Span:
    (found,) = [line for line in lines if re.fullmatch(r"[\d/]{4,7}(?: - (?:[\d/]{4,7}|Present))?", line)]
    return numeric(found)


def of(block: list[str], kind: str, by_title: dict[tuple[str, str], Entry]) -> Entry:
    """The entry of a paragraph: its title leads, or follows the role, which can take several lines."""
    names = ((kind, line.partition(" | ")[0]) for line in block)
    return next(by_title[name] for name in names if name in by_title)


def shown(talk: Talk) -> Delivery:
    """The latest delivery that anyone can look at, or that there was."""
    given = [each for each in talk.deliveries if not each.upcoming]
    public = [each for each in given if each.video or each.slides]
    return max(public or given, key=lambda each: each.date.start.earliest)


def test_plain_text(site: Path, career: Career) -> None:
    text = (site / "cv.txt").read_text("utf-8")
    sections = blocks(text)
    employers = [entry for entry in career.newest_first(career.entries("employer")) if isinstance(entry, Employer)]
    by_title: dict[tuple[str, str], Entry] = {(entry.kind, entry.title): entry for entry in career.entries()}
    assert [(of(block, "employer", by_title).title, the_span(block)) for block in sections["Experience"]] == [
        (entry.title, span(entry.period, to="month")) for entry in employers if entry.period
    ]
    for heading, kind in (("Projects", "project"), ("Education", "education"), ("Sabbaticals", "sabbatical")):
        assert sections[heading]
        for block in sections[heading]:
            entry = by_title[kind, block[0]]
            period: Period | None = getattr(entry, "period", None)
            assert period is None or the_span(block) == span(period, to="month"), block
            if entry.traits.occupation and getattr(entry, "highlights", None):
                continue
            assert " ".join(entry.summary.split()) in " ".join(" ".join(block).split()), block
    for block in sections["Talks"]:
        talk = by_title["talk", block[0]]
        assert isinstance(talk, Talk)
        given = shown(talk)
        assert (block[1].split(" | ")[0], the_span(block)) == (given.event, span(given.date, to="month"))
    listed = re.findall(
        r"([^,:()]+) \((\d{4})(?: - (\d{4}|Present))?\)", " ".join(" ".join(sections["Skills"][0]).split())
    )
    assert len(listed) >= 10
    for name, first, last in listed:
        skill = next(entry for entry in career.entries("skill") if entry.title == name.strip())
        experience = career.experience(skill.key)
        assert experience
        years = (first, None if last == "Present" else last or first)
        assert years == (str(experience.first), str(experience.last) if experience.last else None), name


def test_paper(site: Path, career: Career) -> None:
    pdf = PdfReader(site / "cv.pdf")
    assert len(pdf.pages) <= 2
    printed = re.sub(r"\s+", " ", "\n".join(page.extract_text() for page in pdf.pages))
    text = printed.replace("\u00ad", "").replace("’", "'").replace("“", '"').replace("”", '"')
    plain = blocks((site / "cv.txt").read_text("utf-8"))
    by_title: dict[tuple[str, str], Entry] = {(entry.kind, entry.title): entry for entry in career.entries()}
    at = 0
    kinds = (("Experience", "employer"), ("Projects", "project"), ("Talks", "talk"), ("Education", "education"), ("Sabbaticals", "sabbatical"))  # fmt: skip
    for heading, kind in kinds:
        for block in plain[heading]:
            entry = of(block, kind, by_title)
            at = text.index(entry.title.replace("’", "'"), at)
            if isinstance(entry, Talk):
                given = shown(entry)
                assert given.event in text[at : at + 400]
                period: Period | None = given.date
            else:
                period = getattr(entry, "period", None)
            dates = [each[0] for each in PRINTED.finditer(text[at : at + 400])]
            assert period is None or span(period, to="month") in map(read, dates), (entry.title, dates)
    links = {
        str(note.get_object()["/A"]["/URI"])
        for page in pdf.pages
        for note in page.get("/Annots", ())
        if "/A" in note.get_object()
    }
    assert {f"{BASE}{entry.docname}/" for entry in career.entries("employer")} <= {
        f"{link.rstrip('/')}/" for link in links
    }


def facts(text: str) -> tuple[str, dict[str, str]]:
    """The heading of a Markdown page, and the facts in the list below it."""
    tokens = parsed(text)
    heading = next(
        tokens[n + 1] for n, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h1"
    )
    found: dict[str, str] = {}
    for token in tokens:
        if token.type == "inline" and token.children and token.children[0].type in {"text", "strong_open"}:
            plain = "".join(
                child.content for child in token.children if child.type in {"text", "softbreak", "code_inline"}
            )
            label, mark, rest = plain.partition(": ")
            if mark and "strong_open" in {child.type for child in token.children[:2]}:
                found.setdefault(label, rest)
    title = "".join(child.content for child in heading.children or ())
    return title, found


def test_markdown(site: Path, career: Career) -> None:
    for entry in career.entries():
        text = (site / f"{entry.docname}.md").read_text("utf-8")
        title, found = facts(text)
        assert title == entry.title
        assert entry.summary in re.sub(r"\\([^\w\s])", r"\1", text)
        period: Period | None = getattr(entry, "period", None)
        if period:
            assert read(found["When"].partition(" (")[0]) == span(period), entry.docname
        if isinstance(entry, Employer | Sabbatical):
            assert found.get("Role") == entry.role
        if isinstance(entry, Project):
            assert found.get("Built at", "") == ", ".join(titles(career, "employer", entry.employers))
        if isinstance(entry, Talk):
            for given in entry.deliveries:
                assert f"**{given.event}**, {given.place}, " in text.replace("\\", ""), (entry.docname, given.event)
        if not isinstance(entry, Skill):
            times = {
                each.skill: f" ({wording.in_years([each.period], ENGLISH)})" for each in entry.claims if each.period
            }
            claimed = [f"{each.title}{times.get(Slug(each.key.slug), '')}" for each in career.skills(entry)]
            assert found.get("Skills", "") == ", ".join(claimed)
        assert text.rstrip().endswith(f"{BASE}{entry.docname}/")


def test_contents_for_language_models(site: Path, career: Career) -> None:
    text = (site / "llms.txt").read_text("utf-8")
    found = re.findall(r"^- \[((?:\\.|[^\]])*)\]\(([^)]*)\)", text, re.MULTILINE)
    named = [(re.sub(r"\\(.)", r"\1", title), address) for title, address in found]
    entries = {(entry.title, f"{BASE}{entry.docname}.md") for entry in career.entries()}
    assert entries <= set(named)
    assert len(named) == len(set(named))
    full = (site / "llms-full.txt").read_text("utf-8")
    sources = re.findall(r"^Source: (.*)$", full, re.MULTILINE)
    assert {f"{BASE}{entry.docname}/" for entry in career.entries()} <= set(sources)
    all_texts = without_links(full)
    for entry in career.entries():
        assert without_links((site / f"{entry.docname}.md").read_text("utf-8")) in all_texts, entry.docname


def without_links(markdown: str) -> str:
    return re.sub(r"</?a\b[^>]*>", "", rendered(markdown))
