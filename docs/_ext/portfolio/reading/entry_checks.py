"""Checks one entry, whose values are each of the right type, for what these say together."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.model.dates import Period, hull
from portfolio.model.entries import Claim, Entry
from portfolio.model.fields import fields_of
from portfolio.model.kinds import Delivery, Employment, Position, Talk

Path = tuple[str | int, ...]
"""Where a value stands in the front matter: keys and list positions from the top."""


def check_entry(entry: Entry) -> Iterator[tuple[Path, str]]:
    """What is wrong with *entry*, each with the path of the value, from below the kind's key."""
    yield from _repetitions(entry)
    yield from _points_in_time(entry)
    yield from _claims(entry, (), hull(entry.periods))
    if isinstance(entry, Employment):
        yield from _positions(entry)
    if isinstance(entry, Talk):
        yield from _deliveries(entry)


def claim_paths(entry: Entry) -> Iterator[Path]:
    """Where each of an entry's claims stands, in their order."""
    yield from (("skills", number) for number in range(len(getattr(entry, "skills", ()))))
    for number, position in enumerate(entry.positions if isinstance(entry, Employment) else ()):
        yield from (("positions", number, "skills", each) for each in range(len(position.skills)))


def period_paths(claim: Path, skill: str) -> tuple[Path, ...]:
    """Where the period of the claim at a path can stand; the last is the claim itself."""
    return (*claim, skill, "period"), (*claim, skill), claim


def _repetitions(entry: Entry | Position) -> Iterator[tuple[Path, str]]:
    """No list names a thing twice."""
    for field in fields_of(type(entry)):
        values = getattr(entry, field.name)
        seen: set[str] = set()
        for position, value in enumerate(values if isinstance(values, tuple) else ()):
            if isinstance(value, str):
                if value in seen:
                    yield (field.name, position), f'"{value}" stands here twice; remove one'
                seen.add(value)


def _points_in_time(entry: Entry) -> Iterator[tuple[Path, str]]:
    """What does not last has no open end."""
    for field in fields_of(type(entry)) if not entry.traits.lasting else ():
        period: Period | None = getattr(entry, field.name) if field.is_time else None
        if period and (period.end is None or not period.is_bounded):
            yield (field.name,), "it was once; give its date, or a span's start and end"


def _claims(of: Entry | Position, path: Path, own: Period | None) -> Iterator[tuple[Path, str]]:
    """An entry, or a position, claims a skill once, and for no time beyond its *own*."""
    seen: set[str] = set()
    skills: tuple[Claim, ...] = getattr(of, "skills", ())
    for number, claim in enumerate(skills):
        here = (*path, "skills", number)
        if claim.skill in seen:
            yield here, f'"{claim.skill}" is claimed here twice; keep one of the two'
        seen.add(claim.skill)
        if own and claim.period and not own.holds(claim.period):
            what = "position" if path else "page"
            message = f"{claim.period} is not within the time of this {what}, {own}; write a part of it"
            yield period_paths(here, claim.skill)[0], message


def _positions(entry: Employment) -> Iterator[tuple[Path, str]]:
    """Positions lie within the time of the whole, and what they say, within theirs."""
    for number, position in enumerate(entry.positions):
        path: Path = ("positions", number)
        if position.period and entry.period and not entry.period.holds(position.period):
            message = f"{position.period} is not within the time of this page, {entry.period}; correct one of the two"
            yield (*path, "period"), message
        yield from (((*path, *where), message) for where, message in _repetitions(position))
        yield from _claims(position, path, position.period or entry.period)


def _deliveries(talk: Talk) -> Iterator[tuple[Path, str]]:
    """Each delivery of a talk has an end and an anchor of its own, and says whose clocks a time of day is on."""
    seen: set[object] = set()
    for position, delivery in enumerate(talk.deliveries):
        path: Path = ("deliveries", position)
        if delivery.date.end is None or not delivery.date.is_bounded:
            yield (*path, "date"), "a delivery is over some day; give its date, or a span's start and end"
        if not delivery.anchor:
            yield (*path, "event"), 'no anchor can be made of this event\'s name; give this one an "id: …"'
        remedy = 'give this one an "id: …" of its own'
        it = delivery.id or (delivery.anchor, delivery.date, delivery.time)
        if it in seen and delivery.id:
            yield path, f'another delivery has the id "{delivery.id}" already; {remedy}'
        elif it in seen:
            yield path, f"another delivery has the same event and date; remove one, or {remedy}"
        seen.add(it)
        yield from (((*path, key), message) for key, message in _time_of_day(delivery))


def _time_of_day(delivery: Delivery) -> Iterator[tuple[str, str]]:
    """What a time of day lacks, each with the key at which that is reported."""
    if delivery.time and not (delivery.date.start.day and delivery.date.is_single_date):
        yield "time", 'a time needs a day; write the date as YYYY-MM-DD, or remove "time"'
    if delivery.time and not delivery.timezone:
        yield "time", 'a time needs a time zone; add one by its IANA name, as in "timezone: Europe/Berlin"'
    if delivery.timezone and not delivery.time:
        yield "timezone", 'a time zone says nothing without a time; add "time: HH:MM", or remove this'
