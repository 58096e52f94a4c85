"""Decides on the entries: from what a file says of a career to pages with front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from portfolio.model.fields import Kind

from . import addresses, texts
from .authors import authors
from .periods import Rules, single_date
from .plain_text import plain
from .report import Notes
from .resume import Item, SectionName
from .slugs import Slugs, same
from .tree import Node

KINDS: Mapping[SectionName, Kind] = {
    "work": "employer",
    "volunteer": "volunteering",
    "education": "education",
    "projects": "project",
    "publications": "publication",
    "awards": "award",
    "certificates": "award",
}
"""The kind of the entries of each section."""
_WRITTEN: Mapping[SectionName, Set[str]] = {
    "work": {"role", "place", "about"},
    "volunteer": {"role", "place", "about"},
    "education": {"place", "degree", "area", "score", "courses"},
    "projects": {"role", "entity"},
    "publications": {"issuer", "authors", "doi"},
    "awards": {"issuer", "doi"},
    "certificates": {"issuer", "doi"},
}
"""The fields that the pages of each section hold, and those of some other do not."""
_OWN = frozenset[str]().union(*_WRITTEN.values())


@dataclass(slots=True, kw_only=True)
class Part:
    """What can claim skills: an entry, or a position in one.

    :ivar facts: what stands below the kind's key, or the position's.
    :ivar keywords: the skills that the file names there.
    """

    facts: dict[str, Any]
    at: Node
    keywords: list[Node] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Its texts, in which skills can be mentioned."""
        return "\n".join([self.facts.get("summary", ""), *self.facts.get("highlights", ())])


@dataclass(slots=True, kw_only=True)
class Draft:
    """A page to be written.

    :ivar parts: what claims its skills; the last is the entry itself.
    """

    kind: Kind
    title: str
    facts: dict[str, Any]
    parts: list[Part] = field(default_factory=list)
    slug: str = ""


def drafts(items: Sequence[Item], periods: Mapping[int, str], own_name: str, rules: Rules, notes: Notes) -> list[Draft]:
    """The pages of entries that are named, in the file's order.

    :param periods: by the item's position.
    :param own_name: the person's, who is not a co-author.
    """
    found: list[Draft] = []
    employers: dict[tuple[Kind, str], list[tuple[Item, str]]] = {}
    seen: set[tuple[str, ...]] = set()
    for number, item in enumerate(items):
        kind, period = KINDS[item.section], periods.get(number, "")
        for node in _unwritten(item):
            notes.left_out(node, f"a page of this kind ({kind}) has no place for it")
        said = item.section, *(f"{leaf.path[len(item.at.path) :]}: {leaf.text}" for leaf in item.at.leaves())
        if kind in {"employer", "volunteering"}:
            employers.setdefault((kind, same(_title(item).text)), []).append((item, period))
        elif said in seen:
            notes.decided(item.at, "the same entry stands in the file twice: written once")
        else:
            found.append(_entry(item, period, own_name, rules, notes))
        seen.add(said)
    order = [_employment(kind, named, notes) for (kind, _), named in employers.items()]
    pages = [*order, *found]
    _name(pages)
    _join(pages, items, notes)
    return pages


def named(items: Iterable[Item], notes: Notes) -> list[Item]:
    """Those of a file's entries that have a title."""
    return [item for item in items if _is_named(item, notes)]


def _title(item: Item) -> Node:
    named = (node for node in (item.name, item.role, item.area, item.degree) if node and plain(node.text).text)
    return next(named, item.at)


def _is_named(item: Item, notes: Notes) -> bool:
    if (title := _title(item)) is item.name:
        return True
    if title is item.at:
        for leaf in item.at.leaves():
            if leaf.text:
                notes.left_out(leaf, "its entry has no name")
        return False
    if item.name:
        notes.left_out(item.name, "it is empty without its markup")
    notes.decided(title, "the entry has no name: this is its title")
    return True


def _unwritten(item: Item) -> list[Node]:
    """The values of an entry for which its page has no place."""
    title = _title(item)
    given = [getattr(item, name) for name in sorted(_OWN - _WRITTEN[item.section])]
    nodes = [node for each in given if each for node in (each if isinstance(each, Sequence) else [each])]
    return [node for node in nodes if node is not title]


def _common(item: Item, links: dict[str, str], notes: Notes) -> dict[str, Any]:
    """Summary and highlights, which all kinds have."""
    summary, points = texts.summary(item.summary, links, notes)
    highlights = [*texts.lines(item.highlights, links, notes), *points]
    return {"summary": summary, "highlights": [*dict.fromkeys(highlights)]}


