"""What is kept of a page is said in its own words."""

from docutils import nodes
from docutils.utils import new_document
from sphinx import addnodes

from portfolio.build.collect import mentions


def test_headings_of_mentions_have_no_stray_blanks() -> None:
    picture = nodes.image(uri="badge.svg")
    title = nodes.title("", "", nodes.Text("A "), picture, nodes.Text("\n badge "), picture.deepcopy())
    named = addnodes.pending_xref(refdomain="portfolio", reftype="skill", reftarget="drawing")
    inner = nodes.section("", title, nodes.paragraph("", "", named), ids=["badge"])
    document = new_document("")
    document += nodes.section("", nodes.title("", "A page "), inner, ids=["page"])
    (found,) = mentions("page", document)
    assert (found.page, found.heading, found.anchor) == ("A page", "A badge", "badge")
