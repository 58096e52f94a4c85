"""Decides on the person: what of a file's first section stands on the first page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from babel.core import Locale

from portfolio.model.person import username

from . import addresses, texts
from .report import Notes
from .resume import Profile, Resume
from .tree import Node


def person(
    resume: Resume, picture: str, claimed: Mapping[str, Sequence[str]], locale: Locale, notes: Notes
) -> dict[str, Any]:
    """The person as front matter has them.

    :param picture: as :func:`photo` gives it.
    :param claimed: names of skills that no entry names, by group.
    :param locale: for the names of countries.
    """
    return {
        "name": texts.line(resume.name, None, notes),
        "label": texts.line(resume.label, None, notes),
        "summary": texts.paragraph(resume.summary, None, notes),
        "place": place(resume, locale, notes),
        "url": _checked(resume.url, addresses.url, "it is not a web address", notes),
        "email": _checked(
            resume.email, addresses.email, "it is not an email address; write it as one if everybody may have it", notes
        ),
        "phone": _checked(resume.phone, addresses.phone, "it is not a telephone number", notes),
        "photo": picture,
        "profiles": profiles(resume.profiles, notes),
        "languages": languages(resume.languages, notes),
        "claimed_skills": {group: [*names] for group, names in claimed.items()},
    }


def place(resume: Resume, locale: Locale, notes: Notes) -> str:
    """Town, region and country in one text; a country's code becomes its name."""
    parts = [each.shown for each in resume.place]
    if resume.country:
        code = resume.country.shown
        parts.append(locale.territories.get(code.upper(), code) if len(code) == 2 else code)
    found = ", ".join(dict.fromkeys(parts))
    for node in [*resume.place, *filter(None, [resume.country])] if len(parts) > 1 or resume.country else []:
        notes.decided(node, f"written as a part of the place, {found}")
    return found


def photo(node: Node | None, folder: Path, notes: Notes) -> tuple[str, dict[str, bytes]]:
    """The address of a picture, or the path of one in *folder* and what that file holds, by its path in the site."""
    if node is None:
        return "", {}
    if path := addresses.picture(node.text):
        try:
            return str(path), {f"docs/{path}": (folder / path).read_bytes()}
        except (OSError, ValueError):  # the latter for names that no file can have
            notes.left_out(node, "there is no such picture beside the file")
            return "", {}
    if (address := addresses.url(node.text)) is None:
        notes.left_out(node, "it is neither an address nor a picture beside the file")
    return address or "", {}


def profiles(given: Sequence[Profile], notes: Notes) -> dict[str, str]:
    """The person's pages in networks; one without an address has that which the network makes of names."""
    found: dict[str, str] = {}
    for each in given:
        at = each.url or each.username or each.network or each.at
        network = each.network.shown if each.network else ""
        name = each.username.shown if each.username else ""
        address = addresses.url(each.url.text) if each.url else None
        if each.url and not address:
            notes.left_out(each.url, "it is not a web address")
        if not address and each.username and (address := addresses.profile(network, name)):
            notes.decided(each.username, f"the address in that network is taken to be {address}")
        if not address:
            for node in filter(None, (each.network, each.username)):
                notes.left_out(node, "a profile needs an address; write it, as in https://…")
            continue
        if each.username and name.removeprefix("@") != username(address):
            notes.left_out(each.username, f"the profile has an address, {address}, and no name beside it")
        if not network:
            network = addresses.host(address)
            notes.decided(at, f"the network is not named: called {network}")
        if (label := addresses.add(found, network, address, username(address))) != network:
            notes.decided(at, f"a second profile in the same network: called {label}")
    return found


def languages(given: Sequence[tuple[Node, Node | None]], notes: Notes) -> dict[str, str | None]:
    """The languages of the person, each with how well in the words of the file."""
    found: dict[str, str | None] = {}
    for language, fluency in given:
        name, how = texts.line(language, None, notes), texts.line(fluency, None, notes)
        if name in found:
            notes.decided(language, "it stands in the list twice: written once")
        if name:
            found[name] = found.get(name) or how or None
        if fluency and how and found.get(name) != how:
            notes.left_out(fluency, f"the file says “{found[name]}” too" if name else "its language has no name")
    return found


def _checked(node: Node | None, read: Callable[[str], str | None], reason: str, notes: Notes) -> str:
    if node is None:
        return ""
    if (found := read(node.text)) is None:
        notes.left_out(node, reason)
    return found or ""
