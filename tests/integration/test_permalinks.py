"""Addresses that were published once, in a later build."""

import datetime as dt
import re
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from sphinx.errors import SphinxError
from sphinx.util.inventory import InventoryFile

from nightly import by_day
from portfolio.commands import check, rename
from portfolio.model.kinds import Talk
from small_sites import Site

TODAY = dt.date(2026, 11, 28)


def first(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    found = tree.css_first(selector)
    assert found is not None, selector
    return found


def leads_to(site: Site, name: str, builder: str = "dirhtml") -> str:
    """Where the page at *name* redirects to, as a path on the site."""
    tree = LexborHTMLParser(site.read(name, builder))
    to = {
        str(first(tree, "meta[http-equiv=refresh]").attributes["content"]).removeprefix("0; url="),
        str(first(tree, "body a").attributes["href"]),
    }
    (found,) = to
    return urljoin(f"/{name}", found)


def test_short_addresses(site: Site) -> None:
    site.write("talks/atlas.md", (site.source / "talks/seeds.md").read_text("utf-8"))
    site.replace("index.md", "talks/seeds\n", "talks/seeds\ntalks/atlas\n")
    site.build()
    assert leads_to(site, "go/atlas/index.html") == "/projects/atlas/"
    assert leads_to(site, "go/seeds/index.html") == "/talks/seeds/"
    assert not (site.home / "build/dirhtml/go/kew").exists()
    assert "go/atlas" not in site.read("searchindex.js")
    site.build("html")
    assert leads_to(site, "go/atlas.html", "html") == "/projects/atlas.html"


def test_what_is_written_in_a_redirect_page(site: Site) -> None:
    site.replace("conf.py", 'language = "en"', 'language = "en"\nhtml_baseurl = "https://example.org/en/"')
    site.write("redirects.txt", "old/page talks/seeds#flora-2006\n")
    site.build()
    page = site.read("talks/seeds/index.html")
    of_target = re.findall('<meta (?:name="description"|name="twitter|property="og:)[^>]*>', page)
    assert len(of_target) > 10
    preview = "".join(f"{each.replace(' /', '')}\n" for each in of_target)
    assert site.read("old/page/index.html") == (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>How to draw a seed</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"{preview}"
        '<link rel="canonical" href="https://example.org/en/talks/seeds/">\n'
        '<script>location.replace("../../talks/seeds/" + location.search + (location.hash || "#flora-2006"))</script>\n'
        '<meta http-equiv="refresh" content="0; url=../../talks/seeds/#flora-2006">\n</head>\n<body>\n'
        '<h1 hidden>–</h1><div class="lineno"><p>This address leads to '
        '<a href="../../talks/seeds/#flora-2006">How to draw a seed</a></p></div>\n</body>\n</html>\n'
    )


ANCHORS = """\
employers/kew#herb employers/kew#herbarium
talks/seeds#flora talks/seeds#flora-2006
talks/seeds#plates projects/atlas
talks/atlas projects/atlas
projects/atlas projects/seed-bank
skills/plants skills/taxonomy
employers/kew#herbarium-old talks/seeds#herbaria-2005
skills/index#category-botany talks/seeds
"""


@pytest.mark.measured
def test_old_anchors(site: Site) -> None:
    site.write("redirects.txt", ANCHORS)
    site.build()
    kew = LexborHTMLParser(site.read("employers/kew/index.html"))
    assert first(kew, "#herb").attributes["id"] == "herb"
    assert first(kew, "section#herbarium h2").tag == "h2"
    moved = first(kew, "p.portfolio-moved#herbarium-old")
    assert moved.text() == "This part has moved: How to draw a seed"
    assert first(moved, "a").attributes["href"] == "../../talks/seeds/#herbaria-2005"
    seeds = LexborHTMLParser(site.read("talks/seeds/index.html"))
    assert first(seeds, "aside #flora").tag == "span"
    assert first(seeds, "p#plates a").attributes["href"] == "../../projects/atlas/"
    atlas = LexborHTMLParser(site.read("projects/atlas/index.html"))
    assert first(atlas, "h1 + p.portfolio-moved:not([id])").text() == "Another page had this address before: Seed bank"
    timeline = LexborHTMLParser(site.read("timeline/index.html"))
    assert first(timeline, "p#skill-plants a").attributes["href"] == "#skill-taxonomy"
    assert first(timeline, "p#skill-plants a").text() == "Taxonomy"
    index = LexborHTMLParser(site.read("skills/index.html"))
    for anchor in ("plants", "proof-plants"):
        assert first(index, f"details > #taxonomy #{anchor}").tag == "span"
    site.build("text")
    assert "moved" not in site.read("employers/kew.txt", "text")


@pytest.mark.parametrize("parallel", by_day(1, 0, 2))
def test_incremental_builds_know_what_leads_on(site: Site, parallel: int) -> None:
    site.build(parallel=parallel)
    site.write("redirects.txt", ANCHORS)
    assert set(site.build(parallel=parallel)) >= {"employers/kew", "projects/atlas", "talks/seeds", "timeline"}
    assert site.build(parallel=parallel) == []
    site.write("redirects.txt", "talks/atlas talks/seeds\n")
    site.replace("talks/seeds.md", "How to draw", "How I draw")
    site.build(parallel=parallel)
    site.build(into="clean")
    assert site.output("build") == site.output("clean")
    assert "How I draw" in site.read("talks/atlas/index.html")
    (site.source / "redirects.txt").unlink()
    site.build(parallel=parallel)
    assert not (site.home / "build/dirhtml/talks/atlas").exists()


def test_a_page_in_place_of_one_that_led_on_and_back(site: Site) -> None:
    site.write("redirects.txt", "talks/atlas talks/seeds\n")
    site.build()
    before = site.output("build")
    text = (site.source / "talks/seeds.md").read_text("utf-8")
    (site.source / "redirects.txt").unlink()
    site.write("talks/atlas.md", text.replace("title: How", "orphan: true\ntitle: How"))
    assert "talks/atlas" in site.build()
    assert "refresh" not in site.read("talks/atlas/index.html")
    (site.source / "talks/atlas.md").unlink()
    site.write("redirects.txt", "talks/atlas talks/seeds\n")
    site.build()
    assert leads_to(site, "talks/atlas/index.html") == "/talks/seeds/"
    assert site.output("build") == before


@pytest.mark.measured
def test_the_builder_adds_and_never_removes(site: Site) -> None:
    site.build("permalinks")
    path = site.source / "permalinks.txt"
    first = path.read_text("utf-8")
    assert {
        "employers/kew#herbarium",
        "go/atlas projects/atlas",
        "index",
        "talks/seeds#flora-2006 2006-05-17",
        "timeline",
    } <= {*first.splitlines()}
    assert "talks/seeds#how-to-draw-a-seed" not in first
    site.replace("employers/kew.md", "## Herbarium", "## The herbarium")
    site.build("permalinks", expect="employers/kew#herbarium has disappeared")
    assert path.read_text("utf-8") == first.replace(
        "employers/kew#herbarium\n", "employers/kew#herbarium\nemployers/kew#the-herbarium\n"
    )
    stamp = path.stat().st_mtime_ns
    site.build("permalinks", expect=None)
    assert path.stat().st_mtime_ns == stamp
    assert [each.name for each in (site.home / "build/permalinks").rglob("*") if each.is_file()] == []


@pytest.mark.measured
def test_the_builder_leaves_nonsense_alone(site: Site) -> None:
    site.write("permalinks.txt", "index\n<<<<<<< HEAD\n")
    with pytest.raises(SphinxError, match=r"permalinks\.txt is left as it is"):
        site.build("permalinks", expect=None)
    assert (site.source / "permalinks.txt").read_text("utf-8") == "index\n<<<<<<< HEAD\n"


def test_a_promise_that_is_broken_is_a_warning(site: Site) -> None:
    site.write("permalinks.txt", "index\nemployers/kew\nprojects/gone\ntalks/seeds\ntalks/seeds#flora-2006\n")
    site.replace("talks/seeds.md", "- event: Flora 2006", "- id: flora\n      event: Flora 2006")
    for _ in range(2):  # in later builds too
        site.build(expect="WARNING")
        assert sorted(line.partition("permalinks.txt:")[2] for line in site.warnings.splitlines()) == [
            "2:1: WARNING: this line belongs above line 1; keep the file sorted [portfolio.permalinks]",
            '3:1: WARNING: projects/gone has disappeared; move pages by "portfolio rename", or add "projects/gone …" with its new address to redirects.txt [portfolio.permalinks]',
            '5:1: WARNING: talks/seeds#flora-2006 has disappeared; give the heading or delivery its anchor back, or add "talks/seeds#flora-2006 talks/seeds#flora" to redirects.txt [portfolio.permalinks]',
        ]


def test_a_page_with_problems_breaks_no_promise(site: Site) -> None:
    site.write("permalinks.txt", "employers/kew\nemployers/kew#herbarium\ntalks/seeds\ntalks/seeds#flora-2006\n")
    (site.source / "employers/kew.md").write_bytes(b"\xff")
    site.replace("talks/seeds.md", "date: 2006-05-17", "date: 2006-05-32")
    site.build(expect="2006-05-32")
    assert "permalinks" not in site.warnings


@pytest.mark.measured
def test_old_names_are_in_the_inventory_where_they_lead_somewhere(site: Site) -> None:
    site.write("redirects.txt", "projects/plates projects/atlas\nold/seeds talks/seeds\ntalks/leaves talks/gone\n")
    site.build(expect="redirects.txt:3:1: WARNING: there is no talks/gone")
    inventory = InventoryFile.loads((site.home / "build/dirhtml/objects.inv").read_bytes(), uri="").data
    assert inventory["portfolio:project"]["plates"].uri == "projects/atlas/"
    assert (
        inventory["std:label"]["project/plates"].uri == inventory["std:doc"]["projects/plates"].uri == "projects/atlas/"
    )
    assert inventory["std:doc"]["old/seeds"].uri == "talks/seeds/"
    assert not {name for names in inventory.values() for name in names if "leaves" in name}


def test_nothing_is_written_outside_or_among_sphinx_s_own_files(site: Site) -> None:
    addresses = ["../evil", "a/../../evil", "_static", ".hidden", "a/.b"]
    site.write("redirects.txt", "".join(f"{address} talks/seeds\n" for address in addresses))
    site.build(expect="WARNING")
    for line, address in enumerate(addresses, 1):
        assert f'redirects.txt:{line}:1: WARNING: "{address}" is not an address' in site.warnings
    assert not list(site.home.rglob("evil*"))
    assert not {".hidden", "a"} & {path.name for path in (site.home / "build/dirhtml").iterdir()}
    assert not (site.home / "build/dirhtml/_static/index.html").exists()


@pytest.mark.measured
def test_what_else_is_on_the_site_stays(site: Site) -> None:
    site.build()
    before = site.output("build")
    addresses = ["search", "genindex", "talks.ics", "projects/atlas.md", "talks.ics/old"]
    site.write("redirects.txt", "".join(f"{address} talks/seeds\n" for address in addresses))
    for _ in range(2):
        site.build(expect="WARNING")
        for line, address in enumerate(addresses, 1):
            said = f"redirects.txt:{line}: WARNING: {address} is the address of something else on the site; remove this line"
            assert said in site.warnings
    # But for the inventory, in which pages keep the names that they had.
    inventory = {"objects.inv": before["objects.inv"]}
    assert site.output("build") | inventory == before
    site.write("redirects.txt", "# Old addresses\n")
    site.build()
    assert site.output("build") == before


def test_a_redirect_page_that_a_killed_build_left_empty_is_written_again(site: Site) -> None:
    site.build()
    before = site.output("build")
    for name in ("go/seeds/index.html", "go/atlas/index.html"):
        (site.home / "build/dirhtml" / name).write_bytes(b"")
    assert site.build() == []
    assert site.output("build") == before


FLORA = "    - {event: Flora 2006, place: Bergen, date: %s}\n"


def anchors(site: Site) -> list[str]:
    """The anchors of the deliveries in the order of the page, as the build has them; the checker has the same."""
    panel = first(LexborHTMLParser(site.read("talks/seeds/index.html")), "aside")
    found = [str(each.attributes["id"]) for each in panel.css("li span[id]")]
    pages, _, unread = check.read(site.source)
    assert not unread
    talk = pages.sources["talks/seeds"].entry
    assert isinstance(talk, Talk)
    assert [each.anchor for each in talk.deliveries] == found
    assert pages.permalinks.places["talks/seeds"].anchors >= {*found}
    return found


@pytest.mark.measured
@pytest.mark.parametrize("parallel", by_day(1, 0, 2))
def test_a_delivery_keeps_its_anchor_once_that_is_published(site: Site, parallel: int) -> None:
    site.write("redirects.txt", "talks/old talks/seeds\n")
    site.write("permalinks.txt", "talks/seeds#flora-2006 2006-05-17\n")
    site.build(parallel=parallel)
    assert anchors(site) == ["flora-2006", "herbaria-2005"]

    # An earlier one above, and a later one below.
    site.replace("talks/seeds.md", "deliveries:\n", "deliveries:\n" + FLORA % "2006-05-16")
    site.replace("talks/seeds.md", "date: 2005}\n", "date: 2005}\n" + FLORA % "2006-06")
    site.build(parallel=parallel)
    assert anchors(site) == ["flora-2006-05", "flora-2006", "herbaria-2005", "flora-2006-06"]

    # Before it is written down which one is published, the first has the name; a build notices what the file says.
    site.write("permalinks.txt", "")
    site.build(parallel=parallel)
    assert anchors(site) == ["flora-2006", "flora-2006-05", "herbaria-2005", "flora-2006-06"]
    site.write("permalinks.txt", "talks/old#flora-2006 2006-06-01\n")
    site.build(parallel=parallel)
    assert anchors(site) == ["flora-2006-05", "flora-2006-05-17", "herbaria-2005", "flora-2006"]
    site.build(into="again")
    assert site.output("build") == site.output("again")

    # A heading has its own anchor wherever it stands; that of a delivery it must not take.
    site.write("permalinks.txt", "talks/seeds#flora-2006\n")
    site.replace("talks/seeds.md", "Look first.", "Look first.\n\n## Flora 2006\n\nThere.")
    site.build(parallel=parallel)
    assert anchors(site) == ["flora-2006-05", "flora-2006-05-17", "herbaria-2005", "flora-2006-06"]
    site.write("permalinks.txt", "talks/seeds#flora-2006 2006-05-17\n")
    said = "talks/seeds#flora-2006 is the address of a delivery, and a heading has that anchor now; reword the heading"
    site.build(parallel=parallel, expect=f"permalinks.txt:1:1: WARNING: {said}")
    found = check.read(site.source)[0].problems(TODAY)
    assert [each.message for _, each in found if each.severity == "error"] == [said]


def test_a_talk_that_is_renamed_takes_the_anchors_of_its_deliveries_along(site: Site) -> None:
    site.build("permalinks")
    site.replace("talks/seeds.md", "deliveries:\n", "deliveries:\n" + FLORA % "2006-05-16")
    rename.carry_out(rename.plan(site.source, "talks/seeds", "talks/leaves", today=TODAY))
    lines = (site.source / "permalinks.txt").read_text("utf-8").splitlines()
    assert [each for each in lines if "#flora" in each] == [
        "talks/leaves#flora-2006 2006-05-17",
        "talks/leaves#flora-2006-05 2006-05-16",
        "talks/seeds#flora-2006 2006-05-17",
        "talks/seeds#flora-2006-05 2006-05-16",
    ]
    site.build("permalinks")
    assert (site.source / "permalinks.txt").read_text("utf-8").splitlines() == lines


def test_the_date_of_a_delivery_follows_what_its_page_says(site: Site) -> None:
    site.build("permalinks")
    before = (site.source / "permalinks.txt").read_text("utf-8")
    site.replace("talks/seeds.md", "2006-05-17", "2006-05-18")
    site.build("permalinks")
    after = (site.source / "permalinks.txt").read_text("utf-8")
    assert after == before.replace("2006-05-17", "2006-05-18") != before
