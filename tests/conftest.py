"""What makes hundreds of builds in one process cheaper, without a change to any of them."""

import copy
import gc
import logging
from collections.abc import Iterator
from functools import cache
from typing import Any

import jinja2
import pytest
from docutils import frontend
from myst_parser.mdit_to_docutils import base as mdit_to_docutils


def pytest_collection_finish() -> None:
    """Have Python look for garbage in what the tests make, and not through all tests, again and again, in every fork."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have coverage measure the tests of functions, and of all others those alone that are marked "measured".

    It doubles what a build costs, and few builds reach what no test of functions does. Whoever adds a line that the
    report then misses writes a test of a function, or marks one that builds a site and reaches the line.
    """
    for item in items:
        if "unit" not in item.path.parts and not item.get_closest_marker("measured"):
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
