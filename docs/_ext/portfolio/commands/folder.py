"""Reads all pages of a folder without a build, and finds their problems."""

from __future__ import annotations

import ast
import datetime as dt
import errno
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from portfolio.permalinks.anchors import as_written
from portfolio.permalinks.gather import gather, settled
from portfolio.permalinks.ledger import FILES
from portfolio.permalinks.resolve import Permalinks
from portfolio.reading import markdown, source_files, variant_files
from portfolio.reading.checks import check
from portfolio.reading.claim_checks import Found
from portfolio.reading.elements import Element
from portfolio.reading.markdown_rules import EXTENSIONS
from portfolio.reading.page_source import Source, career_as_written, decode, read
from portfolio.reading.source_files import content

_SETTINGS = {
    "myst_enable_extensions": "extensions",
    "portfolio_front_matter_keys": "keys",
    "root_doc": "root",
    "master_doc": "root",
}
"""Settings of a site, each with the attribute of :class:`Pages` that it gives."""
_WILD = {"**": ".*", "*": "[^/]*", "?": "[^/]"}
_NEVER = ("**/_sources", ".#*", "**/.#*", "*.lproj/**")
"""What Sphinx itself leaves out (``EXCLUDE_PATHS`` in ``sphinx/project.py``)."""
_ELSEWHERE = ("templates_path", "html_static_path", "html_extra_path")
"""Settings that name folders without pages."""
_TYPES: Mapping[str, Any] = {
    **dict.fromkeys([*_SETTINGS, *_ELSEWHERE, "exclude_patterns"], list | tuple | set),
    **dict.fromkeys(["root_doc", "master_doc"], str),
}
"""The types of settings."""
_PROBABLE = [f"{home}{name}/**" for home in ("", "**/") for name in (".*", "_build", "__pycache__", "node_modules")]
"""What a site is taken to leave out where its ``exclude_patterns`` are not known: folders that programs write."""


def find(folder: Path, exclude: Sequence[str] = (), suffix: str = ".md") -> dict[str, Path]:
    """The Markdown files below *folder*, or those with another *suffix*, by docname, as Sphinx finds them.

    :param exclude: patterns of paths below *folder* to leave out, besides those of Sphinx and ``conf.py``.
    :raises OSError: where a folder cannot be read, or a link leads to one that it lies in, so that there is no end.
    """
    is_out = excluded(folder, exclude)

    def below(path: Path) -> str:
        return path.relative_to(folder).as_posix()

    def refuse(error: OSError) -> None:
        raise error

    found = {}
    for home, folders, files in os.walk(folder, followlinks=True, onerror=refuse):
        folders[:] = sorted(name for name in folders if not is_out(f"{below(Path(home, name))}/"))
        for path in (Path(home, name) for name in folders):
            if _is_endless(path, folder):
                raise OSError(errno.ELOOP, "This link leads to a folder that it lies in; remove it", str(path))
        for path in (Path(home, name) for name in sorted(files)):
            if path.name.endswith(suffix) and not is_out(below(path)):
                found[below(path).removesuffix(suffix)] = path
    return found


def excluded(folder: Path, exclude: Sequence[str] = ()) -> Callable[[str], bool]:
    """What says whether a path below *folder* is left out: it matches a pattern, or is below one that does.

    Where ``conf.py`` makes ``exclude_patterns`` of other than one plain value, a page may be checked in vain, which is
    better than one that is published unchecked; folders that programs write are passed over then.

    :param exclude: patterns besides those of Sphinx and ``conf.py``.
    """
    conf = _assigned(folder)
    found = [*exclude, *_NEVER, *(str(each) for name in _ELSEWHERE for each in conf.get(name, ()))]
    found += map(str, conf["exclude_patterns"])
    # Sphinx compares folders without their slash: a pattern that ends in one leaves out nothing.
    found = [each for each in found if not each.endswith("/")]
    known = [pattern(each) for each in [*found, *(f"{each}/**" for each in found)]]
    return lambda path: any(each.fullmatch(path) for each in known)


def pattern(text: str) -> re.Pattern[str]:
    """A pattern of Sphinx's: "*" stands for any characters but "/", "**" for any, "?" for one, "[…]" for one of some.

    See https://www.sphinx-doc.org/en/master/usage/configuration.html#confval-exclude_patterns.
    """
    parts = re.split(r"(\*\*|[*?]|\[!?\]?[^\]]*\])", text)
    return re.compile("".join(_characters(part) if n % 2 else re.escape(part) for n, part in enumerate(parts)))


