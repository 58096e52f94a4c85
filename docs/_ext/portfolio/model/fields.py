"""What is declared of a field in its annotation: what authors read about it, and where it is shown and exported."""

from __future__ import annotations

import typing
from collections.abc import Mapping, Set
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from typing import Annotated, Any, Literal, get_args

Kind = Annotated[str, "the name of a kind"]
"""The front matter key that holds an entry, such as ``project``; the keys of :data:`.kinds.KINDS`."""
PublicProof = Literal["source", "video", "slides", "original"]
"""The labels of links to what anyone can look at to see that a page is true."""
PUBLIC_PROOFS: tuple[PublicProof, ...] = get_args(PublicProof)
"""The same, in the order in which they are shown."""
Place = Literal["panel", "card", "line", "cv", "llms"]
"""Where a field can be shown: in the panel of the entry's page, among the details of an entry in a listing, on
the one line of an entry, among the details in the curriculum vitae, and in the index for language models."""


def N_(message: str) -> str:  # noqa: N802 (gettext's name for it)
    """*message* as it is, marked for translation where it is shown."""
    return message


def NN_(one: str, several: str) -> tuple[str, str]:  # noqa: N802
    """The messages for one and for several of something, marked for translation where they are shown."""
    return one, several


@dataclass(frozen=True)
class Doc:
    """What authors read about a field; a field without one is not theirs to write.

    :ivar meaning: one plain sentence.
    :ivar example: a value as YAML, from the front matter of an invented botanist.
    """

    meaning: str = ""
    example: str = ""


@dataclass(frozen=True)
class Shown:
    """Where a field's value is shown.

    :ivar label: what it is called in the panel.
    :ivar on: the places.
    :ivar phrase: how the value reads where no label stands beside it, with a place for ``%(value)s``.
    """

    label: str
    on: Set[Place] = frozenset({"panel"})
    phrase: str = ""


@dataclass(frozen=True)
class Called:
    """What the values of a field with a choice are called.

    :ivar in_full: the same for some, where there is room to say what they mean.
    """

    names: Mapping[str, str]
    in_full: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Names:
    """That a field names entries of a kind, by slug.

    :ivar back: what the entries with this field are called on the pages of those that it names; not shown if empty.
    :ivar within: whether an entry without a time of its own lies within the time of those.
    """

    kind: Kind
    back: str = ""
    within: bool = False


@dataclass(frozen=True)
class As:
    """What a field is called in exports; not there if empty.

    :ivar json_resume: the property of the item in JSON Resume; ``[]`` behind it makes it a list of one.
    :ivar schema_org: the property in https://schema.org.
    """

    json_resume: str = ""
    schema_org: str = ""


@dataclass(frozen=True)
class Proves:
    """That a field holds the URL of something that anyone can look at to see that the page is true."""

    public_proof: PublicProof


@dataclass(frozen=True)
class When:
    """That a field holds the time of the entry.

    :ivar hull_of: the field whose parts have a time each; where this one is left out, it is the hull of theirs.
    """

    hull_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of an entry, or of another class that authors write, with all that is declared of it.

    :ivar type: without None, which a field that may be left out has too.
    :ivar required: whether authors have to write it.
    :ivar doc: without a meaning where the field is not for authors.
    """

    name: str
    type: Any
    required: bool
    doc: Doc
    shown: Shown | None
    called: Called | None
    names: Names | None
    exported: As
    public_proof: PublicProof | None
    is_time: bool
    hull_of: str


def fields_of(cls: type) -> tuple[Field, ...]:
    """The fields of *cls*, a dataclass, in their order."""
    return _fields_of(cls)


# Apart, since mypy does not take a class of dataclasses for something that can be hashed.
@cache
def _fields_of(cls: Any) -> tuple[Field, ...]:
    hints = typing.get_type_hints(cls, include_extras=True)
    found = []
    for each in fields(cls):
        is_annotated = typing.get_origin(hints[each.name]) is Annotated
        annotation, *said = get_args(hints[each.name]) if is_annotated else (hints[each.name],)
        if type(None) in get_args(annotation):
            (annotation,) = (each for each in get_args(annotation) if each is not type(None))
        by_class = {type(one): one for one in said}
        hull_of = by_class[When].hull_of if When in by_class else ""
        found.append(
            Field(
                name=each.name,
                type=annotation,
                required=each.default is MISSING and each.default_factory is MISSING and not hull_of,
                doc=by_class.get(Doc, Doc()),
                shown=by_class.get(Shown),
                called=by_class.get(Called),
                names=by_class.get(Names),
                exported=by_class.get(As, As()),
                public_proof=by_class[Proves].public_proof if Proves in by_class else None,
                is_time=When in by_class,
                hull_of=hull_of,
            )
        )
    return tuple(found)
