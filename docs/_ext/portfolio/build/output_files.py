"""Remembers which pages builds wrote into an output folder, whoever wrote them: Sphinx, a theme, another extension.

Once a page is hidden, the files of all pages are removed and the site is written again. So nothing that names the page
stays, also where the builder or a setting changes along with it. A file counts if a build created it, and as long as it
has the time at which a build left it: what others put into the folder, or change there, stays.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from sphinx.builders import Builder

from portfolio.model.entries import Visibility

from .record import record_file, remove, save

_PAGE = re.compile(r".*\.(x?html?|fjson|fpickle|md|pot|texi?|txt|xml|pseudoxml|[1-9]\w*)")
"""The names that builders give to pages and indexes. What extensions draw while they read is not drawn again."""


class OutputFiles:
    """The pages that builders have written into one output folder.

    :param builder: the builder that begins.
    :ivar has_sources: whether it is a folder of sources too, where nothing counts.
    :ivar is_known: whether a build is remembered that finished, and whose files are still there.
    """

    def __init__(self, builder: Builder) -> None:
        output = Path(builder.outdir)
        self._path = record_file(Path(builder.doctreedir), "output", output)
        self._output = output
        self._suffix = getattr(builder, "out_suffix", "")
        self.has_sources = any(Path(each).is_relative_to(output) for each in (builder.srcdir, builder.confdir))
        static = (Path(builder.confdir, name).resolve() for name in builder.config.html_static_path)
        self._apart = frozenset(map(str, [builder.doctreedir, *static]))
        self._before = dict(self._times())
        self._pages, self._files = _read(self._path)
        self.is_known = any(self._before.get(name) == time for name, time in self._files.items())

    def gone(self, pages: Mapping[str, Visibility]) -> dict[str, Visibility]:
        """Those of the pages, when a build last finished, that are not among *pages*, or are hidden otherwise there."""
        return {name: seen for name, seen in self._pages.items() if pages.get(name) != seen}

    def remove(self) -> None:
        """Delete what builds have created and nobody has changed since, and begin anew."""
        now = dict(self._times())
        known = [name for name, time in self._files.items() if now.get(name) == time]
        remove((self._output / name for name in known), self._output)
        self._before = {name: time for name, time in self._before.items() if name not in known}
        self._pages = {}

    def finish(self, pages: Mapping[str, Visibility]) -> None:
        """Remember the *pages*, and the files that this build or one before it has created.

        Nothing is remembered of a build that does not finish: others may have written there in the meantime.
        """
        files = {}
        for name, time in self._times():
            known = self._files.get(name)
            is_written = self._before.get(name) != time
            if name not in self._before or (known and (is_written or time == known)):
                files[name] = time
            elif known:  # changed by others, or by a build that did not finish
                files[name] = known
        save(self._path, {"pages": pages, "files": files})

    def _times(self) -> Iterator[tuple[str, int]]:
        """When each page in the folder last changed, by its file's name; but for hidden names, such as ``.git``."""
        for home, folders, names in os.walk(self._output):
            folders[:] = [each for each in folders if each[0] != "." and f"{home}{os.sep}{each}" not in self._apart]
            folder = Path(home).relative_to(self._output)
            for name in names if not self.has_sources else ():
                if name[0] != "." and (_PAGE.fullmatch(name) or (self._suffix and name.endswith(self._suffix))):
                    with suppress(OSError):
                        yield (folder / name).as_posix(), Path(home, name).lstat().st_mtime_ns


def _read(path: Path) -> tuple[dict[str, Visibility], dict[str, int]]:
    """The pages and the files that were remembered; none where that is damaged."""
    try:
        found = json.loads(path.read_text("utf-8"))
        return {**found["pages"]}, {name: int(time) for name, time in found["files"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return {}, {}
