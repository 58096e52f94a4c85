"""The skills index and the pages of skills, in Chromium: where, how long, how recently, show me."""

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from layout import cut, overflow
from nightly import by_day


def boxes(found: Locator) -> list[dict[str, float]]:
    """Where elements are, all at the same moment."""
    boxes: list[dict[str, float]] = found.evaluate_all("all => all.map(one => one.getBoundingClientRect().toJSON())")
    return boxes


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The index at the line of Kubernetes, without a script."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, java_script_enabled=False, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{address}/skills/#kubernetes")
    yield page
    context.close()


def line(page: Page, skill: str) -> Locator:
    """What opens."""
    return page.locator(f"details:has(#{skill})")


def test_one_address_answers_for_kubernetes(page: Page) -> None:
    found = line(page, "kubernetes")
    expect(found).to_be_in_viewport(ratio=1)
    expect(found).to_have_attribute("open", "")
    expect(page.locator("details[open]")).to_have_count(1)
    expect(found.locator("summary")).to_contain_text("Kubernetes 2015 – 2016 about 2 years 1 employer 3 projects")
    evidence = {link.inner_text(): link.get_attribute("href") for link in found.locator("dl a").all()}
    assert {"Weaveworks", "Weave Cloud", "Weave Flux", "Weave Scope", "Source"} <= evidence.keys()
    expect(found).to_contain_text("Weave Scope (2015)")
    expect(found.locator(".portfolio-why").first).to_contain_text("Kubernetes")
    found.get_by_role("link", name="Weave Scope, topologies and controls").click()
    page.wait_for_url("**/projects/weave-scope/#topologies-and-controls")
    page.go_back()
    found.get_by_role("link", name="More on Kubernetes").click()
    page.wait_for_url("**/skills/kubernetes/")
    page.go_back()
    found.get_by_role("link", name="Kubernetes on the timeline").click()
    page.wait_for_url("**/timeline/#skill-kubernetes")
    expect(page.get_by_text("Kubernetes only")).to_be_in_viewport()


@pytest.mark.parametrize("width", by_day(1, 390, 1440))
@pytest.mark.parametrize("anchor", by_day(1, "proof-consul", "go", "consul"))
def test_addresses_of_today_and_of_before_open_their_line(
    browser: Browser, address: str, anchor: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844}, reduced_motion="reduce")
    page.goto(f"{address}/skills/#{anchor}")
    found = line(page, anchor)
    expect(found).to_have_attribute("open", "")
    summary, axis = found.locator("summary"), page.locator(".portfolio-axis")
    expect(summary).to_be_in_viewport(ratio=1)
    ((stays, starts),) = zip(boxes(axis), boxes(summary), strict=True)
    assert stays["bottom"] <= starts["top"] + 1
    page.close()


def test_one_click_and_one_key_answer(page: Page) -> None:
    found = line(page, "redis")
    expect(found.get_by_role("link", name="Roshi").first).to_be_hidden()
    found.locator("summary").click()
    expect(found.get_by_role("link", name="Roshi").first).to_be_visible()
    found.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(found.get_by_role("link", name="Roshi").first).to_be_hidden()


