"""The page of an entry: the panel with its facts, and its back-links, what other pages say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from portfolio.i18n import wording
from portfolio.i18n.translation import Language
from portfolio.model.career import Career
from portfolio.model.dates import Period
from portfolio.model.entries import Entry, Slug
from portfolio.model.fields import PUBLIC_PROOFS, Kind, fields_of
from portfolio.model.kinds import KINDS, Skill
from portfolio.model.strength import together

from . import entry_rows, evidence_rows, source_names, timeline_filters
from .parts import Inline, Item, Part, Row, joined, line, page, rows
from .tints import tint

TOGETHER = 8
"""How many skills a skill's page names that are proven together with it."""
UNFOLDED = 5
"""How many sources are shown at once; more are folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The info panel of an entry's page, or its back-links: rows about one entry.

    :ivar label: what they are called, for those who cannot see where they stand.
    :ivar highlights: what came of it.
    :ivar positions: the positions at an employer.
    :ivar tint: the number of the tint of the occupation to which it belongs.
    """

    kind: Kind
    name: Literal["panel", "backlinks"]
    label: str
    summary: str
    rows: tuple[Row, ...]
    highlights: tuple[str, ...] = ()
    positions: tuple[Part, ...] = ()
    tint: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The query for the info panel of the entry on page *docname*."""

    docname: str

    def view(self, career: Career, language: Language) -> Facts:
        """What the entry's own front matter says, references resolved to titles."""
        _ = language.gettext
        entry = career.page(self.docname)
        assert entry is not None
        others = [(label, url) for label, url in entry.links.items() if label not in PUBLIC_PROOFS]
        seen = entry_rows.public_proofs(entry, entry.own_public_proofs, language)
        named = [(_("Website") if label == "website" else label[:1].upper() + label[1:], url) for label, url in others]
        links = [entry_rows.link(entry, label, url, language) for label, url in named]
        if isinstance(entry, Skill) and entry.link:
            links.insert(0, entry_rows.link(entry, _("Home page"), entry.link, language))
        # The way to all that proves a skill, where there is one.
        place = timeline_filters.chosen(career, entry, language) if isinstance(entry, Skill) else None
        timeline = [Row(label=_("Timeline"), items=(line(place),), html_only=True)] if place else []
        return Facts(
            kind=entry.kind,
            name="panel",
            tint=tint(career, entry),
            label=wording.kind(entry.kind, language),
            summary=entry.summary,
            highlights=entry.highlights,
            positions=entry_rows.positions(career, entry, language),
            rows=(
                *entry_rows.panel(career, entry, language),
                *timeline,
                *rows(
                    (_("Links"), [joined([*seen, *links])]),
                    (_("Skills"), [_claims(career, entry, language)]),
                ),
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlinks:
    """The query for what other pages say of the entry on page *docname*."""

    docname: str

    def view(self, career: Career, language: Language) -> Facts:
        """The entries that name this one, by relation; the pages whose prose mentions it; the sources."""
        _ = language.gettext
        entry = career.page(self.docname)
        assert entry is not None
        related: tuple[Row, ...]
        if isinstance(entry, Skill):
            naming = [each.entry for each in career.evidence(entry.key) if each.claim]
            shared = together(career, entry.key, TOGETHER)
            related = (
                *evidence_rows.in_full(career, entry.key, language),
                *rows((_("Often with"), [joined((page(other), f" ({number})") for other, number in shared)])),
            )
        else:
            found = list(_naming(career, entry, language))
            naming = [each for _, entries in found for each in entries]
            related = rows(*((label, [entry_rows.reference(each, language) for each in of]) for label, of in found))
        listed = {other.docname for other in naming}
        elsewhere = [mention for mention in career.mentions(entry.key) if mention.docname not in listed]
        names = source_names.names(entry.sources)
        sources = [
            line(entry_rows.link(entry, name, url, language)) for name, url in zip(names, entry.sources, strict=True)
        ]
        number = language.ngettext("%(number)d source", "%(number)d sources", len(sources))
        folded = number if len(sources) > UNFOLDED else ""
        return Facts(
            kind=entry.kind,
            name="backlinks",
            label=_("Connections"),
            summary="",
            rows=(
                *related,
                *rows((_("Mentioned in"), entry_rows.mentioning(elsewhere))),
                *(replace(row, folded=folded) for row in rows((_("Sources"), sources))),
            ),
        )


def _claims(career: Career, entry: Entry, language: Language) -> Item:
    """The skills that *entry* claims, each with its years where it is not claimed for all of the entry's time."""
    times: dict[Slug, list[Period | None]] = {}
    for claim in entry.claims:
        times.setdefault(claim.skill, []).append(claim.period)
    parts: list[Sequence[Inline]] = []
    for skill in career.skills(entry):
        when = times[Slug(skill.key.slug)]
        dated = "" if None in when else wording.in_years(filter(None, when), language)
        parts.append([page(skill), *([f" ({dated})"] if dated else [])])
    return joined(parts)


def _naming(career: Career, entry: Entry, language: Language) -> Iterator[tuple[str, list[Entry]]]:
    """The entries that name this one, by what they are called here: the other end of what front matter says."""
    for kind, cls in KINDS.items():
        for field in fields_of(cls):
            if field.names and field.names.back and field.names.kind == entry.kind:
                naming = [each for each in career.naming(entry.key, field.name) if each.kind == kind]
                yield language.gettext(field.names.back), naming
