"""Tints: each occupation has one, which all that belongs to it shares."""

from __future__ import annotations

from portfolio.model.career import Career
from portfolio.model.entries import Entry

TINTS = 8
"""How many tints there are; occupations beyond these begin again."""


def tint(career: Career, entry: Entry) -> int:
    """The number of *entry*'s tint, from 1; 0 for what belongs to no occupation and has the site's own color."""
    return tint_of(career.occupation_number(entry))


def tint_of(occupation: int) -> int:
    """The number of the tint of an occupation with a number; 0 where there is none."""
    return (occupation - 1) % TINTS + 1 if occupation else 0


def tint_class(number: int) -> list[str]:
    """The class that gives an element the tint of this number."""
    return [f"portfolio-tint-{number}"] if number else []
