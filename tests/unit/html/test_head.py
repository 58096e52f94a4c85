"""What a page's head says of it."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from portfolio.html.head import LONGEST, description, locale, open_graph, without_sources


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("A library.", "A library."),
        ("  Two\n lines. ", "Two lines."),
        ('"R&D" <b>', "&quot;R&amp;D&quot; &lt;b&gt;"),
        ("x" * LONGEST, "x" * LONGEST),
        ("x" * (LONGEST + 1), "x" * (LONGEST - 1) + "…"),
        ("word " * 40, ("word " * 32).strip() + "…"),
    ],
)
def test_descriptions(text: str, content: str) -> None:
    assert description("<meta>\n", text) == f'<meta>\n<meta name="description" content="{content}" />\n'
    assert len(content) <= LONGEST or "&" in content


def test_no_description_is_made_of_nothing() -> None:
    assert description("<meta>", " \n ") == "<meta>"


def test_the_author_s_own_description_stays() -> None:
    own = '<meta content="Mine." name="description" />'
    assert description(own, "A library.") == own


CARD = ("https://example.org/cards/a.png", '"A" · B')
KNOWN = {"of": "article", "site": "R&D", "locale": "de_AT", "url": "https://example.org/a/"}


def tags(html: str) -> dict[str, str | None]:
    found = [node.attributes for node in LexborHTMLParser(f"<head>{html}").css("meta")]
    return {str(each.get("property") or each["name"]): each["content"] for each in found}


def test_what_others_show_of_a_page() -> None:
    shared = open_graph(description("", 'Pen & "ink"'), title="A <b>", picture=CARD, **KNOWN)
    assert tags(shared) == {
        "description": 'Pen & "ink"',
        "og:title": "A <b>",
        "og:type": "article",
        "og:url": "https://example.org/a/",
        "og:site_name": "R&D",
        "og:description": 'Pen & "ink"',
        "og:locale": "de_AT",
        "twitter:card": "summary_large_image",
        "og:image": "https://example.org/cards/a.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": '"A" · B',
        "twitter:image:alt": '"A" · B',
    }


def test_what_is_not_known_is_not_said() -> None:
    shared = open_graph("", title="A", of="website", site="S", locale="", url="", picture=None)
    assert tags(shared) == {"og:title": "A", "og:type": "website", "og:site_name": "S", "twitter:card": "summary"}


def test_what_the_author_wrote_is_left_alone() -> None:
    own = '<meta content="Mine &lt;b&gt;." name="description" />\n<meta content="Other" property="og:title" />\n'
    shared = open_graph(own, title="A", picture=None, **KNOWN)
    assert shared.startswith(own)
    assert shared.count("og:title") == 1
    assert tags(shared)["og:description"] == "Mine <b>."


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("de_AT", "de_AT"),
        ("en-GB", "en_GB"),
        ("zh_Hant_TW", "zh_TW"),
        ("de", ""),
        ("", ""),
        ("sr@latin", ""),
        ("en_001", ""),
    ],
)
def test_locale(code: str, found: str) -> None:
    assert locale(code) == found


def test_no_button_for_sources_that_are_not_there() -> None:
    kept = [{"type": "javascript", "label": "download-pdf-button"}, {"url": "https://example.org/edit/a.md"}]
    sources = [{"url": "../_sources/"}, {"url": "_sources/a.ipynb"}]
    context = {"header_buttons": [{"label": "fullscreen-button"}, {"label": "download", "buttons": [*sources, *kept]}]}
    without_sources(context)
    assert context == {"header_buttons": [{"label": "fullscreen-button"}, {"label": "download", "buttons": kept}]}
