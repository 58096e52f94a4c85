"""Words what pydantic finds wrong with front matter for its author, with the way out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from . import written
from .entry_checks import Path
from .problems import Suggestions, suggestion

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_SHAPES = {
    "bool_parsing": "be true or false",
    "bool_type": "be true or false",
    "string_type": "be text",
    "tuple_type": "be a list, as in [one, two]",
    "dict_type": "hold keys and values, one a line, as in key: value",
    "mapping_type": "hold keys and values, one a line, as in key: value",
}
"""What errors about the shape of a value mean to an author."""

_MARKS = {"[key]", written.ALONE, written.ARCHIVED, written.CLAIMED, written.LISTED}
"""Parts of an error's place that name a way to write a value. "[key]" ends the place of a key that is wrong itself
(https://docs.pydantic.dev/latest/errors/errors/)."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What an error means.

    :ivar path: the value that it is about.
    :ivar of_key: whether the value's key is wrong, and not the value.
    """

    path: Path
    of_key: bool
    message: str


class Explainer:
    """Explains the errors of one page, so that names are compared only so often for it."""

    def __init__(self) -> None:
        self._known: dict[Path, Suggestions] = {}

    def explain(self, subject: str, error: ErrorDetails) -> Explanation:
        """What *error* means, found below the key *subject*.

        Its types are listed at https://docs.pydantic.dev/latest/errors/validation_errors/.
        """
        path: Path = (subject, *(part for part in error["loc"] if part not in _MARKS))
        if "[key]" in error["loc"]:
            return Explanation(path, True, f"{_dotted(path)}: {error['ctx']['error']}")
        match error["type"]:
            case "missing":
                remedy = "add it, or write the address alone" if path[-1] == "archive" else "add it"
                message = f'the key "{path[-1]}" is missing in {_dotted(path[:-1])}; {remedy}'
                return Explanation(path[:-1], True, message)
            case "extra_forbidden":
                remedy = self._keys_at(path[:-1]).suggestion(str(path[-1]))
                return Explanation(path, True, f'unknown key "{path[-1]}" in {_dotted(path[:-1])}; {remedy}')
            case _ if error["input"] is None:
                return Explanation(path, True, f"{_dotted(path)} is empty; give it a value or remove the key")
        return Explanation(path, False, f"{_dotted(path)}{self._fault(path, error)}")

    def _fault(self, path: Path, error: ErrorDetails) -> str:
        """What is wrong with a value, after its name."""
        value: Any = error["input"]
        match error["type"]:
            case "value_error":
                return f": {error['ctx']['error']}"
            case written.UNKNOWN_ZONE:
                return f': "{value}" is not the name of a time zone; {self._zones.suggestion(str(value))}'
            case "literal_error" if isinstance(value, str):
                return f': "{value}" is not known; {suggestion(value, _choices(path))}'
            case "literal_error":
                return f" should be one of {', '.join(_choices(path))}"
            case other:
                return f" should {_SHAPES[other]}" if other in _SHAPES else f" {error['msg']}"

    def _keys_at(self, path: Path) -> Suggestions:
        """The keys that may stand at *path*."""
        if path not in self._known:
            from . import schema

            self._known[path] = Suggestions(schema.keys(path))
        return self._known[path]

    @cached_property
    def _zones(self) -> Suggestions:
        # Those without a place are like abbreviations that mean another time, as EST is like CEST.
        places = (zone for zone in written.time_zones() if "/" in zone and not zone.startswith("Etc/"))
        return Suggestions(places, otherwise='write its IANA name, as in "Europe/Berlin"')


def _choices(path: Path) -> list[str]:
    from . import schema

    return schema.choices(path)


def _dotted(path: Path) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")
