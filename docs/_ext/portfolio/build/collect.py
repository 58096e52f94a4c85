"""Collects from a page's doctree what the domain keeps of the page: its references, mentions, queries and anchors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from docutils import nodes
from docutils.nodes import Element
from sphinx import addnodes

from portfolio.model.entries import Key
from portfolio.model.evidence import Mention
from portfolio.model.kinds import Talk
from portfolio.permalinks.anchors import Anchors
from portfolio.reading.page_source import Source
from portfolio.reading.prose import Reference
from portfolio.views.queries import Query, named
from portfolio.views.timeline import Timeline
from portfolio.writing.nodes import export, exports, listing

from .plain_text import words
from .talk_description import description

_Node = TypeVar("_Node", bound=nodes.Node)

DOMAIN = "portfolio"
"""The name of the domain."""


@dataclass(slots=True, kw_only=True)
class PageData:
    """What was read from a page. The environment keeps it; of a page that was not parsed only the source is known.

    :ivar source: its front matter and prose.
    :ivar inclusions: a digest of the other files that it was made from, empty for none; None until all are read.
    :ivar references: the entries that it names, in roles and in the options and contents of listings.
    :ivar mentions: the roles in its prose.
    :ivar queries: what its listings ask of the career.
    :ivar description: of a talk, its prose above the first heading.
    :ivar timeline: where it has a filtered timeline of the whole career, the ids that the filters cannot have.
    :ivar anchors: all its anchors, and those of its headings below the title; None where it was not parsed.
    :ivar refers_elsewhere: whether it refers to something by other means than this domain's roles, as by a path.
    :ivar lists_exports: whether it lists the exports.
    :ivar exports: the names of those that its prose links to.
    :ivar is_warned_of: whether there was a warning of it while it was read.
    """

    source: Source
    inclusions: str | None = None
    references: tuple[Reference, ...] = ()
    mentions: tuple[Mention, ...] = ()
    queries: tuple[Query, ...] = ()
    description: tuple[nodes.paragraph, ...] = ()
    timeline: Sequence[str] | None = None
    anchors: Anchors | None = None
    refers_elsewhere: bool = False
    lists_exports: bool = False
    exports: tuple[str, ...] = ()
    is_warned_of: bool = False


def page_data(source: Source, path: str | Path, document: nodes.document) -> PageData:
    """What a page holds, from its parsed *document*; titles of other pages are not known yet.

    :param path: the page's file.
    """
    return PageData(
        source=source,
        references=tuple(references(path, document)),
        mentions=tuple(mentions(source.docname, document)),
        queries=tuple(node["query"] for node in document.findall(listing)),
        description=description(document) if isinstance(source.entry, Talk) else (),
        timeline=timeline(document),
        anchors=anchors(document),
        refers_elsewhere=any(node.get("refdomain") != DOMAIN for node in document.findall(addnodes.pending_xref)),
        lists_exports=document.next_node(exports) is not None,
        exports=tuple(node["file"] for node in document.findall(export)),
    )


def references(path: str | Path, document: nodes.document) -> Iterable[Reference]:
    """The entries that the document names, each with its line; the first line for a name in an included file."""
    for node in document.findall(lambda node: isinstance(node, listing | addnodes.pending_xref)):
        assert isinstance(node, Element)
        line = node.line if node.line and node.source in {None, str(path)} else 1
        if isinstance(node, listing):
            for key in named(node["query"]):
                yield Reference(target=key, line=line, column=1, in_prose=False)
        elif _is_ours(node):
            yield Reference(target=Key(node["reftype"], node["reftarget"]), line=line, column=1)


def mentions(docname: str, document: nodes.document) -> Iterable[Mention]:
    """The document's roles that refer to entries, each with the nearest heading."""
    page = _title(document) or docname
    for node in document.findall(addnodes.pending_xref):
        if not _is_ours(node):
            continue
        heading = _nearest_heading(node)
        yield Mention(
            docname=docname,
            page=page,
            anchor=heading["ids"][0] if heading else "",
            heading=_title(heading) if heading else "",
            target=Key(node["reftype"], node["reftarget"]),
        )


def opening(document: nodes.document) -> nodes.paragraph | None:
    """The document's first paragraph with a text that is not in a list, a table, the h-card or the like."""
    around = (nodes.document, nodes.section, nodes.container)
    for node in document.findall(nodes.paragraph):
        parent = node.parent
        while isinstance(parent, around) and parent is not document and "h-card" not in parent["classes"]:
            parent = parent.parent
        if parent is document and words(node).strip():
            return node
    return None


def timeline(document: nodes.document) -> Sequence[str] | None:
    """If the document has a filtered timeline of the whole career, the ids that its filters by skill cannot have."""
    wholes = (
        node for node in document.findall(listing) if isinstance(node["query"], Timeline) and node["query"].is_whole
    )
    first = next(wholes, None)
    if first is None or first["query"] != Timeline() or _ancestor(first, addnodes.only):
        return None
    return sorted(name for name in document.ids if name.startswith("skill-"))


def _is_ours(node: Element) -> bool:
    """Whether a reference names an entry of this site; one with the role ``external`` does not."""
    return node.get("refdomain") == DOMAIN and not node.get("intersphinx")


def anchors(document: nodes.document) -> Anchors:
    """All the document's anchors, and those of its headings below the title."""
    headings = {
        name
        for section in document.findall(nodes.section)
        if isinstance(section.parent, nodes.section)
        for name in section["ids"]
    }
    return tuple(sorted(document.ids)), tuple(sorted(headings))


def _title(element: Element) -> str:
    title = element.next_node(nodes.title)
    return " ".join(words(title).split()) if title else ""


def _nearest_heading(node: nodes.Node) -> nodes.section | None:
    """The innermost section around *node*, unless that is the page's own."""
    found = _ancestor(node, nodes.section)
    return found if found is not None and isinstance(found.parent, nodes.section) else None


def _ancestor(node: nodes.Node, of: type[_Node]) -> _Node | None:
    """The innermost node of a class around *node*."""
    parent = node.parent
    while parent is not None and not isinstance(parent, of):
        parent = parent.parent
    return parent
