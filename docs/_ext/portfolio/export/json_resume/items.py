"""The entries of ``resume.json``, each as the item that JSON Resume has for it; see there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from portfolio.export.evidence.entries import identifier
from portfolio.export.formats import iso, uri
from portfolio.export.site import Site
from portfolio.i18n.wording import period as period_in_words
from portfolio.model.career import Career
from portfolio.model.dates import PartialDate, Period
from portfolio.model.entries import Delivery, Education, Employer, Entry, Key, Kind, Project, Sabbatical, Slug, Talk

Object = dict[str, Any]


def filled(values: Object) -> Object:
    """*values* but for those that say nothing."""
    return {name: value for name, value in values.items() if value}


def employment(entry: Employer, career: Career, site: Site) -> Object:
    """An item of ``work``."""
    return filled(
        {
            "name": entry.title,
            "position": entry.role,
            "location": ", ".join(entry.places),
            "url": _link(entry, "website"),
            **_dates(entry.period),
            "summary": entry.summary,
            "highlights": list(entry.highlights),
            "keywords": _keywords(entry, career),
            "portfolio": more(entry, site),
        }
    )


def sabbatical(entry: Sabbatical, career: Career, site: Site) -> Object:
    """An item of ``volunteer``, where the time was spent at something."""
    return filled(
        {
            "organization": entry.title,
            "position": entry.role,
            "location": entry.place,
            "url": _link(entry, "website"),
            **_dates(entry.period),
            "summary": entry.summary,
            "highlights": list(entry.highlights),
            "keywords": _keywords(entry, career),
            "portfolio": more(entry, site),
        }
    )


def studies(entry: Education, career: Career, site: Site) -> Object:
    """An item of ``education``."""
    minor = site.language.gettext("Minor: %(subject)s", subject=entry.minor) if entry.minor else None
    return filled(
        {
            "institution": entry.title,
            "location": entry.place,
            "url": _link(entry, "website"),
            "studyType": entry.degree,
            **_dates(entry.period),
            "score": entry.honours,
            "courses": [minor] if minor else [],
            "summary": entry.summary,
            "keywords": _keywords(entry, career),
            "portfolio": more(entry, site, minor=entry.minor),
        }
    )


def project(entry: Project, career: Career, site: Site) -> Object:
    """An item of ``projects``; its address is its own home, else its source, else its page here.

    One without a period is only known to lie within its employers': it has no dates of its own.
    """
    return filled(
        {
            "name": entry.title,
            "description": entry.summary,
            "highlights": list(entry.highlights),
            "keywords": _keywords(entry, career),
            **(_dates(entry.period) if entry.period else {}),
            "url": _link(entry, "website", "source") or uri(site.address(entry.docname)),
            "roles": [entry.role] if entry.role else [],
            "entity": ", ".join(_titles(career, "employer", entry.employers)),
            "type": "project",
            "portfolio": more(entry, site, status=entry.status, licence=entry.licence),
        }
    )


def talk(entry: Talk, career: Career, site: Site) -> Object:
    """An item of ``projects``; what is yet to come dates nothing."""
    given = [each for each in entry.deliveries if not each.upcoming]
    proof = next(iter(entry.exhibits.values()), "")
    return filled(
        {
            "name": entry.title,
            "description": entry.summary,
            "highlights": [_event(each, site) for each in entry.deliveries],
            "keywords": _keywords(entry, career),
            **_dates(*(each.date for each in given)),
            "url": uri(site.address(entry.docname) or proof),
            "roles": [site.language.gettext("Speaker")],
            "entity": ", ".join(dict.fromkeys(each.event for each in given or entry.deliveries)),
            "type": "talk",
            "portfolio": more(
                entry,
                site,
                employer=next(iter(_titles(career, "employer", [entry.employer] if entry.employer else [])), None),
                projects=_titles(career, "project", entry.projects),
                deliveries=[_delivery(entry, each, site) for each in entry.deliveries],
            ),
        }
    )


def more(entry: Entry, site: Site, **others: object) -> Object:
    """What of an entry has no word in the schema."""
    return filled(
        {
            "id": identifier(entry.key),
            "page": uri(site.address(entry.docname)),
            "links": {label: uri(url) for label, url in entry.links.items()},
            "proof": {kind: uri(url) for kind, url in entry.exhibits.items()},
            "sources": [uri(url) for url in entry.sources],
            **others,
        }
    )


def _delivery(talk: Talk, given: Delivery, site: Site) -> Object:
    addresses = {"video": given.video, "slides": given.slides, "programme": given.programme}
    return filled(
        {
            "event": given.event,
            "place": given.place,
            **_dates(given.date),
            "title": given.title,
            **{name: url and uri(url) for name, url in addresses.items()},
            "upcoming": given.upcoming,
            "page": uri(site.address(talk.docname, given.anchor)),
        }
    )


def _event(given: Delivery, site: Site) -> str:
    """A delivery in words."""
    _ = site.language.gettext
    announced = [_("as “%(title)s”", title=given.title)] if given.title else []
    upcoming = [_("upcoming")] if given.upcoming else []
    when = period_in_words(given.date, site.language)
    return ", ".join([given.event, given.place, when, *upcoming, *announced])


def _keywords(entry: Entry, career: Career) -> list[str]:
    return [skill.title for skill in career.skills(entry)]


def _titles(career: Career, kind: Kind, slugs: Iterable[Slug]) -> list[str]:
    return [entry.title for slug in slugs if (entry := career.get(Key(kind, slug)))]


def _link(entry: Entry, *labels: str) -> str:
    """The first of the entry's links with one of *labels*."""
    return next((uri(entry.links[label]) for label in labels if label in entry.links), "")


def _dates(*periods: Period) -> Object:
    """From the first start to the last end of *periods*; without an end while one goes on."""
    start = min((period.start for period in periods), key=lambda date: date.earliest, default=None)
    ends = [period.end for period in periods]
    end = max((end for end in ends if end), key=lambda date: date.latest, default=None)
    return filled({"startDate": _date(start), "endDate": None if None in ends else _date(end)})


def _date(date: PartialDate | None) -> str | None:
    return iso(date) if date and 1000 <= date.year <= 2999 else None
