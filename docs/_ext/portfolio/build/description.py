"""Takes the description of a talk from its page, as paragraphs of plain lines to paste."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from docutils import nodes

from portfolio.writing.nodes import between

_LISTS = (nodes.bullet_list, nodes.enumerated_list, nodes.definition_list, nodes.field_list)
_AROUND = (*_LISTS, nodes.Admonition, nodes.block_quote, nodes.compound, nodes.container, nodes.section)
"""What holds blocks that readers see one below the other."""


def description(document: nodes.document) -> tuple[nodes.paragraph, ...]:
    """The page's paragraphs above its first heading, or else below that.

    An item of a list is one, and so is any other line of text. Headings, code, formulas, tables, pictures, and what
    only some builders show are left out. References are not resolved yet.
    """
    page = document.next_node(nodes.section) or document
    sections = [child for child in page.children if isinstance(child, nodes.section)]
    above = [child for child in page.children if child not in sections]
    return tuple(_paragraphs(above)) or tuple(_paragraphs(sections[0].children if sections else ()))


def _paragraphs(children: Iterable[nodes.Node]) -> Iterator[nodes.paragraph]:
    for child in children:
        if isinstance(child, nodes.list_item):
            yield from _led([nodes.Text(_mark(child))], child.children)
        elif isinstance(child, nodes.definition_list_item | nodes.field):
            names = [each for each in child.children if isinstance(each, nodes.term | nodes.field_name)]
            blocks = (part for each in child.children if each not in names for part in each.children)
            yield from _led([*between(names, ", "), nodes.Text(": ")], blocks)
        elif isinstance(child, nodes.line_block):
            yield _detached(*between(child.findall(nodes.line), " "))
        elif isinstance(child, _AROUND):
            yield from _paragraphs(child.children)
        elif _is_line(child):
            yield _detached(*child.children)


def _is_line(node: nodes.Node) -> bool:
    is_heading = isinstance(node, nodes.title) and isinstance(node.parent, nodes.section)
    is_left_out = is_heading or isinstance(node, nodes.FixedTextElement | nodes.Invisible)
    return isinstance(node, nodes.TextElement) and not is_left_out


def _mark(item: nodes.list_item) -> str:
    if isinstance(item.parent, nodes.enumerated_list):
        return f"{item.parent.get('start', 1) + item.parent.index(item)}. "
    return "– "


def _led(lead: Sequence[nodes.Node], children: Iterable[nodes.Node]) -> Iterator[nodes.paragraph]:
    """The paragraphs of an item: one of its own lines behind the *lead*, and those of lists within it."""
    own: list[nodes.Node] = []
    below: list[nodes.paragraph] = []
    for is_list, group in groupby(children, lambda child: isinstance(child, _LISTS)):
        (below if is_list else own).extend(_paragraphs(group))
    if own or len(lead) > 1:
        yield _detached(*lead, *between(own, " "))
    yield from below


def _detached(*parts: nodes.Node) -> nodes.paragraph:
    """A copy of *parts* that does not lead to the document, which would be pickled with the environment."""
    found = nodes.paragraph("", "", *(part.deepcopy() for part in parts))
    for node in found.findall():
        node.document = None  # type: ignore[assignment]
    return found
