"""Begins the site of a career: configuration, first pages, and an example of what pages say."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from portfolio.i18n.translation import Language
from portfolio.model.entries import slugify

from .files import Refused, next_steps, write_all
from .site import index_page, project_files, section_page, template, timeline_page

EXAMPLES = {
    "employer": "employers/example-gardens",
    "project": "projects/example-atlas",
    "skill": "skills/drawing",
}
"""The pages that show by example what to write, by kind."""


def new(name: str, folder: Path | None, *, language: str) -> int:
    """Write the files of a new site, print their names and the next commands.

    :param name: of the person whose career it is.
    :param folder: where to; if None, a new folder here, named by the name.
    :param language: the code of the language that the site is written in.
    :returns: 0, or 2 where a file stands in the way or cannot be written, and none is.
    """
    folder = folder or Path(slugify(name) or "portfolio")
    try:
        written = write_all(folder, files(name, language))
    except Refused as error:
        print(error, file=sys.stderr)
        return 2
    print(*written, *next_steps(folder), sep="\n")
    return 0


def files(name: str, language: str) -> Mapping[str, str]:
    """The files of a new site, by path."""
    words = Language.of(language)
    pages = {"docs/index.md": index_page({"name": name}, "", [*EXAMPLES], words, template("person.yaml"))}
    pages["docs/timeline.md"] = timeline_page(words)
    for kind, example in EXAMPLES.items():
        pages |= section_page(kind, words)
        pages[f"docs/{example}.md"] = template(f"docs/{example}.md")
    return project_files(name, language) | pages
