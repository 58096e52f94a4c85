"""References to what pages are about, as nodes of JSON-LD: their ``@id``, type and name; and the roles between them.

A page is one thing and what it is about another, so each has an ``@id`` of its own: the page's URL, and that with a
fragment.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from portfolio.export.formats import filled
from portfolio.export.site import Site
from portfolio.model.career import Career
from portfolio.model.dates import Period
from portfolio.model.entries import Entry, Key, Slug
from portfolio.model.fields import Kind
from portfolio.model.kinds import Award, Education, Employment, Project

Node = dict[str, object]

# The fragments of what is on a page. A delivery's own is its anchor, which has no underscore.
THIS = "_this"
"""What the page is about: an entry, or the person."""
SKILLS = "_skills"
ROLE = "_role"
DEGREE = "_degree"


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """The page that nodes are for.

    :ivar skills: the docname of the page that lists all skills, if there is one.
    """

    docname: str
    career: Career
    site: Site
    skills: str | None = None

    def id(self, docname: str, fragment: str = "") -> str:
        """What is on a page, or the page itself: as a URL, where the site's own is known; else as seen from here.

        Programs resolve the latter against the URL at which they found the page (JSON-LD 1.1, section 7.1).
        """
        up = "../" * self.site.path(self.docname).count("/") or "./"
        return f"{self.site.base or up}{self.site.path(docname)}{'#' if fragment else ''}{fragment}"


def node(type_: str, id_: str = "", /, **properties: object) -> Node:
    """A node, without the properties that are empty."""
    named = {"@id": id_} if id_ else {}
    return {**named, "@type": type_, **filled(properties)}


def person(here: Here, **more: object) -> Node:
    """The one whose career it is; without *more* properties, a reference."""
    found = here.career.person
    return node("Person", here.id(here.site.root, THIS), name=found.name if found else here.site.author, **more)


def page(here: Here, docname: str, **more: object) -> Node:
    """A page, or a reference to it."""
    type_ = "ProfilePage" if docname == here.site.root else "WebPage"
    return node(type_, here.id(docname), name=here.site.titles.get(docname), **more)


def index(here: Here, **more: object) -> Node | None:
    """The set of all skills, or a reference to it, where a page lists them."""
    if here.skills is None:
        return None
    return node("DefinedTermSet", here.id(here.skills, SKILLS), name=here.site.titles.get(here.skills), **more)


def thing(here: Here, entry: Entry, **more: object) -> Node:
    """What an entry's page is about, or a reference to it; where schema.org has no word for that, the page."""
    if not (type_ := type_of(entry)):
        return page(here, entry.docname, **more)
    return node(type_, here.id(entry.docname, THIS), name=entry.title, **more)


def type_of(entry: Entry) -> str:
    """The type of what an entry's page is about; empty where schema.org has no word for that, as for an award."""
    if isinstance(entry, Project) and "source" in entry.links:
        return "SoftwareSourceCode"
    if isinstance(entry, Award) and entry.type == "award":
        return ""
    return entry.traits.schema_org


def work(here: Here, entry: Entry) -> Node:
    """A reference to what can be about a skill, which must be a work: of an organization, that is the page."""
    return page(here, entry.docname) if entry.traits.occupation else thing(here, entry)


def skills(here: Here, entry: Entry) -> list[Node]:
    """References to the skills that an entry declares."""
    return [thing(here, skill) for skill in here.career.skills(entry)]


def jobs(here: Here, entry: Employment, **of: Node) -> list[Node]:
    """The positions at an organization, each between a person and that.

    See https://blog.schema.org/2014/06/16/introducing-role/.

    :param of: the property in which they stand, which leads to the other.
    """
    return [
        role("OrganizationRole", here.id(entry.docname, f"{ROLE}{number or ''}"), part.role, part.period, of)
        for number, part in enumerate(entry.parts)
    ]


def study(here: Here, entry: Education, **of: Node) -> Node:
    """The same for studies."""
    return role("OrganizationRole", here.id(entry.docname, ROLE), None, entry.period, of)


def is_over(entry: Education) -> bool:
    """Whether studies have ended, as far as is known."""
    return entry.period is not None and entry.period.end is not None and entry.period.ending != "expected"


def degree(here: Here, entry: Education, **more: object) -> Node | None:
    """The degree that studies led to, or a reference to it; None where it is not known that they did."""
    if entry.period is None or entry.period.end is None or entry.period.ending != "known" or not entry.degree:
        return None
    name = ", ".join(filter(None, [entry.degree, entry.area]))
    return node("EducationalOccupationalCredential", here.id(entry.docname, DEGREE), name=name, **more)


def interval(period: Period) -> str:
    """*period* as schema.org has it in ``temporalCoverage``, open at its end while it goes on.

    Of a start or an end that is not known, or an end that is yet to come, it says nothing.
    """
    if period.ending != "known":
        return str(period.start)
    end = str(period.end) if period.end else ".."
    return end if period.beginning == "unknown" else f"{period.start!s}/{end}"


def called(type_: str, name: str) -> Node:
    """A thing of which the name is all that is known; of a place, search engines ask for an address: it is that too."""
    return node(type_, name=name, address=name if type_ == "Place" else None)


def role(type_: str, id_: str, name: str | None, period: Period | None, of: dict[str, Node]) -> Node:
    """A role, which stands between two things and says when one had to do with the other."""
    return node(type_, id_, roleName=name, **dates(period), **of)


def dates(period: Period | None) -> dict[str, str]:
    """The properties for the begin and the end of *period*."""
    if period is None:
        return {}
    begun = {"startDate": str(period.start)} if period.beginning == "known" else {}
    ended = {"endDate": str(period.end)} if period.end and period.ending == "known" else {}
    return begun | ended


def hours(start: dt.datetime, end: dt.datetime | None) -> dict[str, str]:
    """The same of what begins and ends at a time of day."""
    return {"startDate": start.isoformat(), **({"endDate": end.isoformat()} if end else {})}


def named(here: Here, kind: Kind, slugs: Iterable[Slug]) -> list[Node]:
    """References to the entries of a kind that are named so, as far as they exist."""
    return [thing(here, entry) for slug in slugs if (entry := here.career.get(Key(kind, slug)))]
