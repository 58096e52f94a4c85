"""Markdown as its readers parse it, each text once a run."""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

PARSER = MarkdownIt("commonmark").enable("table")


@cache
def parsed(markdown: str) -> tuple[Token, ...]:
    """The tokens of a text, which several tests look at."""
    return tuple(PARSER.parse(markdown))


def rendered(markdown: str) -> str:
    """The text as HTML."""
    html: str = PARSER.renderer.render(parsed(markdown), PARSER.options, {})
    return html
