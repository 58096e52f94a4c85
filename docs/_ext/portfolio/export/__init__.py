"""The files that say for programs what the pages say for people: one module a format, and here the table of them.

An export is two pure functions: from the career to its content, which is plain data, and from that to bytes. What is
made of the same content is the same, byte for byte; no "now" comes into it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from portfolio.career import Career
from portfolio.language import N_

from . import calendar, feed
from .site import Site


@dataclass(frozen=True, kw_only=True)
class Export:
    """A file beside the pages.

    :ivar name: its path below the site's root.
    :ivar media_type: as registered, see https://www.iana.org/assignments/media-types.
    :ivar label: what a link to it is called.
    :ivar needs_address: whether it can only be made where the site's own address is known.
    :ivar content: what the file says, as frozen dataclasses; None where there is nothing to say.
    :ivar write: the file that says it. What it needs of libraries it imports itself, for builds that write nothing.
    """

    name: str
    media_type: str
    label: str
    needs_address: bool
    content: Callable[[Career, Site], object | None]
    write: Callable[[Any], bytes]


EXPORTS: tuple[Export, ...] = (
    Export(
        name="feed.xml",
        media_type="application/atom+xml",
        label=N_("Feed of talks and projects"),
        needs_address=True,
        content=feed.content,
        write=feed.write,
    ),
    Export(
        name="talks.ics",
        media_type="text/calendar",
        label=N_("Calendar of talks"),
        needs_address=False,
        content=calendar.content,
        write=calendar.write,
    ),
)
"""Every export there is, by file name."""
