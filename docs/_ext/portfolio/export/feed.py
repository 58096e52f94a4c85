"""``feed.xml``: talks and projects, for feed readers (Atom, RFC 4287)."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Iterator
from dataclasses import dataclass

from portfolio.model.career import Career
from portfolio.model.dates import Period
from portfolio.model.entries import Entry
from portfolio.model.fields import Kind
from portfolio.model.kinds import in_output

from .file import File, Link
from .site import Site

NAME = "feed.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A talk or a project.

    :ivar id: a URI that it keeps for good.
    :ivar address: that of its page.
    :ivar published: the day on which it began, or the first that this can mean.
    :ivar updated: the day on which it ended, or the first that this can mean; while it goes on, that on which it began.
    """

    id: str
    address: str
    kind: Kind
    title: str
    summary: str
    published: dt.date
    updated: dt.date


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
    """The talks that were given and the projects that have a time; None where there is none of either."""
    found = [_item(entry, span, site) for entry in career.entries(*in_output("feed")) if (span := _span(career, entry))]
    if not found:
        return None
    return Feed(
        id=site.identity.uri(site.root),
        address=f"{site.base}{NAME}",
        home=site.base,
        title=site.language.gettext("%(name)s: talks and projects", name=site.title),
        author=site.author,
        language=site.code,
        items=tuple(sorted(found, key=lambda item: (-item.updated.toordinal(), item.title.casefold(), item.address))),
    )


def write(feed: Feed) -> bytes:
    """The feed as a file; a day begins at midnight UTC (section 3.3)."""
    from feedgenerator import Atom1Feed

    found = Atom1Feed(
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
            pubdate=dt.datetime.combine(item.published, dt.time(), dt.UTC),
            updateddate=dt.datetime.combine(item.updated, dt.time(), dt.UTC),
            categories=[item.kind],
        )
    written: str = found.writeString("utf-8")
    return written.encode()


def _span(career: Career, entry: Entry) -> Period | None:
    """When *entry* was. An upcoming delivery dates nothing yet: a talk that was never given is in the calendar only."""
    return career.period(entry) if entry.can_prove else None


def _item(entry: Entry, span: Period, site: Site) -> Item:
    began = span.start.earliest
    return Item(
        id=site.identity.uri(entry.docname),
        address=site.url(entry.docname),
        kind=entry.kind,
        title=entry.title,
        summary=entry.summary,
        published=began,
        updated=max(began, span.end.earliest) if span.end else began,
    )
