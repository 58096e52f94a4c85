"""How an entry reads in rows and lines: its fields, its time, its deliveries and what there is to see of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from portfolio.i18n import wording
from portfolio.i18n.translation import Language
from portfolio.model.career import Career
from portfolio.model.dates import Period, recency, union
from portfolio.model.entries import Entry, Key, Url
from portfolio.model.evidence import Mention
from portfolio.model.fields import Field, Kind, Place, PublicProof, fields_of
from portfolio.model.kinds import KINDS, Delivery, Employment, Talk

from .parts import DOT, Inline, Item, Link, Page, Part, Row, joined, line, page, rows


def panel(career: Career, entry: Entry, language: Language) -> tuple[Row, ...]:
    """The fields of *entry* that the panel shows, each under its label; of a skill how it was used too."""
    found = [
        (language.gettext(field.shown.label), _items(career, entry, field, language))
        for field in fields_of(type(entry))
        if field.shown and "panel" in field.shown.on
    ]
    if not entry.traits.proves:
        found.append((language.gettext("In use"), [line(figures(career, entry.key, language))]))
    return rows(*found)


def details(career: Career, entry: Entry, place: Place, language: Language) -> Iterator[tuple[Inline, ...]]:
    """What a *place* without labels shows of the fields of *entry*, one after another; of positions the roles."""
    if isinstance(entry, Employment):
        entry = replace(entry, role=", ".join(entry.roles))
    for field in fields_of(type(entry)):
        if field.shown and place in field.shown.on and (parts := values(career, entry, field, language)):
            yield joined(parts).parts


def values(career: Career, entry: Entry, field: Field, language: Language, *, in_full: bool = False) -> list[Inline]:
    """The values of a field of *entry*: text, or references to what it names.

    :param in_full: whether there is room to say what a choice means; then there is a label too.
    """
    value = getattr(entry, field.name)
    if not value:
        return []
    several = [*value] if isinstance(value, tuple) else [value]
    if field.names:
        keys = (Key(field.names.kind, slug) for slug in several)
        return [page(named) for key in keys if (named := career.get(key))]
    if field.called:
        full = field.called.in_full if in_full else {}
        several = [language.gettext(full.get(each, field.called.names[each])) for each in several]
    texts = [each.event if isinstance(each, Delivery) else str(each) for each in several]
    if field.shown and field.shown.phrase and not in_full:
        return [language.gettext(field.shown.phrase, value=", ".join(texts))]
    return [*texts]


def _items(career: Career, entry: Entry, field: Field, language: Language) -> list[Item]:
    """The same below a label, where time is shown with what it amounts to, and a delivery takes a line."""
    if field.is_time:
        return [line(when(career, entry, language))]
    value = getattr(entry, field.name)
    if isinstance(entry, Talk) and value is entry.deliveries:
        return [delivery(entry, each, language) for each in value]
    return [joined(values(career, entry, field, language, in_full=True))]


def positions(career: Career, entry: Entry, language: Language) -> tuple[Part, ...]:
    """The positions of an employment, newest first: role, time and places, and what is said of each."""
    if not isinstance(entry, Employment):
        return ()
    found = []
    for each in sorted(entry.positions, key=lambda position: recency(position.period)):
        period = [each.period] if each.period else []
        words = ", ".join(wording.period(one, language) for one in period)
        when = with_duration(career, words, period, language)
        found.append(
            Part(
                title=each.role or when,
                when=when if each.role else "",
                details=", ".join(each.places),
                summary=each.summary,
                highlights=each.highlights,
            )
        )
    return tuple(found)


def span(career: Career, entry: Entry, language: Language) -> str:
    """The entry's periods, of one that lasts as one; one without any is only known to lie within others'."""
    if entry.traits.lasting and entry.span:
        return wording.period(entry.span, language)
    if entry.periods:
        return ", ".join(wording.period(period, language) for period in entry.periods)
    period = career.period(entry)
    return language.gettext("within %(period)s", period=wording.period(period, language)) if period else ""


def when(career: Career, entry: Entry, language: Language) -> str:
    """The entry's period and, where that is its own, what it amounts to."""
    words = span(career, entry, language)
    return with_duration(career, words, entry.periods, language) if entry.traits.lasting else words


def with_duration(career: Career, words: str, periods: Sequence[Period], language: Language) -> str:
    """The *words* for *periods*, with what these amount to together, as far as that is known."""
    is_known = [
        period.is_bounded and not (period.is_single_date or period.is_ahead(career.today)) for period in periods
    ]
    if not periods or not all(is_known):
        return words
    extents = [period.extent(career.today) for period in periods]
    days, exact = union(extents), all(extent.exact for extent in extents)
    return language.gettext(
        "%(period)s (%(duration)s)", period=words, duration=wording.duration(days, language, exact=exact)
    )


def latest(career: Career, entry: Entry, language: Language) -> str:
    """When *entry* was; of several points in time the latest."""
    if len(entry.periods) < 2 or entry.traits.lasting:
        return span(career, entry, language)
    return wording.period(max(entry.periods, key=lambda period: period.start.earliest), language)


def figures(career: Career, skill: Key, language: Language) -> str:
    """First and last year, time in use, and how much evidence there is of each kind."""
    return DOT.join(
        filter(None, [years(career, skill, language), used(career, skill, language), number(career, skill, language)])
    )


