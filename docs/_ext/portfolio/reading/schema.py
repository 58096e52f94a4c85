"""The schema of front matter, made from the model: its fields are the only list of keys there is."""

from __future__ import annotations

import typing
from collections.abc import Mapping, Sequence
from dataclasses import is_dataclass
from functools import cache
from itertools import pairwise
from typing import Annotated, Any, NotRequired, Required

import pydantic
import yaml
from pydantic import AfterValidator, TypeAdapter
from typing_extensions import TypedDict

from portfolio.model.entries import Claim, Entry, Url
from portfolio.model.fields import Field, Kind, fields_of
from portfolio.model.kinds import KINDS, SUBJECTS
from portfolio.model.person import Photo
from portfolio.model.variant import Variant

from .scalars import SCALARS, mapping
from .written import VARIANT, WITH_ARCHIVE, front_matter
from .yaml_nodes import LOADER

_CLASSES: Mapping[str, type] = {**SUBJECTS, VARIANT: Variant}


def keys(path: Sequence[str | int]) -> list[str]:
    """The keys that may stand at *path*, which begins with a subject; at a URL those of one with a copy."""
    found = _type_at(path)
    return [*WITH_ARCHIVE] if found in {Url, Photo} else [each.name for each in _below_kind(found)]


def choices(path: Sequence[str | int]) -> list[str]:
    """The values that may stand at *path*, which begins with a subject and leads to one of a few."""
    found = _type_at(path)
    return [*KINDS] if found is Kind else [*typing.get_args(found)]


def json_schema(subject: str) -> dict[str, Any]:
    """The JSON Schema of the front matter of a *subject*'s page, for editors; what else stands at the top is free.

    It says what a pattern can; that a date exists or a slug is some entry's is left to the checker. Its keywords mean
    the same from draft 7 (https://json-schema.org/draft-07) to 2020-12, and it declares the one that all editors know.
    """
    title = next(each for each in front_matter(Entry) if each.name == "title")
    make_typed_dict: Any = TypedDict
    page = make_typed_dict("FrontMatter", {"title": _documented(title), subject: _arguments(subject)})
    found = TypeAdapter(page).json_schema()
    found["properties"] |= {other: False for other in SUBJECTS if other != subject}
    return {"$schema": "http://json-schema.org/draft-07/schema#", **found, "title": f"Front matter: {subject}"}


def _type_at(path: Sequence[str | int]) -> Any:
    """The model's type of what may stand at *path*."""
    found: Any = _CLASSES[str(path[0])]
    for above, part in pairwise(path):
        if found is Claim and isinstance(above, int):
            continue  # the slug, below which the rest of the claim stands
        if is_dataclass(found):
            found = next(each.type for each in fields_of(typing.cast(type, found)) if each.name == part)
        else:
            found = typing.get_args(found)[0 if isinstance(part, int) else 1]
    return found


def _below_kind(cls: type) -> list[Field]:
    """The fields of *cls* but for an entry's title, which stands beside the kind's key."""
    return [each for each in front_matter(cls) if each.name != "title" or not issubclass(cls, Entry)]


@cache
def adapter(subject: str) -> TypeAdapter[dict[str, Any]]:
    """The validator of the front matter of a kind, the person or a variant, which gives the arguments of its class.

    Archived copies of what stands at its URLs go to the dictionary that is its context, by URL.
    """
    return TypeAdapter(_arguments(subject))


def _arguments(subject: str) -> Any:
    """What pydantic reads for what stands below a subject's key."""
    return _as_written(_CLASSES[subject], arguments=True)


def _as_written(annotation: Any, *, arguments: bool = False) -> Any:
    """The type that pydantic reads from YAML for one of the model's types.

    :param arguments: give a dataclass's arguments instead of its instance.
    """
    if annotation in SCALARS:
        return SCALARS[annotation]
    if is_dataclass(annotation):
        cls = typing.cast(type, annotation)
        shape = mapping(cls.__name__, {each.name: _documented(each) for each in _below_kind(cls)})
        return shape if arguments else Annotated[shape, AfterValidator(lambda values: cls(**values))]
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is tuple:
        return tuple[_as_written(args[0]), ...]  # type: ignore[misc]  # made at run time
    if origin is Mapping:
        return origin[tuple(map(_as_written, args))]
    return annotation


def _documented(field: Field) -> Any:
    """What pydantic reads for a field, with what its JSON Schema says of it."""
    example = yaml.load(field.doc.example, LOADER)  # noqa: S506  the safe one, ten times as fast as safe_load
    doc = pydantic.Field(description=field.doc.meaning, examples=[example])
    written = _as_written(field.type)
    return Required[Annotated[_filled(written), doc]] if field.required else NotRequired[Annotated[written, doc]]


def _filled(written: Any) -> Any:
    """A list that must be there must not be empty either."""
    if typing.get_origin(written) is not tuple:
        return written
    return Annotated[written, AfterValidator(_not_empty), pydantic.Field(json_schema_extra={"minItems": 1})]


def _not_empty(values: tuple[object, ...]) -> tuple[object, ...]:
    if not values:
        raise ValueError("is empty; name at least one")
    return values
