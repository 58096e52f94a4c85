"""The event handlers, in the order in which Sphinx fires them; each passes on to where the work is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils.nodes import Element
from sphinx import addnodes
from sphinx.errors import ConfigError
from sphinx.util import logging

from . import frontmatter, published, source
from .domain import PortfolioDomain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)


def config_inited(app: Sphinx, config: Config) -> None:
    """Refuse to go on without what entries' pages rest on: a heading made from ``title:``.

    :raises ConfigError: where MyST would make none.
    """
    if not config.myst_title_to_header:
        raise ConfigError(
            "portfolio: pages are named by their front matter; set myst_title_to_header = True in conf.py"
        )


def builder_inited(app: Sphinx) -> None:
    """Let the builders copy the extension's own style sheet."""
    app.config.html_static_path.append(str(Path(__file__).with_name("static")))


def env_before_read_docs(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Leave out what is no UTF-8, on which Sphinx would stop; the problem is told with the others."""
    for docname in [*docnames]:
        data = Path(env.doc2path(docname)).read_bytes()
        if not source.is_utf8(data):
            docnames.remove(docname)
            env.project.docnames.discard(docname)
            app.emit("env-purge-doc", env, docname)
            env.clear_doc(docname)
            _domain(env).note_source(source.read(docname, data))


def source_read(app: Sphinx, docname: str, content: list[str]) -> None:
    """Read the page's source ourselves, and leave to MyST what is not ours."""
    _domain(app.env).note_source(source.read(docname, Path(app.env.doc2path(docname)).read_bytes()))
    content[0] = frontmatter.without_entry(content[0])


def env_updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Tell what is wrong, in pages read now or earlier; name the pages that show something of what has changed."""
    domain = _domain(env)
    for docname, problem in domain.problems():
        place = f"{env.doc2path(docname)}:{problem.line}:{problem.column}"
        log = logger.warning if problem.severity == "error" else logger.info
        log(problem.message, location=place, type=domain.name, subtype=problem.topic)
    return published.stale(_record(app), domain.digests(app.builder))


def missing_reference(
    app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, contnode: Element
) -> Element | None:
    """Show a reference that leads nowhere as text where the problem is told already."""
    if node.get("refdomain") != PortfolioDomain.name:
        return None
    return contnode if _domain(env).has_judged(node.get("refdoc", ""), node) else None


def build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Record what the pages show now, if all were written."""
    if exception is None and not _record(app).exists():
        published.keep(_record(app), _domain(app.env).digests(app.builder))


def _record(app: Sphinx) -> Path:
    return published.record(Path(app.doctreedir), app.builder.name, Path(app.outdir))


def _domain(env: BuildEnvironment) -> PortfolioDomain:
    domain = env.get_domain(PortfolioDomain.name)
    assert isinstance(domain, PortfolioDomain)
    return domain
