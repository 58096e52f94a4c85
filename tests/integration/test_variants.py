"""The curriculum vitae and its variants in builds: what is written, when, and what is said of it."""

import io

import pypdf
import pytest
from selectolax.lexbor import LexborHTMLParser

from nightly import by_day
from portfolio.export.site import escaped
from small_sites import Site

ARTS = "title: Illustrator <of> plants\nskills: [drawing]\n"
WITH_PERSON = "title: A botanist\nperson:\n  name: Ada Flora\n  summary: I draw plants.\n  label: Botanist\n"


@pytest.fixture
def varied(site: Site) -> Site:
    """The botanist's site with two variants."""
    site.write("variants/arts.yaml", ARTS)
    site.write("variants/names.yaml", "title: Taxonomist\nskills: [taxonomy]\n")
    site.write("variants/none.yaml", f"{ARTS}span: 1950\n")
    site.write("more.md", "---\norphan: true\n---\n\n# More\n\n```{exports}\n```\n")
    site.replace("index.md", "title: A botanist\n", WITH_PERSON)
    site.replace("employers/kew.md", "  role: Illustrator\n", "  role: Illustrator\n  highlights: [Drew mosses.]\n")
    return site


def stamps(site: Site, builder: str = "dirhtml") -> dict[str, int]:
    home = site.home / "build" / builder
    return {path.relative_to(home).as_posix(): path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file()}


def written(site: Site, before: dict[str, int]) -> set[str]:
    """What of ours was written or removed since *before*; Sphinx makes its own pages again in each build."""
    after = stamps(site)
    names = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    return {
        name for name in names if not name.startswith(("_static/", "search", "genindex", ".buildinfo", "objects.inv"))
    }


def pdf(site: Site, name: str) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO((site.home / "build/dirhtml" / name).read_bytes()))


@pytest.mark.parametrize(
    ("builder", "page", "up"),
    by_day(1, ("dirhtml", "for/arts/index.html", "../../"), ("html", "for/arts.html", "../")),
)
def test_a_variant_has_a_page_and_a_pdf(varied: Site, builder: str, page: str, up: str) -> None:
    varied.build(builder)
    tree = LexborHTMLParser(varied.read(page, builder))
    assert [each.text(strip=True).removesuffix("¶") for each in tree.css("h1, h2")] == [
        "Illustrator <of> plants",
        "Skills",
        "Experience",
        "Projects",
        "Talks",
    ]
    assert "<title>Illustrator &lt;of&gt; plants" in varied.read(page, builder)
    assert tree.css_matches("h1 + .h-card + p")
    assert [each.attributes["content"] for each in tree.css("meta[name=robots]")] == ["noindex"]
    assert [each.attributes["content"] for each in tree.css("meta[name=description]")] == ["I draw plants."]
    (button,) = tree.css("p > a[type='application/pdf']")
    assert (button.text(), button.attributes["href"]) == ("Download CV (PDF)", f"{up}cv-arts.pdf")
    links = [each.attributes["href"] for each in tree.css(".portfolio-proofs a")]
    assert len(links) == 3
    assert links[0] == f"{up}skills/drawing/" if builder == "dirhtml" else f"{up}skills/drawing.html"
    assert (varied.home / "build" / builder / "cv-arts.pdf").read_bytes().startswith(b"%PDF-1.7")
    others = [name for name, data in varied.output("build", builder).items() if b"for/arts" in data]
    assert [name for name in others if name != page] == []


