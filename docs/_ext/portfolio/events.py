"""The event handlers, in the order in which Sphinx fires them; each passes on to where the work is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util import logging

from . import frontmatter
from .domain import PortfolioDomain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)


def builder_inited(app: Sphinx) -> None:
    """Let the builders copy the extension's own style sheet."""
    app.config.html_static_path.append(str(Path(__file__).with_name("static")))


def source_read(app: Sphinx, docname: str, content: list[str]) -> None:
    """Read the page's entry from its source, before MyST turns the front matter into text."""
    reading = frontmatter.read(docname, content[0])
    for problem in reading.problems:
        logger.warning(problem.message, location=(docname, problem.line), type="portfolio", subtype="frontmatter")
    if reading.entry or reading.problems:
        _domain(app.env).note_reading(docname, reading)


def env_updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Name the pages that show something of a changed page, so that they are written and the environment is saved."""
    return _domain(env).publish(app.builder)


def _domain(env: BuildEnvironment) -> PortfolioDomain:
    domain = env.get_domain(PortfolioDomain.name)
    assert isinstance(domain, PortfolioDomain)
    return domain
