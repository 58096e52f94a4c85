"""Finds the toctrees that list a page by a pattern, and will no longer once it is renamed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from portfolio.reading import prose
from portfolio.reading.elements import Directive, Element

from .folder import pattern
from .inclusions import TITLED


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A line of a toctree.

    :ivar docname: the page that holds it.
    :ivar name: the page that it lists, or a pattern of pages.
    """

    docname: str
    line: int
    name: str
    is_pattern: bool

    def has(self, page: str) -> bool:
        """Whether it lists the *page*."""
        return self.name == page or (self.is_pattern and pattern(self.name).fullmatch(page) is not None)


def listed(docname: str, elements: Iterable[Element]) -> Iterator[Listed]:
    """What the toctrees of a page list.

    :param elements: those of the page.
    """
    for each in elements:
        if isinstance(each, Directive) and each.name == "toctree":
            is_pattern = any(option.name == "glob" for option in each.options)
            for line, (row, _) in zip(map(str.strip, each.body.lines), each.body.places, strict=True):
                if line:
                    titled = TITLED.fullmatch(line)
                    name = prose.file_of(docname, titled["target"] if titled else line).removesuffix(".md")
                    yield Listed(docname=docname, line=row, name=name, is_pattern=is_pattern)


def lost(found: Collection[Listed], pages: Iterable[str], old: str, new: str) -> Iterator[tuple[Listed, str]]:
    """The patterns that a page leaves as it is renamed, each with what to do, where that is anything.

    :param found: what all toctrees list.
    :param pages: all pages but the one that is renamed.
    """
    is_listed = any(each.name == old or each.has(new) for each in found)
    for each in found:
        if each.has(old) and each.name != old and not each.has(new):
            if not is_listed:
                yield each, f"no toctree has {new}, as this one had {old} by a pattern: add it to one"
            elif not any(map(each.has, pages)):
                yield each, f'the pattern "{each.name}" finds no page without {old}: remove it'
