"""What makes hundreds of builds in one process cheaper, without a change to any of them."""

import copy
import gc
import importlib
import logging
import pkgutil
import sys
import threading
from collections.abc import Generator, Iterator
from functools import cache
from importlib import metadata
from typing import Any

import jinja2
import pytest
from docutils import frontend
from hypothesis import settings
from myst_parser.mdit_to_docutils import base as mdit_to_docutils
from sphinx import registry, theming
from sphinx.builders import html, latex
from sphinx.util import docutils

import portfolio
from measuring import trace
from nightly import NIGHTLY

# By day the same examples in each run; and how long one takes is the machine's affair.
settings.register_profile("portfolio", deadline=None, derandomize=not NIGHTLY, database=None)
settings.load_profile("portfolio")

COVERAGE = pytest.StashKey[tuple[Any, Any]]()
"""What Python tells of each line, and those of threads, for coverage; None where it measures otherwise, or not."""


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """Import all of the extension while coverage is on, and look for tests while it is off, as it is between them.

    It is taken from Python instead of stopped: pytest-cov has begun another in each process of a run before it knew
    that there are several (see its ``CovPlugin.__init__``), which would go on in place of one that is stopped.

    Python looks for garbage in what the tests make alone, and seldom. It would otherwise go through all tests, again
    and again, in every fork.
    """
    if not session.config.pluginmanager.has_plugin("dsession"):  # whose processes run the tests
        for module in pkgutil.walk_packages(portfolio.__path__, "portfolio."):
            importlib.import_module(module.name)
    session.config.stash[COVERAGE] = sys.gettrace(), threading.gettrace()
    trace(None, None)
    gc.disable()
    result = yield
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    gc.enable()
    return result


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out by day what is for the night; and measure tests of functions alone, and those marked as measured.

    Coverage adds to what a build costs, and few builds reach what no test of functions does. Whoever adds a line that
    the report then misses writes a test of a function, or marks one that builds a site and reaches the line. Tests of
    functions that take long are marked as unmeasured where others reach all that they do. From Python 3.14 on all is
    measured, for little.
    """
    nightly = [] if NIGHTLY else [item for item in items if item.get_closest_marker("nightly")]
    if nightly:
        config.hook.pytest_deselected(items=nightly)
        items[:] = [item for item in items if item not in set(nightly)]
    for item in items:
        if "unit" not in item.path.parts and not item.get_closest_marker("measured"):
            item.add_marker("unmeasured")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """Measure what a measured test and its fixtures do, and not what pytest does between its parts."""
    if not item.get_closest_marker("unmeasured"):
        trace(*item.config.stash[COVERAGE])
    try:
        yield
    finally:
        trace(None, None)


pytest_runtest_call = pytest_runtest_teardown = pytest_runtest_setup


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
    """Gather docutils' settings once a run, not once a page and once a build."""
    gather = cache(frontend.get_default_settings)

    def default_settings(*components: Any) -> Any:
        return copy.deepcopy(gather(*(each if isinstance(each, type) else type(each) for each in components)))

    def settings(*components: Any, defaults: dict[str, Any], read_config_files: bool = False) -> Any:
        found = default_settings(*components)
        vars(found).update(defaults)
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mdit_to_docutils, "get_default_settings", default_settings)
        for module in (docutils, html, latex):
            patch.setattr(module, "_get_settings", settings)
        yield


@pytest.fixture(scope="session", autouse=True)
def _entry_points() -> Iterator[None]:
    """Look once a run for the themes and builders that packages offer, not once a build."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (registry, theming):
            patch.setattr(module, "entry_points", cache(metadata.entry_points))
        yield


@pytest.fixture(scope="session", autouse=True)
def _progress() -> Iterator[None]:
    """Make no records of what Sphinx tells of its progress, which one test alone looks at."""
    logging.disable(logging.INFO)
    yield
    logging.disable(logging.NOTSET)
