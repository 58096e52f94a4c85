"""Whatever a page, a list or a career holds, the time that it takes grows with its length, and not with its square."""

from __future__ import annotations

import cProfile
import csv
import datetime as dt
import io
import json
import time
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from careers import career, employer, project, skill, talk
from nightly import NIGHTLY, by_day, every
from portfolio.build.talk_description import description
from portfolio.commands import check, rewrite
from portfolio.commands.folder import Pages
from portfolio.commands.importing import command
from portfolio.commands.inclusions import inclusions
from portfolio.html.markdown_pages import together
from portfolio.i18n.translation import Language
from portfolio.model.career import Career
from portfolio.model.entries import Key, Slug
from portfolio.model.strength import stretches
from portfolio.permalinks.anchors import PageAnchors
from portfolio.permalinks.identity import identity
from portfolio.permalinks.ledger import REDIRECTS, parse
from portfolio.permalinks.resolve import Permalinks
from portfolio.reading import markdown as markdown_source
from portfolio.reading import myst_source, page_source
from portfolio.reading.yaml_nodes import Unreadable
from portfolio.views.listing import Entries
from portfolio.views.skills_index import SkillsIndex
from portfolio.views.talks import Abstracts, Deliveries
from portfolio.views.timeline import Timeline
from portfolio.writing.markdown import markdown
from portfolio.writing.markdown_inline import Place
from portfolio.writing.raw_html import lines, marked, pieces

pytestmark = pytest.mark.unmeasured
TODAY = dt.date(2026, 1, 1)
ALL = frozenset({*("amsmath", "attrs_block", "attrs_inline", "colon_fence", "deflist", "dollarmath", "fieldlist", "html_admonition", "html_image", "substitution")})  # fmt: skip
"""MyST's extensions that change what is text."""
SMALL = 300
"""Characters of which the operations are counted, and four times as many."""
LARGE = 160_000
"""Characters for which, by night, the processor's time is looked at: what a pattern does is no operation of Python's."""
SLOW = 6e-6
"""Seconds a character from which on it is compared with the time of a quarter of as many."""

Make = Callable[[int], str]

INLINE = {
    *("{skill}`a` ", "{skill}`a <b>` ", "{a}`", "{a}``", "{doc}`a<b`", "[a](b) ", "[a](b 'c", "[a](<b", "[a][b] ", "[a][", "[", "![", "]"),
    *("(", "<!-- ", "<a ", "<", "</", "<![CDATA[", "<?", "<!A", "`", "`a ``b ", "*a ", "**a_ ", "_a_ ", "{", "$", "$$", "$a ", "&a", "&#"),
    *("[^a]", "[^", "^[a", "{{", "{{a}}", "{a=b}", "{#a", "[a]{b} ", "&copy;", "<http://a", "<http://a> ", "\0", "\\", "\\[", "ß̂ ", ":a", " ", "\t"),
    *("[[a]", "[a](b(c", "[a](b)](", "![a](b) ", "![[a](b)](c) ", "*a **b", "***", "a*b_c~", "~~a~~ ", "{a}`b <c> <d>` ", "[^a] [^b] ", "[a]: b "),
    *("<a b='c ", "<a b=c>", "<img ", "<img src=", "<img a src = b>", "https://a.b/c ", "\u0301", "\ufdfa", "\u202e", "9", "a.", "-", "^", "[](<", "[`](`a ", "{a}[`b]"),
}  # fmt: skip
"""What is repeated within a line."""
BLOCKS = {
    *("[^a]: b\n\n", "[a]: b\n", "> ", "> a\n", "- ", "- a\n", "1. a\n", "```\n", "~~~\n", ":::\n", "| a "),
    *("| a | b |\n", "|-", "|-|\n", "# a\n", "a\n---\n", "=\n", "\n", " \n", "\v\n", "\f\na\n\n", "\r", "a\n: b\n\n", ":a: b\n", "% a\n", "+++\n"),
    *("(a)=\n", "\\begin{equation}\n", "\\begin{a}", "$$a\n", "---\n", "--- \n", "---\na:\n", "<!-- -->\n", "<!--\n", "[x]:\n>", "{talk}`a`\n\n"),
    *("```{include} x.md\n```\n", "```{toctree}\na\n```\n", "```{eval-rst}\n:talk:`a`\n```\n", "```{note}\n{talk}`a`\n```\n"),
    *("```{entries}\n:skill: a\n```\n", "> {talk}`a`\n", "| {talk}`a` | b |\n", "a: &b c\n", "- '", "-", "{visibilit: "),
    *("- - ", "> - 1. ", "> > a\n\n", "- a\n\n  b\n", "  - a\n", "| `a|b` | c |\n|-|-|\n", "[a]: <b\n", "[^a]:\n    b\n", "## {talk}`a`\n"),
    *("a\n: {talk}`a`\n\n", "````{tab-set}\n```{tab-item} a\n", "```{note} {talk}`a`\n```\n", ":::{a}\n", "<details>\n", "<div>\n\n", "    a\n"),
    *("<div class=admonition>\n", "<div a class=\nb ", "[](b&#97;)\n"),
}  # fmt: skip
"""What is repeated as lines; directives within directives are read to some depth only."""
UNITS = sorted(INLINE | BLOCKS)
"""By day every sixth."""


