"""What is private is in no output, what is unlisted on no page but its own; a marker stands in all of their fields."""

import io
import re
import zipfile
import zlib
from itertools import count

import pypdf
import pytest
from selectolax.lexbor import LexborHTMLParser

from hosted_search import indexed
from hostile_careers import as_yaml, front_matter
from nightly import by_day
from portfolio.model.kinds import FOLDERS
from small_sites import Site

MARK = "zzsecretzz"
BUILDERS = by_day(4, "dirhtml", "singlehtml", "epub", "text", "xml", "html", "man", "latex", "texinfo", "gettext")


def hide(site: Site, visibility: str) -> None:
    """Give the site a page of each kind whose every field, prose and name holds the marker; public pages name them."""
    numbers = count()
    for folder, kind in FOLDERS.items():
        texts = (f"{MARK} {n}" for n in numbers)
        urls = (f"https://example.org/{MARK}/{n}" for n in numbers)
        facts = front_matter(kind, texts, urls, MARK)
        facts["visibility"] = visibility
        front = as_yaml({"title": f"{MARK} {kind}", kind: facts})
        prose = f"## {MARK} heading\n\n{MARK} in {{skill}}`drawing` and {{project}}`atlas`.\n\n![{MARK}]({MARK}.svg)\n"
        site.write(f"{folder}/{MARK}.md", f"---\n{front}---\n\n{prose}")
        (site.source / folder / f"{MARK}.svg").write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg"><!-- {MARK} --></svg>'
        )
    site.replace("projects/atlas.md", "employers: [kew]", f"employers: [kew, {MARK}]")
    site.replace("projects/atlas.md", "skills: [drawing]", f"skills: [drawing, {MARK}]")
    site.replace("talks/seeds.md", "projects: [atlas]", f"projects: [atlas, {MARK}]")
    site.replace("index.md", "projects/atlas\n", f"projects/atlas\nprojects/{MARK}\nA title <talks/{MARK}.md>\n")
    site.write("timeline.md", "---\ntitle: Timeline\n---\n\n```{timeline}\n```\n\n```{entries}\n```\n\n```{abstracts}\n```\n\n```{deliveries}\n```\n\n```{exports}\n```\n")  # fmt: skip
    conf = (site.source / "conf.py").read_text("utf-8").replace("html_copy_source = False", "html_copy_source = True")
    site.write("conf.py", conf + '\nhtml_baseurl = "https://example.org/"\nepub_show_urls = "no"\n')


def shown(name: str, data: bytes) -> str:
    """All that a file holds, what is compressed in it as well, and its name."""
    text = name + data.decode("utf-8", "replace")
    if name == "objects.inv":
        text += zlib.decompress(data.split(b"\n", 4)[4]).decode()
    elif name.endswith(".epub"):
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            text += "".join(shown(each, book.read(each)) for each in book.namelist())
    elif name.endswith(".pdf"):
        pdf = pypdf.PdfReader(io.BytesIO(data))
        text += "".join([*(page.extract_text() for page in pdf.pages), repr(pdf.metadata), repr(pdf.outline)])
        text += "".join(repr(each.get_object()) for page in pdf.pages for each in page.get("/Annots", ()))
    return text


def leaks(site: Site, builder: str, into: str = "build") -> list[str]:
    return sorted(name for name, data in site.output(into, builder).items() if MARK in shown(name, data))


def test_what_is_private_is_in_no_output(site: Site) -> None:
    hide(site, "private")
    for builder in BUILDERS:
        into = "messages" if builder == "gettext" else "build"  # it shares its doctrees with no other
        site.build(builder, into=into)
        assert leaks(site, builder, into) == []
        assert site.output(into, builder)


@pytest.mark.parametrize("parallel", by_day(1, 0, 2))
def test_what_becomes_private_leaves_no_trace(site: Site, parallel: int) -> None:
    hide(site, "public")
    for folder in FOLDERS:
        site.replace(f"{folder}/{MARK}.md", "visibility: public", "visibility: unlisted")
    site.replace(f"projects/{MARK}.md", "visibility: unlisted", "visibility: public")
    site.build(parallel=parallel)
    assert len(leaks(site, "dirhtml")) > 20
    for folder in FOLDERS:
        text = (site.source / f"{folder}/{MARK}.md").read_text("utf-8")
        site.write(f"{folder}/{MARK}.md", re.sub("visibility: (unlisted|public)", "visibility: private", text))
    site.build(parallel=parallel)
    assert leaks(site, "dirhtml") == []
    assert list((site.home / "build/doctrees").rglob(f"*{MARK}*")) == []
    site.build(into="clean")
    assert site.output("build") == site.output("clean")

    # And comes back, where toctrees name it.
    site.replace(f"projects/{MARK}.md", "visibility: private", "visibility: public")
    site.build(parallel=parallel)
    assert f"projects/{MARK}/" in site.read("index.html")


