"""Completes the inventory, ``objects.inv``, by which other Sphinx projects refer to this one's pages.

It has every entry, delivery and heading as a label of Sphinx's standard domain, so that other projects need nothing of
this extension; under old names, too, what has another one now. Unlisted pages are not in it.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from docutils import nodes
from sphinx.builders.html import INVENTORY_FILENAME, StandaloneHTMLBuilder

from portfolio.model.kinds import FOLDERS, Talk
from portfolio.permalinks.ledger import Address

from .domain import PortfolioDomain
from .exports import BUILDERS
from .plain_text import words

_HEADER = 4
_LINE = re.compile(r"(?P<name>.+?) (?P<role>\S+) -?\d+ (?P<uri>\S*) .*")
_LABEL, _PAGE = "std:label", "std:doc"


@dataclass(frozen=True, slots=True)
class Item:
    """A name in the inventory.

    :ivar role: domain and type.
    """

    role: str
    name: str
    address: Address
    title: str


def complete(domain: PortfolioDomain, builder: StandaloneHTMLBuilder) -> None:
    """Rewrite the inventory that Sphinx has written.

    Version 2 of the format has four lines, and then compressed a line for each object
    (``sphinx.util.inventory.InventoryFile.dump``). A career has no version, which readers would show with each link.
    """
    path = Path(builder.outdir, INVENTORY_FILENAME)
    if not path.is_file():
        return
    hidden = {builder.get_target_uri(each) for each in domain.state.hidden.keys() & domain.env.found_docs}
    first, project, _, last, body = path.read_bytes().split(b"\n", _HEADER)
    lines = zlib.decompress(body).decode().splitlines()
    if builder.name in BUILDERS:
        known = {found.group("name", "role") for line in lines if (found := _LINE.fullmatch(line))}
        added = {(each.name, each.role): each for each in reversed([*items(domain)])}
        lines += (_line(added[key], builder) for key in sorted(added.keys() - known))
    kept = "".join(f"{line}\n" for line in lines if not _is_on(line, hidden))
    header = (first, project, b"# Version: ", last)
    path.write_bytes(b"\n".join([*header, zlib.compress(kept.encode(), 9)]))


def items(domain: PortfolioDomain) -> Iterator[Item]:
    """The names of entries, deliveries and headings, and old names of these and of pages."""
    links, titles = domain.permalinks, {name: words(title) for name, title in domain.env.titles.items()}
    names = {entry.docname: f"{entry.kind}/{entry.key.slug}" for entry in domain.career.entries()}
    for entry in domain.career.entries():
        yield Item(_LABEL, names[entry.docname], Address(entry.docname), entry.title)
        for given in entry.deliveries if isinstance(entry, Talk) else ():
            yield Item(
                _LABEL, f"{names[entry.docname]}#{given.anchor}", Address(entry.docname, given.anchor), given.event
            )
    for docname, toc in domain.env.tocs.items():
        for anchor, title in headings(toc):
            yield Item(_LABEL, f"{names.get(docname, docname)}#{anchor}", Address(docname, anchor), title)
    for source in links.redirects:
        found = links.landing(source)
        if found is None or found.page not in titles:
            continue
        title = titles[found.page]
        folder, _, slug = source.page.rpartition("/")
        kind = FOLDERS.get(folder)
        if not source.anchor:
            yield Item(_PAGE, source.page, found, title)
        if not source.anchor and kind:
            yield Item(f"{domain.name}:{kind}", slug, found, title)
        yield Item(_LABEL, str(Address(f"{kind}/{slug}" if kind else source.page, source.anchor)), found, title)


def headings(toc: nodes.Element) -> Iterator[tuple[str, str]]:
    """The anchors and titles of a page's headings below its title, from its entry in the table of contents."""
    for reference in toc.findall(nodes.reference):
        if anchor := str(reference.get("anchorname", "")).removeprefix("#"):
            yield anchor, words(reference)


def _line(item: Item, builder: StandaloneHTMLBuilder) -> str:
    uri = builder.get_target_uri(item.address.page)
    anchor = f"#{item.address.anchor}" if item.address.anchor else ""
    title = " ".join(item.title.split())
    return f"{item.name} {item.role} -1 {uri}{anchor} {'-' if title == item.name else title}"


def _is_on(line: str, uris: Collection[str]) -> bool:
    found = _LINE.match(line)
    return found is not None and any(found["uri"] == each or found["uri"].startswith(f"{each}#") for each in uris)
