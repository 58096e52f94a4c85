import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sphinx.project import Project

from portfolio.__main__ import main
from portfolio.build.settings import DEFAULTS
from portfolio.commands.folder import find, settings
from portfolio.reading.problems import Problem, as_text, suggestion


@pytest.mark.parametrize(
    ("name", "known", "words"),
    [
        ("evnt", ["event", "place"], 'did you mean "event"?'),
        ("xyz", ["b", "a"], "known are a, b"),
        ("xyz", [], "add it or correct the name"),
        ("xyz", [f"name-{n}" for n in range(20)], "add it or correct the name"),
    ],
)
def test_suggestions(name: str, known: list[str], words: str) -> None:
    assert suggestion(name, known) == words


def test_the_place_is_shown() -> None:
    problem = Problem(line=2, column=5, message="wrong")
    assert as_text("a.md", problem, ["one", "two\twrong"]) == "a.md:2:5: error: wrong\n    two wrong\n        ^"
    assert as_text("a.md", problem, ["one"]) == "a.md:2:5: error: wrong"
    assert "\x1b[31m" in as_text("a.md", problem, ["one"], color=True)


def test_a_long_line_is_cut_around_the_place() -> None:
    _, line, caret = as_text("a.md", Problem(line=1, column=500, message="wrong"), ["x" * 499 + "!" + "y" * 900]).split(
        "\n"
    )
    assert line[len(caret) - 1] == "!"
    assert len(line) < 130


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "skills").mkdir()
    (tmp_path / "_build").mkdir()
    (tmp_path / "_build/copy.md").write_text("{skill}`nothing`", "utf-8")
    (tmp_path / "index.md").write_text("# Home\n\nI know {skill}`latn`.\n", "utf-8")
    (tmp_path / "skills/latin.md").write_text("---\ntitle: Latin\nskill: {summary: W., category: Arts}\n---\n", "utf-8")
    return tmp_path


def test_the_checker_reports_every_problem(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder)]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines()[:3] == [
        f'{folder}/index.md:3:16: error: there is no skill "latn"; did you mean "latin"?',
        "    I know {skill}`latn`.",
        "                   ^",
    ]
    assert "\x1b" not in out
    assert err == "2 pages, 2 errors, 0 notices\n"


def test_the_checker_speaks_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--format", "json"]) == 1
    first, _ = json.loads(capsys.readouterr().out)
    assert first == {
        "path": f"{folder}/index.md",
        "line": 3,
        "column": 16,
        "message": 'there is no skill "latn"; did you mean "latin"?',
        "topic": "reference",
        "severity": "error",
    }


def test_the_checker_is_content(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "index.md").write_text("# Home\n", "utf-8")
    (folder / "projects").mkdir()
    (folder / "projects/seeds.md").write_text(
        "---\ntitle: S\nproject: {summary: S., skills: [{latin: {proof: So.}}]}\n---\n", "utf-8"
    )
    assert main([str(folder)]) == 0
    assert capsys.readouterr() == ("", "3 pages, 0 errors, 0 notices\n")


