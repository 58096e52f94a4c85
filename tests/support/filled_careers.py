"""Entries and persons of whose fields each is filled, made from the model alone, so that no new field is forgotten."""

import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from careers import career
from hostile_careers import TEXTS, URL
from portfolio.model.career import Career
from portfolio.model.dates import PartialDate, Period
from portfolio.model.entries import Claim, Entry, Key, Slug, Url
from portfolio.model.evidence import Mention
from portfolio.model.fields import Kind
from portfolio.model.hours import Hours
from portfolio.model.kinds import FOLDERS, KINDS, REFERENCES, Delivery, TimeZone
from portfolio.model.person import Email, Fluency, Person, Phone, Photo, SkillGroups

SLUGS = ("first", "second")
"""Those of the two entries of each kind."""
PAIRS: Mapping[Any, tuple[Any, Any]] = {
    bool: (False, True),
    Period: (Period.parse("2001-02 – 2003"), Period.parse("2004-05-06 – now")),
    PartialDate: (PartialDate.parse("1999"), PartialDate.parse("2000-05")),
    Hours: (Hours.parse("14:30"), Hours.parse("9:00 – 10:15")),
    TimeZone: (TimeZone("Europe/Oslo"), TimeZone("Asia/Tokyo")),
}
MADE: Mapping[Any, Callable[[str, int, Callable[[str, int], str]], Any]] = {
    **dict.fromkeys((str, Email, Phone, Fluency), lambda name, number, text: text(name, number)),
    **dict.fromkeys((Url, Photo), lambda name, number, text: Url(URL.format(n=f"{name}-{number}"))),
    SkillGroups: lambda name, number, text: {text(f"{name}-group", number): (text(name, number),)},
    Slug: lambda name, number, text: Slug(f"{name}-{number}"),
}
HOME = {kind: folder for folder, kind in FOLDERS.items()}


hints_of: Callable[[type], dict[str, Any]] = cache(typing.get_type_hints)
"""The types of a class's fields."""


def value(name: str, hint: Any, number: int, text: Callable[[str, int], str]) -> Any:
    """A value for the field *name*, another for each *number* of 0 and 1; *text* makes those that are free."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if hint == tuple[Claim, ...]:
        return (replace(filled(Claim, number, text), skill=Slug(SLUGS[number])),)
    if name in REFERENCES:
        return (Slug(SLUGS[number]),) if origin is tuple else Slug(SLUGS[number])
    if hint in PAIRS:
        return PAIRS[hint][number]
    if hint in MADE:
        return MADE[hint](name, number, text)
    if is_dataclass(hint):
        return filled(typing.cast(type, hint), number, text)
    if origin is typing.Literal:
        return args[number]
    if origin is Mapping:
        return {text(name, number): value(name, args[1], number, text)}
    return (value(name, args[0], number, text),) if origin is tuple else value(name, args[0], number, text)


def plain(name: str, number: int) -> str:
    """A text that names its field."""
    return f"The {name} {number}"


def filled(cls: type, number: int, text: Callable[[str, int], str] = plain) -> Any:
    """An instance of one of the model's classes."""
    hints = hints_of(cls)
    found = {each.name: value(each.name, hints[each.name], number, text) for each in fields(cls)}
    if cls is Delivery:  # What has a time of day has a day.
        found |= {"date": Period.parse(f"2001-05-1{number}"), "apart": ""}
    if "archives" in found:
        found["archives"] = {Url(URL.format(n="archived")): Url(URL.format(n=f"archive-{number}"))}
    if issubclass(cls, Entry):
        found |= {"docname": f"{HOME[cls.kind]}/{SLUGS[number]}", "visibility": "public"}
        if "links" in found:
            found["links"] |= {"source": Url(f"https://example.org/source/{number}")}
    return cls(**found)


def changes(cls: type, instance: Any) -> dict[str, Any]:
    """*instance*, one time for each of its fields, with another value there; those of a delivery's fields in its talk."""
    hints = hints_of(cls)
    found = {}
    for each in fields(cls):
        found[each.name] = replace(instance, **{each.name: value(each.name, hints[each.name], 1, plain)})
        if each.name == "docname":
            found[each.name] = replace(instance, docname=f"{instance.docname}-other")
        if hints[each.name] == tuple[Delivery, ...]:
            (given,) = instance.deliveries
            inner = changes(Delivery, given)
            found |= {f"deliveries.{name}": replace(instance, deliveries=(other,)) for name, other in inner.items()}
    return found


def whole(*others: Entry, text: Callable[[str, int], str] = plain, person: Person | None = None) -> Career:
    """A career with two entries of each kind that name one another, but for *others*, which stand in place of theirs."""
    entries = {each.docname: each for cls in KINDS.values() for n in (0, 1) for each in [filled(cls, n, text)]}
    for kind in {other.kind for other in others}:
        entries.pop(f"{HOME[kind]}/{SLUGS[0]}")
    mentions = [
        Mention(docname=docname, page="A page", anchor="below", heading=text("heading", 0), target=Key(kind, SLUGS[0]))
        for docname in ("about", *entries)
        for kind in KINDS
    ]
    person = person or filled(Person, 0, text)
    return career(*entries.values(), *others, mentions=tuple(mentions), person=person)


def hostile(offset: int) -> Callable[[str, int], str]:
    """What fills a career with hostile texts, other ones for each *offset*."""
    return lambda name, number: TEXTS[(offset + len(name)) % len(TEXTS)].format(n=number)


def of_kind(found: Career, kind: Kind) -> Entry:
    """The first entry of a kind."""
    return found.entries(kind)[0]
