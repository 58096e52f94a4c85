"""The one whose career it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, NewType
from urllib.parse import unquote, urlsplit

from .entries import Url
from .fields import Doc

Email = NewType("Email", str)
"""An address for mail."""
Phone = NewType("Phone", str)
"""A telephone number, as people write it."""
Photo = NewType("Photo", str)
"""The URL of a picture, or the name of its file beside the first page."""
Fluency = NewType("Fluency", str)
"""How well a language is known, in the author's words; empty where that is not said."""
SkillGroups = NewType("SkillGroups", Mapping[str, tuple[str, ...]])
"""Names of skills by the name of their group, which is empty for those in none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The one whose career it is; it stands in the front matter of the first page. Nothing else is known of a person.

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
    photo: Annotated[Photo | None, Doc("A picture of you: a file beside the first page, or an address.", "ada.jpg")] = (
        None
    )
    email: Annotated[Email | None, Doc("An address for mail; published as it is.", "ada@example.org")] = None
    phone: Annotated[Phone | None, Doc("A telephone number; published as it is.", "+44 (0)20 7946 0000")] = None
    profiles: Annotated[
        Mapping[str, Url],
        Doc("Your pages in networks, each with the network's name.", "{GitHub: https://github.com/ada-flora}"),
    ] = field(default_factory=dict)
    languages: Annotated[
        Mapping[str, Fluency],
        Doc(
            "The languages that you speak, each with how well, or with nothing.", "{English: Native speaker, German: }"
        ),
    ] = field(default_factory=dict)
    claimed_skills: Annotated[
        SkillGroups,
        Doc(
            "Skills that no page proves, by group or as a list; shown last, as what you claim.",
            "{Tools: [Secateurs, Spade]}",
        ),
    ] = field(default_factory=lambda: SkillGroups({}))
    archives: Mapping[Url, Url] = field(default_factory=dict)

    @property
    def photo_file(self) -> str:
        """The name of the file of the photo; empty where that stands elsewhere, or there is none."""
        return self.photo if self.photo and "://" not in self.photo else ""


def username(profile: str) -> str:
    """The name that the address of a *profile* ends with; empty where that does not end with a path."""
    found = urlsplit(profile)
    name = unquote(found.path.rstrip("/").rpartition("/")[2]).removeprefix("@")
    return "" if found.query or found.fragment else name
