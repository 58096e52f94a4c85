"""``sitemap.xml``: every page that is to be found, for search engines (https://www.sitemaps.org/protocol.html).

The protocol allows 50,000 pages in a file; a larger site would need an index of several. With it comes ``robots.txt``,
which says that robots may read every page, and where they find the list (RFC 9309). They ask for it at the root of a
host only; Read the Docs serves there the one of a site's default version.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from portfolio.model.career import Career

from .file import File
from .site import Site

NAME = "sitemap.xml"


def files(career: Career, site: Site) -> Iterator[File]:
    """The sitemap, where there is a page: the pages' URLs, each with when its source changed, where that is known."""
    if site.titles:
        modified = site.modified()
        root = ElementTree.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
        for docname in site.titles:
            found = ElementTree.SubElement(root, "url")
            ElementTree.SubElement(found, "loc").text = site.url(docname)
            if docname in modified:
                ElementTree.SubElement(found, "lastmod").text = modified[docname]
        ElementTree.indent(root)
        written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
        yield File(name=NAME, content=written + b"\n", write=bytes)


def robots(career: Career, site: Site) -> Iterator[File]:
    """The file for robots, where there is a sitemap."""
    if site.titles:
        rules = f"User-agent: *\nAllow: /\n\nSitemap: {site.base}{NAME}\n"
        yield File(name="robots.txt", content=rules.encode(), write=bytes)
