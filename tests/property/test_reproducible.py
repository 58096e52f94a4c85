"""The same sources give the same files: in another build, folder, process count, hash seed, time zone and locale."""

import shutil
from pathlib import Path

import pytest

from nightly import NIGHTLY
from real_site import ELSEWHERE, PROJECT, sphinx
from small_sites import ROOTS

SOURCES = {"small": ROOTS / "botanist", "real": PROJECT / "docs"}
"""By day the real site is built twice, in tests/site."""


def build(source: Path, home: Path, *, processes: str = "1", **environ: str) -> dict[str, bytes]:
    """Every file, Sphinx's note of the configuration included, of a copy of *source* built in *home* with Furo."""
    docs = home / "docs"
    shutil.copytree(source, docs, ignore=shutil.ignore_patterns("_build", "__pycache__"))
    environ |= {"SOURCE_DATE_EPOCH": "1767225600", "PYTHONPATH": str(PROJECT / "docs/_ext")}  # 1 January 2026
    options = ["-W", "-D", "html_theme=furo", "-j", processes, "-b", "dirhtml", "-d", str(home / "doctrees")]
    sphinx(*options, str(docs), str(home / "html"), cwd=PROJECT, **environ)
    return {
        str(path.relative_to(home / "html")): path.read_bytes() for path in (home / "html").rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("name", SOURCES if NIGHTLY else ["small"])
def test_the_same_sources_give_the_same_files(name: str, tmp_path: Path) -> None:
    first = build(SOURCES[name], tmp_path / "first", PYTHONHASHSEED="1", TZ="UTC")
    others = {"elsewhere, in parallel": build(SOURCES[name], tmp_path / "an other/ördner", processes="2", **ELSEWHERE)}
    if NIGHTLY:
        others["again"] = build(SOURCES[name], tmp_path / "again")
        others["in parallel"] = build(SOURCES[name], tmp_path / "parallel", processes="2")
        others["elsewhere"] = build(SOURCES[name], tmp_path / "another", **ELSEWHERE)
    assert ".buildinfo" in first
    for how, files in others.items():
        assert {file for file in first.keys() | files.keys() if first.get(file) != files.get(file)} == set(), how
