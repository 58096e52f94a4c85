"""How an entry reads in rows and lines."""

import pytest

from careers import career, employer, talk
from portfolio.i18n.translation import ENGLISH
from portfolio.model.dates import Period
from portfolio.model.entries import Url
from portfolio.model.kinds import Delivery, Position
from portfolio.views.entry_rows import delivery, details, positions
from portfolio.views.parts import Link


@pytest.mark.parametrize(
    ("position", "title", "when"),
    [
        (Position(role="Clerk", period=Period.parse("2001-01 – 2002-12")), "Clerk", "January 2001 – December 2002 (2 years)"),
        (Position(role="Clerk", period=Period.parse("? – 2002")), "Clerk", "? – 2002"),
        (Position(period=Period.parse("2002")), "2002", ""),
        (Position(summary="Drew.", places=("Kew", "Leeds")), "", ""),
    ],
)  # fmt: skip
def test_a_position_says_what_is_known_of_it(position: Position, title: str, when: str) -> None:
    kew = employer("kew", "2001 – 2005", positions=(position,))
    (found,) = positions(career(kew), kew, ENGLISH)
    assert (found.title, found.when) == (title, when)
    assert (found.summary, found.details) == (position.summary, ", ".join(position.places))


def test_an_employer_in_a_list_has_the_roles_of_its_positions() -> None:
    roles = ("Head gardener", "Gardener", "Gardener")
    kew = employer("kew", "2001 – 2005", positions=tuple(Position(role=role) for role in roles))
    assert ("Head gardener, Gardener",) in [*details(career(kew), kew, "line", ENGLISH)]


def test_a_delivery_leads_to_its_program() -> None:
    given = Delivery(event="Flora", date=Period.parse("2006"), program=Url("https://example.org/flora"))
    found = delivery(talk("seeds", deliveries=(given,)), given, ENGLISH)
    shown = [part for part in found.parts if not isinstance(part, str)]
    assert [(part.text, part.url) for part in shown if isinstance(part, Link)] == [
        ("Program", "https://example.org/flora")
    ]
