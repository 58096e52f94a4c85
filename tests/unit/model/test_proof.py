import pytest

from careers import claim, employer, skill
from portfolio.model.entries import Claim
from portfolio.model.proof import proof


@pytest.mark.parametrize(
    ("claimed", "title", "aliases", "highlights", "found"),
    [
        (claim("drawing", proof="I drew."), "Drawing", (), ("Drawing.",), "I drew."),
        (claim("drawing"), "Drawing", (), (), None),
        (claim("drawing"), "Drawing", (), ("I drew.", "Learned drawing-like work.", "Drawing."), "Learned drawing-like work."),
        (claim("drawing"), "Drawing", (), ("Withdrawing.", "Drawing_2.", "2drawing.", "Pre-drawing."), None),
        (claim("drawing"), "Drawing", (), ("The drawings, all.",), "The drawings, all."),
        (claim("drawing"), "Drawings", (), ("One drawing.",), "One drawing."),
        (claim("drawing"), "Drawing", ("pen and ink",), ("Pen  and ink.", "Pen and ink."), "Pen and ink."),
        (claim("drawing"), "C++", ("c plus plus",), ("C.", "C++!"), "C++!"),
        (claim("drawing"), "C++", (), ("C++11.",), None),
        (claim("drawing"), "Go", (), ("Let us go.", "In GO.", "In Go."), "In Go."),
        (claim("drawing"), "Go", ("golang",), ("In Golang.",), "In Golang."),
        (claim("drawing"), "A.I", (), ("Afi.", "A.i"), "A.i"),
    ],
)  # fmt: skip
def test_what_proves_a_claim(
    claimed: Claim, title: str, aliases: tuple[str, ...], highlights: tuple[str, ...], found: str | None
) -> None:
    kew = employer("kew", "2001 – 2005", skills=(claimed,), highlights=highlights, summary="Drawing by C++ in Go.")
    assert proof(kew, claimed, skill("drawing", title=title, aliases=aliases)) == found
