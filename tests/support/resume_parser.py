"""Reads a CV out of a PDF by the rules of a parser of résumés, to show that others can.

The rules are those of OpenResume (https://www.open-resume.com/resume-parser, which explains them), with few of its
words: what is found by few is found by all. It reads pieces of text as pdf.js gives them: one for each run in one font.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO

from pypdf import PdfReader
from pypdf.generic import ContentStream, TextStringObject

BULLET = "•"
JOBS = {"Architect", "Engineer", "Head", "Illustrator", "Lead", "Manager"}
SCHOOLS = ("College", "School", "University")
DEGREES = "Bachelor|Master|PhD|[ABM][A-Z.]"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SECTIONS = ("education", "experience", "project", "skill")


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A piece of text, in points from the lower left corner of its page."""

    text: str
    x: float
    y: float
    width: float
    size: float
    font: str
    page: int

    @property
    def bold(self) -> bool:
        return "bold" in self.font.casefold()


Line = list[Piece]
Feature = Callable[[Piece], str]
"""What it finds in a piece: all of it, a part of it, or nothing."""


@dataclass(frozen=True, kw_only=True)
class Job:
    title: str
    company: str
    date: str
    highlights: list[str]


@dataclass(frozen=True, kw_only=True)
class Parsed:
    """What the parser finds."""

    name: str
    email: str
    location: str
    url: str
    summary: str
    jobs: list[Job]
    projects: list[tuple[str, str]]
    school: str
    degree: str
    graduation: str
    skills: str
    sections: dict[str, list[Line]]


def parsed(file: Path | BinaryIO) -> Parsed:
    """The CV in a PDF file."""
    lines = joined(into_lines(pieces(PdfReader(file))))
    sections = into_sections(lines)
    person = [piece for line in sections[""] for piece in line]
    education = subsections(section(sections, "education"))
    study = [piece for line in education[0] for piece in line] if education else []
    return Parsed(
        name=best(person, (matching(r"^[A-Za-z\s.]+$"), 3), (bold, 2), (matching(r"[0-9@,/]", whole=True), -4), (words(4), -2)),
        email=best(person, (matching(r"\S+@\S+\.\S+"), 4), (bold, -1), (words(4), -4)),
        location=best(person, (matching(r"[A-Z][A-Za-z\s]+, [A-Z]{2}"), 4), (bold, -1), (matching(r"[@/]", whole=True), -4)),
        url=best(person, (matching(r"\S+\.[a-z]+/\S+"), 4), (bold, -1), (words(4), -4)),
        summary=" ".join(piece.text for piece in person if words(4)(piece) and not piece.bold),
        jobs=[job(lines) for lines in subsections(section(sections, "experience"))],
        projects=[project(lines) for lines in subsections(section(sections, "project"))],
        school=best(study, (having(*SCHOOLS), 4), (matching(DEGREES, whole=True), -4), (matching(r"[0-9]", whole=True), -4)),
        degree=best(study, (matching(DEGREES, whole=True), 4), (having(*SCHOOLS), -4), (matching(r"[0-9]", whole=True), -3)),
        graduation=best(study, *DATES),
        skills=" ".join(piece.text for line in section(sections, "skill") for piece in line),
        sections=sections,
    )  # fmt: skip


# From pieces to lines, sections, and what belongs together


def pieces(pdf: PdfReader) -> Iterator[Piece]:
    """The pieces of text of all pages, in the order in which they are drawn; spaces alone are none."""
    for number, page in enumerate(pdf.pages):
        resources: Any = page["/Resources"]
        fonts = {name: _Font(font.get_object()) for name, font in resources["/Font"].items()}
        at, kept, font, size = (1.0, 1.0, 0.0, 0.0), [], "", 0.0
        for values, operator in ContentStream(page.get_contents(), pdf).operations:
            match operator:
                case b"q":
                    kept.append(at)
                case b"Q":
                    at = kept.pop()
                case b"cm":
                    a, _, _, d, x, y = map(float, values)
                    at = (at[0] * a, at[1] * d, at[2] + at[0] * x, at[3] + at[1] * y)
                case b"Tf":
                    font, size = str(values[0]), float(values[1])
                case b"Tj" | b"TJ":
                    text, begin, end = fonts[font].read(values if operator == b"Tj" else values[0])
                    x, width, name = at[2] + begin * size, (end - begin) * size, fonts[font].name
                    if text:
                        yield Piece(text=text, x=x, y=at[3], width=width, size=size, font=name, page=number)