def test_a_page_in_restructuredtext_is_private_too(site: Site) -> None:
    site.write(f"{MARK}.rst", f"Notes\n=====\n\n:visibility: private\n\n{MARK}\n")
    site.write("about.md", f"---\ntitle: About\norphan: true\n---\n\n{{download}}`it <{MARK}.rst>`\n")
    site.replace("index.md", "talks/seeds\n", f"talks/seeds\nNotes <{MARK}.rst>\n")
    site.build(expect=f"the source of {MARK}, which is private, would be given away")
    assert site.warnings.count("WARNING") == 1
    assert leaks(site, "dirhtml") == []


def test_a_pattern_may_match_private_pages_alone(site: Site) -> None:
    """Without a warning, which one that matches nothing has."""
    site.replace("index.md", "```{toctree}\n", "```{toctree}\n:glob:\n\nnotes/*\nskills/tax*\n")
    for visibility in ("private", "unlisted", "public"):
        site.write(f"notes/{MARK}.md", f"---\ntitle: Notes\nvisibility: {visibility}\n---\n")
        site.build()
        assert (f"notes/{MARK}/" in site.read("index.html")) == (visibility == "public")
    (site.source / f"notes/{MARK}.md").unlink()
    site.build(expect="toctree glob pattern 'notes/*' didn't match any documents")


def test_no_folder_names_a_private_page(site: Site) -> None:
    for visibility in ("unlisted", "private"):
        site.write(f"{MARK}/notes/draft.md", f"---\ntitle: Notes\nvisibility: {visibility}\n---\n")
        site.build()
        assert (site.home / f"build/doctrees/{MARK}").exists() == (visibility == "unlisted")
    assert list((site.home / "build").rglob(f"*{MARK}*")) == []


def test_the_environment_which_may_be_published_does_not_name_a_private_page(site: Site) -> None:
    page = "---\ntitle: Plates\nproject: {summary: A plate., visibility: VISIBILITY}\n---\n"
    site.write("elsewhere.md", "---\ntitle: Elsewhere\norphan: true\n---\n\n[An atlas](projects/atlas.md)\n")
    for visibility in ("private", "unlisted", "private"):
        site.write(f"projects/{MARK}.md", page.replace("VISIBILITY", visibility))
        site.build()
        files = (path for path in (site.home / "build").rglob("*") if path.is_file())
        found = [path for path in files if MARK.encode() in path.read_bytes() or MARK in path.name]
        assert bool(found) == (visibility == "unlisted"), found
    assert site.build() == []
    (site.source / f"projects/{MARK}.md").write_bytes(b"---\ntitle: Plates\nproject: {visibility: private}\n---\n\xff")
    site.build(expect=f"{MARK}.md:5:1: WARNING: byte 0xff is not UTF-8")


OWN = re.compile(
    rf"(cards/|qr/|go/|_sources/|_images/)?(\w+/)?{MARK}(\d*\.\w+|/index\.html|\.html|\.md|\.md\.txt|/{MARK}-\d+\.\w+)"
)
"""The names of a page's own files."""


@pytest.mark.parametrize("builder", by_day(1, "dirhtml", "html"))
def test_what_is_unlisted_is_on_its_own_page_alone(site: Site, builder: str) -> None:
    hide(site, "unlisted")
    site.build(builder)
    assert [name for name in leaks(site, builder) if not OWN.fullmatch(name)] == []
    suffix = "/index.html" if builder == "dirhtml" else ".html"
    tree = LexborHTMLParser(site.read(f"talks/{MARK}{suffix}", builder))
    assert [each.attributes["content"] for each in tree.css("meta[name=robots]")] == ["noindex"]
    assert not tree.css('script[type="application/ld+json"]')
    (title,) = tree.css("h1:not([hidden])")
    assert title.text().startswith(f"{MARK} talk")
    pages = {name: data.decode() for name, data in site.output("build", builder).items() if name.endswith(".html")}
    assert [name for name, page in pages.items() if MARK in indexed(name, page)] == []
    assert "A plate a week." in indexed("", pages[f"projects/atlas{suffix}"])
    assert not LexborHTMLParser(site.read(f"projects/atlas{suffix}", builder)).css("meta[name=robots]")


