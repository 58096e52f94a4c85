"""What a page's head says of it."""

import pytest

from portfolio.head import LONGEST, description, title


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("A library.", "A library."),
        ("  Two\n lines. ", "Two lines."),
        ('"R&D" <b>', "&quot;R&amp;D&quot; &lt;b&gt;"),
        ("x" * LONGEST, "x" * LONGEST),
        ("x" * (LONGEST + 1), "x" * (LONGEST - 1) + "…"),
        ("word " * 40, ("word " * 32).strip() + "…"),
    ],
)
def test_descriptions(text: str, content: str) -> None:
    assert description("<meta>\n", text) == f'<meta>\n<meta name="description" content="{content}" />\n'
    assert len(content) <= LONGEST or "&" in content


def test_no_description_is_made_of_nothing() -> None:
    assert description("<meta>", " \n ") == "<meta>"


def test_the_author_s_own_description_stays() -> None:
    own = '<meta content="Mine." name="description" />'
    assert description(own, "A library.") == own


def test_titles_tell_kinds_apart() -> None:
    assert title("R&amp;D", "R&D <b>") == "R&amp;D · R&amp;D &lt;b&gt;"
