"""The files that hold addresses, and where those lead."""

import re
from collections.abc import Callable

import pytest

from careers import project, skill, talk
from portfolio.model.entries import Entry
from portfolio.permalinks.anchors import PageAnchors
from portfolio.permalinks.identity import lines
from portfolio.permalinks.ledger import PERMALINKS, REDIRECTS, as_text, parse
from portfolio.permalinks.resolve import Permalinks


def wrong(name: str, text: str | bytes) -> list[str]:
    listed = parse(name, text if isinstance(text, bytes) else text.encode())
    return [f"{each.line}:{each.column}: {each.message}" for each in listed.problems]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (PERMALINKS, ""),
        (PERMALINKS, "# Kept.\n#\n\na\na#b\na-b a\nb#c b#d\ngo/a projects/a\nprojects/a\n"),
        (PERMALINKS, "a#b 2006\na#c a#b 2006-05-17\na#d 2006-05\n"),
        (PERMALINKS, "über/uns#größe"),
        (REDIRECTS, f"{'a' * 250}/{'ü' * 125}#{'x' * 300} b"),
        (REDIRECTS, "# Why.\nb c\na c#d\na#x a#y\n"),
    ],
)
def test_what_the_files_may_hold(name: str, text: str) -> None:
    assert wrong(name, text) == []


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        (PERMALINKS, "b\na", "2:1: this line belongs above line 1; keep the file sorted"),
        (PERMALINKS, "a\n\na", "3:1: a stands in line 1 already; remove one of them"),
        (PERMALINKS, "a b c", '1:2: too much stands in this line; write one address, as in "projects/roshi" or "talks/seeds#flora"'),
        (PERMALINKS, "go/a", '1:5: too little stands in this line; write a short address and its page, as in "go/roshi projects/roshi"'),
        (PERMALINKS, "<<<<<<< HEAD", '1:1: "<<<<<<<" is not an address; write a page\'s name, as in projects/roshi, or projects/roshi#an-anchor'),
        (PERMALINKS, "a#", '1:1: "a#" is not an address'),
        (PERMALINKS, "/a/", '1:1: "/a/" is not an address'),
        (PERMALINKS, "go/A projects/a", '1:1: "go/A" is not a short address; write go/ and a slug'),
        (PERMALINKS, "go/a#b projects/a", '1:1: "go/a#b" is not a short address'),
        (PERMALINKS, "go/a projects/a#b", '1:6: "projects/a#b" is not a page; name the one that is to be found there'),
        (PERMALINKS, "go/a  go/b", '1:7: "go/b" is not a page'),
        (PERMALINKS, "a a", "1:1: a leads to itself; remove this line"),
        (PERMALINKS, "a b#c", "1:3: a cannot have been b#c; write what it was called first"),
        (PERMALINKS, "a#c b", "1:5: a#c cannot have been b; write what it was called first"),
        (PERMALINKS, "a#c 2006-13", '1:5: "2006-13" does not exist: months run from 01 to 12'),
        (PERMALINKS, "a#b c#d 2006 2007", "1:4: too much stands in this line"),
        (PERMALINKS, b"a\n\xff", "2:1: byte 0xff is not UTF-8; save the file as UTF-8"),
        (REDIRECTS, "a", '1:2: too little stands in this line; write the old address and the new one, as in "projects/old projects/new"'),
        (REDIRECTS, "a b c", "1:2: too much stands in this line"),
        (REDIRECTS, "a a", "1:1: a leads to itself; remove this line"),
        (REDIRECTS, "a b\na c", "2:1: a stands in line 1 already; remove one of them"),
        (REDIRECTS, "a go/b", '1:3: "go/b" is not a page'),
        (REDIRECTS, "go/a b", "1:1: a short address follows its page by itself; remove this line"),
        (REDIRECTS, "go/a", "1:5: too little stands in this line; write the old address and the new one"),
        (REDIRECTS, f"a/{'ü' * 126} b", f'1:1: "a/{"ü" * 38}…" is too long for the name of a file; write at most 250 bytes between slashes'),
        (REDIRECTS, f"b {'a/' * 1000}a", '1:3: "a/a/'),
        (REDIRECTS, "a b#", '1:3: "b#" is not an address'),
    ],
)  # fmt: skip
def test_nonsense_has_a_place_and_a_remedy(name: str, text: str | bytes, problem: str) -> None:
    (found,) = wrong(name, text)
    assert found.startswith(problem)


