"""The directives: each checks its options and leaves a placeholder with its query.

Only the front-matter reference is made at once: it does not depend on any page.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from docutils import nodes
from docutils.statemachine import StringList
from sphinx import addnodes
from sphinx.directives.other import TocTree
from sphinx.roles import XRefRole
from sphinx.util import docname_join, logging
from sphinx.util.docutils import ReferenceRole, SphinxDirective
from sphinx.util.matching import patfilter
from sphinx.util.nodes import explicit_title_re
from sphinx.util.typing import OptionSpec

from portfolio.i18n import wording
from portfolio.i18n.translation import Language
from portfolio.model.entries import Slug
from portfolio.model.kinds import SUBJECTS
from portfolio.reading.directive_options import (
    OPTIONS,
    bio_length,
    bio_markup,
    contradiction,
    paragraphs,
    subject,
)
from portfolio.views.front_matter_reference import reference
from portfolio.views.listing import Entries
from portfolio.views.person import Introduction
from portfolio.views.queries import Query
from portfolio.views.skills_index import SkillsIndex
from portfolio.views.talks import Abstracts, Deliveries
from portfolio.views.timeline import Timeline
from portfolio.writing.nodes import copyable, export, exports, listing

from .domain import PortfolioDomain

logger = logging.getLogger(__name__)


class QueryDirective(SphinxDirective):
    """A directive that asks the career."""

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder with the query."""
        # MyST hands content over that is not meant to be there, and warns of it.
        named = self.has_content and any(line.strip() for line in self.content)
        if reason := contradiction(self.options, has_content=named):
            raise self.error(reason)
        return _placed(self, listing(query=self._query()))

    def _query(self) -> Query:
        raise NotImplementedError


class TimelineDirective(QueryDirective):
    """``timeline``: everything that has a time, newest first, or a part of it."""

    option_spec: ClassVar[OptionSpec | None] = OPTIONS["timeline"]

    def _query(self) -> Timeline:
        return Timeline(
            kinds=self.options.get("kinds", ()),
            skills=self.options.get("skills", ()),
            since=self.options.get("from"),
            until=self.options.get("to"),
        )


class SkillsIndexDirective(QueryDirective):
    """``skills-index``: all skills by category, with their evidence."""

    def _query(self) -> SkillsIndex:
        return SkillsIndex(categories=tuple(self.config.portfolio_categories))


class EntriesDirective(QueryDirective):
    """``entries``: the entries of a kind, at an employer or with a skill, or those named in its content, one a line."""

    has_content = True
    option_spec: ClassVar[OptionSpec | None] = OPTIONS["entries"]

    def _query(self) -> Entries:
        return Entries(
            kind=self.options.get("kind"),
            at=self.options.get("at"),
            skill=self.options.get("skill"),
            limit=self.options.get("limit"),
            layout=self.options.get("as", "list"),
            slugs=tuple(Slug(line.strip()) for line in self.content if line.strip()),
        )


class PersonDirective(QueryDirective):
    """``person``: who it is whose career it is, and where else to find them."""

    def _query(self) -> Introduction:
        title = self.state.document.next_node(nodes.title)
        return Introduction(title=title.astext() if title else "")


class AbstractsDirective(QueryDirective):
    """``abstracts``: each talk's title, summary and description, as plain text to copy."""

    def _query(self) -> Abstracts:
        return Abstracts()


class DeliveriesDirective(QueryDirective):
    """``deliveries``: when and where talks were and will be given, or one of the two."""

    option_spec: ClassVar[OptionSpec | None] = OPTIONS["deliveries"]

    def _query(self) -> Deliveries:
        chosen = self.options.keys() & {"past", "upcoming"} or {"past", "upcoming"}
        return Deliveries(past="past" in chosen, upcoming="upcoming" in chosen, limit=self.options.get("limit"))


