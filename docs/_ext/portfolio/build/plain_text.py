"""Makes plain text of what a page says, with the words that a reader of the page sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docutils import nodes
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import ReferencesResolver
from sphinx.util.docutils import new_document
from sphinx.util.logging import suppress_logging


def plain_text(env: BuildEnvironment, docname: str, paragraphs: Iterable[nodes.paragraph]) -> tuple[str, ...]:
    """The text of *paragraphs* from the page *docname*, whose references are resolved as they are on that page.

    Footnotes and HTML are left out. References that lead nowhere are reported where the page itself is written.
    """
    document = new_document(docname)
    document.settings.env = env
    document += [paragraph.deepcopy() for paragraph in paragraphs]
    here = env.current_document.docname
    try:
        env.current_document.docname = docname
        with suppress_logging():
            for resolver in sorted(_resolvers(env), key=lambda each: each.default_priority):
                resolver(document).apply()
    finally:
        env.current_document.docname = here
    return tuple(words(paragraph).replace("\n", " ") for paragraph in document.children)


def words(node: nodes.Node) -> str:
    """The text of *node* as a reader sees it, without footnotes, HTML and what docutils has to say of it."""
    return "".join(_words(node))


def _resolvers(env: BuildEnvironment) -> Iterator[type[ReferencesResolver]]:
    """Sphinx's own and those that extensions such as MyST add."""
    return (each for each in env._registry.get_post_transforms() if issubclass(each, ReferencesResolver))


def _words(node: nodes.Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, nodes.Text):
            yield child.astext()
        elif isinstance(child, nodes.raw):
            yield " " * child.astext().startswith("<br")
        elif not isinstance(child, nodes.footnote_reference | nodes.system_message):
            yield from _words(child)
