"""Says what stands in ``evidence.json``: the types of its objects, from which its JSON Schema is made.

The types of entries are made of the kinds and their fields (:mod:`portfolio.model.kinds`). Within a version, properties
are added only; what else changes makes another version, in a schema of another name.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin

from pydantic import Field as Said
from pydantic import TypeAdapter
from typing_extensions import TypedDict

from portfolio.model import dates, entries
from portfolio.model.entries import SLUG, Entry, Url
from portfolio.model.fields import Field, PublicProof, fields_of
from portfolio.model.kinds import KINDS, Delivery, Position
from portfolio.model.person import Email, Person, Phone, Photo, SkillGroups

VERSION = 1
ID = "urn:uuid:4b1f3f0e-6d0c-5f7c-9f0b-2a7d9c1e8a31"
"""Identifies this version of the schema, wherever it is kept (RFC 9562)."""

Id = Annotated[str, Said(pattern=f"^(?:{'|'.join(KINDS)})/{SLUG.pattern}$")]
DeliveryId = Annotated[str, Said(pattern=f"^talk/{SLUG.pattern}#.+$")]
Date = Annotated[str, Said(pattern="^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$")]
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


class Link(TypedDict):
    """A URL elsewhere."""

    label: Annotated[str, Said(description="What is found there, in the author's words.")]
    address: Annotated[Uri, Said(description="Where that is.")]


class Profile(TypedDict):
    """A page of the person's in a network."""

    network: Annotated[str, Said(description="The network's name.")]
    address: Annotated[Uri, Said(description="The page.")]


class Language(TypedDict):
    """A language that the person speaks."""

    language: Annotated[str, Said(description="The language.")]
    fluency: NotRequired[Annotated[str, Said(description="How well, in the author's words.")]]


class SkillGroup(TypedDict):
    """Skills that the person claims and nothing here proves."""

    group: NotRequired[Annotated[str, Said(description="What they have in common; absent where that is not said.")]]
    names: Annotated[tuple[str, ...], Said(description="Their names.")]


class Copy(TypedDict):
    """What stood at a URL, kept elsewhere."""

    address: Annotated[Uri, Said(description="The URL, which stands elsewhere in the same object too.")]
    archive: Annotated[Uri, Said(description="Where the copy is.")]


class Proof(TypedDict):
    """Something that anyone can look at."""

    kind: Annotated[
        PublicProof, Said(description="What it is: source code, a recording, slides, or a publication itself.")
    ]
    address: Annotated[Uri, Said(description="Where it is.")]


class Mention(TypedDict):
    """A place in a page's prose that names an entry."""

    page: Annotated[str, Said(description="The title of the page.")]
    address: Annotated[Reference, Said(description="The place, under the nearest heading.")]
    entry: NotRequired[
        Annotated[Id, Said(description="The entry whose page it is; absent where the page is not an entry's.")]
    ]
    anchor: NotRequired[
        Annotated[str, Said(description="The heading's anchor on the page; absent above the first heading.")]
    ]
    heading: NotRequired[Annotated[str, Said(description="The heading; absent above the first one.")]]
    sentence: NotRequired[
        Annotated[str, Said(description="The sentence that names it; no longer given, since it proves nothing.")]
    ]


class Claim(TypedDict):
    """That an entry shows a skill."""

    skill: Annotated[Id, Said(description="The skill.")]
    period: NotRequired[
        Annotated[Period, Said(description="When it was used; absent where that is all of the entry's own time.")]
    ]
    proof: NotRequired[Annotated[str, Said(description="What was done with it, in the author's words.")]]


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
    """One entry that proves a skill, and how."""

    entry: Annotated[Id, Said(description="The entry.")]
    address: Annotated[Reference, Said(description="Its page, at the first heading that mentions the skill.")]
    declared: Annotated[bool, Said(description="Whether the entry claims the skill, and does not only mention it.")]
    periods: Annotated[tuple[Period, ...], Said(description="When the skill was used, as is claimed.")]
    within: NotRequired[
        Annotated[Period, Said(description="Within which time that was, where no more is known; it counts no time.")]
    ]
    proof: NotRequired[
        Annotated[str, Said(description="What was done: the claim's sentence, or a highlight that names the skill.")]
    ]
    mentions: Annotated[tuple[Mention, ...], Said(description="The places where its prose mentions the skill.")]
    exhibits: Annotated[tuple[Proof, ...], Said(description="What anyone can look at to see that the entry is true.")]
    deliveries: Annotated[tuple[DeliveryId, ...], Said(description="Where a talk was given.")]


_ENTRY: Mapping[str, Any] = {
    "id": Annotated[
        Id,
        Said(description="The entry's stable name: its kind and its slug. All ids in this file are of entries in it."),
    ],
    "address": Annotated[Reference, Said(description="The entry's page.")],
    "exhibits": Annotated[
        tuple[Proof, ...],
        Said(
            description="Where anyone can see that it is true; of a talk, the newest recording and the newest slides."
        ),
    ],
    "archives": Annotated[tuple[Copy, ...], Said(description="Archived copies of what stands at the entry's URLs.")],
    "mentions": Annotated[
        tuple[Id, ...],
        Said(description="The entries that the page's prose names; the reverse of mentionedBy."),
    ],
    "mentionedBy": Annotated[
        tuple[Mention, ...], Said(description="The places on other pages whose prose names this entry.")
    ],
}
_PROVING = {
    "claims": Annotated[
        tuple[Claim, ...], Said(description="The skills that the entry claims, in the author's order.")
    ],
    "proves": Annotated[
        tuple[Id, ...],
        Said(description="The skills that it proves, by declaring or by mentioning them; the reverse of evidence."),
    ],
}
_PROVEN = {
    "experience": NotRequired[
        Annotated[Experience, Said(description="When it was in use; absent where nothing that proves it has a date.")]
    ],
    "evidence": Annotated[
        tuple[Evidence, ...], Said(description="What proves it, newest first; the reverse of proves.")
    ],
}
_DELIVERY = {
    "id": Annotated[
        DeliveryId, Said(description="The delivery's stable name: that of its talk, and its anchor on the page.")
    ],
    "address": Annotated[Reference, Said(description="The place on the talk's page.")],
}


