"""Writes the entries of ``evidence.json``: facts, and ids in place of what they name."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from portfolio.export.formats import filled, photo, uri
from portfolio.export.site import Site
from portfolio.model.career import Career
from portfolio.model.dates import PartialDate, Period
from portfolio.model.entries import Claim, Entry, Key, Url
from portfolio.model.evidence import Evidence
from portfolio.model.fields import PUBLIC_PROOFS, Field, Kind, fields_of
from portfolio.model.kinds import KINDS, Delivery, Position, Skill, Talk
from portfolio.model.person import Person, Photo
from portfolio.reading.written import parts

Object = dict[str, Any]
VERSION = 2
"""That of the schema. Within a version, properties are added only."""


def exported(cls: type) -> list[Field]:
    """The fields of a class that stand in the file: all that authors write, but who finds the page, and public proofs.

    These stand together, and so do the date and the time of a delivery.
    """
    hidden = {"visibility", "id", "time"}
    return [each for each in fields_of(cls) if each.doc.meaning and each.name not in hidden and not each.public_proof]


class Entries:
    """The entries that a career lists, by kind; others are never named."""

    def __init__(self, career: Career, site: Site) -> None:
        self._career = career
        self._site = site
        self._listed = {entry.key: entry.docname for entry in career.entries()}
        self._title_of: dict[str, str] = {}
        self._mentions: dict[str, dict[tuple[str, str], list[str]]] = defaultdict(dict)
        for key in self._listed:
            for each in career.mentions(key):
                self._title_of[each.docname] = each.page
                self._mentions[each.docname].setdefault((each.anchor, each.heading), []).append(self._id(key))

    def by_kind(self) -> Object:
        """All entries, by the key of their kind, each kind's by page."""
        return {
            cls.traits.folder: [self._entry(entry) for entry in self._career.entries(kind)]
            for kind, cls in KINDS.items()
        }

    def pages(self) -> list[Object]:
        """The other pages that name entries, by docname."""
        others = sorted(self._mentions.keys() - self._listed.values())
        return [
            {"path": self._path(each), "title": self._title_of[each], "mentions": self._mentioned(each)}
            for each in others
        ]

    def person(self, person: Person) -> Object:
        """The one whose career it is."""
        return filled({**self._fields(person), "archives": urls(person.archives)})

    def _entry(self, entry: Entry) -> Object:
        return filled(
            {
                "id": self._id(entry.key),
                "path": self._path(entry.docname),
                **self._fields(entry),
                "links": {label: uri(url) for label, url in entry.links.items() if label not in PUBLIC_PROOFS},
                "deliveries": [self._delivery(entry, each) for each in entry.deliveries]
                if isinstance(entry, Talk)
                else [],
                "public_proofs": urls(entry.own_public_proofs),
                "archives": urls(entry.archives),
                "mentions": self._mentioned(entry.docname),
                **(self._proven(entry) if isinstance(entry, Skill) else {}),
            }
        )

    def _proven(self, skill: Skill) -> Object:
        evidence = (each for each in self._career.evidence(skill.key) if each.entry.key in self._listed)
        return {
            "experience": experience(self._career, skill.key),
            "evidence": [self._evidence(each) for each in evidence],
        }

    def _evidence(self, found: Evidence) -> Object:
        return filled(
            {
                "entry": self._id(found.entry.key),
                "periods": [*map(span, found.periods)],
                "within": span(found.within) if found.within else None,
                "proof": found.proof,
                "mentions": [mention.anchor for mention in found.mentions],
            }
        )

    def _mentioned(self, docname: str) -> list[Object]:
        """What the prose of a page names, by heading."""
        found = self._mentions.get(docname, {}).items()
        return [filled({"anchor": anchor, "heading": heading, "entries": ids}) for (anchor, heading), ids in found]

    def _delivery(self, talk: Talk, given: Delivery) -> Object:
        anchor = self._site.identity.address(talk.docname, given.anchor).anchor
        named = {"id": f"{self._id(talk.key)}#{anchor}", "anchor": given.anchor}
        hours = dict(zip(("start", "end"), (hour and hour.isoformat() for hour in given.hours or ()), strict=False))
        return filled({**named, **self._fields(given), **hours, "public_proofs": urls(given.public_proofs)})

    def _fields(self, value: Entry | Person | Delivery | Position | Claim) -> Object:
        """The fields of an entry, of a part of one, or of the person."""
        return {field.name: self._value(field, getattr(value, field.name)) for field in exported(type(value))}

    def _value(self, field: Field, value: Any) -> Any:
        """A field's value in JSON's own types; None for what names an entry that is not listed."""
        match value:
            case tuple():
                return [found for each in value if (found := self._value(field, each)) is not None]
            case Mapping():
                return {label: self._value(field, each) for label, each in value.items()}
            case Period():
                return span(value)
            case PartialDate():
                return str(value)
            case Position():
                return filled(self._fields(value))
            case Claim():
                skill = self._named("skill", value.skill)
                return filled({"skill": skill, **self._fields(value)}) if skill else None
        if field.names and value:
            return self._named(field.names.kind, value)
        if value and Photo in parts(field.type):
            return photo(self._site, value)
        return uri(value) if value and Url in parts(field.type) else value

    def _path(self, docname: str) -> str:
        # The root's path is empty with some builders; an empty reference would mean the file that holds it.
        return self._site.path(docname) or "./"

    def _named(self, kind: Kind, slug: str) -> str | None:
        key = Key(kind, slug)
        return self._id(key) if key in self._listed else None

    def _id(self, key: Key) -> str:
        """The name of an entry that is listed: its kind, and the slug that it had first."""
        return f"{key.kind}/{self._site.identity.slug(self._listed[key])}"


def urls(found: Mapping[Any, Url]) -> dict[str, str]:
    """URLs by label, or by URL."""
    return {uri(label): uri(url) for label, url in found.items()}


def span(period: Period) -> Object:
    """*period* in the file's words."""
    found = {"start": str(period.start), **({"end": str(period.end)} if period.end else {})}
    known = {"beginning": period.beginning, "ending": period.ending}
    return {**found, **{name: how for name, how in known.items() if how != "known"}}


def experience(career: Career, skill: Key) -> Object | None:
    """When *skill* was in use, in such a way that what goes on does not grow from day to day."""
    found = career.experience(skill)
    if found is None:
        return None
    lasting = (each for each in career.evidence(skill) if each.entry.traits.lasting)
    used = [period for each in lasting for period in each.periods]
    known = {
        "first": found.first,
        "last": found.last,
        "spans": [span(period) for period in merged(career, used)],
        "days": None if any(period.is_open(career.today) for period in used) else found.days,
        "exact": found.exact,
    }
    return {name: value for name, value in known.items() if value is not None}


def merged(career: Career, periods: Iterable[Period]) -> list[Period]:
    """*periods* in order, those that overlap or meet as one."""
    found: list[Period] = []
    covered = -math.inf
    for period in sorted(periods, key=lambda period: period.extent(career.today).start):
        extent = period.extent(career.today)
        end = math.inf if period.is_open(career.today) else extent.end
        if extent.start > covered:
            found.append(period)
        elif end > covered:
            found[-1] = replace(period, start=found[-1].start, beginning=found[-1].beginning)
        covered = max(covered, end)
    return found
