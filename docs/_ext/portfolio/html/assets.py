"""Leaves out of each page the style sheets and scripts of Furo and sphinx-design that its markup does not use.

In doubt all stay: files that are not in these tables are never left out, and may need those that are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.config import Config
from sphinx.jinja2glue import BuiltinTemplateLoader, SphinxFileSystemLoader

from portfolio.i18n.translation import Language
from portfolio.model.entries import Mark
from portfolio.model.kinds import KINDS
from portfolio.views.tints import TINTS


@dataclass(frozen=True, slots=True)
class _Use:
    """What markup holds that uses a file: classes that begin with some names, or texts wherever they are."""

    classes: tuple[str, ...]
    texts: tuple[str, ...] = ()

    def __call__(self, markup: str) -> bool:
        if any(text in markup for text in self.texts):
            return True
        # Most pages hold none of the names, which is seen in a fraction of the time that looking at each class takes.
        names = [name for name in self.classes if name in markup]
        return bool(names and re.search(rf"\bclass\s*=[^>]*\b(?:{'|'.join(names)})", markup))


_DESIGN = ("sd-", "shadow-none")
_SHEETS = {
    "pygments.css": _Use(("highlight",)),
    "sphinx-design.min.css": _Use(_DESIGN, ("--sd-",)),
    # Furo's styles for sphinx-design, sphinx-copybutton, sphinx-panels and Read the Docs.
    "styles/furo-extensions.css": _Use(
        (*_DESIGN, "copybtn", "sphinx-bs", "shadow"),
        ("--sd-", "furo-sidebar-ad-placement", "furo-readthedocs-versions"),
    ),
}
# JSON-LD is data and uses no file.
_SCRIPT = re.compile(r"<script(?![^>]*application/ld\+json)")
_SCRIPTS = {"design-tabs.js": _Use(("sd-tab",))}
# Keyboard shortcuts. One of these also highlights the words that were searched for; without the shortcuts nothing
# could remove the highlighting, since Furo has no link for that.
_SHORTCUTS = {"documentation_options.js", "doctools.js", "sphinx_highlight.js", "translations.js"}
_ALWAYS = ("scripts/furo.js", "styles/furo.css", "portfolio")
"""Prefixes of the files that every page uses, and that need none of the others."""


def leave_out(context: dict[str, Any], templatename: str, templates: str) -> None:
    """Remove from the *context* of a page's template the files that the page does not use, where the theme is Furo.

    :param templates: the text of the site's own templates.
    """
    # The contexts of pages from other templates do not hold the content.
    if "furo_version" not in context or "css_files" not in context or templatename not in {"page.html", "search.html"}:
        return
    texts = [str(value) for key, value in context.items() if isinstance(value, str) or key.startswith("theme_")]
    keys = {str(context.get(f"theme_{name}")).lower() for name in ("enable_search_shortcuts", "navigation_with_keys")}
    names = unused(
        [str(file.filename or "") for file in (*context["css_files"], *context["script_files"])],
        "\n".join([templates, *texts]),
        shortcuts=templatename == "search.html" or not {"true", "1", "yes", "on"}.isdisjoint(keys),
    )
    for kind in ("css_files", "script_files"):
        context[kind] = [file for file in context[kind] if str(file.filename) not in names]


def unused(files: Iterable[str], markup: str, *, shortcuts: bool) -> set[str]:
    """The files that a page does not use.

    A script that is not known here may use any of them, and a style sheet may build on any other.

    :param files: style sheets and scripts below ``_static/``, or URLs; empty for a script without a file.
    :param markup: all HTML that the page may hold, except Furo's own.
    :param shortcuts: whether the page has keyboard shortcuts or is the search page.
    """
    names = {file.removeprefix("_static/"): file for file in files}
    unknown = {name for name in names if not name.startswith(_ALWAYS)} - {*_SHEETS, *_SCRIPTS, *_SHORTCUTS}
    if _SCRIPT.search(markup) or any(not name.partition("?")[0].endswith(".css") for name in unknown):
        return set()
    tables = _SCRIPTS if unknown else _SCRIPTS | _SHEETS
    out = {name for name, used in tables.items() if name in names and not used(markup)}
    if not shortcuts:
        out |= _SHORTCUTS & names.keys()
    return {names[name] for name in out}


def style_context() -> dict[str, object]:
    """What the style sheet is rendered with: the kinds by mark, those that fill a time of life, the number of tints."""
    marks: dict[str, list[str]] = {mark: [] for mark in get_args(Mark)}
    for kind, cls in KINDS.items():
        marks[cls.traits.mark].append(kind)
    occupations = [kind for kind, cls in KINDS.items() if cls.traits.occupation]
    return {"portfolio_marks": marks, "portfolio_occupations": occupations, "portfolio_tints": TINTS}


def offer_copying(app: Sphinx, doctree: nodes.document | None, language: Language) -> None:
    """Have the page load the script that adds buttons to texts that are meant to be copied, where it has some."""
    texts = doctree.findall(nodes.container) if doctree is not None else ()
    if any("portfolio-copy" in each["classes"] for each in texts):
        labels = {"data-copy": language.gettext("Copy"), "data-copied": language.gettext("Copied")}
        app.add_js_file("portfolio-copy.js", 500, "defer", **labels)


def add_style_sheet(config: Config) -> None:
    """Have Sphinx copy the extension's own style sheet, in which it fills in the site's color."""
    config.html_static_path.append(str(Path(__file__).with_name("static")))


def add_templates(builder: StandaloneHTMLBuilder) -> None:
    """Have pages made from the extension's templates, which correct Furo's, unless the site has templates of its own.

    A site's own template that extends ``!page.html`` extends the extension's. Not through ``templates_path``: the path
    would make one machine's output differ from another's.
    """
    if builder.theme.name == "furo" and isinstance(bridge := builder.templates, BuiltinTemplateLoader):
        bridge.loaders.insert(bridge.templatepathlen, SphinxFileSystemLoader(Path(__file__).with_name("templates")))


def templates(folders: Iterable[Path]) -> str:
    """The text of the site's own templates, which may use any file on any page."""
    files = (path for folder in folders for path in sorted(folder.rglob("*.html")) if path.is_file())
    return "".join(path.read_text("utf-8", "replace") for path in files)
