"""Numbers and their units."""

import pytest

from portfolio.i18n.translation import Language
from portfolio.i18n.units import kept_together


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("en", "about 133 ms, or 133 milliseconds", "about 133\xa0ms, or 133\xa0milliseconds"),
        ("en", "20 GB in 4.6 seconds, 4.47 GB/s", "20\xa0GB in 4.6\xa0seconds, 4.47\xa0GB/s"),
        ("en", "1 day, 20 years, 5 %", "1\xa0day, 20\xa0years, 5\xa0%"),
        ("en", "in 2014 a team; 3 data centers; 120 engineers", "in 2014 a team; 3 data centers; 120 engineers"),
        ("de", "20 Jahre und 133 Millisekunden", "20\xa0Jahre und 133\xa0Millisekunden"),
    ],
)
def test_units_stay_with_their_numbers(code: str, text: str, found: str) -> None:
    assert kept_together(text, Language.of(code)) == found
