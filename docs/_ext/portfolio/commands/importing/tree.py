"""The values of a JSON, YAML or CSV file as one tree, each with its path and its place."""

from __future__ import annotations

import csv
import io
import json
import re
from bisect import bisect_right
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import yaml

from portfolio.reading.yaml_nodes import Unreadable, compose_any, place, place_after, showable

_TOKEN = re.compile(r'[ \t\r\n]*("(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+)')
LONGEST = 2_000_000
"""The bytes that a file, or one in an archive, may have."""
_MARKS = {BOM_UTF8: "utf-8", BOM_UTF16_BE: "utf-16-be", BOM_UTF16_LE: "utf-16-le"}


@dataclass(slots=True, kw_only=True)
class Node:
    """A value of a file.

    :ivar value: text; or what a list or a mapping holds, in the file's order.
    :ivar path: its place in the structure, as in ``work[0].name``.
    :ivar file: the name of its file in an archive; empty in a file that stands alone.
    :ivar line, column: where it begins, from 1.
    :ivar taken: whether a reader has taken it, or said why not.
    """

    value: str | list[Node] | list[tuple[str, Node]]
    path: str
    line: int
    column: int
    file: str = ""
    taken: bool = field(default=False, compare=False)

    @property
    def text(self) -> str:
        """The text of a value that is one, without blanks around it; empty otherwise."""
        return self.value.strip() if isinstance(self.value, str) else ""

    @property
    def shown(self) -> str:
        """The same in one line, without what no page can show."""
        return " ".join(showable(self.text, " ").split())

    @property
    def pairs(self) -> list[tuple[str, Node]]:
        """The keys and values of a mapping; none of anything else."""
        return [each for each in self.value if isinstance(each, tuple)] if isinstance(self.value, list) else []

    @property
    def items(self) -> list[Node]:
        """The items of a list; a text, or a mapping, is a list of itself."""
        if isinstance(self.value, str) or self.pairs:
            return [self]
        return [each for each in self.value if isinstance(each, Node)]

    def get(self, *keys: str) -> Node | None:
        """The first value with one of the *keys* that says something."""
        for key in keys:
            for name, node in self.pairs:
                if name == key and any(leaf.text for leaf in node.leaves()):
                    return node
        return None

    def leaves(self) -> Iterator[Node]:
        """All texts in it."""
        if isinstance(self.value, str):
            yield self
            return
        for each in self.value:
            yield from (each[1] if isinstance(each, tuple) else each).leaves()

    def with_text(self, text: str) -> Node:
        """A *text* made from it, at its place and taken."""
        return replace(self, value=text, taken=True)

    def take(self) -> Node:
        """Mark all of it as taken."""
        for leaf in self.leaves():
            leaf.taken = True
        return self


def decode(data: bytes, file: str = "") -> str:
    """The text of a file in UTF-8, or in UTF-16, as programs for spreadsheets write "Unicode text".

    Without a byte-order mark, the first character is taken to be ASCII: one of its bytes in UTF-16 is zero
    (https://yaml.org/spec/1.2.2/#52-character-encodings).

    :param file: its name in an archive; empty where it stands alone.
    :raises Unreadable: where it is neither, or too long.
    """
    if len(data) > LONGEST:
        raise Unreadable(f"{file or 'this'} has more than {LONGEST:,} bytes; import a part of it")
    bare = "utf-16-be" if data[:1] == b"\0" else "utf-16-le" if data[1:2] == b"\0" else "utf-8"
    mark, encoding = next((each for each in _MARKS.items() if data.startswith(each[0])), (b"", bare))
    try:
        return data.removeprefix(mark).decode(encoding)
    except UnicodeDecodeError as error:
        line, column = place_after(error.object[: error.start].decode(encoding))
        if file:
            raise Unreadable(f"{file}:{line}:{column} is not UTF-8; save it as UTF-8") from error
        raise Unreadable("this is not UTF-8; save it as UTF-8", line, column) from error


def from_json(text: str) -> Node:
    """The tree of a JSON text.

    :raises Unreadable: where it is none, with Python's reason.
    """
    try:
        json.loads(text, parse_int=str)  # as text, which can be of any length
        return _Tokens(text).read("")
    except json.JSONDecodeError as error:
        raise Unreadable(f"this is not JSON: {error.msg}", error.lineno, error.colno) from error
    except RecursionError as error:
        raise Unreadable("this is nested too deeply", 1, 1) from error


