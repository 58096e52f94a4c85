"""What the pages of a small site show."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from sphinx.testing.util import SphinxTestApp
from sphinx.util.inventory import InventoryFile

from nightly import by_day
from portfolio.build.domain import PortfolioDomain
from portfolio.i18n.translation import ENGLISH
from portfolio.model.kinds import SUBJECTS
from portfolio.views.front_matter_reference import reference
from small_sites import Site, facts


@pytest.mark.parametrize(
    ("page", "panel"),
    [
        (
            "employers/kew",
            {
                "When": "2001 – now (about 19 years)",
                "Where": "Kew",
                "Role": "Illustrator",
                "Skills": "Drawing",
                "Links": "Website",
            },
        ),
        (
            "education/leeds",
            {
                "When": "1998 – 2002 (about 4 years)",
                "Where": "Leeds",
                "Degree": "B.Sc. in Botany",
                "Honors": "With honors",
                "Minor": "Chemistry",
                "Skills": "Taxonomy",
            },
        ),
        (
            "projects/atlas",
            {
                "When": "January 2003 – June 2005 (2 years 6 months)",
                "Built at": "Royal Botanic Gardens",
                "Role": "Illustrator",
                "Status": "Archived: no longer developed",
                "License": "CC-BY-4.0",
                "Links": "Source",
                "Skills": "Drawing",
            },
        ),
        (
            "projects/seed-bank",
            {"When": "within 2001 – now", "Built at": "Royal Botanic Gardens", "Skills": "Taxonomy"},
        ),
        (
            "talks/seeds",
            {
                "Given at": "Flora 2006, Oslo, 17 May 2006 · as “Drawing seeds” · Video Herbaria 2005, Lima, 2005",
                "Presents": "Atlas of Seeds",
                "At the time": "Royal Botanic Gardens",
                "Skills": "Drawing",
            },
        ),
        (
            "skills/drawing",
            {
                "Category": "Arts",
                "Also called": "illustration",
                "In use": "2001 – now · about 19 years · 1 employer, 1 project, 1 talk",
                "Timeline": "Drawing on the timeline",
                "Links": "Home page",
            },
        ),
    ],
)
def test_panels(site: Site, page: str, panel: dict[str, str]) -> None:
    site.build()
    assert facts(site, page, "panel") == panel


@pytest.mark.parametrize(
    ("page", "backlinks"),
    [
        (
            "employers/kew",
            {
                "Projects": "Seed bank Atlas of Seeds",
                "Talks": "How to draw a seed: Flora 2006 (17 May 2006), Herbaria 2005 (2005)",
                "Mentioned in": "A botanist",
                "Sources": "example.org/kew/history",
            },
        ),
        ("education/leeds", {"Mentioned in": "Royal Botanic Gardens"}),
        (
            "projects/atlas",
            {
                "Presented in": "How to draw a seed: Flora 2006 (17 May 2006), Herbaria 2005 (2005)",
                "Mentioned in": "Royal Botanic Gardens: Herbarium A botanist Seed bank",
            },
        ),
        (
            "skills/drawing",
            {
                "Experience": "Royal Botanic Gardens (2001 – now)",
                "Projects": "Atlas of Seeds (January 2003 – June 2005) · Source",
                "Talks": "How to draw a seed (17 May 2006, 2005) · Video",
                "Often with": "Taxonomy (1)",
                "Mentioned in": "Taxonomy",
            },
        ),
        (
            "skills/taxonomy",
            {
                "Projects": "Seed bank (some time in 2001 – now)",
                "Education": "University of Leeds (1998 – 2002)",
                "Often with": "Drawing (1)",
                "Mentioned in": "Royal Botanic Gardens: Herbarium",
            },
        ),
        ("talks/seeds", {}),
    ],
)
def test_backlinks(site: Site, page: str, backlinks: dict[str, str]) -> None:
    site.build()
    assert facts(site, page, "backlinks") == backlinks


def links(site: Site, page: str, selector: str) -> list[tuple[str, str]]:
    tree = LexborHTMLParser(site.read(f"{page}/index.html".removeprefix("./")))
    return [(link.text().replace("\xa0", " "), link.attributes["href"] or "") for link in tree.css(f"{selector} a")]


def test_every_reference_leads_to_its_place(site: Site) -> None:
    site.build()
    assert links(site, "skills/taxonomy", ".portfolio-backlinks") == [
        ("Seed bank", "../../projects/seed-bank/"),
        ("University of Leeds", "../../education/leeds/"),
        ("Drawing", "../drawing/"),
        ("Royal Botanic Gardens", "../../employers/kew/"),
        ("Herbarium", "../../employers/kew/#herbarium"),
    ]
    assert links(site, "skills/drawing", ".portfolio-panel") == [
        ("Drawing on the timeline", "../../timeline/#skill-drawing"),
        ("Home page", "https://example.org/drawing"),
    ]
    assert links(site, "skills/drawing", ".portfolio-backlinks")[1:5] == [
        ("Atlas of Seeds", "../../projects/atlas/"),
        ("Source", "https://example.org/atlas"),
        ("How to draw a seed", "../../talks/seeds/"),
        ("Video", "https://example.org/flora"),
    ]
    assert ("Flora 2006 (17 May 2006)", "../../talks/seeds/#flora-2006") in links(
        site, "projects/atlas", ".portfolio-backlinks"
    )
    assert 'id="flora-2006"' in site.read("talks/seeds/index.html")
    assert 'id="herbarium"' in site.read("employers/kew/index.html")
    assert links(site, ".", ".body p")[:2] == [
        ("Royal Botanic Gardens", "employers/kew/"),
        ("the atlas", "projects/atlas/"),
    ]


def text(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").replace("\xa0", " ").split())


def test_the_timeline_lists_by_occupation_what_belongs_to_each(site: Site) -> None:
    site.write("projects/own.md", "---\ntitle: Mosses\nproject:\n  period: 2007\n  summary: Own.\n---\n")
    site.replace("index.md", "timeline\n", "timeline\nprojects/own\n")
    site.build()
    tree = LexborHTMLParser(site.read("timeline/index.html"))
    stages = tree.css("ol.portfolio-timeline > li")
    assert [text(heading) for stage in stages for heading in stage.css("h2")] == [
        "Royal Botanic Gardens",
        "University of Leeds",
        "Independent work",
    ]
    assert [[text(row) for row in stage.css(".portfolio-rows > li")] for stage in stages] == [
        [
            "Project · within 2001 – now · Seed bank",
            "Project · Jan 2003 – Jun 2005 · Atlas of Seeds",
            "Talk · May 2006 · How to draw a seed · Flora 2006 Video",
            "Talk · 2005 · How to draw a seed · Herbaria 2005",
        ],
        [],
        ["Project · 2007 · Mosses"],
    ]
    assert [part in (stage.attributes["class"] or "") for stage in stages for part in ("tint-1", "tint-2")] == [
        *[False, True],
        *[True, False],
        *[False, False],
    ]
    jumps = [(link.text(), link.attributes["href"]) for link in tree.css("nav.portfolio-jumps a")]
    assert jumps == [("2001", "#year-2001"), ("1998", "#year-1998"), ("Independent work", "#independent")]
    assert [heading.attributes["id"] for heading in tree.css(".portfolio-stage h2")] == [
        (to or "")[1:] for _, to in jumps
    ]


def test_what_nobody_looks_for_first_is_folded(site: Site) -> None:
    for number in range(6):
        site.write(
            f"publications/p{number}.md",
            f"---\ntitle: P{number}\npublication:\n  type: article\n  venue: Seeds\n  date: 200{number}\n  summary: s\n---\n",
        )
        site.replace("index.md", "timeline\n", f"timeline\npublications/p{number}\n")
    site.build()
    (folded,) = LexborHTMLParser(site.read("timeline/index.html")).css("details.portfolio-folded")
    assert text(folded.css("summary")[0]) == "6 publications"
    assert text(folded.css("li")[0]) == "Publication · 2005 · P5 · Article · Seeds"


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        (":kinds: talk", ["How to draw a seed", "How to draw a seed"]),
        (":kinds: education, project", ["University of Leeds", "Seed bank", "Atlas of Seeds"]),
        (":skills: taxonomy", ["University of Leeds", "Seed bank"]),
        (":kinds: talk\n:to: 2005", ["How to draw a seed"]),
        (":kinds: talk, project\n:from: 2006-05", ["Seed bank", "How to draw a seed"]),
        (":from: 2021\n:kinds: talk", []),
    ],
)
def test_timeline_options(site: Site, options: str, titles: list[str]) -> None:
    site.write("timeline.md", f"---\ntitle: Timeline\n---\n\n```{{timeline}}\n{options}\n```\n")
    site.build()
    tree = LexborHTMLParser(site.read("timeline/index.html"))
    assert [
        title.text().strip() for title in tree.css(".portfolio-stage h2 a, .portfolio-rows p > a:first-of-type")
    ] == titles


def test_the_timeline_is_drawn(site: Site) -> None:
    site.build()
    tree = LexborHTMLParser(site.read("timeline/index.html"))
    (drawing,) = tree.css("figure.portfolio-chart")
    assert (drawing.attributes["aria-label"], drawing.attributes["style"]) == ("The timeline, drawn", "--days:8401")
    places = drawing.css("a")
    assert [(place.text(), place.attributes["data-name"], place.attributes["href"]) for place in places] == [
        ("Royal Botanic Gardens", "2001 – now", "../employers/kew/"),
        ("Seed bank", "within 2001 – now", "../projects/seed-bank/"),
        ("Atlas of Seeds", "Jan 2003 – Jun 2005", "../projects/atlas/"),
        ("", "How to draw a seed, May 2006", "../talks/seeds/#flora-2006"),
        ("", "How to draw a seed, 2005", "../talks/seeds/#herbaria-2005"),
        ("University of Leeds", "1998 – 2002", "../education/leeds/"),
    ]
    assert [bar.attributes["style"] for bar in drawing.css(".portfolio-block > li")][:3] == [
        "--from:1096;--to:8401;--in:365",
        "--from:1096;--to:8401;--in:365",
        "--from:1826;--to:2738",
    ]
    # Those who read or go through the page have the same links in the list.
    assert {place.attributes["tabindex"] for place in places} == {"-1"}
    assert drawing.css("figure > div")[0].attributes["aria-hidden"] == "true"
    assert text(drawing.css("figcaption")[0]) == (
        "A bar fades where a date is unknown, or only its year is known. Hatched projects lie somewhere within their employers’ time. "
        "Filled talks have a recording. Everything drawn is in the list below."
    )
    assert [year.text() for year in drawing.css(".portfolio-scale span")] == ["2000", "2005", "2010", "2015"]
    assert text(drawing.css(".portfolio-marks > div > span")[0]) == "2 talks"
    recorded = [bool(mark.css_matches(".portfolio-recorded")) for mark in drawing.css(".portfolio-marks ol > li")]
    assert recorded == [True, False]


def test_a_career_known_exactly_is_drawn_without_a_caption(site: Site) -> None:
    site.write("timeline.md", "---\ntitle: Timeline\n---\n\n```{timeline}\n:from: 2003\n:to: 2003-01\n```\n")
    site.replace("employers/kew.md", "2001 – now", "2001-02 – now")
    site.replace("projects/seed-bank.md", "project:", "project:\n  period: 2002-03 – now")
    site.build()
    tree = LexborHTMLParser(site.read("timeline/index.html"))
    assert len(tree.css("figure.portfolio-chart .portfolio-block > li")) == 3
    assert tree.css("figcaption")[0].text() == "Everything drawn is in the list below."
    assert not tree.css(".portfolio-marks")


def test_talks_alone_are_drawn_as_marks(site: Site) -> None:
    for page in ("employers/kew", "education/leeds", "projects/atlas", "projects/seed-bank"):
        (site.source / f"{page}.md").unlink()
    site.build(expect=None)
    tree = LexborHTMLParser(site.read("timeline/index.html"))
    assert len(tree.css(".portfolio-marks ol > li > a")) == 2
    assert len(tree.css(".portfolio-block > li")) == 1
    assert "within" not in tree.css("figure.portfolio-chart")[0].text()


def test_the_timeline_has_filters_that_select_what_they_say(site: Site) -> None:
    site.build()
    html = site.read("timeline/index.html")
    tree = LexborHTMLParser(html)
    chosen = [(link.text(), link.attributes["href"]) for link in tree.css(".portfolio-filters a")]
    assert chosen == [
        ("Everything", "#everything"),
        ("Experience", "#kind-employer"),
        ("Projects", "#kind-project"),
        ("Talks", "#kind-talk"),
        ("Education", "#kind-education"),
        ("Drawing", "#skill-drawing"),
        ("Taxonomy", "#skill-taxonomy"),
    ]
    said = [(line.attributes["id"], line.text()) for line in tree.css(".portfolio-only p")]
    assert said == [
        ("kind-employer", "Experience only (1 of 6) · Show everything"),
        ("kind-project", "Projects only (2 of 6) · Show everything"),
        ("kind-talk", "Talks only (2 of 6) · Show everything"),
        ("kind-education", "Education only (1 of 6) · Show everything"),
        ("skill-drawing", "Drawing only (4 of 6) · Show everything"),
        ("skill-taxonomy", "Taxonomy only (2 of 6) · Show everything"),
    ]
    for part in (".portfolio-timeline", ".portfolio-chart"):
        assert [len(tree.css(f"{part} li.of-{skill}")) for skill in ("drawing", "taxonomy")] == [4, 2], part
    (style,) = tree.css("head style:not([id])")
    assert ".portfolio-filtered:has(#skill-drawing:target) li:not(.of-drawing," in style.text()


def test_only_a_page_s_first_whole_timeline_has_filters(site: Site) -> None:
    body = "```{timeline}\n:kinds: talk\n```\n\n## Kind: talk\n\n## Everything\n\n" + "```{timeline}\n```\n\n" * 2
    site.write("timeline.md", f"---\ntitle: Timeline\n---\n\n{body}")
    site.build()
    tree = LexborHTMLParser(site.read("timeline/index.html"))
    assert [len(tree.css(part)) for part in ("ol.portfolio-timeline", "figure", "nav.portfolio-filters")] == [3, 2, 1]
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    assert {"kind-talk", "kind-talk-2", "everything", "everything-2"} <= set(ids)
    assert ".portfolio-filtered:has(#kind-talk-2:target)" in tree.css("head style:not([id])")[0].text()


def test_a_timeline_with_nothing_to_choose_has_no_filters(site: Site) -> None:
    site.write("timeline.md", "---\ntitle: Timeline\n---\n\n```{timeline}\n:to: 1998\n```\n")
    site.replace("education/leeds.md", "  skills: [taxonomy]\n", "")
    site.build(expect=None)
    tree = LexborHTMLParser(site.read("timeline/index.html"))
    assert [len(tree.css(part)) for part in ("ol.portfolio-timeline", "figure", ".portfolio-filters")] == [1, 1, 0]


def test_a_timeline_of_nothing_shows_nothing(site: Site) -> None:
    site.write("timeline.md", "---\ntitle: Timeline\n---\n\n```{timeline}\n:to: 1901\n```\n")
    site.build()
    assert not LexborHTMLParser(site.read("timeline/index.html")).css(".portfolio-timeline, figure, .portfolio-filters")


def test_other_builders_have_the_list_alone(site: Site) -> None:
    for builder in ("singlehtml", "epub", "text", "man", "latex", "texinfo", "xml", "gettext"):
        into = "messages" if builder == "gettext" else "build"  # it shares its doctrees with no other
        site.build(builder, into=into)
        for name, content in site.output(into, builder).items():
            if not name.startswith("_static"):
                assert b"Show everything" not in content, name
                assert b"portfolio-chart" not in content or name.endswith(".css"), name
                assert b"by year" not in content or name.endswith(".css"), name
                assert b"Drawing on the timeline" not in content, name
                assert b"skill-drawing" not in content, name


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        (":kind: project", ["Seed bank", "Atlas of Seeds"]),
        (":kind: skill", ["Drawing", "Taxonomy"]),
        (":at: kew", ["Seed bank", "How to draw a seed", "Atlas of Seeds"]),
        (":skill: drawing\n:limit: 2", ["Royal Botanic Gardens", "How to draw a seed"]),
        (":kind: project\n:as: cards\n\natlas\nseed-bank", ["Atlas of Seeds", "Seed bank"]),
        (":kind: sabbatical", []),
        (":kind: skill\n:as: cards", ["Drawing", "Taxonomy"]),
    ],
)
def test_entries_options(site: Site, options: str, titles: list[str]) -> None:
    site.write("timeline.md", f"---\ntitle: Timeline\n---\n\n```{{entries}}\n{options}\n```\n")
    site.build()
    tree = LexborHTMLParser(site.read("timeline/index.html"))
    assert [title.text().strip() for title in tree.css("li .portfolio-title")] == titles
    assert bool(tree.css(".sd-card")) == ("cards" in options)


def test_a_listing_of_several_kinds_says_which(site: Site) -> None:
    listings = (
        "```{entries}\n:at: kew\n```\n\n```{entries}\n:at: kew\n:as: cards\n```\n\n```{entries}\n:kind: talk\n```\n"
    )
    site.write("timeline.md", f"---\ntitle: Timeline\n---\n\n{listings}")
    site.build()
    tree = LexborHTMLParser(site.read("timeline/index.html"))
    lists = [[kind.text() for kind in each.css(".portfolio-kind")] for each in tree.css("ul[class^='portfolio-']")]
    assert lists == [["Project", "Talk", "Project"], ["Project", "Talk", "Project"], []]


def test_what_anyone_can_look_at_is_marked(site: Site) -> None:
    site.write("timeline.md", "---\ntitle: Timeline\n---\n\n```{entries}\n:kind: project\n```\n\n```{timeline}\n```\n")
    site.build()
    assert marked(site, "projects/atlas") == [("Source", "https://example.org/atlas")]
    assert marked(site, "talks/seeds") == [("Video", "https://example.org/flora")]
    names = [
        link.attributes["aria-label"]
        for link in LexborHTMLParser(site.read("talks/seeds/index.html")).css("a.portfolio-video")
    ]
    assert set(names) <= {"Video of How to draw a seed, Flora 2006", "Video of How to draw a seed"}
    # The timeline, which is long, has the recordings alone.
    assert marked(site, "timeline") == [("Source", "https://example.org/atlas"), ("Video", "https://example.org/flora")]


def marked(site: Site, page: str) -> list[tuple[str, str | None]]:
    tree = LexborHTMLParser(site.read(f"{page}/index.html"))
    return [
        (a.text(), a.attributes["href"]) for a in tree.css("a.portfolio-source, a.portfolio-video, a.portfolio-slides")
    ]


def test_a_panel_says_of_what_kind_its_entry_is(site: Site) -> None:
    site.build()
    for page, kind in (("projects/atlas", "Project"), ("talks/seeds", "Talk"), ("skills/drawing", "Skill")):
        (panel,) = LexborHTMLParser(site.read(f"{page}/index.html")).css("aside.portfolio-panel")
        assert [panel.attributes["aria-label"], *(line.text() for line in panel.css("p.portfolio-kind"))] == [
            kind,
            kind,
        ]
    spans = LexborHTMLParser(site.read("employers/kew/index.html")).css(".portfolio-panel .portfolio-whole")
    assert [span.text() for span in spans] == ["2001\N{NO-BREAK SPACE}–\N{NO-BREAK SPACE}now"]


def test_the_skills_index(site: Site) -> None:
    site.build()
    tree = LexborHTMLParser(site.read("skills/index.html"))
    headings = [(heading.text(), heading.attributes["id"]) for heading in tree.css("h2")]
    assert headings == [("Arts", "category-arts"), ("Botany", "category-botany")]
    lines = tree.css(".portfolio-lines > li > details:not([open]) > summary")
    assert [" ".join(line.text().split()) for line in lines] == [
        "Drawing 2001 – now about 19 years 1 employer 1 project 1 talk",
        "Taxonomy 1998 – 2002 about 4 years 1 project 1 place of study",
    ]
    assert not tree.css("summary a")
    numbers = [[mark.attributes["data-number"] for mark in line.css("[data-number]")] for line in lines]
    assert numbers == [["1"] * 3, ["1"] * 2]
    assert links(site, "skills", "#taxonomy dl") == [
        ("Seed bank", "../projects/seed-bank/"),
        ("University of Leeds", "../education/leeds/"),
        ("Royal Botanic Gardens", "../employers/kew/#herbarium"),
    ]
    assert links(site, "skills", "#taxonomy .portfolio-more") == [
        ("More on Taxonomy", "taxonomy/"),
        ("Taxonomy on the timeline", "../timeline/#skill-taxonomy"),
    ]
    key = [" ".join(each.text().split()) for each in tree.css(".portfolio-key")]
    assert key == ["Experience Projects Talks Education Some time in these years"]


def test_what_is_behind_a_line_has_two_addresses_that_no_other_part_of_the_page_has(site: Site) -> None:
    site.replace("skills/index.md", "```{skills-index}", "## Drawing\n\n```{skills-index}")
    site.build()
    tree = LexborHTMLParser(site.read("skills/index.html"))
    ids = [each.attributes["id"] for each in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    parts = tree.css("summary + div")
    behind = {each.attributes["id"]: [one.attributes["id"] for one in each.css("[id]")] for each in parts}
    assert behind == {"drawing-2": ["drawing-2", "proof-drawing"], "taxonomy": ["taxonomy", "proof-taxonomy"]}


def test_evidence_is_shown_with_what_backs_it(site: Site) -> None:
    site.replace("projects/atlas.md", "skills: [drawing]", "skills: [{taxonomy: {period: 2004, proof: I named all.}}]")
    site.replace("talks/seeds.md", "skills: [drawing]", "skills: []")
    site.replace("talks/seeds.md", "Look first.", "Look first, then {skill}`draw <drawing>`.")
    for n in range(1, 8):
        dates = "".join(f"\n    - {{event: E{year}, place: Oslo, date: {year}}}" for year in (2010 + n, 2000 + n))
        front = f"title: Pens {n}\ntalk:\n  summary: Pens.\n  skills: [drawing]\n  deliveries:{dates}"
        site.write(f"talks/pens-{n}.md", f"---\n{front}\n---\n")
    site.build(expect=None)
    tree = LexborHTMLParser(site.read("skills/index.html"))

    def shown(skill: str) -> list[str]:
        return [" ".join(each.text().split()) for each in tree.css(f"#{skill} dl > *")]

    assert shown("taxonomy")[:3] == [
        "Projects",
        "Atlas of Seeds (2004) · Source“I named all.”",
        "Seed bank (some time in 2001 – now)",
    ]
    assert shown("drawing") == [
        "Experience",
        "Royal Botanic Gardens (2001 – now)",
        "Talks",
        (
            "Pens 7 (2017, 2007) · Pens 6 (2016, 2006) · Pens 5 (2015, 2005) · "
            "Pens 4 (2014, 2004) · Pens 3 (2013, 2003) · 2 more"
        ),
        "Mentioned in",
        "How to draw a seed",
    ]


def test_other_builders_and_markdown_have_a_plain_list(site: Site) -> None:
    site.build()
    text = " ".join(site.read("skills/index.md").split())
    assert text.count("Taxonomy") == 2  # and in the list of pages below
    figures = "1998 – 2002 · about 4 years · 1 project, 1 place of study, 1 mention"
    assert f"## Botany - [Taxonomy](taxonomy.md) · {figures} - **Projects:**" in text
    site.build("text")
    lines = [" ".join(line.split()) for line in site.read("skills/index.txt", "text").splitlines()]
    assert lines.count("* Taxonomy") == 2
    assert figures in lines


def test_the_years_of_skills_are_drawn_on_one_scale(site: Site) -> None:
    site.build()
    tree = LexborHTMLParser(site.read("skills/index.html"))
    (index,) = tree.css(".portfolio-index")
    assert index.attributes["style"] == "--years:23;--offset:2;--step:5"
    assert [year.text() for year in tree.css(".portfolio-axis span")] == ["2000", "2005", "2010", "2015"]
    strips = [[cell.attributes for cell in strip.css("span[style]")] for strip in tree.css(".portfolio-years")]
    assert [[(cell["style"], cell.get("class")) for cell in strip] for strip in strips] == [
        [
            ("--from:3;--to:5;--amount:1", "portfolio-tint-2"),
            ("--from:5;--to:7;--amount:2", "portfolio-tint-2"),
            ("--from:7;--to:8;--amount:3", "portfolio-tint-2"),
            ("--from:8;--to:9;--amount:2", "portfolio-tint-2"),
            ("--from:9;--to:23;--amount:1", "portfolio-tint-2"),
        ],
        [
            ("--from:0;--to:3;--amount:1", "portfolio-tint-1"),
            ("--from:3;--to:5;--amount:2", "portfolio-tint-2"),
            ("--from:5;--to:23;--amount:1", "portfolio-tint-2 portfolio-uncertain"),
        ],
    ]


def test_time_that_is_only_bounded_is_hatched(site: Site) -> None:
    site.replace("education/leeds.md", "skills: [taxonomy]", "skills: []")
    site.build()
    tree = LexborHTMLParser(site.read("skills/index.html"))
    assert [cell.attributes["style"] for cell in tree.css(".portfolio-uncertain")] == ["--from:0;--to:20;--amount:1"]
    lines = [" ".join(each.text().split()) for each in tree.css("summary")]
    assert lines[1] == "Taxonomy some time in 2001 – now 1 project"
    assert len(tree.css(".portfolio-key .portfolio-hatched")) == 1
    (site.source / "projects/seed-bank.md").unlink()
    site.build(expect=None)
    tree = LexborHTMLParser(site.read("skills/index.html"))
    assert [" ".join(each.text().split()) for each in tree.css("summary")][1] == "Taxonomy 1 mention"
    assert not tree.css(".portfolio-uncertain, .portfolio-hatched")


def test_skills_without_dates_have_no_years(site: Site) -> None:
    for page in ("employers/kew", "education/leeds", "talks/seeds", "projects/seed-bank"):
        (site.source / f"{page}.md").unlink()
    site.replace("projects/atlas.md", "  period: 2003-01 – 2005-06\n", "")
    site.replace("skills/taxonomy.md", "Botany", "Arts")
    site.build(expect=None)
    tree = LexborHTMLParser(site.read("skills/index.html"))
    assert [" ".join(line.text().split()) for line in tree.css("summary")] == ["Drawing 1 project", "Taxonomy 0 proofs"]
    assert not tree.css(".portfolio-axis, .portfolio-years span, #taxonomy dl")


@pytest.mark.measured
def test_an_index_of_no_skills_is_empty(site: Site) -> None:
    for skill in ("drawing", "taxonomy"):
        (site.source / f"skills/{skill}.md").unlink()
    site.build(expect=None)
    assert not LexborHTMLParser(site.read("skills/index.html")).css(".portfolio-index, h2")


@pytest.mark.measured
def test_categories_stand_in_the_order_that_conf_py_gives(site: Site) -> None:
    def headings() -> list[str]:
        return [heading.text() for heading in LexborHTMLParser(site.read("skills/index.html")).css("h2")]

    conf = (site.source / "conf.py").read_text("utf-8")
    site.write("conf.py", f'{conf}portfolio_categories = ["Botany"]\n')
    site.build()
    assert headings() == ["Botany", "Arts"]
    site.write("conf.py", f'{conf}portfolio_categories = ["Botnay", "Botany"]\n')
    message = 'portfolio_categories in conf.py: no skill has the category "Botnay"; did you mean "Botany"?'
    for _ in range(2):
        site.build(expect=f"WARNING: {message} [portfolio.option]")
    site.write("conf.py", conf)
    site.build()
    assert headings() == ["Arts", "Botany"]


@pytest.mark.parametrize(
    ("timeline", "is_linked"),
    [
        ("```{timeline}\n```", True),
        ("```{timeline}\n:kinds: talk\n```\n\n```{timeline}\n```", True),
        ("```{timeline}\n:kinds: talk\n```", False),
        ("```{timeline}\n:from: 2003\n```\n\n```{timeline}\n```", False),
        ("## Skill drawing\n\n```{timeline}\n```", False),
        ("````{only} latex\n```{timeline}\n```\n````", False),
    ],
)
def test_skills_lead_to_a_timeline_that_can_be_filtered_by_them(site: Site, timeline: str, *, is_linked: bool) -> None:
    site.write("timeline.md", f"---\ntitle: Timeline\n---\n\n{timeline}\n")
    site.build()
    for page, selector in (("skills/drawing", ".portfolio-panel"), ("skills", "#drawing .portfolio-more")):
        found = [href for _, href in links(site, page, selector) if "timeline" in href]
        assert found == ["../" * (page.count("/") + 1) + "timeline/#skill-drawing"] * is_linked
    if is_linked:
        assert LexborHTMLParser(site.read("timeline/index.html")).css("#skill-drawing")


def test_a_skill_s_page_quotes_what_was_done_and_no_prose(site: Site) -> None:
    site.replace(
        "employers/kew.md",
        "skills: [drawing]",
        'skills: [drawing, {taxonomy: {period: 2003 – 2004, proof: "I named <seeds>."}}]\n'
        "  highlights: [Kept it cold., 'Plates: *illustrations* of seeds.', By drawing.]",
    )
    site.write(
        "projects/seed-bank.md",
        "---\ntitle: Seed bank\nproject: {summary: By drawing., employers: [kew], skills: [drawing]}\n---\n\n"
        "I slept.\n\n## Cold\n\nNo {skill}`drawing` at all.\n",
    )
    site.build()
    assert facts(site, "skills/drawing", "backlinks") == {
        "Experience": "Royal Botanic Gardens (2001 – now) “Plates: *illustrations* of seeds.”",
        "Projects": "Seed bank (some time in 2001 – now) Cold Atlas of Seeds (January 2003 – June 2005) · Source",
        "Talks": "How to draw a seed (17 May 2006, 2005) · Video",
        "Often with": "Taxonomy (1)",
        "Mentioned in": "Taxonomy",
    }
    assert facts(site, "skills/taxonomy", "backlinks") == {
        "Experience": "Royal Botanic Gardens (2003 – 2004) “I named <seeds>.” Herbarium",
        "Education": "University of Leeds (1998 – 2002)",
        "Often with": "Drawing (1)",
    }
    assert facts(site, "employers/kew", "panel")["Skills"] == "Drawing, Taxonomy (2003 – 2004)"
    assert facts(site, "skills/taxonomy", "panel")["In use"] == (
        "1998 – 2004 · about 5 years · 1 employer, 1 place of study"
    )
    skills = json.loads(site.read("evidence.json"))["skills"]
    pieces = {(each["entry"], each.get("proof")) for skill in skills for each in skill["evidence"]}
    assert {proof for _, proof in pieces if proof} == {"I named <seeds>.", "Plates: *illustrations* of seeds."}
    assert "at all" not in json.dumps(skills)


@pytest.mark.parametrize(
    ("since", "shown"),
    [
        ("", "some time in 2001 – now · 1 project"),
        (", since: 2004-05-06", "some time in 2004 – now · 1 project"),
        (", since: 1735", "some time in 2001 – now · 1 project"),
    ],
)
def test_what_is_not_dated_is_bounded(site: Site, since: str, shown: str) -> None:
    site.write("skills/cold.md", f"---\ntitle: Cold\nskill: {{summary: Ice., category: Arts{since}}}\n---\n")
    site.replace("projects/seed-bank.md", "skills: [taxonomy]", "skills: [cold]")
    site.replace("education/leeds.md", "skills: [taxonomy]", "skills: [taxonomy, {drawing: 1999}]")
    site.build()
    assert facts(site, "skills/cold", "panel")["In use"] == shown
    assert facts(site, "skills/cold", "panel")["Timeline"] == "Cold on the timeline"
    assert facts(site, "skills/cold", "backlinks")["Projects"] == f"Seed bank ({shown.partition(' · ')[0]})"
    assert LexborHTMLParser(site.read("timeline/index.html")).css("#skill-cold")


def test_the_reference_of_front_matter(site: Site) -> None:
    site.write("timeline.md", "---\ntitle: Keys\n---\n\n```{front-matter} talk\n```\n")
    site.build()
    tree = LexborHTMLParser(site.read("timeline/index.html"))
    heads, *rows = ([cell.text().strip() for cell in row.css("th, td")] for row in tree.css(".portfolio-reference tr"))
    assert heads == ["Key", "Type", "Meaning", "Example"]
    assert ["summary", "text"] in [row[:2] for row in rows]
    assert [(row[0], row[3]) for row in rows] == [(row.key, row.example) for row in reference("talk", ENGLISH)]


def test_the_reference_of_all_kinds_in_every_builder(site: Site) -> None:
    site.write("timeline.md", "---\ntitle: Keys\n---\n\n```{front-matter}\n```\n")
    for builder in ("html", "text", "man", "latex", "epub"):
        site.build(builder)
        if builder == "html":
            tree = LexborHTMLParser(site.read("timeline.html", "html"))
            assert [heading.attributes["id"] for heading in tree.css("h2")] == [
                f"front-matter-{each}" for each in SUBJECTS
            ]
            assert len(tree.css("table.portfolio-reference")) == len(SUBJECTS)


def test_any_and_inventory_know_the_entries(site: Site) -> None:
    site.write(
        "timeline.md", "---\ntitle: Timeline\n---\n\n{any}`seeds`, {portfolio:talk}`seeds`, {talk}`it <seeds>`\n"
    )
    site.build()
    assert links(site, "timeline", ".body p") == [
        ("How to draw a seed", "../talks/seeds/"),
        ("How to draw a seed", "../talks/seeds/"),
        ("it", "../talks/seeds/"),
    ]
    inventory = InventoryFile.loads((site.home / "build/dirhtml/objects.inv").read_bytes(), uri="/")
    found = {
        (kind, name): (item.uri, item.display_name)
        for kind, names in inventory.data.items()
        for name, item in names.items()
        if kind.startswith("portfolio")
    }
    assert found == {
        ("portfolio:employer", "kew"): ("/employers/kew/", "Royal Botanic Gardens"),
        ("portfolio:education", "leeds"): ("/education/leeds/", "University of Leeds"),
        ("portfolio:project", "atlas"): ("/projects/atlas/", "Atlas of Seeds"),
        ("portfolio:project", "seed-bank"): ("/projects/seed-bank/", "Seed bank"),
        ("portfolio:talk", "seeds"): ("/talks/seeds/", "How to draw a seed"),
        ("portfolio:skill", "drawing"): ("/skills/drawing/", "Drawing"),
        ("portfolio:skill", "taxonomy"): ("/skills/taxonomy/", "Taxonomy"),
    }


def test_what_other_sites_have_is_no_mention_here(site: Site) -> None:
    site.build(into="other")
    inventory = site.home / "other/dirhtml/objects.inv"
    conf = (site.source / "conf.py").read_text("utf-8")
    mapping = f'intersphinx_mapping = {{"other": ("https://example.org/", {str(inventory)!r})}}\n'
    site.write("conf.py", f'{conf}\nextensions.append("sphinx.ext.intersphinx")\n{mapping}')
    site.replace("projects/seed-bank.md", "It grew", "As in {external+other:skill}`drawing`, it grew")
    site.build()
    assert ("Drawing", "https://example.org/skills/drawing/") in links(site, "projects/seed-bank", ".body p")
    assert "Seed bank" not in str(facts(site, "skills/drawing", "backlinks"))


@pytest.mark.parametrize("parallel", by_day(1, 2, 1))
def test_every_builder_writes_it_without_a_warning(site: Site, parallel: int) -> None:
    for builder in ("html", "dirhtml", "singlehtml", "epub", "text", "man", "latex"):
        site.build(builder, parallel=parallel)


def test_parallel_equals_serial(site: Site) -> None:
    site.build(into="serial")
    site.build(into="parallel", parallel=2)
    assert site.output("parallel") == site.output("serial")


@pytest.mark.measured
def test_a_process_that_reads_some_pages_sends_back_those_only(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    app = SphinxTestApp("dirhtml", srcdir=site.source, builddir=site.home / "build")
    try:
        app.build()
        domain = PortfolioDomain.of(app.env)
        before = domain.sources
        monkeypatch.setattr("os.getpid", lambda: 0)
        for docname in ("projects/atlas", "talks/seeds"):
            domain.note_source(before[docname])
        assert domain.sources == {docname: before[docname] for docname in ("projects/atlas", "talks/seeds")}
        assert not any(page.mentions or page.queries for page in domain.pages.values())
    finally:
        app.cleanup()


@pytest.mark.measured
def test_a_document_of_some_pages_refers_to_the_others_by_their_titles(site: Site) -> None:
    parts = '[("projects/atlas", "atlas.tex", "Atlas", "A botanist", "howto")]'
    site.write("conf.py", (site.source / "conf.py").read_text("utf-8") + f"latex_documents = {parts}\n")
    site.build("latex")
    text = site.read("atlas.tex", "latex")
    assert "Royal Botanic Gardens" in text
    assert "hyperref[\\detokenize{employers" not in text


def test_a_page_refers_to_its_own_places(site: Site) -> None:
    site.write(
        "talks/seeds.md", (site.source / "talks/seeds.md").read_text("utf-8") + "\n```{timeline}\n:kinds: talk\n```\n"
    )
    site.build()
    tree = LexborHTMLParser(site.read("talks/seeds/index.html"))
    assert [a.attributes["href"] for a in tree.css(".portfolio-rows a[href^='#']")] == [
        "#flora-2006",
        "#herbaria-2005",
    ]


def test_text_has_the_facts_too(site: Site) -> None:
    site.build("text")
    text = site.read("talks/seeds.txt", "text")
    assert "**Flora 2006**, Oslo, 17 May 2006" in text
    assert "Atlas of Seeds" in text


def test_titles_and_summaries_are_text_and_never_markup(site: Site) -> None:
    site.replace("projects/atlas.md", "title: Atlas of Seeds", "title: \"<b>Atlas</b> & 'Seeds' *now*\"")
    site.replace("projects/atlas.md", "Five hundred plates", "<script>alert(1)</script> plates")
    site.build()
    for page in ("index", "timeline/index", "projects/atlas/index", "skills/drawing/index"):
        html = site.read(f"{page}.html")
        assert "<script>alert" not in html
        assert "<b>Atlas" not in html


def test_categories_have_ids_of_their_own(site: Site) -> None:
    for slug, category in (("c", "C"), ("cpp", "C++"), ("hash", "#")):
        site.write(f"skills/{slug}.md", f"---\ntitle: {slug}\nskill: {{summary: S., category: '{category}'}}\n---\n")
    site.replace("projects/atlas.md", "A plate", "{skill}`c`, {skill}`cpp` and {skill}`hash`. A plate")
    site.replace("skills/index.md", "```{toctree}", "## Category Arts\n\n```{skills-index}\n```\n\n```{toctree}")
    site.build()
    tree = LexborHTMLParser(site.read("skills/index.html"))
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    assert "category-arts" in ids
    assert {"category", "category-c", "category-c-2", "category-c-3", "category-arts-2"} <= set(ids)


def test_a_sabbatical(site: Site) -> None:
    text = "---\ntitle: The Andes\nsabbatical: {summary: Orchids., period: 2006 – 2007, place: Lima}\n---\n"
    site.write("sabbaticals/andes.md", text)
    site.replace("index.md", "timeline\n", "timeline\nsabbaticals/andes\n")
    site.build()
    assert facts(site, "sabbaticals/andes", "panel") == {"When": "2006 – 2007 (about 1 year)", "Where": "Lima"}
    assert "The Andes" in site.read("timeline/index.html")


def test_links_that_show_their_own_address_are_marked(site: Site) -> None:
    site.write("more.md", "---\norphan: true\n---\n# More\n\n<https://example.org/a> and [b](https://example.org/b)\n")
    site.build()
    links = LexborHTMLParser(site.read("more/index.html")).css("a.external")
    classes = [str(link.attributes["class"]).split() for link in links]
    assert ["portfolio-address" in each for each in classes] == [True, False]


def test_a_page_can_be_resolved_without_a_build(site: Site) -> None:
    site.build()
    app = SphinxTestApp("dirhtml", srcdir=site.source, builddir=site.home / "build")
    try:
        resolved = app.env.get_and_resolve_doctree("projects/atlas", app.builder, tags=app.tags)
        assert "Built at" in resolved.astext()
    finally:
        app.cleanup()
