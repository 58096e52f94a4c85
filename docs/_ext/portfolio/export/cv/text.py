"""``cv.txt``: the curriculum vitae as programs that read applications like it, in one column under usual headings."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

from portfolio.i18n import wording
from portfolio.i18n.translation import Language

from .shape import Curriculum, Item, Section, Words

WIDTH = 76
"""How many characters a line has at most; an address longer than that stays whole."""
_PART = WIDTH - 2
_LONG = re.compile(rf"(?<!\S)(?!\S*://)\S{{{_PART + 1},}}")


def write(cv: Curriculum) -> bytes:
    """The file, in UTF-8."""
    return ("\n".join(_lines(cv)).rstrip() + "\n").encode()


def _lines(cv: Curriculum) -> Iterator[str]:
    language = Language.of(cv.code)
    yield from _paragraph(cv.name)
    yield from _paragraph(cv.label)
    for each in cv.contacts:
        text = each.url if "://" in each.url else each.text
        yield from _paragraph(labelled(each.label, text, language) if each.label else text)
    if cv.summary:
        yield from _heading(cv.overview)
        yield from _paragraph(cv.summary)
    for section in cv.sections:
        yield from _heading(section.heading)
        yield from _section(section, language)


def labelled(label: str, text: str, language: Language) -> str:
    """*text* after what it is, with a colon between them as *language* sets it."""
    return language.gettext("%(label)s: %(address)s", label=label, address=text)


def _section(section: Section, language: Language) -> Iterator[str]:
    for item in section.items:
        yield from _item(item, language)
        yield ""
    for group in section.groups:
        skills = _listed(group.skills)
        yield from _paragraph(labelled(group.category, skills, language) if group.category else skills, indent="  ")


def _item(item: Item, language: Language) -> Iterator[str]:
    yield from _paragraph(item.title.text)
    yield from _paragraph(" | ".join(item.facts))
    yield from _paragraph(wording.numeric_period(item.period, language) if item.period else "")
    yield from _paragraph(item.summary)
    for each in item.highlights:
        yield from _paragraph(each, "- ")
    for link in item.links:
        yield from _paragraph(labelled(link.text, link.url, language))


def _listed(words: Iterable[Words]) -> str:
    return ", ".join(f"{each.text} ({each.label.replace('–', '-')})" if each.label else each.text for each in words)


def _heading(text: str) -> Iterator[str]:
    yield from ("", text, "-" * len(text))


def _paragraph(text: str, mark: str = "", indent: str = "") -> Iterator[str]:
    """*text* in lines, the first of which begins with *mark*."""
    yield from textwrap.wrap(
        _LONG.sub(_parts, text),
        WIDTH,
        initial_indent=mark,
        subsequent_indent=indent or " " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _parts(word: re.Match[str]) -> str:
    """A word without end in parts that fit on a line."""
    return " ".join(word[0][at : at + _PART] for at in range(0, len(word[0]), _PART))
