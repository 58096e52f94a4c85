"""WCAG 2.2, A and AA, and what axe-core counts as good practice, on every page."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser

from real_site import visited

# https://github.com/dequelabs/axe-core/blob/develop/doc/API.md#axe-core-tags
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# The scheme changes colours and nothing else.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
# Furo's switches of its drawers: what they open is told by their place before all else, so that no landmark holds them.
BEFORE_ALL = [("region", ["#__navigation"]), ("region", ["#__toc"])]


def test_axe_finds_nothing(browser: Browser, address: str, site: Path) -> None:
    page = browser.new_page()
    axe = Axe()
    found = []
    for path in visited(site):
        page.goto(f"{address}{path}")
        # Colours on their way from one scheme to the other are nobody's.
        page.add_style_tag(content="*, ::before, ::after { transition: none !important }")
        for scheme, rules in (("light", RULES), ("dark", COLOURS)):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            for violation in axe.run(page, options=rules).response["violations"]:
                marks = ((violation["id"], node["target"]) for node in violation["nodes"])
                found += [(path, scheme, *mark) for mark in marks if mark not in BEFORE_ALL]
    page.close()
    assert found == []


def test_axe_finds_nothing_behind_the_lines_of_the_skills_index(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/skills/")
    page.add_style_tag(content="*, ::before, ::after { transition: none !important }")
    page.locator(".portfolio-lines details").evaluate_all("all => all.forEach(one => one.open = true)")
    violations = Axe().run(page, options=RULES).response["violations"]
    marks = [(violation["id"], node["target"]) for violation in violations for node in violation["nodes"]]
    page.close()
    assert [mark for mark in marks if mark not in BEFORE_ALL] == []


def test_targets_are_large_enough_on_a_phone(browser: Browser, address: str, site: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    axe = Axe()
    found = []
    for path in visited(site):
        page.goto(f"{address}{path}")
        small = axe.run(page, options={"runOnly": {"type": "rule", "values": ["target-size"]}}).response["violations"]
        found += [(path, node["target"]) for violation in small for node in violation["nodes"]]
    page.close()
    assert found == []
