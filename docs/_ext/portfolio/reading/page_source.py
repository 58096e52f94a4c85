"""Reads a page's source: its front matter, its prose, and the problems of both."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from portfolio.model.career import Career
from portfolio.model.entries import Entry, Key, Visibility, slugify
from portfolio.model.evidence import Mention
from portfolio.model.kinds import FOLDERS, Talk
from portfolio.model.person import Person

from . import front_matter, markdown, prose, restructured
from .front_matter import FrontMatter
from .markdown_rules import EXTENSIONS
from .problems import Problem
from .prose import Prose, Reference
from .visibility import may_be_hidden
from .yaml_nodes import place_after, unshowable

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A page as it is written.

    :ivar digest: the digest of its file.
    """

    docname: str
    digest: str
    front: FrontMatter
    prose: Prose = field(default_factory=Prose)

    @property
    def entry(self) -> Entry | None:
        """The page's entry, if it has one without problems."""
        return self.front.entry

    @property
    def person(self) -> Person | None:
        """The person whose career it is, if this is their page."""
        return self.front.person

    @property
    def is_private(self) -> bool:
        """Whether the page is not to be built."""
        return self.front.visibility == "private"

    def sealed(self) -> Source:
        """What may be kept of a page that is not built: its name and the problems of its front matter."""
        front = FrontMatter(
            kind=self.front.kind,
            problems=self.front.problems,
            places={(): self.front.places.get((), (1, 1))},
            visibility=self.front.visibility,
        )
        return replace(self, front=front, prose=Prose())

    def entitled(self, title: str) -> Source:
        """The same, where its entry has another title."""
        assert self.entry is not None
        return replace(self, front=replace(self.front, entry=replace(self.entry, title=title)))

    @property
    def key(self) -> Key | None:
        """The name that the page takes, even if its entry has problems: its folder shows the kind, too."""
        folder, _, rest = self.docname.partition("/")
        slug = rest.rpartition("/")[2] if rest else folder
        kind = self.front.kind or (FOLDERS.get(folder) if slug not in {"", "index"} and rest else None)
        return Key(kind, slug) if kind else None

    def mentions(self) -> Iterator[Mention]:
        """The references in prose, by heading."""
        title = self.entry.title if self.entry else self.docname
        for each in self.prose.references:
            if each.in_prose:
                yield Mention(
                    docname=self.docname, page=title, anchor=each.heading, heading=each.heading, target=each.target
                )

    def located(self, read: Sequence[Reference]) -> list[Reference]:
        """The references that a build *read* from the page, with their places in its text.

        What the build did not find is not a reference there; what is not in the text came from another file.
        """
        targets = {each.target for each in read}
        found = [each for each in self.prose.references if each.target in targets]
        written = {each.target for each in found}
        return [*found, *(each for each in read if each.target not in written)]


def career_as_written(sources: Iterable[Source], today: dt.date) -> Career:
    """The career in *sources*, without a build."""
    pages = {source.docname: source for source in sources if not source.is_private}
    return Career(
        entries={docname: source.entry for docname, source in pages.items() if source.entry},
        mentions={docname: tuple(source.mentions()) for docname, source in pages.items()},
        today=today,
        person=person(pages.values()),
    )


def person(sources: Iterable[Source]) -> Person | None:
    """The person, if one of *sources* is their page."""
    return next((source.person for source in sources if source.person), None)


