"""The checker: ``python -m portfolio docs/`` reads all pages without building and tells every problem.

``python -m portfolio --schema FOLDER`` writes what editors need to tell the most of them: a JSON Schema for each kind.
``python -m portfolio docs/ --rename OLD NEW`` gives a page another name, everywhere.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from .commands.folder import Pages, find
from .commands.rename import Refused, carry_out, plan
from .model.dates import build_day
from .model.kinds import SUBJECTS
from .permalinks.ledger import PERMALINKS, REDIRECTS
from .reading import problems, variant_files
from .reading.markdown import lines
from .reading.page_source import decode
from .reading.schema import json_schema


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the pages below a folder and print what is wrong.

    :returns: 0 where there is no error, 1 where there is one, 2 where it was asked for what cannot be.
    """
    parser = argparse.ArgumentParser("portfolio", description="Check a portfolio's pages without building them.")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("folder", type=Path, nargs="?", help="where the pages are")
    what.add_argument("--schema", type=Path, metavar="FOLDER", help="write each kind's JSON Schema there instead")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="for people or for tools")
    parser.add_argument("--exclude", action="append", default=[], metavar="PATTERN", help="leave these pages out")
    parser.add_argument("--stale-after", type=int, metavar="YEARS", help="tell skills without newer evidence")
    parser.add_argument("--rename", nargs=2, metavar=("OLD", "NEW"), help="give a page another name, everywhere")
    options = parser.parse_args(arguments)
    if options.schema:
        try:
            write_schemas(options.schema)
        except OSError as error:
            print(f"{error.filename}: {error.strerror}; name a folder that can be written to", file=sys.stderr)
            return 2
        return 0
    if not options.folder.is_dir():
        print(f"{options.folder}: there is no such folder; name the one that holds the pages", file=sys.stderr)
        return 2
    paths = find(options.folder, options.exclude)
    try:
        today = build_day(os.environ)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    if options.rename:
        return rename_page(options.folder, *options.rename, today=today, exclude=options.exclude)
    site, unread = read_all(options.folder, paths)
    found = site.problems(today, options.stale_after)
    texts = {name: decode(data)[0] for name, data in {**site.files, **site.lists}.items()}
    paths |= {name: options.folder / name for name in site.lists}
    if options.format == "json":
        print(problems.as_json((str(paths[docname]), problem) for docname, problem in found))
    else:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        for docname, problem in found:
            text = problems.as_text(str(paths[docname]), problem, lines(texts[docname]), colour=colour)
            print(text)
    notices = sum(problem.severity == "notice" for _, problem in found)
    errors = unread + len(found) - notices
    print(f"{len(paths) - len(site.lists)} pages, {errors} errors, {notices} notices", file=sys.stderr)
    return 1 if errors else 0


def read_all(folder: Path, paths: Mapping[str, Path]) -> tuple[Pages, int]:
    """The pages at *paths*, by docname, and what else *folder* holds of ours; and how many of them cannot be read."""
    lists = {name: path for name in (PERMALINKS, REDIRECTS) if (path := folder / name).exists()}
    lists |= variant_files.find(folder)
    found: dict[str, bytes] = {}
    for name, path in {**paths, **lists}.items():
        try:
            found[name] = path.read_bytes()
        except OSError as error:
            print(f"{path}: error: {error.strerror}; mend the file, or remove it", file=sys.stderr)
    unread = paths.keys() - found.keys()
    pages = {name: data for name, data in found.items() if name in paths}
    site = Pages(files=pages, lists={name: found[name] for name in lists if name in found}, others=unread)
    return site, len(paths) + len(lists) - len(found)


def rename_page(folder: Path, old: str, new: str, *, today: dt.date, exclude: Sequence[str]) -> int:
    """Give the page *old* below *folder* the name *new*, and print what was done, or why it was not.

    :returns: 0 where it was done, 1 where not, and the files are as they were.
    """
    try:
        done = plan(folder, old, new, today=today, exclude=exclude)
        carry_out(done)
    except Refused as error:
        print(f"{error}\nnothing was changed", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename}: {error.strerror}; nothing was changed", file=sys.stderr)
        return 1
    print(f"{done.old} -> {done.new}")
    for path in sorted(done.texts.keys() - {done.new}):
        print(path)
    for notice in done.notices:
        print(f"note: {notice}", file=sys.stderr)
    return 0


def write_schemas(folder: Path) -> None:
    """Write the JSON Schema of the front matter of each kind, and of the person, into *folder*, and print where."""
    folder.mkdir(parents=True, exist_ok=True)
    for subject in SUBJECTS:
        path = folder / f"{subject}.json"
        path.write_text(json.dumps(json_schema(subject), ensure_ascii=False, indent=2) + "\n", "utf-8", newline="\n")
        print(path)


if __name__ == "__main__":
    sys.exit(main())
