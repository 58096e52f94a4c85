"""What an entry's page offers to those who want to lead others to it: its address, references, and codes to scan."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from portfolio.model.career import Career
from portfolio.model.entries import Entry, references
from portfolio.model.kinds import Talk, in_output
from portfolio.permalinks.resolve import Permalinks

from . import snippets
from .images.qr_codes import Code, codes
from .site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """References to a page that can be pasted elsewhere.

    :ivar label: the language of markup that they are in, or where else they belong.
    """

    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A code that a page shows.

    :ivar name: the path of its files below the site's root, without what tells their format.
    :ivar alt: what stands for it where it cannot be seen.
    :ivar caption: what it leads to.
    :ivar address: a short one that leads there too, as people type it; empty where none is shown.
    """

    name: str
    alt: str
    caption: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """The two parts of a page.

    :ivar address: the shortest that leads to the page.
    :ivar codes: of the page, and of a talk's deliveries.
    :ivar sheet: of a talk and its projects.
    """

    address: str
    snippets: tuple[Snippet, ...]
    codes: tuple[Figure, ...]
    sheet: tuple[Figure, ...]

    @property
    def columns(self) -> int:
        """In how many columns the sheet's codes are as large as they can be on paper."""
        return math.ceil(math.sqrt(len(self.sheet)))


def shared(career: Career, site: Site, permalinks: Permalinks) -> Iterator[tuple[str, Shared]]:
    """What each entry's page offers, by docname; nothing where the site's address is not known."""
    if not site.base:
        return
    found = {entry.docname: codes(career, entry, site) for entry in career.entries(*in_output("qr-code"))}
    # A code that leads to a page as a whole, of which there is one at most, is the first.
    whole = {docname: each[0] for docname, each in found.items() if each and not each[0].event}
    for entry in career.entries():
        address = _address(entry, site, permalinks)
        on_sheet = [entry, *_projects(career, entry)] if isinstance(entry, Talk) else []
        sheet = [
            _figure(whole[each.docname], each.title, site, _address(each, site, permalinks).removeprefix("https://"))
            for each in on_sheet
            if each.docname in whole
        ]
        yield (
            entry.docname,
            Shared(
                address=address,
                snippets=tuple(_snippets(entry, address, site)),
                codes=tuple(
                    _figure(code, code.event or site.language.gettext("This page"), site)
                    for code in found.get(entry.docname, ())
                ),
                sheet=tuple(sheet),
            ),
        )


def _snippets(entry: Entry, address: str, site: Site) -> Iterator[Snippet]:
    yield Snippet(label="Markdown", texts=(snippets.markdown(entry.title, address),))
    yield Snippet(label="HTML", texts=(snippets.html(entry.title, address),))
    yield Snippet(label="MyST", texts=(snippets.myst(entry.key), snippets.myst_role(entry.key)))
    yield Snippet(label="reStructuredText", texts=(snippets.rst_role(entry.key),))
    yield Snippet(label=site.language.gettext("In conf.py, for both"), texts=(snippets.mapping(site.base),))


def _figure(code: Code, caption: str, site: Site, address: str = "") -> Figure:
    alt = site.language.gettext("QR code of %(title)s", title=code.title)
    return Figure(name=code.name, alt=alt, caption=caption, address=address)


def _address(entry: Entry, site: Site, permalinks: Permalinks) -> str:
    return permalinks.shown(entry.docname, site.base, site.path) or ""


def _projects(career: Career, talk: Talk) -> list[Entry]:
    named = dict.fromkeys(key for field, key in references(talk) if field.name == "projects")
    return [project for key in named if (project := career.get(key))]
