"""The curriculum vitae for Word, as Word's readers find it."""

import datetime as dt
import io
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest

from careers import career, employer, project, skill, talk
from portfolio.export.cv.docx import write
from portfolio.export.cv.selection import content
from portfolio.export.cv.shape import Curriculum
from portfolio.export.site import Site
from portfolio.i18n.translation import ENGLISH
from portfolio.model.entries import Url
from portfolio.model.person import Person

SITE = Site(title="Ada", author="Ada Flora", code="en", language=ENGLISH, base="https://example.org/", path=str)


def selected(**fields: Any) -> Curriculum:
    found = career(
        employer("kew", "2001-03 – now", role="Illustrator", skills=("drawing",), highlights=("Drew \x07plates.",)),
        project(
            "atlas", summary="Maps.", links={"source": Url("https://example.org/s")}, skills=("drawing", "undated")
        ),
        talk("seeds", "2006-05-17"),
        skill("drawing", category="Arts"),
        skill("undated", category="Arts"),
    )
    found.person = Person(name="Ada Flora", **fields)
    cv = content(found, SITE)
    assert cv is not None
    return cv


def read(cv: Curriculum) -> Any:
    return docx.Document(io.BytesIO(write(cv)))


def test_its_headings_are_words_own_and_its_text_is_in_order() -> None:
    found = read(selected(label="Illustrator", summary="I draw."))
    lines = [(each.style.name.removeprefix("Heading "), each.text) for each in found.paragraphs]
    assert lines == [
        ("1", "Ada Flora"),
        ("Subtitle", "Illustrator"),
        ("Normal", "example.org"),
        ("Normal", "I draw."),
        ("2", "Experience"),
        ("3", "Illustrator · Kew · Kew\tMar\u00a02001\u00a0–\u00a0Present"),
        ("List Bullet", "Drew plates."),
        ("2", "Projects"),
        ("3", "Atlas"),
        ("Normal", "Maps. · Source"),
        ("2", "Talks"),
        ("3", "Seeds · Event 1 · Oslo\tMay\u00a02006"),
        ("2", "Skills"),
        ("Normal", "Arts: Drawing (2001\u00a0–\u00a0Present), Undated"),
    ]
    assert [(each.text, each.address) for line in found.paragraphs for each in line.hyperlinks] == [
        ("example.org", "https://example.org/"),
        ("Source", "https://example.org/s"),
    ]


def test_it_says_what_it_is() -> None:
    said = read(selected()).core_properties
    assert (said.title, said.author, said.language) == ("Ada Flora: Curriculum vitae", "Ada Flora", "en")
    assert said.created == dt.datetime(2006, 5, 17, tzinfo=dt.UTC)


def test_it_is_the_same_every_time() -> None:
    assert write(selected()) == write(selected())


@pytest.mark.parametrize(("code", "is_rtl"), [("en", False), ("ar", True)])
def test_it_runs_as_the_language_does(code: str, *, is_rtl: bool) -> None:
    found = read(replace(selected(place="قاهرة"), code=code, accent="#345678"))
    style = found.styles["Normal"].element
    assert bool(style.xpath("w:pPr/w:bidi")) is is_rtl
    assert (style.xpath("w:rPr/w:lang/@w:val"), style.xpath("w:rPr/w:lang/@w:bidi")) == ([code], [code])
    runs = {run.text.strip(): bool(run.font.rtl) for line in found.paragraphs for run in line.runs}
    kinds = ("قاهرة", "·", "Illustrator", "Kew", "Mar\u00a02001\u00a0–\u00a0Present")
    assert {each: runs[each] for each in kinds} == {
        "قاهرة": is_rtl,
        "·": is_rtl,
        "Illustrator": False,
        "Kew": False,
        "Mar\u00a02001\u00a0–\u00a0Present": False,
    }


def test_complex_scripts_have_the_fonts_and_sizes_of_others() -> None:
    styles = read(selected()).styles
    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3", "Subtitle", "List Bullet"):
        style = styles[name].element
        assert style.xpath("w:rPr/w:szCs/@w:val") == style.xpath("w:rPr/w:sz/@w:val")
        assert style.xpath("w:rPr/w:rFonts/@w:cs") == style.xpath("w:rPr/w:rFonts/@w:ascii") == ["Calibri"]


def test_it_holds_no_more_than_it_needs() -> None:
    data = write(selected())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = {name.rpartition("/")[2].partition(".")[0] for name in archive.namelist()}
    assert names == {
        "[Content_Types]",
        "",
        "core",
        "document",
        "fontTable",
        "numbering",
        "settings",
        "styles",
        "theme1",
    }
    styles = list(docx.Document(io.BytesIO(data)).styles)
    there = {each.style_id for each in styles}
    assert len(there) < 40
    for each in styles:
        assert {*each.element.xpath("w:basedOn/@w:val | w:next/@w:val | w:link/@w:val")} <= there


def test_it_has_the_paper_and_the_color_of_the_site() -> None:
    found = read(replace(selected(), paper="letter", accent="#12ab9f"))
    assert found.sections[0].page_width.inches == 8.5
    assert {name: str(found.styles[name].font.color.rgb) for name in ("Heading 2", "Heading 3")} == {
        "Heading 2": "12AB9F",
        "Heading 3": "000000",
    }
