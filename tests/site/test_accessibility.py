"""WCAG 2.2, A and AA, and what axe-core counts as good practice, on every page."""

from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser

from accessibility import ON_A_PHONE, RULES, violations
from nightly import NIGHTLY
from real_site import visited

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def test_axe_finds_nothing(browser: Browser, address: str, site: Path) -> None:
    page = browser.new_page()
    found = []
    for number, path in enumerate(visited(site)):
        page.goto(f"{address}{path}")
        # By day each page is seen in one scheme.
        for scheme in SCHEMES if NIGHTLY else [SCHEMES[number % 2]]:
            page.emulate_media(color_scheme=scheme)
            found += [(path, scheme, *mark) for mark in violations(page, RULES)]
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
    page.set_viewport_size({"width": 360, "height": 740})
    for path in visited(site):
        page.goto(f"{address}{path}")
        found += [(path, *mark) for mark in violations(page, ON_A_PHONE)]
    page.close()
    assert found == []