def test_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nothing")]) == 2
    assert "there is no such folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("conf", "left_out"),
    [
        ("", {"_build"}),
        ("exclude_patterns = []\n", set()),
        ("exclude_patterns = ['b/', '*/', '**/.hid/', 'a/.hid']\nhtml_static_path = ('_ext/',)\n", {"a/.hid"}),
        ("exclude_patterns = ['node_modules', '**/.hid']\n", {"a/.hid", "node_modules"}),
        ("templates_path = ['_templates']\nhtml_static_path = ('_ext',)\n", {"_build", "_ext", "_templates"}),
        # Whatever is left out here, these are not pages.
        (
            "exclude_patterns = ['b']\nexclude_patterns += some()\n",
            {".hid", "_build", "a/.hid", "a/node_modules", "b", "node_modules"},
        ),
        ("exclude_patterns = some()\n", {".hid", "_build", "a/.hid", "a/node_modules", "node_modules"}),
        (None, {".hid", "_build", "a/.hid", "a/node_modules", "node_modules"}),
    ],
)
def test_pages_are_found_as_sphinx_finds_them(tmp_path: Path, conf: str | None, left_out: set[str]) -> None:
    names = {".hid", "_build", "_ext", "_templates", "a/.hid", "a/node_modules", "b", "node_modules"}
    for name in (*names, "a/_sources", "x.lproj/a"):
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
        (tmp_path / name / "a.md").touch()
    (tmp_path / "b/.#a.md").touch()
    if conf is not None:
        (tmp_path / "conf.py").write_text(conf, "utf-8")
    assert {*find(tmp_path)} == {f"{name}/a" for name in names - left_out}
    if conf is not None and "some" not in conf:
        said: dict[str, Any] = {**DEFAULTS, "templates_path": [], "html_static_path": []}
        exec(conf, said)
        excluded = [*said["exclude_patterns"], *said["templates_path"], *said["html_static_path"]]
        assert Project(tmp_path, [".md"]).discover(excluded) == {*find(tmp_path)}


def test_what_is_left_out(folder: Path) -> None:
    (folder / "_drafts").mkdir()
    (folder / "_drafts/new.md").touch()
    (folder / "projects").mkdir()
    (folder / "projects/_x.md").touch()
    assert list(find(folder)) == ["index", "_drafts/new", "projects/_x", "skills/latin"]
    assert list(find(folder, ["_drafts/*", "projects/_*"])) == ["index", "skills/latin"]


def test_a_file_that_cannot_be_read_hides_no_other_problem(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "skills/lost.md").symlink_to("nowhere.md")
    assert main([str(folder), "--format", "json"]) == 1
    out, err = capsys.readouterr()
    assert len(json.loads(out)) == 2
    assert err.splitlines() == [
        f"{folder}/skills/lost.md: error: this link leads nowhere; fix the file, or remove it",
        "3 pages, 3 errors, 0 notices",
    ]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (os.mkfifo, "this is not a file; fix the file, or remove it"),
        (Path.mkdir, "this is a folder; fix the file, or remove it"),
        (lambda path: path.symlink_to("nowhere.md"), "this link leads nowhere; fix the file, or remove it"),
        (lambda path: path.with_suffix("").symlink_to(".."), "This link leads to a folder that it lies in; remove it"),
    ],
)
def test_what_is_no_page_is_named_by_all_commands(
    folder: Path, capsys: pytest.CaptureFixture[str], make: Callable[[Path], None], message: str
) -> None:
    make(path := folder / "skills/odd.md")
    if path.is_dir():  # which can only be a list
        path = path.rename(folder / "redirects.txt")
    lies = path.with_suffix("") if "lies in" in message else path
    assert main([str(folder)]) == 1
    assert f"{lies}: error: {message}" in capsys.readouterr().err
    assert main(["rename", str(folder), "skills/latin", "skills/greek"]) == 1
    said = capsys.readouterr().err
    assert f"{lies}: {message}" in said
    assert "nothing was changed" in said


