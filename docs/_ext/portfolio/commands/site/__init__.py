"""The files of a new site: configuration, first page, and an index page a kind. Templates lie beside this module."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from string import Template
from typing import Any

import yaml

from portfolio.i18n import wording
from portfolio.i18n.translation import Language
from portfolio.model.fields import Kind
from portfolio.model.kinds import KINDS
from portfolio.reading.markdown import markup

DISTRIBUTION = "sphinx-portfolio"
_WIDTH = 120
_BLOCK = re.compile(r"\d{1,9}(?=[.)](?:\s|$))|(?=%|[+-](?:\s|$|[+-]{2})|:::|\([^)]*\)=)")
"""What a paragraph does not begin with: a list's mark, a line, a comment, a directive, a target."""

_PROJECT = {
    ".gitignore": "gitignore",
    ".readthedocs.yaml": "readthedocs.yaml",
    "docs/conf.py": "docs/conf.py",
    "noxfile.py": "noxfile.py",
    "requirements.txt": "requirements.txt",
}
"""What stands beside the pages, each with its template."""


class _WithoutAliases(yaml.SafeDumper):
    """Writes a value again where it stands twice: front matter has no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def project_files(name: str, language: str) -> dict[str, str]:
    """All files of a new site that are not pages, by path.

    :param name: of the person whose career it is.
    :param language: a code, as in ``de``.
    """
    literals = {"name": name, "language": language}
    values = {key: json.dumps(text, ensure_ascii=False) for key, text in literals.items()}
    values["requirement"] = requirement()
    return {path: template(source, **values) for path, source in _PROJECT.items()}


def index_page(person: Mapping[str, Any], prose: str, kinds: Iterable[Kind], words: Language, more: str = "") -> str:
    """The first page: the person, their prose, works as cards, exports, and the pages of all *kinds*.

    :param more: lines to add to the front matter's person.
    """
    kinds, name = list(kinds), person["name"]
    works = next((kind for kind in ("project", "talk", "publication", "employer") if kind in kinds), None)
    pages = ["timeline", *(f"{KINDS[kind].traits.folder}/index" for kind in kinds)]
    return page(
        {"title": as_markdown(name) if markup(name) else name, "person": person},
        prose,
        f"## {wording.kinds(works, words)}" if works else "",
        directive("entries", kind=works, limit=3, **{"as": "cards"}) if works else "",
        f"## {words.gettext('Curriculum vitae')}",
        directive("exports"),
        directive("toctree", "\n".join(pages), hidden=""),
        more=more,
    )


def section_page(kind: Kind, words: Language, slugs: Sequence[str] = ()) -> Mapping[str, str]:
    """The index page of a kind, by path.

    :param slugs: its entries in the order of the sidebar; all that there are, by name, if none is given.
    """
    listed = directive("skills-index") if kind == "skill" else directive("entries", kind=kind)
    pages = (
        directive("toctree", "\n".join(slugs), hidden="") if slugs else directive("toctree", "*", hidden="", glob="")
    )
    return {f"docs/{KINDS[kind].traits.folder}/index.md": page({"title": wording.kinds(kind, words)}, listed, pages)}


def timeline_page(words: Language) -> str:
    """The page with everything that has a time."""
    return page({"title": words.gettext("Timeline")}, directive("timeline"))


def page(front: Mapping[str, Any], *parts: str, more: str = "") -> str:
    """A page from its front matter and its paragraphs; the empty ones are left out.

    :param more: lines that stand at the front matter's end.
    """
    block = yaml.dump(front, Dumper=_WithoutAliases, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return "\n".join([f"---\n{block}{more}---\n", *(f"{part}\n" for part in parts if part)])


def directive(name: str, content: str = "", **options: object) -> str:
    """A directive in MyST, which needs no prefix in a portfolio."""
    lines = [f"```{{{name}}}", *(f":{key}: {value}".rstrip() for key, value in options.items())]
    return "\n".join([*lines, *(["", content] if content and options else [content] if content else []), "```"])


def template(path: str, /, **values: str) -> str:
    """The text of a template, with *values* in the places of ``$name``."""
    return Template((Path(__file__).parent / f"{path}.in").read_text("utf-8")).substitute(values)


def requirement() -> str:
    """What to ask pip for, as https://peps.python.org/pep-0508/ has it: the address from which this was installed.

    pip notes it where it was not an index (https://packaging.python.org/en/latest/specifications/direct-url/).
    """
    try:
        found = distribution(DISTRIBUTION)
    except PackageNotFoundError:
        return DISTRIBUTION
    origin = json.loads(found.read_text("direct_url.json") or "{}")
    if "url" not in origin or "dir_info" in origin:
        return f"{DISTRIBUTION}>={found.version}"
    source = origin.get("vcs_info")
    return f"{DISTRIBUTION} @ " + (
        f"{source['vcs']}+{origin['url']}@{source['commit_id']}" if source else origin["url"]
    )


def as_markdown(text: str) -> str:
    """*text* as Markdown that shows it as it is, at the beginning of a paragraph too."""
    escaped = "".join(f"\\{char}" if char in "\\`*_{}[]<>#$~|&" else char for char in text)
    return _BLOCK.sub(r"\g<0>\\", escaped, count=1) if _BLOCK.match(escaped) else escaped
