"""What a first visit to a page costs, and what it needs."""

from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Request

from nightly import NIGHTLY, by_day
from real_site import PROJECT, pages, sphinx, visited
from serving import compressed, serving

HTML = 14 * 1024
"""What the first packets of a connection hold, in bytes: https://datatracker.ietf.org/doc/html/rfc6928"""
VISIT = 60 * 1024


def test_pages_are_small(site: Path) -> None:
    sizes = sorted(
        ((len(compressed(path)), path.relative_to(site).as_posix()) for path in site.rglob("*.html")), reverse=True
    )
    assert sizes[0][0] <= HTML, (
        f"too long for the first packets; have these pages show less, or make two of one: {sizes[:5]}"
    )


def note(asked: list[str], request: Request) -> None:
    asked.append(request.url)


def first_visit(browser: Browser, width: int) -> BrowserContext:
    """A browser that knows nothing yet, and notes what shifts."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    context.add_init_script(
        "window.shift = 0;"
        "new PerformanceObserver(list => list.getEntries().forEach(each => window.shift += each.value))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    return context


def shifted(browser: Browser, width: int, url: str) -> float:
    """How much shifts at another first visit."""
    context = first_visit(browser, width)
    page = context.new_page()
    page.goto(url)
    found: float = page.evaluate("window.shift")
    context.close()
    return found


@pytest.mark.parametrize("width", by_day(1, 360, 1400))
def test_a_first_visit_is_small_and_nothing_shifts(browser: Browser, address: str, site: Path, width: int) -> None:
    visits, missing, shifts = [], [], []
    paths = visited(site)[:: 1 if NIGHTLY else 2]
    for path in paths:
        context = first_visit(browser, width)
        page = context.new_page()
        asked: list[str] = []
        page.on("request", partial(note, asked))
        page.on("response", lambda response: missing.append(response.url) if response.status >= 400 else None)
        page.goto(f"{address}{path}")
        # Chromium keeps what it asks for a tab's icon to itself.
        asked += page.locator("link[rel~=icon]").evaluate_all("links => links.map(link => link.href)")
        files = {urlsplit(url).path for url in asked if not url.startswith("data:")}
        assert all(url.startswith((address, "data:")) for url in asked), (path, asked)
        on_disk = (site / name.lstrip("/") for name in files)
        # The index of the search holds the words of all pages, and has a limit of its own.
        weighed = [file for file in on_disk if file.name != "searchindex.js"]
        size = sum(len(compressed(file / "index.html" if file.is_dir() else file)) for file in weighed)
        visits.append((size, path, sorted(files)))
        # On a busy machine a page can be drawn before its style has come; what is the page's own fault happens each time.
        if (shift := page.evaluate("window.shift")) and all(shifted(browser, width, address + path) for _ in range(3)):
            shifts.append((path, shift))
        context.close()
    assert (missing, shifts) == ([], [])
    assert max(visits)[0] <= VISIT, sorted(visits, reverse=True)[:3]


def test_the_search_index_has_few_bytes_a_page(site: Path) -> None:
    assert len(compressed(site / "searchindex.js")) <= 220 * len(pages(site))


def test_links_of_a_page_s_contents_can_be_hit(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(f"{address}/colophon/")
    heights = page.locator(".toc-tree a:visible").evaluate_all(
        "links => links.map(a => a.getBoundingClientRect().height)"
    )
    page.close()
    assert len(heights) > 5
    assert min(heights) >= 24  # https://www.w3.org/TR/WCAG22/#target-size-minimum


PAGES = {
    "index": "---\ntitle: Home\n---\n\nWords *alone*.\n\n```{toctree}\nuses\n```\n",
    "uses": """\
---
title: Uses
---
::::{tab-set}
:sync-group: os
:::{tab-item} One
:sync: one
First.
:::
:::{tab-item} Two
:sync: two
Second.
:::
::::

::::{tab-set}
:sync-group: os
:::{tab-item} One
:sync: one
Here as well: one.
:::
:::{tab-item} Two
:sync: two
Here as well: two.
:::
::::

:::{card} A card
:shadow: lg
With words.
:::

```python
def answer(): return 42
```
""",
}
CONF = """\
project = author = copyright = "Somebody"
extensions = ["myst_parser", "sphinx_design", "portfolio"]
primary_domain = "portfolio"
myst_title_to_header = True
myst_enable_extensions = ["colon_fence"]
html_theme = "furo"
html_theme_options = {"enable_search_shortcuts": False}
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A site with tabs, cards and code on one page, and none of them on another."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "conf.py").write_text(CONF, "utf-8")
    for name, text in PAGES.items():
        (docs / f"{name}.md").write_text(text, "utf-8")
    out = tmp_path / "html"
    sphinx(
        "-W",
        "-n",
        "-b",
        "dirhtml",
        "-d",
        str(tmp_path / "dt"),
        str(docs),
        str(out),
        PYTHONPATH=str(PROJECT / "docs/_ext"),
    )
    return out


@pytest.mark.nightly  # by day tests/unit/html/test_assets.py says what each page keeps
def test_what_a_page_uses_works_where_others_do_not_load_it(browser: Browser, small: Path) -> None:
    with serving(small) as address:
        page = browser.new_page()
        noise: list[str] = []
        page.on("pageerror", lambda error: noise.append(str(error)))
        page.on("response", lambda response: noise.append(response.url) if response.status >= 400 else None)
        page.goto(f"{address}/")
        assert page.locator("link[rel=stylesheet]").count() == 2
        assert page.locator("script[src]").count() == 1
        page.locator(".theme-toggle-content button").click()
        page.goto(f"{address}/uses/")
        assert page.get_by_text("Here as well: one.").is_visible()
        page.get_by_text("Two", exact=True).first.click()
        # Tabs of a group change together, which takes the script.
        assert page.get_by_text("Here as well: two.").is_visible()
        colors = page.locator(".highlight span[class]").evaluate_all(
            "spans => spans.map(s => getComputedStyle(s).color)"
        )
        assert len(set(colors)) > 2
        border = page.locator(".sd-card").evaluate("card => getComputedStyle(card).borderTopWidth")
        assert border == "1px"
        page.close()
    assert noise == []
