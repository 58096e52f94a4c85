"""Finds the sentence of an entry that proves a skill."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

from .entries import Entry
from .kinds import Skill


def named(highlights: tuple[str, ...], skill: Entry | None) -> str | None:
    """The first of *highlights* that names a skill.

    It does so by the skill's title or an alias, as words of their own, in whatever case and number; one that is as
    short as "Go" in its own case.
    """
    names = [skill.title, *skill.aliases] if isinstance(skill, Skill) else []
    by_word = _by_word(highlights)
    naming = ((n, name) for name in names for n in by_word.get(_words(name)[0], ()))
    found = min((n for n, name in naming if _named(name).search(highlights[n])), default=None)
    return None if found is None else highlights[found]


@lru_cache(maxsize=4096)
def _by_word(texts: tuple[str, ...]) -> dict[str, list[int]]:
    """The positions of *texts* by the words in them, so that a name is only looked for where its first word stands."""
    found: dict[str, list[int]] = defaultdict(list)
    for n, text in enumerate(texts):
        for word in set(_words(text)):
            found[word].append(n)
    return dict(found)


def _words(text: str) -> list[str]:
    """The words of *text* in lower case and without a plural's ending, and its other characters."""
    return [word.removesuffix("s") for word in re.findall(r"\w+|\S", text.casefold())]


@cache
def _named(name: str) -> re.Pattern[str]:
    """What finds a skill's *name* in a text."""
    if len(name) < 3:
        return re.compile(rf"(?<![\w-]){re.escape(name)}(?!\w)")
    return re.compile(rf"(?<![\w-]){re.escape(name.removesuffix('s'))}s?(?!\w)", re.IGNORECASE)
