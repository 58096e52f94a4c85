"""Says what stands in ``evidence.json``: the types of its objects, from which its JSON Schema is made.

The types of entries are made of the kinds and their fields (:mod:`portfolio.model.kinds`). Within a version, properties
are added only; what else changes makes another version, in a schema of another name.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Literal, NotRequired, get_args, get_origin

from pydantic import Field as Said
from pydantic import TypeAdapter
from typing_extensions import TypedDict

from portfolio.model import dates
from portfolio.model.entries import SLUG, Claim, Entry, Url
from portfolio.model.fields import Field, PublicProof
from portfolio.model.kinds import KINDS, Delivery, Position, Skill
from portfolio.model.person import Person, Photo

from .entries import VERSION, exported

ID = "urn:uuid:91f6a0c5-4c0e-5f0b-8d1b-6f5d0a2e7c42"
"""Identifies this version of the schema, wherever it is kept (RFC 9562)."""

Id = Annotated[str, Said(pattern=f"^(?:{'|'.join(KINDS)})/{SLUG.pattern}$")]
DeliveryId = Annotated[str, Said(pattern=f"^talk/{SLUG.pattern}#.+$")]
Date = Annotated[str, Said(pattern="^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$")]
Instant = Annotated[str, Said(json_schema_extra={"format": "date-time"})]
Uri = Annotated[str, Said(json_schema_extra={"format": "uri"})]
Reference = Annotated[str, Said(json_schema_extra={"format": "uri-reference"})]


class Period(TypedDict):
    """A span of time, as precise as it is known. A single date is both its start and its end."""

    start: Annotated[Date, Said(description="When it began: a year, a month or a day.")]
    end: NotRequired[Annotated[Date, Said(description="When it ended; absent while it goes on.")]]
    beginning: NotRequired[
        Annotated[
            Literal["unknown"],
            Said(description="That it is not known when it began, and the start is the first date that is known."),
        ]
    ]
    ending: NotRequired[
        Annotated[
            Literal["unknown", "expected"],
            Said(
                description="That it is not known when it ended, and the end is the last date that is known; or that "
                "it was expected to end then."
            ),
        ]
    ]


class Mentions(TypedDict):
    """What the prose under one heading of a page names."""

    anchor: NotRequired[Annotated[str, Said(description="The heading's anchor; absent above the first heading.")]]
    heading: NotRequired[Annotated[str, Said(description="The heading's text; absent above the first heading.")]]
    entries: Annotated[tuple[Id, ...], Said(description="The entries that are named there.")]


class Page(TypedDict):
    """A page that is not an entry's, and whose prose names entries."""

    path: Annotated[Reference, Said(description="The page, from the site's root.")]
    title: Annotated[str, Said(description="Its title.")]
    mentions: Annotated[tuple[Mentions, ...], Said(description="What it names, by heading.")]


class Experience(TypedDict):
    """When a skill was in use. Nothing here depends on the day on which it is read or was written."""

    first: Annotated[int, Said(description="The first year with a claim.")]
    last: NotRequired[Annotated[int, Said(description="The last year with a claim; absent while it goes on.")]]
    spans: Annotated[
        tuple[Period, ...],
        Said(description="The periods in which the skill was in use, those that overlap or meet as one."),
    ]
    days: NotRequired[
        Annotated[int, Said(description="How many days the spans cover, as far as is known; absent while one goes on.")]
    ]
    exact: Annotated[bool, Said(description="Whether all dates behind the spans are known to the month.")]


class Evidence(TypedDict):
    """One entry that proves a skill, and how: by claiming it, by mentioning it, or both."""

    entry: Annotated[Id, Said(description="The entry, which has the path, the public proofs, and the claim.")]
    periods: NotRequired[Annotated[tuple[Period, ...], Said(description="When the skill was used, as is claimed.")]]
    within: NotRequired[
        Annotated[Period, Said(description="Within which time that was, where no more is known; it counts no time.")]
    ]
    proof: NotRequired[
        Annotated[str, Said(description="What was done: the claim's sentence, or a highlight that names the skill.")]
    ]
    mentions: NotRequired[
        Annotated[
            tuple[str, ...],
            Said(
                description="The anchors of the headings under which the entry's page mentions the skill; empty for "
                "what is above the first heading."
            ),
        ]
    ]


