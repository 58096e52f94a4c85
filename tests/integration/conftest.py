import pytest

from small_sites import ROOTS, Firsts, Site


@pytest.fixture(scope="session")
def firsts(tmp_path_factory: pytest.TempPathFactory) -> Firsts:
    """What was built first in the tests so far."""
    return Firsts(tmp_path_factory.mktemp("firsts"))


@pytest.fixture
def site(firsts: Firsts, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The botanist's site, on a fixed day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")  # 1 January 2020
    return Site(ROOTS / "botanist", firsts)
