"""The site as a reader has it, in Chromium."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from layout import overflow
from real_site import pages

WIDTHS = {"wide": (1400, 900), "phone": (360, 740)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_fits_and_stays_on_its_host(
    browser: Browser, address: str, site: Path, width: str, scheme: str
) -> None:
    size = dict(zip(("width", "height"), WIDTHS[width], strict=True))
    context = browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    noise: list[str] = []
    page.on("console", lambda message: noise.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.on(
        "request", lambda request: None if request.url.startswith((address, "data:")) else noise.append(request.url)
    )
    # Leaving a page aborts what it still loads.
    page.on("requestfailed", lambda request: None if "ABORTED" in str(request.failure) else noise.append(request.url))
    wide = []
    for path in pages(site):
        page.goto(address + path)
        if overflow(page):
            wide.append(path)
    context.close()
    assert (wide, noise) == ([], [])


def test_the_first_screen_says_who_what_and_where_to_go(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(address)
    assert page.get_by_role("heading", level=1, name="Peter Bourgon").is_visible()
    for text in ("distributed-systems and infrastructure engineer", "20 years", "I lead the core engineering team"):
        box = page.get_by_text(text).first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 720
    for name in ("The timeline", "Skills and their proof"):
        box = page.get_by_role("link", name=name).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 720
    page.close()


def test_from_a_skill_to_its_proof_in_two_clicks(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/skills/")
    page.get_by_role("main").get_by_role("link", name="CRDTs", exact=True).first.click()
    page.wait_for_url("**/skills/crdt/")
    page.get_by_role("region", name="Connections").get_by_role("link", name="Activities team").click()
    page.wait_for_url("**/employers/soundcloud/#activities-team")
    assert page.get_by_role("heading", name="Activities team").is_visible()
    page.close()


def test_a_link_to_a_delivery_lands_on_it(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(f"{address}/projects/edge-state/")
    page.get_by_role("link", name="QCon London 2020 (March 2020)").click()
    page.wait_for_url("**/talks/state-at-the-edge/#qcon-london-2020")
    box = page.locator("p:has(> #qcon-london-2020)").bounding_box()
    assert box is not None
    assert 0 < box["y"] < 720
    page.close()


def test_nothing_needs_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/timeline/")
    together = page.locator(".portfolio-side-by-side > li")
    left, right = (together.nth(n).bounding_box() for n in (0, 1))
    assert left is not None
    assert right is not None
    assert (left["y"], left["x"] < right["x"]) == (right["y"], True)
    assert together.all_inner_texts()[0].startswith("2002 – 2006")
    context.close()
