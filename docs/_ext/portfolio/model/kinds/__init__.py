"""The kinds of entry, a module each, and the one order in which they are listed."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio.model.entries import Entry
from portfolio.model.fields import Kind, fields_of
from portfolio.model.person import Person

from .award import Award as Award
from .education import Education as Education
from .employer import Employer as Employer
from .employment import Employment as Employment
from .employment import Position as Position
from .project import Project as Project
from .publication import Publication as Publication
from .sabbatical import Sabbatical as Sabbatical
from .skill import Skill as Skill
from .talk import Delivery as Delivery
from .talk import Talk as Talk
from .talk import TimeZone as TimeZone
from .volunteering import Volunteering as Volunteering

KINDS: Mapping[Kind, type[Entry]] = {
    cls.kind: cls for cls in (Employer, Project, Talk, Publication, Skill, Education, Award, Volunteering, Sabbatical)
}
"""Each kind's class, in the order in which kinds are listed everywhere."""
SUBJECTS: Mapping[str, type] = {**KINDS, "person": Person}
"""What a page's front matter can be about: the keys that hold it, with their classes."""
FOLDERS: Mapping[str, Kind] = {cls.traits.folder: kind for kind, cls in KINDS.items()}
"""The kind of the pages in each folder."""
REFERENCES: Mapping[str, Kind] = {
    field.name: field.names.kind for cls in KINDS.values() for field in fields_of(cls) if field.names
}
"""The fields that name other entries, and the kind each of them names."""


def in_output(output: str) -> tuple[Kind, ...]:
    """The kinds whose entries are in an output that not all are in."""
    return tuple(kind for kind, cls in KINDS.items() if output in cls.traits.shown_in)
