"""The invented files of tests/careers: what of them is in pages, decided, and left out."""

import datetime as dt
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from portfolio.__main__ import main
from portfolio.commands.folder import Pages
from portfolio.commands.importing import samples
from portfolio.commands.importing.command import imported
from portfolio.commands.importing.report import Note, lines, report_page
from portfolio.commands.importing.tree import from_csv, from_json, from_yaml
from portfolio.commands.site import as_markdown
from portfolio.reading.markdown_rules import EXTENSIONS, parser
from portfolio.reading.yaml_nodes import Unreadable

CAREERS = Path(__file__).parents[3] / "careers"
TODAY = dt.date(2026, 11, 28)


def take(data: object, name: str = "resume.json", language: str = "en") -> tuple[list[Note], dict[str, Any]]:
    """The notes, and the front matter of each page by path; the pages have no problems."""
    content = data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode()
    notes, files = imported(content, CAREERS / name, language, TODAY)
    texts = {path: text for path, text in files.items() if isinstance(text, str) and path.endswith(".md")}
    pages = Pages(files={path[5:-3]: text.encode() for path, text in texts.items()})
    assert [each for _, each in pages.problems(TODAY) if each.severity == "error"] == []
    return list(notes.found), {path[5:-3]: yaml.safe_load(text.split("---\n")[1]) for path, text in texts.items()}


def career(name: str) -> tuple[list[Note], dict[str, Any]]:
    return take((CAREERS / name).read_bytes(), name)


def said(notes: list[Note], path: str) -> str:
    return "; ".join(each.message for each in notes if each.path == path)


def one(**work: object) -> Mapping[str, object]:
    return {"basics": {"name": "Ada"}, "work": [{"name": "Kew", **work}]}


@pytest.fixture(scope="module")
def gardener() -> tuple[list[Note], dict[str, Any]]:
    return career("gardener.json")


def test_the_person(gardener: tuple[list[Note], dict[str, Any]]) -> None:
    assert gardener[1]["index"]["person"] == {
        "name": "Bea Moss",
        "label": "Gardener",
        "summary": "Plants trees. And prunes them. Knows soil",
        "place": "Leeds, Yorkshire, United Kingdom",
        "url": "https://bea.example",
        "email": "bea@example.org",
        "phone": "(+44) 20 7946-0001",
        "profiles": {
            "GitHub": "https://github.com/bea-moss",
            "GitHub (moss)": "https://github.com/moss",
            "Mastodon": "https://garden.example/@bea",
            "forum.example": "https://forum.example/bea",
        },
        "languages": {"English": "Native", "Welsh": "B2", "Latin": None},
        "claimed_skills": {"Arts": ["Ink", "Pruning"], "": ["Go", "Teamwork"]},
    }


