"""Finds what a page's Markdown says of entries: roles, the listings of this package's directives, and headings.

What other files bring in is seen by a build alone.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from markdown_it.common.utils import unescapeAll

from portfolio.model.entries import SLUG, Key
from portfolio.model.kinds import KINDS

from . import markdown
from .directive_options import OPTIONS
from .elements import Directive, Element, Heading, Label, Link, Role
from .markdown_rules import EXTENSIONS
from .yaml_nodes import Place

_LISTED = {"at": "employer", "skill": "skill", "skills": "skill"}
_TITLED = {*KINDS, "any", "doc", "eq", "numref", "ref"}
"""Roles that without a text of their own show title or number of what they lead to, in other sites too."""
_INCLUSIONS = {"include", "literalinclude"}
_FILES = {"diff", "file"}
"""Options of directives that bring in files."""
_WORD = re.compile(r"[^\s,'\"]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A place that names an entry.

    :ivar line: from 1.
    :ivar column: that of the slug, from 1.
    :ivar heading: that of the section, empty above the first.
    :ivar in_prose: whether a role in the text names it; otherwise it is a directive's option or content.
    """

    target: Key
    line: int
    column: int
    heading: str = ""
    in_prose: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """What stands below a page's front matter.

    :ivar references: in the order of the text.
    :ivar headings: their texts, without markup.
    :ivar listings: this package's directives.
    :ivar bare: where references in headings stand that show another page's or place's title.
    :ivar files: the files that it has copied for downloads, or brings in, by their paths as they are written.
    :ivar labels: the names that the author gave to places, as Sphinx has them, each with whether references without a
        text can lead there.
    """

    references: tuple[Reference, ...] = ()
    headings: tuple[str, ...] = ()
    listings: tuple[Directive, ...] = ()
    bare: tuple[Place, ...] = ()
    files: tuple[tuple[str, Place], ...] = ()
    labels: Mapping[str, bool] = field(default_factory=dict)


def read(text: str, extensions: frozenset[str] = EXTENSIONS) -> Prose:
    """What the Markdown *text* says; front matter is passed over.

    :param extensions: those of MyST that are on.
    """
    return of(markdown.read(text, extensions))


def of(elements: Iterable[Element]) -> Prose:
    """What the *elements* of a page say, in their order."""
    references: list[Reference] = []
    headings: list[str] = []
    listings: list[Directive] = []
    bare: list[Place] = []
    files: list[tuple[str, Place]] = []
    labels: dict[str, bool] = {}
    section = ""
    for each in elements:
        files += _files(each)
        if isinstance(each, Link | Role) and each.in_heading and not each.has_text:
            bare += [each.place] if isinstance(each, Link) or each.name.rpartition(":")[2] in _TITLED else []
        if isinstance(each, Label):
            labels[" ".join(each.name.lower().split())] = each.has_title
        if isinstance(each, Heading):
            headings.append(each.text)
            section = each.text if each.is_section else section
        elif isinstance(each, Role) and each.name in KINDS:
            references.append(_reference(each.name, each.target, each.place, section))
        elif isinstance(each, Directive) and each.name in OPTIONS:
            listings.append(each)
            for kind, slug, place in _listed(each):
                references.append(_reference(kind, slug, place, section, in_prose=False))
    return Prose(
        references=tuple(references),
        headings=tuple(headings),
        listings=tuple(listings),
        bare=tuple(bare),
        files=tuple(files),
        labels=labels,
    )


def _files(each: Element) -> Iterator[tuple[str, Place]]:
    if isinstance(each, Role) and each.name == "download":
        yield each.target, each.place
    elif isinstance(each, Link) and (target := unescapeAll(each.target)).startswith("path:"):
        yield unquote(target.removeprefix("path:").partition("#")[0]), each.place
    elif isinstance(each, Directive):
        if each.name in _INCLUSIONS:
            yield each.argument.text.strip(), (each.line, 1)
        yield from ((option.value, option.written.place(0)) for option in each.options if option.name in _FILES)


def file_of(docname: str, path: str) -> str:
    """The path, from the folder of all pages, of a file that a page names by a *path*."""
    return posixpath.normpath(path[1:] if path.startswith("/") else posixpath.join(posixpath.dirname(docname), path))


def _listed(directive: Directive) -> Iterator[tuple[str, str, Place]]:
    """The slugs in the options and the content of a listing, by kind and place."""
    for option in directive.options:
        if option.name in _LISTED and option.value:
            for word in _WORD.finditer(option.written.text):
                if SLUG.fullmatch(word[0]):
                    yield _LISTED[option.name], word[0], option.written.place(word.start())
    kind = next((option.value for option in directive.options if option.name == "kind"), "")
    if kind in KINDS and directive.name == "entries":
        for line in re.finditer(r"\S(?:.*\S)?", directive.body.text):
            yield kind, line[0], directive.body.place(line.start())


def _reference(kind: str, slug: str, place: Place, heading: str, *, in_prose: bool = True) -> Reference:
    line, column = place
    return Reference(target=Key(kind, slug), line=line, column=column, heading=heading, in_prose=in_prose)
