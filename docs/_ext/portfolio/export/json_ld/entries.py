"""Describes entries in the words of https://schema.org, as nodes of JSON-LD (https://www.w3.org/TR/json-ld11/).

A page is one thing and what it is about another, so each has an ``@id`` of its own: the page's address, and that with a
fragment. What a node says of others is their ``@id``, type and name; each is described in full on its own page, so that
the graphs of all pages join into one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import singledispatch

from portfolio.export.formats import iso
from portfolio.export.site import Site
from portfolio.model.career import Career
from portfolio.model.dates import Period
from portfolio.model.entries import Entry, Key, Slug, references
from portfolio.model.fields import Kind, fields_of
from portfolio.model.kinds import (
    Award,
    Delivery,
    Education,
    Employer,
    Employment,
    Project,
    Skill,
    Talk,
    Volunteering,
)

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
        """What is on a page, or the page itself: as an address, where the site's own is known; else as seen from here.

        Programs resolve the latter against the address at which they found the page (JSON-LD 1.1, section 7.1).
        """
        up = "../" * self.site.path(self.docname).count("/") or "./"
        return f"{self.site.base or up}{self.site.path(docname)}{'#' if fragment else ''}{fragment}"


def node(type_: str, id_: str = "", /, **properties: object) -> Node:
    """A node, without the properties that are empty."""
    named = {"@id": id_} if id_ else {}
    return {**named, "@type": type_, **{name: value for name, value in properties.items() if value}}


def person(here: Here) -> Node:
    """A reference to the one whose career it is."""
    found = here.career.person
    return node("Person", here.id(here.site.root, THIS), name=found.name if found else here.site.author)


def page(here: Here, docname: str) -> Node:
    """A reference to a page."""
    type_ = "ProfilePage" if docname == here.site.root else "WebPage"
    return node(type_, here.id(docname), name=here.site.titles.get(docname))


def index(here: Here) -> Node | None:
    """A reference to the set of all skills, where a page lists them."""
    if here.skills is None:
        return None
    return node("DefinedTermSet", here.id(here.skills, SKILLS), name=here.site.titles.get(here.skills))


def thing(here: Here, entry: Entry) -> Node:
    """A reference to what an entry's page is about; where schema.org has no word for that, to the page."""
    if not (type_ := type_of(entry)):
        return page(here, entry.docname)
    return node(type_, here.id(entry.docname, THIS), name=entry.title)


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


@singledispatch
def nodes(entry: Entry, here: Here) -> list[Node]:
    """All that an entry's page says of what it is about, which comes first: a work, unless its kind says otherwise."""
    if not type_of(entry):
        return []
    named = [thing(here, each) for _, key in references(entry) if (each := here.career.get(key))]
    work = node(
        str(thing(here, entry)["@type"]),
        description=entry.summary,
        author=person(here),
        url=next(iter(entry.public_proofs.values()), None),
        datePublished=next((iso(period.start) for period in entry.periods), None),
        about=named,
        **properties(here, entry),
    )
    return [thing(here, entry) | work]


@nodes.register
def _(entry: Employer, here: Here) -> list[Node]:
    return [_organization(here, entry, {"employee": _one(jobs(here, entry, employee=person(here)))})]


@nodes.register
def _(entry: Volunteering, here: Here) -> list[Node]:
    return [_organization(here, entry, {"member": _one(jobs(here, entry, member=person(here)))})]


@nodes.register
def _(entry: Award, here: Here) -> list[Node]:
    return [_certificate(here, entry)] if type_of(entry) else []


@nodes.register
def _(entry: Education, here: Here) -> list[Node]:
    studies = {"alumni" if is_over(entry) else "member": study(here, entry, back=True)}
    return [_organization(here, entry, studies), *_degree(here, entry)]


@nodes.register
def _(entry: Project, here: Here) -> list[Node]:
    return [_project(here, entry)]


@nodes.register
def _(entry: Talk, here: Here) -> list[Node]:
    return [_talk(here, entry), *(_event(here, entry, given) for given in entry.deliveries)]


@nodes.register
def _(entry: Skill, here: Here) -> list[Node]:
    return [term(here, entry, [work(here, each.entry) for each in here.career.evidence(entry.key)])]


_NAMED = {"location": "Place", "contentLocation": "Place", "isPartOf": "CreativeWork", "contributor": "Person"}
"""The properties whose values are things of which the name is all that is known, with the types of these."""


def properties(here: Here, entry: Entry) -> dict[str, object]:
    """The fields of an entry that have a property of their own."""
    found: dict[str, object] = {}
    for field in fields_of(type(entry)):
        if name := field.exported.schema_org:
            value = getattr(entry, field.name)
            several = [*value] if isinstance(value, tuple) else [value] if value else []
            if field.names:
                found[name] = _named(here, field.names.kind, several)
            elif name in _NAMED:
                found[name] = [_called(_NAMED[name], text) for text in several]
            else:
                found[name] = several if isinstance(value, tuple) else value
    return found


def term(here: Here, skill: Skill, evidence: list[Node]) -> Node:
    """A skill with works that prove it."""
    return thing(here, skill) | node(
        "DefinedTerm",
        description=skill.summary if skill.docname == here.docname else "",
        inDefinedTermSet=index(here),
        subjectOf=evidence,
        **properties(here, skill),
    )


def jobs(here: Here, entry: Employment, **of: Node) -> list[Node]:
    """The positions at an organization, each between a person and that.

    See https://blog.schema.org/2014/06/16/introducing-role/.

    :param of: the property in which they stand, which leads on to the other.
    """
    return [
        _role("OrganizationRole", here.id(entry.docname, f"{ROLE}{number or ''}"), part.role, part.period, of)
        for number, part in enumerate(entry.parts)
    ]


