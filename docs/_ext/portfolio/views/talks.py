"""What organizers of events ask of a career: abstracts of the talks, and when and where they were and will be given."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from portfolio.i18n.translation import Language
from portfolio.model.career import Career, TimelineEvent
from portfolio.model.kinds import Delivery, Talk

from . import entry_rows
from .parts import Item, Page, line, page


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Paragraphs about one page, to be copied.

    :ivar name: their address on the page that shows them.
    """

    name: str
    title: Page
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AbstractTexts:
    """Several of them."""

    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryList:
    """A plain list.

    :ivar otherwise: what is said where there is nothing to list.
    """

    items: tuple[Item, ...]
    otherwise: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Abstracts:
    """The query for all talks as text to be copied."""

    def view(self, career: Career, language: Language) -> AbstractTexts:
        """Each talk's summary and description, newest first."""
        talks = career.newest_first(career.entries("talk"))
        return AbstractTexts(
            texts=tuple(
                Text(
                    name=f"abstract-{talk.key.slug}",
                    title=page(talk),
                    paragraphs=(talk.summary, *career.description(talk)),
                )
                for talk in talks
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliveries:
    """The query for the deliveries of all talks: those that were, those that are to come, or both.

    :ivar limit: at most so many.
    """

    past: bool = True
    upcoming: bool = True
    limit: int | None = None

    def view(self, career: Career, language: Language) -> DeliveryList:
        """What is to come, soonest first; then what was, newest first."""
        _ = language.gettext
        given = [event for event in career.timeline() if event.delivery]
        to_come, was = list[TimelineEvent](), list[TimelineEvent]()
        for event in given:
            (to_come if event.delivery and is_upcoming(event.delivery, career.today) else was).append(event)
        chosen = [*(reversed(to_come) if self.upcoming else ()), *(was if self.past else ())]
        return DeliveryList(
            items=tuple(_item(event, language) for event in chosen[: self.limit]),
            otherwise=_("None so far.") if self.past else _("None is announced at the moment."),
        )


def is_upcoming(delivery: Delivery, today: dt.date) -> bool:
    """Whether *delivery* was announced for a day that is still to come, or can be today."""
    return delivery.upcoming and (delivery.date.end or delivery.date.start).latest >= today


def _item(shown: TimelineEvent, language: Language) -> Item:
    talk, given = shown.entry, shown.delivery
    assert isinstance(talk, Talk)
    assert given is not None
    # An event that is over has a program page that organizers of another have no use for.
    public = given if given.upcoming else replace(given, program=None)
    event, *rest = entry_rows.delivery(talk, public, language).parts
    return line(Page(text=talk.title, docname=talk.docname, anchor=given.anchor), ": ", event, ", ", *rest)
