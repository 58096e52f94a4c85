"""What only all pages together show: names that lead nowhere or twice, dates to come, claims without proof."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from portfolio.model.career import Career
from portfolio.model.dates import Period
from portfolio.model.entries import Entry, Key, references
from portfolio.model.fields import fields_of
from portfolio.model.kinds import KINDS, REFERENCES, Delivery, Employment, Skill, Talk

from .claim_checks import Found, at, check_claims
from .directive_options import (
    OPTIONS,
    WITH_ARGUMENT,
    WITH_CONTENT,
    bio_length,
    bio_markup,
    bio_misfit,
    contradiction,
    subject,
)
from .elements import Directive
from .entry_checks import Path, claim_paths
from .page_source import Source
from .problems import Problem, Suggestions, suggestion
from .prose import Prose, Reference, file_of

_BARE = (
    "in a heading a reference needs a text of its own, since tables of contents show it as it is written; "
    "write {role}`text <target>`, or [text](target)"
)
_SOURCE = re.compile(r"\.(?:md|rst)\Z")


def check(
    sources: Iterable[Source],
    *,
    career: Career,
    read: Mapping[str, Sequence[Reference]] | None = None,
    stale_after: int | None = None,
    is_file: Callable[[str], bool] | None = None,
) -> list[Found]:
    """All problems of all pages, by page and place, in time linear in pages and links.

    :param career: what the sources say; its day is the one against which dates are held.
    :param read: the references that a build found, by docname; where there is no build, those in the sources.
    :param stale_after: years after which a skill without new evidence is worth a notice; never where None.
    :param is_file: whether there is a file of some path below the folder of the pages; files are not missed where None.
    """
    pages = {source.docname: source for source in sorted(sources, key=lambda source: source.docname)}
    named = {
        docname: source.prose.references if read is None else source.located(read.get(docname, ()))
        for docname, source in pages.items()
    }
    found = [(source.docname, problem) for source in pages.values() for problem in source.front.problems]
    if read is None:  # In a build the directives report this themselves.
        found += [(source.docname, problem) for source in pages.values() for problem in _misread(source.prose)]
    found += chain(_duplicates(pages), _dangling(pages, named), _indiscreet(pages, named), _aliases(pages))
    found += chain(_proven(pages), _dates(pages, career.today), check_claims(pages, career), _unproven(pages, career))
    found += _unreached(pages, career)
    found += _stale(pages, career, stale_after) if stale_after is not None else ()
    found += _missing(pages.values(), is_file) if is_file else ()
    return sorted(found)


def _misread(prose: Prose) -> Iterator[Problem]:
    """Options of listings that their directives would not take."""
    for listing in prose.listings:
        if reason := _unfit(listing):
            yield Problem(
                line=listing.line, column=1, message=reason, topic="bio" if listing.name == "bio" else "option"
            )
        known, values = OPTIONS[listing.name], {}
        for each in listing.options:
            line, column = each.written.place(0)
            if each.name not in known:
                message = f'unknown option "{each.name}" of {listing.name}; {suggestion(each.name, known)}'
                yield Problem(line=line, column=1, message=message, topic="option")
                continue
            try:
                values[each.name] = known[each.name](each.value)
            except ValueError as error:
                message = f":{each.name}: of {listing.name}: {error}"
                yield Problem(line=line, column=column, message=message, topic="option")
        has_content = listing.name == "entries" and _has_content(listing)
        if len(values) == len(listing.options) and (reason := contradiction(values, has_content=has_content)):
            yield Problem(line=listing.line, column=1, message=reason, topic="option")


def _unfit(listing: Directive) -> str:
    """Why a directive cannot have its argument or content, and what to do; empty where it can."""
    argument, text = listing.argument.text, listing.body.text
    try:
        if listing.name == "bio":
            return bio_markup(text) or bio_misfit(bio_length(argument), text)
        if listing.name == "front-matter" and argument:
            subject(argument)
    except ValueError as error:
        return str(error)
    is_empty = listing.name in WITH_CONTENT or not _has_content(listing)
    return "" if is_empty else f"{listing.name} takes no content; remove it"


def _has_content(listing: Directive) -> bool:
    return bool(listing.body.text.strip() or (listing.name not in WITH_ARGUMENT and listing.argument.text))


def _duplicates(pages: Mapping[str, Source]) -> Iterator[Found]:
    first: dict[Key, str] = {}
    for docname, source in pages.items():
        if source.key is None:
            continue
        if source.key in first:
            message = (
                f'{source.key.kind} "{source.key.slug}" is {first[source.key]} already; give this file another name'
            )
            yield at(source, (), message, topic="duplicate")
        first.setdefault(source.key, docname)


def _dangling(pages: Mapping[str, Source], named: Mapping[str, Sequence[Reference]]) -> Iterator[Found]:
    slugs: dict[str, set[str]] = defaultdict(set)
    for source in pages.values():
        if source.key:
            slugs[source.key.kind].add(source.key.slug)

    known = {kind: Suggestions(slugs[kind]) for kind in KINDS}

    def message(key: Key) -> str:
        return f'there is no {key.kind} "{key.slug}"; {known[key.kind].suggestion(key.slug)}'

    for source in pages.values():
        for path, key in _named(source.entry) if source.entry else ():
            if key.slug not in slugs[key.kind]:
                path = path if path in source.front.places else path[:1]
                yield at(source, path, message(key), topic="reference")
        for each in named[source.docname]:
            if each.target.slug not in slugs[each.target.kind]:
                text = message(each.target)
                yield source.docname, Problem(line=each.line, column=each.column, message=text, topic="reference")
        for line, column in source.prose.bare:
            yield source.docname, Problem(line=line, column=column, message=_BARE, topic="reference")


def _named(entry: Entry) -> Iterator[tuple[Path, Key]]:
    """Every entry that *entry*'s front matter names, with the place where it does."""
    at_claims, seen = claim_paths(entry), Counter[str]()
    for field, key in references(entry):
        yield next(at_claims) if field.name == "skills" else (field.name, seen[field.name]), key
        seen[field.name] += 1


