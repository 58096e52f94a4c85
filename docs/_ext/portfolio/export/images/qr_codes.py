"""``qr/``: codes that lead to every work and delivery, for slides and paper (QR Code, ISO/IEC 18004)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

from portfolio.export.file import File
from portfolio.export.formats import headline
from portfolio.export.site import Site
from portfolio.model.career import Career
from portfolio.model.entries import SLUG, Entry
from portfolio.model.kinds import Delivery, Talk, in_output

if TYPE_CHECKING:
    from segno import QRCode

SIDE = 1000
"""How wide a picture for slides is at most, in pixels; its dots are as many whole ones as fit."""
_ROOM = 2331
"""How many bytes the largest code holds at error correction level M (ISO/IEC 18004, table 7)."""
_LONGEST = 100
"""How many letters of an anchor are a file's name."""
_MAKING = Lock()
"""Both files of a code are made side by side, in two threads, the later of which takes what the other has made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code.

    :ivar name: the path of its files below the site's root, without the suffix.
    :ivar title: what it leads to.
    :ivar event: that at which a talk was given; empty where it leads to a page as a whole.
    """

    name: str
    title: str
    url: str
    event: str = ""


def files(career: Career, site: Site) -> Iterator[File]:
    """Two files for each code: one that keeps its edges at any size, and one that every program for slides takes."""
    for entry in career.entries(*in_output("qr-code")):
        for code in codes(career, entry, site):
            yield File(name=f"{code.name}.svg", content=code, write=svg)
            yield File(name=f"{code.name}.png", content=code, write=png)


def codes(career: Career, entry: Entry, site: Site) -> list[Code]:
    """The code of an entry's page, and those of a talk's deliveries; none for a URL that no code can hold."""
    name = f"qr/{entry.docname}"
    found = [Code(name=name, title=entry.title, url=site.url(entry.docname))]
    if isinstance(entry, Talk):
        for given in entry.deliveries:
            title = headline(entry, given, site.language)
            url = site.url(entry.docname, given.anchor)
            file = f"{name}/{_file(career, entry, given)}"
            found.append(Code(name=file, title=title, url=url, event=given.event))
    return [code for code in found if len(code.url.encode()) <= _ROOM]


def svg(code: Code) -> bytes:
    """The code as a drawing without a size of its own, on white, which it needs where all around is dark."""
    file = BytesIO()
    looks = {"title": code.title, "light": "white", "omitsize": True, "svgclass": None, "lineclass": None}
    _made(code.url).save(file, kind="svg", xmldecl=False, nl=False, **looks)
    # Without this, browsers mix the colors where two rows of dots meet.
    return file.getvalue().replace(b"<svg ", b'<svg shape-rendering="crispEdges" ', 1)


def png(code: Code) -> bytes:
    """The code as a picture, with the quiet zone around it (section 9.1)."""
    file = BytesIO()
    made = _made(code.url)
    made.save(file, kind="png", scale=max(1, SIDE // made.symbol_size()[0]))
    return file.getvalue()


def _made(url: str) -> QRCode:
    with _MAKING:
        return _make(url)


@lru_cache(maxsize=64)  # more than there are threads
def _make(url: str) -> QRCode:
    import segno

    return segno.make_qr(url, error="m")


def _file(career: Career, talk: Talk, given: Delivery) -> str:
    """The name of a delivery's files: its anchor, or a digest of one that cannot name files or is that of a page."""
    anchor = given.anchor
    is_name = anchor.isascii() and SLUG.fullmatch(anchor) and len(anchor) <= _LONGEST
    if is_name and career.page(f"{talk.docname}/{anchor}") is None:
        return anchor
    return hashlib.sha256(anchor.encode()).hexdigest()[:16]
