"""The handlers of Sphinx's events, in the order in which it emits them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.nodes import Element
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError, SphinxError
from sphinx.util import logging

from .build import (
    clashes,
    exports,
    inventory,
    other_extensions,
    outdated,
    private_sources,
    problem_log,
    search_index,
    settings,
    toctrees,
    traces,
    warned,
)
from .build.domain import PortfolioDomain
from .build.output_files import OutputFiles
from .build.plan import distrust_after_new_settings, plan
from .build.state import BuildState
from .build.workers import Workers
from .html import (
    accessible_names,
    assets,
    footer,
    head,
    markdown_pages,
    not_found,
    redirect_files,
    sidebar,
    sidebar_tree,
    theme_words,
    variant_pages,
)
from .i18n.translation import Language
from .model.entries import Key
from .model.kinds import SUBJECTS
from .reading import myst_source, page_source
from .views.person import sought

logger = logging.getLogger(__name__)


def config_inited(app: Sphinx, config: Config) -> None:
    """Check what all pages depend on: the build's day, the site's settings, and headings from ``title:``.

    :raises ConfigError: if ``SOURCE_DATE_EPOCH``, ``html_baseurl`` or one of this extension's settings is
        invalid, or ``myst_title_to_header`` is off.
    """
    try:
        settings.check_all(config, Path(app.confdir))
    except ValueError as error:
        raise ConfigError(f"portfolio: {error}") from error
    config.html_context |= assets.style_context()
    if not config.myst_title_to_header:
        raise ConfigError(
            "portfolio: pages are named by their front matter; set myst_title_to_header = True in conf.py"
        )


def builder_inited(app: Sphinx) -> None:
    """Begin the build's state, and have Sphinx use the extension's style sheet and templates."""
    templates = assets.templates(Path(app.confdir, name) for name in app.config.templates_path)
    PortfolioDomain.of(app.env).state = BuildState(
        builder=app.builder,
        workers=Workers(app.builder),
        output=OutputFiles(app.builder),
        templates=templates,
        extensions=frozenset(app.extensions),
    )
    warned.listen(app.builder)
    other_extensions.check(app)
    assets.add_style_sheet(app.config)
    if isinstance(app.builder, StandaloneHTMLBuilder):
        assets.add_templates(app.builder)
        distrust_after_new_settings(app.builder)


def env_get_outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Name the pages to read again that Sphinx would not, and leave out those that are private or not UTF-8.

    Sphinx would stop at the latter. The former are known before any page is read, so that no toctree names them.

    :raises SphinxError: if the first page is not UTF-8, without which there is no site.
    """
    domain = PortfolioDomain.of(env)
    known = {*domain.pages}
    files = outdated.read(env, (added, changed))
    missing = known - files.keys()
    for docname in missing:
        domain.clear_doc(docname)
    left_out, hidden = page_source.not_public(files, app.config.root_doc)
    if (first := left_out.get(app.config.root_doc)) is not None:
        (problem, *_) = first.front.problems
        raise SphinxError(f"{problem_log.place(env.doc2path(first.docname), problem)}: {problem.message}")
    is_other = domain.is_shown_otherwise(hidden)
    domain.state.hidden = hidden
    # Those that are left out count: MyST looks whether the file is there to which a path leads.
    private = {docname for docname, page in left_out.items() if page.is_private}
    come = (added | (left_out.keys() - known)) - private
    gone = removed | missing | (left_out.keys() & env.all_docs.keys())
    outdated.leave_out(domain, left_out.values(), (added, changed))
    outdated.remove_doctrees(env, gone | left_out.keys())
    read = {docname: data for docname, data in files.items() if docname not in left_out}
    return sorted(read if is_other else outdated.outdated(domain, read, added=come, gone=gone))


