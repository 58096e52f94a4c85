"""Runs the commands.

``python -m portfolio docs/`` checks all pages without building them, ``--rename OLD NEW`` renames a page and all
references to it, and ``python -m portfolio --schema FOLDER`` writes the JSON Schemas of front matter for editors.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from .commands import check, rename, schema
from .model.dates import build_day


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that *arguments* ask for.

    :returns: 0 where all went well, 1 where pages have errors or a page cannot be renamed, 2 where it cannot be run.
    """
    parser = argparse.ArgumentParser("portfolio", description="Check a portfolio's pages without building them.")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("folder", type=Path, nargs="?", help="where the pages are")
    what.add_argument("--schema", type=Path, metavar="FOLDER", help="write the JSON Schema of each kind there instead")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="for people or for tools")
    parser.add_argument("--exclude", action="append", default=[], metavar="PATTERN", help="leave these pages out")
    parser.add_argument("--stale-after", type=int, metavar="YEARS", help="report skills without newer evidence")
    parser.add_argument("--rename", nargs=2, metavar=("OLD", "NEW"), help="rename a page and all references to it")
    options = parser.parse_args(arguments)
    if options.schema:
        return schema.write(options.schema)
    if not options.folder.is_dir():
        print(f"{options.folder}: there is no such folder; name the one that holds the pages", file=sys.stderr)
        return 2
    try:
        today = build_day(os.environ)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    if options.rename:
        return rename.rename(options.folder, *options.rename, today=today, exclude=options.exclude)
    return check.check(
        options.folder,
        today=today,
        exclude=options.exclude,
        stale_after=options.stale_after,
        as_json=options.format == "json",
    )


if __name__ == "__main__":
    sys.exit(main())
