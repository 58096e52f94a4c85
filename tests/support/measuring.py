"""Measures, while Sphinx builds a small site, what it calls of the extension, and not Sphinx: that would double its time.

What is called by a way that is not known here is not measured, and the report of coverage names its lines.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial, wraps
from typing import Any

import pytest
from sphinx.events import EventManager
from sphinx.registry import SphinxComponentRegistry

import portfolio

_OTHERS = ("docutils.", "sphinx.", "logging")
"""The modules of the classes on which those of the extension build that others call."""
_paused: list[tuple[Any, Any]] = []
"""What Python told of each line, and those of threads, before Sphinx began to build."""


def trace(function: Any, in_threads: Any) -> None:
    """Let Python tell *function* of each line, and *in_threads* those of threads that begin; if None, nobody."""
    sys.settrace(function)
    threading.settrace(in_threads)


@contextmanager
def paused() -> Iterator[None]:
    """Measure nothing but what is :func:`measured`, if the test is."""
    now = sys.gettrace(), threading.gettrace()
    _paused.append(now)
    trace(None, None)
    try:
        yield
    finally:
        _paused.pop()
        trace(*now)


def measured(function: Callable[..., Any]) -> Callable[..., Any]:
    """*function*, measured where it is called while others are not."""

    @wraps(function)
    def call(*values: Any, **options: Any) -> Any:
        if not _paused or sys.gettrace() or not _paused[-1][0]:
            return function(*values, **options)
        trace(*_paused[-1])
        try:
            found = function(*values, **options)
        finally:
            trace(None, None)
        end = object()
        return iter(measured(partial(next, found, end)), end) if isinstance(found, Iterator) else found

    return call


def _is_ours(function: Any) -> bool:
    called = function.func if isinstance(function, partial) else function
    return str(getattr(called, "__module__", "")).startswith("portfolio")


def _classes() -> Iterator[type]:
    """The classes of the extension that build on others', and whose methods these call."""
    for module in pkgutil.walk_packages(portfolio.__path__, "portfolio."):
        for _, cls in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if cls.__module__ == module.name and any(each.__module__.startswith(_OTHERS) for each in cls.__mro__):
                yield cls


@contextmanager
def entrances() -> Iterator[None]:
    """Measure what Sphinx calls: listeners, visitors, and methods of directives, transforms, and the like."""
    connect, add_handlers = EventManager.connect, SphinxComponentRegistry.add_translation_handlers

    def listen(self: EventManager, name: str, callback: Any, priority: int) -> int:
        return connect(self, name, measured(callback) if _is_ours(callback) else callback, priority)

    def visit(self: SphinxComponentRegistry, node: Any, **handlers: Any) -> None:
        found: dict[str, Any] = {
            builder: tuple(each and (measured(each) if _is_ours(each) else each) for each in pair)
            for builder, pair in handlers.items()
        }
        add_handlers(self, node, **found)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(EventManager, "connect", listen)
        patch.setattr(SphinxComponentRegistry, "add_translation_handlers", visit)
        patch.setattr(portfolio, "setup", measured(portfolio.setup))
        for cls in _classes():
            for name, each in vars(cls).copy().items():
                if inspect.isfunction(each):
                    patch.setattr(cls, name, measured(each))
        yield
