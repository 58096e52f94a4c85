"""Only addresses of web pages become links, in whichever field they stand."""

from copy import deepcopy
from itertools import count
from typing import Any

import pytest

from hostile_careers import as_yaml, front_matter
from portfolio.frontmatter import read
from portfolio.model import KINDS, Kind

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


def filled(kind: Kind) -> dict[str, Any]:
    """A kind's front matter with harmless values, every field filled."""
    return front_matter(kind, map("text {}".format, count()), map(ADDRESS.format, count()), "page")


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


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_filled(kind: Kind) -> None:
    reading = read("any/page", page(kind, filled(kind)))
    assert reading.problems == ()
    assert reading.entry is not None


def test_the_table_holds_every_field() -> None:
    named = {next(part for part in reversed(path) if isinstance(part, str)) for _, path in FIELDS}
    assert {"link", "programme", "slides", "sources", "video"} < named
    assert len(FIELDS) == 2 * len(KINDS) + 4  # links and sources of each; three of a delivery, one of a skill


@pytest.mark.parametrize("address", REFUSED)
@pytest.mark.parametrize(("kind", "path"), FIELDS)
def test_other_addresses_are_refused(kind: Kind, path: tuple[str | int, ...], address: str) -> None:
    values = deepcopy(filled(kind))
    holder: Any = values
    for part in path[:-1]:
        holder = holder[part]
    holder[path[-1]] = address
    reading = read("any/page", page(kind, values))
    (problem,) = reading.problems
    name = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    assert problem.message.startswith(f"{kind}{name}: ")
    assert reading.entry is None
