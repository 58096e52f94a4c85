"""Converts a page's doctree to Markdown, for language models and for readers who prefer it to HTML.

What only HTML has, such as drawings, filters and scripts, is left out. Of unknown nodes the text remains.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch
from itertools import chain, groupby

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import admonitionlabels

from . import commonmark
from .commonmark import BREAK, Block, List, Run, escape, joined, paragraph
from .html_words import preformatted, words
from .markdown_inline import Place, line, runs, unmarked
from .nodes import backlinks, depth, element, panel, timeline

DOT = " · "
"""Separates parts of a line."""
_PARTS = {"portfolio-when", "portfolio-title", "portfolio-details", "portfolio-summary"}
"""Classes of the paragraphs of a list item that form one line."""


def markdown(document: nodes.document, place: Place) -> str:
    """*document* in Markdown."""
    return commonmark.stacked(blocks(document, place))


@singledispatch
def blocks(node: nodes.Node, place: Place) -> Iterable[Block]:
    """The blocks that *node* becomes."""
    return _paragraph(runs(node, place)) if _is_text(node) else _stack(node.children, place)


def _is_text(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Text | nodes.Inline | nodes.TextElement)


def _stack(found: Iterable[nodes.Node], place: Place) -> Iterator[Block]:
    """The blocks of several nodes; adjacent inline nodes form one paragraph."""
    for is_inline, group in groupby(found, _is_inline):
        if is_inline:
            yield from _paragraph(chain.from_iterable(runs(node, place) for node in group))
        else:
            yield from chain.from_iterable(blocks(node, place) for node in group)


def _is_inline(node: nodes.Node) -> bool:
    """Whether *node* belongs to the paragraph of those beside it; HTML is in docutils, even where it is a block."""
    return isinstance(node, nodes.Text | nodes.Inline) and not isinstance(node, nodes.raw)


def _paragraph(found: Iterable[Run]) -> list[Block]:
    text = joined(found)
    return [paragraph(text)] if text else []


def _named(text: str) -> list[Block]:
    """A title in bold, for what is not a section."""
    return _paragraph([Run(commonmark.one_line(text), "**")])


@blocks.register(nodes.comment)
@blocks.register(nodes.pending)
@blocks.register(nodes.substitution_definition)
@blocks.register(nodes.system_message)
@blocks.register(nodes.meta)
@blocks.register(addnodes.index)
def _(node: nodes.Node, place: Place) -> Iterable[Block]:
    return ()


@blocks.register
def _(node: element, place: Place) -> Iterable[Block]:
    """The lists within an element of HTML; its own text links to places that only HTML has.

    One that the search leaves out has none: what it shows is elsewhere on the page.
    """
    if "no-search" in node["classes"]:
        return ()
    return _stack((child for child in node.children if not _is_text(child)), place)


@blocks.register
def _(node: nodes.title, place: Place) -> Iterable[Block]:
    if isinstance(node.parent, nodes.section):
        return [commonmark.heading(depth(node), line(node, place))]
    return _named(unmarked(node, place))


@blocks.register
def _(node: nodes.rubric, place: Place) -> Iterable[Block]:
    if "heading-level" in node:
        return [commonmark.heading(node["heading-level"], line(node, place))]
    return _named(unmarked(node, place))


@blocks.register
def _(node: nodes.paragraph, place: Place) -> Iterable[Block]:
    # Only for readers who followed an old URL, which leads to HTML.
    return () if "portfolio-moved" in node["classes"] else _paragraph(runs(node, place))


@blocks.register
def _(node: addnodes.compact_paragraph, place: Place) -> Iterable[Block]:
    """A table of contents, which Sphinx puts into a paragraph."""
    return _stack(node.children, place)


@blocks.register(nodes.literal_block)
@blocks.register(nodes.doctest_block)
def _(node: nodes.Element, place: Place) -> Iterable[Block]:
    language = node.get("language", "")
    return [commonmark.fenced(node.astext().rstrip("\n"), "" if language in {"default", "none"} else language)]


@blocks.register
def _(node: nodes.raw, place: Place) -> Iterable[Block]:
    """HTML: its words, and as code what is preformatted."""
    is_html = "html" in node.get("format", "").split()
    for number, part in enumerate(preformatted(node.astext()) if is_html else []):
        yield from [commonmark.fenced(part)] if number % 2 else _paragraph([Run(escape(words(part)))])


@blocks.register
def _(node: nodes.math_block, place: Place) -> Iterable[Block]:
    return [commonmark.fenced(node.astext(), "math")]


@blocks.register
def _(node: nodes.line_block, place: Place) -> Iterable[Block]:
    lines = (line(each, place) for each in node.findall(nodes.line))
    return [paragraph(BREAK.join(filter(None, lines)))]


@blocks.register
def _(node: nodes.transition, place: Place) -> Iterable[Block]:
    return ["---"]


@blocks.register
def _(node: nodes.block_quote, place: Place) -> Iterable[Block]:
    return _quoted(_stack(node.children, place))


@blocks.register
def _(node: nodes.attribution, place: Place) -> Iterable[Block]:
    return _paragraph([Run("— "), *chain.from_iterable(runs(child, place) for child in node.children)])


@blocks.register
def _(node: nodes.Admonition, place: Place) -> Iterable[Block]:  # type: ignore[misc] # which is not a node by itself
    assert isinstance(node, nodes.Element)
    # Sphinx's HTML writer may have added the name already.
    name = "" if isinstance(node.next_node(), nodes.title) else str(admonitionlabels.get(node.tagname, ""))
    return _quoted([*_named(escape(name)), *_stack(node.children, place)])


@blocks.register
def _(node: nodes.topic, place: Place) -> Iterable[Block]:
    return () if "contents" in node["classes"] else _stack(node.children, place)


def _quoted(found: Iterable[Block]) -> list[Block]:
    text = commonmark.stacked(found)
    return [commonmark.quotation(text)] if text else []


@blocks.register
def _(node: nodes.footnote, place: Place) -> Iterable[Block]:
    label, *rest = node.children
    return [commonmark.footnote(label.astext(), commonmark.stacked(_stack(rest, place)))]


@blocks.register(nodes.bullet_list)
@blocks.register(nodes.enumerated_list)
def _(node: nodes.Element, place: Place) -> Iterable[Block]:
    found: list[tuple[Block, ...]] = []
    for child in node.children:
        item = tuple(_item(child, place))
        # Timeline events side by side are a list in an item of its own.
        found += item[0].items if len(item) == 1 and isinstance(item[0], List) else [item] if item else []
    start = node.get("start", 1) if isinstance(node, nodes.enumerated_list) else None
    return [List(tuple(found), start)] if found else []


@blocks.register
def _(node: timeline, place: Place) -> Iterable[Block]:
    return chain.from_iterable(_stack(item.children, place) for item in node.children)


def _item(item: nodes.Node, place: Place) -> Iterator[Block]:
    """The blocks of a list item: the parts of a card on one line, and last the reasons why it is listed."""
    parts: list[str] = []
    rest: list[nodes.Node] = []
    reasons: list[tuple[Block, ...]] = []
    for child in _uncovered(item):
        classes = child["classes"] if isinstance(child, nodes.paragraph) else []
        if not _PARTS.isdisjoint(classes):
            parts.append(joined(runs(child, place)))
        elif "portfolio-why" in classes:
            reasons.append(tuple(blocks(child, place)))
        else:
            rest.append(child)
    if line := DOT.join(filter(None, parts)):
        yield paragraph(line)
    yield from _stack(rest, place)
    if reasons:
        yield List(tuple(reasons))


def _uncovered(item: nodes.Node) -> Iterator[nodes.Node]:
    """The content of an item, taken out of the frame of a card."""
    for child in item.children:
        if isinstance(child, nodes.container) and not {"sd-card", "sd-card-body"}.isdisjoint(child["classes"]):
            yield from _uncovered(child)
        else:
            yield child


@blocks.register
def _(node: nodes.field_list, place: Place) -> Iterable[Block]:
    return _pairs(_fields(node, place), place)


@blocks.register
def _(node: panel, place: Place) -> Iterable[Block]:
    kind = nodes.field_body("", nodes.paragraph("", node["label"]))
    return _pairs([(escape(place.language.gettext("Kind")), kind), *_fields(node, place)], place)


@blocks.register
def _(node: backlinks, place: Place) -> Iterable[Block]:
    return [commonmark.heading(depth(node) + 1, escape(node["label"])), *_pairs(_fields(node, place), place)]


def _fields(node: nodes.field_list, place: Place) -> Iterator[tuple[str, nodes.Node]]:
    for field in node.children:
        assert isinstance(field, nodes.Element)
        if not field.get("html"):
            name, body = field.children
            yield unmarked(name, place), body


@blocks.register
def _(node: nodes.definition_list, place: Place) -> Iterable[Block]:
    found = []
    for item in node.children:
        *terms, definition = item.children
        found.append((", ".join(unmarked(term, place) for term in terms), definition))
    return _pairs(found, place)


def _pairs(found: Iterable[tuple[str, nodes.Node]], place: Place) -> list[Block]:
    """A list of names, each with its content."""
    items: list[tuple[Block, ...]] = []
    for name, body in found:
        label = [Run(f"{name}:", "**"), Run(" ")] if name else []
        rest = list(body.children)
        first = runs(rest.pop(0), place) if rest and isinstance(rest[0], nodes.paragraph) else ()
        item = (*_paragraph([*label, *first]), *_stack(rest, place))
        items += [item] if item else []
    return [List(tuple(items))] if items else []


@blocks.register
def _(node: nodes.table, place: Place) -> Iterable[Block]:
    """A table if each cell is one line, otherwise a list of its rows."""
    titles = (title for title in node.children if isinstance(title, nodes.title))
    yield from chain.from_iterable(blocks(title, place) for title in titles)
    head, *others = ([list(row.children) for row in part.findall(nodes.row)] for part in _parts(node))
    rows = list(chain.from_iterable(others))
    names = [line(cell, place) for cell in head[0]] if head else []
    if len(head) <= 1 and all(map(_is_plain, chain(*head, *rows))) and len({len(row) for row in (*head, *rows)}) == 1:
        cells = [[line(cell, place) for cell in row] for row in rows]
        yield commonmark.table(names or [""] * len(rows[0]), cells)
    else:
        named = ([*names, *[""] * len(row)][: len(row)] for row in rows)
        items = (tuple(_pairs(zip(names, row, strict=True), place)) for names, row in zip(named, rows, strict=True))
        yield List(tuple(item for item in items if item))


def _parts(table: nodes.table) -> Iterator[nodes.Element]:
    """The head of a table, which may be empty, and its body."""
    yield table.next_node(nodes.thead) or nodes.thead()
    yield from table.findall(nodes.tbody)


def _is_plain(cell: nodes.Node) -> bool:
    assert isinstance(cell, nodes.entry)
    is_one = not ({"morerows", "morecols"} & cell.attributes.keys())
    return is_one and all(isinstance(child, nodes.paragraph) for child in cell.children) and len(cell.children) <= 1
