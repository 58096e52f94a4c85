"""The botanist's site in other languages: the extension's words are theirs, the author's stay as they are."""

import re

import pytest
from babel.core import Locale
from babel.messages.pofile import read_po
from selectolax.lexbor import LexborHTMLParser, LexborNode

from portfolio.i18n.translation import CATALOGUES, ENGLISH
from portfolio.model.kinds import SUBJECTS
from portfolio.views.front_matter_reference import reference
from real_site import PROJECT, builds
from small_sites import ROOTS, Site, facts

DAY = "1577836800"  # 1 January 2020
LANGUAGES = sorted(path.name for path in CATALOGUES.iterdir() if path.is_dir())


def translate(site: Site, code: str) -> None:
    site.replace("conf.py", 'language = "en"', f'language = "{code}"')


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Site]:
    """Sites built in one process of their own: Sphinx keeps one language's words for all builds of a process.

    They are only looked at: the botanist's in each language that there is a catalogue of, with the reference of front
    matter too; in German a large one, and one that was English; and one in Hebrew, of which there is no catalogue.
    """
    names = (*LANGUAGES, "he", "large", "english")
    found = {name: Site(ROOTS / "botanist", tmp_path_factory.mktemp(name)) for name in names}
    for code in LANGUAGES:
        found[code].write("timeline.md", "---\ntitle: Timeline\n---\n\n```{timeline}\n```\n\n```{front-matter}\n```\n")
    large = found["large"]
    for number in range(31):
        large.write(f"many/{number}.md", f"---\ntitle: Number {number}\nproject: {{summary: One of many.}}\n---\n")
    large.write("many/index.md", "---\ntitle: Many\n---\n\n```{toctree}\n:glob:\n\n*\n```\n")
    large.replace("index.md", "timeline\n", "timeline\nmany/index\n")
    large.replace("conf.py", 'html_theme = "basic"', 'html_theme = "furo"\nportfolio_full_navigation_limit = 10')
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", DAY)
        found["english"].build()
    for name, site in found.items():
        translate(site, "de" if name in {"large", "english"} else name)
    homes = [(site, site.home / "build") for site in found.values()]
    homes.append((found["english"], found["english"].home / "clean"))
    builds(
        [
            ["-q", "-W", "-b", "dirhtml", "-d", str(home / "doctrees"), str(site.source), str(home / "dirhtml")]
            for site, home in homes
        ],
        SOURCE_DATE_EPOCH=DAY,
        PYTHONPATH=str(PROJECT / "docs/_ext"),
    )
    return found


@pytest.fixture
def german(sites: dict[str, Site]) -> Site:
    return sites["de"]


@pytest.mark.parametrize(
    ("page", "panel"),
    [
        (
            "employers/kew",
            {
                "Zeitraum": "2001 – heute, etwa 19 Jahre",
                "Ort": "Kew",
                "Rolle": "Illustrator",
                "Fähigkeiten": "Drawing",
                "Links": "Website",
            },
        ),
        (
            "education/leeds",
            {
                "Zeitraum": "1998 – 2002, etwa 4 Jahre",
                "Ort": "Leeds",
                "Abschluss": "B.Sc. in Botany",
                "Auszeichnung": "With honors",
                "Nebenfach": "Chemistry",
                "Fähigkeiten": "Taxonomy",
            },
        ),
        (
            "projects/atlas",
            {
                "Zeitraum": "Januar 2003 – Juni 2005, 2 Jahre 6 Monate",
                "Entstanden bei": "Royal Botanic Gardens",
                "Rolle": "Illustrator",
                "Status": "Archiviert: wird nicht mehr weiterentwickelt",
                "Lizenz": "CC-BY-4.0",
                "Fähigkeiten": "Drawing",
                "Links": "Quelltext",
            },
        ),
        (
            "talks/seeds",
            {
                "Gehalten bei": "Flora 2006, Oslo, 17. Mai 2006 · als „Drawing seeds“ · Video Herbaria 2005, Lima, 2005",
                "Stellt vor": "Atlas of Seeds",
                "Damals bei": "Royal Botanic Gardens",
                "Fähigkeiten": "Drawing",
            },
        ),
        (
            "skills/drawing",
            {
                "Bereich": "Arts",
                "Auch genannt": "illustration",
                "Im Einsatz": "2001 – heute · etwa 19 Jahre · 1 Arbeitgeber, 1 Projekt, 1 Vortrag",
                "Zeitleiste": "Drawing auf der Zeitleiste",
                "Links": "Website",
            },
        ),
    ],
)
def test_panels(german: Site, page: str, panel: dict[str, str]) -> None:
    assert facts(german, page, "panel") == panel


@pytest.mark.parametrize(
    ("page", "backlinks"),
    [
        (
            "employers/kew",
            {
                "Projekte": "Seed bank Atlas of Seeds",
                "Vorträge": "How to draw a seed: Flora 2006 (17. Mai 2006), Herbaria 2005 (2005)",
                "Erwähnt in": "A botanist",
                "Quellen": "example.org/kew/history",
            },
        ),
        (
            "projects/atlas",
            {
                "Vorgestellt in": "How to draw a seed: Flora 2006 (17. Mai 2006), Herbaria 2005 (2005)",
                "Erwähnt in": "Royal Botanic Gardens: Herbarium A botanist Seed bank",
            },
        ),
        (
            "skills/taxonomy",
            {
                "Projekte": "Seed bank (irgendwann 2001 – heute)",
                "Studium": "University of Leeds (1998 – 2002)",
                "Oft zusammen mit": "Drawing (1)",
                "Erwähnt in": "Royal Botanic Gardens: Herbarium",
            },
        ),
    ],
)
def test_backlinks(german: Site, page: str, backlinks: dict[str, str]) -> None:
    assert facts(german, page, "backlinks") == backlinks


