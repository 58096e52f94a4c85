"""The real site, built once a run, served and opened in a real browser."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import chromium
from hostile_careers import write_site
from nightly import by_day
from real_site import BASE, PROJECT, SETTINGS, builds, sphinx
from serving import serving
from shared import once


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site, which knows its address; the doctrees are beside it."""

    def build(home: Path) -> None:
        # One process: another test has the other processor.
        options = ["-W", "-n", "-b", "dirhtml", "-d", str(home / "doctrees")]
        sphinx(*options, "docs", str(home / "html"), **SETTINGS)

    return once(tmp_path_factory, "site", build) / "html"


@pytest.fixture(scope="session")
def serve() -> Callable[[Path], AbstractContextManager[str]]:
    """What serves another folder."""
    return serving


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with serving(site) as where:
        yield where


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose every field holds what must not be taken for anything but text; in it a folder for each builder.

    Each page of "html", which is built by night, shows the whole site's tree, each of "dirhtml" a part of it, which the
    extension makes; and only "dirhtml" knows its address.
    """

    def build(home: Path) -> None:
        write_site(home / "docs")
        lines = []
        for builder, limit in by_day(2, ("dirhtml", 10), ("epub", 100), ("html", 100)):
            options = ["-W", "--keep-going", "-b", builder, "-d", str(home / "doctrees")]
            options += ["-D", f"portfolio_full_navigation_limit={limit}"]
            options += ["-D", f"html_baseurl={BASE}"] * (builder == "dirhtml")
            lines.append([*options, str(home / "docs"), str(home / builder)])
        builds(lines, PYTHONPATH=str(PROJECT / "docs/_ext"))

    return once(tmp_path_factory, "hostile", build)


@pytest.fixture(scope="session")
def hostile_address(hostile_site: Path) -> Iterator[str]:
    """Where that site is served."""
    with serving(hostile_site / "dirhtml") as where:
        yield where


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, by the path that the nox session found or was given."""
    path = os.environ.get("CHROMIUM")
    if not path:
        pytest.fail('set CHROMIUM to the path of a Chromium, or run "nox -s tests", which finds or installs one')
    with chromium(path) as browser:
        yield browser
