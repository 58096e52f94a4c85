"""What of schema.org the site's linked data uses, and what of a page's graph is not as schema.org has it.

The tables are those of https://schema.org, version 30, reduced to what is used: more has to be looked up there first.
Types between two that are used are left out, and of a property's domain and range the types that are not used.
"""

import re
from collections.abc import Iterator
from typing import Any

ABOVE = {
    "BreadcrumbList": {"ItemList"},
    "ComputerLanguage": {"Thing"},
    "CreativeWork": {"Thing"},
    "DefinedTerm": {"Thing"},
    "DefinedTermSet": {"CreativeWork"},
    "EducationalOccupationalCredential": {"CreativeWork"},
    "EducationalOrganization": {"Organization"},
    "Event": {"Thing"},
    "ItemList": {"Thing"},
    "ListItem": {"Thing"},
    "Organization": {"Thing"},
    "OrganizationRole": {"Role"},
    "Person": {"Thing"},
    "Place": {"Thing"},
    "PresentationDigitalDocument": {"CreativeWork"},
    "ProfilePage": {"WebPage"},
    "Role": {"Thing"},
    "SoftwareSourceCode": {"CreativeWork"},
    "WebPage": {"CreativeWork"},
    "WebSite": {"CreativeWork"},
}
"""The types, each with those right above it."""

PROPERTIES: dict[str, tuple[set[str], set[str]]] = {
    "about": ({"CreativeWork", "Event"}, {"Thing"}),
    "address": ({"Organization", "Person", "Place"}, {"Text"}),
    "affiliation": ({"Person"}, {"Organization"}),
    "alternateName": ({"Thing"}, {"Text"}),
    "alumni": ({"Organization"}, {"Person"}),
    "alumniOf": ({"Person"}, {"Organization"}),
    "author": ({"CreativeWork"}, {"Organization", "Person"}),
    "breadcrumb": ({"WebPage"}, {"BreadcrumbList", "Text"}),
    "citation": ({"CreativeWork"}, {"CreativeWork", "Text"}),
    "codeRepository": ({"SoftwareSourceCode"}, {"URL"}),
    "contentLocation": ({"CreativeWork"}, {"Place"}),
    "creativeWorkStatus": ({"CreativeWork"}, {"DefinedTerm", "Text"}),
    "contributor": ({"CreativeWork", "Event"}, {"Organization", "Person"}),
    "credentialCategory": ({"EducationalOccupationalCredential"}, {"DefinedTerm", "Text", "URL"}),
    "dateCreated": ({"CreativeWork"}, {"Date", "DateTime"}),
    "dateModified": ({"CreativeWork"}, {"DateTime"}),
    "datePublished": ({"CreativeWork"}, {"Date"}),
    "description": ({"Thing"}, {"Text"}),
    "email": ({"Organization", "Person"}, {"Text"}),
    "employee": ({"Organization"}, {"Person"}),
    "endDate": ({"Event", "Role"}, {"Date", "DateTime"}),
    "genre": ({"CreativeWork"}, {"Text", "URL"}),
    "hasCredential": ({"Organization", "Person"}, {"EducationalOccupationalCredential"}),
    "hasDefinedTerm": ({"DefinedTermSet"}, {"DefinedTerm"}),
    "givenName": ({"Person"}, {"Text"}),
    "familyName": ({"Person"}, {"Text"}),
    "homeLocation": ({"Person"}, {"Place"}),
    "image": ({"Thing"}, {"URL"}),
    "inDefinedTermSet": ({"DefinedTerm"}, {"DefinedTermSet", "URL"}),
    "inLanguage": ({"CreativeWork", "Event"}, {"Text"}),
    "isPartOf": ({"CreativeWork"}, {"CreativeWork", "URL"}),
    "item": ({"ListItem"}, {"Thing"}),
    "itemListElement": ({"ItemList"}, {"ListItem", "Text", "Thing"}),
    "jobTitle": ({"Person"}, {"DefinedTerm", "Text"}),
    "keywords": ({"CreativeWork", "Event", "Organization", "Place"}, {"DefinedTerm", "Text", "URL"}),
    "knowsAbout": ({"Organization", "Person"}, {"Text", "Thing", "URL"}),
    "license": ({"CreativeWork"}, {"CreativeWork", "URL"}),
    "location": ({"Event", "Organization"}, {"Place", "Text"}),
    "mainEntity": ({"CreativeWork"}, {"Thing"}),
    "member": ({"Organization"}, {"Organization", "Person"}),
    "name": ({"Thing"}, {"Text"}),
    "performer": ({"Event"}, {"Organization", "Person"}),
    "position": ({"CreativeWork", "ListItem"}, {"Integer", "Text"}),
    "programmingLanguage": ({"SoftwareSourceCode"}, {"ComputerLanguage", "Text"}),
    "recognizedBy": ({"EducationalOccupationalCredential"}, {"Organization"}),
    "recordedIn": ({"Event"}, {"CreativeWork"}),
    "roleName": ({"Role"}, {"Text", "URL"}),
    "sameAs": ({"Thing"}, {"URL"}),
    "sourceOrganization": ({"CreativeWork"}, {"Organization"}),
    "startDate": ({"Event", "Role"}, {"Date", "DateTime"}),
    "subjectOf": ({"Thing"}, {"CreativeWork", "Event"}),
    "telephone": ({"Organization", "Person", "Place"}, {"Text"}),
    "temporalCoverage": ({"CreativeWork"}, {"Text", "URL"}),
    "url": ({"Thing"}, {"URL"}),
    "workExample": ({"CreativeWork"}, {"CreativeWork"}),
    "workFeatured": ({"Event"}, {"CreativeWork"}),
    "worksFor": ({"Person"}, {"Organization"}),
}
"""The properties, each with the types that may have it and those that may be its value."""

