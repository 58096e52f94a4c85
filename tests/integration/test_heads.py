"""What pages load, and what their heads say, in a small site in Furo."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from small_sites import Site

TABS = """\
---
title: Tabs
---
::::{tab-set}
:::{tab-item} One
First.
:::
:::{tab-item} Two
Second.
:::
::::
"""
PAGES = {
    "tabs": TABS,
    "code": "---\ntitle: Code\n---\n\nAs in *this* one:\n\n```python\nprint(1)\n```\n",
    "cards": "---\ntitle: Cards\n---\n\n- No opening.\n\n```{entries}\n:kind: project\n:as: cards\n```\n",
    "plain": "---\ntitle: Plain\nmyst: {html_meta: {description: Mine}}\n---\n\nPlain *text* on {project}`atlas`.\n",
    "raw": "---\ntitle: Raw\n---\n\n<script>1</script>\n",
}
DESIGN = ["sphinx-design.min.css", "furo-extensions.css"]
KEYS = ["documentation_options.js", "doctools.js", "sphinx_highlight.js"]


@pytest.fixture
def furo(site: Site) -> Site:
    """The botanist's site in Furo, with pages of other make."""
    site.replace("conf.py", 'html_theme = "basic"', 'html_theme = "furo"\nmyst_enable_extensions = ["colon_fence"]')
    for name, text in PAGES.items():
        site.write(f"{name}.md", text)
    site.replace("index.md", "timeline", "timeline\n" + "\n".join(PAGES))
    return site


def loaded(site: Site, page: str, into: str = "build") -> list[str]:
    tree = LexborHTMLParser(site.read(f"{page}/index.html", into=into))
    links = [link.attributes["href"] for link in tree.css("link[rel=stylesheet]")]
    links += [script.attributes["src"] for script in tree.css("script[src]")]
    names = [str(link).partition("?")[0].rpartition("/")[2] for link in links]
    return [name for name in names if name not in {"furo.css", "portfolio.css", "furo.js"}]


def described(site: Site, page: str) -> str | None:
    found = LexborHTMLParser(site.read(f"{page}/index.html")).css("meta[name=description]")
    assert len(found) <= 1
    return found[0].attributes["content"] if found else None


def test_pages_load_what_they_use(furo: Site) -> None:
    furo.replace("conf.py", "nitpicky", 'html_theme_options = {"enable_search_shortcuts": False}\nnitpicky')
    furo.build()
    assert {page: loaded(furo, page) for page in (*PAGES, "search")} == {
        "tabs": [*DESIGN, "design-tabs.js"],
        "code": ["pygments.css"],
        "cards": DESIGN,
        "plain": [],
        "raw": ["pygments.css", *DESIGN, *KEYS, "design-tabs.js"],
        "search": [*KEYS, "searchtools.js", "language_data.js", "searchindex.js"],
    }
    assert "svg-toc" in furo.read("plain/index.html")
    assert "svg-eye" not in furo.read("plain/index.html")


def test_a_site_s_own_templates_and_settings_keep_what_they_need_on_every_page(furo: Site) -> None:
    """Here keys, and links to sources."""
    options = {"top_of_page_buttons": ["view"], "source_view_link": "https://example.org/{filename}"}
    furo.replace("conf.py", "nitpicky", f'html_theme_options = {options}\ntemplates_path = ["templates"]\nnitpicky')
    furo.write("templates/me.html", '<p class="sd-badge">')
    furo.build()
    assert loaded(furo, "plain") == [*DESIGN, *KEYS]
    assert 'id="svg-eye"' in furo.read("plain/index.html")


def test_other_themes_and_what_their_scripts_need_are_left_alone(site: Site) -> None:
    site.build()
    assert loaded(site, "projects/atlas")[-len(KEYS) - 1 :] == [*KEYS, "design-tabs.js"]