def _employment(kind: Kind, items: Sequence[tuple[Item, str]], notes: Notes) -> Draft:
    """An employer with one position, or with several where the file has several entries of it."""
    links: dict[str, str] = {}
    parts: dict[str, Part] = {}
    for item, period in items:
        if kind == "volunteering":
            notes.decided(item.at, "written as volunteering, which is shown as unpaid")
        where = texts.line(item.place, links, notes)
        facts = {
            "role": texts.line(item.role, links, notes) if _title(item) is item.name else "",
            "period": period,
            "places": [where] if where else [],
            **_common(item, links, notes),
        }
        part = parts.setdefault(repr(facts), Part(facts=facts, at=item.at))
        part.keywords += item.keywords
        if part.at is not item.at:
            notes.decided(item.at, "the same position stands in the file twice: written once")
        _home(item, links, notes)
    first, _ = items[0]
    about = texts.paragraph({node.text: node for item, _ in items for node in item.about}.values(), links, notes)
    title, *others = [texts.line(_title(item), links, notes) for item, _ in items]
    for (item, _), name in zip(items[1:], others, strict=True):
        if name != title:
            notes.decided(_title(item), f"taken for the same organization as {title}")
    found = [*parts.values()]
    if len(found) == 1 and not about:
        found[0].facts["links"] = links
        return Draft(kind=kind, title=title, facts=found[0].facts, parts=found)
    if len(found) > 1:
        notes.decided(first.at, f"written as one page with {len(found)} positions")
    facts = {"summary": about, "links": links, "positions": [part.facts for part in found]}
    return Draft(kind=kind, title=title, facts=facts, parts=found)


def _entry(item: Item, period: str, own_name: str, rules: Rules, notes: Notes) -> Draft:
    """The page of an entry that is not an employment."""
    links: dict[str, str] = {}
    title = texts.line(_title(item), links, notes)
    facts: dict[str, Any]
    match item.section:
        case "education":
            facts = {
                "period": period,
                "degree": texts.line(item.degree, links, notes),
                "area": texts.line(item.area, links, notes) if _title(item) is not item.area else "",
                "grade": texts.line(item.score, links, notes),
                "place": texts.line(item.place, links, notes),
                **_common(item, links, notes),
                "courses": texts.lines(item.courses, links, notes),
            }
            _home(item, links, notes)
        case "projects":
            facts = {"period": period, "role": texts.line(item.role, links, notes), **_common(item, links, notes)}
            _home(item, links, notes, code="source")
        case "publications":
            facts = {
                "venue": texts.line(item.issuer, links, notes),
                "date": single_date(item, rules, notes) or "",
                "authors": authors(item.authors, own_name, notes),
                **_without_highlights(item, links, notes),
                "link": _link(item, notes),
            }
        case _:
            facts = {
                "type": "certificate" if item.section == "certificates" else "",
                "date": single_date(item, rules, notes) or "",
                "issuer": texts.line(item.issuer, links, notes),
                **_without_highlights(item, links, notes),
                "link": _link(item, notes),
            }
    facts["links"] = links
    return Draft(
        kind=KINDS[item.section],
        title=title,
        facts=facts,
        parts=[Part(facts=facts, at=item.at, keywords=[*item.keywords])],
    )


def _without_highlights(item: Item, links: dict[str, str], notes: Notes) -> dict[str, Any]:
    """The summary, with the highlights in it: the kind has none."""
    summary = texts.paragraph(item.summary, links, notes)
    highlights = texts.lines(item.highlights, links, notes)
    for each in (*item.summary, *item.highlights) if highlights else ():
        notes.decided(each, "summary and points are written as one: a page of this kind has no highlights")
    return {"summary": " ".join([*filter(None, [summary]), *highlights])}


def _home(item: Item, links: dict[str, str], notes: Notes, code: str = "website") -> None:
    """Add an item's address to the links of its page.

    :param code: the label of one at which anyone can look at source code.
    """
    if item.url is None:
        return
    if (found := addresses.url(item.url.text)) is None:
        notes.left_out(item.url, "it is not a web address")
        return
    label = code if addresses.host(found) in addresses.CODE_HOSTS else "website"
    if (name := addresses.add(links, label, found)) != label:
        notes.decided(item.url, f"the page has another address as its {label}: called {name}")


def _link(item: Item, notes: Notes) -> str:
    """The address of a publication or an award; that of its DOI (https://www.doi.org) where it has no other."""
    found = addresses.url(item.url.text) if item.url else None
    if item.url and not found:
        notes.left_out(item.url, "it is not a web address")
    if item.doi:
        doi = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:)", "", item.doi.text)
        if found and doi not in found:
            notes.left_out(item.doi, "the page leads to the address beside it")
        found = found or addresses.url(f"https://doi.org/{doi}")
        if not found:
            notes.left_out(item.doi, "it is not a DOI")
    return found or ""


def _name(pages: Iterable[Draft]) -> None:
    """Give each page a slug that no other of its kind has; the degree distinguishes studies at one place."""
    slugs: dict[Kind, Slugs] = {}
    for page in pages:
        others = [str(page.facts.get(key, "")) for key in ("degree", "area", "role", "date", "period")]
        slugs.setdefault(page.kind, Slugs("index"))
        page.slug = slugs[page.kind].add(page.title, *filter(None, others), otherwise=page.kind)


def _join(pages: Sequence[Draft], items: Sequence[Item], notes: Notes) -> None:
    """Have projects name the employer that the file names as their entity."""
    employers = {same(page.title): page.slug for page in pages if page.kind == "employer"}
    by_place = {part.at.path: page for page in pages for part in page.parts}
    for item in items:
        if item.entity is None or (page := by_place.get(item.at.path)) is None or page.kind != "project":
            continue
        if found := employers.get(same(item.entity.text)):
            page.facts["employers"] = [found]
        else:
            notes.left_out(item.entity, "the file has no employer of that name; a page of one could be named here")
