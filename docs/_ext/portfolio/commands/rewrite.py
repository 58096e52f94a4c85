"""Rewrites a page's references to a page that moves, and nothing else in it.

References are slugs in front matter, roles and listings, and paths in links, roles and directives
(https://myst-parser.readthedocs.io/en/latest/syntax/cross-referencing.html).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, unquote

from markdown_it.common.utils import unescapeAll

from portfolio.model.fields import Kind
from portfolio.permalinks.anchors import of_heading
from portfolio.reading import markdown, prose
from portfolio.reading.directive_syntax import FILE_OPTIONS, OF_FILES
from portfolio.reading.elements import Directive, Element, Link, Role
from portfolio.reading.excerpt import Excerpt
from portfolio.reading.markdown_rules import EXTENSIONS
from portfolio.reading.yaml_nodes import Place

from . import front_matter, restructured_tables
from .files import Refused
from .inclusions import TITLED, Inclusion
from .restructured_tables import Edit

_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):(?!:)", re.IGNORECASE)
_SPECIAL = re.compile(r"[\\()<>&\s]")
"""What has to be escaped in the destination of a link."""
_OWN_SCHEMES = {"project", "path", "doc"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A page that moves.

    :ivar old: its name in Sphinx.
    :ivar new: the name that it gets.
    :ivar kind: what it is, if it is an entry.
    :ivar by_slug: whether no other entry, and no label, has the old slug, so that a reference with a text of its own
        that says no kind means this one.
    :ivar by_title: whether one without a text does, since labels without a title do not count.
    :ivar to_slug: whether nothing else has the new one.
    :ivar exists: whether there is a file of this path below the folder of the pages.
    :ivar extensions: those of MyST that are on.
    """

    old: str
    new: str
    kind: Kind | None
    by_slug: bool
    by_title: bool
    to_slug: bool
    exists: Callable[[str], bool]
    extensions: frozenset[str] = EXTENSIONS

    @property
    def slug(self) -> str:
        """The last part of the old name."""
        return self.old.rpartition("/")[2]

    @property
    def new_slug(self) -> str:
        """The last part of the new name."""
        return self.new.rpartition("/")[2]


def rewritten(
    docname: str,
    text: str,
    elements: Iterable[Element],
    move: Move,
    *,
    inclusion: Inclusion | None = None,
    is_restructured: bool = False,
) -> str:
    """The source *text* of the page *docname*, which may be the one that moves, after the *move*.

    :param elements: what the text holds.
    :param inclusion: where it is that of a file which the page brings in, from which its own inclusions lead.
    :param is_restructured: whether that is reStructuredText.
    :raises Refused: where the new name does not fit into a table.
    """
    elements = [each for each in elements if not (inclusion and isinstance(each, Directive) and each.name == "include")]
    page = _Page(docname, text, move, elements, inclusion)
    rows = restructured_tables.rows(text, elements, is_restructured=is_restructured)
    parts, at = [], 0
    try:
        for start, end, new in restructured_tables.fitted(text, page.starts, sorted(set(page.edits())), rows):
            parts += [text[at:start], new]
            at = end
    except restructured_tables.NoRoom as error:
        raise Refused(f"{docname}:{error.line}: a table has no room for the new name; widen the column") from None
    return "".join([*parts, text[at:]])