class FrontMatterDirective(SphinxDirective):
    """``front-matter``: a table of the front-matter keys of a kind or of the person, or all tables."""

    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Make the tables."""
        language = Language.of(self.config.language)
        if not self.arguments:
            return _placed(self, *(node for of in SUBJECTS for node in (_rubric(of, language), _table(of, language))))
        try:
            return _placed(self, _table(subject(self.arguments[0]), language))
        except ValueError as error:
            raise self.error(str(error)) from error


class BioDirective(SphinxDirective):
    """``bio``: plain text to copy, with its number of words, which is counted once the page is translated."""

    has_content = True
    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Show the text, with a place for the number."""
        text = "\n".join(self.content)
        try:
            wanted = bio_length(self.arguments[0])
        except ValueError as error:
            raise self.error(str(error)) from error
        if written := bio_markup(text):
            raise self.error(written)
        said = copyable(paragraphs(text))
        _placed(self, said, *said.children)
        return [said, nodes.paragraph("", classes=["portfolio-details"], translatable=False, wanted=wanted)]


class VisibleTocTree(TocTree):
    """Sphinx's ``toctree`` without the pages that are not public, as if they were not named in it."""

    def parse_content(self, toctree: addnodes.toctree) -> None:
        """Leave them out, whether named one by one, which Sphinx would warn of, or found by a pattern."""
        hidden = PortfolioDomain.of(self.env).state.hidden
        here = self.env.current_document.docname
        named = [(line, docname_join(here, _named(line, self.config.source_suffix))) for line in self.content]
        named = [(line, docname) for line, docname in named if docname not in hidden]
        if toctree["glob"]:
            others = self.env.found_docs - hidden.keys() - {here}
            named = [(line, name) for line, name in named if patfilter(others, name) or not patfilter(hidden, name)]
        self.content = StringList([line for line, _ in named])
        super().parse_content(toctree)
        toctree["entries"] = [each for each in toctree["entries"] if each[1] not in hidden]
        toctree["includefiles"] = [name for name in toctree["includefiles"] if name not in hidden]


def _named(line: str, suffixes: Iterable[str]) -> str:
    """The docname on a line of a toctree, where it may have one of the *suffixes* of pages."""
    explicit = explicit_title_re.match(line)
    name = explicit[2] if explicit else line
    return name.removesuffix(next(filter(name.endswith, suffixes), ""))


class ExportsDirective(SphinxDirective):
    """``exports``: links to the site's exports, in HTML only."""

    def run(self) -> list[nodes.Node]:
        """Leave the placeholder."""
        return _placed(self, exports())


class ExportRole(ReferenceRole):
    """``export``: a link to one of the site's exports by the name of its file, in HTML only."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Leave the placeholder."""
        node = export("", self.title, file=self.target)
        self.set_source_info(node)
        return [node], []


class EntryRole(XRefRole):
    """A role that refers to an entry, wherever it was found; without the standard domain's name in front."""

    def __call__(self, name: str, *args: Any, **options: Any) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Read it as that of this extension's domain."""
        return super().__call__(f"{PortfolioDomain.name}:{name.rpartition(':')[2]}", *args, **options)


def _rubric(of: str, language: Language) -> nodes.rubric:
    found = nodes.rubric("", wording.subject(of, language), ids=[f"front-matter-{of}"], translatable=False)
    found["heading-level"] = 2
    return found


def _table(of: str, language: Language) -> nodes.table:
    _ = language.gettext
    names = (_("Key"), _("Type"), _("Meaning"), _("Example"))
    head = nodes.row("", *(nodes.entry("", nodes.paragraph("", name)) for name in names))
    body = nodes.tbody()
    for row in reference(of, language):
        cells = [
            nodes.literal("", row.key),
            nodes.Text(_("%(type)s, required", type=row.type) if row.required else row.type),
            nodes.Text(row.meaning),
            nodes.literal("", row.example),
        ]
        body += nodes.row("", *(nodes.entry("", nodes.paragraph("", "", cell)) for cell in cells))
    widths = [nodes.colspec(colwidth=width) for width in (24, 17, 29, 30)]
    group = nodes.tgroup("", *widths, nodes.thead("", head), body, cols=len(widths))
    return nodes.table("", group, classes=["portfolio-reference", "colwidths-given"])


def _placed(directive: SphinxDirective, *made: nodes.Node) -> list[nodes.Node]:
    """The nodes that a directive *made*, with its place in the source."""
    for node in made:
        directive.set_source_info(node)
    return [*made]
