"""Writes the files of an imported career."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from portfolio.commands.site import as_markdown, index_page, page, project_files, section_page, timeline_page
from portfolio.i18n.translation import Language
from portfolio.model.fields import Kind
from portfolio.model.kinds import KINDS

from . import fonts, texts
from .entries import Draft
from .report import Notes
from .resume import Prose

_USUAL = 2
"""So many pages the curriculum vitae may have anyway."""
_PAGE = 1500
"""So many letters of front matter fill a page of the curriculum vitae by half at least."""


def files(
    person: Mapping[str, Any], prose: Sequence[Prose], drafts: Sequence[Draft], language: str, notes: Notes
) -> dict[str, str]:
    """All files of the site, by path; the report is not among them."""
    words = Language.of(language)
    kinds = [kind for kind in KINDS if any(draft.kind == kind for draft in drafts)]
    found = project_files(person["name"], language)
    lead = [" · ".join(filter(None, (person["label"], person["place"]))), person["summary"]]
    parts = [as_markdown(each) for each in lead if each]
    parts += [part for each in prose for part in _section(each, words, notes)]
    found["docs/index.md"] = index_page(filled(person), "\n\n".join(parts), kinds, words)
    found["docs/timeline.md"] = timeline_page(words)
    for kind in kinds:
        of_kind = [draft for draft in drafts if draft.kind == kind]
        found |= section_page(kind, words, [draft.slug for draft in of_kind] if KINDS[kind].traits.occupation else ())
        for draft in of_kind:
            path = f"docs/{KINDS[kind].traits.folder}/{draft.slug}.md"
            found[path] = page({"title": draft.title, kind: filled(draft.facts)})
    conf, requirements = fonts.settings(found.values())
    length = sum(len(text) for path, text in found.items() if path.endswith(".md"))
    if (most := max(1 + length // _PAGE, *(_pages(kind, drafts) for kind in KINDS))) > _USUAL:
        found["docs/conf.py"] += f"portfolio_cv_pages = {most}  # the most that cv.pdf may have\n"
    found["docs/conf.py"] += conf
    found["requirements.txt"] += requirements
    return found


def _pages(kind: Kind, drafts: Sequence[Draft]) -> int:
    """How many pages the curriculum vitae may have to hold all entries of a kind."""
    number = sum(draft.kind == kind for draft in drafts)
    return -(-_USUAL * number // KINDS[kind].traits.most) if KINDS[kind].traits.most else 0


def filled(facts: Mapping[str, Any]) -> dict[str, Any]:
    """*facts*, and those of positions, but for those that say nothing."""
    found = {}
    for key, value in facts.items():
        if isinstance(value, list):
            value = [filled(each) if isinstance(each, Mapping) else each for each in value]
        if value:
            found[key] = value
    return found


def _section(prose: Prose, words: Language, notes: Notes) -> Iterable[str]:
    """A section of free text on the first page, as Markdown that shows it as it is."""
    heading, shown = words.gettext(prose.heading), list[str]()
    for node in prose.texts:
        links: dict[str, str] = {}
        if found := texts.read(node, links, notes):
            linked = [f"[{as_markdown(label)}](<{address}>)" for label, address in links.items()]
            shown.append(" ".join([as_markdown(found.text), *linked]))
            notes.decided(node, f"it stands in the text of the first page, under “{heading}”")
    if shown:
        yield f"## {as_markdown(heading)}"
        yield shown[0] if len(shown) == 1 else "\n".join(f"- {text}" for text in shown)