def _indiscreet(pages: Mapping[str, Source], named: Mapping[str, Sequence[Reference]]) -> Iterator[Found]:
    """Prose that names what nobody is to know of; in front matter it is left out, without a word."""
    private = {source.key for source in pages.values() if source.is_private}
    for source in pages.values():
        for each in named[source.docname] if not source.is_private else ():
            if each.target in private and each.in_prose:
                what = f'the {each.target.kind} "{each.target.slug}" is private'
                text = f"{what}; do not name it here, or let it be unlisted"
                yield source.docname, Problem(line=each.line, column=each.column, message=text, topic="reference")
    names = {docname for docname, source in pages.items() if source.is_private}
    for source in pages.values():
        for path, (line, column) in source.prose.files:
            if (name := _SOURCE.sub("", file_of(source.docname, path))) in names:
                text = (
                    f"the source of {name}, which is private, would be given away; remove this, or let it be unlisted"
                )
                yield source.docname, Problem(line=line, column=column, message=text, topic="reference")


def _aliases(pages: Mapping[str, Source]) -> Iterator[Found]:
    skills = [(source, source.entry) for source in pages.values() if isinstance(source.entry, Skill)]
    names: dict[str, Skill] = {}
    for _, skill in skills:
        for name in (skill.key.slug, skill.title):
            names.setdefault(name.casefold(), skill)
    claimed = dict(names)
    for source, skill in skills:
        for position, alias in enumerate(skill.aliases):
            owner = claimed.setdefault(alias.casefold(), skill)
            if owner is not skill:
                what = "the name" if alias.casefold() in names else "an alias"
                message = f'"{alias}" is {what} of the skill "{owner.key.slug}" already; leave it to one of them'
                yield at(source, ("aliases", position), message, topic="alias")


def _proven(pages: Mapping[str, Source]) -> Iterator[Found]:
    """Skills that the person claims, and that have a page, which proves them."""
    skills = [source.entry for source in pages.values() if isinstance(source.entry, Skill) and not source.is_private]
    names = {
        name.casefold(): skill.docname for skill in skills for name in (skill.key.slug, skill.title, *skill.aliases)
    }
    for source in pages.values():
        for group, claimed in source.person.claimed_skills.items() if source.person else ():
            for number, name in enumerate(claimed):
                if docname := names.get(name.casefold()):
                    paths: list[Path] = [("claimed_skills", group, number), ("claimed_skills", number)]
                    path = next((path for path in paths if path in source.front.places), ("claimed_skills",))
                    message = f'"{name}" has a page, {docname}, which proves it; remove it from "claimed_skills"'
                    yield at(source, path, message, topic="claim")


