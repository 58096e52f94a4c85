"""Archived copies are shown beside the links to what they are copies of."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from nightly import by_day
from small_sites import Site, facts

SEEDS = """\
---
title: How to draw a seed
talk:
  summary: Seeing before drawing.
  skills: [{{drawing: {{proof: I drew a seed on stage.}}}}]
  employer: kew
  links:
    article: {{url: {0}/article, archive: {0}/archive/article}}
    source:
      archive: {0}/archive/source
      url: {0}/source
  sources:
    - url: {0}/dead-history
      archive: {0}/archive/dead-history
    - {0}/report
  deliveries:
    - event: Flora 2006
      place: Oslo
      date: 2006-05-17
      video: {{url: {0}/video, archive: {0}/archive/video}}
      slides: {0}/slides
      program: {{url: {0}/program, archive: {0}/archive/program}}
---

Look first.
"""


def write(site: Site, address: str) -> None:
    site.write("talks/seeds.md", SEEDS.format(address))
    site.replace(
        "skills/drawing.md",
        "link: https://example.org/drawing",
        f"link: {{url: {address}/drawing, archive: {address}/archive/drawing}}",
    )
    site.write(
        "more.md", "# More\n\n```{deliveries}\n```\n\n```{entries}\n:kind: talk\n```\n\n```{skills-index}\n```\n"
    )
    site.replace("index.md", "timeline\n", "timeline\nmore\n")


def test_copies_are_shown_after_the_links(site: Site) -> None:
    write(site, "https://example.org")
    site.build()
    copies = {
        page: [
            str(link.attributes["href"]).removeprefix("https://example.org/archive/")
            for link in LexborHTMLParser(site.read(f"{page}/index.html")).css(".portfolio-copy > a")
        ]
        for page in ("talks/seeds", "skills/drawing", "more")
    }
    assert copies == {
        "talks/seeds": ["video", "program", "source", "article", "dead-history"],
        "skills/drawing": ["drawing", "source", "video"],
        "more": ["video", "source", "video", "source", "video"],
    }
    panel, sources = facts(site, "talks/seeds", "panel"), facts(site, "talks/seeds", "backlinks")["Sources"]
    assert panel["Given at"].endswith("· Video (archived copy) · Slides · Program (archived copy)")
    assert panel["Links"] == "Source (archived copy), Article (archived copy)"
    assert sources == "example.org: dead history (archived copy) example.org/report"
    assert facts(site, "skills/drawing", "panel")["Links"] == "Home page (archived copy)"
    talks = facts(site, "skills/drawing", "backlinks")["Talks"]
    assert "(17 May 2006) · Source (archived copy) · Video (archived copy) · Slides" in talks


def test_other_builders_show_them_too(site: Site) -> None:
    write(site, "https://example.org")
    site.write("conf.py", (site.source / "conf.py").read_text("utf-8") + 'epub_show_urls = "no"\nversion = "1"\n')
    for builder in by_day(2, "text", "latex", "epub"):
        site.build(builder)
        assert any(b"archived copy" in data for data in site.output("build", builder).values())


@pytest.mark.nightly
def test_in_german(site: Site) -> None:
    write(site, "https://example.org")
    site.replace("conf.py", 'language = "en"', 'language = "de"')
    site.build()
    assert "(archivierte Kopie)" in facts(site, "talks/seeds", "panel")["Links"]


@pytest.mark.parametrize("parallel", by_day(1, 0, 2))
def test_pages_follow_the_copies_that_others_name(site: Site, parallel: int) -> None:
    write(site, "https://example.org")
    site.build(parallel=parallel)
    site.replace("talks/seeds.md", "archive/video", "archive/2006/video")
    assert {"talks/seeds", "skills/drawing", "more"} <= set(site.build(parallel=parallel))
    site.build(into="clean", parallel=2 - parallel)
    assert site.output("build") == site.output("clean")
