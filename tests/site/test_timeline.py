"""The timeline's drawing and its filters, in Chromium."""

import gzip
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from selectolax.lexbor import LexborHTMLParser

from layout import overflow

WIDTHS = (320, 360, 500, 768, 1000, 1400)


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """The timeline, with and without a script."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, java_script_enabled=request.param)
    page = context.new_page()
    page.goto(f"{address}/timeline/")
    yield page
    context.close()


def rows(page: Page) -> Locator:
    return page.locator(".portfolio-timeline .portfolio-title:visible")


def drawn(page: Page) -> Locator:
    """The rows that the drawing shows too: publications are in the list alone."""
    return page.locator(".portfolio-timeline li:not(.portfolio-publication) > .portfolio-title:visible")


def places(page: Page) -> Locator:
    return page.locator(".portfolio-chart a:visible")


def box(page: Page, name: str) -> dict[str, float]:
    found = page.locator(".portfolio-chart").get_by_role("link", name=name, exact=True).bounding_box()
    assert found is not None
    return {"left": found["x"], "right": found["x"] + found["width"], "top": found["y"], "bottom": found["y"] + found["height"]}  # fmt: skip


def test_every_row_is_drawn_and_the_drawing_leads_where_the_row_does(page: Page) -> None:
    def hrefs(selector: str) -> list[str]:
        return sorted(str(link.get_attribute("href")) for link in page.locator(selector).all())

    # Publications are in the list alone.
    drawn = ".portfolio-timeline li:not(.portfolio-publication) > .portfolio-title a"
    assert hrefs(".portfolio-chart a") == hrefs(drawn)
    drawing = page.get_by_role("figure", name="The timeline, drawn")
    drawing.get_by_role("link", name="Roshi, Project, January 2014 – September 2015").click()
    page.wait_for_url("**/projects/roshi/")
    page.go_back()
    drawing.get_by_role("link", name="Infinite Parallel Universes: State at the Edge, March 2020").click()
    page.wait_for_url("**/talks/state-at-the-edge/#qcon-london-2020")


def test_every_place_leads_to_an_entry(site: Path) -> None:
    tree = LexborHTMLParser((site / "timeline/index.html").read_text("utf-8"))
    for link in tree.css(".portfolio-chart a"):
        target = urlsplit(urljoin("/timeline/", link.attributes["href"] or ""))
        there = LexborHTMLParser((site / f"{target.path}index.html".lstrip("/")).read_text("utf-8"))
        (title,) = there.css("h1")
        assert (link.attributes["aria-label"] or "").startswith(re.sub(r"\W+$", "", title.text()))
        assert not target.fragment or there.css(f"[id='{target.fragment}']")


def test_what_overlaps_lies_in_different_rows_and_what_follows_in_one(page: Page) -> None:
    adtran = box(page, "ADTRAN, Employer, 2002 – 2006")
    clemson = box(page, "Clemson University, Education, 2001 – 2006")
    assert min(adtran["right"], clemson["right"]) - max(adtran["left"], clemson["left"]) > 50
    assert adtran["bottom"] <= clemson["top"]
    run = ["Bloomberg, Employer, 2006 – 2009", "Sabbatical in Johannesburg, Sabbatical, 2009 – 2010", "IPTEGO, Employer, 2010 – 2012", "SoundCloud, Employer, 2012 – 2015"]  # fmt: skip
    boxes = [adtran, *(box(page, name) for name in run)]
    assert {each["top"] for each in boxes} == {adtran["top"]}
    for before, after in pairwise(boxes):
        assert abs(after["left"] - before["right"]) < 1


@pytest.mark.parametrize("width", WIDTHS)
def test_the_drawing_fits_and_its_links_can_be_hit(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{address}/timeline/")
    assert overflow(page) <= 0
    frame = page.locator(".portfolio-chart").bounding_box()
    assert frame is not None
    boxes = [place.bounding_box() for place in places(page).all()]
    assert len(boxes) == drawn(page).count() > 20
    # Text and bars are within the frame, and no two lie upon one another.
    script = """() => [...document.querySelectorAll('.portfolio-chart li a')].map(a => {
        const parts = [a, ...a.querySelectorAll('span')].map(e => e.getBoundingClientRect()).filter(r => r.width);
        return parts.map(r => [r.left, r.top, r.right, r.bottom]);
    })"""
    parts: list[list[list[float]]] = page.evaluate(script)
    for n, one in enumerate(parts):
        for left, top, right, bottom in one:
            assert frame["x"] - 1 <= left
            assert right <= frame["x"] + frame["width"] + 1
            for other in parts[n + 1 :]:
                for left2, top2, right2, bottom2 in other:
                    across = min(right, right2) - max(left, left2)
                    down = min(bottom, bottom2) - max(top, top2)
                    assert across < 1 or down < 1, (one, other)
    page.close()


def test_a_narrow_drawing_has_a_row_for_each_span(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{address}/timeline/")
    spans = [span.bounding_box() for span in page.locator(".portfolio-spans a").all()]
    tops = [span["y"] for span in spans if span]
    assert tops == sorted(set(tops))
    assert all(text.is_visible() for text in page.locator(".portfolio-spans a > span").all())
    page.close()


def test_filters_by_keyboard(page: Page) -> None:
    page.get_by_role("link", name="Everything").focus()
    whole = rows(page).count()
    while page.evaluate("document.activeElement.innerText") != "Talks":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    said = page.get_by_text(re.compile(rf"Talks only \(\d+ of {whole}\)"))
    expect(said).to_be_visible()
    expect(said).to_be_focused()
    expect(said).to_be_in_viewport()
    assert page.url.endswith("/timeline/#kind-talk")
    shown = rows(page).count()
    assert 0 < shown < whole
    assert page.locator(".portfolio-timeline .portfolio-kind:visible").all_inner_texts() == ["Talk"] * shown
    assert places(page).count() == shown
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("/timeline/#everything")
    assert (rows(page).count(), places(page).count()) == (whole, drawn(page).count())
    expect(said).to_be_hidden()


def test_filters_by_skill_open_by_keyboard(page: Page) -> None:
    page.locator(".portfolio-filters summary").focus()
    link = page.locator(".portfolio-filters").get_by_role("link", name="CRDTs")
    expect(link).to_be_hidden()
    page.keyboard.press("Enter")
    link.press("Enter")
    said = page.get_by_text("CRDTs only (")
    expect(said).to_be_focused()
    shown = rows(page).count()
    assert f"({shown} of " in said.inner_text()
    page.go_back()
    assert rows(page).count() > shown


@pytest.mark.parametrize("width", [360, 1400])
def test_an_address_opens_filtered(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740}, java_script_enabled=False)
    page.goto(f"{address}/timeline/#skill-kubernetes")
    said = page.locator(".portfolio-only p:visible")
    shown = rows(page).count()
    (line,) = said.all_inner_texts()
    assert re.fullmatch(rf"Kubernetes only \({shown} of \d+\) · Show everything", line)
    expect(said).to_be_in_viewport()
    assert places(page).count() == drawn(page).count() > 0
    page.close()


def test_every_filter_shows_as_many_as_it_says(page: Page) -> None:
    every = (rows(page).count(), places(page).count())
    script = """() => [...document.querySelectorAll('.portfolio-filters a')].map(a => {
        location.hash = a.hash;
        const seen = part => [...document.querySelectorAll(part)].filter(e => e.checkVisibility({visibilityProperty: true}));
        const parts = ['.portfolio-timeline .portfolio-title', '.portfolio-chart a',
            '.portfolio-timeline li:not(.portfolio-publication) > .portfolio-title'];
        const counts = parts.map(part => seen(part).length);
        return [a.hash, seen('.portfolio-only p').map(p => p.innerText), counts];
    })"""
    choices: list[tuple[str, list[str], list[int]]] = page.evaluate(script)
    (everything, nothing, counts), *others = choices
    assert (everything, nothing, tuple(counts[:2])) == ("#everything", [], every)
    assert len(others) > 20
    for choice, said, shown in others:
        (line,) = said
        found = re.search(r"\((\d+) of (\d+)\)", line)
        assert found, line
        assert int(found[1]) > 0
        assert (shown[0], int(found[2])) == (int(found[1]), every[0]), choice
        assert shown[1] == shown[2], choice


def test_the_drawing_names_what_is_pointed_at(page: Page) -> None:
    script = "a => getComputedStyle(a, '::after').content"
    place = page.locator(".portfolio-marks li li a").first
    name = place.get_attribute("aria-label")
    assert place.evaluate(script) == "none"
    place.hover()
    assert place.evaluate(script) == f'"{name}"'


def test_the_page_is_small(site: Path) -> None:
    assert len(gzip.compress((site / "timeline/index.html").read_bytes(), 9)) <= 14 * 1024
