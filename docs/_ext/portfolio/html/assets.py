"""Which of the style sheets and scripts that every page of Furo's loads a page makes use of.

The page's markup tells. In doubt all stay: what is not in these tables is never left out, and may need what is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

from portfolio.model.entries import Mark
from portfolio.model.kinds import KINDS


def _classes(*names: str) -> str:
    return rf"\bclass\s*=[^>]*\b(?:{'|'.join(names)})"


_DESIGN = rf"--sd-|{_classes('sd-', 'shadow-none')}"

_SHEETS = {
    "pygments.css": re.compile(_classes("highlight")),
    "sphinx-design.min.css": re.compile(_DESIGN),
    # Furo's looks for sphinx-design, sphinx-copybutton, sphinx-panels and what Read the Docs adds.
    "styles/furo-extensions.css": re.compile(
        rf"{_DESIGN}|{_classes('copybtn', 'sphinx-bs', 'shadow')}|furo-sidebar-ad-placement|furo-readthedocs-versions"
    ),
}
# Data for programs, such as JSON-LD, looks for nothing.
_SCRIPT = re.compile(r"<script(?![^>]*application/ld\+json)")
_SCRIPTS = {"design-tabs.js": re.compile(_classes("sd-tab"))}
# The keys that lead to the search field and from page to page. The words that were searched for are marked by one of
# these too; the only way to be rid of the marks is such a key, as Furo shows no link for it.
_SHORTCUTS = {"documentation_options.js", "doctools.js", "sphinx_highlight.js", "translations.js"}
_ALWAYS = ("scripts/furo.js", "styles/furo.css", "portfolio")
"""How the names begin of what every page uses, and what needs none of the others."""


def unused(files: Iterable[str], markup: str, *, shortcuts: bool) -> set[str]:
    """Those of a page's *files* that it makes no use of.

    A script that is not known here may look for any of them, and a style sheet may build upon any other.

    :param files: names of style sheets and scripts below ``_static/``, or addresses; empty where a script has none.
    :param markup: all HTML that the page may hold, but for what is Furo's own.
    :param shortcuts: whether the page has to do with keys or with the search.
    """
    names = {file.removeprefix("_static/"): file for file in files}
    unknown = {name for name in names if not name.startswith(_ALWAYS)} - {*_SHEETS, *_SCRIPTS, *_SHORTCUTS}
    if _SCRIPT.search(markup) or any(not name.partition("?")[0].endswith(".css") for name in unknown):
        return set()
    tables = _SCRIPTS if unknown else _SCRIPTS | _SHEETS
    out = {name for name, pattern in tables.items() if name in names and not pattern.search(markup)}
    if not shortcuts:
        out |= _SHORTCUTS & names.keys()
    return {names[name] for name in out}


def style_context() -> dict[str, object]:
    """What the style sheet is rendered with: which kinds have a mark, and which fill a time of life."""
    marks: dict[str, list[str]] = {mark: [] for mark in get_args(Mark)}
    for kind, cls in KINDS.items():
        marks[cls.traits.mark].append(kind)
    occupations = [kind for kind, cls in KINDS.items() if cls.traits.occupation]
    return {"portfolio_marks": marks, "portfolio_occupations": occupations}


def templates(folders: Iterable[Path]) -> str:
    """The text of the site's own templates, which may use anything on any page."""
    return "".join(path.read_text("utf-8") for folder in folders for path in sorted(folder.rglob("*.html")))
