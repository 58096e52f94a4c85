"""Decides on the skills: those that entries name have pages and are claimed by just these; the others are listed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from . import texts
from .entries import Draft, Part
from .report import Notes
from .resume import SkillGroup
from .slugs import Slugs, same
from .tree import Node

_ALIKE = str.maketrans({"\N{COMBINING DOT ABOVE}": None, "\N{LATIN SMALL LETTER DOTLESS I}": "i"})
"""What is left of the dots of Turkish letters."""
_AMBIGUOUS = 2
"""Names of so many letters, such as C, R and Go, are also parts of other words and sentences."""


@dataclass(slots=True, kw_only=True)
class Listed:
    """A skill that the file lists.

    :ivar alone: whether it is the heading of a group that holds nothing else.
    :ivar parts: what names it.
    """

    name: str
    group: str
    at: Node
    alone: bool = False
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
            if name := texts.line(node, None, notes):
                known = listed.setdefault(same(name), Listed(name=name, group="", at=node))
                known.parts.append(part)
    _mention([skill for skill in listed.values() if not skill.parts], parts, notes)
    drafts, claimed, slugs = [], dict[str, list[str]](), Slugs("index")
    for skill in listed.values():
        if skill.parts:
            if skill.alone:
                notes.decided(skill.at, f"entries name it: it has a page, under the heading {heading}")
            name = slugs.add(skill.name, otherwise="skill")
            drafts.append(Draft(kind="skill", slug=name, title=skill.name, facts={"category": skill.group or heading}))
            for part in skill.parts:
                claims = part.facts.setdefault("skills", [])
                claims += [name] if claims[-1:] != [name] else []
        else:
            claimed.setdefault(skill.group, []).append(skill.name)
    return drafts, claimed


def _listed(groups: Iterable[SkillGroup], notes: Notes) -> dict[str, Listed]:
    found: dict[str, Listed] = {}
    for each in groups:
        heading = texts.line(each.heading, None, notes)
        group, of_own = heading if each.names else "", False
        for node in each.names or ([each.heading] if each.heading else []):
            if not (name := texts.line(node, None, notes)):
                continue
            skill = Listed(name=name, group=group, at=node, alone=not each.names)
            if (known := found.setdefault(same(name), skill)).group == group:
                of_own = True
            if known is not skill:
                notes.decided(node, f"taken for the same skill as {known.name}, and written once")
        if each.heading and group and not of_own:
            notes.left_out(each.heading, "no skill is left under it")
    return found


def _mention(skills: Iterable[Listed], parts: Sequence[Part], notes: Notes) -> None:
    """Have entries that mention listed skills claim them."""
    by_word: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        for word in {*_words(part.words)}:
            by_word[word].append(part)
    for skill in skills:
        # A name stands only where each of its words does; the rarest leaves the fewest texts to look at.
        found = min((by_word.get(word, []) for word in _words(skill.name)), key=len, default=[])
        if found and len(skill.name) > _AMBIGUOUS:
            flags = re.IGNORECASE if len(skill.name) > _AMBIGUOUS + 1 else re.NOFLAG
            name = re.compile(rf"(?<![\w+#.-]){re.escape(skill.name)}(?![\w+#]|[.-]\w)", flags)
            for part in (each for each in found if name.search(each.words)):
                skill.parts.append(part)
                notes.decided(skill.at, f"mentioned in {part.at.path}, which claims it therefore")


def _words(text: str) -> list[str]:
    """The words of *text*, alike where they differ by what ``re.IGNORECASE`` passes over."""
    return re.findall(r"\w+", text.casefold().translate(_ALIKE))
