"""``talks.ics``: every delivery whose day is known, for calendar programs (iCalendar, RFC 5545 and RFC 7986)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from portfolio.model.career import Career, TimelineEvent
from portfolio.model.dates import Period
from portfolio.model.kinds import Talk

from .file import File, Link
from .site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A delivery, which takes whole days unless its time of day is known.

    :ivar uid: a name that it keeps for good (RFC 5545, section 3.8.4.7).
    :ivar end: of whole days, the day after the last; else None where it is not known.
    :ivar address: where the site shows it; empty where the site's URL is not known.
    """

    uid: str
    start: dt.date
    end: dt.date | None
    summary: str
    place: str
    description: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Events, newest first."""

    name: str
    events: tuple[Event, ...]


def files(career: Career, site: Site) -> Iterator[File]:
    """The calendar, where a delivery has a day."""
    if (found := content(career, site)) is not None:
        label, note = site.language.gettext("Calendar of talks"), _missing(career, found, site)
        link = Link(media_type="text/calendar", label=label, note=note, everywhere=True)
        yield File(name="talks.ics", content=found, write=write, link=link)


def content(career: Career, site: Site) -> Calendar | None:
    """The deliveries that have a day; None where there is none, since no calendar may be empty (section 3.6)."""
    events = [event for given in career.timeline() if (event := _event(given, site))]
    name = site.language.gettext("Talks by %(name)s", name=site.author)
    return Calendar(name=name, events=tuple(events)) if events else None


def _missing(career: Career, calendar: Calendar, site: Site) -> str:
    """How many of the deliveries are in the calendar; empty where all are."""
    number, of = len(calendar.events), sum(event.delivery is not None for event in career.timeline())
    said = site.language.gettext("%(number)s of %(all)s, those with a known day", number=str(number), all=str(of))
    return said if number < of else ""


def days(period: Period) -> tuple[dt.date, dt.date] | None:
    """The first day of *period* and the day after its last; None where they are not known to the day."""
    if period.start.day is None or period.end is None or period.end.day is None:
        return None
    if period.end.latest == dt.date.max:
        return None
    return period.start.earliest, period.end.latest + dt.timedelta(days=1)


def write(calendar: Calendar) -> bytes:
    """The calendar as a file.

    An event says that its description is as of its first day (DTSTAMP, section 3.8.7.2): the day a file is made must
    not make it another. It takes no time of those who subscribe (TRANSP). Time zones are described for the years of
    the events (VTIMEZONE, section 3.6.5); UTC needs no description.
    """
    from icalendar import Calendar as Component
    from icalendar import Event as EventComponent
    from icalendar import Timezone

    found = Component()
    found.add("version", "2.0")
    found.add("prodid", "-//portfolio//A career as documentation//EN")
    found.add("name", calendar.name)
    found.add("x-wr-calname", calendar.name)
    for event in calendar.events:
        each = EventComponent()
        each.add("uid", event.uid)
        each.add("dtstamp", dt.datetime(event.start.year, event.start.month, event.start.day, tzinfo=dt.UTC))
        each.add("dtstart", event.start)
        if event.end:
            each.add("dtend", event.end)
        each.add("summary", event.summary)
        each.add("location", event.place)
        each.add("description", event.description)
        each.add("status", "CONFIRMED")
        each.add("transp", "TRANSPARENT")
        if event.address:
            each.add("url", event.address)
        found.add_component(each)
    for zone in sorted(found.get_missing_tzids(), reverse=True):
        years = [event.start.year for event in calendar.events if _zone(event) == zone]
        first, last = dt.date(min(years), 1, 1), dt.date(min(max(years) + 1, dt.MAXYEAR), 1, 1)
        found.subcomponents.insert(0, Timezone.from_tzid(zone, first_date=first, last_date=last))
    written: bytes = found.to_ical()
    return written


def _zone(event: Event) -> str:
    return str(event.start.tzinfo) if isinstance(event.start, dt.datetime) else ""


def _event(event: TimelineEvent, site: Site) -> Event | None:
    talk, given = event.entry, event.delivery
    # To describe a time zone for thousands of years would take seconds.
    is_near = event.period.start.year in range(1970, 2038)
    span = (given.hours if given and is_near else None) or days(event.period)
    if not isinstance(talk, Talk) or given is None or span is None:
        return None
    _ = site.language.gettext
    named = ((_("Video"), given.video), (_("Slides"), given.slides), (_("Program"), given.program))
    links = [_("%(label)s: %(address)s", label=label, address=url) for label, url in named if url]
    return Event(
        uid=site.identity.uid(talk.docname, given.anchor),
        start=span[0],
        end=span[1],
        summary=_("%(title)s, %(event)s", title=given.title or talk.title, event=given.event),
        place=given.place,
        description="\n".join([talk.summary, *links]),
        address=site.url(talk.docname, given.anchor),
    )
