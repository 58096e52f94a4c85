"""Talks: each a work, with the events at which it was given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, NewType
from zoneinfo import ZoneInfo

from portfolio.model.dates import Period
from portfolio.model.entries import Entry, Section, Skills, Slug, Traits, Url, public_proofs_of, slugify
from portfolio.model.fields import N_, NN_, PUBLIC_PROOFS, Doc, Names, Proves, PublicProof, Shown
from portfolio.model.hours import Hours

TimeZone = NewType("TimeZone", str)
"""The name of a time zone in the IANA database (https://www.iana.org/time-zones)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One event at which a talk was given."""

    event: Annotated[str, Doc("The name of the event.", "Flora 2006")]
    date: Annotated[Period, Doc("The day, or the span in which it lies, as far as that is known.", "2006-05-17")]
    time: Annotated[
        Hours | None,
        Doc("When it begins on that day, or from when to when, as clocks there have it.", "14:30 – 15:15"),
    ] = None
    timezone: Annotated[
        TimeZone | None,
        Doc("The time zone of those clocks, by its IANA name.", "Europe/Oslo"),
    ] = None
    place: Annotated[str, Doc("Where the event was.", "Oslo")] = ""
    title: Annotated[str | None, Doc("The title as announced, where it differs.", "Drawing seeds")] = None
    video: Annotated[Url | None, Doc("The recording.", "https://example.org/video"), Proves("video")] = None
    slides: Annotated[Url | None, Doc("The slides.", "https://example.org/slides"), Proves("slides")] = None
    program: Annotated[
        Url | None,
        Doc("The event's own page on the talk.", "https://example.org/flora"),
    ] = None
    id: Annotated[Slug | None, Doc("The anchor on the page, if not made from the event's name.", "flora")] = None
    upcoming: Annotated[bool, Doc("That the date lies in the future, and is meant to.", "true")] = False
    # The anchor that it is given where another place on the page has that of its event's name.
    apart: str = ""

    @property
    def anchor(self) -> str:
        """The fragment that leads to this delivery on its talk's page."""
        return self.apart or self.id or slugify(self.event)

    @property
    def anchors(self) -> Iterator[str]:
        """What its anchor can be, if it has no id: the event's name, with the year, month and day as far as known."""
        name = slugify(self.event)
        year, *rest = str(self.date.start).split("-")
        parts = [name, *([] if name.endswith(f"-{year}") else [year]), *rest]
        return ("-".join(parts[:number]) for number in range(1, len(parts) + 1))

    @property
    def hours(self) -> tuple[dt.datetime, dt.datetime | None] | None:
        """When it begins and, where that is known, ends; None where no time of day is known."""
        day = self.date.start
        if self.time is None or self.timezone is None or day.day is None:
            return None
        zone, end = ZoneInfo(self.timezone), self.time.end
        start = dt.datetime.combine(day.earliest, self.time.start, zone)
        return start, dt.datetime.combine(day.earliest, end, zone) if end else None

    @property
    def public_proofs(self) -> Mapping[PublicProof, Url]:
        """What there is to see of it."""
        return public_proofs_of(self)


@Traits(
    folder="talks",
    one=N_("Talk"),
    many=N_("Talks"),
    counted=NN_("%(number)d talk", "%(number)d talks"),
    mark="diamond",
    shown_in=frozenset({"feed", "short-address", "qr-code"}),
    most=5,
    schema_org="CreativeWork",
    json_resume=Section(name="projects", summary="description"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Talk(Entry):
    """A talk as a work; its deliveries are the events."""

    deliveries: Annotated[
        tuple[Delivery, ...],
        Doc("The events at which the talk was given.", "[{event: Flora 2006, place: Oslo, date: 2006-05-17}]"),
        Shown(N_("Given at"), {"panel", "card"}),
    ]
    projects: Annotated[
        tuple[Slug, ...],
        Doc("The projects that the talk presents.", "[atlas]"),
        Names("project", back=N_("Presented in")),
        Shown(N_("Presents")),
    ] = ()
    employer: Annotated[
        Slug | None,
        Doc("The employer at the time.", "kew"),
        Names("employer", back=N_("Talks")),
        Shown(N_("At the time")),
    ] = None
    skills: Skills = ()

    @property
    def given(self) -> tuple[Delivery, ...]:
        """The deliveries that are not still to come."""
        return tuple(each for each in self.deliveries if not each.upcoming)

    @property
    def periods(self) -> tuple[Period, ...]:
        """When it was given, or is to be, where that is still to come."""
        return tuple(each.date for each in self.given or self.deliveries)

    @property
    def can_prove(self) -> bool:
        """Whether it was ever given."""
        return bool(self.given)

    @property
    def public_proofs(self) -> Mapping[PublicProof, Url]:
        """Where anyone can see that the talk was given: of each sort the newest there is, or the talk's own link."""
        found = dict(self.own_public_proofs)
        for given in sorted(self.deliveries, key=lambda given: given.date.start.earliest):
            found |= given.public_proofs
        return {label: found[label] for label in PUBLIC_PROOFS if label in found}
