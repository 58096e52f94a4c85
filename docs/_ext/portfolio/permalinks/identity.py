"""Gives entries and deliveries names that they keep: made from the address at which they were published first.

A page that is renamed keeps the name that its first address gave it, and so does a delivery whose anchor changes. The
site's own URL has no part in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from urllib.parse import quote, urlsplit

from .ledger import SHORT, Address, Line
from .resolve import Permalinks

TAG = re.compile(r"tag:[a-z0-9.-]+(?:@[a-z0-9.-]+)?,[0-9]{4}(?:-[0-9]{2}){0,2}:[\w.~!$&'()*+,;=:@/?%-]*", re.ASCII)
"""What names begin with: a URI of the scheme ``tag`` (RFC 4151, section 2.1)."""
_YEAR = 2026
"""Of the names that begin with the host of a URL: a year in which that was the owner's, for all that is known."""


@dataclass(frozen=True, kw_only=True)
class Identity:
    """The names of a site's entries and deliveries.

    :ivar tag: what their URIs begin with.
    :ivar first: by today's address the one that was published first, where that is another.
    """

    tag: str = f"tag:portfolio.invalid,{_YEAR}:"
    first: Mapping[Address, Address] = field(default_factory=dict)

    def address(self, docname: str, anchor: str = "") -> Address:
        """The first address of a page, or of a place on it."""
        page, place = (self.first.get(each, each) for each in (Address(docname), Address(docname, anchor)))
        return Address(page.page, place.anchor)

    def slug(self, docname: str) -> str:
        """The slug that an entry had first, with a number behind it where another entry had that before."""
        return self.address(docname).page.rpartition("/")[2]

    def uri(self, docname: str, anchor: str = "") -> str:
        """A URI for Atom (RFC 4287, section 4.2.6)."""
        found = self.address(docname, anchor)
        return f"{self.tag}{quote(found.page)}{'#' if anchor else ''}{quote(found.anchor)}"

    def uid(self, docname: str, anchor: str = "") -> str:
        """A name for iCalendar and vCard, with the host behind it (RFC 5545, section 3.8.4.7)."""
        authority, _, home = self.tag.removeprefix("tag:").partition(":")
        host = authority.partition(",")[0].rpartition("@")[2]
        return f"{home}{self.address(docname, anchor)}@{host}"


def tag(configured: str, *urls: str | None) -> str:
    """What names begin with: as *configured*, or else made from the first of the URLs that is known.

    :raises ValueError: if *configured* is not the beginning of a tag URI.
    """
    if configured:
        if not TAG.fullmatch(configured):
            example = 'write it as in "tag:example.org,2026:"'
            raise ValueError(f'portfolio_tag is "{configured}", which does not begin a tag URI (RFC 4151); {example}')
        return configured
    for url in filter(None, urls):
        parts = urlsplit(url)
        home = f"{parts.path.strip('/')}/".removeprefix("/")
        return f"tag:{parts.hostname},{_YEAR}:{quote(home, safe='/%')}"
    return Identity.tag


def identity(links: Permalinks, beginning: str) -> Identity:
    """The names of all pages and of the anchors that have changed."""
    addresses = {line.address for line in links.known.values()} | set(map(Address, links.places))
    addresses |= {to for to in links.redirects.values() if to.anchor}
    found = {each: first for each in addresses if each.page in links.places and (first := first_address(links, each))}
    return Identity(tag=beginning, first={**found, **_apart(links, found)})


def first_address(links: Permalinks, address: Address) -> Address | None:
    """The address that a page, or a place on one, had first; None where that is today's.

    permalinks.txt says so. Of what stands there not yet, redirects.txt says what it was called before, in the same
    folder.
    """
    seen = {address}
    found = address
    while (line := links.known.get(found)) is None and (before := links.earlier.get(found, found)) not in seen:
        found = before
        seen.add(found)
    if line and line.first:
        found = line.first
    return None if found == address else found


def lines(links: Permalinks, more: Iterable[Address] = ()) -> set[str]:
    """The lines of permalinks.txt for all addresses there are, and *more*."""
    found = {f"{SHORT}{slug} {page}" for slug, page in links.short.items() if f"{SHORT}{slug}" not in links.places}
    for address in (*links.addresses(), *more):
        known = links.known.get(address) or Line(number=0, address=address, first=first_address(links, address))
        found.add(str(replace(known, date=links.dates.get(address, known.date))))
    return found


def _apart(links: Permalinks, found: Mapping[Address, Address]) -> dict[Address, Address]:
    """Names with a number behind them for the pages at addresses that another page had first."""
    taken = {first.page for address, first in found.items() if not address.anchor}
    names = {*links.places, *taken}
    apart = {}
    for page in sorted(taken & links.places.keys() - {each.page for each in found if not each.anchor}):
        number = next(number for number in count(2) if f"{page}-{number}" not in names)
        apart[Address(page)] = Address(f"{page}-{number}")
        names.add(f"{page}-{number}")
    return apart
