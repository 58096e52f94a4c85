"""What is too long or too deep is not read, and said so at once."""

import re

import pytest

from portfolio.reading import front_matter, markdown, page_source, prose


@pytest.mark.parametrize("unit", ["a", "a\n", "- a\r", "{talk}`a` "])
def test_a_page_beyond_the_limits(unit: str) -> None:
    text = unit * (600_000 // len(unit))
    page = page_source.read("a", text.encode())
    (problem,) = page.front.problems
    assert re.fullmatch(
        r"the page has [\d,]+ (lines|characters), and one of more than [\d,]+ is not read; .*", problem.message
    )
    assert page.prose.references == ()


@pytest.mark.parametrize("ending", ["\n", "\r", "\r\n"])
def test_lines_are_counted_as_markdown_ends_them(ending: str) -> None:
    assert markdown.excess(ending * (markdown.LINES - 1)) == ""
    assert markdown.excess(ending * markdown.LINES).startswith("the page has 5,001 lines, ")


def front(lines: str) -> str:
    return f"---\ntitle: A\ntalk:\n{lines}---\n\nText\n"


def test_front_matter_beyond_the_limit() -> None:
    text = front("".join(f"  k{n}: b\n" for n in range(12_000)))
    (problem,) = front_matter.read("talks/a", text).problems
    assert (problem.line, problem.message.partition(";")[0]) == (
        2, f"the front matter has {len(text) - 14:,} characters, and more than 100,000 are not read",
    )  # fmt: skip
    hidden = front("  visibility: private\n" * 6_000)
    assert front_matter.read("talks/a", hidden).visibility == "private"


def test_a_number_beyond_the_limit() -> None:
    (problem,) = front_matter.read("talks/a", f"---\ntitle: A\nx: {'9' * 10_000}\n---\n").problems
    assert (problem.line, problem.message) == (3, 'the value of "x" is too long a number; put quotes around it')


@pytest.mark.parametrize(("depth", "found"), [(1, 1), (9, 1), (12, 0)])
def test_directives_within_one_another(depth: int, found: int) -> None:
    fences = ["`" * (depth + 3 - n) for n in range(depth)]
    text = (
        "".join(f"{fence}{{note}}\n" for fence in fences)
        + "{talk}`a`\n"
        + "".join(f"{each}\n" for each in fences[::-1])
    )
    assert len(prose.read(text).references) == found
