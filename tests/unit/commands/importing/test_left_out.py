"""Whatever a file says is on the pages, or is named with its place: nothing is lost in silence."""

import datetime as dt
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from portfolio.commands.importing.command import imported
from portfolio.commands.importing.report import Note
from portfolio.reading.yaml_nodes import Unreadable

TODAY = dt.date(2026, 11, 28)
Notes = list[Note]


def take(data: object, name: str = "resume.json") -> tuple[Notes, str]:
    """The notes, and the text of all pages but the report."""
    content = data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode()
    notes, files = imported(content, Path(name), "en", TODAY)
    pages = {path: text for path, text in files.items() if path.endswith(".md") and path != "docs/imported.md"}
    return list(notes.found), "\n".join(f"{path}\n{text!s}" for path, text in pages.items())


def archive(tables: Mapping[str, str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        for name, text in {"Profile": "First Name,Last Name\nAda,Flora\n", **tables}.items():
            made.writestr(f"{name}.csv", text.encode("utf-8", "surrogateescape"))
    return data.getvalue()


def left_out(notes: Notes) -> dict[str, str]:
    return {each.path: each.message for each in notes if each.left_out}


def lost(values: Mapping[str, str], data: object, name: str = "resume.json") -> list[str]:
    """Those of the values, by path, that are neither on a page nor left out; each stands in the file once."""
    notes, pages = take(data, name)
    named = left_out(notes)
    return [f"{path}: {value}" for path, value in values.items() if value not in pages and path not in named]


def marked(keys: Iterator[str] | list[str]) -> dict[str, str]:
    """A value for each key that no other key has; years for dates."""
    dates = {"date", "Date", "On"}
    found = {}
    for number, key in enumerate(keys):
        is_date = any(key.endswith(end) for end in dates)
        found[key] = f"{1961 + number}" if is_date else f"http://w{number}q.example" if key in URLS else f"W{number}q"
    return found


URLS = {"url", "website", "link", "Url"}
SECTIONS = ["work", "volunteer", "education", "projects", "publications", "awards", "certificates"]
KEYS = [
    *("name", "company", "organization", "institution", "title", "position", "role", "location", "url", "website", "link"),
    *("startDate", "endDate", "date", "releaseDate", "issuer", "awarder", "publisher", "studyType", "degree", "area"),
    *("score", "gpa", "entity", "summary", "description", "highlights", "keywords", "technologies", "skills", "courses"),
    *("authors", "roles", "type", "doi", "unknown"),
]  # fmt: skip
LISTS = {"highlights", "keywords", "technologies", "skills", "courses", "authors", "roles"}


@pytest.mark.unmeasured
@pytest.mark.parametrize("section", SECTIONS)
def test_json_resume(section: str) -> None:
    whole = marked(KEYS)
    entries = [whole, *({"name": "Kew", key: value} for key, value in whole.items() if key != "name")]
    entries += [{key: value} for key, value in whole.items()]
    entries += [{"name": "Kew", "endDate": "1998", "date": "2003"}, {"name": "Kew", "startDate": "1998 – 1999", "date": "2003"}]  # fmt: skip
    for values in entries:
        entry = {key: [value] if key in LISTS else value for key, value in values.items()}
        found = {f"{section}[0].{key}{'[0]' if key in LISTS else ''}": value for key, value in values.items()}
        # A list where one text has its place is named as one.
        assert lost(found, {"basics": {"name": "Ada"}, section: [entry]}) == []


RENDER_CV = [
    *("position", "location", "start_date", "end_date", "date", "degree", "area", "grade", "doi", "journal", "url", "summary"),
    *("highlights", "authors", "unknown"),
]  # fmt: skip


@pytest.mark.unmeasured
@pytest.mark.parametrize("heading", ["Work", "Volunteering", "Awards", "Certificates", "Projects"])
@pytest.mark.parametrize("name", ["company", "institution", "title", "name"])
def test_render_cv(heading: str, name: str) -> None:
    whole = marked([name, *RENDER_CV])
    for values in [whole, *({name: "Kew", key: value} for key, value in whole.items() if key != name)]:
        entry = {key: [value] if key in {"highlights", "authors"} else value for key, value in values.items()}
        found = {
            f"cv.sections.{heading}[0].{key}{'[0]' if isinstance(entry[key], list) else ''}": value
            for key, value in values.items()
        }
        data = json.dumps({"cv": {"name": "Ada", "sections": {heading: [entry]}}}).encode()
        assert lost(found, data, "a.yaml") == []


COLUMNS = [
    *("Company Name", "School Name", "Title", "Name", "Role", "Location", "Url", "Started On", "Start Date", "Finished On"),
    *("End Date", "Published On", "Issued On", "Publisher", "Authority", "Issuer", "Degree Name", "Description", "Notes"),
    *("Activities", "Unknown"),
]  # fmt: skip
TABLES = [
    *("Positions", "Volunteering", "Education", "Projects", "Publications", "Honors", "Certifications", "Patents"),
    *("Test Scores", "Organizations", "Courses"),
]  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_linked_in(table: str) -> None:
    values = marked(COLUMNS)
    data = archive({table: f"{','.join(values)}\n{','.join(values.values())}\n"})
    assert lost({f"{table}.csv[0].{key}": value for key, value in values.items()}, data, "a.zip") == []


def test_what_others_wrote_is_left_out_and_not_shown() -> None:
    text = "First Name,Last Name,Text\nCarl,Fern,She is thorough.\n"
    notes, pages = take(archive({"Recommendations_Received": text, "Recommendations_Given": text}), "a.zip")
    assert left_out(notes) == {
        "Recommendations_Received.csv[0]": "it is not for everyone to read",
        "Recommendations_Given.csv[0]": "it is not for everyone to read",
    }
    assert "thorough" not in f"{notes}{pages}"


def test_profiles_in_one_network() -> None:
    """Nor is one of them lost whose user has the same name on another host."""
    urls = [f"https://{host}.example/@ada" for host in "abc"]
    profiles = [{"network": "Mastodon", "url": url} for url in urls]
    notes, pages = take({"basics": {"name": "Ada", "profiles": profiles}})
    assert [url for url in urls if url not in pages] == []
    assert [each.message for each in notes] == [
        f"a second profile in the same network: called Mastodon ({mark})" for mark in ("ada", "c.example")
    ]


BASICS: list[tuple[Mapping[str, Any], dict[str, str]]] = [
    ({"name": "[Ada](https://a.example/1)"}, {"basics.name": "its link to https://a.example/1: there is plain text alone here"}),
    ({"location": [{"city": "Kew"}, "Leeds"]}, {"basics.location[0].city": "there is no place for it in front matter"}),
    ({"summary": "Draws:\n- [plates](https://a.example/1)\n- paper"}, {"basics.summary": "its link to https://a.example/1: there is plain text alone here"}),
]  # fmt: skip


@pytest.mark.parametrize(("basics", "named"), BASICS)
def test_persons(basics: Mapping[str, Any], named: dict[str, str]) -> None:
    notes, _ = take({"basics": {"name": "Ada", **basics}})
    assert left_out(notes) == named
    assert [each for each in notes if "highlights" in each.message] == []


@pytest.mark.parametrize(
    ("text", "links", "reasons"),
    [
        (
            "[here](https://a.example/1) and [here](https://b.example/2)",
            {"here": "https://a.example/1", "here (b.example)": "https://b.example/2"},
            [],
        ),
        ("<a href=https://x.example/7>paper</a>", {"paper": "https://x.example/7"}, []),
        ("<A class='b' HREF = 'https://x.example/?a=1&amp;b=2'>R&amp;D</A>", {"R&D": "https://x.example/?a=1&b=2"}, []),
        ('See <a href="https://x.example/7">paper', {"https://x.example/7": "https://x.example/7"}, []),
        ("A <img alt='' src=https://x.example/7.png>", {"https://x.example/7.png": "https://x.example/7.png"}, []),
        ("A <img src='data:" + "x" * 500 + "'>", {}, [f"its link to data:{'x' * 154}… is not a web address"]),
        ("[mail](mailto:k@k.example)", {}, ["its link to mailto:k@k.example is not a web address"]),
        ("<a name='top'>top</a>", {}, []),
        ("[one](https://a.example/1) [two](/2)", {"one": "https://a.example/1"}, ["its link to /2 is not a web address"]),
    ],
)  # fmt: skip
def test_links(text: str, links: dict[str, str], reasons: list[str]) -> None:
    notes, pages = take({"basics": {"name": "Ada"}, "projects": [{"name": "Atlas", "summary": text}]})
    for label, address in links.items():
        assert f"{label}: {address}" in pages or f"'{label}': {address}" in pages or f"? {label}\n" in pages
    assert [each.message for each in notes if each.left_out] == reasons
    (removed,) = (each.message for each in notes if "plain text" in each.message)
    assert removed.endswith("its links are the page's links") == (bool(links) and not reasons)


SKILLS = [
    ([{"name": "[Go](https://go.example)"}], "skills[0].name", "its link to https://go.example: there is plain text alone here"),
    ([{"name": "Arts", "keywords": ["Ink"]}, {"name": "Crafts", "keywords": ["ink"]}], "skills[1].name", "no skill is left under it"),
    ([{"name": "Arts", "keywords": ["<br>"]}], "skills[0].name", "no skill is left under it"),
]  # fmt: skip


@pytest.mark.parametrize(("skills", "path", "reason"), SKILLS)
def test_skills(skills: object, path: str, reason: str) -> None:
    notes, _ = take({"basics": {"name": "Ada"}, "skills": skills})
    assert left_out(notes)[path] == reason


def test_texts_that_say_nothing() -> None:
    project = {"name": "Atlas", "summary": "<br>", "keywords": ["<br>", "[Ink](https://ink.example)"]}
    notes, _ = take({"basics": {"name": "Ada"}, "projects": [project]})
    assert left_out(notes) == {
        "projects[0].summary": "it is empty without its markup",
        "projects[0].keywords[0]": "it is empty without its markup",
        "projects[0].keywords[1]": "its link to https://ink.example: there is plain text alone here",
    }


def test_languages() -> None:
    notes, pages = take({"basics": {"name": "Ada"}, "languages": [{"language": "<br>", "fluency": "good"}, "[Latin](https://l.example)"]})  # fmt: skip
    assert left_out(notes) == {
        "languages[0].language": "it is empty without its markup",
        "languages[0].fluency": "its language has no name",
        "languages[1]": "its link to https://l.example: there is plain text alone here",
    }
    assert "Latin" in pages


def test_points_of_what_an_employer_is() -> None:
    work = {"name": "Kew", "summary": "S.", "description": "A garden:\n- herbarium\n- arboretum"}
    notes, pages = take({"basics": {"name": "Ada"}, "work": [work]})
    assert "summary: A garden: herbarium arboretum\n" in pages or "'A garden: herbarium arboretum'" in pages
    assert [each.message for each in notes] == ["it goes over several lines: written as one"]


def test_points_in_a_kind_without_highlights() -> None:
    awards = [{"title": "Medal", "summary": "For:\n- plates"}]
    notes, pages = take({"basics": {"name": "Ada"}, "awards": awards})
    assert "For: plates" in pages
    assert [each.message for each in notes] == ["it goes over several lines: written as one"]


def test_one_position_twice() -> None:
    kew = {"name": "Kew", "position": "Illustrator", "startDate": "2001", "endDate": "2002"}
    work = [
        {**kew, "keywords": ["Ink"]},
        {**kew, "keywords": ["Paper"], "url": "https://kew.example"},
        {**kew, "name": "KEW", "url": "https://kew.example/2"},
    ]
    notes, pages = take({"basics": {"name": "Ada"}, "work": work})
    assert "positions" not in pages
    assert "website: https://kew.example\n" in pages
    assert {"docs/skills/ink.md", "docs/skills/paper.md"} <= set(pages.split("\n"))
    assert [(each.path, each.message) for each in notes if each.path.startswith("work")] == [
        ("work[1]", "the same position stands in the file twice: written once"),
        ("work[2]", "the same position stands in the file twice: written once"),
        ("work[2].url", "the page has another address as its website: called website (kew.example)"),
        ("work[2].name", "taken for the same organization as Kew"),
    ]


def test_entries_that_differ_by_keys_alone() -> None:
    data = {"basics": {"name": "Ada"}, "projects": [{"name": "Atlas", "startDate": "2001"}, {"name": "Atlas", "endDate": "2001"}]}  # fmt: skip
    notes, pages = take(data)
    assert "? – 2001" in pages
    assert not any("twice" in each.message for each in notes)


def test_an_entry_without_a_name_is_named_once() -> None:
    notes, _ = take({"basics": {"name": "Ada"}, "work": [{"startDate": "2001", "unknown": "W"}]})
    assert [(each.path, each.message) for each in notes] == [
        ("work[0].startDate", "its entry has no name"),
        ("work[0].unknown", "its entry has no name"),
    ]


@pytest.mark.parametrize("section", ["projects", "awards"])
def test_a_date_that_is_none(section: str) -> None:
    notes, _ = take({"basics": {"name": "Ada"}, section: [{"name": "Atlas", "date": "present"}]})
    assert left_out(notes) == {f"{section}[0].date": "it goes on: front matter has no period without a date"}


def test_authors() -> None:
    publications = [
        {"name": "A", "authors": "Ada, Carl  Fern, and Dora; Eve and\nFay"},
        {"name": "B", "authors": ["*Carl*", "Dora"]},
    ]
    notes, pages = take({"basics": {"name": "Ada"}, "publications": publications})
    assert "authors: [Carl Fern, Dora, Eve, Fay]" in pages or "- Carl Fern\n" in pages
    assert "and Dora" not in pages
    assert [(each.path, each.message) for each in notes] == [
        ("publications[0].authors", "written as those with whom it was: Carl Fern, Dora, Eve, Fay"),
        ("publications[1].authors[0]", "it is marked, and taken for the person"),
    ]


def test_authors_of_several_lines() -> None:
    """And with characters that no page can show."""
    _, pages = take(
        {"basics": {"name": "Ada"}, "publications": [{"name": "A", "authors": ["Carl\n Fern", "Do\x07ra"]}]}
    )
    assert "  authors:\n  - Carl Fern\n  - Do ra\n" in pages


def render_cv(sections: object, **cv: object) -> tuple[Notes, str]:
    return take(json.dumps({"cv": {"name": "Ada", "sections": sections, **cv}}).encode(), "a.yaml")


@pytest.mark.parametrize(
    ("sections", "named"),
    [
        ({"A": [["Wq32"], "b"]}, {"cv.sections.A[0][0]": "there is no place for it in front matter"}),
        (
            {"A": [{"name": "[Atlas](https://a.example/1)", "url": "mailto:a"}]},
            {"cv.sections.A[0].url": "it is not a web address"},
        ),
        ({"A": [{"title": "B", "doi": "a b"}]}, {"cv.sections.A[0].doi": "it is not a DOI"}),
        (
            {"A": [{"label": "Tools", "details": "[Go](https://go.example), C"}]},
            {"cv.sections.A[0].details": "its link to https://go.example: there is plain text alone here"},
        ),
        (
            {"A": [{"label": "Others", "details": "[Latin](https://l.example), English"}]},
            {"cv.sections.A[0].details": "its link to https://l.example: there is plain text alone here"},
        ),
        ({"A": [{"label": "Prose", "details": "[Draws](https://d.example) all there is to draw"}]}, {}),
    ],
)
def test_sections_of_render_cv(sections: object, named: dict[str, str]) -> None:
    notes, _ = render_cv(sections)
    assert left_out(notes) == named


def test_a_title_keeps_its_link_beside_an_address() -> None:
    _, pages = render_cv({"Projects": [{"name": "[Atlas](https://a.example/1)", "url": "https://b.example/2"}]})
    assert "Atlas: https://a.example/1" in pages
    assert "website: https://b.example/2" in pages


def test_connections_have_an_icon_alone_that_is_not_of_the_career() -> None:
    connection = {"placeholder": "Blog", "url": "https://b.example", "fontawesome_icon": "pen", "other": "x"}
    notes, _ = render_cv({}, custom_connections=[connection])
    assert left_out(notes) == {"cv.custom_connections[0].other": "there is no place for it in front matter"}


@pytest.mark.parametrize(
    ("details", "skills"),
    [
        ("Go (a, b), C", ["Go (a, b)", "C"]),
        ("Go (a (b), c), C", ["Go (a (b), c)", "C"]),
        ("Go (a, C", ["Go (a", "C"]),
        ("Go) a, C.", ["Go) a", "C"]),
        ("Go、C،D;E", ["Go", "C", "D", "E"]),
    ],
)
def test_lists_in_words(details: str, skills: list[str]) -> None:
    notes, pages = render_cv({"Skills": [{"label": "Tools", "details": details}]})
    for skill in skills:
        assert f"- {skill}\n" in pages or f", {skill}" in pages or f"[{skill}" in pages
    assert notes == []


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        (b"Company Name,Title\nKew,J\xfcrgen\n".decode("utf-8", "surrogateescape"), "Positions.csv:2:6 is not UTF-8; save it as UTF-8"),
        (f"Company Name,Title\nKew,b\nKew,{'a' * 200_000}\n", r"Positions.csv cannot be read from line 3 on: field larger than field limit \(131072\)"),
        ('Company Name,Title\nKew,"a\n', r'Positions.csv cannot be read from line 2 on: a quotation mark \("\) is never closed'),
        ('Company Name,Title\nKew,"a"b\n', "Positions.csv cannot be read from line 2 on: ',' expected after '\"'"),
    ],
    ids=["Latin-1", "a long cell", "an open quotation", "a quotation in a cell"],
)  # fmt: skip
def test_tables_that_cannot_be_read(table: str, reason: str) -> None:
    with pytest.raises(Exception, match=reason):
        take(archive({"Positions": table}), "a.zip")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_files_in_utf_16(mark: str, encoding: str) -> None:
    data = io.BytesIO(archive({}))
    with zipfile.ZipFile(data, "a") as made:
        made.writestr("Positions.csv", f"{mark}Company Name,Title\r\nKew,Jürgen\r\n".encode(encoding))
    files = {
        "a.zip": data.getvalue(),
        "a.json": f'{mark}{{"basics": {{"name": "Ada"}}, "work": [{{"name": "Jürgen"}}]}}'.encode(encoding),
        "a.yaml": f"{mark}cv:\n  name: Jürgen\n".encode(encoding),
    }
    for name, content in files.items():
        assert "Jürgen" in take(content, name)[1]
    with pytest.raises(Unreadable, match="this is not UTF-8") as error:
        take(f"{mark}[\n ü".encode(encoding)[:-1], "a.json")
    assert (error.value.problem.line, error.value.problem.column) == (2, 2)


def test_line_ends_of_old() -> None:
    notes, pages = take(archive({"Positions": "Company Name,Title\rKew,Gardener\rLeeds,Clerk\r"}), "a.zip")
    assert "Clerk" in pages
    assert left_out(notes) == {}
