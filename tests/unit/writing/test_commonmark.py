"""Markdown as it is written, read back by a parser of CommonMark, GitHub's tables and footnotes."""

import re
import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from hostile_careers import TEXTS
from nightly import NIGHTLY
from portfolio.writing import commonmark
from portfolio.writing.commonmark import (
    BREAK,
    List,
    Run,
    autolink,
    code,
    escape,
    heading,
    image,
    joined,
    link,
    paragraph,
)

PARSER = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
MARKS = {"strong": "**", "em": "_"}


def plain(text: str) -> str:
    return " ".join(text.split())


def inline(tokens: list[Token]) -> str:
    return "".join(
        "\n" if token.type in {"softbreak", "hardbreak"} else inline(token.children or []) or token.content
        for token in tokens
    )


def read(markdown: str) -> list[tuple[str, str]]:
    """The blocks that hold text, each with its text."""
    found = []
    last = ""
    for token in PARSER.parse(markdown):
        if token.type == "inline":
            found.append((last.removesuffix("_open"), plain(inline(token.children or []))))
        elif token.type in {"fence", "code_block", "html_block", "hr"}:
            found.append((token.type, token.content))
        last = token.type
    return found


def shape(markdown: str) -> list[str]:
    """The names of the blocks' tokens."""
    return [token.type for token in PARSER.parse(markdown)]


def pieces(markdown: str) -> list[tuple[str, str]]:
    """Texts with what is around them, those of a kind joined."""
    (found,) = [token for token in PARSER.parse(markdown) if token.type == "inline"]
    around: list[str] = []
    out: list[tuple[str, str]] = []
    for token in found.children or []:
        if token.nesting == 1:
            around.append(MARKS.get(token.tag, str(token.attrs.get("href", token.tag))))
        elif token.nesting == -1:
            around.pop()
        else:
            mark = "`" if token.type == "code_inline" else "".join(around)
            if out and out[-1][0] == mark:
                out[-1] = mark, out[-1][1] + token.content
            else:
                out.append((mark, token.content))
    return out


ESCAPED = (
    ("nothing of note: 5 > 4, a - b, (c), 50 % & more!", "nothing of note: 5 > 4, a - b, (c), 50 % & more!"),
    ("two\n lines\tand\u00a0more", "two lines and more"),
    ("a*b*", r"a\*b\*"),
    ("snake_case_name", "snake_case_name"),
    ("_x_ and x_", r"\_x\_ and x\_"),
    ("`x`", r"\`x\`"),
    ("[x](y)", r"\[x\](y)"),
    ("<b> < 3 </b> <!-- <?", r"\<b> < 3 \</b> \<!-- \<?"),
    ("AT&T &amp; R&D &#60; &", r"AT&T \&amp; R&D \&#60; \&"),
    ("C:\\Users \\* \\", "C:\\Users \\\\\\* \\\\"),
    ("~~x~~", r"\~\~x\~\~"),
)


@pytest.mark.parametrize(("text", "written"), ESCAPED)
def test_what_could_be_markup_is_escaped_and_nothing_else(text: str, written: str) -> None:
    assert escape(text) == written
    assert read(paragraph(escape(text))) == [("paragraph", plain(text))]


STARTS = (
    ("- a", r"\- a"),
    ("-a", "-a"),
    ("+", r"\+"),
    ("# a", r"\# a"),
    ("#a", "#a"),
    ("###### a", r"\###### a"),
    ("> a", r"\> a"),
    ("---", r"\---"),
    ("- - -", r"\- - -"),
    ("===", r"\==="),
    ("| --- |", r"\| --- |"),
    (":-: |", r"\:-: |"),
    ("2014. A year", r"2014\. A year"),
    ("1) a", r"1\) a"),
    ("1.5 a", "1.5 a"),
    ("1234567890. a", "1234567890. a"),
)


@pytest.mark.parametrize(("text", "written"), STARTS)
def test_what_could_begin_another_block_does_not(text: str, written: str) -> None:
    assert paragraph(escape(text)) == written
    assert read(written) == [("paragraph", text)]
    assert read(paragraph(BREAK.join(["First | of", escape(text)]))) == [("paragraph", f"First | of {text}")]


def test_what_could_begin_a_footnote_does_not() -> None:
    assert read(paragraph(f"{commonmark.reference('1')}: a")) == [("paragraph", "[^1]: a")]


