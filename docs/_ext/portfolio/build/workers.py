"""Finds the pages that a build loses: Sphinx's parallel tasks can end without the pages they had, and without a word.

``sphinx.util.parallel.ParallelTasks.add_task`` catches what an earlier task raised, and the end of a process that was
killed; the build goes on. Each process therefore notes here what it has done, in a file that all of them share.
"""

from __future__ import annotations

import json
import os
import tempfile
import traceback
import weakref
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from sphinx.builders import Builder

_BEGUN, _READ, _WRITTEN = "begun", "read", "written"
"""What is noted of a page, beside the reason why it could not be read or written."""


class Workers:
    """What a builder's processes have read and written.

    :param builder: its methods for one page note from now on what they do.
    :ivar is_partial: whether the build is asked for some pages only, as by ``sphinx-build … FILE``.
    """

    def __init__(self, builder: Builder) -> None:
        self._main = os.getpid()
        self._due: set[str] = set()
        # Deleted as soon as it is closed; the processes have it open since before they forked.
        file = tempfile.TemporaryFile()  # noqa: SIM115
        weakref.finalize(self, file.close)
        self._file = file
        self.is_partial = False
        watched: Any = builder
        watched.build_specific = partial(self._build_specific, builder.build_specific)
        watched.read_doc = partial(self._read, builder.read_doc)
        # Sphinx calls this in the main process for each page that it is about to write.
        watched.write_doc_serialized = partial(self._begin, builder.write_doc_serialized)
        watched.write_doc = partial(self._write, builder.write_doc)

    def lost(self) -> str:
        """Names the pages that should have been written and were not, with the reasons; empty where there are none."""
        notes = self._notes()
        begun = self._due | {docname for docname, note in notes.items() if note != _READ}
        return _named("written", notes, {docname for docname in begun if notes.get(docname) != _WRITTEN})

    def unread(self, docnames: Iterable[str]) -> str:
        """Names those of the *docnames* that were not read, with the reasons; empty where there are none."""
        return _named("read", self._notes(), docnames)

    def written(self) -> set[str]:
        """The pages that have been written as a whole."""
        return {docname for docname, note in self._notes().items() if note == _WRITTEN}

    def _build_specific(self, build: Callable[..., None], files: object) -> None:
        self.is_partial = True
        build(files)

    def _read(self, read: Callable[..., None], docname: str, **options: Any) -> None:
        self._note(docname, _BEGUN)
        try:
            read(docname, **options)
        except Exception as error:
            self._note(docname, _reason(error))
            raise
        self._note(docname, _READ)

    def _begin(self, begin: Callable[..., None], docname: str, doctree: object) -> None:
        self._due.add(docname)
        begin(docname, doctree)

    def _write(self, write: Callable[..., None], docname: str, doctree: object) -> None:
        try:
            write(docname, doctree)
        except Exception as error:
            self._note(docname, _reason(error))
            if os.getpid() == self._main:
                raise
        else:
            self._note(docname, _WRITTEN)

    def _note(self, docname: str, note: str) -> None:
        os.write(self._file.fileno(), f"{json.dumps([docname, note])}\n".encode())

    def _notes(self) -> dict[str, str]:
        """The last note of each page."""
        size = os.fstat(self._file.fileno()).st_size
        return dict(map(json.loads, os.pread(self._file.fileno(), size, 0).splitlines()))


def _reason(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    said = " ".join("".join(traceback.format_exception_only(error)).split())
    return f"{said}, in {frame.name} ({frame.filename}:{frame.lineno})"


def _named(done: str, notes: Mapping[str, str], docnames: Iterable[str]) -> str:
    lines = [f"\n  {docname}: {_shown(notes.get(docname, ''))}" for docname in sorted(docnames)]
    return f"portfolio: these pages were not {done}; build again:{''.join(lines)}" if lines else ""


def _shown(note: str) -> str:
    return "its process ended" if note in {"", _BEGUN, _READ} else note
