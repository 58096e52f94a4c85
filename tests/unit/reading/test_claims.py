"""Claims: how they are written, and what is wrong with them, each with its line and column."""

import datetime as dt

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from careers import claim
from portfolio.model.entries import Claim
from portfolio.model.kinds import Project, Skill
from portfolio.reading.checks import check
from portfolio.reading.front_matter import read as read_front_matter
from portfolio.reading.page_source import career_as_written, read
from portfolio.reading.schema import json_schema

TODAY = dt.date(2026, 11, 23)
ATLAS = "title: Atlas\nproject:\n  summary: Maps.\n  period: 2001-03 – 2005\n  skills:\n"
VALIDATOR = Draft202012Validator(json_schema("project"))
Page = tuple[str, str]


def front(text: str) -> str:
    return f"---\n{text}\n---\n"


@pytest.mark.parametrize(
    ("items", "claims"),
    [
        ("    - drawing", [claim("drawing")]),
        ("    - drawing: 2003", [claim("drawing", "2003")]),
        ("    - drawing: 2001-03-04 to 2005", [claim("drawing", "2001-03-04 – 2005")]),
        ("    - drawing: {period: 2003}", [claim("drawing", "2003")]),
        ("    - drawing:\n        proof: '  I drew. '", [claim("drawing", proof="I drew.")]),
        ("    - drawing: {proof: I drew., period: 2002 – 2004}", [claim("drawing", "2002 – 2004", "I drew.")]),
        ("    - {}", None),
        ("    - {drawing: {}}", [claim("drawing")]),
        ("    [moss, {drawing: 2003}, latin]", [claim("moss"), claim("drawing", "2003"), claim("latin")]),
        ("    [{period: 2003}, {proof: {proof: So.}}]", [claim("period", "2003"), claim("proof", proof="So.")]),
        ("    - drawing: 2003 –", None),
        ("    - drawing:", None),
        ("    - drawing: [2003]", None),
        ("    - drawing: {proof: ''}", None),
        ("    - drawing: {proof: [So.]}", None),
        ("    - drawing: {when: 2003}", None),
        ("    - Drawing: 2003", None),
        ("    - {drawing: 2003, moss: 2003}", None),
        ("    - [drawing]", None),
        ("    -", None),
    ],
)  # fmt: skip
def test_editors_and_the_reader_take_the_same(items: str, claims: list[Claim] | None) -> None:
    text = f"{ATLAS}{items}"
    found = read_front_matter("projects/atlas", front(text))
    data = yaml.load(text, yaml.BaseLoader)
    assert VALIDATOR.is_valid(data) == (claims is not None)
    if claims is None:
        assert found.problems
    else:
        assert isinstance(found.entry, Project)
        assert found.entry.skills == tuple(claims)


@pytest.mark.parametrize(
    ("said", "valid"),
    [(2003, True), ({"period": 2003}, True), (999, False), (10000, False), (2003.5, False), (None, False)],
)
def test_to_editors_a_year_is_a_number(said: object, valid: bool) -> None:
    page = {"title": "Atlas", "project": {"summary": "Maps.", "skills": [{"drawing": said}]}}
    assert VALIDATOR.is_valid(page) == valid


@pytest.mark.parametrize(
    ("written", "since"),
    [("2014", "2014"), ("2014-04", "2014-04"), ("'2014-04-17'", "2014-04-17"), ("2014-02-30", None), ("now", None)],
)
def test_since_is_a_date(written: str, since: str | None) -> None:
    text = front(f"title: Consul\nskill: {{summary: S., category: Tools, since: {written}}}")
    entry = read_front_matter("skills/consul", text).entry
    assert (entry is None) == (since is None)
    assert since is None or (isinstance(entry, Skill) and str(entry.since) == since)


def test_what_is_claimed_is_found_where_it_stands() -> None:
    items = "    - moss\n    - drawing: {period: 2003, proof: I drew.}\n    - latin: 2004"
    found = read_front_matter("projects/atlas", front(f"{ATLAS}{items}"))
    assert found.skills == ("moss", "drawing", "latin")
    assert [found.places["skills", n] for n in range(3)] == [(7, 7), (8, 7), (9, 7)]


