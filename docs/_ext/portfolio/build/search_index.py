"""Completes Sphinx's search index in an incremental build, where Sphinx only adds to that of the last build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from pathlib import Path

from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment
from sphinx.search import IndexBuilder, js_index
from sphinx.util.index_entries import split_index_msg


def is_broken(builder: StandaloneHTMLBuilder) -> bool:
    """Whether the last build's search index is missing or half written: Sphinx would go on with an incomplete one."""
    if not builder.search or builder.indexer_format is not js_index:
        return False
    try:
        js_index.loads((Path(builder.outdir) / builder.searchindex_filename).read_text("utf-8"))
    except (OSError, ValueError):
        return True
    return False


def complete(
    builder: Builder, env: BuildEnvironment, unlisted: Set[str], words: Mapping[str, Iterable[str]] | None = None
) -> None:
    """Make the search index that of all pages except *unlisted* ones, as a clean build would.

    Sphinx keeps words that no page contains any more, and loses the index entries of pages that it does not write.

    :param words: by docname, words that lead to the page before others, as index entries do.
    """
    indexer = getattr(builder, "indexer", None)
    if not isinstance(indexer, IndexBuilder):
        return
    indexer.prune(env.all_docs.keys() - unlisted)
    for found in (indexer._mapping, indexer._title_mapping):
        for word in [word for word, pages in found.items() if not pages]:
            del found[word]
    entries = env.domains.index_domain.entries
    indexer._index_entries.clear()
    # Not of pages that were never written, as where a build is asked for some only.
    for docname in sorted((env.all_docs.keys() & indexer._titles.keys()) - unlisted):
        own = [(word, "", "main") for word in (words or {}).get(docname, ())]
        indexer._index_entries[docname] = sorted([*_shown(entries.get(docname, ())), *own])


def _shown(entries: Iterable[tuple[str, str, str, str, str | None]]) -> list[tuple[str, str, str]]:
    """Index entries as ``IndexBuilder.feed`` extracts them from a page's doctree."""
    return sorted(
        {
            (part, target or "", main)
            for entry_type, value, target, main, _ in entries
            for part in split_index_msg(entry_type, value)
        }
    )
