import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from portfolio.build.output_files import OutputFiles


@pytest.fixture
def out(tmp_path: Path) -> Path:
    for name in ("docs", "doctrees", "out/static", "out/pages"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path / "out"


def begun(out: Path, **options: Any) -> OutputFiles:
    """A build into the folder."""
    home = out.parent
    config = SimpleNamespace(html_static_path=["../out/static"])
    builder: Any = SimpleNamespace(
        outdir=out, doctreedir=home / "doctrees", srcdir=home / "docs", confdir=home / "docs", config=config
    )
    vars(builder).update(options)
    return OutputFiles(builder)


def left(out: Path, **options: Any) -> set[str]:
    """What is in the folder once all that builds wrote is removed."""
    begun(out, **options).remove()
    return {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}


def test_what_builds_created_is_removed_and_nothing_else(out: Path) -> None:
    (out / "mine.html").touch()
    build = begun(out)
    for name in (
        "pages/a.html",
        "a.md",
        "b.html",
        "c.html",
        "mine.html",
        ".hidden.html",
        "static/kept.html",
        "plot.svg",
    ):
        (out / name).write_text("built", "utf-8")
    build.finish({"a": "public"})
    for name in ("b.html", "later.html"):
        (out / name).write_text("by hand", "utf-8")
        os.utime(out / name, ns=(0, 0))
    assert left(out) == {"mine.html", "b.html", "later.html", ".hidden.html", "static/kept.html", "plot.svg"}
    assert not (out / "pages").exists()


def test_names_of_pages_have_the_suffix_of_the_builder_too(out: Path) -> None:
    build = begun(out, out_suffix=".php")
    for name in ("a.php", "a.py"):
        (out / name).touch()
    build.finish({"a": "public"})
    assert left(out, out_suffix=".php") == {"a.py"}


def test_what_an_earlier_build_wrote_is_known_as_long_as_it_is_there(out: Path) -> None:
    for name in ("a", "b"):
        build = begun(out)
        assert build.is_known == (name == "b")
        (out / f"{name}.html").touch()
        build.finish({name: "public"})
    assert begun(out).gone({"b": "public", "c": "unlisted"}) == {}
    assert begun(out).gone({"b": "unlisted"}) == begun(out).gone({}) == {"b": "public"}
    assert left(out) == set()


def test_pages_that_are_written_again_are_still_known(out: Path) -> None:
    """Also by a build that does not finish, once another one has written them again."""
    for time in (1, 2, 3):
        build = begun(out)
        (out / "a.html").touch()
        os.utime(out / "a.html", ns=(time, time))
        if time != 2:
            build.finish({"a": "public"})
    assert left(out) == set()


def test_what_was_changed_in_between_is_not_ours_until_a_build_writes_it(out: Path) -> None:
    build = begun(out)
    (out / "a.html").touch()
    build.finish({"a": "public"})
    os.utime(out / "a.html", ns=(0, 0))
    begun(out).finish({"a": "public"})
    assert left(out) == {"a.html"}
    build = begun(out)
    os.utime(out / "a.html", ns=(1, 1))
    build.finish({"a": "public"})
    assert left(out) == set()


def test_files_with_the_time_that_they_had_are_known_after_all_was_removed(out: Path) -> None:
    build = begun(out)
    for _ in range(2):
        (out / "a.html").touch()
        os.utime(out / "a.html", ns=(0, 0))
        build.finish({"a": "public"})
        build = begun(out)
        build.remove()
        assert build.gone({}) == {}
    assert left(out) == set()


def test_what_changes_until_all_is_removed_stays(out: Path) -> None:
    build = begun(out)
    (out / "a.html").touch()
    build.finish({"a": "public"})
    build = begun(out)
    os.utime(out / "a.html", ns=(0, 0))
    build.remove()
    assert (out / "a.html").exists()


def test_of_a_build_that_did_not_finish_nothing_is_known(out: Path) -> None:
    build = begun(out)
    (out / "a.html").touch()
    build.finish({"a": "public"})
    begun(out)
    (out / "b.html").touch()
    begun(out).finish({"a": "public"})
    assert left(out) == {"b.html"}


@pytest.mark.parametrize("folder", ["srcdir", "confdir"])
@pytest.mark.parametrize("where", [".", "pages"])
def test_a_folder_of_sources_too_is_left_alone(out: Path, folder: str, where: str) -> None:
    options = {folder: out / where}
    build = begun(out, **options)
    assert build.has_sources
    (out / "a.html").touch()
    build.finish({"a": "public"})
    assert left(out, **options) == {"a.html"}


def test_a_file_that_is_gone_in_the_meantime_does_not_count(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build = begun(out)
    (out / "a.html").touch()

    def fail(path: Path) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "lstat", fail)
    build.finish({"a": "public"})
    monkeypatch.undo()
    assert left(out) == {"a.html"}


@pytest.mark.parametrize("text", ["", "[]", '{"pages": 1}', '{"pages": {}, "files": []}', '{"pages": {}, "files": {"a": null}}', '{"pages": {}, "files": {"a": Infinity}}'])  # fmt: skip
def test_what_is_damaged_says_nothing(out: Path, text: str) -> None:
    build = begun(out)
    (out / "a.html").touch()
    build.finish({"a": "public"})
    (record,) = out.with_name("doctrees").iterdir()
    record.write_text(text, "utf-8")
    assert begun(out).gone({}) == {}
    assert not begun(out).is_known
    assert left(out) == {"a.html"}
