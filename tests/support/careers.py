"""A small career for the tests of pure functions: a botanist's."""

import datetime as dt
from typing import Any

from portfolio.model.career import Career
from portfolio.model.dates import Period
from portfolio.model.entries import Claim, Entry, Key, Slug
from portfolio.model.evidence import Mention
from portfolio.model.kinds import Award, Delivery, Education, Employer, Project, Publication, Sabbatical, Skill, Talk
from portfolio.model.person import Person

TODAY = dt.date(2026, 11, 23)


def claimed(fields: dict[str, Any]) -> dict[str, Any]:
    """*fields*, with skills that are slugs made claims of all of an entry's time."""
    skills = (each if isinstance(each, Claim) else Claim(skill=each) for each in fields.get("skills", ()))
    return fields | ({"skills": tuple(skills)} if "skills" in fields else {})


def claim(skill: str, period: str | None = None, proof: str | None = None) -> Claim:
    return Claim(skill=Slug(skill), period=Period.parse(period) if period else None, proof=proof)


def employer(slug: str, period: str, **fields: Any) -> Employer:
    fields = {"title": slug.title(), "summary": "", "places": ("Kew",), **fields}
    return Employer(docname=f"employers/{slug}", period=Period.parse(period), **claimed(fields))


def education(slug: str, period: str, **fields: Any) -> Education:
    fields = {"title": slug.title(), "summary": "", "place": "Leeds", **fields}
    return Education(docname=f"education/{slug}", period=Period.parse(period), **claimed(fields))


def sabbatical(slug: str, period: str, **fields: Any) -> Sabbatical:
    fields = {"title": slug.title(), "summary": "", "place": "Lima", **fields}
    return Sabbatical(docname=f"sabbaticals/{slug}", period=Period.parse(period), **claimed(fields))


def project(slug: str, period: str | None = None, **fields: Any) -> Project:
    fields = {"title": slug.title(), "summary": "", **fields}
    return Project(docname=f"projects/{slug}", period=Period.parse(period) if period else None, **claimed(fields))


def talk(slug: str, *dates: str, **fields: Any) -> Talk:
    deliveries = tuple(
        Delivery(event=f"Event {n}", place="Oslo", date=Period.parse(date)) for n, date in enumerate(dates, 1)
    )
    fields = {"title": slug.title(), "summary": "", "deliveries": deliveries, **fields}
    return Talk(docname=f"talks/{slug}", **claimed(fields))


def publication(slug: str, date: str, **fields: Any) -> Publication:
    fields = {"title": slug.title(), "summary": "", "type": "article", "venue": "Journal of Seeds", **fields}
    return Publication(docname=f"publications/{slug}", date=Period.parse(date), **claimed(fields))


def award(slug: str, date: str, **fields: Any) -> Award:
    fields = {"title": slug.title(), "summary": "", "issuer": "Linnean Society", **fields}
    return Award(docname=f"awards/{slug}", date=Period.parse(date), **claimed(fields))


def skill(slug: str, **fields: Any) -> Skill:
    fields = {"title": slug.title(), "summary": "", "category": "Botany", **fields}
    return Skill(docname=f"skills/{slug}", **fields)


def mention(where: str, kind: Any, slug: str, heading: str = "") -> Mention:
    anchor = heading.lower().replace(" ", "-")
    return Mention(docname=where, page=where, anchor=anchor, heading=heading, target=Key(kind, slug))


def career(*entries: Entry, mentions: tuple[Mention, ...] = (), person: Person | None = None) -> Career:
    by_page: dict[str, list[Mention]] = {}
    for each in mentions:
        by_page.setdefault(each.docname, []).append(each)
    return Career(entries={entry.docname: entry for entry in entries}, mentions=by_page, today=TODAY, person=person)
