"""What MyST finds on a page: parsed as Sphinx has it parsed, without a build."""

from pathlib import Path

from docutils.frontend import get_default_settings
from docutils.nodes import Element, document, rubric, section, title
from docutils.utils import new_document
from myst_parser.parsers.sphinx_ import MystParser
from sphinx import addnodes
from sphinx.testing.util import SphinxTestApp
from sphinx.util.docutils import sphinx_domains
from sphinx.util.nodes import clean_astext

from portfolio.build import collect

CONF = """\
extensions = ["myst_parser", "sphinx_design", "portfolio"]
primary_domain = "portfolio"
myst_title_to_header = True
myst_enable_extensions = ["colon_fence"]
"""


class MystReader:
    """A site whose one page is whatever is to be parsed."""

    def __init__(self, home: Path) -> None:
        source = home / "source"
        source.mkdir()
        (source / "conf.py").write_text(CONF, "utf-8")
        (source / "index.md").write_text("---\ntitle: Home\n---\n", "utf-8")
        self.app = SphinxTestApp("dummy", srcdir=source, builddir=home / "build")

    def parse(self, text: str) -> document:
        """The doctree of the page *text*, before any transform."""
        self.app.env.prepare_settings("index")
        settings = get_default_settings(MystParser())
        settings.env, settings.report_level, settings.halt_level = self.app.env, 5, 5
        parsed = new_document(str(self.app.srcdir / "index.md"), settings)
        with sphinx_domains(self.app.env):
            MystParser().parse(text, parsed)
        return parsed

    def close(self) -> None:
        self.app.cleanup()


def references(parsed: document) -> list[tuple[str, str, int]]:
    """The entries that a doctree names in roles, each with the first line of its block."""
    found = [
        (str(node["reftype"]), str(node["reftarget"]), node.line or 0)
        for node in parsed.findall(addnodes.pending_xref)
        if node.get("refdomain") == collect.DOMAIN
    ]
    return sorted(found)


def listed(parsed: document) -> list[tuple[str, str]]:
    """The entries that the listings of a doctree name."""
    found = (each.target for each in collect.references("", parsed) if not each.in_prose)
    return sorted((target.kind, target.slug) for target in found)


def headings(parsed: document) -> list[str]:
    """The text of all headings, as anchors are made of it."""
    return [
        clean_astext(node)
        for node in parsed.findall(lambda node: isinstance(node, title | rubric))
        if isinstance(node, Element) and (isinstance(node.parent, section) or "level" in node)
    ]
