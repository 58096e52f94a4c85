"""Tints: each occupation has one, which all that belongs to it shares."""

from __future__ import annotations

from portfolio.model.career import Career
from portfolio.model.entries import Entry

TINTS = 8
"""How many tints there are; occupations beyond these begin again."""


def tint(career: Career, entry: Entry) -> int:
    """The number of *entry*'s tint, from 1; 0 for what belongs to no occupation and has the site's own color."""
    occupation = next(iter(career.occupations(entry)), None)
    number = career.occupation_numbers.get(occupation.docname, 0) if occupation else 0
    return (number - 1) % TINTS + 1 if number else 0


def tint_class(number: int) -> list[str]:
    """The class that gives an element the tint of this number."""
    return [f"portfolio-tint-{number}"] if number else []
