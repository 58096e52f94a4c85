"""``cv.docx``: the curriculum vitae for application portals that ask for Word (ISO/IEC 29500), by python-docx.

Its headings are those of Word, so that screen readers and parsers go through it: the name, the sections, the entries.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from functools import cache
from typing import TYPE_CHECKING, Any

from portfolio.export.typst_fonts import turns
from portfolio.i18n.translation import Language, direction

from .shape import Curriculum, Group, Item, Words
from .text import labelled

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FONT = "Calibri"
"""What Word has on every machine; others set it in what they have instead."""
_WIDTHS = {"a4": (21.0, 29.7), "letter": (21.59, 27.94)}
_MARGIN = 1.9
_SIZES = {"Normal": 10, "Heading 1": 22, "Subtitle": 12, "Heading 2": 13, "Heading 3": 10, "List Bullet": 10}
"""The styles in use, in points."""
_COLORED = {"Heading 2", "Subtitle"}
_PARTS = {"core-properties", "fontTable", "numbering", "officeDocument", "settings", "styles", "theme"}
"""The sorts of parts that are kept of python-docx's template: no picture and no statistics of an empty document."""
_DOT = " · "
_RIGHT_TO_LEFT_MARK = "\u200f"
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold (https://www.w3.org/TR/xml/#charsets)."""


def write(cv: Curriculum) -> bytes:
    """The file; its date is that of the newest change, so that it is the same every day."""
    from docx.shared import Pt

    document = _document(cv)
    writer = _Writer(document, Language.of(cv.code), is_rtl=direction(cv.code) == "rtl")
    writer.paragraph("Heading 1", cv.name)
    if cv.label:
        writer.paragraph("Subtitle", cv.label)
    writer.links(writer.paragraph("Normal"), cv.contacts)
    if cv.summary:
        writer.paragraph("Normal", cv.summary).paragraph_format.space_before = Pt(6)
    for section in cv.sections:
        writer.paragraph("Heading 2", section.heading)
        for item in section.items:
            writer.item(item)
        for group in section.groups:
            writer.group(group)
    written = io.BytesIO()
    document.save(written)
    return _undated(written)


def _document(cv: Curriculum) -> Document:
    """An empty document with its properties, paper and styles."""
    import docx

    found = docx.Document(io.BytesIO(_template(cv.paper, cv.accent, cv.code)))
    said, moment = found.core_properties, dt.datetime.combine(cv.date or dt.date(1970, 1, 1), dt.time())
    said.title, said.author, said.language = _text(cv.title), _text(cv.name), cv.code
    said.comments, said.created, said.modified, said.last_modified_by = "", moment, moment, _text(cv.name)
    return found


@cache
def _template(paper: str, accent: str, code: str) -> bytes:
    """An empty document with its paper and styles, which the files of a site's variants have in common.

    :param accent: "#" and six hexadecimal digits.
    :param code: of the language (RFC 5646).
    """
    import docx
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    found = docx.Document()
    _trim(found)
    page = found.sections[0]
    page.page_width, page.page_height = map(Cm, _WIDTHS[paper])
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(_MARGIN)
    line = Cm(_WIDTHS[paper][0] - 2 * _MARGIN)
    for name, size in _SIZES.items():
        style: Any = found.styles[name]
        font = style.element.get_or_add_rPr().get_or_add_rFonts()
        style.font.name, style.font.size, style.font.italic = FONT, Pt(size), False
        # The theme's fonts would come before the style's own.
        for theme in [each for each in font.attrib if each.lower().endswith("theme")]:
            del font.attrib[theme]
        # Scripts from right to left, and others that are complex, have a font and a size of their own.
        font.set(qn("w:cs"), FONT)
        size_of_complex = OxmlElement("w:szCs")
        size_of_complex.set(qn("w:val"), str(2 * size))
        for before in style.element.rPr.findall(qn("w:szCs")):
            style.element.rPr.remove(before)
        style.element.rPr.sz.addnext(size_of_complex)
        style.paragraph_format.space_after = Pt(2)
        style.paragraph_format.space_before = Pt({"Heading 2": 12, "Heading 3": 6}.get(name, 0))
        style.paragraph_format.line_spacing = 1.0
        for spacing in style.element.rPr.findall(qn("w:spacing")):
            style.element.rPr.remove(spacing)  # the letters of a subtitle
        if name != "Normal":
            style.font.color.rgb = RGBColor.from_string(accent[1:].upper() if name in _COLORED else "000000")
    heading: Any = found.styles["Heading 3"]
    heading.font.bold = heading.font.cs_bold = False  # but for a part of it
    heading.paragraph_format.tab_stops.add_tab_stop(line, WD_TAB_ALIGNMENT.RIGHT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), code)
    language.set(qn("w:bidi"), code)
    normal: Any = found.styles["Normal"].element
    normal.rPr.append(language)
    if direction(code) == "rtl":
        normal.get_or_add_pPr().append(OxmlElement("w:bidi"))
    written = io.BytesIO()
    found.save(written)
    return written.getvalue()


