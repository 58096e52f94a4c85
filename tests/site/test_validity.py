"""Pages are HTML as the standard has it, as far as a parser can see; the session "validate" asks the Nu checker."""

from collections import Counter, defaultdict
from pathlib import Path
from urllib.parse import urljoin

import pytest
from html5lib import HTMLParser  # type: ignore[import-untyped]
from selectolax.lexbor import LexborHTMLParser

from nightly import every


@pytest.fixture(params=["site", "hostile_site"])
def home(request: pytest.FixtureRequest) -> Path:
    """The folder of the real site, or of one whose fields hold anything."""
    folder: Path = request.getfixturevalue(request.param)
    return folder if request.param == "site" else folder / "dirhtml"


def test_no_page_holds_an_error_that_a_parser_meets(home: Path) -> None:
    pages = sorted(home.rglob("*.html"))
    found = []
    for path in every(6, pages):
        parser = HTMLParser()
        parser.parse(path.read_text("utf-8"))
        found += [(path.relative_to(home).as_posix(), *error[:2]) for error in parser.errors]
    assert len(pages) > 30
    assert found == []


def test_no_page_has_two_elements_of_one_id(home: Path) -> None:
    found = []
    for path in sorted(home.rglob("*.html")):
        ids = Counter(node.attributes["id"] for node in LexborHTMLParser(path.read_text("utf-8")).css("[id]"))
        found += [(path.relative_to(home).as_posix(), name) for name, count in ids.items() if count > 1]
    assert found == []


def test_heads_distinguish_pages(site: Path) -> None:
    titles: Counter[str] = Counter()
    descriptions: Counter[str | None] = Counter()
    for path in site.rglob("*.html"):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        if tree.css("meta[http-equiv=refresh]"):  # redirect pages, which say what the page says that they lead to
            continue
        (title,) = tree.css("head title")
        titles[title.text()] += 1
        assert tree.css_matches("html[lang=en]")
        found = [node.attributes["content"] for node in tree.css("meta[name=description]")]
        # The search's page is nothing to be found, and a variant's is for those who were sent its address.
        robots = [node.attributes["content"] for node in tree.css("meta[name=robots]")]
        section, *_ = path.relative_to(site).parts
        expected = {"search": (0, ["noindex"]), "404.html": (0, ["noindex"]), "for": (1, ["noindex"])}
        assert (len(found), robots) == expected.get(section, (1, [])), path
        descriptions.update(found)
    assert [text for text, count in (titles + descriptions).items() if count > 1 or not text] == []


def test_links_that_lead_to_different_places_have_different_names(site: Path) -> None:
    found = []
    for path in site.rglob("*.html"):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        for hidden in tree.css("[aria-hidden=true]"):
            hidden.decompose()
        page = f"/{path.relative_to(site).as_posix().removesuffix('index.html')}"
        places: dict[str, set[str]] = defaultdict(set)
        for link in tree.css("a[href]"):
            name = link.attributes.get("aria-label") or " ".join(link.text().split())
            places[name.casefold()].add(urljoin(page, link.attributes["href"]).removesuffix("#"))
        found += [(page, name, led) for name, led in places.items() if len(led) > 1]
    assert found == []


def test_each_link_says_where_it_leads(site: Path) -> None:
    """As Lighthouse has it, which reads "Go" as what is said of buttons.

    https://developer.chrome.com/docs/lighthouse/seo/link-text
    """
    vague = {
        "click here",
        "click this",
        "go",
        "here",
        "information",
        "learn more",
        "more",
        "more info",
        "more information",
    }
    vague |= {"right here", "read more", "see more", "start", "this"}
    found = [
        (path.relative_to(site).as_posix(), link.attributes["href"])
        for path in site.rglob("*.html")
        for link in LexborHTMLParser(path.read_text("utf-8")).css("a[href]")
        if link.text().strip().lower() in vague
    ]
    assert found == []
