"""The site as a reader has it, in Chromium."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, FloatRect, Locator

from layout import cut, overflow
from nightly import NIGHTLY
from real_site import pages, visited

# The last is what is left of 1280 x 1024 when the page is at 400 % (https://www.w3.org/TR/WCAG22/#reflow).
SIZES = {"wide": (1400, 900), "phone": (360, 740), "zoomed": (320, 256)}
# Tables and code scroll in frames of their own.
OWN_FRAME = ".table-wrapper, .highlight"


def test_every_page_fits_and_stays_on_its_host(browser: Browser, address: str, site: Path) -> None:
    context = browser.new_context()
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
    for path in visited(site):
        page.goto(address + path)
        for scheme in ("light", "dark") if NIGHTLY else ("dark",):
            page.emulate_media(color_scheme=scheme)
            for name, (width, height) in SIZES.items():
                page.set_viewport_size({"width": width, "height": height})
                if overflow(page):
                    wide.append(f"{path}: {name}, {scheme}")
        wide += [f"{path}: {part}" for part in cut(page, allowed=OWN_FRAME)]
    context.close()
    assert (wide, noise) == ([], [])


def test_the_first_screen_says_who_what_and_where_to_go(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(address)
    assert page.get_by_role("heading", level=1, name="Peter Bourgon").is_visible()
    said = ("Distributed-systems and infrastructure engineer", "Berlin", "20 years", "I lead the core engineering team")
    main = page.get_by_role("main")
    names = ("GitHub", "Download CV (PDF)", "Timeline", "Skills", "Fastly", "ADTRAN")
    ways = [main.get_by_role("link", name=name, exact=name != "GitHub").first for name in names]
    for each in (*(main.get_by_text(text, exact=False).first for text in said), *ways):
        assert box(each)["y"] + box(each)["height"] < 720
    page.close()


def test_the_panel_stands_beside_the_text_where_there_is_room(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(f"{address}/talks/state-at-the-edge/")
    panel, text = page.get_by_role("complementary", name="Talk"), page.locator("article section > p").last
    heading = page.get_by_role("heading", level=2).first
    beside, first, last = box(panel), box(heading), box(text)
    assert beside["y"] < first["y"] < beside["y"] + beside["height"]
    assert first["x"] < beside["x"]
    # Below the panel the text takes all of the width.
    assert last["x"] + last["width"] > beside["x"]
    page.set_viewport_size({"width": 360, "height": 740})
    assert box(panel)["y"] + box(panel)["height"] <= box(heading)["y"]
    page.close()


def test_from_a_skill_to_its_proof_in_two_clicks(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/skills/")
    page.get_by_text("CRDTs", exact=True).and_(page.locator("summary > *")).click()
    page.locator("#crdt").get_by_role("link", name="SoundCloud, activities team").click()
    page.wait_for_url("**/employers/soundcloud/#activities-team")
    assert page.get_by_role("heading", name="Activities team").is_visible()
    page.close()


def test_a_link_to_a_delivery_lands_on_it(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(f"{address}/projects/edge-state/")
    page.get_by_role("link", name="QCon London 2020 (March 2020)").click()
    page.wait_for_url("**/talks/state-at-the-edge/#qcon-london-2020")
    assert 0 < box(page.locator("p:has(> #qcon-london-2020)"))["y"] < 720
    page.close()


def test_pages_say_the_same_without_a_script(browser: Browser, address: str, site: Path) -> None:
    contexts = [browser.new_context(java_script_enabled=script, color_scheme="dark") for script in (True, False)]
    tabs = [context.new_page() for context in contexts]
    # A script may add buttons, and no words.
    script = """[
        document.querySelectorAll('article button').forEach(button => button.remove()),
        document.querySelector('article').innerText,
        getComputedStyle(document.body).backgroundColor,
    ].slice(1)"""
    paths = pages(site)
    # The first of each folder and the last: an index and an entry, or a page like no other.
    ends = {path.split("/")[1]: path for path in paths}, {path.split("/")[1]: path for path in reversed(paths)}
    paths = sorted({*ends[0].values(), *ends[1].values()})
    for path in paths if NIGHTLY else paths[::4]:
        for tab in tabs:
            tab.goto(address + path)
        with_script, without = (tab.evaluate(script) for tab in tabs)
        if path == "/search/":
            assert "JavaScript" in without[0]
        else:
            assert with_script == without, path
        assert without[1] != "rgb(255, 255, 255)"
    for context in contexts:
        context.close()


def test_texts_to_paste_are_copied_by_a_button(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/speaker-kit/")
    texts = page.locator(".portfolio-copy.container")
    assert texts.count() == page.get_by_role("button", name="Copy: ").count() == 6
    button = page.get_by_role("button", name="Copy: In 100 words")
    button.click()
    page.get_by_role("button", name="Copied: In 100 words").wait_for()
    copied: str = page.evaluate("navigator.clipboard.readText()")
    assert copied.split("\n\n") == texts.nth(1).locator("p").all_inner_texts()
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_a_part_of_a_text_to_paste_can_be_selected(browser: Browser, address: str, *, script: bool) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{address}/speaker-kit/")
    page.locator(".portfolio-copy.container p").first.dblclick(position={"x": 4, "y": 8})
    assert page.evaluate("getSelection().toString().trim()") == "Peter"
    context.close()


def test_nothing_needs_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/timeline/")
    page.locator(".portfolio-folded > summary").click()
    rows = page.locator(".portfolio-folded li")
    assert rows.count() > 20
    first, second = box(rows.nth(0)), box(rows.nth(1))
    assert first["y"] < second["y"]
    context.close()


def box(element: Locator) -> FloatRect:
    """Where the element lies."""
    found = element.bounding_box()
    assert found is not None
    return found
