"""Nothing that stands in a field is taken for anything but text."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
import yaml
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, Dialog
from selectolax.lexbor import LexborHTMLParser
from sphinx.util.inventory import InventoryFile

from hostile_careers import STARTS, pages
from layout import overflow
from nightly import NIGHTLY, by_day
from portfolio.model.fields import fields_of
from portfolio.model.kinds import FOLDERS, KINDS

FILES = {"dirhtml": "*.html", "epub": "*.xhtml", "html": "*.html"}


@pytest.fixture(params=by_day(2, *FILES))
def files(request: pytest.FixtureRequest, hostile_site: Path) -> dict[str, Path]:
    """The pages that a builder wrote, by their names in Sphinx."""
    home = hostile_site / request.param
    found = {path.relative_to(home).with_suffix("").as_posix(): path for path in home.rglob(FILES[request.param])}
    return {name.removesuffix("/index"): path for name, path in found.items()}


def article(path: Path) -> str:
    """The text of a page's own part, without regard to case and white space."""
    if path.suffix == ".xhtml":
        text = "".join(ElementTree.parse(path).getroot().itertext())
    else:
        (found,) = LexborHTMLParser(path.read_text("utf-8")).css("article")
        text = found.text()
    return plain(text)


def plain(text: str) -> str:
    return " ".join(text.casefold().split())


def elements(path: Path) -> Iterator[tuple[str, Mapping[str, str | None], str]]:
    """Name, attributes and text of every element, as a browser or an e-book reader takes them."""
    if path.suffix == ".xhtml":
        for element in ElementTree.parse(path).iter():
            yield element.tag.rpartition("}")[2], element.attrib, element.text or ""
    else:
        for node in LexborHTMLParser(path.read_text("utf-8")).css("*"):
            yield str(node.tag), node.attributes, node.text(deep=False)


def test_every_field_is_shown_as_it_was_written(files: dict[str, Path]) -> None:
    for page in pages():
        shown = article(files[page.docname])
        for text in page.texts:
            assert plain(text) in shown, (page.docname, text[:80])


def test_every_proof_is_quoted_as_it_was_written(files: dict[str, Path]) -> None:
    quoted = 0
    for page in pages():
        front = yaml.safe_load(page.source.split("---\n")[1])
        for claim in front[FOLDERS[page.docname.partition("/")[0]]].get("skills", ()):
            ((slug, said),) = claim.items()
            assert plain(f"“{said['proof'].strip()}”") in article(files[f"skills/{slug}"]), page.docname
            quoted += 1
    assert quoted == sum("skills" in {field.name for field in fields_of(cls)} for cls in KINDS.values()) * len(STARTS)


@pytest.mark.parametrize("builder", by_day(1, "dirhtml", "html"))
def test_every_sidebar_shows_the_page_s_title_as_it_was_written(hostile_site: Path, builder: str) -> None:
    suffix = "/index.html" if builder == "dirhtml" else ".html"
    for page in pages():
        tree = LexborHTMLParser((hostile_site / builder / f"{page.docname}{suffix}").read_text("utf-8"))
        lines = [plain(line.text()) for line in tree.css(".sidebar-tree a.reference")]
        assert plain(page.texts[0]) in lines, (page.docname, page.texts[0][:80])
        assert bool(re.match(r"all \d+ in", lines[-1])) == (builder == "html")  # which is not a large site


@pytest.mark.parametrize("listing", ["timeline", "entries", "cards", "skills-index"])
def test_every_listing_shows_titles_as_they_were_written(files: dict[str, Path], listing: str) -> None:
    shown = article(files[listing])
    left_out = {"timeline": "skills/", "skills-index": "employers/"}.get(listing, "-")
    for page in pages():
        assert plain(page.texts[0]) in shown or page.docname.startswith(left_out), (page.docname, page.texts[0][:80])


def test_no_page_holds_what_could_be_run(files: dict[str, Path]) -> None:
    assert len(files) > len(pages())
    for name, path in files.items():
        for tag, attributes, text in elements(path):
            assert tag not in {"b", "base", "embed", "iframe", "object"}, name
            if tag == "img":
                assert re.fullmatch(r"(\.\./)*qr/[a-z]+/page-\d(/[\w-]+)?\.svg", attributes.get("src") or ""), name
            elif tag == "script" and attributes.get("type") == "application/ld+json":
                json.loads(text)
            elif tag == "script":
                assert "alert" not in text, name
                assert re.fullmatch(
                    r"|((\.\./)*|/|/en/latest/)(_static/.*|searchindex\.js)", attributes.get("src") or ""
                ), name
            for attribute, value in attributes.items():
                assert not attribute.startswith("on"), (name, tag, attribute)
                if attribute in {"action", "formaction", "href", "src"}:
                    assert urlsplit(value or "").scheme in {"", "http", "https"}, (name, value)


