"""The parts of pages that help to lead others there, and the codes beside the pages."""

import re
from io import BytesIO
from urllib.parse import unquote, urljoin

import pytest
import zxingcpp
from PIL import Image
from selectolax.lexbor import LexborHTMLParser, LexborNode

from nightly import by_day
from small_sites import Site

BASE = "https://example.org/me/"
DELIVERY = """\
    - {event: Flóra 2007, place: Oslo, date: 2007}
    - {event: 東京, place: Tokyo, date: 2008}
---
"""


def with_address(site: Site) -> None:
    conf = (site.source / "conf.py").read_text("utf-8")
    site.write("conf.py", f'{conf}html_baseurl = "{BASE}"\n')


@pytest.fixture
def shared(site: Site) -> Site:
    """The botanist's site at an address, with deliveries of one name, and headings like those of the parts."""
    with_address(site)
    site.replace(
        "talks/seeds.md", "---\n\nLook first.", f"{DELIVERY}\n## Link to this page\n\nA.\n\n## Sheet of codes\n\nB."
    )
    return site


def part(page: str, name: str) -> LexborNode:
    (found,) = LexborHTMLParser(page).css(f"details.portfolio-{name}")
    return found


def leads_to(picture: bytes) -> str:
    (code,) = zxingcpp.read_barcodes(Image.open(BytesIO(picture)))
    return str(code.text)


@pytest.mark.parametrize("builder", by_day(1, "dirhtml", "html"))
def test_every_code_leads_to_the_page_that_shows_it(shared: Site, builder: str) -> None:
    shared.build(builder)
    out = shared.home / "build" / builder
    ending = "/" if builder == "dirhtml" else ".html"
    shown: dict[str, list[str]] = {}
    for docname in ("projects/atlas", "projects/seed-bank", "talks/seeds"):
        address = f"{docname}{ending}"
        page = shared.read(f"{docname}{'/index' * (builder == 'dirhtml')}.html", builder)
        tree = LexborHTMLParser(page)
        (canonical,) = (link.attributes["href"] for link in tree.css("link[rel=canonical]"))
        assert canonical == f"{BASE}{address}"
        ids = {node.attributes["id"] for node in tree.css("[id]")}
        for link in tree.css(".portfolio-share .portfolio-codes a"):
            file = urljoin(f"/{address}", link.attributes["href"]).removeprefix("/")
            code = leads_to((out / file).read_bytes())
            assert code.partition("#")[0] == canonical
            assert unquote(code.partition("#")[2]) in {"", *ids}
            shown.setdefault(docname, []).append(file)
        drawings = [urljoin(f"/{address}", img.attributes["src"]) for img in tree.css(".portfolio-codes img")]
        assert [name for name in drawings if not (out / name.lstrip("/")).is_file()] == []
    assert {name for names in shown.values() for name in names} == {
        file.relative_to(out).as_posix() for file in (out / "qr").rglob("*.png")
    }
    assert [len(names) for names in shown.values()] == [1, 1, 5]
    assert shown["talks/seeds"][1] == "qr/talks/seeds/flora-2006.png"


@pytest.mark.parametrize(("builder", "ending"), by_day(1, ("dirhtml", ""), ("html", ".html")))
def test_a_page_says_how_to_link_to_it(shared: Site, builder: str, ending: str) -> None:
    shared.build(builder)
    for name, short, kind in (("talks/seeds", "go/seeds", "talk"), ("skills/drawing", "skills/drawing", "skill")):
        found = part(shared.read(f"{name}{'/index' * (builder == 'dirhtml')}.html", builder), "share")
        address = f"{BASE}{short}{ending}"
        (link,) = found.css("dd > a")
        assert (link.attributes["href"], link.text()) == (address, address)
        assert (shared.home / "build" / builder / f"{short}{ending or '/index.html'}").is_file()
        title = {"talk": "How to draw a seed", "skill": "Drawing"}[kind]
        assert [code.text() for code in found.css("code")] == [f"[{title}]({address})"]
        assert len(found.css("img")) == {"talk": 5, "skill": 0}[kind]


