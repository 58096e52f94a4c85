"""Ranks skills by their evidence, and finds the years in which each was used, and the skills proved together.

A skill is as strong as its evidence together: by the sum of the first, the number of the second, the time in use.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from .career import Career
from .dates import merged
from .entries import Entry, Key, Slug
from .evidence import Evidence, Strength
from .kinds import Skill


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Successive years in which the same pieces of evidence lie.

    :ivar last: the last of the years, which belongs to it.
    :ivar count: how many there are.
    :ivar certain: whether any of them is dated, and not only known to lie within a time around these years.
    :ivar occupation: the number of the occupation to which most of them belong, the latest of several; 0 for none.
    """

    first: int
    last: int
    count: int
    certain: bool = True
    occupation: int = 0


def strength_of_skill(career: Career, skill: Key) -> Strength:
    """How strong a skill's evidence is together."""
    each = [evidence.strength for evidence in career.evidence(skill)]
    experience = career.experience(skill)
    return Strength(
        said=sum(one.said for one in each),
        public=sum(one.public for one in each),
        days=experience.days if experience else 0,
    )


def strongest_skills(career: Career) -> list[Skill]:
    """All skills, those with the strongest evidence first, ties by title."""
    by_title = sorted(career.of(Skill), key=lambda skill: skill.title.casefold())
    return sorted(by_title, key=lambda skill: strength_of_skill(career, skill.key), reverse=True)


def strongest_first(evidence: Iterable[Evidence]) -> list[Evidence]:
    """*evidence*, which comes newest first, by strength."""
    return sorted(evidence, key=lambda each: each.strength, reverse=True)


def stretches(career: Career, skill: Key) -> list[Stretch]:
    """The years in which *skill* was used, as claims say, oldest first; a mention says nothing of when.

    The time that this takes grows with the evidence, and not with the years.
    """
    pieces: Counter[int] = Counter()
    dated: Counter[int] = Counter()
    owned: dict[int, Counter[int]] = defaultdict(Counter)
    for each in career.evidence(skill):
        occupation = career.occupation_number(each.entry)
        for first, after in merged(_years(career, each)):
            for change, year in ((1, first), (-1, after)):
                pieces[year] += change
                dated[year] += change * bool(each.periods)
                owned[year][occupation] += change
    found: list[Stretch] = []
    count = certain = 0
    owners: Counter[int] = Counter()
    for year, following in pairwise(sorted(pieces)):
        count += pieces[year]
        certain += dated[year]
        owners.update(owned[year])
        if count:
            owner = max((pieces, number) for number, pieces in owners.items() if pieces)[1]
            stretch = Stretch(first=year, last=following - 1, count=count, certain=certain > 0, occupation=owner)
            found.append(stretch)
    return found


def together(career: Career, skill: Key, most: int) -> list[tuple[Entry, int]]:
    """The skills that share most evidence with *skill*, with the number of pieces; ties by title; at most so many."""
    shared = Counter(slug for each in career.evidence(skill) for slug in career.proven.get(each.entry.docname, ()))
    del shared[Slug(skill.slug)]
    found = ((career.get(Key("skill", slug)), count) for slug, count in shared.items())
    pairs = [(entry, count) for entry, count in found if entry]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0].title.casefold(), pair[0].docname))[:most]


def _years(career: Career, each: Evidence) -> Iterator[tuple[int, int]]:
    """The first years of the times of a piece of evidence, or of that around it, and the years after the last."""
    for period in each.periods or filter(None, [each.within]):
        yield period.start.year, max(period.start.year, period.last_year(career.today)) + 1
