"""The extension's modules import downward only."""

import ast
from pathlib import Path

import pytest

import portfolio

HOME = Path(portfolio.__file__).parent
ORDER = {
    "work": {"alternates", "export.cards", "published", "sharing", "variants"},
    "__init__": {
        "aliases",
        "directives",
        "domain",
        "events",
        "export.site",
        "exportlinks",
        "linkplaces",
        "nodes",
        "sharelinks",
        "transforms",
    },
    "__main__": {
        "addresses",
        "dates",
        "diagnostics",
        "markdown",
        "model",
        "pages",
        "rename",
        "schema",
        "source",
        "variants",
    },
    "events": {
        "addresses",
        "alternates",
        "assets",
        "dates",
        "digests",
        "domain",
        "export.site",
        "graphs",
        "heads",
        "inventory",
        "language",
        "memory",
        "model",
        "mystfront",
        "navigation",
        "published",
        "schema",
        "searchindex",
        "sharelinks",
        "source",
        "stubs",
        "tailored",
        "toctrees",
        "twins",
        "variants",
    },
    "assets": set(),
    "inventory": set(),
    "visibility": {"model", "yamlblock"},
    "heads": {"alternates", "doctree", "domain", "export", "export.site", "head", "language", "twins", "wording"},
    "digests": {"alternates", "domain", "toctrees"},
    "head": set(),
    "aliases": {"addresses", "domain", "language", "nodes"},
    "searchindex": set(),
    "memory": set(),
    "transforms": {"domain", "drawing", "nodes", "queries", "rendering", "views"},
    "rendering": {"drawing", "model", "nodes", "views"},
    "drawing": {"chart", "nodes", "selection", "views"},
    "directives": {
        "bio",
        "domain",
        "language",
        "model",
        "nodes",
        "options",
        "queries",
        "reference",
        "speaking",
        "wording",
    },
    "domain": {
        "career",
        "check",
        "dates",
        "diagnostics",
        "doctree",
        "language",
        "model",
        "navigation",
        "nodes",
        "permalinks",
        "prose",
        "queries",
        "source",
        "stubs",
        "toctrees",
        "views",
        "wording",
        "work",
    },
    "alternates": {
        "career",
        "export",
        "export.cards",
        "export.file",
        "export.site",
        "history",
        "language",
        "published",
        "variant",
    },
    "export": {
        "career",
        "export.calendar",
        "export.cards",
        "export.cv",
        "export.evidence",
        "export.feed",
        "export.file",
        "export.llms",
        "export.qrcodes",
        "export.resume",
        "export.robots",
        "export.site",
        "export.sitemap",
        "export.vcard",
    },
    "export.calendar": {"career", "dates", "export.file", "export.site", "model"},
    "export.feed": {"career", "dates", "export.file", "export.site", "model"},
    "export.cards": {"career", "export.file", "export.glyphs", "export.site", "language", "model"},
    "export.file": set(),
    "export.glyphs": set(),
    "export.site": {"export.file", "language", "schema", "variant"},
    "linkplaces": {"domain"},
    "exportlinks": {"alternates", "domain", "language", "nodes", "wording"},
    "doctree": {"career", "model", "nodes", "prose", "queries", "sentences"},
    "rename": {"addresses", "diagnostics", "model", "pages", "permalinks", "relink", "source", "variants"},
    "pages": {"addresses", "anchors", "check", "permalinks", "source", "variants"},
    "relink": {"anchors", "markdown", "model", "prose", "yamlblock"},
    "stubs": {"addresses", "anchors", "language", "permalinks", "published", "source"},
    "permalinks": {"addresses", "anchors", "diagnostics", "model"},
    "anchors": {"model", "source"},
    "addresses": {"diagnostics", "model", "source"},
    "toctrees": {"language", "navigation"},
    "navigation": {"language"},
    "check": {"bio", "career", "dates", "diagnostics", "frontmatter", "model", "options", "prose", "source"},
    "options": {"dates", "diagnostics", "model"},
    "source": {"career", "diagnostics", "frontmatter", "model", "prose", "visibility", "yamlblock"},
    "queries": {
        "career",
        "chart",
        "dates",
        "evidence",
        "language",
        "model",
        "phrases",
        "proofs",
        "selection",
        "speaking",
        "views",
        "wording",
    },
    "proofs": {"career", "evidence", "language", "model", "phrases", "sentences", "views", "wording"},
    "speaking": {"career", "language", "model", "phrases", "views"},
    "selection": {"career", "language", "model", "views", "wording"},
    "phrases": {"career", "chart", "dates", "language", "model", "views", "wording"},
    "wording": {"dates", "language", "model"},
    "reference": {"dates", "language", "model", "schema"},
    "views": {"chart", "model"},
    "chart": {"career", "model"},
    "mystfront": {"model", "yamlblock"},
    "frontmatter": {"diagnostics", "model", "schema", "visibility", "yamlblock"},
    "prose": {"markdown", "model"},
    "markdown": set(),
    "published": set(),
    "schema": {"dates", "model", "variant", "yamlblock"},
    "yamlblock": {"diagnostics"},
    "evidence": {"career", "dates", "model"},
    "career": {"dates", "model", "sentences"},
    "sentences": {"model"},
    "diagnostics": set(),
    "bio": set(),
    "nodes": set(),
    "language": set(),
    "model": {"dates"},
    "dates": set(),
    "graphs": {"alternates", "domain", "export.linkeddata", "queries", "toctrees"},
    "export.linkeddata": {"career", "evidence", "export.schemaorg", "export.site", "model"},
    "export.schemaorg": {"career", "dates", "export.site", "model"},
    "export.sitemap": {"career", "export.file", "export.site"},
    "export.robots": {"career", "export.file", "export.site", "export.sitemap"},
    "history": set(),
    "export.resume": {
        "career",
        "evidence",
        "export.evidence",
        "export.file",
        "export.items",
        "export.site",
        "export.values",
        "model",
        "proofs",
    },
    "export.items": {"career", "dates", "export.entries", "export.site", "export.values", "model", "wording"},
    "export.evidence": {"career", "export.entries", "export.file", "export.graph", "export.site", "export.values"},
    "export.entries": {
        "career",
        "dates",
        "export.graph",
        "export.site",
        "export.values",
        "model",
        "proofs",
        "sentences",
    },
    "export.graph": {"export.shape", "model"},
    "export.shape": set(),
    "export.vcard": {"career", "export.file", "export.site", "export.values", "model"},
    "export.values": {"dates", "export.site"},
    "export.qrcodes": {"career", "export.file", "export.site", "model"},
    "sharelinks": {"alternates", "domain", "language", "nodes", "sharing"},
    "sharing": {"career", "export.qrcodes", "export.site", "model", "permalinks", "snippets"},
    "snippets": {"model"},
    "twins": {
        "alternates",
        "career",
        "commonmark",
        "export.llms",
        "export.site",
        "language",
        "markdowninline",
        "markdownwriter",
        "published",
        "toctrees",
    },
    "markdownwriter": {"commonmark", "markdowninline", "nodes"},
    "markdowninline": {"commonmark", "language", "nodes"},
    "commonmark": set(),
    "export.llms": {"career", "commonmark", "export.file", "export.site", "model", "phrases", "source", "wording"},
    "tailored": {"domain", "export.site", "head", "language", "nodes", "published", "rendering", "showcase", "variant"},
    "export.cv": {"career", "export.cvpdf", "export.cvtext", "export.file", "export.site", "export.telling"},
    "export.cvpdf": {"export.curriculum"},
    "export.cvtext": {"export.curriculum"},
    "export.telling": {
        "career",
        "dates",
        "evidence",
        "export.curriculum",
        "export.site",
        "export.values",
        "language",
        "model",
        "phrases",
        "relevance",
        "sentences",
        "variant",
    },
    "export.curriculum": {"dates", "model", "variant"},
    "showcase": {
        "career",
        "export.curriculum",
        "language",
        "model",
        "phrases",
        "proofs",
        "relevance",
        "variant",
        "views",
        "wording",
    },
    "relevance": {"career", "dates", "evidence", "model", "variant"},
    "variants": {"diagnostics", "frontmatter", "model", "schema", "source", "variant", "yamlblock"},
    "variant": {"dates", "model"},
}
SPHINX = {
    "__init__",
    "aliases",
    "alternates",
    "digests",
    "directives",
    "doctree",
    "domain",
    "events",
    "exportlinks",
    "graphs",
    "heads",
    "linkplaces",
    "markdowninline",
    "markdownwriter",
    "searchindex",
    "sharelinks",
    "tailored",
    "toctrees",
    "transforms",
    "twins",
}
DOCUTILS = SPHINX | {"drawing", "nodes", "rendering"}


