"""The HTML around a timeline's list."""

from docutils import nodes

from careers import career, employer
from portfolio.i18n.translation import ENGLISH
from portfolio.model.dates import Period
from portfolio.model.kinds import Position
from portfolio.views.timeline import Timeline
from portfolio.views.timeline_filters import Filter, Filters
from portfolio.writing.nodes import element
from portfolio.writing.timeline_nodes import drawn, filtered


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


def test_a_bar_is_cut_where_nothing_was() -> None:
    positions = tuple(Position(period=Period.parse(period)) for period in ("2001", "2003-01 – 2004-12"))
    line = Timeline().view(career(employer("kew", "2001 – 2004", positions=positions)), ENGLISH)
    assert line.drawing
    assert "A thin line joins separate times at one organization." in line.drawing.caption
    (bar,) = (each for each in drawn(line.drawing, line.stages).findall(element) if "--to:" in str(each.get("html")))
    assert bar["html"]["style"] == (
        "--from:0;--to:1461;--in:365;--out:366;"
        "--gaps:linear-gradient(to var(--portfolio-to,right),#000 0 24.98%,#0000 0 49.97%,#000 0)"
    )
