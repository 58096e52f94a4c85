"""The checker: ``python -m portfolio docs/`` reads all pages without building and tells every problem.

``python -m portfolio --schema FOLDER`` writes what editors need to tell the most of them: a JSON Schema for each kind.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from . import diagnostics
from .career import build_day
from .check import check
from .markdown import lines
from .model import KINDS
from .schema import json_schema
from .source import career_as_written, decode, read

_NO_PAGES = {"_build", "_ext", "_static", "_templates", "_sources", "__pycache__", "node_modules"}


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
    paths = pages(options.folder, options.exclude)
    try:
        today = build_day(os.environ)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    texts, sources, unread = {}, [], 0
    for docname, path in paths.items():
        try:
            data = path.read_bytes()
        except OSError as error:
            print(f"{path}: error: {error.strerror}; mend the file, or remove it", file=sys.stderr)
            unread += 1
            continue
        texts[docname] = decode(data)[0]
        sources.append(read(docname, data))
    found = check(sources, career=career_as_written(sources, today), stale_after=options.stale_after)
    if options.format == "json":
        print(diagnostics.as_json((str(paths[docname]), problem) for docname, problem in found))
    else:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        for docname, problem in found:
            text = diagnostics.as_text(str(paths[docname]), problem, lines(texts[docname]), colour=colour)
            print(text)
    notices = sum(problem.severity == "notice" for _, problem in found)
    errors = unread + len(found) - notices
    print(f"{len(paths)} pages, {errors} errors, {notices} notices", file=sys.stderr)
    return 1 if errors else 0


def write_schemas(folder: Path) -> None:
    """Write the JSON Schema of each kind's front matter into *folder*, and print where."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        path = folder / f"{kind}.json"
        path.write_text(json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n", "utf-8", newline="\n")
        print(path)


def pages(folder: Path, exclude: Sequence[str] = ()) -> dict[str, Path]:
    """The Markdown files below *folder* by docname, as Sphinx finds them where its configuration is the usual one.

    :param exclude: patterns of paths below *folder* to leave out, as in Sphinx's ``exclude_patterns``.
    """
    found = {}
    for home, folders, files in os.walk(folder, followlinks=True):
        folders[:] = sorted(name for name in folders if name not in _NO_PAGES and not name.startswith("."))
        for name in sorted(files):
            path = Path(home, name)
            below = path.relative_to(folder).as_posix()
            if name.endswith(".md") and not name.startswith(".#") and not any(fnmatch(below, each) for each in exclude):
                found[below.removesuffix(".md")] = path
    return found


if __name__ == "__main__":
    sys.exit(main())
