"""Writes the entries of ``evidence.json``: facts, and ids in place of what they name and what names them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args

from portfolio.export.formats import iso, photo, reference, uri
from portfolio.export.site import Site
from portfolio.model.career import Career, Evidence, Mention
from portfolio.model.dates import PartialDate, Period
from portfolio.model.entries import Claim, Entry, Key, Slug, Url
from portfolio.model.fields import Field, PublicProof
from portfolio.model.kinds import KINDS, Delivery, Position, Talk
from portfolio.model.person import Person, Photo
from portfolio.views.evidence_rows import place

from .shape import back_references, exported, name

Object = dict[str, Any]


class Entries:
    """The entries that a career lists, by kind; none that it does not list is named."""

    def __init__(self, career: Career, site: Site) -> None:
        self._career = career
        self._site = site
        self._listed = {entry.key for entry in career.entries()}
        self._mentions: dict[str, dict[str, None]] = defaultdict(dict)
        for entry in career.entries():
            for mention in career.mentions(entry.key):
                self._mentions[mention.docname][self._id(entry.key)] = None

    def by_kind(self) -> Object:
        """All entries, by the key of their kind, each kind's by page."""
        return {
            cls.traits.folder: [self._entry(entry) for entry in self._career.entries(kind)]
            for kind, cls in KINDS.items()
        }

    def person(self, person: Person) -> Object:
        """The one whose career it is."""
        return {**self._fields(person), "archives": copies(person.archives)}

    def _entry(self, entry: Entry) -> Object:
        back = {
            key: self._ids(each.key for each in self._career.naming(entry.key, field.name) if each.kind == cls.kind)
            for key, field, cls in back_references(type(entry))
        }
        return {
            "id": self._id(entry.key),
            "kind": entry.kind,
            **self._fields(entry),
            **({"skills": self._ids(Key("skill", slug) for slug in claimed)} if (claimed := _claimed(entry)) else {}),
            **(
                {"deliveries": [self._delivery(entry, each) for each in entry.deliveries]}
                if isinstance(entry, Talk)
                else {}
            ),
            "address": self._address(entry.docname),
            "exhibits": public_proofs(entry.public_proofs),
            "archives": copies(entry.archives),
            "mentions": [*self._mentions.get(entry.docname, ())],
            "mentionedBy": [self._mention(each) for each in self._career.mentions(entry.key)],
            **back,
            **(self._proving(entry) if entry.traits.proves else self._proven(entry)),
        }

    def _proving(self, entry: Entry) -> Object:
        claimed = [each for each in entry.claims if Key("skill", each.skill) in self._listed]
        return {
            "claims": [self._claim(each) for each in claimed],
            "proves": self._ids(Key("skill", slug) for slug in self._career.proven.get(entry.docname, ())),
        }

    def _proven(self, skill: Entry) -> Object:
        used = experience(self._career, skill.key)
        evidence = (each for each in self._career.evidence(skill.key) if each.entry.key in self._listed)
        return {**({"experience": used} if used else {}), "evidence": [self._evidence(each) for each in evidence]}

    def _fields(self, value: Entry | Person | Delivery | Position) -> Object:
        """The fields of an entry, of a part of one, or of the person; what is not known is left out."""
        pairs = ((field, self._value(field, getattr(value, field.name))) for field in exported(type(value)))
        return {name(field): found for field, found in pairs if found is not None}

    def _value(self, field: Field, value: Any) -> Any:
        """A field's value in JSON's own types."""
        if isinstance(value, tuple):
            found = (self._value(field, each) for each in value)
            return [each for each in found if each is not None]
        if isinstance(value, Mapping):
            return [*map(_ITEMS.get(field.name, _link), value.items())]
        if isinstance(value, Position):
            return self._fields(value)
        if isinstance(value, Period):
            return span(value)
        if isinstance(value, PartialDate):
            return iso(value)
        if isinstance(value, Claim):
            value = value.skill
        if field.names and value:
            key = Key(field.names.kind, value)
            return self._id(key) if key in self._listed else None
        if value and Photo in _parts(field.type):
            return photo(self._site, value) or None
        return uri(value) if value and Url in _parts(field.type) else value

    def _delivery(self, talk: Talk, given: Delivery) -> Object:
        return {
            "id": self._delivery_id(talk, given),
            **self._fields(given),
            "address": self._address(talk.docname, given.anchor),
        }

    def _evidence(self, found: Evidence) -> Object:
        entry, at = found.entry, place(found)
        given = [self._delivery_id(entry, each) for each in entry.deliveries] if isinstance(entry, Talk) else []
        return {
            "entry": self._id(entry.key),
            "address": self._address(at.docname, at.anchor),
            "declared": found.claim is not None,
            "periods": [span(period) for period in found.periods],
            **({"within": span(found.within)} if found.within else {}),
            **({"proof": found.proof} if found.proof else {}),
            "mentions": [self._mention(mention) for mention in found.mentions],
            "exhibits": public_proofs(entry.public_proofs),
            "deliveries": given,
        }

    def _mention(self, mention: Mention) -> Object:
        entry = self._career.page(mention.docname)
        found = {
            "page": mention.page,
            "address": self._address(mention.docname, mention.anchor),
            "entry": self._id(entry.key) if entry and entry.key in self._listed else None,
            "anchor": mention.anchor or None,
            "heading": mention.heading or None,
        }
        return {name: value for name, value in found.items() if value is not None}

    def _ids(self, keys: Iterable[Key]) -> list[str]:
        return [self._id(key) for key in keys if key in self._listed]

    def _claim(self, claim: Claim) -> Object:
        found = {
            "skill": self._id(Key("skill", claim.skill)),
            "period": span(claim.period) if claim.period else None,
            "proof": claim.proof,
        }
        return {name: value for name, value in found.items() if value is not None}

    def _id(self, key: Key) -> str:
        """The name of an entry that is listed: its kind, and the slug that it had first."""
        entry = self._career.get(key)
        assert entry
        return f"{key.kind}/{self._site.identity.slug(entry.docname)}"

    def _delivery_id(self, talk: Talk, given: Delivery) -> str:
        return f"{self._id(talk.key)}#{self._site.identity.address(talk.docname, given.anchor).anchor}"

    def _address(self, docname: str, anchor: str = "") -> str:
        return reference(self._site, docname, anchor)


