"""The timeline: what happened when, as rows and as a drawing of them."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace

from portfolio.i18n import wording
from portfolio.i18n.translation import Language
from portfolio.model.career import Career, TimelineEvent
from portfolio.model.dates import PartialDate
from portfolio.model.entries import Slug
from portfolio.model.fields import Kind

from . import cards, timeline_filters
from .parts import Card
from .timeline_chart import Chart, draw
from .timeline_filters import Filters
from .timeline_groups import Group, grouped
from .tints import tint


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """An occupation with what belongs to it, or what belongs to none.

    :ivar title: what the group is called that has no occupation; empty where it is the only one.
    :ivar name: its address on the page.
    :ivar mark: what leads there: the year in which it began.
    :ivar tint: the number of its tint.
    :ivar talks: how many talks there are, in words.
    :ivar others: the same of other points in time.
    """

    title: str
    name: str
    mark: str
    tint: int
    group: Group[Card]
    talks: str
    others: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A chart of a timeline's stages."""

    label: str
    caption: str
    chart: Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """Timeline rows by the occupations to which they belong.

    :ivar years: what the links to the stages are called together.
    :ivar drawing: the same rows drawn, in HTML.
    :ivar filters: what a reader can choose of them, in HTML.
    """

    stages: tuple[Stage, ...]
    years: str
    drawing: Drawing | None = None
    filters: Filters | None = None

    @property
    def rows(self) -> list[Card]:
        """The rows in their order."""
        return [row for stage in self.stages for row in stage.group.rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The query for what happened when. Unless it is of some kinds or skills only, it is drawn and has filters.

    :ivar kinds: which kinds of entry; all that have a time where empty.
    :ivar skills: only entries that declare one of these; all where empty.
    :ivar since: only what had not ended before this date.
    :ivar until: only what had begun by the end of this date.
    """

    kinds: tuple[Kind, ...] = ()
    skills: tuple[Slug, ...] = ()
    since: PartialDate | None = None
    until: PartialDate | None = None

    def view(self, career: Career, language: Language) -> TimelineView:
        """The events by occupation, newest first."""
        skills = frozenset(self.skills)
        groups = grouped(career, (event for event in career.timeline() if self._chooses(career, event, skills)))
        stages = tuple(self._stage(career, group, language, alone=len(groups) == 1) for group in groups)
        found = TimelineView(stages=stages, years=language.gettext("Years"))
        if not self.is_whole:
            return found
        chart, filters = draw(groups, career.today), timeline_filters.filters(career, found.rows, language)
        return replace(found, drawing=_drawing(chart, language) if chart else None, filters=filters)

    @property
    def is_whole(self) -> bool:
        """Whether it is of all kinds and skills."""
        return not (self.kinds or self.skills)

    def _chooses(self, career: Career, event: TimelineEvent, skills: Set[Slug]) -> bool:
        begun = self.until is None or event.period.start.earliest <= self.until.latest
        end = event.period.end
        lasting = self.since is None or end is None or end.latest >= self.since.earliest
        return (
            begun
            and lasting
            and (not self.kinds or event.entry.kind in self.kinds)
            and (not skills or any(skill.key.slug in skills for skill in career.skills(event.entry)))
        )

    def _stage(self, career: Career, group: Group[TimelineEvent], language: Language, *, alone: bool) -> Stage:
        proven = career.claimed if self.is_whole else {}

        def card(event: TimelineEvent) -> Card:
            return cards.event(career, event, language, proven.get(event.entry.docname, ()))

        first = group.occupation
        title = "" if first or alone else language.gettext("Independent work")
        year = str(first.period.start.year) if first else ""
        return Stage(
            title=title,
            name=f"year-{year}" if first else "independent",
            mark=year or title,
            tint=tint(career, first.entry) if first else 0,
            group=group.map(card),
            talks=_number(group.talks, language),
            others=_number(group.others, language),
        )


def _number(events: tuple[TimelineEvent, ...], language: Language) -> str:
    """How many *events* there are of each kind, in words."""
    kinds = [event.entry.kind for event in events]
    return ", ".join(wording.number(kind, kinds.count(kind), language) for kind in dict.fromkeys(kinds))


def _drawing(chart: Chart, language: Language) -> Drawing:
    _ = language.gettext
    bars = [bar for block in chart.blocks for bar in block.bars]
    recorded = [each for block in chart.blocks for column in block.columns for each in column.recorded]
    notes = []
    if not chart.exact:
        notes.append(_("A bar fades where a date is unknown, or only its year is known."))
    if any(bar.gaps for bar in bars):
        notes.append(_("A thin line joins separate times at one organization."))
    if not all(bar.certain for bar in bars):
        notes.append(_("Hatched projects lie somewhere within their employers’ time."))
    if chart.cut:
        years = wording.years(*chart.cut, language)
        notes.append(_("The years %(years)s are cut short: nothing lies in them.", years=years))
    if any(recorded):
        notes.append(_("Filled talks have a recording."))
    notes.append(_("Everything drawn is in the list below."))
    return Drawing(label=_("The timeline, drawn"), caption=" ".join(notes), chart=chart)
