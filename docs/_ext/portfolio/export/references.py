"""``references.json`` and ``references.bib``: deliveries of talks, and publications, for reference managers.

Both say the same, in the words of CSL (https://docs.citationstyles.org/en/stable/specification.html, appendices III and
IV) and of BibTeX, which biblatex reads too. Keys are made from the addresses at which things were published first, so
that documents which cite by them still do after a rename.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from portfolio.i18n import wording
from portfolio.model.career import Career
from portfolio.model.dates import Period
from portfolio.model.fields import N_
from portfolio.model.kinds import Delivery, Publication, Talk

from .file import File, Link
from .formats import filled, to_json, uri
from .site import Site

NAME, BIBTEX = "references.json", "references.bib"
Item = dict[str, Any]
"""An item of CSL-JSON."""
_TYPES: Mapping[str | None, tuple[str, str]] = {
    "article": ("article-magazine", ""),
    "paper": ("article", ""),
    "interview": ("interview", N_("Interview")),
    "podcast": ("broadcast", N_("Podcast")),
    None: ("document", ""),
}
"""By the type of a publication that of CSL, and what it is called where that does not say it."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The abbreviations that all styles of BibTeX define."""
_SPECIAL = {
    **{ord(char): f"\\{char}" for char in "#$%&_"},
    # As commands, since BibTeX counts braces, even escaped ones.
    ord("\\"): r"\textbackslash{}",
    ord("{"): r"\textbraceleft{}",
    ord("}"): r"\textbraceright{}",
    ord("~"): r"\textasciitilde{}",
    ord("^"): r"\textasciicircum{}",
}
"""What TeX does not take for text."""


def files(career: Career, site: Site) -> Iterator[File]:
    """The references, where there are any."""
    if found := content(career, site):
        _ = site.language.gettext
        link = Link(media_type="application/x-bibtex", label=_("Talks and publications to cite (BibTeX)"))
        yield File(name=BIBTEX, content=found, write=write_bibtex, link=link)
        media_type = "application/vnd.citationstyles.csl+json"
        link = Link(media_type=media_type, label=_("Talks and publications to cite (CSL-JSON)"))
        yield File(name=NAME, content=found, write=to_json, link=link)


def content(career: Career, site: Site) -> list[Item]:
    """What was given or published, newest first; nothing that is still to come."""
    found: list[Item] = []
    for entry in career.newest_first(career.entries()):
        if isinstance(entry, Talk):
            found += (_delivery(entry, each, career, site) for each in entry.given)
        elif isinstance(entry, Publication) and not (entry.date and entry.date.ending == "expected"):
            found.append(_publication(entry, career, site))
    return [*map(filled, found)]


def _delivery(talk: Talk, given: Delivery, career: Career, site: Site) -> Item:
    key = site.identity.address(talk.docname, given.anchor)
    seen = next(iter(given.public_proofs.values()), site.url(talk.docname, given.anchor))
    return {
        "id": f"talk:{site.identity.slug(talk.docname)}:{key.anchor}",
        "type": "speech",
        "genre": wording.kind("talk", site.language),
        "title": given.title or talk.title,
        "author": [_owner(career, site)],
        "event-title": given.event,
        "event": given.event,  # its name before CSL 1.0.2, which some programs know alone
        "event-place": given.place,
        "issued": _date(given.date),
        "abstract": talk.summary,
        "language": site.code,
        "URL": uri(seen),
    }


def _publication(entry: Publication, career: Career, site: Site) -> Item:
    type_, genre = _TYPES[entry.type]
    return {
        "id": f"publication:{site.identity.slug(entry.docname)}",
        "type": type_,
        "genre": genre and site.language.gettext(genre),
        "title": entry.title,
        "author": [_owner(career, site), *({"literal": name} for name in entry.authors)],
        "container-title": entry.venue,
        "issued": _date(entry.date),
        "abstract": entry.summary,
        "language": site.code,
        "URL": uri(next(iter(entry.public_proofs.values()), site.url(entry.docname))),
    }


def _owner(career: Career, site: Site) -> Item:
    """The one whose career it is, by the parts of the name where these are given."""
    person = career.person
    if person and person.family_name and person.given_name:
        return {"family": person.family_name, "given": person.given_name}
    return {"literal": person.name if person else site.author}


def _date(period: Period | None) -> Item | None:
    """When something was; None where that is not known, as of what there was by a date at the latest."""
    if period is None or period.beginning == "unknown":
        return None
    ends = [period.start]
    if period.end and period.end != period.start and period.ending == "known":
        ends.append(period.end)
    return {"date-parts": [[part for part in (each.year, each.month, each.day) if part] for each in ends]}


def write_bibtex(items: list[Item]) -> bytes:
    """The items as a file of BibTeX, in UTF-8 as biber and reference managers read it."""
    return "\n".join(map(_entry, items)).encode()


def _entry(item: Item) -> str:
    """An entry: an article in a periodical, or what BibTeX has no type for."""
    is_article = item["type"].startswith("article") and "container-title" in item
    where = ", ".join(item[name] for name in ("genre", "event-title", "event-place", "container-title") if name in item)
    texts = {
        "title": f"{{{_text(item['title'])}}}",  # braces keep its capitals
        "author": " and ".join(map(_name, item["author"])),
        "journal": _text(item["container-title"]) if is_article else "",
        "howpublished": "" if is_article else _text(where),
        "abstract": _text(item.get("abstract", "")),
        "url": item.get("URL", ""),
    }
    fields = [f"{name} = {{{text}}}" for name, text in texts.items() if text]
    fields += _issued(item["issued"]["date-parts"][0]) if "issued" in item else []
    body = "".join(f",\n  {field}" for field in fields)
    return f"@{'article' if is_article else 'misc'}{{{item['id']}{body}\n}}\n"


def _name(author: Item) -> str:
    if "literal" not in author:
        return f"{_text(author['family'])}, {_text(author['given'])}"
    name = _text(author["literal"])
    return f"{{{name}}}" if re.search(r",|\band\b", name) else name


def _text(text: str) -> str:
    return " ".join(text.split()).translate(_SPECIAL)


def _issued(parts: list[int]) -> Iterator[str]:
    """A date as BibTeX has it, as far as it is known."""
    year, *more = parts
    yield f"year = {year}"
    yield from (f"month = {_MONTHS[month - 1]}" for month in more[:1])
    yield from (f"day = {day}" for day in more[1:])