class _Font:
    """A font with glyphs of two bytes: what they mean, and how wide they are, as a part of the size."""

    def __init__(self, font: Any) -> None:
        self.name = str(font["/BaseFont"])
        table = font["/ToUnicode"].get_data().decode()
        self._texts = {
            int(glyph, 16): bytes.fromhex(text).decode("utf-16-be")
            for glyph, text in re.findall(r"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>\n", table)
        }
        (below,) = font["/DescendantFonts"]
        self._widths: dict[int, float] = {}
        first, *rest = below.get_object()["/W"]
        while rest:
            second, *rest = rest
            if isinstance(second, list):
                self._widths |= {first + n: float(width) / 1000 for n, width in enumerate(second)}
            else:
                width, *rest = rest
                self._widths |= dict.fromkeys(range(first, second + 1), float(width) / 1000)
            first, *rest = rest or [0]

    def read(self, parts: Sequence[Any]) -> tuple[str, float, float]:
        """What is shown, without spaces around it, and where it begins and ends.

        Numbers between the parts move to the left, in thousandths.
        """
        text, at = "", 0.0
        inked: list[float] = []
        for part in parts:
            if isinstance(part, int | float):
                at -= float(part) / 1000
                continue
            data = part.original_bytes if isinstance(part, TextStringObject) else bytes(part)
            for high, low in zip(data[::2], data[1::2], strict=True):
                glyph = high * 256 + low
                letter, before, at = self._texts.get(glyph, ""), at, at + self._widths.get(glyph, 0)
                text += letter
                inked += [] if letter.isspace() else [before, at]
        return re.sub(r"\s", " ", text).strip(), min(inked, default=0), max(inked, default=0)


def into_lines(found: Iterator[Piece]) -> list[Line]:
    """The pieces by lines: one ends where the next piece is higher or lower, and not at the end of a page."""
    lines: list[Line] = [[next(found)]]
    for piece in found:
        before = lines[-1][-1]
        if piece.page == before.page and abs(piece.y - before.y) > piece.size / 2:
            lines.append([])
        lines[-1].append(piece)
    return lines


def joined(lines: list[Line]) -> list[Line]:
    """*lines* in which pieces that are no farther apart than a letter is wide are one."""
    every = [piece for line in lines for piece in line]
    size = Counter(piece.size for piece in every).most_common(1)[0][0]
    letters: Counter[str] = Counter()
    for piece in every:
        letters[piece.font] += len(piece.text)
    font = letters.most_common(1)[0][0]
    usual = [piece for piece in every if (piece.size, piece.font) == (size, font)]
    letter = sum(piece.width for piece in usual) / sum(len(piece.text) for piece in usual)
    found = []
    for line in lines:
        begun = [line[0]]
        for piece in line[1:]:
            last = begun[-1]
            if piece.x - (last.x + last.width) > letter:
                begun.append(piece)
                continue
            between = " " if last.text[-1] in f":,|.{BULLET}" or piece.text[0] in f"|{BULLET}" else ""
            begun[-1] = replace(last, text=last.text + between + piece.text, width=piece.x + piece.width - last.x)
        found.append(begun)
    return found


def into_sections(lines: list[Line]) -> dict[str, list[Line]]:
    """The lines below each heading; those above the first below ""."""
    found: dict[str, list[Line]] = {"": []}
    for number, line in enumerate(lines):
        text = line[0].text
        is_heading = line[0].bold and text.isupper()
        is_known = text[0].isupper() and len(text.split()) < 3 and any(each in text.lower() for each in SECTIONS)
        if number > 1 and len(line) == 1 and (is_heading or is_known):
            found[text] = []
        else:
            found[[*found][-1]].append(line)
    return found


