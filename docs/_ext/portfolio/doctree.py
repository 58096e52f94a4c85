"""A page's doctree: what it names and mentions when it has been read, and how it begins."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from docutils import nodes
from docutils.nodes import Element
from sphinx import addnodes
from sphinx.util.nodes import clean_astext

from .career import Mention
from .model import Key
from .nodes import listing
from .prose import Reference
from .queries import named

DOMAIN = "portfolio"
"""The name of the domain that our references are in."""


def references(path: str | Path, document: nodes.document) -> Iterable[Reference]:
    """The entries that the document names, with the lines where it does, if that is not in a file it includes."""
    for node in document.findall(lambda node: isinstance(node, listing | addnodes.pending_xref)):
        assert isinstance(node, Element)
        line = node.line if node.line and node.source in {None, str(path)} else 1
        if isinstance(node, listing):
            for key in named(node["query"]):
                yield Reference(target=key, line=line, column=1, in_prose=False)
        elif node.get("refdomain") == DOMAIN:
            yield Reference(target=Key(node["reftype"], node["reftarget"]), line=line, column=1)


def mentions(docname: str, document: nodes.document) -> Iterable[Mention]:
    """The document's references to entries, each with its nearest heading."""
    page = _title(document) or docname
    for node in document.findall(addnodes.pending_xref):
        if node.get("refdomain") != DOMAIN:
            continue
        heading = _nearest_heading(node)
        yield Mention(
            docname=docname,
            page=page,
            anchor=heading["ids"][0] if heading else "",
            heading=_title(heading) if heading else "",
            target=Key(node["reftype"], node["reftarget"]),
        )


def opening(document: nodes.document) -> str:
    """The text of the document's first paragraph; one in a list, a table or the like is none."""
    around = (nodes.document, nodes.section, nodes.container)
    for node in document.findall(nodes.paragraph):
        parent = node.parent
        while isinstance(parent, around) and parent is not document:
            parent = parent.parent
        if parent is document and (text := clean_astext(node).strip()):
            return text
    return ""


def _title(element: Element) -> str:
    title = element.next_node(nodes.title)
    return clean_astext(title) if title else ""


def _nearest_heading(node: nodes.Node) -> nodes.section | None:
    """The innermost section around *node*, unless that is the page's own."""
    parent = node.parent
    while parent is not None and not isinstance(parent, nodes.section):
        parent = parent.parent
    return parent if parent is not None and isinstance(parent.parent, nodes.section) else None