def path(module: str) -> Path:
    """The file of a module, which is named from the package, a subpackage like its folder."""
    file = HOME.joinpath(*module.split("."))
    return file / "__init__.py" if file.is_dir() else file.with_suffix(".py")


def name(file: Path) -> str:
    """The name of a module's file."""
    below = file.relative_to(HOME).with_suffix("")
    return ".".join(below.parent.parts if below.stem == "__init__" and len(below.parts) > 1 else below.parts)


def imports(module: str) -> tuple[set[str], set[str]]:
    """The names of the package's own modules and of others that *module* imports."""
    own: set[str] = set()
    others: set[str] = set()
    home = path(module).parent
    for node in ast.walk(ast.parse(path(module).read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            above = [home, *home.parents][node.level - 1]
            found = [node.module] if node.module else [alias.name for alias in node.names]
            own |= {".".join([*above.relative_to(HOME).parts, each]) for each in found}
        elif isinstance(node, ast.ImportFrom) and str(node.module).startswith("portfolio."):
            own.add(str(node.module).removeprefix("portfolio."))
        elif isinstance(node, ast.ImportFrom):
            others.add(str(node.module).split(".")[0])
        elif isinstance(node, ast.Import):
            others |= {alias.name.split(".")[0] for alias in node.names}
    return own, others


def test_every_module_has_its_layer() -> None:
    assert {name(file) for file in HOME.rglob("*.py")} == set(ORDER)


@pytest.mark.parametrize("module", ORDER)
def test_imports_point_downward(module: str) -> None:
    own, others = imports(module)
    assert own == ORDER[module]
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
    assert len(path(module).read_text("utf-8").splitlines()) < 300
