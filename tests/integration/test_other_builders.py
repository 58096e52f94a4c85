"""What builders without a folder of pages write of a small site: its text, and nothing that only such a folder has."""

from collections.abc import Callable

import pytest

from graphs import graph
from nightly import by_day
from small_sites import Site

BUILDERS = by_day(5, "singlehtml", "epub", "text", "man", "latex", "texinfo", "xml", "gettext")
KIT = "```{bio} 2\nI drew.\n```\n\n```{abstracts}\n```\n\n```{deliveries}\n```\n\n```{exports}\n```\n\n"
ADDRESS = 'html_baseurl = "https://example.org/me"\nepub_show_urls = "no"\n'


@pytest.fixture(scope="module", params=by_day(1, 0, 2))
def others(new_site: Callable[[], Site], request: pytest.FixtureRequest) -> dict[str, dict[str, bytes]]:
    """All files that each builder writes of one site, which has most directives; none says a warning."""
    site = new_site()
    site.write("more.md", f"---\ntitle: More\norphan: true\n---\n\n{KIT}```{{front-matter}}\n```\n")
    site.write("conf.py", (site.source / "conf.py").read_text("utf-8") + ADDRESS)
    found = {}
    for builder in BUILDERS:
        into = f"{builder if builder == 'gettext' else 'build'}-{request.param}"  # it shares its doctrees with no other
        site.build(builder, into=into, parallel=request.param)
        found[builder] = site.output(into, builder)
    return found


@pytest.mark.parametrize("builder", BUILDERS)
def test_the_list_alone_without_copies_exports_and_linked_data(
    others: dict[str, dict[str, bytes]], builder: str
) -> None:
    files = {name: data for name, data in others[builder].items() if not name.startswith("_static")}
    assert files
    # No chart, filters, links to these, copies and exports.
    for name, content in files.items():
        for part in (b"Show everything", b"Drawing on the timeline", b"skill-drawing", b"text/markdown", b"talks.ics"):
            assert part not in content, name
        for part in (b"portfolio-chart", b"by year"):
            assert part not in content or name.endswith(".css"), name
        assert not name.endswith((".md", ".ics", "feed.xml", "llms-full.txt")), name
    assert builder != "singlehtml" or graph(files["index.html"].decode()) == []


@pytest.mark.measured
def test_a_builder_that_writes_no_pages_has_no_addresses_to_give(site: Site) -> None:
    site.replace("talks/seeds.md", "---\n\n", "---\n\nDrawn by {skill}`drawing`.\n\n")
    site.write("more.md", f"---\ntitle: More\norphan: true\n---\n\n{KIT}")
    assert site.build("changes") == []


@pytest.mark.parametrize("edit", by_day(1, "inclusion", "setting"))
def test_what_another_builder_has_read_is_written(site: Site, edit: str) -> None:
    site.replace("talks/seeds.md", "---\n\n", "---\n\n```{include} /words.txt\n```\n\n")
    site.write("words.txt", 'Old "words".\n')
    site.build()
    if edit == "inclusion":
        site.write("words.txt", "New words.\n")
    else:
        site.write("conf.py", (site.source / "conf.py").read_text("utf-8") + "smartquotes = False\n")
    site.build("text")
    site.build()
    site.build(into="clean")
    assert site.output("build") == site.output("clean")


def test_text_has_the_facts_too(others: dict[str, dict[str, bytes]]) -> None:
    talk, index = (others["text"][f"{name}.txt"].decode() for name in ("talks/seeds", "skills/index"))
    assert "**Flora 2006**, Oslo, 17 May 2006" in talk
    assert "Atlas of Seeds" in talk
    lines = [" ".join(line.split()) for line in index.splitlines()]
    assert lines.count("* Taxonomy") == 2  # and in the list of pages below
    assert "1998 – 2002 · about 4 years · 1 project, 1 place of study, 1 mention" in lines
