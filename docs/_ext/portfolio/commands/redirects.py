"""Works out what redirects.txt and permalinks.txt say after a page has moved: every address leads where it led."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from portfolio.permalinks.anchors import PageAnchors
from portfolio.permalinks.identity import lines
from portfolio.permalinks.ledger import PERMALINKS, REDIRECTS, Address, Listed, as_text, is_comment
from portfolio.permalinks.resolve import Permalinks
from portfolio.reading.page_source import decode

from .folder import Pages


def moved(before: Pages, old: str, new: str) -> dict[Address, Address]:
    """Where old addresses lead after the move, so that each that leads somewhere today still does."""
    landings = _landings(before.permalinks)
    anchors = {
        _moved(Address(page), old, new).page: {*place.anchors} for page, place in before.permalinks.places.items()
    }
    for to in landings.values():
        anchors[_moved(to, old, new).page].add(to.anchor)
    places = {page: PageAnchors(anchors=known - {""}) for page, known in anchors.items()}
    known = {source: _moved(to, old, new) for source, to in before.permalinks.redirects.items()}
    redirects = {source: to for source, to in known.items() if source != to}
    # What was another page's address before this one's is the other's again.
    redirects.setdefault(Address(old), Address(new))
    then = Permalinks(places=places, promises=None, moves=Listed.of(redirects))
    lost: dict[tuple[Address | None, str], Address] = {}
    for address, to in landings.items():
        if (
            then.landing(address) is None
            and lost.setdefault((then.home(address.page), address.anchor), address) == address
        ):
            redirects[address] = _moved(to, old, new)
    return {source: to for source, to in redirects.items() if not (source.anchor and _is_there(then, source))}


def _moved(address: Address, old: str, new: str) -> Address:
    return Address(new, address.anchor) if address.page == old else address


def _is_there(links: Permalinks, address: Address) -> bool:
    home = links.home(address.page)
    return home is not None and address.anchor in links.places[home.page].anchors


def _landings(links: Permalinks) -> dict[Address, Address]:
    """Every address that leads somewhere today, promised or not, and where."""
    promised = {line.address for line in links.promises.lines if not line.to} if links.promises else set()
    homes = {name: links.home(name) for name in {*links.places, *(source.page for source in links.redirects)}}
    found = {Address(page, each) for page, home in homes.items() if home for each in links.places[home.page].anchors}
    landings = {address: links.landing(address) for address in sorted(promised | found | links.redirects.keys())}
    return {address: to for address, to in landings.items() if to}


def promises(before: Pages, files: Mapping[str, bytes], redirects: bytes, old: str, new: str) -> bytes:
    """permalinks.txt with all that was and all that there will be."""
    text = decode(before.lists[PERMALINKS])[0]
    promised = before.permalinks.promises
    assert promised is not None
    known = [*map(str, promised.lines), *lines(before.permalinks)]
    lists = {REDIRECTS: redirects, PERMALINKS: as_text(PERMALINKS, known, text).encode()}
    landings = (before.permalinks.landing(line.address) for line in promised.lines if not line.to)
    moved = (_moved(to, old, new) for to in landings if to)
    after = replace(before, files=files, lists=lists).permalinks
    return as_text(PERMALINKS, [*known, *lines(after, moved)], text).encode()


def edited(before: bytes | None, redirects: Mapping[Address, Address]) -> bytes:
    """The lines of redirects.txt in the order in which they stood, comments among them, and new ones at the end."""
    left = dict(redirects)
    lines = []
    text = decode(before or b"")[0]
    for line in text.splitlines():
        if is_comment(line):
            lines.append(line)
            continue
        address = line.split()[0]
        page, _, anchor = address.partition("#")
        if (to := left.pop(Address(page, anchor), None)) is not None:
            lines.append(f"{address} {to}")
    lines += [f"{source} {to}" for source, to in sorted(left.items())]
    return ("".join(f"{line}\n" for line in lines) if text else as_text(REDIRECTS, lines)).encode()


def as_before(before: bytes | None, data: bytes) -> bytes:
    """*data* with the line endings that the file had before."""
    return data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n") if before and b"\r\n" in before else data
