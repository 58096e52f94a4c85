"""Completes the inventory, ``objects.inv``, by which other Sphinx projects refer to this one's pages.

It has every entry, delivery and heading as a label of Sphinx's standard domain, so that other projects need nothing of
this extension; under old names, too, what has another one now. Unlisted pages are not in it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docutils import nodes
from sphinx.builders.html import INVENTORY_FILENAME, StandaloneHTMLBuilder
from sphinx.domains import Domain

from portfolio.model.kinds import FOLDERS, Talk
from portfolio.permalinks.ledger import Address

from .domain import PortfolioDomain
from .exports import BUILDERS
from .plain_text import words

_HEADER = 4
_LABEL, _PAGE = "std:label", "std:doc"


@dataclass(frozen=True, slots=True)
class Item:
    """A name in the inventory.

    :ivar role: domain and type.
    :ivar priority: that in searches.
    """

    role: str
    name: str
    address: Address
    title: str
    priority: int = -1


def complete(domain: PortfolioDomain, builder: StandaloneHTMLBuilder) -> None:
    """Rewrite the inventory that Sphinx has written.

    Version 2 of the format has four lines, and then compressed a line for each object
    (``sphinx.util.inventory.InventoryFile.dump``). A career has no version, which readers would show with each link.
    """
    path = Path(builder.outdir, INVENTORY_FILENAME)
    if not path.is_file():
        return
    hidden = domain.state.hidden
    first, project, _, last, _ = path.read_bytes().split(b"\n", _HEADER)
    # Not from what Sphinx wrote: names and titles are parted by blanks, and can hold any.
    found = [item for each in domain.env.domains.sorted() for item in _objects(each)]
    if builder.name in BUILDERS:
        known = {(each.name, each.role) for each in found}
        added = {(each.name, each.role): each for each in reversed([*items(domain)])}
        found += (added[key] for key in sorted(added.keys() - known))
    kept = "".join(f"{_line(each, builder)}\n" for each in found if each.address.page not in hidden)
    header = (first, project, b"# Version: ", last)
    path.write_bytes(b"\n".join([*header, zlib.compress(kept.encode(), 9)]))


def _objects(domain: Domain) -> Iterator[Item]:
    """What a domain has Sphinx list."""
    for name, title, kind, docname, anchor, priority in sorted(domain.get_objects()):
        yield Item(f"{domain.name}:{kind}", name, Address(docname, anchor), title, priority)


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
    """The line for an object. At the end of an anchor "$" stands for the name; "-" is a title that is the name."""
    name, title = item.name.replace("\n", " "), " ".join(item.title.split())
    uri, anchor = builder.get_target_uri(item.address.page), item.address.anchor
    if anchor.endswith(name):
        anchor = f"{anchor.removesuffix(name)}$"
    return f"{name} {item.role} {item.priority} {uri}{anchor and '#'}{anchor} {'-' if title == name else title}"
