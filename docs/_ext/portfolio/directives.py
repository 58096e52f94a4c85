"""The directives: each checks its options and leaves a placeholder with its query.

The reference of front matter is the exception: no page changes it, so it is made at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from . import wording
from .dates import PartialDate
from .language import Language
from .model import KINDS, Kind, Slug
from .nodes import listing
from .queries import Entries, Query, SkillsIndex, Timeline
from .reference import reference
from .schema import SLUG

Options = dict[str, Callable[[str], Any]]


def kind(argument: str) -> Kind:
    """One of the kinds.

    :raises ValueError: where it is none.
    """
    return cast("Kind", directives.choice(argument, tuple(KINDS)))


def kinds(argument: str) -> tuple[Kind, ...]:
    """Kinds that have a time, separated by commas or blanks.

    :raises ValueError: where there is none, or one of them is none.
    """
    found = tuple(kind(name) for name in _words(argument))
    if "skill" in found:
        raise ValueError("a skill has no time of its own; leave it out")
    return found


def slugs(argument: str) -> tuple[Slug, ...]:
    """Slugs, separated by commas or blanks.

    :raises ValueError: where there is none, or one of them is none.
    """
    return tuple(slug(name) for name in _words(argument))


def slug(argument: str) -> Slug:
    """A slug.

    :raises ValueError: where it is none.
    """
    if not SLUG.fullmatch(directives.unchanged_required(argument)):
        raise ValueError(f'"{argument}" is no slug; use lower-case words joined by hyphens')
    return Slug(argument)


def limit(argument: str) -> int:
    """A number of entries.

    :raises ValueError: where it is none.
    """
    return int(directives.positive_int(directives.unchanged_required(argument)))


def _words(argument: str) -> list[str]:
    if found := [word for word in re.split(r"[\s,]+", directives.unchanged_required(argument)) if word]:
        return found
    raise ValueError("name at least one, or leave the option out")


def date(argument: str) -> PartialDate:
    """A date as precise as it is known.

    :raises ValueError: where it is no date.
    """
    return PartialDate.parse(directives.unchanged_required(argument))


class TimelineDirective(SphinxDirective):
    """``timeline``: everything that has a time, newest first, or a part of it."""

    option_spec: ClassVar[Options | None] = {"kinds": kinds, "skills": slugs, "from": date, "to": date}

    def run(self) -> list[nodes.Node]:
        """Leave the placeholder."""
        options = self.options
        query = Timeline(
            kinds=options.get("kinds", ()),
            skills=options.get("skills", ()),
            since=options.get("from"),
            until=options.get("to"),
        )
        if query.since and query.until and query.since.earliest > query.until.latest:
            raise self.error("the timeline would end before it begins; let :from: be no later than :to:")
        return _placeholder(self, query)


class SkillsIndexDirective(SphinxDirective):
    """``skills-index``: all skills by category, with their evidence."""

    def run(self) -> list[nodes.Node]:
        """Leave the placeholder."""
        return _placeholder(self, SkillsIndex())


class EntriesDirective(SphinxDirective):
    """``entries``: the entries of a kind, at an employer or with a skill, or those named in its content, one a line."""

    has_content = True
    option_spec: ClassVar[Options | None] = {
        "kind": kind,
        "at": slug,
        "skill": slug,
        "limit": limit,
        "as": lambda argument: directives.choice(argument, ("list", "cards")),
    }

    def run(self) -> list[nodes.Node]:
        """Leave the placeholder."""
        options = self.options
        named = tuple(Slug(line.strip()) for line in self.content if line.strip())
        if named and "kind" not in options:
            raise self.error("entries named in the content need the option :kind: to say what they are")
        query = Entries(
            kind=options.get("kind"),
            at=options.get("at"),
            skill=options.get("skill"),
            limit=options.get("limit"),
            layout=options.get("as", "list"),
            slugs=named,
        )
        return _placeholder(self, query)


class FrontMatterDirective(SphinxDirective):
    """``front-matter``: the keys of a kind's front matter as a table, or of all kinds, a table each."""

    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Make the tables."""
        language = Language.of(self.config.language)
        if not self.arguments:
            return [node for of in KINDS for node in (_rubric(of, language), _table(of, language))]
        try:
            return [_table(kind(self.arguments[0]), language)]
        except ValueError as error:
            raise self.error(f"no kind of entry: {error}") from error


def _rubric(of: Kind, language: Language) -> nodes.rubric:
    found = nodes.rubric("", wording.kind(of, language), ids=[f"front-matter-{of}"])
    found["heading-level"] = 2
    return found


def _table(of: Kind, language: Language) -> nodes.table:
    _ = language.gettext
    columns = {_("Key"): 24, _("Type"): 17, _("Meaning"): 29, _("Example"): 30}
    head = nodes.row("", *(nodes.entry("", nodes.paragraph("", name)) for name in columns))
    body = nodes.tbody()
    for row in reference(of, language):
        cells = [
            nodes.literal("", row.key),
            nodes.Text(_("%(type)s, required", type=row.type) if row.required else row.type),
            nodes.Text(row.meaning),
            nodes.literal("", row.example),
        ]
        body += nodes.row("", *(nodes.entry("", nodes.paragraph("", "", cell)) for cell in cells))
    widths = [nodes.colspec(colwidth=width) for width in columns.values()]
    group = nodes.tgroup("", *widths, nodes.thead("", head), body, cols=len(columns))
    return nodes.table("", group, classes=["portfolio-reference", "colwidths-given"])


def _placeholder(directive: SphinxDirective, query: Query) -> list[nodes.Node]:
    node = listing(query=query)
    directive.set_source_info(node)
    return [node]
