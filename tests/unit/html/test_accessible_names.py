"""Links of one page that lead to different places."""

from urllib.parse import urlsplit

import pytest

from portfolio.html.accessible_names import distinguished

PAGE = "https://example.org/here/"
AROUND = '<a href="../">Home</a><a href="#top">Top</a>'


def describe(name: str, url: str) -> list[str]:
    return [*filter(None, (urlsplit(url).path.strip("/"), urlsplit(url).fragment)), url]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<a href="../atlas/">Atlas</a>', '<a href="../atlas/">Atlas</a>'),
        ('<a href="a/">A</a> <a href="a/#">A</a>', '<a href="a/">A</a> <a href="a/#">A</a>'),
        (
            '<a href="../a/">All</a> <a href="../b/"><b>all</b></a>',
            '<a href="../a/">All</a> <a aria-label="all, b" href="../b/"><b>all</b></a>',
        ),
        (
            '<a href="../a/">It</a> <a href="../b/">It</a> <a href="../b/">It</a>',
            '<a aria-label="It, a" href="../a/">It</a> <a href="../b/">It</a> <a href="../b/">It</a>',
        ),
        (
            '<a href="../a/">It</a> <a href="../a/#1">It</a>',
            ('<a href="../a/">It</a> <a aria-label="It, a, 1" href="../a/#1">It</a>'),
        ),
        (
            '<a href="https://other.example/">Home</a>',
            '<a aria-label="Home, https://other.example/" href="https://other.example/">Home</a>',
        ),
        (
            '<a href="../a/" aria-label="Video of A">V</a> <a aria-label="Video of A" href="../b/">V</a>',
            '<a href="../a/" aria-label="Video of A">V</a> <a aria-label="Video of A, b" href="../b/">V</a>',
        ),
        (
            '<a class="headerlink" href="#1" title="Link">¶</a><a class="headerlink" href="#2" title="Link">¶</a>',
            (
                '<a class="headerlink" href="#1" title="Link">¶</a>'
                '<a aria-label="Link, here, 2" class="headerlink" href="#2" title="Link">¶</a>'
            ),
        ),
        (
            '<a href="../a/" data-name="A">A</a> <a href="../b/">A</a> <a id="c">A</a>',
            '<a href="../a/" data-name="A">A</a> <a href="../b/">A</a> <a id="c">A</a>',
        ),
    ],
)
def test_links_to_different_places_have_different_names(body: str, found: str) -> None:
    assert distinguished([body], around=AROUND, page=PAGE, describe=describe) == [found]


def test_what_is_no_url_is_a_place_of_its_own() -> None:
    body = '<a href="http://[">Go</a> <a href="https://x.org/">Go</a>'
    (found,) = distinguished([body], around="", page=PAGE, describe=lambda name, url: [url])
    assert found == '<a href="http://[">Go</a> <a aria-label="Go, https://x.org/" href="https://x.org/">Go</a>'
