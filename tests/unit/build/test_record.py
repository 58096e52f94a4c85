from pathlib import Path

import pytest

from portfolio.build.record import Record, remove


def test_a_record_vouches_for_what_was_written(tmp_path: Path) -> None:
    first = Record(tmp_path, "html", tmp_path / "out")
    first.begin({"a": "1", "b": "1"})
    assert first.stale({"a": "1", "b": "1"}) == ["a", "b"]
    first.finish({"a"})
    second = Record(tmp_path, "html", tmp_path / "out")
    assert second.stale({"a": "1", "b": "1", "c": "1"}) == ["b", "c"]


def test_what_was_due_and_not_written_is_due_again(tmp_path: Path) -> None:
    first = Record(tmp_path, "html", tmp_path / "out")
    first.begin({"a": "1", "b": "1", "c": "1"})
    first.finish({"a", "b", "c"})
    second = Record(tmp_path, "html", tmp_path / "out")
    second.begin({"a": "1", "b": "1", "c": "1"}, {"a", "b"})
    second.finish({"a"})
    assert Record(tmp_path, "html", tmp_path / "out").stale({"a": "1", "b": "1", "c": "1"}) == ["b"]


def test_a_build_that_does_not_finish_vouches_for_nothing_and_forgets_nothing(tmp_path: Path) -> None:
    first = Record(tmp_path, "html", tmp_path / "out")
    first.begin({"a": "1", "b": "1"})
    first.finish({"a", "b"})
    Record(tmp_path, "html", tmp_path / "out").begin({"a": "2"})
    third = Record(tmp_path, "html", tmp_path / "out")
    assert third.stale({"a": "1"}) == ["a"]
    assert third.gone({"a": "1"}) == ["b"]


def test_a_record_is_found_again_where_both_folders_have_moved(tmp_path: Path) -> None:
    first = Record(tmp_path, "html", tmp_path / "out")
    first.begin({"a": "1"})
    first.finish({"a"})
    moved = tmp_path.with_name("moved")
    tmp_path.rename(moved)
    assert Record(moved, "html", moved / "out").before == {"a": "1"}


def test_folders_can_be_on_two_drives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, start: Path) -> str:
        raise ValueError("path is on mount 'c:', start on mount 'd:'")

    monkeypatch.setattr("os.path.relpath", refuse)
    first = Record(tmp_path, "html", tmp_path / "out")
    first.begin({"a": "1"})
    first.finish({"a"})
    assert Record(tmp_path, "html", tmp_path / "out").before == {"a": "1"}


def test_each_output_has_its_own_record(tmp_path: Path) -> None:
    first = Record(tmp_path, "html", tmp_path / "out")
    first.begin({"a": "1"})
    first.finish({"a"})
    for builder, output in (("dirhtml", "out"), ("html", "elsewhere")):
        other = Record(tmp_path, builder, tmp_path / output)
        assert other.stale({"a": "1"}) == ["a"]


@pytest.mark.parametrize("content", ["", "{", "[", "[]", "null", '{"a": "1'])
def test_a_broken_record_is_none(tmp_path: Path, content: str) -> None:
    Record(tmp_path, "html", tmp_path / "out").begin({"a": "1"})
    (path,) = tmp_path.glob("portfolio-html-*.json")
    path.write_text(content, "utf-8")
    again = Record(tmp_path, "html", tmp_path / "out")
    assert again.stale({"a": "1"}) == ["a"]


def test_folders_go_with_their_last_file(tmp_path: Path) -> None:
    for name in ("out/a/b/index.html", "out/c/index.html", "out/c/other.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    out = tmp_path / "out"
    remove([out / "a/b/index.html", out / "c/index.html", out / "never/written.html", out / "gone.html"], out)
    assert sorted(path.relative_to(out).as_posix() for path in out.rglob("*")) == ["c", "c/other.html"]


def test_a_page_can_be_due_again_though_it_is_whole(tmp_path: Path) -> None:
    first = Record(tmp_path, "html", tmp_path / "out")
    first.begin({"a": "1", "b": "1", "c": "1"})
    first.finish({"a", "b", "c"})
    second = Record(tmp_path, "html", tmp_path / "out")
    second.begin({"a": "1", "b": "1", "c": "1"}, {"a"})
    second.finish({"a"}, {"a", "b", "gone"})
    assert Record(tmp_path, "html", tmp_path / "out").before == {"a": "", "b": "", "c": "1"}