def repeated(unit: str, before: str = "", after: str = "") -> Make:
    return lambda size: before + unit * (size // len(unit)) + after


def numbered(unit: str, before: str = "", after: str = "") -> Make:
    """The same with a number in each."""
    return lambda size: before + "".join(unit.replace("#", f"{n}") for n in range(size // (len(unit) + 2))) + after


def front(make: Make) -> Make:
    return lambda size: f"---\ntitle: A\ntalk:\n{make(size)}---\n\nText\n"


FRONT: dict[str, Make] = {
    "unknown keys": front(numbered("  k#: b\n")),
    "one key": front(repeated("  summary: b\n")),
    "keys at the top": numbered("k#: b\n", "---\n", "---\n"),
    "keys like a kind": numbered("talk#: {summary: b}\n", "---\n", "---\n"),
    "keys like visibility": numbered("visib#: b\n", "---\n", "---\n"),
    "keys like visibility, unreadable": numbered("visibl#: \n", "---\n[\n", "---\n"),
    "lines like visibility": numbered("  visibility=v#\n", "---\ntitle: A\nx: b\n", "---\n"),
    "lines of no key": numbered("  visi#=private\n", "---\ntitle: A\nx: b\n", "---\n"),
    "blanks in a key": repeated(" ", "---\n[\na", "b\n---\n"),
    "empty lines in YAML": repeated("\n", "---\n[\n", "---\n"),
    "one skill": front(repeated("a, ", "  skills: [", "]\n")),
    "skills": front(numbered("a#, ", "  skills: [", "]\n")),
    "skills that are none": front(numbered("A#, ", "  skills: [", "]\n")),
    "claims": front(numbered("    - a#: 2004\n", "  skills:\n")),
    "deliveries": front(numbered("    - {event: E#, place: b, date: 2004}\n", "  deliveries:\n")),
    "one delivery": front(repeated("    - {event: E, place: b, date: 2004}\n", "  deliveries:\n")),
    "deliveries that are none": front(numbered("    - {evant: E#, date: 2004x}\n", "  deliveries:\n")),
    "time zones": front(numbered("    - {event: E#, date: 2004-01-02, time: 9:00, timezone: Z#}\n", "  deliveries:\n")),
    "links": front(numbered("    a#: https://example.org/#\n", "  links:\n")),
    "archives": front(numbered("    - {url: https://example.org/#, archive: https://example.org/b}\n", "  sources:\n")),
    "hours": repeated(":59", "---\ntitle: A\nx: 1", "\n---\n"),
    "digits": repeated("9", "---\ntitle: A\nx: ", "\n---\n"),
    "a date": repeated("9", "---\ntitle: A\nproject:\n  summary: b\n  period: ", "\n---\n"),
    "dashes in a date": repeated("– ", "---\ntitle: A\nproject:\n  summary: b\n  period: 2004", "\n---\n"),
    "blanks in an address": repeated(" a", "---\ntitle: A\nproject:\n  summary: b\n  links: {a: http://b", "}\n---\n"),
    "slashes in an address": repeated(
        "/..", "---\ntitle: A\nproject:\n  summary: b\n  links: {a: http://b", "}\n---\n"
    ),
    "a photo": repeated("a/", "---\ntitle: A\nperson:\n  photo: ", "\n---\n"),
    "a telephone": repeated("1 x", "---\ntitle: A\nperson:\n  phone: ", "\n---\n"),
    "mail": repeated("a@b.", "---\ntitle: A\nperson:\n  email: ", "\n---\n"),
    "hyphens in a slug": front(repeated("a-", "  skills: [", "_]\n")),
    "a deep value": repeated("{a: ", "---\ntitle: A\nx: ", "\n---\n"),
    "a deep list": repeated("- ", "---\ntitle: A\nx:\n  ", "\n---\n"),
    "aliases": front(numbered("  a#: &a# [*a, *a]\n", "  a: &a b\n")),
    "merged keys": front(repeated("  <<: {a: b}\n")),
    "combining characters": repeated("\u0301", "---\ntitle: a", "\ntalk: {summary: b}\n---\n"),
    "values in blocks": front(repeated("  summary: |\n    b\n")),
    "substitutions": numbered("    k#: '{talk}`a`'\n", "---\nmyst:\n  substitutions:\n", "---\n"),
    "lines of a substitution": repeated("      {talk}`a`\n", "---\nmyst:\n  substitutions:\n    k: |\n", "---\n"),
    "comments": front(repeated("# a\n")),
    "positions that claim": front(numbered("    - {role: A#, period: 2004, skills: [a, b#]}\n", "  positions:\n")),
    "positions": front(numbered("    - {role: A#, period: 2004}\n", "  positions:\n")),
    "headings of one name": repeated("# A b\n\n", "---\ntitle: A\ntalk: {summary: b}\n---\n"),
    "equations without an end": repeated("$$a\n\n"),
    "equations that would end outside of a quotation": repeated("> $$a\n>\n", "", "\na $$\n"),
    "environments that would end outside of a quotation": repeated(
        "> \\begin{equation}\n>\n", "", "\n\\end{equation}\n"
    ),
    "a long title": repeated("*", '---\ntitle: "', '"\ntalk: {summary: b}\n---\n'),
    "late front matter": repeated("\n", "", "---\ntitle: a\n---\n"),
    "late front matter without end": repeated(" ---\n", "\n---\na:"),
    "front matter without end": repeated("a: b\n", "---\ntitle: A\n"),
    "a toctree": repeated("a\n", "```{toctree}\n", "```\n"),
    "angle brackets in a toctree": repeated("a<", "```{toctree}\n", "\n```\n"),
    "options": repeated(":skill: a\n", "```{entries}\n", "```\n"),
    "skills of a timeline": repeated("a, ", "```{timeline}\n:skills: ", "\n```\n"),
    "a bio": repeated("\n ", "```{bio} 50\na", "\n```\n"),
    "literals in reStructuredText": repeated("``a\n", "```{eval-rst}\n", "\n```\n"),
    "comments in reStructuredText": repeated(".. a\n\n  b::\n", "```{eval-rst}\n", "\n```\n"),
    "reStructuredText": repeated(":talk:`a", "```{eval-rst}\n", "\n```\n"),
    "roles behind their texts in reStructuredText": repeated("`a`:talk: `", "```{eval-rst}\n", "\n```\n"),
    "tables in reStructuredText": repeated("| :talk:`a` |\n= = ==\n", "```{eval-rst}\n", "\n```\n"),
    "labels in reStructuredText": repeated(".. _a:\n\n", "```{eval-rst}\n", "\n```\n"),
    "titles in reStructuredText": repeated(".. _a:\n\nb\n=-\n", "```{eval-rst}\n", "\n```\n"),
    "a toctree in reStructuredText": repeated("   a\n", "```{eval-rst}\n.. toctree::\n", "```\n"),
    "roles and bars in a cell": repeated("{talk}`a\\|`", "|a|\n|-|\n|", "|\n"),
    "bars in a cell": repeated("\\|", "|a|\n|-|\n|`a`", "|\n"),
}

LISTS: dict[str, tuple[str, Make]] = {
    "a chain of redirects": ("redirects.txt", numbered("a# a#0\n")),
    "links in a chain": ("redirects.txt", lambda size: "".join(f"a{n} a{n + 1}\n" for n in range(size // 10))),
    "redirects to one page": ("redirects.txt", numbered("a# projects/p\n")),
    "redirects to nothing": ("redirects.txt", numbered("a# projects/x#\n")),
    "anchors in a chain": ("redirects.txt", lambda size: "".join(f"projects/p#a{n} projects/p#a{n + 1}\n" for n in range(size // 28))),
    "one redirect": ("redirects.txt", repeated("a b\n")),
    "lost pages": ("permalinks.txt", lambda size: "".join(sorted(f"a{n}\n" for n in range(size // 6)))),
    "lost anchors": ("permalinks.txt", lambda size: "".join(sorted(f"projects/p#a{n}\n" for n in range(size // 16)))),
    "short addresses": ("permalinks.txt", lambda size: "".join(sorted(f"go/a{n} projects/p\n" for n in range(size // 18)))),
    "skills of a variant": ("variants/a.yaml", numbered("a#, ", "title: A\nskills: [", "]\n")),
}  # fmt: skip


def resume(**sections: object) -> bytes:
    return json.dumps({"basics": {"name": "A"}, **sections}, ensure_ascii=False).encode()


def archive(tables: dict[str, list[dict[str, str]]]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        for name, rows in tables.items():
            text = io.StringIO()
            table = csv.DictWriter(text, [*rows[0]])
            table.writeheader()
            table.writerows(rows)
            made.writestr(f"{name}.csv", text.getvalue())
    return data.getvalue()


def works(of: Callable[[int], Mapping[str, object]], section: str = "work") -> Callable[[int], bytes]:
    return lambda count: resume(**{section: [{"name": "A", "startDate": "2004", **of(n)} for n in range(count)]})


IMPORTS: dict[str, Callable[[int], bytes]] = {
    "one entry": works(lambda n: {"position": "P"}),
    "entries": works(lambda n: {"name": f"K{n}", "position": "P"}),
    "entries of one name": works(lambda n: {"url": f"http://a.b/{n}"}, "projects"),
    "one project": works(lambda n: {}, "projects"),
    "projects of employers": works(lambda n: {"name": f"K{n}", "entity": f"E{n}"}, "projects"),
    "studies of one place": works(lambda n: {"institution": "K", "area": "A"}, "education"),
    "dates that are none": works(lambda n: {"startDate": f"soon {n}"}, "projects"),
    "authors": lambda count: resume(publications=[{"name": "K", "authors": [f"A{n}" for n in range(count)]}]),
    "skills": lambda count: resume(skills=[{"name": f"S{n}", "keywords": ["a"]} for n in range(count)]),
    "keywords": lambda count: resume(skills=[{"name": "S", "keywords": [f"s{n}" for n in range(count)]}]),
    "one keyword": lambda count: resume(skills=[{"name": "S", "keywords": ["s"] * count}]),
    "keywords of an entry": lambda count: resume(projects=[{"name": "K", "keywords": [f"s{n}" for n in range(count)]}]),
    "mentions": lambda count: resume(
        projects=[{"name": f"K{n}", "summary": f"skill{n} it"} for n in range(count)],
        skills=[{"name": f"skill{n}"} for n in range(count)],
    ),
    "links": lambda count: resume(projects=[{"name": "K", "summary": "".join(f"[a](http://b.c/{n}) " for n in range(count))}]),
    "profiles of one name": lambda count: resume(basics={"name": "A", "profiles": [{"network": "N", "url": f"http://b.c/{n}/u"} for n in range(count)]}),
    "positions": works(lambda n: {"position": f"P{n}", "keywords": ["s"]}),
    "one position": works(lambda n: {"keywords": [f"s{n}"], "description": "b"}),
    "stars at an author": lambda count: resume(publications=[{"name": "K", "authors": ["*" * count + "a", "_" * count + "a"]}]),
    "blanks between authors": lambda count: resume(publications=[{"name": "K", "authors": f"a{' ' * count}b"}]),
    "highlights": lambda count: resume(projects=[{"name": "K", "highlights": [f"b{n}" for n in range(count)]}]),
    "one highlight": lambda count: resume(projects=[{"name": "K", "highlights": ["b"] * count}]),
    "profiles": lambda count: resume(basics={"name": "A", "profiles": [{"network": f"N{n}", "username": "u"} for n in range(count)]}),
    "unknown keys": lambda count: resume(**{f"k{n}": "b" for n in range(count)}),
    "unknown values": lambda count: resume(k=["b"] * count),
    "languages": lambda count: resume(languages=[{"language": f"L{n}", "fluency": "b"} for n in range(count)]),
    "references": lambda count: resume(references=[{"name": f"L{n}", "reference": "b"} for n in range(count)]),
    "sections": lambda count: b"cv:\n  name: A\n  sections:\n" + b"".join(b"    S%d: [{name: C%d}]\n" % (n, n) for n in range(count)),
    "lines": lambda count: b"cv:\n  name: A\n  sections:\n    Skills:\n" + b"".join(b"      - {label: C%d, details: 'a, b'}\n" % n for n in range(count)),
    "details": lambda count: json.dumps({"cv": {"name": "A", "sections": {"S": [{"label": "b", "details": "a, (" * count}]}}}).encode(),
    "websites": lambda count: archive({"Profile": [{"First Name": "A", "Websites": "A " * count}]}),
}  # fmt: skip
"""Files to import, with so many of something."""


def of_person(text: str) -> bytes:
    basics = {"name": "A", "summary": text, "url": f"http://{text}", "email": f"{text}@b", "phone": text}
    entry = {"name": f"{text}a", "summary": text, "highlights": [text], "url": text, "startDate": f"2004{text}"}
    return resume(basics=basics, projects=[entry])


def of_entries(text: str) -> bytes:
    work = {"name": "K", "position": text, "location": text, "description": text, "keywords": [f"{text}a"]}
    one, two = {"name": "K", "authors": [f"{text}a"]}, {"name": "L", "authors": [f"a{text}b"], "publisher": text}
    return resume(work=[work], publications=[one, two])


def of_render_cv(text: str) -> bytes:
    article = {"title": f"a{text}b", "authors": [f"{text}a"], "doi": text}
    lines = [{"label": "a", "details": text}, {"label": text, "details": f"a{text}b"}, text]
    return json.dumps({"cv": {"name": "A", "sections": {"S": [article], "T": lines}}}, ensure_ascii=False).encode()


def of_linked_in(text: str) -> bytes:
    profile = {"First Name": "A", "Websites": text, "Twitter Handles": f"a{text}b", "Headline": text}
    return archive(
        {"Profile": [profile], "Positions": [{"Company Name": f"{text}a", "Title": text, "Started On": text}]}
    )


TEXTS = {make.__name__: make for make in (of_person, of_entries, of_render_cv, of_linked_in)}
"""Files to import that hold a text."""
MARKUP = [
    *("a ", "\n", "a\n\n", "* a\n", "1. ", "<b>", "<p>a</p>", "<a href='x'>", "<a href='x' ", "<a b=c ", "<li", "<br", "href='a' "),
    *("&amp;", "&a", "[a](b) ", "[a]( ", "[a](b\t", "[a](b(c)", "`", "`a ", "*a ", "**a ", "__a ", "~~a ", "# ", "https://a.b/c ", "("),
    *("a: ", "a@", "a-", "a.", "a/", "9", "– ", "to ", "2004 ", "{x}", "\\", "•", " "),
    *("*", "_", "a, ", "(,", "A ", "A_", " and", "; ", "<img src=b>", "<a href=b", ' a="', "<a href=b>c</a>"),
]  # fmt: skip
"""What is repeated in the texts of a file to import."""

PAGE = "---\ntitle: S\nskill: {summary: x, category: y}\n---\n"
MANY: dict[str, Callable[[int], dict[str, str]]] = {
    "roles that lead nowhere": lambda n: {"about": " ".join(f"{{skill}}`t{i}`" for i in range(n))},
    "deliveries at one event": lambda n: {"talks/a": "---\ntitle: A\ntalk:\n  deliveries:\n" + "".join(f"    - {{event: E, date: 2004 – {2004 + i}}}\n" for i in range(n)) + "---\n"},
    "names that lead nowhere": lambda n: {"projects/a": "---\ntitle: A\nproject:\n  summary: x\n  skills: [" + ", ".join(f"t{i}" for i in range(n)) + "]\n---\n"},
    "mentions": lambda n: {"about": " ".join(f"{{skill}}`s{i}`" for i in range(n))},
    "claims and highlights": lambda n: {"projects/a": "---\ntitle: A\nproject:\n  summary: x\n  period: 2004\n  skills: [" + ", ".join(f"s{i}" for i in range(n)) + "]\n  highlights: [" + ", ".join(f"b{i}" for i in range(n)) + "]\n---\n"},
}  # fmt: skip


def read(text: str) -> None:
    """All that is done with a page before Sphinx has it: in a build, in a check and when another is renamed."""
    page_source.read("talks/a", text.encode(), ALL)
    myst_source.without_entry("talks/a", text)
    move = rewrite.Move(old="talks/a", new="talks/b", kind="talk", by_slug=True, by_title=True, to_slug=True, exists=lambda path: False, extensions=ALL)  # fmt: skip
    elements = markdown_source.read(text, ALL)
    rewrite.rewritten("talks/c", text, elements, move)
    list(inclusions("talks/c", elements))
    Pages(files={"talks/c": text.encode()}, extensions=ALL).problems(TODAY)


@pytest.mark.nightly
@pytest.mark.parametrize("make", [*map(repeated, UNITS), *FRONT.values()])
def test_a_megabyte(make: Make) -> None:
    assert seconds(read, make(1_000_000)) < 2


@pytest.mark.parametrize("make", [repeated("{talk}`a` "), repeated("{talk}`a`\n"), front(numbered("  k#: b\n"))])
def test_what_a_check_prints(make: Make, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def checked(size: int) -> None:
        (tmp_path / "a.md").write_text(make(size), "utf-8")
        check.check(tmp_path, today=TODAY)
        capsys.readouterr()

    grows(checked, lambda size: size, small=800, large=4000)


_WARM: set[object] = set()
"""What has been run once."""


def operations(run: Callable[[Any], object], given: Any) -> int:
    """How many functions are called, Python's own among them."""
    counter = cProfile.Profile()
    counter.runcall(run, given)
    return sum(each.callcount for each in counter.getstats())


def seconds(run: Callable[[Any], object], given: Any) -> float:
    begun = time.process_time()
    run(given)
    return time.process_time() - begun


def grows(run: Callable[[Any], object], make: Callable[[int], Any], small: int = SMALL, large: int = LARGE) -> None:
    """See that four times as much takes about four times the operations, and by night, where it takes long, of time."""
    if run not in _WARM:  # what is made once is there
        run(make(small))
        _WARM.add(run)
    # What nests grows faster until it is as deep as the parser goes.
    for size in (small, 8 * small):
        few, many = operations(run, make(size)), operations(run, make(4 * size))
        if many < 6.5 * few:
            break
    assert many < 6.5 * few, f"{many} operations instead of {few} for four times as much"
    if not NIGHTLY:
        return
    whole = seconds(run, make(large))
    if whole > SLOW * large:
        part = seconds(run, make(large // 4))
        # Other processes can only lengthen a time, so that the shortest of up to five are compared.
        for _ in range(4):
            if whole < 8 * part:
                break
            whole, part = min(whole, seconds(run, make(large))), min(part, seconds(run, make(large // 4)))
        assert whole < 8 * part, f"{whole} s instead of {part} s for four times as much"


@pytest.mark.parametrize("unit", every(12, UNITS))
def test_pages(unit: str) -> None:
    grows(read, repeated(unit))


@pytest.mark.parametrize("name", every(4, FRONT))
def test_pages_of_one_construct(name: str) -> None:
    grows(read, FRONT[name])


@settings(max_examples=400, phases=by_day(1, Phase.explicit, Phase.generate), suppress_health_check=[*HealthCheck])
@given(units=st.lists(st.sampled_from(UNITS), min_size=2, max_size=4).map("".join))
@example(units="> {skill}`a <b>` ^[a{skill}`a <b>` ")
def test_pages_of_several_constructs(units: str) -> None:
    grows(read, repeated(units), large=LARGE // 4)


@pytest.mark.parametrize("name", every(2, LISTS))
def test_lists_beside_the_pages(name: str) -> None:
    file, make = LISTS[name]
    pages = {"projects/p": b"---\ntitle: P\nproject: {summary: x}\n---\n"}
    grows(lambda text: Pages(files=pages, lists={file: text.encode()}).problems(TODAY), make, small=5 * SMALL)


@pytest.mark.parametrize("name", every(3, MANY))
def test_many_pages(name: str) -> None:
    def pages(count: int) -> dict[str, bytes]:
        found = {f"skills/s{n}": PAGE for n in range(count)} | MANY[name](count)
        return {docname: text.encode() for docname, text in found.items()}

    grows(lambda files: Pages(files=files).problems(TODAY), pages, small=75, large=150)


def crowded(count: int) -> Career:
    """Many entries of each kind, side by side and one after another, that all name one another."""
    years = [f"{1900 + n % 120}-{n % 12 + 1:02} – {1900 + n % 120 + n % 3}-12" for n in range(count)]
    return career(
        *(employer(f"e{n}", years[n]) for n in range(count)),
        *(skill(f"s{n}") for n in range(count)),
        *(project(f"p{n}", years[n], employers=(f"e{n}",), skills=(f"s{n}",)) for n in range(count)),
        *(talk(f"t{n}", f"{1900 + n % 120}") for n in range(count)),
    )


VIEWS = [Timeline(), SkillsIndex(), Entries(), Entries(kind="skill"), Abstracts(), Deliveries()]


@pytest.mark.parametrize("query", VIEWS, ids=lambda query: type(query).__name__)
def test_views(query: Any) -> None:
    grows(lambda found: query.view(found, Language.of("en")), crowded, small=20, large=300)


def test_a_skill_of_much_evidence() -> None:
    def drawn(count: int) -> Career:
        talks = (talk(f"t{n}", f"{1 + n % 2000:04}", skills=("drawing",)) for n in range(count))
        ongoing = (project(f"p{n}", f"{1 + n % 2000:04} – now", skills=("drawing",)) for n in range(count))
        return career(skill("drawing"), *talks, *ongoing)

    grows(lambda found: stretches(found, Key("skill", Slug("drawing"))), drawn, small=60, large=2000)


def test_a_timeline_of_many_skills() -> None:
    found = crowded(20)
    names = [Slug(f"x{n}") for n in range(4000)]
    grows(
        lambda count: Timeline(skills=tuple(names[:count])).view(found, Language.of("en")), lambda size: size, 100, 4000
    )


def imported(data: bytes) -> None:
    """What an import makes of a file, whatever that is worth."""
    name = "a.json" if data.startswith(b"{") else "a.yaml"
    with suppress(Unreadable):
        command.imported(data, Path(name), "en", TODAY)


@pytest.mark.parametrize("name", every(5, IMPORTS))
def test_imports(name: str) -> None:
    grows(imported, IMPORTS[name], small=60, large=2400)


HELD = [(unit, name) for unit in MARKUP for name in TEXTS]


@pytest.mark.parametrize(("unit", "name"), every(20, HELD))
def test_texts_to_import(unit: str, name: str) -> None:
    grows(imported, lambda size: TEXTS[name](unit * (size // len(unit))), large=LARGE // 2)  # cells hold no more


@pytest.mark.parametrize("unit", ["a# b#\n", "a# b\n", "a b#\n", "projects/p#a# projects/p#b#\n"])
def test_names_that_pages_keep(unit: str) -> None:
    def links(count: int) -> Permalinks:
        moves = unit.replace("p#a#", "p\0a#").replace("p#b#", "p\0b#")
        moves = "".join(moves.replace("#", str(n)).replace("\0", "#") for n in range(count))
        places = {f"b{n}": PageAnchors() for n in range(count)} | {
            "projects/p": PageAnchors(anchors=frozenset(f"b{n}" for n in range(count)), promised=frozenset())
        }
        return Permalinks(places=places, promises=None, moves=parse(REDIRECTS, moves.encode()))

    grows(lambda found: identity(found, "a"), links, small=60, large=4000)


PLACE = Place(resolve=str, number=lambda node: "", downloads="", language=Language.of("en"))


def shown(html: str) -> object:
    document = new_document("page")
    document += nodes.raw("", html, format="html")
    return marked(pieces(html, str)), lines(html), markdown(document, PLACE)


@pytest.mark.parametrize(
    "unit",
    [
        *("<a ", "<a b='", '<a b="x', "<svg>", "<script", "<!--a", "</", "<![CDATA[", "&", "<a>", "'>", "<a href='b'>c</a>"),
        *("<a href='", "<a href=b ", "<a href=b>c", "<s>a", "<s>a</s>", "<s><a href=b>c</s></a>", "</s>", "<p>", "<input type=checkbox>"),
        *("<ul>", "<li>", "<ul><li>", "</ul>", "<ul><li>a</ul>", "<ol start=", "<ol><li value=1>", "<tr>", "<td>", "<tr><td>a", "<table>", "<pre>", "<img src='a' ", "<img src=a alt='", "<img src=a>"),
    ],
)  # fmt: skip
def test_html(unit: str) -> None:
    grows(shown, repeated(unit, "<div>"))


def test_a_long_name_of_a_tag() -> None:
    grows(shown, repeated("b", "<a"), large=20_000)


@pytest.mark.parametrize("unit", [" href='", ' href="', " href", "  ", " href=", "' href=", " a='b'", " a"])
def test_links_of_html(unit: str) -> None:
    grows(shown, repeated(unit, '<a b="', '">c</a>'))
    grows(shown, repeated(unit, "<a b='", "'>c</a>"))
    grows(shown, repeated(unit, "<a ", ">c</a>"))


@pytest.mark.parametrize(
    "unit",
    [
        *("[`a`, ", "`a`, ", "[a](b) ", "![a](b) ", "[![a](b)", "[![a \\[1\\]](b) `c`](d) ", "[`a` ![b", "![", "[", "](", "[^1] ", "[^", "[^1]: "),
        *("``a`", "```\n", "\\[", "\\", "- [a](b)\n", "- [", "\n", " ", "1"),
    ],
)  # fmt: skip
def test_copies_in_one_file(unit: str) -> None:
    for before, after in (("", ""), ("[", "![b \\[1\\]](c)](d)"), ("[`", "`](d)"), ("- ", "")):
        grows(lambda text: together(text, 1, "https://a.example/"), repeated(unit, before, after))


@pytest.mark.parametrize("cell", [{}, {"morecols": 1}, {"morerows": 1}, {"morerows": 9, "morecols": 9}])
@pytest.mark.parametrize("part", [nodes.thead, nodes.tbody])
def test_tables(part: type[nodes.Element], cell: dict[str, int]) -> None:
    def row() -> nodes.row:
        return nodes.row("", *(nodes.entry("", nodes.paragraph("", "a"), **cell) for _ in range(4)))

    def table(count: int) -> nodes.document:
        document = new_document("page")
        document += nodes.table("", nodes.tgroup("", part("", *(row() for _ in range(count)))))
        return document

    grows(lambda document: markdown(document, PLACE), table, small=20, large=2000)


LINES = [
    "a\n\n",
    "- a\n",
    "(a) b\n(b) c\n\n",
    "a\n  b\n",
    ":a: b\n",
    "| a\n",
    "a\n-\n\n",
    ".. topic:: a\n\n   b\n\n",
    ".. raw:: html\n\n   <p>a\n\n",
]
"""Blocks of reStructuredText."""


@pytest.mark.parametrize("unit", LINES)
def test_descriptions(unit: str) -> None:
    def parsed(size: int) -> nodes.document:
        document = new_document("talk.rst", get_default_settings(Parser))
        Parser().parse(unit * (size // len(unit)), document)
        return document

    grows(description, parsed, large=20_000)
