"""How much evidence proves."""

import pytest

from careers import career, claim, education, employer, mention, project, skill, talk
from portfolio.model.entries import Entry, Key
from portfolio.model.evidence import Strength
from portfolio.model.strength import strength_of_skill, stretches, strongest_first, together

DRAWING = Key("skill", "drawing")
HEADING = "Herbarium"
URL = "https://example.org"


ATLAS = project("atlas", "2001-01 – 2001-12", skills=("drawing",))
OPEN = project("open", "2001-01 – 2001-12", skills=("drawing",), links={"source": URL})
LONG = project("long", "2001-01 – 2003-12", skills=("drawing",))
LATE = project("late", "2004-01 – 2004-12", skills=("drawing",))
PROVEN = project("proven", "2001", skills=(claim("drawing", proof="I drew."),))
NAMED = project("named", "2002 – 2005", skills=("drawing",), highlights=("Drawing.",))
SHORT = project("short", "2001-01 – 2009-12", skills=(claim("drawing", "2009-12"),))
KEW = employer("kew", "1990 – 2020")
IN = project("in", employers=("kew",), skills=("drawing",))
SILENT = project("silent", "2001-01 – 2009-12", links={"source": URL})


@pytest.mark.parametrize(
    ("stronger", "weaker", "mentioning"),
    [
        (ATLAS, OPEN, [ATLAS]),
        (ATLAS, SILENT, [SILENT]),
        (OPEN, LONG, []),
        (OPEN, LONG, [OPEN, LONG]),
        (LONG, LATE, []),
        (LATE, ATLAS, []),
        (ATLAS, project("b-undated", skills=("drawing",)), []),
        (ATLAS, talk("seeds", "2001", "2009", skills=("drawing",)), []),
        (PROVEN, OPEN, []),
        (PROVEN, NAMED, [PROVEN]),
        (LONG, SHORT, []),
        (LATE, IN, []),
    ],
)
def test_strength(stronger: Entry, weaker: Entry, mentioning: list[Entry]) -> None:
    mentions = tuple(mention(each.docname, "skill", "drawing", HEADING) for each in mentioning)
    found = career(skill("drawing"), KEW, stronger, weaker, mentions=mentions)
    order = [each.entry.key.slug for each in strongest_first(found.evidence(DRAWING))]
    assert order == [stronger.key.slug, weaker.key.slug]


def test_a_skill_is_as_strong_as_its_evidence_together() -> None:
    found = career(
        skill("drawing"),
        skill("nothing"),
        OPEN,
        LONG,
        employer("kew", "2010-01 – 2010-12"),
        mentions=(mention("employers/kew", "skill", "drawing"), mention(OPEN.docname, "skill", "drawing")),
    )
    each = {one.entry.key.slug: one.strength for one in found.evidence(DRAWING)}
    assert each == {"open": Strength(3, 1, 365), "long": Strength(2, 0, 1095), "kew": Strength(1, 0, 0)}
    assert strength_of_skill(found, DRAWING) == Strength(6, 1, 1095)
    assert strength_of_skill(found, Key("skill", "nothing")) == Strength(0, 0, 0)


@pytest.mark.parametrize(
    ("entries", "cells"),
    [
        ([IN], [(1990, 2020, 1, False)]),
        ([IN, talk("seeds", "2001", skills=("drawing",))], [(1990, 2000, 1, False), (2001, 2001, 2, True), (2002, 2020, 1, False)]),
        ([project("a", "2001 – 2003", skills=(claim("drawing", "2002-05"),))], [(2002, 2002, 1, True)]),
        (
            [project("a", "2001 – 2003", skills=("drawing",)), project("b", "2002 – 2005", skills=(claim("drawing", "2005"),))],
            [(2001, 2003, 1, True), (2005, 2005, 1, True)],
        ),
    ],
)  # fmt: skip
def test_years_are_those_that_are_claimed_and_certain_where_they_are_dated(
    entries: list[Entry], cells: list[tuple[int, int, int, bool]]
) -> None:
    found = career(skill("drawing"), KEW, *entries, mentions=(mention("employers/kew", "skill", "drawing"),))
    shown = [(each.first, each.last, each.count, each.certain) for each in stretches(found, DRAWING)]
    assert shown == cells


