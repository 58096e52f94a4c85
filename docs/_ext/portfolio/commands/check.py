"""Checks all pages of a folder and prints their problems."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from portfolio.reading import problems
from portfolio.reading.markdown import lines
from portfolio.reading.page_source import decode
from portfolio.reading.source_files import content

from . import journal
from .folder import Pages, find, find_lists, settings


def check(
    folder: Path, *, today: dt.date, exclude: Sequence[str] = (), stale_after: int | None = None, as_json: bool = False
) -> int:
    """Print what is wrong with the pages below *folder*, and how many errors and notices there are.

    A rename that was interrupted is finished first, and one that is at work is waited for.

    :param exclude: patterns of pages to leave out.
    :param stale_after: years after which a skill without newer evidence is worth a notice; never where None.
    :returns: 0 where there is no error, else 1.
    """
    try:
        with journal.alone(folder):
            for line in journal.finish(folder):
                print(line, file=sys.stderr)
            pages, paths, unread = read(folder, exclude)
    except OSError as error:
        print(f"{error.filename or folder}: error: {error.strerror}", file=sys.stderr)
        if (folder / journal.JOURNAL).exists():
            print("an interrupted rename is still to be finished", file=sys.stderr)
        return 1
    if len(paths) == len(pages.lists):
        print(f"{folder}: error: there is no page here; name the folder that holds the pages", file=sys.stderr)
        return 1
    found = pages.problems(today, stale_after, lambda name: (folder / name).is_file())
    if as_json:
        print(problems.as_json((str(paths[name]), problem) for name, problem in found))
    else:
        color = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        for name, on_one in groupby(found, lambda each: each[0]):
            rows = lines(decode(pages.lists[name] if name in pages.lists else pages.files[name])[0])
            for _, problem in on_one:
                print(problems.as_text(str(paths[name]), problem, rows, color=color))
    notices = sum(problem.severity == "notice" for _, problem in found)
    errors = unread + len(found) - notices
    print(f"{len(paths) - len(pages.lists)} pages, {errors} errors, {notices} notices", file=sys.stderr)
    return 1 if errors else 0


def read(folder: Path, exclude: Sequence[str] = ()) -> tuple[Pages, dict[str, Path], int]:
    """Read all pages below *folder* and the lists beside them, and say which files cannot be read.

    :returns: the pages, the path of each page and list by name, and the number of files that cannot be read.
    :raises OSError: where there is no end to the folders.
    """
    paths, lists = find(folder, exclude), find_lists(folder)
    found: dict[str, bytes] = {}
    for name, path in {**paths, **lists}.items():
        try:
            found[name] = content(path)
        except OSError as error:
            print(f"{path}: error: {error.strerror}; fix the file, or remove it", file=sys.stderr)
    pages = Pages(
        files={name: data for name, data in found.items() if name in paths},
        lists={name: data for name, data in found.items() if name in lists},
        others=paths.keys() - found.keys(),
        **settings(folder),
    )
    return pages, paths | {name: lists[name] for name in pages.lists}, len(paths) + len(lists) - len(found)