TEXTS = {
    "Date": re.compile(r"\d{4}(-\d\d(-\d\d)?)?"),
    "DateTime": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d"),
    "URL": re.compile(r"(https?://|\.\.?/)\S*"),
    "Text": re.compile(r"(?s).+"),
}
"""What values of these types look like."""


def types(of: str) -> set[str]:
    """A type and all above it."""
    return {of}.union(*map(types, ABOVE.get(of, ())))


def mistakes(node: dict[str, Any], stands_in: str = "") -> Iterator[str]:
    """What is not as schema.org has it in *node* and in all that it holds.

    A role may stand in any property, in place of its value, and has that property itself:
    https://blog.schema.org/2014/06/16/introducing-role/.
    """
    own = types(node["@type"])
    if node["@type"] not in ABOVE:
        yield f"no type: {node['@type']}"
    if "Role" in own and stands_in not in node:
        yield f"a role in {stands_in} has none"
    for name, value in node.items():
        if name in {"@id", "@type"}:
            continue
        domain, range_ = PROPERTIES.get(name, (set(), set()))
        if not (domain & own or ("Role" in own and name == stands_in)):
            yield f"{node['@type']} has no {name}"
        for each in value if isinstance(value, list) else [value]:
            yield from _misfits(name, each, range_)


def _misfits(name: str, value: Any, range_: set[str]) -> Iterator[str]:
    """What is wrong with one of a property's values."""
    if isinstance(value, dict) and value.keys() == {"@id"}:
        return  # what it is stands where it is described
    if isinstance(value, dict):
        if not types(value["@type"]) & (range_ | {"Role"}):
            yield f"{name} is not a {value['@type']}"
        yield from mistakes(value, name)
    elif isinstance(value, int):
        if "Integer" not in range_:
            yield f"{name} is not a number"
    elif not any(kind in range_ and TEXTS[kind].fullmatch(value) for kind in TEXTS):
        yield f"{name} is not {value}"
