"""What cards show of timelines and skills."""

from careers import career, employer, project, skill, talk
from portfolio.export.images import drawings
from portfolio.export.images.drawings import Box, Drawing
from portfolio.i18n.translation import ENGLISH
from portfolio.model.entries import Key
from portfolio.views.timeline import Timeline, TimelineView

KEW = employer("kew", "2001-01 – 2004-12", skills=("drawing",))
ATLAS = project("atlas", employers=("kew",))


def test_a_timeline_has_a_row_for_each_bar_and_marks_below_each_other_where_room_is_short() -> None:
    found = drawings.timeline(Timeline().view(career(KEW, ATLAS, talk("seeds", *30 * ["2002-05"])), ENGLISH))
    assert found is not None
    bars, marks = found.boxes[:2], found.boxes[2:]
    assert bars == (
        Box(start=0.0, end=1.0, row=0, height=0.8, tint=1),
        Box(start=0.0, end=1.0, row=1, height=0.45, tint=1, certain=False),
    )
    assert (found.rows, len(marks), {mark.row for mark in marks}) == (4, 30, {2, 3})
    assert marks[0] == Box(start=0.2498, end=0.2498, row=2, height=0.7, tint=0, mark=True)
    assert found.years == (("2001", 0.0), ("2002", 0.2498), ("2003", 0.4997), ("2004", 0.7495))


def test_a_timeline_without_a_drawing_has_none() -> None:
    assert drawings.timeline(TimelineView(stages=(), years="Years")) is None


def test_a_skill_has_its_years_on_a_scale_of_their_own() -> None:
    found = drawings.strip(
        career(KEW, project("atlas", "2003", skills=("drawing",)), skill("drawing")), Key("skill", "drawing")
    )
    assert found == Drawing(
        rows=1,
        boxes=(
            Box(start=0.0, end=0.5, row=0, height=0.5, tint=1),
            Box(start=0.5, end=0.75, row=0, height=1.0, tint=1),
            Box(start=0.75, end=1.0, row=0, height=0.5, tint=1),
        ),
        years=(("2001", 0.0), ("2002", 0.25), ("2003", 0.5), ("2004", 0.75)),
    )
    assert drawings.strip(career(skill("drawing")), Key("skill", "drawing")) is None
