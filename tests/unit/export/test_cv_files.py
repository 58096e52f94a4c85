"""The curriculum vitae as files: what programs read out of the PDF and the text."""

import hashlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pypdf
import pytest
from pypdf.generic import BooleanObject, DictionaryObject, IndirectObject, StreamObject

import portfolio
from careers import career, education, employer, project, sabbatical, skill, talk
from hostile_careers import TEXTS
from portfolio.export.cv import pdf as cvpdf
from portfolio.export.cv import text as cvtext
from portfolio.export.cv.files import files
from portfolio.export.cv.pdf_compression import packed
from portfolio.export.cv.selection import content
from portfolio.export.cv.shape import Curriculum, Group, Words
from portfolio.export.file import File, LeftOut
from portfolio.export.site import Site
from portfolio.export.typst_fonts import TYPST
from portfolio.model.career import Career
from portfolio.model.entries import Slug, Url
from portfolio.model.person import Email, Person, Phone
from portfolio.model.variant import Limits, Pages, Variant
from resume_parser import Job, parsed
from sites import site

SITE = site(
    title="Ada",
    author="Ada Flora",
    base="https://example.org/me/",
    variants=(
        Variant(name="short", title="Illustrator", skills=(Slug("drawing"),), limit=Pages(1), paper="letter"),
        Variant(name="old", title="Old", skills=(Slug("drawing"),), kinds=("sabbatical",)),
    ),
)
HEADINGS = ["Experience", "Projects", "Talks", "Skills", "Education", "Sabbaticals"]


def sample(*, highlights: int = 2) -> Career:
    """A career that has some of everything."""
    many = tuple(f"Drew the {n}th of 'her' \"great\" plates." for n in range(highlights))
    found = career(
        employer("kew", "2001-03 – now", role="Illustrator", skills=("drawing",), highlights=many, summary="A garden."),
        employer("press", "1999 – 2001", highlights=many, summary="It prints books."),
        project("atlas", "2003", employers=("kew",), skills=("drawing",), links={"source": Url("https://example.org/s")}, summary="Maps."),
        talk("seeds", "2006-05-17", "2005", skills=("drawing",), summary="On seeds."),
        education("leeds", "1996 – 1999", degree="B.Sc.", summary="Botany."),
        sabbatical("lima", "1995", summary="A year away."),
        skill("drawing", category="Arts"),
    )  # fmt: skip
    found.person = Person(
        name="Ada Flora",
        label="Botanical illustrator",
        summary="I draw plants.",
        place="Kew",
        profiles={"GitHub": Url("https://github.com/ada")},
    )
    return found


def of(career: Career, site: Site = SITE) -> Curriculum:
    found = content(career, site)
    assert found is not None
    return found


def written(career: Career, site: Site) -> list[File]:
    return [each for each in files(career, site) if isinstance(each, File)]


@cache
def reader() -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(cvpdf.write(of(sample()))))


def text(pdf: pypdf.PdfReader) -> str:
    return "\n".join(map(text_of, pdf.pages))


def text_of(page: pypdf.PageObject) -> str:
    return re.sub(r"[ \xa0]+", " ", page.extract_text())


def test_the_files_and_their_links() -> None:
    assert [(each.name, each.link.media_type if each.link else None) for each in written(sample(), SITE)] == [
        ("cv.pdf", "application/pdf"),
        ("cv.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("cv.txt", "text/plain"),
        ("cv-short.pdf", None),
        ("cv-short.docx", None),
        ("cv-short.txt", None),
        ("cv-old.pdf", None),
        ("cv-old.docx", None),
        ("cv-old.txt", None),
    ]
    none = replace(SITE, variants=SITE.variants[1:])
    assert [each.name for each in written(career(employer("kew", "2001")), none)] == ["cv.pdf", "cv.docx", "cv.txt"]


def test_the_pdf_says_what_it_is() -> None:
    pdf = reader()
    root: Any = pdf.trailer["/Root"]
    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.metadata.author) == ("Ada Flora: Curriculum vitae", "Ada Flora")
    assert str(pdf.metadata["/CreationDate"]).startswith("D:20060517")
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"] == root["/ViewerPreferences"]["/DisplayDocTitle"] == BooleanObject(value=True)
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()