def test_files_keep_their_comments() -> None:
    assert as_text(PERMALINKS, ["b", "a"]).splitlines()[1:] == ["a", "b"]
    assert as_text(PERMALINKS, ["b", "a"], "# Mine.\nb\n") == "# Mine.\na\nb\n"
    assert as_text(REDIRECTS, ["b c", "a c"]).splitlines()[1:] == ["b c", "a c"]


def links(moves: str = "", promises: str | None = None, **pages: str) -> Permalinks:
    """Pages by slug, each with its anchors; those in front are projects."""

    def place(name: str, anchors: str) -> PageAnchors:
        found = frozenset(anchors.split())
        entries: dict[str, Callable[..., Entry]] = {"p": project, "t": talk, "s": skill}
        entry = entries[name[0]](name[1:]) if name[0] in entries else None
        return PageAnchors(anchors=found, promised=found, entry=entry, whole="..." not in anchors)

    folders = {"p": "projects/", "t": "talks/", "s": "skills/", "x": ""}
    return Permalinks(
        places={folders[name[0]] + name[1:]: place(name, anchors) for name, anchors in pages.items()},
        promises=None if promises is None else parse(PERMALINKS, promises.encode()),
        moves=parse(REDIRECTS, moves.encode()),
        private={"projects/h"},
    )


@pytest.mark.parametrize(
    ("moves", "page", "notes", "redirects"),
    [
        ("", "projects/a", [], {}),
        ("b projects/a", "projects/a", [], {"b": "projects/a"}),
        ("b c\nc projects/a", "projects/a", [], {"b": "projects/a", "c": "projects/a"}),
        ("b projects/a#x", "projects/a", [], {"b": "projects/a#x"}),
        ("b projects/a#old\nprojects/a#old projects/a#x", "projects/a", ["old projects/a#x"], {"b": "projects/a#x"}),
        ("b c\nc b", "projects/a", [], {}),
        ("projects/a#old projects/a#x", "projects/a", ["old projects/a#x"], {}),
        ("projects/a#old projects/a#older\nprojects/a#older projects/a#x", "projects/a", ["old projects/a#x", "older projects/a#x"], {}),
        ("b projects/a\nb#old projects/b#y", "projects/a", ["old projects/b#y"], {"b": "projects/a"}),
        ("b#x projects/b#y\nb projects/a", "projects/a", [], {"b": "projects/a"}),
        ("projects/a projects/b", "projects/a", [" projects/b"], {}),
        ("projects/a#m projects/a#n\nprojects/a#n projects/a#m", "projects/a", [], {}),
        ("nowhere#m projects/a#x", "projects/a", [], {}),
    ],
)  # fmt: skip
def test_where_old_addresses_lead(moves: str, page: str, notes: list[str], redirects: dict[str, str]) -> None:
    site = links(moves, pa="x", pb="y")
    assert [f"{anchor} {to}" for anchor, to in site.notes(page)] == notes
    found = {name: str(to) for name, to in site.redirect_pages().items()}
    short = {"go/a": "projects/b" if moves.startswith("projects/a ") else "projects/a", "go/b": "projects/b"}
    if moves.startswith("projects/a "):
        short.pop("go/a")
    assert found == short | redirects


@pytest.mark.parametrize(
    ("promises", "moves", "short"),
    [
        (None, "", {"a": "projects/a", "b": "talks/b"}),
        ("go/a talks/a", "", {"a": "talks/a", "b": "talks/b"}),
        ("go/old projects/old", "projects/old projects/a", {"a": "projects/a", "b": "talks/b", "old": "projects/old"}),
        # Another page was at talks/b first, and nothing shorter is promised of this one.
        ("", "talks/b talks/a", {"a": "projects/a"}),
    ],
)
def test_who_has_a_short_address(promises: str | None, moves: str, short: dict[str, str]) -> None:
    assert links(moves, promises, pa="", ta="", tb="", sc="").short == short


def test_a_short_address_stays_with_the_page_that_had_it_first() -> None:
    site = links("projects/a projects/b\nprojects/b projects/a", "go/a projects/a\ngo/b projects/b", pa="", pb="")
    assert {name: str(to) for name, to in site.redirect_pages().items()} == {"go/a": "projects/b", "go/b": "projects/a"}


def test_the_shortest_address_is_shown() -> None:
    site = links("projects/o projects/long", "go/o projects/o", plong="", sc="")
    assert site.shown("projects/long", "https://example.org/", "{}/".format) == "https://example.org/go/o"
    assert site.shown("projects/long", "https://example.org/en", "{}.html".format) == "https://example.org/en/go/o.html"
    assert site.shown("skills/c", "https://example.org/", "{}/".format) == "https://example.org/skills/c"