def study(here: Here, entry: Education, *, back: bool = False) -> Node:
    """The same for studies; who still studies is no alumnus yet.

    :param back: whether it leads from the institution to the person.
    """
    if back:
        of = {"alumni" if is_over(entry) else "member": person(here)}
    else:
        of = {"alumniOf" if is_over(entry) else "affiliation": thing(here, entry)}
    return _role("OrganizationRole", here.id(entry.docname, ROLE), None, entry.period, of)


def is_over(entry: Education) -> bool:
    """Whether studies have ended, as far as is known."""
    return entry.period is not None and entry.period.end is not None and entry.period.ending != "expected"


def degree(here: Here, entry: Education) -> Node | None:
    """A reference to the degree that studies led to, with its subject; none where it is not known that they did."""
    if entry.period is None or entry.period.end is None or entry.period.ending != "known" or not entry.degree:
        return None
    name = ", ".join(filter(None, [entry.degree, entry.area]))
    return node("EducationalOccupationalCredential", here.id(entry.docname, DEGREE), name=name)


def interval(period: Period) -> str:
    """*period* as schema.org has it in ``temporalCoverage``, open at its end while it goes on.

    Of an end that is not known, or is yet to come, it says nothing.
    """
    if period.ending != "known":
        return iso(period.start)
    return f"{iso(period.start)}/{iso(period.end) if period.end else '..'}"


def places(names: Iterable[str]) -> list[Node]:
    """Places of which the name is all that is known."""
    return [_called("Place", name) for name in names]


def _called(type_: str, name: str) -> Node:
    """A thing of which the name is all that is known; of a place, search engines ask for an address: it is that too."""
    return node(type_, name=name, address=name if type_ == "Place" else None)


def _role(type_: str, id_: str, name: str | None, period: Period | None, of: dict[str, Node]) -> Node:
    return node(type_, id_, roleName=name, **_dates(period), **of)


def _dates(period: Period | None) -> dict[str, str]:
    if period is None:
        return {}
    ended = {"endDate": iso(period.end)} if period.end and period.ending == "known" else {}
    return {"startDate": iso(period.start), **ended}


def _organization(here: Here, entry: Employment | Education, roles: Mapping[str, Node | list[Node]]) -> Node:
    return thing(here, entry) | node(
        str(thing(here, entry)["@type"]),
        description=entry.summary,
        url=entry.links.get("website"),
        location=properties(here, entry)["location"],
        **roles,
    )


def _one(found: list[Node]) -> Node | list[Node]:
    """The only one of several, where there is but one."""
    return found[0] if len(found) == 1 else found


def _certificate(here: Here, entry: Award) -> Node:
    return thing(here, entry) | node(
        entry.traits.schema_org,
        description=entry.summary,
        credentialCategory="certificate",
        recognizedBy=node("Organization", name=entry.issuer) if entry.issuer else None,
        dateCreated=iso(entry.date.start) if entry.date else None,
        url=entry.link,
        about=skills(here, entry),
    )


def _degree(here: Here, entry: Education) -> list[Node]:
    found = degree(here, entry)
    if found is None:
        return []
    _ = here.site.language.gettext
    minor = f"{_('Minor')}: {entry.minor}" if entry.minor else None
    thesis = f"{_('Thesis')}: {entry.thesis}" if entry.thesis else None
    details = "; ".join(filter(None, (entry.honors, minor, thesis)))
    return [
        found
        | node(str(found["@type"]), credentialCategory="degree", description=details, recognizedBy=thing(here, entry))
    ]


def _project(here: Here, entry: Project) -> Node:
    """A project. When it was worked on is said of the author: nothing tells when it was created."""
    author = person(here)
    if entry.role or entry.period:
        author = _role("Role", "", entry.role, entry.period, {"author": author})
    return thing(here, entry) | node(
        str(thing(here, entry)["@type"]),
        description=entry.summary,
        url=entry.links.get("website"),
        codeRepository=entry.links.get("source"),
        author=author,
        keywords=skills(here, entry),
        **properties(here, entry),
        license=node("CreativeWork", name=entry.license) if entry.license else None,
        subjectOf=[thing(here, talk) for talk in here.career.naming(entry.key, "projects")],
    )


def _talk(here: Here, entry: Talk) -> Node:
    return thing(here, entry) | node(
        "CreativeWork",
        description=entry.summary,
        author=person(here),
        sourceOrganization=_named(here, "employer", [entry.employer] if entry.employer else []),
        about=[*_named(here, "project", entry.projects), *skills(here, entry)],
        workExample=[
            *_slides(entry.title, entry.links.get("slides")),
            *_recording(entry.title, entry.links.get("video")),
        ],
    )


def _event(here: Here, entry: Talk, given: Delivery) -> Node:
    """A delivery. Its recording is a work of any kind: of a video, search engines ask for a picture and a date."""
    title = given.title or entry.title
    return node(
        "Event",
        here.id(entry.docname, given.anchor),
        name=here.site.language.gettext("%(title)s, %(event)s", title=title, event=given.event),
        **_dates(given.date),
        location=places([given.place] if given.place else []),
        url=here.id(entry.docname, given.anchor),
        sameAs=given.program,
        performer=person(here),
        workFeatured=[thing(here, entry), *_slides(title, given.slides)],
        recordedIn=_recording(title, given.video),
    )


def _slides(title: str, url: str | None) -> list[Node]:
    return [node("PresentationDigitalDocument", name=title, url=url)] if url else []


def _recording(title: str, url: str | None) -> list[Node]:
    return [node("CreativeWork", name=title, url=url)] if url else []


def _named(here: Here, kind: Kind, slugs: Iterable[Slug]) -> list[Node]:
    return [thing(here, entry) for slug in slugs if (entry := here.career.get(Key(kind, slug)))]
