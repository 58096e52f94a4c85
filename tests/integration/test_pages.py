"""What the pages of a small site show."""

import json
import re
from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from sphinx.testing.util import SphinxTestApp
from sphinx.util.inventory import InventoryFile

from portfolio.build.domain import PortfolioDomain
from portfolio.i18n.translation import ENGLISH
from portfolio.model.kinds import SUBJECTS
from portfolio.views.front_matter_reference import reference
from small_sites import Site, facts

TIMELINES = [
    (":kinds: talk", ["How to draw a seed", "How to draw a seed"]),
    (":kinds: education, project", ["University of Leeds", "Seed bank", "Atlas of Seeds"]),
    (":skills: taxonomy", ["University of Leeds", "Seed bank"]),
    (":kinds: talk\n:to: 2005", ["How to draw a seed"]),
    (":kinds: talk, project\n:from: 2006-05", ["Seed bank", "How to draw a seed"]),
    (":from: 2021\n:kinds: talk", []),
]
ENTRIES = [
    (":kind: project", ["Seed bank", "Atlas of Seeds"]),
    (":kind: skill", ["Drawing", "Taxonomy"]),
    (":at: kew", ["Seed bank", "How to draw a seed", "Atlas of Seeds"]),
    (":skill: drawing\n:limit: 2", ["Royal Botanic Gardens", "How to draw a seed"]),
    (":kind: project\n:as: cards\n\natlas\nseed-bank", ["Atlas of Seeds", "Seed bank"]),
    (":kind: sabbatical", []),
    (":kind: skill\n:as: cards", ["Drawing", "Taxonomy"]),
]
VIEWS = {
    **{f"timeline-{number}": f"```{{timeline}}\n{options}\n```" for number, (options, _) in enumerate(TIMELINES)},
    **{f"entries-{number}": f"```{{entries}}\n{options}\n```" for number, (options, _) in enumerate(ENTRIES)},
    "of-nothing": "```{timeline}\n:to: 1901\n```",
    "of-all": "```{entries}\n:kind: project\n```\n\n```{timeline}\n```",
    "filters": "```{timeline}\n:kinds: talk\n```\n\n## Kind: talk\n\n## Everything\n\n" + "```{timeline}\n```\n\n" * 2,
    "kinds": "```{entries}\n:at: kew\n```\n\n```{entries}\n:at: kew\n:as: cards\n```\n\n```{entries}\n:kind: talk\n```",
    "index-again": "## Drawing\n\n```{skills-index}\n```",
    "keys-of-talks": "```{front-matter} talk\n```",
    "keys": "```{front-matter}\n```",
    "roles": "{any}`seeds`, {portfolio:talk}`seeds`, {talk}`it <seeds>`",
    "addresses": "<https://example.org/a> and [b](https://example.org/b)",
}


@pytest.fixture(scope="module")
def views(new_site: Callable[[], Site]) -> Site:
    """The botanist's site with a page for each of these; it is only looked at."""
    site = new_site()
    for name, text in VIEWS.items():
        site.write(f"views/{name}.md", f"---\ntitle: A view\norphan: true\n---\n\n{text}\n")
    site.build()
    return site


MORE = {
    "projects/own": "title: Mosses\nproject: {period: 2007, summary: Own.}",
    "projects/plants": "title: \"<b>Plants</b> & 'Seeds' *now*\"\nproject: {period: 2001-12, employers: [kew], summary: <script>alert(1)</script> plates, skills: [drawing, c, cpp, hash]}",
    "sabbaticals/andes": "title: The Andes\nsabbatical: {summary: Orchids., period: 2006 – 2007, place: Lima}",
    **{
        f"skills/{slug}": f"title: {slug}\nskill: {{summary: S., category: '{category}'}}"
        for slug, category in (("c", "C"), ("cpp", "C++"), ("hash", "#"))
    },
    **{
        f"publications/p{number}": f"title: P{number}\npublication: {{type: article, venue: Seeds, date: 200{number}, summary: s}}"
        for number in range(6)
    },
}


