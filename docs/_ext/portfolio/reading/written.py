"""What authors write: the keys of front matter, the forms of its texts, and what is read like a page's subject.

Here is what needs no validators, which take longest to import and are made when they are first used.
"""

from __future__ import annotations

import re
import typing
import zoneinfo
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from portfolio.model.entries import SLUG
from portfolio.model.fields import Field, fields_of

from .yaml_nodes import unshowable

VARIANT = "variant"
"""What is read like a subject, from a file of its own."""

# The patterns are those of the JSON Schema too: in the syntax that Python's and ECMA-262's regular expressions share.
URL = re.compile(r'https?://[^\s/?#<>"]+[^\s<>"]*')
"""What a URL looks like."""
EMAIL = re.compile(r"[^\s@<>,;:]+@[^\s@<>,;:]+[.][^\s@<>,;:.]+")
"""What an address for mail looks like, of those that people have."""
PHONE = re.compile(r"\s*(?:[^\r\n0-9]*[0-9]){3}[^\r\n]*")
"""What a telephone number looks like: anything with three digits, for people write them in many ways."""
_NAME = r'[^\s/:?#<>"]+'
PHOTO = re.compile(rf"{URL.pattern}|{_NAME}(?:/{_NAME})*[.](?:avif|gif|jpe?g|png|svg|webp|GIF|JPE?G|PNG)")
"""What a photo is: a URL, or the path of a file of pictures below the folder of the pages."""
ALONE, ARCHIVED, CLAIMED, LISTED = "[alone]", "[archived]", "[claimed]", "[listed]"
"""What the places of pydantic's errors have, beside keys and positions, below a URL, a claim or skills: how it was
written."""
UNKNOWN_ZONE: Final = "unknown_zone"
"""The type of the error that a time zone is not known."""
WITH_ARCHIVE = ("url", "archive")
"""The keys of a URL that is written with an archived copy."""


def front_matter(cls: type) -> list[Field]:
    """The fields of one of the model's classes that authors write, ``title`` among them."""
    return [each for each in fields_of(cls) if each.doc.meaning]


def line(text: str) -> str:
    """*text* without blanks around it.

    :raises ValueError: where it is empty, goes over several lines, or holds what no page can show.
    """
    lines = text.strip().splitlines()
    if not lines:
        raise ValueError("is empty; give it a value or remove the key")
    if len(lines) > 1:
        raise ValueError("goes over several lines; write it as one")
    if found := unshowable(lines[0]):
        raise ValueError(f"holds the character U+{ord(found[0]):04X}, which no page can show; remove it")
    return lines[0]


def slug_fault(text: str, what: str = "") -> str:
    """Why *text* is no slug, and the way out; empty where it is one.

    :param what: what it is called, if it is not what is written.
    """
    return "" if SLUG.fullmatch(text) else f'{what}"{text}" is not a slug; use lower-case words joined by hyphens'


def parts(annotation: Any) -> Iterator[Any]:
    """A type and all those that it is made of."""
    yield annotation
    for part in typing.get_args(annotation):
        yield from parts(part)


@cache
def time_zones() -> frozenset[str]:
    """The names in the IANA database; what is named after the machine that reads is none."""
    return frozenset(zoneinfo.available_timezones() - {"Factory", "localtime"})