@pytest.mark.parametrize(
    ("page", "facts"),
    [
        (
            "employers/kew",
            {
                "links": {
                    "timers": "https://timers.example",
                    "website": "https://www.kew.example",
                    "website (old.kew.example)": "https://old.kew.example",
                },
                "positions": [
                    {
                        "role": "Head gardener",
                        "period": "2010-01 – now",
                        "highlights": ["Runs 40 beds & two glasshouses", "Cut water use with timers"],
                    },
                    {"role": "Gardener", "period": "2001-09 – 2004-08", "summary": "Planted. Watered."},
                ],
            },
        ),
        (
            "employers/wakehurst",
            {
                "summary": "A garden in the Weald.",
                "positions": [
                    {
                        "role": "Apprentice",
                        "period": "1998 – ?",
                        "places": ["Ardingly"],
                        "summary": "Learned to prune.",
                        "highlights": ["Dug deep"],
                        "skills": ["cpp"],
                    }
                ],
            },
        ),
        (
            "employers/freelance-gardener",
            {"period": "2005-01 – 2006", "highlights": ["Hedges", "Lawns with a scythe"], "skills": ["scythe"]},
        ),
        ("employers/soil-ltd", {"period": "? – 1997"}),
        ("employers/peat-plc", {"period": "2016-01 – ?"}),
        ("employers/bog-and-sons", {"period": "2016-05 – ?"}),
        ("employers/mire", {}),
        ("employers/fen", {"period": "2007-02 – ?"}),
        ("volunteering/seed-bank", {"role": "Sorter", "period": "2012 – ?"}),
        (
            "education/leeds",
            {
                "period": "1994 – 1998-06",
                "degree": "B.Sc.",
                "area": "Botany",
                "grade": "First",
                "courses": ["Soils", "Seeds"],
            },
        ),
        ("education/leeds-m-sc", {"period": "? – 2028-06 (expected)", "degree": "M.Sc."}),
        ("education/leeds-ph-d", {"period": "2025-09 – 2028-06 (expected)", "degree": "Ph.D."}),
        ("education/latin", {"period": "? – 1993"}),
        (
            "projects/hedge-map",
            {
                "period": "2014-04 – ?",
                "role": "Lead, Scribe",
                "summary": "Maps hedges. By hand.",
                "links": {"source": "https://github.com/bea-moss/hedges"},
                "skills": ["pencil", "maps"],
                "employers": ["kew"],
            },
        ),
        ("projects/pond", {"period": "2013"}),
        ("projects/orchard", {}),
        (
            "publications/on-hedges",
            {
                "venue": "Journal of Hedges",
                "date": "2014",
                "authors": ["B. Moss", "Carl Fern"],
                "summary": "With maps. Cited.",
                "link": "https://doi.org/10.0000/1",
            },
        ),
        ("publications/on-ponds", {}),
        (
            "awards/hedge-medal",
            {"date": "2014-05", "issuer": "Hedge Society", "summary": "For the map."},
        ),
        (
            "awards/chainsaw",
            {"type": "certificate", "date": "2029-03 (expected)", "issuer": "City", "link": "https://cert.example"},
        ),
        ("skills/pencil", {"category": "Skills"}),
        ("skills/scythe", {"category": "Arts"}),
    ],
)
def test_pages(page: str, facts: object, gardener: tuple[list[Note], dict[str, Any]]) -> None:
    (found,) = (value for key, value in gardener[1][page].items() if key != "title")
    assert found == facts


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("basics.picture", "there is no such picture beside the file"),
        ("basics.location.address", "it is not for everyone to read"),
        ("basics.location.countryCode", "written as a part of the place, Leeds, Yorkshire, United Kingdom"),
        ("basics.profiles[0].username", "the address in that network is taken to be https://github.com/bea-moss"),
        ("basics.profiles[1].url", "a second profile in the same network: called GitHub (moss)"),
        ("basics.profiles[3].url", "the network is not named: called forum.example"),
        ("basics.profiles[4].network", "a profile needs an address; write it, as in https://…"),
        ("basics.profiles[5].url", "it is not a web address"),
        ("work[0]", "written as one page with 2 positions"),
        ("work[0].highlights[0]", "written as plain text: HTML is removed"),
        ("work[0].highlights[1]", "it stands in the list twice: written once"),
        ("work[1].name", "taken for the same organization as Kew"),
        ("work[1].url", "the page has another address as its website: called website (old.kew.example)"),
        ("work[2]", "the same position stands in the file twice: written once"),
        ("work[3].startDate", "it has no end, and something newer began: the end is written as unknown"),
        ("work[4].position", "the entry has no name: this is its title"),
        ("work[4].summary", "its points are written as highlights"),
        ("work[6].endDate", "it cannot be read as a date"),
        ("work[7].endDate", "it is before the start, 2016-05; the end is written as unknown"),
        ("work[8].endDate", "it has no start, and goes on: front matter has no period without a date"),
        ("work[9].url", "it is not a web address"),
        ("work[10].summary", "its entry has no name"),
        ("volunteer[0]", "written as volunteering, which is shown as unpaid"),
        ("education[1].startDate", "nothing can have begun then"),
        ("projects[0].roles", "a list where one text has its place: joined by commas"),
        ("projects[0].location", "a page of this kind (project) has no place"),
        ("projects[0].description", "the description and the summary are written as one"),
        ("projects[1]", "the same entry stands in the file twice: written once"),
        ("projects[2].entity", "the file has no employer of that name; a page of one could be named here"),
        ("projects[2].type", "there is no place for it in front matter"),
        ("publications[0].highlights[0]", "summary and points are written as one"),
        ("publications[1].url", "it is not a web address"),
        ("publications[1].releaseDate", "it cannot be read as a date"),
        ("skills[0].name", "entries name it: it has a page, under the heading Skills"),
        ("skills[1].level", "a level that one gives oneself proves nothing"),
        ("skills[1].keywords[1]", "taken for the same skill as Ink, and written once"),
        ("skills[1].keywords[3]", "mentioned in work[4], which claims it therefore"),
        ("languages[2].name", "it stands in the list twice: written once"),
        ("interests[0].name", "it stands in the text of the first page, under “Interests”"),
        ("interests[2].name", "it is empty without its markup"),
        ("references[0]", "it is not for everyone to read"),
        ("hobbies.sport", "there is no place for it in front matter"),
    ],
)
def test_notes(path: str, message: str, gardener: tuple[list[Note], dict[str, Any]]) -> None:
    assert message in said(gardener[0], path)


