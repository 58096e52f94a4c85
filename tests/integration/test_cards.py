"""Pages' cards, and what heads say to those who show links to pages."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser
from sphinx.errors import ConfigError
from sphinx.testing.util import SphinxTestApp

from nightly import by_day
from small_sites import Site

BASE = "https://example.org/me/"
PERSON = "title: A botanist\nperson: {name: Ada Flora, label: Illustrator}\n"


@pytest.fixture
def public(site: Site) -> Site:
    """The botanist's site at an address, with a page whose name is not Latin."""
    conf = (site.source / "conf.py").read_text("utf-8")
    site.write("conf.py", f'{conf}\nhtml_baseurl = "https://example.org/me"\nlanguage = "en_GB"\n')
    site.replace("index.md", "title: A botanist\n", PERSON)
    site.write("blüten x.md", "---\ntitle: Blüten <b>&</b>\nmyst: {html_meta: {description: Mine}}\n---\n\nText.\n")
    site.replace("index.md", "timeline\n", "timeline\nblüten x\n")
    site.write("variants/arts.yaml", "title: Illustrator\nskills: [drawing]\n")
    return site


def tags(site: Site, page: str, builder: str = "dirhtml") -> dict[str, str | None]:
    nodes = LexborHTMLParser(site.read(page, builder)).css('meta[property^="og:"], meta[name^="twitter:"]')
    found = [
        (str(node.attributes.get("property") or node.attributes["name"]), node.attributes["content"]) for node in nodes
    ]
    assert len(dict(found)) == len(found)
    return dict(found)


@pytest.mark.parametrize(("builder", "suffix"), by_day(1, ("dirhtml", "/"), ("html", ".html")))
def test_every_page_has_its_card_and_says_so(public: Site, builder: str, suffix: str) -> None:
    public.build(builder)
    home = public.home / "build" / builder
    shown = set()
    for docname in sorted(
        path.relative_to(public.source).with_suffix("").as_posix() for path in public.source.rglob("*.md")
    ):
        whole = builder == "html" or docname.rpartition("/")[2] == "index"
        page = f"{docname}.html" if whole else f"{docname}/index.html"
        found = tags(public, page, builder)
        address = str(found["og:url"])
        assert address.startswith(BASE)
        file = unquote(address.removeprefix(BASE))
        assert (home / (f"{file}index.html" if file.endswith("/") or not file else file)) == home / page
        card = home / unquote(str(found["og:image"]).removeprefix(BASE))
        with Image.open(card) as image:
            assert (image.format, *map(str, image.size)) == ("PNG", found["og:image:width"], found["og:image:height"])
        assert (found["og:image:type"], found["twitter:card"]) == ("image/png", "summary_large_image")
        assert found["og:image:alt"] == found["twitter:image:alt"]
        assert (found["og:site_name"], found["og:locale"]) == ("A botanist", "en_GB")
        shown.add(card)
    assert shown == set((home / "cards").rglob("*.png"))
    atlas = tags(public, f"projects/atlas{'.html' if builder == 'html' else '/index.html'}", builder)
    assert {
        name: atlas[name] for name in ("og:title", "og:type", "og:url", "og:description", "og:image", "og:image:alt")
    } == {
        "og:title": "Atlas of Seeds",
        "og:type": "article",
        "og:url": f"{BASE}projects/atlas{suffix}",
        "og:description": "Five hundred plates of seeds.",
        "og:image": f"{BASE}cards/projects/atlas.png",
        "og:image:alt": "Project · Atlas of Seeds · January 2003 – June 2005 · Ada Flora · Illustrator",
    }
    index = tags(public, "index.html", builder)
    assert (index["og:type"], index["og:url"]) == ("profile", BASE + "index.html" * (builder == "html"))
    other = tags(public, f"blüten x{'.html' if builder == 'html' else '/index.html'}", builder)
    assert (other["og:type"], other["og:title"], other["og:description"]) == ("website", "Blüten &", "Mine")
    assert other["og:image"] == f"{BASE}cards/bl%C3%BCten%20x.png"
    # A variant has that of the first page.
    variant = tags(public, "for/arts.html" if builder == "html" else "for/arts/index.html", builder)
    assert variant["og:image"] == index["og:image"] == f"{BASE}cards/index.png"
    assert tags(public, "search.html" if builder == "html" else "search/index.html", builder) == {}


