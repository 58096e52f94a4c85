"""Completes the inventory, ``objects.inv``, by which other Sphinx projects refer to this one's pages.

It has every entry, delivery and heading as a label of Sphinx's standard domain, so that other projects need nothing of
this extension; under old names, too, what has another one now. Unlisted pages are not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from docutils import nodes
from sphinx.builders.html import INVENTORY_FILENAME, StandaloneHTMLBuilder
from sphinx.util.inventory import InventoryFile

from portfolio.model.kinds import FOLDERS, Talk
from portfolio.permalinks.ledger import Address

from .domain import PortfolioDomain
from .exports import has_exports
from .plain_text import words

_Object = tuple[str, str, str, str, str, int]
"""What ``Domain.get_objects`` gives: name, title, type, page, anchor, priority."""


def complete(domain: PortfolioDomain, builder: StandaloneHTMLBuilder) -> None:
    """Have Sphinx write the inventory again. A career has no version, which readers would show with each link."""
    path, env = Path(builder.outdir, INVENTORY_FILENAME), domain.env
    if not path.is_file():
        return
    hidden = domain.state.hidden
    found = [(each.name, [*each.get_objects()]) for each in env.domains.sorted()]
    if has_exports(builder):
        known = {(each[0], name, each[2]) for name, objects in found for each in objects}
        added = {(each[0], name, each[2]): each for name, each in reversed([*items(domain)])}
        found += ((key[1], [added[key]]) for key in sorted(added.keys() - known))
    listed = [_listed(name, (each for each in objects if each[3] not in hidden)) for name, objects in found]
    stand_in: Any = SimpleNamespace(
        config=SimpleNamespace(project=env.config.project, version=""),
        domains=SimpleNamespace(sorted=lambda: listed),
    )
    InventoryFile.dump(path, stand_in, builder)


def _listed(name: str, objects: Iterable[_Object]) -> SimpleNamespace:
    """What stands in for a domain, with objects that take one line each, whatever their names and titles are."""
    lines = [(name.replace("\n", " "), " ".join(title.split()), *others) for name, title, *others in objects]
    return SimpleNamespace(name=name, get_objects=lambda: lines)


def items(domain: PortfolioDomain) -> Iterator[tuple[str, _Object]]:
    """The names of entries, deliveries and headings, and old names of these and of pages, each with its domain."""
    links, titles = domain.permalinks, {name: words(title) for name, title in domain.env.titles.items()}
    names = {entry.docname: f"{entry.kind}/{entry.key.slug}" for entry in domain.career.entries()}
    for entry in domain.career.entries():
        yield _item("std:label", names[entry.docname], entry.title, entry.docname)
        for given in entry.deliveries if isinstance(entry, Talk) else ():
            name = f"{names[entry.docname]}#{given.anchor}"
            yield _item("std:label", name, given.event, entry.docname, given.anchor)
    for docname, toc in domain.env.tocs.items():
        for anchor, title in headings(toc):
            yield _item("std:label", f"{names.get(docname, docname)}#{anchor}", title, docname, anchor)
    for source in links.redirects:
        found = links.landing(source)
        if found is None or found.page not in titles:
            continue
        there = (titles[found.page], found.page, found.anchor)
        folder, _, slug = source.page.rpartition("/")
        kind = FOLDERS.get(folder)
        if not source.anchor:
            yield _item("std:doc", source.page, *there)
        if not source.anchor and kind:
            yield _item(f"{domain.name}:{kind}", slug, *there)
        yield _item("std:label", str(Address(f"{kind}/{slug}" if kind else source.page, source.anchor)), *there)


def _item(role: str, name: str, title: str, docname: str, anchor: str = "") -> tuple[str, _Object]:
    domain, _, kind = role.partition(":")
    return domain, (name, title, kind, docname, anchor, -1)


def headings(toc: nodes.Element) -> Iterator[tuple[str, str]]:
    """The anchors and titles of a page's headings below its title, from its entry in the table of contents."""
    for reference in toc.findall(nodes.reference):
        if anchor := str(reference.get("anchorname", "")).removeprefix("#"):
            yield anchor, words(reference)
