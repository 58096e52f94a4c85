"""The types by which the model's scalars and claims are read from text.

The model knows nothing of pydantic; here each of its types is given the pydantic type that reads it
(https://docs.pydantic.dev/latest/concepts/types/).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal, NotRequired
from urllib.parse import urlsplit

import pydantic
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    PlainValidator,
    Tag,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError
from typing_extensions import TypedDict

from portfolio.model.dates import DATE, PERIOD, PartialDate, Period
from portfolio.model.entries import SLUG, Claim, Slug, Url
from portfolio.model.fields import Kind
from portfolio.model.hours import HOURS, Hours
from portfolio.model.kinds import KINDS, TimeZone
from portfolio.model.person import Email, Fluency, Phone, Photo, SkillGroups
from portfolio.model.variant import MOST_PAGES, Pages

from .written import (
    ALONE,
    ARCHIVED,
    CLAIMED,
    EMAIL,
    LISTED,
    PHONE,
    PHOTO,
    UNKNOWN_ZONE,
    URL,
    WITH_ARCHIVE,
    front_matter,
    line,
    slug_fault,
    time_zones,
)
from .yaml_nodes import unshowable


def _slug(text: str) -> str:
    if fault := slug_fault(text):
        raise ValueError(fault)
    return text


def _url(text: str) -> str:
    if not URL.fullmatch(text) or unshowable(text):
        raise ValueError(f'"{text}" is not a URL; it must begin with http:// or https://, and hold no blanks')
    try:
        urlsplit(text)
    except ValueError as error:
        raise ValueError(f'"{text}" is not a URL: {error}') from error
    return text


def mapping(name: str, keys: Mapping[str, Any]) -> Any:
    """The type of a mapping with these *keys* and no others."""
    make_typed_dict: Any = TypedDict  # a checker wants its keys to be literals
    return pydantic.with_config(pydantic.ConfigDict(extra="forbid"))(make_typed_dict(name, keys))


def _note(written: dict[str, str], info: ValidationInfo) -> str:
    """The URL; its archived copy goes to the dictionary that is validation's context."""
    url, archive = (written[key] for key in WITH_ARCHIVE)
    assert info.context is not None
    if info.context.setdefault(url, archive) != archive:
        raise ValueError(f'"{url}" has another archived copy already; name one of them only')
    return url


def _with_archive(pattern: re.Pattern[str], check: Callable[[str], str]) -> Any:
    """The type of a URL alone, or with that of a copy."""
    url = _like(pattern, check)
    schema = {"type": "string", "pattern": _whole(pattern)}
    both: Any = mapping("Archived", dict.fromkeys(WITH_ARCHIVE, url))
    return Annotated[
        Annotated[url, Tag(ALONE)] | Annotated[both, AfterValidator(_note), Tag(ARCHIVED)],
        Discriminator(lambda value: ARCHIVED if isinstance(value, dict) else ALONE),
        # Not "anyOf", of which editors say only that neither fits.
        WithJsonSchema(
            {
                **schema,
                "type": ["string", "object"],
                "properties": dict.fromkeys(WITH_ARCHIVE, schema),
                "required": [*WITH_ARCHIVE],
                "additionalProperties": False,
            }
        ),
    ]


def _email(text: str) -> str:
    if not EMAIL.fullmatch(text):
        raise ValueError(f'"{text}" is not an email address; write one, as in ada@example.org')
    return text


def _phone(text: str) -> str:
    if not PHONE.fullmatch(text):
        raise ValueError(f'"{text}" is not a phone number; write one, as in +44 20 7946 0000')
    return line(text)


def _photo(text: str) -> str:
    if not PHOTO.fullmatch(text) or unshowable(text) or text.startswith("../") or "/../" in text:
        raise ValueError(
            f'"{text}" is neither an address nor the name of a picture; write one, as in ada.jpg, '
            "of a file below the folder of the pages"
        )
    return text if "://" not in text else _url(text)


def _time_zone(text: str) -> str:
    if text not in time_zones():
        raise PydanticCustomError(UNKNOWN_ZONE, UNKNOWN_ZONE)
    return text


def _by_group(written: object) -> object:
    """Skills by group; a list alone is of those in no group."""
    return {LISTED: written} if isinstance(written, list) else written


def _group(text: str) -> str:
    return "" if text in {"", LISTED} else line(text)


