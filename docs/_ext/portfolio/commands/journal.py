"""Makes the changes of a rename together or not at all, also where the command is killed in between.

What is to change is written down first, in a folder beside the pages. While that is there, the next ``rename`` or
``check`` finishes what was begun.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

JOURNAL = ".portfolio-rename"
"""The folder of the journal, which holds nothing that is a page."""
_FILE = "journal.json"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no rename is at work in *folder*, and have others wait; the lock ends with the process that has it."""
    with ExitStack() as stack:
        with suppress(ImportError, OSError):  # Windows and some networks have no such locks
            import fcntl

            handle = os.open(folder, os.O_RDONLY)
            stack.callback(os.close, handle)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def carry_out(folder: Path, old: Path, new: Path, texts: Mapping[Path, bytes]) -> None:
    """Move the file *old* to *new* and write *texts*; where one of it fails, everything is as it was.

    :param folder: that of the pages, in which all these files are.
    :param texts: the new content of files, that of the moved one by its new path.
    :raises OSError: where a file or folder cannot be written.
    :raises KeyboardInterrupt: where that, or SIGTERM, comes before all is done.
    """
    journal = folder / JOURNAL
    originals = {path: _content(old if path == new else path) for path in texts}
    undo, is_done = ExitStack(), False
    try:
        with _handled(signal.default_int_handler, signal.SIGTERM):  # which is taken for Ctrl-C
            journal.mkdir()
            undo.callback(shutil.rmtree, journal, ignore_errors=True)
            _write(journal, journal / _FILE, _dumps(folder, old, new, originals, texts))
            for parent in reversed([each for each in new.parents if not each.exists()]):
                parent.mkdir()
                undo.callback(parent.rmdir)
            with _uninterrupted():
                _move(old, new)
                undo.callback(_move, new, old)
            for path, data in texts.items():
                undo.callback(_restore, journal, path, originals[path])
                _write(journal, path, data)
            with _uninterrupted():
                _clean_up(journal, old)
                is_done = True
    except BaseException:
        if not is_done:
            with _uninterrupted():
                undo.close()
            raise


def finish(folder: Path) -> list[str]:
    """Finish a rename that was interrupted, if there was one, and say so; what has been edited since is left alone.

    :raises OSError: where a file or folder cannot be written, or what was written down is damaged.
    """
    journal = folder / JOURNAL
    if not journal.is_dir():
        return []
    if not (journal / _FILE).is_file():
        shutil.rmtree(journal)
        return ["an interrupted rename has left nothing half done"]
    try:
        noted = json.loads((journal / _FILE).read_text("ascii"))
        old, new = folder / noted["old"], folder / noted["new"]
        texts = [(folder / name, _bytes(before), _bytes(after)) for name, (before, after) in noted["texts"].items()]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        reason = "What this says of an interrupted rename is damaged; see what has changed, and remove its folder"
        raise OSError(errno.EIO, reason, str(journal / _FILE)) from error
    said = [f"finished an interrupted rename: {old} -> {new}"]
    if old.exists() and not new.exists():
        new.parent.mkdir(parents=True, exist_ok=True)
        _move(old, new)
    for path, before, after in texts:
        if (found := _content(path)) == before:
            _write(journal, path, after or b"")
        elif found != after:
            said.append(f"{path} has been edited since; see whether it still names {noted['old']}")
    _clean_up(journal, old)
    return said


def _dumps(
    folder: Path, old: Path, new: Path, originals: Mapping[Path, bytes | None], texts: Mapping[Path, bytes]
) -> bytes:
    def name(path: Path) -> str:
        return path.relative_to(folder).as_posix()

    pairs = {name(path): (_text(originals[path]), _text(data)) for path, data in texts.items()}
    return json.dumps({"old": name(old), "new": name(new), "texts": pairs}).encode("ascii")


def _text(data: bytes | None) -> str | None:
    """*data* for JSON, whatever it is."""
    return None if data is None else data.decode("utf-8", "surrogateescape")


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode("utf-8", "surrogateescape")


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _write(journal: Path, path: Path, data: bytes) -> None:
    """Replace a file as a whole, or the one to which a link leads, once all of it is on the disk."""
    half = journal / "next.half"
    with half.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        shutil.copymode(path, half)
    try:
        half.replace(path.resolve())
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        path.write_bytes(data)  # a link leads to another disk


def _restore(journal: Path, path: Path, original: bytes | None) -> None:
    if original is None:
        path.unlink(missing_ok=True)
        return
    try:
        _write(journal, path, original)
    except OSError:  # no room for another file
        path.write_bytes(original)


def _clean_up(journal: Path, old: Path) -> None:
    shutil.rmtree(journal)
    with suppress(OSError):  # unless that was the folder's last page
        old.parent.rmdir()


def _move(old: Path, new: Path) -> None:
    """Move a file, in git's index too where it is known there."""
    command = ["git", "mv", str(old.absolute()), str(new.absolute())]
    with suppress(OSError):
        # In a session of its own, so that Ctrl-C is for this process alone.
        done = subprocess.run(command, cwd=old.parent, capture_output=True, check=False, start_new_session=True)  # noqa: S603
        if done.returncode == 0:
            return
    old.replace(new)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let Ctrl-C and SIGTERM wait.

    :raises KeyboardInterrupt: at the end, where one of them came.
    """
    came: list[object] = []
    with _handled(lambda *details: came.append(details), signal.SIGINT, signal.SIGTERM):
        yield
    if came:
        raise KeyboardInterrupt


@contextmanager
def _handled(handler: Callable[..., object], *signals: signal.Signals) -> Iterator[None]:
    """Have *handler* called at some *signals*, which the main thread alone gets."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {each: signal.signal(each, handler) for each in signals}
    try:
        yield
    finally:
        for each, was in before.items():
            signal.signal(each, was)