@pytest.mark.parametrize(("width", "height", "tall"), [(1440, 900, 1500), (390, 844, 3200)], ids=["wide", "phone"])
def test_the_index_is_short(browser: Browser, address: str, width: int, height: int, tall: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(f"{address}/skills/")
    assert page.locator(".portfolio-lines details:not([open])").count() == 39
    assert page.evaluate("document.documentElement.scrollHeight") <= tall
    stops: int = page.evaluate(
        """[...document.querySelectorAll('a[href], button, input, summary, select, textarea, [tabindex]')]
        .filter(e => e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true})).length"""
    )
    assert 39 < stops <= 120
    page.close()


def test_everything_behind_a_line_leads_somewhere(site: Path) -> None:
    tree = LexborHTMLParser((site / "skills/index.html").read_text("utf-8"))
    lines = tree.css(".portfolio-lines > li > details > div")
    assert len(lines) == 39
    ids = [each.attributes["id"] for each in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    for part in lines:
        assert part.css("dl a")
        links = [each.attributes["href"] or "" for each in part.css("a")]
        for href in (each for each in links if not each.startswith("http")):
            path, _, anchor = urljoin("skills/", href).partition("#")
            there = LexborHTMLParser((site / path / "index.html").read_text("utf-8"))
            assert not anchor or there.css(f"#{anchor}"), href


def test_all_skills_share_one_scale_that_fits(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/skills/")
    for width in (320, 390, 768, 1024, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        all_skills_share_one_scale_that_fits(page)
    page.close()


def all_skills_share_one_scale_that_fits(page: Page) -> None:
    assert overflow(page) <= 0
    strips, (axis,) = boxes(page.locator(".portfolio-years")), boxes(page.locator(".portfolio-axis > div"))
    assert {(strip["left"], strip["right"]) for strip in strips} == {(axis["left"], axis["right"])}
    whole: list[int] = page.locator(".portfolio-index").evaluate_all(
        "all => all.map(one => Number(getComputedStyle(one).getPropertyValue('--years')))"
    )
    year = axis["width"] / whole[0]
    cells = page.locator(".portfolio-years > span")
    places: list[tuple[int, int]] = cells.evaluate_all(
        "all => all.map(one => ['--from', '--to'].map(name => Number(one.style.getPropertyValue(name))))"
    )
    for box, (start, end) in zip(boxes(cells), places, strict=True):
        assert abs(box["left"] - axis["left"] - start * year) < 1
        assert abs(box["width"] - (end - start) * year) < 1
    named = page.locator(".portfolio-axis span:visible")
    edges = [(box["left"], box["right"]) for box in boxes(named)]
    assert all(right <= left for (_, right), (left, _) in pairwise(edges))
    for (left, _), text in zip(edges, named.all_inner_texts(), strict=True):
        assert abs(left - axis["left"] - (int(text) - 2001) * year) < 1


def test_lines_are_large_enough_and_what_is_cut_is_said_otherwise(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/skills/")
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        heights = [box["height"] for box in boxes(page.locator("summary"))]
        assert min(heights) >= 24
        assert width < 1280 or max(heights) < 30
        assert cut(page) == []
    page.close()


def test_height_shows_how_much_there_is(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/skills/")
    script = """all => all.map(one => [Number(one.style.getPropertyValue('--amount')), one.offsetHeight])"""
    pairs = {(amount, height) for amount, height in page.locator(".portfolio-years > span").evaluate_all(script)}
    assert [amount for amount, _ in sorted(pairs)] == [1, 2, 3, 4, 5]
    assert len({height for _, height in pairs}) == 5
    assert [height for _, height in sorted(pairs)] == sorted(height for _, height in pairs)
    page.close()


@pytest.mark.parametrize("colors", ["none", "active"])
def test_years_and_marks_are_seen_and_hatching_is_none_of_them(browser: Browser, address: str, colors: str) -> None:
    page = browser.new_page(forced_colors=colors)  # type: ignore[arg-type]
    page.goto(f"{address}/skills/")
    looks = "all => all.map(one => getComputedStyle(one)).map(s => [s.backgroundColor, s.backgroundImage])"
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    solid = page.locator(".portfolio-years > span:not(.portfolio-uncertain)").evaluate_all(looks)
    hatched = page.locator(".portfolio-uncertain").evaluate_all(looks)
    assert {image for _, image in solid} == {"none"}
    assert not {ground, "rgba(0, 0, 0, 0)"} & {color for color, _ in solid}
    assert all("repeating-linear-gradient" in image for _, image in hatched)
    assert page.locator(".portfolio-hatched").count() == bool(hatched)
    page.close()


def test_paper_has_what_is_behind_the_lines(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 672, "height": 987})
    page.goto(f"{address}/skills/")
    weaveworks = line(page, "kubernetes").get_by_text("Weaveworks")
    expect(weaveworks).to_be_hidden()
    page.emulate_media(media="print")
    expect(weaveworks).to_be_visible()
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    paper = " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())
    for words in ("Kubernetes", "2015 – 2016", "about 2 years", "Weaveworks (2015 – 2016)"):
        assert words in paper
    page.close()


def test_a_skill_s_page_quotes_what_says_so(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/skills/kubernetes/")
    connections = page.get_by_role("region", name="Connections")
    expect(
        connections.locator(".portfolio-why").filter(has_text=re.compile("^“.*Kubernetes.*”$")).first
    ).to_be_visible()
    expect(connections).to_contain_text("Containers (4), Go (Golang) (3)")
    page.get_by_role("complementary", name="Skill").get_by_role("link", name="Kubernetes on the timeline").click()
    page.wait_for_url("**/timeline/#skill-kubernetes")
    page.close()


def test_the_years_of_the_scale_stand_apart(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "/skills/")
    for width in (320, 390, 900, 1440):
        page.set_viewport_size({"width": width, "height": 844})
        shown = boxes(page.locator(".portfolio-axis span:visible"))
        assert len(shown) > 1, width
        assert all(after["left"] - before["right"] > 8 for before, after in pairwise(shown)), width
    page.close()


def test_the_years_of_a_variant_s_skills_are_on_one_line(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(address + "/for/distributed-systems/")
    lines = page.evaluate(
        """[...document.querySelectorAll(".portfolio-proofs td:nth-child(2) > p")].map(each => {
            const range = document.createRange();
            range.selectNodeContents(each);
            return range.getClientRects().length;
        })"""
    )
    page.close()
    assert lines
    assert {*lines} == {1}
