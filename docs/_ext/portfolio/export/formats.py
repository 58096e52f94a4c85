"""URLs, telephone numbers, the names of deliveries, and JSON as formats want them written."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from portfolio.i18n.translation import Language
from portfolio.model.kinds import Delivery, Talk

from .site import Site

_URL = re.compile(r"(?P<root>(?:https?://[^/?#]*)?)(?P<path>[^#]*)(?:#(?P<fragment>.*))?", re.DOTALL)
_PLAIN = re.compile(r"[\w./:?=&~+,;@!$'()*-]*(?:#[\w./:?=&~+,;@!$'()*-]*)?", re.ASCII)
"""What needs no quoting, as most URLs do not."""
_DELIMITERS = "!$&'()*+,;=:@/?%"
"""What may stand unquoted in a path, a query and a fragment, beside what may stand anywhere."""


def uri(url: str) -> str:
    """*url*, which may hold any character, as a URI (RFC 3986): what has no place there is quoted (RFC 3987, 3.1).

    What is quoted already stays so.
    """
    if _PLAIN.fullmatch(url):
        return url
    found = _URL.fullmatch(url)
    assert found
    root, path, fragment = found.group("root", "path", "fragment")
    ending = "" if fragment is None else f"#{quote(fragment, safe=_DELIMITERS)}"
    quoted = f"{quote(root, safe=_DELIMITERS + '[]')}{quote(path, safe=_DELIMITERS)}{ending}"
    return re.sub("%(?![0-9A-Fa-f]{2})", "%25", quoted)


def headline(talk: Talk, given: Delivery, language: Language) -> str:
    """A delivery in a line: the title that it was given under, and where that was."""
    return language.gettext("%(title)s, %(event)s", title=given.title or talk.title, event=given.event)


def photo(site: Site, written: str) -> str:
    """The URL of the person's photo, which may be a file of the site; empty where the site's own is not known."""
    if "://" in written:
        return uri(written)
    return uri(f"{site.base}{written}") if site.base else ""


def dialed(phone: str) -> str:
    """A telephone number as telephones dial it (RFC 3966): digits, behind a plus sign where it has one.

    A zero in parentheses behind a country's code is for calls within that country; what follows a letter behind the
    digits is an extension.
    """
    digits = re.match(r"[^0-9]*[^A-Za-z]*", re.sub(r"(?<=\d)\s*\(0\)|(?<=\d\))\s*\(0\)", "", phone))
    assert digits
    number = re.sub(r"[^0-9]", "", digits[0])
    return f"+{number}" if re.match(r"[^0-9]*\+", phone) else number


def filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """*values* but for those that are empty, unknown or false."""
    return {name: value for name, value in values.items() if value}


def to_json(data: Any) -> bytes:
    """*data* as a file of JSON (RFC 8259), in its own order, for people's eyes too."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
