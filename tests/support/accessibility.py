"""What axe-core finds wrong with a page in a browser."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

# https://github.com/dequelabs/axe-core/blob/develop/doc/API.md#axe-core-tags
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
"""WCAG 2.2, A and AA, and what axe-core counts as good practice."""
WITHOUT_COLORS = RULES | {"rules": {"color-contrast": {"enabled": False}}}
"""The same but for the contrast of text, which takes as long as all others."""
ON_A_PHONE = {"runOnly": {"type": "rule", "values": ["target-size", "region"]}}
"""What a narrow window can change."""


def violations(page: Page, rules: dict[str, Any]) -> list[tuple[str, Any]]:
    """The rules that a page breaks, each with the element that breaks it."""
    # Colors on their way from one scheme to the other are nobody's.
    page.add_style_tag(content="*, ::before, ::after { transition: none !important }")
    # What passes need not be collected.
    found = Axe().run(page, options=rules | {"resultTypes": ["violations"]}).response["violations"]
    return [(rule["id"], node["target"]) for rule in found for node in rule["nodes"]]
