"""The years of skills in every export: those of claims, never before a skill can have been used."""

import json
from typing import Any

import pytest

from careers import career, claim, employer, mention, project, skill
from portfolio.export import llms
from portfolio.export.cv.selection import content as curriculum
from portfolio.export.evidence import files as evidence
from portfolio.export.images import cards
from portfolio.export.json_resume import files as resume
from portfolio.i18n.translation import ENGLISH
from portfolio.model.dates import PartialDate
from portfolio.model.entries import Slug
from portfolio.model.variant import Variant
from portfolio.views.variant_page import variant_page
from sites import site

FOUND = career(
    employer("kew", "2001 – 2009", skills=(claim("drawing", "2003-01 – 2004-06"), claim("ink", "2002 – now"))),
    project("atlas", employers=("kew",), skills=("taxonomy", "drawing", "ink")),
    skill("drawing"),
    skill("ink", since=PartialDate.parse("2005-04-17")),
    skill("taxonomy", since=PartialDate.parse("2005-04-17")),
    skill("latin"),
    mentions=(mention("employers/kew", "skill", "latin"), mention("employers/kew", "skill", "taxonomy")),
)
YEARS = {
    "drawing": "2003 – 2004",
    "ink": "2005 – now",
    "taxonomy": "some time in 2005 – 2009",
    "latin": "",
}
FIGURES = {
    "drawing": "2003 – 2004 · 1 year 6 months · 1 employer, 1 project",
    "taxonomy": "some time in 2005 – 2009 · 1 project, 1 mention",
    "latin": "1 mention",
}


SITE = site(titles={f"skills/{name}": name.title() for name in YEARS})


@pytest.mark.parametrize(("name", "years"), YEARS.items())
def test_cards_show_them(name: str, years: str) -> None:
    assert cards.content(f"skills/{name}", name.title(), FOUND, SITE).below == years


def test_the_curriculum_vitae_shows_them() -> None:
    cv = curriculum(FOUND, SITE)
    assert cv is not None
    shown = {words.text: words.label for each in cv.sections for group in each.groups for words in group.skills}
    assert shown == {name.title(): years.replace("now", "Present") for name, years in YEARS.items()}


def test_the_page_of_a_variant_shows_them() -> None:
    arts = Variant(name="arts", title="Illustrator", skills=tuple(map(Slug, YEARS)))
    assert {each.title.text: each.years for each in variant_page(FOUND, arts, ENGLISH).skills} == {
        name.title(): years for name, years in YEARS.items()
    }


@pytest.mark.parametrize(("name", "figures"), FIGURES.items())
def test_the_index_for_language_models_shows_them(name: str, figures: str) -> None:
    (file, *_) = llms.files(FOUND, SITE)
    text = file.write(file.content).decode()
    assert f"- [{name.title()}](https://example.org/skills/{name}.md): {figures}" in text


def test_the_resume_has_no_years_of_skills() -> None:
    (file,) = resume.files(FOUND, SITE)
    skills = json.loads(file.write(file.content))["skills"]
    assert {word for each in skills for word in each["keywords"]} == {name.title() for name in YEARS}
    assert not any(char.isdigit() for char in json.dumps(skills))


def test_the_data_has_periods_bounds_and_proof() -> None:
    read: Any = evidence.content(FOUND, SITE)
    skills = {each["id"].partition("/")[2]: each for each in read["skills"]}
    times = {
        name: [(piece.get("periods"), piece.get("within")) for piece in each["evidence"]]
        for name, each in skills.items()
    }
    assert times == {
        "drawing": [
            ([{"start": "2003-01", "end": "2004-06"}], None),
            (None, {"start": "2001", "end": "2009"}),
        ],
        "ink": [([{"start": "2005"}], None), (None, {"start": "2005", "end": "2009"})],
        "taxonomy": [(None, None), (None, {"start": "2005", "end": "2009"})],
        "latin": [(None, None)],
    }
    assert {name: each.get("experience", {}).get("first") for name, each in skills.items()} == {
        "drawing": 2003,
        "ink": 2005,
        "taxonomy": None,
        "latin": None,
    }
    assert read["employers"][0]["skills"] == [
        {"skill": "skill/drawing", "period": {"start": "2003-01", "end": "2004-06"}},
        {"skill": "skill/ink", "period": {"start": "2002"}},
    ]
