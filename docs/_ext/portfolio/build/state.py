"""Holds the data of the current build, which are not pickled with the environment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sphinx.builders import Builder
from sphinx.builders.dummy import DummyBuilder

from portfolio.export.images.cards import Card
from portfolio.export.share_links import ShareLinks
from portfolio.model.entries import Visibility
from portfolio.reading.page_source import Source
from portfolio.reading.variant_files import Variants

from .exports import ExportFile
from .output_files import OutputFiles
from .record import Record
from .workers import Workers

Sidebar = Callable[[str, Callable[[str], str]], str]
"""From a docname, and a function from docnames to URLs, to the page's sidebar in HTML."""


@dataclass(frozen=True, kw_only=True)
class PrivatePage:
    """A page that is not built.

    :ivar source: what may be known of it.
    :ivar path: its file.
    """

    source: Source
    path: Path


@dataclass(kw_only=True)
class BuildState:
    """The current build. What pages in HTML show beside their own content is empty for other builders.

    :ivar builder: the builder at work.
    :ivar workers: what its processes have read and written.
    :ivar output: what is known of the files in its output folder.
    :ivar templates: the text of the site's own templates.
    :ivar extensions: the names of all extensions.
    :ivar hidden: the pages that are not public, as they are now.
    :ivar private: those of them that are not built.
    :ivar variants: the CV variants.
    :ivar exports: the files beside the pages.
    :ivar cards: the social cards, by docname.
    :ivar graphs: each page's JSON-LD, as HTML, by docname.
    :ivar share_links: what each entry's share box shows, by docname.
    :ivar sidebar: None where the theme makes its own.
    :ivar record: the fingerprints of the pages; None until the build is planned.
    :ivar warned: the pages that were warned of since.
    """

    builder: Builder
    workers: Workers
    output: OutputFiles
    templates: str = ""
    extensions: frozenset[str] = frozenset()
    hidden: Mapping[str, Visibility] = field(default_factory=dict)
    private: Mapping[str, PrivatePage] = field(default_factory=dict)
    variants: Variants = field(default_factory=Variants)
    exports: tuple[ExportFile, ...] = ()
    cards: Mapping[str, Card] = field(default_factory=dict)
    graphs: Mapping[str, str] = field(default_factory=dict)
    share_links: Mapping[str, ShareLinks] = field(default_factory=dict)
    sidebar: Sidebar | None = None
    record: Record | None = None
    warned: Set[str] = frozenset()

    def start_over(self, docnames: Iterable[str]) -> bool:
        """Remove what builds have written if a page has been hidden since, and tell whether it has.

        A build of some pages only, or of none, does not, for it would not write the others again: the next one does.

        :param docnames: all pages that are built.
        """
        is_whole = not self.workers.is_partial and not isinstance(self.builder, DummyBuilder)
        if not (self.hidden and is_whole and self.output.gone(self._built(docnames))):
            return False
        self.output.remove()
        return True

    def remember(self, docnames: Iterable[str]) -> None:
        """Remember what is in the output folder, once all of it is written, and what was: until that starts over.

        :param docnames: all pages that are built.
        """
        pages = self._built(docnames)
        gone = self.output.gone(pages)
        self.output.finish(pages | gone if self.workers.is_partial else gone | pages)

    def _built(self, docnames: Iterable[str]) -> dict[str, Visibility]:
        return {docname: self.hidden.get(docname, "public") for docname in docnames}

    @cached_property
    def private_files(self) -> frozenset[Path]:
        """The sources of pages that are not built, once these are known."""
        return frozenset(page.path.resolve() for page in self.private.values())
