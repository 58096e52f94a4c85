"""The block of YAML at the top of a page, as nodes that know their places.

YAML is only composed, never constructed, so that it turns neither ``no`` into False nor ``2019-02-30`` into a crash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml
from yaml.constructor import SafeConstructor
from yaml.resolver import Resolver

from .problems import Problem

Place = tuple[int, int]
"""A line and a column of the file, both from 1."""

BLOCK = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
"""Front matter with its delimiters."""
_WITHOUT_END = re.compile(r"\A\ufeff?---[ \t]*\r?\n[\w-]+:")
_ABOVE = re.compile(r"(?:\s++|<!--(?:(?!-->).)*+-->)*+", re.DOTALL)
_TOO_LATE = re.compile(r"-{3,}[ \t]*\r?\n[\w-]+:")
_END = re.compile(r"^ {0,3}-{3,}[ \t]*\r?$", re.MULTILINE)
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_NUMBERS, _LONGEST = {"tag:yaml.org,2002:int", "tag:yaml.org,2002:float"}, 1000
"""PyYAML takes as long for a number as the square of its digits."""
_MAPPING, _MERGE = "tag:yaml.org,2002:map", "tag:yaml.org,2002:merge"
_SPECIAL_KEYS = {_MERGE, "tag:yaml.org,2002:value"}
"""Those of "<<" and "=", which stand for no value of their own."""
_DEPTH = 20
_CHARACTERS = 100_000
"""The longest front matter, and the longest file of a variant. Some take a hundredth of a millisecond a character."""
_TOO_DEEP = "is nested too deeply; write it flatter"
_FIRST = 2
"""The number of the line on which a page's front matter begins."""

# libyaml is ten times as fast; where PyYAML was built without it, the pure parser does as well.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER: Any = Resolver()


class Unreadable(Exception):  # noqa: N818  it carries the problem
    """Why front matter, or a file as a whole, cannot be read.

    :ivar problem: the reason, with its place; at line 0 where that is unknown.
    """

    def __init__(self, reason: str, line: int = 0, column: int = 0) -> None:
        super().__init__(reason)
        self.problem = Problem(line=line, column=column, message=reason)


def place_after(text: str) -> Place:
    """The line and the column right after *text*."""
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def compose(text: str) -> yaml.MappingNode | None:
    """The front matter of the page *text* as YAML nodes; None where there is none, or nothing in it.

    :raises Unreadable: where it is not YAML, has no end or begins too late, or holds what no front matter needs: other
        things than keys and values at the top, keys that are not text, anchors and aliases, nesting without end.
    """
    block = BLOCK.match(text)
    if block is None:
        _refuse_near_misses(text)
        return None
    return compose_yaml(block["yaml"], "the front matter")


def compose_yaml(text: str, what: str) -> yaml.MappingNode | None:
    """YAML alone as nodes, whose places are those in a file on whose second line it begins.

    :param what: what it is called.
    :raises Unreadable: as above.
    """
    if len(text) > _CHARACTERS:
        long = f"{what} has {len(text):,} characters, and more than {_CHARACTERS:,} are not read; shorten it"
        raise Unreadable(long, 2, 1)
    top = compose_any(text, what, _FIRST)
    if top is not None and _is_tagged(top):
        raise Unreadable(f'{what} has a tag; remove the tag, which begins with "!"', *place(top))
    if top is None or (isinstance(top, yaml.ScalarNode) and not top.value):
        return None
    if not isinstance(top, yaml.MappingNode):
        found = "a list" if isinstance(top, yaml.SequenceNode) else "a single value"
        raise Unreadable(f"{what} is {found}; write keys and values, as in title: …", *place(top))
    _refuse_keys(top)
    return top


def compose_any(text: str, what: str, first: int) -> yaml.Node | None:
    """YAML as nodes, whatever it holds.

    :param first: the number of its first line.
    :raises Unreadable: where it is not YAML, or holds anchors, aliases or nesting without end.
    """
    try:
        _refuse_oddities(text, what, first)
        return yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        raise _no_yaml(error, text, what, first) from error
    except yaml.reader.ReaderError as error:
        line, column = place_after(text[: error.position])
        reason = f"{what} is not YAML: {error.reason}; remove this character"
        raise Unreadable(reason, line - 1 + first, column) from error


def _no_yaml(error: yaml.MarkedYAMLError, text: str, what: str, first: int) -> Unreadable:
    """YAML's own reason, where what it could not read begins, and the way out."""
    mark: Any = error.problem_mark or error.context_mark
    reason, remedy = str(error.problem or error.context), "put quotes around text that holds marks such as : # [ { ?"
    # libyaml has a limit of its own, which it may reach while it looks ahead.
    too_deep = "nesting depth" in reason
    if text.split("\n")[mark.line : mark.line + 1] and "\t" in text.split("\n")[mark.line][: mark.column + 1]:
        remedy = "indent with blanks, not with tabs"
    elif error.context and error.context_mark and ("flow" in error.context or "quoted" in error.context):
        mark, reason = error.context_mark, f"{reason} {error.context}"
        remedy = "close what is opened here"
    message = f"{what} {_TOO_DEEP}" if too_deep else f"{what} is not YAML: {reason}; {remedy}"
    return Unreadable(message, mark.line + first, mark.column + 1)


