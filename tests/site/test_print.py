"""Pages on paper: all words of the page, black on white, and nothing to click."""

import io
import re
import unicodedata
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from layout import cut
from nightly import by_day

# One of each kind, and those that are like no other.
PAGES = by_day(3, "/timeline/", "/skills/", "/projects/roshi/", "/", "/employers/soundcloud/", "/talks/state-at-the-edge/", "/colophon/", "/search/", "/education/clemson-university/", "/sabbaticals/johannesburg/", "/projects/", "/skills/crdt/")  # fmt: skip
# What is for going elsewhere, and for choosing; and lines that have marks in place of words.
LEFT_OUT = ".portfolio-filters, .portfolio-backlinks summary, .portfolio-lines summary, .portfolio-more, .portfolio-moved, .portfolio-only, .portfolio-share, .portfolio-ways, form, noscript, script"
# A4 without the margins of the style sheet.
PAPER = {"width": 672, "height": 987}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A browser with the dark scheme, by the system's setting and by the page's button."""
    context = browser.new_context(viewport=PAPER, color_scheme="dark")  # type: ignore[arg-type]
    context.add_init_script("localStorage.setItem('theme', 'dark')")
    yield context.new_page()
    context.close()


def plain(text: str) -> str:
    """Text without white space, with letters for ligatures."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.parametrize("path", PAGES)
def test_paper_has_the_words_of_the_page(page: Page, address: str, path: str) -> None:
    page.emulate_media(media="screen")
    page.goto(address + path)
    script = """out => [...document.querySelectorAll('article :is(h1, h2, h3, p, dt, td, th, pre, figcaption, summary)')]
        .filter(e => !e.closest(out)).map(e => [e.tagName, e.innerText])"""
    blocks: list[tuple[str, str]] = page.evaluate(script, LEFT_OUT)
    elsewhere = [plain(each) for each in page.locator("footer, .toc-drawer, .skip-to-content").all_inner_texts()]
    links = '(all, part) => all.filter(a => !part || !a.closest(part)).map(a => a.getAttribute("href"))'
    outside = page.locator("article a.external[href^='http']")
    shown = outside.evaluate_all(links, ".portfolio-backlinks, .portfolio-cards, .portfolio-list, .portfolio-timeline")
    page.emulate_media(media="print")
    document = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    sheets = [sheet.extract_text() for sheet in document.pages]
    paper = plain("".join(sheets))
    addresses = re.findall(r"\((https?://[^)]*)\)", paper)
    assert set(addresses) >= set(shown)
    assert len(addresses) <= len(shown) + (path == "/colophon/")
    for link in shown:
        paper = paper.replace(f"({link})", "")
    assert [text for _, text in blocks if plain(text) not in paper] == []
    assert [text for text in elsewhere if text and text in paper] == []
    headings = {plain(text) for tag, text in blocks if tag in {"H1", "H2", "H3"}}
    lasts = [plain(sheet.rstrip().splitlines()[-1]) for sheet in sheets[:-1]]
    assert headings.isdisjoint(lasts)


@pytest.mark.parametrize("path", PAGES)
def test_paper_is_white_and_wide_enough(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.emulate_media(media="print")
    assert cut(page) == []
    script = """() => {
        const article = document.querySelector('article');
        const rest = [...document.querySelectorAll('body *')].filter(e => !e.contains(article) && !article.contains(e));
        const parts = [...article.querySelectorAll('*')].filter(e => !e.closest('.highlight'));
        const brightest = color => Math.max(...color.match(/[0-9.]+/g).slice(0, 3).map(Number));
        return [
            rest.filter(e => e.checkVisibility() && e.getBoundingClientRect().height).map(e => e.className),
            parts.filter(e => e.checkVisibility() && brightest(getComputedStyle(e).color) > 0x77).map(e => e.outerHTML.slice(0, 80)),
            [document.documentElement, document.body, article].map(e => getComputedStyle(e).backgroundColor),
        ];
    }"""
    assert page.evaluate(script) == [[], [], ["rgba(0, 0, 0, 0)"] * 3]


def test_the_drawing_keeps_its_marks(page: Page, address: str) -> None:
    page.goto(f"{address}/timeline/")
    page.emulate_media(media="print")
    marks = page.locator(".portfolio-block .portfolio-employer a").evaluate_all(
        "all => all.map(a => getComputedStyle(a, '::before')).map(s => [s.backgroundColor, s.printColorAdjust])"
    )
    assert marks == [["rgb(0, 0, 0)", "exact"]] * 7
