"""How an entry reads in rows and lines."""

import pytest

from careers import career, employer
from portfolio.i18n.translation import ENGLISH
from portfolio.model.dates import Period
from portfolio.model.kinds import Position
from portfolio.views.entry_rows import positions
from portfolio.views.parts import line


@pytest.mark.parametrize(
    ("position", "first", "below"),
    [
        (Position(role="Clerk", period=Period.parse("2001-01 – 2002-12")), "Clerk\N{NO-BREAK SPACE}· January 2001 – December 2002 (2 years)", ()),
        (Position(role="Clerk", period=Period.parse("? – 2002"), summary="Drew."), "Clerk\N{NO-BREAK SPACE}· ? – 2002", ("Drew.",)),
        (Position(summary="Drew.", highlights=("Well.",)), "Drew.", ("Well.",)),
        (Position(), "", ()),
        (Position(highlights=("Well.", "Fast.")), "Well.", ("Fast.",)),
    ],
)  # fmt: skip
def test_a_position_says_what_is_known_of_it(position: Position, first: str, below: tuple[str, ...]) -> None:
    kew = employer("kew", "2001 – 2005", positions=(position,))
    (found,) = positions(career(kew), kew, ENGLISH)
    assert "".join(map(str, found.parts)) == first
    assert found.below == tuple(map(line, below))
