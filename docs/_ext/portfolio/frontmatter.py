"""Front matter: the text of a page -> its entry, or all the problems that stand in the way, each with its place.

YAML is only composed, never constructed: every scalar stays the text that was written until the model reads it, so that
YAML turns neither ``no`` into False nor ``2019-02-30`` into a crash, and every value knows its line and column.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pydantic
import yaml
from yaml.constructor import SafeConstructor

from . import schema
from .diagnostics import Problem, suggestion
from .model import KINDS, Entry, Kind, Talk

Path = tuple[str | int, ...]
"""Where a value stands in the front matter: keys and list positions from the top."""
Place = tuple[int, int]
"""A line and a column of the file, both from 1."""

_BLOCK = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
# libyaml is ten times as fast; where PyYAML was built without it, the pure parser does as well.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_SHAPES = {
    "bool_parsing": "be true or false",
    "string_type": "be text",
    "tuple_type": "be a list, as in [one, two]",
    "dict_type": "hold keys and values, one a line, as in key: value",
    "mapping_type": "hold keys and values, one a line, as in key: value",
}
"""What pydantic's errors about the shape of a value mean to an author."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the front matter of a page gave.

    :ivar kind: what the page says it is, even where that has problems; None where it is no entry's.
    :ivar entry: None where the page is no entry's, or where problems stand in the way.
    :ivar problems: in the order of the text.
    :ivar places: where each value below the kind's key stands.
    """

    kind: Kind | None = None
    entry: Entry | None = None
    problems: tuple[Problem, ...] = ()
    places: Mapping[Path, Place] = field(default_factory=dict)


def read(docname: str, text: str) -> FrontMatter:
    """Read the entry from the front matter of the page *docname* with the source *text*.

    A page without one of the kinds' keys is no entry; what else stands in its front matter is not looked at here.
    """
    try:
        top = _compose(text)
    except _Unreadable as error:
        return FrontMatter(problems=(error.problem,))
    if top is None:
        return FrontMatter()
    reader = _Reader(docname, top)
    for key, value in top.value:
        if key.value not in KINDS and (reason := _refusal(value)):
            reader.note(_place(value), f'the value of "{key.value}" cannot be read: {reason}; put quotes around it')
    return reader.read([_KINDS[key.value] for key, _ in top.value if key.value in KINDS])


def without_entry(text: str) -> str:
    """The source *text* for the Markdown parser, less what was read here, with as many lines as before.

    MyST makes text of every value, prints some, and stops at dates that do not exist. Front matter that cannot be read
    is left out whole: its problems are known.
    """
    block = _BLOCK.match(text)
    if block is None:
        return text
    try:
        top = _compose(text)
        if top is None:
            return text
        pairs = [(key, value) for key, value in top.value if key.value not in KINDS and not _refusal(value)]
        if len(pairs) == len(top.value):
            return text
        rest = yaml.MappingNode(top.tag, pairs, flow_style=True)
        kept = yaml.serialize(rest, width=10**6, allow_unicode=True).strip() if pairs else ""
    except _Unreadable:
        kept = ""
    lines = block[0].count("\n") - 1
    return "\n".join(["---", kept, *[""] * (lines - 1), "---"]) + text[block.end() :]


class _Unreadable(Exception):  # noqa: N818  it carries the problem
    def __init__(self, place: Place, reason: str) -> None:
        super().__init__(reason)
        self.problem = Problem(line=place[0], column=place[1], message=reason)


def _compose(text: str) -> yaml.MappingNode | None:
    """The front matter as YAML nodes; None where there is none, or nothing in it.

    :raises _Unreadable: where it is no YAML, or holds what no front matter needs: other things than keys and values at
        the top, keys that are no text, anchors and aliases.
    """
    block = _BLOCK.match(text)
    if block is None:
        return None
    try:
        top = yaml.compose(block["yaml"], Loader=_LOADER)
        _refuse_oddities(top)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 2, mark.column + 1) if mark else (1, 1)
        raise _Unreadable(place, f"the front matter is no YAML: {error.problem or error.context}") from error
    except yaml.YAMLError as error:
        raise _Unreadable((1, 1), f"the front matter is no YAML: {' '.join(str(error).split())}") from error
    except RecursionError as error:
        raise _Unreadable((1, 1), "the front matter is nested too deeply; write it flatter") from error
    if top is None or (isinstance(top, yaml.ScalarNode) and not top.value):
        return None
    if not isinstance(top, yaml.MappingNode):
        what = "a list" if isinstance(top, yaml.SequenceNode) else "a single value"
        raise _Unreadable(_place(top), f"the front matter is {what}; write keys and values, as in title: …")
    return top


def _refuse_oddities(top: yaml.Node | None) -> None:
    seen: set[int] = set()
    waiting: list[yaml.Node] = [top] if top is not None else []
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            raise _Unreadable(
                _place(node), "anchors and aliases (& and *) are not for front matter; write the value out"
            )
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if not isinstance(key, yaml.ScalarNode):
                    raise _Unreadable(_place(key), "a key should be text; put quotes around it")
                waiting.append(value)


def _refusal(value: yaml.Node) -> str:
    """Why YAML's own types refuse *value*, in which MyST will ask for it; empty where they do not."""
    try:
        SafeConstructor().construct_document(value)
    except yaml.MarkedYAMLError as error:
        return str(error.problem)
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        return str(error)
    return ""


