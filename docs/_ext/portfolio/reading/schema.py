"""The schema of front matter, made from the model: its fields are the only list of keys there is.

The model knows nothing of pydantic; here each of its types is given the pydantic type that reads it from text
(https://docs.pydantic.dev/latest/concepts/types/).
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from functools import cache
from typing import Annotated, Any, Literal, NotRequired, Required, Union
from urllib.parse import urlsplit

import pydantic
import yaml
from pydantic import AfterValidator, Discriminator, PlainValidator, Tag, TypeAdapter, ValidationInfo, WithJsonSchema
from typing_extensions import TypedDict

from portfolio.model.dates import PERIOD, Period
from portfolio.model.entries import SLUG, Entry, Slug, Url
from portfolio.model.fields import Field, Kind, fields_of
from portfolio.model.kinds import KINDS, SUBJECTS
from portfolio.model.person import Email, Phone
from portfolio.model.variant import MOST_PAGES, Pages, Variant

from .yaml_nodes import unshowable

# The patterns are those of the JSON Schema too: in the syntax that Python's and ECMA-262's regular expressions share.
VARIANT = "variant"
"""What is read like a subject, from a file of its own."""
_CLASSES: Mapping[str, type] = {**SUBJECTS, VARIANT: Variant}

URL = re.compile(r'https?://[^\s/?#<>"]+[^\s<>"]*')
"""What an address looks like."""
EMAIL = re.compile(r"[^\s@<>,;:]+@[^\s@<>,;:]+[.][^\s@<>,;:.]+")
"""What an address for mail looks like, of those that people have."""
PHONE = re.compile("[+]?[0-9(][0-9 ()./-]{2,30}")
"""What a telephone number looks like."""
ALONE, ARCHIVED = "[alone]", "[archived]"
"""What the places of pydantic's errors have, beside keys and positions, below an address: how that was written."""
_WITH_ARCHIVE = ("url", "archive")
"""The keys of an address that is written with an archived copy."""


def front_matter(cls: type) -> list[Field]:
    """The fields of one of the model's classes that authors write, ``title`` among them."""
    return [each for each in fields_of(cls) if each.doc.meaning]


def keys(path: Sequence[str | int]) -> list[str]:
    """The keys that may stand at *path*, which begins with a subject; at an address those of one with a copy."""
    found = _type_at(path)
    return [*_WITH_ARCHIVE] if found is Url else [each.name for each in _below_kind(found)]


def choices(path: Sequence[str | int]) -> list[str]:
    """The values that may stand at *path*, which begins with a subject and leads to one of a few."""
    found = _type_at(path)
    return [*KINDS] if found is Kind else [*typing.get_args(found)]


def json_schema(subject: str) -> dict[str, Any]:
    """The JSON Schema of the front matter of a *subject*'s page, for editors; what else stands at the top is free.

    It tells what a pattern can; that a date exists or a slug is some entry's is left to the checker. Its keywords mean
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
    for part in path[1:]:
        if is_dataclass(found):
            found = next(each.type for each in fields_of(typing.cast(type, found)) if each.name == part)
        else:
            found = typing.get_args(found)[0 if isinstance(part, int) else 1]
        if typing.get_origin(found) in {Union, types.UnionType}:
            (found,) = (each for each in typing.get_args(found) if each is not type(None))
    return found


def parts(annotation: Any) -> Iterator[Any]:
    """A type and all those that it is made of."""
    yield annotation
    for part in typing.get_args(annotation):
        yield from parts(part)


def _below_kind(cls: type) -> list[Field]:
    """The fields of *cls* but for an entry's title, which stands beside the kind's key."""
    return [each for each in front_matter(cls) if each.name != "title" or not issubclass(cls, Entry)]


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
    if not URL.fullmatch(text) or unshowable(text):
        raise ValueError(f'"{text}" is no address; it must begin with http:// or https://, and hold no blanks')
    try:
        urlsplit(text)
    except ValueError as error:
        raise ValueError(f'"{text}" is no address: {error}') from error
    return text


def _note(address: dict[str, str], info: ValidationInfo) -> str:
    """The address; its archived copy goes to the dictionary that is validation's context."""
    url, archive = (address[key] for key in _WITH_ARCHIVE)
    assert info.context is not None
    if info.context.setdefault(url, archive) != archive:
        raise ValueError(f'"{url}" has another archived copy already; name one of them only')
    return url


