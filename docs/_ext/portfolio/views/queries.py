"""What a page can ask of a career: a query is put there when the page is read, and answered when it is written."""

from __future__ import annotations

from portfolio.model.entries import Key

from .entry_page import Backlinks, Facts, Panel
from .listing import Cards, Entries
from .person import HCard, Introduction
from .skills_index import Index, SkillsIndex
from .talks import Abstracts, AbstractTexts, Deliveries, DeliveryList
from .timeline import Timeline, TimelineView

Query = Panel | Backlinks | Timeline | SkillsIndex | Entries | Introduction | Abstracts | Deliveries
View = Facts | Cards | TimelineView | Index | HCard | AbstractTexts | DeliveryList | None
"""An answer."""


def named(query: Query) -> list[Key]:
    """The entries that the author of *query* names in it."""
    match query:
        case Timeline():
            return [Key("skill", slug) for slug in query.skills]
        case Entries():
            at = [Key("employer", query.at)] if query.at else []
            skill = [Key("skill", query.skill)] if query.skill else []
            return [*at, *skill, *(Key(query.kind, slug) for slug in query.slugs if query.kind)]
        case _:
            return []
