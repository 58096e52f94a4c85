"""Imports between the extension's packages point one way, and undocumented parts of others are used in few of them."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import portfolio

HOME = Path(portfolio.__file__).parent
ORDER = ["events", "html", "build", "export", "commands", "writing", "views", "permalinks", "reading", "i18n", "model"]
"""Each package imports from those after it only."""
COMMANDS = {"model", "i18n", "reading", "permalinks"}
SPHINX = {"events", "html", "build", "writing"}
"""Where Sphinx and docutils may be imported; all else runs without."""
UNDOCUMENTED = {
    # Sphinx: search index
    "_mapping", "_titles", "_title_mapping", "_index_entries", "js_index", "indexer.prune",
    # Sphinx: toctrees and numbers of sections
    "toctree_includes", "glob_toctrees", "secnumber", "secnumbers", "fignumbers", "toc_secnumbers",
    "collect_relations",
    # Sphinx: environment and builders
    "project.docnames", "EXCLUDE_PATHS", "env-purge-doc", "env.dependencies", "doctreedir", "buildinfo", "build_info", "render_partial",
    "get_outfilename", "create_index", "html_static_path", "INVENTORY_FILENAME", "InventoryFile.dump", "dlpath", "_registry", "read_doc",
    "_raw_config", "templatepathlen",
    # MyST, Furo, and sphinx_book_theme
    "myst_slugs", "furo_navigation_tree", "furo_version", "header_buttons",
    # Typst and PyYAML
    "PanicException", "/Type/Pages/Count", "SafeConstructor",
}  # fmt: skip
"""Names of parts of others that their documentation does not mention, and that a new version may change."""
WATCHED = (
    "build/",
    "html/",
    "commands/folder.py",
    "export/cv/pdf.py",
    "export/typst_fonts.py",
    "reading/yaml_nodes.py",
)
"""Where these may be used, and looked for after an update; events.py passes them on."""


def imports(path: Path) -> Iterator[str]:
    """The modules that a file names, in full."""
    package = ["portfolio", *path.relative_to(HOME).parent.parts]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) + 1 - node.level] if node.level else []
            yield from (".".join([*base, *filter(None, [node.module]), alias.name]) for alias in node.names)


@cache
def arrows() -> tuple[tuple[str, str, Path], ...]:
    return tuple(_arrows())


def _arrows() -> Iterator[tuple[str, str, Path]]:
    for path in sorted(HOME.rglob("*.py")):
        here, *inside = path.relative_to(HOME).with_suffix("").parts
        for name in imports(path):
            top, _, rest = name.partition(".")
            if inside or here == "events":
                yield here, rest.partition(".")[0] if top == "portfolio" else f"{top} itself", path


@pytest.mark.unmeasured
def test_packages_import_downward_only() -> None:
    known = [(here, there, path) for here, there, path in arrows() if there in ORDER and here != there]
    upward = {str(path.relative_to(HOME)) for here, there, path in known if ORDER.index(there) < ORDER.index(here)}
    assert upward == set()
    assert {there for here, there, _ in known if here == "commands"} <= COMMANDS


def test_sphinx_is_imported_in_few_packages() -> None:
    assert {here for here, there, _ in arrows() if there in {"sphinx itself", "docutils itself"}} <= SPHINX


def test_undocumented_parts_of_others_are_used_where_they_are_watched() -> None:
    found: dict[str, set[str]] = {name: set() for name in UNDOCUMENTED}
    for path in HOME.rglob("*.py"):
        text = path.read_text("utf-8")
        for name in UNDOCUMENTED:
            if name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                found[name].add(path.relative_to(HOME).as_posix())
    assert [name for name, files in found.items() if not files] == [], "no longer used: take it off the list"
    assert {file for files in found.values() for file in files if not file.startswith(WATCHED)} == set()
