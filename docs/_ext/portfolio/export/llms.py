"""``llms.txt``: what there is on the site, for language models (https://llmstxt.org)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from urllib.parse import quote

from portfolio.i18n.wording import kinds
from portfolio.model.career import Career
from portfolio.model.entries import Entry
from portfolio.model.fields import Kind
from portfolio.model.kinds import FOLDERS, KINDS, Talk
from portfolio.views.entry_rows import delivered, details, figures, span
from portfolio.views.person import links
from portfolio.writing.commonmark import Block, List, escape, heading, link, paragraph, quotation, stacked

from .file import File, Link
from .site import Site

NAME = "llms.txt"
FULL = "llms-full.txt"
"""The file with the text of all pages."""
ASIDE = {"colophon", "imprint", "privacy"}
"""The names of pages about the site, and not about the career."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A link, and what is to be said of it."""

    title: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Llms:
    """The file.

    :ivar notes: paragraphs below the summary.
    :ivar sections: links below headings.
    """

    title: str
    summary: str
    notes: tuple[str, ...]
    sections: tuple[tuple[str, tuple[Place, ...]], ...]


def files(career: Career, site: Site) -> Iterator[File]:
    """The file, where the site has pages."""
    if (found := content(career, site)) is not None:
        label = site.language.gettext("Contents for language models")
        yield File(name=NAME, content=found, write=write, link=Link(media_type="text/plain", label=label))


def content(career: Career, site: Site) -> Llms | None:
    """The pages by kind, newest first; then what is beside them, by the name of what may be left out."""
    _ = site.language.gettext
    entries = {kind: career.newest_first(career.entries(kind)) for kind in KINDS}
    shown = {entry.docname for found in entries.values() for entry in found}
    others = [docname for docname in site.titles if docname not in shown]
    others.sort(key=lambda docname: docname != site.root)
    aside = [docname for docname in others if docname.rpartition("/")[2] in ASIDE]
    about = [docname for docname in others if docname not in aside and _kind(docname) is None]
    if not shown and not others:
        return None
    person = career.person
    found_at = [Place(title=each.text, url=each.url) for each in links(person)] if person else []
    beside = {
        file.name: Place(title=file.link.label, url=f"{site.base}{quote(file.name)}", note=file.link.note)
        for file in site.beside
        if file.link
    }
    # Of all there is, it says the most in the least.
    first = [beside.pop("cv.txt")] if "cv.txt" in beside else []
    sections = [(_("About"), [*first, *(_page(docname, site) for docname in about)]), (_("Contact"), found_at)]
    for kind, found in entries.items():
        indices = [_page(docname, site) for docname in others if _kind(docname) == kind]
        sections.append((kinds(kind, site.language), [*indices, *(_entry(each, career, site) for each in found)]))
    full = Place(title=FULL, url=f"{site.base}{FULL}", note=_("The text of all pages in one file."))
    # The convention's own word, in whatever language the rest is.
    sections.append(("Optional", [*(_page(docname, site) for docname in aside), full, *beside.values()]))
    return Llms(
        title=person.name if person else site.title,
        summary=(person.summary or person.label or "") if person else "",
        notes=tuple(_notes(career, site)),
        sections=tuple((name, tuple(places)) for name, places in sections if places),
    )


def write(llms: Llms) -> bytes:
    """The file's text."""
    blocks: list[Block] = [heading(1, _text(llms.title))]
    if llms.summary:
        blocks.append(quotation(paragraph(_text(llms.summary))))
    blocks += (paragraph(_text(note)) for note in llms.notes)
    for name, places in llms.sections:
        blocks += [heading(2, _text(name)), List(tuple((_line(place),) for place in places))]
    return f"{stacked(blocks)}\n".encode()


def _text(text: str) -> str:
    return escape(text.strip())


def _line(place: Place) -> str:
    leading = link(_text(place.title), place.url)
    return f"{leading}: {_text(place.note)}" if place.note else leading


def _notes(career: Career, site: Site) -> Iterator[str]:
    _ = site.language.gettext
    person = career.person
    if person and person.summary and (found := [part for part in (person.label, person.place) if part]):
        yield f"{', '.join(found)}."
    if site.base:
        yield _("The links lead to pages in Markdown. Each ends with the page's address in HTML, which is to be cited.")


def _kind(docname: str) -> Kind | None:
    """The kind of entry in whose folder a page is."""
    return FOLDERS.get(docname.partition("/")[0]) if "/" in docname else None


def _page(docname: str, site: Site) -> Place:
    return Place(title=site.titles[docname], url=_url(docname, site))


def _entry(entry: Entry, career: Career, site: Site) -> Place:
    """An entry's page: of a skill the years and the evidence, of a talk its deliveries, else what it was and when."""
    language = site.language
    if not entry.traits.proves:
        facts = figures(career, entry.key, language)
    elif isinstance(entry, Talk):
        facts = "; ".join(", ".join(delivered(each, language)) for each in entry.deliveries)
    else:
        said = chain.from_iterable(details(career, entry, "llms", language))
        texts = (part for part in said if isinstance(part, str) and part != ", ")
        facts = ", ".join(filter(None, [*dict.fromkeys(texts), span(career, entry, language)]))
    note = ". ".join(filter(None, [facts, entry.summary]))
    return Place(title=entry.title, url=_url(entry.docname, site), note=note)


def _url(docname: str, site: Site) -> str:
    """Where the Markdown of a page is."""
    return f"{site.base}{quote(docname)}.md"
