"""The reference of front matter: what the model says of each key, in words, for the pages that authors read."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from typing import Any, Literal

from portfolio.i18n import wording
from portfolio.i18n.translation import Language
from portfolio.model.dates import PartialDate, Period
from portfolio.model.entries import Claim, Slug, Url
from portfolio.model.fields import N_, Field
from portfolio.model.hours import Hours
from portfolio.model.kinds import SUBJECTS, Delivery, Position, TimeZone
from portfolio.model.person import Email, Fluency, Phone, Photo, SkillGroups
from portfolio.reading.written import front_matter, parts

_WORDS: Mapping[Any, str] = {
    str: N_("text"),
    bool: N_("true or false"),
    Slug: N_("slug"),
    Email: N_("address for mail"),
    Phone: N_("telephone number"),
    Photo: N_("file or address"),
    SkillGroups: N_("lists of texts by group, or a list"),
    Url: N_("address, also with an archive"),
    Period: N_("period"),
    PartialDate: N_("date"),
    Hours: N_("time, or from when to when"),
    TimeZone: N_("name of a time zone"),
    tuple[str, ...]: N_("list of texts"),
    tuple[Url, ...]: N_("list of addresses, also with archives"),
    tuple[Delivery, ...]: N_("list of deliveries"),
    tuple[Position, ...]: N_("list of positions"),
    Mapping[str, Url]: N_("addresses by label, also with archives"),
    Mapping[str, Fluency]: N_("texts by language"),
}
"""What a value of a type is called."""


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


def reference(subject: str, language: Language) -> list[Row]:
    """The keys of the front matter of a kind or the person, what is required first; what stands below a key follows."""
    return list(_rows(SUBJECTS[subject], "", language))


def _rows(cls: type, above: str, language: Language) -> Iterator[Row]:
    for field in sorted(front_matter(cls), key=lambda field: not field.required):
        key = above + field.name
        yield Row(
            key=key,
            type=_in_words(field, language),
            required=field.required,
            meaning=language.gettext(field.doc.meaning),
            example=field.doc.example,
        )
        for part in parts(field.type):
            if is_dataclass(part):
                below = f"{key}[].SLUG." if part is Claim else f"{key}[]."
                yield from _rows(typing.cast(type, part), below, language)


def _in_words(field: Field, language: Language) -> str:
    """The type of a *field* in words."""
    _ = language.gettext
    origin, args = typing.get_origin(field.type), typing.get_args(field.type)
    if origin is Literal:
        return _("one of %(values)s", values=", ".join(args))
    if field.names is None:
        return _(_WORDS[field.type])
    if args and args[0] is Claim:
        return _(
            "list of slugs (%(kind)s), each also with a period, or with the keys below",
            kind=wording.kind(field.names.kind, language),
        )
    if origin is tuple:
        return _("list of slugs (%(kind)s)", kind=wording.kind(field.names.kind, language))
    return _("slug (%(kind)s)", kind=wording.kind(field.names.kind, language))
