"""Finds the files that pages bring in, tables of cells among them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portfolio.reading import prose
from portfolio.reading.elements import Directive, Element

TITLED = re.compile(r".*\S\s*<(?P<target>[^<>]+)>\s*")
"""A line with a text before its target."""
_RESTRUCTURED = {"rst", "restructuredtext"}
"""Names of its parser."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inclusion:
    """A file that another one brings in.

    :ivar path: below the folder of the pages.
    :ivar is_restructured: whether it is read as reStructuredText, as is what a directive of that brings in.
    :ivar prefix: the beginning of its links that lead from its own folder; from the page's do all where empty
        (https://myst-parser.readthedocs.io/en/latest/faq/index.html#include-a-file-from-outside-the-docs-folder-like-readme-md).
    :ivar base: the folder to which that leads.
    """

    path: str
    is_restructured: bool = False
    prefix: str = ""
    base: str = ""


def inclusions(
    name: str, elements: Iterable[Element], *, is_restructured: bool = False, home: str = "/"
) -> Iterator[Inclusion]:
    """The files that the file *name* with these *elements* brings in.

    :param home: the path of the folder of the pages.
    """
    directives = [each for each in elements if isinstance(each, Directive)]
    rows = {row for each in directives if each.name == "eval-rst" for row, _ in each.body.places}
    for each in directives:
        options = {option.name: option.value for option in each.options}
        if each.name == "csv-table" and (path := options.get("file")):
            yield Inclusion(path=prose.file_of(name, path), is_restructured=is_restructured or each.line in rows)
        elif each.name == "include" and (path := each.argument.text.strip()):
            file, prefix = prose.file_of(name, path), options.get("relative-docs", "")
            yield Inclusion(
                path=file,
                is_restructured=is_restructured or each.line in rows or options.get("parser") in _RESTRUCTURED,
                prefix=prefix,
                base=posixpath.relpath(posixpath.join(home, posixpath.dirname(file), prefix), home),
            )
