"""Small sites built in the test's own process, each from its own copy of a root."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser
from sphinx.testing.util import SphinxTestApp

ROOTS = Path(__file__).parent.parent / "roots"


class Site:
    """A copy of a root, to be edited and built again and again."""

    def __init__(self, root: Path, home: Path) -> None:
        self.source = home / "source"
        self.home = home
        self.warnings = ""
        shutil.copytree(root, self.source)

    def build(
        self, builder: str = "dirhtml", *, into: str = "build", parallel: int = 0, expect: str | None = ""
    ) -> list[str]:
        """Build and give the pages written. No warning is allowed, or *expect* is among them; if None, any are."""
        home = self.home / into
        before = self._stamps(home / builder)
        app = SphinxTestApp(builder, srcdir=self.source, builddir=home, parallel=parallel)
        try:
            app.build()
            self.warnings = re.sub(r"\x1b\[[0-9;]*m", "", app.warning.getvalue())
            if expect:
                assert expect in self.warnings
            elif expect is not None:
                assert self.warnings == "", self.warnings
            written = {path for path, stamp in self._stamps(home / builder).items() if before.get(path) != stamp}
            outfile: Callable[[str], object] = getattr(app.builder, "get_outfilename", str)
            return sorted(docname for docname in app.env.found_docs if str(outfile(docname)) in written)
        finally:
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
        """All files of the output by name, but for Sphinx's note of the configuration."""
        home = self.home / into / builder
        return {
            str(path.relative_to(home)): path.read_bytes()
            for path in sorted(home.rglob("*"))
            if path.is_file() and path.name != ".buildinfo"
        }

    def _stamps(self, out: Path) -> dict[str, int]:
        return {str(path): path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}


def facts(site: Site, page: str, landmark: str) -> dict[str, str]:
    """The rows of a panel or of back-links as text."""
    tree = LexborHTMLParser(site.read(f"{page}/index.html"))
    names, values = (tree.css(f".portfolio-{landmark} dl.field-list > {tag}") for tag in ("dt", "dd"))
    text = (re.sub(r"\s+", " ", value.text().strip()) for value in values)
    return {name.text().strip().removesuffix(":"): value for name, value in zip(names, text, strict=True)}
