"""Renders the sidebar: of the site's tree as much as one page needs, with the theme's markup.

With the whole tree on every page, a site's size and build time would grow with the square of its pages. A page of a
large site shows the top level and its own section; of long lists, that of any site shows the part around itself.
Furo would parse a page's tree to mark it up, which takes as long as writing all the rest of the page.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sphinx.builders import Builder

from portfolio.build.state import Sidebar
from portfolio.i18n.translation import Language

LONG = 30
"""Lists of more lines are shown in part."""
AROUND = 7
"""How many lines before and after the page's own are shown of a long list."""

_TAG = re.compile("<[^>]*>")
_NAME = "SECTION"
_LINK = f'<a href="#">{_NAME}</a>'
_PLACES = re.compile(f"{_LINK}|{_NAME}|toctree-l0|checkbox-1| current-page|<ul></ul>")

Path = tuple[int, ...]
"""The position of a line in the site's tree: one number a level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the site's tree, with the lines below it.

    :ivar text: as HTML.
    :ivar target: docname, or URL.
    :ivar internal: whether *target* is a docname.
    :ivar anchor: fragment with its ``#``; empty for the page as a whole.
    """

    text: str
    target: str
    internal: bool = True
    anchor: str = ""
    below: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The lines of one top-level toctree.

    :ivar caption: as HTML; empty for none.
    """

    lines: tuple[Line, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Branches:
    """The theme's markup of a line with others below it: an item of level 0 with a link to SECTION and an empty list.

    :ivar closed: of a line that the page is not below.
    :ivar opened: of the page's own line.
    """

    closed: str
    opened: str

    @classmethod
    def of(cls, mark_up: Callable[[str], str]) -> Branches:
        """What a theme makes of such lines.

        :param mark_up: from Sphinx's markup of a tree to the theme's.
        """
        items = (f'<li class="toctree-l0{current}">{_LINK}<ul></ul></li>' for current in ("", " current"))
        found = (mark_up(f"<ul>{item}</ul>") for item in items)
        return cls(*(markup.removeprefix("<ul>").removesuffix("</ul>") for markup in found))

    def item(self, line: Line, link: str, below: str, *, level: int, is_open: bool, is_own: bool, number: int) -> str:
        """The item of *line*.

        :param below: the list of the lines below it.
        :param is_own: whether it is the page's own.
        :param number: tells the branches of a page apart.
        """
        values = {
            _LINK: link,
            _NAME: html.escape(html.unescape(_TAG.sub("", line.text))),
            "toctree-l0": f"toctree-l{level}",
            "checkbox-1": f"checkbox-{number}",
            " current-page": " current-page" if is_own else "",
            "<ul></ul>": below,
        }
        return _PLACES.sub(lambda place: values[place[0]], self.opened if is_open else self.closed) + "\n"


class Navigation:
    """The site's tree, to be shown in part on each page.

    :param home: the root page, which holds the groups.
    :param branches: the theme's markup of a line with others below it.
    :param language: that of the extension's own words.
    :param is_large: whether pages show no sections but their own.
    """

    def __init__(
        self, *, home: Line, groups: Iterable[Group], branches: Branches, language: Language, is_large: bool = True
    ) -> None:
        self.home = home
        self.branches = branches
        self.is_large = is_large
        self.language = language
        self._groups = tuple(groups)
        self._paths: dict[str, list[Path]] = defaultdict(list)
        for number, group in enumerate(self._groups):
            for path, line in _walk(group.lines, (number,)):
                if line.internal and not line.anchor:
                    self._paths[line.target].append(path)

    def tree(self, page: str, uri: Callable[[str], str]) -> str:
        """The sidebar of a page.

        :param page: a docname; for a page outside the tree nothing is open.
        :param uri: from a docname to its URL relative to *page*.
        """
        shown = _Tree(self, uri, self._paths.get(page, []))
        parts = []
        for number, group in enumerate(self._groups):
            if group.caption:
                parts.append(
                    f'<p class="caption" role="heading"><span class="caption-text">{group.caption}</span></p>\n'
                )
            parts.append(shown.list(group.lines, (number,), above=self.home))
        return "".join(parts)


@dataclass(slots=True)
class _Tree:
    """The tree as one page shows it.

    :ivar uri: from a docname to its URL relative to the page.
    :ivar paths: where the page stands, in the order of the tree.
    :ivar branches: how many lines with others below them there are so far.
    """

    site: Navigation
    uri: Callable[[str], str]
    paths: Sequence[Path]
    branches: int = 0

    def list(self, lines: Sequence[Line], at: Path, *, above: Line) -> str:
        """The lines below the one at the position *at*, or the part of them that is shown."""
        opened = {path[len(at)] for path in self.paths if path[: len(at)] == at and len(path) > len(at)}
        shown = window(len(lines), opened)
        items = [self._item(lines[each], (*at, each), is_open=each in opened) for each in shown]
        if len(shown) < len(lines):
            items.append(self._every(len(lines), above, level=len(at)))
        start = '<ul class="current">' if opened else "<ul>"
        return f"{start}\n{''.join(items)}</ul>\n"

    def _item(self, line: Line, at: Path, *, is_open: bool) -> str:
        level = len(at) - 1
        link = self._link(line, current=at in self.paths)
        # As Furo has it, where a page is in several places.
        is_own = is_open and at == self.paths[-1]
        if not line.below or (self.site.is_large and not is_open):
            classes = (" current" if is_open else "") + (" current-page" if is_own else "")
            return f'<li class="toctree-l{level}{classes}">{link}</li>\n'
        self.branches += 1
        number = self.branches
        below = self.list(line.below, at, above=line)
        branches = self.site.branches
        return branches.item(line, link, below, level=level, is_open=is_open, is_own=is_own, number=number)

    def _every(self, number: int, above: Line, *, level: int) -> str:
        """The line that leads from a list shown in part to all of it.

        On a large site it does not say how many they are: one page more would change the pages of a whole section.
        """
        gettext = self.site.language.gettext
        if self.site.is_large:
            text = gettext("All in %(section)s", section=above.text)
        else:
            text = gettext("All %(number)s in %(section)s", number=str(number), section=above.text)
        link = self._link(Line(text=text, target=above.target))
        return f'<li class="toctree-l{level} portfolio-all">{link}</li>\n'

    def _link(self, line: Line, *, current: bool = False) -> str:
        target = self.uri(line.target) + line.anchor if line.internal else line.target
        classes = f"{'current ' if current else ''}reference {'internal' if line.internal else 'external'}"
        return f'<a class="{classes}" href="{html.escape(target or "#")}">{line.text}</a>'


def withhold(context: dict[str, Any], sidebar: Sidebar | None) -> None:
    """Before Furo: give it, through the *context* of a page's template, no tree to mark up."""
    if sidebar is not None:
        context["portfolio_toctree"] = context["toctree"]
        context["toctree"] = lambda **options: ""


def show(context: dict[str, Any], sidebar: Sidebar | None, pagename: str, builder: Builder) -> None:
    """After Furo: give the page's template the page's tree."""
    if sidebar is not None:
        context["toctree"] = context.pop("portfolio_toctree")
        context["furo_navigation_tree"] = sidebar(pagename, partial(builder.get_relative_uri, pagename))


def window(length: int, positions: Collection[int]) -> list[int]:
    """The positions that are shown of a list: all of a short one, else those near *positions*, or the first."""
    if length <= LONG:
        return list(range(length))
    near = {each for at in positions or (AROUND,) for each in range(at - AROUND, at + AROUND + 1)}
    return sorted(near & set(range(length)))


def _walk(lines: Sequence[Line], above: Path) -> Iterator[tuple[Path, Line]]:
    for position, line in enumerate(lines):
        path = (*above, position)
        yield path, line
        yield from _walk(line.below, path)
