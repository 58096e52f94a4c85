import sys
import unicodedata

import pytest

from portfolio.commands.importing import addresses, fonts, texts
from portfolio.commands.importing.plain_text import Plain, plain
from portfolio.commands.importing.report import Notes
from portfolio.commands.importing.slugs import Slugs
from portfolio.commands.importing.tree import Node


@pytest.mark.parametrize(
    ("text", "lines", "points", "removed"),
    [
        ("Planted.\n\nWatered.", ["Planted.", "Watered."], [], ""),
        ("Runs <b>two</b> &amp; a half<br>beds", ["Runs two & a half", "beds"], [], "HTML"),
        ("<ul><li>one</li><li>two</li></ul>", [], ["one", "two"], "HTML"),
        ("Dug *deep*, __wide__ and `far`", ["Dug deep, wide and far"], [], "Markdown"),
        ("# Head\n- one\n* two\n3. three\n-", ["Head"], ["one", "two", "three"], "Markdown"),
        ("<i>a</i> **b**", ["a b"], [], "HTML and Markdown"),
        ("a < b, 5 * 3 * 2, snake_case_name, List<String>", ["a < b, 5 * 3 * 2, snake_case_name, List<String>"], [], ""),
        ("a\u0007b\tc", ["a b c"], [], ""),
        ("- - -", [], [], ""),
    ],
)  # fmt: skip
def test_markup_is_removed(text: str, lines: list[str], points: list[str], removed: str) -> None:
    found = plain(text)
    assert (found.lines, found.points, found.removed) == (lines, points, removed)


@pytest.mark.parametrize(
    ("text", "shown", "links"),
    [
        ("by [timers](timers.example)", "by timers", [("timers", "timers.example")]),
        ('<a href="https://a.example">A</a>', "A", [("A", "https://a.example")]),
        ("[](https://a.example)", "https://a.example", [("", "https://a.example")]),
        ("[here](#top)", "here", [("here", "#top")]),
        ("[w](https://en.example/S_(TV))", "w", [("w", "https://en.example/S_(TV)")]),
    ],
)
def test_links_are_kept_apart(text: str, shown: str, links: list[tuple[str, str]]) -> None:
    found = plain(text)
    assert (found.text, found.links) == (shown, links)
    assert Plain(lines=["a"], points=["b"]).text == "a b"


def test_a_value_has_a_note_once() -> None:
    notes, node = Notes(), Node(value="1998", path="p", line=1, column=1)
    notes.decided(node, "It is taken as a year.")
    notes.decided(node, "It is taken as a year.")
    assert [each.message for each in notes.found] == ["It is taken as a year."]


def test_two_links_of_one_name_are_not_one() -> None:
    notes, links = Notes(), {"here": "https://a.example"}
    node = Node(value="[here](https://b.example)", path="p", line=1, column=1)
    assert texts.line(node, links, notes) == "here"
    assert links == {"here": "https://a.example", "here (b.example)": "https://b.example"}
    assert "its link to https://b.example has the same text as another: called here (b.example)" in {
        each.message for each in notes.found if not each.left_out
    }


@pytest.mark.parametrize(
    ("taken", "marks", "label"),
    [
        ({}, ["ada"], "here"),
        ({"here": "https://www.a.example/1"}, ["ada"], "here"),
        ({"here": "b"}, ["ada"], "here (ada)"),
        ({"here": "b"}, [""], "here (a.example)"),
        ({"here": "b", "here (ada)": "c"}, ["ada"], "here (a.example)"),
        ({"here": "b", "here (a.example)": "c"}, [], "here (https://www.a.example/1)"),
        (
            {"here": "b", "here (a.example)": "c", "here (https://www.a.example/1)": "d"},
            [],
            "here (https://www.a.example/1) (https://www.a.example/1)",
        ),
    ],
)
def test_labels_of_links_differ(taken: dict[str, str], marks: list[str], label: str) -> None:
    links = {**taken}
    for _ in range(2):
        assert addresses.add(links, "here", "https://www.a.example/1", *marks) == label
    assert links == {**taken, label: "https://www.a.example/1"}


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("www.kew.example", "https://www.kew.example"),
        ("doi.org/10.0/x", "https://doi.org/10.0/x"),
        ("//cdn.example/x", "https://cdn.example/x"),
        ("HTTP://X.example", "http://X.example"),
        ("<https://x.example>", "https://x.example"),
        ("ada.webp", None),
        ("/img/x.png", None),
        ("https://a b", None),
        ("ada@example.org", None),
        ("localhost", None),
        ("https://[", None),
        ("https://:80", None),
    ],
)
def test_addresses(text: str, url: str | None) -> None:
    assert addresses.url(text) == url


