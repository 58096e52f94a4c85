"""What readers ask of their browser: less motion, more contrast, colors, spacing, a direction."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from layout import LIGHT, cut, overflow
from nightly import by_day

PAGES = ["/", "/timeline/", "/skills/", "/projects/go-kit/", "/talks/state-at-the-edge/"]
# https://www.w3.org/TR/WCAG22/#text-spacing
SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }"


def test_the_style_sheet_knows_no_left_and_right(site: Path) -> None:
    """What starts a line does so from the right in other languages."""
    style = (site / "_static/portfolio.css").read_text("utf-8")
    assert not re.search(r"/\*|\{#", style)
    properties = re.findall(r"(?<=[{;\s])([a-z-]+):\s*([^;{}]+)[;}]", style)
    assert len(properties) > 200
    sides = "left|right|top|bottom"
    physical = rf"(.*-)?({sides})(-.*)?|(min-|max-)?(width|height)"
    found = [(name, value) for name, value in properties if re.fullmatch(physical, name) and not name.startswith("--")]
    found += [
        (name, value)
        for name, value in properties
        if name in {"text-align", "float", "clear"} and re.search(sides, value)
    ]
    assert found == []


@pytest.mark.parametrize("width", by_day(1, 390, 1280))
def test_pages_can_be_mirrored_and_spaced_out(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844})
    for path in PAGES:
        page.goto(address + path)
        page.evaluate("document.documentElement.dir = 'rtl'")
        assert overflow(page) <= 0, path
        page.evaluate("document.documentElement.dir = 'ltr'")
        page.add_style_tag(content=SPACING)
        assert overflow(page) <= 0, path
        assert cut(page, allowed=".table-wrapper, .highlight") == [], path
    page.close()


def test_nothing_moves_where_that_is_asked_for(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(address)
    script = """() => [...document.querySelectorAll('*')].map(e => [e, getComputedStyle(e)]).filter(([e, s]) =>
        s.transitionDuration.split(', ').some(d => parseFloat(d)) || s.animationName !== 'none' || s.scrollBehavior === 'smooth'
    ).map(([e]) => e.tagName + '.' + e.className)"""
    assert len(page.evaluate(script)) > 3
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(script) == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_stronger_where_that_is_asked_for(browser: Browser, address: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{address}/projects/")
    script = """() => {
        const style = selector => getComputedStyle(document.querySelector(selector));
        const link = style('article .portfolio-title a');
        return [style('.portfolio-when').color === style('article p:not([class])').color,
            link.textDecorationColor === link.color && link.textDecorationLine === 'underline',
            style('.portfolio-list > li').borderBlockStartColor];
    }"""
    calm = page.evaluate(script)
    page.emulate_media(contrast="more")
    strong = page.evaluate(script)
    assert (calm[:2], strong[:2]) == ([False, False], [True, True])
    assert calm[2] != strong[2]
    page.close()


def test_marks_are_seen_in_the_reader_s_own_colors(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, forced_colors="active")
    page.goto(f"{address}/timeline/")
    script = """() => {
        const canvas = getComputedStyle(document.body).backgroundColor;
        const marks = ['.portfolio-filters .portfolio-talk a', '.portfolio-block .portfolio-employer a', '.portfolio-marks .portfolio-recorded a'];
        const colors = marks.map(m => getComputedStyle(document.querySelector(m), '::before').backgroundColor);
        return colors.filter(c => c === canvas || c === 'rgba(0, 0, 0, 0)').length;
    }"""
    assert page.evaluate(script) == 0
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_underlines_can_be_seen(browser: Browser, address: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    page.add_init_script(LIGHT)
    page.goto(f"{address}/employers/soundcloud/")
    script = """() => {
        const page = light(getComputedStyle(document.body).backgroundColor);
        const lines = [...document.querySelectorAll('article a, footer a')].map(a => light(getComputedStyle(a).textDecorationColor));
        return Math.min(...lines.map(line => Math.max(line, page) / Math.min(line, page)));
    }"""
    assert page.evaluate(script) >= 3
    page.close()
