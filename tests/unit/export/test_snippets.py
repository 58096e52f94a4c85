"""References to be pasted elsewhere: what they are read as there."""

from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from portfolio.export import snippets
from portfolio.model.entries import Key

ADDRESS = "https://example.org/go/seeds"
TITLES = (
    "Atlas",
    "C*-algebras *and* _more_ __of__ them",
    "[click](javascript:alert(0)) ![x](x) [a][b] [",
    "<script>alert('x')</script> & &lt; &#60; &amp;amp;",
    "`code` ``x` \\` \\\\ \\",
    "~~old~~ ~ | {raw}`<b>` {{ 7*7 }} $x^2$ <https://example.org/x>",
    "1. # - + > = ! : \" '",
    "مرحبا \u202eturned 🦖",
)
DIALECTS = {"commonmark": MarkdownIt("commonmark"), "gfm": MarkdownIt("gfm-like", {"linkify": False})}


def link(html: str) -> tuple[str | None, str]:
    """The address and the text of the one link that there is, in which nothing else is."""
    tree = LexborHTMLParser(html)
    (found,) = tree.css("body a")
    assert not tree.css("body a *, body script, body img, body del")
    assert tree.body is not None
    assert tree.body.text().strip() == found.text()
    return found.attributes["href"], found.text()


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_read_as_it_is_written(title: str) -> None:
    assert link(snippets.html(title, ADDRESS)) == (ADDRESS, title)
    for name, dialect in DIALECTS.items():
        assert link(dialect.render(snippets.markdown(title, ADDRESS))) == (ADDRESS, title), name


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a(b",
        "https://example.org/a)b",
        "https://example.org/&copy;/a*b_c*",
        "https://example.org/a'b/~me/%E2%82%AC/#x_y",
    ],
)
def test_so_is_an_address(address: str) -> None:
    assert link(snippets.html("Atlas", address)) == (address, "Atlas")
    for name, dialect in DIALECTS.items():
        assert link(dialect.render(snippets.markdown("Atlas", address))) == (address, "Atlas"), name


def test_a_title_stays_on_its_line() -> None:
    assert snippets.markdown("Seeds\n\nand  leaves", ADDRESS) == f"[Seeds and leaves]({ADDRESS})"
    assert snippets.html("Seeds\n\nand  leaves", ADDRESS) == f'<a href="{ADDRESS}">Seeds and leaves</a>'


def test_sphinx_is_told_the_kind_and_the_slug() -> None:
    key = Key("talk", "seeds")
    assert [snippets.myst(key), snippets.myst_role(key), snippets.rst_role(key)] == [
        "[](inv:career:portfolio:talk#seeds)",
        "{external+career:portfolio:talk}`seeds`",
        ":external+career:portfolio:talk:`seeds`",
    ]


def test_the_line_for_conf_py_is_python_and_in_the_readme() -> None:
    line = snippets.mapping("https://example.org/")
    assert line in (Path(__file__).parents[3] / "README.md").read_text("utf-8")
    found: dict[str, object] = {}
    exec(snippets.mapping("https://example.org/ü\\n'/"), found)
    assert found["intersphinx_mapping"] == {"career": ("https://example.org/ü\\n'/", None)}
