"""Notes which pages Sphinx warned of while it read them: it would not warn of them again until they change.

These pages are read again in every build. So what is wrong with one is said by whoever finds it, a directive of ours,
MyST or docutils, with place and type as before, and only as long as it is wrong.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from sphinx.util.logging import NAMESPACE, is_suppressed_warning

from .domain import PortfolioDomain

if TYPE_CHECKING:
    from sphinx.builders import Builder

_TYPES = {"portfolio", "myst", "docutils"}
"""The types of what is said of a page's own text. What others warn of is theirs to repeat."""


class _Listener(logging.Handler):
    """Hears whether there is a warning of these types that is not suppressed."""

    def __init__(self, suppressed: Sequence[str]) -> None:
        super().__init__(logging.WARNING)
        self.has_heard = False
        self._suppressed = suppressed

    def emit(self, record: logging.LogRecord) -> None:
        of, part = getattr(record, "type", None), getattr(record, "subtype", None)
        if of in _TYPES and not is_suppressed_warning(of, part or "", self._suppressed):
            self.has_heard = True


def listen(builder: Builder) -> None:
    """Have *builder* note from now on of each page that it reads whether there was a warning."""
    watched: Any = builder
    watched.read_doc = partial(_read, builder, builder.read_doc)


def _read(builder: Builder, read: Callable[..., None], docname: str, **options: Any) -> None:
    logger, listener = logging.getLogger(NAMESPACE), _Listener(builder.config.suppress_warnings)
    logger.addHandler(listener)
    try:
        read(docname, **options)
    finally:
        logger.removeHandler(listener)
    PortfolioDomain.of(builder.env).pages[docname].is_warned_of = listener.has_heard
