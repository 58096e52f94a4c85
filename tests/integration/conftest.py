from pathlib import Path

import pytest

from small_sites import ROOTS, Site


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The botanist's site, on a fixed day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")  # 1 January 2020
    return Site(ROOTS / "botanist", tmp_path)
