"""Who finds a page: what its front matter says of that, or was meant to say; in doubt, nobody."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import cast, get_args

import yaml

from .model import Visibility

_HINT = re.compile("visi|sibil", re.IGNORECASE)


def may_be_hidden(text: str) -> bool:
    """Whether *text* holds anything like the word "visibility", so that it is worth a closer look."""
    return _HINT.search(text) is not None


def visibility(top: yaml.MappingNode, subject: str) -> Visibility:
    """Who finds the page with the front matter *top*: nobody, where something like a visibility is none that there is.

    :param subject: the key that holds what it is about; empty where there is none.
    """
    if any(not _is_public(value) for _, value in misplaced(top)):
        return "private"
    facts = next((value for key, value in top.value if key.value == subject), None)
    for key, value in facts.value if isinstance(facts, yaml.MappingNode) else ():
        if key.value == "visibility" and value.value in get_args(Visibility):
            return cast("Visibility", value.value)
        if _is_near(key) and not _is_public(value):
            return "private"
    return "public"


def misplaced(top: yaml.MappingNode) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    """The keys beside the one that holds what the page is about which were meant for below it, with their values."""
    return ((key, value) for key, value in top.value if _is_near(key))


def _is_near(key: yaml.ScalarNode) -> bool:
    return bool(difflib.get_close_matches("visibility", [key.value.casefold()], cutoff=0.8))


def _is_public(value: yaml.Node) -> bool:
    return bool(value.value == "public")
