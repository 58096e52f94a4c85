"""A site whose first page has another name has all that other sites have."""

import datetime as dt
import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from nightly import by_day
from portfolio.commands import check
from small_sites import Site

PERSON = "person:\n  name: A botanist\n  label: Illustrator\n  email: ada@example.org\n"


@pytest.mark.parametrize(
    ("builder", "landing", "atlas", "up"),
    by_day(
        1,
        ("dirhtml", "contents/index.html", "projects/atlas/index.html", "../../contents/"),
        ("html", "contents.html", "projects/atlas.html", "../contents.html"),
    ),
)
def test_any_page_can_be_the_first(site: Site, builder: str, landing: str, atlas: str, up: str) -> None:
    site.replace("index.md", "title: A botanist\n", f"title: A botanist\n{PERSON}")
    site.replace("index.md", "I drew", "```{person}\n```\n\nI drew")
    site.replace("conf.py", '"basic"', '"furo"\nhtml_baseurl = "https://example.org/"')
    site.write("variants/arts.yaml", "title: Illustrator\nskills: [drawing]\n")
    site.write("redirects.txt", "projects/plates projects/atlas\n")
    site.build(builder, into="usual")
    (site.source / "index.md").rename(site.source / "contents.md")
    site.replace("conf.py", 'version = "1"', 'version = "1"\nroot_doc = "contents"')
    site.build(builder)

    names = {"index.html" if name == landing else name for name in site.output("build", builder)}
    assert {name.replace("contents", "index") for name in names} == site.output("usual", builder).keys()
    first, moved, project = (LexborHTMLParser(site.read(name, builder)) for name in (landing, "index.html", atlas))
    assert [each.text() for each in first.css("article .h-card .p-name")] == ["A botanist"]
    (graph,) = (json.loads(each.text()) for each in first.css('script[type="application/ld+json"]'))
    assert {"ProfilePage", "Person"} <= {each["@type"] for each in graph["@graph"]}
    beside = {str(each.attributes["href"]).rpartition("/")[2] for each in first.css("link[rel=alternate]")}
    assert {"card.vcf", "resume.json", "cv.pdf", "feed.xml"} <= beside
    # The site's own address leads there, and so does the name at the foot of every page.
    assert [each.attributes["href"] for each in moved.css("body a")] == [landing.removesuffix("index.html")]
    assert [each.attributes["href"] for each in project.css("footer .p-name")] == [up]

    pages, _, unread = check.read(site.source)
    assert not unread
    assert [each for each in pages.problems(dt.date(2020, 1, 1)) if each[1].severity == "error"] == []
