"""Asks git when files last changed.

Files that differ from the last commit have no date, and in a shallow clone no file has one: its oldest commit contains
every file, whenever that changed.
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path


def modified(folder: Path) -> dict[str, str]:
    """When each file below *folder* was last committed, by its path from there with slashes, in UTC.

    A merge counts for those files only in which it differs from all that it merged. Nothing where there is no git, no
    repository or no commit.
    """
    shallow, _, prefix = "".join(_git(folder, "rev-parse", "--is-shallow-repository", "--show-prefix")).partition("\n")
    if shallow != "false":
        return {}
    log = _git(
        folder, "-c", "log.showSignature=false", "log", "-c", "--full-history", "--format=%ct", "--name-status",
        "--no-renames", "--no-relative", "--no-color", "-z", "--", ".",
    )  # fmt: skip
    status = _git(folder, "status", "--porcelain", "--no-renames", "--untracked-files=no", "-z", "--", ".")
    changed = {part[len("XY ") :] for part in status}
    top = prefix.removesuffix("\n")
    found = {name.removeprefix(top): when for name, when in _newest(log).items() if name not in changed}
    return found if status else {}


def _newest(log: list[str]) -> dict[str, str]:
    """The time of the newest commit that changed each file which is still there, from a log, newest first.

    A number, seconds since 1970, begins a commit; pairs of a change, in letters, and a name follow.
    """
    found: dict[str, str] = {}
    when, parts = "", iter(log)
    for part in map(str.strip, parts):
        if part.isdecimal():
            when = dt.datetime.fromtimestamp(int(part), dt.UTC).isoformat()
        elif part:
            found.setdefault(next(parts), "" if part.startswith("D") else when)
    return {name: when for name, when in found.items() if when}


def _git(folder: Path, *command: str) -> list[str]:
    """What git says, in the parts that it ends with a null byte; nothing where it fails. It writes nothing."""
    try:
        run = subprocess.run(  # noqa: S603  the commands are those above
            ["git", "-C", str(folder), *command],  # noqa: S607  wherever it is
            capture_output=True,
            check=True,
            env=os.environ | {"GIT_OPTIONAL_LOCKS": "0"},
        )
    except (OSError, subprocess.CalledProcessError):
        return []
    return os.fsdecode(run.stdout).removesuffix("\0").split("\0")
