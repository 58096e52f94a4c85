"""Decides with whom something was written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .report import Notes
from .slugs import same
from .tree import Node


def authors(given: Sequence[Node], own_name: str, notes: Notes) -> list[str]:
    """Those with whom something was written: the marked one, or the one with the person's name, is the person."""
    found: dict[str, None] = {}
    marked = {node.shown for node in given if re.fullmatch(r"([*_]).+\1", node.shown)}
    for node in given:
        for name in [node.shown] if len(given) > 1 else re.split(", (?:and )?| and |; ?", node.shown):
            plain = name.strip("*_ ")
            if not plain or same(plain) == same(own_name):
                continue
            if name in marked and len(marked) == 1:
                notes.decided(node, "it is marked, and taken for the person")
            else:
                found[plain] = None
    if given and not found:
        notes.decided(given[0], "the only author is the person")
    elif len(given) == 1:
        notes.decided(given[0], f"written as those with whom it was: {', '.join(found)}")
    return [*found]