KEW = (
    "employers/kew",
    "title: Kew\nemployer: {summary: A garden., period: 2001 – 2005, places: [Kew], highlights: [Drawing and pens.]}",
)
EDEN = (
    "employers/eden",
    "title: Eden\nemployer: {summary: Domes., period: 2010 – now, places: [Eden], highlights: [Drawing and pens.]}",
)
DRAWING = ("skills/drawing", "title: Drawing\nskill: {summary: Pens., category: Arts}")
PENS = ("skills/pens", "title: Pens\nskill: {summary: Ink., category: Arts, since: 2003-04-17}")
NIB = (
    "projects/nib",
    "title: Nib\nproject: {summary: S., employers: [kew], skills: [{drawing: {proof: I drew.}}, {pens: {proof: So.}}]}",
)
IN_KEW = "title: Atlas\nproject:\n  summary: Maps.\n  employers: [kew]\n  skills:\n"
OWN = "title: Atlas\nproject:\n  summary: Maps.\n  employers: [kew]\n  highlights: [Drawing., Pens.]\n  period: 2001-03 – 2005\n  skills:\n"
TALK = "title: Talk\ntalk:\n  summary: On pens.\n  deliveries:\n    - {event: A, place: B, date: 2002-01}\n    - {event: C, place: D, date: 2004}\n  skills:\n"


def problems(*pages: Page) -> list[str]:
    sources = [read(name, front(text).encode()) for name, text in (KEW, EDEN, DRAWING, PENS, NIB, *pages)]
    return [
        f"{docname}:{each.line}:{each.column}: {each.severity}: {each.message}"
        for docname, each in check(sources, career=career_as_written(sources, TODAY))
    ]


