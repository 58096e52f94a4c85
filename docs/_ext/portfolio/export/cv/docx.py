"""``cv.docx``: the curriculum vitae for application portals that ask for Word (ISO/IEC 29500), by python-docx.

Its headings are those of Word, so that screen readers and parsers go through it: the name, the sections, the entries.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from portfolio.i18n.translation import direction

from .shape import Curriculum, Group, Item, Words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FONT = "Calibri"
"""What Word has on every machine; others set it in what they have instead."""
_WIDTHS = {"a4": (21.0, 29.7), "letter": (21.59, 27.94)}
_MARGIN = 1.9
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold (https://www.w3.org/TR/xml/#charsets)."""


def write(cv: Curriculum) -> bytes:
    """The file; its date is that of the newest evidence, so that it is the same every day."""
    document = _document(cv)
    document.add_heading(_text(cv.name), 1)
    if cv.label:
        document.add_paragraph(_text(cv.label), "Subtitle")
    _links(document.add_paragraph(), cv.contacts)
    if cv.summary:
        document.add_paragraph(_text(cv.summary))
    for section in cv.sections:
        document.add_heading(_text(section.heading), 2)
        for item in section.items:
            _item(document, item)
        for group in section.groups:
            _group(document, group)
    written = io.BytesIO()
    document.save(written)
    return _undated(written)


def _document(cv: Curriculum) -> Document:
    """An empty document with its properties, paper and styles."""
    import docx
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    found = docx.Document()
    said, moment = found.core_properties, dt.datetime.combine(cv.date or dt.date(1970, 1, 1), dt.time())
    said.title, said.author, said.language = _text(cv.title), _text(cv.name), cv.code
    said.comments, said.created, said.modified, said.last_modified_by = "", moment, moment, _text(cv.name)
    page = found.sections[0]
    page.page_width, page.page_height = map(Cm, _WIDTHS[cv.paper])
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(_MARGIN)
    line = Cm(_WIDTHS[cv.paper][0] - 2 * _MARGIN)
    sizes = {"Normal": 10, "Heading 1": 22, "Subtitle": 12, "Heading 2": 13, "Heading 3": 10, "List Bullet": 10}
    for name, size in sizes.items():
        style: Any = found.styles[name]
        style.font.name, style.font.size, style.font.italic = FONT, Pt(size), False
        # The theme's fonts would come before the style's own.
        for theme in [each for each in style.element.rPr.rFonts.attrib if each.endswith("Theme")]:
            del style.element.rPr.rFonts.attrib[theme]
        style.paragraph_format.space_after = Pt(2)
        style.paragraph_format.space_before = Pt({"Heading 2": 12, "Heading 3": 6}.get(name, 0))
        if name != "Normal":
            style.font.color.rgb = RGBColor.from_string(cv.accent[1:].upper() if name == "Heading 2" else "000000")
    found.styles["Heading 3"].paragraph_format.tab_stops.add_tab_stop(line, WD_TAB_ALIGNMENT.RIGHT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), cv.code)
    normal: Any = found.styles["Normal"].element
    normal.rPr.append(language)
    if direction(cv.code) == "rtl":
        normal.get_or_add_pPr().append(OxmlElement("w:bidi"))
    return found


def _item(document: Document, item: Item) -> None:
    """An entry: a heading with its title, its details and, on the right, its dates; below, what came of it."""
    heading = document.add_heading(level=3)
    heading.add_run(_text(item.title.text)).bold = True
    rest = "".join(f" · {each}" for each in item.details) + (f"\t{item.when}" if item.when else "")
    heading.add_run(_text(rest)).bold = False
    if item.summary:
        document.add_paragraph(_text(item.summary))
    for each in item.highlights:
        document.add_paragraph(_text(each), "List Bullet")
    if item.links:
        _links(document.add_paragraph(), item.links)


def _group(document: Document, group: Group) -> None:
    """The skills of a category, each with its years, in a line."""
    line = document.add_paragraph()
    if group.category:
        line.add_run(_text(f"{group.category}: ")).bold = True
    line.add_run(_text(", ".join(f"{each.text} ({each.label})" if each.label else each.text for each in group.skills)))


def _links(line: Paragraph, words: tuple[Words, ...]) -> None:
    """*words* with dots between them, each a link where it leads anywhere."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for number, each in enumerate(words):
        line.add_run(" · " if number else "")
        run = line.add_run(_text(each.text))
        if each.url:
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), line.part.relate_to(_text(each.url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            run.underline = True
            run._r.addprevious(link)
            link.append(run._r)


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
