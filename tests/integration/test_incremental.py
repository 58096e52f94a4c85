"""After any edit, exactly the pages that show something of it are written, and the output is that of a clean build."""

import os
from collections.abc import Callable

import pytest
from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.testing.util import SphinxTestApp

from nightly import NIGHTLY, by_day
from small_sites import PNG, Site

ALL = ["education/leeds", "employers/kew", "index", "projects/atlas", "projects/seed-bank", "skills/drawing", "skills/index", "skills/taxonomy", "talks/seeds", "timeline"]  # fmt: skip


def edit(name: str, old: str, new: str) -> Callable[[Site], None]:
    return lambda site: site.replace(name, old, new)


EDITS: dict[str, tuple[Callable[[Site], None], list[str]]] = {
    "nothing": (lambda site: None, []),
    "prose": (edit("projects/atlas.md", "A plate a week.", "Two plates a week."), ["projects/atlas"]),
    "a project's summary": (
        edit("projects/atlas.md", "Five hundred", "Six hundred"),
        ["index", "projects/atlas"],
    ),
    "a project's period": (
        edit("projects/atlas.md", "2005-06", "2005-07"),
        ["index", "projects/atlas", "skills/drawing", "timeline"],
    ),
    "an employer's period": (
        edit("employers/kew.md", "2001 – now", "2001 – 2004"),
        [
            "employers/kew",
            "index",
            "projects/seed-bank",
            "skills/drawing",
            "skills/index",
            "skills/taxonomy",
            "timeline",
        ],
    ),
    "a link": (edit("employers/kew.md", "example.org/kew}", "example.org/garden}"), ["employers/kew"]),
    "a skill more": (
        edit("projects/atlas.md", "skills: [drawing]", "skills: [drawing, taxonomy]"),
        ["projects/atlas", "skills/drawing", "skills/index", "skills/taxonomy", "timeline"],
    ),
    "a mention more": (
        edit("employers/kew.md", "pressed plants", "pressed, {skill}`drawn <drawing>` plants"),
        ["employers/kew", "skills/drawing", "skills/index"],
    ),
    "the sentence of a mention": (
        edit("employers/kew.md", "pressed plants", "dried plants"),
        ["employers/kew"],
    ),
    "a claim's time": (
        edit("projects/atlas.md", "skills: [drawing]", "skills: [{drawing: 2004}]"),
        ["projects/atlas", "skills/drawing", "skills/index"],
    ),
    "a claim's proof": (
        edit("employers/kew.md", "skills: [drawing]", "skills: [{drawing: {proof: I drew.}}]"),
        ["employers/kew", "skills/drawing", "skills/index"],
    ),
    "a timeline that can be filtered": (
        edit("timeline.md", "```{timeline}", "```{timeline}\n:kinds: talk"),
        ["skills/drawing", "skills/index", "skills/taxonomy", "timeline"],
    ),
    "a heading over a mention": (
        edit("employers/kew.md", "## Herbarium", "## The herbarium"),
        ["employers/kew", "projects/atlas", "skills/index", "skills/taxonomy"],
    ),
    "a delivery's date": (
        edit("talks/seeds.md", "2006-05-17", "2006-06-17"),
        ["employers/kew", "projects/atlas", "skills/drawing", "talks/seeds", "timeline"],
    ),
    "a title, which every sidebar can show": (edit("talks/seeds.md", "How to draw", "How I draw"), ALL),
}


def with_parents(pages: list[str]) -> list[str]:
    """Sphinx writes a page with a toctree whenever it writes one of those in it."""
    skills = ["skills/index"] * any(page.startswith("skills/") for page in pages)
    return sorted({*pages, *skills, *(["index"] if pages else [])})


@pytest.mark.parametrize("names", [[name] for name in EDITS] if NIGHTLY else [[*EDITS][2::2]], ids=", ".join)
def test_an_edit_writes_the_pages_that_show_it(site: Site, names: list[str]) -> None:
    site.build()
    for name in names:
        change, pages = EDITS[name]
        change(site)
        assert site.build() == with_parents(pages), name
    site.build(into="clean")
    assert site.output("build") == site.output("clean")
    assert site.build() == []


