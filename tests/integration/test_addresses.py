"""The address that each page says is its own, in its head, its graph and the sitemap; and when it changed."""

import os
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from graphs import graph
from nightly import by_day
from small_sites import ROOTS, Site

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def at(site: Site, address: str, more: str = "") -> Site:
    """*site* at an address, with a page whose name no address can hold as it is."""
    site.write("conf.py", (site.source / "conf.py").read_text("utf-8") + f'\nhtml_baseurl = "{address}"\n{more}\n')
    site.write("über-uns/wer.md", "---\ntitle: Who\n---\n\nWe.\n")
    site.write("loose.md", "---\ntitle: Loose\norphan: true\n---\n\nLoose.\n")
    site.replace("index.md", "timeline\n", "timeline\nüber-uns/wer\n")
    return site


def canonical(html: str) -> list[str | None]:
    return [link.attributes["href"] for link in LexborHTMLParser(html).css('link[rel="canonical"]')]


def sitemap(site: Site, builder: str = "dirhtml", into: str = "build") -> dict[str, str]:
    """The addresses of pages, each with the time of its last change."""
    root = ElementTree.fromstring(site.read("sitemap.xml", builder, into))
    return {url.findtext(f"{SPACE}loc", ""): url.findtext(f"{SPACE}lastmod", "") for url in root}


@pytest.mark.parametrize(
    ("theme", "builder", "address"),
    by_day(
        2,
        ("basic", "dirhtml", "https://example.org/me"),
        ("furo", "html", "https://example.org/me//"),
        ("furo", "dirhtml", "https://example.org/me//"),
        ("basic", "html", "https://example.org/me/"),
        ("basic", "html", "https://example.org/me//"),
    ),
)
def test_a_page_has_one_address(site: Site, theme: str, builder: str, address: str) -> None:
    at(site, address).replace("conf.py", '"basic"', f'"{theme}"')
    site.write("redirects.txt", "uns über-uns/wer\n")
    site.build(builder)
    out = site.home / "build" / builder
    found = {}
    for path in out.rglob("*.html"):
        html = path.read_text("utf-8")
        nodes = graph(html)
        if nodes:
            assert canonical(html) == [nodes[0]["@id"]]
            found[path.relative_to(out).as_posix()] = nodes[0]["@id"].removeprefix("https://example.org/me/")
    assert sorted(sitemap(site, builder)) == sorted(f"https://example.org/me/{each}" for each in found.values())
    assert len(found) == len(list(site.source.rglob("*.md"))) == 12
    if builder == "dirhtml":
        pages = ["index.html", "skills/index.html", "talks/seeds/index.html", "über-uns/wer/index.html"]
        assert [found[page] for page in pages] == ["", "skills/", "talks/seeds/", "%C3%BCber-uns/wer/"]
        # What leads on names the same address; the search has none of its own.
        assert canonical(site.read("uns/index.html")) == ["https://example.org/me/%C3%BCber-uns/wer/"]
        assert canonical(site.read("search/index.html")) == []
        assert canonical(site.read("genindex/index.html")) == ["https://example.org/me/genindex/"]
        assert site.read("robots.txt") == "User-agent: *\nAllow: /\n\nSitemap: https://example.org/me/sitemap.xml\n"
    else:
        pages = ["index.html", "skills/index.html", "talks/seeds.html"]
        assert [found[page] for page in pages] == pages
        assert found["über-uns/wer.html"].startswith("%C3%BCber-uns/wer.html")


def test_without_an_address_of_the_site_no_page_claims_one(site: Site) -> None:
    site.build()
    assert canonical(site.read("talks/seeds/index.html")) == []
    assert not list((site.home / "build/dirhtml").glob("sitemap.xml"))
    assert not list((site.home / "build/dirhtml").glob("robots.txt"))


@pytest.mark.parametrize("parallel", by_day(1, 0, 2))
def test_the_sitemap_follows_the_pages(site: Site, parallel: int) -> None:
    at(site, "https://example.org/").build(parallel=parallel)
    before = sitemap(site)
    assert len(before) == 12
    site.write("new.md", "---\ntitle: New\norphan: true\n---\n\nNew.\n")
    site.build(parallel=parallel)
    assert sitemap(site).keys() - before.keys() == {"https://example.org/new/"}
    (site.source / "loose.md").unlink()
    site.build(parallel=parallel)
    assert before.keys() - sitemap(site).keys() == {"https://example.org/loose/"}


def test_pages_of_a_repository_changed_when_they_were_committed(tmp_path: Path) -> None:
    site = at(Site(ROOTS / "botanist", tmp_path), "https://example.org/")
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgSign=false"]

    def commit(day: str) -> None:
        for command in (["init"], ["add", "."], ["commit", "--message=M"]):
            environ = os.environ | {"GIT_COMMITTER_DATE": f"{day}T00:00:00+00:00"}
            git = ["git", "-C", str(site.home), *settings, *command]
            subprocess.run(git, check=True, capture_output=True, env=environ)

    (site.home / ".gitignore").write_text("/build\n/clean\n")
    commit("2019-01-01")
    site.replace("projects/atlas.md", "A plate a week", "A plate a day")
    commit("2019-02-01")
    site.replace("talks/seeds.md", "Look first", "Look twice")
    site.build()
    found = sitemap(site)
    assert (found["https://example.org/talks/seeds/"], found["https://example.org/projects/atlas/"]) == (
        "",
        "2019-02-01T00:00:00+00:00",
    )
    assert found["https://example.org/%C3%BCber-uns/wer/"] == "2019-01-01T00:00:00+00:00"
    commit("2019-03-01")
    assert site.build() == ["index", "talks/seeds"]  # which says so, and the one in whose toctree Sphinx finds it
    assert sitemap(site)["https://example.org/talks/seeds/"] == "2019-03-01T00:00:00+00:00"


@pytest.mark.measured
def test_a_file_of_the_site_s_own_stays(site: Site) -> None:
    at(site, "https://example.org/me")
    conf = (site.source / "conf.py").read_text("utf-8")
    site.build()
    site.write("extra/robots.txt", "mine\n")
    site.write("conf.py", f'{conf}\nhtml_extra_path = ["extra"]\n')
    for _ in range(2):
        site.build()
        assert site.read("robots.txt") == "mine\n"
    site.write("conf.py", f'{conf}\nhtml_extra_path = ["extra/robots.txt"]\n')
    site.write("extra/robots.txt", "mine too\n")
    site.build()
    assert site.read("robots.txt") == "mine too\n"
