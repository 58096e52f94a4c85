"""Describes entries in the words of https://schema.org, as nodes of JSON-LD (https://www.w3.org/TR/json-ld11/).

What a node says of others is their ``@id``, type and name; each is described in full on its own page, so that the
graphs of all pages join into one.
"""

from __future__ import annotations

from functools import singledispatch

from portfolio.export.formats import headline
from portfolio.model.entries import Entry, references
from portfolio.model.fields import fields_of
from portfolio.model.kinds import (
    Award,
    Delivery,
    Education,
    Employer,
    Employment,
    Project,
    Skill,
    Talk,
)

from .references import (
    Here,
    Node,
    called,
    dates,
    degree,
    hours,
    index,
    is_over,
    jobs,
    named,
    node,
    person,
    role,
    skills,
    study,
    thing,
    type_of,
    work,
)

_SLIDES, _RECORDING = "PresentationDigitalDocument", "CreativeWork"


@singledispatch
def nodes(entry: Entry, here: Here) -> list[Node]:
    """All that an entry's page says of what it is about, which comes first: a work, unless its kind says otherwise."""
    if not type_of(entry):
        return []
    about = (here.career.get(key) for field, key in references(entry) if not field.exported.schema_org)
    work = thing(
        here,
        entry,
        description=entry.summary,
        author=person(here),
        url=next(iter(entry.public_proofs.values()), None),
        datePublished=_date(entry),
        about=[thing(here, each) for each in about if each],
        **properties(here, entry),
    )
    return [work]


@nodes.register
def _(entry: Employment, here: Here) -> list[Node]:
    name = "employee" if isinstance(entry, Employer) else "member"
    return [_organization(here, entry, **{name: _one(jobs(here, entry, **{name: person(here)}))})]


@nodes.register
def _(entry: Award, here: Here) -> list[Node]:
    if not type_of(entry):
        return []
    certificate = thing(
        here,
        entry,
        description=entry.summary,
        credentialCategory="certificate",
        recognizedBy=node("Organization", name=entry.issuer) if entry.issuer else None,
        dateCreated=_date(entry),
        url=entry.link,
        about=skills(here, entry),
    )
    return [certificate]


@nodes.register
def _(entry: Education, here: Here) -> list[Node]:
    # Who still studies is not an alumnus yet.
    name = "alumni" if is_over(entry) else "member"
    return [_organization(here, entry, **{name: study(here, entry, **{name: person(here)})}), *_degree(here, entry)]


@nodes.register
def _(entry: Project, here: Here) -> list[Node]:
    """A project. When it was worked on is said of the author: nothing says when it was created."""
    author = person(here)
    if entry.role or entry.period:
        author = role("Role", "", entry.role, entry.period, {"author": author})
    project = thing(
        here,
        entry,
        description=entry.summary,
        url=entry.links.get("website"),
        codeRepository=entry.links.get("source"),
        author=author,
        keywords=skills(here, entry),
        programmingLanguage=_languages(here, entry) if "source" in entry.links else None,
        **properties(here, entry),
        license=node("CreativeWork", name=entry.license) if entry.license else None,
        subjectOf=[thing(here, talk) for talk in here.career.naming(entry.key, "projects")],
    )
    return [project]


@nodes.register
def _(entry: Talk, here: Here) -> list[Node]:
    return [_talk(here, entry), *(_event(here, entry, given) for given in entry.deliveries)]


@nodes.register
def _(entry: Skill, here: Here) -> list[Node]:
    return [term(here, entry, [work(here, each.entry) for each in here.career.evidence(entry.key)])]


def _date(entry: Entry) -> str | None:
    """When there first was what a page is about; None where that is not known, or a single date is expected."""
    return next((str(period.began) for period in entry.periods if period.began), None)


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
                found[name] = named(here, field.names.kind, several)
            elif name in _NAMED:
                found[name] = [called(_NAMED[name], text) for text in several]
            else:
                found[name] = several if isinstance(value, tuple) else value
    return found


def term(here: Here, skill: Skill, evidence: list[Node]) -> Node:
    """A skill with works that prove it."""
    return thing(
        here,
        skill,
        description=skill.summary if skill.docname == here.docname else "",
        inDefinedTermSet=index(here),
        subjectOf=evidence,
        **properties(here, skill),
    )


def _organization(here: Here, entry: Employment | Education, **roles: Node | list[Node]) -> Node:
    return thing(
        here,
        entry,
        description=entry.summary,
        url=entry.links.get("website"),
        location=properties(here, entry)["location"],
        **roles,
    )


def _one(found: list[Node]) -> Node | list[Node]:
    """The only one of several, where there is but one."""
    return found[0] if len(found) == 1 else found


def _degree(here: Here, entry: Education) -> list[Node]:
    _ = here.site.language.gettext
    labelled = ((_("Grade"), entry.grade), (_("Minor"), entry.minor), (_("Thesis"), entry.thesis))
    details = "; ".join(filter(None, [entry.honors, *(f"{label}: {text}" for label, text in labelled if text)]))
    of = thing(here, entry)
    found = degree(here, entry, credentialCategory="degree", description=details, recognizedBy=of)
    return [found] if found else []


def _languages(here: Here, entry: Project) -> list[Node]:
    """The programming languages that a project declares; not by ``@id``, which is the skill's as a term."""
    return [
        node("ComputerLanguage", name=each.title, url=each.link)
        for each in here.career.skills(entry)
        if each.programming_language
    ]


def _talk(here: Here, entry: Talk) -> Node:
    return thing(
        here,
        entry,
        description=entry.summary,
        author=person(here),
        sourceOrganization=named(here, "employer", [entry.employer] if entry.employer else []),
        about=[*named(here, "project", entry.projects), *skills(here, entry)],
        workExample=[
            *_work(_SLIDES, entry.title, entry.links.get("slides")),
            *_work(_RECORDING, entry.title, entry.links.get("video")),
        ],
    )


def _event(here: Here, entry: Talk, given: Delivery) -> Node:
    """A delivery. Its recording is a work of any kind: of a video, search engines ask for a picture and a date."""
    title = given.title or entry.title
    return node(
        "Event",
        here.id(entry.docname, given.anchor),
        name=headline(entry, given, here.site.language),
        **(hours(*given.hours) if given.hours else dates(given.date)),
        location=[called("Place", given.place)] if given.place else [],
        url=here.id(entry.docname, given.anchor),
        sameAs=given.program,
        performer=person(here),
        workFeatured=[thing(here, entry), *_work(_SLIDES, title, given.slides)],
        recordedIn=_work(_RECORDING, title, given.video),
    )


def _work(type_: str, title: str, url: str | None) -> list[Node]:
    return [node(type_, name=title, url=url)] if url else []