@pytest.fixture(scope="module")
def richer(new_site: Callable[[], Site]) -> Site:
    """The botanist's site with these pages too; it is only looked at."""
    site = new_site()
    for name, front in MORE.items():
        site.write(f"{name}.md", f"---\n{front}\n---\n")
    listed = "".join(f"{name}\n" for name in MORE if not name.startswith("skills"))
    site.replace("index.md", "timeline\n", f"timeline\n{listed}")
    site.replace("talks/seeds.md", "Look first.", "```{timeline}\n:kinds: talk\n```")
    site.replace("skills/index.md", "```{toctree}", "## Category Arts\n\n```{skills-index}\n```\n\n```{toctree}")
    site.build()
    return site


def tree(site: Site, page: str) -> LexborHTMLParser:
    return LexborHTMLParser(site.read(f"{page}/index.html".removeprefix("./")))


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
def test_panels(views: Site, page: str, panel: dict[str, str]) -> None:
    assert facts(views, page, "panel") == panel


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
    found = tree(site, page).css(f"{selector} a")
    return [(link.text().replace("\xa0", " "), link.attributes["href"] or "") for link in found]


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


def test_the_timeline_lists_by_occupation_what_belongs_to_each(richer: Site) -> None:
    page = tree(richer, "timeline")
    stages = page.css("ol.portfolio-timeline > li")
    assert [text(heading) for stage in stages for heading in stage.css("h2")] == [
        "Royal Botanic Gardens",
        "The Andes",
        "University of Leeds",
        "Independent work",
    ]
    assert [[text(row) for row in stage.css(".portfolio-rows > li")] for stage in stages] == [
        [
            "Project · within 2001 – now · Seed bank",
            "Project · Jan 2003 – Jun 2005 · Atlas of Seeds",
            "Project · Dec 2001 · <b>Plants</b> & 'Seeds' *now*",
            "Talk · May 2006 · How to draw a seed · Flora 2006 Video",
            "Talk · 2005 · How to draw a seed · Herbaria 2005",
        ],
        [],
        [],
        ["Project · 2007 · Mosses", *(f"Publication · 200{n} · P{n} · Article · Seeds" for n in range(5, -1, -1))],
    ]
    tints = [re.findall(r"tint-(\d)", stage.attributes["class"] or "") for stage in stages]
    assert tints == [["3"], ["2"], ["1"], []]
    jumps = links(richer, "timeline", "nav.portfolio-jumps")
    assert jumps == [
        ("2001", "#year-2001"),
        ("2006", "#year-2006"),
        ("1998", "#year-1998"),
        ("Independent work", "#independent"),
    ]
    assert [heading.attributes["id"] for heading in page.css(".portfolio-stage h2")] == [to[1:] for _, to in jumps]


def test_what_nobody_looks_for_first_is_folded(richer: Site) -> None:
    (folded,) = tree(richer, "timeline").css("details.portfolio-folded")
    assert text(folded.css("summary")[0]) == "6 publications"
    assert text(folded.css("li")[0]) == "Publication · 2005 · P5 · Article · Seeds"


def test_timeline_options(views: Site) -> None:
    for number, (options, titles) in enumerate(TIMELINES):
        found = tree(views, f"views/timeline-{number}").css(
            ".portfolio-stage h2 a, .portfolio-rows p > a:first-of-type"
        )
        assert [title.text().strip() for title in found] == titles, options


def test_the_timeline_is_drawn(views: Site) -> None:
    page = tree(views, "timeline")
    (drawing,) = page.css("figure.portfolio-chart")
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


def test_what_a_timeline_has_no_use_for_is_left_out(site: Site) -> None:
    site.write("timeline.md", "---\ntitle: Timeline\n---\n\n```{timeline}\n:from: 2003\n:to: 2003-01\n```\n")
    site.write("first.md", "---\ntitle: First\norphan: true\n---\n\n```{timeline}\n:to: 1998\n```\n")
    site.replace("employers/kew.md", "2001 – now", "2001-02 – now")
    site.replace("projects/seed-bank.md", "project:", "project:\n  period: 2002-03 – now")
    site.replace("education/leeds.md", "  skills: [taxonomy]\n", "")
    site.build()
    # A career known exactly is drawn without a caption, and without a row for marks that it has not.
    exact = tree(site, "timeline")
    assert len(exact.css("figure.portfolio-chart .portfolio-block > li")) == 3
    assert exact.css("figcaption")[0].text() == "Everything drawn is in the list below."
    assert not exact.css(".portfolio-marks")
    # With nothing to choose there are no filters.
    first = tree(site, "first")
    assert [len(first.css(part)) for part in ("ol.portfolio-timeline", "figure", ".portfolio-filters")] == [1, 1, 0]


