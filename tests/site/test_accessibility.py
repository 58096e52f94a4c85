"""WCAG 2.2, A and AA, and what axe-core counts as good practice, on every page."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser

from real_site import pages

# https://github.com/dequelabs/axe-core/blob/develop/doc/API.md#axe-core-tags
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# The scheme changes colours and nothing else.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}


def test_axe_finds_nothing(browser: Browser, address: str, site: Path) -> None:
    page = browser.new_page()
    axe = Axe()
    found = []
    for path in pages(site):
        page.goto(f"{address}{path}")
        # Colours on their way from one scheme to the other are nobody's.
        page.add_style_tag(content="*, ::before, ::after { transition: none !important }")
        for scheme, rules in (("light", RULES), ("dark", COLOURS)):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            for violation in axe.run(page, options=rules).response["violations"]:
                found += [(path, scheme, violation["id"], node["target"]) for node in violation["nodes"]]
    page.close()
    assert found == []
