"""A build that loses pages is not a success: it names them, and the next build trusts nothing that this one left."""

import pytest
from selectolax.lexbor import LexborHTMLParser
from sphinx.errors import SphinxError
from sphinx.testing.util import SphinxTestApp

from nightly import by_day
from portfolio.build.workers import Workers
from small_sites import Site

HOSTILE = """html_copy_source = False
import os, signal

def setup(app):
    app.connect("{event}", hit, priority=999)

def hit(app, *rest):
    if any(each in ("projects/atlas", "talks/seeds") for each in rest):
        {fault}
"""
RAISE, KILL = 'raise KeyError("refid")', "os.kill(os.getpid(), signal.SIGKILL)"


def spoil(site: Site, event: str, fault: str) -> None:
    site.replace("conf.py", "html_copy_source = False\n", HOSTILE.format(event=event, fault=fault))


@pytest.mark.parametrize(
    ("event", "fault"),
    by_day(1, ("html-page-context", KILL), ("source-read", RAISE), ("source-read", KILL), ("html-page-context", RAISE)),
)
@pytest.mark.parametrize("builder", by_day(1, "dirhtml", "json"))
def test_pages_that_processes_lose_are_named(site: Site, event: str, fault: str, builder: str) -> None:
    conf = (site.source / "conf.py").read_text("utf-8")
    # So many that the tasks are not all begun at once: what an earlier one raises is lost while the next is added.
    for number in range(12):
        site.write(f"more/page-{number}.md", f"---\norphan: true\n---\n\n# Page {number}\n")
    spoil(site, event, fault)
    with pytest.raises((SphinxError, EOFError)) as error:
        site.build(builder, parallel=2, expect=None)
    text = f"{error.value}{site.warnings}"
    # The first of them ends the build, maybe before the other has been begun.
    assert "projects/atlas" in text or "talks/seeds" in text
    if fault == RAISE:
        assert "'refid'" in text
    site.write("conf.py", conf)
    site.build(builder, parallel=2, expect="" if builder == "dirhtml" else None)
    site.build(builder, into="clean")
    assert site.output("build", builder).keys() == site.output("clean", builder).keys()


@pytest.mark.measured
def test_an_error_in_the_one_process_names_its_page(site: Site) -> None:
    spoil(site, "html-page-context", RAISE)
    with pytest.raises(SphinxError, match="refid"):
        site.build(expect=None)
    assert "these pages were not written; build again:\n  projects/atlas: " in site.warnings


def test_links_from_a_page_to_itself_lead_to_its_top(site: Site) -> None:
    listings = "```{timeline}\n```\n\n```{entries}\n```\n\n```{deliveries}\n```\n"
    site.replace("projects/atlas.md", "A plate a week.", f"A plate a week.\n\n{listings}")
    site.build(parallel=2)
    page = LexborHTMLParser(site.read("projects/atlas/index.html"))
    for part in (".portfolio-chart", ".portfolio-rows", ".portfolio-title"):
        assert "#" in [node.attributes.get("href") for node in page.css(f"{part} a")], part
    assert page.css(".body a[href='']") == []


@pytest.mark.measured
@pytest.mark.parametrize("found", ["unread", "lost"])
def test_whatever_is_lost_ends_the_build(site: Site, found: str, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "portfolio: these pages were lost"
    monkeypatch.setattr(Workers, found, lambda self, *rest: said)
    with pytest.raises(SphinxError, match=f"^{said}$"):
        site.build(into="lost", expect=None)


def test_a_build_that_was_not_planned_writes_nothing_beside_pages(site: Site) -> None:
    app = SphinxTestApp("dirhtml", srcdir=site.source, builddir=site.home / "build")
    app.emit("build-finished", None)
    app.cleanup()
    assert not (site.home / "build/dirhtml/cv.txt").exists()


@pytest.mark.measured
def test_a_page_that_is_deleted_after_sphinx_found_it(site: Site) -> None:
    """It is no page any more, new or known."""
    site.write("notes.md", "---\ntitle: Notes\norphan: true\n---\n\nOn {talk}`seeds`.\n")
    site.build()
    delete = "pathlib.Path(app.srcdir, name).unlink(missing_ok=True)"
    hook = f'lambda app, *_: [{delete} for name in ("notes.md", "new.md")] and [], priority=1'
    conf = (site.source / "conf.py").read_text("utf-8")
    site.write("conf.py", f"import pathlib\n{conf}\ndef setup(app):\n    app.connect('env-get-outdated', {hook})\n")
    site.write("new.md", "---\ntitle: New\norphan: true\n---\n")
    site.build()
    assert not [name for name in site.output("build") if name.startswith(("notes", "new"))]
    assert "notes" not in site.read("talks/seeds/index.html")
    assert not (site.home / "build/doctrees/notes.doctree").exists()