def test_every_address_that_has_a_name() -> None:
    site = links(pa="x", tb="", xhome="", **{"xa b": ""})
    assert lines(site) == {"go/a projects/a", "go/b talks/b", "home", "projects/a", "projects/a#x", "talks/b"}


def test_listings_keep_the_names_of_skills() -> None:
    site = links("skills/b skills/a\nprojects/b projects/a\nskills/c skills/d", sa="", pa="", sc="", sd="")
    found = [f"{anchor} {to} {title}" for anchor, to, title in site.listed("all")]
    assert found == ["b all#a A", "proof-b all#proof-a A", "skill-b all#skill-a A"]


BROKEN = (
    'has disappeared; move pages by "portfolio rename", or add "projects/c …" with its new address to redirects.txt'
)


@pytest.mark.parametrize(
    ("promises", "moves", "problems"),
    [
        (None, "", []),
        ("go/a projects/a\nprojects/a\nprojects/a#x", "", []),
        ("projects/c\nprojects/c#y", "projects/c projects/b", []),
        ("projects/c\nprojects/c#x", "", [f"permalinks.txt:1: projects/c {BROKEN}"]),
        ("projects/c#x", "", [f"permalinks.txt:1: projects/c {BROKEN}"]),
        ("go/c projects/c\nprojects/c", "", [f"permalinks.txt:2: projects/c {BROKEN}"]),
        ("go/c projects/c", "", [f"permalinks.txt:1: projects/c {BROKEN}"]),
        ("projects/c", "projects/c projects/bb", ['redirects.txt:1: there is no projects/bb; did you mean "projects/b"?']),
        ("projects/c\nprojects/c#x", "projects/c projects/h", ["redirects.txt:1: projects/h is private, and cannot be found"]),
        ("projects/a#xs", "", ['permalinks.txt:1: projects/a#xs has disappeared; give the heading or delivery its anchor back, or add "projects/a#xs projects/a#x" to redirects.txt']),
        ("projects/b#older", "", ['permalinks.txt:1: projects/b#older has disappeared; give the heading or delivery its anchor back, or add "projects/b#older projects/b#…" to redirects.txt']),
        ("projects/b#older\nprojects/b#oldest", "", ["permalinks.txt:1: projects/b#older has disappeared", "permalinks.txt:2: projects/b#oldest has disappeared"]),
        ("projects/e#any", "", []),
        ("b\na", "", ["permalinks.txt:2: this line belongs above line 1; keep the file sorted"]),
        ("", "projects/a#old projects/a#xx", ['redirects.txt:1: there is no projects/a#xx; did you mean "x"?']),
        ("", "projects/a#x projects/b#y", ["redirects.txt:1: projects/a has the anchor x itself; remove this line"]),
        ("", "projects/z#x projects/b#y", ["redirects.txt:1: there is no projects/z, and it leads nowhere; redirect the page, too"]),
        ("", "y z\nz y", ["redirects.txt:1: y leads back to itself, by z; lead from one to a page, or remove it", "redirects.txt:2: z leads back to itself, by y"]),
        ("", "y#x z\nz y#x", ["redirects.txt:1: y#x leads back to itself, by z", "redirects.txt:2: z leads back to itself, by y#x"]),
        ("", "projects/a#q projects/a#r\nprojects/a#r projects/a#q", ["redirects.txt:1: projects/a#q leads back to itself", "redirects.txt:2: projects/a#r leads back"]),
        ("", "w y\ny z\nz projects/h", ["redirects.txt:3: projects/h is private, and cannot be found; lead to another page, or remove this line"]),
        ("", "u y#x\ny z\nz y\nnext nxt", ["redirects.txt:2: y leads back", "redirects.txt:3: z leads back", "redirects.txt:4: there is no nxt; known are a, b, go/x, projects/a"]),
        ("", "u y#q\ny projects/a", ['redirects.txt:1: there is no y#q; known are x']),
        ("", "a", ["redirects.txt:1: too little stands in this line"]),
        ("go/x projects/a", "", ["permalinks.txt:1: go/x is a page now; give that another name"]),
    ],
)  # fmt: skip
def test_broken_promises(promises: str | None, moves: str, problems: list[str]) -> None:
    site = links(moves, promises, pa="x", pb="y", pe="...", **{"xgo/x": "", "xa": "", "xb": ""})
    found = [f"{name}:{each.line}: {each.message}" for name, each in site.problems()]
    assert len(found) == len(problems)
    for each, start in zip(found, problems, strict=True):
        assert each.startswith(start)
        assert re.fullmatch(r"[^\n]+", each)
