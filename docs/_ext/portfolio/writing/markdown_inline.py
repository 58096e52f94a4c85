"""What is within the lines of a page, in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import singledispatch
from itertools import chain

from docutils import nodes
from sphinx import addnodes

from portfolio.i18n.translation import Language

from . import commonmark
from .commonmark import BREAK, Run, escape, joined
from .nodes import element


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where the Markdown will be.

    :ivar address: from an address as seen from the page to that seen from the Markdown.
    :ivar downloads: where the files are that the page offers, as seen from the page.
    :ivar language: that of the page.
    """

    address: Callable[[str], str]
    downloads: str
    language: Language


@singledispatch
def runs(node: nodes.Node, place: Place) -> Iterable[Run]:
    """The pieces of a line that *node* is."""
    return chain.from_iterable(runs(child, place) for child in node.children)


def line(node: nodes.Node, place: Place) -> str:
    """What is in *node*, as one line."""
    return joined(chain.from_iterable(runs(child, place) for child in node.children))


def unmarked(node: nodes.Node, place: Place) -> str:
    """The same with no emphasis in it, to be emphasised as a whole."""
    found = chain.from_iterable(runs(child, place) for child in node.children)
    return joined(run if run.mark == "`" else Run(run.text) for run in found)


@runs.register
def _(node: nodes.Text, place: Place) -> Iterable[Run]:
    return [Run(escape(node.astext()))]


@runs.register
def _(node: nodes.inline, place: Place) -> Iterable[Run]:
    if node.get("html"):
        return []
    return chain.from_iterable(runs(child, place) for child in node.children)


@runs.register
def _(node: nodes.strong, place: Place) -> Iterable[Run]:
    return [Run(unmarked(node, place), "**")]


@runs.register(nodes.emphasis)
@runs.register(nodes.title_reference)
def _(node: nodes.Element, place: Place) -> Iterable[Run]:
    return [Run(unmarked(node, place), "_")]


@runs.register(nodes.literal)
@runs.register(nodes.math)
def _(node: nodes.Element, place: Place) -> Iterable[Run]:
    return [Run(node.astext(), "`")]


@runs.register
def _(node: nodes.reference, place: Place) -> Iterable[Run]:
    text, address = line(node, place), node.get("refuri", f"#{node.get('refid', '')}")
    if node.astext() == address and (itself := commonmark.autolink(address)):
        return [Run(itself)]
    return [Run(commonmark.link(text, place.address(address)))] if text else []


@runs.register
def _(node: addnodes.download_reference, place: Place) -> Iterable[Run]:
    address = node.get("refuri") or f"{place.downloads}/{node.get('filename', '')}"
    return [Run(commonmark.link(line(node, place), place.address(address)))]


@runs.register
def _(node: nodes.image, place: Place) -> Iterable[Run]:
    return [Run(commonmark.image(escape(node.get("alt", "")), place.address(node["uri"])))]


@runs.register
def _(node: nodes.footnote_reference, place: Place) -> Iterable[Run]:
    return [Run(commonmark.reference(node.astext()))]


@runs.register
def _(node: nodes.abbreviation, place: Place) -> Iterable[Run]:
    meaning = node.get("explanation")
    return [Run(line(node, place)), *([Run(f" ({escape(meaning)})")] if meaning else [])]


@runs.register
def _(node: nodes.raw, place: Place) -> Iterable[Run]:
    """HTML is left out, but for the end of a line."""
    return [Run(BREAK)] if node.astext().startswith("<br") else []


@runs.register(nodes.comment)
@runs.register(nodes.system_message)
@runs.register(addnodes.index)
@runs.register(element)
def _(node: nodes.Node, place: Place) -> Iterable[Run]:
    return ()
