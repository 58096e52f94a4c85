"""Typesets a CV as a tagged, accessible PDF (PDF/UA-1, ISO 14289-1), with Typst and the template ``cv.typ``."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from portfolio.export.typst_fonts import TYPST, Fonts
from portfolio.i18n.translation import direction

from .pdf_compression import packed
from .shape import Curriculum

TEMPLATE = Path(__file__).with_name("cv.typ")

_LONG = re.compile(r"[!-~À-ɏ]{30}(?=[!-~À-ɏ]{10})")
"""What is followed by an opportunity to break, in very long words."""
_LONGEST_URL = 8000
"""Typst rejects links to longer ones, in bytes."""
_NOT_SHOWN = {"kind", "paper", "accent", "code", "lang", "region", "dir"}
"""Keys whose values the template does not print."""
_PAGES = re.compile(rb"/Type/Pages/Count (\d+)")


def write(cv: Curriculum, fonts: Fonts = TYPST) -> bytes:
    """The file. Its date is that of the newest change, so that it is the same every day.

    :param fonts: which have all characters of :func:`texts`.
    :raises TypesettingError: at some rare mixtures of scripts and marks.
    """
    lang, region = _language(cv.code)
    date = cv.date and [cv.date.year, cv.date.month, cv.date.day]
    data: dict[str, Any] = asdict(cv) | {"date": date, "lang": lang, "region": region, "dir": direction(cv.code)}
    inputs = {"cv": json.dumps(_each(data, lambda text: _LONG.sub("\\g<0>\u200b", fonts.drawable(text))), default=str)}
    return packed(fonts.typeset(TEMPLATE.read_bytes(), inputs, format="pdf", pdf_standards=["ua-1"], timestamp=0))


def texts(cv: Curriculum) -> list[str]:
    """All that the file shows."""
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    _each(asdict(cv), note)
    return found


def pages(data: bytes) -> int:
    """The number of pages of a PDF that was made here: the page tree is not packed (ISO 32000-1, 7.7.3.2)."""
    found = _PAGES.search(data)
    assert found
    return int(found[1])


def _each(value: Any, change: Callable[[str], str], key: str = "") -> Any:
    """*value*, which stands at a *key*, with every printed text in it changed, and without URLs that are too long."""
    if key == "url":
        return value if len(value.encode()) <= _LONGEST_URL else ""
    if isinstance(value, dict):
        return {key: _each(each, change, key) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_each(each, change) for each in value]
    return change(value) if isinstance(value, str) and key not in _NOT_SHOWN else value


def _language(code: str) -> tuple[str, str | None]:
    """Language and region from a BCP 47 tag, as Typst wants them (ISO 639, ISO 3166-1 alpha-2)."""
    language, *rest = code.split("-")
    return language.lower(), next((each.upper() for each in rest if len(each) == 2), None)