@pytest.mark.parametrize(
    ("network", "name", "url"),
    [
        ("GitHub", "@ada", "https://github.com/ada"),
        ("Mastodon", "@ada@garden.example", "https://garden.example/@ada"),
        ("LinkedIn", "linkedin.com/in/ada", "https://linkedin.com/in/ada"),
        ("Homepage", "https://ada.example", "https://ada.example"),
        ("Homepage", "ada.example", None),
        ("Allotments", "ada.flora", None),
        ("Twitter", "ada.flora", "https://twitter.com/ada.flora"),
        ("Allotments", "ada", None),
        ("GitHub", "Ada Flora", None),
    ],
)
def test_profiles(network: str, name: str, url: str | None) -> None:
    assert addresses.profile(network, name) == url


def test_every_network_and_suffix_is_reached() -> None:
    found = {network: addresses.profile(network.upper(), "ada") for network in addresses._NETWORKS}
    assert found == {network: pattern.format("ada") for network, pattern in addresses._NETWORKS.items()}
    assert {addresses.url(f"ada.{suffix}") for suffix in addresses._FILES} == {None}
    assert None not in {addresses.picture(f"ada.{suffix}") for suffix in addresses._PICTURES}


def test_hosts() -> None:
    assert addresses.host("https://www.x.example/a") == "x.example"
    assert addresses.host("mailto:x") == ""


@pytest.mark.parametrize("text", ["/etc/a.png", "../a.png", "c:a.png", "a.txt"])
def test_pictures_lie_beside_the_file(text: str) -> None:
    assert addresses.picture(text) is None
    assert str(addresses.picture("./img/a.PNG")) == "img/a.PNG"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("C", "c"),
        ("C++", "cpp"),
        ("C#", "c-sharp"),
        (".NET", "dot-net"),
        ("R&D", "r-and-d"),
        ("Node.js", "node-js"),
        ("Café Łódź", "cafe-łodz"),
        ("ガレージ", "ガレージ"),
        ("Йога", "йога"),
        ("서울", "서울"),
        ("+++", "skill"),
        ("one two " * 20, "one-two-one-two-one-two-one-two-one-two-one-two-one-two-one"),
        ("植" * 40, "植" * 20),
    ],
)
def test_slugs(name: str, found: str) -> None:
    assert Slugs().add(name, otherwise="skill") == found


def test_slugs_are_not_taken_twice() -> None:
    slugs = Slugs("leeds", "york-2")
    assert slugs.add("Leeds", "M.Sc.", otherwise="x") == "leeds-m-sc"
    assert slugs.add("Leeds", "M.Sc.", otherwise="x") == "leeds-m-sc-2"
    assert slugs.add("Leeds", "M.Sc.", otherwise="x") == "leeds-m-sc-3"
    assert [slugs.add("York", otherwise="x") for _ in range(3)] == ["york", "york-3", "york-4"]
    assert [slugs.add("+", otherwise="x") for _ in range(2)] == ["x", "x-2"]


@pytest.mark.parametrize(
    ("text", "installed", "conf", "requirements"),
    [
        ("Ω и 5", True, "", ""),
        ("花かヌ", True, 'portfolio_fonts = ["pylopdf_fonts_jp"]\n', "pylopdf-fonts-jp\n"),
        ("花", False, "pip install pylopdf-fonts-zh-cn", ""),
        ("ඇ", False, 'portfolio_fonts = ["fonts"]\nsuppress_warnings', ""),
    ],
)
def test_fonts_are_asked_for(
    text: str, installed: bool, conf: str, requirements: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "find_spec", lambda name: installed or None)
    found, asked = fonts.settings([text])
    assert conf in found
    assert bool(conf) == bool(found)
    assert asked == requirements


def test_every_script_begins_names_of_letters() -> None:
    letters = (char for char in map(chr, range(sys.maxunicode)) if char.isalpha())
    assert {*fonts._OTHERS, *fonts._PACKAGES} <= {unicodedata.name(char, "").partition(" ")[0] for char in letters}
