"""Random careers: pages as data that can be edited facet by facet, and the strategies that draw them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from portfolio.model.fields import Kind
from portfolio.model.kinds import FOLDERS

SLUGS = ("ash", "beech", "elm")
"""Few, so that references often lead somewhere and pages often come back."""


@dataclass(frozen=True)
class Page:
    """An entry's page.

    :ivar facts: what stands under the kind in its front matter.
    :ivar prose: blocks of Markdown.
    """

    kind: Kind
    title: str
    facts: dict[str, Any]
    prose: tuple[str, ...]

    @property
    def text(self) -> str:
        front = f"---\ntitle: {_yaml(self.title)}\n{self.kind}: {_yaml(self.facts)}\n---\n"
        return "\n\n".join([front, *self.prose, ""])


def _yaml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def name(kind: Kind, slug: str) -> str:
    """The file of an entry's page."""
    return f"{next(folder for folder, of in FOLDERS.items() if of == kind)}/{slug}.md"


TITLES = st.sampled_from(["Arboretum", "Bark & Sons", "Cut <wood>", "Ölberg", "A *starred* tree", "Zelkova"])
SUMMARIES = st.sampled_from(["A wood.", "One hundred trees.", "Roots, “quoted”.", "Leaves & <twigs>."])
PERIODS = st.sampled_from(["2001 – now", "2003-05 – 2004-02", "2005", "1999-01-15", "2003 – 2006-01"])
DAYS = st.sampled_from(["2001", "2004-03", "2006-05-17"])
NAMES = st.sampled_from(["Oslo", "Lima", "Kew"])
PAGES = ["https://example.org/a", "https://example.org/b?c=1&d=2"]
ARCHIVED = [{"url": url, "archive": f"https://example.org/archive/{url}"} for url in PAGES]
URLS: st.SearchStrategy[Any] = st.sampled_from([*PAGES, *ARCHIVED])
slugs = st.sampled_from(SLUGS)
some_slugs = st.lists(slugs, max_size=2, unique=True)
kinds = st.sampled_from(list(FOLDERS.values()))
deliveries = st.lists(
    st.fixed_dictionaries(
        {"event": st.sampled_from(["Flora", "Herbaria", "Silva"]), "place": NAMES, "date": DAYS},
        optional={"video": URLS, "title": TITLES},
    ),
    min_size=1,
    max_size=2,
    unique_by=lambda delivery: delivery["event"],
)
common = {"links": st.dictionaries(st.sampled_from(["source", "website"]), URLS, max_size=2), "sources": st.lists(URLS, max_size=1)}  # fmt: skip
FACTS: dict[Kind, st.SearchStrategy[dict[str, Any]]] = {
    "employer": st.fixed_dictionaries(
        {"summary": SUMMARIES, "period": PERIODS, "places": st.lists(NAMES, min_size=1, max_size=2)},
        optional={"role": NAMES, "skills": some_slugs, **common},
    ),
    "education": st.fixed_dictionaries(
        {"summary": SUMMARIES, "period": PERIODS, "place": NAMES}, optional={"degree": NAMES, "skills": some_slugs}
    ),
    "sabbatical": st.fixed_dictionaries(
        {"summary": SUMMARIES, "period": PERIODS, "place": NAMES}, optional={"skills": some_slugs, **common}
    ),
    "project": st.fixed_dictionaries(
        {"summary": SUMMARIES},
        optional={
            "period": PERIODS,
            "employers": some_slugs,
            "skills": some_slugs,
            "status": st.sampled_from(["active", "archived"]),
        },
    ),
    "talk": st.fixed_dictionaries(
        {"summary": SUMMARIES, "deliveries": deliveries},
        optional={"projects": some_slugs, "employer": slugs, "skills": some_slugs},
    ),
    "publication": st.fixed_dictionaries(
        {"summary": SUMMARIES, "type": st.sampled_from(["article", "podcast"]), "venue": NAMES, "date": DAYS},
        optional={"authors": st.lists(NAMES, max_size=2, unique=True), "projects": some_slugs, "skills": some_slugs},
    ),
    "award": st.fixed_dictionaries(
        {"date": DAYS}, optional={"issuer": NAMES, "summary": SUMMARIES, "link": URLS, "skills": some_slugs}
    ),
    "volunteering": st.fixed_dictionaries(
        {"period": PERIODS}, optional={"role": NAMES, "summary": SUMMARIES, "skills": some_slugs, **common}
    ),
    "skill": st.fixed_dictionaries(
        {"summary": SUMMARIES, "category": st.sampled_from(["Arts", "Crafts"])},
        optional={"aliases": st.lists(NAMES, max_size=1), "link": URLS},
    ),
}


