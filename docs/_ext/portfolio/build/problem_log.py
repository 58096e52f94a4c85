"""Reports all problems of the site, including those of pages that were read in an earlier build."""

from __future__ import annotations

from pathlib import Path

from sphinx.util import logging

from portfolio.reading import source_files, variant_files
from portfolio.reading.problems import Problem
from portfolio.views.skills_index import unknown_categories

from .domain import PortfolioDomain

logger = logging.getLogger(__name__)


def report(domain: PortfolioDomain) -> None:
    """Read the CV variants, and warn of what is wrong with them, with the pages, and with the lists beside them."""
    env, home = domain.env, Path(domain.env.srcdir)
    _, astray = domain.lists()
    files, others = source_files.read(variant_files.find(home), "variant")
    variants = domain.state.variants = variant_files.gather(files, domain.sources.values())
    pages = ((domain.path(docname), problem) for docname, problem in domain.problems())
    beside = (*astray, *others, *domain.permalinks.problems(), *variants.problems)
    for path, problem in (*pages, *((home / name, problem) for name, problem in beside)):
        log = logger.warning if problem.severity == "error" else logger.info
        log(problem.message, location=place(path, problem), type=domain.name, subtype=problem.topic)
    for message in unknown_categories(domain.career, env.config.portfolio_categories):
        logger.warning(message, type=domain.name, subtype="option")


def place(path: Path, problem: Problem) -> str:
    """Where a problem of a file is, as Sphinx shows it."""
    return f"{path}:{problem.line}:{problem.column}"
