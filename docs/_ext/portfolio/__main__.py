"""Runs the commands: ``portfolio COMMAND``, or ``python -m portfolio COMMAND``.

A folder in the place of a command is checked: ``portfolio docs``. There ``--rename OLD NEW`` and ``--schema FOLDER``
are still what ``rename`` and ``schema`` are now.
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import os
import re
import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from .model.dates import build_day
from .model.entries import fits_on_line

_CODE = re.compile(r"[a-z]{2,3}([_@.-]\w+)*", re.IGNORECASE | re.ASCII)
"""Such as Sphinx has: de, pt_BR, sr@latin."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that *arguments* ask for; those of the process if None.

    :returns: 0 where all went well, 1 where pages have errors or not all that was asked for could be done, 2 where the
        command cannot be run.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  where it is closed
    if isinstance(sys.stdout, io.TextIOWrapper):  # what a terminal cannot show is no reason to say nothing
        sys.stdout.reconfigure(errors="backslashreplace")
    parser, commands = _parser()
    if words and words[0] not in {*commands, "-h", "--help"}:
        words.insert(0, "check")
    options = parser.parse_args(words)
    try:
        today = build_day(os.environ)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    run: Callable[[argparse.Namespace, dt.date], int] = options.run
    try:
        done = run(options, today)
        sys.stdout.flush()
    except BrokenPipeError:  # who reads has seen enough, and Python's last flush is to go nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:  # as of a disk that is full
        from .commands.files import reason

        print(reason(error), file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 1
    return done


def _parser() -> tuple[argparse.ArgumentParser, Collection[str]]:
    """The parser of all arguments, and the names of the commands."""
    parser = argparse.ArgumentParser("portfolio", description="A career as documentation.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, run: Callable[[argparse.Namespace, dt.date], int], does: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")
        added.set_defaults(run=run)
        return added

    site = command("new", _new, "begin the site of a career")
    site.add_argument("name", type=_name, metavar="NAME", help="whose career it is")
    taken = command("import", _import, "make the site of a career from what another tool has of it")
    taken.add_argument("file", type=Path, metavar="FILE", help="JSON Resume, RenderCV's YAML, or LinkedIn's zip")
    for each in (site, taken):
        each.add_argument(
            "folder", type=Path, nargs="?", metavar="FOLDER", help="where to; by default a new folder here"
        )
        help_ = "what the site is written in, as in de"
        each.add_argument("--language", type=_language, default="en", metavar="CODE", help=help_)
    checked = command("check", _check, "check a portfolio's pages without building them")
    what = checked.add_mutually_exclusive_group(required=True)
    what.add_argument("folder", type=Path, nargs="?", metavar="FOLDER", help="where the pages are")
    what.add_argument("--schema", type=Path, help=argparse.SUPPRESS)
    checked.add_argument("--format", choices=("text", "json"), default="text", help="for people or for tools")
    checked.add_argument("--stale-after", type=int, metavar="YEARS", help="report skills without newer evidence")
    checked.add_argument("--rename", nargs=2, help=argparse.SUPPRESS)
    checked.set_defaults(refuse=checked.error)
    renamed = command("rename", _rename, "rename a page and all references to it")
    renamed.add_argument("folder", type=Path, metavar="FOLDER", help="where the pages are")
    renamed.add_argument("old", metavar="OLD", help="the page, as in projects/weave-flux")
    renamed.add_argument("new", metavar="NEW", help="its new name, as in projects/flux")
    for each in (checked, renamed):
        each.add_argument("--exclude", action="append", default=[], metavar="PATTERN", help="leave these pages out")
    described = command("schema", _schema, "write a JSON Schema of each kind's front matter, for editors")
    described.add_argument("schema", type=Path, metavar="FOLDER", help="where to write them")
    return parser, commands.choices


def _name(text: str) -> str:
    if not re.search(r"\w", text) or not fits_on_line(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a name; write the one that the first page is to have")
    return text


def _language(text: str) -> str:
    if not _CODE.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a language's code; write one such as de, or pt_BR")
    return text


# Each command is imported when it is run: none needs what the others do.


def _new(options: argparse.Namespace, today: dt.date) -> int:
    from .commands import new

    return new.new(options.name, options.folder, language=options.language)


def _import(options: argparse.Namespace, today: dt.date) -> int:
    from .commands.importing import command as importing

    return importing.import_file(options.file, options.folder, language=options.language, today=today)


def _check(options: argparse.Namespace, today: dt.date) -> int:
    if options.schema and options.rename:
        options.refuse("argument --rename: not allowed with argument --schema")
    if options.schema:
        return _schema(options, today)
    if options.rename:
        options.old, options.new = options.rename
        return _rename(options, today)
    if _is_missing(options.folder):
        return 2
    from .commands import check

    return check.check(
        options.folder,
        today=today,
        exclude=options.exclude,
        stale_after=options.stale_after,
        as_json=options.format == "json",
    )


def _rename(options: argparse.Namespace, today: dt.date) -> int:
    if _is_missing(options.folder):
        return 2
    from .commands import rename

    return rename.rename(options.folder, options.old, options.new, today=today, exclude=options.exclude)


def _schema(options: argparse.Namespace, today: dt.date) -> int:
    from .commands import schema

    return schema.write(options.schema)


def _is_missing(folder: Path) -> bool:
    if folder.is_dir():
        return False
    print(f"{folder}: there is no such folder; name the one that holds the pages", file=sys.stderr)
    return True


if __name__ == "__main__":
    sys.exit(main())