def test_talks_alone_are_drawn_as_marks(site: Site) -> None:
    for page in ("employers/kew", "education/leeds", "projects/atlas", "projects/seed-bank"):
        (site.source / f"{page}.md").unlink()
    site.build(expect=None)
    timeline = tree(site, "timeline")
    assert len(timeline.css(".portfolio-marks ol > li > a")) == 2
    assert len(timeline.css(".portfolio-block > li")) == 1
    assert "within" not in timeline.css("figure.portfolio-chart")[0].text()


def test_the_timeline_has_filters_that_select_what_they_say(views: Site) -> None:
    page = tree(views, "timeline")
    assert links(views, "timeline", ".portfolio-filters") == [
        ("Everything", "#everything"),
        ("Experience", "#kind-employer"),
        ("Projects", "#kind-project"),
        ("Talks", "#kind-talk"),
        ("Education", "#kind-education"),
        ("Drawing", "#skill-drawing"),
        ("Taxonomy", "#skill-taxonomy"),
    ]
    said = [(line.attributes["id"], line.text()) for line in page.css(".portfolio-only p")]
    assert said == [
        ("kind-employer", "Experience only (1 of 6) · Show everything"),
        ("kind-project", "Projects only (2 of 6) · Show everything"),
        ("kind-talk", "Talks only (2 of 6) · Show everything"),
        ("kind-education", "Education only (1 of 6) · Show everything"),
        ("skill-drawing", "Drawing only (4 of 6) · Show everything"),
        ("skill-taxonomy", "Taxonomy only (2 of 6) · Show everything"),
    ]
    for part in (".portfolio-timeline", ".portfolio-chart"):
        assert [len(page.css(f"{part} li.of-{skill}")) for skill in ("drawing", "taxonomy")] == [4, 2], part
    (style,) = page.css("head style:not([id])")
    assert ".portfolio-filtered:has(#skill-drawing:target) li:not(.of-drawing," in style.text()


def test_only_a_page_s_first_whole_timeline_has_filters(views: Site) -> None:
    page = tree(views, "views/filters")
    assert [len(page.css(part)) for part in ("ol.portfolio-timeline", "figure", "nav.portfolio-filters")] == [3, 2, 1]
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    assert {"kind-talk", "kind-talk-2", "everything", "everything-2"} <= set(ids)
    assert ".portfolio-filtered:has(#kind-talk-2:target)" in page.css("head style:not([id])")[0].text()


def test_a_timeline_of_nothing_shows_nothing(views: Site) -> None:
    assert not tree(views, "views/of-nothing").css(".portfolio-timeline, figure, .portfolio-filters")


def test_entries_options(views: Site) -> None:
    for number, (options, titles) in enumerate(ENTRIES):
        page = tree(views, f"views/entries-{number}")
        assert [title.text().strip() for title in page.css("li .portfolio-title")] == titles, options
        assert bool(page.css(".sd-card")) == ("cards" in options), options


def test_a_listing_of_several_kinds_says_which(views: Site) -> None:
    lists = [
        [kind.text() for kind in each.css(".portfolio-kind")]
        for each in tree(views, "views/kinds").css("ul[class^='portfolio-']")
    ]
    assert lists == [["Project", "Talk", "Project"], ["Project", "Talk", "Project"], []]


def test_what_anyone_can_look_at_is_marked(views: Site) -> None:
    assert marked(views, "projects/atlas") == [("Source", "https://example.org/atlas")]
    assert marked(views, "talks/seeds") == [("Video", "https://example.org/flora")]
    names = [link.attributes["aria-label"] for link in tree(views, "talks/seeds").css("a.portfolio-video")]
    assert set(names) <= {"Video of How to draw a seed, Flora 2006", "Video of How to draw a seed"}
    # The timeline, which is long, has the recordings alone.
    assert marked(views, "views/of-all") == [
        ("Source", "https://example.org/atlas"),
        ("Video", "https://example.org/flora"),
    ]


