"""The files beside the pages: when they are written, and where they are linked."""

import logging
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from sphinx.errors import ConfigError
from sphinx.testing.util import SphinxTestApp

from nightly import by_day
from portfolio.export import EXPORTS
from small_sites import Site

BASE = '\nhtml_baseurl = "https://example.org/me"\n'


def with_address(site: Site) -> None:
    site.write("conf.py", (site.source / "conf.py").read_text("utf-8") + BASE)


def alternates(html: str) -> list[tuple[str, ...]]:
    return re.findall(r'<link rel="alternate" type="([^"]+)" title="([^"]+)" href="([^"]+)">', html)


def test_exports_are_written_and_linked(site: Site) -> None:
    with_address(site)
    site.write("more.md", "# More\n\n```{exports}\n```\n\nSubscribe to the {export}`calendar <talks.ics>`.\n")
    site.replace("index.md", "timeline\n", "timeline\nmore\n")
    for builder, suffix, address in (("dirhtml", "/index.html", "talks/seeds/"), ("html", ".html", "talks/seeds.html")):
        site.build(builder)
        up = "../" * f"talks/seeds{suffix}".count("/")
        assert alternates(site.read(f"talks/seeds{suffix}", builder)) == [
            ("application/atom+xml", "Feed of talks, projects, and publications", f"{up}feed.xml"),
            ("text/calendar", "Calendar of talks", f"{up}talks.ics"),
        ], builder
        assert len(alternates(site.read(f"search{suffix}", builder))) == 2, builder
        assert (site.home / "build" / builder / "talks.ics").stat().st_size < 1000
        more, up = LexborHTMLParser(site.read(f"more{suffix}", builder)), "../" * suffix.count("/")
        links = more.css('li a[type="text/calendar"]')
        assert [(link.attributes["href"], link.attributes["rel"], link.text()) for link in links] == [
            (f"{up}talks.ics", "alternate", "Calendar of talks")
        ], builder
        lines = [each.text().strip() for each in more.css("li:has(a[type])")]
        assert "Calendar of talks (1 of 2, those with a known day) (ICS, 1 KB)" in lines, builder
        assert "Subscribe to the calendar (1 of 2, those with a known day)." in more.text(), builder
        assert "<id>tag:example.org,2026:me/talks/seeds</id>" in site.read("feed.xml", builder)
        assert f'href="https://example.org/me/{address}"' in site.read("feed.xml", builder)
        assert f"https://example.org/me/{address}#flora-2006" in site.read("talks.ics", builder).replace("\r\n ", "")


def test_without_an_address_there_is_no_feed_and_the_build_says_so_once(site: Site) -> None:
    logging.disable(logging.DEBUG)
    app = SphinxTestApp("dirhtml", srcdir=site.source, builddir=site.home / "build")
    try:
        app.build()
        said = app.status.getvalue()
    finally:
        app.cleanup()
        logging.disable(logging.INFO)
    files = ", ".join(export.name for export in EXPORTS if export.needs_url)
    assert said.count("feed.xml") == said.count(f"for want of the site's URL: {files}; set html_baseurl") == 1
    assert app.warning.getvalue() == ""
    assert not (site.home / "build/dirhtml/feed.xml").exists()
    links = {link[2] for link in alternates(site.read("index.html"))}
    assert {"feed.xml", "talks.ics"} & links == {"talks.ics"}


@pytest.mark.parametrize("parallel", by_day(1, 0, 2))
def test_exports_follow_what_they_are_made_from(site: Site, parallel: int) -> None:
    with_address(site)
    site.build(parallel=parallel)
    feed, calendar = (site.home / "build/dirhtml" / name for name in ("feed.xml", "talks.ics"))
    before = [path.stat().st_mtime_ns for path in (feed, calendar)]

    assert site.build(parallel=parallel) == []
    assert [path.stat().st_mtime_ns for path in (feed, calendar)] == before

    site.replace("projects/atlas.md", "Five hundred plates", "Six hundred plates")
    site.build(parallel=parallel)
    assert "Six hundred plates" in feed.read_text("utf-8")
    assert (feed.stat().st_mtime_ns > before[0], calendar.stat().st_mtime_ns) == (True, before[1])

    # No day, no calendar; and every page has one link less.
    site.replace("talks/seeds.md", "date: 2006-05-17", "date: 2006-05")
    assert site.build(parallel=parallel) == site.build(into="clean")
    assert not calendar.exists()
    assert site.output("build") == site.output("clean")


def test_an_export_that_was_lost_is_written_again(site: Site) -> None:
    site.build()
    calendar = site.home / "build/dirhtml/talks.ics"
    before = calendar.read_bytes()
    calendar.unlink()
    site.build()
    assert calendar.read_bytes() == before


def test_what_comes_out_the_same_is_not_written_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.build()
    calendar = site.home / "build/dirhtml/talks.ics"
    before = calendar.stat().st_mtime_ns
    (record,) = site.home.rglob("portfolio-exports-*.json")
    record.unlink()
    site.build()
    assert calendar.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    "address", ["example.org", "ftp://example.org/", "https://example.org/?a", "https://example.org:99999/"]
)
def test_an_address_that_is_none_stops_the_build(site: Site, address: str) -> None:
    out: Path = site.home / "build"
    with pytest.raises(ConfigError, match=re.escape(f'html_baseurl is "{address}"') + ".*set it to the URL"):
        SphinxTestApp("dirhtml", srcdir=site.source, builddir=out, confoverrides={"html_baseurl": address})
