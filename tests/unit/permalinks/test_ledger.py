"""Only addresses of web pages become links, in whichever field they stand."""

from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from hostile_careers import as_yaml, front_matter
from nightly import NIGHTLY
from portfolio.model.entries import Url
from portfolio.model.fields import Kind, fields_of
from portfolio.model.kinds import KINDS
from portfolio.reading.front_matter import read

ADDRESS = "https://example.org/{}"
REFUSED = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "  javascript:alert(1)",
    "\u00a0javascript:alert(1)",
    "\tjavascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "javascript:https://example.org",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "vbscript:msgbox(1)",
    "VBScript:msgbox(1)",
    "file:///etc/passwd",
    "//example.org",
    "https:javascript:alert(1)",
    "https://",
    "https://example.org/ javascript:alert(1)",
    'https://example.org/"onclick="alert(1)',
    "https://example.org/<script>alert(1)</script>",
]


def filled(kind: Kind, *, archived: bool = False) -> dict[str, Any]:
    """A kind's front matter with harmless values, every field filled; addresses alone, or each with a copy."""
    alone = map(ADDRESS.format, count())
    both = ({"url": each, "archive": ADDRESS.format(f"archive/{n}")} for n, each in enumerate(alone))
    return front_matter(kind, map("text {}".format, count()), both if archived else alone, "page")


def addresses(value: Any, *path: str | int) -> list[tuple[str | int, ...]]:
    """Where addresses stand in *value*."""
    if isinstance(value, dict):
        return [found for key, inner in value.items() for found in addresses(inner, *path, key)]
    if isinstance(value, list):
        return [found for position, inner in enumerate(value) for found in addresses(inner, *path, position)]
    return [path] if str(value).startswith("https://") else []


def page(kind: Kind, values: dict[str, Any]) -> str:
    return f"---\n{as_yaml({'title': 'Page', kind: values})}---\n"


FIELDS = [(kind, path) for kind in KINDS for path in addresses(filled(kind))]
ARCHIVES = [(kind, (*path, "archive")) for kind, path in FIELDS]
PARTS = 1 if NIGHTLY else 5
"""By day each field is given a fifth of what is refused, and the next field another."""


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_filled(kind: Kind) -> None:
    reading, archived = (read("any/page", page(kind, filled(kind, archived=each))) for each in (False, True))
    assert (reading.problems, archived.problems) == ((), ())
    assert reading.entry is not None
    assert archived.entry is not None
    number = len(addresses(filled(kind)))
    assert archived.entry.archives == {ADDRESS.format(n): ADDRESS.format(f"archive/{n}") for n in range(number)}
    assert replace(archived.entry, archives={}) == reading.entry


def test_the_table_holds_every_field() -> None:
    named = {next(part for part in reversed(path) if isinstance(part, str)) for _, path in FIELDS}
    assert {"link", "program", "slides", "sources", "video"} < named
    for kind, cls in KINDS.items():
        found = {path[0] for of, path in FIELDS if of == kind}
        assert found >= {"links", "sources", *(each.name for each in fields_of(cls) if each.type is Url)}, kind


@pytest.mark.unmeasured
@pytest.mark.parametrize(("number", "kind", "path"), [(n, *field) for n, field in enumerate((*FIELDS, *ARCHIVES))])
def test_other_addresses_are_refused(number: int, kind: Kind, path: tuple[str | int, ...]) -> None:
    values = filled(kind, archived=path[-1] == "archive")
    holder: Any = values
    for part in path[:-1]:
        holder = holder[part]
    name = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    for address in REFUSED[number % PARTS :: PARTS]:
        holder[path[-1]] = address
        reading = read("any/page", page(kind, values))
        assert [problem.message.partition(": ")[0] for problem in reading.problems] == [f"{kind}{name}"], address
        assert reading.entry is None, address