CODES = (
    ("x", "`x`"),
    ("a`b", "``a`b``"),
    ("`", "`` ` ``"),
    ("``a", "``` ``a ```"),
    (" a ", "`  a  `"),
    (" a", "` a`"),
    (" ", "` `"),
    ("a\nb", "`a b`"),
    ("\\", "`\\`"),
)


@pytest.mark.parametrize(("text", "written"), CODES)
def test_code_is_what_it_was(text: str, written: str) -> None:
    assert code(text) == written
    assert pieces(f"a{written}b")[1] == ("`", text.replace("\n", " "))


JOINED = (
    ([Run("a "), Run("b", "**"), Run(" c")], "a **b** c"),
    ([Run("a"), Run("b", "**"), Run("c")], "a**b**c"),
    ([Run("a"), Run("b", "_"), Run("c")], "abc"),
    ([Run("a"), Run("b:", "**"), Run("c")], "ab:c"),
    ([Run("a "), Run("b:", "**"), Run(" c")], "a **b:** c"),
    ([Run("“"), Run("b", "_"), Run("”")], "“_b_”"),
    ([Run("b", "_"), Run("s")], "bs"),
    ([Run("a"), Run(" b ", "_"), Run("c")], "a _b_ c"),
    ([Run("a", "**"), Run("b", "**")], "**a**b"),
    ([Run("a", "_"), Run(" b", "_")], "_a_ _b_"),
    ([Run("a", "_"), Run("x", "`")], "_a_`x`"),
    ([Run("x", "`"), Run("y", "`"), Run("", "`")], "`xy`"),
    ([Run("Look!"), Run("[a](b)")], r"Look\![a](b)"),
    ([Run("a "), Run(" b")], "a b"),
    ([Run(" a ")], "a"),
    ([Run(" ", "_"), Run("a")], "a"),
    ([Run(""), Run("")], ""),
    ([Run("a "), Run(BREAK), Run(" b")], "a \\\nb"),
)


@pytest.mark.parametrize(("runs", "written"), JOINED)
def test_runs_are_joined_so_that_marks_are_marks(runs: list[Run], written: str) -> None:
    assert joined(runs) == written


LINKS = (
    (link("a", "https://example.org/a_b*c"), "[a](https://example.org/a_b*c)", "https://example.org/a_b*c"),
    (link("a", "x (y) <z>\\"), r"[a](x%20\(y\)%20\<z\>\\)", "x%20(y)%20%3Cz%3E%5C"),
    (link("a", "?a=1&copy;=2&b"), r"[a](?a=1\&copy;=2&b)", "?a=1&copy;=2&b"),
    (link("a", "a\n\tb"), "[a](a%0A%09b)", "a%0A%09b"),
    (link("a", ""), "[a]()", ""),
)


@pytest.mark.parametrize(("written", "expected", "address"), LINKS)
def test_links_lead_where_they_led(written: str, expected: str, address: str) -> None:
    assert written == expected
    (found,) = [token for token in PARSER.parse(written) if token.type == "inline"]
    assert found.children is not None
    assert (found.children[0].type, found.children[0].attrs["href"]) == ("link_open", address)


@pytest.mark.parametrize("address", ["javascript:alert(1)", " DATA:x", "vbscript:x", "file:///etc"])
def test_nothing_leads_to_a_program_or_a_file(address: str) -> None:
    assert link("a", address) == image("a", address) == "a"
    assert autolink(address) is None


def test_links_that_show_their_own_address() -> None:
    assert autolink("https://example.org/?a=1&b") == "<https://example.org/?a=1&b>"
    assert autolink("mailto:a@example.org") == "<mailto:a@example.org>"
    assert autolink("https://example.org/a b") is None
    assert autolink("projects/atlas/") is None


def test_pictures() -> None:
    assert image(escape("A [seed]"), "seed.png") == r"![A \[seed\]](seed.png)"


HEADINGS = (("C#", "## C#"), ("Learn #", r"## Learn \#"), ("##", r"## #\#"), ("a\\\nb", "## a b"))


@pytest.mark.parametrize(("text", "written"), HEADINGS)
def test_headings_keep_their_ends(text: str, written: str) -> None:
    assert heading(2, text) == written
    assert read(written) == [("heading", commonmark.one_line(text))]


def test_there_is_no_heading_below_the_sixth_level() -> None:
    assert heading(7, "a") == "###### a"


