"""``feed.xml``: talks and projects, for feed readers (Atom, RFC 4287).

The entry of a talk is that of its first delivery; each further one has an entry of its own, so that readers see it.
"""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from portfolio.i18n.wording import public_proof
from portfolio.model.career import Career
from portfolio.model.dates import Period
from portfolio.model.entries import Entry, Url
from portfolio.model.fields import Kind, PublicProof
from portfolio.model.kinds import Delivery, Talk, in_output
from portfolio.views.entry_rows import occasion

from .file import File, Link
from .formats import uri
from .site import Site

NAME = "feed.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A delivery of a talk, or a work of another kind.

    :ivar id: a URI that it keeps for good.
    :ivar address: the URL of its page.
    :ivar published: the day on which it began, or the first that this can mean; None while that is announced only.
    :ivar updated: the instant at which its page last changed; where that is not known, midnight UTC of the day on which
        it ended, or the first that this can mean; while it goes on, that on which it began.
    :ivar related: what there is to see of it, by what that is called.
    """

    id: str
    address: str
    kind: Kind
    title: str
    summary: str
    published: dt.date | None
    updated: dt.datetime
    related: tuple[tuple[str, Url], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Items, newest first.

    :ivar id: a URI that it keeps for good.
    :ivar address: the feed's own.
    :ivar home: that of the site's root.
    """

    id: str
    address: str
    home: str
    title: str
    author: str
    language: str
    items: tuple[Item, ...]


def files(career: Career, site: Site) -> Iterator[File]:
    """The feed, where there is something to follow."""
    if (found := content(career, site)) is not None:
        label = site.language.gettext("Feed of talks and projects")
        link = Link(media_type="application/atom+xml", label=label, everywhere=True)
        yield File(name=NAME, content=found, write=write, link=link)


def content(career: Career, site: Site) -> Feed | None:
    """The deliveries of talks, announced ones too, and the works that have a time; None where there is nothing."""
    entries = career.entries(*in_output("feed"))
    found = [item for entry in entries for item in _items(career, entry, site)]
    if not found:
        return None
    return Feed(
        id=site.identity.uri(site.root),
        address=f"{site.base}{NAME}",
        home=site.base,
        title=site.language.gettext("%(name)s: talks and projects", name=site.title),
        author=site.author,
        language=site.code,
        items=tuple(sorted(found, key=lambda item: (-_day(item).toordinal(), item.title.casefold(), item.address))),
    )


def write(feed: Feed) -> bytes:
    """The feed as a file; a day begins at midnight UTC (section 3.3)."""
    from feedgenerator import Atom1Feed

    class WithLinks(Atom1Feed):  # type: ignore[misc]  # it has no types
        """The library knows links to files of a known length only; these lead to pages (section 4.2.7.2)."""

        def add_item_elements(self, handler: Any, item: Any) -> None:
            super().add_item_elements(handler, item)
            for title, url in item["related"]:
                handler.addQuickElement("link", "", {"rel": "related", "href": url, "title": title})

    found = WithLinks(
        title=feed.title,
        link=feed.home,
        description=None,
        language=feed.language,
        author_name=feed.author,
        feed_url=feed.address,
        feed_guid=feed.id,
    )
    for item in feed.items:
        found.add_item(
            title=item.title,
            link=item.address,
            # The library calls every summary HTML.
            description=html.escape(item.summary, quote=False),
            unique_id=item.id,
            pubdate=_midnight(item.published) if item.published else None,
            updateddate=item.updated,
            categories=[item.kind],
            related=[(title, uri(url)) for title, url in item.related],
        )
    written: str = found.writeString("utf-8")
    return written.encode()


def _items(career: Career, entry: Entry, site: Site) -> Iterator[Item]:
    """What the feed has of *entry*: of a talk each delivery, else the work itself, if it has a time."""
    _ = site.language.gettext
    if isinstance(entry, Talk):
        first, *further = sorted(entry.deliveries, key=lambda given: given.date.start.earliest)
        yield _delivery(entry, first, site, entry.title, "", entry.public_proofs)
        for given in further:
            title = _("%(title)s, %(event)s", title=given.title or entry.title, event=given.event)
            yield _delivery(entry, given, site, title, given.anchor, given.public_proofs)
    elif span := career.period(entry):
        seen = _related(entry.public_proofs, site)
        yield _item(entry, span, site, title=entry.title, summary=entry.summary, related=seen)


def _delivery(
    talk: Talk, given: Delivery, site: Site, title: str, anchor: str, seen: Mapping[PublicProof, Url]
) -> Item:
    """A delivery, in the words that the talk's page has for it."""
    where = filter(None, [given.event, given.place, occasion(given, site.language)])
    upcoming = [site.language.gettext("upcoming")] if given.upcoming else []
    summary = f"{', '.join([*where, *upcoming])}. {talk.summary}".strip()
    found = _item(talk, given.date, site, anchor, title=title, summary=summary, related=_related(seen, site))
    return replace(found, published=None) if given.upcoming else found


def _item(entry: Entry, span: Period, site: Site, anchor: str = "", **said: Any) -> Item:
    began = span.start.earliest
    modified = site.modified().get(entry.docname)
    return Item(
        id=site.identity.uri(entry.docname, anchor),
        address=site.url(entry.docname, anchor),
        kind=entry.kind,
        published=began,
        updated=dt.datetime.fromisoformat(modified)
        if modified
        else _midnight(max(began, span.end.earliest) if span.end else began),
        **said,
    )


def _related(seen: Mapping[PublicProof, Url], site: Site) -> tuple[tuple[str, Url], ...]:
    """What anyone can look at."""
    return tuple((public_proof(label, site.language), url) for label, url in seen.items())


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def _day(item: Item) -> dt.date:
    return item.published or item.updated.date()