@pytest.mark.nightly  # by day tests/property/test_incremental.py adds, removes and renames pages in a few random edits
def test_pages_come_and_go_and_are_renamed(site: Site) -> None:
    site.build()
    # One that is never built leaves nothing.
    (site.source / "projects/old.md").write_bytes(b"---\ntitle: X\n---\n\xff\n")
    # Nor does an old address lead to it.
    redirects = "projects/former projects/old\nprojects/atlas#gone projects/old#there\n"
    site.write("redirects.txt", redirects)
    site.build(expect="byte 0xff is not UTF-8")
    (site.source / "projects/old.md").unlink()
    (site.source / "redirects.txt").unlink()
    site.write(
        "projects/herbal.md",
        "---\norphan: true\ntitle: Herbal\nproject: {summary: S., employers: [kew], skills: [taxonomy]}\n---\n",
    )
    site.write(
        "skills/latin.md", "---\ntitle: Latin\nskill: {summary: A language., category: Arts}\n---\n\nSum, es, est.\n"
    )
    site.replace("projects/atlas.md", "A plate", "With names in {skill}`latin`, a plate")
    assert site.build() == sorted([*ALL, "projects/herbal", "skills/latin"])
    assert "Herbal" in site.read("employers/kew/index.html")
    # One that no toctree has is only removed.
    (site.source / "projects/herbal.md").unlink()
    assert {"employers/kew", "skills/taxonomy", "timeline"} <= set(site.build())
    assert "Herbal" not in site.read("employers/kew/index.html")
    (site.source / "projects/seed-bank.md").unlink()
    site.replace("index.md", "projects/seed-bank\n", "")
    assert site.build() == sorted({*ALL, "skills/latin"} - {"projects/seed-bank"})
    assert "Seed bank" not in site.read("skills/taxonomy/index.html")
    assert "Seed bank" not in site.read("employers/kew/index.html")
    (site.source / "talks/seeds.md").rename(site.source / "talks/drawing-seeds.md")
    site.replace("index.md", "talks/seeds", "talks/drawing-seeds")
    site.build()
    assert "talks/drawing-seeds/#flora-2006" in site.read("projects/atlas/index.html")
    assert "talks/seeds/" not in site.read("projects/atlas/index.html")
    site.build(into="clean")
    assert site.output("build") == site.output("clean")


def test_the_next_day(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.build()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1577836800 + 366 * 24 * 3600))
    assert site.build() == with_parents(["employers/kew", "skills/drawing", "timeline"])
    assert "about 20\xa0years" in site.read("employers/kew/index.html")


def test_what_pages_hold_for_others_is_kept_until_it_is_taken_away(site: Site) -> None:
    """Entries of the index through a build of other pages, and the numbers of a toctree until it has none."""
    site.replace("index.md", "```{toctree}\n", "```{toctree}\n:numbered:\n")
    listed = "```{index} single: seed; bank\n```\n\n```{index} see: corn; seed\n```\n\n```{glossary}\nPlate\n  A sheet.\n```\n"
    site.write("employers/kew.md", (site.source / "employers/kew.md").read_text("utf-8") + f"\n{listed}")
    part = site.source / "part.txt"
    part.write_text("One part.\n", "utf-8")
    site.replace("projects/atlas.md", "A plate", "```{include} /part.txt\n```\n\nA plate")
    site.build()
    # A file that is included comes from a backup.
    part.write_text("Another part.\n", "utf-8")
    os.utime(part, (10**9, 10**9))
    written = site.build()
    assert "projects/atlas" in written
    assert "employers/kew" not in written
    assert "Another part" in site.read("projects/atlas/index.html")
    assert "bank" in site.read("searchindex.js").partition('"indexentries":')[2]
    site.replace("index.md", ":numbered:\n", "")
    site.build()
    site.build(into="clean")
    assert site.output("build") == site.output("clean")


@pytest.mark.measured
def test_a_second_builder_has_its_own_account(site: Site) -> None:
    site.write("note.md", "---\norphan: true\n---\n\n# Note\n")
    site.build("dirhtml")
    site.build("text")
    assert "Note" in site.read("note.txt", "text")
    (site.source / "note.md").unlink()
    site.replace("projects/atlas.md", "Five hundred", "Six hundred")
    site.build("text")
    assert "note.txt" not in site.output("build", "text")
    assert "index" in site.build("dirhtml")
    assert "Six hundred" in site.read("index.html")


def test_an_edit_under_parallel_reading(site: Site) -> None:
    site.build()
    for name in (
        "projects/atlas.md",
        "employers/kew.md",
        "talks/seeds.md",
        "skills/drawing.md",
        "education/leeds.md",
        "timeline.md",
    ):
        site.write(name, (site.source / name).read_text("utf-8") + "\nMore.\n")
    site.replace("projects/atlas.md", "Five hundred", "Six hundred")
    site.build(parallel=2)
    site.build(into="clean")
    assert site.output("build") == site.output("clean")