class _Reader:
    """Reads one page's composed YAML and gathers problems and places on the way."""

    def __init__(self, docname: str, top: yaml.MappingNode) -> None:
        self.docname = docname
        self.top = top
        self.keys: dict[Path, Place] = {(): _place(top)}
        self.places: dict[Path, Place] = {(): _place(top)}
        self.problems: list[Problem] = []

    def read(self, kinds: list[Kind]) -> FrontMatter:
        if not kinds:
            return FrontMatter(problems=tuple(sorted(self.problems)))
        data = self._plain(self.top, ())
        kind = kinds[0]
        for other in dict.fromkeys(kinds[1:]):
            if other != kind:
                remedy = f'this page is "{kind}" already; move "{other}" to a page of its own'
                self.note(self.keys[(other,)], f"a page is one thing, and {remedy}")
        title = data.get("title")
        if not isinstance(title, str) or not title.strip():
            self.note(self._key(("title",)), 'the page has no name; add "title: …" at the top')
            title = ""
        if not schema.SLUG.fullmatch(slug := self.docname.rpartition("/")[2]):
            self.note(self._key((kind,)), f'the file name "{slug}" is no slug; use lower-case words joined by hyphens')
        values: dict[str, Any] | None = None
        try:
            values = schema.adapter(kind).validate_python(data[kind])
        except pydantic.ValidationError as error:
            for each in error.errors():
                self._explain((kind, *each["loc"]), each)
        entry = None
        if values is not None and not self.problems:
            entry = KINDS[kind](docname=self.docname, title=title.strip(), **values)
            self._check_anchors(entry)
        return FrontMatter(
            kind=kind,
            entry=None if self.problems else entry,
            problems=tuple(sorted(self.problems)),
            places={path[1:]: place for path, place in self.places.items() if path[:1] == (kind,)},
        )

    def _plain(self, node: yaml.Node, path: Path) -> Any:
        """*node* as text, lists and dictionaries, its places noted; an empty value is None."""
        self.places[path] = _place(node)
        self.keys.setdefault(path, _place(node))
        if isinstance(node, yaml.SequenceNode):
            return [self._plain(item, (*path, position)) for position, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            found: dict[str, Any] = {}
            for key, value in node.value:
                name = key.value
                if name in found:
                    self.note(_place(key), f'the key "{name}" stands here twice; remove one')
                    continue
                self.keys[*path, name] = _place(key)
                found[name] = self._plain(value, (*path, name))
            return found
        return None if node.tag == "tag:yaml.org,2002:null" else node.value

    def _explain(self, path: Path, error: Any) -> None:
        """Note a pydantic *error* in the author's words.

        Its types are listed at https://docs.pydantic.dev/latest/errors/validation_errors/.
        """
        name, where = path[-1], _dotted(path[:-1])
        match error["type"]:
            case "missing":
                self.note(self._key(path[:-1]), f'the key "{name}" is missing in {where}; add it')
            case "extra_forbidden":
                remedy = suggestion(str(name), schema.keys(path[:-1]))
                self.note(self._key(path), f'unknown key "{name}" in {where}; {remedy}')
            case _ if error["input"] is None:
                self.note(self._key(path), f"{_dotted(path)} is empty; give it a value or remove the key")
            case "value_error":
                self.note(self._value(path), f"{_dotted(path)}: {error['ctx']['error']}")
            case "literal_error":
                remedy = suggestion(str(error["input"]), schema.choices(path))
                self.note(self._value(path), f'{_dotted(path)}: "{error["input"]}" is not known; {remedy}')
            case kind if kind in _SHAPES:
                self.note(self._value(path), f"{_dotted(path)} should {_SHAPES[kind]}")
            case _:
                self.note(self._value(path), f"{_dotted(path)}: {error['msg']}")

    def _check_anchors(self, entry: Entry) -> None:
        """Two deliveries of a talk must not share an anchor."""
        seen: set[str] = set()
        for position, delivery in enumerate(entry.deliveries if isinstance(entry, Talk) else ()):
            if delivery.anchor in seen:
                remedy = 'give this one an "id: …" of its own'
                place = self._value(("talk", "deliveries", position))
                self.note(place, f'another delivery has the anchor "{delivery.anchor}" already; {remedy}')
            seen.add(delivery.anchor)

    def _key(self, path: Path) -> Place:
        """Where the key of the value at *path* stands, or what encloses it."""
        return self.keys[path] if path in self.keys else self._key(path[:-1])

    def _value(self, path: Path) -> Place:
        """Where the value at *path* stands, or what encloses it."""
        return self.places[path] if path in self.places else self._value(path[:-1])

    def note(self, place: Place, message: str) -> None:
        """Add a problem."""
        self.problems.append(Problem(line=place[0], column=place[1], message=message))


_KINDS: dict[str, Kind] = {kind: kind for kind in KINDS}


def _place(node: yaml.Node) -> Place:
    """Line and column in the file, from 1; the front matter begins on the file's second line."""
    return node.start_mark.line + 2, node.start_mark.column + 1


def _dotted(path: Path) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")
