"""Notes which pages Sphinx warned of while it read or wrote them: it would not warn of them again until they change.

These pages are read, or written, again in every build. So what is wrong with one is said by whoever finds it, a
directive of ours, MyST, docutils or Sphinx, with place and type as before, and only as long as it is wrong.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.util.logging import NAMESPACE, get_node_location, is_suppressed_warning

from .domain import PortfolioDomain

_TYPES = {"portfolio", "myst", "docutils"}
"""The types of what is said of a page's own text while it is read. What others warn of is theirs to repeat."""


class _Listener(logging.Handler):
    """Hears whether there is a warning of these types that is not suppressed."""

    def __init__(self, suppressed: Sequence[str]) -> None:
        super().__init__(logging.WARNING)
        self.has_heard = False
        self._suppressed = suppressed

    def emit(self, record: logging.LogRecord) -> None:
        if getattr(record, "type", None) in _TYPES and not _is_suppressed(record, self._suppressed):
            self.has_heard = True


class WriteListener(logging.Handler):
    """Hears of which pages there are warnings, from now until the build ends.

    :ivar pages: those pages.
    """

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(logging.WARNING)
        self.pages = set[str]()
        self._env = env
        logging.getLogger(NAMESPACE).addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Note the pages that the warning is about; a process that writes has told its place as text."""
        if not _is_suppressed(record, self._env.config.suppress_warnings):
            self.pages |= pages_at(self._env, getattr(record, "location", None))


def pages_at(env: BuildEnvironment, location: object) -> set[str]:
    """The page at a warning's *location*, or the pages that include the file there.

    :param location: as loggers take it (https://www.sphinx-doc.org/en/master/extdev/logging.html).
    """
    found = get_node_location(location) if isinstance(location, nodes.Node) else location
    place = found[0] if isinstance(found, tuple) else found
    if not isinstance(place, str):
        return set()
    name = re.sub(r"(:\d*)+$", "", place)
    pages = {page for page in (name, env.path2doc(name)) if page and page in env.found_docs}
    if pages:
        return pages
    files = {page: {os.path.normpath(Path(env.srcdir, each)) for each in of} for page, of in env.dependencies.items()}
    return {page for page, names in files.items() if name in names}


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


def _is_suppressed(record: logging.LogRecord, suppressed: Sequence[str]) -> bool:
    return is_suppressed_warning(getattr(record, "type", ""), getattr(record, "subtype", ""), suppressed)