BROKEN = [
    # outside the time of the page, or of the employers
    (OWN, "    - drawing: 2000", '9:16: error: 2000 is not within the time of this page, 2001-03 – 2005; write a part of it'),
    (OWN, "    - drawing: 2001-01 – 2002", "9:16: error: 2001-01 – 2002 is not within the time of this page, 2001-03 – 2005"),
    (OWN, "    - drawing:\n        period: 2003 – 2006", "10:17: error: 2003 – 2006 is not within the time of this page"),
    (OWN, "    - pens: 2004\n    - {drawing: {proof: So., period: 2006}}", "10:38: error: 2006 is not within the time"),
    (OWN, "    [pens: 2004, drawing: 2004 – now]", "9:27: error: 2004 – now is not within the time of this page"),
    (IN_KEW, "    - drawing: {period: 2006, proof: So.}", "7:25: error: 2006 is not within 2001 – 2005, the time of the employers; write a part of that"),
    (IN_KEW, "    - drawing: 2003 – now", "7:16: error: 2003 – now is not within 2001 – 2005, the time of the employers"),
    (IN_KEW.replace("[kew]", "[eden]"), "    - drawing: 2027", '7:16: error: this date is still to come; write "START – now" for what goes on'),
    (IN_KEW.replace("[kew]", "[eden]"), "    - drawing: 2026 – 2027", "7:16: error: this date is still to come"),
    # before the skill can have been used
    (OWN, "    - pens", '9:7: error: the claim of "pens" begins in 2001-03, before 2003-04-17, the "since" of that skill; date the claim, as in {pens: 2003 – …}, or correct "since"'),
    (OWN, "    - pens: {proof: So.}", '9:7: error: the claim of "pens" begins in 2001-03, before 2003-04-17'),
    (OWN, "    - {drawing: {proof: So.}}\n    - {pens: 2002 – 2004}", '10:14: error: the claim of "pens" begins in 2002, before 2003-04-17'),
    (OWN, "    - pens: {proof: So., period: 2003-01 – 2004}", '9:34: error: the claim of "pens" begins in 2003-01, before'),
    (OWN, "    - pens: 2003-04-16", '9:13: error: the claim of "pens" begins in 2003-04-16, before 2003-04-17'),
    (IN_KEW, "    - pens: 2002", '7:13: error: the claim of "pens" begins in 2002, before 2003-04-17'),
    (TALK, "    - pens", '9:7: error: the claim of "pens" begins in 2002-01, before 2003-04-17'),
    (TALK, "    - pens: 2002 – 2004", '9:13: error: the claim of "pens" begins in 2002, before 2003-04-17'),
    # names
    (OWN, "    - drawin: 2003", '9:7: error: there is no skill "drawin"; did you mean "drawing"?'),
    (OWN, "    - pens: 2004\n    - {drawin: {proof: So.}}", '10:8: error: there is no skill "drawin"; did you mean "drawing"?'),
    (OWN, "    - drawing: {perod: 2003}", '9:17: error: unknown key "perod" in project.skills[0].drawing; did you mean "period"?'),
    (OWN, "    - drawing: {x: 2003}", '9:17: error: unknown key "x" in project.skills[0].drawing; known are period, proof'),
    (OWN, "    - period: {proo: x}", '9:16: error: unknown key "proo" in project.skills[0].period; did you mean "proof"?'),
    (OWN, "    - Drawing: 2003", '9:7: error: project.skills[0].Drawing: "Drawing" is not a slug'),
    (OWN, "    - drawing: 2003\n      pens: 2004", "9:7: error: project.skills[0]: names several skills in one item, or none; give each an item of its own"),
    (OWN, "    - {}", "9:7: error: project.skills[0]: names several skills in one item, or none"),
    (OWN, "    - drawing: 2003\n      drawing: 2004", '10:7: error: the key "drawing" stands here twice; remove one'),
    # twice
    (OWN, "    - drawing\n    - drawing", '10:7: error: "drawing" is claimed here twice; keep one of the two'),
    (OWN, "    - drawing: 2003\n    - {drawing: {proof: So.}}", '10:8: error: "drawing" is claimed here twice'),
    (OWN, "    [drawing, {drawing: 2003}]", '9:16: error: "drawing" is claimed here twice'),
    # empty or of another shape
    (OWN, "    - drawing: {proof: ''}", "9:24: error: project.skills[0].drawing.proof: is empty; give it a value or remove the key"),
    (OWN, "    - drawing:\n        proof:", "10:9: error: project.skills[0].drawing.proof is empty; give it a value or remove the key"),
    (OWN, "    - drawing:\n        proof: |\n          One.\n          Two.", "10:16: error: project.skills[0].drawing.proof: goes over several lines; write it as one"),
    (OWN, "    - drawing: {proof: [So.]}", "9:24: error: project.skills[0].drawing.proof should be text"),
    (OWN, "    - drawing:", "9:7: error: project.skills[0].drawing is empty"),
    (OWN, "    -", "9:6: error: project.skills[0] is empty"),
    (OWN, "    - drawing: []", "9:16: error: project.skills[0].drawing: should be text"),
    (OWN, "    - [drawing]", "9:7: error: project.skills[0] should be text"),
    (OWN, "    - drawing: last year", '9:16: error: project.skills[0].drawing: "last year" is not a period'),
    (OWN, "    - drawing: {period: 2003-13}", "9:25: error: project.skills[0].drawing.period: \"2003-13\" does not exist"),
    (OWN, "    - drawing: 2005 – 2003", '9:16: error: project.skills[0].drawing: "2005 – 2003" runs backwards; write the earlier date first'),
]  # fmt: skip


@pytest.mark.parametrize(("page", "items", "problem"), BROKEN)
def test_what_is_wrong_with_a_claim(page: str, items: str, problem: str) -> None:
    name = "talks/talk" if page == TALK else "projects/atlas"
    (found,) = (each for each in problems((name, f"{page}{items}")) if ": error: " in each)
    assert found.startswith(f"{name}:{problem}")


@pytest.mark.parametrize(
    ("page", "items"),
    [
        (OWN, "    - drawing: 2001 – 2005"),
        (OWN, "    - drawing: 2001-03 – 2005-12-31"),
        (OWN, "    [{drawing: 2003}, {pens: 2003}]"),
        (OWN, "    - pens: 2003-04"),
        (OWN, "    - pens: 2003-04-17"),
        (IN_KEW, "    - drawing: {period: 2001 – 2005, proof: So.}"),
        (IN_KEW, "    - pens: {proof: So.}"),
        (IN_KEW.replace("[kew]", "[kew, eden]"), "    - drawing: {period: 2004 – now, proof: So.}"),
        (TALK, "    - drawing"),
        (TALK, "    - pens: 2004"),
        (TALK.replace("2004}", "2030, upcoming: true}"), "    - drawing: 2002"),
    ],
)
def test_what_is_right(page: str, items: str) -> None:
    assert problems(("talks/talk" if page.startswith(TALK[:12]) else "projects/atlas", f"{page}{items}")) == []


