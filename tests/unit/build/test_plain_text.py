"""Texts have the words that a reader sees."""

import pytest
from docutils import nodes

from portfolio.build.plain_text import words


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ([nodes.Text("A "), nodes.emphasis("", "b")], "A b"),
        ([nodes.Text("a"), nodes.raw("", "<br />\n", format="html"), nodes.raw("", "\\\\\n", format="latex"), nodes.Text("b")], "a b"),
        ([nodes.Text("a"), nodes.raw("", "<b>", format="html"), nodes.Text("b")], "ab"),
        ([nodes.Text("a"), nodes.footnote_reference("", "1")], "a"),
        ([nodes.Text("a"), nodes.system_message("", nodes.paragraph("", "No role."), level=2)], "a"),
        ([nodes.image(uri="x.png", alt="An x"), nodes.math("", "x^2")], "x^2"),
    ],
)  # fmt: skip
def test_words(parts: list[nodes.Node], text: str) -> None:
    assert words(nodes.paragraph("", "", *parts)) == text
