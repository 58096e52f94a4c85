"""The photo of the person, where that is a file of the site, so that other files can name its address."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.model.career import Career

from .file import File, LeftOut
from .site import Site


def files(career: Career, site: Site) -> Iterator[File | LeftOut]:
    """The photo, under the name that the person's front matter gives it."""
    name = career.person.photo_file if career.person else ""
    if name and site.photo is None:
        yield LeftOut(
            name=name, reason=f'there is no file "{name}", the photo of the person; add it, or correct "photo"'
        )
    elif name:
        yield File(name=name, content=site.photo, write=bytes)