def _trim(document: Document) -> None:
    """Leave out of a document from the template what it does not need: parts, and nine of ten styles.

    Styles refer to others (ISO/IEC 29500-1, 17.7.4): those that they are based on, that go with them, or come next.
    """
    from docx.oxml.ns import qn

    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, each in relations.items() if each.reltype.rpartition("/")[2] not in _PARTS]:
            del relations[key]
    styles: Any = document.styles.element
    found = {each.get(qn("w:styleId")): each for each in styles.findall(qn("w:style"))}
    # Word calls its own styles by names in lower case, and shows them as python-docx does.
    used = {name.casefold() for name in _SIZES}
    waiting = [key for key, each in found.items() if each.get(qn("w:default"))]
    waiting += [key for key, each in found.items() if each.find(qn("w:name")).get(qn("w:val")).casefold() in used]
    waiting += document.part.numbering_part.element.xpath("//w:pStyle/@w:val")
    kept = set()
    while waiting:
        key = waiting.pop()
        if key not in kept:
            kept.add(key)
            others = (each for name in ("w:basedOn", "w:next", "w:link") for each in found[key].findall(qn(name)))
            waiting += (each.get(qn("w:val")) for each in others)
    for key in found.keys() - kept:
        styles.remove(found[key])


class _Writer:
    """Writes paragraphs, from right to left where *is_rtl*."""

    def __init__(self, document: Document, language: Language, *, is_rtl: bool) -> None:
        self._document, self._language, self._is_rtl = document, language, is_rtl
        # python-docx would look each up by name for every paragraph, which takes longer than all else.
        self._styles = {name: document.styles[name].style_id for name in _SIZES}

    def paragraph(self, style: str, text: str = "") -> Paragraph:
        """A paragraph at the document's end."""
        line = self._document.add_paragraph()
        line._p.style = self._styles[style]
        self._run(line, text)
        return line

    def item(self, item: Item) -> None:
        """An entry: a heading with its title, its details and, at the end, its dates; below, what came of it."""
        heading = self.paragraph("Heading 3")
        self._run(heading, item.title.text, bold=True)
        if item.organization:
            self._run(heading, _DOT)
            self._run(heading, item.organization, bold=True, italic=True)
        for each in item.details:
            self._run(heading, _DOT)
            self._run(heading, each)
        if item.when:
            self._run(heading, f"\t{_whole(item.when)}")
        if item.summary or item.links:
            below = self.paragraph("Normal", item.summary)
            if item.summary and item.links:
                self._run(below, _DOT)
            self.links(below, item.links)
        for each in item.highlights:
            self.paragraph("List Bullet", each)

    def group(self, group: Group) -> None:
        """The skills of a category, each with its years, in a line."""
        line = self.paragraph("Normal")
        if group.category:
            self._run(line, labelled(group.category, "", self._language), bold=True)
        for number, each in enumerate(group.skills):
            self._run(line, ", " if number else "")
            self._run(line, f"{each.text} ({_whole(each.label)})" if each.label else each.text)

    def links(self, line: Paragraph, words: tuple[Words, ...]) -> None:
        """*words* with dots between them, each a link where it leads anywhere."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        for number, each in enumerate(words):
            self._run(line, _DOT if number else "")
            run = self._run(line, each.text)
            if each.url:
                to = line.part.relate_to(_text(each.url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                link = OxmlElement("w:hyperlink")
                link.set(qn("r:id"), to)
                run.underline = True
                run._r.addprevious(link)
                link.append(run._r)

    def _run(self, line: Paragraph, text: str, *, bold: bool = False, italic: bool = False) -> Run:
        """A run of *text*; what has no letters, such as years and dots, runs as the document does."""
        run = line.add_run(_text(text))
        if bold:
            run.bold = run.font.cs_bold = True
        if italic:
            run.italic = run.font.cs_italic = True
        if self._is_rtl and turns(f"{text}{_RIGHT_TO_LEFT_MARK}"):
            run.font.rtl = True
        return run


def _whole(dates: str) -> str:
    """*dates* on one line."""
    return dates.replace(" ", "\u00a0")


def _text(text: str) -> str:
    return _NOT_XML.sub("", text)


def _undated(written: io.BytesIO) -> bytes:
    """The same archive without the times at which its parts were written."""
    undated = io.BytesIO()
    with zipfile.ZipFile(written) as before, zipfile.ZipFile(undated, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(part, before.read(name))
    return undated.getvalue()
