"""Decides on the skills: those that entries name have pages and are claimed by just these; the others are listed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .entries import Draft, Part
from .plain_text import plain
from .report import Notes
from .resume import SkillGroup
from .slugs import same, slug
from .tree import Node

_AMBIGUOUS = 2
"""Names of so many letters, such as C, R and Go, are also parts of other words and sentences."""


@dataclass(slots=True, kw_only=True)
class Listed:
    """A skill that the file lists.

    :ivar parts: what names it.
    """

    name: str
    group: str
    at: Node
    parts: list[Part] = field(default_factory=list)


def skills(
    groups: Sequence[SkillGroup], pages: Sequence[Draft], heading: str, notes: Notes
) -> tuple[list[Draft], Mapping[str, list[str]]]:
    """The pages of skills, and the names of those that no entry names, by group.

    :param heading: that of skills which the file lists under none.
    """
    listed = _listed(groups, notes)
    parts = [part for page in pages for part in page.parts]
    for part in parts:
        for node in part.keywords:
            name = plain(node.text).text
            known = listed.setdefault(same(name), Listed(name=name, group="", at=node))
            known.parts.append(part)
    for skill in listed.values():
        if not skill.parts:
            _mention(skill, parts, notes)
    drafts, claimed, taken = [], dict[str, list[str]](), {"index"}
    for skill in listed.values():
        if skill.parts:
            if not skill.group and any(skill.at is each.heading for each in groups):
                notes.decided(skill.at, f"entries name it: it has a page, under the heading {heading}")
            name = slug(skill.name, taken, otherwise="skill")
            taken.add(name)
            drafts.append(Draft(kind="skill", slug=name, title=skill.name, facts={"category": skill.group or heading}))
            for part in skill.parts:
                claims = part.facts.setdefault("skills", [])
                claims += [name] if name not in claims else []
        else:
            claimed.setdefault(skill.group, []).append(skill.name)
    return drafts, claimed


def _listed(groups: Iterable[SkillGroup], notes: Notes) -> dict[str, Listed]:
    found: dict[str, Listed] = {}
    for each in groups:
        heading = plain(each.heading.text).text if each.heading else ""
        for node in each.names or ([each.heading] if each.heading else []):
            name = plain(node.text).text
            if not name:
                notes.left_out(node, "it is empty without its markup")
                continue
            group = heading if each.names else ""
            if (known := found.setdefault(same(name), Listed(name=name, group=group, at=node))).at is not node:
                notes.decided(node, f"taken for the same skill as {known.name}, and written once")
    return found


def _mention(skill: Listed, parts: Sequence[Part], notes: Notes) -> None:
    """Have entries that mention a listed skill claim it."""
    if len(skill.name) <= _AMBIGUOUS:
        return
    flags = re.IGNORECASE if len(skill.name) > _AMBIGUOUS + 1 else re.NOFLAG
    word = re.compile(rf"(?<![\w+#.-]){re.escape(skill.name)}(?![\w+#]|[.-]\w)", flags)
    for part in parts:
        if word.search(part.words):
            skill.parts.append(part)
            notes.decided(skill.at, f"mentioned in {part.at.path}, which claims it therefore")
