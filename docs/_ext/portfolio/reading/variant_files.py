"""The files in ``variants/`` -> the variants of the curriculum vitae, or what is wrong with them.

They are read like front matter, which they are all of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from portfolio.model.variant import Variant

from . import source_files
from .front_matter import Reader
from .page_source import Source, decode
from .problems import Problem, Suggestions
from .written import VARIANT, slug_fault
from .yaml_nodes import Unreadable, compose_yaml

FOLDER = "variants"
_ALONE = f'"{FOLDER}" is a folder with a file for each variant, and this is a file; move it to {FOLDER}/NAME.yaml'


@dataclass(frozen=True, kw_only=True)
class Variants:
    """What the files gave.

    :ivar good: those without problems, by name.
    :ivar problems: each with the name of its file, by name and place.
    """

    good: tuple[Variant, ...] = ()
    problems: tuple[tuple[str, Problem], ...] = ()


def find(folder: Path) -> dict[str, Path]:
    """The files below *folder*, the one with the pages, by name; or what stands in the place of their folder."""
    if not (home := folder / FOLDER).is_dir():
        return source_files.find(folder, [FOLDER])
    return {f"{FOLDER}/{path.name}": path for path in sorted(home.glob("*.y*ml"))}


def gather(files: Mapping[str, bytes], sources: Iterable[Source]) -> Variants:
    """Read *files*, of which those in the folder of variants are theirs.

    :param sources: all pages, for the skills that there are, and the names that are taken.
    """
    pages = {source.docname: source.key for source in sources}
    skills = {key.slug for key in pages.values() if key and key.kind == "skill"}
    read = [(name, *_read(name, files[name], skills, pages)) for name in sorted(files) if name.startswith(f"{FOLDER}/")]
    alone = [(FOLDER, _problem(_ALONE))] if FOLDER in files else []
    return Variants(
        good=tuple(variant for _, variant, _ in read if variant),
        problems=(*alone, *((name, problem) for name, _, problems in read for problem in problems)),
    )


def renamed(data: bytes, old: str, new: str) -> bytes:
    """A file that is a variant's after a skill's slug has changed; what else it holds stays."""
    text = data.decode("utf-8")
    top = compose_yaml(text, "the variant")
    marks = [
        (node.start_mark.index, node.end_mark.index)
        for key, value in (top.value if top else ())
        if key.value == "skills"
        for node in value.value
        if node.value == old
    ]
    for start, end in reversed(marks):
        text = text[:start] + text[start:end].replace(old, new) + text[end:]
    return text.encode("utf-8")


def _read(
    file: str, data: bytes, skills: Collection[str], pages: Collection[str]
) -> tuple[Variant | None, list[Problem]]:
    """A variant, unless there are problems."""
    name, _, suffix = file.removeprefix(f"{FOLDER}/").rpartition(".")
    text, unreadable = decode(data)
    if unreadable:
        return None, [replace(unreadable, topic="variant")]
    try:
        top = compose_yaml(text, "the variant")
    except Unreadable as error:
        return None, [_placed(error.problem)]
    if top is None:
        return None, [_problem('the variant is empty; give it a "title: …" and "skills: […]"')]
    reader = _Reader(name, top)
    found = reader.variant(skills)
    problems = [*_misnamed(name, suffix, pages), *map(_placed, sorted(reader.problems))]
    return None if problems else found, problems


def _misnamed(name: str, suffix: str, pages: Collection[str]) -> Iterator[Problem]:
    if suffix != "yaml":
        yield _problem(f'a variant\'s file ends in ".yaml"; rename it to "{name}.yaml"')
    if fault := slug_fault(name, "the file name "):
        yield _problem(fault)
    for page in (f"for/{name}", f"for/{name}/index"):
        if page in pages:
            yield _problem(f'there is a page "{page}" already; give this file another name')


class _Reader(Reader):
    """Reads what a variant's file holds."""

    def variant(self, skills: Collection[str]) -> Variant | None:
        """The variant, where its values can be read; what else is wrong is noted."""
        values = self._values(VARIANT, self._plain(self.top, (VARIANT,)))
        if values is None:
            return None
        found, known = Variant(name=self.docname, **values), Suggestions(skills)
        for field in ("skills", "kinds"):
            seen = set()
            for position, value in enumerate(getattr(found, field)):
                where = self._value((VARIANT, field, position))
                if value in seen:
                    self.note(where, f'"{value}" stands here twice; remove one')
                elif field == "skills" and value not in skills:
                    self.note(where, f'there is no skill "{value}"; {known.suggestion(value)}')
                seen.add(value)
        return found


def _problem(message: str) -> Problem:
    return Problem(line=1, column=1, message=message, topic="variant")


def _placed(problem: Problem) -> Problem:
    """*problem*, whose line was counted as that of front matter, one too many."""
    return replace(problem, line=problem.line - 1, topic="variant")
