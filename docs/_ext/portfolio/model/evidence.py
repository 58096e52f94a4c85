"""How much evidence proves: piece by piece, year by year, and which skills it proves together.

A piece of evidence is the stronger

1. the more of its page says so: it declares the skill (2) and its prose mentions it (1), so that both (3) are more
   than the declaration, and that is more than a mention alone;
2. if anyone can look at it: source, video or slides;
3. the longer it lasted, talks having no length;
4. the later it was.

A skill is as strong as its evidence together: by the sum of the first, the number of the second, the time in use.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from .career import Career, Evidence
from .entries import Entry, Key, Slug


@dataclass(frozen=True, slots=True, order=True)
class Strength:
    """What evidence amounts to; see above. The greater, the stronger.

    :ivar said: 2 for a declaration, 1 for mentions.
    :ivar public: how much of it can be looked at.
    :ivar days: how long it lasted.
    """

    said: int
    public: int
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Successive years in which the same pieces of evidence lie.

    :ivar last: the last of the years, which belongs to it.
    :ivar count: how many there are.
    :ivar strongest: the strongest of them.
    """

    first: int
    last: int
    count: int
    strongest: Evidence


def strength(career: Career, each: Evidence) -> Strength:
    """How strong a piece of evidence is."""
    period = career.period(each.entry) if each.entry.traits.lasting else None
    extent = period.extent(career.today) if period else None
    return Strength(
        said=2 * each.declared + bool(each.mentions),
        public=bool(each.entry.exhibits),
        days=extent.end - extent.start if extent else 0,
    )


def strength_of_skill(career: Career, skill: Key) -> Strength:
    """How strong a skill's evidence is together."""
    each = [strength(career, evidence) for evidence in career.evidence(skill)]
    experience = career.experience(skill)
    return Strength(
        said=sum(one.said for one in each),
        public=sum(one.public for one in each),
        days=experience.days if experience else 0,
    )


def strongest_first(career: Career, evidence: Iterable[Evidence]) -> list[Evidence]:
    """*evidence*, which comes newest first, by strength."""
    return sorted(evidence, key=lambda each: strength(career, each), reverse=True)


def stretches(career: Career, skill: Key) -> list[Stretch]:
    """The years with evidence of *skill*, oldest first; a talk lies in the years in which it was given.

    The time that this takes grows with the evidence, and not with the years.
    """
    evidence = strongest_first(career, career.evidence(skill))
    begins: dict[int, list[tuple[int, int]]] = defaultdict(list)
    ends: Counter[int] = Counter()
    for rank, each in enumerate(evidence):
        for first, last in _merged(_years(career, each)):
            begins[first].append((rank, last))
            ends[last + 1] += 1
    found: list[Stretch] = []
    count, live = 0, list[tuple[int, int]]()
    for year, following in pairwise(sorted({*begins, *ends})):
        count += len(begins[year]) - ends[year]
        for one in begins[year]:
            heappush(live, one)
        while live and live[0][1] < year:
            heappop(live)
        if live:
            strongest = evidence[live[0][0]]
            found.append(Stretch(first=year, last=following - 1, count=count, strongest=strongest))
    return found


def together(career: Career, skill: Key, most: int) -> list[tuple[Entry, int]]:
    """The skills that share most evidence with *skill*, with the number of pieces; ties by title; at most so many."""
    shared = Counter(slug for each in career.evidence(skill) for slug in career.proven[each.entry.docname])
    del shared[Slug(skill.slug)]
    found = ((career.get(Key("skill", slug)), count) for slug, count in shared.items())
    pairs = [(entry, count) for entry, count in found if entry]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0].title.casefold(), pair[0].docname))[:most]


def _years(career: Career, each: Evidence) -> Iterator[tuple[int, int]]:
    """The first and last years of the periods in which a piece of evidence lies; what goes on lasts until today."""
    periods = each.entry.periods or filter(None, [career.period(each.entry)])
    for period in periods:
        last = period.end.year if period.end else career.today.year
        yield period.start.year, max(period.start.year, last)


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """*spans* of years in order, those that overlap or follow one another as one."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(last, found[-1][1])
        else:
            found.append((first, last))
    return found
