"""What the garbage collector is told while a build runs, and the processes that the build starts."""

import gc
import multiprocessing
import os
from collections.abc import Iterator

import pytest

from portfolio.build import memory

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system starts processes anew")


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    memory.release()


def looks_in_a_fork() -> bool:
    """Whether Python looks for garbage in a process that is forked now."""
    receive, send = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=lambda: send.send(gc.isenabled()))
    child.start()
    found: bool = receive.recv()
    child.join()
    return found


def test_processes_forked_by_a_build_look_for_no_garbage() -> None:
    memory.release()
    assert looks_in_a_fork()
    memory.keep()
    assert not looks_in_a_fork()
    assert gc.isenabled()
    memory.release()
    assert looks_in_a_fork()


@pytest.mark.parametrize("kept", [True, False])
def test_only_while_something_is_kept_is_nothing_looked_for(kept: bool) -> None:
    memory.release()
    if kept:
        memory.keep()
    try:
        memory.spare()
        assert gc.isenabled() == (not kept)
    finally:
        gc.enable()


@pytest.mark.parametrize(
    ("before", "after"),
    [(700, memory.THRESHOLD), (memory.THRESHOLD + 1, memory.THRESHOLD + 1), (0, 0)],
    ids=["often", "seldom", "never"],
)
def test_it_looks_less_often_and_never_more(before: int, after: int) -> None:
    was = gc.get_threshold()
    try:
        gc.set_threshold(before, *was[1:])
        memory.relax()
        assert gc.get_threshold() == (after, *was[1:])
    finally:
        gc.set_threshold(*was)
