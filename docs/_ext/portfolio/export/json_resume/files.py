"""``resume.json``: the career for the programs and themes that read JSON Resume.

The schema is that of the npm package @jsonresume/schema, version 1.3.1 (https://docs.jsonresume.org/schema). It says
what some properties mean and allows others. What it has a word for stands under that word:

==================  ======================================================================================
``basics``          the person, a place as it is told in ``location.city``; without a person, the site's author
``work``            employers
``volunteer``       sabbaticals with a role
``education``       studies; the degree as it is told in ``studyType``, honours in ``score``, the minor in ``courses``
``projects``        projects; after them talks, as such (below)
``skills``          categories, the skills of each in ``keywords``; no level, for nobody has measured one
==================  ======================================================================================

A talk is no publication: themes would say "published by" the event. The schema names talks among the types of projects,
and speakers among their roles; there themes show one as "Speaker at Flora 2006". Every delivery is a highlight.

``keywords`` of other entries than projects, and ``location`` and ``summary`` where the schema has none, are what themes
show there too. All else stands below ``portfolio``, one property that the schema allows and leaves free: in ``meta``,
where the evidence is; in an entry, its ``id`` in evidence.json, its ``page``, all its ``links``, its ``proof`` (source,
video, slides), its ``sources`` and whatever of its kind has no word in the schema; in a category, its skills, each with
the pages that prove it. Pages are named where the site's address is known, since relative addresses would lead nowhere
from a copy of the file; ids always.

Dates are as precise as they are known; years beyond those that the schema allows are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from portfolio.export.evidence import files as evidence
from portfolio.export.file import File, Link
from portfolio.export.formats import to_json, uri
from portfolio.export.site import Site
from portfolio.model.career import Career
from portfolio.model.entries import Kind, Skill
from portfolio.model.evidence import strength_of_skill
from portfolio.views.evidence_rows import place

from .items import Object, employment, filled, more, project, sabbatical, studies, talk

NAME, VERSION = "resume.json", "1.3.1"
SCHEMA = f"https://cdn.jsdelivr.net/npm/@jsonresume/schema@{VERSION}/schema.json"
"""The schema as the package's own copy, which no later version changes."""


def files(career: Career, site: Site) -> Iterator[File]:
    """The résumé, where there is an entry or a person."""
    if career.entries() or career.person:
        link = Link(media_type="application/json", label=site.language.gettext("Résumé as data (JSON Resume)"))
        yield File(name=NAME, content=content(career, site), write=to_json, link=link)


def content(career: Career, site: Site) -> Object:
    """The résumé, everything newest first."""

    def all_of(kind: Kind, make: Callable[[Any, Career, Site], Object]) -> list[Object]:
        return [make(each, career, site) for each in career.newest_first(career.entries(kind))]

    return filled(
        {
            "$schema": SCHEMA,
            "basics": basics(career, site),
            "work": all_of("employer", employment),
            "volunteer": [each for each in all_of("sabbatical", sabbatical) if "position" in each],
            "education": all_of("education", studies),
            "projects": [*all_of("project", project), *all_of("talk", talk)],
            "skills": list(categories(career, site)),
            "meta": {
                **filled({"canonical": _beside(site, NAME)}),
                "version": f"v{VERSION}",
                **filled({"portfolio": filled({"evidence": _beside(site, evidence.NAME)})}),
            },
        }
    )


def basics(career: Career, site: Site) -> Object:
    """The person; where none is told of, the site's author."""
    if (person := career.person) is None:
        return filled({"name": site.author, "url": _beside(site, "")})
    return filled(
        {
            "name": person.name,
            "label": person.label,
            "image": person.photo and uri(person.photo),
            "email": person.email,
            "phone": person.phone,
            "url": uri(person.url) if person.url else _beside(site, ""),
            "summary": person.summary,
            "location": filled({"city": person.place}),
            "profiles": [
                filled({"network": network, "username": username(url), "url": uri(url)})
                for network, url in person.profiles.items()
            ],
        }
    )


def username(profile: str) -> str:
    """The name that the address of a *profile* ends with; empty where it is no path that does."""
    found = urlsplit(profile)
    name = unquote(found.path.rstrip("/").rpartition("/")[2]).removeprefix("@")
    return "" if found.query or found.fragment else name


def categories(career: Career, site: Site) -> Iterator[Object]:
    """The items of ``skills``: categories by name; in one, the skills with the strongest evidence first."""
    skills = [entry for entry in career.entries("skill") if isinstance(entry, Skill)]
    by_title = sorted(skills, key=lambda skill: skill.title.casefold())
    found: dict[str, list[Skill]] = {}
    for skill in sorted(by_title, key=lambda skill: strength_of_skill(career, skill.key), reverse=True):
        found.setdefault(skill.category, []).append(skill)
    for category in sorted(found, key=str.casefold):
        yield {
            "name": category,
            "keywords": [skill.title for skill in found[category]],
            "portfolio": {"skills": [_skill(skill, career, site) for skill in found[category]]},
        }


def _skill(skill: Skill, career: Career, site: Site) -> Object:
    proving = map(place, career.evidence(skill.key))
    pages = [uri(site.address(at.docname, at.anchor)) for at in proving]
    return filled(
        {
            "name": skill.title,
            "aliases": list(skill.aliases),
            "summary": skill.summary,
            "url": skill.link and uri(skill.link),
            **more(skill, site),
            "evidence": [page for page in pages if page],
        }
    )


def _beside(site: Site, name: str) -> str:
    return uri(f"{site.base}{name}") if site.base else ""