def years(*entries: Entry) -> list[tuple[int, int, int]]:
    found = stretches(career(skill("drawing"), *entries), DRAWING)
    return [(each.first, each.last, each.count) for each in found]


@pytest.mark.parametrize(
    ("entries", "cells"),
    [
        ([], []),
        ([project("undated", skills=("drawing",))], []),
        ([employer("kew", "2001 – 2003", skills=("drawing",))], [(2001, 2003, 1)]),
        ([employer("kew", "2024-05 – now", skills=("drawing",))], [(2024, 2026, 1)]),
        ([employer("kew", "2030 – now", skills=("drawing",))], [(2030, 2030, 1)]),
        (
            [employer("kew", "2001 – 2003"), project("in", employers=("kew",), skills=("drawing",))],
            [(2001, 2003, 1)],
        ),
        (
            [
                employer("kew", "2001 – 2005", skills=("drawing",)),
                education("leeds", "2003 – 2009", skills=("drawing",)),
            ],
            [(2001, 2002, 1), (2003, 2005, 2), (2006, 2009, 1)],
        ),
        (
            [employer("kew", "2001 – 2009", skills=("drawing",)), project("atlas", "2003 – 2004", skills=("drawing",))],
            [(2001, 2002, 1), (2003, 2004, 2), (2005, 2009, 1)],
        ),
        (
            [talk("seeds", "2001", "2002-05", "2002-06", "2005", skills=("drawing",))],
            [(2001, 2002, 1), (2005, 2005, 1)],
        ),
        (
            [project("a", "2001", skills=("drawing",)), project("b", "2002", skills=("drawing",))],
            [(2001, 2001, 1), (2002, 2002, 1)],
        ),
        (
            [
                project("a", "2001 – 2002", skills=("drawing",), links={"source": URL}),
                project("b", "2001 – 2004", skills=("drawing",)),
                project("c", "2004 – 2008", skills=("drawing",)),
            ],
            [(2001, 2002, 2), (2003, 2003, 1), (2004, 2004, 2), (2005, 2008, 1)],
        ),
    ],
)
def test_years_with_the_same_evidence_are_one(entries: list[Entry], cells: list[tuple[int, int, int]]) -> None:
    assert years(*entries) == cells


def test_the_first_of_years_and_the_last() -> None:
    assert years(employer("kew", "0001 – now", skills=("drawing",))) == [(1, 2026, 1)]


def test_skills_are_proven_together_by_what_proves_both() -> None:
    found = career(
        *(skill(slug) for slug in ("drawing", "latin", "algae", "moss", "never")),
        project("a", "2001", skills=("drawing", "latin", "moss", "unknown")),
        project("b", "2002", skills=("drawing", "latin", "algae")),
        project("c", "2002", skills=("never",)),
        employer("kew", "2001", skills=("drawing",)),
        mentions=(mention("employers/kew", "skill", "latin"),),
    )
    pairs = [(entry.key.slug, count) for entry, count in together(found, DRAWING, 8)]
    assert pairs == [("latin", 3), ("algae", 1), ("moss", 1)]
    assert [entry.key.slug for entry, _ in together(found, DRAWING, 2)] == ["latin", "algae"]
    assert together(found, Key("skill", "never"), 8) == []


def test_an_unlisted_skill_is_proven_together_with_those_that_are_listed() -> None:
    atlas, bank = project("atlas", "2001", skills=("drawing", "moss")), project("bank", "2001", skills=("moss",))
    found = career(skill("drawing"), skill("moss", visibility="unlisted"), atlas, bank)
    assert [(entry.key.slug, count) for entry, count in together(found, Key("skill", "moss"), 8)] == [("drawing", 1)]
    assert together(found, DRAWING, 8) == []


def test_years_belong_to_the_occupation_of_most_evidence() -> None:
    found = career(
        skill("drawing"),
        employer("kew", "2001 – 2004", skills=("drawing",)),
        project("atlas", "2003 – 2004", employers=("kew",), skills=("drawing",)),
        employer("eden", "2004 – 2006", skills=("drawing",)),
        project("own", "2006 – 2008", skills=("drawing",)),
    )
    assert [(each.first, each.occupation) for each in stretches(found, DRAWING)] == [
        (2001, 1),
        (2003, 1),
        (2004, 1),
        (2005, 2),
        (2006, 2),
        (2007, 0),
    ]
