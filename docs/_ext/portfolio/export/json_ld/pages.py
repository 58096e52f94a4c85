"""Describes each page and what it is about to programs, as JSON-LD in the words of https://schema.org.

A page's graph describes the page, its place in the site's tree, and what it is about; that of the first page also the
site and the person. All of it is made from front matter and titles, so that nothing is said here alone.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from portfolio.export.formats import photo
from portfolio.model.entries import Entry
from portfolio.model.kinds import Award, Education, Employer, Employment, Skill, Volunteering
from portfolio.model.strength import strongest_first

from . import references
from .entries import nodes, properties, term
from .references import Here, Node, is_over, node, thing

# "<" may begin markup, and the theme's templates look for what ends with " />"; the others end lines in JavaScript.
_UNSAFE = {ord(char): f"\\u{ord(char):04x}" for char in "<>\u2028\u2029"}

_SITE = "_site"
_BREADCRUMB = "_breadcrumb"


def graph(here: Here, above: Sequence[str]) -> list[Node]:
    """The nodes for a page that is to be found.

    :param above: the pages of the site's tree that lead to it, the first page first.
    """
    site, entry = here.site, here.career.page(here.docname)
    found = _website_and_person(here) if here.docname == site.root else nodes(entry, here) if entry else []
    trail = [name for name in above if name in site.titles]
    if here.docname == here.skills:
        found = [*found, _terms(here)]
    return [_page(here, entry, found, trail), *found, *([_breadcrumb(here, trail)] if trail else [])]


def script(graph: Sequence[Node]) -> str:
    """*graph* as an element of HTML; nothing in it can end the element."""
    data = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return f'<script type="application/ld+json">{data.translate(_UNSAFE)}</script>'


def _page(here: Here, entry: Entry | None, found: Sequence[Node], trail: Sequence[str]) -> Node:
    """A page, with what it is about first and foremost where that has a node; an occupation's is about its skills."""
    main = {key: found[0][key] for key in ("@id", "@type", "name") if key in found[0]} if found else None
    # What schema.org has no word for is said of the page itself.
    itself = entry if entry and not references.type_of(entry) else None
    about = references.skills(here, entry) if entry and entry.traits.occupation else []
    return references.page(
        here,
        here.docname,
        description=itself.summary if itself else None,
        inLanguage=here.site.code,
        isPartOf=_site(here),
        mainEntity=main,
        about=[*([references.person(here)] if itself else []), *about],
        temporalCoverage=next(map(references.interval, itself.periods), None) if itself else None,
        **(properties(here, itself) if itself else {}),
        citation=[*entry.sources] if entry else None,
        dateModified=here.site.modified().get(here.docname),
        breadcrumb={"@id": here.id(here.docname, _BREADCRUMB)} if trail else None,
    )


def _breadcrumb(here: Here, trail: Sequence[str]) -> Node:
    items = []
    for position, docname in enumerate([*trail, here.docname], 1):
        item = references.page(here, docname)
        items.append(node("ListItem", position=position, name=item.pop("name"), item=item))
    return node("BreadcrumbList", here.id(here.docname, _BREADCRUMB), itemListElement=items)


def _site(here: Here, **more: object) -> Node:
    return node("WebSite", here.id(here.site.root, _SITE), name=here.site.title, **more)


def _website_and_person(here: Here) -> list[Node]:
    root = here.id(here.site.root)
    site = _site(here, url=root, inLanguage=here.site.code, author=references.person(here))
    return [_person(here), site]


def _person(here: Here) -> Node:
    """The person with all positions at an organization, and all skills with their strongest proof each.

    The rest of what proves a skill stands on its own page: together with all of it, this one would be too long.
    """
    person, career = here.career.person, here.career

    def jobs(entries: Sequence[Employment], name: str) -> list[Node]:
        return [job for each in entries for job in references.jobs(here, each, **{name: thing(here, each)})]

    studies, awards = career.newest_first(career.of(Education)), career.newest_first(career.of(Award))
    said: dict[str, object] = {"url": here.id(here.site.root)}
    if person:
        said = {
            "givenName": person.given_name,
            "familyName": person.family_name,
            "jobTitle": person.label,
            "description": person.summary,
            "homeLocation": [references.called("Place", person.place)] if person.place else [],
            "url": person.url or here.id(here.site.root),
            "image": person.photo and photo(here.site, person.photo),
            "email": person.email,
            "telephone": person.phone,
            "sameAs": [*person.profiles.values()],
            "knowsLanguage": [node("Language", name=language) for language in person.languages],
        }
    return references.person(
        here,
        **said,
        worksFor=jobs(career.newest_first(career.of(Employer)), "worksFor"),
        memberOf=jobs(career.newest_first(career.of(Volunteering)), "memberOf"),
        alumniOf=[references.study(here, each, alumniOf=thing(here, each)) for each in studies if is_over(each)],
        affiliation=[
            references.study(here, each, affiliation=thing(here, each)) for each in studies if not is_over(each)
        ],
        award=[each.title for each in awards if each.type == "award"],
        hasCredential=[
            *(found for each in studies if (found := references.degree(here, each))),
            *(thing(here, each) for each in awards if each.type == "certificate"),
        ],
        knowsAbout=[_known(here, skill) for skill in career.of(Skill)],
    )


def _known(here: Here, skill: Skill) -> Node:
    strongest = strongest_first(here.career.evidence(skill.key))[:1]
    return term(here, skill, [references.work(here, each.entry) for each in strongest])


def _terms(here: Here) -> Node:
    """The set of all skills, by their identifiers alone: their pages say the rest, and this one is heavy."""
    terms = [{"@id": thing(here, skill)["@id"]} for skill in here.career.entries("skill")]
    found = references.index(here, hasDefinedTerm=terms)
    assert found is not None
    return found