def test_a_talk_has_a_sheet_for_its_last_slide(shared: Site) -> None:
    shared.build()
    found = part(shared.read("talks/seeds/index.html"), "sheet")
    captions = [re.sub(r"\s+", " ", each.text()) for each in found.css("figcaption")]
    assert captions == ["How to draw a seed example.org/me/go/seeds", "Atlas of Seeds example.org/me/go/atlas"]
    images = [(img.attributes["src"], img.attributes["alt"]) for img in found.css("img")]
    assert images == [
        ("../../qr/talks/seeds.svg", "QR code of How to draw a seed"),
        ("../../qr/projects/atlas.svg", "QR code of Atlas of Seeds"),
    ]
    assert {img.attributes["loading"] for img in found.css("img")} == {"lazy"}
    assert "portfolio-sheet" not in shared.read("projects/atlas/index.html")


def test_the_parts_have_anchors_that_no_heading_takes(shared: Site) -> None:
    shared.build()
    ids = [node.attributes["id"] for node in LexborHTMLParser(shared.read("talks/seeds/index.html")).css("[id]")]
    assert len(ids) == len(set(ids))
    assert {"link_to_this_page", "link-to-this-page", "sheet_of_codes", "sheet-of-codes"} <= set(ids)
    shared.build("permalinks")
    promised = (shared.source / "permalinks.txt").read_text("utf-8")
    assert "talks/seeds#link-to-this-page\n" in promised
    assert "_" not in promised


def test_no_search_finds_the_parts_and_no_description_mentions_them(site: Site) -> None:
    def found() -> tuple[str, list[str]]:
        page = site.read("employers/kew/index.html")
        return site.read("searchindex.js"), re.findall('<meta name="description"[^>]*>', page)

    site.build()
    before = found()
    assert before[1] != []
    with_address(site)
    site.build()
    assert "portfolio-share" in site.read("employers/kew/index.html")
    assert found() == before


def test_without_an_address_of_the_site_there_is_neither(site: Site) -> None:
    site.build()
    assert not (site.home / "build/dirhtml/qr").exists()
    assert "<details" not in site.read("talks/seeds/index.html")


@pytest.mark.parametrize("parallel", by_day(1, 0, 2))
def test_they_follow_what_they_are_made_from(site: Site, parallel: int) -> None:
    with_address(site)
    site.build(parallel=parallel)
    home = site.home / "build/dirhtml/qr"
    before = {file: file.stat().st_mtime_ns for file in sorted(home.rglob("*.*"))}
    # A short address, which is shown on its own page and on the sheet of the talk; Sphinx writes their toctree's, too.
    site.write("permalinks.txt", "go/a projects/atlas\n")
    assert site.build(parallel=parallel) == ["index", "projects/atlas", "talks/seeds"]
    assert f"{BASE}go/a<" in site.read("projects/atlas/index.html")
    assert "example.org/me/go/a<" in site.read("talks/seeds/index.html")
    assert site.build(parallel=parallel) == []
    assert {file: file.stat().st_mtime_ns for file in sorted(home.rglob("*.*"))} == before

    # A project that takes the short address which the talk had, so that the talk's page shows another for both.
    site.write("projects/seeds.md", "---\ntitle: Seeds\nproject: {summary: S., skills: [drawing]}\n---\n\nText.\n")
    site.replace("index.md", "projects/atlas\n", "projects/atlas\nprojects/seeds\n")
    site.replace("projects/seed-bank.md", "employers: [kew]", "employers: [kew]\n  highlights: [Cold.]")
    site.replace("talks/seeds.md", "projects: [atlas]", "projects: [atlas, seeds]")
    site.build(parallel=parallel)
    assert [code.text() for code in part(site.read("talks/seeds/index.html"), "share").css("dd > a")] == [
        f"{BASE}talks/seeds"
    ]
    # A project's new title is on the sheet of a talk about it, and in the drawing; the picture shows none.
    site.replace("projects/seeds.md", "title: Seeds", "title: Seeds & seedlings")
    assert "talks/seeds" in site.build(parallel=parallel)
    assert "Seeds &amp; seedlings" in (home / "projects/seeds.svg").read_text("utf-8")
    # A delivery less, whose code goes with it.
    site.replace("talks/seeds.md", "    - {event: Herbaria 2005, place: Lima, date: 2005}\n", "")
    site.build(parallel=parallel)
    assert not (home / "talks/seeds/herbaria-2005.svg").exists()
    site.build(into="clean")
    assert site.output("build") == site.output("clean")
