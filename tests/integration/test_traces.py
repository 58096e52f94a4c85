"""No builder's folder says anything of a private page, whatever it held before; of an unlisted one, no list does."""

import zlib

import pytest
from sphinx.testing.util import SphinxTestApp

from hidden_pages import traces
from nightly import by_day
from small_sites import PNG, Site

MARK = b"MARKX"
PAGE = "---\ntitle: MARKX\nproject: {summary: MARKX., skills: [drawing], visibility: %s}\n---\n\n## MARKX\n\n![MARKX](markx.png)\n"


@pytest.fixture
def hiding(site: Site) -> Site:
    (site.source / "projects/markx.png").write_bytes(PNG + MARK)
    site.replace("index.md", "projects/atlas\n", "projects/atlas\nprojects/maps-x\n")
    return site


GETTEXT = pytest.param("gettext", marks=pytest.mark.measured)


@pytest.mark.parametrize("builder", by_day(2, "json", GETTEXT, "latex", "epub", "pickle", "texinfo", "text", "html"))
def test_what_becomes_private_leaves_no_trace(hiding: Site, builder: str) -> None:
    hiding.replace("conf.py", "nitpicky", "gettext_compact = False\nnitpicky")
    hiding.write("projects/maps-x.md", PAGE % "public")
    hiding.build(builder, expect=None)
    folder = hiding.home / "build" / builder
    assert traces(folder)
    hiding.write("projects/maps-x.md", PAGE % "private")
    hiding.build(builder, expect=None)
    assert traces(folder) == set()


HIDDEN = "---\ntitle: MARKX\nproject: {summary: MARKX., visibility: private}\n---\n\n![MARKX](markx.png)\n"


WITHOUT = pytest.param("without its record", marks=pytest.mark.measured)


@pytest.mark.parametrize("how", by_day(1, WITHOUT, "renamed", "deleted before", "moved"))
def test_however_it_becomes_private(hiding: Site, how: str) -> None:
    """Under another name, after it was deleted, where the folders moved in between, and where their records are gone."""
    hiding.replace("conf.py", "html_copy_source = False", "html_copy_source = True")
    page = "---\ntitle: MARKX\nproject: {summary: MARKX.}\n---\n\n![MARKX](markx.png)\n\n{download}`it <markx.png>`\n"
    hiding.write("projects/maps-x.md", page)
    hiding.build(expect=None)
    assert "_sources/projects/maps-x.md.txt" in traces(hiding.home / "build/dirhtml")
    if how == "renamed":
        (hiding.source / "projects/maps-x.md").unlink()
        hiding.write("projects/maps-x-and-more.md", HIDDEN)
    elif how == "deleted before":
        (hiding.source / "projects/maps-x.md").unlink()
        hiding.build(expect=None)
        assert traces(hiding.home / "build/dirhtml") == {"_sources/index.md.txt"}  # the toctree
    elif how == "moved":
        (hiding.home / "build").rename(hiding.home / "elsewhere")
    else:
        for record in hiding.home.rglob("portfolio-*.json"):
            record.unlink()
    if how != "renamed":
        hiding.write("projects/maps-x.md", HIDDEN)
    into = "elsewhere" if how == "moved" else "build"
    hiding.replace("index.md", "projects/maps-x\n", "")
    hiding.build(into=into, expect=None)
    assert ("of which nothing is known any more" in hiding.warnings) == (how == "without its record")
    assert traces(hiding.home / into / "dirhtml") == set()
    assert not list((hiding.home / into).rglob("maps-x.doctree"))


ALONG = {
    "another builder": "",
    "dirhtml": "html_use_index = False",
    "html": 'html_file_suffix = ".htm"',
    "gettext": "gettext_compact = True",
    "latex": "latex_documents = []",
    "man": "man_pages = []",
    "texinfo": "texinfo_documents = []",
}
BEFORE = """
html_split_index, gettext_compact = True, False
latex_documents = [("index", "all.tex", "All", "MARKX", "howto")]
man_pages = [("projects/maps-x", "maps-x", "MARKX", "A", 7)]
texinfo_documents = [("projects/maps-x", "maps-x", "MARKX", "A", "MARKX", "", "")]
"""


