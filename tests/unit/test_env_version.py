"""With another version of the extension, whatever has changed in it, all pages are read again."""

from pathlib import Path

import pytest

import portfolio


def version(home: Path) -> int:
    return portfolio._env_version.__wrapped__(home)


@pytest.mark.parametrize(
    ("name", "counts"),
    [("model/a.py", True), ("i18n/a.po", True), ("export/a.typ", True), ("html/a.html", True), ("a.pyc", False)],
)
def test_it_follows_the_files(tmp_path: Path, name: str, *, counts: bool) -> None:
    before = version(tmp_path)
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("a", "utf-8")
    there = version(tmp_path)
    assert (there != before) is counts
    file.write_text("b", "utf-8")
    assert (version(tmp_path) != there) is counts
