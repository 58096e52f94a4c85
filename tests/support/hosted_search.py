"""What the search of Read the Docs indexes of a page, by the rules of its parser of August 2026, a little more strictly."""

from collections.abc import Sequence
from fnmatch import fnmatch

from selectolax.lexbor import LexborHTMLParser

DROPPED = "script, style, template, noscript, nav, [role=navigation], [role=search], .headerlink, .linenos, .lineno, .toctree-wrapper"


def indexed(name: str, page: str, ignored: Sequence[str] = ()) -> str:
    """The title and all text that can be found, of a page in the file *name*."""
    if any(fnmatch(name, pattern) for pattern in ignored):
        return ""
    tree = LexborHTMLParser(page)
    main = tree.css_first("[role=main]") or tree.css_first("main")
    if main is None:
        first = tree.css_first("h1")
        main = first.parent if first else tree.body
    assert main is not None
    for node in main.css(DROPPED):
        node.decompose()
    heading = main.css_first("h1") or tree.css_first("title")
    return " ".join(f"{heading.text() if heading else name} {main.text()}".split())
