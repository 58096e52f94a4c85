"""Checks claims against what only all pages together show: when skills can have been used, and employers' time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from portfolio.model.career import Career
from portfolio.model.dates import Period
from portfolio.model.entries import Claim, Entry, Key, references
from portfolio.model.kinds import Skill
from portfolio.model.proof import named

from .entry_checks import Path, claim_paths, period_paths
from .page_source import Source
from .problems import Problem, Severity, Topic

Found = tuple[str, Problem]
"""A page's docname and a problem on it."""


def check_claims(pages: Mapping[str, Source], career: Career) -> Iterator[Found]:
    """All problems with the claims of all pages."""
    for source in pages.values():
        if entry := source.entry:
            around = _around(career, entry)
            for path, claim in zip(claim_paths(entry), entry.claims, strict=True):
                for message in _untimely(career, entry, claim, around):
                    yield _at_period(source, path, claim, message)
            yield from _unbacked(source, entry, career)


def at(source: Source, path: Path, message: str, *, topic: Topic, severity: Severity = "error") -> Found:
    """A problem at a value of the front matter; at its beginning where that could not be read."""
    line, column = source.front.places.get(path, (1, 1))
    return source.docname, Problem(line=line, column=column, message=message, topic=topic, severity=severity)


def _untimely(career: Career, entry: Entry, claim: Claim, around: Period | None) -> Iterator[str]:
    """What is wrong with the time of a claim.

    :param around: the time within which the *entry* lies, where that is known.
    """
    skill = career.target(Key("skill", claim.skill))
    if isinstance(skill, Skill) and (since := skill.since):
        # Without any date, those are too early that were over by then.
        dated = (claim.period,) if claim.period else entry.periods
        early = [period for period in dated if period.start.latest < since.earliest]
        if not dated and around and around.not_before(since) is None:
            early = [around]
        if early:
            yield (
                f'the claim of "{claim.skill}" begins in {early[0].start}, before {since}, the "since" of that skill; '
                f'date the claim, as in {{{claim.skill}: {since.year} – …}}, or correct "since"'
            )
    if not claim.period:
        return
    if not entry.periods and around and not around.holds(claim.period):
        yield f"{claim.period} is not within {around}, the time of the employers; write a part of that"
    if claim.period.is_to_come(career.today):
        yield 'this date is still to come; write "START – now" for what goes on'


def _around(career: Career, entry: Entry) -> Period | None:
    """The time within which *entry* lies, where all is known on which that depends."""
    within = (key for field, key in references(entry) if field.names and field.names.within)
    return career.period(entry) if entry.periods or all(map(career.get, within)) else None


def _unbacked(source: Source, entry: Entry, career: Career) -> Iterator[Found]:
    """Claims of which nothing says what was done; talks and publications are their own proof."""
    if not entry.traits.lasting:
        return
    claims, highlights = entry.claims, entry.all_highlights
    skills = {claim.skill: career.target(Key("skill", claim.skill)) for claim in claims}
    proven = {claim.skill for claim in claims if claim.proof}
    proven |= {slug for slug, skill in skills.items() if named(highlights, skill)}
    for path, claim in zip(claim_paths(entry), claims, strict=True):
        if (skill := skills[claim.skill]) and claim.skill not in proven:
            message = (
                f"nothing says what was done with {skill.title} at {entry.title}; "
                f'give the claim a "proof: …", or name the skill in a highlight'
            )
            yield at(source, path, message, topic="claim", severity="notice")


def _at_period(source: Source, path: Path, claim: Claim, message: str) -> Found:
    paths = period_paths(path, claim.skill) if claim.period else [path]
    path = next(path for path in paths if path in source.front.places)
    return at(source, path, message, topic="claim")
