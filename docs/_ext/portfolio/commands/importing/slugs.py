"""Names of pages, made from what things are called."""

from __future__ import annotations

import re
import unicodedata

from portfolio.model.entries import SLUG, Slug, slugify

_SIGNS = (("c++", "cpp"), ("++", "-plus-plus"), ("#", "-sharp"), ("&", "-and-"), ("+", "-plus"), (".net", "-dot-net"))
"""What the names of skills differ by, and words for it."""
_LONGEST = 60
"""In bytes; names of files may have 255."""


class Slugs:
    """Slugs that are all different.

    :param taken: what none may be.
    """

    def __init__(self, *taken: str) -> None:
        self._taken = {*taken}
        self._numbers: dict[str, int] = {}

    def add(self, name: str, *others: str, otherwise: str) -> Slug:
        """A slug for what is called *name*.

        Letters of other scripts stay: transcribed by rule, they would often be names that nobody uses.

        :param others: what to add where the name alone is taken.
        :param otherwise: what to begin with where the name holds no letter and no digit.
        """
        base = _cut(_slugify(name)) or otherwise
        for other in others:
            if base not in self._taken:
                break
            base = _cut(f"{_slugify(name) or otherwise}-{_slugify(other)}".strip("-"))
        found, number = base, self._numbers.get(base, 2)
        while found in self._taken:
            found, number = f"{base}-{number}", number + 1
        assert SLUG.fullmatch(found), found
        self._taken.add(found)
        self._numbers[base] = number
        return Slug(found)


def same(name: str) -> str:
    """A key that is equal for spellings of one skill or organization."""
    return _slugify(name) or name.casefold().strip()


def _slugify(name: str) -> str:
    text = unicodedata.normalize("NFKC", name).casefold()
    for sign, word in _SIGNS:
        text = text.replace(sign, word if re.search(r"\w", text) else "")
    return slugify(text)


def _cut(text: str) -> str:
    """*text*, cut at the last word that fits; a word that does not, within it."""
    if len(text.encode()) <= _LONGEST:
        return text
    start = text.encode()[: _LONGEST + 1].decode("utf-8", "ignore")
    return start.rpartition("-")[0] or start.encode()[:_LONGEST].decode("utf-8", "ignore")
