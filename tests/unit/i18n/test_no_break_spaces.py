"""What stays on one line."""

import pytest

from portfolio.i18n.no_break_spaces import kept_together
from portfolio.i18n.translation import Language


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("en", "about 133 ms, or 133 milliseconds", "about 133\xa0ms, or 133\xa0milliseconds"),
        ("en", "20 GB in 4.6 seconds, 4.47 GB/s", "20\xa0GB in 4.6\xa0seconds, 4.47\xa0GB/s"),
        ("en", "1 day, 20 years, 5 %", "1\xa0day, 20\xa0years, 5\xa0%"),
        ("en", "in 2014 a team; 3 data centers; 120 engineers", "in 2014 a team; 3 data centers; 120 engineers"),
        ("en", "in August 2017, on 30 August 2017", "in August\xa02017, on 30\xa0August\xa02017"),
        ("en", "within 2014 – 2021, 2022 – now", "within 2014\xa0–\xa02021, 2022\xa0–\xa0now"),
        ("en", "(2014 – ?), 2015 – May 2016", "(2014\xa0–\xa0?), 2015\xa0–\xa0May\xa02016"),
        ("en", "Jan 2014 – May 2015 (expected)", "Jan\xa02014\xa0– May\xa02015 (expected)"),
        ("de", "30. August 2017", "30.\xa0August\xa02017"),
        ("ja", "2014年5月 – 2015年5月", "2014年5月 – 2015年5月"),
        ("de", "20 Jahre und 133 Millisekunden", "20\xa0Jahre und 133\xa0Millisekunden"),
    ],
)
def test_what_is_read_as_one_stays_on_a_line(code: str, text: str, found: str) -> None:
    assert kept_together(text, Language.of(code)) == found
