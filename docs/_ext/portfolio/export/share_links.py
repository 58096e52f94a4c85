"""Gathers what an entry's share box shows: the page's URL, a link in Markdown, and QR codes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from portfolio.model.career import Career
from portfolio.model.entries import Entry, Key
from portfolio.model.kinds import Talk, in_output
from portfolio.permalinks.resolve import Permalinks

from .images.qr_codes import Code, codes
from .site import Site

_IN_TEXT = re.compile(r"[\\`*_{}\[\]<>&~|$]")
"""Markup within a line of Markdown, in any of its dialects (https://spec.commonmark.org/0.31.2/#inlines)."""
_IN_URL = re.compile(r"[\\()<>&]")
"""What ends a URL there, or is read as something else (https://spec.commonmark.org/0.31.2/#link-destination)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A QR code on a page.

    :ivar name: path of its files below the site's root, without suffix.
    :ivar alt: text in its place.
    :ivar caption: what it leads to.
    :ivar url: the same target, short and without a scheme, for people to type; empty where it is not shown.
    """

    name: str
    alt: str
    caption: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareLinks:
    """What an entry's page shows to be shared.

    :ivar url: the shortest that leads to the page.
    :ivar markdown: a link to paste.
    :ivar codes: QR codes of the page, and of a talk's deliveries.
    :ivar sheet: QR codes of a talk and its projects.
    """

    url: str
    markdown: str
    codes: tuple[Figure, ...]
    sheet: tuple[Figure, ...]

    @property
    def columns(self) -> int:
        """The number of columns in which the sheet's codes are largest on paper."""
        return math.ceil(math.sqrt(len(self.sheet)))


def share_links(career: Career, site: Site, permalinks: Permalinks) -> Iterator[tuple[str, ShareLinks]]:
    """What each entry's page shows, by docname; nothing where the site's URL is not known."""
    if not site.base:
        return
    found = {entry.docname: codes(career, entry, site) for entry in career.entries(*in_output("qr-code"))}
    # The code of the page as a whole, if there is one, is the first.
    whole = {docname: each[0] for docname, each in found.items() if each and not each[0].event}
    this_page = site.language.gettext("This page")
    for entry in career.entries():
        url = _url(entry, site, permalinks)
        on_sheet = [entry, *_projects(career, entry)] if isinstance(entry, Talk) else []
        sheet = (
            _figure(whole[each.docname], each.title, site, _url(each, site, permalinks).removeprefix("https://"))
            for each in on_sheet
            if each.docname in whole
        )
        figures = (_figure(code, code.event or this_page, site) for code in found.get(entry.docname, ()))
        yield (
            entry.docname,
            ShareLinks(url=url, markdown=markdown(entry.title, url), codes=tuple(figures), sheet=tuple(sheet)),
        )


def markdown(title: str, url: str) -> str:
    """A link in Markdown that every dialect reads as this title and this URL."""
    text = _IN_TEXT.sub(r"\\\g<0>", " ".join(title.split()))
    target = _IN_URL.sub(r"\\\g<0>", url)
    return f"[{text}]({target})"


def _figure(code: Code, caption: str, site: Site, url: str = "") -> Figure:
    alt = site.language.gettext("QR code of %(title)s", title=code.title)
    return Figure(name=code.name, alt=alt, caption=caption, url=url)


def _url(entry: Entry, site: Site, permalinks: Permalinks) -> str:
    return permalinks.shown(entry.docname, site.base, site.path)


def _projects(career: Career, talk: Talk) -> list[Entry]:
    """The projects that *talk* presents and of which there is something for anyone to look at."""
    named = (career.get(Key("project", slug)) for slug in dict.fromkeys(talk.projects))
    return [project for project in named if project and project.public_proofs]
