"""``cv.pdf``: the curriculum vitae on paper, tagged and accessible (PDF/UA-1, ISO 14289-1), set by Typst.

The template, ``cv.typ``, lies beside this module. The fonts are those that come with Typst.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from .shape import Curriculum

TEMPLATE = Path(__file__).with_name("cv.typ")
MISSING = "□"
"""What stands for a character that none of the fonts has; PDF/UA-1 allows none that cannot be seen."""

_LONG = re.compile(r"[!-~À-ɏ]{30}(?=[!-~À-ɏ]{10})")
_EXOTIC = re.compile(r"[^ -~\u00a0-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20b5]")
"""What is in no script that all fonts have: Latin, Greek and Cyrillic."""
_LONGEST_ADDRESS = 8000
"""Typst refuses links to longer ones."""
_HIDDEN = {"kind", "paper", "accent", "code", "lang", "region"}
_NOT_SHOWN = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_PAGES = re.compile(rb"/Type/Pages/Count (\d+)")


def write(cv: Curriculum) -> bytes:
    """The file. Its date is that of the newest entry: it is no day's, and the same every day."""
    import typst

    told: dict[str, Any] = asdict(cv)
    lang, region = _language(cv.code)
    told |= {"date": cv.date and [cv.date.year, cv.date.month, cv.date.day], "lang": lang, "region": region}
    missing: set[str] = set()
    while True:
        try:
            return _compile(_each(told, partial(_shown, missing)))
        except typst.TypstError as error:
            found = {_unescaped(text) for text in _NOT_SHOWN.findall(error.diagnostic)}
            found = {text for text in found if not text.isascii()} - missing
            if not found:
                break
            missing |= found
        except BaseException as error:
            # Typst gives up on some rare mixtures of scripts; that is no Exception (https://pyo3.rs/main/doc/pyo3/panic/).
            if type(error).__name__ != "PanicException":
                raise
            break
    return _compile(_each(told, lambda text: _EXOTIC.sub(MISSING, text)))


def pages(data: bytes) -> int:
    """How many pages a PDF has that was made here: it begins with the tree of its pages (ISO 32000-1, 7.7.3.2)."""
    found = _PAGES.search(data)
    assert found
    return int(found[1])


def _each(value: Any, change: Callable[[str], str]) -> Any:
    """*value* with a change made to every text in it that is shown, and without addresses without end."""
    if isinstance(value, dict):
        return {key: _at(key, each, change) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_each(each, change) for each in value]
    return change(value) if isinstance(value, str) else value


def _at(key: str, value: Any, change: Callable[[str], str]) -> Any:
    if key == "url":
        return value if len(value.encode()) <= _LONGEST_ADDRESS else ""
    return value if key in _HIDDEN else _each(value, change)


def _language(code: str) -> tuple[str, str | None]:
    """The language and the region of a tag of BCP 47, as Typst takes them (ISO 639, ISO 3166-1 alpha-2)."""
    language, *rest = code.split("-")
    return language.lower(), next((each.upper() for each in rest if len(each) == 2), None)


def _shown(missing: Collection[str], text: str) -> str:
    """*text* as the fonts can show it, with places in words without end where a line may break."""
    for each in sorted(missing, key=lambda each: (-len(each), each)):
        text = text.replace(each, MISSING)
    return _LONG.sub("\\g<0>\u200b", text)


def _unescaped(text: str) -> str:
    """What Typst quotes, without Rust's escapes (https://doc.rust-lang.org/std/primitive.char.html#method.escape_debug)."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _compile(told: Mapping[str, Any]) -> bytes:
    import typst

    inputs = {"cv": json.dumps(told, default=str)}
    compiler = typst.Compiler(TEMPLATE.read_bytes(), ignore_system_fonts=True, sys_inputs=inputs)
    written = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=0)
    assert isinstance(written, bytes)
    return written
