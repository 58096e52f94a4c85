"""The linked data of a site's pages, from what Sphinx knows of the site."""

from __future__ import annotations

from sphinx.builders import Builder

from portfolio.build import exports, toctrees
from portfolio.build.domain import PortfolioDomain
from portfolio.export.json_ld.pages import Graphs, script
from portfolio.views.skills_index import SkillsIndex


def scripts(domain: PortfolioDomain, builder: Builder) -> dict[str, str]:
    """For each page that is to be found, the element that holds its graph; none but in HTML."""
    if builder.name not in exports.BUILDERS:
        return {}
    site = exports.site_of(domain.env, builder, domain.career)
    listing = (name for name, queries in sorted(domain.queries.items()) if SkillsIndex() in queries)
    graphs = Graphs(
        career=domain.career,
        site=site,
        above=toctrees.above(domain.env),
        skills=next((name for name in listing if name in site.titles), None),
    )
    return {docname: script(graphs.graph(docname)) for docname in site.titles}
