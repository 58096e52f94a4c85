"""Writes new files, all or none, and never over another."""

from __future__ import annotations

import shlex
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path


class Refused(Exception):  # noqa: N818  it is an answer, not a failure
    """Why nothing is written, and what to do about it."""


def reason(error: OSError) -> str:
    """What is wrong, after the file with which it is, where Python knows that: not of a disk that is full."""
    return ": ".join(str(part) for part in (error.filename, error.strerror) if part)


def write_all(folder: Path, files: Mapping[str, str | bytes]) -> list[Path]:
    """Write *files*, texts and data by path below *folder*, in the order of their paths.

    :returns: the paths.
    :raises Refused: where one of them exists, or cannot be written; then none is.
    """
    paths = {folder / name: content for name, content in sorted(files.items())}
    try:
        with ExitStack() as undo:
            for path, content in paths.items():
                for parent in reversed([each for each in path.parents if not each.exists()]):
                    parent.mkdir()
                    undo.callback(parent.rmdir)
                with path.open("xb") as file:
                    undo.callback(path.unlink)
                    file.write(content.encode() if isinstance(content, str) else content)
            undo.pop_all()
    except FileExistsError as error:
        raise Refused(f"{error.filename} is there already; name a new folder; nothing was written") from error
    except NotADirectoryError as error:
        raise Refused(f"a file is in the way of the folder {folder}; name a new folder; nothing was written") from error
    except OSError as error:
        raise Refused(f"{reason(error)}; nothing was written") from error
    return [*paths]


def next_steps(folder: Path) -> Iterator[str]:
    """The commands that build the site in *folder* and show it, a line each."""
    python = shlex.quote(sys.executable)
    build = "sphinx-build" if shutil.which("sphinx-build") else f"{python} -m sphinx"
    docs, site = (shlex.quote(str(folder / name)) for name in ("docs", "docs/_build/html"))
    yield f"\nBuild it:  {build} -W -n {docs} {site}"
    yield f"Open it:   {folder / 'docs/_build/html/index.html'}"
    yield f"Write:     {folder / 'docs'}; portfolio check {docs} finds mistakes in a moment"
