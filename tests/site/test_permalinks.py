"""Addresses after pages have been renamed, as browsers find them, below a path as on Read the Docs."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser

from nightly import by_day
from portfolio.commands.rename import carry_out, plan
from real_site import PROJECT, TODAY, sphinx
from shared import once
from small_sites import ROOTS

BASE = "/en/latest/"
MOVES = [
    ("talks/seeds", "talks/seeds-on-paper"),
    ("employers/kew", "employers/gardens"),
    ("skills/drawing", "skills/drafting"),
    ("education/leeds", "education/university"),
    ("education/university", "education/leeds-university"),
    # Two that change places
    ("projects/atlas", "projects/between"),
    ("projects/seed-bank", "projects/atlas"),
    ("projects/between", "projects/seed-bank"),
]
PROMISES = """\
education/leeds
employers/kew
employers/kew#herbarium
go/atlas projects/atlas
go/leeds education/leeds
projects/atlas
projects/atlas#design
projects/seed-bank
talks/seeds
talks/seeds#flora-2006
"""


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the site is at the path /en/latest/."""
    return once(tmp_path_factory, "renamed", rename) / "site"


def rename(home: Path) -> None:
    docs = shutil.copytree(ROOTS / "botanist", home / "docs")
    conf = (docs / "conf.py").read_text("utf-8")
    (docs / "conf.py").write_text(conf.replace('"basic"', '"furo"'), "utf-8")
    (docs / "permalinks.txt").write_text(PROMISES, "utf-8")
    with (docs / "projects/atlas.md").open("a", encoding="utf-8") as atlas:
        atlas.write("\n## Design\n\nLarge.\n")
    for old, new in MOVES:
        carry_out(plan(docs, old, new, today=TODAY))
    talk = docs / "talks/seeds-on-paper.md"
    talk.write_text(talk.read_text("utf-8").replace("- event: Flora", "- id: oslo\n      event: Flora"), "utf-8")
    with (docs / "redirects.txt").open("a", encoding="utf-8") as redirects:
        redirects.write("talks/seeds#flora-2006 talks/seeds-on-paper#oslo\n")
    options = ["-W", "-n", "-b", "dirhtml", "-d", str(home / "doctrees")]
    sphinx(*options, str(docs), f"{home}/site{BASE}", PYTHONPATH=str(PROJECT / "docs/_ext"))


@pytest.fixture(scope="module")
def host(renamed: Path, serve: Callable[[Path], AbstractContextManager[str]]) -> Iterator[str]:
    with serve(renamed) as where:
        yield where + BASE


def test_every_promise_is_kept(site: Path) -> None:
    trees: dict[str, LexborHTMLParser] = {}

    def at(address: str) -> tuple[LexborHTMLParser, str]:
        path, fragment = urldefrag(address)
        path = re.sub("(^|/)index/$", r"\1", path)
        trees.setdefault(path, LexborHTMLParser((site / path / "index.html").read_text("utf-8")))
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
    by_day(
        3,
        ("talks/seeds/#flora-2006", "talks/seeds-on-paper/#flora-2006"),
        ("education/leeds/?from=slide", "education/leeds-university/?from=slide"),
        ("go/atlas", "projects/seed-bank/"),
        ("employers/kew/#herbarium", "employers/gardens/#herbarium"),
        ("go/leeds", "education/leeds-university/"),
    ),
)
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
    page.goto(f"{host}go/leeds/")
    page.wait_for_url(f"{host}education/leeds-university/")
    context.close()


def test_pages_that_changed_places_lead_to_one_another(browser: Browser, host: str) -> None:
    page = browser.new_page()
    page.goto(f"{host}projects/atlas/")
    assert page.get_by_role("heading", level=1).inner_text() == "Seed bank"
    assert page.get_by_text("Another page had this address before: Atlas of Seeds").is_visible()
    assert page.locator(".portfolio-moved:visible").count() == 1
    page.goto(f"{host}projects/atlas/#design")
    line = page.locator("#design")
    assert line.is_visible()
    line.get_by_role("link", name="Atlas of Seeds").click()
    page.wait_for_url(f"{host}projects/seed-bank/#design")
    page.close()