@pytest.mark.parametrize(
    ("since", "begins", "right"),
    [
        ("2014-04-17", "2014", True),
        ("2014-04-17", "2014-04", True),
        ("2014-04-17", "2014-04-17", True),
        ("2014-04-17", "2014-04-16", False),
        ("2014-04-17", "2014-01", False),
        ("2014-04-17", "2013", False),
        ("2014-04", "2014-04-01", True),
        ("2014-04", "2014-03-31", False),
        ("2014", "2014-01-01", True),
        ("2014", "2013-12", False),
    ],
)
def test_dates_are_compared_as_far_as_both_are_known(since: str, begins: str, *, right: bool) -> None:
    ink = ("skills/ink", f"title: Ink\nskill: {{summary: S., category: Arts, since: {since}}}")
    item = f"    - ink: {{period: {begins} – 2016, proof: So.}}"
    found = problems(ink, ("projects/atlas", OWN.replace("2001-03 – 2005", "2010 – 2020") + item))
    assert [each for each in found if "the claim of" not in each] == []
    assert (found == []) == right


def test_an_employment_that_was_over_before_the_skill_began() -> None:
    ink = ("skills/ink", "title: Ink\nskill: {summary: S., category: Arts, since: 2006}")
    found = problems(ink, ("projects/atlas", f"{IN_KEW}    - ink: {{proof: So.}}"))
    assert [each.partition(";")[0] for each in found] == [
        'projects/atlas:7:7: error: the claim of "ink" begins in 2001, before 2006, the "since" of that skill'
    ]


NOTICE = 'notice: nothing says what was done with Drawing at Atlas; give the claim a "proof: …", or name the skill in a highlight'  # fmt: skip


@pytest.mark.parametrize(
    ("page", "items", "problem"),
    [
        (IN_KEW, "    - drawing", f"7:7: {NOTICE}"),
        (IN_KEW, "    - drawing: 2003", f"7:7: {NOTICE}"),
        (IN_KEW, "    [drawing: 2003]", f"7:6: {NOTICE}"),
        (OWN.replace("[Drawing., Pens.]", "[Withdrawing.]"), "    - drawing", f"9:7: {NOTICE}"),
    ],
)  # fmt: skip
def test_a_claim_needs_something_that_was_done(page: str, items: str, problem: str) -> None:
    assert problems(("projects/atlas", f"{page}{items}")) == [f"projects/atlas:{problem}"]


@pytest.mark.parametrize("broken", [KEW[1].replace("summary", "sumary"), KEW[1] + "\nvisibility: private", "title: ["])
def test_where_an_employer_is_not_known_nor_is_its_time(broken: str) -> None:
    """One typo is one problem: a claim within the time of a page that cannot be read is not called wrong."""
    items = "    - drawing: {period: 2002, proof: So.}\n    - pens: {proof: So.}"
    atlas = ("projects/atlas", IN_KEW.replace("[kew]", "[eden, kew]") + items)
    sources = [
        read(name, front(text).encode()) for name, text in (("employers/kew", broken), EDEN, DRAWING, PENS, atlas)
    ]
    found = check(sources, career=career_as_written(sources, TODAY))
    assert {docname for docname, _ in found} == {"employers/kew"}


@pytest.mark.parametrize(
    "broken", [PENS[1].replace("summary", "sumary"), "title: [", f"{PENS[1][:-1]}, visibility: private}}"]
)
def test_a_skill_whose_page_has_problems_makes_no_claim_of_it_wrong(broken: str) -> None:
    atlas = ("projects/atlas", f"{OWN}    - pens")
    sources = [read(name, front(text).encode()) for name, text in (KEW, ("skills/pens", broken), atlas)]
    found = check(sources, career=career_as_written(sources, TODAY))
    assert "projects/atlas" not in {docname for docname, _ in found}


def test_an_unlisted_skill_is_held_to_its_date_too() -> None:
    pens = ("skills/pens", f"{PENS[1][:-1]}, visibility: unlisted}}")
    sources = [read(name, front(text).encode()) for name, text in (KEW, pens, ("projects/atlas", f"{OWN}    - pens"))]
    ((docname, problem),) = check(sources, career=career_as_written(sources, TODAY))
    assert (docname, problem.line, problem.column, problem.topic) == ("projects/atlas", 9, 7, "claim")
