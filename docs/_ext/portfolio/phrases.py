"""How one entry, delivery or proof reads in a row or on a card: small pure functions from the career to views."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from babel.core import Locale

from . import wording
from .career import Career, Evidence, Mention, Moment
from .dates import Period
from .model import (
    KINDS,
    Delivery,
    Education,
    Employer,
    Entry,
    Key,
    Kind,
    Project,
    Sabbatical,
    Skill,
    Slug,
    Talk,
    Url,
)
from .views import Card, Inline, Item, Link, Page, Row, joined, line, page, rows


def written(career: Career, entry: Entry, locale: Locale) -> tuple[Row, ...]:
    """The rows of the info panel that differ from kind to kind."""
    time = [line(when(career, entry, locale))]
    match entry:
        case Employer():
            return rows(("When", time), ("Where", [line(", ".join(entry.places))]), ("Role", [line(entry.role or "")]))
        case Education():
            return rows(
                ("When", time),
                ("Where", [line(entry.place)]),
                ("Degree", [line(entry.degree or "")]),
                ("Honours", [line(entry.honours or "")]),
                ("Minor", [line(entry.minor or "")]),
            )
        case Sabbatical():
            return rows(("When", time), ("Where", [line(entry.place)]))
        case Project():
            return rows(
                ("When", time),
                ("Built at", [joined(named(career, "employer", entry.employers))]),
                ("Role", [line(entry.role or "")]),
                ("Status", [line(wording.STATUS[entry.status] if entry.status else "")]),
                ("Licence", [line(entry.licence or "")]),
            )
        case Talk():
            return rows(
                ("Deliveries", (delivery(each, locale) for each in entry.deliveries)),
                ("Presents", [joined(named(career, "project", entry.projects))]),
                ("Given while at", [joined(named(career, "employer", [entry.employer] if entry.employer else []))]),
            )
        case Skill():
            return rows(
                ("Category", [line(entry.category)]),
                ("Also called", [line(", ".join(entry.aliases))]),
                ("In use", [line(figures(career, entry.key))]),
            )
    raise NotImplementedError(entry)


def named(career: Career, kind: Kind, slugs: Iterable[Slug]) -> list[Page]:
    """The pages of the entries with these slugs, as far as they exist."""
    return [page(entry) for slug in slugs if (entry := career.get(Key(kind, slug)))]


def span(career: Career, entry: Entry, locale: Locale) -> str:
    """The entry's period, or a talk's dates; a project without a period is only known to lie within its employers'."""
    if isinstance(entry, Talk):
        return ", ".join(wording.period(each.date, locale) for each in entry.deliveries)
    period = career.period(entry)
    if period is None:
        return ""
    words = wording.period(period, locale)
    return f"within {words}" if isinstance(entry, Project) and entry.period is None else words


def when(career: Career, entry: Entry, locale: Locale) -> str:
    """The entry's period and, where that is its own, what it amounts to."""
    words = span(career, entry, locale)
    own: Period | None = getattr(entry, "period", None)
    if own is None or own.is_single_date:
        return words
    extent = own.extent(career.today)
    return f"{words} ({wording.duration(extent.end - extent.start, exact=extent.exact)})"


def figures(career: Career, skill: Key) -> str:
    """First and last year, time in use, and how much evidence there is."""
    experience = career.experience(skill)
    proofs = wording.count(len(career.evidence(skill)), "proof", "proofs")
    if experience is None:
        return proofs
    used = [wording.duration(experience.days, exact=experience.exact)] if experience.days else []
    return " · ".join([wording.years(experience), *used, proofs])


def delivery(given: Delivery, locale: Locale) -> Item:
    """An event with place, date and what there is to see of it, under its own anchor."""
    addresses = (("Video", given.video), ("Slides", given.slides), ("Programme", given.programme))
    links = [Link(text=text, url=url) for text, url in addresses if url]
    where = f"{given.place}, {wording.period(given.date, locale)}"
    announced = [f"as “{given.title}”"] if given.title else []
    upcoming = ["upcoming"] if given.upcoming else []
    return Item(parts=(given.event, *joined([where, *upcoming, *announced, *links], " · ").parts), anchor=given.anchor)