def place(node: yaml.Node | yaml.Event, first: int = _FIRST) -> Place:
    """Line and column in the file, from 1.

    :param first: the number of the line on which the YAML begins.
    """
    mark: Any = node.start_mark
    return mark.line + first, mark.column + 1


def unshowable(text: str) -> re.Match[str] | None:
    """The first character in *text* that has no place in a page, where there is one.

    It is one that XML does not allow (https://www.w3.org/TR/xml/#charsets), or controls what nobody sees.
    """
    return _UNSHOWABLE.search(text)


def showable(text: str, instead: str) -> str:
    """*text* with something *instead* of each of these characters."""
    return _UNSHOWABLE.sub(instead, text)


def refusal(key: yaml.ScalarNode, value: yaml.Node) -> tuple[Place, str] | None:
    """Where and why MyST, which makes Python's values of both, could not go on with this pair, and the way out."""
    if key.tag not in _SPECIAL_KEYS and (reason := _refusal(key)):
        return place(key), f'the key "{key.value}" {reason}'
    # With its key, which may be one of those.
    if reason := _refusal(yaml.MappingNode(_MAPPING, [(key, value)])):
        return place(value), f'the value of "{key.value}" {reason}'
    return None


def _refusal(node: yaml.Node) -> str:
    """Why Python cannot have, or no page can show, what *node* holds, and the way out; empty if that can be."""
    parts = list(_parts(node))
    if any(len(part.value) > _LONGEST and part.tag in _NUMBERS for part in parts):
        return "is too long a number; put quotes around it"
    remedy = _remedy(parts)
    try:
        SafeConstructor().construct_document(node)
    except yaml.MarkedYAMLError as error:
        return f"cannot be read: {error.problem}; {remedy}"
    except (ValueError, TypeError, OverflowError) as error:
        return f"cannot be read: {error}; {remedy}"
    except (LookupError, AttributeError):  # where PyYAML trusts a tag that does not fit
        return f"is not what its tag says; {remedy}"
    scalars = (part.value for part in parts if isinstance(part, yaml.ScalarNode))
    if found := next(filter(None, map(unshowable, scalars)), None):
        return f"holds the character U+{ord(found[0]):04X}, which no page can show; remove it"
    return ""


def _remedy(parts: Sequence[yaml.Node]) -> str:
    """What lets YAML read a value that consists of these *parts*: quotes are of no use to a tag, nor to a merge."""
    if any(map(_is_tagged, parts)):
        return 'remove the tag, which begins with "!"'
    return "write out what it would merge" if any(part.tag == _MERGE for part in parts) else "put quotes around it"


def _parts(node: yaml.Node) -> Iterator[yaml.Node]:
    """A node and all that it holds, keys among them."""
    waiting = [node]
    while waiting:
        part = waiting.pop()
        yield part
        if not isinstance(part, yaml.ScalarNode):
            waiting += (each for item in part.value for each in (item if isinstance(item, tuple) else (item,)))


def _is_tagged(node: yaml.Node) -> bool:
    """Whether a node has another tag than without one written before it."""
    is_plain = isinstance(node, yaml.ScalarNode) and not node.style
    return bool(node.tag != _RESOLVER.resolve(type(node), node.value, (is_plain, True)))


def _refuse_near_misses(text: str) -> None:
    if re.match(r"\ufeff?---[ \t]*\r(?!\n)", text):
        raise Unreadable("the lines end in carriage returns alone; save the file with line feeds", 1, 1)
    if _WITHOUT_END.match(text):
        raise Unreadable('the front matter has no end; close it with a line of its own, "---"', 1, 1)
    above = _ABOVE.match(text)
    start = above.end() if above else 0
    line, column = place_after(text[:start])
    if column <= 4 and (late := _TOO_LATE.match(text, start)) and _END.search(text, late.end()):
        form = "front matter begins and ends with a line of three hyphens, the first of the file"
        raise Unreadable(f"{form}; remove what stands above it", line, 1)


def _refuse_oddities(text: str, what: str, first: int) -> None:
    """Composing is recursive, in C; these are found without."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            raise Unreadable("anchors and aliases (& and *) are not read; write the value out", *place(event, first))
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEPTH:
            raise Unreadable(f"{what} {_TOO_DEEP}", *place(event, first))


def _refuse_keys(top: yaml.MappingNode) -> None:
    waiting: list[yaml.Node] = [top]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if not isinstance(key, yaml.ScalarNode):
                    raise Unreadable("a key should be text; put quotes around it", *place(key))
                waiting.append(value)
