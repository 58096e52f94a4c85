"""Converts blocks to Markdown: other modules register their nodes here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch
from itertools import chain, groupby

from docutils import nodes
from sphinx import addnodes

from . import commonmark
from .commonmark import Block, Run, joined, paragraph
from .markdown_inline import Place, runs
from .raw_html import Tag, marked


@singledispatch
def blocks(node: nodes.Node, place: Place) -> Iterable[Block]:
    """The blocks that *node* becomes."""
    return paragraphs(runs(node, place)) if is_text(node) else stack(node.children, place)


def is_text(node: nodes.Node) -> bool:
    """Whether *node* holds text, not blocks."""
    return isinstance(node, nodes.Text | nodes.Inline | nodes.TextElement)


def stack(found: Iterable[nodes.Node], place: Place) -> Iterator[Block]:
    """The blocks of several nodes; adjacent inline nodes form one paragraph."""
    for is_inline, group in groupby(found, _is_inline):
        if is_inline:
            yield from paragraphs(chain.from_iterable(runs(node, place) for node in group))
        else:
            yield from chain.from_iterable(blocks(node, place) for node in group)


def _is_inline(node: nodes.Node) -> bool:
    """Whether *node* belongs to the paragraph of those beside it.

    HTML and signatures are inline nodes to docutils, even where they are blocks.
    """
    is_block = isinstance(node, nodes.raw | addnodes.desc_signature)
    return isinstance(node, nodes.Text | nodes.Inline) and not is_block


def paragraphs(found: Iterable[Run | Tag]) -> list[Block]:
    """One paragraph; none without a text."""
    text = joined(marked(found))
    return [paragraph(text)] if text else []


def named(text: str) -> list[Block]:
    """A title in bold, for what is not a section."""
    return paragraphs([Run(commonmark.one_line(text), "**")])