def exported(cls: type) -> list[Field]:
    """The fields of a class that stand in the file: all that authors write but who finds the page."""
    return [each for each in fields_of(cls) if each.doc.meaning and each.name not in {"visibility", "id"}]


def name(field: Field) -> str:
    """What a field is called in the file."""
    return field.exported.evidence or field.name


def back_references(cls: type[Entry]) -> Iterator[tuple[str, Field, type[Entry]]]:
    """What names entries of a kind: the key of its ids in the file, the field that does, and its class."""
    for other in KINDS.values():
        for field in fields_of(other):
            if field.names and field.names.back and field.names.kind == cls.kind:
                yield other.traits.folder, field, other


def _object(cls: type, more: Mapping[str, Any]) -> Any:
    """The type of what is made of a class of the model, with the properties that the file adds."""
    found = dict(more)
    for field in exported(cls):
        is_list = get_origin(field.type) in {tuple, Mapping} or field.type is SkillGroups
        # A text that may be left out is then empty.
        is_known = field.required or is_list or field.type in {bool, str}
        value: Any = _value(field, field.type)
        said = Annotated[value, Said(description=field.doc.meaning)]
        found[name(field)] = said if is_known else NotRequired[said]
    make: Any = TypedDict  # a checker wants its fields to be literals
    made = make(cls.__name__, found)
    made.__doc__ = inspect.cleandoc(cls.__doc__ or "")
    made.__module__ = __name__
    return made


def _value(field: Field, annotation: Any) -> Any:
    """The type in the file of a type in the model."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin in {Union, types.UnionType}:
        return _value(field, next(each for each in args if each is not type(None)))
    if origin is tuple:
        return tuple[_value(field, args[0]), ...]  # type: ignore[misc]  # made at run time
    if origin is Mapping:
        items: Mapping[str, Any] = {"profiles": Profile, "languages": Language}
        return tuple[items.get(field.name, Link), ...]  # type: ignore[misc]  # the same
    if field.names:
        return Id
    if annotation in _PARTS:
        return _object(annotation, _PARTS[annotation])
    return _TYPES.get(annotation, annotation)


_PARTS: Mapping[Any, Mapping[str, Any]] = {Delivery: _DELIVERY, Position: {}}
"""Classes of parts of entries, with the properties that the file adds."""


_TYPES: Mapping[Any, Any] = {
    Url: Uri,
    Email: str,
    Phone: str,
    Photo: Uri,
    SkillGroups: tuple[SkillGroup, ...],
    dates.Period: Period,
    dates.PartialDate: Date,
    entries.Claim: Id,
}


def entry(cls: type[Entry]) -> Any:
    """The type of the entries of a kind."""
    back = {
        key: Annotated[tuple[Id, ...], Said(description=f"Its {key}, newest first; the reverse of their {field.name}.")]
        for key, field, _ in back_references(cls)
    }
    kind = {"kind": Annotated[Literal[cls.kind], Said(description="The kind of entry.")]}
    return _object(cls, {**_ENTRY, **kind, **back, **(_PROVING if cls.traits.proves else _PROVEN)})


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the file (https://json-schema.org/draft/2020-12/json-schema-core), the same on every site."""
    people = _object(Person, {"archives": _ENTRY["archives"]})
    make: Any = TypedDict
    whole = make(
        "Career",
        {
            "$schema": Annotated[Reference, Said(description="The schema that this file keeps to.")],
            "title": Annotated[str, Said(description="The site's name.")],
            "author": Annotated[str, Said(description="Whose site it is.")],
            "language": Annotated[str, Said(description="The language of the texts, as a tag of BCP 47.")],
            "address": NotRequired[
                Annotated[Uri, Said(description="The URL of the site's root; absent where that is not known.")]
            ],
            "person": NotRequired[Annotated[people, Said(description="Whose career it is, as far as that is said.")]],
            **{
                cls.traits.folder: Annotated[
                    tuple[entry(cls), ...], Said(description=f"The entries of the kind {kind}.")  # type: ignore[misc]
                ]
                for kind, cls in KINDS.items()
            },
        },
    )
    found = TypeAdapter(whole).json_schema(mode="serialization")
    title = f"A career with its evidence, version {VERSION}"
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": ID}
    return {**head, **found, "title": title, "description": _DESCRIPTION}


_DESCRIPTION = """A career with its evidence: entries, their facts, and their relations in both directions.

Entries name one another by their ids. A URL that is relative is so from the site's root, which is the folder of this
file; all URLs within the site are relative where the site's own is not known. What is not known is absent, and no date
is more precise than it is known. Properties may be added to this version of the schema; none is removed, and none
changes its meaning."""