def test_in_french(sites: dict[str, Site]) -> None:
    assert facts(sites["fr"], "projects/atlas", "panel") == {
        "Période": "janvier 2003 – juin 2005 (2 ans et 6 mois)",
        "Réalisé chez": "Royal Botanic Gardens",
        "Rôle": "Illustrator",
        "État": "Archivé : n’est plus développé",
        "Licence": "CC-BY-4.0",
        "Compétences": "Drawing",
        "Liens": "Code source",
    }
    assert facts(sites["fr"], "employers/kew", "panel")["Liens"] == "Site web"


def test_landmarks(german: Site) -> None:
    tree = LexborHTMLParser(german.read("projects/atlas/index.html"))
    landmarks = tree.css(".portfolio-panel, .portfolio-backlinks")
    assert [each.attributes["aria-label"] for each in landmarks] == ["Projekt", "Querverweise"]


def test_the_timeline(german: Site) -> None:
    tree = LexborHTMLParser(german.read("timeline/index.html"))
    rows = [
        " ".join(row.text(separator=" ").split()) for row in tree.css(".portfolio-stage > div, .portfolio-rows > li")
    ]
    assert rows == [
        "Royal Botanic Gardens Arbeitgeber · 2001 – heute · Illustrator · Kew",
        "Projekt · im Zeitraum 2001 – heute · Seed bank",
        "Projekt · Jan. 2003 – Juni 2005 · Atlas of Seeds",
        "Vortrag · Mai 2006 · How to draw a seed · Flora 2006 Video",
        "Vortrag · 2005 · How to draw a seed · Herbaria 2005",
        "University of Leeds Studium · 1998 – 2002 · B.Sc. in Botany · Leeds",
    ]


def test_the_skills_index(german: Site) -> None:
    tree = LexborHTMLParser(german.read("skills/index.html"))
    assert [" ".join(each.text().split()) for each in tree.css("summary")] == [
        "Drawing 2001 – heute etwa 19 Jahre 1 Arbeitgeber 1 Projekt 1 Vortrag",
        "Taxonomy 1998 – 2002 etwa 4 Jahre 1 Projekt 1 Studium",
    ]
    assert [" ".join(each.text().split()) for each in tree.css(".portfolio-key, .portfolio-more")] == [
        "Berufserfahrung Projekte Vorträge Studium Irgendwann in diesen Jahren",
        "Mehr zu Drawing · Drawing auf der Zeitleiste",
        "Mehr zu Taxonomy · Taxonomy auf der Zeitleiste",
    ]


def test_the_reference_of_front_matter(german: Site) -> None:
    tree = LexborHTMLParser(german.read("timeline/index.html"))
    heads, title, *_ = ([cell.text() for cell in row.css("th, td")] for row in tree.css(".portfolio-reference tr"))
    assert heads == ["Schlüssel", "Typ", "Bedeutung", "Beispiel"]
    assert title[1:3] == ["Text, erforderlich", "Der Name der Seite; er steht neben der Art, nicht darunter."]
    assert tree.css("h2:not(.portfolio-title)")[1].text() == "Projekt"


def test_a_large_sites_sidebar(sites: dict[str, Site]) -> None:
    page = sites["large"].read("many/0/index.html")
    assert "Alle in „Many“" in page
    english = ["Next", "Previous", "Home", "Back to top", "Skip to content", "Toggle ", "Made with", "On this page"]
    assert [words for words in english if words in page] == []


@pytest.mark.parametrize(("name", "tag"), [("de", '<html lang="de" data'), ("he", '<html lang="he" dir="rtl" data')])
def test_pages_say_in_which_direction_they_are_written(sites: dict[str, Site], name: str, tag: str) -> None:
    assert tag in sites[name].read("projects/atlas/index.html")
    assert tag in sites[name].read("search/index.html")


def test_all_pages_are_built_again_for_another_language(sites: dict[str, Site]) -> None:
    # Sphinx 9.0 takes the checksums of its scripts in the addresses from the files of the build before.
    before, clean = (
        {
            name: re.sub(rb"\?v=\w+", b"", data)
            for name, data in sites["english"].output(into).items()
            if name.endswith(".html")
        }
        for into in ("build", "clean")
    )
    assert before == clean


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold()))


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_not_in_the_catalogue_is_the_authors(sites: dict[str, Site], code: str) -> None:
    """Finds words that do not go through the catalogue, wherever they are shown."""
    site = sites[code]
    with (CATALOGUES / code / "LC_MESSAGES/portfolio.po").open("rb") as file:
        ours = {
            word
            for message in read_po(file)
            if message.id
            for form in ([message.string] if isinstance(message.string, str) else message.string or ())
            for word in words(form)
        }
    formats = Locale(code).months["format"]
    months = words(" ".join([*formats["wide"].values(), *formats["abbreviated"].values()]))
    authors = words(" ".join(path.read_text("utf-8") for path in site.source.rglob("*.md")))
    rows = [row for each in SUBJECTS for row in reference(each, ENGLISH)]
    keys = words(" ".join(f"{row.key} {row.example}" for row in rows))
    choices = words(" ".join(row.type for row in rows if row.type.startswith("one of ")))
    strangers = {
        (path.parent.name, word)
        for path in (site.home / "build/dirhtml").rglob("*.html")
        for node in LexborHTMLParser(path.read_text("utf-8")).css('[class^="portfolio-"]')
        for text in (node.text(separator=" "), *labels(node))
        for word in words(text) - ours - months - authors - keys - choices
    }
    assert strangers == set()


def labels(node: LexborNode) -> list[str]:
    """What screen readers say of a node and those in it."""
    return [str(each.attributes["aria-label"]) for each in node.css("[aria-label]")]
