"""Groups of the timeline: an occupation with what belongs to it, in the drawing and in the list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from portfolio.model.career import Career, TimelineEvent

Row = TypeVar("Row")
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Generic[Row]):
    """An occupation with what belongs to it, each part newest first.

    :ivar occupation: None in the group of what belongs to no occupation.
    :ivar works: what takes time, such as projects.
    :ivar talks: the deliveries of talks.
    :ivar others: all other points in time, such as publications; they are not drawn.
    """

    occupation: Row | None = None
    works: tuple[Row, ...] = ()
    talks: tuple[Row, ...] = ()
    others: tuple[Row, ...] = ()

    @property
    def bars(self) -> tuple[Row, ...]:
        """The rows that take time, the occupation's first."""
        return self.works if self.occupation is None else (self.occupation, *self.works)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in their order."""
        return (*self.bars, *self.talks, *self.others)

    def map(self, change: Callable[[Row], Other]) -> Group[Other]:
        """The same group with every row changed."""
        return Group(
            occupation=None if self.occupation is None else change(self.occupation),
            works=tuple(map(change, self.works)),
            talks=tuple(map(change, self.talks)),
            others=tuple(map(change, self.others)),
        )


def grouped(career: Career, events: Iterable[TimelineEvent]) -> list[Group[TimelineEvent]]:
    """*events*, which come newest first, in groups in the order of the occupations; last what belongs to none.

    An entry belongs to the first of its occupations that is among *events*.
    """
    events = list(events)
    occupations = {event.entry.docname: event for event in events if event.entry.traits.occupation}
    members: dict[str, list[TimelineEvent]] = defaultdict(list)
    for event in events:
        if event.entry.docname not in occupations:
            around = (each.docname for each in career.occupations(event.entry))
            members[next((docname for docname in around if docname in occupations), "")].append(event)
    found = [_group(event, members[docname]) for docname, event in occupations.items()]
    return [*found, _group(None, members[""])] if members[""] else found


def _group(occupation: TimelineEvent | None, members: Iterable[TimelineEvent]) -> Group[TimelineEvent]:
    works, talks, others = list[TimelineEvent](), list[TimelineEvent](), list[TimelineEvent]()
    for event in members:
        part = works if event.entry.traits.lasting else talks if event.delivery else others
        part.append(event)
    return Group(occupation=occupation, works=tuple(works), talks=tuple(talks), others=tuple(others))
