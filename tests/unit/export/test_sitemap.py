"""The files for search engines: the sitemap, and the one that names it."""

from dataclasses import replace
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest

from careers import career
from portfolio.export import sitemap
from portfolio.export.site import Site, escaped
from portfolio.i18n.translation import ENGLISH

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def site() -> Site:
    titles = {"a&b": "A & B", "index": "Home", "über uns/wer": "Who"}
    return Site(
        title="A botanist",
        author="B. Otanist",
        code="en",
        language=ENGLISH,
        base="https://example.org/me/",
        path=lambda docname: "" if docname == "index" else escaped(f"{docname}/"),
        titles=titles,
        modified=lambda: {"index": "2020-01-01T00:00:00+00:00", "gone": "2020-01-02T00:00:00+00:00"},
    )


def test_the_sitemap_holds_every_page_and_when_it_changed_where_that_is_known() -> None:
    (file,) = sitemap.files(career(), site())
    assert (file.name, file.link) == ("sitemap.xml", None)
    data = file.write(file.content)
    assert data.startswith(b"<?xml version='1.0' encoding='utf-8'?>\n")
    root = ElementTree.fromstring(data)
    assert root.tag == f"{SPACE}urlset"
    assert [[(each.tag.removeprefix(SPACE), each.text) for each in url] for url in root] == [
        [("loc", "https://example.org/me/a&b/")],
        [("loc", "https://example.org/me/"), ("lastmod", "2020-01-01T00:00:00+00:00")],
        [("loc", "https://example.org/me/%C3%BCber%20uns/wer/")],
    ]


def test_robots_may_read_all_and_find_the_sitemap() -> None:
    (file,) = sitemap.robots(career(), site())
    assert (file.name, file.link) == ("robots.txt", None)
    parser = RobotFileParser()
    parser.parse(file.write(file.content).decode().splitlines())
    assert parser.can_fetch("*", "https://example.org/me/talks/")
    assert parser.site_maps() == ["https://example.org/me/sitemap.xml"]


def test_without_pages_there_is_neither() -> None:
    nothing = replace(site(), titles={})
    assert [*sitemap.files(career(), nothing), *sitemap.robots(career(), nothing)] == []


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("talks/seeds/", "talks/seeds/"),
        ("a+b,c.html", "a+b,c.html"),
        ("%C3%BC.html", "%C3%BC.html"),
        ("über uns/", "%C3%BCber%20uns/"),
        ('"<?#>"', "%22%3C%3F%23%3E%22"),
    ],
)
def test_escaped(path: str, found: str) -> None:
    assert escaped(path) == found
