"""The event handlers, in the order in which Sphinx fires them; each passes on to where the work is done."""

from __future__ import annotations

import os
import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.nodes import Element
from sphinx import addnodes
from sphinx.builders.html import INVENTORY_FILENAME, StandaloneHTMLBuilder
from sphinx.errors import ConfigError
from sphinx.util import logging

from .build import exports, fingerprints, inventory, search_index, toctrees
from .build.domain import PortfolioDomain
from .build.record import Record, remove, remove_half_written
from .export.site import base, colour, escaped
from .html import assets, heads, linked_data, markdown_pages, share_box, variant_pages
from .html.sidebar import unfold
from .i18n.translation import Language
from .model.dates import build_day
from .model.entries import Key
from .model.kinds import SUBJECTS
from .permalinks import redirect_pages
from .permalinks.ledger import REDIRECTS
from .reading import myst_source, page_source, schema, variant_files

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)


def config_inited(app: Sphinx, config: Config) -> None:
    """Refuse to go on without what pages rest on: a heading from ``title:``, a day, the site's address, its colour.

    :raises ConfigError: where MyST would make no heading, where the environment gives a day that is none,
        ``html_baseurl`` an address that is none, or ``portfolio_accent`` a colour that is none.
    """
    try:
        build_day(os.environ)
        base(config.html_baseurl)
        colour(str(config.portfolio_accent))
    except ValueError as error:
        raise ConfigError(f"portfolio: {error}") from error
    config.html_context |= assets.style_context()
    if not config.myst_title_to_header:
        raise ConfigError(
            "portfolio: pages are named by their front matter; set myst_title_to_header = True in conf.py"
        )


def builder_inited(app: Sphinx) -> None:
    """Let the builders copy the extension's own style sheet, and clear the way for them."""
    _domain(app.env).builder = app.builder
    app.config.html_static_path.append(str(Path(__file__).parent / "html" / "static"))
    _domain(app.env).templates = assets.templates(Path(app.confdir, name) for name in app.config.templates_path)
    remove_half_written(Path(app.outdir))


def env_get_outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Name the pages to read again that Sphinx would not; leave out what is private, and what is no UTF-8.

    On the latter Sphinx would stop. What is hidden is known before any page is read, so that no toctree names it.
    """
    for docname in _domain(env).sources.keys() - env.found_docs:
        _domain(env).clear_doc(docname)
    files = {docname: Path(env.doc2path(docname)).read_bytes() for docname in sorted(env.found_docs)}
    left_out, hidden = page_source.not_public(files)
    is_other = page_source.is_other(_domain(env).sources, hidden)
    _domain(env).hidden = hidden
    gone = removed | {docname for docname in left_out if docname in env.all_docs}
    for docname, page in left_out.items():
        added.discard(docname)
        changed.discard(docname)
        env.project.docnames.discard(docname)
        app.emit("env-purge-doc", env, docname)
        env.clear_doc(docname)
        Path(env.doctreedir, f"{docname}.doctree").unlink(missing_ok=True)
        _domain(env).note_source(page)
        del files[docname]
    if is_other:
        return sorted(files)
    return sorted(_domain(env).outdated(files, added=added, gone=gone))


def env_before_read_docs(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Make the validators before pages are read: once, and not in each of the processes that read some of them."""
    if docnames:
        for subject in SUBJECTS:
            schema.adapter(subject)


def source_read(app: Sphinx, docname: str, content: list[str]) -> None:
    """Read the page's source ourselves, and leave to MyST what is not ours."""
    page = page_source.read(docname, Path(app.env.doc2path(docname)).read_bytes())
    _domain(app.env).note_source(page)
    content[0] = myst_source.without_entry(docname, content[0], unlisted=page.front.visibility != "public")


def env_updated(app: Sphinx, env: BuildEnvironment) -> None:
    """Tell what is wrong, in pages read now or earlier; see to what Sphinx takes no note of."""
    domain = _domain(env)
    domain.note_inclusions()
    toctrees.forget_numbers(env)
    files = {name: path.read_bytes() for name, path in variant_files.find(Path(env.srcdir)).items()}
    domain.work.variants = variant_files.gather(files, domain.sources.values())
    beside = (*domain.permalinks.problems(), *domain.work.variants.problems)
    lists = ((Path(env.srcdir, name), problem) for name, problem in beside)
    for path, problem in (*((env.doc2path(docname), each) for docname, each in domain.problems()), *lists):
        place = f"{path}:{problem.line}:{problem.column}"
        log = logger.warning if problem.severity == "error" else logger.info
        log(problem.message, location=place, type=domain.name, subtype=problem.topic)