def talk(work: Talk, locale: Locale) -> Item:
    """A talk with a reference to each of its deliveries."""
    events = (
        Page(text=f"{each.event} ({wording.period(each.date, locale)})", docname=work.docname, anchor=each.anchor)
        for each in work.deliveries
    )
    return line(page(work), ": ", *joined(events).parts)


def proof(career: Career, evidence: Sequence[Evidence], locale: Locale | None = None) -> tuple[Row, ...]:
    """Evidence by kind of entry, with the headings that mention the skill; dated where *locale* is given."""

    def item(each: Evidence) -> Item:
        when = span(career, each.entry, locale) if locale else ""
        dated = f" ({when})" if when else ""
        headings = joined(_heading(mention) for mention in _by_place(each.mentions) if mention.heading).parts
        return line(page(each.entry), dated, ": " if headings else "", *headings)

    return rows(
        *((wording.KINDS[kind][1], [item(each) for each in evidence if each.entry.kind == kind]) for kind in KINDS)
    )


def mentioning(mentions: Iterable[Mention]) -> list[Item]:
    """A line for each page that mentions something, with the headings under which it does."""
    pages: dict[str, list[Mention]] = {}
    for mention in _by_place(mentions):
        pages.setdefault(mention.docname, []).append(mention)
    items = []
    for docname, here in pages.items():
        headings = joined(_heading(mention) for mention in here if mention.heading).parts
        items.append(line(Page(text=here[0].page, docname=docname), ": " if headings else "", *headings))
    return items


def _heading(mention: Mention) -> Page:
    return Page(text=mention.heading, docname=mention.docname, anchor=mention.anchor)


def _by_place(mentions: Iterable[Mention]) -> list[Mention]:
    """One mention for each heading."""
    return list({(mention.docname, mention.anchor): mention for mention in mentions}.values())


def moment(career: Career, what: Moment, locale: Locale) -> Card:
    """An entry on the timeline; a delivery leads to its own place on the talk's page."""
    whole = card(career, what.entry, locale)
    if what.delivery is None:
        return whole
    return Card(
        kind="talk",
        when=wording.period(what.period, locale),
        ongoing=False,
        title=Page(text=whole.title.text, docname=whole.title.docname, anchor=what.delivery.anchor),
        details=(f"{what.delivery.event}, {what.delivery.place}",),
        summary=whole.summary,
    )


def card(career: Career, entry: Entry, locale: Locale) -> Card:
    """An entry in a listing."""
    period = career.period(entry)
    details: tuple[Inline, ...]
    match entry:
        case Employer():
            details = (" · ".join(filter(None, [entry.role, ", ".join(entry.places)])),)
        case Education():
            details = (" · ".join(filter(None, [entry.degree, entry.place])),)
        case Sabbatical():
            details = (entry.place,)
        case Project():
            status = wording.STATUS[entry.status] if entry.status else ""
            details = joined([*named(career, "employer", entry.employers), *filter(None, [status])], " · ").parts
        case Talk():
            details = (", ".join(delivery.event for delivery in entry.deliveries),)
        case _:
            details = (figures(career, entry.key),)
    return Card(
        kind=entry.kind,
        when=_latest(entry, locale) if isinstance(entry, Talk) else span(career, entry, locale),
        ongoing=period is not None and period.end is None,
        title=page(entry),
        details=details,
        summary=entry.summary,
    )


def address(url: Url) -> str:
    """*url* as short as it can be read: without its scheme, commits' names abbreviated as git does."""
    return re.sub(r"\b[0-9a-f]{40}\b", lambda commit: commit[0][:7], url.partition("://")[2]).rstrip("/")


def _latest(talk: Talk, locale: Locale) -> str:
    return wording.period(max((each.date for each in talk.deliveries), key=lambda date: date.start.earliest), locale)