def test_nothing_secret_is_in_the_report(gardener: tuple[list[Note], dict[str, Any]]) -> None:
    page = report_page(gardener[0], "resume.json", [])
    assert "basics.location.address" in page
    assert "Example Road" not in page
    assert "thorough" not in page


def test_a_place_is_a_line_and_a_column(gardener: tuple[list[Note], dict[str, Any]]) -> None:
    (line,) = (each for each in lines(gardener[0], "resume.json") if "hobbies" in each)
    text = (CAREERS / "gardener.json").read_text("utf-8").splitlines()
    number, column = map(int, line.split(":")[1:3])
    assert text[number - 1][column - 1 :].startswith('"Bowls"')


def test_the_report_shows_any_text_as_it_is() -> None:
    note = Note(file="", line=1, column=2, path="a", shown="`` x `", message="a *b*", left_out=True)
    page = report_page([note], "f.json", ["docs/a.md"])
    assert "- `a`, line 1, column 2: ``` `` x ` ``` — a \\*b\\*" in page
    long = Note(file="T.csv", line=1, column=2, path="a", shown="x" * 999, message="m", left_out=False)
    (line,) = lines([long], "a.zip")
    assert line == f"a.zip/T.csv:1:2: decided: a “{'x' * 159}…”: m"


def test_other_scripts_keep_their_names() -> None:
    notes, pages = career("painter-ja.json")
    assert set(pages) >= {"employers/植物園", "projects/図鑑", "skills/水彩"}
    assert pages["index"]["person"]["claimed_skills"] == {"技法": ["標本"]}
    assert [each for each in notes if each.left_out] == []


def test_render_cv() -> None:
    notes, pages = career("engineer.yaml")
    person = pages["index"]["person"]
    assert person["label"] == "Ingeniera"
    assert person["summary"] == "Ingeniera de software con diez años de experiencia."
    assert person["email"] == "rosa@example.org"
    assert person["profiles"] == {
        "GitHub": "https://github.com/rosa-ejemplo",
        "Mastodon": "https://red.example/@rosa",
        "Blog": "https://blog.example/rosa",
    }
    assert person["languages"] == {"Español": "nativo", "English": "fluent, TOEFL: 118/120", "Deutsch": None}
    assert person["claimed_skills"] == {"Lenguajes": ["Go", "C", "C#", "C++"], "": ["Sin detalles"]}
    employer = pages["employers/ejemplo-sa"]["employer"]
    assert employer["links"] == {"caché": "https://cache.example"}
    assert employer["positions"][0]["highlights"] == ["Redujo la latencia de 200 ms a 40 ms con caché"]
    assert pages["volunteering/biblioteca"]["volunteering"] == {"role": "Guía", "period": "2012 – 2013"}
    assert pages["education/udelar"]["education"] == {
        "period": "2010 – 2015", "degree": "Grado", "area": "Ingeniería", "highlights": ["Tesis sobre colas"],
    }  # fmt: skip
    assert pages["projects/colas"]["project"] == {
        "period": "2023", "summary": "Colas en Go.", "links": {"website": "https://colas.example"},
    }  # fmt: skip
    assert pages["awards/premio-cola"]["award"] == {"date": "2014-09", "issuer": "Sociedad"}
    assert pages["awards/sin-nombre"]["award"]["type"] == "certificate"
    assert pages["publications/colas-sin-esperas"]["publication"] == {
        "venue": "Actas", "date": "2019-07", "authors": ["A. Otro"], "link": "https://doi.org/10.0000/ejemplo",
    }  # fmt: skip
    assert pages["publications/colas-con-esperas"]["publication"] == {"link": "https://actas.example/2"}
    assert {each.path for each in notes if each.left_out} == {
        "cv.email[1]",
        "cv.social_networks[1].username",
        "cv.sections.proyectos[0].icon",
        "cv.sections.Publicaciones[1].doi",
        "cv.sections.numbered_notes[3].strange",
    }