class _Page:
    def __init__(
        self, docname: str, text: str, move: Move, elements: Sequence[Element], inclusion: Inclusion | None
    ) -> None:
        self.docname = docname
        self.text = text
        self.move = move
        self.folder = posixpath.dirname(docname)
        self.new_folder = posixpath.dirname(move.new if docname == move.old else docname)
        self.elements = elements
        self.inclusion = inclusion
        self.prose = prose.of(elements)

    @cached_property
    def starts(self) -> list[int]:
        """Where each line of the page begins."""
        return [0, *(ending.end() for ending in re.finditer(r"\r\n?|\n", self.text))]

    def edits(self) -> Iterator[Edit]:
        move = self.move

        def substitution(text: str) -> str:
            return rewritten(self.docname, text, markdown.read(text, move.extensions), move)

        yield from front_matter.edits(self.text, move.kind, move.slug, move.new_slug, substitution)
        for each in self.prose.references:
            if (each.target.kind, each.target.slug) == (self.move.kind, self.move.slug):
                yield from self._slug((each.line, each.column), each.target.slug)
        for element in self.elements:
            if isinstance(element, Role):
                means = self.move.by_slug if element.has_text else self.move.by_title
                yield from self._role(element.name, element.named, element.target, element.place, means=means)
            elif isinstance(element, Link):
                means = self.move.by_slug if element.has_text else self.move.by_title
                yield from self._link(element.place, element.target, means=means)
            elif isinstance(element, Directive):
                yield from self._directive(element)

    def _directive(self, directive: Directive) -> Iterator[Edit]:
        """What a directive names by path: in its argument, in its option ``link``, or in its content."""
        options = {option.name: option.value for option in directive.options}
        if directive.name in OF_FILES:
            yield from self._target(directive.argument, is_page=False)
        elif directive.name == "button-ref":
            yield from self._reference(directive.argument, options.get("ref-type", "any"))
        for option in directive.options:
            if option.value and (start := option.written.text.find(option.value)) >= 0:
                value = option.written.cut(start, start + len(option.value))
                if option.name == "link":
                    yield from self._reference(value, options.get("link-type", "url"))
                elif option.name in FILE_OPTIONS:
                    yield from self._path(value.place(0), option.value, is_page=option.name == "target")
        if directive.name == "toctree":
            for number in range(len(directive.body.lines)):
                yield from self._target(directive.body[number : number + 1], is_page=True, is_pattern=True)

    def _target(self, line: Excerpt, *, is_page: bool, is_pattern: bool = False) -> Iterator[Edit]:
        """What a line names: all of it, or what stands in angle brackets behind a text."""
        titled = TITLED.fullmatch(line.text)
        target = titled["target"] if titled else line.text.strip()
        if target:
            place = line.place(line.text.rindex(target))
            yield from self._path(place, target, is_page=is_page, is_pattern=is_pattern)

    def _reference(self, target: Excerpt, kind: str) -> Iterator[Edit]:
        """What a card or a button leads to: a page's path, or a name, as it says of what *kind* that is."""
        text = target.text.strip()
        place = target.place(target.text.find(text))
        if kind in {"any", "myst"} and text == self.move.slug and self.move.by_slug:
            start = self._offset(place)
            new = self.move.new_slug if self.move.to_slug else f"/{self.move.new}"
            yield start, start + len(text), new
        elif text:
            yield from self._path(place, text, is_page=True)

    def _role(self, role: str, named: Place, target: str, place: Place, *, means: bool) -> Iterator[Edit]:
        """The roles that refer to pages by path, and the one that says no kind.

        :param means: whether the slug alone means the page.
        """
        if role in {"doc", "download"}:
            yield from self._path(place, target, is_page=role == "doc")
        elif role == "any" or role.startswith("bdg-ref"):
            slugs = list(self._slug(place, target)) if means else []
            if slugs and not self.move.to_slug:
                start, new = self._offset(named), str(self.move.kind)
                # A badge's role cannot say the kind.
                slugs = slugs if role == "any" else [(*slugs[0][:2], f"/{self.move.new}")]
                yield from [(start, start + len(role), new)] if role == "any" else []
            yield from slugs or self._path(place, target, is_page=True)

    def _slug(self, place: Place, target: str) -> Iterator[Edit]:
        if target == self.move.slug:
            start = self._offset(place)
            yield start, start + len(target), self.move.new_slug

    def _link(self, place: Place, target: str, *, means: bool) -> Iterator[Edit]:
        """The destination of a link: a file, a page, or in MyST any name.

        :param means: whether the slug alone means the page.
        """
        start, plain = self._offset(place), unescapeAll(target)
        if plain != target and self.text.startswith(target, start):
            for at, end, new in self._link(place, plain, means=means):
                after = plain[: at - start] + new + plain[end - start :]
                yield start, start + len(target), _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", after)
            return
        scheme = _SCHEME.match(target)
        if scheme and scheme["scheme"] not in _OWN_SCHEMES:
            return
        (line, column), target = place, target[scheme.end() :] if scheme else target
        place = line, column + (scheme.end() if scheme else 0)
        if unquote(target.removeprefix("#")) == self.move.slug and self.move.kind:
            own = target.startswith("#") and any(of_heading(each) == self.move.slug for each in self.prose.headings)
            if means and not own and not self.move.exists(target):
                hashed = "#" if target.startswith("#") else ""
                new = f"{hashed}{self.move.new_slug}" if self.move.to_slug else f"/{self.move.new}.md"
                start = self._offset(place)
                yield start, start + len(target), new
                return
        path, prefix = target.partition("#")[0], self.inclusion.prefix if self.inclusion else ""
        if prefix and path.startswith(prefix) and self.inclusion:
            place = place[0], place[1] + len(prefix)
            yield from self._path(place, path.removeprefix(prefix), is_page=True, base=self.inclusion.base)
        elif path:
            yield from self._path(place, path, is_page=True)

    def _path(
        self, place: Place, path: str, *, is_page: bool, is_pattern: bool = False, base: str | None = None
    ) -> Iterator[Edit]:
        """A path that leads to the page that moves, or, on that page, to anything from the folder that it leaves.

        :param is_pattern: whether it may stand for several pages.
        :param base: the folder from which it leads before and after; those of the page where None.
        """
        folder, new_folder = (self.folder, self.new_folder) if base is None else (base, base)
        plain = unquote(path)
        absolute = plain.startswith("/")
        found = posixpath.normpath(plain[1:] if absolute else posixpath.join(folder, plain))
        suffix = ".md" if found.endswith(".md") else ""
        if found == f"{self.move.old}.md" or (is_page and found == self.move.old):
            target = self.move.new + suffix
        elif (
            not absolute
            and folder != new_folder
            and (any(map(self.move.exists, (found, f"{found}.md"))) or (is_pattern and re.search(r"[*?\[]", found)))
        ):
            target = found
        else:
            return
        if folder == new_folder and posixpath.dirname(found) == posixpath.dirname(target):
            # As it was written, but for the name.
            new = plain[: plain.rfind("/") + 1] + posixpath.basename(target)
        else:
            new = f"/{target}" if absolute else posixpath.relpath(target, new_folder or ".")
        start = self._offset(place)
        yield start, start + len(path), quote(new) if "%" in path else new

    def _offset(self, place: Place) -> int:
        line, column = place
        return self.starts[line - 1] + column - 1