def _once(groups: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    seen: set[str] = set()
    for name in (name for names in groups.values() for name in names):
        if name in seen:
            raise ValueError(f'"{name}" stands here twice; remove one')
        seen.add(name)
    return groups


def _pages(text: str) -> int:
    if not re.fullmatch("0*[1-9][0-9]{0,2}", text) or int(text) > MOST_PAGES:
        raise ValueError(f'"{text}" is not a number of pages; write one from 1 to {MOST_PAGES}')
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


def _whole(pattern: re.Pattern[str]) -> str:
    return f"^(?:{pattern.pattern})$"


# To YAML's own parsers, unlike to ours, a year alone is a number.
_YEAR = {"minimum": 1000, "maximum": 9999}


def _like(pattern: re.Pattern[str], read: Callable[[str], str]) -> Any:
    """The type of a text that looks like *pattern*."""
    return Annotated[str, AfterValidator(read), WithJsonSchema({"type": "string", "pattern": _whole(pattern)})]


_SLUG: Any = _like(SLUG, _slug)
_LINE_SCHEMA = {"type": "string", "pattern": r"^\s*\S[^\r\n]*\s*$"}
_LINE = Annotated[str, AfterValidator(line), WithJsonSchema(_LINE_SCHEMA)]
_PERIOD_SCHEMA = {"type": ["string", "integer"], "pattern": _whole(PERIOD), **_YEAR}
_PERIOD = Annotated[Period, _from_text(Period.parse), WithJsonSchema(_PERIOD_SCHEMA)]


def _claim() -> Any:
    """The type of a claim: a slug, or a slug with a period, or with a period, a proof or both."""
    meanings = {each.name: each.doc.meaning for each in front_matter(Claim)}
    said: Any = mapping("Claim", {"period": NotRequired[_PERIOD], "proof": NotRequired[_LINE]})
    properties = {
        name: {"description": meanings[name], **schema, "title": name.capitalize()}
        for name, schema in (("period", _PERIOD_SCHEMA), ("proof", _LINE_SCHEMA))
    }

    def tag(value: object) -> str:
        return CLAIMED if isinstance(value, dict) else ALONE

    of = Annotated[Annotated[_PERIOD, Tag(ALONE)] | Annotated[said, Tag(CLAIMED)], Discriminator(tag)]
    return Annotated[
        Annotated[_SLUG, AfterValidator(lambda slug: Claim(skill=slug)), Tag(ALONE)]
        | Annotated[dict[_SLUG, of], AfterValidator(_one_claim), Tag(CLAIMED)],
        Discriminator(tag),
        WithJsonSchema(
            {
                "type": ["string", "object"],
                "pattern": _whole(SLUG),
                "propertyNames": {"pattern": _whole(SLUG)},
                "minProperties": 1,
                "maxProperties": 1,
                "additionalProperties": {
                    "type": ["string", "integer", "object"],
                    "pattern": _whole(PERIOD),
                    **_YEAR,
                    "properties": properties,
                    "additionalProperties": False,
                },
            }
        ),
    ]


def _one_claim(written: dict[str, Any]) -> Claim:
    if len(written) != 1:
        raise ValueError("names several skills in one item, or none; give each an item of its own")
    ((slug, said),) = written.items()
    return Claim(skill=Slug(slug), **({"period": said} if isinstance(said, Period) else said))


SCALARS: Mapping[Any, Any] = {
    bool: bool,
    Kind: Literal[tuple(KINDS)],
    str: _LINE,
    Email: _like(EMAIL, _email),
    Phone: _like(PHONE, _phone),
    Photo: _with_archive(PHOTO, _photo),
    Fluency: Annotated[
        str,
        BeforeValidator(lambda written: "" if written is None else written),
        AfterValidator(lambda text: text and line(text)),
        WithJsonSchema({"type": ["string", "null"]}),
    ],
    SkillGroups: Annotated[
        dict[Annotated[str, AfterValidator(_group)], tuple[_LINE, ...]],
        BeforeValidator(_by_group),
        AfterValidator(_once),
        WithJsonSchema(
            {
                "type": ["array", "object"],
                "items": _LINE_SCHEMA,
                "additionalProperties": {"type": "array", "items": _LINE_SCHEMA},
            }
        ),
    ],
    Slug: _SLUG,
    Claim: _claim(),
    Url: _with_archive(URL, _url),
    Pages: Annotated[int, _from_text(_pages), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": MOST_PAGES})],
    Period: _PERIOD,
    Hours: Annotated[
        Hours,
        _from_text(Hours.parse),
        # To YAML 1.1, which some editors still read, 14:30 is a number of minutes.
        WithJsonSchema({"type": ["string", "integer"], "pattern": _whole(HOURS), "minimum": 0, "maximum": 1439}),
    ],
    TimeZone: Annotated[
        str,
        AfterValidator(_time_zone),
        WithJsonSchema({"type": "string", "pattern": r"^[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+)*$"}),
    ],
    PartialDate: Annotated[
        PartialDate,
        _from_text(PartialDate.parse),
        WithJsonSchema({"type": ["string", "integer"], "pattern": _whole(DATE), **_YEAR}),
    ],
}
"""How the model's scalars are read from text."""
