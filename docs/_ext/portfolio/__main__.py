"""The checker: ``python -m portfolio docs/`` reads all pages without building and tells every problem."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from . import diagnostics
from .career import build_day
from .check import check
from .source import career_as_written, decode, read


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the pages below a folder and print what is wrong.

    :returns: 0 where there is no error, 1 where there is one, 2 where it was asked for what cannot be.
    """
    parser = argparse.ArgumentParser("portfolio", description="Check a portfolio's pages without building them.")
    parser.add_argument("folder", type=Path, help="where the pages are")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="for people or for tools")
    parser.add_argument("--stale-after", type=int, metavar="YEARS", help="tell skills without newer evidence")
    options = parser.parse_args(arguments)
    if not options.folder.is_dir():
        print(f"{options.folder}: there is no such folder; name the one that holds the pages", file=sys.stderr)
        return 2
    paths = pages(options.folder)
    try:
        today = build_day(os.environ)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    sources = [read(docname, path.read_bytes()) for docname, path in paths.items()]
    found = check(sources, career=career_as_written(sources, today), stale_after=options.stale_after)
    if options.format == "json":
        print(diagnostics.as_json((str(paths[docname]), problem) for docname, problem in found))
    else:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        for docname, problem in found:
            lines = decode(paths[docname].read_bytes())[0].splitlines()
            print(diagnostics.as_text(str(paths[docname]), problem, lines, colour=colour))
    errors = sum(problem.severity == "error" for _, problem in found)
    print(f"{len(paths)} pages, {errors} errors, {len(found) - errors} notices", file=sys.stderr)
    return 1 if errors else 0


def pages(folder: Path) -> dict[str, Path]:
    """The Markdown files below *folder* by docname, but for what begins with ``.`` or ``_``."""
    found = {}
    for home, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(("_", ".")))
        for name in sorted(files):
            if name.endswith(".md") and not name.startswith(("_", ".")):
                path = Path(home, name)
                found[path.relative_to(folder).with_suffix("").as_posix()] = path
    return found


if __name__ == "__main__":
    sys.exit(main())
