"""Decides on fonts: which a career needs beside those that curriculum vitae and cards are set in anyway."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from importlib.util import find_spec

_PACKAGES: Mapping[str, str] = {
    "HIRAGANA": "pylopdf-fonts-jp",
    "KATAKANA": "pylopdf-fonts-jp",
    "HANGUL": "pylopdf-fonts-ko",
    "THAI": "pylopdf-fonts-th",
    "CJK": "pylopdf-fonts-zh-cn",
}
"""Packages of fonts by script; of several the first, for Japanese and Korean ones have Chinese letters too."""
_OTHERS = {
    "BENGALI", "BOPOMOFO", "ETHIOPIC", "GUJARATI", "GURMUKHI", "KANNADA", "KHMER", "LAO", "MALAYALAM",
    "MONGOLIAN", "MYANMAR", "ORIYA", "SINHALA", "SYRIAC", "TAMIL", "TELUGU", "THAANA", "TIBETAN",
}  # fmt: skip
"""Further scripts that the fonts that come with Typst lack."""


def settings(texts: Iterable[str]) -> tuple[str, str]:
    """Lines for ``conf.py`` and ``requirements.txt``, so that the site builds with or without the fonts it needs."""
    names = {unicodedata.name(char, "").partition(" ")[0] for text in texts for char in set(text) if char.isalpha()}
    scripts = names & (_OTHERS | _PACKAGES.keys())
    if not scripts:
        return "", ""
    package = next((package for script, package in _PACKAGES.items() if script in scripts), "")
    module = package.replace("-", "_")
    if package and find_spec(module):
        return f'portfolio_fonts = ["{module}"]\n', f"{package}\n"
    name, install = (module, f" (pip install {package})") if package else ("fonts", "")
    remedy = f'name fonts{install} instead of the next line: portfolio_fonts = ["{name}"]'
    return f'# For cv.pdf, {remedy}\nsuppress_warnings = ["portfolio.fonts"]\n', ""
