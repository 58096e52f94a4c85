"""The real site at an address: the codes as they are seen on pages and on paper, and the parts that show them."""

import io
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from layout import cut, overflow
from nightly import by_day
from portfolio.model.kinds import KINDS, in_output
from real_site import BASE, PROJECT, pages, sphinx
from serving import compressed
from shared import once

CODES = ".portfolio-codes img"
# The talk with the most deliveries and projects, one with neither, a project, and what has no code.
PAGES = ["/talks/consistency-without-consensus/", "/talks/industrial-programming/", "/projects/roshi/", "/skills/go/", "/employers/soundcloud/"]  # fmt: skip

PAPERS = [("A4", False), ("Letter", True), ("A4", True), ("Letter", False)]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A browser at a desk."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    yield context.new_page()
    context.close()


def read(picture: Image.Image) -> set[str]:
    return {code.text for code in zxingcpp.read_barcodes(picture)}


def trees(site: Path) -> dict[str, LexborHTMLParser]:
    return {path: LexborHTMLParser((site / path.lstrip("/") / "index.html").read_text("utf-8")) for path in pages(site)}


@pytest.mark.nightly  # by day tests/integration/test_sharing.py reads those of a small site
def test_every_picture_leads_to_a_page_and_a_place_on_it(site: Path) -> None:
    found = {}
    for path, tree in trees(site).items():
        canonical = [link.attributes["href"] for link in tree.css("link[rel=canonical]")]
        ids = {node.attributes["id"] for node in tree.css("[id]")}
        for link in tree.css(".portfolio-share figcaption a"):
            file = (site / path.lstrip("/") / (link.attributes["href"] or "")).resolve()
            (found[file],) = read(Image.open(file))
            assert [found[file].partition("#")[0]] == canonical
            assert unquote(found[file].partition("#")[2]) in {"", *ids}
    assert set(found) == set((site / "qr").resolve().rglob("*.png"))
    folders = (PROJECT / "docs" / KINDS[kind].traits.folder for kind in in_output("qr-code"))
    entries = [file for folder in folders for file in folder.glob("*.md") if file.name != "index.md"]
    deliveries = sum(file.read_text("utf-8").count("- event: ") for file in entries)
    assert len(set(found.values())) == len(found) == len(entries) + deliveries


def test_no_address_of_the_parts_is_dead(site: Path) -> None:
    dead = []
    for path, tree in trees(site).items():
        for part in tree.css(".portfolio-share, .portfolio-sheet"):
            for node in part.css("[href], [src]"):
                address = node.attributes.get("href") or node.attributes.get("src") or ""
                file = site / (address.removeprefix(BASE) if urlsplit(address).scheme else path.lstrip("/") + address)
                dead += [(path, address)] * (not (file / "index.html" if file.is_dir() else file).is_file())
            for short in part.css(".portfolio-sheet figcaption"):
                name = short.text().rpartition("\n")[2]
                dead += [(path, name)] * (not (site / f"https://{name}".removeprefix(BASE) / "index.html").is_file())
    assert dead == []


@pytest.mark.parametrize(("scheme", "width"), by_day(1, ("light", 1400), ("dark", 360), ("dark", 1400), ("light", 360)))
def test_codes_can_be_read_on_the_screen(browser: Browser, address: str, scheme: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address + PAGES[0])
    page.get_by_text("Link to this page").click()
    page.get_by_text("QR codes for slides").click()
    drawings = page.locator(CODES)
    seen = set()
    for drawing in drawings.all():
        drawing.scroll_into_view_if_needed()
        seen |= read(Image.open(io.BytesIO(drawing.screenshot())))
    assert overflow(page) <= 0
    assert cut(page) == []
    context.close()
    talk = f"{BASE}talks/consistency-without-consensus/"
    names = {"", "#qcon-san-francisco-2014", "#strange-loop-2014", "#berlin-buzzwords-2014"}
    # Of the other project that the talk presents nothing is public.
    assert seen == {f"{talk}{name}" for name in names} | {f"{BASE}projects/roshi/"}


def test_closed_parts_load_nothing_and_a_click_selects_a_whole_reference(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + PAGES[0])
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    assert not any("/qr/" in url for url in asked)
    page.get_by_text("Link to this page").click()
    reference = page.locator(".portfolio-share code")
    reference.click()
    assert page.evaluate("getSelection().toString()") == reference.inner_text()
    assert page.locator(CODES).first.evaluate("e => e.decode().then(() => e.naturalWidth > 0)")


