"""A career whose every text is hostile: markup, quotes, marks that turn the writing, words and values without end."""

from __future__ import annotations

import shutil
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from itertools import count, repeat
from pathlib import Path
from typing import Any

import yaml

from nightly import NIGHTLY
from portfolio.model.dates import PartialDate, Period
from portfolio.model.entries import Claim, Entry, Slug, Url
from portfolio.model.fields import Kind
from portfolio.model.hours import Hours
from portfolio.model.kinds import FOLDERS, KINDS, REFERENCES, Delivery, TimeZone
from small_sites import ROOTS

LONG = "x" * (9_990 if NIGHTLY else 990)

TEXTS = (
    "<script>alert('{n}')</script>",
    "'\"><img src=x onerror=\"alert({n})\"><svg onload='alert({n})'>",
    "]]></title></head></script><script>alert({n})</script><!--",
    "&lt;script&gt;alert({n})&lt;/script&gt; &#60;b&#62;",
    "# {{{{ 7*7 }}}} {{% raw %}} ${{x}} {{raw}}`<b>` *b* |c| \\<b> \\input{{d}} (c) -- ... {n}",
    "[click](javascript:alert({n})) <javascript:alert({n})> ![x](x) https://example.org/{n}",
    "\u202eturned {n} \u200f\u0645\u0631\u062d\u0628\u0627\u200f 🦖👩‍🚀",
    LONG + "{n}",
    "many words {n} " * (700 if NIGHTLY else 70),
)
"""With a number in each, so that no two values are the same."""
STARTS = range(len(TEXTS)) if NIGHTLY else (0, 1, 6)
"""The numbers of the pages of each kind, each of which has the text of that number as its title."""
URL = "https://example.org/{n}?a='&b=%22%3Cscript%3E"
ARCHIVE = "https://example.org/archive/{n}?a='&b=%22%3Cscript%3E"
HEADING = "\\<img src=x onerror=alert(0)> & \\<b>"
"""In Markdown, where a backslash keeps what follows from being markup."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An entry's page.

    :ivar texts: all that it holds, the title first.
    """

    docname: str
    texts: tuple[str, ...]
    source: str


@cache
def pages() -> tuple[Page, ...]:
    """As many pages of every kind as there are texts, or by day three.

    The field at place *f* of the page *p* holds the text *p* + *f*, counted in a circle, so that in all pages of a kind
    each text stands once in each field. The pages with one number name one another.
    """
    found = []
    numbers = count()
    for start in STARTS:
        for folder, kind in FOLDERS.items():
            given: list[str] = []
            text = _texts(start, numbers, given)
            title, slug = next(text), f"page-{start}"
            facts = front_matter(kind, text, _addresses(numbers), slug)
            front = {"title": title, kind: facts}
            prose = f"{HEADING}: a word on {{skill}}`{slug}`, {{talk}}`{slug}`, {{project}}`{slug}` and {{employer}}`{slug}`."
            source = f"---\n{as_yaml(front)}---\n\n{prose}\n\n## {HEADING}\n\n{prose}\n"
            # What a claim says is quoted on the skill's page, and not on the entry's own.
            claims = [*facts.get("skills", ()), *(each for of in facts.get("positions", ()) for each in of["skills"])]
            proofs = {said["proof"] for each in claims for said in each.values()}
            texts = tuple(text for text in given if text not in proofs)
            found.append(Page(docname=f"{folder}/{slug}", texts=texts, source=source))
    return tuple(found)


def _texts(start: int, numbers: Iterator[int], given: list[str]) -> Iterator[str]:
    """The texts in turn, each noted in *given*."""
    for place in count(start):
        given.append(TEXTS[place % len(TEXTS)].format(n=next(numbers)))
        yield given[-1]


def _addresses(numbers: Iterator[int]) -> Iterator[str | dict[str, str]]:
    """Addresses, each second one with an archived copy."""
    for number in numbers:
        yield URL.format(n=number)
        yield {"url": URL.format(n=next(numbers)), "archive": ARCHIVE.format(n=next(numbers))}


def front_matter(kind: Kind, text: Iterator[str], url: Iterator[str | dict[str, str]], slug: str) -> dict[str, Any]:
    """What stands below a kind's key, every field of the model filled; *slug* is the entry that others name."""

    scalars: Mapping[Any, Iterator[Any]] = {
        str: text,
        Url: url,
        Slug: repeat("given"),
        Period: repeat("2001 – 2003"),
        PartialDate: repeat("2001-01-01"),
        bool: repeat("false"),
        Hours: repeat("14:30 – 15:15"),
        TimeZone: repeat("Europe/Oslo"),
    }

    def value(name: str, hint: Any) -> Any:
        if hint == tuple[Claim, ...]:
            return [{slug: {"period": "2001", "proof": next(text)}}]
        if name in REFERENCES:
            return [slug] if typing.get_origin(hint) is tuple else slug
        if hint in scalars:
            return next(scalars[hint])
        if is_dataclass(hint):
            hints = typing.get_type_hints(hint)
            above = {"archives", "docname", "title"} if issubclass(typing.cast(type, hint), Entry) else {"apart"}
            found = {each.name: value(each.name, hints[each.name]) for each in fields(hint) if each.name not in above}
            # What has a time of day has a day.
            return found | {"date": "2001-05-17"} if hint is Delivery else found
        origin, (first, *_) = typing.get_origin(hint), typing.get_args(hint)
        if origin is Mapping:
            return {next(text): next(url)}
        if origin is tuple:
            return [value(name, first)]
        return first if origin is typing.Literal else value(name, first)  # the first choice; what may be None

    return typing.cast("dict[str, Any]", value("", KINDS[kind]))


def as_yaml(data: Mapping[str, Any]) -> str:
    """*data* in YAML's block style, no line folded."""
    return str(yaml.dump(dict(data), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**6))


def write_site(docs: Path) -> None:
    """Write the site, with a page of every listing, for Furo."""
    shutil.copytree(ROOTS / "empty", docs)
    conf = docs / "conf.py"
    text = conf.read_text("utf-8").replace('"basic"', '"furo"')
    # Nobody's curriculum vitae holds so many words in two pages.
    conf.write_text(f'{text}suppress_warnings = ["portfolio.export"]\n', "utf-8")
    tree = "```{toctree}\n:glob:\n\n*\n*/*\n```\n"
    (docs / "index.md").write_text(f"---\ntitle: Index\n---\n\n{tree}", "utf-8")
    listings = {"timeline": "", "skills-index": "", "entries": "", "cards": ":as: cards\n"}
    for name, options in listings.items():
        directive = name.replace("cards", "entries")
        (docs / f"{name}.md").write_text(f"---\ntitle: Listing\n---\n\n```{{{directive}}}\n{options}```\n", "utf-8")
    for page in pages():
        path = docs / f"{page.docname}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(page.source, "utf-8")
