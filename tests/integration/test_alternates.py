"""How the files beside the pages are written, whatever is in them."""

from collections.abc import Iterator

import pytest

from portfolio.build import exports
from portfolio.export import Export
from portfolio.export.file import File
from portfolio.export.site import Site as Known
from portfolio.model.career import Career
from small_sites import Site

NAMES = ["one.txt", "two.txt", "three.txt"]


def files(career: Career, site: Known) -> Iterator[File]:
    """Three files, of which the second has a problem."""
    for name in NAMES:
        yield File(name=name, content=name, write=str.encode, problem=_problem)


def _problem(data: bytes) -> str:
    return "the second is wrong; fix it" if data == b"two.txt" else ""


def test_what_is_wrong_with_a_file_is_reported_by_every_build(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.firsts = None
    monkeypatch.setattr(exports, "EXPORTS", (Export(name="texts", files=files),))
    for _ in range(2):
        site.build(expect="WARNING: the second is wrong; fix it")
        assert site.warnings.count("WARNING") == 1
        assert [site.read(name) for name in NAMES] == NAMES
    monkeypatch.setattr(exports, "EXPORTS", ())
    site.build()
    assert not any((site.home / "build/dirhtml" / name).exists() for name in NAMES)
