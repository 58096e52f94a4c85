"""Converts inline nodes to Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import singledispatch
from itertools import chain

from docutils import nodes
from sphinx import addnodes

from portfolio.i18n.translation import Language

from . import commonmark
from .commonmark import BREAK, Run, escape, joined
from .nodes import element, html_of, is_html_only
from .raw_html import Tag, marked, pieces


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where the Markdown is written.

    :ivar resolve: from a URL relative to the page to one relative to the Markdown file, or absolute.
    :ivar number: what the page shows before a title, a caption or a link, or beside an equation; mostly nothing.
    :ivar downloads: URL of the folder of downloads, relative to the page.
    :ivar language: the page's.
    """

    resolve: Callable[[str], str]
    number: Callable[[nodes.Element], str]
    downloads: str
    language: Language


@singledispatch
def runs(node: nodes.Node, place: Place) -> Iterable[Run | Tag]:
    """The runs that *node* becomes."""
    return chain.from_iterable(runs(child, place) for child in node.children)


def line(node: nodes.Node, place: Place) -> str:
    """The content of *node* as one line."""
    return joined(marked(chain.from_iterable(runs(child, place) for child in node.children)))


def unmarked(node: nodes.Node, place: Place) -> str:
    """The same without emphasis, to be emphasized as a whole."""
    found = chain.from_iterable(runs(child, place) for child in node.children)
    return joined(run if run.mark == "`" else Run(run.text) for run in marked(found))


@runs.register
def _(node: nodes.Text, place: Place) -> Iterable[Run]:
    return [Run(escape(node.astext()))]


@runs.register
def _(node: nodes.inline, place: Place) -> Iterable[Run | Tag]:
    if is_html_only(node):
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
    text, url = line(node, place), node.get("refuri", f"#{node.get('refid', '')}")
    if node.astext() == url and (itself := commonmark.autolink(url)):
        return [Run(itself)]
    return [Run(commonmark.link(escape(place.number(node)) + text, place.resolve(url)))] if text else []


@runs.register
def _(node: addnodes.download_reference, place: Place) -> Iterable[Run]:
    url = node.get("refuri") or f"{place.downloads}/{node.get('filename', '')}"
    return [Run(commonmark.link(line(node, place), place.resolve(url)))]


@runs.register
def _(node: nodes.image, place: Place) -> Iterable[Run]:
    return [Run(commonmark.image(escape(node.get("alt", "")), place.resolve(node["uri"])))]


@runs.register
def _(node: nodes.footnote_reference, place: Place) -> Iterable[Run]:
    return [Run(commonmark.reference(node.astext() or node["refid"]))]


@runs.register
def _(node: nodes.abbreviation, place: Place) -> Iterable[Run]:
    meaning = node.get("explanation")
    return [Run(line(node, place)), *([Run(f" ({escape(meaning)})")] if meaning else [])]


@runs.register
def _(node: nodes.raw, place: Place) -> Iterable[Run | Tag]:
    html = html_of(node)
    return [Run(BREAK)] if re.fullmatch(r"<br\s*/?>\s*", html) else pieces(html, place.resolve)


@runs.register(nodes.comment)
@runs.register(nodes.system_message)
@runs.register(addnodes.index)
@runs.register(element)
def _(node: nodes.Node, place: Place) -> Iterable[Run]:
    return ()
