"""The HTML around a timeline's list."""

from docutils import nodes

from portfolio.views.timeline_filters import Filter, Filters
from portfolio.writing.nodes import element
from portfolio.writing.timeline_nodes import filtered


def test_where_no_skill_is_proven_there_are_the_kinds_alone() -> None:
    talks = Filter(name="kind-talk", of="portfolio-talk", label="Talks", count=2, status="Talks only (2 of 3)")
    choices = Filters(
        label="Show only", everything="All", reset="Reset", kinds=(talks,), by_skill="By skill", skills=()
    )
    (navigation, scope), style = filtered(choices, [nodes.paragraph("", "rows")], lambda name: f"{name}-2")
    assert [part["tag"] for part in navigation.findall(element)] == ["nav", "ul", "li", "li"]
    assert navigation.astext().split() == ["All", "Talks", "2"]
    assert [part["ids"] for part in scope.findall(element) if part["ids"]] == [["kind-talk-2"]]
    assert scope.children[-1].astext() == "rows"
    assert "#kind-talk-2:target" in style
