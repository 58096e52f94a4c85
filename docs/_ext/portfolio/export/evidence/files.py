"""Writes ``evidence.json``, the whole career with what proves each skill, and the JSON Schema that it keeps to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from portfolio.export.file import File, Link
from portfolio.export.formats import to_json, uri
from portfolio.export.site import Site
from portfolio.model.career import Career

from .entries import VERSION, Entries

NAME, SCHEMA = "evidence.json", f"evidence-{VERSION}.schema.json"


def files(career: Career, site: Site) -> Iterator[File]:
    """The graph and its schema, where there is an entry or a person."""
    if career.entries() or career.person:
        _ = site.language.gettext
        link = Link(media_type="application/json", label=_("The career with its evidence, as data"))
        yield File(name=NAME, content=content(career, site), write=write, link=link)
        link = Link(media_type="application/schema+json", label=_("What stands in that data, as JSON Schema"))
        yield File(name=SCHEMA, content=SCHEMA, write=write_schema, link=link)


def content(career: Career, site: Site) -> dict[str, Any]:
    """The career as JSON's own types."""
    entries = Entries(career, site)
    return {
        "$schema": uri(f"{site.base}{SCHEMA}"),
        "title": site.title,
        "author": site.author,
        "language": site.code,
        **({"url": uri(site.base)} if site.base else {}),
        **({"person": entries.person(career.person)} if career.person else {}),
        **entries.by_kind(),
        "pages": entries.pages(),
    }


def write(career: dict[str, Any]) -> bytes:
    """The career as a file, without the spaces that would be a fifth of it."""
    return json.dumps(career, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


@cache  # in a process that builds several sites, as tests do
def write_schema(name: str) -> bytes:
    """The schema as a file, of whatever *name*."""
    from .json_schema import json_schema

    return to_json(json_schema())
