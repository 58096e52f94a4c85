"""The reference of front matter: what the model says of each key, in words, for the pages that authors read."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from typing import Any, Literal, Union

from .dates import Period
from .model import KINDS, REFERENCES, Delivery, Kind, Slug, Url
from .schema import front_matter, parts
from .wording import KINDS as NAMES

_WORDS: Mapping[Any, tuple[str, str]] = {
    str: ("text", "texts"),
    bool: ("true or false", ""),
    Slug: ("slug", "slugs"),
    Url: ("address", "addresses"),
    Period: ("period", "periods"),
    Delivery: ("delivery", "deliveries"),
}
"""What one and several values of a type are called."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A key of front matter and what there is to know of it.

    :ivar key: with the keys that it stands below, as in ``deliveries[].event``.
    :ivar type: in words.
    :ivar example: as YAML.
    """

    key: str
    type: str
    required: bool
    meaning: str
    example: str


def reference(kind: Kind) -> list[Row]:
    """The keys of a *kind*'s front matter, what is required first; what stands below a key follows it."""
    return list(_rows(KINDS[kind], ""))


def _rows(cls: type, above: str) -> Iterator[Row]:
    for field in sorted(front_matter(cls), key=lambda field: not field.required):
        key = above + field.name
        yield Row(
            key=key,
            type=_in_words(field.name, field.type),
            required=field.required,
            meaning=field.doc.meaning,
            example=field.doc.example,
        )
        for part in parts(field.type):
            if is_dataclass(part):
                yield from _rows(typing.cast(type, part), f"{key}[].")


def _in_words(name: str, annotation: Any, *, several: bool = False) -> str:
    """A type in words; *name* is that of its field, which tells of slugs what they name."""
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in {Union, types.UnionType}:
        (annotation,) = (each for each in args if each is not type(None))
        return _in_words(name, annotation)
    if origin is tuple:
        return f"list of {_in_words(name, args[0], several=True)}"
    if origin is Mapping:
        return f"{_in_words(name, args[1], several=True)} by label"
    if origin is Literal:
        return f"one of {', '.join(args)}"
    words = _WORDS[annotation][several]
    if annotation is Slug and name in REFERENCES:
        one, all_ = (each.lower() for each in NAMES[REFERENCES[name]])
        return f"{words} of {all_}" if several else f"{words} of {'an' if one[0] in 'aeiou' else 'a'} {one}"
    return words
