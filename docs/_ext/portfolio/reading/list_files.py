"""Finds and reads the files beside the pages, whatever stands in their place."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from .problems import Problem, Topic


def find(folder: Path, names: Iterable[str]) -> dict[str, Path]:
    """Those of *names* that are in a *folder*: files, or what else is there, links that lead nowhere among them."""
    return {name: folder / name for name in names if os.path.lexists(folder / name)}


def read(paths: Mapping[str, Path], topic: Topic) -> tuple[dict[str, bytes], list[tuple[str, Problem]]]:
    """What files hold, by name, and what is wrong with those that cannot be read, or would be waited for.

    :param topic: that of the problems.
    """
    found, problems = dict[str, bytes](), list[tuple[str, Problem]]()
    for name, path in paths.items():
        try:
            data, reason = (path.read_bytes(), "") if path.is_file() else (b"", _kind(path))
        except OSError as error:
            data, reason = b"", f"this cannot be read: {error.strerror}"
        if reason:
            message = f"{reason}; put a file in its place, or remove it"
            problems.append((name, Problem(line=1, column=1, message=message, topic=topic)))
        else:
            found[name] = data
    return found, problems


def _kind(path: Path) -> str:
    """What stands where a file should."""
    if path.is_dir():
        return "this is a folder"
    return "this is not a file" if path.exists() else "this link leads nowhere"
