"""The photo of the person, where that is a file of the site, so that other files can name its address or hold it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from portfolio.model.career import Career

from .file import File
from .site import Site
from .typst_fonts import TYPST, TypesettingError

WIDTH = 128
"""That of a small photo, in pixels."""
_SMALL = f"""
#set page(width: {WIDTH}pt, height: {WIDTH}pt, margin: 0pt)
#image(bytes(json(bytes(sys.inputs.photo))), width: 100%, height: 100%, fit: "cover")
""".encode()


def files(career: Career, site: Site) -> Iterator[File]:
    """The photo, if there is one, under the name that the person's front matter gives it."""
    if career.person and site.photo is not None:
        yield File(name=career.person.photo_file, content=site.photo, write=bytes)


def small(photo: bytes) -> bytes | None:
    """The middle of a photo as a small square PNG; None where it is of a format that Typst does not read, as AVIF."""
    try:
        # In points, of which there are 72 to the inch.
        return TYPST.typeset(_SMALL, {"photo": json.dumps([*photo])}, format="png", ppi=72)
    except TypesettingError:
        return None
