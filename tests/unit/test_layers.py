"""The extension's modules import downward only."""

import ast
from pathlib import Path

import pytest

import portfolio

HOME = Path(portfolio.__file__).parent
ORDER = {
    "__init__": {"directives", "domain", "events", "nodes", "transforms"},
    "__main__": {"career", "check", "diagnostics", "markdown", "model", "schema", "source"},
    "events": {
        "career",
        "domain",
        "frontmatter",
        "memory",
        "model",
        "navigation",
        "published",
        "schema",
        "searchindex",
        "source",
        "toctrees",
    },
    "searchindex": set(),
    "memory": set(),
    "transforms": {"domain", "drawing", "model", "nodes", "queries", "views"},
    "drawing": {"chart", "nodes", "selection", "views"},
    "directives": {"language", "model", "nodes", "options", "queries", "reference", "wording"},
    "domain": {
        "career",
        "check",
        "diagnostics",
        "doctree",
        "language",
        "model",
        "navigation",
        "nodes",
        "prose",
        "published",
        "queries",
        "source",
        "toctrees",
        "views",
        "wording",
    },
    "doctree": {"career", "model", "nodes", "prose", "queries"},
    "toctrees": {"language", "navigation"},
    "navigation": {"language"},
    "check": {"career", "dates", "diagnostics", "frontmatter", "model", "options", "prose", "source"},
    "options": {"dates", "diagnostics", "model"},
    "source": {"career", "diagnostics", "frontmatter", "model", "prose", "yamlblock"},
    "queries": {"career", "chart", "dates", "language", "model", "phrases", "selection", "views", "wording"},
    "selection": {"career", "language", "model", "views", "wording"},
    "phrases": {"career", "chart", "dates", "language", "model", "views", "wording"},
    "wording": {"career", "dates", "language", "model"},
    "reference": {"dates", "language", "model", "schema"},
    "views": {"chart", "model"},
    "chart": {"career", "model"},
    "frontmatter": {"diagnostics", "model", "schema", "yamlblock"},
    "prose": {"markdown", "model"},
    "markdown": set(),
    "published": set(),
    "schema": {"dates", "model", "yamlblock"},
    "yamlblock": {"diagnostics"},
    "career": {"dates", "model"},
    "diagnostics": set(),
    "nodes": set(),
    "language": set(),
    "model": {"dates"},
    "dates": set(),
}
SPHINX = {"doctree", "__init__", "events", "transforms", "directives", "domain", "toctrees", "searchindex"}
DOCUTILS = SPHINX | {"drawing", "nodes"}


def imports(module: str) -> tuple[set[str], set[str]]:
    """The names of the package's own modules and of others that *module* imports."""
    own: set[str] = set()
    others: set[str] = set()
    for node in ast.walk(ast.parse((HOME / f"{module}.py").read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            own |= {node.module.split(".")[0]} if node.module else {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            others.add(str(node.module).split(".")[0])
        elif isinstance(node, ast.Import):
            others |= {alias.name.split(".")[0] for alias in node.names}
    return own, others


def test_every_module_has_its_layer() -> None:
    assert {path.stem for path in HOME.glob("*.py")} == set(ORDER)


@pytest.mark.parametrize("module", ORDER)
def test_imports_point_downward(module: str) -> None:
    own, others = imports(module)
    assert own <= ORDER[module]
    assert ("sphinx" in others) <= (module in SPHINX)
    assert ("docutils" in others) <= (module in DOCUTILS)


def test_the_order_has_no_cycle() -> None:
    left = dict(ORDER)
    while left:
        free = {module for module, below in left.items() if not below & set(left)}
        assert free, f"these import one another: {sorted(left)}"
        left = {module: below for module, below in left.items() if module not in free}


@pytest.mark.parametrize("module", ORDER)
def test_modules_are_short(module: str) -> None:
    assert len((HOME / f"{module}.py").read_text("utf-8").splitlines()) < 300
