"""Numbers of sections, figures, tables, listings and equations."""

from __future__ import annotations

from docutils import nodes
from sphinx.util.math import get_node_equation_number
from sphinx.writers.html5 import HTML5Translator


def number(node: nodes.Element, translator: HTML5Translator) -> str:
    """What a page shows before a title, a caption or a link of a toctree, or beside an equation."""
    if isinstance(node, nodes.math_block):
        equation = get_node_equation_number(translator, node) if node.get("number") else ""
        return f"({equation})" if equation else ""
    builder = translator.builder
    if section := translator.get_secnumber(node):
        return f"{_dotted(section)}{builder.config.html_secnumber_suffix}"
    kind = builder.env.domains.standard_domain.get_enumerable_node_type(node.parent) or ""
    found = builder.fignumbers.get(kind, {}).get(next(iter(node.parent["ids"]), ""))
    form: str = builder.config.numfig_format.get(kind, "%s")
    return f"{form % _dotted(found)} " if found else ""


def _dotted(found: tuple[int, ...]) -> str:
    return ".".join(map(str, found))
