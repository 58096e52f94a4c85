from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from measuring import entrances
from portfolio.export.cv import docx
from portfolio.export.typst_fonts import Fonts
from small_sites import ROOTS, Firsts, Site

DAY = "1577836800"  # 1 January 2020


@pytest.fixture(scope="session", autouse=True)
def _typesetting() -> Iterator[None]:
    """Set each document once a run, not once a build; what becomes of its parts is the affair of other tests."""
    typeset = Fonts.typeset
    known: dict[object, bytes] = {}

    def typeset_once(self: Fonts, template: bytes, inputs: Mapping[str, str], **options: Any) -> bytes:
        key = (self.digest, template, *sorted(inputs.items()), repr(options))
        if key not in known:
            known[key] = typeset(self, template, inputs, **options)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Fonts, "typeset", typeset_once)
        patch.setattr(docx, "write", cache(docx.write))
        yield


@pytest.fixture(scope="session", autouse=True)
def _entrances() -> Iterator[None]:
    with entrances():
        yield


@pytest.fixture(scope="session")
def all_firsts(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Firsts]:
    """What was built first in the tests so far, those that coverage measures apart from the others."""
    return {measured: Firsts(tmp_path_factory.mktemp("firsts")) for measured in (False, True)}


@pytest.fixture
def firsts(all_firsts: dict[bool, Firsts], request: pytest.FixtureRequest) -> Firsts:
    """What earlier tests like this one built first."""
    return all_firsts[request.node.get_closest_marker("measured") is not None]


@pytest.fixture
def site(firsts: Firsts, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The botanist's site, on a fixed day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    return Site(ROOTS / "botanist", firsts)


@pytest.fixture(scope="module")
def new_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Site]]:
    """Makes the same for fixtures of a file, each of which builds it once with all that some of its tests look at."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", DAY)
        yield lambda: Site(ROOTS / "botanist", tmp_path_factory.mktemp("botanist"))
