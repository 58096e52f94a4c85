"""Remembers which files builds wrote into an output folder, whoever wrote them: Sphinx, a theme, another extension.

Once a page is hidden, all of them are removed and the site is written again. So nothing that names the page
stays, also where something else changes along with it: the builder, a setting, what an extension draws. A file counts
as long as it has the time at which a build left it; what others put into the folder, or change there, stays.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from portfolio.model.entries import Visibility

from .record import record_file, remove, save

if TYPE_CHECKING:
    from sphinx.builders import Builder


class OutputFiles:
    """The files that builders have written into one output folder.

    :param doctrees: the folder that keeps what is remembered.
    :param output: the output folder, as the build at work finds it.
    :param apart: folders of what a build reads, whose files never count.
    :ivar is_known: whether a build that finished is remembered.
    """

    def __init__(self, doctrees: Path, output: Path, apart: Iterable[Path] = ()) -> None:
        self._path = record_file(doctrees, "output", output)
        self._output = output
        self._apart = frozenset(map(str, [doctrees, *apart]))
        self._found = dict(self._times(output))
        self.is_known = self._path.is_file()
        self._pages, known = _read(self._path)
        self._known = {name: time for name, time in known.items() if self._found.get(name) == time}

    @classmethod
    def of(cls, builder: Builder) -> OutputFiles:
        """Those of the folder of a *builder* that begins."""
        static = (Path(builder.confdir, name).resolve() for name in builder.config.html_static_path)
        read = [Path(builder.srcdir), Path(builder.confdir), *static]
        return cls(Path(builder.doctreedir), Path(builder.outdir), read)

    def gone(self, pages: Mapping[str, Visibility]) -> dict[str, Visibility]:
        """Those of the pages, when a build last finished, that are not among *pages*, or are hidden otherwise there."""
        return {name: seen for name, seen in self._pages.items() if pages.get(name) != seen}

    def remove(self) -> None:
        """Delete the files that builds have written and nobody has changed since."""
        remove((self._output / name for name in self._known), self._output)
        self._found = {name: time for name, time in self._found.items() if name not in self._known}
        self._known = {}

    def finish(self, pages: Mapping[str, Visibility]) -> None:
        """Remember the *pages* that are built, and the files that the build has written, beside those from before.

        Nothing is remembered of a build that does not finish: others may have written there in the meantime.
        """
        now = dict(self._times(self._output))
        before = {name: time for name, time in self._found.items() if name not in self._known}
        files = {name: time for name, time in now.items() if before.get(name) != time}
        save(self._path, {"pages": pages, "files": files})

    def _times(self, folder: str | Path, prefix: str = "") -> Iterator[tuple[str, int]]:
        """When each file below *folder* last changed, by its name; but for hidden ones, such as ``.git``.

        :param prefix: what begins its name.
        """
        if str(folder) in self._apart or not Path(folder).is_dir():
            return
        with os.scandir(folder) as entries:
            for entry in entries:
                name = f"{prefix}{entry.name}"
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    yield from self._times(entry.path, f"{name}/")
                else:
                    yield name, entry.stat(follow_symlinks=False).st_mtime_ns


def _read(path: Path) -> tuple[dict[str, Visibility], dict[str, int]]:
    """The pages and the files that were remembered; none where that is damaged."""
    try:
        found = json.loads(path.read_text("utf-8"))
        return {**found["pages"]}, {name: int(time) for name, time in found["files"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}, {}
