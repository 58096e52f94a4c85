"""What stands in the place of a file beside the pages."""

import os
from pathlib import Path

import pytest

from portfolio.__main__ import main
from portfolio.reading.source_files import find, read


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "file").write_bytes(b"a\n")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe")
    return tmp_path


def test_what_cannot_be_read_is_a_problem(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = find(home, ["file", "folder", "link", "missing", "pipe"])
    files, problems = read(paths, "variant")
    assert files == {"file": b"a\n"}
    remedy = "; put a file in its place, or remove it"
    assert [(name, each.message.removesuffix(remedy)) for name, each in problems] == [
        ("folder", "this is a folder"),
        ("link", "this link leads nowhere"),
        ("pipe", "this is not a file"),
    ]
    assert {(each.line, each.column, each.topic) for _, each in problems} == {(1, 1, "variant")}

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    files, ((_, problem),) = read({"file": paths["file"]}, "permalinks")
    assert (files, problem.message) == ({}, f"Permission denied{remedy}")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("permalinks.txt", "folder"),
        ("redirects.txt", "link"),
        ("variants", "file"),
        ("variants", "link"),
        ("variants/a.yaml", "folder"),
        ("variants/a.yaml", "link"),
        ("variants/a.yaml", "pipe"),
        ("variants/a.yaml", "empty"),
        ("variants", "empty"),
    ],
)
def test_the_checker_passes_over_none(home: Path, name: str, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    docs = home / "docs"
    (docs / name).parent.mkdir(parents=True)
    (docs / "index.md").write_text("# Home\n", "utf-8")
    if kind == "empty":
        (docs / name).touch()
    else:
        (home / kind).rename(docs / name)
    assert main([str(docs)]) == 1
    said = capsys.readouterr()
    assert "1 pages, 1 errors" in said.err
    assert f"{docs / name}:" in said.out + said.err