@pytest.mark.parametrize("pages", by_day(1, 5, 0, 1, 9))
def test_after_a_build_that_did_not_finish_comes_one_that_is_whole(
    site: Site, monkeypatch: pytest.MonkeyPatch, pages: int
) -> None:
    site.build()
    site.replace("projects/atlas.md", "Five hundred", "Six hundred")
    site.replace("talks/seeds.md", "How to draw", "How I draw")
    written = iter(range(pages))
    write_doc = StandaloneHTMLBuilder.write_doc

    def write_some(self: StandaloneHTMLBuilder, docname: str, doctree: nodes.document) -> None:
        if next(written, None) is None:
            raise KeyboardInterrupt
        write_doc(self, docname, doctree)

    with monkeypatch.context() as patch:
        patch.setattr(StandaloneHTMLBuilder, "write_doc", write_some)
        with pytest.raises(KeyboardInterrupt):
            site.build()
    # What the broken build showed is undone, so that sources alone do not show which pages are stale.
    site.replace("projects/atlas.md", "Six hundred", "Five hundred")
    site.build()
    site.build(into="clean")
    assert site.output("build") == site.output("clean")
    assert site.build() == []


@pytest.mark.measured
def test_settings_have_changed_until_all_pages_have_them(site: Site) -> None:
    site.build()
    site.write("conf.py", (site.source / "conf.py").read_text("utf-8") + "html_show_copyright = False\n")
    app = SphinxTestApp("dirhtml", srcdir=site.source, builddir=site.home / "build")
    try:
        app.build(filenames=[site.source / "employers/kew.md"])
    finally:
        app.cleanup()
    assert {*site.build()} == {*ALL} - {"employers/kew"}
    site.build(into="clean")
    assert site.output("build") == site.output("clean")
    assert site.build() == []


@pytest.mark.measured
@pytest.mark.parametrize("text", by_day(1, "", "a\nb\n"))
def test_a_note_of_settings_that_is_half_written(site: Site, text: str) -> None:
    """It does not end the build."""
    site.build()
    (site.home / "build/dirhtml/.buildinfo").write_text(text, "utf-8")
    assert site.build() == ALL
    assert site.build() == []


def enlarge(site: Site) -> None:
    """Make it a large site in Furo, where a page that goes does not make all others stale."""
    conf = (site.source / "conf.py").read_text("utf-8")
    site.write("conf.py", f'{conf}html_theme = "furo"\nportfolio_full_navigation_limit = 1\n')


@pytest.mark.measured
def test_a_file_that_two_pages_share_stays_with_one_of_them(site: Site) -> None:
    enlarge(site)
    for name in ("notes", "notes/index"):
        site.write(f"{name}.md", f"---\norphan: true\n---\n\n# From {name}\n")
    site.build()
    (site.source / "notes.md").unlink()
    assert "notes/index" not in site.build()
    assert "From notes/index" in site.read("notes/index.html")


def test_a_private_page_comes_and_goes_to_which_a_path_leads(site: Site) -> None:
    site.replace("projects/atlas.md", "A plate a week.", "A plate a week: [](/talks/hush.md).")
    site.build(expect="hush")
    site.write("talks/hush.md", "---\ntitle: Hush\ntalk: {visibility: private}\n---\n")
    assert "projects/atlas" in site.build(expect=None)
    (site.source / "talks/hush.md").unlink()
    assert "projects/atlas" in site.build(expect="hush")


def test_what_a_build_of_some_pages_takes_from_others_the_next_brings_back(site: Site) -> None:
    (site.source / "plate.png").write_bytes(PNG)
    site.replace("projects/atlas.md", "A plate a week.", "![A plate](/plate.png)")
    enlarge(site)
    hush = "---\norphan: true\ntitle: Hush\nproject: {summary: S., visibility: %s}\n---\n"
    site.write("projects/hush.md", hush % "unlisted")
    site.build(expect=None)
    site.write("projects/hush.md", hush % "private")
    app = SphinxTestApp("dirhtml", srcdir=site.source, builddir=site.home / "build")
    try:
        app.build(filenames=[site.source / "employers/kew.md"])
    finally:
        app.cleanup()
    site.build(expect=None)
    site.build(into="clean", expect=None)
    assert site.output("build") == site.output("clean")
