"""The nodes: one placeholder that waits for its view, and lists that every builder can write.

Each list subclasses the nearest docutils node; a builder without a visitor of ours writes it as that, since Sphinx
dispatches on a node's classes (``sphinx.util.docutils.SphinxTranslator``). HTML alone does better, with landmarks.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes


class listing(nodes.General, nodes.Element):
    """A placeholder, put in place when a page is read; its ``query`` is answered when the page is written."""


class panel(nodes.field_list):
    """The facts of an entry."""


class backlinks(nodes.field_list):
    """What other pages say of an entry, and its sources."""


class timeline(nodes.bullet_list):
    """Moments by time."""


def visit_panel(self: Any, node: panel) -> None:
    """Open a landmark that is named after the kind of entry."""
    self.body.append(self.starttag(node, "aside", CLASS="portfolio-panel", **{"aria-label": node["label"]}))
    self.visit_field_list(node)


def depart_panel(self: Any, node: panel) -> None:
    """Close the landmark."""
    self.depart_field_list(node)
    self.body.append("</aside>\n")


def visit_backlinks(self: Any, node: backlinks) -> None:
    """Open a region with a name."""
    self.body.append(self.starttag(node, "section", CLASS="portfolio-backlinks", **{"aria-label": node["label"]}))
    self.visit_field_list(node)


def depart_backlinks(self: Any, node: backlinks) -> None:
    """Close the region."""
    self.depart_field_list(node)
    self.body.append("</section>\n")


def visit_timeline(self: Any, node: timeline) -> None:
    """Open an ordered list: time is its order."""
    self.body.append(self.starttag(node, "ol", CLASS="portfolio-timeline"))


def depart_timeline(self: Any, node: timeline) -> None:
    """Close the list."""
    self.body.append("</ol>\n")
