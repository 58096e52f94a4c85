"""Decides how a text of a file stands in front matter: without markup, in one line, its links and points apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from . import addresses
from .plain_text import Plain, plain
from .report import Notes, cut
from .tree import Node


def read(node: Node, links: dict[str, str] | None, notes: Notes) -> Plain | None:
    """A text without markup; None where it says nothing.

    :param links: takes the links in it; None where no link has a place.
    """
    found = plain(node.text)
    if not found.text:
        notes.left_out(node, "it is empty without its markup")
        return None
    answers = [_keep(label, address, links) for label, address in found.links]
    if reasons := dict.fromkeys(reason for reason, _ in answers if reason):
        notes.left_out(node, "; ".join(reasons))
    if named := dict.fromkeys(name for _, name in answers if name):
        notes.decided(node, "; ".join(named))
    if found.removed:
        kept = "; its links are the page's links" if found.links and not reasons else ""
        notes.decided(node, f"written as plain text: {found.removed} is removed{kept}")
    return found


def _keep(label: str, address: str, links: dict[str, str] | None) -> tuple[str, str]:
    """Add a link to *links*; gives the reason where it cannot be kept, and its label where that is not its text."""
    shown = cut(address)
    if (found := addresses.url(address)) is None:
        return f"its link to {shown} is not a web address", ""
    if links is None:
        return f"its link to {shown}: there is plain text alone here", ""
    label = label or found
    if (name := addresses.add(links, label, found)) == label:
        return "", ""
    return "", f"its link to {shown} has the same text as another: called {cut(name)}"


def line(node: Node | None, links: dict[str, str] | None, notes: Notes) -> str:
    """A text in one line; empty where there is none."""
    return paragraph([node] if node else [], links, notes)


def paragraph(nodes: Iterable[Node], links: dict[str, str] | None, notes: Notes) -> str:
    """Texts in one line, the points of lists in them too."""
    texts: list[str] = []
    for node in nodes:
        if found := read(node, links, notes):
            texts.append(found.text)
            if len(found.lines) + len(found.points) > 1:
                notes.decided(node, "it goes over several lines: written as one")
    return " ".join(texts)


def lines(nodes: Iterable[Node], links: dict[str, str] | None, notes: Notes) -> list[str]:
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
