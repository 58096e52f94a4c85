"""What a page loads follows from what stands on it."""

from pathlib import Path
from typing import get_args

import pytest

from portfolio.html import assets
from portfolio.html.assets import templates, unused
from portfolio.model.entries import Mark

SHEETS = ["pygments.css", "styles/furo.css", "portfolio.css", "sphinx-design.min.css", "styles/furo-extensions.css"]
KEYS = ["documentation_options.js", "doctools.js", "sphinx_highlight.js", "translations.js"]
SCRIPTS = [*KEYS, "scripts/furo.js", "design-tabs.js"]
DESIGN = {"sphinx-design.min.css", "styles/furo-extensions.css"}


def left_out(markup: str, *more: str, shortcuts: bool = False) -> set[str]:
    files = [f"_static/{name}" for name in (*SHEETS, *SCRIPTS)]
    return {name.removeprefix("_static/") for name in unused([*files, *more], markup, shortcuts=shortcuts)}


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("<p>Prose on highlight, sd-tab, copybtn and class.</p>", set()),
        ('<div class="highlight-yaml notranslate"><div class="highlight">', {"pygments.css"}),
        ('<script type="application/ld+json">{}</script>', set()),
        ("<div class='highlight'>", {"pygments.css"}),
        ("<div class=highlight>", {"pygments.css"}),
        ('<code class="code highlight go docutils literal">', {"pygments.css"}),
        ('<li class="portfolio-project"><div class="sd-card docutils">', DESIGN),
        ('<span class="sd-badge">', DESIGN),
        ('<p style="color: var(--sd-color-primary)">', DESIGN),
        ('<div class="shadow-none">', DESIGN),
        ('<label class="sd-tab-label" for="sd-tab-item-0">', {*DESIGN, "design-tabs.js"}),
        ('<div class="docutils shadow">', {"styles/furo-extensions.css"}),
        ('<div id="furo-sidebar-ad-placement">', {"styles/furo-extensions.css"}),
    ],
)
def test_a_page_keeps_what_stands_on_it(markup: str, kept: set[str]) -> None:
    assert left_out(markup) == {*SHEETS, *SCRIPTS} - {"styles/furo.css", "portfolio.css", "scripts/furo.js"} - kept


def test_keys_and_the_search_keep_their_scripts() -> None:
    assert left_out("", shortcuts=False) - left_out("", shortcuts=True) == set(KEYS)


@pytest.mark.parametrize(
    ("markup", "more"),
    [
        ("<script>Documentation.focusSearchBar()</script>", []),
        ("", ["_static/copybutton.js"]),
        ("", ["https://example.org/math.js?config=a.css"]),
        ("", [""]),  # a script that stands in the page itself
    ],
)
def test_a_script_that_is_not_known_may_need_all_of_them(markup: str, more: list[str]) -> None:
    assert left_out(markup, *more) == set()


@pytest.mark.parametrize("sheet", ["_static/custom.css", "https://example.org/a.css?v=1"])
def test_a_style_sheet_that_is_not_known_may_build_upon_the_others(sheet: str) -> None:
    assert left_out("", sheet) == {*KEYS, "design-tabs.js"}


def test_no_file_is_named_that_the_page_does_not_load() -> None:
    assert unused(["_static/pygments.css"], "", shortcuts=False) == {"_static/pygments.css"}
    assert unused([], "", shortcuts=False) == set()


def test_templates_are_read_wherever_they_lie(tmp_path: Path) -> None:
    (tmp_path / "sidebar").mkdir()
    (tmp_path / "page.html").write_text("<b>é</b>", "utf-8")
    (tmp_path / "sidebar" / "me.html").write_text("<i>", "utf-8")
    (tmp_path / "other.txt").write_bytes(b"\xff")
    (tmp_path / "z.html").write_bytes(b"<u>\xff")
    (tmp_path / "folder.html").mkdir()
    assert templates([tmp_path, tmp_path / "none"]) == "<b>é</b><i><u>\ufffd"


@pytest.mark.parametrize("mark", [mark for mark in get_args(Mark) if mark != "bar"])
def test_every_mark_has_looks_of_its_own(mark: Mark) -> None:
    sheet = Path(assets.__file__).with_name("static") / "portfolio.css.jinja"
    assert f'{{{{ with("{mark}") }}}}' in sheet.read_text("utf-8"), "it would be drawn as a bar, as an employer is"
