"""How often Python looks for garbage while a build runs, and through what.

A build keeps most of what it makes, millions of small objects in trees that refer to their parents. By default Python
looks through them whenever there are 700 more, for about a fifth of the time a build takes
(https://docs.python.org/3/library/gc.html#gc.set_threshold).
"""

from __future__ import annotations

import gc
import os
from contextlib import suppress

THRESHOLD = 20_000
"""After how many new objects Python looks, at least."""


def relax() -> None:
    """Have Python look less often from here on, unless it was told to look less often still, or not at all."""
    youngest, *older = gc.get_threshold()
    if 0 < youngest < THRESHOLD:
        gc.set_threshold(THRESHOLD, *older)


def keep() -> None:
    """What there is now stays, and Python need not look through it."""
    gc.freeze()


def release() -> None:
    """What was kept can go."""
    gc.unfreeze()


def spare() -> None:
    """Have a process look for nothing that a build started: it reads or writes some pages, and ends."""
    if gc.get_freeze_count():
        gc.disable()


with suppress(AttributeError):  # Windows has no forks
    os.register_at_fork(after_in_child=spare)
