"""The nodes: one placeholder that waits for its view, and lists that every builder can write.

Each list subclasses the nearest docutils node; a builder without a visitor of ours writes it as that, since Sphinx
dispatches on a node's classes (``sphinx.util.docutils.SphinxTranslator``). HTML alone does better, with landmarks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from docutils import nodes

Visitor = Callable[[Any, Any], None]


class listing(nodes.General, nodes.Element):
    """A placeholder, put in place when a page is read; its ``query`` is answered when the page is written."""


class panel(nodes.field_list):
    """The facts of an entry."""


class backlinks(nodes.field_list):
    """What other pages say of an entry, and its sources."""


class timeline(nodes.bullet_list):
    """Occupations by time, with what belongs to them."""


class folded(nodes.container):
    """What is opened by its ``label``, in HTML; elsewhere it is open."""


class entry_title(nodes.paragraph):
    """The title of an entry in a list, in HTML a heading below that of the section around it."""


class exports(nodes.General, nodes.Element):
    """A placeholder for links to the files that say for programs what the pages say for people."""


class export(nodes.inline):
    """A placeholder for a link to one of these files, named by ``file``; its text stays where there is none."""


class element(nodes.General, nodes.Element):
    """An element of HTML, named by ``tag``, where only HTML has it; ``html`` holds its attributes."""


class link(nodes.reference):
    """A link within such elements."""


class unseen(nodes.container):
    """What such elements show in HTML, as every other writer has it: for the search and the Markdown copy of a page."""


def depth(node: nodes.Node) -> int:
    """How many sections are around *node*."""
    found, around = 0, node.parent
    while around is not None:
        found += isinstance(around, nodes.section)
        around = around.parent
    return found


def is_html_only(node: nodes.Node) -> bool:
    """Whether HTML alone has *node*: its own elements, and what is marked as ``html_only``."""
    return isinstance(node, element) or (isinstance(node, nodes.Element) and "html_only" in node)


def html_of(node: nodes.raw) -> str:
    """The HTML that *node* holds; nothing if it is for other formats."""
    return node.astext() if "html" in node.get("format", "").split() else ""


def copyable(paragraphs: Iterable[str]) -> nodes.container:
    """Plain text that is copied as a whole: in HTML a click selects all of it."""
    return nodes.container("", *(nodes.paragraph(text, text) for text in paragraphs), classes=["portfolio-copy"])


def made(
    tag: str, *children: nodes.Node | str, ids: Sequence[str] = (), classes: Sequence[str] = (), **html: str
) -> element:
    """An element of HTML; "_" in the names of its attributes stands for "-"."""
    parts = (nodes.Text(child) if isinstance(child, str) else child for child in children)
    attributes = {name.replace("_", "-"): value for name, value in html.items()}
    return element("", *parts, tag=tag, html=attributes, ids=[*ids], classes=[*classes])


def between(parts: Iterable[nodes.Node | Sequence[nodes.Node]], separator: str) -> list[nodes.Node]:
    """*parts*, each a node or several, with *separator* between them; those without nodes are left out."""
    several = ([part] if isinstance(part, nodes.Node) else part for part in parts)
    return [node for part in several if part for node in (nodes.Text(separator), *part)][1:]


def visit_element(self: Any, node: element) -> None:
    """Open the element."""
    self.body.append(self.starttag(node, node["tag"], "", **node["html"]))


def depart_element(self: Any, node: element) -> None:
    """Close the element, unless it can have no content."""
    if node["tag"] != "img":
        self.body.append(f"</{node['tag']}>\n" if node["tag"] != "span" else "</span>")


def visit_link(self: Any, node: link) -> None:
    """Open the link; it has none of the classes of links in prose. One to the page that it is on leads to the top."""
    url = f"#{node['refid']}" if "refid" in node else node["refuri"] or "#"
    self.body.append(self.starttag(node, "a", "", href=url, **node["html"]))


def closing(tag: str) -> Callable[[Any, nodes.Node], None]:
    """What writes the end *tag* of a node."""
    return lambda self, node: self.body.append(tag)


def visit_unseen(self: Any, node: unseen) -> None:
    """Leave it out.

    :raises SkipNode: always.
    """
    raise nodes.SkipNode


def landmark(tag: str, name: str, *, titled: bool = False) -> tuple[Visitor, Visitor]:
    """What opens and closes a list of fields as a landmark with a label, which one that is *titled* shows."""

    def visit(self: Any, node: nodes.Element) -> None:
        self.body.append(self.starttag(node, tag, CLASS=name, **{"aria-label": node["label"]}))
        if titled:
            self.body.append(f'<p class="portfolio-kind">{self.encode(node["label"])}</p>\n')
        self.visit_field_list(node)

    def depart(self: Any, node: nodes.Element) -> None:
        self.depart_field_list(node)
        self.body.append(f"</{tag}>\n")

    return visit, depart


def visit_entry_title(self: Any, node: entry_title) -> None:
    """Open a heading of the level that fits the place."""
    self.body.append(self.starttag(node, f"h{_level(node)}", ""))


def depart_entry_title(self: Any, node: entry_title) -> None:
    """Close the heading."""
    self.body.append(f"</h{_level(node)}>\n")


def _level(node: entry_title) -> int:
    return min(depth(node) + 1, 6)


def visit_timeline(self: Any, node: timeline) -> None:
    """Open an ordered list: time is its order."""
    self.body.append(self.starttag(node, "ol", CLASS="portfolio-timeline"))


def visit_folded(self: Any, node: folded) -> None:
    """Open a disclosure, which is closed at first."""
    self.body.append(f'<details class="portfolio-folded"><summary>{self.encode(node["label"])}</summary>\n')
