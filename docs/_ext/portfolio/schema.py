"""The schema of front matter, made from the model: its fields are the only list of keys there is.

The model knows nothing of pydantic; here each of its types is given the pydantic type that reads it from text
(https://docs.pydantic.dev/latest/concepts/types/).
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Annotated, Any, NotRequired, Required, Union
from urllib.parse import urlsplit

import pydantic
from pydantic import AfterValidator, PlainValidator, TypeAdapter, WithJsonSchema
from typing_extensions import TypedDict

from .dates import PartialDate, Period
from .model import KINDS, Entry, Kind, Slug, Url
from .yamlblock import unshowable

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What a slug looks like."""


def keys(path: Sequence[str | int]) -> list[str]:
    """The keys that may stand at *path*, which begins with a kind."""
    return [name for name, _, _ in _front_matter_fields(_class_at(path))]


def choices(path: Sequence[str | int]) -> list[str]:
    """The values that may stand at *path*, which begins with a kind and leads to one of a few."""
    (hint,) = (each for name, each, _ in _front_matter_fields(_class_at(path[:-1])) if name == path[-1])
    return [value for part in _parts(hint) for value in typing.get_args(part) if isinstance(value, str)]


def _class_at(path: Sequence[str | int]) -> type:
    cls: Any = KINDS[typing.cast(Kind, path[0])]
    for part in path[1:]:
        if isinstance(part, str):
            (cls,) = (each for each in _parts(typing.get_type_hints(cls)[part]) if is_dataclass(each))
    return typing.cast(type, cls)


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in typing.get_args(annotation):
        yield from _parts(part)


def _front_matter_fields(cls: type) -> list[tuple[str, Any, bool]]:
    """Name, type and whether it is required, of each field of *cls* that front matter holds under the kind's key."""
    hints = typing.get_type_hints(cls)
    return [
        (each.name, hints[each.name], each.default is MISSING and each.default_factory is MISSING)
        for each in fields(cls)
        if each.name not in {"docname", "title"} or not issubclass(cls, Entry)
    ]


def line(text: str) -> str:
    """*text* without blanks around it.

    :raises ValueError: where it is empty, goes over several lines, or holds what no page can show.
    """
    lines = text.strip().splitlines()
    if not lines:
        raise ValueError("is empty; give it a value or remove the key")
    if len(lines) > 1:
        raise ValueError("goes over several lines; write it as one")
    if found := unshowable(lines[0]):
        raise ValueError(f"holds the character U+{ord(found[0]):04X}, which no page can show; remove it")
    return lines[0]


def _slug(text: str) -> str:
    if not SLUG.fullmatch(text):
        raise ValueError(f'"{text}" is no slug; use lower-case words joined by hyphens')
    return text


def _url(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#<>\"]+[^\s<>\"]*", text) or unshowable(text):
        raise ValueError(f'"{text}" is no address; it must begin with http:// or https://, and hold no blanks')
    try:
        urlsplit(text)
    except ValueError as error:
        raise ValueError(f'"{text}" is no address: {error}') from error
    return text


def _from_text(parse: Callable[[str], object]) -> Any:
    def read(value: object) -> object:
        if not isinstance(value, str):
            # pydantic reports a ValueError as a problem of the value; a TypeError would stop it
            raise ValueError(  # noqa: TRY004
                "is empty; give it a value or remove the key" if value is None else "should be text"
            )
        return parse(value)

    return PlainValidator(read)


def _filled(written: Any) -> Any:
    """A list that must be there must not be empty either."""
    if typing.get_origin(written) is not tuple:
        return written
    return Annotated[written, AfterValidator(_not_empty), pydantic.Field(json_schema_extra={"minItems": 1})]


def _not_empty(values: tuple[object, ...]) -> tuple[object, ...]:
    if not values:
        raise ValueError("is empty; name at least one")
    return values


_SCALARS: Mapping[Any, Any] = {
    bool: bool,
    str: Annotated[str, AfterValidator(line)],
    Slug: Annotated[str, AfterValidator(_slug), WithJsonSchema({"type": "string", "pattern": f"^{SLUG.pattern}$"})],
    Url: Annotated[str, AfterValidator(_url), WithJsonSchema({"type": "string", "format": "uri"})],
    PartialDate: Annotated[PartialDate, _from_text(PartialDate.parse), WithJsonSchema({"type": "string"})],
    Period: Annotated[Period, _from_text(Period.parse), WithJsonSchema({"type": "string"})],
}
"""How the model's scalars are read from text."""


@cache
def adapter(kind: Kind) -> TypeAdapter[dict[str, Any]]:
    """The validator of a kind's front matter, which gives the arguments of its class."""
    return TypeAdapter(_as_written(KINDS[kind], arguments=True))


def _as_written(annotation: Any, *, arguments: bool = False) -> Any:
    """The type that pydantic reads from YAML for one of the model's types.

    :param arguments: give a dataclass's arguments instead of its instance.
    """
    if annotation in _SCALARS:
        return _SCALARS[annotation]
    if is_dataclass(annotation):
        cls = typing.cast(type, annotation)
        fields_as_written = {
            name: Required[_filled(_as_written(each))] if required else NotRequired[_as_written(each)]
            for name, each, required in _front_matter_fields(cls)
        }
        make_typed_dict: Any = TypedDict  # a checker wants its fields to be literals
        shape = pydantic.with_config(pydantic.ConfigDict(extra="forbid"))(
            make_typed_dict(cls.__name__, fields_as_written)
        )
        return shape if arguments else Annotated[shape, AfterValidator(lambda values: cls(**values))]
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in {Union, types.UnionType}:
        (inner,) = (each for each in args if each is not type(None))
        return _as_written(inner)
    if origin is tuple:
        return tuple[_as_written(args[0]), ...]  # type: ignore[misc]  # made at run time
    if origin is Mapping:
        return origin[tuple(map(_as_written, args))]
    return annotation
