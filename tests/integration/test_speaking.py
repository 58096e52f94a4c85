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


PROSE = [
    ("", []),
    ("Look *first*,\nthen [draw](https://example.org).\n\nThen rest.\n\n## More\n\nNot this.", ["Look first, then draw.", "Then rest."]),
    ("## What\n\nLook.\n\n## Then\n\nNot this.", ["Look."]),
    ("## What\n\n### Deep\n\nLook.", ["Look."]),
    ("On *{skill}`drawing`*, {project}`a book <atlas>` and {any}`kew`, `x < y`.", ["On Drawing, a book and Royal Botanic Gardens, x < y."]),
    ("See [](/projects/atlas.md), {doc}`/projects/atlas`, [](#lab), {ref}`lab`, {any}`it <lab>`.\n\n(lab)=\n## The lab", ["See Atlas of Seeds, Atlas of Seeds, The lab, The lab, it."]),
    ("- Look\n- and\n\n  draw\n\n1. again", ["– Look", "– and draw", "1. again"]),
    ("> Look.", ["Look."]),
    ("Look\\\nfirst,  \nthen draw.", ["Look first, then draw."]),
    ("Look.[^1]\n\n[^1]: A note.", ["Look."]),
    ("```\ncode\n```\n\n| a |\n|---|\n| b |\n\n% comment\n\n![](x.svg) Look <i>here</i>.", ["Look here."]),
    ("On {skill}`latin`.", ["On latin."]),
    ("````{card} A card\n:link: https://example.org/card\n\nIn it\n````\n\n```{hlist}\n* a\n* b\n```\n\n```{describe} --depth N\nHow *deep*.\n```", ["A card", "In it", "– a", "– b", "--depth N: How deep."]),
    ("<p align=center>One</p>\n\n<details>\n<summary>Two</summary>three\n\nfour <summary>five</summary>*six*\n\n</details>", ["One", "Two", "three", "four five six"]),
]  # fmt: skip


def test_abstracts_are_what_pages_say_at_first(site: Site) -> None:
    (site.source / "talks/x.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    kit(site, "```{abstracts}\n```\n\n```{abstracts}\n```\n")
    page = (site.source / "talks/seeds.md").read_text("utf-8")
    for number, (prose, _) in enumerate(PROSE):
        site.write(
            f"talks/seeds-{number}.md",
            page.replace("\nLook first.\n", f"\n{prose}\n").replace("seed\n", f"seed {number}\n", 1),
        )
    listed = "".join(f"talks/seeds-{number}\n" for number, _ in enumerate(PROSE))
    site.replace("index.md", "talks/seeds\n", listed)
    (site.source / "talks/seeds.md").unlink()
    # A name that leads nowhere is reported, and stays.
    site.build(expect='there is no skill "latin"')
    assert site.warnings.count("\n") == 1
    headings, texts = tree(site).css(".body h3.rubric"), tree(site).css(".portfolio-copy")
    found = {
        heading.attributes["id"]: [text(paragraph.text()) for paragraph in each.css("p")]
        for heading, each in zip(headings, texts, strict=True)
    }
    for number, (prose, paragraphs) in enumerate(PROSE):
        assert found[f"abstract-seeds-{number}"] == [SUMMARY, *paragraphs], prose
    assert len(found) == 2 * len(PROSE)  # listed twice, each has an id of its own
    assert {(each.text(), each.css("a")[0].attributes["href"]) for each in headings} == {
        (f"How to draw a seed {number}", f"../talks/seeds-{number}/") for number, _ in enumerate(PROSE)
    }


@pytest.mark.parametrize("parallel", by_day(1, 0, 2))
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


def test_deliveries_soonest_first_then_newest(site: Site) -> None:
    rows = {
        "": [*TO_COME, OVER, *PAST],
        ":past:\n:upcoming:\n": [*TO_COME, OVER, *PAST],
        ":upcoming:\n": TO_COME,
        ":past:\n": [OVER, *PAST],
    }
    kit(site, "\n".join(f"## Part\n\n```{{deliveries}}\n{options}```\n" for options in rows))
    site.replace("talks/seeds.md", "  deliveries:\n", f"  deliveries:\n{UPCOMING}")
    site.build()
    for (options, found), part in zip(rows.items(), tree(site).css("section > section"), strict=True):
        assert [text(item.text()) for item in part.css("li")] == found, options
        first = "algae-2019" if found[0] == OVER else "mosses-2020"
        assert part.css("li a")[0].attributes["href"] == f"../talks/seeds/#{first}", options


def test_no_deliveries_are_said_in_words(site: Site) -> None:
    rows = {"": "None so far.", ":past:\n": "None so far.", ":upcoming:\n": "None is announced at the moment."}
    kit(site, "\n".join(f"```{{deliveries}}\n{options}```\n" for options in rows))
    (site.source / "talks/seeds.md").unlink()
    site.replace("index.md", "talks/seeds\n", "")
    site.build()
    assert [text(each.text()) for each in tree(site).css(".body section > p")] == [*rows.values()]


@pytest.mark.measured
def test_a_bio_is_shown_as_it_is_written_with_its_count_and_is_not_made_with_markup(site: Site) -> None:
    kit(site, "```{bio} 10\nI drew at Kew Gardens\nfor 2 * 3.\n\nThen – rest.\n```\n\n```{bio} 2\nI *drew*.\n```\n")
    site.build(expect='a bio is plain text to paste, and "I *drew*." holds markup; write the words alone')
    assert site.warnings.count("\n") == 1
    assert abstract(site) == ["I drew at Kew Gardens for 2 * 3.", "Then – rest."]
    assert text(tree(site).css(".portfolio-copy ~ .portfolio-details")[0].text()) == "10 words"
