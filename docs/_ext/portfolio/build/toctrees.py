"""Sphinx's toctrees: the site's tree as plain data, and what pages show of one another because of it."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from docutils import nodes
from docutils.nodes import Element
from sphinx import addnodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment.adapters.toctree import TocTree

from portfolio.html.sidebar import Group, Line, Navigation
from portfolio.i18n.translation import Language

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinx.util.tags import Tags


class _Names:
    """Stands in for a builder where a tree is resolved, so that its references hold pages' names and no addresses."""

    def __init__(self, tags: Tags) -> None:
        self.tags = tags

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """The name of the page that is asked for."""
        return to


def navigation(env: BuildEnvironment, builder: StandaloneHTMLBuilder) -> Navigation:
    """The whole tree below the first page, as the theme Furo asks for it (``furo._compute_navigation_tree``).

    Not by ``BuildEnvironment.master_doctree``, which would be kept with the environment that is about to be stored.
    """
    root = env.config.root_doc
    names = cast("Builder", _Names(builder.tags))
    resolved = (
        TocTree(env).resolve(root, names, tree, maxdepth=-1, titles_only=True, includehidden=True)
        for tree in _toctrees(env, root)
    )
    groups = (group for tree in resolved if tree is not None for group in _groups(tree, builder))
    home = Line(text=_html(env.titles[root], builder), target=root)
    return Navigation(home=home, groups=groups, language=Language.of(env.config.language))


def forget_numbers(env: BuildEnvironment) -> None:
    """Take the sections' numbers away before Sphinx gives new ones: it leaves those that are none any more."""
    for toc in env.tocs.values():
        for reference in toc.findall(nodes.reference):
            reference.attributes.pop("secnumber", None)
    for title in env.titles.values():
        title.attributes.pop("secnumber", None)


def whole(env: BuildEnvironment) -> str:
    """All that a sidebar with the whole tree shows: the pages' titles and numbers, and what each toctree holds."""
    titles = sorted((docname, str(title)) for docname, title in env.titles.items())
    trees = sorted((docname, [str(tree) for tree in _toctrees(env, docname)]) for docname in env.toctree_includes)
    return repr((titles, trees, sorted(env.toc_secnumbers.items())))


def related(env: BuildEnvironment) -> dict[str, str]:
    """For each page in the tree, its links to the previous and the next page and to those above it, with their titles.

    Sphinx makes them in ``StandaloneHTMLBuilder.get_doc_context``.
    """
    relations = env.collect_relations()
    titles = {docname: str(title) for docname, title in env.titles.items()}
    return {
        docname: repr([(name, titles.get(name)) for name in (before, after, *_above(relations, docname)) if name])
        for docname, (_, before, after) in relations.items()
    }


def above(env: BuildEnvironment) -> dict[str, list[str]]:
    """For each page in the tree the pages above it, the first page first."""
    relations = env.collect_relations()
    return {docname: [*_above(relations, docname)][::-1] for docname in relations}


def ordered(env: BuildEnvironment) -> list[str]:
    """All pages in the order in which the site's tree leads through them; those that are in no tree last, by name."""
    found: dict[str, None] = {}
    waiting = [*sorted(env.found_docs, reverse=True), env.config.root_doc]
    while waiting:
        docname = waiting.pop()
        if docname not in found:
            found[docname] = None
            waiting += reversed(env.toctree_includes.get(docname, ()))
    return [docname for docname in found if docname in env.found_docs]


def listed(env: BuildEnvironment, docname: str) -> str:
    """All that the toctrees on a page can show of other pages: their headings, and those of the pages below them."""
    if all(tree.get("hidden") for tree in _toctrees(env, docname)):
        return ""
    found = {docname: None}
    waiting = [docname]
    while waiting:
        below = [name for name in env.toctree_includes.get(waiting.pop(), ()) if name not in found]
        found.update(dict.fromkeys(below))
        waiting += below
    return "".join(str(env.tocs[name]) for name in found if name in env.tocs)


def names(env: BuildEnvironment) -> str:
    """All that a reference of any kind can lead to, as text."""
    objects = [(domain.name, sorted(domain.get_objects())) for domain in env.domains.sorted()]
    slugs = sorted((docname, str(data.get("myst_slugs"))) for docname, data in env.metadata.items())
    return repr((objects, slugs))


def _above(relations: Mapping[str, Sequence[str | None]], docname: str) -> Iterator[str]:
    """The pages above one, the nearest first."""
    parent = relations[docname][0]
    while parent is not None:
        yield parent
        parent = relations[parent][0] if parent in relations else None


def _toctrees(env: BuildEnvironment, docname: str) -> Iterator[addnodes.toctree]:
    if docname in env.toctree_includes:
        yield from env.tocs[docname].findall(addnodes.toctree)


def _groups(tree: Element, builder: StandaloneHTMLBuilder) -> Iterator[Group]:
    caption = ""
    for node in tree.children:
        if isinstance(node, nodes.title):
            caption = _html(node, builder)
        else:
            assert isinstance(node, nodes.bullet_list)
            yield Group(caption=caption, lines=tuple(_lines(node, builder)))
            caption = ""


def _lines(found: nodes.bullet_list, builder: StandaloneHTMLBuilder) -> Iterator[Line]:
    for item in found.children:
        reference = item.next_node(nodes.reference)
        assert reference is not None
        anchor: str = reference["anchorname"]
        below = [node for node in item.children if isinstance(node, nodes.bullet_list)]
        yield Line(
            text=_number(reference, builder) + _html(reference, builder),
            target=reference["refuri"].removesuffix(anchor),
            internal=reference["internal"],
            anchor=anchor,
            below=tuple(line for each in below for line in _lines(each, builder)),
        )


def _number(reference: nodes.reference, builder: StandaloneHTMLBuilder) -> str:
    """The number of a page in a numbered toctree, as Sphinx's HTML writer shows it."""
    numbers: tuple[int, ...] = reference.get("secnumber", ())
    return ".".join(map(str, numbers)) + builder.config.html_secnumber_suffix if numbers else ""


def _html(title: Element, builder: StandaloneHTMLBuilder) -> str:
    """What stands in *title*, as HTML."""
    if all(isinstance(node, nodes.Text) for node in title.children):
        # What almost all are; the writer below takes a hundred times as long.
        return html.escape(title.astext())
    content = addnodes.compact_paragraph("", "", *(node.deepcopy() for node in title.children))
    return builder.render_partial(content)["fragment"]
