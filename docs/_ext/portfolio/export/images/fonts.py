"""The letters of the fonts that come with Typst, in which alone pictures are set: any machine draws the same.

They are those of Libertinus Serif and, where it has none, of New Computer Modern and DejaVu Sans Mono: the Latin,
Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic scripts. They lack the scripts of India and East Asia, and emoji.
"""

from __future__ import annotations

import re
import unicodedata

_HAVE = (
    "\u0020-\u007e\u00a0-\u00ac\u00ae-\u034e\u0350-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0487"
    "\u048a-\u04ff\u0531-\u058a\u058d-\u058f\u0591-\u05c7\u05d0-\u05ea\u05ef-\u05f4\u060c\u061b\u061f\u0621-\u063a"
    "\u0640-\u0655\u0660-\u066d\u0679-\u067b\u067e-\u0680\u0683\u0684\u0686\u0687\u0691\u0698\u06a4\u06a9\u06af\u06be"
    "\u06cc\u06f0-\u06f9\u10d0-\u10ff\u1e00-\u1f15\u1f18-\u1f1d\u1f20-\u1f45\u1f48-\u1f4d\u1f50-\u1f57\u1f59\u1f5b"
    "\u1f5d\u1f5f-\u1f7d\u1f80-\u1fb4\u1fb6-\u1fc4\u1fc6-\u1fd3\u1fd6-\u1fdb\u1fdd-\u1fef\u1ff2-\u1ff4\u1ff6-\u1ffe"
    "\u2010-\u2027\u2030-\u2037\u2039-\u203e\u2042\u2044\u2047-\u204b\u2070\u2071\u2074-\u208e\u2090-\u209c"
    "\u20a0-\u20c0\u2100-\u2103\u2105\u2106\u2109\u2113\u2116\u2117\u211e\u2120\u2122\u2126\u212e\u2153-\u2184"
    "\u2190-\u2220\u2222-\u222d\u2234-\u223d\u2241-\u226b\u25a0-\u25ff\u2600-\u262f\u2638-\u268b\u2713\u2717"
)
LACKING = re.compile(f"[^{_HAVE}]")
"""A character that none of the fonts has; what has no look, such as marks that turn the writing, is among them."""


def drawable(text: str) -> str:
    """What of *text* can be set, in one line: of letters that cannot, an ellipsis tells; signs are left out."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    found = LACKING.sub(lambda lacking: "…" if lacking[0].isalpha() else "", composed)
    return " ".join(re.sub(r"…[\s…]*…", "…", found).split())


def turns(text: str) -> bool:
    """Whether *text* is written from right to left, as its first letter is (https://www.unicode.org/reports/tr9/#P2)."""
    directions = (unicodedata.bidirectional(char) for char in text)
    return next((found != "L" for found in directions if found in {"L", "R", "AL"}), False)