@pytest.mark.parametrize("text", ["a", "a\n\n  b", "```\na\n```", "~~~~ and ````", "- a", ""])
def test_blocks_of_code_are_what_they_were(text: str) -> None:
    assert read(commonmark.fenced(text, "c++ `x`")) == [("fence", f"{text}\n")]
    assert commonmark.fenced("a", "c++ `x`").startswith("```c++x\n")
    item = List(((commonmark.fenced(text),),))
    assert read(commonmark.stacked([item])) == [("fence", f"{text}\n")]


LISTS = (
    ([List((("a",), ("b",)))], "- a\n- b"),
    ([List((("a",), ("b",)), 3)], "3. a\n4. b"),
    ([List((("a",), ("b", "c")))], "- a\n\n- b\n\n  c"),
    ([List((("a", List((("b",),))),))], "- a\n  - b"),
    ([List((("a", List((("b",),), 2)),))], "- a\n\n  2. b"),
    ([List((("a", List((("b",),)), "c"),))], "- a\n\n  - b\n\n  c"),
    ([List((("a\\\nb",),), 10)], "10. a\\\n    b"),
    ([List((("a",),)), List((("b",),)), List((("c",),))], "- a\n\n* b\n\n- c"),
    ([List((("a",),), 1), List((("b",),), 1)], "1. a\n\n1) b"),
    ([List((("a",),)), List((("b",),), 1)], "- a\n\n1. b"),
    ([List((("a",),)), "b", List((("c",),))], "- a\n\nb\n\n- c"),
)


def nested(blocks: list[commonmark.Block]) -> list[str]:
    found = []
    for block in blocks:
        if isinstance(block, str):
            found += ["paragraph_open", "inline", "paragraph_close"]
        else:
            name = "bullet_list" if block.start is None else "ordered_list"
            found.append(f"{name}_open")
            for item in block.items:
                found += ["list_item_open", *nested(list(item)), "list_item_close"]
            found.append(f"{name}_close")
    return found


@pytest.mark.parametrize(("blocks", "written"), LISTS)
def test_lists_are_the_lists_that_they_were(blocks: list[commonmark.Block], written: str) -> None:
    assert commonmark.stacked(blocks) == written
    assert shape(written) == nested(blocks)


def test_quotations_and_footnotes_hold_blocks() -> None:
    blocks = commonmark.stacked(["a", List((("b",),)), commonmark.fenced("c\n\nd")])
    assert commonmark.quotation("a\n\nb") == "> a\n>\n> b"
    expected = [("paragraph", "a"), ("paragraph", "b"), ("fence", "c\n\nd\n")]
    assert read(commonmark.quotation(blocks)) == expected
    note = f"x{commonmark.reference('1')}\n\n{commonmark.footnote('1', blocks)}"
    assert [each for each in read(note) if each[1] != "x"] == expected
    assert {"footnote_block_open", "footnote_open"} <= set(shape(note))


@pytest.mark.parametrize("head", [["a", "b|c"], ["", ""]])
def test_tables(head: list[str]) -> None:
    rows = [[escape("x|y\\"), code("a|b\\|c")], ["", f"1{BREAK}2"]]
    written = commonmark.table([escape(cell) for cell in head], rows)
    assert [text for _, text in read(written)] == [*head, "x|y\\", "a|b\\|c", "", "1 2"]
    assert shape(written).count("tr_open") == 3


HARD = st.text(
    st.sampled_from("*_`~\\[]()<>&#;:!|-+=.\"' \n1aé“—\u00a0\u200b🦖") | st.characters(exclude_categories=["Cs", "Cc"])
)
MANY = settings(max_examples=300 if NIGHTLY else 40)
TEXT = HARD | st.sampled_from([text.format(n=1) for text in TEXTS])
MARK = st.sampled_from(["", "**", "_", "`"])


def run(text: str, mark: str) -> Run:
    return Run(text if mark == "`" else escape(text), mark)  # type: ignore[arg-type]


