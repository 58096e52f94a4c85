"""Reads RenderCV's YAML (https://docs.rendercv.com/user_guide/yaml_input_structure/cv/).

Sections have free names in any language; the keys of an entry say what it is. Only where these leave it open, between
languages and other lists, awards and projects, or paid work and unpaid, does the name of a section count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from babel.core import Locale

from . import texts
from .json_resume import members, one, several
from .plain_text import plain
from .report import Notes
from .resume import Item, Profile, Prose, Resume, SectionName, SkillGroup
from .tree import Node

_TEXT = {
    "role": "position", "place": "location", "start": "start_date", "end": "end_date", "date": "date",
    "degree": "degree", "area": "area", "score": "grade", "doi": "doi",
}  # fmt: skip
"""The fields of an item, each with its key."""
_NAMES: Mapping[str, SectionName] = {
    "company": "work",
    "institution": "education",
    "title": "publications",
    "name": "projects",
}
"""The keys that say what an entry is."""
_UNPAID = re.compile(r"(?i)volunt|ehrenamt|freiwillig|b[ée]n[ée]vol|wolontar")
_AWARDS = re.compile(
    r"(?i)award|hono[u]?r|prize|scholarship|fellowship|auszeichnung|preis|premio|prix|bourse|beca|nagrod"
)
_PROJECTS = re.compile(r"(?i)pro[jy]ec?[kt]|progett|проект|プロジェクト|项目|項目|프로젝트")
_CERTIFICATES = re.compile(r"(?i)certif|zertifik|licen[sc]e|lizenz")
_LANGUAGES = "en de es fr it pt nl pl sv da nb cs fi tr ru uk zh ja ko".split()  # noqa: SIM905


def read(top: Node, notes: Notes) -> Resume:
    """What the file says, with notes of what the names of sections decided."""
    cv = top.get("cv") or top
    resume = Resume(
        name=one(cv, "name"),
        label=one(cv, "headline", "label"),
        email=one(_first(cv, "email", notes), "email"),
        phone=one(_first(cv, "phone", notes), "phone"),
        url=one(_first(cv, "website", notes), "website"),
        photo=one(cv, "photo"),
    )
    if location := one(cv, "location"):
        resume.place = [location]
    for each in members(cv, "social_networks"):
        resume.profiles.append(Profile(at=each, network=one(each, "network"), username=one(each, "username")))
    for each in members(cv, "custom_connections"):
        resume.profiles.append(Profile(at=each, network=one(each, "placeholder"), url=one(each, "url")))
        one(each, "fontawesome_icon")  # of the look, too
    for key, node in top.pairs:
        if key in {"design", "locale", "locale_catalog", "rendercv_settings", "settings"}:
            node.take()  # of the look, not of the career
    sections = cv.get("sections")
    for name, section in sections.pairs if sections else ():
        _read_section(_spelled(name), section, resume, notes)
    return resume


def _read_section(name: str, section: Node, resume: Resume, notes: Notes) -> None:
    prose: list[Node] = []
    for each in section.items:
        if each.text:
            prose.append(each.take())
        elif point := one(each, "bullet", "number", "reversed_number"):
            prose.append(point)
        elif label := one(each, "label"):
            _read_line(name, label, one(each, "details"), resume, notes)
        elif key := next((key for key in _NAMES if each.get(key)), None):
            resume.items.append(_item(name, key, each, notes))
    if not prose:
        return
    if not resume.summary and not resume.items and all(not node.path.endswith(("bullet", "number")) for node in prose):
        resume.summary = prose
        for node in prose:
            notes.decided(node, f"the section “{name}”, before all others, is taken for the summary")
    else:
        resume.prose.append(Prose(heading=name, texts=prose))


def _item(name: str, key: str, node: Node, notes: Notes) -> Item:
    section = _NAMES[key]
    for pattern, other in ((_UNPAID, "volunteer"), (_AWARDS, "awards"), (_CERTIFICATES, "certificates")):
        if pattern.search(name) and section == ("work" if other == "volunteer" else "projects"):
            section = other  # type: ignore[assignment]
            notes.decided(node, f"taken for one of “{name}”, as its section says")
    if section == "projects" and not _PROJECTS.search(name):
        notes.decided(node, f"written as a project, though its section is “{name}”: nothing else has such keys")
    title = one(node, key)
    url = one(node, "url")
    if title and not url and (link := re.fullmatch(r"\[([^\[\]]+)\]\(([^()\s]+)\)", title.text)):
        title, url = title.with_text(link[1]), title.with_text(link[2])
    values = {field: one(node, key) for field, key in _TEXT.items()}
    issuer = one(node, "journal") or (values.pop("place") if section in {"awards", "certificates"} else None)
    return Item(
        section=section,
        at=node,
        name=title,
        url=url,
        issuer=issuer,
        summary=several(node, "summary"),
        highlights=several(node, "highlights"),
        authors=several(node, "authors"),
        **values,  # type: ignore[arg-type]
    )


def _read_line(name: str, label: Node, details: Node | None, resume: Resume, notes: Notes) -> None:
    """An entry of a label and details: a language and how well, or a heading and the skills under it."""
    if _is_language(label.text):
        resume.languages.append((label, details))
        return
    parts = _split(details) if details else []
    spoken = [re.fullmatch(r"([^()]+?)\s*(?:\((.*)\)|[:–-]\s*(.*))?", part.text) for part in parts]
    if parts and all(found and _is_language(found[1]) for found in spoken):
        for part, found in zip(parts, spoken, strict=True):
            how = found and (found[2] or found[3])
            resume.languages.append((part.with_text(found[1] if found else ""), part.with_text(how) if how else None))
    elif details and any(len(part.text.split()) > 4 for part in parts):
        text = f"{label.text}: {details.text}"
        notes.decided(details, "it reads as prose and not as a list of skills: it stands on the first page")
        resume.prose.append(Prose(heading=name, texts=[label.with_text(text)]))
        return
    else:
        resume.skills.append(SkillGroup(heading=label, names=parts))
    if details:
        texts.read(details, None, notes)


def _first(node: Node, key: str, notes: Notes) -> Node:
    """*node*, in which of a list at *key* only the first counts."""
    found = node.get(key)
    if found is None or len(found.items) < 2:
        return node
    first, *others = found.items
    for other in others:
        notes.left_out(other, "front matter has one of these; this is not the first")
    return Node(value=[(key, first)], path=node.path, line=node.line, column=node.column)


def _split(details: Node) -> list[Node]:
    """The parts of a list in words."""
    parts = (part.strip(" .") for part in _parts(plain(details.text).text))
    return [details.with_text(part) for part in parts if part]


def _parts(text: str) -> Iterator[str]:
    """What stands between the commas of a text, but for those within parentheses that end."""
    depth, start, end = 0, 0, text.rfind(")")
    for mark in re.finditer("[(),;、،]", text):
        if mark[0] in "()":
            depth = max(0, depth + (1 if mark[0] == "(" else -1))
        elif not depth or mark.start() > end:
            yield text[start : mark.start()]
            start = mark.end()
    yield text[start:]


def _spelled(name: str) -> str:
    """The name of a section as it is shown: RenderCV makes words of keys with underscores."""
    return name if " " in name or ("_" not in name and name[:1].isupper()) else name.replace("_", " ").capitalize()


def _is_language(name: str) -> bool:
    return name.casefold().strip() in _languages()


@cache
def _languages() -> frozenset[str]:
    return frozenset(name.casefold() for code in _LANGUAGES for name in Locale(code).languages.values())
