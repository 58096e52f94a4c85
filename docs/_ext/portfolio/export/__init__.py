"""The files that say for programs what the pages say for people: one module a format, and here the table of them.

An export is two pure functions: from the career to its content, which is plain data, and from that to bytes, so that
what has not changed is not written again. Of what costs little to write, the content is the bytes. What is made of the
same content is the same, byte for byte; no "now" comes into it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from portfolio.model.career import Career

from . import calendar, feed, llms, photo, references, sitemap, vcard
from .cv import files as cv
from .evidence import files as evidence
from .file import File, LeftOut
from .images import cards, icons, qr_codes
from .json_resume import files as resume
from .site import Site


@dataclass(frozen=True, kw_only=True)
class Export:
    """A format.

    :ivar name: what it is called where it cannot be made.
    :ivar files: its files, and those that are left out; none where there is nothing to say.
    :ivar needs_url: whether they can only be made where the site's own URL is known.
    """

    name: str
    files: Callable[[Career, Site], Iterator[File | LeftOut]]
    needs_url: bool = False


EXPORTS: tuple[Export, ...] = (
    Export(name="feed.xml", files=feed.files, needs_url=True),
    Export(name="talks.ics", files=calendar.files),
    Export(name="cv.pdf", files=cv.files),
    Export(name="resume.json", files=resume.files),
    Export(name="evidence.json", files=evidence.files),
    Export(name="references", files=references.files),
    Export(name="photo", files=photo.files),
    Export(name="card.vcf", files=vcard.files),
    Export(name="icons", files=icons.files),
    Export(name="cards/", files=cards.files, needs_url=True),
    Export(name="sitemap.xml", files=sitemap.files, needs_url=True),
    Export(name="robots.txt", files=sitemap.robots, needs_url=True),
    # With them come the parts of pages that show them.
    Export(name="QR codes and links to pages", files=qr_codes.files, needs_url=True),
    # Last, for it leads to the others.
    Export(name="llms.txt", files=llms.files),
)
"""Every export there is, in the order in which links to them are listed."""