@pytest.mark.nightly
def test_cards_are_the_same_in_both_builders(public: Site) -> None:
    for builder in ("dirhtml", "html"):
        public.build(builder)
    one, other = (
        {name: data for name, data in public.output("build", builder).items() if name.startswith("cards/")}
        for builder in ("dirhtml", "html")
    )
    assert one == other


def test_without_an_address_there_are_no_cards_and_heads_say_the_rest(site: Site) -> None:
    site.build()
    assert not (site.home / "build/dirhtml/cards").exists()
    assert tags(site, "projects/atlas/index.html") == {
        "og:title": "Atlas of Seeds",
        "og:type": "article",
        "og:site_name": "A botanist",
        "og:description": "Five hundred plates of seeds.",
        "twitter:card": "summary",
    }
    assert tags(site, "index.html")["og:type"] == "website"


def stamps(site: Site) -> dict[str, int]:
    home = site.home / "build/dirhtml/cards"
    return {path.relative_to(home).with_suffix("").as_posix(): path.stat().st_mtime_ns for path in home.rglob("*.png")}


def redrawn(site: Site, before: dict[str, int]) -> set[str]:
    return {name for name, stamp in stamps(site).items() if before.get(name) != stamp}


@pytest.mark.nightly  # by day nothing holds that cards are not drawn in vain
@pytest.mark.parametrize("parallel", [0, 2])
def test_only_what_says_something_else_is_drawn_again(public: Site, parallel: int) -> None:
    def build() -> list[str]:
        return public.build(parallel=parallel)

    build()
    before = stamps(public)
    # What the card does not say is not drawn; what it says of other pages is, and stands in the head as well.
    public.replace("projects/atlas.md", "A plate a week.", "A plate a day.")
    build()
    assert redrawn(public, before) == set()
    # One that was lost is drawn again.
    card = public.home / "build/dirhtml/cards/projects/atlas.png"
    data = card.read_bytes()
    card.unlink()
    assert build() == []
    assert redrawn(public, before) == {"projects/atlas"}
    assert card.read_bytes() == data
    before = stamps(public)
    public.replace("employers/kew.md", "period: 2001 – now", "period: 2001 – 2015")
    pages = build()
    drawn = {"employers/kew", "projects/seed-bank", "skills/drawing", "skills/taxonomy", "timeline"}
    assert redrawn(public, before) == drawn
    assert redrawn(public, before) <= set(pages)
    assert "within 2001 – 2015" in str(tags(public, "projects/seed-bank/index.html")["og:image:alt"])

    # Another owner is another on every page; another color is on none.
    before = stamps(public)
    public.replace("index.md", "label: Illustrator", "label: Painter")
    assert set(build()) == set(before) == redrawn(public, before)
    before = stamps(public)
    public.write("conf.py", (public.source / "conf.py").read_text("utf-8") + '\nportfolio_accent = "#B3261E"\n')
    assert build() == []
    assert redrawn(public, before) == set(before)

    (public.source / "projects/seed-bank.md").unlink()
    public.replace("index.md", "projects/seed-bank\n", "")
    build()
    assert stamps(public).keys() == before.keys() - {"projects/seed-bank"}
    public.build(into="clean", parallel=2 - parallel)
    assert public.output("build") == public.output("clean")


def test_a_color_that_is_none_stops_the_build(site: Site) -> None:
    out: Path = site.home / "build"
    with pytest.raises(
        ConfigError, match=re.escape('portfolio_accent is "blue", which is not a color; write it in hexa')
    ):
        SphinxTestApp("dirhtml", srcdir=site.source, builddir=out, confoverrides={"portfolio_accent": "blue"})
