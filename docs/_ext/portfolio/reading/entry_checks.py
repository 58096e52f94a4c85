"""Checks one entry, whose values are each of the right type, for what these say together."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.model.career import claims
from portfolio.model.dates import hull
from portfolio.model.entries import Entry
from portfolio.model.fields import fields_of
from portfolio.model.kinds import Talk

Path = tuple[str | int, ...]
"""Where a value stands in the front matter: keys and list positions from the top."""


def check_entry(entry: Entry) -> Iterator[tuple[Path, str]]:
    """What is wrong with *entry*, each with the path of the value, from below the kind's key."""
    yield from _repetitions(entry)
    yield from _points_in_time(entry)
    yield from _claims(entry)
    if isinstance(entry, Talk):
        yield from _deliveries(entry)


def period_paths(position: int, skill: str) -> tuple[Path, ...]:
    """Where the period of the claim at a *position* can stand; the last is the claim itself."""
    return ("skills", position, skill, "period"), ("skills", position, skill), ("skills", position)


def _repetitions(entry: Entry) -> Iterator[tuple[Path, str]]:
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
        if field.is_time and getattr(entry, field.name).end is None:
            yield (field.name,), "it appeared once; give its date, or a span's end"


def _claims(entry: Entry) -> Iterator[tuple[Path, str]]:
    """An entry claims a skill once, and for no time beyond its own."""
    seen: set[str] = set()
    own = hull(entry.periods)
    for position, claim in enumerate(claims(entry)):
        if claim.skill in seen:
            yield ("skills", position), f'"{claim.skill}" is claimed here twice; keep one of the two'
        seen.add(claim.skill)
        if own and claim.period and not own.holds(claim.period):
            message = f"{claim.period} is not within the time of this page, {own}; write a part of it"
            yield period_paths(position, claim.skill)[0], message


def _deliveries(talk: Talk) -> Iterator[tuple[Path, str]]:
    """Each delivery of a talk has an end and an anchor of its own."""
    seen: set[str] = set()
    for position, delivery in enumerate(talk.deliveries):
        path: Path = ("deliveries", position)
        if delivery.date.end is None:
            yield (*path, "date"), "a delivery is over some day; give its date, or a span's end"
        if not delivery.anchor:
            yield (*path, "event"), 'no anchor can be made of this event\'s name; give this one an "id: …"'
        elif delivery.anchor in seen:
            remedy = 'give this one an "id: …" of its own'
            yield path, f'another delivery has the anchor "{delivery.anchor}" already; {remedy}'
        seen.add(delivery.anchor)
