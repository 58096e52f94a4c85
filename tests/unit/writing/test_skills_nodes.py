"""The HTML of the skills index."""

from docutils import nodes

from careers import career, project, skill
from portfolio.i18n.translation import ENGLISH
from portfolio.model.entries import Entry, Url
from portfolio.views.skills_index import SkillsIndex
from portfolio.writing.nodes import element, link, unseen
from portfolio.writing.skills_nodes import index


def parts(*entries: Entry) -> tuple[element, unseen]:
    shown, plain = index(SkillsIndex().view(career(*entries), ENGLISH))
    assert isinstance(shown, element)
    assert isinstance(plain, unseen)
    return shown, plain


def tags(shown: element) -> list[str]:
    return [part["tag"] for part in shown.findall(element)]


def test_a_line_holds_no_link_and_no_other_part_has_its_address() -> None:
    shown, plain = parts(skill("drawing"), project("atlas", "2001", skills=("drawing",)))
    (summary,) = (part for part in shown.findall(element) if part["tag"] == "summary")
    assert not list(summary.findall(nodes.reference))
    assert len(list(shown.findall(link))) == 2
    assert [part["ids"] for part in shown.findall(nodes.container)] == [["drawing", "proof-drawing"]]
    assert not [part for part in plain.findall(nodes.Element) if part["ids"]]
    assert shown.astext().count("Drawing") == 2
    assert plain.astext().count("Drawing") == 1


def test_behind_a_line_are_links_to_pages_and_to_what_can_be_looked_at() -> None:
    source, copy = Url("https://example.org/atlas"), Url("https://archive.example.org/atlas")
    atlas = project(
        "atlas",
        "2001",
        skills=("drawing",),
        links={"source": source},
        archives={source: copy},
        highlights=("Drawing of maps.",),
    )
    shown, _ = parts(skill("drawing"), atlas)
    outside = [
        (each.astext(), each["refuri"], each["classes"], each["html"])
        for each in shown.findall(link)
        if each.get("refuri")
    ]
    assert outside == [
        ("Source", source, ["portfolio-source"], {"aria-label": "Source of Atlas"}),
        ("archived copy", copy, [], {"aria-label": "archived copy of Source of Atlas"}),
    ]


def test_the_years_that_are_named_say_how_far_apart_they_are() -> None:
    shown, _ = parts(skill("drawing"), project("atlas", "2001", skills=("drawing",)))
    assert shown["html"]["style"] == "--years:1;--offset:0;--step:1"
    shown, _ = parts(skill("drawing"), project("atlas", "2001 – 2020", skills=("drawing",)))
    assert shown["html"]["style"] == "--years:20;--offset:4;--step:5"


def test_where_nothing_is_claimed_nothing_is_explained() -> None:
    shown, _ = parts(skill("drawing"))
    assert "style" not in shown["html"]
    assert "dl" not in tags(shown)
    assert shown.astext().split() == ["Botany", "Drawing", "0", "proofs", "More", "on", "Drawing"]