def _characters(wild: str) -> str:
    if not wild.startswith("["):
        return _WILD[wild]
    inner = re.sub(r"([\\^\[])", r"\\\1", wild[1:-1])
    text = f"[^/{inner[1:]}]" if inner.startswith("!") else f"[{inner}]"
    try:
        re.compile(text)
    except re.error:  # as of a range that ends before it begins
        return re.escape(wild)
    return text


def _is_endless(path: Path, folder: Path) -> bool:
    """Whether a folder is a link to one through which it is found, below *folder*, or to one around that."""
    if not path.is_symlink():
        return False
    to = path.resolve()
    around = [folder, *(each for each in path.parents if each.is_relative_to(folder))]
    return any(each.resolve().is_relative_to(to) for each in around)


def find_lists(folder: Path) -> dict[str, Path]:
    """The lists beside the pages, by name: permalinks.txt, redirects.txt, and the files of variants."""
    return source_files.find(folder, FILES) | variant_files.find(folder)


def settings(folder: Path) -> dict[str, Any]:
    """What ``conf.py`` in *folder* says of how pages are read, as attributes of :class:`Pages`."""
    return {_SETTINGS[name]: value for name, value in _assigned(folder).items() if name in _SETTINGS}


def _assigned(folder: Path) -> dict[str, Any]:
    """What ``conf.py`` says of pages, as far as it does so by plain values; what it leaves to the extension, too."""
    try:
        conf = ast.parse(content(folder / "conf.py"))
    except (OSError, SyntaxError, ValueError, MemoryError, RecursionError):
        return {"exclude_patterns": _PROBABLE}
    found: dict[str, Any] = {"exclude_patterns": frozenset({"_build"})}
    for each in conf.body:
        if isinstance(each, ast.Assign) and (setting := ast.unparse(each.targets[0])) in _TYPES:
            found.pop(setting, None)
            with suppress(ValueError, TypeError):
                value, kind = ast.literal_eval(each.value), _TYPES[setting]
                found |= {setting: value if kind is str else frozenset(value)} if isinstance(value, kind) else {}
    named = [each for each in ast.walk(conf) if isinstance(each, ast.Name) and each.id == "exclude_patterns"]
    if len(named) > 1 or "exclude_patterns" not in found:
        found["exclude_patterns"] = found.get("exclude_patterns", frozenset()).union(_PROBABLE)
    return found


@dataclass(frozen=True, kw_only=True)
class Pages:
    """The pages of a folder.

    :ivar files: each page's bytes, by docname.
    :ivar lists: the bytes of permalinks.txt, redirects.txt and the files of variants, by name, if there are any.
    :ivar others: pages that are known by name only.
    :ivar extensions: those of MyST that are on.
    :ivar keys: further keys of front matter that may hold mappings.
    :ivar root: the docname of the first page.
    :ivar known: the pages that were read, by name and bytes; what is made of this by ``replace`` reads them no more.
    """

    files: Mapping[str, bytes]
    lists: Mapping[str, bytes] = field(default_factory=dict)
    others: Iterable[str] = ()
    extensions: frozenset[str] = EXTENSIONS
    keys: frozenset[str] = frozenset()
    root: str = "index"
    known: dict[tuple[str, bytes], Source] = field(default_factory=dict, repr=False)

    @cached_property
    def elements(self) -> dict[str, list[Element]]:
        """What each page holds."""
        return {docname: markdown.read(decode(data)[0], self.extensions) for docname, data in self.files.items()}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """What each page says, with anchors apart."""
        for page in self.files.items():
            if page not in self.known:
                self.known[page] = read(*page, self.extensions, self.keys, self.root)
        return settled(self.lists, {docname: self.known[docname, data] for docname, data in self.files.items()})

    @cached_property
    def permalinks(self) -> Permalinks:
        """The URLs that the pages have, as far as their text shows, and those that were promised."""
        return gather(
            self.lists,
            self.sources.values(),
            lambda source: as_written(source, decode(self.files[source.docname])[0]),
            self.others,
        )

    def problems(
        self, today: dt.date, stale_after: int | None = None, is_file: Callable[[str], bool] | None = None
    ) -> list[Found]:
        """All problems, by page or list, and by place.

        :param is_file: whether there is a file of some path below the folder; files are not missed where None.
        """
        career = career_as_written(self.sources.values(), today)
        found = check(self.sources.values(), career=career, stale_after=stale_after, is_file=is_file)
        beside = variant_files.gather(self.lists, self.sources.values()).problems
        return sorted([*found, *self.permalinks.problems(), *beside])