def test_no_title_is_taken_for_markup_where_pages_are_shared(hostile_site: Path) -> None:
    for page in (each for each in pages() if each.docname.startswith("talks/")):
        title = " ".join(page.texts[0].split())
        tree = LexborHTMLParser((hostile_site / f"dirhtml/{page.docname}/index.html").read_text("utf-8"))
        (share,), (sheet,) = (tree.css(f"details.portfolio-{name}") for name in ("share", "sheet"))
        pasted = LexborHTMLParser(MarkdownIt("commonmark").render(share.css("code")[0].text())).css("body p *")
        assert [(each.tag, each.text()) for each in pasted] == [("a", title)]
        assert not share.css("script, svg, b, [onerror], [onload]")
        assert " ".join(sheet.css("figcaption strong")[0].text().split()) == title
        assert len(share.css("img")) == 2
        drawing = ElementTree.parse(hostile_site / f"dirhtml/qr/{page.docname}.svg").getroot()
        assert " ".join((drawing[0].text or "").split()) == title


@pytest.mark.parametrize("name", ["nav.xhtml", "toc.ncx"])
def test_the_contents_of_the_book_show_titles_but_for_typographic_quotes(hostile_site: Path, name: str) -> None:
    root = ElementTree.parse(hostile_site / "epub" / name).getroot()
    typed = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "--", "—": "--", "…": "..."})
    texts = {plain(text.translate(typed)) for text in root.itertext()}
    assert {plain(page.texts[0]) for page in pages()} <= texts


def test_every_file_of_the_book_that_should_be_xml_is_xml(hostile_site: Path) -> None:
    others = {"", ".css", ".epub", ".js", ".png"}
    files = [path for path in (hostile_site / "epub").rglob("*.*") if path.suffix not in others]
    roots = {ElementTree.parse(path).getroot().tag.rpartition("}")[2] for path in files}
    assert roots == {"container", "html", "ncx", "package"}


def test_the_search_index_holds_titles_as_they_were_written(hostile_site: Path) -> None:
    script = (hostile_site / "dirhtml/searchindex.js").read_text("utf-8")
    index = json.loads(script.removeprefix("Search.setIndex(").removesuffix(")"))
    expected = {page.docname: page.texts[0].strip() for page in pages()}
    titles = dict(zip(index["docnames"], index["titles"], strict=True))
    assert {docname: titles[docname] for docname in expected} == expected
    assert set(expected.values()) <= index["alltitles"].keys()


def test_the_inventory_holds_titles_as_they_were_written(hostile_site: Path) -> None:
    inventory = InventoryFile.loads((hostile_site / "dirhtml/objects.inv").read_bytes(), uri="")
    items = (item for name, kind in inventory.data.items() if name.startswith("portfolio:") for item in kind.values())
    titles = {item.uri.rstrip("/"): item.display_name for item in items}
    assert titles == {page.docname: page.texts[0].strip() for page in pages()}


def test_no_page_runs_anything_or_is_wider_than_a_phone(
    browser: Browser, hostile_address: str, hostile_site: Path
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    alarms: list[str] = []

    def alarm(dialog: Dialog) -> None:
        alarms.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", alarm)
    page.on("pageerror", lambda error: alarms.append(str(error)))
    wide = []
    home, texts = hostile_site / "dirhtml", len(STARTS)
    entries = sorted(page.docname for page in pages())
    # By day one entry of each kind, with another text than that of the kind before it, and all other pages.
    chosen = entries if NIGHTLY else [entries[texts * kind + kind % texts] for kind in range(len(KINDS))]
    names = {path.parent.relative_to(home).as_posix() for path in home.rglob("index.html")}
    for name in sorted(names - {*entries} | {*chosen}):
        page.goto(f"{hostile_address}/{name}/".replace("/./", "/"))
        if over := overflow(page):
            wide.append((name, over))
    for words in ("alert", "onerror", "turned"):
        page.goto(f"{hostile_address}/search/?q={words}", wait_until="networkidle")
        found = page.locator("#search-results li > a").all_text_contents()
        assert any(words in title for title in found), words
    context.close()
    assert (wide, alarms) == ([], [])
