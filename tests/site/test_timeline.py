"""The timeline's drawing and its filters, in Chromium."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from selectolax.lexbor import LexborHTMLParser

from layout import LIGHT, cut, overflow
from nightly import by_day

WIDTHS = by_day(4, 320, 390, 768, 1440, 360, 500, 1000, 1920)


@pytest.fixture(params=by_day(1, False, True), ids=by_day(1, "no script", "script"))
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """The timeline with all that it lists, with and without a script."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, java_script_enabled=request.param)
    page = context.new_page()
    page.goto(f"{address}/timeline/")
    page.locator(".portfolio-folded > summary").click()
    yield page
    context.close()


def rows(page: Page) -> Locator:
    """The occupations and the lines below them that are chosen, or all."""
    return page.locator(f".portfolio-stage{chosen(page)}:visible, .portfolio-rows li:visible")


def drawn(page: Page) -> Locator:
    """The rows that the drawing shows too: publications are in the list alone."""
    return page.locator(
        f".portfolio-stage[class*=tint]{chosen(page)}:visible, .portfolio-rows li:not(.portfolio-publication):visible"
    )


def chosen(page: Page) -> str:
    """The class of the rows that the address chooses, as a selector; an occupation stays as the heading of its rows."""
    kind, _, name = urlsplit(page.url).fragment.partition("-")
    return {"kind": f".portfolio-{name}", "skill": f".of-{name}"}.get(kind, "[class*=tint]")


def places(page: Page) -> Locator:
    return page.locator(".portfolio-chart a:visible")


def test_every_row_is_drawn_and_the_drawing_leads_where_the_row_does(page: Page) -> None:
    def hrefs(selector: str) -> list[str]:
        found: list[str] = page.locator(selector).evaluate_all("all => all.map(link => link.getAttribute('href'))")
        return sorted(found)

    listed = ".portfolio-stage h2 > a, .portfolio-rows li:not(.portfolio-publication) a:not(.external)"
    assert hrefs(".portfolio-chart a") == hrefs(listed)
    page.locator(".portfolio-chart a", has_text="Roshi").click()
    page.wait_for_url("**/projects/roshi/")
    page.go_back()
    page.locator(".portfolio-marks a").first.click()
    page.wait_for_url("**/talks/state-at-the-edge/#qcon-london-2020")


def test_every_place_leads_to_an_entry(site: Path) -> None:
    tree = LexborHTMLParser((site / "timeline/index.html").read_text("utf-8"))
    for link in tree.css(".portfolio-chart a"):
        target = urlsplit(urljoin("/timeline/", link.attributes["href"] or ""))
        there = LexborHTMLParser((site / f"{target.path}index.html".lstrip("/")).read_text("utf-8"))
        (title,) = there.css("h1")
        name = link.text() or link.attributes["data-name"] or ""
        assert name.startswith(re.sub(r"\W+$", "", title.text()))
        assert not target.fragment or there.css(f"[id='{target.fragment}']")


def test_the_drawing_is_one_figure_without_stops(page: Page) -> None:
    """Who reads the page, or goes through it by keyboard, has the links in the list."""
    figure = page.get_by_role("figure", name="The timeline, drawn")
    assert figure.get_by_role("link").count() == 0
    assert "Everything drawn is in the list below." in figure.inner_text()
    assert set(page.locator(".portfolio-chart a").evaluate_all("all => all.map(a => a.tabIndex)")) == {-1}


def test_employments_that_follow_each_other_touch(page: Page) -> None:
    script = """() => Object.fromEntries([...document.querySelectorAll('.portfolio-chart .portfolio-employer > a')].map(a => {
        const {left, right} = a.getBoundingClientRect(), width = parseFloat(getComputedStyle(a, '::before').width);
        return [a.innerText, a.parentElement.classList.contains('portfolio-back') ? [right - width, right] : [left, left + width]];
    }))"""
    bars: dict[str, list[float]] = page.evaluate(script)
    assert abs(bars["Fastly"][1] - bars["Stealth crypto startup"][0]) < 1
    assert bars["SoundCloud"][1] > bars["Weaveworks"][0] + 20


