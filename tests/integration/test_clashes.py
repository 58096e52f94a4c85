"""Where a file and a folder would have one name, the build says so before it writes."""

import re

import pytest
from sphinx.errors import SphinxError

from nightly import by_day
from small_sites import Site

PAGE = "---\ntitle: Odd\norphan: true\n---\n\nText.\n"


@pytest.mark.measured
@pytest.mark.parametrize(
    ("builder", "page", "file"),
    by_day(
        1,
        ("html", "llms-full.txt/odd.md", "llms-full.txt"),
        ("dirhtml", "timeline.md.md", "timeline.md"),
        ("dirhtml", "llms-full.txt/odd.md", "llms-full.txt"),
        ("dirhtml", "resume.json.md", "resume.json"),
        ("html", "404.html/odd.md", "404.html"),
        ("html", "timeline.html/odd.md", "timeline.html"),
    ),
)
def test_a_page_whose_folder_has_the_name_of_a_file(site: Site, builder: str, page: str, file: str) -> None:
    site.write(page, PAGE)
    reason = (
        f'{site.source / page}: the site has a file "{file}", which cannot be a folder; rename the page, or its folder'
    )
    with pytest.raises(SphinxError, match=f"^{re.escape(reason)}$"):
        site.build(builder)
    (site.source / page).rename(site.source / "odd.md")
    site.build(builder)
    site.build(builder, into="clean")
    assert site.output("build", builder).keys() == site.output("clean", builder).keys()


def test_a_file_where_the_pages_of_variants_lie(site: Site) -> None:
    site.write("for.md", PAGE)
    site.write("variants/art.yaml", "title: Art\nskills: [drawing]\n")
    site.write("conf.py", (site.source / "conf.py").read_text("utf-8") + 'html_file_suffix = ""\n')
    reason = 'the site has a file "for", which cannot be a folder; give the page that is this file another name'
    with pytest.raises(SphinxError, match=f"^{re.escape(f'{site.source}/variants/art.yaml: {reason}')}$"):
        site.build("html")


def test_a_page_that_takes_the_place_of_another_s_copy(site: Site) -> None:
    """What earlier builds left is removed first."""
    site.write("notes.md", PAGE)
    site.build()
    for old, new in (("notes.md", "notes.md.md"), ("notes.md.md", "notes.md")):
        (site.source / old).rename(site.source / new)
        site.build()


@pytest.mark.measured
def test_what_others_put_in_the_place_of_a_file(site: Site) -> None:
    out = site.home / "build/dirhtml"
    for name in ("resume.json", "projects/atlas.md"):
        (out / name).mkdir(parents=True)
    (out / "talks").write_bytes(b"")
    with pytest.raises(SphinxError) as error:
        site.build()
    assert str(error.value).splitlines() == [
        f"{out / 'projects/atlas.md'}: this is a folder where a file is to be written; remove it",
        f"{out / 'resume.json'}: this is a folder where a file is to be written; remove it",
        f"{out / 'talks'}: this is a file where files are to be written; remove it",
    ]
