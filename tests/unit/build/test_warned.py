import logging
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from docutils import nodes
from sphinx.util.logging import NAMESPACE

from portfolio.build.warned import WriteListener, pages_at

HOME = Path("/site/docs")
PAGES = {"index", "talks/seeds"}


@pytest.fixture
def env() -> Any:
    names = {str(HOME / f"{name}.md"): name for name in {*PAGES, "drafts"}}
    return SimpleNamespace(
        srcdir=HOME,
        found_docs=PAGES,
        path2doc=names.get,
        dependencies={"index": {"part.txt", "../README.md"}, "talks/seeds": {"part.txt"}},
        config=SimpleNamespace(suppress_warnings=["myst.header"]),
    )


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    logger = logging.getLogger(NAMESPACE)
    # Those of an earlier build write places in another way.
    before, logger.handlers[:] = [*logger.handlers], []
    yield logger
    logger.handlers[:] = before


def node(source: str | None, line: int | None = None) -> nodes.Node:
    found = nodes.paragraph()
    found.source, found.line = source, line
    return found


@pytest.mark.parametrize(
    ("location", "pages"),
    [
        ("index", {"index"}),
        ("talks/seeds:7", {"talks/seeds"}),
        ("/site/docs/talks/seeds.md:7", {"talks/seeds"}),
        ("/site/docs/talks/seeds.md:7:3", {"talks/seeds"}),
        ("/site/docs/index.md:", {"index"}),
        (("talks/seeds", 7), {"talks/seeds"}),
        (("talks/seeds", None), {"talks/seeds"}),
        (node("/site/docs/index.md", 2), {"index"}),
        (node("/site/docs/part.txt", 2), {"index", "talks/seeds"}),
        ("/site/docs/part.txt:1", {"index", "talks/seeds"}),
        ("/site/README.md:1", {"index"}),
        (node(None), set()),
        (node(None, 2), set()),
        ((None, None), set()),
        ("/site/docs/drafts.md:1", set()),
        ("/site/docs/conf.py", set()),
        (None, set()),
    ],
)
def test_where_a_warning_is(env: Any, location: object, pages: set[str]) -> None:
    assert pages_at(env, location) == pages


def test_what_is_suppressed_is_not_heard(env: Any, logger: logging.Logger) -> None:
    heard = WriteListener(env)
    logger.warning("once", extra={"location": "index"})
    logger.warning("never", extra={"location": "talks/seeds", "type": "myst", "subtype": "header"})
    logger.warning("nowhere")
    logger.info("to say", extra={"location": "talks/seeds"})
    assert heard.pages == {"index"}
