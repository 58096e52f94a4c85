"""Sphinx's search index in an incremental build, where Sphinx adds to the last build's."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.search import IndexBuilder, js_index


def can_be_added_to(builder: StandaloneHTMLBuilder) -> bool:
    """Whether the last build's search index is whole; where not, Sphinx would go on with an incomplete one."""
    if not builder.search or builder.indexer_format is not js_index:
        return True
    try:
        js_index.loads((Path(builder.outdir) / builder.searchindex_filename).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return True


def prune(builder: Builder, docnames: Iterable[str]) -> None:
    """Forget the words that none of the pages *docnames* holds any more: Sphinx keeps them, with no pages."""
    indexer = getattr(builder, "indexer", None)
    if isinstance(indexer, IndexBuilder):
        indexer.prune(docnames)
        for words in (indexer._mapping, indexer._title_mapping):
            for word in [word for word, pages in words.items() if not pages]:
                del words[word]
