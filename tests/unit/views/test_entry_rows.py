"""How an entry reads in rows and lines."""

import pytest

from careers import career, employer
from portfolio.i18n.translation import ENGLISH
from portfolio.model.dates import Period
from portfolio.model.kinds import Position
from portfolio.views.entry_rows import details, positions


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