LINKEDIN = {
    "Profile": "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Zip Code,Geo Location,Twitter Handles,Websites\n"
    'Ada,Flora,Moss,1 Example Road,1 Jan,Illustrator,Draws.,TW9,"Kew, England",[adaflora],"[PORTFOLIO:https://ada.example,https://b.example]"\n',
    "Positions": "Company Name,Title,Description,Location,Started On,Finished On\n"
    'Kew,Illustrator,"• Drew plates\n• Cut paper, twice",Kew,Sep 2001,\nLeeds,,,,2000,2001\n\n',
    "Education": "School Name,Start Date,End Date,Notes,Degree Name,Activities\nLeeds,1998,2002,,B.Sc.,Chess\n",
    "Skills": "Name\nDrawing\nPaper\n",
    "Languages": "Name,Proficiency\nEnglish,Native or bilingual proficiency\n,None\n",
    "Certifications": "Name,Url,Authority,Started On,Finished On,License Number\nFirst aid,https://c.example,City,May 2010,,7\n",
    "Honors": "Title,Description,Issued On\nMedal,For plates.,Mar 2007\n",
    "Publications": "Name,Published On,Description,Publisher,Url\nOn seeds,\"Mar 1, 2007\",,Journal,\n",
    "Projects": "Title,Description,Url,Started On,Finished On\nAtlas,Plates.,,2003,2005\n",
    "Volunteering": "Company Name,Role,Cause,Started On,Finished On,Description\nSeed bank,Sorter,,2010,2011,\n",
    "Email Addresses": "Email Address,Confirmed,Primary,Updated On\nold@example.org,Yes,No,1/1/20\nada@example.org,Yes,Yes,1/1/24\n,Yes,No,\n",
    "PhoneNumbers": "Extension,Number,Type\n,+44 20 7946 0000,Mobile\n,,Home\n",
    "Connections": "Notes:\nFirst Name\nCarl\n",
}  # fmt: skip


