"""``evidence.json``: the whole career as a graph, with what proves each skill, and the JSON Schema that it keeps to."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.export.file import File, Link
from portfolio.export.formats import to_json, uri
from portfolio.export.site import Site
from portfolio.model.career import Career

from .entries import Entries, copies
from .shape import SHAPE, VERSION, Graph, Person, Profile, Reference, Uri

NAME, SCHEMA = "evidence.json", f"evidence-{VERSION}.schema.json"


def files(career: Career, site: Site) -> Iterator[File]:
    """The graph and its schema, where there is an entry or a person."""
    if (found := content(career, site)) is not None:
        _ = site.language.gettext
        link = Link(media_type="application/json", label=_("The career with its evidence, as data"))
        yield File(name=NAME, content=found, write=write, link=link)
        link = Link(media_type="application/schema+json", label=_("What stands in that data, as JSON Schema"))
        yield File(name=SCHEMA, content=schema_address(site), write=write_schema, link=link)


def content(career: Career, site: Site) -> Graph | None:
    """The graph; None where there is neither an entry nor a person."""
    if not career.entries() and not career.person:
        return None
    entries = Entries(career, site)
    return Graph(
        schema=Reference(schema_address(site) or SCHEMA),
        title=site.title,
        author=site.author,
        language=site.code,
        address=Uri(uri(site.base)) if site.base else None,
        person=_person(career),
        employers=tuple(entries.employers()),
        education=tuple(entries.education()),
        sabbaticals=tuple(entries.sabbaticals()),
        projects=tuple(entries.projects()),
        talks=tuple(entries.talks()),
        skills=tuple(entries.skills()),
    )


def schema_address(site: Site) -> str:
    """The schema's own address; empty where that of the site is not known."""
    return uri(f"{site.base}{SCHEMA}") if site.base else ""


def write(found: Graph) -> bytes:
    """The graph as a file."""
    return to_json(SHAPE.data(found))


def write_schema(address: str) -> bytes:
    """The schema as a file, whose *address* may be empty."""
    return to_json(SHAPE.schema(Graph, f"A career with its evidence, version {VERSION}", address))


def _person(career: Career) -> Person | None:
    if (found := career.person) is None:
        return None
    return Person(
        name=found.name,
        label=found.label,
        summary=found.summary,
        place=found.place,
        url=Uri(uri(found.url)) if found.url else None,
        photo=Uri(uri(found.photo)) if found.photo else None,
        email=found.email,
        phone=found.phone,
        profiles=tuple(Profile(network=name, address=Uri(uri(url))) for name, url in found.profiles.items()),
        archives=copies(found.archives),
    )
