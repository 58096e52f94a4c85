"""What share boxes show, and what the links to paste are read as elsewhere."""

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from careers import career, employer, project, skill, talk
from portfolio.export.share_links import ShareLinks, markdown, share_links
from portfolio.export.site import Site, escaped
from portfolio.i18n.translation import ENGLISH
from portfolio.model.entries import Entry, Url
from portfolio.permalinks.anchors import PageAnchors
from portfolio.permalinks.ledger import PERMALINKS, REDIRECTS, parse
from portfolio.permalinks.resolve import Permalinks

PUBLIC = {"source": Url("https://example.org/source")}
ATLAS, BANK = project("atlas", title="Atlas & co.", links=PUBLIC), project("seed-bank", links=PUBLIC)
SEEDS = talk("seeds", "2006", "2007", projects=("atlas", "nothing", "seed-bank", "atlas"))


URL = "https://example.org/go/seeds"
TITLES = (
    "Atlas",
    "C*-algebras *and* _more_ __of__ them",
    "[click](javascript:alert(0)) ![x](x) [a][b] [",
    "<script>alert('x')</script> & &lt; &#60; &amp;amp;",
    "`code` ``x` \\` \\\\ \\",
    "~~old~~ ~ | {raw}`<b>` {{ 7*7 }} $x^2$ <https://example.org/x>",
    "1. # - + > = ! : \" '",
    "مرحبا \u202eturned 🦖",
)
DIALECTS = {"commonmark": MarkdownIt("commonmark"), "gfm": MarkdownIt("gfm-like", {"linkify": False})}


def offered(*entries: Entry, base: str = "https://example.org/me/") -> dict[str, ShareLinks]:
    site = Site(title="A", author="B", code="en", language=ENGLISH, base=base, path=lambda name: escaped(f"{name}/"))
    places = {entry.docname: PageAnchors(entry=entry) for entry in entries}
    permalinks = Permalinks(places=places, promises=parse(PERMALINKS, b""), moves=parse(REDIRECTS, b""))
    return dict(share_links(career(*entries), site, permalinks))


def test_every_page_has_its_url_and_a_link_to_paste() -> None:
    found = offered(ATLAS, employer("kew", "2001"))
    assert [(docname, each.url) for docname, each in found.items()] == [
        ("employers/kew", "https://example.org/me/employers/kew"),
        ("projects/atlas", "https://example.org/me/go/atlas"),
    ]
    assert found["projects/atlas"].markdown == r"[Atlas \& co.](https://example.org/me/go/atlas)"
    assert (found["employers/kew"].codes, found["employers/kew"].sheet) == ((), ())


def test_a_talk_shows_its_deliveries_codes_and_a_sheet_with_its_projects() -> None:
    found = offered(SEEDS, BANK, ATLAS, skill("drawing"))["talks/seeds"]
    assert [(each.name, each.alt, each.caption, each.url) for each in found.codes] == [
        ("qr/talks/seeds", "QR code of Seeds", "This page", ""),
        ("qr/talks/seeds/event-1", "QR code of Seeds, Event 1", "Event 1", ""),
        ("qr/talks/seeds/event-2", "QR code of Seeds, Event 2", "Event 2", ""),
    ]
    assert [(each.name, each.alt, each.caption, each.url) for each in found.sheet] == [
        ("qr/talks/seeds", "QR code of Seeds", "Seeds", "example.org/me/go/seeds"),
        ("qr/projects/atlas", "QR code of Atlas & co.", "Atlas & co.", "example.org/me/go/atlas"),
        ("qr/projects/seed-bank", "QR code of Seed-Bank", "Seed-Bank", "example.org/me/go/seed-bank"),
    ]


@pytest.mark.parametrize(("projects", "columns"), [(0, 1), (1, 2), (3, 2), (4, 3), (8, 3), (9, 4), (40, 7)])
def test_a_sheet_is_as_wide_as_high(projects: int, columns: int) -> None:
    entries = [project(f"p{number}", links=PUBLIC) for number in range(projects)]
    found = offered(talk("seeds", "2006", projects=tuple(entry.key.slug for entry in entries)), *entries)
    assert len(found["talks/seeds"].sheet) == projects + 1
    assert found["talks/seeds"].columns == columns


def test_without_an_address_of_the_site_nothing_is_offered() -> None:
    assert offered(SEEDS, ATLAS, base="") == {}


def test_without_codes_for_their_addresses_pages_offer_the_rest() -> None:
    found = offered(SEEDS, ATLAS, base=f"https://example.org/{'a' * 2400}/")
    assert [(each.codes, each.sheet, bool(each.markdown)) for each in found.values()] == [((), (), True)] * 2


def test_an_address_beyond_ascii_is_quoted() -> None:
    found = offered(replace(employer("kew", "2001"), docname="größe/kew"))
    assert [each.url for each in found.values()] == ["https://example.org/me/gr%C3%B6%C3%9Fe/kew"]


def link(html: str) -> tuple[str | None, str]:
    """The URL and the text of the only link, which contains nothing else."""
    tree = LexborHTMLParser(html)
    (found,) = tree.css("body a")
    assert not tree.css("body a *, body script, body img, body del")
    assert tree.body is not None
    assert tree.body.text().strip() == found.text()
    return found.attributes["href"], found.text()


@pytest.mark.parametrize("title", TITLES)
def test_a_pasted_title_is_read_as_it_is_written(title: str) -> None:
    for name, dialect in DIALECTS.items():
        assert link(dialect.render(markdown(title, URL))) == (URL, title), name


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a(b",
        "https://example.org/a)b",
        "https://example.org/&copy;/a*b_c*",
        "https://example.org/a'b/~me/%E2%82%AC/#x_y",
    ],
)
def test_so_is_a_url(url: str) -> None:
    for name, dialect in DIALECTS.items():
        assert link(dialect.render(markdown("Atlas", url))) == (url, "Atlas"), name


def test_a_title_stays_on_its_line() -> None:
    assert markdown("Seeds\n\nand  leaves", URL) == f"[Seeds and leaves]({URL})"


def test_a_sheet_has_no_projects_without_anything_public() -> None:
    found = offered(SEEDS, ATLAS, project("seed-bank"))
    assert [each.caption for each in found[SEEDS.docname].sheet] == [SEEDS.title, ATLAS.title]
