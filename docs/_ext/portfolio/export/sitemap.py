"""``sitemap.xml``: every page that is to be found, for search engines (https://www.sitemaps.org/protocol.html).

The protocol allows 50,000 pages in a file; a larger site would need an index of several.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from portfolio.model.career import Career

from .file import File
from .site import Site

NAME = "sitemap.xml"


def files(career: Career, site: Site) -> Iterator[File]:
    """The sitemap, where there is a page."""
    if site.titles:
        yield File(name=NAME, content=content(site), write=write)


def content(site: Site) -> tuple[tuple[str, str], ...]:
    """The pages' URLs, each with when its source last changed; empty where that is not known."""
    modified = site.modified()
    return tuple((site.url(name), modified.get(name, "")) for name in site.titles)


def write(pages: tuple[tuple[str, str], ...]) -> bytes:
    """The sitemap as a file."""
    root = ElementTree.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for url, modified in pages:
        found = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(found, "loc").text = url
        if modified:
            ElementTree.SubElement(found, "lastmod").text = modified
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