_PROOFS: Mapping[str, Any] = {
    "public_proofs": NotRequired[
        Annotated[
            Mapping[PublicProof, Uri],
            Said(
                description="What anyone can look at to see that it is true, by what that is: source code, a "
                "recording, slides, or a publication itself. Those of a talk's deliveries stand with these."
            ),
        ]
    ]
}
_ARCHIVES: Mapping[str, Any] = {
    "archives": NotRequired[
        Annotated[
            Mapping[Uri, Uri], Said(description="Archived copies of what stands at URLs in the same object, by URL.")
        ]
    ]
}
_ENTRY: Mapping[str, Any] = {
    "id": Annotated[
        Id,
        Said(description="The entry's stable name: its kind and its slug. All ids in this file are of entries in it."),
    ],
    "path": Annotated[Reference, Said(description="The entry's page, from the site's root.")],
    **_PROOFS,
    **_ARCHIVES,
    "mentions": NotRequired[
        Annotated[tuple[Mentions, ...], Said(description="What the page's prose names, by heading.")]
    ],
}
_SKILL: Mapping[str, Any] = {
    "experience": NotRequired[
        Annotated[Experience, Said(description="When it was in use; absent where nothing that proves it has a date.")]
    ],
    "evidence": NotRequired[Annotated[tuple[Evidence, ...], Said(description="What proves it, newest first.")]],
}
_DELIVERY: Mapping[str, Any] = {
    "id": Annotated[
        DeliveryId, Said(description="The delivery's stable name: that of its talk, and an anchor behind it.")
    ],
    "anchor": Annotated[str, Said(description="The place on the talk's page.")],
    "start": NotRequired[
        Annotated[Instant, Said(description="When it begins; absent where no more than its date is known.")]
    ],
    "end": NotRequired[Annotated[Instant, Said(description="When it ends; absent where that is not known.")]],
    **_PROOFS,
}
_CLAIM: Mapping[str, Any] = {"skill": Annotated[Id, Said(description="The skill.")]}
_PARTS: Mapping[Any, Mapping[str, Any]] = {Delivery: _DELIVERY, Position: {}, Claim: _CLAIM}
"""Classes of parts of entries, with the properties that the file adds."""
_TYPES: Mapping[Any, Any] = {Url: Uri, Photo: Uri, dates.Period: Period, dates.PartialDate: Date}


@cache
def _object(cls: Any) -> Any:
    """The type of what is made of a class of the model, with the properties that the file adds."""
    more = _ENTRY if issubclass(cls, Entry) else _ARCHIVES if cls is Person else _PARTS[cls]
    found = {**more, **(_SKILL if cls is Skill else {})}
    for field in exported(cls):
        value: Any = _value(field, field.type)
        said = Annotated[value, Said(description=field.doc.meaning)]
        is_there = field.required and get_origin(field.type) is not tuple
        found[field.name] = said if is_there else NotRequired[said]
    make: Any = TypedDict  # a checker wants its fields to be literals
    made = make(cls.__name__, found)
    made.__doc__ = (cls.__doc__ or "").partition("\n")[0]
    made.__module__ = __name__
    return made


def _value(field: Field, annotation: Any) -> Any:
    """The type in the file of a type in the model."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return tuple[_value(field, args[0]), ...]  # type: ignore[misc]  # made at run time
    if origin is Mapping:
        return Mapping[str, _value(field, args[1])]  # type: ignore[misc]  # the same
    if annotation in _PARTS:
        return _object(annotation)
    return Id if field.names else _TYPES.get(annotation, annotation)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the file (https://json-schema.org/draft/2020-12/json-schema-core), the same on every site."""
    make: Any = TypedDict
    whole = make(
        "Career",
        {
            "$schema": Annotated[Reference, Said(description="The schema that this file keeps to.")],
            "title": Annotated[str, Said(description="The site's name.")],
            "author": Annotated[str, Said(description="Whose site it is.")],
            "language": Annotated[str, Said(description="The language of the texts, as a tag of BCP 47.")],
            "url": NotRequired[
                Annotated[Uri, Said(description="The URL of the site's root; absent where that is not known.")]
            ],
            "person": NotRequired[
                Annotated[_object(Person), Said(description="Whose career it is, as far as that is said.")]
            ],
            **{
                cls.traits.folder: Annotated[
                    tuple[_object(cls), ...], Said(description=f"The entries of the kind {kind}.")  # type: ignore[arg-type, misc]
                ]
                for kind, cls in KINDS.items()
            },
            "pages": Annotated[
                tuple[Page, ...], Said(description="The other pages whose prose names entries, by path.")
            ],
        },
    )
    found = TypeAdapter(whole).json_schema(mode="serialization")
    title = f"A career with its evidence, version {VERSION}"
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": ID}
    return {**head, **found, "title": title, "description": _DESCRIPTION}


_DESCRIPTION = """A career with its evidence: entries, their facts and relations, and what proves each skill.

All is said once, by the entry whose page says it: what names an entry is found by its id. Skills alone say what other
entries say of them, as their evidence. A path leads on from the site's root, which is the folder of this file. What is
not known, empty or false is absent, and no date is more precise than it is known. Properties may be added to this
version of the schema; none is removed, and none changes its meaning."""
