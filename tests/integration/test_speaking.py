"""What organizers of events find: abstracts, deliveries and bios."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from nightly import by_day
from small_sites import Site

KIT = "---\ntitle: Kit\n---\n\n"


def kit(site: Site, text: str) -> None:
    site.write("timeline.md", KIT + text)


def tree(site: Site) -> LexborHTMLParser:
    return LexborHTMLParser(site.read("timeline/index.html"))


def text(html: str) -> str:
    return re.sub(r"\s+", " ", html).strip()


def abstract(site: Site) -> list[str]:
    return [text(paragraph.text()) for paragraph in tree(site).css(".portfolio-copy p")]


SUMMARY = "Seeing before drawing."


@pytest.mark.measured
@pytest.mark.parametrize(
    ("prose", "paragraphs"),
    [
        ("", []),
        ("Look *first*,\nthen [draw](https://example.org).\n\nThen rest.\n\n## More\n\nNot this.", ["Look first, then draw.", "Then rest."]),
        ("## What\n\nLook.\n\n## Then\n\nNot this.", ["Look."]),
        ("## What\n\n### Deep\n\nLook.", ["Look."]),
        ("On *{skill}`drawing`*, {project}`a book <atlas>` and {any}`kew`, `x < y`.", ["On Drawing, a book and Royal Botanic Gardens, x < y."]),
        ("See [](/projects/atlas.md), {doc}`/projects/atlas`, [](#lab), {ref}`lab`, {any}`it <lab>`.\n\n(lab)=\n## The lab", ["See Atlas of Seeds, Atlas of Seeds, The lab, The lab, it."]),
        ("- Look\n- and\n\n  draw\n\n1. again", ["– Look", "– and draw", "– again"]),
        ("> Look.", ["Look."]),
        ("Look.[^1]\n\n[^1]: A note.", ["Look."]),
        ("```\ncode\n```\n\n| a |\n|---|\n| b |\n\n% comment\n\n![](x.svg) Look <i>here</i>.", ["Look here."]),
    ],
)  # fmt: skip
def test_abstracts_are_what_pages_say_at_first(site: Site, prose: str, paragraphs: list[str]) -> None:
    (site.source / "talks/x.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    kit(site, "```{abstracts}\n```\n")
    site.replace("talks/seeds.md", "\nLook first.\n", f"\n{prose}\n")
    site.build()
    assert abstract(site) == [SUMMARY, *paragraphs]
    (heading,) = tree(site).css(".body h3.rubric")
    assert (heading.tag, heading.attributes["id"], text(heading.text())) == (
        "h3",
        "abstract-seeds",
        "How to draw a seed",
    )
    assert heading.css("a")[0].attributes["href"] == "../talks/seeds/"


def test_a_name_that_leads_nowhere_is_reported_and_stays(site: Site) -> None:
    kit(site, "```{abstracts}\n```\n")
    site.replace("talks/seeds.md", "\nLook first.\n", "\nOn {skill}`latin`.\n")
    site.build(expect='there is no skill "latin"')
    assert abstract(site) == [SUMMARY, "On latin."]


def test_abstracts_twice_have_ids_of_their_own(site: Site) -> None:
    kit(site, "```{abstracts}\n```\n\n```{abstracts}\n```\n")
    site.build()
    assert [each.attributes["id"] for each in tree(site).css("h3.rubric")] == [
        "abstract-seeds",
        "abstract-seeds-2",
    ]


@pytest.mark.parametrize("parallel", by_day(1, 2, 0))
def test_abstracts_follow_what_they_name(site: Site, parallel: int) -> None:
    kit(site, "```{abstracts}\n```\n")
    site.replace("talks/seeds.md", "\nLook first.\n", "\nOn {skill}`drawing`.\n")
    site.build(parallel=parallel)
    site.replace("skills/drawing.md", "title: Drawing", "title: Pens")
    assert "timeline" in site.build(parallel=parallel)
    assert abstract(site) == [SUMMARY, "On Pens."]
    site.replace("talks/seeds.md", "On {skill}", "Still on {skill}")
    assert "timeline" in site.build(parallel=parallel)
    site.build(into="clean")
    assert site.output("build") == site.output("clean")


def lines(site: Site) -> list[str]:
    return [text(item.text()) for item in tree(site).css(".body li")]


UPCOMING = """\
    - {event: Fungi 2021, place: Rome, date: 2021, upcoming: true}
    - {event: Mosses 2020, place: Bern, date: 2020-02, upcoming: true}
    - {event: Algae 2019, place: Nice, date: 2019-02, upcoming: true}
"""
PAST = [
    "How to draw a seed: Flora 2006, Oslo, 17 May 2006 · as “Drawing seeds” · Video",
    "How to draw a seed: Herbaria 2005, Lima, 2005",
]
OVER = "How to draw a seed: Algae 2019, Nice, February 2019 · upcoming"
TO_COME = [
    "How to draw a seed: Mosses 2020, Bern, February 2020 · upcoming",
    "How to draw a seed: Fungi 2021, Rome, 2021 · upcoming",
]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ("", [*TO_COME, OVER, *PAST]),
        (":past:\n:upcoming:\n", [*TO_COME, OVER, *PAST]),
        (":upcoming:\n", TO_COME),
        (":past:\n", [OVER, *PAST]),
    ],
)
def test_deliveries_soonest_first_then_newest(site: Site, options: str, found: list[str]) -> None:
    kit(site, f"```{{deliveries}}\n{options}```\n")
    site.replace("talks/seeds.md", "  deliveries:\n", f"  deliveries:\n{UPCOMING}")
    site.build()
    assert lines(site) == found
    first = tree(site).css(".body li a")[0]
    assert (
        first.attributes["href"]
        == f"../talks/seeds/#{'algae-2019' if 'upcoming' not in options and options else 'mosses-2020'}"
    )


@pytest.mark.parametrize(
    ("options", "words"),
    [("", "None so far."), (":past:\n", "None so far."), (":upcoming:\n", "None is announced at the moment.")],
)
def test_no_deliveries_are_said_in_words(site: Site, options: str, words: str) -> None:
    kit(site, f"```{{deliveries}}\n{options}```\n")
    (site.source / "talks/seeds.md").unlink()
    site.replace("index.md", "talks/seeds\n", "")
    site.build()
    assert text(tree(site).css(".body p")[0].text()) == words


def test_a_bio_is_shown_as_it_is_written_with_its_count(site: Site) -> None:
    kit(site, "```{bio} 10\nI drew at Kew Gardens\nfor 2 * 3.\n\nThen – rest.\n```\n")
    site.build()
    assert abstract(site) == ["I drew at Kew Gardens for 2 * 3.", "Then – rest."]
    assert text(tree(site).css(".portfolio-copy ~ .portfolio-details")[0].text()) == "10 words"


@pytest.mark.measured
def test_a_bio_with_markup_is_not_made(site: Site) -> None:
    kit(site, "```{bio} 2\nI *drew*.\n```\n")
    site.build(expect='a bio is plain text to paste, and "I *drew*." holds markup; write the words alone')
    assert abstract(site) == []
