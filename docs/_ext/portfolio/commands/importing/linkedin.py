"""Reads the archive that LinkedIn makes of one's data: a zip of CSV files, of which each is a section.

LinkedIn documents no columns (https://www.linkedin.com/help/linkedin/answer/a1339364); these are those of its archives.
"""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from portfolio.reading.yaml_nodes import Unreadable

from .json_resume import PRIVATE, one, several
from .report import Notes
from .resume import Item, Profile, Resume, SectionName, SkillGroup
from .tree import LONGEST, Node, decode, from_csv

_SECTIONS: Mapping[str, SectionName] = {
    "Positions": "work",
    "Volunteering": "volunteer",
    "Education": "education",
    "Projects": "projects",
    "Publications": "publications",
    "Honors": "awards",
    "Certifications": "certificates",
}
_TEXT: Mapping[str, tuple[str, ...]] = {
    "name": ("Company Name", "School Name", "Title", "Name"),
    "role": ("Role",),
    "place": ("Location",),
    "url": ("Url",),
    "start": ("Started On", "Start Date"),
    "end": ("Finished On", "End Date"),
    "date": ("Published On", "Issued On"),
    "issuer": ("Publisher", "Authority", "Issuer"),
    "degree": ("Degree Name",),
}
_DAMAGES = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError, RuntimeError)
"""What reading a zip file raises that is damaged, encrypted or of a kind that Python does not know."""
_OTHERS = {"Profile", "Skills", "Languages", "Email Addresses", "PhoneNumbers"}
_LEFT_OUT = {"Courses", "Organizations", "Patents", "Test Scores", "TestScores"}
"""Tables of a career for which front matter has no place."""
_BY_OTHERS = {"Recommendations", "Recommendations_Received", "Recommendations_Given"}


def read(data: bytes, notes: Notes) -> tuple[Node, Resume]:
    """The tree of all tables, and what they say.

    :raises Unreadable: where this is not a zip file, or holds none of the tables.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        names = sorted(name for name in archive.namelist() if name.casefold().endswith(".csv"))
        files = {PurePosixPath(name).stem: name for name in names}
        if twice := [name for name in names if name not in files.values()]:
            raise Unreadable(f"the archive holds {', '.join(twice)} twice, in other folders; leave one of them out")
        tables = {
            name: from_csv(_table(archive, path), f"{name}.csv")
            for name, path in files.items()
            if name in _OTHERS | _SECTIONS.keys() | _LEFT_OUT | _BY_OTHERS
        }
    except _DAMAGES as error:
        raise Unreadable(f"this is not LinkedIn's archive: {error}") from error
    if not tables:
        raise Unreadable("this archive holds none of LinkedIn's tables, as Profile.csv and Positions.csv")
    if others := sorted(files.keys() - tables.keys()):
        notes.decided(
            Node(value="", path=", ".join(others), line=1, column=1), "these tables are not of a career: not read"
        )
    resume = Resume()
    _read_profile(tables, resume, notes)
    for name, section in _SECTIONS.items():
        resume.items += [_item(section, row) for row in _rows(tables, name)]
    for row in _rows(tables, "Skills"):
        resume.skills.append(SkillGroup(heading=one(row, "Name")))
    for row in _rows(tables, "Languages"):
        if language := one(row, "Name"):
            resume.languages.append((language, one(row, "Proficiency")))
    for name in sorted(_BY_OTHERS):
        notes.secret(PRIVATE, *_rows(tables, name))
    top = Node(value=list(tables.items()), path="", line=1, column=1)
    return top, resume


def _table(archive: zipfile.ZipFile, path: str) -> str:
    with archive.open(path) as file:
        return decode(file.read(LONGEST + 1), path)


def _rows(tables: Mapping[str, Node], name: str) -> list[Node]:
    return tables[name].items if name in tables else []


def _item(section: SectionName, row: Node) -> Item:
    # In the table of positions the organization stands beside the title, which is the role.
    of_work = {"name": ("Company Name",), "role": ("Title",)} if section == "work" else {}
    texts = {field: one(row, *keys) for field, keys in {**_TEXT, **of_work}.items()}
    return Item(
        section=section,
        at=row,
        summary=several(row, "Description", "Notes"),
        highlights=several(row, "Activities"),
        **texts,  # type: ignore[arg-type]
    )


def _read_profile(tables: Mapping[str, Node], resume: Resume, notes: Notes) -> None:
    for row in _rows(tables, "Profile")[:1]:
        names = [each for each in (one(row, "First Name"), one(row, "Last Name")) if each]
        if names:
            resume.name = names[0].with_text(" ".join(each.text for each in names))
        resume.label, resume.summary = one(row, "Headline"), several(row, "Summary")
        resume.place = several(row, "Geo Location")
        notes.secret(PRIVATE, *(row.get(key) for key in ("Address", "Zip Code", "Birth Date", "Maiden Name")))
        for name, key in (("Twitter", "Twitter Handles"), ("", "Websites")):
            if found := one(row, key):
                resume.profiles += _profiles(found, name)
    _read_mail(_rows(tables, "Email Addresses"), resume, notes)
    for row in _rows(tables, "PhoneNumbers"):
        reason = "a telephone number is published only if you write it on the first page"
        notes.secret(reason, one(row.take(), "Number"))


def _read_mail(rows: list[Node], resume: Resume, notes: Notes) -> None:
    """The primary address; of the others only that they are left out."""
    for row in sorted(rows, key=lambda row: not ((said := row.get("Primary")) and said.text.casefold() == "yes")):
        address = one(row.take(), "Email Address")
        if resume.email is None:
            resume.email = address
        else:
            notes.secret("front matter has one address for mail; another is the primary one", address)


def _profiles(at: Node, network: str) -> list[Profile]:
    """The pages that a cell names, as in ``[PORTFOLIO:https://ada.example]``, or by names in a *network*."""
    found = []
    for label, text in re.findall(r"(?:(?<![A-Z_ ])([A-Z_ ]+):)?([^\[\],\s]+)", at.text):
        name = at.with_text(network or label.capitalize()) if network or label else None
        username, url = (at.with_text(text), None) if network else (None, at.with_text(text))
        found.append(Profile(at=at, network=name, username=username, url=url))
    return found
