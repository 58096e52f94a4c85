"""Says how MyST reads the parts of a directive: its argument, its options, its content."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from textwrap import dedent

from myst_parser.parsers.options import TokenizeError, options_to_tokens

from .excerpt import Excerpt

VERBATIM = {
    *("abstracts", "bio", "deliveries", "entries", "exports", "front-matter", "person", "skills-index", "timeline"),
    *("code", "code-block", "code-cell", "digraph", "doctest", "eval-rst", "graph", "graphviz", "highlight", "image"),
    *("include", "index", "literalinclude", "math", "mermaid", "meta", "productionlist", "raw", "sourcecode"),
    *("testcode", "toctree"),
}
"""Directives whose content is not Markdown, this package's among them."""
WITHOUT_ARGUMENT = {
    *("attention", "caution", "compound", "danger", "epigraph", "error", "highlights", "hint", "important"),
    *("line-block", "note", "parsed-literal", "pull-quote", "seealso", "tab-set", "tip", "warning"),
}
"""Directives whose content may begin on their first line."""
OF_MARKDOWN = {
    **{name: {"caption"} for name in ("code", "code-block", "literalinclude", "sourcecode")},
    **{name: {"header", "footer"} for name in ("card", "grid-item-card")},
    "article-info": {"author", "date", "read-time"},
    "csv-table": {"header"},
    "sidebar": {"subtitle"},
}
"""Options that are Markdown, by their directives."""
OF_FILES = {"include", "literalinclude", "figure", "image", "graphviz"}
"""Directives whose argument is a file."""
FILE_OPTIONS = {"avatar", "file", "diff", "img-top", "img-bottom", "img-background", "target"}
"""Options whose value is a file; a target can be a page."""
WITHOUT_OPTIONS = {"bio", "epigraph", "eval-rst", "highlights", "pull-quote"}
WITHOUT_BLOCKS = {"line-block", "parsed-literal"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An option of a directive.

    :ivar written: the value as it is written, with quotes and over lines; where there is none, the name.
    """

    name: str
    value: str
    written: Excerpt


def read_options(content: Excerpt) -> tuple[tuple[Option, ...], Excerpt]:
    """The options at the top of a directive's *content*, and what stands below them.

    They are lines that begin with a colon, or a block between lines of hyphens
    (https://myst-parser.readthedocs.io/en/latest/syntax/roles-and-directives.html#parameterizing-options).
    """
    rows = content.lines
    if rows and rows[0].startswith("---"):
        end = next((number for number, row in enumerate(rows) if number and row.startswith("---")), len(rows))
        block = content[1:end].ends(dedent("\n".join(rows[1:end])).split("\n"))
        rest = content[end : end + 1].ends([row.lstrip("-").removeprefix(" ") for row in rows[end : end + 1]])
        below = rest + content[end + 1 :]
    else:
        marked = [*takewhile(lambda row: row.startswith(":") and not row.startswith(":::"), map(str.lstrip, rows))]
        block, below = content.ends([row[1:] for row in marked]), content[len(marked) :]
    try:
        pairs, _ = options_to_tokens(block.text)
    except TokenizeError:  # of which MyST warns
        return (), below
    options = []
    for key, value in pairs:
        written = value if value and value.value else key
        excerpt = block.cut(written.start.index, written.end.index)
        options.append(Option(name=key.value, value=value.value if value else "", written=excerpt))
    return tuple(options), below
