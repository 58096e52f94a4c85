"""``feed.xml``: talks, projects, and publications, for feed readers (Atom, RFC 4287).

The entry of a talk is that of its first delivery; each further one has an entry of its own, so that readers see it.
"""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Iterator, Mapping
from typing import Any

from portfolio.i18n.wording import public_proof
from portfolio.model.career import Career
from portfolio.model.dates import Period
from portfolio.model.entries import Entry, Url
from portfolio.model.fields import PublicProof
from portfolio.model.kinds import Delivery, Talk, in_output
from portfolio.views.entry_rows import occasion

from .file import File, Link
from .formats import headline, uri
from .site import Site

NAME = "feed.xml"


Properties = dict[str, Any]
"""Those of the feed, or of an item in it, by the names that the library has for them."""


def files(career: Career, site: Site) -> Iterator[File]:
    """The deliveries of talks, announced ones too, and the works that have a time, where there is one; newest first."""
    items = [item for entry in career.entries(*in_output("feed")) for item in _items(career, entry, site)]
    if items:
        _ = site.language.gettext
        head = {
            "title": _("%(name)s: talks, projects, and publications", name=site.title),
            "link": site.base,
            "description": None,
            "language": site.code,
            "author_name": site.author,
            "feed_url": f"{site.base}{NAME}",
            "feed_guid": site.identity.uri(site.root),
        }
        items.sort(key=_newest_first)
        link = Link(
            media_type="application/atom+xml", label=_("Feed of talks, projects, and publications"), everywhere=True
        )
        yield File(name=NAME, content=(head, items), write=write, link=link)


def write(feed: tuple[Properties, list[Properties]]) -> bytes:
    """The feed with such properties and items as a file."""
    from feedgenerator import Atom1Feed

    class WithLinks(Atom1Feed):  # type: ignore[misc]  # it has no types
        """The library knows links to files of a known length only; these lead to pages (section 4.2.7.2)."""

        def add_item_elements(self, handler: Any, item: Any) -> None:
            super().add_item_elements(handler, item)
            for title, url in item["related"]:
                handler.addQuickElement("link", "", {"rel": "related", "href": url, "title": title})

    head, items = feed
    found = WithLinks(**head)
    for item in items:
        found.add_item(**item)
    written: str = found.writeString("utf-8")
    return written.encode()


def _items(career: Career, entry: Entry, site: Site) -> Iterator[Properties]:
    """What the feed has of *entry*: of a talk each delivery, else the work itself, if it has a time."""
    if isinstance(entry, Talk):
        first, *further = sorted(entry.deliveries, key=lambda given: given.date.start.earliest)
        yield _delivery(entry, first, site, entry.title, "", entry.public_proofs)
        for given in further:
            title = headline(entry, given, site.language)
            yield _delivery(entry, given, site, title, given.anchor, given.public_proofs)
    elif span := career.period(entry):
        yield _item(entry, span, site, entry.title, entry.summary, entry.public_proofs)


def _delivery(
    talk: Talk, given: Delivery, site: Site, title: str, anchor: str, seen: Mapping[PublicProof, Url]
) -> Properties:
    """A delivery, in the words that the talk's page has for it; one that is announced only is not published."""
    where = filter(None, [given.event, given.place, occasion(given, site.language)])
    upcoming = [site.language.gettext("upcoming")] if given.upcoming else []
    summary = f"{', '.join([*where, *upcoming])}. {talk.summary}".strip()
    found = _item(talk, given.date, site, title, summary, seen, anchor)
    return found | {"pubdate": None} if given.upcoming else found


def _item(
    entry: Entry, span: Period, site: Site, title: str, summary: str, seen: Mapping[PublicProof, Url], anchor: str = ""
) -> Properties:
    """A work or a delivery.

    It was published on the day on which it began, or the first that this can mean, and not at all while a single date
    is expected. It was updated when its page last changed; where that is not known, on the day on which it ended, or
    the first that this can mean; while it goes on, on that on which it began. A day begins at midnight UTC (section
    3.3).
    """
    began = span.start.earliest
    modified = site.modified().get(entry.docname)
    return {
        "title": title,
        "link": site.url(entry.docname, anchor),
        # The library calls every summary HTML.
        "description": html.escape(summary, quote=False),
        "unique_id": site.identity.uri(entry.docname, anchor),  # for good
        "pubdate": _midnight(began) if span.began else None,
        "updateddate": dt.datetime.fromisoformat(modified)
        if modified
        else _midnight(max(began, span.end.earliest) if span.end else began),
        "categories": [entry.kind],
        # What anyone can look at.
        "related": [(public_proof(label, site.language), uri(url)) for label, url in seen.items()],
    }


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def _newest_first(item: Properties) -> tuple[int, str, str]:
    day: dt.datetime = item["pubdate"] or item["updateddate"]
    return -day.toordinal(), item["title"].casefold(), item["link"]
