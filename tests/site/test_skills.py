"""The skills index and the pages of skills, in Chromium: where, how long, how recently, show me."""

import gzip
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from selectolax.lexbor import LexborHTMLParser

from layout import overflow


def boxes(found: Locator) -> list[dict[str, float]]:
    """Where elements are, all at the same moment."""
    boxes: list[dict[str, float]] = found.evaluate_all("all => all.map(one => one.getBoundingClientRect().toJSON())")
    return boxes


@pytest.fixture
def page(browser: Browser, address: str) -> Page:
    """The index at the row of Kubernetes, without a script."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/skills/#proof-kubernetes")
    return page


def test_one_screen_answers_for_kubernetes(page: Page) -> None:
    row = page.locator("#proof-kubernetes")
    expect(row).to_be_in_viewport(ratio=1)
    expect(row).to_contain_text("2015 – 2017 · about 2 years · 1 employer, 3 projects")
    evidence = row.locator("dl a").all_inner_texts()
    assert evidence == ["Weaveworks", "Weave Scope", "Weave Flux", "Weave Cloud"]
    cells = page.get_by_role("list", name="Kubernetes by year").get_by_role("link")
    assert [cell.get_attribute("aria-label") for cell in cells.all()] == [
        "2015: 3 proofs, among them Weave Scope",
        "2016: 4 proofs, among them Weave Scope",
        "2017: 2 proofs, among them Weaveworks",
    ]
    page.context.close()


def test_a_cell_lands_on_the_evidence(page: Page) -> None:
    for name, place in (
        ("2016: 4 proofs, among them Weave Scope", "/projects/weave-scope/#topologies-and-controls"),
        ("2017: 2 proofs, among them Weaveworks", "/employers/weaveworks/#weave-cloud"),
    ):
        page.locator("#proof-kubernetes").get_by_role("link", name=name).click()
        page.wait_for_url(f"**{place}")
        section = page.locator(f"section{page.url[page.url.index('#') :]}")
        expect(section.get_by_role("heading").first).to_be_in_viewport()
        expect(section.get_by_role("link", name="Kubernetes").first).to_be_visible()
        page.go_back()
    page.context.close()


def test_a_cell_says_what_it_stands_for_when_it_is_pointed_at_or_has_the_focus(page: Page) -> None:
    cell = page.locator("#proof-kubernetes .portfolio-years a").nth(1)
    said = "a => getComputedStyle(a, '::after').content"
    assert cell.evaluate(said) == "none"
    cell.hover()
    assert cell.evaluate(said) == '"2016: 4 proofs, among them Weave Scope"'
    page.mouse.move(0, 0)
    page.locator("#proof-kubernetes .portfolio-years a").first.focus()
    page.keyboard.press("Tab")
    assert cell.evaluate(said) == '"2016: 4 proofs, among them Weave Scope"'
    page.context.close()


def test_a_row_leads_to_the_timeline_of_the_skill(page: Page) -> None:
    page.locator("#proof-kubernetes").get_by_role("link", name="Timeline").click()
    page.wait_for_url("**/timeline/#skill-kubernetes")
    expect(page.get_by_text("Kubernetes only (4 of 49)")).to_be_in_viewport()
    page.context.close()


def test_every_cell_leads_where_a_line_of_its_row_does(site: Path) -> None:
    tree = LexborHTMLParser((site / "skills/index.html").read_text("utf-8"))
    rows = tree.css(".portfolio-skills > li")
    assert len(rows) == 39
    for row in rows:
        cells, lines = (
            {link.attributes["href"] for link in row.css(f"{part} a")} for part in (".portfolio-years", "dl")
        )
        assert cells
        assert cells <= lines
        for href in lines:
            path, _, anchor = urljoin("skills/", href or "").partition("#")
            there = LexborHTMLParser((site / path / "index.html").read_text("utf-8"))
            assert not anchor or there.css(f"#{anchor}"), href


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1600])
def test_all_skills_share_one_scale_that_fits(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{address}/skills/")
    assert overflow(page) <= 0
    strips = boxes(page.locator(".portfolio-years"))
    cells, named = page.locator(".portfolio-years a"), page.locator(".portfolio-scale span")
    assert len({(strip["left"], strip["right"]) for strip in strips}) == 1
    year = strips[0]["width"] / 26
    names: list[str] = cells.evaluate_all("all => all.map(one => one.ariaLabel)")
    for box, name in zip(boxes(cells), names, strict=True):
        first, last = int(name[:4]), int(name[7:11]) if name[4] == " " else int(name[:4])
        assert abs(box["left"] - strips[0]["left"] - (first - 2001) * year) < 1, name
        assert abs(box["width"] - (last + 1 - first) * year) < 1, name
        assert box["height"] >= 24
    for box, text in zip(boxes(named), named.all_inner_texts(), strict=True):
        assert abs(box["left"] - strips[0]["left"] - (int(text) - 2001) * year) < 1
    page.close()


def test_height_tells_how_much_there_is(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/skills/")
    bar = "getComputedStyle(a.parentElement, '::before').borderBlockEndWidth"
    script = f"all => all.map(a => [a.ariaLabel, parseFloat({bar})])"
    heights: dict[int, float] = {}
    for name, height in page.locator(".portfolio-years a").evaluate_all(script):
        proofs = int(name.split(": ")[1].split()[0]) if " proofs, among them " in name else 1
        assert heights.setdefault(min(proofs, 5), height) == height
    assert sorted(heights) == [1, 2, 3, 4, 5]
    assert sorted(heights.values()) == [heights[number] for number in sorted(heights)]
    assert len(set(heights.values())) == 5
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_years_stay_in_sight_and_cover_no_target(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.goto(f"{address}/skills/#proof-gossip")
    row = page.locator("#proof-gossip")
    scale = page.locator(".portfolio-by-year:has(#proof-gossip) .portfolio-scale")
    expect(scale.get_by_text("2015")).to_be_in_viewport()
    expect(row).to_be_in_viewport(ratio=0.5)
    stays, below = boxes(scale.or_(row))
    assert stays["bottom"] <= below["top"] + 1
    page.close()


def test_a_skill_s_page_quotes_what_says_so(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/skills/kubernetes/")
    connections = page.get_by_role("region", name="Connections")
    expect(connections).to_contain_text("on AWS with Kubernetes.”")
    expect(connections).to_contain_text("Containers (3), Go (Golang) (3)")
    page.get_by_role("complementary", name="Skill").get_by_role("link", name="Only Kubernetes").click()
    page.wait_for_url("**/timeline/#skill-kubernetes")
    page.close()


def test_the_page_is_small(site: Path) -> None:
    assert len(gzip.compress((site / "skills/index.html").read_bytes(), 9)) <= 14 * 1024