def marked(site: Site, page: str) -> list[tuple[str, str | None]]:
    found = tree(site, page).css("a.portfolio-source, a.portfolio-video, a.portfolio-slides")
    return [(link.text(), link.attributes["href"]) for link in found]


def test_a_panel_says_of_what_kind_its_entry_is(views: Site) -> None:
    for page, kind in (("projects/atlas", "Project"), ("talks/seeds", "Talk"), ("skills/drawing", "Skill")):
        (panel,) = tree(views, page).css("aside.portfolio-panel")
        assert [panel.attributes["aria-label"], *(line.text() for line in panel.css("p.portfolio-kind"))] == [
            kind,
            kind,
        ]


def test_spans_of_years_are_kept_whole_where_lines_are_short(views: Site) -> None:
    for page, spans, expected in (
        ("employers/kew", ".portfolio-panel .portfolio-whole", ["2001 – now"]),
        ("skills", ".portfolio-lines dd > span", ["2001 – now", "2003 – 2005", "2001 – now", "1998 – 2002"]),
    ):
        found = [span.text() for span in tree(views, page).css(spans)]
        assert found == [each.replace(" ", "\N{NO-BREAK SPACE}") for each in expected]


def test_the_skills_index(views: Site) -> None:
    index = tree(views, "skills")
    headings = [(heading.text(), heading.attributes["id"]) for heading in index.css("h2")]
    assert headings == [("Arts", "category-arts"), ("Botany", "category-botany")]
    lines = index.css(".portfolio-lines > li > details:not([open]) > summary")
    assert [" ".join(line.text().split()) for line in lines] == [
        "Drawing 2001 – now about 19 years 1 employer 1 project 1 talk",
        "Taxonomy 1998 – 2002 about 4 years 1 project 1 place of study",
    ]
    assert not index.css("summary a")
    numbers = [[mark.attributes["data-number"] for mark in line.css("[data-number]")] for line in lines]
    assert numbers == [["1"] * 3, ["1"] * 2]
    assert links(views, "skills", "#taxonomy dl") == [
        ("Seed bank", "../projects/seed-bank/"),
        ("University of Leeds", "../education/leeds/"),
        ("Royal Botanic Gardens", "../employers/kew/#herbarium"),
    ]
    assert links(views, "skills", "#taxonomy .portfolio-more") == [
        ("More on Taxonomy", "taxonomy/"),
        ("Taxonomy on the timeline", "../timeline/#skill-taxonomy"),
    ]
    key = [" ".join(each.text().split()) for each in index.css(".portfolio-key")]
    assert key == ["Experience Projects Talks Education Some time in these years"]


def test_what_is_behind_a_line_has_two_addresses_that_no_other_part_of_the_page_has(views: Site) -> None:
    page = tree(views, "views/index-again")
    ids = [each.attributes["id"] for each in page.css("[id]")]
    assert len(ids) == len(set(ids))
    parts = page.css("summary + div")
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
    index = tree(site, "skills")

    def shown(skill: str) -> list[str]:
        return [" ".join(each.text().split()) for each in index.css(f"#{skill} dl > *")]

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


def test_markdown_has_a_plain_list(views: Site) -> None:
    text = " ".join(views.read("skills/index.md").split())
    assert text.count("Taxonomy") == 2  # and in the list of pages below
    figures = "1998 – 2002 · about 4 years · 1 project, 1 place of study, 1 mention"
    assert f"## Botany - [Taxonomy](taxonomy.md) · {figures} - **Projects:**" in text


def test_the_years_of_skills_are_drawn_on_one_scale(views: Site) -> None:
    (index,) = tree(views, "skills").css(".portfolio-index")
    assert index.attributes["style"] == "--years:23;--offset:2;--step:5"
    assert [year.text() for year in index.css(".portfolio-axis span")] == ["2000", "2005", "2010", "2015"]
    strips = [[cell.attributes for cell in strip.css("span[style]")] for strip in index.css(".portfolio-years")]
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
    site.write("skills/latin.md", "---\ntitle: Latin\nskill: {summary: A language., category: Botany}\n---\n")
    site.replace("projects/atlas.md", "A plate", "With names in {skill}`latin`, a plate")
    site.build()
    index = tree(site, "skills")
    assert [cell.attributes["style"] for cell in index.css(".portfolio-uncertain")] == ["--from:0;--to:20;--amount:1"]
    lines = [" ".join(each.text().split()) for each in index.css("summary")]
    assert lines[1:] == ["Taxonomy some time in 2001 – now 1 project", "Latin 1 mention"]
    assert len(index.css(".portfolio-key .portfolio-hatched")) == 1


