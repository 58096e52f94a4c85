"""A rename is done wholly or not at all, and keeps every address."""

import datetime as dt
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from portfolio.__main__ import main
from portfolio.commands import journal
from portfolio.commands.files import Refused
from portfolio.commands.journal import JOURNAL
from portfolio.commands.redirects import edited
from portfolio.commands.rename import carry_out, plan
from portfolio.permalinks.ledger import Address

TODAY = dt.date(2026, 11, 23)
PAGES = {
    "index": "---\ntitle: Home\n---\n\nBy {project}`atlas`.\n\n```{include} part.txt\n```\n\n```{include} gone.txt\n```\n",
    "about": "---\ntitle: About\n---\n\nAll about it.\n",
    "employers/kew": "---\ntitle: Kew\nemployer: {summary: A garden., period: 2001 – 2005, places: [Kew], skills: [drawing]}\n---\n\n## Herbarium\n",
    "projects/index": "---\ntitle: Projects\n---\n",
    "projects/atlas": "---\ntitle: Atlas\nproject: {summary: Maps., employers: [kew]}\n---\n\n## Plates\n",
    "projects/bank": "---\ntitle: Bank\nproject: {summary: Seeds., employers: [kew]}\n---\n\n## Vaults\n\n## Über alles\n",
    "talks/seeds": "---\ntitle: Seeds\ntalk: {summary: On seeds., projects: [atlas], deliveries: [{event: Flora, place: Oslo, date: 2004}]}\n---\n",
    "skills/drawing": "---\ntitle: Drawing\nskill: {summary: Pens., category: Arts}\n---\n",
}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    for docname, text in PAGES.items():
        (folder / docname).parent.mkdir(parents=True, exist_ok=True)
        (folder / f"{docname}.md").write_text(text, "utf-8")
    (folder / "part.txt").write_text("And {project}`atlas`.\n", "utf-8")
    (folder / "conf.py").write_text("# projects/atlas\n", "utf-8")
    return folder


