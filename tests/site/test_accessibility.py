"""WCAG 2.2, A and AA, and what axe-core counts as good practice, on every page."""

from pathlib import Path

from playwright.sync_api import Browser

from accessibility import COLORS, LANDMARKS, RULES, TARGETS, violations
from real_site import visited


def test_axe_finds_nothing(browser: Browser, address: str, site: Path) -> None:
    page = browser.new_page()
    found = []
    for path in visited(site):
        page.goto(f"{address}{path}")
        for scheme, rules in (("light", RULES), ("dark", COLORS)):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found += [(path, scheme, *mark) for mark in violations(page, rules)]
    page.close()
    assert found == []


def test_axe_finds_nothing_behind_the_lines_of_the_skills_index(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/skills/")
    page.locator(".portfolio-lines details").evaluate_all("all => all.forEach(one => one.open = true)")
    found = violations(page, RULES)
    page.close()
    assert found == []


def test_targets_are_large_enough_and_in_landmarks_on_a_phone(browser: Browser, address: str, site: Path) -> None:
    page = browser.new_page()
    found = []
    for path in visited(site):
        page.goto(f"{address}{path}")
        page.set_viewport_size({"width": 360, "height": 740})
        found += [(path, *mark) for mark in violations(page, TARGETS)]
        page.set_viewport_size({"width": 390, "height": 844})
        found += [(path, *mark) for mark in violations(page, LANDMARKS)]
    page.close()
    assert found == []
