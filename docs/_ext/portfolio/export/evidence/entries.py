"""The entries of ``evidence.json``: each with its facts, and with ids in place of what it names and what names it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypedDict

from portfolio.export.formats import iso, reference, uri
from portfolio.export.site import Site
from portfolio.model.career import Career, Evidence, Mention
from portfolio.model.dates import Period
from portfolio.model.entries import (
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
from portfolio.model.sentences import Part, shortened
from portfolio.views.evidence_rows import place

from . import shape as graph
from .shape import Copy, Date, DeliveryId, Id, Link, Proof, Reference, Uri


class _Entry(TypedDict):
    """What every entry has."""

    id: Id
    title: str
    summary: str
    address: Reference
    links: tuple[Link, ...]
    exhibits: tuple[Proof, ...]
    sources: tuple[Uri, ...]
    archives: tuple[Copy, ...]
    mentions: tuple[Id, ...]
    mentioned_by: tuple[graph.Mention, ...]


class _Proving(_Entry):
    """What every entry has that can prove skills."""

    skills: tuple[Id, ...]
    proves: tuple[Id, ...]


class Entries:
    """The entries that a career lists, by kind; none that it does not list is named."""

    def __init__(self, career: Career, site: Site) -> None:
        self._career = career
        self._site = site
        self._listed = {entry.key for entry in career.entries()}
        self._mentions: dict[str, dict[Id, None]] = defaultdict(dict)
        for entry in career.entries():
            for mention in career.mentions(entry.key):
                self._mentions[mention.docname][identifier(entry.key)] = None

    def employers(self) -> Iterator[graph.Employer]:
        """The employers, by page."""
        for each in self._career.entries("employer"):
            assert isinstance(each, Employer)
            yield graph.Employer(
                **self._proving(each),
                period=span(each.period),
                places=each.places,
                role=each.role,
                highlights=each.highlights,
                projects=self._naming(each, "employers"),
                talks=self._naming(each, "employer"),
            )

    def education(self) -> Iterator[graph.Education]:
        """The studies, by page."""
        for each in self._career.entries("education"):
            assert isinstance(each, Education)
            yield graph.Education(
                **self._proving(each),
                period=span(each.period),
                place=each.place,
                degree=each.degree,
                honours=each.honours,
                minor=each.minor,
            )

    def sabbaticals(self) -> Iterator[graph.Sabbatical]:
        """The sabbaticals, by page."""
        for each in self._career.entries("sabbatical"):
            assert isinstance(each, Sabbatical)
            yield graph.Sabbatical(
                **self._proving(each),
                period=span(each.period),
                place=each.place,
                role=each.role,
                highlights=each.highlights,
            )

    def projects(self) -> Iterator[graph.Project]:
        """The projects, by page."""
        for each in self._career.entries("project"):
            assert isinstance(each, Project)
            yield graph.Project(
                **self._proving(each),
                period=span(each.period) if each.period else None,
                employers=self._named("employer", each.employers),
                role=each.role,
                highlights=each.highlights,
                status=each.status,
                licence=each.licence,
                talks=self._naming(each, "projects"),
            )

    def talks(self) -> Iterator[graph.Talk]:
        """The talks, by page."""
        for each in self._career.entries("talk"):
            assert isinstance(each, Talk)
            employer = self._named("employer", (each.employer,) if each.employer else ())
            yield graph.Talk(
                **self._proving(each),
                employer=employer[0] if employer else None,
                projects=self._named("project", each.projects),
                deliveries=tuple(self._delivery(each, given) for given in each.deliveries),
            )

    def skills(self) -> Iterator[graph.Skill]:
        """The skills, by page."""
        for each in self._career.entries("skill"):
            assert isinstance(each, Skill)
            yield graph.Skill(
                **self._entry(each),
                category=each.category,
                aliases=each.aliases,
                link=Uri(uri(each.link)) if each.link else None,
                experience=experience(self._career, each.key),
                evidence=tuple(
                    self._evidence(found)
                    for found in self._career.evidence(each.key)
                    if found.entry.key in self._listed
                ),
            )

    def _entry(self, entry: Entry) -> _Entry:
        mentions = (self._mention(each) for each in self._career.mentions(entry.key))
        return {
            "id": identifier(entry.key),
            "title": entry.title,
            "summary": entry.summary,
            "address": self._address(entry.docname),
            "links": tuple(Link(label=label, address=Uri(uri(url))) for label, url in entry.links.items()),
            "exhibits": exhibits(entry.exhibits),
            "sources": tuple(Uri(uri(url)) for url in entry.sources),
            "archives": copies(entry.archives),
            "mentions": tuple(self._mentions.get(entry.docname, ())),
            "mentioned_by": tuple(mentions),
        }

    def _proving(self, entry: Entry) -> _Proving:
        proven = self._career.proven.get(entry.docname, ())
        return {
            **self._entry(entry),
            "skills": tuple(identifier(skill.key) for skill in self._career.skills(entry) if skill.key in self._listed),
            "proves": self._named("skill", proven),
        }

    def _delivery(self, talk: Talk, given: Delivery) -> graph.Delivery:
        return graph.Delivery(
            id=delivery_identifier(talk, given),
            address=self._address(talk.docname, given.anchor),
            event=given.event,
            place=given.place,
            date=span(given.date),
            title=given.title,
            video=Uri(uri(given.video)) if given.video else None,
            slides=Uri(uri(given.slides)) if given.slides else None,
            programme=Uri(uri(given.programme)) if given.programme else None,
            upcoming=given.upcoming,
        )

    def _evidence(self, found: Evidence) -> graph.Evidence:
        entry = found.entry
        at = place(found)
        given = [delivery_identifier(entry, each) for each in entry.deliveries] if isinstance(entry, Talk) else []
        return graph.Evidence(
            entry=identifier(entry.key),
            address=self._address(at.docname, at.anchor),
            declared=found.declared,
            mentions=tuple(self._mention(mention) for mention in found.mentions),
            exhibits=exhibits(entry.exhibits),
            deliveries=tuple(given),
        )

    def _mention(self, mention: Mention) -> graph.Mention:
        entry = self._career.page(mention.docname)
        return graph.Mention(
            page=mention.page,
            address=self._address(mention.docname, mention.anchor),
            entry=identifier(entry.key) if entry and entry.key in self._listed else None,
            anchor=mention.anchor or None,
            heading=mention.heading or None,
            sentence=self._sentence(mention),
        )

    def _sentence(self, mention: Mention) -> str | None:
        if (found := mention.sentence) is None:
            return None
        return shortened(self._text(found.before), self._text([found.mention]), self._text(found.after))

    def _text(self, parts: Iterable[Part]) -> str:
        return "".join(part if isinstance(part, str) else self._career.name(part) for part in parts)

    def _named(self, kind: Kind, slugs: Iterable[Slug]) -> tuple[Id, ...]:
        return tuple(identifier(key) for slug in slugs if (key := Key(kind, slug)) in self._listed)

    def _naming(self, entry: Entry, field: str) -> tuple[Id, ...]:
        found = self._career.naming(entry.key, field)
        return tuple(identifier(each.key) for each in found if each.key in self._listed)

    def _address(self, docname: str, anchor: str = "") -> Reference:
        return Reference(reference(self._site, docname, anchor))


def identifier(key: Key) -> Id:
    """The name of an entry in the file, and in others that refer to it."""
    return Id(f"{key.kind}/{key.slug}")


def delivery_identifier(talk: Talk, given: Delivery) -> DeliveryId:
    """The name of a delivery."""
    return DeliveryId(f"{identifier(talk.key)}#{given.anchor}")


def exhibits(seen: Mapping[Exhibit, Url]) -> tuple[Proof, ...]:
    """What anyone can look at."""
    return tuple(Proof(kind=kind, address=Uri(uri(url))) for kind, url in seen.items())


def copies(archives: Mapping[Url, Url]) -> tuple[Copy, ...]:
    """The archived copies of what stands at addresses."""
    return tuple(Copy(address=Uri(uri(url)), archive=Uri(uri(copy))) for url, copy in archives.items())


def span(period: Period) -> graph.Period:
    """*period* in the file's words."""
    return graph.Period(start=Date(iso(period.start)), end=Date(iso(period.end)) if period.end else None)


def experience(career: Career, skill: Key) -> graph.Experience | None:
    """When *skill* was in use, told so that what goes on does not grow from day to day."""
    found = career.experience(skill)
    if found is None:
        return None
    used = [
        period
        for each in career.evidence(skill)
        if each.declared and not isinstance(each.entry, Talk) and (period := career.period(each.entry))
    ]
    ongoing = any(period.end is None for period in used)
    return graph.Experience(
        first=found.first,
        last=found.last,
        spans=tuple(map(span, merged(career, used))),
        days=None if ongoing else found.days,
        exact=found.exact,
    )


def merged(career: Career, periods: Iterable[Period]) -> list[Period]:
    """*periods* in order, those that overlap or meet as one."""
    found: list[Period] = []
    covered = -math.inf
    for period in sorted(periods, key=lambda period: period.extent(career.today).start):
        extent = period.extent(career.today)
        end = math.inf if period.end is None else extent.end
        if extent.start > covered:
            found.append(period)
        elif end > covered:
            found[-1] = Period(start=found[-1].start, end=period.end)
        covered = max(covered, end)
    return found
