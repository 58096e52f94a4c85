"""The real site's addresses after its pages have been renamed, as browsers find them, below a path as on Read the Docs."""

import datetime as dt
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser

from portfolio.commands.rename import carry_out, plan
from real_site import PROJECT, sphinx
from shared import once

MOVES = [
    ("talks/ok-log", "talks/ok-log-design"),
    ("employers/soundcloud", "employers/sound"),
    ("skills/go", "skills/golang"),
    ("projects/weave-flux", "projects/fluxcd"),
    ("projects/fluxcd", "projects/flux"),
    # Two that change places
    ("projects/roshi", "projects/between"),
    ("projects/bbls", "projects/roshi"),
    ("projects/between", "projects/bbls"),
]
BASE = "/en/latest/"


@pytest.fixture(scope="session")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the site is at the path /en/latest/."""
    return once(tmp_path_factory, "renamed", rename) / "site"


def rename(home: Path) -> None:
    docs = home / "docs"
    shutil.copytree(PROJECT / "docs", docs, ignore=shutil.ignore_patterns("_build", "__pycache__"))
    for old, new in MOVES:
        carry_out(plan(docs, old, new, today=dt.datetime.now(dt.UTC).date()))
    talk = docs / "talks/ok-log-design.md"
    text = talk.read_text("utf-8")
    talk.write_text(text.replace("    - event: SREcon17", "    - id: srecon\n      event: SREcon17"), "utf-8")
    with (docs / "redirects.txt").open("a", encoding="utf-8") as redirects:
        redirects.write("talks/ok-log#srecon17-europe-middle-east-africa talks/ok-log-design#srecon\n")
    doctrees = str(home / "doctrees")
    sphinx("-W", "-n", "-j", "auto", "-b", "dirhtml", "-d", doctrees, str(docs), f"{home}/site{BASE}")


@pytest.fixture(scope="session")
def host(renamed: Path, serve: Callable[[Path], AbstractContextManager[str]]) -> Iterator[str]:
    with serve(renamed) as where:
        yield where + BASE


def test_every_promise_is_kept(renamed: Path) -> None:
    home = renamed / BASE.strip("/")
    trees: dict[str, LexborHTMLParser] = {}

    def at(address: str) -> tuple[LexborHTMLParser, str]:
        path, fragment = urldefrag(address)
        path = re.sub("(^|/)index/$", r"\1", path)
        trees.setdefault(path, LexborHTMLParser((home / path / "index.html").read_text("utf-8")))
        if refresh := trees[path].css_first("meta[http-equiv=refresh]"):
            target = urldefrag(urljoin(f"/{path}", str(refresh.attributes["content"]).partition("url=")[2]))
            return at(f"{target.url[1:]}#{fragment or target.fragment}")
        return trees[path], fragment

    for line in (PROJECT / "docs/permalinks.txt").read_text("utf-8").splitlines()[1:]:
        page, _, anchor = line.split()[0].partition("#")
        tree, fragment = at(f"{page}/#{anchor}")
        assert not fragment or tree.css(f'[id="{fragment}"]'), line


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("talks/ok-log/#srecon17-europe-middle-east-africa", "talks/ok-log-design/#srecon17-europe-middle-east-africa"),
        ("employers/soundcloud/#activities-team", "employers/sound/#activities-team"),
        ("projects/weave-flux/?from=slide", "projects/flux/?from=slide"),
        ("go/weave-flux", "projects/flux/"),
        ("go/roshi", "projects/bbls/"),
        ("go/flux", "projects/flux/"),
    ],
)  # fmt: skip
def test_an_old_address_leads_on_with_all_that_is_behind_it(browser: Browser, host: str, old: str, new: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(host + old)
    page.wait_for_url(host + new)
    if "#" in new:
        expect(page.locator(f'[id="{new.partition("#")[2]}"]')).to_be_in_viewport()
    page.close()


def test_without_a_script_the_page_is_found(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}go/weave-flux/")
    page.wait_for_url(f"{host}projects/flux/")
    context.close()


def test_pages_that_changed_places_lead_to_one_another(browser: Browser, host: str) -> None:
    page = browser.new_page()
    page.goto(f"{host}projects/roshi/")
    assert page.get_by_role("heading", level=1).inner_text().startswith("BBLS")
    assert page.get_by_text("Another page had this address before: Roshi").is_visible()
    assert page.locator(".portfolio-moved:visible").count() == 1
    page.goto(f"{host}projects/roshi/#design")
    line = page.locator("#design")
    assert line.is_visible()
    line.get_by_role("link", name="Roshi").click()
    page.wait_for_url(f"{host}projects/bbls/#design")
    page.close()
