"""Who finds a page: what its front matter says of that, or was meant to say; in doubt, nobody."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import cast, get_args

import yaml

from portfolio.model.entries import Visibility

from .yaml_nodes import BLOCK, Place, place_after

# Keys that are longer are not like it; without the limit, and without giving back what was found, this takes as long
# as the square of a line.
_KEY = re.compile(
    r"""(?:^|[{,\[?-])[ \t]*+["']?([^\s"'{}\[\],:=#][^"'{}\[\],:=#\n]{0,60}+)["']?[ \t]*+(?:=|:(?=\s|$))""",
    re.MULTILINE,
)
_GLUED = re.compile(
    r"""^[ \t]*+["']?([^\s"'{}\[\],:=#]{1,60}+)["']?[ \t]*+(?:=[ \t]*+|:(?=\S))["']?(\w{0,60})""", re.MULTILINE
)
"""What is no key for want of a colon with a blank behind it, and what would be its value."""
_FIELD = re.compile(r"[ ]{0,2}:([^:]{1,60}):[ \t]*(.*)")
_ABOVE = re.compile(r"\s.*|\.\.(?:\s.*)?|([^\w\s])\1*\s*|\s*")
"""What may stand above the fields of a page, or go on with one: blanks, comments, targets, and lines around titles."""
_BEYOND = re.compile(r"\\|<<|^[ \t]*+\?", re.MULTILINE)
"""What keys can be written with that are found by no pattern."""


def may_be_hidden(text: str) -> bool:
    """Whether the front matter of the page *text* holds anything like the key "visibility": a closer look is due."""
    block = BLOCK.match(text)
    head = (block["yaml"] if block else text).replace("\r", "\n")
    keys = (*_KEY.findall(head), *(key for key, _ in _GLUED.findall(head)))
    near = _BEYOND.search(head) is not None or bool(_near(key.rstrip() for key in keys))
    return near or bool(in_fields(text))


def in_fields(text: str) -> list[tuple[int, str, str]]:
    """The fields like "visibility" at the top of a page without front matter, below a title, as in reStructuredText.

    Each with where it begins, its name, and its value.
    """
    fields, at = list[tuple[int, str, str]](), 0
    parts = re.split(r"(\r\n?|\n)", text)
    rows, ends = [part.removeprefix("\ufeff") for part in parts[::2]], [*parts[1::2], ""]
    for number, row in enumerate(rows):
        if found := _FIELD.fullmatch(row):
            fields.append((at, found[1].strip(), found[2].strip()))
        elif not (_ABOVE.fullmatch(row) or _is_title(rows, number)):
            break
        at += len(parts[2 * number]) + len(ends[number])
    near = _near(name for _, name, _ in fields)
    return [each for each in fields if each[1] in near]


def _is_title(rows: Sequence[str], number: int) -> bool:
    """Whether the line below is a title's (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#sections)."""
    below = rows[number + 1].rstrip() if number + 1 < len(rows) else ""
    return len(below) > 1 and len({*below}) == 1 and not below[0].isalnum()


def glued(top: yaml.MappingNode, text: str) -> Place | None:
    """Where the front matter *top* of a page has a visibility that is no key, as in ``visibility = private``.

    To YAML it is the next line of a text without quotes.

    :param text: the source of the page.
    """
    block = BLOCK.match(text)
    if block is None or next(_written(top, ()), None):
        return None
    found: list[tuple[int, str, str]] = []
    for node in _plain(top):
        start, end = (block.start("yaml") + mark.index for mark in (node.start_mark, node.end_mark))
        found += (
            (start + each.start(1), each[1], each[2]) for each in _GLUED.finditer(text[start:end]) if each.start()
        )
    near = _near(key for _, key, _ in found)
    for at, key, value in found:
        if key in near and difflib.get_close_matches(value, get_args(Visibility)):
            return place_after(text[:at])
    return None


def _plain(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The texts without quotes that are values."""
    if isinstance(node, yaml.ScalarNode) and not node.style:
        yield node
    for each in node.value if isinstance(node, yaml.SequenceNode) else ():
        yield from _plain(each)
    for _, value in node.value if isinstance(node, yaml.MappingNode) else ():
        yield from _plain(value)


def visibility(top: yaml.MappingNode, subject: str) -> Visibility:
    """Who finds the page with the front matter *top*: nobody, where something like a visibility is none that there is.

    :param subject: the key that holds what it is about; empty where there is none, and it stands at the top.
    """
    found = list(_written(top, ()))
    if len(found) == 1:
        place, key, value = found[0]
        if place == _place(subject) and key.value == "visibility" and value.value in get_args(Visibility):
            return cast("Visibility", value.value)
    return "public" if all(value.value == "public" for _, _, value in found) else "private"


def misplaced(top: yaml.MappingNode, subject: str) -> Iterator[yaml.ScalarNode]:
    """The keys that were meant for the place below that which holds what the page is about, and stand elsewhere."""
    return (key for place, key, _ in _written(top, ()) if place != _place(subject))


def hiding(top: yaml.MappingNode) -> Iterator[yaml.ScalarNode]:
    """The keys that were meant to hide the page."""
    return (key for _, key, value in _written(top, ()) if value.value != "public")


def _place(subject: str) -> tuple[str, ...]:
    return (subject,) if subject else ()


def _written(node: yaml.Node, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], yaml.ScalarNode, yaml.Node]]:
    """Every key like "visibility", with those that it stands below, and its value."""
    if isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _written(each, place)
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if _is_near(key.value.partition("=")[0].strip()):
            yield place, key, value
        yield from _written(value, (*place, key.value))


@lru_cache(maxsize=4096)
def _is_near(key: str) -> bool:
    return bool(_near([key]))


def _near(keys: Iterable[str]) -> set[str]:
    """Those of *keys* that are like "visibility": all are compared at once, since comparing has to be prepared."""
    folded = {key: unicodedata.normalize("NFKC", key).casefold() for key in keys}
    near = {*difflib.get_close_matches("visibility", {*folded.values()}, len(folded) or 1, cutoff=0.8)}
    return {key for key, each in folded.items() if each in near}