def _link(item: tuple[str, str]) -> Object:
    return {"label": item[0], "address": uri(item[1])}


def _profile(item: tuple[str, str]) -> Object:
    return {"network": item[0], "address": uri(item[1])}


def _language(item: tuple[str, str]) -> Object:
    return {"language": item[0], **({"fluency": item[1]} if item[1] else {})}


def _group(item: tuple[str, Sequence[str]]) -> Object:
    return {**({"group": item[0]} if item[0] else {}), "names": [*item[1]]}


_ITEMS: Mapping[str, Callable[[Any], Object]] = {
    "profiles": _profile,
    "languages": _language,
    "claimed_skills": _group,
}
"""How the items of mappings are written, by field; those of others are links."""


def _claimed(entry: Entry) -> list[Slug]:
    """The skills that an entry claims, each once."""
    return [*dict.fromkeys(claim.skill for claim in entry.claims)]


def public_proofs(seen: Mapping[PublicProof, Url]) -> list[Object]:
    """What anyone can look at."""
    return [{"kind": kind, "address": uri(url)} for kind, url in seen.items()]


def copies(archives: Mapping[Url, Url]) -> list[Object]:
    """The archived copies of what stands at URLs."""
    return [{"address": uri(url), "archive": uri(copy)} for url, copy in archives.items()]


def span(period: Period) -> Object:
    """*period* in the file's words."""
    found = {"start": iso(period.start), **({"end": iso(period.end)} if period.end else {})}
    known = {"beginning": period.beginning, "ending": period.ending}
    return {**found, **{name: how for name, how in known.items() if how != "known"}}


def experience(career: Career, skill: Key) -> Object | None:
    """When *skill* was in use, in such a way that what goes on does not grow from day to day."""
    found = career.experience(skill)
    if found is None:
        return None
    lasting = (each for each in career.evidence(skill) if each.entry.traits.lasting)
    used = [period for each in lasting for period in each.periods]
    said = {
        "first": found.first,
        "last": found.last,
        "spans": [span(period) for period in merged(career, used)],
        "days": None if any(period.is_open(career.today) for period in used) else found.days,
        "exact": found.exact,
    }
    return {name: value for name, value in said.items() if value is not None}


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


def _parts(annotation: Any) -> set[Any]:
    """A type, and those that it is made of."""
    return {annotation}.union(*map(_parts, get_args(annotation)))
