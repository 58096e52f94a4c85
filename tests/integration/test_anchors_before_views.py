"""An anchor before a directive leads to what the directive shows, and is on the page where it shows nothing."""

from pathlib import Path

import pytest

from small_sites import ROOTS, Site

SKILL = "---\ntitle: Pruning\nskill: {summary: Cuts., category: Crafts}\n---\n"


@pytest.mark.parametrize("skill", ["", SKILL], ids=["nothing", "something"])
def test_an_anchor_before_a_listing_is_kept(tmp_path: Path, skill: str) -> None:
    site = Site(ROOTS / "empty", tmp_path)
    for name, before in (("index", "```{index} pruning\n```"), ("more", "(cuts)=")):
        site.write(f"{name}.md", f"# Woods\n\n{before}\n\n```{{entries}}\n:kind: skill\n```\n\n[](skills/pruning.md)\n")
    if skill:
        site.write("skills/pruning.md", f"---\norphan: true\n{skill.removeprefix('---').lstrip()}")
    site.build(expect=None)
    assert 'id="index-0"' in site.read("index.html")
    assert 'id="cuts"' in site.read("more/index.html")
