"""The exports of a site in HTML: which there are, the links to them, and their files, written where they change."""

from __future__ import annotations

import hashlib
import html
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

from .career import Career
from .export import EXPORTS, Export
from .export.site import Site, base
from .language import Language
from .published import Record, remove

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)

_BUILDERS = {"html", "dirhtml"}

Alternates = tuple[tuple[Export, object], ...]
"""Exports with their content."""


def due(env: BuildEnvironment, builder: Builder, career: Career) -> Alternates:
    """The exports that have something to say, on a site in HTML; of those that need its address, all or none."""
    if builder.name not in _BUILDERS:
        return ()
    config = env.config
    site = Site(
        title=config.project,
        author=config.author,
        code=(config.language or "en").replace("_", "-"),
        language=Language.of(config.language),
        base=base(config.html_baseurl),
        path=builder.get_target_uri,
    )
    possible = [each for each in EXPORTS if site.base or not each.needs_address]
    if len(possible) < len(EXPORTS):
        names = ", ".join(each.name for each in EXPORTS if each not in possible)
        logger.info("portfolio: not written, for want of the site's address: %s; set html_baseurl in conf.py", names)
    contents = ((each, each.content(career, site)) for each in possible)
    return tuple((each, content) for each, content in contents if content is not None)


def links(alternates: Alternates, docname: str, builder: Builder, language: Language) -> Iterator[tuple[str, str, str]]:
    """Media type, label and address, as it is from the page *docname*, of each export."""
    depth = builder.get_target_uri(docname).count("/")
    for export, _ in alternates:
        yield export.media_type, language.gettext(export.label), "../" * depth + export.name


def head(alternates: Alternates, docname: str, builder: Builder, language: Language) -> str:
    """The links by which programs find the exports from a page (https://html.spec.whatwg.org/#rel-alternate)."""
    return "".join(
        f'<link rel="alternate" type="{media_type}" title="{html.escape(label)}" href="{address}">'
        for media_type, label, address in links(alternates, docname, builder, language)
    )


def write(alternates: Alternates, doctrees: Path, builder: Builder, version: str) -> None:
    """Write the exports whose content is another than when they were last written; delete those that are no more.

    :param version: what the extension's code is known by, which can make another file of the same content.
    """
    if builder.name not in _BUILDERS:
        return
    home = Path(builder.outdir)
    record = Record(doctrees, f"{builder.name}-exports", home)
    record.begin({export.name: _digest(content, version) for export, content in alternates})
    remove((home / name for name in record.gone()), home)
    stale = record.stale()
    for export, content in alternates:
        path = home / export.name
        if export.name in stale or not path.exists():
            data = export.write(content)
            if not path.exists() or path.read_bytes() != data:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            record.note_written(export.name)
    record.finish()


def _digest(content: object, version: str) -> str:
    return hashlib.sha256(f"{version}{content!r}".encode()).hexdigest()
