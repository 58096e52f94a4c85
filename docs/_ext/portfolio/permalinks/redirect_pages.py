"""Pages that only lead on: those of short addresses, and those at addresses that pages once had.

They are files beside Sphinx's pages and not among them, so that neither search nor sidebar knows of them. rediraffe
makes such files of pages that it adds to Sphinx's own; it knows no anchors, follows no chain beyond its list, leaves
in an incremental build what is not led on any more, and its files are no valid HTML.
"""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Protocol

from portfolio.build.record import Record, remove
from portfolio.i18n.translation import Language
from portfolio.reading.page_source import Source, digest

from .anchors import deliveries
from .ledger import PERMALINKS, REDIRECTS, Address, parse
from .resolve import Permalinks, Place

Anchors = tuple[tuple[str, ...], tuple[str, ...]]
"""All anchors of a page as it was read, and those of its headings below the title."""

Note = tuple[str, Address, str]
"""An old anchor, empty for a whole page, where it leads, and the title of what is there."""


class Titled(Protocol):
    """What has a text."""

    def astext(self) -> str:
        """The text."""


def gather(folder: Path, sources: Mapping[str, Source], anchors: Mapping[str, Anchors]) -> Permalinks:
    """The addresses that pages have, and those that were promised by the files in *folder*.

    :param sources: all pages, by docname.
    :param anchors: those of the pages that could be parsed.
    """
    files = {name: path.read_bytes() for name in (PERMALINKS, REDIRECTS) if (path := folder / name).is_file()}
    return Permalinks(
        places={
            docname: _place(source, anchors.get(docname))
            for docname, source in sources.items()
            if not source.is_private
        },
        promises=parse(PERMALINKS, files[PERMALINKS]) if PERMALINKS in files else None,
        moves=parse(REDIRECTS, files.get(REDIRECTS, b"")),
        private={docname for docname, source in sources.items() if source.is_private},
    )


def _place(source: Source, anchors: Anchors | None) -> Place:
    """A page; of one with problems its anchors are not known."""
    if anchors is None or (source.key and not source.entry):
        return Place(whole=False)
    every, headings = (frozenset(each) | deliveries(source) for each in anchors)
    return Place(anchors=every, promised=headings if source.entry else frozenset(), entry=source.entry)


def notes(links: Permalinks, page: str, titles: Mapping[str, Titled], *, lists: bool) -> list[Note]:
    """The old anchors that *page* keeps.

    :param lists: whether it has listings.
    """
    found = [(anchor, to, titles[to.page].astext()) for anchor, to in links.notes(page)]
    return [*found, *(links.listed(page) if lists else ())]


def stub(address: str, title: str, language: Language, canonical: str) -> str:
    """A page that leads to *address*, by a script with the fragment that it was asked for, else without.

    :param address: as seen from the page, so that it does not matter below which path the site is.
    :param title: that of the page to which it leads.
    :param canonical: that page's address, absolute where it is known.
    """
    _ = language.gettext
    path, mark, fragment = address.partition("#")
    # No "<" may stand in a script (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements).
    to, at = (json.dumps(text).replace("<", "\\u003c") for text in (path, mark + fragment))
    said, shown, link = html.escape(_("This address leads to")), html.escape(title), html.escape(address)
    return (
        f'<!DOCTYPE html>\n<html lang="{html.escape(language.locale.language)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{shown}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f'<link rel="canonical" href="{html.escape(canonical)}">\n'
        f"<script>location.replace({to} + location.search + (location.hash || {at}))</script>\n"
        f'<meta http-equiv="refresh" content="0; url={link}">\n</head>\n<body>\n'
        f'<p>{said} <a href="{link}">{shown}</a></p>\n</body>\n</html>\n'
    )


def write(
    stubs: Mapping[str, str], record: Record, *, pages: Collection[str], file: Callable[[str], str], home: Path
) -> list[str]:
    """Write each of *stubs* whose file holds something else, and delete those that were written once and are no more.

    Files of others stay.

    :param record: of the stubs in this output folder, *home*.
    :param pages: the docnames of the pages, whose files are left alone.
    :param file: from a name to the path of its file.
    :returns: the names of those that were not written, for something else is there.
    """
    record.begin({name: digest(text.encode()) for name, text in stubs.items()})
    gone = (Path(file(name)) for name in record.gone() if name not in pages)
    remove((path for path in gone if _is_stub(path)), home)
    taken: list[str] = []
    for name, text in stubs.items():
        path = Path(file(name))
        if (path.exists() and not _is_stub(path)) or any(each.is_file() for each in path.parents):
            taken.append(name)
            continue
        data = text.encode()
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        record.note_written(name)
    record.finish()
    return taken


def _is_stub(path: Path) -> bool:
    """Whether a file only leads on, as those do that are made here."""
    return path.is_file() and b'<meta http-equiv="refresh" content="0; url=' in path.read_bytes()


def texts(
    links: Permalinks, *, titles: Callable[[str], str], uri: Callable[[str], str], relative: Callable[[str, str], str],
    base: str, language: Language,
) -> dict[str, str]:  # fmt: skip
    """All stubs, by the names of the pages that they are in place of.

    :param titles: from a page's name to its title.
    :param uri: from a page's name to its path on the site.
    :param relative: from two pages' names to the second's address as seen from the first.
    :param base: where the site is; empty where that is not known.
    """

    def made(name: str, to: Address) -> str:
        address = relative(name, to.page)
        canonical = f"{base.rstrip('/')}/{uri(to.page)}" if base else address
        return stub(f"{address}#{to.anchor}" if to.anchor else address, titles(to.page), language, canonical)

    return {name: made(name, to) for name, to in links.stubs().items()}
