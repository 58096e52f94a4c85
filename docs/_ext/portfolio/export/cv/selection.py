"""Selects the entries of a CV and shortens them to its limits."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, islice
from urllib.parse import quote

from portfolio.export.formats import dialed, uri
from portfolio.export.site import Site
from portfolio.i18n import wording
from portfolio.model.career import Career
from portfolio.model.entries import Entry, Url
from portfolio.model.fields import Kind
from portfolio.model.kinds import KINDS, Delivery, Employer, Employment, Skill, Talk
from portfolio.model.person import Person
from portfolio.model.ranking import Choice, Relevance
from portfolio.model.variant import Limits, Variant
from portfolio.views import entry_rows
from portfolio.views.entry_rows import short_url
from portfolio.views.parts import Inline

from .shape import Curriculum, Group, Item, Section, Words

# They would turn what stands beside them (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters).
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def content(career: Career, site: Site, variant: Variant | None = None) -> Curriculum | None:
    """The curriculum vitae, or a variant of it; None where there is nothing to show."""
    choice = Choice.of(variant)
    limits = Limits.of(variant) if variant else Limits.of_pages(site.cv_pages)
    sections = tuple(_Selector(career, site, choice, limits).sections())
    if not sections:
        return None
    _ = site.language.gettext
    person = career.person or Person(name=site.author)
    name, label = _fit(person.name, limits.name), _fit(variant.title if variant else person.label or "", limits.name)
    return Curriculum(
        title=_("%(name)s: %(title)s", name=name, title=label if variant else _("Curriculum vitae")),
        name=name,
        label=label,
        overview=_("Summary"),
        summary=_fit(person.summary or "", limits.about),
        contacts=tuple(replace(each, text=_fit(each.text, limits.name)) for each in _contacts(person, site)),
        code=site.code,
        date=_changed(career, site),
        pages=limits.pages,
        paper=limits.paper,
        accent=site.accent,
        sections=sections,
    )


@dataclass(frozen=True)
class _Selector:
    """Includes entries under the same rules."""

    career: Career
    site: Site
    choice: Choice
    limits: Limits

    @cached_property
    def relevance(self) -> Relevance:
        return Relevance.of(self.career, self.choice.skills)

    def sections(self) -> Iterator[Section]:
        """The sections with something in them; in a variant the skills that matter come first."""
        _ = self.site.language.gettext
        first: tuple[Kind, ...] = ("skill",) if self.choice.skills else ()
        for kind in dict.fromkeys((*first, *KINDS)):
            heading = _(KINDS[kind].traits.many)
            if kind == "skill":
                section = Section(kind=kind, heading=heading, groups=tuple(self.groups()))
            else:
                section = Section(kind=kind, heading=heading, items=tuple(self.items(kind)))
            if section.items or section.groups:
                yield section
        yield from self.of_the_person()

    def of_the_person(self) -> Iterator[Section]:
        """The languages of the person and, last and not in a variant, the skills that nothing proves."""
        _ = self.site.language.gettext
        person = self.career.person
        if person and person.languages:
            spoken = (Words(text=name, label=fluency) for name, fluency in person.languages.items())
            yield Section(kind="person", heading=_("Languages"), groups=(Group(category="", skills=tuple(spoken)),))
        if person and person.claimed_skills and not self.choice.skills:
            groups = (
                Group(category=group, skills=tuple(Words(text=name) for name in names))
                for group, names in person.claimed_skills.items()
            )
            yield Section(kind="person", heading=_("Further skills"), groups=tuple(groups))

    def items(self, kind: Kind) -> list[Item]:
        """All employers, position by position, studies and sabbaticals; of projects and talks those that show most."""
        entries = self.choice.entries(self.career, kind)
        if most := self.limits.most(kind):
            matter = self.relevance.order(entries)
            showing = (entry for entry in matter if not self.choice.skills or self.relevance.shows(entry))
            return list(islice((item for entry in showing if (item := self.item(entry))), most))
        matter_most = self.relevance.order(entries) if self.choice.skills else entries
        matter_most = [entry for entry in matter_most if entry.all_highlights]
        full = {entry.docname for entry in matter_most[: self.limits.full]} if kind == "employer" else set[str]()
        parts = (part for entry in entries for part in (entry.parts if isinstance(entry, Employment) else (entry,)))
        several = {entry.docname for entry in entries if isinstance(entry, Employment) and entry.positions}
        found = (self.item(part, full=part.docname in full, in_part=part.docname in several) for part in parts)
        return [item for item in found if item]

    def item(self, entry: Entry, *, full: bool = False, in_part: bool = False) -> Item | None:
        """An entry, or *in_part* one of several positions; None for a talk that was not given yet."""
        period, public_proofs = entry.span, entry.public_proofs
        details = [_text(parts) for parts in entry_rows.details(self.career, entry, "cv", self.site.language)]
        if isinstance(entry, Talk):
            given = self._delivery(entry)
            if given is None:
                return None
            period, details = given.date, [given.event, given.place]
            public_proofs = replace(entry, deliveries=(given,)).public_proofs
        most = self.limits.highlights if full else self.limits.brief
        highlights: Sequence[str] = entry.highlights
        shown = tuple(_fit(each, self.limits.sentence) for each in highlights[:most])
        summary = _fit(entry.summary, self.limits.sentence)
        title, organization = self._page(entry), ""
        if role := entry.role if isinstance(entry, Employment) else None:
            # What one was leads; where that was comes next.
            title, organization = replace(title, text=_fit(role, self.limits.name)), title.text
            details = [each for each in details if each != role]
        return Item(
            period=period,
            when=wording.formal_period(period, self.site.language) if period else "",
            title=title,
            organization=organization,
            details=tuple(_fit(each, self.limits.name) for each in details if each),
            # What an employer is does not matter, but what came of the work there.
            summary=""
            if (isinstance(entry, Employer) and not in_part) or (entry.traits.occupation and shown)
            else summary,
            highlights=shown,
            links=tuple(
                Words(text=wording.public_proof(label, self.site.language), url=uri(url))
                for label, url in public_proofs.items()
            ),
        )

    def groups(self) -> Iterator[Group]:
        """The skills that something included proves, by category."""
        for category, skills in self.choice.categories(self.career, self.limits.skills):
            yield Group(category=_fit(category, self.limits.name), skills=tuple(map(self._skill, skills)))

    def _skill(self, skill: Skill) -> Words:
        years = entry_rows.years(self.career, skill.key, self.site.language, wording.formal_years)
        return replace(self._page(skill), label=years)

    def _delivery(self, talk: Talk) -> Delivery | None:
        """The latest delivery, if there are any the latest that can be looked at."""
        span = self.choice.span
        given = [each for each in talk.given if span is None or each.date.overlaps(span)]
        shown = [each for each in given if each.video or each.slides]
        return max(shown or given, key=lambda each: each.date.start.earliest, default=None)

    def _page(self, entry: Entry) -> Words:
        return Words(text=_fit(entry.title, self.limits.name), url=self.site.url(entry.docname))


def _text(parts: Iterable[Inline]) -> str:
    return "".join(part if isinstance(part, str) else part.text for part in parts)


def _contacts(person: Person, site: Site) -> Iterator[Words]:
    """Where the person is found: the place, then addresses, the portfolio's first."""
    _ = site.language.gettext
    if person.place:
        yield Words(text=person.place)
    if person.email:
        yield Words(text=person.email, url=f"mailto:{quote(person.email, safe='@+')}", label=_("Email"))
    if person.phone:
        yield Words(text=person.phone, url=f"tel:{dialed(person.phone)}", label=_("Telephone"))
    pages = [(_("Portfolio"), Url(site.base)), (_("Website"), person.url), *person.profiles.items()]
    seen: set[str] = set()
    for label, url in pages:
        if url and url.rstrip("/") not in seen:
            seen.add(url.rstrip("/"))
            yield Words(text=short_url(url), url=uri(url), label=label)


def _changed(career: Career, site: Site) -> dt.date | None:
    """When an entry last changed or, where that is not known or before that, the newest date that one names."""
    shown = (event.period for event in career.timeline() if not (event.delivery and event.delivery.upcoming))
    named = chain.from_iterable((span.start, span.end) for span in filter(None, shown))
    modified = site.modified()
    changed = (modified.get(entry.docname) for entry in career.entries())
    dates = [date.earliest for date in named if date] + [dt.date.fromisoformat(day[:10]) for day in changed if day]
    return max(dates, default=None)


def _fit(text: str, most: int) -> str:
    """*text* without superfluous spaces and what turns the writing; of a longer one as many whole words as fit."""
    text = " ".join(_TURNING.sub("", text).split())
    if len(text) <= most:
        return text
    cut = text[:most] if text[most].isspace() else text[:most].rpartition(" ")[0] or text[:most]
    return f"{cut.strip(' ,;:–-')} …"
