"""Sites with characters that the fonts lack: what is left out, what is said, and that nothing leads there."""

import re
from pathlib import Path

import pytest
from sphinx.errors import ConfigError
from sphinx.testing.util import SphinxTestApp

from portfolio.export.typst_fonts import TYPST, TypesettingError
from small_sites import Site

THAI = "ฟอนต์ไทย"
WARNINGS = {
    "cv.pdf is not written, since no font has ฟ อ น ต์ ไ ท ย; install fonts that have them, and name their folder or package in portfolio_fonts in conf.py",
    "cards/: 3 of 11 cards are not written, since no font has ฟ อ น ต์ ไ ท ย; install fonts that have them, and name their folder or package in portfolio_fonts in conf.py",
}


def configure(site: Site, text: str) -> None:
    site.write("conf.py", f"{(site.source / 'conf.py').read_text('utf-8')}\n{text}\n")


def said(site: Site) -> set[str]:
    return set(re.findall(r"(?:WARNING: )(.+?)(?: \[portfolio\.fonts\])?\n", site.warnings))


def heads(site: Site) -> str:
    pages = (site.home / "build/dirhtml").rglob("*.html")
    return "".join(path.read_text("utf-8").partition("</head>")[0] for path in pages)


@pytest.mark.measured
def test_what_no_font_has_is_left_out_until_fonts_are_named(site: Site) -> None:
    configure(site, 'html_baseurl = "https://example.org/me"')
    site.write("llms.md", "---\ntitle: Files\n---\n\n```{exports}\n```\n")
    site.replace("index.md", "timeline\n", "timeline\nllms\n")
    site.build()
    out = site.home / "build/dirhtml"
    cards = {path.relative_to(out) for path in out.rglob("cards/**/*.png")}
    assert 'href="cv.pdf"' in site.read("index.html")

    site.replace("projects/atlas.md", "title: Atlas of Seeds", f"title: {THAI}")
    site.replace("skills/drawing.md", "title: Drawing", f"title: {THAI}")
    site.replace("skills/taxonomy.md", "title: Taxonomy", f"title: {THAI}")
    site.build(expect=None)
    assert said(site) == WARNINGS
    assert not (out / "cv.pdf").exists()
    assert (out / "cv.txt").exists()
    left = {path.relative_to(out) for path in out.rglob("cards/**/*.png")}
    assert cards - left == {
        Path("cards", f"{name}.png") for name in ("projects/atlas", "skills/drawing", "skills/taxonomy")
    }
    assert "cv.pdf" not in heads(site) + site.read("llms/index.html") + site.read("llms.txt")
    assert "cards/projects/atlas.png" not in heads(site)
    assert "og:image" not in site.read("projects/atlas/index.html")

    site.write("own/cv.pdf", "%PDF")
    configure(site, 'html_extra_path = ["own"]')
    site.build(expect=None)
    # It is said as often as it is built.
    assert {message.partition(" ")[0] for message in said(site)} == {"cards/:"}
    assert (out / "cv.pdf").read_text() == "%PDF"

    configure(site, 'html_extra_path = []\nportfolio_fonts = "pylopdf_fonts_th"')
    site.build()
    assert {path.relative_to(out) for path in out.rglob("cards/**/*.png")} == cards
    assert 'href="cv.pdf"' in site.read("index.html")
    assert "cards/projects/atlas.png" in heads(site)


@pytest.mark.measured
def test_a_text_that_typst_cannot_set_is_a_problem(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> bytes:
        raise TypesettingError("panic")

    configure(site, 'html_baseurl = "https://example.org/me"')
    site.firsts = None  # what is built here is not to be copied where nothing is replaced
    monkeypatch.setattr(type(TYPST), "typeset", fail)
    monkeypatch.setattr(type(TYPST), "lacking", lambda *_: [])
    site.build(expect="cards/index.png is not written, since Typst cannot set its text: panic")


def test_fonts_that_are_not_there_stop_the_build(site: Site) -> None:
    with pytest.raises(ConfigError, match='portfolio: portfolio_fonts names "no-fonts", which is neither a folder'):
        SphinxTestApp(
            "dirhtml", srcdir=site.source, builddir=site.home, confoverrides={"portfolio_fonts": ["no-fonts"]}
        )
