"""Numbers of sections, figures, tables, listings and equations."""

from __future__ import annotations

from typing import cast

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.math import get_node_equation_number
from sphinx.writers.html5 import HTML5Translator


def number(node: nodes.Element, builder: StandaloneHTMLBuilder, document: nodes.document) -> str:
    """What a page shows before a title, a caption or a link of a toctree, or beside an equation."""
    if isinstance(node, nodes.reference):
        return section_number(node.get("secnumber", ()), builder)
    is_equation = isinstance(node, nodes.math_block) and node.get("number")
    if not (is_equation or builder.secnumbers or builder.fignumbers):
        return ""
    translator = cast(HTML5Translator, builder.create_translator(document, builder))
    if isinstance(node, nodes.math_block):
        equation = get_node_equation_number(translator, node) if is_equation else ""
        return f"({equation})" if equation else ""
    if section := translator.get_secnumber(node):
        return section_number(section, builder)
    kind = builder.env.domains.standard_domain.get_enumerable_node_type(node.parent) or ""
    found = builder.fignumbers.get(kind, {}).get(next(iter(node.parent["ids"]), ""))
    form: str = builder.config.numfig_format.get(kind, "%s")
    return f"{form % _dotted(found)} " if found else ""


def section_number(found: tuple[int, ...], builder: StandaloneHTMLBuilder) -> str:
    """The number of a section, or of a link to one, as Sphinx's HTML writer shows it; empty where it has none."""
    return f"{_dotted(found)}{builder.config.html_secnumber_suffix}" if found else ""


def _dotted(found: tuple[int, ...]) -> str:
    return ".".join(map(str, found))
