"""What a reader can choose of a timeline."""

import pytest

from careers import TODAY, career, project, skill, talk
from portfolio.i18n.translation import ENGLISH
from portfolio.model.career import Career
from portfolio.views.parts import Card, Page
from portfolio.views.timeline_filters import chosen, filters, rules


def row(kind: str, *skills: str) -> Card:
    page = Page(text="", docname="")
    return Card(kind=kind, label="", when="", ongoing=False, title=page, details=(), summary="", skills=skills)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("timelines", "page"),
    [
        ({}, None),
        ({"timeline": []}, "timeline"),
        ({"b": [], "a": ["skill-drawing"], "c": []}, "b"),
        ({"timeline": ["skill-drawing"]}, None),
    ],
)
def test_a_skill_on_a_timeline_has_the_address_of_its_filter(timelines: dict[str, list[str]], page: str | None) -> None:
    entries = (
        skill("drawing"),
        skill("undated"),
        project("atlas", "2003", skills=("drawing",)),
        project("b", skills=("undated",)),
    )
    found = Career(entries={each.docname: each for each in entries}, mentions={}, today=TODAY, timelines=timelines)
    place = chosen(found, entries[0], ENGLISH)
    assert place == (Page(text="Drawing on the timeline", docname=page, anchor="skill-drawing") if page else None)
    assert chosen(found, entries[1], ENGLISH) is None


def test_kinds_come_in_their_order_and_skills_by_title() -> None:
    found = filters(
        career(skill("a", title="Zoology"), skill("b", title="algae"), skill("c", title="Unproven")),
        [row("talk", "a"), row("talk", "a", "b"), row("employer")],
        ENGLISH,
    )
    assert found is not None
    assert [(each.name, each.of, each.label, each.count) for each in found.kinds] == [
        ("kind-employer", "portfolio-employer", "Experience", 1),
        ("kind-talk", "portfolio-talk", "Talks", 2),
    ]
    assert [(each.name, each.of, each.status) for each in found.skills] == [
        ("skill-b", "of-b", "algae only (1 of 3)"),
        ("skill-a", "of-a", "Zoology only (2 of 3)"),
    ]


def test_where_all_is_of_a_kind_there_is_nothing_to_choose() -> None:
    assert filters(career(), [row("talk"), row("talk")], ENGLISH) is None
    assert filters(career(talk("seeds", "2003")), [], ENGLISH) is None


def test_the_rules_hide_what_is_not_chosen() -> None:
    assert rules([("kind-talk", "portfolio-talk"), ("skill-a-2", "of-a")]) == (
        ".portfolio-filtered:has(#kind-talk:target) li:not(.portfolio-talk,:has(.portfolio-talk)),"
        ".portfolio-filtered:has(#skill-a-2:target) li:not(.of-a,:has(.of-a))"
        "{display:none;--portfolio-off:hidden;--portfolio-ink:var(--portfolio-line)}"
    )