def test_skills_without_dates_have_no_years(site: Site) -> None:
    for page in ("employers/kew", "education/leeds", "talks/seeds", "projects/seed-bank"):
        (site.source / f"{page}.md").unlink()
    site.replace("projects/atlas.md", "  period: 2003-01 – 2005-06\n", "")
    site.replace("skills/taxonomy.md", "Botany", "Arts")
    site.build(expect=None)
    index = tree(site, "skills")
    assert [" ".join(line.text().split()) for line in index.css("summary")] == [
        "Drawing 1 project",
        "Taxonomy 0 proofs",
    ]
    assert not index.css(".portfolio-axis, .portfolio-years span, .portfolio-hatched, #taxonomy dl")


@pytest.mark.measured
def test_an_index_of_no_skills_is_empty(site: Site) -> None:
    for skill in ("drawing", "taxonomy"):
        (site.source / f"skills/{skill}.md").unlink()
    site.build(expect=None)
    assert not tree(site, "skills").css(".portfolio-index, h2")


@pytest.mark.measured
def test_categories_stand_in_the_order_that_conf_py_gives(site: Site) -> None:
    def headings() -> list[str]:
        return [heading.text() for heading in tree(site, "skills").css("h2")]

    conf = (site.source / "conf.py").read_text("utf-8")
    site.write("conf.py", f'{conf}portfolio_categories = ["Botnay", "Botany"]\n')
    message = 'portfolio_categories in conf.py: no skill has the category "Botnay"; did you mean "Botany"?'
    for _ in range(2):
        site.build(expect=f"WARNING: {message} [portfolio.option]")
    assert headings() == ["Botany", "Arts"]
    site.write("conf.py", conf)
    site.build()
    assert headings() == ["Arts", "Botany"]


def test_skills_lead_to_a_timeline_that_can_be_filtered_by_them(site: Site) -> None:
    def linked() -> list[str]:
        places = (("skills/drawing", ".portfolio-panel"), ("skills", "#drawing .portfolio-more"))
        return [href for place in places for _, href in links(site, *place) if "skill-drawing" in href]

    no_filters = [
        "```{timeline}\n:kinds: talk\n```",
        "```{timeline}\n:from: 2003\n```\n\n```{timeline}\n```",
        "## Skill drawing\n\n```{timeline}\n```",
        "````{only} latex\n```{timeline}\n```\n````",
    ]
    (site.source / "timeline.md").unlink()
    site.replace("index.md", "timeline\n", "")
    for number, text in enumerate(no_filters):
        site.write(f"timeline-{number}.md", f"---\ntitle: Timeline\norphan: true\n---\n\n{text}\n")
    site.build()
    assert linked() == []
    site.write("timeline-0.md", f"---\ntitle: Timeline\norphan: true\n---\n\n{no_filters[0]}\n\n```{{timeline}}\n```\n")
    site.build()
    assert linked() == ["../../timeline-0/#skill-drawing", "../timeline-0/#skill-drawing"]
    assert tree(site, "timeline-0").css("#skill-drawing")


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


def test_what_is_not_dated_is_bounded(site: Site) -> None:
    rows = [
        ("", "some time in 2001 – now · 1 project"),
        (", since: 2004-05-06", "some time in 2004 – now · 1 project"),
        (", since: 1735", "some time in 2001 – now · 1 project"),
    ]
    for number, (since, _) in enumerate(rows):
        front = f"title: Cold {number}\nskill: {{summary: Ice., category: Arts{since}}}"
        site.write(f"skills/cold-{number}.md", f"---\n{front}\n---\n")
    site.replace("projects/seed-bank.md", "skills: [taxonomy]", "skills: [cold-0, cold-1, cold-2]")
    site.replace("education/leeds.md", "skills: [taxonomy]", "skills: [taxonomy, {drawing: 1999}]")
    site.build()
    for number, (since, shown) in enumerate(rows):
        page = f"skills/cold-{number}"
        assert facts(site, page, "panel")["In use"] == shown, since
        assert facts(site, page, "panel")["Timeline"] == f"Cold {number} on the timeline", since
        assert facts(site, page, "backlinks")["Projects"] == f"Seed bank ({shown.partition(' · ')[0]})", since
        assert tree(site, "timeline").css(f"#skill-cold-{number}"), since