def test_what_a_page_loads_and_how_it_is_described_follow_its_text(furo: Site) -> None:
    furo.build()
    title = "Atlas of Seeds"
    furo.replace("plain.md", "myst: {html_meta: {description: Mine}}\n", "")
    furo.replace("plain.md", "{project}`atlas`.", "{project}`atlas`.\n\n```yaml\na: 1\n```")
    furo.build()
    assert loaded(furo, "plain") == ["pygments.css", *KEYS]
    assert described(furo, "plain") == f"Plain text on {title}."
    furo.replace("projects/atlas.md", title, "Another atlas")
    furo.build()
    assert described(furo, "plain") == "Plain text on Another atlas."
    furo.build(into="clean", parallel=2)
    assert furo.output("build") == furo.output("clean")


def test_every_page_that_begins_with_words_is_described(furo: Site) -> None:
    furo.build()
    pages = ["projects/atlas", "code", "cards", "plain", "timeline", "search"]
    assert {page: described(furo, page) for page in pages} == {
        "projects/atlas": "Five hundred plates of seeds.",
        "code": "As in this one:",
        "cards": None,
        "plain": "Mine",
        "timeline": None,
        "search": None,
    }


def test_a_page_is_described_and_named_in_the_words_that_its_readers_see(furo: Site) -> None:
    """Also by a redirect page that leads to it."""
    text = "{doc}`/projects/atlas`\\\nand [](timeline.md),[^a] <i>all</i> {talk}`seeds`."
    furo.write(
        "about.md", f'---\ntitle: "On <b>this</b> and {{kbd}}`that`"\norphan: true\n---\n\n{text}\n\n[^a]: A note.\n'
    )
    furo.write("redirects.txt", "once about\n")
    furo.build(expect=None)
    assert described(furo, "about") == "Atlas of Seeds and Timeline, all How to draw a seed."
    assert described(furo, "once") == described(furo, "about")
    for page in ("about", "once"):
        title = LexborHTMLParser(furo.read(f"{page}/index.html")).css_first('meta[property="og:title"]')
        assert title
        assert title.attributes["content"] == "On this and that"


def test_titles_say_of_what_kind_an_entry_is(furo: Site) -> None:
    furo.build()
    titles = {
        page: LexborHTMLParser(furo.read(f"{page}/index.html")).css_first("title")
        for page in ("skills/drawing", "plain")
    }
    texts = {page: node.text() for page, node in titles.items() if node}
    assert {page: text.partition(" - ")[0] for page, text in texts.items()} == {
        "skills/drawing": "Drawing · Skill",
        "plain": "Plain",
    }


@pytest.mark.measured
def test_pages_run_from_right_to_left_where_the_language_does(site: Site) -> None:
    site.write("conf.py", (site.source / "conf.py").read_text("utf-8") + 'language = "he"\n')
    site.build(expect=None)
    assert '<html lang="he" dir="rtl"' in site.read("projects/atlas/index.html")


def test_an_icon_in_svg_is_one_for_all(furo: Site) -> None:
    conf = (furo.source / "conf.py").read_text("utf-8")
    furo.build()
    assert "theme-color" not in furo.read("index.html")
    furo.write("conf.py", f'{conf}\nhtml_favicon = "leaf.svg"\n')
    (furo.source / "leaf.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"/>', "utf-8")
    assert "index" in furo.build()
    tree = LexborHTMLParser(furo.read("index.html"))
    icons = {str(link.attributes["href"]) for link in tree.css("link[rel$=icon][sizes]")}
    assert icons == {"icon-32.png", "apple-touch-icon.png", "icon-192.png"}
    assert all((furo.home / "build/dirhtml" / icon).is_file() for icon in icons)
    furo.write("conf.py", f'{conf}\nhtml_favicon = "leaf.svg"\nportfolio_accent = "#804000"\n')
    assert "index" in furo.build()
    assert 'media="(prefers-color-scheme: dark)" content="#402000"' in furo.read("index.html")
    (furo.source / "leaf.svg").write_bytes("<svg>é</svg>".encode("latin-1"))
    furo.build()
    assert "icon-192.png" not in furo.read("index.html")
