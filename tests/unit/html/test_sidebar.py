import re
from collections.abc import Callable, Sequence

import pytest
from furo.navigation import get_navigation_tree  # type: ignore[import-untyped]
from selectolax.lexbor import LexborHTMLParser

from portfolio.html.sidebar import AROUND, LONG, Branches, Group, Line, Navigation, window
from portfolio.i18n.translation import ENGLISH


def pages(folder: str, count: int) -> tuple[Line, ...]:
    return tuple(Line(text=f"{folder} {n}", target=f"{folder}/{n}") for n in range(count))


def section(folder: str, below: Sequence[Line]) -> Line:
    return Line(text=folder, target=f"{folder}/index", below=tuple(below))


HOME = Line(text="Home", target="index")


def navigation(groups: Sequence[Group], *, is_large: bool = True, mark_up: Callable[[str], str] = str) -> Navigation:
    return Navigation(home=HOME, groups=groups, branches=Branches.of(mark_up), language=ENGLISH, is_large=is_large)


DEEP = section("deep", (section("deeper", pages("deeper", 2)), *pages("deep", 1)))
GROUPS = [
    Group(lines=(Line(text="Now", target="now"), section("few", pages("few", 2)), section("many", pages("many", 100)))),
    Group(caption="More", lines=(DEEP, Line(text="Out", target="https://example.org/?a&b", internal=False))),
]
SITE = navigation(GROUPS)


def outline(html: str) -> list[str]:
    """Each line as its depth and its text, a plus where a branch is open and a star at the page itself."""
    found = re.findall(r'toctree-l(\d)( current)?[^>]*><a class="(current )?[^>]*>(.*?)</a>', html)
    return [f"{depth}{'+' if branch else ''}{'*' if page else ''} {text}" for depth, branch, page, text in found]


CLOSED = ["1 Now", "1 few", "1 many"]
MORE = ["1 deep", "1 Out"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("now", ["1+* Now", "1 few", "1 many", *MORE]),
        ("search", [*CLOSED, *MORE]),
        ("few/index", ["1 Now", "1+* few", "2 few 0", "2 few 1", "1 many", *MORE]),
        ("few/1", ["1 Now", "1+ few", "2 few 0", "2+* few 1", "1 many", *MORE]),
        ("many/index", ["1 Now", "1 few", "1+* many", *(f"2 many {n}" for n in range(15)), "2 All in many", *MORE]),
        ("many/0", ["1 Now", "1 few", "1+ many", "2+* many 0", *(f"2 many {n}" for n in range(1, 8)), "2 All in many", *MORE]),
        ("many/50", ["1 Now", "1 few", "1+ many", *(f"2 many {n}" for n in range(43, 50)), "2+* many 50", *(f"2 many {n}" for n in range(51, 58)), "2 All in many", *MORE]),
        ("deep/index", [*CLOSED, "1+* deep", "2 deeper", "2 deep 0", "1 Out"]),
        ("deep/0", [*CLOSED, "1+ deep", "2 deeper", "2+* deep 0", "1 Out"]),
        ("deeper/0", [*CLOSED, "1+ deep", "2+ deeper", "3+* deeper 0", "3 deeper 1", "2 deep 0", "1 Out"]),
    ],
)  # fmt: skip
def test_a_page_shows_the_top_level_and_its_own_section(page: str, expected: list[str]) -> None:
    assert outline(SITE.tree(page, str)) == expected


def test_a_page_of_a_small_site_shows_all_but_long_lists() -> None:
    groups = [Group(lines=(section("few", pages("few", 1)), section("many", pages("many", 40))))]
    site = navigation(groups, is_large=False)
    shown = ["2 few 0", "1+ many", *(f"2 many {n}" for n in range(23, 30)), "2+* many 30", *(f"2 many {n}" for n in range(31, 38))]  # fmt: skip
    assert outline(site.tree("many/30", str)) == ["1 few", *shown, "2 All 40 in many"]


@pytest.mark.unmeasured
@pytest.mark.parametrize("is_large", [True, False])
@pytest.mark.parametrize("page", ["now", "search", "few/index", "few/1", "many/50", "deeper/0", "both/0"])
def test_the_markup_is_what_furo_makes_of_sphinx_s(page: str, is_large: bool) -> None:
    titled = Line(text="SECTION &amp; <code>&quot;b&quot;</code>", target="titled", below=pages("both", 1))
    groups = [*GROUPS, Group(lines=(titled, section("other", pages("both", 1))))]
    ours = navigation(groups, is_large=is_large, mark_up=get_navigation_tree).tree(page, str)
    furo = get_navigation_tree(navigation(groups, is_large=is_large).tree(page, str).replace(" current-page", ""))
    assert LexborHTMLParser(ours).html == LexborHTMLParser(furo).html


def test_a_long_list_leads_to_its_index() -> None:
    assert (
        '<li class="toctree-l2 portfolio-all"><a class="reference internal" href="many/index">All in many</a></li>'
        in SITE.tree("many/9", str)
    )


def test_a_long_top_level_leads_to_the_first_page() -> None:
    site = navigation([Group(lines=pages("flat", 1000))])
    assert outline(site.tree("flat/999", str))[-2:] == ["1+* flat 999", "1 All in Home"]
    assert len(outline(site.tree("index", str))) == 2 * AROUND + 2


def test_a_page_in_two_places_is_current_in_both() -> None:
    both = pages("both", 1)
    site = navigation([Group(lines=(section("a", both), section("b", both)))])
    assert outline(site.tree("both/0", str)) == ["1+ a", "2+* both 0", "1+ b", "2+* both 0"]


def test_a_heading_is_not_the_page() -> None:
    lines = (Line(text="Top", target="two"), Line(text="Second", target="two", anchor="#second"))
    html = navigation([Group(lines=lines)]).tree("two", lambda page: "")
    assert (
        '<li class="toctree-l1 current current-page"><a class="current reference internal" href="#">Top</a></li>'
        in html
    )
    assert '<li class="toctree-l1"><a class="reference internal" href="#second">Second</a></li>' in html


def test_addresses_and_captions() -> None:
    html = SITE.tree("now", lambda page: f"../{page}/")
    assert 'href="../few/index/"' in html
    assert '<a class="reference external" href="https://example.org/?a&amp;b">Out</a>' in html
    assert html.count('<p class="caption" role="heading"><span class="caption-text">More</span></p>') == 1


@pytest.mark.parametrize(
    ("length", "positions", "expected"),
    [
        (0, [], []),
        (LONG, [], range(LONG)),
        (LONG, [3], range(LONG)),
        (LONG + 1, [], range(15)),
        (LONG + 1, [0], range(8)),
        (LONG + 1, [LONG], range(LONG - 7, LONG + 1)),
        (100, [20, 25], range(13, 33)),
        (100, [2, 97], [*range(10), *range(90, 100)]),
    ],
)  # fmt: skip
def test_window(length: int, positions: list[int], expected: Sequence[int]) -> None:
    assert window(length, positions) == list(expected)
