"""The portfolio domain: the only store of what was read, and the home of its references and its inventory."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Set
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from docutils.nodes import Element
from sphinx import addnodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.domains import Domain, ObjType
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode

from portfolio.html.sidebar import Navigation
from portfolio.i18n import wording
from portfolio.i18n.translation import Language
from portfolio.model.career import Career, Mention
from portfolio.model.dates import build_day
from portfolio.model.entries import Entry, Key, Visibility
from portfolio.model.kinds import KINDS, Talk
from portfolio.permalinks import redirect_pages
from portfolio.permalinks.resolve import Permalinks
from portfolio.reading.checks import check
from portfolio.reading.page_source import Source, digest, person
from portfolio.reading.problems import Problem
from portfolio.reading.prose import Reference
from portfolio.views.queries import Query, View
from portfolio.views.skills_index import SkillsIndex
from portfolio.views.timeline import Timeline
from portfolio.writing.nodes import exports, listing

from . import collect, toctrees
from .state import Work

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import RoleFunction


_DATA = (
    "sources",
    "references",
    "mentions",
    "descriptions",
    "queries",
    "timelines",
    "outward",
    "included",
    "anchors",
    "exporting",
)


class PortfolioDomain(Domain):
    """Entries by kind and slug. All data is keyed by docname, so that a page takes with it what it brought."""

    name = collect.DOMAIN
    label = "Portfolio"
    data_version = 1

    # Entries stay out of the search's object results: their pages' titles are found there already.
    object_types: ClassVar[dict[str, ObjType]] = {
        kind: ObjType(wording.kind(kind, Language.of("en")), kind, searchprio=-1) for kind in KINDS
    }
    roles: ClassVar[dict[str, RoleFunction | XRefRole]] = {
        kind: XRefRole(innernodeclass=nodes.inline) for kind in KINDS
    }
    initial_data: ClassVar[dict[str, Any]] = {name: {} for name in _DATA}

    builder: Builder | None = None
    """The builder at work, never pickled."""
    templates: str = ""
    """The text of the site's own templates."""
    hidden: Mapping[str, Visibility] = {}
    """The pages that are not public, as they are now."""
    work: Work
    """What it makes; a build's own, never pickled."""

    _career: Career | None
    _navigation: Navigation | None
    _permalinks: Permalinks | None
    _views: dict[Query, View]

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self.work = Work()
        self._process = os.getpid()
        self._forget()

    @property
    def sources(self) -> dict[str, Source]:
        """What each page says in its own words."""
        return cast("dict[str, Source]", self.data["sources"])

    @property
    def references(self) -> dict[str, tuple[Reference, ...]]:
        """What each page names: in roles, and in the options and contents of listings."""
        return cast("dict[str, tuple[Reference, ...]]", self.data["references"])

    @property
    def mentions(self) -> dict[str, tuple[Mention, ...]]:
        """The roles in each page's prose."""
        return cast("dict[str, tuple[Mention, ...]]", self.data["mentions"])

    @property
    def queries(self) -> dict[str, tuple[Query, ...]]:
        """What each page asks of the career."""
        return cast("dict[str, tuple[Query, ...]]", self.data["queries"])

    @property
    def outward(self) -> dict[str, bool]:
        """The pages that refer to something by other names than ours: by path, label or a guess."""
        return cast("dict[str, bool]", self.data["outward"])

    @property
    def career(self) -> Career:
        """The career as read so far; built when it is first asked for after a change."""
        if self._career is None:
            entries = {docname: source.entry for docname, source in self.sources.items() if source.entry}
            private = {source.key for source in self.sources.values() if source.key and source.is_private}
            known = {name: self.data[name] for name in ("mentions", "timelines", "descriptions")}
            owner = person(self.sources.values())
            self._career = Career(entries=entries, person=owner, private=private, today=build_day(os.environ), **known)
        return self._career

    @property
    def permalinks(self) -> Permalinks:
        """The addresses of the pages as read so far, and those that were promised."""
        if self._permalinks is None:
            self._permalinks = redirect_pages.gather(Path(self.env.srcdir), self.sources, self.data["anchors"])
        return self._permalinks

    # Reading, once a page

    def note_source(self, source: Source) -> None:
        """Store what a page says."""
        if self._process != os.getpid():
            self._disinherit()
        self._forget()
        self.sources[source.docname] = source

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Store the page's references, mentions and queries. Titles of other pages are not known yet."""
        self._forget()
        if references := tuple(collect.references(env.doc2path(docname), document)):
            self.references[docname] = references
        if mentions := tuple(collect.mentions(docname, document)):
            self.mentions[docname] = mentions
        if docname in self.sources and isinstance(self.sources[docname].entry, Talk):
            self.data["descriptions"][docname] = collect.description(document)
        if queries := tuple(node["query"] for node in document.findall(listing)):
            self.queries[docname] = queries
        if document.next_node(exports):
            self.data["exporting"][docname] = True
        self.data["anchors"][docname] = collect.anchors(document)
        if (taken := collect.timeline(document)) is not None:
            self.data["timelines"][docname] = taken
        if any(node.get("refdomain") != self.name for node in document.findall(addnodes.pending_xref)):
            self.outward[docname] = True

    def clear_doc(self, docname: str) -> None:
        """Forget the page, before it is read again and when it is gone."""
        self._forget()
        for name in self.initial_data:
            self.data[name].pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over *docnames* from a process that read them."""
        self._forget()
        for name in self.initial_data:
            self.data[name].update({doc: data for doc, data in otherdata[name].items() if doc in docnames})

    def _disinherit(self) -> None:
        """Keep, in a process that reads some pages only, what is of those: it all goes back to the process before."""
        self._process = os.getpid()
        for name in self.initial_data:
            self.data[name] = {}

    def _forget(self) -> None:
        """Start anew with what is made of the pages, once a build and before the processes part that write."""
        self._career = self._navigation = self._permalinks = None
        self._views = {}

    # Once a build, before pages are read

    def outdated(self, files: Mapping[str, bytes], *, added: Set[str], gone: Set[str]) -> set[str]:
        """The pages to read again that Sphinx would not: changed behind its back, or made with pages now gone or new.

        :param files: every page's source, as it is now.
        """
        found = {name for name, data in files.items() if self._is_changed(name, data)}
        if gone:
            found |= {name for name, below in self.env.toctree_includes.items() if not gone.isdisjoint(below)}
            found |= self.env.glob_toctrees
        if gone or added:
            found |= self.outward.keys()
        return found & files.keys()

    def _is_changed(self, docname: str, data: bytes) -> bool:
        source, inclusions = self.sources.get(docname), self.data["included"].get(docname)
        return source is not None and (source.digest, inclusions) != (digest(data), self._inclusions(docname))

    def _inclusions(self, docname: str) -> str | None:
        """A digest of the files that a page was made with, but for its own; None where there are none."""
        paths = [Path(self.env.srcdir, name) for name in sorted(map(str, self.env.dependencies.get(docname, ())))]
        return digest(b"".join(path.read_bytes() for path in paths if path.is_file())) if paths else None

    # Once a build, when all pages are read

    def note_inclusions(self) -> None:
        """Take down what pages were made with; Sphinx looks at those files' times only."""
        for docname in self.sources.keys() - self.data["included"].keys():
            self.data["included"][docname] = self._inclusions(docname)

    def view(self, query: Query) -> View:
        """The answer to a page's query from the career as it is at the end of reading."""
        if query not in self._views:
            self._views[query] = query.view(self.career, Language.of(self.env.config.language))
        return self._views[query]

    def notes(self, docname: str) -> list[redirect_pages.Note]:
        """The old anchors that a page keeps."""
        lists = any(isinstance(query, Timeline | SkillsIndex) for query in self.queries.get(docname, ()))
        return redirect_pages.notes(self.permalinks, docname, self.env.titles, lists=lists)

    def navigation(self, builder: Builder) -> Navigation | None:
        """The site's tree, where the pages show no more than a part of it: on a large site in the theme Furo.

        Of the other themes each has its own ways, which are left to it.
        """
        if len(self.env.all_docs) <= self.env.config.portfolio_full_navigation_limit:
            return None
        if builder.name not in {"html", "dirhtml"} or not isinstance(builder, StandaloneHTMLBuilder):
            return None
        if builder.theme.name != "furo":
            return None
        if self._navigation is None:
            self._navigation = toctrees.navigation(self.env, builder)
        return self._navigation

    def problems(self) -> list[tuple[str, Problem]]:
        """What is wrong with the pages, those included that were read in an earlier build."""
        stale_after = self.env.config.portfolio_stale_after
        return check(self.sources.values(), career=self.career, read=self.references, stale_after=stale_after)

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
        entry = self._find(typ, target)
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

    def _find(self, kind: str, slug: str) -> Entry | None:
        return self.career.target(Key(kind, slug)) if kind in KINDS else None