def archive(files: Mapping[str, str], compression: int = zipfile.ZIP_STORED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", compression) as made:
        for name, text in files.items():
            made.writestr(f"Basic_LinkedInDataExport/{name}.csv", text)
        made.writestr("media/photo.jpg", b"")
    return data.getvalue()


def test_linked_in() -> None:
    notes, pages = take(archive(LINKEDIN), "archive.zip")
    assert pages["index"]["person"] == {
        "name": "Ada Flora",
        "label": "Illustrator",
        "summary": "Draws.",
        "place": "Kew, England",
        "email": "ada@example.org",
        "profiles": {
            "Twitter": "https://twitter.com/adaflora",
            "Portfolio": "https://ada.example",
            "b.example": "https://b.example",
        },
        "languages": {"English": "Native or bilingual proficiency"},
        "claimed_skills": {"": ["Drawing"]},
    }
    assert pages["employers/kew"]["employer"] == {
        "role": "Illustrator",
        "period": "2001-09 – now",
        "places": ["Kew"],
        "highlights": ["Drew plates", "Cut paper, twice"],
        "skills": ["paper"],
    }
    assert pages["education/leeds"]["education"]["highlights"] == ["Chess"]
    assert pages["awards/medal"]["award"] == {"date": "2007-03", "summary": "For plates."}
    assert pages["awards/first-aid"]["award"]["issuer"] == "City"
    assert pages["publications/on-seeds"]["publication"] == {"venue": "Journal", "date": "2007-03"}
    assert pages["volunteering/seed-bank"]["volunteering"] == {"role": "Sorter", "period": "2010 – 2011"}
    assert said(notes, "Connections") == "these tables are not of a career: not read"
    assert {each.path for each in notes if each.left_out} == {
        "Profile.csv[0].Address",
        "Profile.csv[0].Zip Code",
        "Profile.csv[0].Birth Date",
        "Profile.csv[0].Maiden Name",
        "Email Addresses.csv[0].Email Address",
        "PhoneNumbers.csv[0].Number",
        "Certifications.csv[0].License Number",
        "Languages.csv[1].Proficiency",
    }
    (medal,) = (each for each in notes if each.path == "Certifications.csv[0].License Number")
    assert (medal.file, medal.line, medal.column) == ("Certifications.csv", 2, 6)


def test_cells_behind_the_last_column_are_left_out() -> None:
    table = "Company Name,Title,Started On\nKew,Gardener,2001,a lot,2005\n"
    notes, _ = take(archive({"Profile": "First Name,Last Name\nAda,Flora\n", "Positions": table}), "a.zip")
    left_out = {each.path: each.shown for each in notes if each.left_out}
    assert left_out == {"Positions.csv[0].column 4": "a lot", "Positions.csv[0].column 5": "2005"}


def test_an_archive_need_not_have_all_tables() -> None:
    _, pages = take(archive({"Profile": "First Name,Last Name,Headline\n,Flora,\n"}), "a.zip")
    assert pages["index"]["person"] == {"name": "Flora"}
    with pytest.raises(Unreadable, match="the file names no one"):
        take(archive({"Profile": "First Name,Last Name,Headline\n,,Illustrator\n"}), "a.zip")
    with pytest.raises(Unreadable, match="the file names no one"):
        take(archive({"Skills": "Name\nDrawing\n"}), "a.zip")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK", "this is not LinkedIn's archive: File is not a zip file"),
        (archive({"Other": "a,b"}), "none of LinkedIn's tables"),
        (
            archive({"Profile": f"First Name\n{'a' * 200_000}"}),
            "Profile.csv cannot be read from line 2 on: field larger",
        ),
        (
            archive({"Positions": "Company Name;Title\nKew;Gardener\n"}),
            "Positions.csv has no columns between commas; save it with commas",
        ),
        (
            archive({"a/Skills": "Name\na\n", "b/Skills": "Name\nb\n"}),
            "the archive holds Basic_LinkedInDataExport/a/Skills.csv twice",
        ),
    ],
    ids=[
        "no archive",
        "no tables",
        "a long cell",
        "semicolons",
        "two tables",
    ],  # an archive holds the time at which it was made
)
def test_other_archives(data: bytes, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        take(data, "a.zip")


@pytest.mark.parametrize(
    ("compression", "reason"),
    [
        (zipfile.ZIP_DEFLATED, "Error -3"),
        (zipfile.ZIP_BZIP2, "Invalid data stream"),
        (zipfile.ZIP_LZMA, "Corrupt input data|Invalid or unsupported options"),
        (97, "That compression method is not supported"),
    ],
)
def test_a_damaged_archive(compression: int, reason: str) -> None:
    name = b"Basic_LinkedInDataExport/Profile.csv"
    known = compression != 97
    whole = archive({"Profile": "First Name\nFlora\n" * 20}, compression if known else zipfile.ZIP_STORED)
    at = whole.index(name) + len(name)
    if known:
        damaged = whole[: at + 9] + b"\xff" * 8 + whole[at + 17 :]
    else:  # the number of the compression, in both places
        first, last = at - len(name) - 22, whole.rindex(name) - 36
        damaged = b"".join([whole[:first], b"a\0", whole[first + 2 : last], b"a\0", whole[last + 2 :]])
    with pytest.raises(Unreadable, match=f"this is not LinkedIn's archive: ({reason})"):
        take(damaged, "a.zip")


@pytest.mark.parametrize(
    ("data", "left_out", "pages"),
    [
        ({"basics": {"name": "A", "image": "\0.png"}}, "basics.image “\ufffd.png”: there is no such picture", []),
        ({"basics": {"name": "A"}, "x\0\ny": "\x1b[31m"}, "x\ufffd y “\ufffd[31m”: there is no place for it", []),
        ({"basics": {"name": "A\0B"}, "projects": [{"name": "\ud800"}]}, "projects[0].name", []),
        (
            {"basics": {"name": "A"}, "work": [{"name": "<b></b>", "position": "P"}]},
            "work[0].name “<b></b>”: it is empty",
            ["employers/p"],
        ),
        ({"basics": {"name": "A", "location": {"city": "B\ud800\u2028\0C", "region": "D"}}}, "place, B C, D", []),
        (
            {"basics": {"name": "A", "profiles": [{"network": "GitHub", "username": "b\ud800"}]}},
            "https://github.com/b",
            [],
        ),
        ({"basics": {"name": "A\ud800", "url": "http://a\0"}}, "basics.url “http://a\ufffd”: it is not a web", []),
    ],
)
def test_characters_that_no_page_can_show(data: dict[str, Any], left_out: str, pages: list[str]) -> None:
    notes, found = take(json.dumps(data).encode())
    assert left_out in "\n".join(lines(notes, "a.json"))
    folders = ("employers/", "projects/")
    assert [name for name in found if name.startswith(folders) and not name.endswith("/index")] == pages


def test_numbers_and_letters_of_names_stay() -> None:
    work = [{"name": "1. FC Köln", "position": "2. Torwart", "startDate": "2001"}, {"name": "𝗔𝗖𝗠𝗘 Corp"}]
    projects = [{"name": "- Atlas", "type": "project", "highlights": ["1. Drew", "* Dug"], "description": "1. a\n2) b"}]
    notes, pages = take({"basics": {"name": "A"}, "work": work, "projects": projects})
    assert pages["employers/1-fc-koln"]["title"] == "1. FC Köln"
    assert pages["employers/1-fc-koln"]["employer"]["role"] == "2. Torwart"
    assert pages["employers/acme-corp"]["title"] == "𝗔𝗖𝗠𝗘 Corp"
    assert pages["projects/atlas"]["project"]["highlights"] == ["1. Drew", "Dug", "a", "b"]
    assert [each.path for each in notes if each.left_out] == []


@pytest.mark.parametrize(
    "text", ["% a", "+++ a +++", "+ a", "- a", "---", "::: a", "(a)=", "12. a", "3) a", "1.5 a", "(a) b", "# a"]
)
def test_texts_in_prose_begin_no_block(text: str) -> None:
    written = as_markdown(text)
    assert [token.type for token in parser(EXTENSIONS).parse(written)] == [
        "paragraph_open",
        "inline",
        "paragraph_close",
    ]
    assert MarkdownIt().render(written) == f"<p>{text}</p>\n"


def test_skills_are_mentioned_in_whatever_case() -> None:
    skills = [{"name": "İngilizce"}, {"name": "Yazılım"}, {"name": "C++ tools"}, {"name": "🌱🌱🌱"}]
    project = {"name": "Atlas", "description": "Çok ingilizce ve YAZILIM yaptı, c++ tools, C tools, 🌱🌱🌱."}
    _, pages = take({"basics": {"name": "A"}, "skills": skills, "projects": [project]})
    assert pages["projects/atlas"]["project"]["skills"] == ["ingilizce", "yazılım", "cpp-tools"]


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (json.dumps({"x": ["b"] * 20_001}).encode(), "a.json", "the file has more than 20,000 values"),
        (b" " * 2_000_001, "a.yaml", "this has more than 2,000,000 bytes"),
        (archive({"Skills": "Name\n" + "a\n" * 1_000_000}, zipfile.ZIP_DEFLATED), "a.zip", "Skills.csv has more than"),
    ],
    ids=["values", "bytes", "a table"],  # an archive holds the time, and processes have to find the same tests
)
def test_files_that_are_too_long(data: bytes, name: str, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        take(data, name)


def test_a_person_whose_name_no_page_can_show() -> None:
    for name in ("\ud800", "🌱"):
        with pytest.raises(Unreadable, match="the file names no one"):
            take(json.dumps({"basics": {"name": name}}).encode())


def test_rows_and_notes_before_the_columns() -> None:
    table = from_csv('Notes:\n"Some text"\n\nA,B\n1,"2\n3"\n,\n4,5\n', "T.csv")
    assert [[leaf.text for leaf in row.leaves()] for row in table.items] == [["1", "2\n3"], ["4", "5"]]
    assert [row.line for row in table.items] == [5, 8]


@pytest.mark.parametrize(
    ("name", "text", "line", "column", "message"),
    [
        ("a.json", '{"a": [1,\n  2,, 3]}', 2, 5, "this is not JSON: "),
        ("a.json", "[" * 100_000, 1, 1, "this is nested too deeply"),
        ("a.json", "[" * 700 + "]" * 700, 1, 1, "this is nested too deeply"),
        ("a.json", '{"name": "ää\udcff', 1, 13, "this is not UTF-8"),
        ("a.json", f"[{'9' * 5000}]", 1, 1, "this is neither JSON Resume nor RenderCV"),
        ("a.json", "[]", 1, 1, "this is neither JSON Resume nor RenderCV"),
        ("a.json", '{"basics": {"label": "x"}}', 1, 1, "the file names no one"),
        ("a.json", "{\n\udcff}", 2, 1, "this is not UTF-8"),
        ("a.yaml", "cv:\n  name: [", 3, 1, "this is not YAML: "),
        ("a.yaml", "a: &a [b]\nc: *a", 1, 4, "anchors and aliases (& and *) are not read; write the value out"),
        ("a.yaml", "a: b: c", 1, 5, "this is not YAML: mapping values are not allowed"),
        ("a.yaml", "cv: \x00", 1, 5, "this is not YAML: "),
        ("a.yml", "", 1, 1, "neither"),
        ("a.yml", f"a: {'[' * 60}{']' * 60}", 1, 23, "this is nested too deeply; write it flatter"),
    ],
)
def test_files_that_cannot_be_read(name: str, text: str, line: int, column: int, message: str) -> None:
    with pytest.raises(Unreadable) as error:
        take(text.encode("utf-8", "surrogateescape"), name)
    assert message in str(error.value)
    assert (error.value.problem.line, error.value.problem.column) == (line, column)


def test_trees_know_paths_and_places() -> None:
    text = '{"a": ["x", null, {"b\\u0041": true}], "c": {}, "d": -1.5}'
    leaves = [(leaf.path, leaf.text, leaf.column) for leaf in from_json(text).leaves()]
    assert leaves == [("a[0]", "x", 8), ("a[1]", "", 13), ("a[2].bA", "true", 31), ("d", "-1.5", 53)]
    assert [leaf.path for leaf in from_yaml("? [a]\n: x\nb: ~").leaves()] == ["?", "b"]


@pytest.mark.parametrize(
    ("work", "period"),
    [
        ({"startDate": "2010-05-17", "endDate": "2011-03-01"}, "2010-05-17 – 2011-03-01"),
        ({"startDate": "2010-05-01", "endDate": "2011-03-01"}, "2010-05 – 2011-03"),
        ({"startDate": "2010", "endDate": "2010"}, "2010"),
        ({"startDate": "2010", "endDate": "2030"}, "2010 – 2030 (expected)"),
        ({"startDate": "now"}, None),
        ({"endDate": "present"}, None),
        ({"date": "2010 – now"}, "2010 – now"),
        ({"date": "present"}, None),
        ({}, None),
    ],
)
def test_periods(work: Mapping[str, object], period: str | None) -> None:
    _, pages = take(one(**work))
    assert pages["employers/kew"]["employer"].get("period") == period


def test_what_began_earlier_is_open_if_nothing_newer_began_in_its_section() -> None:
    data = {
        "basics": {"name": "Ada"},
        "work": [{"name": "A", "startDate": "2019"}, {"name": "B", "startDate": "2012"}, {"name": "C"}],
        "education": [{"institution": "D", "startDate": "2020"}],
        "projects": [{"name": "E", "startDate": "2021"}],
    }
    _, pages = take(data)
    found = {page["title"]: page for page in pages.values()}
    assert found["A"]["employer"]["period"] == "2019 – now"
    assert found["B"]["employer"]["period"] == "2012 – ?"
    assert found["D"]["education"]["period"] == "2020 – now"
    assert found["E"]["project"]["period"] == "2021 – ?"


def test_a_certificate_has_the_date_at_which_it_was_given() -> None:
    valid = {"name": "First aid", "startDate": "2020-02", "endDate": "2023-02"}
    notes, pages = take({"basics": {"name": "Ada"}, "certificates": [valid]})
    assert pages["awards/first-aid"]["award"] == {"type": "certificate", "date": "2020-02"}
    assert [(note.path, note.message) for note in notes] == [
        ("certificates[0].endDate", "a page of this kind has one date"),
        ("certificates[0].startDate", "written as the one date that a page of this kind has"),
    ]


def test_a_value_that_stands_under_an_old_key_too_is_taken_once() -> None:
    notes, pages = take(one(url="https://kew.example", website="https://kew.example", company="Kew Ltd."))
    assert pages["employers/kew"]["employer"]["links"] == {"website": "https://kew.example"}
    assert [note.path for note in notes] == ["work[0].company"]


def test_a_grade_is_no_honor() -> None:
    notes, pages = take({"basics": {"name": "Ada"}, "education": [{"institution": "Leeds", "score": "1.3"}]})
    assert pages["education/leeds"]["education"] == {"grade": "1.3"}
    assert notes == []


def test_a_country_is_called_as_the_site_s_language_does() -> None:
    person = {"name": "花", "location": {"city": "東京", "countryCode": "JP"}}
    _, pages = take({"basics": person}, language="ja")
    assert pages["index"]["person"]["place"] == "東京, 日本"


def test_what_is_a_project_by_its_keys_alone_is_reported() -> None:
    sections = b"cv: {name: Ada, sections: {Choirs: [{name: Bach}], Projects: [{name: Atlas}]}}"
    notes, pages = take(sections, "a.yaml")
    assert {"projects/bach", "projects/atlas"} <= pages.keys()
    assert [(note.path, note.left_out) for note in notes] == [("cv.sections.Choirs[0]", False)]


def test_texts_of_the_sample_are_left_out() -> None:
    data = {
        "basics": {"name": "Ada"},
        "work": [{"name": "Kew", "highlights": ["Started the company", "Drew plates"]}],
        "volunteer": [{"organization": "CoderDojo", "position": "Teacher"}],
    }
    notes, pages = take(data)
    assert pages["employers/kew"]["employer"] == {"highlights": ["Drew plates"]}
    assert {each.path for each in notes if each.left_out} == {
        "work[0].highlights[0]", "volunteer[0].organization", "volunteer[0].position",
    }  # fmt: skip
    data["basics"] = {"name": "Richard Hendriks"}
    notes, pages = take(data)
    assert "volunteering/coderdojo" in pages
    assert "this is JSON Resume's sample file" in said(notes, "basics.name")
    assert len(samples.digest("x")) == 12


@pytest.mark.parametrize(
    ("basics", "person"),
    [
        ({"location": {"countryCode": "Narnia"}}, {"place": "Narnia"}),
        ({"location": ["Kew", "Leeds"]}, {"place": "Kew, Leeds"}),
        ({"location": {"city": {"x": "y"}}}, {}),
        ({"picture": "data:image/png;base64,x", "phone": "none", "email": "jo [at] example.org"}, {}),
        ({"image": "https://a.example/a.png"}, {"photo": "https://a.example/a.png"}),
        ({"summary": "See [me](https://me.example)"}, {"summary": "See me"}),
        (
            {"profiles": [{"network": "X", "url": "x.com/a"}, {"network": "X", "url": "x.com/a"}]},
            {"profiles": {"X": "https://x.com/a"}},
        ),
        ({"profiles": [{"network": "X", "username": "b", "url": "x.com/a"}]}, {"profiles": {"X": "https://x.com/a"}}),
    ],
)
def test_persons(basics: Mapping[str, object], person: Mapping[str, object]) -> None:
    _, pages = take({"basics": {"name": "Ada", **basics}})
    assert pages["index"]["person"] == {"name": "Ada", **person}


def test_a_name_without_a_network_and_authors_in_one_text() -> None:
    data = {
        "basics": {"name": "Ada Flora"},
        "publications": [
            {"name": "A", "authors": ["**Ada F.**", "Carl"]},
            {"name": "B", "authors": ["**", "Ada Flora"]},
        ],
    }
    _, pages = take(data)
    assert pages["publications/a"]["publication"] == {"authors": ["Carl"]}
    assert "authors" not in pages["publications/b"].get("publication", {})


def test_a_picture_is_taken_along(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ada.png").write_bytes(b"\x89PNG")
    (tmp_path / "r.json").write_text('{"basics": {"name": "Ada", "image": "ada.png"}}', "utf-8")
    assert main(["import", str(tmp_path / "r.json"), str(tmp_path / "site")]) == 0
    assert (tmp_path / "site/docs/ada.png").read_bytes() == b"\x89PNG"
    assert f"{tmp_path / 'site'}: 9 files; 0 values left out, 0 decided" in capsys.readouterr().out


def test_a_file_is_named_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["import", str(CAREERS / "gardener.json"), "--language", "de"]) == 1
    captured = capsys.readouterr()
    assert "gardener.json:4:16: left out: basics.picture" in captured.err
    assert "title: Berufserfahrung" in (tmp_path / "gardener/docs/employers/index.md").read_text("utf-8")
    assert "portfolio_cv_pages = " in (tmp_path / "gardener/docs/conf.py").read_text("utf-8")
    assert main(["import", str(CAREERS / "gardener.json")]) == 2
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("broken.json", 1, "broken.json:2:32: error: this is not JSON: Expecting ',' delimiter; nothing was written\n"),
        (
            "broken.yaml",
            1,
            "broken.yaml:3:13: error: this is not YAML: did not find expected ',' or ']' while parsing a flow sequence; close what is opened here; nothing was written\n",
        ),
        ("none.json", 2, "none.json: No such file or directory; name the file to import\n"),
    ],
)
def test_nothing_is_written_of_what_cannot_be_read(
    name: str, code: int, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(CAREERS / name), str(tmp_path / "site")]) == code
    assert capsys.readouterr().err.endswith(message)
    assert not (tmp_path / "site").exists()


