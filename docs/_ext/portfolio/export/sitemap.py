"""``sitemap.xml``: every page that is to be found, for search engines (https://www.sitemaps.org/protocol.html).

The protocol allows 50,000 pages in a file; a larger site would need an index of several.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from portfolio.model.career import Career

from .file import File
from .site import Site

NAME = "sitemap.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page.

    :ivar modified: when its source last changed, as the protocol has dates; empty where that is not known.
    """

    url: str
    modified: str


def files(career: Career, site: Site) -> Iterator[File]:
    """The sitemap, where there is a page."""
    if site.titles:
        yield File(name=NAME, content=content(site), write=write)


def content(site: Site) -> tuple[Page, ...]:
    """The pages, by docname."""
    modified = site.modified()
    return tuple(Page(url=site.url(name), modified=modified.get(name, "")) for name in site.titles)


def write(pages: tuple[Page, ...]) -> bytes:
    """The sitemap as a file."""
    root = ElementTree.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for page in pages:
        found = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(found, "loc").text = page.url
        if page.modified:
            ElementTree.SubElement(found, "lastmod").text = page.modified
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
