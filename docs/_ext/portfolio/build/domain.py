"""The portfolio domain: stores what was read from the pages, resolves references to entries, feeds the inventory."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Set
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from docutils.nodes import Element
from sphinx import addnodes
from sphinx.builders import Builder
from sphinx.domains import Domain, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode
from sphinx.util.typing import RoleFunction

from portfolio.i18n import wording
from portfolio.i18n.translation import Language
from portfolio.model.career import Career
from portfolio.model.dates import build_day
from portfolio.model.entries import Entry, Key, Visibility
from portfolio.model.kinds import KINDS
from portfolio.permalinks.anchors import as_read
from portfolio.permalinks.gather import gather, settled
from portfolio.permalinks.ledger import FILES, Address
from portfolio.permalinks.resolve import Permalinks
from portfolio.reading import source_files
from portfolio.reading.checks import check
from portfolio.reading.page_source import Source, digest, person
from portfolio.reading.problems import Problem
from portfolio.views.queries import Query, View
from portfolio.views.skills_index import SkillsIndex
from portfolio.views.timeline import Timeline

from . import collect
from .collect import PageData
from .plain_text import plain_text, words

if TYPE_CHECKING:
    from .state import BuildState, PrivatePage


class PortfolioDomain(Domain):
    """The data of all pages, keyed by docname, so that a page takes with it what it brought."""

    name = collect.DOMAIN
    label = "Portfolio"
    data_version = 3

    # Entries stay out of the search's object results: their pages' titles are found there already.
    object_types: ClassVar[dict[str, ObjType]] = {
        kind: ObjType(wording.kind(kind, Language.of("en")), kind, searchprio=-1) for kind in KINDS
    }
    roles: ClassVar[dict[str, RoleFunction | XRefRole]] = {
        kind: XRefRole(innernodeclass=nodes.inline) for kind in KINDS
    }
    initial_data: ClassVar[dict[str, Any]] = {"pages": {}, "private": digest(b"")}

    state: BuildState
    """Data of the current build, set when that begins; not pickled."""

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self._process = os.getpid()
        self._forget()

    @classmethod
    def of(cls, env: BuildEnvironment) -> PortfolioDomain:
        """The domain of an environment."""
        domain = env.get_domain(cls.name)
        assert isinstance(domain, cls)
        return domain

    @property
    def pages(self) -> dict[str, PageData]:
        """What was read from each page that is built, and the source of those that are not UTF-8."""
        return cast("dict[str, PageData]", self.data["pages"])

    def source(self, docname: str) -> Source | None:
        """The front matter and prose of a page; None where there is no such page."""
        page = self.pages.get(docname)
        return page.source if page else None

    def entry(self, docname: str) -> Entry | None:
        """The entry of a page; None where it has none, or one with problems."""
        source = self.source(docname)
        return source.entry if source else None

    def entitle(self, docname: str, title: str) -> None:
        """Give the entry of a page that is being read the *title* that it has in the site's language."""
        self.note_source(self.pages[docname].source.entitled(title))

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The front matter and prose of all pages, with anchors apart."""
        sources = {docname: page.source for docname, page in self.pages.items()}
        sources |= {docname: page.source for docname, page in self.state.private.items()}
        files, _ = self.lists()
        return settled(files, sources)

    def path(self, docname: str) -> Path:
        """A page's file."""
        private = self.state.private.get(docname)
        return private.path if private else self.env.doc2path(docname)

    @cached_property
    def link_lines(self) -> dict[str, dict[str, int]]:
        """By URL, the pages whose front matter links to it, each with the line there."""
        found: dict[str, dict[str, int]] = {}
        for docname, source in self.sources.items():
            for url, line in source.front.links.items() if source.entry or source.person else ():
                found.setdefault(url, {})[docname] = line
        return found

    def lists(self) -> tuple[dict[str, bytes], list[tuple[str, Problem]]]:
        """What the lists of addresses beside the pages hold, by name, and what is wrong with the unreadable."""
        return source_files.read(source_files.find(Path(self.env.srcdir), FILES), "permalinks")

    @cached_property
    def career(self) -> Career:
        """The career as read so far; built when it is first asked for after a change."""
        sources = self.sources
        return Career(
            entries={docname: source.entry for docname, source in sources.items() if source.entry},
            person=person(sources.values()),
            private={source.key for source in sources.values() if source.key and source.is_private},
            today=build_day(os.environ),
            mentions={docname: page.mentions for docname, page in self.pages.items() if page.mentions},
            timelines={name: page.timeline for name, page in self.pages.items() if page.timeline is not None},
            describe=self._describe,
        )

    def _describe(self, docname: str) -> tuple[str, ...]:
        """What a page says of its entry at first; all pages have been read by then."""
        page = self.pages.get(docname)
        return plain_text(self.env, docname, page.description) if page and page.description else ()

    @cached_property
    def permalinks(self) -> Permalinks:
        """The addresses of the pages as read so far, and those that were promised."""
        files, _ = self.lists()
        return gather(
            files,
            self.sources.values(),
            lambda source: as_read(source, self.pages[source.docname].anchors),
            root=self.env.config.root_doc,
        )

    # Reading, once a page

    def note_source(self, source: Source) -> None:
        """Store a page's source, before it is parsed."""
        if self._process != os.getpid():
            # A process that reads some of the pages keeps only those: its data are sent back to the main process.
            self._process = os.getpid()
            self.data["pages"] = {}
        self._forget()
        self.pages[source.docname] = PageData(source=source)

    def note_private(self, pages: Mapping[str, PrivatePage]) -> None:
        """Know of the pages that are not built in this build alone: the environment may lie where it is published."""
        self._forget()
        self.state.private = pages
        self.data["private"] = _names(pages)

    def is_shown_otherwise(self, hidden: Mapping[str, Visibility]) -> bool:
        """Whether the visibility of a page has changed since it was last read.

        :param hidden: the pages that are not public, as they are now.
        """
        private = _names(docname for docname, seen in hidden.items() if seen == "private")
        pages = self.pages.items()
        return private != self.data["private"] or any(
            page.source.front.visibility != hidden.get(docname, "public") for docname, page in pages
        )

    def note_document(self, docname: str, document: nodes.document) -> None:
        """Store what the parsed page holds."""
        self._forget()
        self.pages[docname] = collect.page_data(self.pages[docname].source, self.env.doc2path(docname), document)

    def clear_doc(self, docname: str) -> None:
        """Forget the page, before it is read again and when it is gone."""
        self._forget()
        self.pages.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over *docnames* from a process that read them."""
        self._forget()
        self.pages.update({docname: page for docname, page in otherdata["pages"].items() if docname in docnames})

    def _forget(self) -> None:
        """Drop what was derived from the pages; it is built again once a build, before processes fork to write."""
        for name in ("career", "permalinks", "sources", "link_lines"):
            self.__dict__.pop(name, None)
        self._views = dict[Query, View]()

    # Once a build, when all pages are read

    def view(self, query: Query) -> View:
        """The answer to a page's query from the career as it is at the end of reading."""
        if query not in self._views:
            self._views[query] = query.view(self.career, Language.of(self.env.config.language))
        return self._views[query]

    def notes(self, docname: str) -> list[tuple[str, Address, str]]:
        """The old anchors that a page keeps, empty for a whole page: each with its target and the target's title."""
        found = [
            (anchor, to, words(self.env.titles[to.page]))
            for anchor, to in self.permalinks.notes(docname)
            if to.page in self.env.titles
        ]
        lists = any(isinstance(query, Timeline | SkillsIndex) for query in self.pages[docname].queries)
        return [*found, *(self.permalinks.listed(docname) if lists else ())]

    def problems(self) -> list[tuple[str, Problem]]:
        """What is wrong with the pages, including those that were read in an earlier build."""
        stale_after = self.env.config.portfolio_stale_after
        read = {docname: page.references for docname, page in self.pages.items() if page.references}
        home = Path(self.env.srcdir)
        return check(
            self.sources.values(),
            career=self.career,
            read=read,
            stale_after=stale_after,
            is_file=lambda name: (home / name).is_file(),
        )

    # Writing

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: addnodes.pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """Lead to the entry's page; a role without text of its own shows the entry's title."""
        entry = self.career.target(Key(typ, target))
        if entry is None:
            return None
        if not node.get("refexplicit"):
            contnode = nodes.inline("", entry.title, classes=contnode["classes"])
        return make_refnode(builder, fromdocname, entry.docname, "", contnode)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: addnodes.pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        """The entries of every kind with this slug."""
        found = (
            (f"{self.name}:{kind}", self.resolve_xref(env, fromdocname, builder, kind, target, node, contnode))
            for kind in KINDS
        )
        return [(role, reference) for role, reference in found if reference]

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """Every entry, for the inventory: slug, title, kind, page."""
        for entry in self.career.entries():
            yield entry.key.slug, entry.title, entry.kind, entry.docname, "", -1


def _names(docnames: Iterable[str]) -> str:
    return digest("\n".join(sorted(docnames)).encode())
