"""Reads the options and arguments of this package's directives, and says why they cannot be used.

The directives do so when a page is built, the checker without a build. What reads a value raises a ValueError with the
reason where it cannot.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any, Literal, get_args

from portfolio.model.dates import PartialDate
from portfolio.model.entries import Slug
from portfolio.model.fields import Kind
from portfolio.model.kinds import KINDS, SUBJECTS

from .markdown import markup
from .problems import suggestion
from .written import slug_fault

Layout = Literal["list", "cards", "lines"]


def _one_of(names: Collection[str], what: str) -> Callable[[str | None], Any]:
    """What reads one of *names*, called *what*."""

    def read(argument: str | None) -> str:
        if (name := _given(argument)) not in names:
            raise ValueError(f'"{name}" is not a {what}; {suggestion(name, names)}')
        return name

    return read


kind: Callable[[str | None], Kind] = _one_of(KINDS, "kind of entry")
subject: Callable[[str | None], str] = _one_of(SUBJECTS, "kind of front matter")
layout: Callable[[str | None], Layout] = _one_of(get_args(Layout), "layout")


def kinds(argument: str | None) -> tuple[Kind, ...]:
    """Kinds that have a time, separated by commas or blanks."""
    found = tuple(map(kind, _words(argument)))
    if "skill" in found:
        raise ValueError("a skill has no time of its own; leave it out")
    return found


def slugs(argument: str | None) -> tuple[Slug, ...]:
    """Slugs, separated by commas or blanks."""
    return tuple(map(slug, _words(argument)))


def slug(argument: str | None) -> Slug:
    """A slug."""
    if fault := slug_fault(name := _given(argument)):
        raise ValueError(fault)
    return Slug(name)


def limit(argument: str | None) -> int:
    """A number of entries."""
    if not re.fullmatch("0*[1-9][0-9]{0,8}", number := _given(argument)):
        raise ValueError(f'"{number}" is not a number of entries; write 1 or more')
    return int(number)


def date(argument: str | None) -> PartialDate:
    """A date as precise as it is known."""
    return PartialDate.parse(_given(argument))


def flag(argument: str | None) -> bool:
    """An option that is there or not."""
    if argument and argument.strip():
        raise ValueError(f'it takes no value; leave "{argument.strip()}" out')
    return True


OPTIONS: Mapping[str, dict[str, Callable[[str], Any]]] = {
    "timeline": {"kinds": kinds, "skills": slugs, "from": date, "to": date},
    "skills-index": {},
    "abstracts": {},
    "exports": {},
    "front-matter": {},
    "person": {},
    "deliveries": {"past": flag, "upcoming": flag, "limit": limit},
    "bio": {},
    "entries": {"kind": kind, "at": slug, "skill": slug, "limit": limit, "as": layout},
}
"""The options of each directive, and what reads their values."""
WITH_ARGUMENT = {"bio", "front-matter"}
WITH_CONTENT = {"bio", "entries"}
"""Of the others what stands behind the name is content, and none may have any."""


def contradiction(values: Mapping[str, Any], *, has_content: bool) -> str:
    """Why a directive's options and content do not go together, and what to do; empty where they do."""
    since, until = values.get("from"), values.get("to")
    if since and until and since.earliest > until.latest:
        return "the timeline would end before it begins; let :from: be no later than :to:"
    if has_content and "kind" not in values:
        return "entries named in the content need the option :kind: to say what they are"
    return ""


def bio_length(argument: str) -> int:
    """The number of words that a bio should have."""
    if not re.fullmatch("0*[1-9][0-9]{0,4}", argument.strip()):
        raise ValueError(f'"{argument.strip()}" is not a number of words; write 1 or more, as in {{bio}} 50')
    return int(argument)


def bio_markup(text: str) -> str:
    """Why *text* is not plain text, and what to do; empty where it is."""
    written = markup(text)
    return f'a bio is plain text to paste, and "{written}" holds markup; write the words alone' if written else ""


def bio_misfit(wanted: int, text: str) -> str:
    """Why *text* is not a bio of so many words, and what to do; empty where it is one, within a tenth."""
    found, least, most = words(text), wanted - wanted // 10, wanted + wanted // 10
    if least <= found <= most:
        return ""
    remedy = f"add {least - found}" if found < least else f"take out {found - most}"
    return f"the bio of {wanted} words has {found}, where {least} to {most} are allowed; {remedy}"


def words(text: str) -> int:
    """How many words *text* has, as word processors count: what holds a letter or a digit, between blanks."""
    return sum(any(char.isalnum() for char in run) for run in text.split())


def paragraphs(text: str) -> list[str]:
    """The paragraphs of plain *text*, which blank lines part."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]


def _given(argument: str | None) -> str:
    if argument is None or not argument.strip():
        raise ValueError("it is empty; give it a value, or leave the option out")
    return argument.strip()


def _words(argument: str | None) -> list[str]:
    if found := [word for word in re.split(r"[\s,]+", _given(argument)) if word]:
        return found
    raise ValueError("name at least one, or leave the option out")
