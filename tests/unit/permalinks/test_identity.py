"""The names that entries keep, whatever they are called later and wherever the site is."""

import re

import pytest

from careers import project
from portfolio.permalinks.anchors import PageAnchors
from portfolio.permalinks.identity import Identity, first_address, identity, lines, tag
from portfolio.permalinks.ledger import PERMALINKS, REDIRECTS, Address, parse
from portfolio.permalinks.resolve import Permalinks


def links(moves: str, promises: str | None, *pages: str) -> Permalinks:
    return Permalinks(
        places={
            f"projects/{page}": PageAnchors(anchors=frozenset("xy"), promised=frozenset("xy"), entry=project(page))
            for page in pages
        },
        promises=None if promises is None else parse(PERMALINKS, promises.encode()),
        moves=parse(REDIRECTS, moves.encode()),
    )


A, B, C = ("projects/a", "projects/b", "projects/c")


@pytest.mark.parametrize(
    ("promises", "moves", "first"),
    [
        (None, "", {}),
        (None, f"{A} {B}", {B: A}),
        (None, f"{A} {B}\n{B} {C}", {B: A, C: A}),
        (None, f"{A} {C}\n{B} {C}", {C: A}),
        (None, f"old/a {B}", {}),
        (None, f"{A} {B}#x", {}),
        (None, f"{A} {B}\n{B} {A}", {A: B, B: A}),
        (A, f"{A} {B}", {B: A}),
        # A page that was published before another was led there keeps its own name.
        (f"{A}\n{B}", f"{A} {B}", {}),
        # What never was published gives no name.
        ("", f"{A} {B}", {}),
        (f"{A}\n{B} {A}", f"{A} {B}", {B: A}),
        (f"{A}\n{B} {A}", f"{A} {C}\n{B} {C}", {B: A, C: A}),
        # Renamed, and back again.
        (f"{A}\n{B} {A}", f"{B} {A}", {B: A}),
    ],
)
def test_the_first_address_of_a_page(promises: str | None, moves: str, first: dict[str, str]) -> None:
    site = links(moves, promises, "a", "b", "c")
    found = {page: first_address(site, Address(page)) for page in (A, B, C)}
    assert {page: to.page for page, to in found.items() if to} == first


def test_what_is_called_by_an_old_name_of_another_has_a_number_behind_it() -> None:
    site = identity(links(f"{A} {B}", f"{A}\n{B} {A}\nprojects/a-2", "a", "b", "a-2"), "tag:example.org,2026:")
    assert {page: site.slug(page) for page in (A, B, "projects/a-2")} == {A: "a-3", B: "a", "projects/a-2": "a-2"}


def test_a_place_keeps_its_name_on_a_page_that_keeps_its_own() -> None:
    promises = f"{A}\n{A}#old\n{B} {A}\n{B}#x {B}#old\n"
    site = identity(links(f"{A} {B}\n{A}#old {B}#x", promises, "b"), "tag:example.org,2026:")
    assert site.uri(B, "x") == "tag:example.org,2026:projects/a#old"
    assert site.uri(B, "y") == "tag:example.org,2026:projects/a#y"
    assert site.uid(B, "x") == "projects/a#old@example.org"
    # What permalinks.txt does not know yet, redirects.txt does.
    site = identity(links(f"{B}#old {B}#x", f"{B}\n{B}#old", "b"), "tag:example.org,2026:")
    assert site.uri(B, "x") == "tag:example.org,2026:projects/b#old"


def test_new_lines_say_what_was_called_otherwise() -> None:
    site = links(f"{A} {B}\n{B}#old {B}#x", f"{A}\n{B}#old\n{B}#y {B}#older", "b")
    assert lines(site) == {f"{B} {A}", f"{B}#x {B}#old", f"{B}#y {B}#older", "go/b projects/b"}
    assert lines(site, [Address(C)]) - lines(site) == {C}


@pytest.mark.parametrize(
    ("configured", "urls", "found"),
    [
        ("", (), "tag:portfolio.invalid,2026:"),
        ("", (None, ""), "tag:portfolio.invalid,2026:"),
        ("", (None, "https://example.org/"), "tag:example.org,2026:"),
        ("", ("https://Ada.example:80/me/", "https://example.org/"), "tag:ada.example,2026:me/"),
        ("tag:ada@example.org,2001-02-03:x/", ("https://example.org/",), "tag:ada@example.org,2001-02-03:x/"),
    ],
)
def test_what_names_begin_with(configured: str, urls: tuple[str | None, ...], found: str) -> None:
    assert tag(configured, *urls) == found
    assert Identity(tag=found).uid("talks/a", "b").startswith(found.partition(":")[2].partition(":")[2] + "talks/a#b@")


@pytest.mark.parametrize("configured", ["example.org", "tag:example.org:", "tag:example.org,26:", "tag:a b,2026:"])
def test_what_begins_no_name_is_refused(configured: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f'portfolio_tag is "{configured}", which does not begin a tag URI')):
        tag(configured)
