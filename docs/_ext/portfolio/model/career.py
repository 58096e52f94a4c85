"""Answers questions about a career: what happened when, what belongs together, what proves a skill.

A :class:`Career` is built once from all entries and mentions, and never changed.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TypeVar

from .dates import Period, hull, recency
from .entries import Entry, Key, Slug, references
from .evidence import Evidence, Experience, Mention, bounds, evidence_of, experience
from .fields import Kind
from .kinds import KINDS, Delivery, Skill, Talk
from .person import Person

_Entry = TypeVar("_Entry", bound=Entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEvent:
    """Something on the timeline: an entry, or one delivery of a talk, with its period."""

    entry: Entry
    period: Period
    delivery: Delivery | None = None


class Career:
    """All entries, by key, with their relations in both directions.

    What is unlisted is found by its name or its page alone.

    :param entries: by docname. Where two share a key, the first docname in order has it.
    :param mentions: by docname.
    :param today: the day that "now" means.
    :param describe: from a docname to what that page says at first, as paragraphs of plain text.
    :param private: the names of entries of which nothing is to be said, and which are not among *entries*.
    :ivar person: whose it is, where the first page says so.
    :ivar timelines: the pages that show it all and can be filtered, each with the ids that it has already.
    """

    def __init__(
        self,
        *,
        entries: Mapping[str, Entry],
        mentions: Mapping[str, Sequence[Mention]],
        today: dt.date,
        person: Person | None = None,
        private: Set[Key] = frozenset(),
        timelines: Mapping[str, Sequence[str]] | None = None,
        describe: Callable[[str], tuple[str, ...]] = lambda docname: (),
    ) -> None:
        self.today = today
        self.person = person
        self.timelines = timelines or {}
        self._describe = describe
        self._entries: dict[Key, Entry] = {}
        self._periods: dict[str, Period | None] = {}
        self._private = private
        self._pages: dict[Key, list[str]] = defaultdict(list)
        self._naming: dict[tuple[str, Key], list[Entry]] = defaultdict(list)
        self._mentions: dict[Key, list[Mention]] = defaultdict(list)
        self._by_docname = {docname: entries[docname] for docname in sorted(entries)}
        for docname, entry in self._by_docname.items():
            self._entries.setdefault(entry.key, entry)
            self._pages[entry.key].append(docname)
        self._listed = [entry for entry in self._entries.values() if entry.visibility == "public"]
        for entry in self._listed:
            for name, key in dict.fromkeys((field.name, key) for field, key in references(entry)):
                self._naming[name, key].append(entry)
        unlisted = {entry.docname for entry in self._by_docname.values() if entry.visibility != "public"}
        for docname in sorted(mentions.keys() - unlisted):
            for mention in dict.fromkeys(mentions[docname]):
                self._mentions[mention.target].append(mention)
        in_order = sorted(self._by_docname.values(), key=lambda entry: _recency(entry, self.period(entry)))
        self._rank = {entry.docname: rank for rank, entry in enumerate(in_order)}
        self._evidence: dict[Key, tuple[Evidence, ...]] = {}
        self._experience: dict[Key, Experience | None] = {}

    def get(self, key: Key) -> Entry | None:
        """The entry named *key*, if there is one that is listed."""
        entry = self._entries.get(key)
        return entry if entry and entry.visibility == "public" else None

    def target(self, key: Key) -> Entry | None:
        """The entry to which a link in prose leads that names *key*, if there is one; it may be unlisted."""
        return self._entries.get(key)

    def is_private(self, key: Key) -> bool:
        """Whether there is an entry named *key* of which nothing is to be said."""
        return key in self._private

    def page(self, docname: str) -> Entry | None:
        """The entry whose page is *docname*, if it is one's."""
        return self._by_docname.get(docname)

    def entries(self, *kinds: Kind) -> list[Entry]:
        """The listed entries of the given kinds, or all, by docname."""
        return [entry for entry in self._listed if not kinds or entry.kind in kinds]

    def of(self, cls: type[_Entry]) -> list[_Entry]:
        """The listed entries of a kind, given by its class, by docname."""
        return [entry for entry in self._listed if isinstance(entry, cls)]

    def skills(self, entry: Entry) -> list[Skill]:
        """The skills that *entry* declares, in its author's order, as far as they exist."""
        named = (self.get(key) for key in dict.fromkeys(key for _, key in references(entry)))
        return [skill for skill in named if isinstance(skill, Skill)]

    def naming(self, key: Key, *fields: str) -> list[Entry]:
        """The entries whose front matter names *key* in one of *fields*, newest first."""
        return self.newest_first(entry for field in fields for entry in self._naming.get((field, key), ()))

    def description(self, entry: Entry) -> tuple[str, ...]:
        """What *entry*'s page says of it at first, as plain paragraphs."""
        return self._describe(entry.docname)

    def mentions(self, key: Key) -> list[Mention]:
        """The mentions of *key* on pages other than its own, by docname, in the order of the text."""
        own = set(self._pages.get(key, ()))
        return [mention for mention in self._mentions.get(key, ()) if mention.docname not in own]

    def period(self, entry: Entry) -> Period | None:
        """When *entry* was: its own periods as one, or else those of the entries within whose time it lies."""
        if entry.docname not in self._periods:
            around = (self.get(key) for field, key in references(entry) if field.names and field.names.within)
            self._periods[entry.docname] = entry.span or hull(each.span for each in around if each and each.span)
        return self._periods[entry.docname]

    def occupations(self, entry: Entry) -> list[Entry]:
        """The occupation that *entry* is, or those that its front matter names, as far as they exist."""
        if entry.traits.occupation:
            return [entry]
        named = (self.get(key) for _, key in references(entry))
        return [each for each in named if each and each.traits.occupation]

    @cached_property
    def occupation_numbers(self) -> Mapping[str, int]:
        """The occupations by docname, each with its number, from 1 in the order in which they ended.

        Those that stand side by side on the timeline have successive numbers; those without a time come last.
        """
        found = [entry for entry in self.newest_first(self._listed) if entry.traits.occupation]
        dated = [entry for entry in reversed(found) if entry.periods]
        in_order = [*dated, *(entry for entry in found if not entry.periods)]
        return {entry.docname: number for number, entry in enumerate(in_order, 1)}

    def occupation_number(self, entry: Entry) -> int:
        """The number of the first occupation to which *entry* belongs; 0 where it belongs to none."""
        first = next(iter(self.occupations(entry)), None)
        return self.occupation_numbers.get(first.docname, 0) if first else 0

    def newest_first(self, entries: Iterable[_Entry]) -> list[_Entry]:
        """*entries* by the end of their periods, newest first; ties by start, kind, title. No period: last."""
        return sorted(entries, key=lambda entry: self._rank[entry.docname])

    def timeline(self) -> list[TimelineEvent]:
        """Everything that has a time, newest first; each delivery of a talk is an event of its own."""
        found: list[TimelineEvent] = []
        for entry in self._listed:
            if isinstance(entry, Talk):
                found += (TimelineEvent(entry=entry, period=each.date, delivery=each) for each in entry.deliveries)
            elif period := self.period(entry):
                found.append(TimelineEvent(entry=entry, period=period))
        return sorted(found, key=lambda event: _recency(event.entry, event.period))

    def evidence(self, skill: Key) -> tuple[Evidence, ...]:
        """What proves *skill*, newest first.

        A skill's page proves no other skill: it only relates to it. Nor does a talk that was never given.
        """
        if skill not in self._evidence:
            self._evidence[skill] = tuple(self._find_evidence(skill))
        return self._evidence[skill]

    def _find_evidence(self, skill: Key) -> Iterator[Evidence]:
        found = self.target(skill)
        declaring = self.naming(skill, "skills")
        mentions: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.mentions(skill):
            mentions[mention.docname].append(mention)
        mentioning = (self.page(docname) for docname in mentions)
        proving = {entry.docname: entry for entry in chain(declaring, mentioning) if entry and entry.can_prove}
        declared = {entry.docname for entry in declaring}
        for entry in self.newest_first(proving.values()):
            claims = (each for each in entry.claims if each.skill == skill.slug and entry.docname in declared)
            own = mentions.get(entry.docname, ())
            yield evidence_of(entry, claims, own, skill=found, around=self.period(entry), today=self.today)

    @cached_property
    def proven(self) -> Mapping[str, tuple[Slug, ...]]:
        """The skills that each entry proves, by docname."""
        found: dict[str, list[Slug]] = defaultdict(list)
        for skill in self.entries("skill"):
            for each in self.evidence(skill.key):
                found[each.entry.docname].append(Slug(skill.key.slug))
        return {docname: tuple(skills) for docname, skills in found.items()}

    @cached_property
    def claimed(self) -> Mapping[str, tuple[Slug, ...]]:
        """The skills that each entry claims, as far as they exist and it can prove them, by docname."""
        return {
            entry.docname: tuple(Slug(skill.key.slug) for skill in self.skills(entry))
            for entry in self._listed
            if entry.can_prove
        }

    def experience(self, skill: Key) -> Experience | None:
        """First and last use of *skill* and the time it covers, as claims say; None where none of them is dated."""
        if skill not in self._experience:
            self._experience[skill] = experience(self.evidence(skill), self.today)
        return self._experience[skill]

    def bounds(self, skill: Key) -> Period | None:
        """Within which time *skill* was used, where that is all that is known of it."""
        return bounds(self.evidence(skill))


def _recency(entry: Entry, period: Period | None) -> tuple[int, int, int, str, str]:
    """A sort key: by :func:`.dates.recency`, then kind and title."""
    return *recency(period), _RANK[entry.kind], entry.title.casefold(), entry.docname


_RANK = {kind: rank for rank, kind in enumerate(KINDS)}
