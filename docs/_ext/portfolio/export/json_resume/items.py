"""Writes an entry as an item of ``resume.json``; see :mod:`.files`."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from portfolio.export.formats import filled, uri
from portfolio.export.site import Site
from portfolio.model.career import Career
from portfolio.model.dates import PartialDate, Period, hull
from portfolio.model.entries import Entry, Section
from portfolio.model.fields import Field, fields_of
from portfolio.model.kinds import Delivery, Education, Employment, Talk
from portfolio.views.entry_rows import delivered, values

Object = dict[str, Any]


@singledispatch
def items(entry: Entry, section: Section, career: Career, site: Site) -> list[tuple[Period | None, Object]]:
    """The items of *section* for *entry*, each with its time."""
    return [(career.period(entry), item(entry, section, career, site))]


@items.register
def _(entry: Employment, section: Section, career: Career, site: Site) -> list[tuple[Period | None, Object]]:
    """An employment: an item for each of its positions, with the summary of the whole where there is a word for it."""
    whole = {section.whole: entry.summary} if entry.positions and section.whole else {}
    return [(part.period, filled(item(part, section, career, site) | whole)) for part in entry.parts]


@singledispatch
def item(entry: Entry, section: Section, career: Career, site: Site) -> Object:
    """The item of *section* for *entry*: its fields under the names that these have in JSON Resume.

    An entry without a period of its own has the bounds of the entries that it lies within: without an end, themes would
    say of it that it goes on. Names of before version 1.0 stand beside today's, since many themes read no others.
    """
    found: Object = {section.title: entry.title, **dict.fromkeys(section.before, entry.title)}
    for field in fields_of(type(entry)):
        if name := field.exported.json_resume:
            value, name = _value(entry, field, career, site), name.removesuffix("[]")
            name = section.renamed.get(name, name)
            found[name] = [*found.get(name, ()), *value] if isinstance(value, list) else value
    times = [field for field in fields_of(type(entry)) if field.is_time and not field.exported.json_resume]
    # Where a language has other words between them, the degree stays whole, which is as true.
    if section.name == "education" and not found.get("area"):
        found["studyType"], _, found["area"] = found["studyType"].partition(" in ")
    url = _url(entry, site)
    return filled(
        {
            **found,
            **(dates(*filter(None, [_shown_span(entry, career)])) if times else {}),
            "url": url,
            "website": "" if section.name == "projects" else url,
            section.summary: entry.summary,
            "keywords": [skill.title for skill in career.skills(entry)],
            "type": entry.kind if section.name == "projects" else "",
        }
    )


@item.register
def _(entry: Talk, section: Section, career: Career, site: Site) -> Object:
    """A talk, whose dates are those of its deliveries and whose highlights are they; what is yet to come dates nothing.

    The schema names talks among the types of projects, and speakers among their roles.
    """
    given = entry.given or entry.deliveries
    return filled(
        {
            # Few themes print the type.
            section.title: site.language.gettext("Talk: %(title)s", title=entry.title),
            section.summary: entry.summary,
            "highlights": [_event(each, site) for each in entry.deliveries],
            "keywords": [skill.title for skill in career.skills(entry)],
            **dates(*(each.date for each in entry.given)),
            "url": uri(site.url(entry.docname) or next(iter(entry.public_proofs.values()), "")),
            "roles": [site.language.gettext("Speaker")],
            "entity": ", ".join(dict.fromkeys(each.event for each in given)),
            "type": entry.kind,
        }
    )


def honors(entry: Education) -> Object:
    """The honors that came with a degree, as an item of ``awards``."""
    end = entry.period.end if entry.period and entry.period.ending != "unknown" else None
    return filled({"title": entry.honors, "awarder": entry.title, "date": _date(end)})


def can_be_dated(entry: Entry, career: Career) -> bool:
    """Whether themes say nothing untrue of its time: they call everything that has a start and no end present.

    A work whose time is not known, or whose end is not, has no dates at all, of which they say nothing.
    """
    if not entry.traits.lasting or entry.traits.occupation:
        return entry.can_prove
    return entry.span is not None or (span := career.period(entry)) is None or span.end is not None


def _shown_span(entry: Entry, career: Career) -> Period | None:
    span = entry.span or career.period(entry)
    is_over_unseen = span is not None and span.ending == "unknown" and not entry.traits.occupation
    return None if is_over_unseen else span


def dates(*periods: Period) -> Object:
    """From the first start to the last end of *periods*; without an end while one goes on; without what is unknown."""
    if (span := hull(periods)) is None:
        return {}
    start = None if span.beginning == "unknown" else _date(span.start)
    return filled({"startDate": start, "endDate": None if span.ending == "unknown" else _date(span.end)})


def _value(entry: Entry, field: Field, career: Career, site: Site) -> Any:
    """The value of a field: a list where JSON Resume has one, else text."""
    if field.is_time:
        period: Period | None = getattr(entry, field.name)
        return _date(period.start) if period and period.beginning == "known" else None
    is_list = field.exported.json_resume.endswith("[]")
    # A property is a label already, among the items of a list nothing says what one is.
    parts = values(career, entry, field, site.language, in_full=not is_list)
    texts = [part if isinstance(part, str) else part.text for part in parts]
    return texts if is_list else ", ".join(texts)


def _url(entry: Entry, site: Site) -> str:
    """An entry's home; of a work what anyone can look at, or else its page here."""
    home = uri(entry.links.get("website", ""))
    if home or entry.traits.occupation:
        return home
    return uri(next(iter(entry.public_proofs.values()), "") or site.url(entry.docname))


def _event(given: Delivery, site: Site) -> str:
    """A delivery in words."""
    announced = [site.language.gettext("as “%(title)s”", title=given.title)] if given.title else []
    return ", ".join([*delivered(given, site.language), *announced])


def _date(date: PartialDate | None) -> str | None:
    return str(date) if date and 1000 <= date.year <= 2999 else None
