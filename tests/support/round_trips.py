"""How much of a resume.json comes back from pages made of it: at its place, or named in the report."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml

from portfolio.commands.folder import Pages
from portfolio.commands.importing import addresses, dates
from portfolio.commands.importing.report import Note
from portfolio.export.json_resume import files as json_resume
from portfolio.export.site import Site
from portfolio.i18n.translation import ENGLISH
from portfolio.reading.page_source import career_as_written

_RENAMED = {
    "company": "name", "website": "url", "picture": "image", "link": "url", "description": "summary", "awarder": "issuer",
    "certifications": "certificates", "gpa": "score",
}  # fmt: skip
"""Keys of before schema 1.0, and such as mean the same in another section."""


_ALONE = {"languages": "language"}
"""What an item of a section is that is a text alone; a name, in the others."""


def values(node: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """All texts of a tree that say something, by path."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            if path or key not in {"$schema", "meta"}:
                yield from values(value, f"{path}.{key}" if path else key)
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from values(value, f"{path}[{number}]")
    elif node is not None and str(node).strip():
        yield path, str(node)


def place(path: str) -> str:
    """The place of a value: its keys, as the schema has them now, without the positions in lists."""
    section, *keys = [_RENAMED.get(key, key) for key in re.sub(r"\[\d+\]", "", path).split(".")]
    keys = ["keywords" if key == "skills" else key for key in keys] or [_ALONE.get(section, "name")]
    return ".".join([section, *keys, "city"] if (section, keys) == ("basics", ["location"]) else [section, *keys])


def meaning(path: str, value: str) -> str:
    """What a value says, whichever way it is written."""
    if path.endswith(("Date", "date")) and (date := dates.read(value)) and date.date:
        return str(date.date)
    if path.endswith(("url", "website", "image", "picture")):
        return (addresses.url(value) or value).rstrip("/")
    return " ".join(value.split()).casefold()


def lost(source: Any, exported: Any, notes: Iterable[Note]) -> tuple[int, int, list[str]]:
    """The number of values of *source*, of those that came back to their place, and those that are not named either."""
    back: dict[str, set[str]] = {}
    for path, value in values(exported):
        back.setdefault(place(path), set()).add(meaning(path, value))
    found = [(path, value) for path, value in values(source) if not _goes_on(path, value)]
    gone = [(path, value) for path, value in found if meaning(path, value) not in back.get(place(path), ())]
    unnamed = [f"{path}: {value}" for path, value in gone if not any(_names(note, path) for note in notes)]
    return len(found), len(found) - len(gone), unnamed


def _goes_on(path: str, value: str) -> bool:
    """Whether a value says that something has no end, which the schema says by leaving the end out."""
    return path.endswith("endDate") and (date := dates.read(value)) is not None and date.date is None


def _names(note: Note, path: str) -> bool:
    """Whether a note is of a value: of an entry as a whole, only if it says that this is left out or joined."""
    whole = note.left_out or "joined" in note.message or "twice" in note.message
    return path == note.path or (whole and path.startswith((f"{note.path}.", f"{note.path}[")))


def pages_of(files: Mapping[str, str | bytes]) -> dict[str, str]:
    """The pages among the files of an import, by docname, but for the report."""
    return {
        path[5:-3]: str(text) for path, text in files.items() if path.endswith(".md") and path != "docs/imported.md"
    }


def exported(files: Mapping[str, str | bytes], today: dt.date) -> Any:
    """The resume.json of an import's files, without a build."""
    pages = Pages(files={name: text.encode() for name, text in pages_of(files).items()})
    limit = re.search(r"portfolio_cv_pages = (\d+)", str(files["docs/conf.py"]))
    site = Site(title="A", author="A", code="en", language=ENGLISH, base="", path=str, cv_pages=int(limit[1]) if limit else 2)  # fmt: skip
    return json.loads(json.dumps(json_resume.content(career_as_written(pages.sources.values(), today), site)))


def unstated(files: Mapping[str, str | bytes], source: str) -> list[str]:
    """The texts in the pages of an import with words that its source has not got; names of pages, and labels, are ours."""
    ours = re.compile(r"skills\[|employers\[|category$|type$|period$|date$|link$|links\.|profiles\.|title$")
    known = words(source)
    fronts = {name: yaml.safe_load(text.split("---\n")[1]) for name, text in pages_of(files).items()}
    return [
        f"{name}: {path}: {value}"
        for name, front in fronts.items()
        for path, value in values(front)
        if not ours.search(path) and words(value) - known
    ]


def words(text: str) -> set[str]:
    """The words of a text, which may be HTML in JSON."""
    return set(re.findall(r"\w+", unicodedata.normalize("NFKC", text.replace("\\n", " ")).casefold()))
