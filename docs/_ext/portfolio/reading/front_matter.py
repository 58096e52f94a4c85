"""Front matter: the text of a page -> its entry, or all the problems that stand in the way, each with its place.

Every scalar stays the text that was written until the model reads it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

import yaml

from portfolio.model.dates import hull
from portfolio.model.entries import Entry, Url, Visibility
from portfolio.model.fields import Kind, fields_of
from portfolio.model.kinds import KINDS, SUBJECTS
from portfolio.model.person import Person

from . import written
from .entry_checks import Path, check_entry
from .front_matter_errors import Explainer
from .problems import Problem
from .top_level_keys import unknown_keys
from .visibility import glued, hiding, in_fields, may_be_hidden, misplaced, visibility
from .yaml_nodes import Place, Unreadable, compose, place, place_after, refusal

_FIRST = 'there is no site without its first page, which is always public; remove "visibility"'


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the front matter of a page gave.

    :ivar kind: what the page says it is, even where that has problems; None where it is not an entry's.
    :ivar entry: None where the page is not an entry's, or where problems stand in the way.
    :ivar person: the one whose career it is, where the page says so.
    :ivar problems: in the order of the text.
    :ivar places: where each value below the subject's key stands.
    :ivar links: the line of each URL there, the first where it stands on several.
    :ivar visibility: who finds the page; nobody, where something else is written.
    :ivar skills: what it declares, even where it has problems; None where that cannot be read.
    """

    kind: Kind | None = None
    entry: Entry | None = None
    person: Person | None = None
    problems: tuple[Problem, ...] = ()
    places: Mapping[Path, Place] = field(default_factory=dict)
    links: Mapping[str, int] = field(default_factory=dict)
    skills: tuple[str, ...] | None = ()
    visibility: Visibility = "public"


def read(docname: str, text: str, others: Collection[str] = (), root: str = "index") -> FrontMatter:
    """Read the entry from the front matter of the page *docname* with the source *text*.

    A page without one of the kinds' keys is not an entry; what else stands in its front matter is not looked at here.

    :param root: the docname of the first page. Without it there is no site, so it is public whatever it says.
    """
    found = _read(docname, text, others, root)
    if docname != root:
        return found
    return replace(found, visibility="public", entry=found.entry and replace(found.entry, visibility="public"))


def _read(docname: str, text: str, others: Collection[str], root: str) -> FrontMatter:
    try:
        top = compose(text)
    except Unreadable as error:
        hidden: Visibility = "private" if may_be_hidden(text) else "public"
        return FrontMatter(problems=(error.problem,), skills=None, visibility=hidden)
    if top is None:
        return _of_fields(text, is_first=docname == root)
    reader = Reader(docname, top, root)
    subjects = [key.value for key, _ in top.value if key.value in SUBJECTS]
    for key in misplaced(top, *subjects[:1] or [""]) if docname != root else ():
        reader.note(place(key), f'"{key.value}" is of an entry; move it below the key that says what the page is')
    for key, value in top.value:
        if key.value not in SUBJECTS and (refused := refusal(key, value)):
            reader.note(*refused)
    if spot := glued(top, text):
        glue = 'a key needs a colon and a blank behind it; write "visibility: private"'
        reader.note(spot, _FIRST if docname == root else glue)
    found = reader.read(subjects)
    found = replace(found, visibility="private") if spot else found
    further = [*unknown_keys(top, others), *(_hidden(top, found) if docname == root else ())]
    return replace(found, problems=tuple(sorted((*found.problems, *further)))) if further else found


def _hidden(top: yaml.MappingNode, found: FrontMatter) -> Iterator[Problem]:
    """Keys that were meant to hide the first page, but for those that are reported as unknown already."""
    told = {(problem.line, problem.column) for problem in found.problems}
    for line, column in map(place, hiding(top)):
        if (line, column) not in told:
            yield Problem(line=line, column=column, message=_FIRST)


def _of_fields(text: str, *, is_first: bool) -> FrontMatter:
    """What a page without front matter says in fields, as ``:visibility: private`` in reStructuredText.

    :param is_first: whether it is the first page, which cannot be hidden.
    """
    fields = in_fields(text)
    message = (
        _FIRST if is_first else '":visibility:" at the top of a page is public or private; write ":visibility: private"'
    )
    allowed = {"public"} if is_first else {"public", "private"}
    wrong = (start for start, name, value in fields if name != "visibility" or value not in allowed)
    spots = [place_after(text[:start]) for start in islice(wrong, 1)]
    return FrontMatter(
        problems=tuple(Problem(line=line, column=column, message=message) for line, column in spots),
        visibility="private" if any(value != "public" for _, _, value in fields) else "public",
    )


