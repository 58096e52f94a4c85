"""When files last changed, in repositories made for each test."""

import os
import subprocess
from pathlib import Path

import pytest

from portfolio.build.git_dates import modified

A, B, C = "2019-01-01T00:00:00+00:00", "2019-02-01T00:00:00+00:00", "2019-03-01T00:00:00+00:00"


class Repository:
    """A repository with pages in one of its folders, and commits on days that are given."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.docs = home / "docs"
        self.docs.mkdir(parents=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *command: str, day: str = A) -> None:
        settings = ["user.name=A", "user.email=a@example.org", "commit.gpgSign=false", "core.hooksPath=none"]
        options = [part for each in settings for part in ("-c", each)]
        days = {"GIT_COMMITTER_DATE": day, "GIT_AUTHOR_DATE": "2001-01-01T00:00:00+00:00"}
        subprocess.run(
            ["git", "-C", str(self.home), *options, *command], check=True, capture_output=True, env=os.environ | days
        )

    def write(self, name: str, text: str) -> None:
        path = self.docs / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")

    def commit(self, day: str, **files: str) -> None:
        for name, text in files.items():
            self.write(name, text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message=M", day=day)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return Repository(tmp_path / "repository")


def test_each_file_has_the_day_of_its_last_commit(repository: Repository) -> None:
    names = {"a b.md": "1", "sub/ü\n.md": "1", "c.md": "1", "-M": "1"}
    repository.commit("2019-01-01T01:00:00+01:00", **names)
    repository.commit(B, **{"c.md": "2"})
    (repository.home / "README").write_text("above")
    repository.commit(C)
    assert modified(repository.docs) == {"a b.md": A, "sub/ü\n.md": A, "-M": A, "c.md": B}


def test_what_is_not_committed_has_none(repository: Repository) -> None:
    repository.commit(A, **dict.fromkeys(["kept", "changed", "staged", "moved", "removed", "back"], "1"))
    (repository.docs / "removed").unlink()
    (repository.docs / "back").unlink()
    (repository.docs / "moved").rename(repository.docs / "here")
    repository.commit(B)
    repository.write("back", "1")
    repository.write("changed", "2")
    repository.write("new", "1")
    repository.write("staged", "2")
    repository.git("add", "docs/staged")
    assert modified(repository.docs) == {"kept": A, "here": B}


def test_a_file_that_came_back_has_the_day_on_which_it_did(repository: Repository) -> None:
    repository.commit(A, one="1", two="1")
    (repository.docs / "one").unlink()
    repository.commit(B)
    repository.commit(C, one="1")
    assert modified(repository.docs) == {"one": C, "two": A}


def test_a_merge_counts_where_it_made_something_of_its_own(repository: Repository) -> None:
    repository.commit(A, both="1", ours="1", theirs="1")
    repository.git("checkout", "--quiet", "-b", "side")
    repository.commit(B, both="side", theirs="2")
    repository.git("checkout", "--quiet", "main")
    repository.commit(B, both="main", ours="2")
    with pytest.raises(subprocess.CalledProcessError):
        repository.git("merge", "--quiet", "side")
    repository.commit(C, both="merged")
    assert modified(repository.docs) == {"both": C, "ours": B, "theirs": B}


def test_a_shallow_clone_says_nothing(repository: Repository, tmp_path: Path) -> None:
    repository.commit(A, one="1")
    repository.commit(B, two="1")
    address = repository.home.as_uri()
    repository.git("clone", "--quiet", "--depth=1", address, str(tmp_path / "shallow"))
    repository.git("clone", "--quiet", address, str(tmp_path / "whole"))
    assert modified(tmp_path / "shallow/docs") == {}
    assert modified(tmp_path / "whole/docs") == {"one": A, "two": B}


def test_without_a_commit_a_repository_or_git_nothing_is_known(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert modified(repository.docs) == {}
    assert modified(tmp_path) == {}
    repository.commit(A, one="1")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert modified(repository.docs) == {}


def test_nothing_in_the_repository_is_written(repository: Repository) -> None:
    repository.commit(A, one="1")
    index = repository.home / ".git/index"
    before = index.read_bytes(), index.stat().st_mtime_ns
    os.utime(repository.docs / "one", (2_000_000_000, 2_000_000_000))
    assert modified(repository.docs) == {"one": A}
    assert (index.read_bytes(), index.stat().st_mtime_ns) == before