class _Tokens:
    """The tokens of a text that is JSON, and where each begins."""

    def __init__(self, text: str) -> None:
        self.found = [(found[1], found.start(1)) for found in _TOKEN.finditer(text)][::-1]
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def read(self, path: str) -> Node:
        """The value that the next tokens are."""
        mark, start = self.found.pop()
        line = bisect_right(self.starts, start)
        column = start - self.starts[line - 1] + 1
        value: str | list[Node] | list[tuple[str, Node]]
        if mark == "{":
            value = list(self._pairs(path))
        elif mark == "[":
            value = list(self._items(path))
        elif mark.startswith('"'):
            value = json.loads(mark)
        else:
            value = "" if mark == "null" else mark
        return Node(value=value, path=path, line=line, column=column)

    def _pairs(self, path: str) -> Iterator[tuple[str, Node]]:
        while self._goes_on("}"):
            key = json.loads(self.found.pop()[0])
            self.found.pop()
            yield key, self.read(f"{path}.{key}" if path else key)

    def _items(self, path: str) -> Iterator[Node]:
        number = 0
        while self._goes_on("]"):
            yield self.read(f"{path}[{number}]")
            number += 1

    def _goes_on(self, end: str) -> bool:
        """Whether something stands before the *end*, which is read over, as commas are."""
        if self.found[-1][0] in {",", end}:
            return self.found.pop()[0] != end
        return True


def from_yaml(text: str) -> Node:
    """The tree of a YAML text, in which every scalar stays as it is written.

    :raises Unreadable: where it is none, with the parser's reason.
    """
    top = compose_any(text, "this", 1)
    return _from_node(top, "") if top else Node(value="", path="", line=1, column=1)


def _from_node(node: yaml.Node, path: str) -> Node:
    line, column = place(node, 1)
    value: str | list[Node] | list[tuple[str, Node]]
    if isinstance(node, yaml.MappingNode):
        keys = [(key.value if isinstance(key, yaml.ScalarNode) else "?", each) for key, each in node.value]
        value = [(key, _from_node(each, f"{path}.{key}" if path else key)) for key, each in keys]
    elif isinstance(node, yaml.SequenceNode):
        value = [_from_node(each, f"{path}[{number}]") for number, each in enumerate(node.value)]
    else:
        value = "" if node.tag == "tag:yaml.org,2002:null" else str(node.value)
    return Node(value=value, path=path, line=line, column=column)


def from_csv(text: str, file: str) -> Node:
    """The tree of a CSV text whose first row names the columns: a list of mappings.

    LinkedIn puts notes before the columns of some files; rows of one cell there are skipped.

    :param file: its name, for the paths.
    :raises Unreadable: where nothing names the columns, or a row cannot be read.
    """
    header: list[str] = []
    items: list[Node] = []
    for line, cells in _rows(text, file):
        if not header:
            header = cells if len(cells) > 1 or cells == ["Name"] else []
        elif any(cells):
            path = f"{file}[{len(items)}]"
            names = [*header, *(f"column {number}" for number in range(len(header) + 1, len(cells) + 1))]
            pairs = [
                (name, Node(value=cell, path=f"{path}.{name}", file=file, line=line, column=number))
                for number, (name, cell) in enumerate(zip(names, cells, strict=False), 1)
            ]
            items.append(Node(value=pairs, path=path, file=file, line=line, column=1))
    if not header and text.strip():
        raise Unreadable(f"{file} has no columns between commas; save it with commas")
    return Node(value=items, path=file, file=file, line=1, column=1)


def _rows(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """The cells of each row, and the line in which it begins."""
    rows, line = csv.reader(io.StringIO(text, newline=None), strict=True), 1
    try:
        for row in rows:
            yield line, [cell.strip() for cell in row]
            line = rows.line_num + 1
    except csv.Error as error:
        reason = 'a quotation mark (") is never closed' if "end of data" in str(error) else error
        raise Unreadable(f"{file} cannot be read from line {line} on: {reason}") from error