class Reader:
    """Reads one file's composed YAML and gathers problems and places on the way."""

    def __init__(self, docname: str, top: yaml.MappingNode, root: str = "index") -> None:
        self.docname = docname
        self.root = root
        self.top = top
        self.keys: dict[Path, Place] = {(): place(top)}
        self.places: dict[Path, Place] = {(): place(top)}
        self.links: dict[str, int] = {}
        self.problems: list[Problem] = []
        self.explainer = Explainer()

    def read(self, subjects: list[str]) -> FrontMatter:
        """What stands below the first of these keys, each a subject's."""
        if not subjects:
            list(self._pairs(self.top))  # other values than an entry's are not looked at, but keys that stand twice
            hidden = visibility(self.top, "")
            return FrontMatter(visibility=hidden, problems=tuple(sorted(self.problems)))
        data = self._plain(self.top, ())
        subject = subjects[0]
        for other in dict.fromkeys(subjects[1:]):
            if other != subject:
                remedy = f'this page is "{subject}" already; move "{other}" to a page of its own'
                self.note(self.keys[(other,)], f"a page is one thing, and {remedy}")
        return self._person(data) if subject == "person" else self._entry(subject, data)

    def _person(self, data: Mapping[str, Any]) -> FrontMatter:
        if self.docname != self.root:
            remedy = f'move it to "{self.root}.md"'
            self.note(self.keys["person",], f"the person stands on the first page alone; {remedy}")
        values = self._values("person", data["person"])
        return FrontMatter(
            person=None if values is None or self.problems else Person(**values),
            problems=tuple(sorted(self.problems)),
            places=self._places("person"),
            links=self.links,
        )

    def _entry(self, kind: Kind, data: Mapping[str, Any]) -> FrontMatter:
        title = self._title(data)
        if ("myst", "title_to_header") in self.keys:
            remedy = 'remove "title_to_header"'
            self.note(self.keys["myst", "title_to_header"], f"an entry's page has its title as heading; {remedy}")
        if fault := written.slug_fault(self.docname.rpartition("/")[2], "the file name "):
            self.note(self._key((kind,)), fault)
        values = self._values(kind, data[kind])
        values = values and self._with_hull(kind, values)
        entry = None
        if values is not None and not self.problems:
            entry = KINDS[kind](docname=self.docname, title=title, **values)
            for path, message in check_entry(entry):
                self.note(self._value((kind, *path)), message)
        return FrontMatter(
            kind=kind,
            visibility=visibility(self.top, kind),
            entry=None if self.problems else entry,
            problems=tuple(sorted(self.problems)),
            places=self._places(kind),
            links=self.links,
            skills=_declared(data[kind]),
        )

    def _with_hull(self, kind: Kind, values: dict[str, Any]) -> dict[str, Any]:
        """*values* with the time that parts have together, where that of the whole is left out."""
        for each in fields_of(KINDS[kind]):
            if each.hull_of and each.name not in values:
                periods = (part.period for part in values.get(each.hull_of, ()) if part.period)
                values = values | {each.name: hull(periods)}
        return values

    def _values(self, subject: str, facts: Any) -> dict[str, Any] | None:
        """What stands below the subject's key, as its class takes it; None where it has problems, which are noted."""
        # Only here, as it takes longest to import, and a build in which no page has changed needs none of it.
        import pydantic

        from . import schema

        archives: dict[Url, Url] = {}
        try:
            found = schema.adapter(subject).validate_python(facts, context=archives)
            return found | {"archives": archives} if subject in SUBJECTS else found
        except pydantic.ValidationError as error:
            for each in error.errors():
                fault = self.explainer.explain(subject, each)
                self.note(self._key(fault.path) if fault.of_key else self._value(fault.path), fault.message)
        return None

    def _places(self, subject: str) -> dict[Path, Place]:
        return {path[1:]: place for path, place in self.places.items() if path[:1] == (subject,)}

    def _plain(self, node: yaml.Node, path: Path) -> Any:
        """*node* as text, lists and dictionaries, its places noted; an empty value is None."""
        self.places[path] = place(node)
        self.keys.setdefault(path, place(node))
        if isinstance(node, yaml.SequenceNode):
            return [self._plain(item, (*path, position)) for position, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            found: dict[str, Any] = {}
            for key, value in self._pairs(node):
                self.keys[*path, key.value] = place(key)
                found[key.value] = self._plain(value, (*path, key.value))
            if path[-2:-1] == ("skills",) and isinstance(path[-1], int) and node.value:
                self.places[path] = place(node.value[0][0])  # a claim is found at its slug
            return found
        if path[0] in SUBJECTS and written.URL.fullmatch(node.value):
            self.links.setdefault(node.value, place(node)[0])
        return None if node.tag == "tag:yaml.org,2002:null" else node.value

    def _title(self, data: Mapping[str, Any]) -> str:
        title = data.get("title")
        if not isinstance(title, str) or not title.strip():
            remedy = (
                "put quotes around the title" if title and not isinstance(title, str) else 'add "title: …" at the top'
            )
            self.note(self._key(("title",)), f"the page has no name; {remedy}")
            return ""
        try:
            return written.line(title)
        except ValueError as error:
            self.note(self._value(("title",)), f"title: {error}")
            return ""

    def _pairs(self, node: yaml.MappingNode) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
        """The keys and values of a mapping; a key that stands there twice is noted."""
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                self.note(place(key), f'the key "{key.value}" stands here twice; remove one')
            else:
                seen.add(key.value)
                yield key, value

    def _key(self, path: Path) -> Place:
        """Where the key of the value at *path* stands, or what encloses it."""
        return self.keys[path] if path in self.keys else self._key(path[:-1])

    def _value(self, path: Path) -> Place:
        """Where the value at *path* stands, or what encloses it."""
        return self.places[path] if path in self.places else self._value(path[:-1])

    def note(self, where: Place, message: str) -> None:
        """Add a problem; what it quotes may hold what no terminal should be sent."""
        if not message.isprintable():
            message = "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in message)
        self.problems.append(Problem(line=where[0], column=where[1], message=message))


def _declared(facts: Any) -> tuple[str, ...]:
    """The skills that an entry, or a part of one, declares."""

    def listed(name: str) -> list[Any]:
        found = facts.get(name) if isinstance(facts, dict) else None
        return found if isinstance(found, list) else []

    own = (str(slug) for item in listed("skills") for slug in (item if isinstance(item, dict) else (item,)))
    return (*own, *(slug for part in listed("positions") for slug in _declared(part)))
