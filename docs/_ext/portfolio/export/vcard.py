"""``card.vcf``: the person for address books (vCard 3.0, RFC 2426).

Version 3.0, for it is what address books agree on: all that take 4.0 take it too, and of those on telephones and in
offices many take no other. A name is not taken apart, since which part is which cannot be known: the whole stands where
given names do, unless its author says what those are. Nor is a place, which stands where the town does. What the person
does not say is not said here, and there is no date of revision: the day a file is made must not make it another.

segno's helper for these cards leaves backslashes, line ends and names as they are, puts backslashes into addresses, and
folds no lines; the few lines of this format are made here.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass

from portfolio.model.career import Career
from portfolio.model.kinds import Employer
from portfolio.model.person import Person

from . import photo
from .file import File, Link
from .formats import uri
from .site import Site

NAME = "card.vcf"
_OCTETS = 75
"""How long a line may be (RFC 2425, section 5.8.1), counted in octets as later versions do (RFC 6350, section 3.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The card.

    :ivar lines: those above its last, not folded.
    :ivar photo: a file of pictures, of which the card is to hold a small one: address books load none.
    """

    lines: tuple[str, ...]
    photo: bytes | None


def files(career: Career, site: Site) -> Iterator[File]:
    """The card, where there is a person."""
    if person := career.person:
        label = site.language.gettext("Card for address books")
        link = Link(media_type="text/vcard", label=label, brief="vCard")
        held = site.photo if person.photo_file else None
        content = Card(lines=tuple(lines(person, _current(career), site)), photo=held)
        yield File(name=NAME, content=content, write=write, link=link)


def lines(person: Person, employer: Employer | None, site: Site) -> Iterator[str]:
    """The card's lines, not folded. The names of networks are as Apple's and Google's programs write and read them."""
    title = person.label or (employer.parts[0].role if employer else None)
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"FN:{text(person.name)}"
    yield f"N:{text(person.family_name or '')};{text(person.given_name or person.name)};;;"
    yield f"UID:{text(site.identity.uid(site.root))}"
    named = {
        "TITLE": title,
        "ORG": employer and employer.title,
        "EMAIL;TYPE=INTERNET": person.email,
        "TEL": person.phone,
    }
    yield from (f"{name}:{text(value)}" for name, value in named.items() if value)
    if person.place:
        yield f"ADR:;;;{text(person.place)};;;"
    if home := person.url or site.base:
        yield f"URL:{_url(home)}"
    if person.url and site.base:
        yield f"URL:{_url(site.base)}"
    for number, (network, address) in enumerate(person.profiles.items(), 1):
        yield f"item{number}.URL:{_url(address)}"
        yield f"item{number}.X-ABLabel:{text(network)}"
    if person.photo and not person.photo_file:
        yield f"PHOTO;VALUE=uri:{_url(person.photo)}"
    if site.base:
        yield f"SOURCE:{_url(site.base + NAME)}"


def text(value: str) -> str:
    """*value* with what parts values marked as its own (RFC 2426, section 4)."""
    escaped = value.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return "\\n".join(escaped.splitlines())


def folded(line: str) -> str:
    """*line* on as many lines as it takes, each after the first marked by a space; no character is cut in two."""
    found, room = "", _OCTETS
    for character in line:
        room -= len(character.encode())
        if room < 0:
            found += "\r\n "
            room = _OCTETS - 1 - len(character.encode())
        found += character
    return found


def write(card: Card) -> bytes:
    """The card as a file."""
    small = photo.small(card.photo) if card.photo else None
    held = [f"PHOTO;ENCODING=b;TYPE=PNG:{base64.b64encode(small).decode()}"] if small else []
    return "".join(f"{folded(line)}\r\n" for line in (*card.lines, *held, "END:VCARD")).encode()


def _url(url: str) -> str:
    """*url* without what readers take for the end of a value, or for the next."""
    return uri(url).replace(",", "%2C").replace(";", "%3B")


def _current(career: Career) -> Employer | None:
    """The employer of today; of several none, for the title need not be that of any one of them."""
    found = [each for each in career.of(Employer) if each.period and each.period.is_open(career.today)]
    return found[0] if len(found) == 1 else None
