"""Front matter: the text of a page -> its entry, or all the problems that stand in the way, each with its place.

YAML is only composed, never constructed: every scalar stays the text that was written until the model reads it, so that
YAML turns neither ``no`` into False nor ``2019-02-30`` into a crash, and every value knows its line and column.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pydantic
import yaml

from . import schema
from .model import KINDS, Entry, Kind, Talk

Path = tuple[str | int, ...]
"""Where a value stands in the front matter: keys and list positions from the top."""

_BLOCK = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)


_SHAPES = {
    "string_type": "be text",
    "tuple_type": "be a list, as in [one, two]",
    "dict_type": "hold keys and values, one a line, as in key: value",
    "mapping_type": "hold keys and values, one a line, as in key: value",
}
"""What pydantic's errors about the shape of a value mean to an author."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong on a page, with its place (from 1) and, in the message, the way out."""

    line: int
    column: int
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What reading a page gave.

    :ivar entry: None where the page is no entry's or has problems.
    :ivar problems: in the order of the text.
    :ivar lines: the line of each value, by its path below the kind's key.
    """

    entry: Entry | None = None
    problems: tuple[Problem, ...] = ()
    lines: Mapping[Path, int] = field(default_factory=dict)


def read(docname: str, text: str) -> Reading:
    """Read the entry from the front matter of the page *docname* with the source *text*.

    A page without one of the kinds' keys is no entry; what else stands in its front matter is not read here.
    """
    block = _BLOCK.match(text)
    if block is None:
        return Reading()
    try:
        top = yaml.compose(block["yaml"], Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 2, mark.column + 1) if mark else (1, 1)
        return Reading(problems=(_problem(place, f"the front matter is no YAML: {error.problem or error.context}"),))
    except yaml.YAMLError as error:
        return Reading(problems=(_problem((1, 1), f"the front matter is no YAML: {error}"),))
    if not isinstance(top, yaml.MappingNode):
        return Reading()
    kinds = [key.value for key, _ in top.value if isinstance(key, yaml.ScalarNode) and key.value in KINDS]
    if not kinds:
        return Reading()
    return _Reader(docname, top).read(kinds)


class _Reader:
    """Reads one page's composed YAML and gathers problems and places on the way."""

    def __init__(self, docname: str, top: yaml.MappingNode) -> None:
        self.docname = docname
        self.top = top
        self.places: dict[Path, tuple[int, int]] = {(): _place(top)}
        self.problems: list[Problem] = []

    def read(self, kinds: list[Kind]) -> Reading:
        data = self._plain(self.top, ())
        for kind in kinds[1:]:
            self._note(
                (kind,),
                f'a page is one thing, and this one is "{kinds[0]}" already; move "{kind}" to a page of its own',
            )
        kind = kinds[0]
        title = data.get("title")
        if not isinstance(title, str) or not title.strip():
            self._note(("title",) if "title" in data else (kind,), 'the page has no name; add "title: …" at the top')
            title = ""
        if not schema.SLUG.fullmatch(slug := self.docname.rpartition("/")[2]):
            self._note((kind,), f'the file name "{slug}" is no slug; use lower-case words joined by hyphens')
        try:
            values = schema.adapter(kind).validate_python(data[kind])
        except pydantic.ValidationError as error:
            for each in error.errors():
                self._explain((kind, *each["loc"]), each)
        if self.problems:
            return Reading(problems=tuple(sorted(self.problems, key=lambda problem: (problem.line, problem.column))))
        lines = {path[1:]: line for path, (line, _) in self.places.items() if path[:1] == (kind,)}
        entry = KINDS[kind](docname=self.docname, title=title.strip(), **values)
        self._check_anchors(entry)
        if self.problems:
            return Reading(problems=tuple(self.problems))
        return Reading(entry=entry, lines=lines)

    def _plain(self, node: yaml.Node, path: Path) -> Any:
        """*node* as text, lists and dictionaries, its places noted; an empty value is None."""
        if isinstance(node, yaml.SequenceNode):
            for position, item in enumerate(node.value):
                self.places[*path, position] = _place(item)
            return [self._plain(item, (*path, position)) for position, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            found: dict[str, Any] = {}
            for key, value in node.value:
                name = str(key.value)
                if name in found:
                    self.problems.append(_problem(_place(key), f'the key "{name}" stands here twice; remove one'))
                    continue
                self.places[*path, name] = _place(key)
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
                self._note(path[:-1], f'the key "{name}" is missing in {where}; add it')
            case "extra_forbidden":
                near = difflib.get_close_matches(str(name), schema.keys(path[:-1]), n=1)
                known = f'did you mean "{near[0]}"?' if near else f"the keys are {', '.join(schema.keys(path[:-1]))}"
                self._note(path, f'unknown key "{name}" in {where}; {known}')
            case "value_error":
                self._note(path, f"{_dotted(path)}: {error['ctx']['error']}")
            case _ if error["input"] is None:
                self._note(path, f"{_dotted(path)} is empty; give it a value or remove the key")
            case kind if kind in _SHAPES:
                self._note(path, f"{_dotted(path)} should {_SHAPES[kind]}")
            case _:
                self._note(path, f"{_dotted(path)}: {_lower(error['msg'])}")

    def _check_anchors(self, entry: Entry) -> None:
        """Two deliveries of a talk must not share an anchor."""
        seen: set[str] = set()
        for position, delivery in enumerate(entry.deliveries if isinstance(entry, Talk) else ()):
            if delivery.anchor in seen:
                self._note(
                    ("talk", "deliveries", position),
                    f'another delivery has the anchor "{delivery.anchor}" already; give this one an "id: …" of its own',
                )
            seen.add(delivery.anchor)

    def _note(self, path: Path, message: str) -> None:
        while path not in self.places:
            path = path[:-1]
        self.problems.append(_problem(self.places[path], message))


def _problem(place: tuple[int, int], message: str) -> Problem:
    return Problem(line=place[0], column=place[1], message=message)


def _place(node: yaml.Node) -> tuple[int, int]:
    """Line and column in the file, from 1; the front matter begins on the file's second line."""
    return node.start_mark.line + 2, node.start_mark.column + 1


def _dotted(path: Path) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
