"""What social cards show of a timeline and of a skill's years, on a scale of years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portfolio.model.career import Career
from portfolio.model.entries import Key
from portfolio.model.strength import stretches
from portfolio.views import evidence_rows
from portfolio.views.timeline import TimelineView
from portfolio.views.timeline_chart import Column, named_years

_MARKS = 90
"""How many marks of talks have room side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A bar, or the mark of a talk. Places along the scale are parts of its length.

    :ivar row: the row in which it lies, from above.
    :ivar height: the part of the row's height that it fills.
    :ivar tint: the number of its tint; 0 for the site's own color.
    :ivar certain: whether it is known to lie just there.
    :ivar mark: whether it is a mark, which begins at its place and takes as much room as every other.
    """

    start: float
    end: float
    row: int
    height: float
    tint: int
    certain: bool = True
    mark: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Boxes on a scale.

    :ivar rows: how many rows there are.
    :ivar years: the years that are named, each with its place.
    """

    rows: int
    boxes: tuple[Box, ...]
    years: tuple[tuple[str, float], ...]


def timeline(view: TimelineView) -> Drawing | None:
    """The drawing of a timeline, each of its bars in a row; None where it has none."""
    if view.drawing is None:
        return None
    chart = view.drawing.chart
    boxes: list[Box] = []
    row = 0
    for stage, block in zip(view.stages, chart.blocks, strict=True):
        for number, bar in enumerate(block.bars):
            height = 0.45 if number or stage.title else 0.8
            start, end = _part(bar.start, chart.days), _part(bar.end, chart.days)
            boxes.append(Box(start=start, end=end, row=row, height=height, tint=stage.tint, certain=bar.certain))
            row += 1
        marks = [*_marks(block.columns, chart.days, row, stage.tint)]
        boxes += marks
        row = max((mark.row + 1 for mark in marks), default=row)
    return Drawing(
        rows=row, boxes=tuple(boxes), years=tuple((str(year), _part(at, chart.days)) for year, at in chart.years)
    )


def strip(career: Career, skill: Key) -> Drawing | None:
    """The years with evidence of a skill, on a scale of their own; None where nothing has a date."""
    found = stretches(career, skill)
    if not found:
        return None
    first, last = found[0].first, max(each.last for each in found)
    years = last + 1 - first
    cells = evidence_rows.cells(found, first)
    most = max(cell.amount for cell in cells)
    boxes = (
        Box(
            start=_part(cell.start, years),
            end=_part(cell.end, years),
            row=0,
            height=_part(cell.amount, most),
            tint=cell.tint,
            certain=cell.certain,
        )
        for cell in cells
    )
    named = tuple((str(year), _part(year - first, years)) for year in named_years(first, last))
    return Drawing(rows=1, boxes=tuple(boxes), years=named)


def _marks(columns: Sequence[Column], days: int, row: int, tint: int) -> Iterator[Box]:
    """The marks of talks, below each other where there is no room for more side by side."""
    for column in columns:
        width = max(1, (column.end - column.start) * _MARKS // days)
        for number, _ in enumerate(column.recorded):
            start = _part(column.start, days) + number % width / _MARKS
            yield Box(
                start=round(start, 4), end=round(start, 4), row=row + number // width, height=0.7, tint=tint, mark=True
            )


def _part(amount: int, of: int) -> float:
    """*amount* as a part *of* all, to a tenth of a pixel."""
    return round(amount / of, 4)