@pytest.mark.parametrize("font", by_day(1, "monospace", "", "serif"))
def test_nothing_of_the_drawing_is_cut_or_lies_upon_another(browser: Browser, address: str, font: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/timeline/")
    if font:
        page.add_style_tag(content=f"body {{ font-family: {font} !important }}")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert overflow(page) <= 0, width
        assert cut(page) == [], width
        nothing_of_the_drawing_is_beyond_it_or_upon_another(page)
    page.close()


def nothing_of_the_drawing_is_beyond_it_or_upon_another(page: Page) -> None:
    frame = page.locator(".portfolio-chart").bounding_box()
    assert frame is not None
    assert len(places(page).all()) == drawn(page).count() > 20
    # Text and bars are within the frame, and no two lie upon one another.
    script = """() => [...document.querySelectorAll('.portfolio-chart a, .portfolio-marks > div > span, .portfolio-block > li:not([style])')].map(a => {
        const r = a.getBoundingClientRect();
        return [r.left, r.top, r.right, r.bottom];
    })"""
    boxes: list[list[float]] = page.evaluate(script)
    for n, (left, top, right, bottom) in enumerate(boxes):
        assert frame["x"] - 1 <= left
        assert right <= frame["x"] + frame["width"] + 1
        for left2, top2, right2, bottom2 in boxes[n + 1 :]:
            across = min(right, right2) - max(left, left2)
            down = min(bottom, bottom2) - max(top, top2)
            assert across < 1 or down < 1, (page.viewport_size, left, top, left2, top2)


@pytest.mark.parametrize(("width", "most"), [(1440, 3000), (390, 5200)])
def test_the_page_is_short(browser: Browser, address: str, width: int, most: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{address}/timeline/")
    assert page.evaluate("document.documentElement.scrollHeight") <= most
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_employment_has_a_tint_that_can_be_seen(browser: Browser, address: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    page.add_init_script(LIGHT)
    page.goto(f"{address}/timeline/")
    script = """() => {
        const page = light(getComputedStyle(document.body).backgroundColor);
        return [...document.querySelectorAll('.portfolio-stage')].map(e => {
            const color = getComputedStyle(e).borderInlineStartColor, ink = light(color);
            return [color, Math.max(ink, page) / Math.min(ink, page)];
        }).filter(([color]) => color !== 'rgba(0, 0, 0, 0)');
    }"""
    tints: list[tuple[str, float]] = page.evaluate(script)
    assert len(tints) == 9
    colors = [color for color, _ in tints]
    assert len({*colors}) == 8
    assert all(one != other for one, other in pairwise(colors))
    assert min(contrast for _, contrast in tints) >= 3
    page.close()


@pytest.mark.parametrize("year", by_day(1, 2012, 2022, 2001))
def test_years_lead_to_what_began_in_them(page: Page, year: int) -> None:
    page.get_by_role("navigation", name="Years").get_by_role("link", name=str(year)).click()
    assert page.url.endswith(f"#year-{year}")
    expect(page.locator(":target")).to_be_in_viewport()


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
    assert page.locator(".portfolio-rows li:visible:not(.portfolio-talk)").count() == 0
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


@pytest.mark.parametrize("width", by_day(1, 360, 1400))
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
        const [kind, name] = a.hash.match(/#(kind|skill)-(.*)/)?.slice(1) ?? [];
        const of = {kind: `.portfolio-${name}`, skill: `.of-${name}`}[kind] ?? '[class*=tint]';
        const seen = part => [...document.querySelectorAll(part)].filter(e => e.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true}));
        const stages = `.portfolio-stage[class*=tint]${of}`;
        const parts = [`${stages}, .portfolio-rows li`, '.portfolio-chart a', `${stages}, .portfolio-rows li:not(.portfolio-publication)`];
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
    place = page.locator(".portfolio-marks a").first
    name = place.get_attribute("data-name")
    assert place.evaluate(script) == "none"
    place.hover()
    assert place.evaluate(script) == f'"{name}"'
    page.mouse.move(0, 0)
    place.focus()
    assert place.evaluate(script) == f'"{name}"'