@pytest.mark.unmeasured
@given(st.lists(st.tuples(TEXT, MARK), max_size=6))
@settings(MANY)
@example([("a", "_"), ("*", "**"), ("`", "`"), ("`", "`"), ("!", ""), ("[", "_")])
def test_whatever_a_line_says_is_read(parts: list[tuple[str, str]]) -> None:
    line = joined(run(text, mark) for text, mark in parts)
    said = plain("".join(text for text, _ in parts))
    written = {
        "paragraph": paragraph(line),
        "heading": heading(3, line),
        "item": commonmark.stacked([List(((paragraph(line),),), 7)]) if line else "",
        "quotation": commonmark.quotation(paragraph(line)),
        "cell": commonmark.table(["head"], [[line]]),
        "link": link(line, "a") if line else "",
    }
    for name, markdown in written.items():
        texts = [text for _, text in read(markdown) if text != "head" or said == "head"]
        # Where code begins or ends with spaces, CommonMark may take one away.
        assert [squeezed(text) for text in texts if text] == [squeezed(said)] * bool(said), (name, markdown)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(st.lists(st.tuples(st.text(string.ascii_letters + " .,", min_size=1), MARK), max_size=6))
@settings(MANY)
def test_words_apart_keep_their_marks(parts: list[tuple[str, str]]) -> None:
    runs = [(f" {text.strip(' ') or 'x'} ", mark) for text, mark in parts]
    line = joined(run(text.strip(" ") if mark == "`" else text, mark) for text, mark in runs)
    found = [(mark, plain(text)) for mark, text in (pieces(line) if line else []) if text.strip()]
    expected: list[tuple[str, str]] = []
    for text, mark in runs:
        if expected and expected[-1][0] == mark and mark in {"", "`"}:
            joint = "" if mark == "`" else " "
            expected[-1] = mark, f"{expected[-1][1]}{joint}{text.strip()}"
        else:
            expected.append((mark, text.strip()))
    assert [(mark, squeezed(text)) for mark, text in found] == [(mark, squeezed(text)) for mark, text in expected]


@given(TEXT)
@settings(MANY)
def test_blocks_of_code_hold_anything(text: str) -> None:
    text = text.replace("\r", "\n")
    assert read(commonmark.quotation(commonmark.fenced(text))) == [("fence", f"{text}\n")]


@given(TEXT)
@settings(MANY)
def test_addresses_lead_on_whatever_is_in_them(text: str) -> None:
    markdown = link("a", f"https://example.org/{text}")
    (found,) = [token for token in PARSER.parse(markdown) if token.type == "inline"]
    assert found.children is not None
    assert [child.type for child in found.children] == ["link_open", "text", "link_close"]


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("See [the atlas](atlas.md) and ![a seed](seed.png).", "See the atlas and a seed."),
        ("- [Source](kept)", "- [Source](kept)"),
        ("[Source](kept)", "Source"),
        (r"[a \] b](a\)b.md) \[c](d)", r"a \] b \[c](d)"),
        ("[![a seed](seed.png) and `[x](y)`](atlas.md)", "a seed and `[x](y)`"),
        ("`[x](y)` ``` `` [x](y) ```", "`[x](y)` ``` `` [x](y) ```"),
        ("```\n[x](y)\n```\n\n[x](y)", "```\n[x](y)\n```\n\nx"),
        ("<https://example.org> [^1] [x] (y)", "<https://example.org> [^1] [x] (y)"),
        ("```\na\n```\n- [a](b) [Source](kept)\n  - [a](kept)", "```\na\n```\n- a [Source](kept)\n  - [a](kept)"),
        ("1) [a](kept)\na [b](kept)\n| [a](kept) |", "1) [a](kept)\na b\n| [a](kept) |"),
        ("[`ls` ``a`b`` ![menu \\[1\\]](s.png)](https://a.example/)", "`ls` ``a`b`` menu \\[1\\]"),
        ("[a[^1]](b) [c](d)", "a[^1] c"),
        ("a] ![`b`](c)](d)", "a] `b`](d)"),
    ],
)
def test_links_can_be_left_out_but_for_their_texts(written: str, left: str) -> None:
    assert commonmark.without_links(written, lambda url: url == "kept") == left


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a[^1] [^b.c]\n\n[^1]: `[^1]`\n\n[^b.c]: d", "a[^2-1] [^2-b.c]\n\n[^2-1]: `[^1]`\n\n[^2-b.c]: d"),
        (r"\[^1] [^1\] [^] [1](^2)", r"\[^1] [^1\] [^] [1](^2)"),
        ("```\na[^1]\n```\n\n[a[^1]](b)", "```\na[^1]\n```\n\n[a[^2-1]](b)"),
    ],
)
def test_footnotes_can_have_labels_of_their_own(written: str, expected: str) -> None:
    assert commonmark.relabelled(written, "2-") == expected
