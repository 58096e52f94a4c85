"""``robots.txt``: that robots may read every page, and where they find a list of them (RFC 9309).

They ask for it at the root of a host only; Read the Docs serves there the one of a site's default version.
"""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.model.career import Career

from . import sitemap
from .file import File
from .site import Site


def files(career: Career, site: Site) -> Iterator[File]:
    """The file, where there is a sitemap."""
    for each in sitemap.files(career, site):
        yield File(name="robots.txt", content=f"{site.base}{each.name}", write=write)


def write(address: str) -> bytes:
    """The file for a sitemap's *address*."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {address}\n".encode()
