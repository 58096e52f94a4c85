"""Writes ``resume.json``: the career for the programs and themes that read JSON Resume.

The schema is that of the npm package @jsonresume/schema, version 1.3.1 (https://docs.jsonresume.org/schema). It says
what some properties mean and allows others. Which section and property has what is declared of the kinds and their
fields (:mod:`portfolio.model.kinds`); the rest is:

==================  ======================================================================================
``basics``          the person, a place in ``location.city``; without a person, the site's author
``projects``        projects; after them talks, as such: themes would say of publications "published by" the event
``awards``          awards, and the honors of degrees: a ``score`` would be shown as an average of grades
``skills``          categories, the skills of each in ``keywords``; an empty level, for nobody has measured one; after
                    them those that the person claims
``languages``       those of the person
``work``            an item for each position
==================  ======================================================================================

Of projects, talks and publications there are those that the curriculum vitae has. ``resume-NAME.json`` has those of a
variant, the skills that matter there in their order, and its job title for a label. A sabbatical is in no section: it
has no organization. ``company``, ``website`` and ``picture`` are what version 0.0 called names and URLs.

``keywords`` of other entries than projects, and ``location`` and ``summary`` where the schema has none, are what themes
show there too. What has no word in the schema stands in ``evidence.json``.

Dates are as precise as they are known; years beyond those that the schema allows are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.export.file import File, Link
from portfolio.export.formats import filled, photo, to_json, uri
from portfolio.export.site import Site
from portfolio.model.career import Career
from portfolio.model.dates import Period, recency
from portfolio.model.entries import Entry
from portfolio.model.fields import Kind
from portfolio.model.kinds import KINDS, Education
from portfolio.model.person import username
from portfolio.model.ranking import Choice, Relevance
from portfolio.model.variant import Limits, Variant

from .items import Object, can_be_dated, honors, items

NAME, VERSION = "resume.json", "1.3.1"
SCHEMA = f"https://cdn.jsdelivr.net/npm/@jsonresume/schema@{VERSION}/schema.json"
"""The schema as the package's own copy, which no later version changes."""


def files(career: Career, site: Site) -> Iterator[File]:
    """The résumé, where there is an entry or a person."""
    if career.entries() or career.person:
        link = Link(media_type="application/json", label=site.language.gettext("Résumé as data (JSON Resume)"))
        yield File(name=NAME, content=content(career, site), write=to_json, link=link)
        for variant in site.variants:
            yield File(name=variant.resume_file, content=content(career, site, variant), write=to_json)


def content(career: Career, site: Site, variant: Variant | None = None) -> Object:
    """The résumé, or that of a variant: the sections of all kinds, each newest first."""
    choice = Choice.of(variant)
    limits = Limits.of(variant) if variant else Limits.of_pages(site.cv_pages)
    sections: dict[str, list[Object]] = {}
    for kind, cls in KINDS.items():
        found: dict[str, list[tuple[Period | None, Object]]] = {}
        for entry in chosen(career, kind, choice, limits) if cls.traits.proves else ():
            if section := entry.json_resume:
                found.setdefault(section.name, []).extend(items(entry, section, career, site))
        for name, dated in found.items():
            # Positions at one employer can lie before and after those at another.
            dated.sort(key=lambda one: recency(one[0]))
            sections.setdefault(name, []).extend(one for _, one in dated)
    studies = (entry for entry in choice.entries(career, "education") if isinstance(entry, Education))
    sections.setdefault("awards", []).extend(honors(entry) for entry in studies if entry.honors)
    # Some themes fail where a project has no roles.
    sections["projects"] = [{"roles": [], **each} for each in sections.get("projects", ())]
    # Some themes fail where there is no level.
    skills = (
        {"name": category, "level": "", "keywords": [skill.title for skill in found]}
        for category, found in choice.categories(career)
    )
    spoken = career.person.languages if career.person else {}
    canonical = _beside(site, variant.resume_file if variant else NAME)
    return filled(
        {
            "$schema": SCHEMA,
            "basics": basics(career, site) | ({"label": variant.title} if variant else {}),
            **sections,
            "skills": [*skills, *(() if variant else claimed(career))],
            "languages": [filled({"language": name, "fluency": fluency}) for name, fluency in spoken.items()],
            "meta": {**filled({"canonical": canonical}), "version": f"v{VERSION}"},
        }
    )


def chosen(career: Career, kind: Kind, choice: Choice, limits: Limits) -> list[Entry]:
    """The entries that the curriculum vitae has, newest first, as far as they can be dated."""
    entries = [each for each in choice.entries(career, kind) if can_be_dated(each, career)]
    if (most := limits.most(kind)) is None:
        return entries
    relevance = Relevance.of(career, choice.skills)
    showing = [entry for entry in relevance.order(entries) if not choice.skills or relevance.shows(entry)]
    matter = {entry.docname for entry in showing[:most]}
    return [entry for entry in entries if entry.docname in matter]


def basics(career: Career, site: Site) -> Object:
    """The person; where there is none, the site's author."""
    if (person := career.person) is None:
        return filled({"name": site.author, **dict.fromkeys(("url", "website"), _beside(site, ""))})
    return filled(
        {
            "name": person.name,
            "label": person.label,
            **dict.fromkeys(("image", "picture"), person.photo and photo(site, person.photo)),
            "email": person.email,
            "phone": person.phone,
            **dict.fromkeys(("url", "website"), uri(person.url) if person.url else _beside(site, "")),
            "summary": person.summary,
            "location": filled({"city": person.place}),
            "profiles": [
                filled({"network": network, "username": username(url), "url": uri(url)})
                for network, url in person.profiles.items()
            ],
        }
    )


def claimed(career: Career) -> Iterator[Object]:
    """The skills that the person claims and nothing proves, by group; in no group, each stands alone."""
    groups = career.person.claimed_skills if career.person else {}
    for group, names in groups.items():
        if group:
            yield filled({"name": group, "keywords": [*names]})
        else:
            yield from ({"name": name} for name in names)


def _beside(site: Site, name: str) -> str:
    return uri(f"{site.base}{name}") if site.base else ""