def test_prose_leads_to_what_is_unlisted_but_no_inventory_of_a_single_page_does(site: Site) -> None:
    hide(site, "unlisted")
    site.build("singlehtml")
    assert MARK not in shown("objects.inv", site.output("build", "singlehtml")["objects.inv"])
    site.replace("projects/atlas.md", "A plate a week.", f"A plate a week, as in {{talk}}`{MARK}`.")
    site.build()
    links = LexborHTMLParser(site.read("projects/atlas/index.html")).css("p a.reference.internal")
    assert (f"../../talks/{MARK}/", f"{MARK} talk") in [(link.attributes["href"], link.text()) for link in links]


@pytest.mark.measured
def test_no_book_and_no_single_page_has_links_to_what_is_unlisted(site: Site) -> None:
    hide(site, "unlisted")
    prose = f"As in {{talk}}`{MARK}`, [the plates](/projects/{MARK}.md#plates), and {{talk}}`seeds`."
    site.replace("projects/atlas.md", "A plate a week.", prose)
    for builder in ("epub", "singlehtml"):
        site.build(builder, expect=None)
        files = site.output("build", builder)
        name = "projects/atlas.xhtml" if builder == "epub" else "index.html"
        tree = LexborHTMLParser(files[name].decode())
        (text,) = [each.text() for each in tree.css("p") if "As in" in each.text()]
        assert text == f"As in {MARK} talk, the plates, and How to draw a seed."
        links = [link.attributes["href"] or "" for link in tree.css("a[href]")]
        assert [link for link in links if MARK in link] == []
        assert any("seeds" in link for link in links)


@pytest.mark.measured
def test_whatever_names_what_is_private_is_reported_and_shows_nothing(site: Site) -> None:
    hide(site, "private")
    site.build("permalinks")
    assert MARK not in (site.source / "permalinks.txt").read_text("utf-8")
    said = f"A plate of {{skill}}`drawing` a week, as in {{talk}}`{MARK}`, and {{talk}}`so on <{MARK}>`."
    site.replace("projects/atlas.md", "A plate a week.", said)
    site.replace("talks/seeds.md", "Look first.", f"Look first at {{project}}`{MARK}`.")
    # A visibility that is none, and an address that was promised.
    site.replace(f"projects/{MARK}.md", "visibility: private", "visibility: privat")
    site.write("permalinks.txt", f"talks/{MARK}\n")
    site.build(expect=f'the talk "{MARK}" is private; do not name it here, or let it be unlisted')
    assert f"projects/{MARK}.md:" in site.warnings
    assert "project.visibility" in site.warnings
    remedy = "lead from there to another page in redirects.txt, or remove this line"
    promised = f"talks/{MARK} is private, and can be found no more at its address; {remedy}"
    assert f"permalinks.txt:1:1: WARNING: {promised}" in site.warnings
    assert leaks(site, "dirhtml") == []
    assert "as in …, and so on." in re.sub("<[^>]+>", "", site.read("projects/atlas/index.html"))
    assert "Look first at …." in re.sub("<[^>]+>", "", site.read("timeline/index.html"))


@pytest.mark.nightly
@pytest.mark.parametrize("visibility", ["[private]", ""])
def test_a_visibility_that_is_none_hides_the_page(site: Site, visibility: str) -> None:
    hide(site, "private")
    site.replace(f"projects/{MARK}.md", "visibility: private", f"visibility: {visibility}")
    site.build(expect="project.visibility")
    assert leaks(site, "dirhtml") == []


@pytest.mark.nightly
def test_other_builders_take_back_what_becomes_private(site: Site) -> None:
    hide(site, "public")
    site.build("text", expect=None)
    assert len(leaks(site, "text")) > 6
    for folder in FOLDERS:
        site.replace(f"{folder}/{MARK}.md", "visibility: public", "visibility: private")
    site.build("text")
    assert leaks(site, "text") == []