def test_headings_are_tagged_in_order() -> None:
    def walk(node: Any) -> Iterator[tuple[str, str]]:
        node = node.get_object()
        if isinstance(node, list):
            for each in node:
                yield from walk(each)
        elif isinstance(node, DictionaryObject):
            if str(node.get("/S", "")).startswith("/H"):
                yield str(node["/S"]), str(node.get("/T", ""))
            if "/K" in node:
                yield from walk(node["/K"])

    root: Any = reader().trailer["/Root"]
    headings = list(walk(root["/StructTreeRoot"]))
    assert headings[0] == ("/H1", "Ada Flora")
    assert [title for level, title in headings if level == "/H2"] == HEADINGS
    assert [title for level, title in headings if level == "/H3"] == ["Illustrator", "Press", "Atlas", "Seeds", "Arts", "Leeds", "Lima"]  # fmt: skip


def test_fonts_are_inside_and_come_with_typst() -> None:
    fonts = [font.get_object() for page in reader().pages for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    assert fonts
    for font in fonts:
        (below,) = font["/DescendantFonts"]
        assert "LibertinusSerif" in font["/BaseFont"]
        assert "/FontFile3" in below["/FontDescriptor"]


@pytest.mark.unmeasured
def test_its_tags_and_text_outlast_being_packed() -> None:
    whole = typesetting()
    data = packed(whole)
    assert len(data) < 0.7 * len(whole)
    before, after = (pypdf.PdfReader(io.BytesIO(each)) for each in (whole, data))
    assert [page.extract_text() for page in after.pages] == [page.extract_text() for page in before.pages]
    assert [page.get_contents() for page in after.pages] == [page.get_contents() for page in before.pages]
    assert plain(after.trailer["/Root"]) == plain(before.trailer["/Root"])
    assert (after.metadata, after.trailer["/ID"]) == (before.metadata, before.trailer["/ID"])


def typesetting() -> bytes:
    """A PDF as Typst makes it."""
    template = b'#set document(title: "Kew")\n= Kew\n#for n in range(40) [+ #link("https://example.org/" + str(n))[#n]]'
    return TYPST.typeset(template, {}, format="pdf", pdf_standards=["ua-1"], timestamp=0)


def plain(value: Any, seen: frozenset[int] = frozenset()) -> Any:
    """What *value* holds, and what that refers to; streams by their data."""
    if isinstance(value, IndirectObject):
        if value.idnum in seen:
            return "above"
        value, seen = value.get_object(), seen | {value.idnum}
    if isinstance(value, DictionaryObject):
        held = {key: plain(value.raw_get(key), seen) for key in value if key not in {"/Length", "/P", "/Parent"}}
        return held | ({"data": value.get_data()} if isinstance(value, StreamObject) else {})
    return [plain(each, seen) for each in value] if isinstance(value, list) else value


def test_the_head_of_further_pages_has_the_name_and_their_number() -> None:
    first, second = pypdf.PdfReader(io.BytesIO(cvpdf.write(of(long(25))))).pages
    assert "/2" not in text_of(first)
    assert text_of(second).startswith("2/2\nAda Flora · Botanical illustrator")
    unlabelled = replace(of(long(25)), label="")
    assert pypdf.PdfReader(io.BytesIO(cvpdf.write(unlabelled))).pages[1].extract_text().startswith("2/2\nAda Flora")


def long(number: int) -> Career:
    """A career with so many employers."""
    many = [
        employer(f"e{n}", f"{1970 + n}", title=f"Garden {n}", role="Illustrator", highlights=(f"Drew {n} plates.",))
        for n in range(number)
    ]
    found = career(*many)
    found.person = sample().person
    return found


def test_parsers_of_resumes_find_what_matters() -> None:
    found = sample()
    found.person = Person(
        name="Ada Flora", place="Kew, UK", url=Url("https://example.org/ada"), summary="I draw plants."
    )
    read = parsed(io.BytesIO(cvpdf.write(of(found))))
    assert (read.name, read.location, read.url) == ("Ada Flora", "Kew, UK", "example.org/me")
    assert read.jobs[0] == Job(
        title="Illustrator",
        company="Kew",
        date="Mar 2001 – Present",
        highlights=["Drew the 0th of ‘her’ “great” plates.", "Drew the 1th of ‘her’ “great” plates."],
    )
    assert read.projects == [("Atlas", "2003")]
    assert read.skills == "Arts Drawing 2001 – Present"
    assert [*read.sections] == ["", *map(str.upper, HEADINGS)]


def test_parsers_of_resumes_find_jobs_on_further_pages() -> None:
    read = parsed(io.BytesIO(cvpdf.write(of(long(40)))))
    assert [(each.title, each.company, each.date) for each in read.jobs] == [
        ("Illustrator", f"Garden {n}", f"{1970 + n}") for n in reversed(range(40))
    ]


@pytest.mark.parametrize("words", [("it", "there."), ("of", "CRDTs."), ("b",), ("and", "mentoring.")])
def test_no_last_line_is_a_short_word_or_two(words: tuple[str, ...]) -> None:
    line = "word " * 24
    found = career(*(employer(f"e{n}", "2001", highlights=(f"{line}{'i' * n} {' '.join(words)}",)) for n in range(12)))
    lines = text(pypdf.PdfReader(io.BytesIO(cvpdf.write(of(found))))).splitlines()
    ends = [each for each in lines if each.rstrip().endswith(words[-1])]
    assert len(ends) == 12
    assert [each for each in ends if len(each) < 24] == []
    assert any(not each.startswith("•") for each in ends)


def test_links_can_be_followed() -> None:
    links = {
        each.get_object()["/A"]["/URI"]
        for page in reader().pages
        for each in page["/Annots"]  # type: ignore[attr-defined]
        if each.get_object()["/Subtype"] == "/Link"
    }
    assert links >= {
        "https://example.org/me/",
        "https://github.com/ada",
        "https://example.org/s",
        "https://example.org/me/employers/kew/",
        "https://example.org/me/skills/drawing/",
    }


def test_its_text_is_in_the_order_of_reading() -> None:
    read = text(reader())
    places = [read.index(f"\n{heading.upper()}") for heading in HEADINGS]
    assert places == sorted(places)
    assert read.startswith("Ada Flora\nBotanical illustrator\nKew")
    assert "Drew the 0th of ‘her’ “great” plates." in read
    assert "Illustrator · Kew · Kew Mar 2001 – Present\n• Drew" in read


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_paper(paper: Any, size: tuple[int, int]) -> None:
    (page,) = pypdf.PdfReader(io.BytesIO(cvpdf.write(replace(of(sample()), paper=paper)))).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == size


REMEDY = "shorten summaries or highlights in it, or set portfolio_cv_pages in conf.py"


@pytest.mark.parametrize(
    ("highlights", "allowed", "problem"),
    [
        (2, 1, ""),
        (20, 1, f"cv.pdf has 2 pages, where 1 is allowed; {REMEDY}"),
        (40, 2, f"cv.pdf has 3 pages, where 2 are allowed; {REMEDY}"),
    ],
)
def test_more_pages_than_allowed_are_a_problem(
    highlights: int, allowed: int, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = Limits(pages=allowed, highlights=highlights)
    monkeypatch.setattr(Limits, "of_pages", lambda pages: limits)
    (file, *_) = written(sample(highlights=highlights), replace(SITE, variants=()))
    assert file.problem(file.write(file.content)) == problem


@pytest.mark.parametrize("hostile", [*TEXTS, "\u02d14 \ufeff a\u0301", "#import \"x\"", "* = - + / @a <b> $x$ `r`"], ids=count())  # fmt: skip
def test_hostile_texts_are_text(hostile: str) -> None:
    said = hostile.replace("{n}", "1").replace("{{", "{").replace("}}", "}").strip()
    found = career(
        employer("kew", "2001", title=said, summary=said, role=said, places=(said,), highlights=(said,), skills=("drawing",)),
        project("atlas", "2001", title=said, summary=said, employers=("kew",)),
        skill("drawing", title=said, category=said),
    )  # fmt: skip
    found.person = Person(
        name=said,
        label=said,
        summary=said,
        place=said,
        email=Email(said),
        phone=Phone(said),
        url=Url("https://example.org/" + "x" * 9000),
    )
    cv = of(found)
    pdf = pypdf.PdfReader(io.BytesIO(cvpdf.write(cv)))
    # A screen's width of them is read back as it was written, but for quotes and what the fonts have not.
    plain = "".join(text(pdf).split()).replace("\u200b", "")
    if said.isascii() and not {"'", '"'} & set(said):
        assert "".join(said[:30].split()) in plain
    assert cvpdf.write(replace(cv, code="ar"))  # from right to left
    assert "□" not in plain
    lines = cvtext.write(cv).decode().splitlines()
    assert all(len(line) <= 80 or "://" in line for line in lines)


def test_a_pdf_of_marks_that_typst_cannot_set_is_left_out() -> None:
    found = career(employer("kew", "2001", title="\u07c8\u200e\u0301]"))
    (first, *_) = files(found, replace(SITE, variants=()))
    assert isinstance(first, LeftOut)
    assert first.reason.startswith("cv.pdf is not written, since Typst cannot set its marks: PDF/UA-1 error: the text")
    nameless = career(employer("kew", "2001"), person=Person(name="🌱"))
    (first, *_) = files(nameless, replace(SITE, variants=()))
    assert isinstance(first, LeftOut)
    assert "heading title is empty" in first.reason
    found = career(employer("kew", "2001", title="שָׁלוֹם"))
    assert [each.name for each in written(found, replace(SITE, variants=()))] == ["cv.pdf", "cv.docx", "cv.txt"]


def test_a_pdf_whose_characters_the_fonts_lack_is_left_out() -> None:
    found = sample()
    found.person = Person(name="花山 彩", label="Illustrator")
    first, _, plain, *others = files(found, SITE)
    reason = "cv.pdf is not written, since no font has 花 山 彩; install fonts that have them, and name their folder or package in portfolio_fonts in conf.py"
    assert first == LeftOut(name="cv.pdf", reason=reason)
    assert isinstance(plain, File)
    assert [each for each in others if isinstance(each, LeftOut)] == [
        LeftOut(name=name, reason=reason.replace("cv.pdf", name)) for name in ("cv-short.pdf", "cv-old.pdf")
    ]


@pytest.mark.parametrize(
    ("code", "lang"), [("en", "en"), ("de-AT", "de-AT"), ("zh-Hans-CN", "zh-CN"), ("pt_BR".replace("_", "-"), "pt-BR")]
)
def test_languages(code: str, lang: str) -> None:
    root: Any = pypdf.PdfReader(io.BytesIO(cvpdf.write(replace(of(sample()), code=code)))).trailer["/Root"]
    assert root["/Lang"] == lang


@pytest.mark.parametrize(("code", "side"), [("en", "right"), ("he", "left"), ("ar-EG", "left")])
def test_dates_stand_where_lines_end(code: str, side: str) -> None:
    (page,) = pypdf.PdfReader(io.BytesIO(cvpdf.write(replace(of(career(employer("kew", "2001"))), code=code)))).pages
    places: list[float] = []
    page.extract_text(visitor_text=lambda text, at, *_: places.append(at[4]) if text.strip() == "2001" else None)
    assert ["left" if place < page.mediabox.width / 3 else "right" for place in places] == [side]


def digests() -> list[str]:
    """Those of all files, and of what each is made from."""
    files = [*written(sample(), SITE)]
    data = [data for each in files for data in (each.write(each.content), repr(each.content).encode())]
    return [hashlib.sha256(each).hexdigest() for each in data]


SCRIPT = "import sys; sys.path[:0] = sys.argv[1:]; import test_cv_files; print(test_cv_files.digests())"


def test_the_same_career_makes_the_same_bytes_anywhere() -> None:
    here = Path(__file__).parent
    folders = [str(Path(portfolio.__file__).parents[1]), str(here), str(here.parents[1] / "support")]
    elsewhere = {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "2000000000"}
    command = [sys.executable, "-c", SCRIPT, *folders]
    there = subprocess.run(command, env=os.environ | elsewhere, capture_output=True, text=True, check=True).stdout
    assert there == f"{digests()}\n"


def test_colons_of_the_text_are_those_of_the_language() -> None:
    read = cvtext.write(replace(of(sample()), code="fr")).decode()
    assert "GitHub\u00a0: https://github.com/ada\n" in read
    assert "Arts\u00a0: Drawing" in read


def test_the_text() -> None:
    cv = content(sample(), SITE)
    assert cv is not None
    assert cvtext.write(cv).decode() == """\
Ada Flora
Botanical illustrator
Kew
Portfolio: https://example.org/me/
GitHub: https://github.com/ada

Summary
-------
I draw plants.

Experience
----------
Illustrator
Kew | Kew
03/2001 - Present
- Drew the 0th of 'her' "great" plates.
- Drew the 1th of 'her' "great" plates.

Press
Kew
1999 - 2001
- Drew the 0th of 'her' "great" plates.
- Drew the 1th of 'her' "great" plates.


Projects
--------
Atlas
Kew
2003
Maps.
Source: https://example.org/s


Talks
-----
Seeds
Event 1 | Oslo
05/2006
On seeds.


Skills
------
Arts: Drawing (2001 - Present)

Education
---------
Leeds
B.Sc. | Leeds
1996 - 1999
Botany.


Sabbaticals
-----------
Lima
Lima
1995
A year away.
"""  # fmt: skip


def test_the_text_of_little() -> None:
    cv = content(career(employer("kew", "2001")), replace(SITE, base=""))
    assert cv is not None
    assert cvtext.write(cv).decode() == "Ada Flora\n\nExperience\n----------\nKew\nKew\n2001\n"
    (section,) = cv.sections
    groups = (Group(category="Arts", skills=(Words(text="Drawing"),)),)
    assert b"\nArts: Drawing\n" in cvtext.write(replace(cv, sections=(replace(section, items=(), groups=groups),)))
