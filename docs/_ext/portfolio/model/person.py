"""The one whose career it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, NewType

from .entries import Url
from .fields import Doc

Email = NewType("Email", str)
"""An address for mail."""
Phone = NewType("Phone", str)
"""A telephone number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The one whose career it is; it stands in the front matter of the first page. Nothing else is told of a person.

    The words are those of JSON Resume's ``basics`` (https://jsonresume.org/schema).

    :ivar archives: as an entry's.
    """

    name: Annotated[str, Doc("Your name.", "Ada Flora")]
    given_name: Annotated[str | None, Doc("The given part of it, for address books.", "Ada")] = None
    family_name: Annotated[str | None, Doc("The family part of it, for address books.", "Flora")] = None
    pronunciation: Annotated[
        str | None, Doc("How the name is said, for those who introduce you.", "AY-duh FLOR-uh")
    ] = None
    label: Annotated[str | None, Doc("What you are, in a few words.", "Botanical illustrator")] = None
    summary: Annotated[
        str | None, Doc("What you do, in a sentence or three.", "I draw plants from life, seeds above all.")
    ] = None
    place: Annotated[str | None, Doc("Where you live, as far as it is to be known.", "Kew, England")] = None
    url: Annotated[Url | None, Doc("Your home page, if this site is not.", "https://example.org/ada")] = None
    photo: Annotated[Url | None, Doc("The address of a picture of you.", "https://example.org/ada.jpg")] = None
    email: Annotated[Email | None, Doc("An address for mail; published as it is.", "ada@example.org")] = None
    phone: Annotated[Phone | None, Doc("A telephone number; published as it is.", "+44 20 7946 0000")] = None
    profiles: Annotated[
        Mapping[str, Url],
        Doc("Your pages in networks, each with the network's name.", "{GitHub: https://github.com/ada-flora}"),
    ] = field(default_factory=dict)
    archives: Mapping[Url, Url] = field(default_factory=dict)