DIRECTIVES = (
    "```{timeline}\n```",
    "```{timeline}\n:kinds: talk, project\n:from: 2003\n```",
    "```{skills-index}\n```",
    "```{entries}\n:kind: project\n:as: cards\n```",
    "```{entries}\n:at: ash\n```",
    "```{entries}\n:skill: elm\n:limit: 2\n```",
    "```{entries}\n:kind: skill\n\nelm\nash\n```",
)


HERE = "(this page)"
"""In prose, the name of the page's file: Sphinx keeps one of two terms of one name, the one that it read last."""


@st.composite
def _blocks(draw: st.DrawFn) -> str:
    """A heading, words, or a reference: by role, to whatever has the name, or to a page."""
    kind, slug = draw(kinds), draw(slugs)
    reference = draw(st.sampled_from(["{%s}`%s`", "{%s}`that <%s>`", "{%s}`%s`"])) % (kind, slug)
    word = draw(st.sampled_from(["pruning", "grafting", "felling"]))
    return draw(
        st.sampled_from(
            [
                f"## On {word}",
                f"### More of {reference}",
                f"We did much {word}.",
                f"By {reference}, {word}.",
                f"As {{any}}`{slug}` has it.",
                f"See [](/{name(kind, slug)}) or [this](/{name(kind, slug)}).",
                "![A twig](/twig.png)",
                "```{include} /shared.txt\n```",
                "```{math}\na^2\n```",
                f"```{{index}} {word}; {slug}\n```",
                f"```{{glossary}}\nTerm of {HERE}\n    What {word} is.\n```",
                *DIRECTIVES,
            ]
        )
    )


prose = st.lists(_blocks(), max_size=4).map(tuple)


HIDDEN = st.fixed_dictionaries({}, optional={"visibility": st.sampled_from(["public", "unlisted", "private"])})


def page(kind: Kind) -> st.SearchStrategy[Page]:
    """A page of one kind, which not everybody may find."""
    facts = st.builds(lambda *parts: parts[0] | parts[1], FACTS[kind], HIDDEN)
    return st.builds(Page, kind=st.just(kind), title=TITLES, facts=facts, prose=prose)


@st.composite
def listings(draw: st.DrawFn) -> str:
    """The body of a page with listings."""
    return "\n\n".join(draw(st.lists(st.sampled_from(DIRECTIVES), max_size=2, unique=True)))


@st.composite
def toctrees(draw: st.DrawFn) -> str:
    """The root's toctree: folders by pattern or entries by name, hidden or shown, some under a title of their own."""
    options = "".join(
        draw(st.lists(st.sampled_from([":hidden:\n", ":titlesonly:\n", ":caption: Woods\n"]), unique=True))
    )
    folders = draw(st.lists(st.sampled_from([*FOLDERS]), unique=True, max_size=4))
    named = draw(st.lists(st.tuples(kinds, slugs), unique=True, max_size=3))
    title = draw(st.sampled_from(["", "", "Under another title"]))
    lines = [f"{folder}/*" for folder in folders]
    for kind, slug in named:
        docname = name(kind, slug).removesuffix(".md")
        lines.append(f"{title} <{docname}>" if title else docname)
    return "```{toctree}\n:glob:\n" + options + "\n" + "\n".join(["lists", *lines]) + "\n```"


CONF = ("", "html_title = 'Trees'", "portfolio_categories = ['Crafts']", "html_baseurl = 'https://example.org/'", "portfolio_cv_pages = 1", "portfolio_stale_after = 3")  # fmt: skip
"""Lines of conf.py."""


@st.composite
def redirects(draw: st.DrawFn) -> str:
    """Old addresses and new ones, which may lead nowhere or in circles."""
    names = [name(draw(kinds), draw(slugs)).removesuffix(".md") for _ in range(draw(st.integers(0, 6)))]
    return "".join(f"{old} {new}\n" for old, new in zip(names[::2], names[1::2], strict=False))


BROKEN = (
    b"---\ntitle: [\n---\n",
    b"---\ntitle: Broken\nproject: {summary: Maps., sumary: x}\n---\n\nBy {skill}`elm`.\n",
    b"---\ntitle: Caf\xe9\n---\n",
    b"No front matter.\n",
    b"",
)