def section(sections: dict[str, list[Line]], word: str) -> list[Line]:
    """The lines of the first section with a *word* in its heading."""
    return next((lines for name, lines in sections.items() if word in name.lower()), [])


def subsections(lines: list[Line]) -> list[list[Line]]:
    """*lines* in groups, between which there is more space than most lines have between them; else by bold pieces."""
    gaps = [round(one[0].y - two[0].y) for one, two in pairwise(lines)]
    usual = Counter(gaps).most_common(1)[0][0] if gaps else 0
    found = _parted(lines, [gap > 1.4 * usual for gap in gaps])
    if len(found) > 1:
        return found
    return _parted(lines, [two[0].bold and not one[0].bold for one, two in pairwise(lines)])


def _parted(lines: list[Line], begins: list[bool]) -> list[list[Line]]:
    found: list[list[Line]] = [[]] if lines else []
    for line, begin in zip(lines, [False, *begins], strict=False):
        if begin:
            found.append([])
        found[-1].append(line)
    return found


# What the pieces of an entry are


def best(found: list[Piece], *features: tuple[Feature, int], at_least: int = 1) -> str:
    """The text with the most points, the first of several; empty where it has fewer than *at_least*."""
    scores: list[tuple[int, str]] = []
    parts: list[tuple[int, str]] = []
    for piece in found:
        results = [(feature(piece), points) for feature, points in features]
        scores.append((sum(points for text, points in results if text == piece.text), piece.text))
        parts += [(points, text) for text, points in results if text not in {"", piece.text}]
    points, text = max(scores + parts, key=lambda each: each[0], default=(0, ""))
    return text if points >= at_least else ""


def matching(pattern: str, *, whole: bool = False) -> Feature:
    """What a *pattern* finds, or the *whole* piece in which it finds anything."""

    def feature(piece: Piece) -> str:
        found = re.search(pattern, piece.text)
        return "" if found is None else piece.text if whole else found[0]

    return feature


def having(*texts: str) -> Feature:
    """Pieces with one of these *texts*."""
    return lambda piece: piece.text if any(text and text in piece.text for text in texts) else ""


def words(least: int) -> Feature:
    """Pieces with so many words."""
    return lambda piece: piece.text if len(piece.text.split(" ")) >= least else ""


def bold(piece: Piece) -> str:
    """Pieces in bold letters."""
    return piece.text if piece.bold else ""


def named_as_jobs(piece: Piece) -> str:
    """Pieces with a word for what one can be."""
    return piece.text if JOBS & set(piece.text.split()) else ""


DATES = (
    (matching(r"(?:19|20)\d{2}", whole=True), 1),
    (having(*MONTHS), 1),
    (having("Present"), 1),
    (having(","), -1),
)


def job(lines: list[Line]) -> Job:
    """A job: what stands above its first bullet, and the bullets."""
    first = next((n for n, line in enumerate(lines) if BULLET in line[0].text), 2)
    found = [piece for line in lines[:first] for piece in line]
    date = best(found, *DATES)
    title = best(found, (named_as_jobs, 4), (matching("[0-9]", whole=True), -4), (words(6), -2))
    company = best(found, (bold, 2), (having(date), -4), (having(title), -4), at_least=-8)
    below = " ".join(piece.text for line in lines[first:] for piece in line)
    highlights = [each.strip() for each in below.split(BULLET) if each.strip()]
    return Job(title=title, company=company, date=date, highlights=highlights)


def project(lines: list[Line]) -> tuple[str, str]:
    """A project: its name and date."""
    found = [piece for line in lines for piece in line if BULLET not in line[0].text]
    date = best(found, *DATES)
    return best(found, (bold, 2), (having(date), -4), at_least=-8), date
