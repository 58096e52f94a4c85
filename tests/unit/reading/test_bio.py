"""Bios of a length that organisers ask for."""

import pytest

from portfolio.reading.bio import length, misfit, paragraphs, words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("One.", 1),
        ("large-scale, fast", 2),
        ("now – or & never", 3),
        ("C++\nis\tone", 3),
        ("Größe 42 l’été 東京", 4),
        ("* … —", 0),
    ],
)
def test_words(text: str, count: int) -> None:
    assert words(text) == count


@pytest.mark.parametrize(
    ("wanted", "count", "reason"),
    [
        (50, 44, "the bio of 50 words has 44, where 45 to 55 are allowed; add 1"),
        (50, 45, ""),
        (50, 55, ""),
        (50, 57, "the bio of 50 words has 57, where 45 to 55 are allowed; take out 2"),
        (300, 270, ""),
        (300, 331, "the bio of 300 words has 331, where 270 to 330 are allowed; take out 1"),
        (9, 9, ""),
        (9, 10, "the bio of 9 words has 10, where 9 to 9 are allowed; take out 1"),
    ],
)
def test_a_tenth_more_or_less_will_do(wanted: int, count: int, reason: str) -> None:
    assert misfit(wanted, "word " * count) == reason


@pytest.mark.parametrize(("argument", "found"), [("50", 50), (" 007 ", 7), ("1", 1)])
def test_length(argument: str, found: int) -> None:
    assert length(argument) == found


@pytest.mark.parametrize("argument", ["", "0", "-1", "5.5", "few", "50 words", "٥", "999999"])
def test_what_is_no_length(argument: str) -> None:
    with pytest.raises(ValueError, match=r"is no number of words; write 1 or more, as in \{bio\} 50"):
        length(argument)


def test_paragraphs() -> None:
    assert paragraphs("\n a  b\nc\n \n\nd \n") == ["a b c", "d"]
    assert paragraphs(" \n") == []
