"""What a reader can choose of a timeline."""

from careers import career, employer, mention, project, skill, talk
from portfolio.language import ENGLISH
from portfolio.selection import filters, proven, rules
from portfolio.views import Card, Page


def row(kind: str, *skills: str) -> Card:
    page = Page(text="", docname="")
    return Card(kind=kind, label="", when="", ongoing=False, title=page, details=(), summary="", skills=skills)  # type: ignore[arg-type]


def test_entries_prove_what_they_declare_and_what_their_prose_mentions() -> None:
    found = career(
        employer("kew", "2001 – 2005", skills=("drawing",)),
        project("atlas", "2003"),
        skill("drawing"),
        skill("latin"),
        mentions=(
            mention("employers/kew", "skill", "latin"),
            mention("projects/atlas", "skill", "latin"),
            mention("skills/drawing", "skill", "latin"),
            mention("index", "skill", "latin"),
        ),
    )
    assert proven(found) == {"employers/kew": ("drawing", "latin"), "projects/atlas": ("latin",)}


def test_kinds_come_in_their_order_and_skills_by_title() -> None:
    found = filters(
        career(skill("a", title="Zoology"), skill("b", title="algae"), skill("c", title="Unproven")),
        [row("talk", "a"), row("talk", "a", "b"), row("employer")],
        ENGLISH,
    )
    assert found is not None
    assert [(each.name, each.of, each.label, each.count) for each in found.kinds] == [
        ("kind-employer", "portfolio-employer", "Employers", 1),
        ("kind-talk", "portfolio-talk", "Talks", 2),
    ]
    assert [(each.name, each.of, each.status) for each in found.skills] == [
        ("skill-b", "portfolio-of-b", "algae only (1 of 3)"),
        ("skill-a", "portfolio-of-a", "Zoology only (2 of 3)"),
    ]


def test_where_all_is_of_a_kind_there_is_nothing_to_choose() -> None:
    assert filters(career(), [row("talk"), row("talk")], ENGLISH) is None
    assert filters(career(talk("seeds", "2003")), [], ENGLISH) is None


def test_the_rules_hide_what_is_not_chosen() -> None:
    assert rules([("kind-talk", "portfolio-talk"), ("skill-a-2", "portfolio-of-a")]) == (
        ".portfolio-filtered:has(#kind-talk:target) li:not(.portfolio-talk,:has(.portfolio-talk)),"
        ".portfolio-filtered:has(#skill-a-2:target) li:not(.portfolio-of-a,:has(.portfolio-of-a))"
        "{display:none;--portfolio-off:hidden;--portfolio-ink:var(--portfolio-line)}"
    )