@pytest.mark.measured
@pytest.mark.parametrize("visibility", by_day(1, "public", "unlisted"))
@pytest.mark.parametrize("builder", by_day(1, *ALONG))
def test_what_changes_along_with_it_keeps_no_trace(hiding: Site, builder: str, visibility: str) -> None:
    """A setting, or the builder whose folder it is; what others put there stays."""
    conf = (hiding.source / "conf.py").read_text("utf-8") + BEFORE
    hiding.write("conf.py", conf)
    hiding.write("projects/maps-x.md", f"{PAGE % visibility}\n```{{index}} MARKX\n```\n")
    before, after = ("dirhtml", "html") if builder == "another builder" else (builder, builder)
    hiding.build(before, expect=None)
    folder = hiding.home / "build" / before
    assert traces(folder)
    if before != after:
        folder.with_name(after).symlink_to(folder)
    (folder / "MINE").write_text("maps-x", "utf-8")
    hiding.write("conf.py", conf + ALONG[builder])
    hiding.write("projects/maps-x.md", PAGE % "private")
    hiding.build(after, expect=None)
    assert traces(folder) == {"MINE"}
    if before == after:
        hiding.build(after, into="clean", expect=None)
        assert hiding.output("build", after).keys() - {"MINE"} == hiding.output("clean", after).keys()


def test_a_build_of_some_pages_keeps_the_others(hiding: Site) -> None:
    """What is left of a page that became private along with a setting goes with the next build of all."""
    conf = (hiding.source / "conf.py").read_text("utf-8") + BEFORE
    hiding.write("conf.py", conf)
    hiding.write("projects/maps-x.md", f"{PAGE % 'public'}\n```{{index}} MARKX\n```\n")
    hiding.build(expect=None)
    hiding.write("conf.py", conf + "html_use_index = False")
    hiding.write("projects/maps-x.md", PAGE % "private")
    app = SphinxTestApp("dirhtml", srcdir=hiding.source, builddir=hiding.home / "build")
    app.build(filenames=[hiding.source / "timeline.md"])
    app.cleanup()
    assert {"index.html", "projects/atlas/index.html"} <= hiding.output("build").keys()
    assert traces(hiding.home / "build/dirhtml")
    hiding.build(expect=None)
    hiding.build(into="clean", expect=None)
    assert hiding.output("build") == hiding.output("clean")
    assert traces(hiding.home / "build/dirhtml") == set()


@pytest.mark.nightly  # by day test_however_it_becomes_private looks for one
def test_copies_of_sources_are_there_while_nothing_is_hidden(site: Site) -> None:
    """Also those of pages that show nothing of what is, as in Furo."""
    site.replace("conf.py", 'html_theme = "basic"', 'html_theme = "furo"')
    site.replace("conf.py", "html_copy_source = False", "html_copy_source = True")
    site.build()
    assert "_sources/projects/atlas.md.txt" in site.output("build")
    site.write("notes.md", "---\ntitle: Notes\nvisibility: unlisted\norphan: true\n---\n")
    for clean in ("clean", "clean again"):
        site.build()
        site.build(into=clean)
        assert site.output("build") == site.output(clean)
        (site.source / "notes.md").unlink(missing_ok=True)


@pytest.mark.measured
def test_an_index_goes_with_its_last_entry(site: Site) -> None:
    """Where nothing is hidden, too."""
    site.write("about.md", "---\ntitle: About\norphan: true\n---\n\n```{py:module} markx\n```\n")
    site.build()
    assert "py-modindex/index.html" in site.output("build")
    site.write("about.md", "---\ntitle: About\norphan: true\n---\n")
    site.build()
    assert "py-modindex/index.html" not in site.output("build")


