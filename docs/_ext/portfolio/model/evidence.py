"""What proves a skill: the entries that claim or mention it, when they say it was used, and for how long together.

A piece of evidence is the stronger

1. the more of its page says so: it claims the skill (2), a sentence says what was done (1), and its prose mentions
   it (1), so that a claim is more than a mention alone, and a claim with proof more than one without;
2. if anyone can look at it: source, video or slides;
3. the longer it lasted, as is claimed, talks and publications having no length;
4. the later it was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .dates import PartialDate, Period, hull, union
from .entries import Claim, Entry, Key
from .kinds import Skill
from .proof import named


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A role in prose that names an entry.

    :ivar docname: the page that holds it.
    :ivar page: that page's title.
    :ivar anchor: the fragment of the nearest heading, empty for the page's own title.
    :ivar heading: that heading's text, empty for the page's own title.
    """

    docname: str
    page: str
    anchor: str
    heading: str
    target: Key


@dataclass(frozen=True, slots=True, order=True)
class Strength:
    """What evidence amounts to; see above. The greater, the stronger.

    :ivar said: 2 for a claim, 1 for a sentence that proves it, 1 for mentions.
    :ivar public: how much of it can be looked at.
    :ivar days: how long it lasted.
    """

    said: int
    public: int
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One entry that proves a skill: by claiming it, by headings whose prose mentions it, or both.

    :ivar claim: None where it only mentions it.
    :ivar periods: when the skill was used, as is claimed.
    :ivar within: the time within which that was, where no more is known.
    :ivar proof: the sentence that says what was done: the claim's own, or a highlight that names the skill.
    """

    entry: Entry
    claim: Claim | None
    mentions: tuple[Mention, ...]
    strength: Strength
    periods: tuple[Period, ...] = ()
    within: Period | None = None
    proof: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    """When and for how long a skill was in use, as entries claim.

    :ivar first: the first year with a claim.
    :ivar last: the last one, None while it goes on.
    :ivar days: the days covered by claims of entries that last, overlaps counted once; 0 if there is none.
    :ivar exact: whether all dates behind *days* are known to the month.
    """

    first: int
    last: int | None
    days: int
    exact: bool


def evidence_of(
    entry: Entry,
    claims: Iterable[Claim],
    mentions: Sequence[Mention],
    *,
    skill: Entry | None,
    around: Period | None,
    today: dt.date,
) -> Evidence:
    """What *entry* proves of *skill*, as it claims and mentions it.

    :param claims: its claims of that skill; one with a sentence of its own comes before the others.
    :param skill: None where it has no page, and nothing is known of it but its name.
    :param around: when the entry was, or within which time it lies.
    """
    claimed = sorted(claims, key=lambda claim: not claim.proof)
    public, mentioned = int(bool(entry.public_proofs)), int(bool(mentions))
    if not claimed:
        return Evidence(entry=entry, claim=None, mentions=tuple(mentions), strength=Strength(mentioned, public, 0))
    since = skill.since if isinstance(skill, Skill) else None
    whole = any(claim.period is None for claim in claimed)
    claimed_periods = entry.periods if whole else tuple(claim.period for claim in claimed if claim.period)
    within = None if claimed_periods else next(_possible(filter(None, [around]), since, today), None)
    periods = tuple(_possible(claimed_periods, since, today))
    sentence = claimed[0].proof or named(entry.all_highlights, skill)
    days = union(period.extent(today) for period in periods) if entry.traits.lasting else 0
    return Evidence(
        entry=entry,
        claim=claimed[0],
        mentions=tuple(mentions),
        strength=Strength(2 + bool(sentence) + mentioned, public, days),
        periods=periods,
        within=within,
        proof=sentence,
    )


def experience(evidence: Sequence[Evidence], today: dt.date) -> Experience | None:
    """First and last use of a skill and the time it covers, as claims say; None where none of them is dated.

    Talks and publications count for the first and last year: they are not time in use.
    """
    periods = [period for each in evidence for period in each.periods]
    if not periods:
        return None
    lasting = (each for each in evidence if each.entry.traits.lasting)
    used = [period.extent(today) for each in lasting for period in each.periods]
    ongoing = any(period.is_open(today) for period in periods)
    return Experience(
        first=min(period.start.year for period in periods),
        last=None if ongoing else max(period.last_year(today) for period in periods),
        days=union(used),
        exact=all(extent.exact for extent in used),
    )


def bounds(evidence: Sequence[Evidence]) -> Period | None:
    """Within which time a skill was used, where that is all that is known of it."""
    if any(each.periods for each in evidence):
        return None
    return hull(each.within for each in evidence if each.within)


def _possible(periods: Iterable[Period], since: PartialDate | None, today: dt.date) -> Iterator[Period]:
    """The parts of *periods* in which a skill can have been used: none before there was such a thing, none ahead."""
    for period in periods:
        part = period.not_before(since) if since else period
        if part and not part.is_ahead(today):
            yield part