def env_get_updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Name the pages that show something of what has changed; Sphinx has numbered the sections by now."""
    domain = _domain(env)
    version = str(app.extensions["portfolio"].metadata["env_version"])
    domain.work.alternates = exports.due(env, app.builder, domain.career, version, domain.work.variants.good)
    domain.work.cards = exports.cards(domain.work.alternates)
    domain.work.graphs = linked_data.scripts(domain, app.builder)
    domain.work.shared = share_box.gather(domain, app.builder)
    record = domain.work.record = Record(Path(app.doctreedir), app.builder.name, Path(app.outdir))
    record.begin(fingerprints.digests(domain, app.builder))
    if isinstance(app.builder, StandaloneHTMLBuilder):
        kept = {app.builder.get_outfilename(docname) for docname in env.found_docs}
        lost = (app.builder.get_outfilename(docname) for docname in record.gone())
        remove((Path(file) for file in lost if file not in kept), Path(app.outdir))
        remove((markdown_pages.path(app.builder, docname) for docname in record.gone()), Path(app.outdir))
        if not domain.hidden.keys().isdisjoint(record.gone()):
            # What the page showed, and its source, lie there too; all others are written again.
            for folder in ("_images", "_downloads", "_sources"):
                shutil.rmtree(Path(app.outdir, folder), ignore_errors=True)
            return sorted(env.all_docs)
        if not search_index.can_be_added_to(app.builder):
            return sorted(env.all_docs)
    elif suffix := getattr(app.builder, "out_suffix", ""):
        remove((Path(app.outdir, f"{docname}{suffix}") for docname in record.gone()), Path(app.outdir))
    return sorted({*record.stale(), *markdown_pages.lost(app.builder, env.all_docs)})


def missing_reference(
    app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, contnode: Element
) -> Element | None:
    """Show a reference of ours that leads nowhere as text: the problem is told already."""
    if node.get("refdomain") != PortfolioDomain.name:
        return None
    if not node.get("refexplicit") and _domain(env).career.is_private(Key(node["reftype"], node["reftarget"])):
        return nodes.inline("", "…")
    return contnode


def doctree_resolved(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Take down which pages are written."""
    if record := _domain(app.env).work.record:
        record.note_written(docname)


def html_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Complete the page's head, write its twin, and give the theme of a large tree the lines that are open here.

    Furo parses what it is given and marks up what is open, for longer than it takes to write the rest of the page.
    """
    domain = _domain(app.env)
    heads.complete(context, domain, app.builder, pagename, doctree)
    if doctree is not None:
        markdown_pages.write(app.builder, pagename, doctree)
    navigation = domain.navigation(app.builder)
    if navigation is not None:
        tree, closed = navigation.folded(pagename, partial(app.builder.get_relative_uri, pagename))
        context["toctree"] = lambda **options: tree
        context["portfolio_closed"] = closed


def html_page_context_of_theme(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Put the closed lines among those that Furo has marked up; leave out files that the page has no use for."""
    if (closed := context.pop("portfolio_closed", None)) is not None:
        tree = unfold(context["toctree"](), closed)
        context["toctree"] = lambda **options: tree
        context["furo_navigation_tree"] = unfold(context["furo_navigation_tree"], closed)
    # Of other pages than these the content is not in the context.
    if "furo_version" in context and "css_files" in context and templatename in {"page.html", "search.html"}:
        texts = [str(value) for key, value in context.items() if isinstance(value, str) or key.startswith("theme_")]
        keys = [
            str(context.get(f"theme_{name}")).lower() for name in ("enable_search_shortcuts", "navigation_with_keys")
        ]
        unused = assets.unused(
            [str(file.filename or "") for file in (*context["css_files"], *context["script_files"])],
            "\n".join([_domain(app.env).templates, *texts]),
            shortcuts=templatename == "search.html" or not {"true", "1", "yes", "on"}.isdisjoint(keys),
        )
        for name in ("css_files", "script_files"):
            context[name] = [file for file in context[name] if str(file.filename) not in unused]


def html_collect_pages(app: Sphinx) -> list[tuple[str, dict[str, Any], str]]:
    """See to the search index, now that all pages are in it and before it is written; write the pages of variants."""
    search_index.complete(app.builder, app.env, _domain(app.env).hidden.keys())
    if app.builder.name in exports.BUILDERS and isinstance(app.builder, StandaloneHTMLBuilder):
        variant_pages.write(_domain(app.env), app.builder)
    return []


def build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Vouch for what was written; after an error, for nothing."""
    if exception is not None or (record := _domain(app.env).work.record) is None:
        return
    if isinstance(app.builder, StandaloneHTMLBuilder):
        unlisted = map(app.builder.get_target_uri, _domain(app.env).hidden.keys() & app.env.found_docs)
        inventory.leave_out(Path(app.outdir, INVENTORY_FILENAME), set(unlisted))
    exports.write(_domain(app.env).work.alternates, app.env, app.builder)
    markdown_pages.write_all(app.env, app.builder, _domain(app.env).career)
    if app.builder.name in {"html", "dirhtml"} and isinstance(app.builder, StandaloneHTMLBuilder):
        _write_stubs(app.builder, app.env)
    record.finish()


def _write_stubs(builder: StandaloneHTMLBuilder, env: BuildEnvironment) -> None:
    texts = redirect_pages.texts(
        _domain(env).permalinks,
        titles=lambda docname: env.titles[docname].astext(),
        uri=lambda docname: escaped(builder.get_target_uri(docname)),
        relative=builder.get_relative_uri,
        base=base(env.config.html_baseurl),
        language=Language.of(env.config.language),
    )
    home = Path(builder.outdir)
    record = Record(Path(builder.doctreedir), f"{builder.name}-stubs", home)
    taken = redirect_pages.write(
        texts, record, pages=env.found_docs, file=lambda name: str(builder.get_outfilename(name)), home=home
    )
    lines = {line.address.page: line.number for line in _domain(env).permalinks.moves.lines}
    for name in taken:
        place = f"{Path(env.srcdir, REDIRECTS)}:{lines.get(name, 1)}"
        message = "%s is the address of something else on the site; remove this line"
        logger.warning(message, name, location=place, type="portfolio", subtype="permalinks")


def _domain(env: BuildEnvironment) -> PortfolioDomain:
    domain = env.get_domain(PortfolioDomain.name)
    assert isinstance(domain, PortfolioDomain)
    return domain