@pytest.mark.parametrize("anchor", ["link_to_this_page", "sheet_of_codes"])
def test_an_anchor_opens_its_part(page: Page, address: str, anchor: str) -> None:
    page.goto(f"{address}{PAGES[0]}#{anchor}")
    assert page.locator(f"#{anchor}").is_visible()
    assert page.locator("article details[open]").count() == 1


def test_codes_are_small(site: Path) -> None:
    assert max(len(compressed(path)) for path in (site / "qr").rglob("*.svg")) < 2000


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with a talk on many projects, one of whose names has no end."""
    return once(tmp_path_factory, "many", build_many) / "_build/html"


def build_many(folder: Path) -> None:
    (folder / "projects").mkdir()
    (folder / "talks").mkdir()
    conf = f'project = author = copyright = "A"\nextensions = ["myst_parser", "sphinx_design", "portfolio"]\nhtml_theme = "furo"\nmyst_title_to_header = True\nhtml_baseurl = "{BASE}"\n'
    (folder / "conf.py").write_text(conf, "utf-8")
    (folder / "index.md").write_text("# A\n\n```{toctree}\n:glob:\n\n*/*\n```\n", "utf-8")
    for number in range(24):
        name = "x" * 5000 if number == 3 else f"The project with the number {number}, whose name goes on for a while"
        text = f"---\ntitle: {name}\nproject: {{summary: S., links: {{source: https://example.org/s}}}}\n---\n\nText.\n"
        (folder / f"projects/a-project-with-a-long-name-{number}.md").write_text(text, "utf-8")
    for count in (4, 9, 24):
        names = ", ".join(f"a-project-with-a-long-name-{number}" for number in range(count))
        front = f"title: Of {count}\ntalk: {{summary: S., deliveries: [{{event: E, place: P, date: 2001}}], projects: [{names}]}}"
        (folder / f"talks/of-{count}.md").write_text(f"---\n{front}\n---\n\nText.\n", "utf-8")
    doctrees = str(folder / "_build/doctrees")
    sphinx("-W", "-b", "dirhtml", "-d", doctrees, str(folder), str(folder / "_build/html"), PYTHONPATH=str(PROJECT / "docs/_ext"))  # fmt: skip


@pytest.mark.nightly  # by day codes are read on the screen, and small sites see what is on a sheet
@pytest.mark.parametrize(("paper", "landscape"), PAPERS)
def test_a_sheet_is_one_page_of_paper(page: Page, site: Path, many: Path, serve: Callable[[Path], AbstractContextManager[str]], paper: str, landscape: bool) -> None:  # fmt: skip
    talks = [(site, PAGES[0], 2), (site, PAGES[1], 1), *((many, f"/talks/of-{n}/", n + 1) for n in (24, 9, 4))]
    for folder, path, codes in talks:
        with serve(folder) as address:
            page.goto(address + path)
            page.emulate_media(media="print")
            sheets = PdfReader(io.BytesIO(page.pdf(format=paper, landscape=landscape))).pages
        texts = [re.sub(r"\s", "", sheet.extract_text()) for sheet in sheets]
        assert ["QRcodesforslides" in text for text in texts] == [False] * (len(texts) - 1) + [True], path
        assert "Linktothispage" not in "".join(texts)
        assert texts[-1].count("example.org/en/latest/") == codes


@pytest.mark.nightly
@pytest.mark.parametrize("codes", [25, 10, 5])
def test_the_codes_of_a_full_sheet_can_be_read(browser: Browser, many: Path, serve: Callable[[Path], AbstractContextManager[str]], codes: int) -> None:  # fmt: skip
    # A4 without its margins, in pixels of CSS, as a printer would have it
    context = browser.new_context(viewport={"width": 672, "height": 987}, device_scale_factor=3)
    page = context.new_page()
    with serve(many) as address:
        page.goto(f"{address}/talks/of-{codes - 1}/")
        page.emulate_media(media="print")
        page.locator(".portfolio-sheet").scroll_into_view_if_needed()
        page.wait_for_function("[...document.querySelectorAll('.portfolio-sheet img')].every(e => e.complete)")
        picture = page.locator(".portfolio-sheet").screenshot()
        heights = page.locator(".portfolio-sheet").evaluate("e => [e.scrollHeight, e.getBoundingClientRect().height]")
    context.close()
    assert max(heights) <= 987
    assert len(read(Image.open(io.BytesIO(picture)))) == codes
