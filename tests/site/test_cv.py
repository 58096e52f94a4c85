"""The real site's CV, as a parser of résumés reads it and as its lines end."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from resume_parser import BULLET, Parsed, parsed

NAMES = ["", "-distributed-systems"]


@pytest.fixture(scope="module", params=NAMES)
def both(request: pytest.FixtureRequest, site: Path) -> tuple[Parsed, dict[str, Any]]:
    """A CV as it is parsed, and the same as JSON Resume."""
    resume = json.loads((site / f"resume{request.param}.json").read_text("utf-8"))
    return parsed(site / f"cv{request.param}.pdf"), resume


def straight(text: str) -> str:
    return text.translate(str.maketrans("‘’“”", "''\"\"")).replace("ﬁ", "fi")


def years(item: Mapping[str, str]) -> str:
    return f"{item['startDate'][:4]} – {item.get('endDate', 'Present')[:7]}"


def test_a_parser_finds_every_job_with_all_that_came_of_it(both: tuple[Parsed, dict[str, Any]]) -> None:
    read, resume = both
    assert len(read.jobs) == len(resume["work"]) == 7
    for found, work in zip(read.jobs, resume["work"], strict=True):
        assert (found.title, found.company, found.date) == (work["position"], work["name"], years(work))
        assert [*map(straight, found.highlights)] == [*map(straight, work["highlights"])]


def test_a_parser_finds_the_person(both: tuple[Parsed, dict[str, Any]]) -> None:
    read, resume = both
    basics = resume["basics"]
    assert (read.name, read.email) == (basics["name"], "")
    assert f"https://{read.url}" in {"https://example.org/en/latest", *(each["url"] for each in basics["profiles"])}
    assert straight(read.summary) == straight(basics["summary"])
    # It knows places with a state or a country in two letters alone; this one is there, and its own.
    assert read.location == ""
    assert basics["location"]["city"] in [piece.text for line in read.sections[""] for piece in line]


def test_a_parser_finds_education_skills_and_projects(both: tuple[Parsed, dict[str, Any]]) -> None:
    read, resume = both
    (study,) = resume["education"]
    assert (read.school, read.graduation) == (study["institution"], years(study))
    assert read.degree == f"{study['studyType']} in {study['area']}"
    shown = [name for each in resume["skills"] for name in each["keywords"] if name in read.skills]
    assert len(shown) >= 8
    projects = [each["name"] for each in resume["projects"] if each["type"] == "project"]
    assert sorted(name for name, _ in read.projects) == sorted(projects)


def test_no_line_that_goes_on_is_a_short_word_or_two(both: tuple[Parsed, dict[str, Any]]) -> None:
    read, _ = both
    lines = [line for name in ("EXPERIENCE", "PROJECTS") for line in read.sections[name]]
    going_on = [line[0].text for line in lines if len(line) == 1 and BULLET not in line[0].text]
    assert going_on
    assert [text for text in going_on if len(text) < 24] == []


@pytest.mark.parametrize("name", NAMES)
def test_it_has_two_pages_and_is_small(site: Path, name: str) -> None:
    file = site / f"cv{name}.pdf"
    assert len(PdfReader(file).pages) == 2
    assert file.stat().st_size < 66_000