def test_a_folder_that_cannot_be_read_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scandir = os.scandir

    def fail(path: str) -> object:
        if path == str(folder / "skills"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", fail)
    assert main([str(folder)]) == 1
    assert capsys.readouterr().err == f"{folder / 'skills'}: error: Permission denied\n"
    main([str(folder), "--exclude", "skills"])
    assert "Permission denied" not in capsys.readouterr().err


def test_a_folder_without_pages_is_no_portfolio(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "redirects.txt").write_text("", "utf-8")
    assert main([str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert said == f"{tmp_path}: error: there is no page here; name the folder that holds the pages\n"


def test_pages_that_the_site_leaves_out_are_none_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.md", "sub/b.md", "sub/sub/c.md"):
        (folder / "drafts" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "drafts" / name).write_text("# A\n", "utf-8")
    found = {
        "[]": ["drafts/a", "drafts/sub/b", "drafts/sub/sub/c"],
        "['drafts/*.md', 'README']": ["drafts/sub/b", "drafts/sub/sub/c"],
        "['**/c.md', 'draft?/a.md']": ["drafts/sub/b"],
        "('drafts/sub',)": ["drafts/a"],
        "['drafts/[!b-z].md', 'drafts/sub/[b-c].md']": ["drafts/sub/sub/c"],
        "['drafts/[z-a].md', 'drafts/[', 'drafts/[^a].md']": ["drafts/sub/b", "drafts/sub/sub/c"],
        "some()": ["drafts/a", "drafts/sub/b", "drafts/sub/sub/c"],
    }
    for patterns, names in found.items():
        (folder / "conf.py").write_text(f"exclude_patterns = {patterns}\n", "utf-8")
        assert [name for name in find(folder) if name.startswith("drafts")] == names
    (folder / "conf.py").unlink()
    os.mkfifo(folder / "conf.py")
    assert "drafts/a" in find(folder)


def test_links_that_lead_upwards_can_be_excluded(folder: Path) -> None:
    (folder / "drafts").symlink_to("..")
    with pytest.raises(OSError, match="This link leads to a folder that it lies in"):
        find(folder)
    assert list(find(folder, ["drafts/**"])) == ["index", "skills/latin"]


def test_links_that_lead_to_each_other_have_no_end(folder: Path) -> None:
    (folder / "skills/a").symlink_to("../talks")
    (folder / "talks").mkdir()
    assert list(find(folder)) == ["index", "skills/latin"]
    (folder / "talks/b").symlink_to("../skills")
    with pytest.raises(OSError, match="This link leads to a folder that it lies in"):
        find(folder)


def test_what_a_terminal_cannot_show_is_said_otherwise(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "skills/植物.md").write_text("---\ntitle: 植物\nskill: {sumary: x}\n---\n", "utf-8")
    terminal = io.TextIOWrapper(io.BytesIO(), "ascii")
    monkeypatch.setattr(sys, "stdout", terminal)
    assert main([str(folder)]) == 1
    terminal.seek(0)
    assert r"skills/\u690d\u7269.md:3:9: error: unknown key" in terminal.read()


@pytest.mark.parametrize(
    ("conf", "found"),
    [
        (None, {}),
        ("x = 1\nroot_doc, y = 'a', 2\n", {}),
        ("myst_enable_extensions = ['deflist', 'colon_fence']\n", {"extensions": {"deflist", "colon_fence"}}),
        ("portfolio_front_matter_keys = ('jupytext',)\nmyst_enable_extensions = names()\n", {"keys": {"jupytext"}}),
        ("myst_enable_extensions = 1\nroot_doc = ['a']\n", {}),
        ("root_doc = [\n", {}),
        (f"root_doc = {'-' * 100_000}1\n", {}),
        ("root_doc = 'contents'\n", {"root": "contents"}),
        ("master_doc = 'start/here'\n", {"root": "start/here"}),
    ],
)
def test_settings_are_those_of_the_configuration(tmp_path: Path, conf: str | None, found: dict[str, object]) -> None:
    if conf is not None:
        (tmp_path / "conf.py").write_text(conf, "utf-8")
    assert settings(tmp_path) == found


def test_the_person_stands_on_the_first_page_whatever_that_is_called(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "contents.md").write_text("---\ntitle: Ada\nperson: {name: Ada}\n---\n", "utf-8")
    main([str(folder)])
    assert 'the person stands on the first page alone; move it to "index.md"' in capsys.readouterr().out
    (folder / "conf.py").write_text("root_doc = 'contents'\n", "utf-8")
    main([str(folder)])
    assert "the person stands" not in capsys.readouterr().out
