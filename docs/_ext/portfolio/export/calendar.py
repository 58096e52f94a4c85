"""``talks.ics``: every delivery whose day is known, for calendar programs (iCalendar, RFC 5545 and RFC 7986)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from portfolio.model.career import Career, TimelineEvent
from portfolio.model.dates import Period
from portfolio.model.kinds import Talk

from .file import File, Link
from .formats import headline
from .site import Site

Event = dict[str, Any]
"""The properties of an event (RFC 5545, section 3.8), by name; None for those that are not known."""


def files(career: Career, site: Site) -> Iterator[File]:
    """The calendar, where a delivery has a day, since none may be empty (section 3.6)."""
    _ = site.language.gettext
    events = [event for given in career.timeline() if (event := _event(given, site))]
    if events:
        number, of = len(events), sum(event.delivery is not None for event in career.timeline())
        note = (
            _("%(number)s of %(all)s, those with a known day", number=str(number), all=str(of)) if number < of else ""
        )
        link = Link(media_type="text/calendar", label=_("Calendar of talks"), note=note, everywhere=True)
        yield File(name="talks.ics", content=(_("Talks by %(name)s", name=site.author), events), write=write, link=link)


def days(period: Period) -> tuple[dt.date, dt.date] | None:
    """The first day of *period* and the day after its last; None where they are not known to the day."""
    if period.start.day is None or period.end is None or period.end.day is None:
        return None
    if period.end.latest == dt.date.max:
        return None
    return period.start.earliest, period.end.latest + dt.timedelta(days=1)


def write(calendar: tuple[str, list[Event]]) -> bytes:
    """The calendar with a name and these events, newest first, as a file.

    It takes no time of those who subscribe (TRANSP). Time zones are described for the years of the events (VTIMEZONE,
    section 3.6.5); UTC needs no description.
    """
    import icalendar

    class Text(icalendar.vText):
        r"""The library takes ``\N`` for the end of a line, which it is only where it is written so (section 3.3.11)."""

        def to_ical(self) -> bytes:
            return rb"\\N".join(icalendar.vText(part).to_ical() for part in self.split(r"\N"))

    name, events = calendar
    found = icalendar.Calendar()
    found.add("version", "2.0")
    found.add("prodid", "-//portfolio//A career as documentation//EN")
    found.add("name", Text(name))
    found.add("x-wr-calname", Text(name))
    for event in events:
        each = icalendar.Event()
        for property_, value in event.items():
            if value is not None:
                each.add(property_, Text(value) if isinstance(value, str) and property_ != "url" else value)
        found.add_component(each)
    for zone in sorted(found.get_missing_tzids(), reverse=True):
        years = [event["dtstart"].year for event in events if str(getattr(event["dtstart"], "tzinfo", "")) == zone]
        first, last = dt.date(min(years), 1, 1), dt.date(min(max(years) + 1, dt.MAXYEAR), 1, 1)
        found.subcomponents.insert(0, icalendar.Timezone.from_tzid(zone, first_date=first, last_date=last))
    written: bytes = found.to_ical()
    return written


def _event(event: TimelineEvent, site: Site) -> Event | None:
    """A delivery, which takes whole days unless its time of day is known; the end of these is the day after the last.

    It says that its description is as of its first day (DTSTAMP, section 3.8.7.2): the day a file is made must not make
    it another. Its name is for good (UID, section 3.8.4.7).
    """
    talk, given = event.entry, event.delivery
    # To describe a time zone for thousands of years would take seconds.
    is_near = event.period.start.year in range(1970, 2038)
    span = (given.hours if given and is_near else None) or days(event.period)
    if not isinstance(talk, Talk) or given is None or span is None:
        return None
    _ = site.language.gettext
    named = ((_("Video"), given.video), (_("Slides"), given.slides), (_("Program"), given.program))
    links = [_("%(label)s: %(address)s", label=label, address=url) for label, url in named if url]
    start, end = span
    return {
        "uid": site.identity.uid(talk.docname, given.anchor),
        "dtstamp": dt.datetime(start.year, start.month, start.day, tzinfo=dt.UTC),
        "dtstart": start,
        "dtend": end,
        "summary": headline(talk, given, site.language),
        "location": given.place,
        "description": "\n".join([talk.summary, *links]),
        "status": "CONFIRMED",
        "transp": "TRANSPARENT",
        "url": site.url(talk.docname, given.anchor) or None,
    }
