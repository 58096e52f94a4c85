"""From dataclasses to JSON and to the JSON Schema that says what it holds, so that neither can differ from the other.

A class's docstring becomes an object's description, the text beside a field's type a property's. A property is left out
where its value is None, and only such a one may be missing.
See https://json-schema.org/draft/2020-12/json-schema-core.
"""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Mapping
from dataclasses import Field, dataclass, fields, is_dataclass
from typing import Any, Literal, Union

Schema = dict[str, Any]

_SCALARS: Mapping[Any, Schema] = {str: {"type": "string"}, int: {"type": "integer"}, bool: {"type": "boolean"}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What there is to know of some classes beside themselves.

    :ivar texts: what values of a NewType over text look like, in JSON Schema's words.
    :ivar names: the names of fields that are written otherwise than in Python.
    """

    texts: Mapping[Any, Schema]
    names: Mapping[str, str]

    def data(self, value: Any) -> Any:
        """*value*, made of dataclasses, tuples, text, numbers and truths, as JSON's own types."""
        if isinstance(value, tuple):
            return [self.data(each) for each in value]
        if is_dataclass(value):
            pairs = ((self._name(each), getattr(value, each.name)) for each in fields(value))
            return {name: self.data(each) for name, each in pairs if each is not None}
        return value

    def schema(self, cls: type, name: str, address: str) -> Schema:
        """The JSON Schema of *cls*.

        :param name: its title.
        :param address: its ``$id``; none where that is empty.
        """
        found: dict[str, Schema] = {}
        whole = self._object(cls, found)
        own = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | ({"$id": address} if address else {})
        return {**own, **whole, "title": name, "$defs": dict(sorted(found.items()))}

    def _object(self, cls: type, found: dict[str, Schema]) -> Schema:
        hints = typing.get_type_hints(cls, include_extras=True)
        properties = {self._name(each): self._property(hints[each.name], found) for each in fields(cls)}
        required = [self._name(each) for each in fields(cls) if not _is_optional(hints[each.name])]
        description = inspect.cleandoc(cls.__doc__ or "")
        return {
            "title": cls.__name__,
            "description": description,
            "type": "object",
            "properties": properties,
            "required": required,
        }

    def _property(self, hint: Any, found: dict[str, Schema]) -> Schema:
        annotation, description = typing.get_args(hint)
        return {"description": description, **self._value(annotation, found)}

    def _value(self, annotation: Any, found: dict[str, Schema]) -> Schema:
        if annotation in self.texts:
            return {"type": "string", **self.texts[annotation]}
        if annotation in _SCALARS:
            return _SCALARS[annotation]
        if is_dataclass(annotation):
            cls = typing.cast(type, annotation)
            if cls.__name__ not in found:
                found[cls.__name__] = {}  # it may hold itself
                found[cls.__name__] |= self._object(cls, found)
            return {"$ref": f"#/$defs/{cls.__name__}"}
        origin, args = typing.get_origin(annotation), typing.get_args(annotation)
        if origin is Literal:
            return {"const": args[0]} if len(args) == 1 else {"enum": list(args)}
        if origin is tuple:
            return {"type": "array", "items": self._value(args[0], found)}
        (inner,) = (each for each in args if each is not types.NoneType)
        return self._value(inner, found)

    def _name(self, field: Field[Any]) -> str:
        return self.names.get(field.name, field.name)


def _is_optional(hint: Any) -> bool:
    annotation = typing.get_args(hint)[0]
    is_union = typing.get_origin(annotation) in {Union, types.UnionType}
    return is_union and types.NoneType in typing.get_args(annotation)