def test_what_is_at_the_place_of_a_private_page_may_be_something_else(site: Site) -> None:
    """A redirect page, a file of the site's own, another page: none is taken for what the page left."""
    for name in ("notes", "own", "projects/atlas/index"):
        site.write(f"{name}.md", "---\ntitle: Notes\nvisibility: private\n---\n")
    site.write("redirects.txt", "notes timeline\n")
    site.write("extra/own/index.html", "<p>Mine.</p>")
    site.write("py-modindex.md", "---\ntitle: No index of modules\norphan: true\n---\n")
    site.replace(
        "conf.py", "html_copy_source", 'html_extra_path = ["extra"]\nexclude_patterns = ["extra"]\nhtml_copy_source'
    )
    site.build()
    before = site.output("build")
    assert {
        "notes/index.html",
        "own/index.html",
        "py-modindex/index.html",
        "projects/atlas/index.html",
    } <= before.keys()
    for _ in range(2):
        assert site.build() == []
        assert site.output("build").keys() == before.keys()


@pytest.mark.measured
@pytest.mark.filterwarnings("ignore:'tags' will become")  # in builders for help viewers
@pytest.mark.parametrize("builder", by_day(1, "dirhtml", "epub", "json", "htmlhelp"))
def test_indexes_do_not_name_what_is_unlisted(hiding: Site, builder: str) -> None:
    text = (
        PAGE % "unlisted"
        + "\n```{index} MARKX\n```\n\n```{glossary}\nMARKX\n: Maps.\n```\n\n```{py:module} markx\n```\n"
    )
    hiding.write("projects/maps-x.md", text)
    other = "---\ntitle: Other\norphan: true\n---\n\n```{py:module} other\n```\n"
    hiding.write("about.md", other)
    hiding.build(builder, expect=None)
    folder = hiding.home / "build" / builder
    own = {name for name in traces(folder) if "maps-x" in name}
    assert traces(folder) - own <= {"_images/markx.png"}
    assert own
    index = next(path for path in folder.rglob("*") if path.is_file() and "modindex" in str(path.relative_to(folder)))
    assert "other" in index.read_text("utf-8")
    hiding.write("projects/maps-x.md", text.replace("unlisted", "private"))
    hiding.write("about.md", other.partition("```")[0])
    hiding.build(builder, expect=None)
    assert traces(folder) == set()
    assert not index.exists()


@pytest.mark.nightly  # by day test_an_index_goes_with_its_last_entry sees one that is not split
@pytest.mark.parametrize("builder", ["dirhtml", "html", "json"])
def test_indexes_of_letters_do_not_outlast_their_entries(hiding: Site, builder: str) -> None:
    hiding.replace("conf.py", "nitpicky", "html_split_index = True\nnitpicky")
    text = PAGE + "\n```{index} MARKX\n```\n"
    hiding.write("projects/maps-x.md", text % "public")
    hiding.write("about.md", "---\ntitle: Other\norphan: true\n---\n\n```{index} other\n```\n")
    hiding.build(builder, expect=None)
    folder = hiding.home / "build" / builder
    assert any("genindex-M" in name for name in traces(folder))
    for visibility in ("unlisted", "private"):
        hiding.write("projects/maps-x.md", text % visibility)
        hiding.build(builder, expect=None)
        assert not any("genindex" in name for name in traces(folder))
        assert list(folder.rglob("genindex-O*"))
    hiding.build(builder, into="clean", expect=None)
    assert hiding.output("build", builder).keys() == hiding.output("clean", builder).keys()


def test_a_source_that_is_private_is_not_given_away(hiding: Site) -> None:
    hiding.write("projects/maps-x.md", PAGE % "public")
    links = "[Notes](path:projects/maps-x.md), {download}`more <projects/maps-x.md>` and {download}`less <timeline.md>`"
    hiding.write("about.md", f"---\ntitle: Other\norphan: true\n---\n\n{links}\n")
    hiding.write("old.rst", ":orphan:\n\nOld\n===\n\n.. literalinclude:: projects/maps-x.md\n")
    hiding.build(expect=None)
    assert list((hiding.home / "build/dirhtml/_downloads").rglob("maps-x.md"))
    hiding.write("projects/maps-x.md", PAGE % "private")
    hiding.build(expect=None)
    named = "the source of projects/maps-x, which is private, would be given away"
    assert hiding.warnings.count(named) == 3
    assert "old.rst:6:1: " in hiding.warnings
    assert not list((hiding.home / "build/dirhtml/_downloads").rglob("maps-x.md"))
    assert "Notes, " in hiding.read("about/index.html")
    assert "maps-x" not in hiding.read("about/index.html")
    hiding.write("projects/maps-x.md", PAGE % "public")
    hiding.build(expect=None)
    assert named not in hiding.warnings
    assert list((hiding.home / "build/dirhtml/_downloads").rglob("maps-x.md"))