def rename(docs: Path, old: str, new: str) -> tuple[str, ...]:
    done = plan(docs, old, new, today=TODAY)
    carry_out(done)
    return done.notices


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def lines(docs: Path, name: str) -> list[str]:
    return [line for line in (docs / name).read_text("utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("projects/atlass", "projects/maps", 'there is no page projects/atlass; did you mean "projects/atlas"?'),
        ("projects/atlas", "projects/bank", "there is a page projects/bank already; rename or remove that first"),
        ("projects/atlas", "projects/atlas", "there is a page projects/atlas already"),
        ("projects/atlas", "talks/atlas", "projects/atlas stays in its folder, which says what it is; write one such as projects/new-name"),
        ("about", "projects/about", "about stays in its folder"),
        ("projects/atlas", "projects/Maps", 'the file name "Maps" is not a slug; use lower-case words joined by hyphens'),
        ("projects/atlas", "projects/../maps", '"projects/../maps" can be no page\'s name; write one such as projects/new-name'),
        ("about", "a b", '"a b" can be no page\'s name; write one such as new-name'),
        ("about", "go/about", '"go/about" can be no page\'s name'),
        ("about", "", '"" can be no page\'s name'),
        ("about", "a" * 241, "a part of the name has more than 240 bytes: suffixes have no room; shorten it"),
        ("about", "search", "Sphinx writes a page search of its own, over any other; write another name"),
        ("about", "a/_sources/about", "a/_sources/about would be left out, by its folder or by exclude_patterns; write another name"),
        ("projects/atlas", "projects/.old/atlas", '"projects/.old/atlas" can be no page\'s name'),
        ("projects/atlas", "projects/drafts/1/maps", "projects/drafts/1/maps would be left out, by its folder or by exclude_patterns"),
        ("linked", "unlinked", "linked is a link to another file; put the page itself here, or rename the link by hand"),
        ("with blank", "without", '"with blank" cannot stand in redirects.txt, so that its address would lead nowhere; move it by hand'),
        ("projects/index", "projects/all", "projects/index is the first page of its folder, and is found by this name; it stays"),
        ("index", "home", "index is the site's first page, and is found by this name; it stays"),
        ("projects/atlas", "projects/old/bank", 'projects/atlas cannot become projects/old/bank\n  projects/old/bank:3:10: project "bank" is projects/bank already; give this file another name'),
    ],
)  # fmt: skip
def test_refusals_leave_everything_as_it_was(
    docs: Path, old: str, new: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (docs / "with blank.md").write_text("# A\n", "utf-8")
    (docs / "linked.md").symlink_to("with blank.md")
    (docs / "conf.py").write_text('exclude_patterns = ["projects/*rafts/?"]\n', "utf-8")
    before = tree(docs)
    with pytest.raises(Refused) as refusal:
        plan(docs, old, new, today=TODAY)
    assert str(refusal.value).startswith(reason)
    assert main([str(docs), "--rename", old, new]) == 1
    assert capsys.readouterr().err.endswith("nothing was changed\n")
    assert tree(docs) == before


def test_pages_with_problems_are_fixed_first(docs: Path) -> None:
    (docs / "projects/bank.md").write_text("---\ntitle: [\n---\n", "utf-8")
    with pytest.raises(Refused, match="the pages have problems already; fix them first\n  projects/bank:3:"):
        plan(docs, "projects/atlas", "projects/maps", today=TODAY)


def test_a_page_gets_another_name(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(docs), "--rename", f"{docs.as_posix()}/projects/atlas.md", "./docs/projects/maps/"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[0] == f"{docs / 'projects/atlas.md'} -> {docs / 'projects/maps.md'}"
    names = ["index.md", "part.txt", "redirects.txt", "talks/seeds.md"]
    assert said.out.splitlines()[1:] == [str(docs / name) for name in names]
    assert said.err == f"note: {docs / 'conf.py'}:1: projects/atlas still stands here; see whether it means the page\n"
    assert not (docs / "projects/atlas.md").exists()
    assert (docs / "projects/maps.md").read_text("utf-8") == PAGES["projects/atlas"]
    assert "projects: [maps]" in (docs / "talks/seeds.md").read_text("utf-8")
    assert (docs / "part.txt").read_text("utf-8") == "And {project}`maps`.\n"
    assert lines(docs, "redirects.txt") == ["projects/atlas projects/maps"]
    assert not (docs / "permalinks.txt").exists()
    assert main([str(docs)]) == 0


@pytest.mark.parametrize("name", ["docs/docs/foo.md", "./docs/docs/foo", "{docs}/docs/foo.md"])
def test_a_path_begins_with_the_folder_once(docs: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (docs / "docs").mkdir()
    for path in ("foo.md", "docs/foo.md"):
        (docs / path).write_text("# Foo\n", "utf-8")
    monkeypatch.chdir(docs.parent)
    home = docs if "{docs}" in name else Path("docs")
    assert plan(home, name.format(docs=docs.as_posix()), "docs/docs/bar", today=TODAY).old == home / "docs/foo.md"


def test_a_line_of_a_list_is_a_comment_where_the_list_says_so() -> None:
    assert edited(b"# A.\n#\n\n#a b\nc d\n", {Address("c"): Address("e")}) == b"# A.\n#\n\nc e\n"


def test_no_rename_is_silently_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--schema", str(tmp_path), "--rename", "a", "b"])
    assert "argument --rename: not allowed with argument --schema" in capsys.readouterr().err
    assert not [*tmp_path.iterdir()]


def test_what_was_promised_and_what_is_new(docs: Path) -> None:
    promised = ["projects/bank", "projects/bank#uber-alles", "projects/bank#vaults"]
    (docs / "permalinks.txt").write_text("# Mine.\n" + "".join(f"{line}\n" for line in promised), "utf-8")
    rename(docs, "projects/bank", "projects/vault")
    found = lines(docs, "permalinks.txt")
    assert found == sorted(found)
    assert {*promised, "go/bank projects/bank", "go/vault projects/vault", "projects/vault#uber-alles"} <= {*found}
    assert (docs / "permalinks.txt").read_text("utf-8").startswith("# Mine.\n")


def test_chains_are_short_and_the_way_back_leaves_nothing(docs: Path) -> None:
    (docs / "redirects.txt").write_text("# Once.\nprojects/map projects/atlas\n\n# Later.\nx about\n", "utf-8")
    rename(docs, "projects/atlas", "projects/maps")
    rename(docs, "projects/maps", "projects/charts")
    assert lines(docs, "redirects.txt") == ["projects/map projects/charts", "", "x about", "projects/atlas projects/charts", "projects/maps projects/charts"]  # fmt: skip
    assert rename(docs, "projects/charts", "projects/maps") == ()
    rename(docs, "projects/maps", "projects/atlas")
    text = (docs / "redirects.txt").read_text("utf-8")
    assert text == "# Once.\nprojects/map projects/atlas\n\n# Later.\nx about\nprojects/charts projects/atlas\nprojects/maps projects/atlas\n"  # fmt: skip


def test_two_pages_change_places(docs: Path) -> None:
    (docs / "permalinks.txt").write_text("go/atlas projects/atlas\nprojects/bank\nprojects/bank#uber-alles\n", "utf-8")
    rename(docs, "projects/atlas", "projects/tmp")
    (notice, *_) = rename(docs, "projects/bank", "projects/atlas")
    assert (
        notice
        == "projects/atlas was the address of projects/tmp before; projects/atlas has a note now that leads there"
    )
    rename(docs, "projects/tmp", "projects/bank")
    assert sorted(lines(docs, "redirects.txt")) == [
        "projects/atlas projects/bank",
        "projects/atlas#atlas projects/bank#atlas",
        "projects/atlas#plates projects/bank#plates",
        "projects/bank projects/atlas",
        "projects/bank#bank projects/atlas#bank",
        "projects/bank#uber-alles projects/atlas#uber-alles",
        "projects/bank#vaults projects/atlas#vaults",
        "projects/tmp projects/bank",
    ]
    assert {"go/atlas projects/atlas", "go/tmp projects/tmp"} <= {*lines(docs, "permalinks.txt")}


def test_an_address_goes_back_to_the_page_that_had_it_first(docs: Path) -> None:
    rename(docs, "projects/atlas", "projects/maps")
    rename(docs, "projects/bank", "projects/atlas")
    notices = rename(docs, "projects/atlas", "projects/vault")
    assert "projects/atlas was the address of projects/maps before, and leads there again" in notices
    assert "projects/atlas projects/maps" in lines(docs, "redirects.txt")
    assert "projects/atlas#vaults projects/vault#vaults" in lines(docs, "redirects.txt")


def test_a_page_that_is_no_entry(docs: Path) -> None:
    rename(docs, "about", "more/about")
    assert lines(docs, "redirects.txt") == ["about more/about"]
    rename(docs, "more/about", "about")
    assert not (docs / "more").exists()


TITLED = [
    "(Atlas)=\n(other)=\n## Zoo",
    "```{figure} a.png\n:name: atlas\n```",
    "```{note}\n(atlas)=\n# Zoo\n```",
    "```{code-block} py\n:caption: A\n:name: atlas\n```",
]
OTHER = ["(atlas)=\nZoo", "```{note}\n:name: atlas\nZoo\n```", "```{code-block} py\n:name: atlas\n```"]


@pytest.mark.parametrize(
    ("label", "has_title"), [*((each, True) for each in TITLED), *((each, False) for each in OTHER)]
)
def test_a_label_of_the_same_name_keeps_its_links(
    docs: Path, label: str, capsys: pytest.CaptureFixture[str], *, has_title: bool
) -> None:
    """Those without a text of their own lead to what has a title alone."""
    links = "[x](#atlas) {any}`x <atlas>` [](#atlas) {any}`atlas`"
    (docs / "about.md").write_text(f"---\ntitle: About\n---\n\n{links}\n\n{label}\n", "utf-8")
    assert main(["rename", str(docs), "projects/atlas", "projects/maps"]) == 0
    after = links if has_title else "[x](#atlas) {any}`x <atlas>` [](#maps) {any}`maps`"
    assert after in (docs / "about.md").read_text("utf-8")
    assert 'note: "atlas" is a label, too: see whether links to #atlas mean the page' in capsys.readouterr().err


def test_git_knows_of_it(docs: Path) -> None:
    def git(*arguments: str) -> str:
        return subprocess.run(["git", *arguments], cwd=docs, capture_output=True, text=True, check=True).stdout

    git("init", "-q")
    git("add", ".")
    rename(docs, "projects/atlas", "projects/maps")
    assert "projects/maps.md" in git("ls-files").splitlines()
    assert "projects/atlas.md" not in git("ls-files").splitlines()


def test_there_may_be_no_git(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    rename(docs, "projects/atlas", "projects/maps")
    assert (docs / "projects/maps.md").exists()


@pytest.mark.parametrize("writes", range(7))
def test_a_disk_that_fills_leaves_everything_as_it_was(
    docs: Path, writes: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before, left, replace = tree(docs), iter(range(writes)), Path.replace

    def fail(self: Path, target: Path) -> Path:
        if next(left, None) is None and self.suffix == ".half":
            raise OSError(28, "No space left on device", str(self))
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        assert main([str(docs), "--rename", "projects/atlas", "projects/old/maps"]) == 1
    assert "No space left on device; nothing was changed" in capsys.readouterr().err
    assert tree(docs) == before
    assert not (docs / "projects/old").exists()


def test_who_fills_the_disk_is_named_where_that_is_known(
    docs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(handle: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        assert main([str(docs), "--rename", "projects/atlas", "projects/maps"]) == 1
    assert capsys.readouterr().err == "No space left on device; nothing was changed\n"
    monkeypatch.setattr("portfolio.commands.journal.finish", fail)
    assert main([str(docs)]) == 1
    assert capsys.readouterr().err == f"{docs}: error: No space left on device\n"


def test_line_endings_and_links_to_files_stay(docs: Path) -> None:
    (docs / "redirects.txt").write_bytes(b"projects/map projects/atlas\r\n")
    (docs / "permalinks.txt").write_bytes(b"projects/map\r\n")
    (docs / "part.txt").rename(docs.parent / "real.txt")
    (docs / "part.txt").symlink_to("../real.txt")
    rename(docs, "projects/atlas", "projects/maps")
    assert (docs / "redirects.txt").read_bytes() == b"projects/map projects/maps\r\nprojects/atlas projects/maps\r\n"
    promised = (docs / "permalinks.txt").read_bytes()
    assert promised.count(b"\r\n") == promised.count(b"\n") > 1
    assert (docs / "part.txt").is_symlink()
    assert (docs.parent / "real.txt").read_text("utf-8") == "And {project}`maps`.\n"


def test_links_to_other_disks_are_written_in_place(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace

    def elsewhere(self: Path, target: Path) -> Path:
        if target.name == "real.txt":
            raise OSError(18, "Invalid cross-device link")
        return replace(self, target)

    (docs / "part.txt").rename(docs.parent / "real.txt")
    (docs / "part.txt").symlink_to("../real.txt")
    monkeypatch.setattr(Path, "replace", elsewhere)
    rename(docs, "projects/atlas", "projects/maps")
    assert (docs.parent / "real.txt").read_text("utf-8") == "And {project}`maps`.\n"


def test_inclusions_are_followed_from_the_file_and_links_from_the_page(docs: Path) -> None:
    about = "---\ntitle: About\n---\n\n```{include} a/first.inc\n```\n\n```{eval-rst}\n.. include:: a/part.rst\n.. include:: a/latin.txt\n```\n"
    (docs / "a").mkdir()
    (docs / "about.md").write_text(about, "utf-8")
    (docs / "a/first.inc").write_text("```{include} second.inc\n```\n", "utf-8")
    (docs / "a/deep.txt").write_text("By :project:`atlas`.\n", "utf-8")
    (docs / "a/second.inc").write_text("[a](projects/atlas.md) [b](../projects/atlas.md)\n", "utf-8")
    (docs / "a/latin.txt").write_bytes(b"\xe9 :project:`atlas`\n")
    (docs / "a/part.rst").write_text("By :project:`atlas`, {project}`atlas`.\n\n.. include:: deep.txt\n", "utf-8")
    rename(docs, "projects/atlas", "projects/maps")
    assert (docs / "a/second.inc").read_text("utf-8") == "[a](projects/maps.md) [b](../projects/atlas.md)\n"
    assert (docs / "a/part.rst").read_text("utf-8").startswith("By :project:`maps`, {project}`atlas`.\n")
    assert (docs / "a/deep.txt").read_text("utf-8") == "By :project:`maps`.\n"


def test_cells_in_files_follow(docs: Path) -> None:
    (docs / "a").mkdir()
    about = "---\ntitle: About\n---\n\n```{csv-table}\n:file: a/cells.csv\n:encoding: latin-1\n```\n\n```{csv-table}\n:file: gone.csv\n```\n"
    (docs / "about.md").write_text(about, "utf-8")
    (docs / "a/cells.csv").write_bytes(b'\xe9, [x](projects/atlas.md)\r\n"{project}`atlas`", #atlas\r\n')
    rename(docs, "projects/atlas", "projects/maps")
    assert (docs / "a/cells.csv").read_bytes() == b'\xe9, [x](projects/maps.md)\r\n"{project}`maps`", #atlas\r\n'


def test_pages_in_restructuredtext_follow(docs: Path) -> None:
    text = "Old\n===\n\nBy :project:`atlas`, :doc:`../projects/atlas` and :doc:`it </projects/atlas>`.\n\n.. toctree::\n\n   /projects/atlas\n\n.. include:: part.txt\n"
    (docs / "a").mkdir()
    (docs / "a/old.rst").write_text(text, "utf-8")
    (docs / "a/part.txt").write_text("By :project:`atlas`.\n", "utf-8")
    (docs / "latin.rst").write_bytes(b"\xe9 :project:`atlas`\n")
    rename(docs, "projects/atlas", "projects/maps")
    assert (docs / "a/old.rst").read_text("utf-8") == text.replace("atlas", "maps")
    assert (docs / "a/part.txt").read_text("utf-8") == "By :project:`maps`.\n"
    assert (docs / "latin.rst").read_bytes() == b"\xe9 :project:`atlas`\n"


def test_inclusions_of_a_file_stay_where_the_page_moves(docs: Path) -> None:
    (docs / "parts").mkdir()
    (docs / "about.md").write_text("# About\n\n```{include} parts/one.txt\n```\n", "utf-8")
    (docs / "parts/one.txt").write_text("```{include} two.txt\n```\n[a](part.txt)\n", "utf-8")
    for name in ("parts/two.txt", "two.txt"):
        (docs / name).write_text("Two.\n", "utf-8")
    rename(docs, "about", "sub/about")
    assert (docs / "parts/one.txt").read_text("utf-8") == "```{include} two.txt\n```\n[a](../part.txt)\n"


NOWHERE = "no toctree has {new}, as this one had projects/atlas by a pattern: add it to one"
EMPTY = 'the pattern "projects/atl*" finds no page without projects/atlas: remove it'


@pytest.mark.parametrize(
    ("toctree", "new", "notes"),
    [
        ("projects/atlas", "projects/old/maps", {}),
        (":glob:\n\nprojects/*", "projects/old/maps", {6: NOWHERE}),
        (":glob:\n\nprojects/*", "projects/maps", {}),
        (":glob:\n\n/projects/**", "projects/old/maps", {}),
        (":glob:\n\nThe atlas <projects/atlas.md>\nprojects/*", "projects/old/maps", {}),
        ("projects/*", "projects/old/maps", {}),
        (":glob:\n\nprojects/atl*", "projects/atlases", {}),
        (":glob:\n\nprojects/atl*", "projects/maps", {6: NOWHERE}),
        (":glob:\n\nprojects/atlas\nprojects/atl*\nprojects/b*", "projects/maps", {7: EMPTY}),
        (":glob:\n\nprojects/m*\nprojects/atl*", "projects/maps", {7: EMPTY}),
    ],
)
def test_patterns_of_toctrees_that_a_page_leaves_are_named(
    docs: Path, toctree: str, new: str, notes: dict[int, str]
) -> None:
    (docs / "conf.py").unlink()
    (docs / "about.md").write_text(f"# About\n\n```{{toctree}}\n{toctree}\n```\n", "utf-8")
    expected = [f"{docs / 'about.md'}:{line}: {note.format(new=new)}" for line, note in notes.items()]
    assert [*rename(docs, "projects/atlas", new)] == expected


def test_patterns_of_toctrees_in_restructuredtext_and_on_the_page_itself(docs: Path) -> None:
    (docs / "conf.py").unlink()
    (docs / "old.rst").write_text("Old\n===\n\n.. toctree::\n   :glob:\n\n   ab*\n", "utf-8")
    (docs / "about.md").write_text("# About\n\n```{toctree}\n:glob:\n\nab*\n```\n", "utf-8")
    note = "no toctree has more/us, as this one had about by a pattern: add it to one"
    assert [*rename(docs, "about", "more/us")] == [
        f"{docs / 'more/us.md'}:6: {note}",
        f"{docs / 'old.rst'}:7: {note}",
    ]


def test_what_is_not_read_is_named(docs: Path) -> None:
    (docs / "part.txt").write_text("{project}`atlas`\n" * 5001, "utf-8")
    (docs / "about.md").write_text("# About\n\n```{csv-table}\n:file: cells.csv\n```\n", "utf-8")
    (docs / "cells.csv").write_text("a, b\n" * 5001, "utf-8")
    (docs / "conf.py").unlink()
    (docs / "old.rst").write_text("By `the atlas <projects/atlas/>`_.\n", "utf-8")
    (docs / "locale").mkdir()
    (docs / "locale/about.po").write_text('msgid "By {project}`atlas`."\nmsgstr ""\n', "utf-8")
    (docs / "_build").mkdir()
    (docs / "_build/old.rst").write_text("By `the atlas <projects/atlas/>`_.\n", "utf-8")
    assert [*rename(docs, "projects/atlas", "projects/maps")] == [
        f"{docs / 'part.txt'}: the page has 5,002 lines, and one of more than 5,000 is not read; make several of it; see whether it names projects/atlas",
        f"{docs / 'locale/about.po'}:1: projects/atlas still stands here; see whether it means the page",
        f"{docs / 'old.rst'}:1: projects/atlas still stands here; see whether it means the page",
    ]


def test_names_that_still_hold_are_not_named(docs: Path) -> None:
    (docs / "conf.py").unlink()
    (docs / "about.md").write_text("---\ntitle: About\n---\n\nBy {project}`atlas`.\n", "utf-8")
    assert [*rename(docs, "projects/atlas", "projects/old/atlas")] == []


def test_images_in_html_are_found_from_the_new_folder(docs: Path) -> None:
    (docs / "conf.py").write_text('myst_enable_extensions = ["html_image"]\n', "utf-8")
    text = "---\ntitle: A\n---\n\n<img alt='a' src=\"a.png\">\n\nAn <IMG\nsrc=a.png> and <img src='https://example.org/a.png'>\n"
    (docs / "about.md").write_text(text, "utf-8")
    (docs / "a.png").write_bytes(b"")
    rename(docs, "about", "sub/about")
    assert (docs / "sub/about.md").read_text("utf-8") == text.replace('"a.png', '"../a.png').replace(
        "=a.png", "=../a.png"
    )


def test_what_may_mean_the_page_is_named(docs: Path) -> None:
    text = "myst_substitutions = {'a': '{project}`atlas`', 'b': '[x](/projects/atlas.md)', 'c': '[x](#atlas)', 'd': 'projects/atlas-2'}\n"
    (docs / "conf.py").write_text(text.replace(", ", ",\n"), "utf-8")
    (docs / "about.md").write_text(f"---\ntitle: About\n---\n\n![a](data:image/png;base64,{'a' * 5000})\n", "utf-8")
    said = [
        f"{docs / 'conf.py'}:{line}: projects/atlas still stands here; see whether it means the page"
        for line in (1, 2, 3)
    ]
    assert [*rename(docs, "projects/atlas", "projects/old/maps")] == said


def test_files_keep_their_modes(docs: Path) -> None:
    (docs / "projects/atlas.md").chmod(0o600)
    rename(docs, "projects/atlas", "projects/maps")
    assert (docs / "projects/maps.md").stat().st_mode & 0o777 == 0o600


def test_the_checker_reports_broken_promises(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (docs / "permalinks.txt").write_text("projects/gone\ntalks/seeds#flora-x\n", "utf-8")
    (docs / "redirects.txt").mkdir()
    assert main([str(docs)]) == 1
    said = capsys.readouterr()
    assert f"{docs / 'permalinks.txt'}:1:1: error: projects/gone has disappeared; " in said.out
    assert '"talks/seeds#flora-x talks/seeds#flora"' in said.out
    assert f"{docs / 'redirects.txt'}: error: this is a folder; fix the file, or remove it" in said.err
    assert "8 pages, 3 errors" in said.err


def test_a_private_page_is_renamed_without_a_redirect(docs: Path) -> None:
    path = docs / "projects/bank.md"
    path.write_text(path.read_text("utf-8").replace("Seeds.,", "Seeds., visibility: private,"), "utf-8")
    talk = docs / "talks/seeds.md"
    talk.write_text(talk.read_text("utf-8").replace("[atlas]", "[atlas, bank]"), "utf-8")
    assert rename(docs, "projects/bank", "projects/vault") == ()
    assert (docs / "projects/vault.md").exists()
    assert "[atlas, vault]" in talk.read_text("utf-8")
    assert lines(docs, "redirects.txt") == []


def at_each_step(docs: Path, signal_number: int) -> Iterator[int]:
    """Rename in a process of its own, again and again from the start, with the signal at one step further each time."""
    kept = docs.with_name("kept")
    shutil.copytree(docs, kept)
    for step in count(1):
        shutil.rmtree(docs)
        shutil.copytree(kept, docs)
        done = plan(docs, "projects/atlas", "projects/old/maps", today=TODAY)
        child = os.fork()
        if not child:  # pragma: no cover
            left = iter(range(step, 0, -1))

            def hit(event: str, details: tuple[Any, ...], left: Iterator[int] = left) -> None:
                writes = event == "open" and isinstance(details[1], str) and "w" in details[1]
                if (writes or event in {"os.mkdir", "os.rename", "os.remove", "os.rmdir"}) and next(left, None) == 1:
                    os.kill(os.getpid(), signal_number)

            sys.addaudithook(hit)
            try:
                carry_out(done)
            except Refused:
                os._exit(1)
            os._exit(0)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        yield status
        if not status:
            return


def test_the_next_command_finishes_what_was_killed(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = tree(docs)
    rename(docs, "projects/atlas", "projects/old/maps")
    after = tree(docs)
    shutil.rmtree(docs)
    for name, data in before.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_bytes(data)
    said = set[str]()
    for status in at_each_step(docs, signal.SIGKILL):
        assert status in {0, -signal.SIGKILL}
        if len(said) % 2:
            assert main([str(docs)]) == 0
        else:
            assert main([str(docs), "--rename", "projects/atlas", "projects/old/maps"]) in {0, 1}
        text = capsys.readouterr().err
        said.add(text)
        assert tree(docs) in ([before, after] if "nothing half done" in text else [after])
        assert not list(docs.rglob("*.half"))
    assert len(said) >= 3


@pytest.mark.unmeasured
def test_the_signal_to_end_leaves_everything_as_it_was(docs: Path) -> None:
    before = tree(docs)
    stopped = 0
    for status in at_each_step(docs, signal.SIGTERM):
        if status == 1:
            assert tree(docs) == before
            stopped += 1
        else:
            main([str(docs)])
            assert "projects/old/maps.md" in tree(docs)
        assert not (docs / JOURNAL).exists()
    assert stopped > 5


@pytest.mark.parametrize("signal_number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize(("step", "is_done"), [("_move", False), ("_clean_up", True)])
def test_a_signal_waits_for_what_cannot_be_done_by_half(
    docs: Path, monkeypatch: pytest.MonkeyPatch, signal_number: int, step: str, *, is_done: bool
) -> None:
    act, left = getattr(journal, step), [signal_number]

    def then_signal(*paths: Path) -> None:
        act(*paths)
        if left:
            os.kill(os.getpid(), left.pop())

    before = tree(docs)
    monkeypatch.setattr(journal, step, then_signal)
    assert main([str(docs), "--rename", "projects/atlas", "projects/old/maps"]) == (0 if is_done else 1)
    assert (tree(docs) == before) is not is_done
    assert ("projects/old/maps.md" in tree(docs)) is is_done
    assert not (docs / JOURNAL).exists()


@pytest.mark.parametrize("command", [["check"], ["rename", "projects/bank", "projects/vault"]])
def test_a_rename_at_work_is_waited_for(
    docs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    act, others = journal._clean_up, list[Future[int]]()

    def with_another(*paths: Path) -> None:
        if not others:
            others.append(pool.submit(main, [command[0], str(docs), *command[1:]]))
            assert wait(others, 0.3).done == set()
        act(*paths)

    monkeypatch.setattr(journal, "_clean_up", with_another)
    with ThreadPoolExecutor() as pool:
        assert main([str(docs), "--rename", "projects/atlas", "projects/maps"]) == 0
    assert others[0].result() == 0
    said = capsys.readouterr()
    assert "interrupted" not in said.err
    assert "error" not in said.out
    assert (docs / "projects/maps.md").exists()
    assert (docs / "projects/vault.md").exists() is (command[0] == "rename")


def test_what_was_edited_since_is_left_alone(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for status in at_each_step(docs, signal.SIGKILL):
        if status and (docs / "projects/old/maps.md").exists():
            break
    (docs / "talks/seeds.md").write_text("Mine.\n", "utf-8")
    assert main([str(docs)]) == 1
    said = capsys.readouterr().err
    assert f"finished an interrupted rename: {docs / 'projects/atlas.md'} -> {docs / 'projects/old/maps.md'}" in said
    assert f"{docs / 'talks/seeds.md'} has been edited since; see whether it still names projects/atlas.md" in said
    assert (docs / "talks/seeds.md").read_text("utf-8") == "Mine.\n"


def test_a_rename_that_cannot_be_finished_is_reported(
    docs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (docs / JOURNAL).mkdir()
    (docs / JOURNAL / "journal.json").mkdir()

    def fail(path: Path) -> None:
        raise OSError(13, "Permission denied", str(path))

    monkeypatch.setattr(shutil, "rmtree", fail)
    assert main([str(docs)]) == 1
    assert "Permission denied\nan interrupted rename is still to be finished\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    "noted",
    [
        "",
        "{",
        "[]",
        '{"old": "a"}',
        '{"old": "a", "new": "b", "texts": []}',
        '{"old": "a", "new": "b", "texts": {"a": 1}}',
    ],
)
@pytest.mark.parametrize("command", [["check"], ["rename", "projects/bank", "projects/vault"]])
def test_a_journal_that_is_damaged_is_named(
    docs: Path, noted: str, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (docs / JOURNAL).mkdir()
    (docs / JOURNAL / "journal.json").write_text(noted, "utf-8")
    before = tree(docs)
    assert main([command[0], str(docs), *command[1:]]) == 1
    reason = "What this says of an interrupted rename is damaged; see what has changed, and remove its folder"
    said = capsys.readouterr().err
    assert str(docs / JOURNAL / "journal.json") in said
    assert reason in said
    assert tree(docs) == before


def test_renames_in_threads_cannot_be_asked_to_end(docs: Path) -> None:
    with ThreadPoolExecutor() as pool:
        pool.submit(rename, docs, "projects/atlas", "projects/maps").result()
    assert (docs / "projects/maps.md").exists()


def test_ctrl_c_says_that_nothing_was_changed(
    docs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*rest: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("portfolio.commands.journal.carry_out", interrupt)
    assert main([str(docs), "--rename", "projects/atlas", "projects/maps"]) == 1
    assert capsys.readouterr().err == "interrupted\nnothing was changed\n"
