"""What makes hundreds of builds in one process cheaper, without a change to any of them."""

import copy
import gc
import importlib
import logging
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import Any

import jinja2
import pytest
from docutils import frontend
from hypothesis import settings
from myst_parser.mdit_to_docutils import base as mdit_to_docutils

import portfolio
from nightly import NIGHTLY

# By day the same examples in each run; and how long one takes is the machine's affair.
settings.register_profile("portfolio", deadline=None, derandomize=not NIGHTLY, database=None)
settings.load_profile("portfolio")


def pytest_collection_finish() -> None:
    """Import all of the extension while coverage is on, and look for garbage in what the tests make alone.

    Python would otherwise go through all tests, again and again, in every fork.
    """
    for module in pkgutil.walk_packages(portfolio.__path__, "portfolio."):
        importlib.import_module(module.name)
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the real site and the random ones out of what coverage measures, which nearly doubles what they cost.

    The tests of functions and of small sites have to reach every line and branch.
    """
    for item in items:
        if item.path.parent.name in {"property", "site"}:
            item.add_marker("no_cover")


@pytest.fixture(scope="session", autouse=True)
def _templates() -> Iterator[None]:
    """Compile each of the themes' templates once a run, not once a build."""
    compile_template = jinja2.Environment.compile
    known: dict[tuple[object, ...], Any] = {}

    def compile_once(self: jinja2.Environment, *source: Any, **options: Any) -> Any:
        key = (type(self), *self.extensions, *source, *options.items())
        if key not in known:
            known[key] = compile_template(self, *source, **options)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", compile_once)
        yield


@pytest.fixture(scope="session", autouse=True)
def _settings() -> Iterator[None]:
    """Gather docutils' settings once a run, not once a page."""
    gather = cache(frontend.get_default_settings)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mdit_to_docutils, "get_default_settings", lambda *parts: copy.deepcopy(gather(*parts)))
        yield


@pytest.fixture(scope="session", autouse=True)
def _debugging() -> Iterator[None]:
    """Make no records of what Sphinx logs for its own authors, which nothing here shows."""
    logging.disable(logging.DEBUG)
    yield
    logging.disable(logging.NOTSET)
