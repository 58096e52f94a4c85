"""Decides how a text of a file stands in front matter: without markup, in one line, its links and points apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .plain_text import Plain, plain
from .report import Notes
from .tree import Node


def read(node: Node, links: dict[str, str], notes: Notes) -> Plain | None:
    """A text without markup; None where it says nothing.

    :param links: takes the links in it.
    """
    found = plain(node.text)
    if not found.text:
        notes.left_out(node, "it is empty without its markup")
        return None
    for label, address in found.links.items():
        if links.get(label, address) != address:
            notes.left_out(node, f"its link to {address} has the same text as another")
        links.setdefault(label, address)
    if found.removed:
        kept = "; its links are the page's links" if found.links else ""
        notes.decided(node, f"front matter holds plain text: {found.removed} is removed{kept}")
    return found


def line(node: Node | None, links: dict[str, str], notes: Notes) -> str:
    """A text in one line; empty where there is none."""
    found = read(node, links, notes) if node else None
    if node and found and len(found.lines) + len(found.points) > 1:
        notes.decided(node, "it goes over several lines: written as one")
    return found.text if found else ""


def lines(nodes: Iterable[Node], links: dict[str, str], notes: Notes) -> list[str]:
    """Texts, each in one line, and none twice."""
    found: dict[str, None] = {}
    for node in nodes:
        text = line(node, links, notes)
        if text in found:
            notes.decided(node, "it stands in the list twice: written once")
        elif text:
            found[text] = None
    return [*found]


def summary(nodes: Sequence[Node], links: dict[str, str], notes: Notes) -> tuple[str, list[str]]:
    """A summary in one line, and the points of lists in it, which are highlights."""
    texts: list[str] = []
    points: list[str] = []
    for node in nodes:
        found = read(node, links, notes)
        if found is None:
            continue
        texts += found.lines
        points += found.points
        if found.points:
            notes.decided(node, "its points are written as highlights")
        if len(found.lines) > 1:
            notes.decided(node, "it goes over several lines: written as one")
    return " ".join(texts), points
