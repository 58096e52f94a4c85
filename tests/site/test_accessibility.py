"""WCAG 2.2, A and AA, and what axe-core counts as good practice, on every page."""

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, ViewportSize

from accessibility import ON_A_PHONE, RULES, WITHOUT_COLORS, violations
from nightly import NIGHTLY
from real_site import visited

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
DESK: ViewportSize = {"width": 1280, "height": 720}
PHONE: ViewportSize = {"width": 360, "height": 740}


# In parts, so that two processes can have some each.
@pytest.mark.parametrize("part", range(4))
def test_axe_finds_nothing(browser: Browser, address: str, site: Path, part: int) -> None:
    """With all that can be opened; and on a phone targets are large enough and all text is in landmarks."""
    page = browser.new_page()
    found: list[tuple[Any, ...]] = []
    for number, path in [*enumerate(visited(site))][part::4]:
        page.set_viewport_size(DESK)
        page.goto(f"{address}{path}")
        if not NIGHTLY:
            # One of the tables of the colophon is like the other, and so are lines of skills, and events of a stage.
            page.locator("table.portfolio-reference").evaluate_all("all => all.slice(1).forEach(e => e.remove())")
            page.locator(".portfolio-lines > li").evaluate_all("all => all.slice(10).forEach(e => e.remove())")
            page.locator(".portfolio-rows > li:nth-child(n + 4)").evaluate_all("all => all.forEach(e => e.remove())")
        page.locator("article details").evaluate_all("all => all.forEach(one => one.open = true)")
        # By day each page is seen in one scheme, the colors of every other, and the others on a phone.
        rules = RULES if NIGHTLY or number % 2 == 0 else WITHOUT_COLORS
        for scheme in SCHEMES if NIGHTLY else [SCHEMES[number // 2 % 2]]:
            page.emulate_media(color_scheme=scheme)
            found += [(path, scheme, *mark) for mark in violations(page, rules)]
        if NIGHTLY or number % 2:
            page.set_viewport_size(PHONE)
            found += [(path, "phone", *mark) for mark in violations(page, ON_A_PHONE)]
    page.close()
    assert found == []
