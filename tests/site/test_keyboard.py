"""Going through pages by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from layout import overflow
from nightly import by_day

SIZES = {"wide": (1400, 900), "tablet": (1100, 800), "phone": (390, 844)}
VISITS = [
    ("wide", by_day(1, "/skills/", "/projects/go-kit/", "/timeline/", "/")),
    ("tablet", by_day(1, "/search/", "/", "/projects/go-kit/")),
    ("phone", by_day(1, "/talks/state-at-the-edge/", "/", "/timeline/", "/employers/soundcloud/", "/projects/go-kit/")),
]

# All that can be reached, in the document's order; where the browser shows the focus for it; and what was focused.
_REACHABLE = """() => {
    const all = [...document.querySelectorAll('a[href], button, input, summary, select, textarea, [tabindex]')];
    window.reachable = all.filter(e => e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true}));
    return window.reachable.length;
}"""
# Asked when the key comes up again: by then the page has scrolled.
_WATCH = """() => {
    window.focused = [];
    document.addEventListener('keyup', () => window.focused.push(look()));
    const look = () => {
    const e = document.activeElement;
    const icons = {__navigation: '.nav-overlay-icon', __toc: '.toc-overlay-icon'};
    const label = e.matches('.toctree-checkbox') ? [e.nextElementSibling] : [...document.querySelectorAll(icons[e.id] || 'x')];
    const shown = label.length ? label.find(l => l.checkVisibility()) : e.closest('.sd-card:has(.sd-stretched-link:focus)') || e;
    const box = shown.getBoundingClientRect();
    const style = getComputedStyle(shown);
    const light = color => { const [r, g, b] = color.match(/[0-9.]+/g).map(n => (n /= 255) <= 0.03928 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05; };
    const [a, b] = [light(style.outlineColor), light(getComputedStyle(document.body).backgroundColor)];
    const hit = [0.1, 0.5, 0.9].some(x => [0.2, 0.5, 0.8].some(y => {
        const there = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
        return there && (shown.contains(there) || there.contains(shown));
    }));
    return [window.reachable.indexOf(e), shown.outerHTML.slice(0, 120),
        style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2 && Math.max(a, b) / Math.min(a, b) >= 3, hit];
    };
}"""


@pytest.fixture(params=SIZES)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, height = SIZES[request.param]
    scheme = "dark" if request.param == "tablet" else "light"
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("page", "path"), [(size, path) for size, paths in VISITS for path in paths], indirect=["page"]
)
def test_everything_is_reached_in_order_and_the_focus_is_seen(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    count: int = page.evaluate(_REACHABLE)
    assert count > 10
    page.evaluate(_WATCH)
    for _ in range(count):
        page.keyboard.press("Tab")
    focused: list[tuple[int, str, bool, bool]] = page.evaluate("window.focused")
    assert [at for at, *_ in focused] == list(range(count))
    assert [(element, ringed, visible) for _, element, ringed, visible in focused if not (ringed and visible)] == []


@pytest.mark.parametrize("page", ["phone"], indirect=True)
@pytest.mark.parametrize("path", by_day(1, "/projects/go-kit/", "/", "/timeline/"))
def test_the_focus_changes_what_is_seen(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.keyboard.press("Tab")
    # One of each sort, which the size of those that are shown by something else leaves out.
    script = """() => window.sorts = [...new Map([...document.querySelectorAll('a[href], button, input, summary')].reverse()
        .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.matches('.sidebar-toggle'))
        .map(e => [e.tagName + e.className + e.parentElement.className, e])).values()]"""
    page.evaluate(script)
    count: int = page.evaluate("window.sorts.length")
    assert count >= 4
    for n in range(count):
        page.evaluate("n => window.sorts[n].focus()", n)
        x, y, width, height = page.evaluate("(({x, y, width, height}) => [x, y, width, height])(document.activeElement.getBoundingClientRect())")  # fmt: skip
        clip = {"x": max(x - 6, 0), "y": max(y - 6, 0), "width": width + 12, "height": height + 12}
        focused = page.screenshot(clip=clip)  # type: ignore[arg-type]
        page.evaluate("document.activeElement.blur()")
        assert page.screenshot(clip=clip) != focused, page.evaluate("n => window.sorts[n].outerHTML", n)  # type: ignore[arg-type]


@pytest.mark.parametrize("page", ["phone"], indirect=True)
def test_the_navigation_opens_and_closes_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/projects/roshi/")
    drawer = page.locator(".sidebar-drawer")
    expect(drawer).to_be_hidden()
    page.keyboard.press("Tab")
    expect(page.get_by_role("checkbox", name="Toggle site navigation sidebar")).to_be_focused()
    page.keyboard.press("Space")
    expect(drawer).to_be_visible()
    while not page.evaluate("document.activeElement.matches('.sidebar-drawer *')"):
        page.keyboard.press("Tab")
    expect(drawer.get_by_role("link").first).to_be_focused()
    # Of a site this large the section of the page is open, and can be closed.
    projects = drawer.get_by_role("switch", name="Toggle navigation of Projects")
    projects.focus()
    mesh = drawer.get_by_role("link", name="Weave Mesh")
    expect(mesh).to_be_visible()
    page.keyboard.press("Space")
    expect(mesh).to_be_hidden()
    page.keyboard.press("Space")
    mesh.focus()
    expect(mesh).to_be_in_viewport()
    # It does not lie upon what has the focus after it, and closes where it was opened.
    drawer.get_by_role("link").last.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('article *')")
    expect(drawer).to_be_hidden()
    page.locator("#__navigation").focus()
    page.keyboard.press("Space")
    page.locator("article a").first.focus()
    expect(drawer).to_be_hidden()


@pytest.mark.parametrize("page", ["phone"], indirect=True)
def test_the_navigation_stands_open_where_the_browser_cannot_open_it(page: Page, address: str, site: Path) -> None:
    style = (site / "_static/portfolio.css").read_text("utf-8")
    old = style.replace("not selector(:has(a))", "(display: block)").replace(":has(", ":unknown(")
    page.route("**/portfolio.css*", lambda route: route.fulfill(body=old, content_type="text/css"))
    page.goto(f"{address}/projects/roshi/")
    link, heading = page.locator(".sidebar-drawer").get_by_role("link", name="Timeline"), page.locator("h1")
    expect(link).to_be_in_viewport()
    below, above = heading.bounding_box(), link.bounding_box()
    assert below
    assert above
    assert below["y"] > above["y"] + above["height"]
    assert page.get_by_role("checkbox", name="Toggle site navigation sidebar").count() == 0
    assert overflow(page) <= 0


@pytest.mark.parametrize("page", by_day(1, "phone", "tablet"), indirect=True)
def test_the_contents_open_by_keyboard_and_lead_to_a_heading(page: Page, address: str) -> None:
    page.goto(f"{address}/projects/roshi/")
    drawer = page.locator(".toc-drawer")
    expect(drawer).to_be_hidden()
    toggle = page.get_by_role("checkbox", name="Toggle table of contents sidebar")
    while not page.evaluate("document.activeElement.id === '__toc'"):
        page.keyboard.press("Tab")
    expect(toggle).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(drawer.get_by_role("link", name="The problem")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("/projects/roshi/#the-problem")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('#the-problem *')")
    expect(drawer).to_be_hidden()