def years(
    career: Career, skill: Key, language: Language, write: Callable[[int, int | None, Language], str] = wording.years
) -> str:
    """The first and the last year with a claim, or the time within which all of them lie; empty without any."""
    if experience := career.experience(skill):
        return write(experience.first, experience.last, language)
    return within(bounds, language) if (bounds := career.bounds(skill)) else ""


def used(career: Career, skill: Key, language: Language) -> str:
    """How long a skill was in use, as far as that is claimed."""
    experience = career.experience(skill)
    return wording.duration(experience.days, language, exact=experience.exact) if experience and experience.days else ""


def claiming(career: Career, skill: Key, language: Language) -> Iterator[tuple[Kind, int, str]]:
    """The kinds of entries that claim a skill, each with how many there are, as a number and in words."""
    kinds = Counter(each.entry.kind for each in career.evidence(skill) if each.claim)
    return ((kind, kinds[kind], wording.number(kind, kinds[kind], language)) for kind in KINDS if kind in kinds)


def number(career: Career, skill: Key, language: Language) -> str:
    """How many pieces of evidence there are of each kind, and how many pages only mention the skill."""
    found = [words for _, _, words in claiming(career, skill, language)]
    mentions = sum(not each.claim for each in career.evidence(skill))
    if mentions:
        found.append(language.ngettext("%(number)d mention", "%(number)d mentions", mentions))
    return ", ".join(found) or language.ngettext("%(number)d proof", "%(number)d proofs", 0)


def within(period: Period, language: Language) -> str:
    """That something was within a time, where no more is known."""
    return language.gettext("some time in %(period)s", period=wording.period(period, language))


def link(
    entry: Entry, text: str, url: Url, language: Language, public_proof: PublicProof | None = None, event: str = ""
) -> Link:
    """A link of *entry*'s, or of an *event* at which it was given, with its archived copy where there is one."""
    title = f"{entry.title}, {event}" if event else entry.title
    name = language.gettext("%(what)s of %(title)s", what=text, title=title) if public_proof or event else ""
    archive, copied = entry.archives.get(url), language.gettext("archived copy")
    copy_name = language.gettext("%(what)s of %(title)s", what=copied, title=name or text)
    copy = Link(text=copied, url=archive, name=copy_name) if archive else None
    return Link(text=text, url=url, public_proof=public_proof, copy=copy, name=name)


def public_proofs(entry: Entry, seen: Mapping[PublicProof, Url], language: Language, event: str = "") -> list[Link]:
    """Links of *entry*'s, or of an *event* at which it was given, to what anyone can look at, marked as such."""
    return [
        link(entry, wording.public_proof(label, language), url, language, label, event) for label, url in seen.items()
    ]


def delivery(work: Talk, given: Delivery, language: Language) -> Item:
    """An event with place, date and what there is to see of it, under its own anchor."""
    _ = language.gettext
    links = public_proofs(work, given.public_proofs, language, given.event)
    if given.program:
        links.append(link(work, _("Program"), given.program, language, event=given.event))
    date = occasion(given, language)
    where = _("%(place)s, %(date)s", place=given.place, date=date) if given.place else date
    announced = [_("as “%(title)s”", title=given.title)] if given.title else []
    upcoming = [_("upcoming")] if given.upcoming else []
    return Item(parts=(given.event, *joined([where, *upcoming, *announced, *links], DOT).parts), anchor=given.anchor)


def delivered(given: Delivery, language: Language) -> list[str]:
    """The event of a delivery, its place and date as far as they are known, and that it is yet to come."""
    upcoming = language.gettext("upcoming") if given.upcoming else ""
    return [*filter(None, [given.event, given.place, wording.period(given.date, language), upcoming])]


def occasion(given: Delivery, language: Language) -> str:
    """When a delivery was or will be, with the time of day where that is known."""
    date = wording.period(given.date, language)
    return f"{date}, {wording.hours(*given.hours, language)}" if given.hours else date


def reference(entry: Entry, language: Language) -> Item:
    """A reference to *entry*, from a list of those that name another; a talk's with one to each of its deliveries."""
    if not isinstance(entry, Talk):
        return line(page(entry))

    def event(given: Delivery) -> Page:
        date = wording.period(given.date, language)
        text = language.gettext("%(event)s (%(date)s)", event=given.event, date=date)
        return Page(text=text, docname=entry.docname, anchor=given.anchor)

    return line(page(entry), ": ", *joined(map(event, entry.deliveries)).parts)


def mentioning(mentions: Iterable[Mention]) -> list[Item]:
    """A line for each page that mentions something, with the headings under which it does."""
    pages: dict[str, list[Mention]] = {}
    for mention in mentions:
        pages.setdefault(mention.docname, []).append(mention)
    items = []
    for docname, here in pages.items():
        found = joined(headings(here)).parts
        items.append(line(Page(text=here[0].page, docname=docname), ": " if found else "", *found))
    return items


def headings(mentions: Iterable[Mention]) -> list[Page]:
    """The headings under which a page mentions something, each once."""
    places = {mention.anchor: mention for mention in mentions if mention.heading}
    return [Page(text=each.heading, docname=each.docname, anchor=anchor) for anchor, each in places.items()]


def short_url(url: Url) -> str:
    """*url* as short as it can be read: without its scheme, commits' names abbreviated as git does."""
    return re.sub(r"\b[0-9a-f]{40}\b", lambda commit: commit[0][:7], url.partition("://")[2]).rstrip("/")
