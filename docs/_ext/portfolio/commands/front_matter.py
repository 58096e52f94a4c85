"""Finds what front matter says of a page that moves: its slug in the fields of the model, and substitutions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import yaml

from portfolio.model.fields import Kind
from portfolio.model.kinds import KINDS, REFERENCES
from portfolio.reading.yaml_nodes import BLOCK, Unreadable, compose

from .restructured_tables import Edit


def edits(text: str, named: Kind | None, slug: str, new_slug: str, rewrite: Callable[[str], str]) -> Iterator[Edit]:
    """The edits in the front matter of the page *text*.

    :param named: the kind of the entry that moves, if it is one.
    :param rewrite: gives the Markdown of a substitution after the move.
    """
    block = BLOCK.match(text)
    try:
        top = compose(text)
    except Unreadable:
        return
    if top is None or block is None:
        return
    for node in _named(top, named) if named else ():
        if node.value == slug:
            start, end = _span(node, block)
            inside = text.find(slug, start, end)
            if inside >= 0:
                yield inside, inside + len(slug), new_slug
    for node in _substitutions(top):
        if (new := rewrite(node.value)) != node.value:
            yield from _value(text, *_span(node, block), node.value, new)


def _span(node: yaml.Node, block: re.Match[str]) -> tuple[int, int]:
    start, end = (block.start("yaml") + mark.index for mark in (node.start_mark, node.end_mark))
    return start, end


def _value(text: str, start: int, end: int, old: str, new: str) -> Iterator[Edit]:
    """The edits that make *new* of the value *old*, which stands from *start* to *end* in the *text*.

    They keep its form where its lines stand there as they are, neither folded nor escaped.
    """
    found, at = list[Edit](), start
    for before, after in zip(old.split("\n"), new.split("\n"), strict=True):
        if (at := text.find(before, at, end)) < 0:
            quoted = yaml.safe_dump(new, default_style='"', allow_unicode=True, width=10**7)
            yield start, start + len(text[start:end].rstrip()), quoted.rstrip("\n")
            return
        found.append((at, at := at + len(before), after))
    yield from found


def _substitutions(top: yaml.MappingNode) -> Iterator[yaml.ScalarNode]:
    """The texts that the page substitutes for names in it (https://myst-parser.readthedocs.io/en/latest/syntax/optional.html#substitutions-with-jinja2)."""
    values: list[yaml.Node] = [top]
    for name in ("myst", "substitutions"):
        pairs = (pair for node in values if isinstance(node, yaml.MappingNode) for pair in node.value)
        values = [value for key, value in pairs if key.value == name]
    for node in values:
        if isinstance(node, yaml.MappingNode):
            yield from (value for _, value in node.value if isinstance(value, yaml.ScalarNode))


def _named(top: yaml.MappingNode, named: Kind) -> Iterator[yaml.Node]:
    """The entries of a kind that front matter names: in fields of an entry, and of its parts, such as positions."""
    facts = [value for key, value in top.value if key.value in KINDS and isinstance(value, yaml.MappingNode)]
    parts = [
        part
        for each in facts
        for key, value in each.value
        if key.value not in REFERENCES and isinstance(value, yaml.SequenceNode)
        for part in value.value
        if isinstance(part, yaml.MappingNode)
    ]
    for key, value in (pair for each in [*facts, *parts] for pair in each.value):
        if REFERENCES.get(key.value) == named:
            for item in value.value if isinstance(value, yaml.SequenceNode) else [value]:
                # A claim with a period or a proof is a mapping of one slug.
                yield item.value[0][0] if isinstance(item, yaml.MappingNode) and item.value else item
