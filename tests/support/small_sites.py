"""Small sites built in the test's own process, each from its own copy of a root."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser
from sphinx.builders.html import _assets
from sphinx.testing.util import SphinxTestApp

from measuring import paused

ROOTS = Path(__file__).parent.parent / "roots"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c63000100000500010d0a2db4"
    "0000000049454e44ae426082"
)
"""A picture of one point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """What the first build of some sources gave.

    :ivar folder: a copy of what it wrote.
    :ivar times: those of the sources, for Sphinx compares them with that of the build.
    """

    folder: Path
    times: dict[Path, int]
    pages: list[str]
    warnings: str


@dataclass(frozen=True, slots=True)
class Firsts:
    """First builds, by all that they were made from, to be copied where the same is built again.

    :ivar home: the folder of all these sites, one after another: environments and records are bound to one.
    """

    home: Path
    known: dict[tuple[object, ...], First] = field(default_factory=dict)


class Site:
    """A copy of a root, to be edited and built again and again.

    :param home: its folder, or where first builds are looked for, which is for tests that replace nothing of the code.
    """

    def __init__(self, root: Path, home: Path | Firsts) -> None:
        self.firsts = home if isinstance(home, Firsts) else None
        self.home = home.home / "site" if isinstance(home, Firsts) else home
        self.source = self.home / "source"
        self.warnings = ""
        if self.firsts:
            shutil.rmtree(self.home, ignore_errors=True)
            # Checksums of what earlier sites had in files of the same names.
            for each in vars(_assets).values():
                getattr(each, "cache_clear", int)()
        shutil.copytree(root, self.source)

    def build(
        self, builder: str = "dirhtml", *, into: str = "build", parallel: int = 0, expect: str | None = ""
    ) -> list[str]:
        """Build and give the pages written. No warning is allowed, or *expect* is among them; if None, any are."""
        if self.firsts is None or (self.home / into).exists():
            written = self._build(builder, into, parallel)
        else:
            written = self._first(self.firsts, builder, into, parallel)
        if expect:
            assert expect in self.warnings
        elif expect is not None:
            assert self.warnings == "", self.warnings
        return written

    def _first(self, firsts: Firsts, builder: str, into: str, parallel: int) -> list[str]:
        sources = self._sources()
        key = (builder, into, parallel, os.environ.get("SOURCE_DATE_EPOCH"), *sources.items())
        if found := firsts.known.get(key):
            shutil.copytree(found.folder, self.home / into)
            for path, time in found.times.items():
                os.utime(path, ns=(time, time))
            self.warnings = found.warnings
            return found.pages
        times = {path: path.stat().st_mtime_ns for path in sources}
        pages = self._build(builder, into, parallel)
        if self._sources() != sources:  # The builder "permalinks" writes some.
            return pages
        copy = firsts.home / str(len(firsts.known))
        shutil.copytree(self.home / into, copy)
        firsts.known[key] = First(folder=copy, times=times, pages=pages, warnings=self.warnings)
        return pages

    def _build(self, builder: str, into: str, parallel: int) -> list[str]:
        home = self.home / into
        before = self._stamps(home / builder)
        with paused():
            app = SphinxTestApp(builder, srcdir=self.source, builddir=home, parallel=parallel)
        try:
            with paused():
                app.build()
            written = {path for path, stamp in self._stamps(home / builder).items() if before.get(path) != stamp}
            outfile: Callable[[str], object] = getattr(app.builder, "get_outfilename", str)
            return sorted(docname for docname in app.env.found_docs if str(outfile(docname)) in written)
        finally:
            self.warnings = re.sub(r"\x1b\[[0-9;]*m", "", app.warning.getvalue())
            app.cleanup()

    def read(self, name: str, builder: str = "dirhtml", into: str = "build") -> str:
        return (self.home / into / builder / name).read_text("utf-8")

    def write(self, name: str, text: str) -> None:
        path = self.source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        path = self.source / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    def output(self, into: str, builder: str = "dirhtml") -> dict[str, bytes]:
        """All files of the output by name, but for Sphinx's note of the configuration and its backup."""
        home = self.home / into / builder
        return {
            str(path.relative_to(home)): path.read_bytes()
            for path in sorted(home.rglob("*"))
            if path.is_file() and not path.name.startswith(".buildinfo")
        }

    def _sources(self) -> dict[Path, bytes]:
        files = sorted(path for path in self.source.rglob("*") if path.is_file() and path.suffix != ".pyc")
        return {path: path.read_bytes() for path in files}

    def _stamps(self, out: Path) -> dict[str, int]:
        return {str(path): path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}


def facts(site: Site, page: str, landmark: str) -> dict[str, str]:
    """The rows of a panel or of back-links as text."""
    tree = LexborHTMLParser(site.read(f"{page}/index.html"))
    names, values = (tree.css(f".portfolio-{landmark} dl.field-list > {tag}") for tag in ("dt", "dd"))
    text = (re.sub(r"\s+", " ", value.text().strip()) for value in values)
    return {name.text().strip().removesuffix(":"): value for name, value in zip(names, text, strict=True)}
