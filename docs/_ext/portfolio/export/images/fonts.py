"""Knows which characters the fonts that come with Typst can show; the CV and the social cards use no others.

These are Libertinus Serif, then New Computer Modern, then DejaVu Sans Mono. They have the Latin, Greek, Cyrillic,
Armenian, Georgian, Hebrew and Arabic scripts, and lack those of India and East Asia, and emoji. With them, every
machine draws the same.
"""

from __future__ import annotations

import re
import unicodedata

BOX = "□"
"""Stands for a character that no font has."""
_JOINERS = "\u00ad\u200c\u200d"
"""Invisible, but part of words: the soft hyphen, and what joins or separates letters in Arabic script."""
_HAVE = (
    "\u0020-\u007e\u00a0-\u00ac\u00ae-\u034e\u0350-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0487"
    "\u048a-\u04ff\u0531-\u058a\u058d-\u058f\u0591-\u05c7\u05d0-\u05ea\u05ef-\u05f4\u060c\u061b\u061f\u0621-\u063a"
    "\u0640-\u0655\u0660-\u066d\u0679-\u067b\u067e-\u0680\u0683\u0684\u0686\u0687\u0691\u0698\u06a4\u06a9\u06af\u06be"
    "\u06cc\u06f0-\u06f9\u10d0-\u10ff\u1e00-\u1f15\u1f18-\u1f1d\u1f20-\u1f45\u1f48-\u1f4d\u1f50-\u1f57\u1f59\u1f5b"
    "\u1f5d\u1f5f-\u1f7d\u1f80-\u1fb4\u1fb6-\u1fc4\u1fc6-\u1fd3\u1fd6-\u1fdb\u1fdd-\u1fef\u1ff2-\u1ff4\u1ff6-\u1ffe"
    "\u2010-\u2027\u2030-\u2037\u2039-\u203e\u2042\u2044\u2047-\u204b\u2070\u2071\u2074-\u208e\u2090-\u209c"
    "\u20a0-\u20c0\u2100-\u2103\u2105\u2106\u2109\u2113\u2116\u2117\u211e\u2120\u2122\u2126\u212e\u2153-\u2184"
    "\u2190-\u2220\u2222-\u222d\u2234-\u223d\u2241-\u226b\u25a0-\u25ff\u2600-\u2606\u2609-\u262f\u2638-\u268b\u2713\u2717"
)
LACKING = re.compile(f"[^{_HAVE}]|(?<![\u0620-\u06d3])[\u064b-\u0655]+")
"""A character that no font has, and Arabic marks on letters of other scripts."""


def drawable(text: str) -> str:
    """What of *text* can be drawn, on one line: other letters become an ellipsis, other characters are left out."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    found = LACKING.sub(lambda lacking: "…" if lacking[0].isalpha() else "", composed)
    return " ".join(re.sub(r"…[\s…]*…", "…", found).split())


def boxed(text: str) -> str:
    """*text* with a box in place of each character that cannot be drawn; only what is invisible is left out."""
    return LACKING.sub(_box, unicodedata.normalize("NFC", text))


def _box(lacking: re.Match[str]) -> str:
    char = lacking[0]
    if char in _JOINERS or char.isspace():
        return char if char in _JOINERS else " "
    return "" if unicodedata.category(char[0]) in {"Cc", "Cf", "Mn", "Me"} else BOX


def turns(text: str) -> bool:
    """Whether *text* is written from right to left, as its first letter is (https://www.unicode.org/reports/tr9/#P2)."""
    directions = (unicodedata.bidirectional(char) for char in text)
    return next((found != "L" for found in directions if found in {"L", "R", "AL"}), False)
