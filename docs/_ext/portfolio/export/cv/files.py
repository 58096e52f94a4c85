"""The curriculum vitae: ``cv.pdf``, ``cv.docx`` and ``cv.txt``, and the same for each variant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from portfolio.export.file import File, LeftOut, Link
from portfolio.export.site import Site
from portfolio.export.typst_fonts import Fonts, TypesettingError, has_marks, warning
from portfolio.model.career import Career

from . import docx as cvdocx
from . import pdf as cvpdf
from . import text as cvtext
from .selection import content
from .shape import Curriculum

_REMEDY = "shorten summaries or highlights in it"


def files(career: Career, site: Site) -> Iterator[File | LeftOut]:
    """The files, where there is something to say; a PDF whose characters the fonts lack is left out."""
    _ = site.language.gettext
    if (found := content(career, site)) is not None:
        link = Link(media_type="application/pdf", label=_("Curriculum vitae"), brief=_("CV (PDF)"))
        yield _pdf("cv.pdf", found, site.fonts, f"{_REMEDY}, or set portfolio_cv_pages in conf.py", link=link)
        word = Link(media_type=cvdocx.MEDIA_TYPE, label=_("Curriculum vitae, for Word"))
        yield File(name="cv.docx", content=found, write=cvdocx.write, link=word)
        plain = Link(media_type="text/plain", label=_("Curriculum vitae, as plain text"))
        yield File(name="cv.txt", content=found, write=cvtext.write, link=plain)
    for variant in site.variants:
        if (found := content(career, site, variant)) is not None:
            remedy = f"{_REMEDY}, or change limit, kinds or span in variants/{variant.name}.yaml"
            yield _pdf(variant.file("pdf"), found, site.fonts, remedy)
            yield File(name=variant.file("docx"), content=found, write=cvdocx.write)
            yield File(name=variant.file("txt"), content=found, write=cvtext.write)


def _pdf(name: str, cv: Curriculum, fonts: Fonts, remedy: str, link: Link | None = None) -> File | LeftOut:
    shown = cvpdf.texts(cv)
    if lacking := fonts.lacking(shown):
        return LeftOut(name=name, reason=warning(f"{name} is", lacking))
    if any(map(has_marks, shown)) or not re.search(r"\w", cv.name):
        try:
            cvpdf.write(cv, fonts)
        except TypesettingError as error:
            return LeftOut(name=name, reason=f"{name} is not written, since Typst cannot set its marks: {error}")
    write = partial(cvpdf.write, fonts=fonts)
    problem = partial(_too_long, name=name, allowed=cv.pages, remedy=remedy)
    return File(name=name, content=cv, write=write, link=link, problem=problem)


def _too_long(data: bytes, *, name: str, allowed: int, remedy: str) -> str:
    """What is wrong with a PDF that has more pages than it may have, and the way out."""
    pages = cvpdf.pages(data)
    if pages <= allowed:
        return ""
    where = "1 is" if allowed == 1 else f"{allowed} are"
    return f"{name} has {pages} pages, where {where} allowed; {remedy}"
