"""The curriculum vitae: ``cv.pdf``, ``cv.txt``, and a PDF for each variant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from portfolio.export.file import File, Link
from portfolio.export.site import Site
from portfolio.i18n import wording
from portfolio.model.career import Career

from . import pdf as cvpdf
from . import text as cvtext
from .selection import content

_REMEDY = "shorten summaries or highlights of what it tells"


def files(career: Career, site: Site) -> Iterator[File]:
    """The files, where there is something to tell."""
    _ = site.language.gettext
    if (found := content(career, site, dates=wording.short_period)) is not None:
        link = Link(media_type="application/pdf", label=_("Curriculum vitae"))
        yield File(name="cv.pdf", content=found, write=cvpdf.write, link=link, problem=_length("cv.pdf", found.pages))
    if (plain := content(career, site, dates=wording.numeric_period)) is not None:
        link = Link(media_type="text/plain", label=_("Curriculum vitae, as plain text"))
        yield File(name="cv.txt", content=plain, write=cvtext.write, link=link)
    for variant in site.variants:
        if (found := content(career, site, dates=wording.short_period, variant=variant)) is not None:
            remedy = f"{_REMEDY}, or change limit, kinds or span in variants/{variant.name}.yaml"
            problem = _length(variant.file, found.pages, remedy)
            yield File(name=variant.file, content=found, write=cvpdf.write, problem=problem)


def _length(name: str, allowed: int, remedy: str = _REMEDY) -> Callable[[bytes], str]:
    return partial(_too_long, name=name, allowed=allowed, remedy=remedy)


def _too_long(data: bytes, *, name: str, allowed: int, remedy: str) -> str:
    """What is wrong with a PDF that has more pages than it may have, and the way out."""
    pages = cvpdf.pages(data)
    if pages <= allowed:
        return ""
    where = "1 is" if allowed == 1 else f"{allowed} are"
    return f"{name} has {pages} pages, where {where} allowed; {remedy}"
