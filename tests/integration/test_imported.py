"""Careers from files of other tools are built without a warning, and come back from resume.json."""

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from nightly import by_day
from portfolio.__main__ import main
from portfolio.commands.importing.command import imported
from portfolio.model.dates import build_day
from round_trips import lost
from small_sites import Site

CAREERS = Path(__file__).parents[1] / "careers"


def built(name: str, tmp_path: Path) -> Site:
    folder = tmp_path / "imported"
    assert main(["import", str(CAREERS / name), str(folder)]) in {0, 1}
    site = Site(folder / "docs", tmp_path / "built")
    site.build("html")
    return site


@pytest.mark.parametrize(("name", "share"), by_day(1, ("painter-ja.json", 0.97), ("gardener.json", 0.55)))
def test_values_come_back_or_are_named(name: str, share: float, tmp_path: Path) -> None:
    site = built(name, tmp_path)
    notes, _ = imported((CAREERS / name).read_bytes(), CAREERS / name, "en", build_day({}))
    exported = json.loads(site.read("resume.json", "html"))
    number, back, missing = lost(json.loads((CAREERS / name).read_text("utf-8")), exported, notes.found)
    assert missing == []
    assert back > share * number


def test_the_report_is_for_its_author_alone(tmp_path: Path) -> None:
    site = built("engineer.yaml", tmp_path)
    page = LexborHTMLParser(site.read("imported.html", "html"))
    assert page.css_first('meta[name="robots"][content="noindex"]')
    names = [name for name in site.output("build", "html") if name.endswith((".html", ".js", ".txt", ".xml", ".inv"))]
    texts = {name: site.output("build", "html")[name].decode("utf-8", "replace") for name in names}
    leading = {name for name, text in texts.items() if "imported" in text and name != "imported.html"}
    assert leading == set()
    assert "Domina todo lo que haya que saber, y más" in texts["index.html"]
