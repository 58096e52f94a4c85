"""What a run makes once: by the first of its processes that asks, while the others wait."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder *name* of this run, which *make* has filled; what it left unfinished is made again."""
    run = factory.getbasetemp()
    # Each process of pytest-xdist has a folder of its own in that of the run.
    folder = (run.parent if "PYTEST_XDIST_WORKER" in os.environ else run) / name
    done = folder / ".done"
    with FileLock(f"{folder}.lock"):
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            done.touch()
    return folder
