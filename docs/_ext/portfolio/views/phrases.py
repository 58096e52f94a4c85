"""How one entry, delivery or proof reads in a row or on a card: small pure functions from the career to views."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from portfolio.i18n import wording
from portfolio.i18n.translation import Language
from portfolio.model.career import Career, Mention, Moment
from portfolio.model.dates import Period
from portfolio.model.entries import (
    KINDS,
    Delivery,
    Education,
    Employer,
    Entry,
    Exhibit,
    Key,
    Kind,
    Project,
    Sabbatical,
    Skill,
    Slug,
    Talk,
    Url,
)

from .parts import DOT, Card, Drawing, Inline, Item, Link, Page, Row, joined, line, page, rows
from .timeline_chart import Chart


def written(career: Career, entry: Entry, language: Language) -> tuple[Row, ...]:
    """The rows of the info panel that differ from kind to kind."""
    _ = language.gettext
    time = [line(when(career, entry, language))]
    match entry:
        case Employer():
            return rows(
                (_("When"), time),
                (_("Where"), [line(", ".join(entry.places))]),
                (_("Role"), [line(entry.role or "")]),
            )
        case Education():
            return rows(
                (_("When"), time),
                (_("Where"), [line(entry.place)]),
                (_("Degree"), [line(entry.degree or "")]),
                (_("Honours"), [line(entry.honours or "")]),
                (_("Minor"), [line(entry.minor or "")]),
            )
        case Sabbatical():
            return rows(
                (_("When"), time),
                (_("Where"), [line(entry.place)]),
                (_("Role"), [line(entry.role or "")]),
            )
        case Project():
            return rows(
                (_("When"), time),
                (_("Built at"), [joined(named(career, "employer", entry.employers))]),
                (_("Role"), [line(entry.role or "")]),
                (_("Status"), [line(wording.standing(entry.status, language))]),
                (_("Licence"), [line(entry.licence or "")]),
            )
        case Talk():
            return rows(
                (_("Deliveries"), (delivery(entry, each, language) for each in entry.deliveries)),
                (_("Presents"), [joined(named(career, "project", entry.projects))]),
                (_("Given while at"), [joined(named(career, "employer", [entry.employer] if entry.employer else []))]),
            )
        case Skill():
            return rows(
                (_("Category"), [line(entry.category)]),
                (_("Also called"), [line(", ".join(entry.aliases))]),
                (_("In use"), [line(figures(career, entry.key, language))]),
            )
    raise NotImplementedError(entry)


def named(career: Career, kind: Kind, slugs: Iterable[Slug]) -> list[Page]:
    """The pages of the entries with these slugs, as far as they exist."""
    return [page(entry) for slug in slugs if (entry := career.get(Key(kind, slug)))]


def span(career: Career, entry: Entry, language: Language) -> str:
    """The entry's period, or a talk's dates; a project without a period is only known to lie within its employers'."""
    if isinstance(entry, Talk):
        return ", ".join(wording.period(each.date, language) for each in entry.deliveries)
    period = career.period(entry)
    if period is None:
        return ""
    words = wording.period(period, language)
    if isinstance(entry, Project) and entry.period is None:
        return language.gettext("within %(period)s", period=words)
    return words


def when(career: Career, entry: Entry, language: Language) -> str:
    """The entry's period and, where that is its own, what it amounts to."""
    words = span(career, entry, language)
    own: Period | None = getattr(entry, "period", None)
    if own is None or own.is_single_date:
        return words
    extent = own.extent(career.today)
    duration = wording.duration(extent.end - extent.start, language, exact=extent.exact)
    return language.gettext("%(period)s (%(duration)s)", period=words, duration=duration)


def figures(career: Career, skill: Key, language: Language) -> str:
    """First and last year, time in use, and how much evidence there is of each kind."""
    experience = career.experience(skill)
    kinds = Counter(each.entry.kind for each in career.evidence(skill))
    proofs = ", ".join(wording.number(kind, kinds[kind], language) for kind in KINDS if kind in kinds)
    if experience is None:
        return proofs or language.ngettext("%(number)d proof", "%(number)d proofs", 0)
    used = [wording.duration(experience.days, language, exact=experience.exact)] if experience.days else []
    return DOT.join([wording.years(experience.first, experience.last, language), *used, proofs])


def counted(entries: Iterable[tuple[Entry, int]]) -> Item:
    """Entries, each with a number."""
    found: list[Inline] = []
    for entry, number in entries:
        found += [", "] if found else []
        found += [page(entry), f" ({number})"]
    return Item(parts=tuple(found))


def link(entry: Entry, text: str, url: Url, language: Language, exhibit: Exhibit | None = None) -> Link:
    """A link of *entry*'s, with its archived copy where there is one."""
    archive = entry.archives.get(url)
    copy = Link(text=language.gettext("archived copy"), url=archive) if archive else None
    return Link(text=text, url=url, exhibit=exhibit, copy=copy)


def exhibits(entry: Entry, seen: Mapping[Exhibit, Url], language: Language) -> list[Link]:
    """Links of *entry*'s to what anyone can look at, marked as such."""
    return [link(entry, wording.exhibit(label, language), url, language, label) for label, url in seen.items()]