@pytest.mark.measured
def test_lists_of_changes_name_nothing_that_is_hidden(hiding: Site) -> None:
    page = PAGE + "\n```{versionadded} 1\nMARKX.\n```\n"
    hiding.write("about.md", "---\ntitle: About\norphan: true\n---\n\n```{versionadded} 1\nMore.\n```\n")
    hiding.write("projects/maps-x.md", page % "public")
    hiding.build("changes")
    assert traces(hiding.home / "build/changes") == {"changes.html", "rst/index.html", "rst/projects/maps-x.html"}
    for visibility in ("unlisted", "private"):
        hiding.write("projects/maps-x.md", page % visibility)
        for into in by_day(1, "build", visibility):
            hiding.build("changes", into=into)
            assert traces(hiding.home / into / "changes") == set()
            found = hiding.read("changes.html", "changes", into)
            assert ("More." in found, "<a " in found) == (True, False)
    (hiding.source / "about.md").unlink()
    hiding.build("changes")
    assert not (hiding.home / "build/changes/changes.html").exists()


@pytest.mark.measured
def test_lists_of_todos_name_nothing_that_is_unlisted(hiding: Site) -> None:
    hiding.replace("conf.py", '"portfolio"]', '"portfolio", "sphinx.ext.todo"]\ntodo_include_todos = True')
    hiding.write("projects/maps-x.md", PAGE % "unlisted" + "\n```{todo}\nMARKX.\n```\n")
    hiding.write("about.md", "---\ntitle: About\norphan: true\n---\n\n```{todo}\nMore.\n```\n\n```{todolist}\n```\n")
    for builder in by_day(1, "dirhtml", "text"):
        hiding.build(builder, expect=None)
        page = "about/index.html" if builder == "dirhtml" else "about.txt"
        assert hiding.read(page, builder).count("More.") == 2
        assert page not in traces(hiding.home / "build" / builder)
    assert not {"llms-full.txt", "about.md"} & traces(hiding.home / "build/dirhtml")
    hiding.replace("projects/maps-x.md", "unlisted", "public")
    hiding.build(expect=None)
    assert {"about/index.html", "llms-full.txt"} <= traces(hiding.home / "build/dirhtml")


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


def test_the_inventory_has_names_with_blanks(site: Site) -> None:
    """As those of what is unlisted, whatever they hold; else it is Sphinx's own."""
    terms = "```{glossary}\n%s release 2 of gossip\n: A protocol.\n\n%s a:b 1 c/ d\n: More.\n```\n"
    page = "---\ntitle: T %s std:doc 1 x\norphan: true\nvisibility: %s\n---\n\n"
    site.write("notes.md", page % ("MARKX", "unlisted") + terms % ("MARKX", "MARKX"))
    site.write("about.md", page % ("Other", "public") + terms % ("Other", "Other"))
    site.build(expect=None)
    found = zlib.decompress(site.output("build")["objects.inv"].split(b"\n", 4)[4]).decode()
    assert "MARKX" not in found
    assert "notes/" not in found
    assert "Other release 2 of gossip std:term -1 about/#term-Other-release-2-of-gossip -\n" in found
    assert "Other a:b 1 c/ d std:term -1 about/#term-Other-a-b-1-c-d -\n" in found
    assert "search std:label -1 search/ Search Page\n" in found
    assert "atlas portfolio:project -1 projects/atlas/ Atlas of Seeds\n" in found
    lines = found.splitlines()
    assert len({*lines}) == len(lines)
    site.build(expect=None)
    assert zlib.decompress(site.output("build")["objects.inv"].split(b"\n", 4)[4]).decode() == found
