"""Reads JSON Resume (https://docs.jsonresume.org/schema), with the keys of before version 1.0 and common slips."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from portfolio.model.fields import N_

from .report import Notes
from .resume import Item, Profile, Prose, Resume, SectionName, SkillGroup
from .tree import Node

PRIVATE = "it is not for everyone to read"
LEVEL = "a level that one gives oneself proves nothing"
_SECTIONS: Mapping[SectionName, tuple[str, ...]] = {
    "work": ("work", "experience"),
    "volunteer": ("volunteer", "volunteering"),
    "education": ("education",),
    "projects": ("projects",),
    "publications": ("publications",),
    "awards": ("awards",),
    "certificates": ("certificates", "certifications"),
}
"""The sections, each with the keys that it has had."""
_TEXT: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "company", "organization", "institution", "title"),
    "role": ("position", "role"),
    "place": ("location",),
    "url": ("url", "website", "link"),
    "start": ("startDate",),
    "end": ("endDate",),
    "date": ("date", "releaseDate"),
    "issuer": ("issuer", "awarder", "publisher"),
    "degree": ("studyType", "degree"),
    "area": ("area",),
    "score": ("score", "gpa"),
    "entity": ("entity",),
}
"""The fields of an item that hold one text, each with the keys that it has had."""
_LIST: Mapping[str, tuple[str, ...]] = {
    "summary": ("summary",),
    "about": ("description",),
    "highlights": ("highlights",),
    "keywords": ("keywords", "technologies", "skills"),
    "courses": ("courses",),
    "authors": ("authors",),
}


def read(top: Node, notes: Notes) -> Resume:
    """What the file says; what is not taken has no place in pages."""
    basics = top.get("basics") or Node(value="", path="basics", line=1, column=1)
    resume = Resume(
        name=one(basics, "name"),
        label=one(basics, "label", "headline"),
        summary=several(basics, "summary"),
        email=one(basics, "email"),
        phone=one(basics, "phone"),
        url=one(basics, "url", "website"),
        photo=one(basics, "image", "picture"),
    )
    _read_location(basics, resume, notes)
    for each in members(basics, "profiles"):
        profile = Profile(at=each, network=one(each, "network"), username=one(each, "username"), url=one(each, "url"))
        resume.profiles.append(profile)
    for section, keys in _SECTIONS.items():
        for key in keys:
            resume.items += [_item(section, each, notes) for each in members(top, key)]
    for each in members(top, "skills"):
        resume.skills.append(SkillGroup(heading=_named(each, "name"), names=several(each, "keywords")))
        notes.secret(LEVEL, each.get("level"))
    for each in members(top, "languages"):
        if language := _named(each, "language", "name"):
            resume.languages.append((language, one(each, "fluency", "level")))
    found = [text for each in members(top, "interests") for text in (_named(each, "name"), *several(each, "keywords"))]
    if interests := [text for text in found if text]:
        resume.prose.append(Prose(heading=N_("Interests"), texts=interests))
    notes.secret(PRIVATE, *members(top, "references"))
    for key, node in top.pairs:
        if key in {"$schema", "meta"}:
            node.take()  # of the file, not of the career
    return resume


def one(node: Node, *keys: str, notes: Notes | None = None) -> Node | None:
    """The value of the first of the *keys* that has one, taken; a list where a text is expected is joined."""
    found = node.get(*keys)
    if found is None or found.pairs:
        return None
    for key in keys:  # older and newer keys are often both there
        if (other := node.get(key)) and other.text == found.text != "":
            other.take()
    if len(found.items) > 1:
        if notes:
            notes.decided(found, "a list where one text has its place: joined by commas")
        return found.with_text(", ".join(each.text for each in found.take().leaves() if each.text))
    return next((each.take() for each in found.items if each.text), None)


def several(node: Node, *keys: str) -> Sequence[Node]:
    """The texts of the first of the *keys* that has some, taken; one text is a list of itself."""
    found = node.get(*keys)
    return [each.take() for each in found.items if each.text] if found else []


def members(node: Node, key: str) -> Sequence[Node]:
    """The items of a section that say something."""
    found = node.get(key)
    return [each for each in found.items if any(leaf.text for leaf in each.leaves())] if found else []


def _named(node: Node, *keys: str) -> Node | None:
    return node.take() if node.text else one(node, *keys)


def _item(section: SectionName, node: Node, notes: Notes) -> Item:
    if node.text:
        return Item(section=section, at=node, name=node.take())
    location = node.get("location")
    place = one(location, "city", "region", "country") if location and location.pairs else one(node, "location")
    texts = {name: one(node, *keys, notes=notes) for name, keys in _TEXT.items() if name != "place"}
    lists = {name: several(node, *keys) for name, keys in _LIST.items()}
    if section == "projects":
        if (kind := node.get("type")) and kind.text == "project":
            kind.take()
        texts["role"] = texts["role"] or one(node, "roles", notes=notes)
    if section != "work" or not lists["summary"]:
        # Work alone has both, one of them about the organization.
        for each in (*lists["about"], *lists["summary"]) if lists["about"] and lists["summary"] else ():
            notes.decided(each, "the description and the summary are written as one")
        lists["summary"], lists["about"] = [*lists["about"], *lists["summary"]], []
    return Item(section=section, at=node, place=place, **texts, **lists)  # type: ignore[arg-type]


def _read_location(basics: Node, resume: Resume, notes: Notes) -> None:
    location = basics.get("location")
    if location is None:
        return
    if not location.pairs:
        resume.place = several(basics, "location")
        return
    resume.place = [each for each in (one(location, "city"), one(location, "region")) if each]
    resume.country = one(location, "countryCode", "country")
    notes.secret(PRIVATE, location.get("address"), location.get("postalCode"))
