import pytest

from careers import skill
from portfolio.model.proof import named


@pytest.mark.parametrize(
    ("title", "aliases", "highlights", "found"),
    [
        ("Drawing", (), (), None),
        ("Drawing", (), ("I drew.", "Learned drawing-like work.", "Drawing."), "Learned drawing-like work."),
        ("Drawing", (), ("Withdrawing.", "Drawing_2.", "2drawing.", "Pre-drawing."), None),
        ("Drawing", (), ("The drawings, all.",), "The drawings, all."),
        ("Drawings", (), ("One drawing.",), "One drawing."),
        ("Drawing", ("pen and ink",), ("Pen  and ink.", "Pen and ink."), "Pen and ink."),
        ("C++", ("c plus plus",), ("C.", "C++!"), "C++!"),
        ("C++", (), ("C++11.",), None),
        ("Go", (), ("Let us go.", "In GO.", "In Go."), "In Go."),
        ("Go", ("golang",), ("In Golang.",), "In Golang."),
        ("A.I", (), ("Afi.", "A.i"), "A.i"),
    ],
)  # fmt: skip
def test_the_highlight_that_names_a_skill(
    title: str, aliases: tuple[str, ...], highlights: tuple[str, ...], found: str | None
) -> None:
    assert named(highlights, skill("drawing", title=title, aliases=aliases)) == found
    assert named(highlights, None) is None