@pytest.mark.parametrize(("builder", "page"), [("dirhtml", "for/künste/index.html"), ("html", "for/künste.html")])
def test_addresses_are_escaped_wherever_they_stand(site: Site, builder: str, page: str) -> None:
    site.write("variants/künste.yaml", ARTS)
    conf = (site.source / "conf.py").read_text("utf-8")
    site.write("conf.py", f'{conf}\nhtml_baseurl = "https://example.org/"\n')
    site.build(builder)
    tree = LexborHTMLParser(site.read(page, builder))
    url = f"https://example.org/{escaped(page.removesuffix('index.html'))}"
    assert [each.attributes["content"] for each in tree.css("meta[property='og:url']")] == [url]
    assert [each.attributes["href"] for each in tree.css("link[rel=canonical]")] == [url]
    (button,) = tree.css("p > a[type='application/pdf']")
    assert str(button.attributes["href"]).endswith("../cv-k%C3%BCnste.pdf")


def test_the_pdfs_hold_the_same_in_another_order(varied: Site) -> None:
    varied.build()
    whole, arts = (pdf(varied, name) for name in ("cv.pdf", "cv-arts.pdf"))
    assert whole.metadata is not None
    assert arts.metadata is not None
    assert (whole.metadata.title, arts.metadata.title) == (
        "Ada Flora: Curriculum vitae",
        "Ada Flora: Illustrator <of> plants",
    )
    text = arts.pages[0].extract_text()
    assert text.index("SKILLS") < text.index("EXPERIENCE")
    assert ("Seed bank" in whole.pages[0].extract_text(), "\nSeed bank" in text) == (True, False)
    assert "- Drew mosses." in varied.read("cv.txt")


def test_lists_of_files_have_the_curriculum_vitae_and_none_of_its_variants(varied: Site) -> None:
    varied.build()
    items = LexborHTMLParser(varied.read("more/index.html")).css("main li, .body li")
    files = [" ".join(item.text().split()).partition(" (")[0] for item in items]
    assert [each for each in files if each.startswith("Curriculum")] == [
        "Curriculum vitae",
        "Curriculum vitae, for Word",
        "Curriculum vitae, as plain text",
    ]


@pytest.mark.parametrize("parallel", by_day(1, 0, 2))
def test_editing_a_variant_writes_its_files_alone(varied: Site, parallel: int) -> None:
    varied.build(parallel=parallel)
    before = stamps(varied)
    varied.replace("variants/arts.yaml", "Illustrator", "Painter")
    assert varied.build(parallel=parallel) == []
    assert written(varied, before) == {
        "cv-arts.pdf",
        "cv-arts.docx",
        "cv-arts.txt",
        "resume-arts.json",
        "for/arts/index.html",
    }

    # What a variant includes changes: its files follow, and those of the other where that includes it too.
    before = stamps(varied)
    varied.replace("talks/seeds.md", "Seeing before drawing.", "Seeing first.")
    varied.build(parallel=parallel)
    assert {name for name in written(varied, before) if name.startswith(("cv", "for/"))} == {
        "cv.docx",
        "cv.pdf",
        "cv.txt",
        "cv-arts.docx",
        "cv-arts.pdf",
        "cv-arts.txt",
        "for/arts/index.html",
    }

    varied.write("variants/more.yaml", "title: More\nskills: [taxonomy, drawing]\nlimit: 1\npaper: letter\n")
    (varied.source / "variants/names.yaml").unlink()
    before = stamps(varied)
    assert varied.build(parallel=parallel) == []
    assert written(varied, before) == {
        "cv-more.docx",
        "cv-more.pdf",
        "cv-more.txt",
        "for/more/index.html",
        "cv-names.docx",
        "cv-names.pdf",
        "cv-names.txt",
        "for/names/index.html",
        "resume-more.json",
        "resume-names.json",
    }
    varied.build(into="clean")
    assert varied.output("build") == varied.output("clean")

    for path in (varied.source / "variants").iterdir():
        path.unlink()
    varied.build(parallel=parallel)
    assert not (varied.home / "build/dirhtml/for").exists()
    assert not [*(varied.home / "build/dirhtml").glob("cv-*"), *(varied.home / "build/dirhtml").glob("resume-*")]
    assert (varied.home / "build/dirhtml/cv.pdf").exists()


