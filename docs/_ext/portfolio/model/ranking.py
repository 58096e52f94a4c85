"""Which entries and skills a CV or a variant includes, and how much each entry shows of some skills.

It does not depend on the day, so that what is ordered by it is made again only when the career changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from .career import Career
from .dates import Period
from .entries import Entry, Key, Slug
from .fields import Kind
from .kinds import KINDS, Skill
from .strength import strength_of_skill
from .variant import Variant


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which part of a career is included, and what it is to show.

    :ivar skills: those that matter, in order; all where empty.
    :ivar kinds: the kinds of entry that are included; all where empty.
    :ivar span: only what overlaps it; all where None.
    """

    skills: tuple[Slug, ...] = ()
    kinds: tuple[Kind, ...] = ()
    span: Period | None = None

    @classmethod
    def of(cls, variant: Variant | None) -> Choice:
        """That of a variant; of the whole career where there is none."""
        return cls(skills=variant.skills, kinds=variant.kinds, span=variant.span) if variant else cls()

    def allows(self, kind: Kind) -> bool:
        """Whether entries of this kind are included."""
        return not self.kinds or kind in self.kinds

    def entries(self, career: Career, kind: Kind) -> list[Entry]:
        """The entries of a kind that are included, newest first."""
        found = career.entries(kind) if self.allows(kind) else []
        if self.span is not None:
            found = [entry for entry in found if _overlaps(career, entry, self.span)]
        return career.newest_first(found)

    def skills_in(self, career: Career) -> list[Skill]:
        """The skills that something included proves: those that matter in their order, else the best proven first."""
        included = {entry.docname for kind in KINDS for entry in self.entries(career, kind)}
        named = [career.get(Key("skill", slug)) for slug in self.skills]
        known = named or sorted(career.entries("skill"), key=partial(_best_proven_first, career))
        return [
            skill
            for skill in (known if self.allows("skill") else ())
            if isinstance(skill, Skill) and any(each.entry.docname in included for each in career.evidence(skill.key))
        ]

    def categories(self, career: Career, most: int | None = None) -> Iterator[tuple[str, list[Skill]]]:
        """At most so many of these skills by category: in the order of those that matter, else by name."""
        found: dict[str, list[Skill]] = {}
        for skill in self.skills_in(career)[:most]:
            found.setdefault(skill.category, []).append(skill)
        return ((name, found[name]) for name in (found if self.skills else sorted(found, key=str.casefold)))


@dataclass(frozen=True, slots=True)
class Relevance:
    """What the entries of a career show of the skills that matter.

    :ivar amounts: by docname, how much is said of the skills (:class:`.evidence.Strength`); all that is there is more
        than 0.
    :ivar public_first: whether what anyone can look at comes before all else, as where no skill matters more than
        others.
    """

    amounts: Mapping[str, int] = field(default_factory=dict)
    public_first: bool = False

    @classmethod
    def of(cls, career: Career, skills: Collection[Slug]) -> Relevance:
        """For these skills, or for all where there are none."""
        found: dict[str, int] = defaultdict(int)
        keys = [Key("skill", slug) for slug in skills] or [skill.key for skill in career.entries("skill")]
        for key in keys:
            for each in career.evidence(key):
                found[each.entry.docname] += each.strength.said
        return cls(found, public_first=not skills)

    def order(self, entries: Iterable[Entry]) -> list[Entry]:
        """*entries*, which come newest first, by how much they show and whether anyone can look at them."""

        def rank(entry: Entry) -> tuple[int, int]:
            amount, public = self.amounts.get(entry.docname, 0), int(bool(entry.public_proofs))
            return (public, amount) if self.public_first else (amount, public)

        return sorted(entries, key=rank, reverse=True)

    def shows(self, entry: Entry) -> bool:
        """Whether *entry* shows any of the skills."""
        return entry.docname in self.amounts


def _best_proven_first(career: Career, skill: Entry) -> tuple[int, int, str, str]:
    found = strength_of_skill(career, skill.key)
    return -found.said, -found.public, skill.title.casefold(), skill.docname


def _overlaps(career: Career, entry: Entry, span: Period) -> bool:
    return any(period.overlaps(span) for period in entry.periods or filter(None, [career.period(entry)]))