def decode(data: bytes) -> tuple[str, Problem | None]:
    """The text of a file, and what is wrong with its characters; what is not UTF-8 is replaced."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = place_after(data[: error.start].decode("utf-8"))
        message = f"byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8"
        return data.decode("utf-8", "replace"), Problem(line=line, column=column, message=message)
    if text.startswith(_BOM):
        message = "the file begins with a byte-order mark; save it as UTF-8 without one"
        return text, Problem(line=1, column=1, message=message)
    if found := unshowable(text):
        line, column = place_after(text[: found.start()])
        message = f"the character U+{ord(found[0]):04X} stands here, which no page can show; remove it"
        return text, Problem(line=line, column=column, message=message)
    return text, None


def not_public(files: Mapping[str, bytes], root: str = "index") -> tuple[dict[str, Source], dict[str, Visibility]]:
    """The pages that are not built, with what may be kept of them, and the visibility of all that are not public.

    :param root: the docname of the first page.
    """
    suspects = {
        docname: read(docname, data, root=root)
        for docname, data in files.items()
        if not is_utf8(data) or may_be_hidden(data.decode("utf-8"))
    }
    left_out, hidden = {}, dict[str, Visibility]()
    for docname, page in suspects.items():
        if page.front.visibility != "public":
            hidden[docname] = page.front.visibility
        if hidden.get(docname) == "private":
            left_out[docname] = page.sealed()
        elif not is_utf8(files[docname]):
            left_out[docname] = page
    return left_out, hidden


def is_utf8(data: bytes) -> bool:
    """Whether *data* is text as Sphinx reads it."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def read(
    docname: str,
    data: bytes,
    extensions: frozenset[str] = EXTENSIONS,
    others: Collection[str] = (),
    root: str = "index",
    *,
    is_restructured: bool = False,
) -> Source:
    """Read the page *docname* from the bytes of its file, whatever they are; problems are part of the result.

    A page that is not UTF-8 cannot be built: it keeps its name, but has no entry.

    :param extensions: those of MyST that are on.
    :param others: further keys of front matter that may hold mappings.
    :param root: the docname of the first page.
    :param is_restructured: whether the page is reStructuredText, not Markdown.
    """
    text, unreadable = decode(data)
    said = prose.of(restructured.of(text)) if is_restructured else prose.read(text, extensions)
    front = front_matter.read(docname, text, others, root)
    misplaced = _misplaced(docname, front) if docname != root else None
    problems = [*front.problems, *_clashing(front, said), *([misplaced] if misplaced else [])]
    if not is_restructured and (too_long := markdown.excess(text)):
        problems.append(Problem(line=1, column=1, message=too_long))
    if unreadable:
        # What cannot be read is not YAML either; a byte-order mark, though, is in nobody's way.
        problems = [unreadable, *(problems if text.startswith(_BOM) else [])]
    front = replace(front, entry=None if unreadable else front.entry, problems=tuple(sorted(problems)))
    return Source(docname=docname, digest=digest(data), front=front, prose=said)


def digest(data: bytes) -> str:
    """The SHA-256 of a file's content."""
    return hashlib.sha256(data).hexdigest()


def _misplaced(docname: str, front: FrontMatter) -> Problem | None:
    """Why a page in a kind's folder is not of that kind, unless it is the index."""
    folder, _, rest = docname.partition("/")
    kind = FOLDERS.get(folder)
    if kind is None or rest.rpartition("/")[2] in {"", "index"} or front.kind == kind:
        return None
    if front.kind is not None:
        line, column = front.places.get((), (1, 1))
        message = f"{folder}/ is for pages of kind {kind}, not {front.kind}; move this one to the folder of its kind"
        return Problem(line=line, column=column, message=message)
    if front.problems:
        return None
    message = f'a page in {folder}/ needs front matter with "title: …" and "{kind}: …"; add it, or move the page'
    return Problem(line=1, column=1, message=message)


def _clashing(front: FrontMatter, said: Prose) -> Iterator[Problem]:
    """Deliveries with the id of a heading on the talk's page, which MyST makes of the heading's text."""
    if not isinstance(front.entry, Talk):
        return
    taken = {slugify(heading) for heading in (front.entry.title, *said.headings)}
    for position, delivery in enumerate(front.entry.deliveries):
        if delivery.id in taken:
            line, column = front.places["deliveries", position, "id"]
            message = f'a heading has the anchor "{delivery.id}" already; give this delivery another id'
            yield Problem(line=line, column=column, message=message)
