"""Turns Sphinx's toctrees into the plain data that the sidebar is made from."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import cast

from docutils import nodes
from docutils.nodes import Element
from sphinx import addnodes
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment
from sphinx.environment.adapters.toctree import TocTree
from sphinx.util.tags import Tags

from portfolio.build import toctrees
from portfolio.build.exports import has_exports
from portfolio.i18n.translation import Language

from .numbers import section_number
from .sidebar import Branches, Group, Line, Navigation


class _Docnames:
    """Stands in for a builder when a toctree is resolved, so that its references hold docnames instead of URLs."""

    def __init__(self, tags: Tags) -> None:
        self.tags = tags

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """The docname itself."""
        return to


def navigation(env: BuildEnvironment, builder: Builder) -> Navigation | None:
    """The site's tree, in Furo. Other themes keep their own ways.

    A site is large if it has more pages than ``portfolio_full_navigation_limit``; others show all but long lists. The
    tree is what Furo asks Sphinx for (``furo._compute_navigation_tree``), without ``BuildEnvironment.master_doctree``,
    which would be pickled with the environment.
    """
    if not has_exports(builder) or builder.theme.name != "furo":
        return None
    from furo.navigation import get_navigation_tree  # type: ignore[import-untyped]

    is_large = len(env.all_docs) > env.config.portfolio_full_navigation_limit
    branches, language = Branches.of(get_navigation_tree), Language.of(env.config.language)
    root = env.config.root_doc
    docnames = cast("Builder", _Docnames(builder.tags))
    resolved = (
        TocTree(env).resolve(root, docnames, tree, maxdepth=-1, titles_only=True, includehidden=True)
        for tree in toctrees.toctrees(env, root)
    )
    groups = (group for tree in resolved if tree is not None for group in _groups(tree, builder))
    home = Line(text=_html(env.titles[root], builder), target=root)
    return Navigation(home=home, groups=groups, branches=branches, language=language, is_large=is_large)


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
            text=section_number(reference.get("secnumber", ()), builder) + _html(reference, builder),
            target=reference["refuri"].removesuffix(anchor),
            internal=reference["internal"],
            anchor=anchor,
            below=tuple(line for each in below for line in _lines(each, builder)),
        )


def _html(title: Element, builder: StandaloneHTMLBuilder) -> str:
    """The content of *title* as HTML."""
    if all(isinstance(node, nodes.Text) for node in title.children):
        # Most titles; the writer below takes a hundred times as long.
        return html.escape(title.astext())
    content = addnodes.compact_paragraph("", "", *(node.deepcopy() for node in title.children))
    return builder.render_partial(content)["fragment"]
