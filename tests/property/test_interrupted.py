"""A build that is killed, whenever that happens, followed by one that is not gives what a clean build gives."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest

from processes import finish, start
from small_sites import ROOTS, Site

MOMENTS = 40


def edit(site: Site) -> None:
    """A bit of everything: a page less, a page more, titles, dates and words."""
    (site.source / "projects/seed-bank.md").unlink()
    site.write("skills/latin.md", "---\ntitle: Latin\nskill: {summary: A language., category: Arts}\n---\n\nSum.\n")
    site.replace("index.md", "projects/seed-bank\n", "")
    site.replace("projects/atlas.md", "A plate", "With names in {skill}`latin`, a plate")
    site.replace("talks/seeds.md", "How to draw", "How I draw")
    site.replace("employers/kew.md", "2001 – now", "2001 – 2004")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(ROOTS / "botanist", tmp_path)


@pytest.mark.nightly  # by day a build is ended by an error in test_incremental.py, a writing process killed in test_lost_pages.py
@pytest.mark.parametrize("first", [True, False])
def test_a_killed_build_leaves_no_trace(site: Site, first: bool) -> None:
    built, kept = site.home / "build", site.home / "kept"
    if first:
        built.mkdir()
    else:
        site.build()
    # Times included: what a killed build does not get to write is older than its source.
    shutil.copytree(built, kept)
    edit(site)
    site.build(into="clean")
    whole = finish(start(site, "build"))
    assert (whole.returncode, whole.stderr, site.output("build")) == (0, "", site.output("clean"))
    opened = int(whole.stdout)
    for moment in (opened * n // (MOMENTS + 1) for n in range(1, MOMENTS + 1)):
        shutil.rmtree(built)
        shutil.copytree(kept, built)
        assert finish(start(site, "build", kill_at=moment)).returncode == -signal.SIGKILL
        site.build(expect=None)
        assert site.output("build") == site.output("clean"), f"killed at file {moment}"


@pytest.mark.nightly  # by day a build of some pages follows a change of settings in test_incremental.py
@pytest.mark.parametrize("moment", range(1, 9))
def test_settings_have_changed_though_a_build_with_them_was_killed(site: Site, moment: int) -> None:
    site.build()
    site.write("conf.py", (site.source / "conf.py").read_text("utf-8") + "html_show_copyright = False\n")
    assert finish(start(site, "build", kill_at=moment)).returncode == -signal.SIGKILL
    site.build()
    site.build(into="clean")
    assert site.output("build") == site.output("clean")
