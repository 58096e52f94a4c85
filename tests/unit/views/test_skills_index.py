"""The order of the skills index, and what its strips show."""

import pytest

from careers import career, claim, employer, project, skill, talk
from portfolio.i18n.translation import ENGLISH
from portfolio.model.entries import Entry
from portfolio.views.evidence_rows import MOST, Cell
from portfolio.views.skills_index import Index, SkillsIndex, unknown_categories


def index(*entries: Entry, categories: tuple[str, ...] = ()) -> Index:
    return SkillsIndex(categories=categories).view(career(*entries), ENGLISH)


def order(found: Index) -> list[tuple[str, list[str]]]:
    return [(category, [line.anchor for line in lines]) for category, lines in found.categories]


SKILLS = (
    skill("algae", category="Botany"),
    skill("moss", category="Botany"),
    skill("ink", category="Arts"),
    skill("pens", category="Arts"),
    skill("latin", category="Languages"),
    project("a", "2001", skills=("moss", "pens")),
    project("b", "2002", skills=("moss", "latin")),
    project("c", "2003", skills=("moss", "latin")),
)


@pytest.mark.parametrize(
    ("categories", "expected"),
    [
        ((), ["Botany", "Languages", "Arts"]),
        (("Arts",), ["Arts", "Botany", "Languages"]),
        (("Languages", "Arts", "Languages"), ["Languages", "Arts", "Botany"]),
        (("Music", "Arts"), ["Arts", "Botany", "Languages"]),
    ],
)
def test_categories_come_as_asked_for_and_then_by_their_strongest_skill(
    categories: tuple[str, ...], expected: list[str]
) -> None:
    found = order(index(*SKILLS, categories=categories))
    assert [category for category, _ in found] == expected
    assert dict(found) == {"Botany": ["moss", "algae"], "Languages": ["latin"], "Arts": ["pens", "ink"]}


def test_skills_and_categories_that_are_as_strong_come_by_title() -> None:
    found = index(skill("b", category="One"), skill("c", category="Two"), skill("a", category="Two"))
    assert order(found) == [("Two", ["a", "c"]), ("One", ["b"])]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], []),
        (("Botany", "Arts"), []),
        (["Botani"], ['portfolio_categories in conf.py: no skill has the category "Botani"; did you mean "Botany"?']),
        (["Music", "Music"], ['portfolio_categories in conf.py: no skill has the category "Music"; known are Arts, Botany, Languages']),
        ([3], ['portfolio_categories in conf.py: no skill has the category "3"; known are Arts, Botany, Languages']),
    ],
)  # fmt: skip
def test_categories_that_no_skill_has(names: list[object], expected: list[str]) -> None:
    assert list(unknown_categories(career(*SKILLS), names)) == expected


def cells(*entries: Entry) -> list[tuple[int, int, int, bool]]:
    ((_, (line,)),) = index(skill("drawing"), *entries).categories
    return [(cell.start, cell.end, cell.amount, cell.certain) for cell in line.cells]


def test_years_with_as_much_evidence_are_one_cell() -> None:
    found = cells(project("a", "2001", skills=("drawing",)), project("b", "2002 – 2003", skills=("drawing",)))
    assert found == [(0, 3, 1, True)]


def test_years_that_are_apart_or_less_certain_are_cells_of_their_own() -> None:
    kew = employer("kew", "2001 – 2004")
    bounded = project("a", skills=("drawing",), employers=("kew",))
    later = project("b", "2007", skills=("drawing",))
    assert cells(kew, bounded, later) == [(0, 4, 1, False), (6, 7, 1, True)]
    dated = talk("c", "2005", skills=("drawing",))
    assert cells(kew, bounded, dated, later) == [(0, 4, 1, False), (4, 5, 1, True), (6, 7, 1, True)]


def test_a_cell_has_a_greatest_height() -> None:
    many = [project(f"p{n}", "2001", skills=("drawing",)) for n in range(MOST + 2)]
    assert cells(*many) == [(0, 1, MOST, True)]


@pytest.mark.parametrize(("period", "hatched"), [("2001 – 2002", ""), (None, "Some time in these years")])
def test_hatching_is_explained_where_there_is_some(period: str | None, hatched: str) -> None:
    found = index(
        skill("drawing"),
        employer("kew", "2001 – 2004"),
        project("a", employers=("kew",), skills=(claim("drawing", period),)),
    )
    assert found.hatched == hatched
    assert found.categories[0][1][0].cells == (
        (Cell(start=0, end=2, amount=1, tint=1),)
        if period
        else (Cell(start=0, end=4, amount=1, certain=False, tint=1),)
    )