def _with_archive(address: Any) -> Any:
    """The type of an address alone, or with that of a copy."""
    make_typed_dict: Any = TypedDict
    both = pydantic.with_config(pydantic.ConfigDict(extra="forbid"))(
        make_typed_dict("Archived", dict.fromkeys(_WITH_ARCHIVE, address))
    )
    schema = TypeAdapter(address).json_schema()
    return Annotated[
        Annotated[address, Tag(ALONE)] | Annotated[both, AfterValidator(_note), Tag(ARCHIVED)],
        Discriminator(lambda value: ARCHIVED if isinstance(value, dict) else ALONE),
        # Not "anyOf", of which editors tell only that neither fits.
        WithJsonSchema(
            {
                **schema,
                "type": ["string", "object"],
                "properties": dict.fromkeys(_WITH_ARCHIVE, schema),
                "required": [*_WITH_ARCHIVE],
                "additionalProperties": False,
            }
        ),
    ]


def _email(text: str) -> str:
    if not EMAIL.fullmatch(text):
        raise ValueError(f'"{text}" is no address for mail; write one, as in ada@example.org')
    return text


def _phone(text: str) -> str:
    if not PHONE.fullmatch(text):
        raise ValueError(f'"{text}" is no telephone number; write digits and blanks, as in +44 20 7946 0000')
    return text


def _pages(text: str) -> int:
    if not re.fullmatch("0*[1-9][0-9]{0,2}", text) or int(text) > MOST_PAGES:
        raise ValueError(f'"{text}" is no number of pages; write one from 1 to {MOST_PAGES}')
    return int(text)


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


def _whole(pattern: re.Pattern[str]) -> str:
    return f"^(?:{pattern.pattern})$"


# To YAML's own parsers, unlike to ours, a year alone is a number.
_YEAR = {"minimum": 1000, "maximum": 9999}

_SCALARS: Mapping[Any, Any] = {
    bool: bool,
    Kind: Literal[tuple(KINDS)],
    str: Annotated[str, AfterValidator(line), WithJsonSchema({"type": "string", "pattern": r"^\s*\S[^\r\n]*\s*$"})],
    Email: Annotated[str, AfterValidator(_email), WithJsonSchema({"type": "string", "pattern": _whole(EMAIL)})],
    Phone: Annotated[str, AfterValidator(_phone), WithJsonSchema({"type": "string", "pattern": _whole(PHONE)})],
    Slug: Annotated[str, AfterValidator(_slug), WithJsonSchema({"type": "string", "pattern": _whole(SLUG)})],
    Url: _with_archive(
        Annotated[str, AfterValidator(_url), WithJsonSchema({"type": "string", "pattern": _whole(URL)})]
    ),
    Pages: Annotated[int, _from_text(_pages), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": MOST_PAGES})],
    Period: Annotated[
        Period,
        _from_text(Period.parse),
        WithJsonSchema({"type": ["string", "integer"], "pattern": _whole(PERIOD), **_YEAR}),
    ],
}
"""How the model's scalars are read from text."""


@cache
def adapter(subject: str) -> TypeAdapter[dict[str, Any]]:
    """The validator of the front matter of a kind, the person or a variant, which gives the arguments of its class.

    Archived copies of what stands at its addresses go to the dictionary that is its context, by address.
    """
    return TypeAdapter(_arguments(subject))


def _arguments(subject: str) -> Any:
    """What pydantic reads for what stands below a subject's key."""
    return _as_written(_CLASSES[subject], arguments=True)


def _as_written(annotation: Any, *, arguments: bool = False) -> Any:
    """The type that pydantic reads from YAML for one of the model's types.

    :param arguments: give a dataclass's arguments instead of its instance.
    """
    if annotation in _SCALARS:
        return _SCALARS[annotation]
    if is_dataclass(annotation):
        cls = typing.cast(type, annotation)
        make_typed_dict: Any = TypedDict  # a checker wants its fields to be literals
        shape = pydantic.with_config(pydantic.ConfigDict(extra="forbid"))(
            make_typed_dict(cls.__name__, {each.name: _documented(each) for each in _below_kind(cls)})
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


def _documented(field: Field) -> Any:
    """What pydantic reads for a field, with what its JSON Schema says of it."""
    doc = pydantic.Field(description=field.doc.meaning, examples=[yaml.safe_load(field.doc.example)])
    written = _as_written(field.type)
    return Required[Annotated[_filled(written), doc]] if field.required else NotRequired[Annotated[written, doc]]
