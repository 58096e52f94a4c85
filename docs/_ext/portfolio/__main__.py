"""The checker: ``python -m portfolio docs/`` reads all pages without building and tells every problem.

``python -m portfolio --schema FOLDER`` writes what editors need to tell the most of them: a JSON Schema for each kind.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from . import diagnostics
from .career import build_day
from .check import check
from .model import KINDS
from .schema import json_schema
from .source import career_as_written, decode, read


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the pages below a folder and print what is wrong.

    :returns: 0 where there is no error, 1 where there is one, 2 where it was asked for what cannot be.
    """
    parser = argparse.ArgumentParser("portfolio", description="Check a portfolio's pages without building them.")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("folder", type=Path, nargs="?", help="where the pages are")
    what.add_argument("--schema", type=Path, metavar="FOLDER", help="write each kind's JSON Schema there instead")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="for people or for tools")
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


def write_schemas(folder: Path) -> None:
    """Write the JSON Schema of each kind's front matter into *folder*, and print where."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        path = folder / f"{kind}.json"
        path.write_text(json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n", "utf-8", newline="\n")
        print(path)


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
