"""Imports a file: reads it, decides, checks the pages, and writes all of them or none."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from portfolio.commands.files import Refused, next_steps, write_all
from portfolio.commands.folder import Pages
from portfolio.i18n import wording
from portfolio.i18n.translation import Language, locale
from portfolio.reading import problems
from portfolio.reading.markdown import lines as lines_of
from portfolio.reading.source_files import content
from portfolio.reading.yaml_nodes import Unreadable

from . import json_resume, linkedin, rendercv, samples
from .entries import drafts, named
from .pages import files
from .periods import Rules, are_firsts, periods
from .person import person, photo
from .report import Notes, lines, report_page
from .resume import Resume
from .skills import skills
from .slugs import Slugs
from .tree import Node, decode, from_json, from_yaml

_VALUES = 20_000
"""As many as a file may have: each takes up to a third of a millisecond."""
NO_PLACE = "there is no place for it in front matter"


def import_file(file: Path, folder: Path | None, *, language: str, today: dt.date) -> int:
    """Write the site of the career in *file*, and print what was left out and decided.

    :param folder: where to; if None, a new folder here, named by the file.
    :returns: 0 where all of the file is in the pages; 1 where something was left out, or the file cannot be read and
        nothing is written; 2 where files stand in the way, or there is no such file.
    """
    try:
        data = content(file)
    except OSError as error:
        print(f"{file}: {error.strerror}; name the file to import", file=sys.stderr)
        return 2
    try:
        notes, written = imported(data, file, language, today)
    except Unreadable as error:
        place = f":{error.problem.line}:{error.problem.column}" if error.problem.line else ""
        print(f"{file}{place}: error: {error}; nothing was written", file=sys.stderr)
        return 1
    if found := _errors(written, today):
        print(
            *found,
            f"{file}: error: the pages would have these problems; nothing was written",
            sep="\n",
            file=sys.stderr,
        )
        return 1
    folder = folder or Path(Slugs().add(file.stem, otherwise="portfolio"))
    try:
        paths = write_all(folder, written)
    except Refused as error:
        print(error, file=sys.stderr)
        return 2
    for line in lines(notes.found, file.name):
        print(line, file=sys.stderr)
    left_out = sum(each.left_out for each in notes.found)
    print(f"{folder}: {len(paths)} files; {left_out} values left out, {len(notes.found) - left_out} decided")
    print(*next_steps(folder), sep="\n")
    return 1 if left_out else 0


def imported(data: bytes, file: Path, language: str, today: dt.date) -> tuple[Notes, dict[str, str | bytes]]:
    """The notes and the files of the career in a file's *data*.

    :param file: its path; the suffix gives the format where the content does not, and a photo can lie beside it.
    :raises Unreadable: where it is none of the formats.
    """
    notes = Notes()
    top, resume = read(data, file.name, notes)
    if next(islice(top.leaves(), _VALUES, None), None):
        raise Unreadable(f"the file has more than {_VALUES:,} values; import a part of it")
    words = Language.of(language)
    rules = Rules(today=today, firsts=are_firsts(resume.items))
    own_name = resume.name.text if resume.name else ""
    items = named(resume.items, notes)
    pages = drafts(items, periods(items, rules, notes), own_name, rules, notes)
    skill_pages, claimed = skills(resume.skills, pages, wording.kinds("skill", words), notes)
    picture, beside = photo(resume.photo, file.parent, notes)
    found = person(resume, picture, claimed, locale(language), notes)
    if not re.search(r"\w", found["name"]):
        raise Unreadable("the file names no one; add a name: the site is somebody's", top.line, top.column)
    for leaf in top.leaves():
        if leaf.text and not leaf.taken:
            notes.left_out(leaf, NO_PLACE)
    written = files(found, resume.prose, [*pages, *skill_pages], language, notes)
    written["docs/imported.md"] = report_page(notes.found, file.name, sorted(written))
    return notes, {**written, **beside}


def read(data: bytes, name: str, notes: Notes) -> tuple[Node, Resume]:
    """The values of a file, and what they say of a career.

    :raises Unreadable: where it is none of the formats.
    """
    if data.startswith(b"PK") or name.casefold().endswith(".zip"):
        return linkedin.read(data, notes)
    text = decode(data)
    top = from_yaml(text) if name.casefold().endswith((".yaml", ".yml")) else from_json(text)
    if top.get("cv"):
        return top, rendercv.read(top, notes)
    if not top.pairs:
        raise Unreadable("this is neither JSON Resume nor RenderCV: it has no keys", top.line, top.column)
    samples.leave_out(top, notes)
    return top, json_resume.read(top, notes)


def _errors(written: Mapping[str, str | bytes], today: dt.date) -> list[str]:
    """The problems of pages that would fail a build, as the checker reports them."""
    texts = {path[5:-3]: str(text) for path, text in written.items() if path.endswith(".md")}  # docs/….md
    pages = Pages(files={name: text.encode() for name, text in texts.items()})
    return [
        problems.as_text(f"docs/{name}.md", each, lines_of(texts[name]))
        for name, each in pages.problems(today)
        if each.severity == "error"
    ]