def test_an_archive_that_is_none_has_no_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.zip").write_bytes(b"")
    assert main(["import", str(tmp_path / "a.zip")]) == 1
    assert "a.zip: error: this is not" in capsys.readouterr().err


def test_pages_with_problems_are_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "r.json").write_text(json.dumps(one(summary="a " * 50_000)), "utf-8")
    assert main(["import", str(tmp_path / "r.json"), str(tmp_path / "site")]) == 1
    assert "docs/employers/kew.md:2:1: error: the front matter has 1" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_values_that_say_nothing() -> None:
    data = {
        "basics": {"name": ["Ada", "Flora"], "summary": "<br>"},
        "work": [{"name": "", "summary": "Nameless."}, {"name": "Kew", "highlights": ["<br>", "Drew\nplates"], "startDate": "2010"}],
        "volunteer": [{"organization": "CoderDojo", "position": ""}],
        "languages": [{"fluency": "fluent"}, {"language": "<br>"}, {"language": "English", "fluency": "good"}, {"language": "English", "fluency": "bad"}],
        "interests": ["<br>"],
    }  # fmt: skip
    notes, pages = take(data)
    assert pages["index"]["person"] == {"name": "Ada, Flora", "languages": {"English": "good"}}
    assert said(notes, "work[1].highlights[1]") == "it goes over several lines: written as one"
    assert {each.path for each in notes if each.left_out} == {
        "basics.summary", "work[0].summary", "work[1].highlights[0]", "volunteer[0].organization", "languages[0].fluency",
        "languages[1].language", "languages[3].fluency", "interests[0]",
    }  # fmt: skip


def test_other_keys_beside_render_cv() -> None:
    notes, pages = take(b"cv: {name: Ada, email: null}\nother: x\ndesign: {theme: a}\n", "a.yaml")
    assert pages["index"]["person"] == {"name": "Ada"}
    assert said(notes, "other") == "there is no place for it in front matter"
