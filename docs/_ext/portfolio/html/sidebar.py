"""Renders the sidebar of a site that is large or has long lists: of the site's tree as much as one page needs, as HTML.

With the whole tree on every page, a site's size and build time would grow with the square of its pages. A page of a
large site shows the top level and its own section; of long lists, that of any site shows the part around itself.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from portfolio.build.state import Sidebar
from portfolio.i18n.translation import Language

if TYPE_CHECKING:
    from sphinx.builders import Builder

LONG = 30
"""Lists of more lines are shown in part."""
AROUND = 7
"""How many lines before and after the page's own are shown of a long list."""

_FOLD = re.compile(r"<!--fold (\d+)-->")

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


class Navigation:
    """The site's tree, to be shown in part on each page.

    :param home: the root page, which holds the groups.
    :param language: that of the extension's own words.
    :param is_large: whether pages show no sections but their own.
    """

    def __init__(self, *, home: Line, groups: Iterable[Group], language: Language, is_large: bool = True) -> None:
        self._home = home
        self._is_large = is_large
        self._language = language
        self._groups = tuple(groups)
        self._paths: dict[str, list[Path]] = defaultdict(list)
        for number, group in enumerate(self._groups):
            for path, line in _walk(group.lines, (number,)):
                if line.internal and not line.anchor:
                    self._paths[line.target].append(path)

    def folded(self, page: str, uri: Callable[[str], str]) -> tuple[str, list[str]]:
        """The sidebar of a page as Sphinx marks up a toctree, with comments for a large site's closed lines; and these.

        :param page: a docname; a page outside the tree shows the top level.
        :param uri: from a docname to its URL relative to *page*.
        """
        closed: list[str] = []
        paths = self._paths.get(page, ())
        parts = []
        for number, group in enumerate(self._groups):
            if group.caption:
                parts.append(
                    f'<p class="caption" role="heading"><span class="caption-text">{group.caption}</span></p>\n'
                )
            inside = [path[1:] for path in paths if path[0] == number]
            parts.append(
                _list(
                    group.lines,
                    inside,
                    above=self._home,
                    level=1,
                    uri=uri,
                    closed=closed if self._is_large else None,
                    language=self._language,
                )
            )
        return "".join(parts), closed


def unfold(tree: str, closed: Sequence[str]) -> str:
    """*tree* with the closed lines in place of the comments."""
    return _FOLD.sub(lambda fold: closed[int(fold[1])], tree)


def fold(context: dict[str, Any], sidebar: Sidebar | None, pagename: str, builder: Builder) -> None:
    """Give Furo, through the *context* of a page's template, only the open lines of a large site's tree.

    Furo parses the tree to mark up its lines, which for all lines takes longer than writing the rest of the page.
    """
    if sidebar is not None:
        tree, closed = sidebar(pagename, partial(builder.get_relative_uri, pagename))
        context["toctree"] = lambda **options: tree
        context["portfolio_closed"] = closed


def unfold_in(context: dict[str, Any]) -> None:
    """Put the closed lines among those that Furo has marked up."""
    if (closed := context.pop("portfolio_closed", None)) is not None:
        tree = unfold(context["toctree"](), closed)
        context["toctree"] = lambda **options: tree
        context["furo_navigation_tree"] = unfold(context["furo_navigation_tree"], closed)


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


def _list(
    lines: Sequence[Line],
    paths: Sequence[Path],
    *,
    above: Line,
    level: int,
    uri: Callable[[str], str],
    closed: list[str] | None,
    language: Language,
) -> str:
    """*lines* as a list; those that *paths* lead through are open, and those where one ends are the page's own.

    :param closed: takes the lines that are not open, with none of what is below them; if None, all are open.
    """
    opened: dict[int, list[Path]] = defaultdict(list)
    for position, *rest in filter(None, paths):
        opened[position].append(tuple(rest))
    shown = window(len(lines), opened)
    parts = ['<ul class="current">\n' if opened else "<ul>\n"]
    for is_open, positions in groupby(shown, opened.__contains__):
        if closed is not None and not is_open:
            parts.append(f"<!--fold {len(closed)}-->")
            closed.append("".join(_item(_link(lines[position], uri), level) for position in positions))
            continue
        for position in positions:
            line, inside = lines[position], opened[position] if is_open else []
            content = _link(line, uri, current=() in inside)
            if line.below:
                content += _list(
                    line.below, inside, above=line, level=level + 1, uri=uri, closed=closed, language=language
                )
            parts.append(_item(content, level, " current" if is_open else ""))
    if len(shown) < len(lines):
        parts.append(_every(len(lines), above, level, uri, closed, language))
    parts.append("</ul>\n")
    return "".join(parts)


def _every(
    number: int, above: Line, level: int, uri: Callable[[str], str], closed: list[str] | None, language: Language
) -> str:
    """The line that leads from a list shown in part to all of it.

    On a large site it does not say how many these are: else one page more would change the pages of a whole section.
    """
    if closed is None:
        text = language.gettext("All %(number)s in %(section)s", number=str(number), section=above.text)
    else:
        text = language.gettext("All in %(section)s", section=above.text)
    item = _item(_link(Line(text=text, target=above.target), uri), level, " portfolio-all")
    if closed is None:
        return item
    closed.append(item)
    return f"<!--fold {len(closed) - 1}-->"


def _item(content: str, level: int, classes: str = "") -> str:
    return f'<li class="toctree-l{level}{classes}">{content}</li>\n'


def _link(line: Line, uri: Callable[[str], str], *, current: bool = False) -> str:
    target = uri(line.target) + line.anchor if line.internal else line.target
    classes = f"{'current ' if current else ''}reference {'internal' if line.internal else 'external'}"
    return f'<a class="{classes}" href="{html.escape(target or "#")}">{line.text}</a>'
