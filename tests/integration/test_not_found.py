"""The page that servers show where there is nothing."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from nightly import by_day
from portfolio.html.not_found import absolute
from small_sites import Site


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ('<a href="../a/">', '<a href="/x/a/">'),
        ('<html data-content_root="../">', '<html data-content_root="/x/">'),
        ('<a href="./">', '<a href="/x/404/">'),
        ('<a href="">', '<a href="/x/404/">'),
        ('<a href="#top">', '<a href="#top">'),
        ('<a href="/a">', '<a href="/a">'),
        ('<a href="https://example.org/">', '<a href="https://example.org/">'),
        ('<a data-href="a">', '<a data-href="a">'),
    ],
)
def test_urls_are_absolute(page: str, found: str) -> None:
    assert absolute(page, "/x/404/") == found


@pytest.mark.parametrize("base", by_day(1, "https://example.org/en/latest/", ""))
@pytest.mark.parametrize(
    ("builder", "search", "ending"), by_day(1, ("dirhtml", "search/", "/"), ("html", "search.html", ".html"))
)
def test_it_can_be_shown_at_any_depth(site: Site, builder: str, search: str, ending: str, base: str) -> None:
    site.replace("conf.py", 'language = "en"', f'language = "en"\nhtml_baseurl = "{base}"')
    site.build(builder)
    text = site.read("404.html", builder)
    root = "/en/latest/" if base else "/"
    links = re.findall('(?<=[ "])(?:href|src|action)="([^"]*)"', text)
    assert [each for each in links if not each.startswith((root, "#", "https://"))] == []
    tree = LexborHTMLParser(text)
    assert [each.attributes["action"] for each in tree.css("form.portfolio-search")] == [root + search]
    assert [each.attributes["href"] for each in tree.css("#not-found p a")] == [
        root if builder == "dirhtml" else f"{root}index.html"
    ]
    assert f'name + "{ending}"' in text
    assert [each.attributes["content"] for each in tree.css("meta[name=robots]")] == ["noindex"]
    assert not tree.css("link[rel=canonical], script[type='application/ld+json']")
    output = site.output("build", builder)
    assert [name for name in output if "404" in name] == ["404.html"]
    # The numbers of extensions' versions can hold these digits, too.
    versions = re.compile(rb'"envversion":\s*\{[^}]*\}')
    assert [
        name
        for name, data in output.items()
        if name != "404.html" and b"404" in versions.sub(b"", data) and name.endswith((".xml", ".txt", ".js"))
    ] == []
    site.build(builder)
    assert site.output("build", builder) == output


@pytest.mark.measured
def test_a_page_of_the_site_s_own_stays(site: Site) -> None:
    site.write("404.md", "---\ntitle: Gone\norphan: true\n---\n")
    site.build("html")
    assert "Gone" in site.read("404.html", "html")


def test_it_has_the_encoding_of_all_pages(site: Site) -> None:
    site.replace("conf.py", 'language = "en"', 'language = "de"\nhtml_output_encoding = "latin-1"')
    site.replace("conf.py", 'project = "A botanist"', 'project = "Pflanzen für 3 €"')
    site.write("redirects.txt", "projects/plates projects/atlas\n")
    site.write("variants/arts.yaml", "title: Für Galerien\nskills: [drawing]\n")
    site.build()
    output = {name: data for name, data in site.output("build").items() if name.endswith(".html")}
    page = output["404.html"].decode("latin-1")
    assert '<meta charset="latin-1" />' in page
    assert "Pflanzen für 3 &#8364;" in page
    assert "Für Galerien" in output["for/arts/index.html"].decode("latin-1")
    assert site.build() == []
    assert output.items() <= site.output("build").items()
