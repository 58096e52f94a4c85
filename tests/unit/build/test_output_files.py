import os
from pathlib import Path

import pytest

from portfolio.build.output_files import OutputFiles


@pytest.fixture
def out(tmp_path: Path) -> Path:
    for name in ("doctrees", "out/static", "out/pages"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path / "out"


def begun(out: Path) -> OutputFiles:
    """A build into the folder."""
    return OutputFiles(out.with_name("doctrees"), out, [out / "static"])


def left(out: Path) -> set[str]:
    """What is in the folder once all that builds wrote is removed."""
    files = begun(out)
    files.remove()
    return {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}


def test_what_builds_wrote_is_removed_and_nothing_else(out: Path) -> None:
    (out / "mine").touch()
    build = begun(out)
    for name in ("pages/a", "changed", ".hidden", "static/kept"):
        (out / name).touch()
    build.finish({"a": "public"})
    (out / "changed").write_text("by hand", "utf-8")
    os.utime(out / "changed", ns=(0, 0))
    (out / "later").touch()
    assert left(out) == {"mine", "changed", "later", ".hidden", "static/kept"}
    assert not (out / "pages").exists()


def test_what_an_earlier_build_wrote_is_known_as_long_as_it_is_there(out: Path) -> None:
    for name in ("a", "b"):
        build = begun(out)
        (out / name).touch()
        build.finish({name: "public"})
    assert begun(out).gone({"b": "public", "c": "unlisted"}) == {}
    assert begun(out).gone({"b": "unlisted"}) == begun(out).gone({}) == {"b": "public"}
    assert left(out) == set()


def test_files_with_an_old_time_are_written_too(out: Path) -> None:
    """As pictures that are copied, also where they were before all was removed."""
    build = begun(out)
    for _ in range(2):
        (out / "picture").touch()
        os.utime(out / "picture", ns=(0, 0))
        build.finish({"a": "public"})
        build = begun(out)
        build.remove()
    assert left(out) == set()


def test_of_a_build_that_did_not_finish_nothing_is_known(out: Path) -> None:
    build = begun(out)
    (out / "a").touch()
    build.finish({"a": "public"})
    begun(out)
    (out / "b").touch()
    begun(out).finish({"a": "public"})
    assert left(out) == {"b"}


@pytest.mark.parametrize("text", ["", "[]", '{"pages": 1}', '{"pages": {}, "files": []}', '{"pages": {}, "files": {"a": null}}'])  # fmt: skip
def test_what_is_damaged_says_nothing(out: Path, text: str) -> None:
    build = begun(out)
    (out / "a").touch()
    build.finish({"a": "public"})
    (record,) = out.with_name("doctrees").iterdir()
    record.write_text(text, "utf-8")
    assert begun(out).gone({}) == {}
    assert left(out) == {"a"}
