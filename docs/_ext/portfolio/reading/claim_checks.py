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
    """All problems with the claims of all pages, by what is wrong."""
    around = {docname: _around(career, source.entry) for docname, source in pages.items() if source.entry}
    yield from _too_early(pages, career, around)
    yield from _outside(pages, around)
    yield from _to_come(pages, career)
    yield from _unbacked(pages, career)


def at(source: Source, path: Path, message: str, *, topic: Topic, severity: Severity = "error") -> Found:
    """A problem at a value of the front matter; at its beginning where that could not be read."""
    line, column = source.front.places.get(path, (1, 1))
    return source.docname, Problem(line=line, column=column, message=message, topic=topic, severity=severity)


def _too_early(pages: Mapping[str, Source], career: Career, arounds: Mapping[str, Period | None]) -> Iterator[Found]:
    """Claims that begin before the skill can have been used; without any date, those that were over by then."""
    for source, entry, path, claim in _claims(pages):
        skill = career.target(Key("skill", claim.skill))
        if not isinstance(skill, Skill) or (since := skill.since) is None:
            continue
        dated, around = (claim.period,) if claim.period else entry.periods, arounds[entry.docname]
        early = [period for period in dated if period.start.latest < since.earliest]
        if not dated and around and around.not_before(since) is None:
            early = [around]
        if early:
            message = (
                f'the claim of "{claim.skill}" begins in {early[0].start}, before {since}, the "since" of that skill; '
                f'date the claim, as in {{{claim.skill}: {since.year} – …}}, or correct "since"'
            )
            yield _at_period(source, path, claim, message)


def _outside(pages: Mapping[str, Source], arounds: Mapping[str, Period | None]) -> Iterator[Found]:
    """Dated claims of entries without dates, outside the time within which these lie."""
    for source, entry, path, claim in _claims(pages):
        around = arounds[entry.docname]
        if not entry.periods and around and claim.period and not around.holds(claim.period):
            message = f"{claim.period} is not within {around}, the time of the employers; write a part of that"
            yield _at_period(source, path, claim, message)


def _to_come(pages: Mapping[str, Source], career: Career) -> Iterator[Found]:
    """Dated claims that reach into the future."""
    for source, _, path, claim in _claims(pages):
        if claim.period and claim.period.is_to_come(career.today):
            message = 'this date is still to come; write "START – now" for what goes on'
            yield _at_period(source, path, claim, message)


def _around(career: Career, entry: Entry) -> Period | None:
    """The time within which *entry* lies, where all is known on which that depends."""
    within = (key for field, key in references(entry) if field.names and field.names.within)
    return career.period(entry) if entry.periods or all(map(career.get, within)) else None


def _unbacked(pages: Mapping[str, Source], career: Career) -> Iterator[Found]:
    """Claims of which nothing says what was done; talks and publications are their own proof."""
    for source in pages.values():
        if not (entry := source.entry) or not entry.traits.lasting:
            continue
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


def _claims(pages: Mapping[str, Source]) -> Iterator[tuple[Source, Entry, Path, Claim]]:
    for source in pages.values():
        if entry := source.entry:
            for path, claim in zip(claim_paths(entry), entry.claims, strict=True):
                yield source, entry, path, claim


def _at_period(source: Source, path: Path, claim: Claim, message: str) -> Found:
    paths = period_paths(path, claim.skill) if claim.period else [path]
    path = next(path for path in paths if path in source.front.places)
    return at(source, path, message, topic="claim")
