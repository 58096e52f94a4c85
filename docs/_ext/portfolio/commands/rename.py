"""Renames a page, with all references to it and a redirect from its old URL.

All changes are planned and checked first, and then made together or not at all.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from portfolio.model.kinds import FOLDERS
from portfolio.permalinks.ledger import PAGE, PERMALINKS, REDIRECTS, SHORT, Address
from portfolio.reading import markdown, restructured, variant_files
from portfolio.reading.elements import Element
from portfolio.reading.page_source import decode
from portfolio.reading.problems import suggestion
from portfolio.reading.source_files import content
from portfolio.reading.written import slug_fault

from . import journal, redirects, rewrite, toctrees
from .files import Refused, reason
from .folder import Pages, excluded, find, find_lists, settings
from .inclusions import inclusions


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The changes that rename a page.

    :ivar folder: where the pages are.
    :ivar old: the file that moves.
    :ivar texts: the new content of files, that of the moved one by its new path.
    :ivar notices: what the author should look at, a line each.
    """

    folder: Path
    old: Path
    new: Path
    texts: Mapping[Path, bytes]
    notices: tuple[str, ...]


def rename(folder: Path, old: str, new: str, *, today: dt.date, exclude: Sequence[str] = ()) -> int:
    """Rename a page as :func:`plan` plans it, and print what has changed, or why nothing has.

    :returns: 0 where it is renamed; 1 where it is not, and all files are as they were.
    """
    try:
        with journal.alone(folder):
            if finished := journal.finish(folder):
                print(*finished, sep="\n", file=sys.stderr)
                if not _file(folder, old).exists() and _file(folder, new).exists():
                    return 0
            done = plan(folder, old, new, today=today, exclude=exclude)
            carry_out(done)
    except Refused as error:
        print(f"{error}\nnothing was changed", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{reason(error)}; nothing was changed", file=sys.stderr)
        return 1
    print(f"{done.old} -> {done.new}", *sorted(done.texts.keys() - {done.new}), sep="\n")
    for notice in done.notices:
        print(f"note: {notice}", file=sys.stderr)
    return 0


def plan(folder: Path, old: str, new: str, *, today: dt.date, exclude: Sequence[str] = ()) -> Plan:
    """Work out how the page *old* below *folder* becomes *new*; nothing is done yet.

    :param old: the page's name in Sphinx; its path will do, with the folder's and ``.md``.
    :param exclude: patterns of pages to leave alone.
    :raises Refused: where it cannot, or must not.
    :raises OSError: where a file cannot be read.
    """
    paths = find(folder, exclude)
    old, new = _docname(folder, old), _docname(folder, new)
    before = Pages(files=_bytes(paths), lists=_bytes(find_lists(folder)), **settings(folder))
    _refuse_name(folder, old, new, exclude)
    _refuse(folder, before, old, new)
    if errors := _errors(before, today):
        raise Refused(f"the pages have problems already; fix them first\n{errors}")
    entry = before.sources[old].entry
    labels = {label for each in before.sources.values() for label in each.prose.labels}
    titled = {label for each in before.sources.values() for label, has_title in each.prose.labels.items() if has_title}
    slugs = [each.entry.key.slug for each in before.sources.values() if each.entry]
    slug = old.rpartition("/")[2]
    is_alone = entry is not None and slugs.count(slug) == 1
    move = rewrite.Move(
        old=old,
        new=new,
        kind=entry.kind if entry else None,
        by_slug=is_alone and slug not in labels,
        by_title=is_alone and slug not in titled,
        to_slug=new.rpartition("/")[2] not in {*slugs, *labels},
        exists=lambda path: os.path.isfile(folder / path),  # noqa: PTH113  which is false for what is too long to be a name
        extensions=before.extensions,
    )
    texts = {
        name: rewrite.rewritten(name, data.decode("utf-8"), before.elements[name], move).encode("utf-8")
        for name, data in before.files.items()
    }
    files = {new if name == old else name: data for name, data in texts.items()}
    # Nobody has the address of a private page.
    moves = before.permalinks.redirects if before.sources[old].is_private else redirects.moved(before, old, new)
    lists = {REDIRECTS: redirects.edited(before.lists.get(REDIRECTS), moves)}
    for name in before.lists.keys() & variant_files.find(folder).keys():
        data = before.lists[name]
        lists[name] = variant_files.renamed(data, move.slug, move.new_slug) if move.kind == "skill" else data
    if PERMALINKS in before.lists:
        lists[PERMALINKS] = redirects.promises(before, files, lists[REDIRECTS], old, new)
    lists = {name: redirects.as_before(before.lists.get(name), data) for name, data in lists.items()}
    if errors := _errors(replace(before, files=files, lists=lists), today):
        raise Refused(f"{old} cannot become {new}\n{errors}")
    changed = {folder / f"{name}.md": data for name, data in files.items() if before.files.get(name) != data}
    rst = _restructured(folder, exclude)
    beside = _beside(folder, before, rst, move)
    changed |= {path: data for path, data in beside.items() if path.read_bytes() != data}
    changed |= {folder / name: data for name, data in lists.items() if before.lists.get(name) != data}
    notices = []
    if first := moves.get(Address(new)):
        notices.append(f"{new} was the address of {first} before; {new} has a note now that leads there")
    if (first := moves.get(Address(old), Address(new))) != Address(new):
        notices.append(f"{old} was the address of {first} before, and leads there again")
    if entry and slug in labels:
        notices.append(f'"{slug}" is a label, too: see whether links to #{slug} mean the page')
    paths |= {**find(folder, exclude, ".rst"), old: folder / f"{new}.md"}
    elements = before.elements | {name: elements for name, (_, elements) in rst.items()}
    listed = [line for name, found in elements.items() for line in toctrees.listed(name, found)]
    for each, message in toctrees.lost(listed, paths.keys() - {old}, old, new):
        notices.append(f"{paths[each.docname]}:{each.line}: {message}")
    long = {path: excess for path, data in beside.items() if (excess := markdown.excess(decode(data)[0]))}
    of_it = {path: excess for path, excess in long.items() if move.slug.encode() in beside[path]}
    notices += [f"{path}: {excess}; see whether it names {old}" for path, excess in of_it.items()]
    pages = {folder / f"{name}.md": data for name, data in files.items()}
    read = {path: data for path, data in beside.items() if path not in long}
    notices += _left({**pages, **_others(folder, exclude), **read}, move)
    return Plan(
        folder=folder, old=folder / f"{old}.md", new=folder / f"{new}.md", texts=changed, notices=tuple(notices)
    )


def _bytes(paths: Mapping[str, Path]) -> dict[str, bytes]:
    try:
        return {name: content(path) for name, path in paths.items()}
    except OSError as error:
        raise Refused(f"{reason(error)}; fix the file, or remove it") from error


def _file(folder: Path, name: str) -> Path:
    return folder / f"{_docname(folder, name)}.md"


def _docname(folder: Path, name: str) -> str:
    """A page's name from what people write for it."""
    name = name.strip().replace("\\", "/").removeprefix("./")
    homes = (f"{home}/" for home in (folder.as_posix(), folder.name))
    home = next((home for home in homes if name.startswith(home)), "")  # once: a folder in it may have its name
    return name.removeprefix(home).removesuffix(".md").rstrip("/")


def _refuse(folder: Path, before: Pages, old: str, new: str) -> None:
    """See that there is the one page and not the other, and that the other can be."""
    if old not in before.files:
        raise Refused(f"there is no page {old}; {suggestion(old, before.files)}")
    if not PAGE.fullmatch(old) and not before.sources[old].is_private:
        raise Refused(f'"{old}" cannot stand in {REDIRECTS}, so that its address would lead nowhere; move it by hand')
    if (folder / f"{old}.md").is_symlink():
        raise Refused(f"{old} is a link to another file; put the page itself here, or rename the link by hand")
    if new in before.files or os.path.lexists(folder / f"{new}.md"):
        raise Refused(f"there is a page {new} already; rename or remove that first")
    kind, other = (FOLDERS.get(name.split("/")[0]) if "/" in name else None for name in (old, new))
    if kind != other:
        raise Refused(f"{old} stays in its folder, which says what it is; write one such as {_folder(old)}new-name")
    if old == before.root:
        raise Refused(f"{old} is the site's first page, and is found by this name; it stays")
    if old.rpartition("/")[2] == "index":
        raise Refused(f"{old} is the first page of its folder, and is found by this name; it stays")
    if before.sources[old].key and (fault := slug_fault(new.rpartition("/")[2], "the file name ")):
        raise Refused(fault)


def _refuse_name(folder: Path, old: str, new: str, exclude: Sequence[str]) -> None:
    """See that a page can have the new name."""
    parts = new.split("/")
    if not PAGE.fullmatch(new) or {"", ".", ".."} & {*parts} or new.startswith(("_", SHORT)):
        raise Refused(f'"{new}" can be no page\'s name; write one such as {_folder(old)}new-name')
    if any(len(part.encode()) > 240 for part in parts):  # names of files may have 255, suffixes among them
        raise Refused("a part of the name has more than 240 bytes: suffixes have no room; shorten it")
    if new in {"genindex", "search"}:
        raise Refused(f"Sphinx writes a page {new} of its own, over any other; write another name")
    if excluded(folder, exclude)(f"{new}.md"):
        raise Refused(f"{new} would be left out, by its folder or by exclude_patterns; write another name")


def _folder(docname: str) -> str:
    return docname[: docname.rfind("/") + 1]


def _errors(site: Pages, today: dt.date) -> str:
    """The problems that stop a build, a line each."""
    found = site.problems(today)
    return "\n".join(
        f"  {name}:{each.line}:{each.column}: {each.message}" for name, each in found if each.severity == "error"
    )


def _beside(
    folder: Path, before: Pages, rst: Mapping[str, tuple[str, list[Element]]], move: rewrite.Move
) -> dict[Path, bytes]:
    """Pages in reStructuredText, and the files that are no pages and that pages bring in, with their new content.

    Links in what is brought in, maybe through other files, lead from the page, and inclusions from the file.
    """
    texts, home = dict[Path, bytes](), folder.resolve().as_posix()
    for docname, (text, elements) in rst.items():
        new = rewrite.rewritten(docname, text, elements, move, is_restructured=True)
        texts[folder / f"{docname}.rst"] = new.encode("utf-8")
    pages = [(docname, elements, True) for docname, (_, elements) in rst.items()]
    pages += [(docname, elements, False) for docname, elements in before.elements.items()]
    known = {f"{each}.md" for each in before.files} | {f"{each}.rst" for each in rst}
    for docname, elements, is_rst in pages:
        found = [*inclusions(docname, elements, is_restructured=is_rst, home=home)]
        seen = set[str]()
        while found:
            each = found.pop()
            path, is_rst = folder / each.path, each.is_restructured
            if each.path in known or each.path in seen or not os.path.isfile(path):  # noqa: PTH113
                continue
            seen.add(each.path)
            data = texts[path] if path in texts else path.read_bytes()
            text = data.decode("utf-8", "surrogateescape")  # of a table in another encoding all bytes stay as they are
            elements = restructured.of(text) if is_rst else markdown.read(text, move.extensions)
            found += inclusions(each.path, elements, is_restructured=is_rst, home=home)
            text = rewrite.rewritten(docname, text, elements, move, inclusion=each, is_restructured=is_rst)
            texts[path] = text.encode("utf-8", "surrogateescape")
    return texts


def _restructured(folder: Path, exclude: Sequence[str]) -> dict[str, tuple[str, list[Element]]]:
    """The pages in reStructuredText, as far as they can be read, and what they hold."""
    found = {}
    for docname, path in find(folder, exclude, ".rst").items():
        with suppress(OSError, UnicodeDecodeError):
            text = content(path).decode("utf-8")
            found[docname] = text, restructured.of(text)
    return found


def _others(folder: Path, exclude: Sequence[str]) -> dict[Path, bytes]:
    """The configuration, and what translators have of the pages, as far as they can be read."""
    found = {}
    for path in (folder / "conf.py", *find(folder, exclude, ".po").values()):
        with suppress(OSError):
            found[path] = content(path)
    return found


def _left(texts: Mapping[Path, bytes], move: rewrite.Move) -> Iterator[str]:
    """The lines that still name the page, which may or may not mean it, as in substitutions."""
    role = rf"{move.kind}[}}:]`(?:[^`]*<)?{re.escape(move.slug)}>?`"
    has_role = move.kind and move.slug != move.new_slug
    name = re.compile(rf"(?<![\w./-])/?{re.escape(move.old)}(?![\w-])" + (f"|{role}" if has_role else ""))
    link = re.compile(rf"\]\(#?{re.escape(move.slug)}\)")
    for path, data in texts.items():
        has_link = bool(has_role) and path.suffix in {".po", ".py"}
        for number, line in enumerate(decode(data)[0].splitlines(), 1):
            if name.search(line) or (has_link and link.search(line)):
                yield f"{path}:{number}: {move.old} still stands here; see whether it means the page"


def carry_out(plan: Plan) -> None:
    """Make the changes; where one of them fails, everything is as it was.

    :raises Refused: where it is interrupted.
    :raises OSError: where a file or folder cannot be written.
    """
    try:
        journal.carry_out(plan.folder, plan.old, plan.new, plan.texts)
    except KeyboardInterrupt:
        raise Refused("interrupted") from None
