"""The pages that browsers look at by day stand for all: each template, and all that pages are laid out with."""

import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from real_site import PROJECT, pages, sample


def classes(site: Path, paths: list[str]) -> set[str]:
    """All names of classes in the pages, but for those of one skill and of one token in code."""
    files = (site / path.lstrip("/") / "index.html" for path in paths)
    nodes = (node for file in files for node in LexborHTMLParser(file.read_text("utf-8")).css("[class]"))
    names = {name for node in nodes for name in str(node.attributes["class"]).split()}
    return {name for name in names if not re.match("portfolio-of-|portfolio-tint-|highlight-|.{1,2}$", name)}


def test_each_folder_has_an_entry_in_the_sample_and_one_its_index(site: Path) -> None:
    chosen = sample(site)
    folders = sorted(path.parent.name for path in (PROJECT / "docs").glob("*/index.md"))
    assert len(folders) >= 5
    for folder in folders:
        assert any(path.startswith(f"/{folder}/") and path != f"/{folder}/" for path in chosen), folder
    assert any(path.startswith("/for/") for path in chosen)
    assert {f"/{folder}/" for folder in folders} & {*chosen}


def test_each_page_that_is_like_no_other_is_in_the_sample(site: Path) -> None:
    indexes = {f"/{path.parent.name}/" for path in (PROJECT / "docs").glob("*/index.md")} - {"/skills/"}
    alone = {path for path in pages(site) if path.count("/") < 3} - indexes
    assert {"/", "/timeline/", "/search/", "/skills/"} < alone
    assert alone <= {*sample(site)}


def test_all_that_can_have_a_style_is_in_the_sample(site: Path) -> None:
    found = classes(site, pages(site))
    assert {"portfolio-chart", "portfolio-panel", "sd-card"} < found
    assert classes(site, sample(site)) == found


def test_the_sample_is_small(site: Path) -> None:
    assert len(sample(site)) < len(pages(site)) / 6
