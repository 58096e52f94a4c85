"""Leaves out what of JSON Resume's sample file stands in a file still: it was to be written over."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from .report import Notes
from .tree import Node

_REASON = "it stands in JSON Resume's sample file"
_TEXTS = frozenset({
    "0109008a072d", "0d23ab09d3d1", "142d78e466ca", "26b6cb4c2a4f", "272b56f943c5", "37d85169fd4c", "45b7880b5c9c",
    "4638bf2518e7", "500840bbb41f", "541e1828ceb3", "5c838749b884", "5c9d60b2415e", "6b7b600e6d23", "78026e0a9d52",
    "7a1730bfb056", "7ad73bef0ff4", "7f9749a77ff3", "83b60e57b996", "8a3d9ff312ed", "9391a0ed09ca", "93b6af85054b",
    "a4e37d382892", "ad57831c9bec", "b07a15ae18a8", "b5875c5a38ce", "b6d01e0a169f", "bb1cd147ba3a", "bbbff9f92680",
    "bdd56b922a84", "c39d00a35120", "db6eae6cc6fe", "dc00167ffb9d", "e2c27ec4bfcb", "e66e925cf591", "eedd207679c1",
    "f844b40941a6", "f895184a312d", "fd00db906339", "ff1b170d65ea",
})  # fmt: skip
"""Its sentences and addresses, each as :func:`digest` has it."""
_NAMES = frozenset({
    "0c45554bfbf3", "36bae5466c88", "6c04eaf02f98", "7191f1e6db3a", "85333f9defa4", "a3cc3d9a0fe4", "ed37d99b1445",
})  # fmt: skip
"""What its entries are named; an entry of that name is the sample's as a whole."""
_PERSONS = frozenset({"b3c40e0e4929", "94890005f3b2", "d69a4fdba375"})
"""The names of its persons, whose file the sample is."""


def leave_out(top: Node, notes: Notes) -> None:
    """Empty the values copied from JSON Resume's sample, unless the whole file is the sample."""
    basics = top.get("basics")
    name = basics.get("name") if basics else None
    if name and digest(name.text) in _PERSONS:
        notes.decided(name, "this is JSON Resume's sample file: all of it is taken")
        return
    for leaf in _samples(top):
        if leaf.text:
            notes.left_out(leaf, _REASON)
            leaf.value = ""


def digest(text: str) -> str:
    """A short fingerprint of a text, however it is set."""
    return hashlib.sha256(" ".join(text.casefold().split()).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _samples(node: Node) -> Iterator[Node]:
    if digest(node.text) in _TEXTS:
        yield node
    name = node.get("name", "organization", "company", "title")
    if name and digest(name.text) in _NAMES:
        yield from node.leaves()
    for each in node.value if isinstance(node.value, list) else ():
        yield from _samples(each[1] if isinstance(each, tuple) else each)