def test_the_build_goes_on_without_a_broken_variant(varied: Site) -> None:
    varied.build()
    varied.replace("variants/arts.yaml", "[drawing]", "[drawin]")
    said = 'variants/arts.yaml:2:10: WARNING: there is no skill "drawin"; did you mean "drawing"? [portfolio.variant]'
    for _ in range(2):  # until it is fixed
        varied.build(expect=said)
        assert sorted(path.name for path in (varied.home / "build/dirhtml").glob("cv*")) == [
            "cv-names.docx",
            "cv-names.pdf",
            "cv-names.txt",
            "cv.docx",
            "cv.pdf",
            "cv.txt",
        ]
        assert {path.name for path in (varied.home / "build/dirhtml/for").iterdir()} == {"names", "none"}


def test_too_long_a_curriculum_vitae_is_reported_until_it_is_short(varied: Site) -> None:
    jobs = ", ".join(f"{{role: Job {n}, period: {1970 + n}, skills: [drawing]}}" for n in range(40))
    varied.write(
        "employers/oslo.md",
        f"---\norphan: true\ntitle: Oslo\nemployer: {{summary: S., places: [Oslo], positions: [{jobs}]}}\n---\n",
    )
    varied.write("variants/arts.yaml", f"{ARTS}limit: 1\n")
    remedy = "shorten summaries or highlights in it, or change limit, kinds or span in variants/arts.yaml"
    said = f"cv-arts.pdf has 2 pages, where 1 is allowed; {remedy}"
    for _ in range(2):
        varied.build(expect=f"WARNING: {said} [portfolio.export]")
    varied.write("variants/arts.yaml", f"{ARTS}limit: 2\n")
    varied.build()


def test_a_variant_that_includes_nothing_leads_to_no_pdf(varied: Site) -> None:
    varied.build()
    tree = LexborHTMLParser(varied.read("for/none/index.html"))
    assert [each.text(strip=True).removesuffix("¶") for each in tree.css("h1, h2")] == ["Illustrator <of> plants"]
    assert tree.css("a[type='application/pdf']") == []
    assert not (varied.home / "build/dirhtml/cv-none.pdf").exists()


@pytest.mark.parametrize("builder", by_day(2, "singlehtml", "epub", "text"))
def test_other_builders_have_neither_variants_nor_cards_nor_codes(varied: Site, builder: str) -> None:
    conf = (varied.source / "conf.py").read_text("utf-8")
    varied.write("conf.py", f'{conf}\nhtml_baseurl = "https://example.org/"\nepub_show_urls = "no"\n')
    varied.build(builder)
    output = varied.output("build", builder)
    assert [name for name in output if "arts" in name or name.startswith(("cv", "cards", "qr"))] == []
    assert [name for name, data in output.items() if b"og:title" in data or b"Link to this page" in data] == []
    if builder == "singlehtml":
        (link,) = LexborHTMLParser(varied.read("index.html", builder)).css("link[rel=canonical]")
        assert str(link.attributes["href"]).startswith("https://example.org/")


@pytest.mark.measured
def test_a_page_that_has_a_variant_s_address_is_reported_and_stays(site: Site) -> None:
    site.write("variants/arts.yaml", ARTS)
    site.write("variants/none.yaml", "title: Nobody\nskills: [drawing]\nspan: 1950\n")
    site.build()
    # Once the variant is gone, a page may take its name.
    (site.source / "variants/arts.yaml").unlink()
    site.write("for/arts/index.md", "---\ntitle: Mine\norphan: true\n---\n\nMy page.\n")
    before = stamps(site)
    site.build()
    assert "My page." in site.read("for/arts/index.html")
    assert "for/none/index.html" not in written(site, before)
    site.write("variants/arts.yaml", ARTS)
    site.build(expect='there is a page "for/arts/index" already; give this file another name')
    assert "My page." in site.read("for/arts/index.html")