def delivery(work: Talk, given: Delivery, language: Language) -> Item:
    """An event with place, date and what there is to see of it, under its own anchor."""
    _ = language.gettext
    seen: tuple[tuple[Exhibit, Url | None], ...] = (("video", given.video), ("slides", given.slides))
    links = exhibits(work, {label: url for label, url in seen if url}, language)
    if given.programme:
        links.append(link(work, _("Programme"), given.programme, language))
    where = _("%(place)s, %(date)s", place=given.place, date=wording.period(given.date, language))
    announced = [_("as “%(title)s”", title=given.title)] if given.title else []
    upcoming = [_("upcoming")] if given.upcoming else []
    return Item(parts=(given.event, *joined([where, *upcoming, *announced, *links], DOT).parts), anchor=given.anchor)


def talk(work: Talk, language: Language) -> Item:
    """A talk with a reference to each of its deliveries."""

    def event(given: Delivery) -> Page:
        date = wording.period(given.date, language)
        text = language.gettext("%(event)s (%(date)s)", event=given.event, date=date)
        return Page(text=text, docname=work.docname, anchor=given.anchor)

    return line(page(work), ": ", *joined(map(event, work.deliveries)).parts)


def mentioning(mentions: Iterable[Mention]) -> list[Item]:
    """A line for each page that mentions something, with the headings under which it does."""
    pages: dict[str, list[Mention]] = {}
    for mention in by_place(mentions):
        pages.setdefault(mention.docname, []).append(mention)
    items = []
    for docname, here in pages.items():
        headings = joined(heading(mention) for mention in here if mention.heading).parts
        items.append(line(Page(text=here[0].page, docname=docname), ": " if headings else "", *headings))
    return items


def heading(mention: Mention) -> Page:
    """The heading under which something is mentioned."""
    return Page(text=mention.heading, docname=mention.docname, anchor=mention.anchor)


def by_place(mentions: Iterable[Mention]) -> list[Mention]:
    """One mention for each heading: the first with a sentence, if there is one."""
    found: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        here = mention.docname, mention.anchor
        if here not in found or found[here].sentence is None:
            found[here] = mention
    return list(found.values())


def moment(career: Career, what: Moment, language: Language, skills: tuple[Slug, ...] = ()) -> Card:
    """An entry on the timeline, with the *skills* it proves; a delivery leads to its own place on the talk's page."""
    whole = replace(card(career, what.entry, language), exhibits=(), skills=skills)
    if what.delivery is None:
        return whole
    given = what.delivery
    where = language.gettext("%(event)s, %(place)s", event=given.event, place=given.place)
    return Card(
        kind="talk",
        label=wording.kind("talk", language),
        when=wording.period(what.period, language),
        ongoing=False,
        title=Page(text=whole.title.text, docname=whole.title.docname, anchor=given.anchor),
        details=(DOT.join([where, *([language.gettext("upcoming")] if given.upcoming else [])]),),
        summary=whole.summary,
        skills=skills,
    )


def card(career: Career, entry: Entry, language: Language) -> Card:
    """An entry in a listing."""
    period = career.period(entry)
    details: tuple[Inline, ...]
    match entry:
        case Employer():
            details = (DOT.join(filter(None, [entry.role, ", ".join(entry.places)])),)
        case Education():
            details = (DOT.join(filter(None, [entry.degree, entry.place])),)
        case Sabbatical():
            details = (entry.place,)
        case Project():
            status = wording.status(entry.status, language)
            details = joined([*named(career, "employer", entry.employers), *filter(None, [status])], DOT).parts
        case Talk():
            details = (", ".join(delivery.event for delivery in entry.deliveries),)
        case _:
            details = (figures(career, entry.key, language),)
    return Card(
        kind=entry.kind,
        label=wording.kind(entry.kind, language),
        when=_latest(entry, language) if isinstance(entry, Talk) else span(career, entry, language),
        ongoing=period is not None and period.end is None,
        title=page(entry),
        details=details,
        summary=entry.summary,
        exhibits=tuple(exhibits(entry, entry.exhibits, language)),
    )


def drawing(chart: Chart, rows: Sequence[Card], language: Language) -> Drawing:
    """A timeline's rows as a drawing, each row's link by a name that says all that the row's place does."""
    _ = language.gettext

    def name(row: Card) -> str:
        event = [part for part in row.details if isinstance(part, str)] if row.kind == "talk" else []
        return ", ".join([row.title.text, row.label, *event, row.when])

    inexact = [] if chart.exact else [_("Dates known only to the year are drawn at its middle.")]
    certain = all(span.certain for span in chart.spans)
    uncertain = [] if certain else [_("Hatched projects lie somewhere within their employers’ time.")]
    return Drawing(
        label=_("The timeline, drawn"),
        caption=" ".join([*inexact, *uncertain]),
        names=tuple(map(name, rows)),
        chart=chart,
    )


def address(url: Url) -> str:
    """*url* as short as it can be read: without its scheme, commits' names abbreviated as git does."""
    return re.sub(r"\b[0-9a-f]{40}\b", lambda commit: commit[0][:7], url.partition("://")[2]).rstrip("/")


def _latest(talk: Talk, language: Language) -> str:
    return wording.period(max((each.date for each in talk.deliveries), key=lambda date: date.start.earliest), language)