def test_the_reference_of_front_matter(views: Site) -> None:
    rows = tree(views, "views/keys-of-talks").css(".portfolio-reference tr")
    heads, *cells = ([cell.text().strip() for cell in row.css("th, td")] for row in rows)
    assert heads == ["Key", "Type", "Meaning", "Example"]
    assert ["summary", "text"] in [row[:2] for row in cells]
    assert [(row[0], row[3]) for row in cells] == [(row.key, row.example) for row in reference("talk", ENGLISH)]
    keys = tree(views, "views/keys")
    assert [heading.attributes["id"] for heading in keys.css("h2")] == [f"front-matter-{each}" for each in SUBJECTS]
    assert len(keys.css("table.portfolio-reference")) == len(SUBJECTS)


def test_any_and_inventory_know_the_entries(views: Site) -> None:
    assert links(views, "views/roles", ".body p") == [
        ("How to draw a seed", "../../talks/seeds/"),
        ("How to draw a seed", "../../talks/seeds/"),
        ("it", "../../talks/seeds/"),
    ]
    inventory = InventoryFile.loads((views.home / "build/dirhtml/objects.inv").read_bytes(), uri="/")
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
    site.build()
    inventory = site.home / "build/dirhtml/objects.inv"
    conf = (site.source / "conf.py").read_text("utf-8")
    mapping = f'intersphinx_mapping = {{"other": ("https://example.org/", {str(inventory)!r})}}\n'
    site.write("conf.py", f'{conf}\nextensions.append("sphinx.ext.intersphinx")\n{mapping}')
    site.replace("projects/seed-bank.md", "It grew", "As in {external+other:skill}`drawing`, it grew")
    site.build()
    assert ("Drawing", "https://example.org/skills/drawing/") in links(site, "projects/seed-bank", ".body p")
    assert "Seed bank" not in str(facts(site, "skills/drawing", "backlinks"))


def test_parallel_equals_serial(site: Site) -> None:
    site.build()
    site.build(into="parallel", parallel=2)
    assert site.output("parallel") == site.output("build")


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


def test_a_page_refers_to_its_own_places(richer: Site) -> None:
    assert [a.attributes["href"] for a in tree(richer, "talks/seeds").css(".portfolio-rows a[href^='#']")] == [
        "#flora-2006",
        "#herbaria-2005",
    ]


def test_titles_and_summaries_are_text_and_never_markup(richer: Site) -> None:
    for page in ("index", "timeline/index", "projects/plants/index", "skills/drawing/index"):
        html = richer.read(f"{page}.html")
        assert "&lt;b&gt;Plants" in html, page
        assert "<script>alert" not in html, page
        assert "<b>Plants" not in html, page


def test_categories_have_ids_of_their_own(richer: Site) -> None:
    ids = [node.attributes["id"] for node in tree(richer, "skills").css("[id]")]
    assert len(ids) == len(set(ids))
    assert {"category", "category-c", "category-c-2", "category-c-3", "category-arts", "category-arts-2"} <= set(ids)


def test_a_sabbatical(richer: Site) -> None:
    assert facts(richer, "sabbaticals/andes", "panel") == {"When": "2006 – 2007 (about 1 year)", "Where": "Lima"}
    assert "The Andes" in richer.read("timeline/index.html")


def test_links_that_show_their_own_address_are_marked(views: Site) -> None:
    classes = [str(link.attributes["class"]).split() for link in tree(views, "views/addresses").css("a.external")]
    assert ["portfolio-address" in each for each in classes] == [True, False]


def test_a_page_can_be_resolved_without_a_build(site: Site) -> None:
    site.build()
    app = SphinxTestApp("dirhtml", srcdir=site.source, builddir=site.home / "build")
    try:
        resolved = app.env.get_and_resolve_doctree("projects/atlas", app.builder, tags=app.tags)
        assert "Built at" in resolved.astext()
    finally:
        app.cleanup()
