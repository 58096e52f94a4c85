"""Beside other extensions that do the same, ours gives way, or says which to switch off."""

import re
import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest
from sphinx.application import Sphinx

from small_sites import Site


@pytest.fixture
def beside(site: Site, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Callable[[Sphinx], None]], Site]:
    """Loads what stands in for an extension beside ours."""

    def load(name: str, setup: Callable[[Sphinx], None]) -> Site:
        module = ModuleType(name)
        module.setup = setup  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, name, module)
        conf = (site.source / "conf.py").read_text("utf-8")
        site.write("conf.py", f'{conf}extensions.append("{name}")\nhtml_baseurl = "https://example.org/me/"\n')
        return site

    return load


Load = Callable[[str, Callable[[Sphinx], None]], Site]


@pytest.mark.measured
def test_open_graph_properties_stand_there_once_and_another_sitemap_beside_ours(beside: Load) -> None:
    def tag(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
        context["metatags"] = context.get("metatags", "") + '<meta property="og:title" content="Theirs" />'

    def setup(app: Sphinx) -> None:
        app.connect("html-page-context", tag)

    beside("sphinx_sitemap", lambda app: app.add_config_value("sitemap_filename", "theirs.xml", ""))
    site = beside("sphinxext.opengraph", setup)
    site.build()
    page = site.read("talks/seeds/index.html")
    assert re.findall('property="(og:[^"]*)" content="([^"]*)"', page) == [("og:title", "Theirs")]
    assert 'name="description" content="Seeing before drawing."' in page


def test_one_sitemap_is_to_be_switched_off(beside: Load) -> None:
    site = beside("sphinx_sitemap", lambda app: app.add_config_value("sitemap_filename", "sitemap.xml", ""))
    site.build(expect="sphinx_sitemap replaces")
    assert site.warnings.count("WARNING") == 1


@pytest.mark.measured
def test_other_texts_for_language_models_are_to_be_switched_off(beside: Load) -> None:
    def setup(app: Sphinx) -> None:
        app.add_config_value("llms_txt_file", True, "env")
        app.add_config_value("llms_txt_filename", "llms.txt", "env")
        app.add_config_value("llms_txt_full_file", True, "env")
        app.add_config_value("llms_txt_full_filename", "llms-full.txt", "env")

    site = beside("sphinx_llms_txt", setup)
    site.build(expect="sphinx_llms_txt replaces this extension's llms.txt,")
    assert "sphinx_llms_txt replaces this extension's llms-full.txt," in site.warnings
    site.replace("conf.py", "html_baseurl", 'llms_txt_file = False\nllms_txt_full_filename = "x.txt"\nhtml_baseurl')
    site.build()


@pytest.mark.measured
def test_links_on_the_page_of_another_for_what_is_not_found(beside: Load) -> None:
    def collect(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
        yield "lost", {"title": "Lost", "body": '<a href="/other/">Theirs</a>'}, "page.html"

    def setup(app: Sphinx) -> None:
        app.add_config_value("notfound_pagename", "lost", "")
        app.add_config_value("notfound_urls_prefix", "/en/latest/", "")
        app.connect("html-collect-pages", collect)

    site = beside("notfound.extension", setup)
    for builder, page in (("dirhtml", "lost/index.html"), ("html", "lost.html")):
        site.build(builder)
        assert not (site.home / "build" / builder / "404.html").exists()
        urls = re.findall(' (?:href|src)="([^"]*)"', site.read(page, builder))
        assert {"/other/", "/en/latest/feed.xml"} <= {*urls}, builder
        assert [url for url in urls if not url.startswith(("/", "#", "https://"))] == [], builder


@pytest.mark.measured
def test_a_page_of_another_that_is_not_written(beside: Load) -> None:
    def setup(app: Sphinx) -> None:
        app.add_config_value("notfound_pagename", "lost", "")
        app.add_config_value("notfound_urls_prefix", None, "")

    site = beside("notfound.extension", setup)
    site.replace("conf.py", "html_baseurl", 'notfound_pagename = "gone"\nhtml_baseurl')
    site.build()
    assert not (site.home / "build/dirhtml/404.html").exists()
