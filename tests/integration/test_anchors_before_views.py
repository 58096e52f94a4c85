"""An anchor before a directive leads to what the directive shows, and is on the page where it shows nothing."""

from pathlib import Path

import pytest

from small_sites import ROOTS, Site

SKILL = "---\ntitle: Pruning\nskill: {summary: Cuts., category: Crafts}\n---\n"


@pytest.mark.parametrize("skill", ["", SKILL], ids=["nothing", "something"])
@pytest.mark.parametrize(
    ("before", "anchor"), [("```{index} pruning\n```", "index-0"), ("(cuts)=", "cuts")], ids=["index", "label"]
)
def test_an_anchor_before_a_listing_is_kept(tmp_path: Path, before: str, anchor: str, skill: str) -> None:
    site = Site(ROOTS / "empty", tmp_path)
    site.write("index.md", f"# Woods\n\n{before}\n\n```{{entries}}\n:kind: skill\n```\n\n[](skills/pruning.md)\n")
    if skill:
        site.write("skills/pruning.md", f"---\norphan: true\n{skill.removeprefix('---').lstrip()}")
    site.build(expect=None)
    assert f'id="{anchor}"' in site.read("index.html")
