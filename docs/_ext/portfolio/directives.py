"""The directives: each checks its options and leaves a placeholder with its query."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from .model import KINDS, Kind, PartialDate, Slug
from .nodes import listing
from .queries import Entries, SkillsIndex, Timeline

Options = dict[str, Callable[[str], Any]]


def kind(argument: str) -> Kind:
    """One of the kinds.

    :raises ValueError: where it is none.
    """
    return cast("Kind", directives.choice(argument, tuple(KINDS)))


def kinds(argument: str) -> tuple[Kind, ...]:
    """Kinds, separated by commas.

    :raises ValueError: where one of them is none.
    """
    return tuple(kind(name) for name in names(argument))


def names(argument: str) -> tuple[Slug, ...]:
    """Slugs, separated by commas.

    :raises ValueError: where there is none.
    """
    return tuple(Slug(name.strip()) for name in directives.unchanged_required(argument).split(",") if name.strip())


def date(argument: str) -> PartialDate:
    """A date as precise as it is known.

    :raises ValueError: where it is no date.
    """
    return PartialDate.parse(directives.unchanged_required(argument))


class TimelineDirective(SphinxDirective):
    """``timeline``: everything that has a time, newest first, or a part of it."""

    option_spec: ClassVar[Options | None] = {"kinds": kinds, "skills": names, "from": date, "to": date}

    def run(self) -> list[nodes.Node]:
        """Leave the placeholder."""
        options = self.options
        query = Timeline(
            kinds=options.get("kinds", ()),
            skills=options.get("skills", ()),
            since=options.get("from"),
            until=options.get("to"),
        )
        return [listing(query=query)]


class SkillsIndexDirective(SphinxDirective):
    """``skills-index``: all skills by category, with their evidence."""

    def run(self) -> list[nodes.Node]:
        """Leave the placeholder."""
        return [listing(query=SkillsIndex())]


class EntriesDirective(SphinxDirective):
    """``entries``: the entries of a kind, at an employer or with a skill, or those named in its content, one a line."""

    has_content = True
    option_spec: ClassVar[Options | None] = {
        "kind": kind,
        "at": directives.unchanged_required,
        "skill": directives.unchanged_required,
        "limit": directives.positive_int,
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
        return [listing(query=query)]
