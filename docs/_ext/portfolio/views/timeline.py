"""The timeline: what happened when, as rows and as a drawing of them."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import chain, groupby

from portfolio.i18n.translation import Language
from portfolio.model.career import Career, TimelineEvent, side_by_side
from portfolio.model.dates import PartialDate
from portfolio.model.entries import Slug
from portfolio.model.fields import Kind

from . import cards, timeline_filters
from .parts import Card
from .timeline_chart import Chart, draw
from .timeline_filters import Filters


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A chart of a timeline's rows.

    :ivar names: what each row's link is called, in the order of the rows.
    """

    label: str
    caption: str
    names: tuple[str, ...]
    chart: Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """Timeline rows that end in one year, or go on; those in one group ran side by side."""

    label: str
    groups: tuple[tuple[Card, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Timeline rows by time.

    :ivar drawing: the same rows drawn, in HTML.
    :ivar filters: what a reader can choose of them, in HTML.
    """

    years: tuple[Year, ...]
    drawing: Drawing | None = None
    filters: Filters | None = None

    @property
    def rows(self) -> list[Card]:
        """The rows in their order."""
        return [row for year in self.years for group in year.groups for row in group]


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

    def view(self, career: Career, language: Language) -> Line:
        """The moments, newest first; employment, education and sabbaticals that overlap stand side by side."""
        skills = frozenset(self.skills)
        chosen = [moment for moment in career.timeline() if self._chooses(career, moment, skills)]
        occupations = [moment for moment in chosen if moment.entry.traits.occupation]
        group_of = {
            moment.entry.docname: group for group in side_by_side(occupations, career.today) for moment in group
        }
        groups = [group_of.get(moment.entry.docname, [moment]) for moment in chosen]
        groups = [group for moment, group in zip(chosen, groups, strict=True) if moment is group[0]]
        proven = career.claimed if self.is_whole else {}
        years = tuple(
            Year(
                label=str(year) if year else language.gettext("Now"),
                groups=tuple(
                    tuple(cards.event(career, each, language, proven.get(each.entry.docname, ())) for each in group)
                    for group in beside
                ),
            )
            for year, beside in groupby(groups, key=lambda group: _last_year(group[0]))
        )
        found = Line(years=years)
        if not self.is_whole:
            return found
        chart = draw(list(chain.from_iterable(groups)), career.today)
        return Line(
            years=years,
            drawing=_drawing(chart, found.rows, language) if chart else None,
            filters=timeline_filters.filters(career, found.rows, language),
        )

    @property
    def is_whole(self) -> bool:
        """Whether it is of all kinds and skills."""
        return not (self.kinds or self.skills)

    def _chooses(self, career: Career, moment: TimelineEvent, skills: Set[Slug]) -> bool:
        begun = self.until is None or moment.period.start.earliest <= self.until.latest
        end = moment.period.end
        lasting = self.since is None or end is None or end.latest >= self.since.earliest
        return (
            begun
            and lasting
            and (not self.kinds or moment.entry.kind in self.kinds)
            and (not skills or any(skill.key.slug in skills for skill in career.skills(moment.entry)))
        )


def _drawing(chart: Chart, rows: Sequence[Card], language: Language) -> Drawing:
    """A timeline's rows as a drawing, each row's link by a name that says all that the row's place does."""
    _ = language.gettext

    def name(row: Card) -> str:
        # Marks are all of one kind; the list says the rest.
        return ", ".join([row.title.text, *([] if row.title.anchor else [row.label]), row.when])

    inexact = [] if chart.exact else [_("Dates known only to the year are drawn at its middle.")]
    certain = all(span.certain for span in chart.spans)
    uncertain = [] if certain else [_("Hatched projects lie somewhere within their employers’ time.")]
    return Drawing(
        label=_("The timeline, drawn"),
        caption=" ".join([*inexact, *uncertain]),
        names=tuple(map(name, rows)),
        chart=chart,
    )


def _last_year(moment: TimelineEvent) -> int | None:
    return moment.period.end.year if moment.period.end else None
