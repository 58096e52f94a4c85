"""The person on pages, at their foot, in search, and in Markdown; and links to exports in prose."""

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from sphinx.search import js_index

from small_sites import ROOTS, Site

PERSON = """\
person:
  name: A botanist
  label: Illustrator
  place: Kew
  email: ada@example.org
  photo: ada-flora.png
  profiles: {GitHub: "https://github.com/ada"}
"""


@pytest.fixture
def ada(site: Site) -> Site:
    """The botanist's site with a botanist, who stands on two pages and on that of a variant."""
    (site.source / "ada-flora.png").write_bytes((ROOTS / "gardener/ada.png").read_bytes())
    site.write("variants/arts.yaml", "title: Illustrator\nskills: [drawing]\n")
    site.replace("index.md", "title: A botanist\n", f"title: A botanist\n{PERSON}")
    site.replace("index.md", "I drew", "```{person}\n```\n\nI drew")
    site.write(
        "timeline.md", "---\ntitle: Kit\n---\n\n```{person}\n```\n\nMy {export}`CV <cv.pdf>` and {export}`feed.xml`.\n"
    )
    site.replace("conf.py", 'html_theme = "basic"', 'html_theme = "furo"')
    return site


@pytest.fixture
def nobody(site: Site) -> Site:
    """The botanist's site in Furo without a botanist, with a page that asks for one."""
    site.replace("conf.py", 'html_theme = "basic"', 'html_theme = "furo"')
    site.write("timeline.md", "---\ntitle: Words\n---\n\n```{person}\n```\n\nAbout 133 ms, but `133 ms`.\n")
    six = ", ".join(f"https://example.org/a-report/{number}" for number in range(6))
    site.replace("projects/atlas.md", "  license:", f"  sources: [{six}]\n  license:")
    return site


def part(site: Site, page: str, selector: str) -> LexborNode:
    (found,) = LexborHTMLParser(site.read(f"{page}index.html")).css(selector)
    return found


def links(node: LexborNode) -> list[tuple[str, str | None]]:
    return [(link.text().strip(), link.attributes["href"]) for link in node.css("a")]


NETWORKS = [("ada@example.org", "mailto:ada@example.org"), ("GitHub", "https://github.com/ada")]


def test_the_person_is_an_h_card(ada: Site) -> None:
    ada.build()
    for page in ("", "timeline/"):
        card = part(ada, page, "article .h-card")
        assert links(card) == NETWORKS
        assert [link.attributes["rel"] for link in card.css("a")] == ["me", "me"]
        assert [card.css(f".{name}")[0].text() for name in ("p-name", "p-job-title", "u-email", "u-url")] == [
            "A botanist", "Illustrator", "ada@example.org", "GitHub",
        ]  # fmt: skip
    # The name is not shown twice.
    assert "portfolio-titled" in (part(ada, "", "article .p-name").attributes["class"] or "")
    assert part(ada, "timeline/", "article .p-name").tag == "strong"


def test_the_person_is_not_what_a_page_is_about(ada: Site) -> None:
    ada.build()
    said = [part(ada, page, "meta[name=description]").attributes["content"] for page in ("", "timeline/")]
    assert said == ["I drew at Royal Botanic Gardens, above all the atlas.", "My CV and feed.xml."]


def photos(site: Site) -> list[str | None]:
    images = [part(site, page, "article .h-card img.u-photo").attributes for page in ("timeline/", "for/arts/")]
    assert [(each["alt"], each["width"], each["height"]) for each in images] == [("A botanist", "96", "96")] * 2
    return [each["src"] for each in images]


def test_a_photo_has_its_room_before_it_is_there(ada: Site) -> None:
    ada.build()
    assert photos(ada) == ["../ada-flora.png", "../../ada-flora.png"]
    assert "flora.png" not in ada.read("timeline.md")


def test_each_page_ends_with_the_person(ada: Site) -> None:
    ada.build()
    assert links(part(ada, "projects/atlas/", "footer address.h-card")) == [
        ("A botanist", "../../"),
        *NETWORKS,
        ("CV (PDF)", "../../cv.pdf"),
        ("vCard", "../../card.vcf"),
    ]
    assert part(ada, "search/", "footer address").css("a")[0].attributes["href"] == "../"
    for name in ("index.md", "projects/atlas.md"):
        text = "A botanist: [ada@example.org](mailto:ada@example.org), [GitHub](https://github.com/ada)"
        assert text in ada.read(name)


def test_pages_of_nobody_end_without_one(nobody: Site) -> None:
    nobody.build()
    assert "h-card" not in nobody.read("timeline/index.html")


@pytest.mark.measured
def test_a_change_of_the_person_is_on_all_pages(ada: Site) -> None:
    ada.build()
    ada.replace("index.md", "github.com/ada", "github.com/flora")
    ada.replace("index.md", "  label: Illustrator\n", "  label: Illustrator\n  summary: I draw plants.\n")
    ada.replace("index.md", "ada-flora.png", "https://example.org/ada.png")
    ada.replace("timeline.md", "<cv.pdf>", "<cv.pfd>")
    # And an export that there is not.
    ada.build(expect='timeline.md:8: WARNING: there is no export "cv.pfd"; did you mean "cv.pdf"?')
    assert "github.com/flora" in ada.read("projects/atlas/index.html")
    assert part(ada, "", "meta[name=description]").attributes["content"] == "I draw plants."
    assert photos(ada) == ["https://example.org/ada.png"] * 2


def test_search_finds_the_first_page(ada: Site) -> None:
    ada.build()
    index = js_index.loads(ada.read("searchindex.js"))
    first = index["docnames"].index("index")
    for word in ("cv", "contact"):
        assert index["indexentries"][word] == [[first, "", True]]


def test_prose_links_to_exports(ada: Site) -> None:
    ada.build()
    (cv,) = part(ada, "timeline/", "article").css("a[rel=alternate]")
    assert (cv.text(), cv.attributes["href"], cv.attributes["type"]) == ("CV", "../cv.pdf", "application/pdf")
    # Without the site's address there is no feed, and what stands for it is text.
    assert "feed.xml" in part(ada, "timeline/", "article").text()
    assert "[CV](" in ada.read("timeline.md")


def test_other_builders_have_text(ada: Site) -> None:
    ada.build("text")
    assert "A botanist\n**********\n\nIllustrator · Kew" in ada.read("index.txt", "text").replace("\xa0", " ")
    assert "My CV and feed.xml." in ada.read("timeline.txt", "text")


@pytest.mark.measured
def test_many_sources_are_folded(nobody: Site) -> None:
    nobody.build()
    (folded,) = LexborHTMLParser(nobody.read("projects/atlas/index.html")).css(".portfolio-backlinks details")
    assert folded.css("summary")[0].text() == "6 sources"
    assert len(folded.css("a")) == 6


def test_numbers_stay_with_their_units(nobody: Site) -> None:
    nobody.build()
    page = nobody.read("timeline/index.html")
    assert "About 133\xa0ms, but" in page
    assert "133 ms</span>" in page.replace('<span class="pre">', "").replace("</span> ", " ")
