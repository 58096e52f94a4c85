"""Records a fingerprint of each file that a build wrote, so that the next build writes only what has changed.

The record is kept beside the pickled environment, a file for each builder and output folder, since these can share one
environment. While a build writes, the record marks all files as possibly half written: a build that follows an
interrupted one writes them again.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Set
from pathlib import Path

_UNKNOWN = ""
"""In place of a fingerprint: the file may be half written."""
_WHOLE = "whole"
"""In place of a fingerprint, where none is compared."""


class Record:
    """What one builder wrote into one output folder: a fingerprint by docname, or by file name.

    :ivar before: the fingerprints as the last build left them.
    """

    def __init__(self, doctrees: Path, builder: str, output: Path) -> None:
        self._path = record_file(doctrees, builder, output)
        self._output = output
        self._now: dict[str, str] = {}
        self._kept: dict[str, str] = {}
        try:
            before = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            before = None
        self.before: dict[str, str] = before if isinstance(before, dict) else {}

    def stale(self, fingerprints: Mapping[str, str]) -> list[str]:
        """The pages whose fingerprint differs from when they were last written."""
        return sorted(docname for docname, each in fingerprints.items() if self.before.get(docname) != each)

    def gone(self, fingerprints: Collection[str]) -> list[str]:
        """The pages that an earlier build wrote and that are no longer among these."""
        return sorted(docname for docname in self.before if docname not in fingerprints)

    def begin(self, fingerprints: Mapping[str, str], due: Container[str] = ()) -> None:
        """Mark every page as possibly half written. Those that are gone stay until :meth:`finish`.

        :param due: the pages to write, which are not whole until they are written, as they were before or anew.
        """
        self._now = {**fingerprints}
        self._kept = {docname: each for docname, each in self.before.items() if docname not in due}
        save(self._path, dict.fromkeys([*self.before, *fingerprints], _UNKNOWN))

    def finish(self, written: Container[str], again: Set[str] = frozenset()) -> None:
        """Save the fingerprints of the pages *written* in this build, and of those not due as they were before.

        A build can be asked for some pages only, and leaves others stale.

        :param again: pages that the next build is to write in any case.
        """
        now = {
            docname: fingerprint if docname in written else self._kept.get(docname, _UNKNOWN)
            for docname, fingerprint in self._now.items()
        }
        save(self._path, now | dict.fromkeys(now.keys() & again, _UNKNOWN))

    def write(self, files: Mapping[str, bytes], removable: Callable[[Path], bool] = Path.is_file) -> None:
        """Write *files* that differ, and delete those of the last build that are gone if they are *removable*."""
        self.begin(dict.fromkeys(files, _WHOLE))
        gone = (self._output / name for name in self.gone(files))
        remove((file for file in gone if removable(file)), self._output)
        for name, data in files.items():
            write_if_changed(self._output / name, data)
        self.finish(files)


def record_file(doctrees: Path, name: str, output: Path) -> Path:
    """Where a record of that *name* is kept for an output folder."""
    return doctrees / f"portfolio-{name}-{zlib.crc32(_way(doctrees, output).encode()):08x}.json"


def save(path: Path, data: object) -> None:
    """Replace a record as a whole, so that a killed build does not leave half of it."""
    half = path.with_suffix(".half")
    half.write_text(json.dumps(data), "utf-8")
    half.replace(path)


def _way(doctrees: Path, output: Path) -> str:
    """How one folder leads to the other, which stays when both move; on another drive of Windows nothing does."""
    try:
        return Path(os.path.relpath(output, doctrees)).as_posix()
    except ValueError:
        return output.as_posix()


def remove(files: Iterable[Path], home: Path) -> None:
    """Delete *files*, and the folders below *home* that this leaves empty."""
    for file in files:
        file.unlink(missing_ok=True)
        folder = file.parent
        while folder != home and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def write_if_changed(file: Path, data: bytes) -> None:
    """Write a file and the folders above it, unless it holds *data* already."""
    if not file.is_file() or file.read_bytes() != data:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