def env_before_read_docs(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Make the validators of front matter once, where processes fork to read the pages; one makes those it needs."""
    if docnames and app.parallel > 1:
        from .reading import schema

        for subject in SUBJECTS:
            schema.adapter(subject)


def source_read(app: Sphinx, docname: str, content: list[str]) -> None:
    """Read the page's front matter and prose, and leave to MyST the part of the front matter that is not ours."""
    config, path = app.config, Path(app.env.doc2path(docname))
    page = page_source.read(
        docname,
        path.read_bytes(),
        frozenset(config.myst_enable_extensions),
        config.portfolio_front_matter_keys,
        config.root_doc,
        is_restructured=config.source_suffix.get(path.suffix) == "restructuredtext",
    )
    PortfolioDomain.of(app.env).note_source(page)
    content[0] = myst_source.without_entry(docname, content[0], unlisted=page.front.visibility != "public")


def include_read(app: Sphinx, path: Path, docname: str, content: list[str]) -> None:
    """Include nothing of the source of a private page into one in Markdown; the checks report that."""
    if private_sources.is_withheld(app.env, path):
        content[0] = " "  # "code" has to have some


def doctree_read(app: Sphinx, document: nodes.document) -> None:
    """Keep what the page holds: not in the domain's ``process_doc``, after which MyST gives links their texts."""
    PortfolioDomain.of(app.env).note_document(app.env.current_document.docname, document)


def env_updated(app: Sphinx, env: BuildEnvironment) -> None:
    """Read the CV variants, and report all problems, including those of pages that were read in an earlier build.

    :raises SphinxError: if pages were lost while they were read.
    """
    domain = PortfolioDomain.of(env)
    if unread := domain.state.workers.unread(env.found_docs - env.all_docs.keys()):
        raise SphinxError(unread)
    outdated.note_inclusions(domain)
    toctrees.forget_numbers(env)
    problem_log.report(domain)


def env_get_updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Plan the build, now that Sphinx has numbered the sections; name the pages that show something that changed.

    :raises SphinxError: if a file and a folder would have the same name.
    """
    domain = PortfolioDomain.of(env)
    if type(app.builder).get_target_uri is Builder.get_target_uri:  # as "changes", which writes no pages
        traces.leave_out_of_changes(domain, app.builder)
        return []
    starts_over = domain.state.start_over(env.found_docs)
    navigation = sidebar_tree.navigation(env, app.builder)
    version = str(app.extensions["portfolio"].metadata["env_version"])
    pages = plan(domain, app.builder, version, navigation.tree if navigation else None, starts_over=starts_over)
    traces.leave_out(domain, app.builder)
    traces.remove_former(domain, app.builder)
    domain.state.warned = warned.WriteListener(env).pages
    if clash := clashes.clashes(domain, app.builder):
        raise SphinxError(clash)
    return pages


def missing_reference(
    app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, contnode: Element
) -> Element | None:
    """Show a reference of this domain that leads nowhere as text: the problem has been reported."""
    if node.get("refdomain") != PortfolioDomain.name:
        return None
    career = PortfolioDomain.of(env).career
    if not node.get("refexplicit") and career.is_private(Key(node["reftype"], node["reftarget"])):
        return nodes.inline("", "…")
    return contnode


def html_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Complete the page's head and foot, write its Markdown copy, and withhold the tree from Furo."""
    domain, language = PortfolioDomain.of(app.env), Language.of(app.config.language)
    if templatename == "domainindex.html" and domain.state.hidden:
        traces.without_hidden(context, domain.state.hidden)
    context["portfolio_contact"] = footer.contact(domain, pagename)
    theme_words.translate(context, language)
    assets.offer_copying(app, doctree, language)
    head.complete(context, domain, app.builder, pagename, doctree)
    if doctree is not None:
        markdown_pages.write(app.builder, pagename, doctree, domain.career.person)
    sidebar.withhold(context, domain.state.sidebar)


def html_page_context_of_theme(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """After Furo: show the sidebar, translate it, name links apart, and leave out what is not there or not used."""
    domain = PortfolioDomain.of(app.env)
    if domain.state.hidden:
        head.without_sources(context)
    sidebar.show(context, domain.state.sidebar, pagename, app.builder)
    theme_words.translate_tree(context, Language.of(app.config.language))
    accessible_names.complete(context, domain, app.builder, pagename)
    assets.leave_out(context, templatename, domain.state.templates)


def html_collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Complete the search index, which holds all pages now and is not written yet; add variant pages and 404.html."""
    domain = PortfolioDomain.of(app.env)
    words = {app.config.root_doc: sought(Language.of(app.config.language))} if domain.career.person else {}
    search_index.complete(app.builder, app.env, domain.state.hidden.keys(), words)
    if exports.has_exports(app.builder):
        yield from variant_pages.pages(domain, app.builder)
        if other_extensions.NOT_FOUND not in app.extensions:
            not_found.write(app.builder)


def build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Write the files beside the pages, and record that the pages are whole; neither after an error.

    :raises SphinxError: if pages were lost while they were written, which ends the build with an error.
    """
    domain = PortfolioDomain.of(app.env)
    state = domain.state
    lost = state.workers.lost()
    if exception is not None:
        if lost and str(exception) != lost:
            logger.error(lost)
        return
    if lost:
        raise SphinxError(lost)
    if state.record is None:
        traces.remove_sources(domain, app.builder)
        return
    if isinstance(app.builder, StandaloneHTMLBuilder):
        inventory.complete(domain, app.builder)
    exports.write(state.exports, app.builder)
    markdown_pages.write_all(domain, app.builder)
    if exports.has_exports(app.builder):
        redirect_files.write(domain, app.builder)
        if other_extensions.NOT_FOUND in app.extensions:
            not_found.complete(app.builder)
    traces.remove_traces(domain, app.builder)
    state.record.finish(state.workers.written(), state.warned)


def build_finished_last(app: Sphinx, exception: Exception | None) -> None:
    """After all others, which may write too: remember the files in the output folder."""
    if exception is None:
        PortfolioDomain.of(app.env).state.remember(app.env.found_docs)
