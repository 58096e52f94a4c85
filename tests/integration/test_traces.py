"""No builder's folder says anything of a private page, whatever it held before; of an unlisted one, no list does."""

import re
from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp

from nightly import by_day
from small_sites import PNG, Site

MARK = b"MARKX"
PAGE = "---\ntitle: MARKX\nproject: {summary: MARKX., skills: [drawing], visibility: %s}\n---\n\n## MARKX\n\n![MARKX](markx.png)\n"


def traces(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
        and ("markx" in path.name.lower() or re.search(b"markx|maps-x", path.read_bytes(), re.IGNORECASE))
    }


@pytest.fixture
def hiding(site: Site) -> Site:
    (site.source / "projects/markx.png").write_bytes(PNG + MARK)
    site.replace("index.md", "projects/atlas\n", "projects/atlas\nprojects/maps-x\n")
    return site


@pytest.mark.measured
@pytest.mark.parametrize("builder", by_day(3, "json", "latex", "gettext", "epub", "pickle", "texinfo", "text", "html"))
def test_what_becomes_private_leaves_no_trace(hiding: Site, builder: str) -> None:
    hiding.replace("conf.py", "nitpicky", "gettext_compact = False\nnitpicky")
    hiding.write("projects/maps-x.md", PAGE % "public")
    hiding.build(builder, expect=None)
    folder = hiding.home / "build" / builder
    assert traces(folder)
    hiding.write("projects/maps-x.md", PAGE % "private")
    hiding.build(builder, expect=None)
    assert traces(folder) == set()


def test_lists_do_not_name_what_is_unlisted(hiding: Site) -> None:
    hiding.write("projects/maps-x.md", PAGE % "unlisted")
    hiding.build("json", expect=None)
    assert traces(hiding.home / "build/json") == {"projects/maps-x.fjson", "_images/markx.png"}
    hiding.build("epub", expect=None)
    assert traces(hiding.home / "build/epub") == {"projects/maps-x.xhtml", "_images/markx.png"}


def test_some_pages_can_be_written_without_those_that_have_index_entries(site: Site) -> None:
    site.write("timeline.md", "---\ntitle: T\n---\n\n```{index} one; two\n```\n\n```{glossary}\nA\n: b\n```\n")
    app = SphinxTestApp("html", srcdir=site.source, builddir=site.home / "build")
    try:
        app.build(filenames=[site.source / "index.md"])
    finally:
        app.cleanup()
    assert (site.home / "build/html/searchindex.js").is_file()
    assert not list((site.home / "build/html").glob("*.tmp"))


@pytest.mark.measured
@pytest.mark.filterwarnings("ignore:'tags' will become")  # in builders for help viewers
def test_help_viewers_list_no_unlisted_page(hiding: Site) -> None:
    hiding.write("projects/maps-x.md", PAGE % "unlisted" + "\n```{index} single: MARKX\n```\n")
    hiding.write("maps-x.md", "---\ntitle: Other\norphan: true\n---\n\n```{index} single: other\n```\n")
    for builder in ("qthelp", "htmlhelp"):
        hiding.build(builder, expect=None)
        lists = [path for path in (hiding.home / "build" / builder).glob("*.*h*") if path.suffix != ".html"]
        text = b"".join(path.read_bytes() for path in lists).decode("utf-8", "replace")
        assert "maps-x.html" in text, builder
        assert "projects/maps-x" not in text.replace("\\", "/"), builder
        assert "markx" not in text.lower(), builder