def _dates(pages: Mapping[str, Source], today: dt.date) -> Iterator[Found]:
    for source in pages.values():
        if source.entry:
            yield from _own_dates(source, source.entry, today)
        for position, delivery in enumerate(source.entry.deliveries if isinstance(source.entry, Talk) else ()):
            yield from _delivery_dates(source, position, delivery, today)


def _own_dates(source: Source, entry: Entry, today: dt.date) -> Iterator[Found]:
    for field in fields_of(type(entry)):
        if field.is_time and (period := getattr(entry, field.name)):
            yield from _own_date(source, (field.name,), period, today)
    for number, position in enumerate(entry.positions if isinstance(entry, Employment) else ()):
        if position.period:
            yield from _own_date(source, ("positions", number, "period"), position.period, today)


def _own_date(source: Source, path: Path, period: Period, today: dt.date) -> Iterator[Found]:
    """A date is not in the future, unless it is expected there."""
    if path not in source.front.places:
        return  # that of the whole, made of those of its parts
    if period.is_to_come(today):
        lasting = source.entry and source.entry.traits.lasting
        remedy = 'write "START – now" for what goes on, or put "(expected)" behind it' if lasting else "correct it"
        yield at(source, path, f"this date is still to come; {remedy}", topic="date")
    if period.ending == "expected" and period.end and period.end.latest < today:
        message = 'this date has passed; remove "(expected)", or correct it'
        yield at(source, path, message, topic="date", severity="notice")


def _delivery_dates(source: Source, position: int, delivery: Delivery, today: dt.date) -> Iterator[Found]:
    to_come = delivery.date.is_to_come(today)
    if to_come and not delivery.upcoming:
        message = 'this date is still to come; add "upcoming: true", or correct it'
        yield at(source, ("deliveries", position, "date"), message, topic="date")
    if delivery.upcoming and not to_come and (delivery.date.end or delivery.date.start).latest < today:
        message = 'this date has passed; remove "upcoming"'
        yield at(source, ("deliveries", position, "upcoming"), message, topic="date", severity="notice")


def _unproven(pages: Mapping[str, Source], career: Career) -> Iterator[Found]:
    """Skills without evidence; what a page with problems would prove counts, until that is known."""
    broken = [source for source in pages.values() if source.key and not source.entry]
    if any(source.front.skills is None for source in broken):
        return
    claimed = {slug for source in broken for slug in source.front.skills or ()}
    claimed |= {each.target.slug for source in broken for each in source.mentions() if each.target.kind == "skill"}
    for skill in career.entries("skill"):
        if career.evidence(skill.key) or skill.key.slug in claimed:
            continue
        message = (
            f'nothing proves the skill "{skill.key.slug}"; declare it in an entry\'s skills, or mention it in prose'
        )
        yield at(pages[skill.docname], (), message, topic="evidence")


def _stale(pages: Mapping[str, Source], career: Career, years: int) -> Iterator[Found]:
    for skill in career.entries("skill"):
        experience = career.experience(skill.key)
        if experience and experience.last and career.today.year - experience.last > years:
            message = (
                f'the skill "{skill.key.slug}" was last proven in {experience.last}; add newer evidence if there is'
            )
            yield at(pages[skill.docname], (), message, topic="evidence", severity="notice")


def _unreached(pages: Mapping[str, Source], career: Career) -> Iterator[Found]:
    """A work that nothing names, and that names nothing whose page would name it back."""
    names = {source.key for source in pages.values()}
    traits = {kind: cls.traits for kind, cls in KINDS.items()}
    works = (kind for kind, of in traits.items() if of.proves and not (of.occupation or of.stands_alone))
    for entry in career.entries(*works):
        named_back = any(key in names for _, key in references(entry))
        if not (named_back or career.naming(entry.key, *REFERENCES) or career.mentions(entry.key)):
            message = f"no page leads to this {entry.kind}; mention it, or give it skills, an employer or a project"
            yield at(pages[entry.docname], (), message, topic="unreached", severity="notice")


def _missing(pages: Iterable[Source], is_file: Callable[[str], bool]) -> Iterator[Found]:
    """A photo that is not there."""
    for source in pages:
        name = source.person.photo_file if source.person else ""
        if name and not is_file(name):
            message = f'there is no file "{name}"; add it below the folder of the pages, or correct "photo"'
            yield at(source, ("photo",), message, topic="frontmatter")
