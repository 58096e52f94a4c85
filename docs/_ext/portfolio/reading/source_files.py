"""Reads files, whatever stands in their place, and finds those beside the pages."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from .problems import Problem, Topic


def find(folder: Path, names: Iterable[str]) -> dict[str, Path]:
    """Those of *names* that are in a *folder*: files, or what else is there, links that lead nowhere among them."""
    return {name: folder / name for name in names if os.path.lexists(folder / name)}


def content(path: Path) -> bytes:
    """What a file holds.

    :raises OSError: where it cannot be read, is none, or would be waited for, as a pipe is.
    """
    if os.path.lexists(path) and not path.is_file():
        what = "this is a folder" if path.is_dir() else "this is not a file"
        raise OSError(errno.EINVAL, what if path.exists() else "this link leads nowhere", str(path))
    return path.read_bytes()


def read(paths: Mapping[str, Path], topic: Topic) -> tuple[dict[str, bytes], list[tuple[str, Problem]]]:
    """What files hold, by name, and what is wrong with those that cannot be read.

    :param topic: that of the problems.
    """
    found, problems = dict[str, bytes](), list[tuple[str, Problem]]()
    for name, path in paths.items():
        try:
            found[name] = content(path)
        except OSError as error:
            message = f"{error.strerror}; put a file in its place, or remove it"
            problems.append((name, Problem(line=1, column=1, message=message, topic=topic)))
    return found, problems
