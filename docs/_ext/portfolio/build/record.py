"""The record of what each page held when it was last written, of its own and of other pages.

It stands beside the pickled environment, a file for each builder and output folder, which can share one environment.
While pages are being written it vouches for none, so that a build that did not finish is made good by the next.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

_UNKNOWN = ""
"""In place of a digest: the page may have been written, wholly or in part."""


class Record:
    """What one builder wrote into one output folder: by docname, a digest of all that the page was made from.

    :ivar before: as it was when the last build ended.
    """

    def __init__(self, doctrees: Path, builder: str, output: Path) -> None:
        self._path = doctrees / f"portfolio-{builder}-{zlib.crc32(str(output).encode()):08x}.json"
        self._now: dict[str, str] = {}
        self._written: set[str] = set()
        try:
            self.before: dict[str, str] = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            self.before = {}

    def begin(self, digests: Mapping[str, str]) -> None:
        """Vouch for no page any more; those that are gone are still known, until their files are gone too."""
        self._now = {**digests}
        self._keep(dict.fromkeys([*self.before, *digests], _UNKNOWN))

    def stale(self) -> list[str]:
        """The pages that are made from something else than when they were last written."""
        return sorted(docname for docname, digest in self._now.items() if self.before.get(docname) != digest)

    def gone(self) -> list[str]:
        """The pages that were written once and are no more."""
        return sorted(self.before.keys() - self._now.keys())

    def note_written(self, docname: str) -> None:
        """Take down that this build writes the page; one that was asked for some pages only leaves others stale."""
        self._written.add(docname)

    def finish(self) -> None:
        """Vouch for what was written in this build, and for the rest as before."""
        self._keep(
            {
                docname: digest if docname in self._written else self.before.get(docname, _UNKNOWN)
                for docname, digest in self._now.items()
            }
        )

    def _keep(self, digests: Mapping[str, str]) -> None:
        """Write the file, whole or not at all."""
        half = self._path.with_suffix(".half")
        half.write_text(json.dumps(digests), "utf-8")
        half.replace(self._path)


def remove(files: Iterable[Path], home: Path) -> None:
    """Delete *files*, and the folders below *home* that this leaves empty."""
    for file in files:
        file.unlink(missing_ok=True)
        folder = file.parent
        while folder != home and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def remove_half_written(output: Path) -> None:
    """Delete what stops every later build after one that was killed while it wrote: a ``.buildinfo`` without an end."""
    info = output / ".buildinfo"
    if info.is_file() and info.read_bytes().count(b"\n") != 4:
        info.unlink()
