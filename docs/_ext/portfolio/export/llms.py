"""``llms.txt``: what there is on the site, for language models (https://llmstxt.org)."""

from __future__ import annotations

from collections.abc import Iterator
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
ASIDE = {
    *("colophon", "imprint", "privacy"),
    *("datenschutz", "impressum", "kolophon"),
    *("confidentialite", "confidentialité", "mentions-legales", "mentions-légales"),
}
"""The names of pages about the site, and not about the career, in the languages that the extension speaks."""


def files(career: Career, site: Site) -> Iterator[File]:
    """The file, where the site has pages: who the person is, then links below headings."""
    if career.entries() or site.titles:
        person = career.person
        blocks: list[Block] = [heading(1, _text(person.name if person else site.title))]
        if person and (gist := person.summary or person.label):
            blocks.append(quotation(paragraph(_text(gist))))
        blocks += (paragraph(_text(note)) for note in _notes(career, site))
        for name, found in _sections(career, site):
            blocks += [heading(2, _text(name)), List(tuple((each,) for each in found))] if found else []
        label = site.language.gettext("Contents for language models")
        shown = Link(media_type="text/plain", label=label)
        yield File(name=NAME, content=f"{stacked(blocks)}\n".encode(), write=bytes, link=shown)


def _sections(career: Career, site: Site) -> Iterator[tuple[str, list[str]]]:
    """The pages by kind, newest first; then what is beside them, by the name of what may be left out."""
    _ = site.language.gettext
    entries = {kind: career.newest_first(career.entries(kind)) for kind in KINDS}
    shown = {entry.docname for found in entries.values() for entry in found}
    others = [docname for docname in site.titles if docname not in shown]
    others.sort(key=lambda docname: docname != site.root)
    aside = [docname for docname in others if docname.rpartition("/")[2] in ASIDE]
    about = [docname for docname in others if docname not in aside and _kind(docname) is None]
    beside = {
        file.name: _link(file.link.label, f"{site.base}{quote(file.name)}", file.link.note)
        for file in site.beside
        if file.link
    }
    # Of all there is, it says the most in the least.
    first = [beside.pop("cv.txt")] if "cv.txt" in beside else []
    yield _("About"), [*first, *(_page(docname, site) for docname in about)]
    yield _("Contact"), [_link(each.text, each.url) for each in links(career.person)] if career.person else []
    for kind, found in entries.items():
        indices = [_page(docname, site) for docname in others if _kind(docname) == kind]
        yield kinds(kind, site.language), [*indices, *(_entry(each, career, site) for each in found)]
    full = _link(FULL, f"{site.base}{FULL}", _("The text of all pages in one file."))
    # The convention's own word, in whatever language the rest is.
    yield "Optional", [*(_page(docname, site) for docname in aside), full, *beside.values()]


def _text(text: str) -> str:
    return escape(text.strip())


def _link(title: str, url: str, note: str = "") -> str:
    """A link, and what is to be said of it."""
    leading = link(_text(title), url)
    return f"{leading}: {_text(note)}" if note else leading


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


def _page(docname: str, site: Site) -> str:
    return _link(site.titles[docname], _url(docname, site))


def _entry(entry: Entry, career: Career, site: Site) -> str:
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
    return _link(entry.title, _url(entry.docname, site), ". ".join(filter(None, [facts, entry.summary])))


def _url(docname: str, site: Site) -> str:
    """Where the Markdown of a page is."""
    return f"{site.base}{quote(docname)}.md"
