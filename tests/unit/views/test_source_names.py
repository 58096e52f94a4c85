"""Names for sources."""

import pytest

from portfolio.model.entries import Url
from portfolio.views.source_names import name, names

COMMIT = "25bea9f952ba8728d5df2a4ce0b626e3576b81f0"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (f"https://github.com/a/b/blob/{COMMIT}/src/x.md", "src/x.md in a/b (25bea9f)"),
        ("https://github.com/a/b/blob/main/README.md", "README.md in a/b"),
        (f"https://github.com/a/b/commits/{COMMIT}", "a/b@25bea9f"),
        ("https://github.com/a/b/commits/main", "a/b@main"),
        ("https://github.com/a/b/pull/365", "a/b#365"),
        ("https://github.com/a/b", "a/b"),
        ("https://github.com/a/b/wiki", "github.com/a/b/wiki"),
        ("https://www.example.org/blog/2007/on-drawing-seeds.html", "example.org: on drawing seeds"),
        ("https://example.org/speaker/Ada+Flora", "example.org: Ada Flora"),
        ("https://example.org/a-page/?p=541", "example.org/a-page/?p=541"),
        ("https://example.org/kew/", "example.org/kew"),
    ],
)
def test_names(url: str, expected: str) -> None:
    assert name(Url(url)) == expected


def test_no_two_are_the_same() -> None:
    urls = [Url(f"https://example.org/{year}/on-seeds") for year in (2006, 2007)]
    assert names([*urls, Url("https://example.org/on-bulbs")]) == [
        "example.org/2006/on-seeds",
        "example.org/2007/on-seeds",
        "example.org: on bulbs",
    ]
    schemes = [Url(f"{scheme}://example.org/2006/on-seeds") for scheme in ("http", "https")]
    assert names([*schemes, *urls[1:]]) == [*schemes, "example.org/2007/on-seeds"]
