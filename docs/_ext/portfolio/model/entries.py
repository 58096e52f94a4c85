"""An entry of a career: what every page of one has, and the traits that distinguish its kind.

A kind is one class in :mod:`portfolio.model.kinds`: its traits stand in the decorator :class:`Traits`, and what is to
be known of a field in the field's annotation (:mod:`.fields`). Panel, cards, curriculum vitae, exports and reference
are loops over these. The vocabulary follows https://schema.org where that has a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal, NewType, TypeVar

from .dates import Period, hull
from .fields import PUBLIC_PROOFS, As, Doc, Field, Kind, Names, PublicProof, fields_of

Slug = NewType("Slug", str)
"""Lower-case words joined by hyphens: an entry's file stem, unique within its kind."""
SLUG = re.compile(r"[^\s!-/:-@A-Z\[-`{-~]+(?:-[^\s!-/:-@A-Z\[-`{-~]+)*")
"""What a slug looks like: letters and digits of any script, of Latin ones only small letters, and hyphens."""
Url = NewType("Url", str)
"""An absolute http or https URL."""
Visibility = Literal["public", "unlisted", "private"]
"""Who finds an entry: everyone; those who have its URL, or follow a link in prose; nobody."""
Output = Literal["feed", "short-address", "qr-code"]
"""What only some kinds are in."""
Mark = Literal["bar", "double", "frame", "dots", "line", "diamond", "sheet", "star", "circle"]
"""The shape that stands for a kind in lists, drawings and cards."""


@dataclass(frozen=True, slots=True)
class Key:
    """The stable name of an entry: its kind and its slug."""

    kind: Kind
    slug: str


Class = TypeVar("Class", bound="type[Entry]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Where entries of a kind stand in JSON Resume (https://jsonresume.org/schema).

    :ivar title, summary: what an entry's title and summary are called there.
    :ivar whole: what the summary of the whole is called beside those of its parts; it is not there if empty.
    :ivar before: what the title was called before version 1.0 too, as old themes read it.
    :ivar renamed: what properties of fields are called there that have another name in other sections.
    """

    name: str
    title: str = "name"
    summary: str = "summary"
    whole: str = ""
    before: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What is true of all entries of a kind; a decorator of its class.

    :ivar folder: the folder of its pages, and its key in ``evidence.json``.
    :ivar one, many: what one and several are called.
    :ivar counted: how a number of them reads, in the singular and the plural, with a place for ``%(number)d``.
    :ivar lasting: whether they take time; others are points in it, or have none.
    :ivar occupation: whether they fill a time of life, so that one can run beside another.
    :ivar proves: whether they can prove skills.
    :ivar stands_alone: whether no page has to lead to one of them.
    :ivar gist: the fields that stand in for a summary that is left out.
    :ivar shown_in: what they are in that not all kinds are.
    :ivar most: how many the curriculum vitae has at most; all if 0.
    :ivar schema_org: the type in https://schema.org of what a page is about; empty where it has no word.
    """

    folder: str
    one: str
    many: str
    counted: tuple[str, str]
    mark: Mark
    lasting: bool = False
    occupation: bool = False
    proves: bool = True
    stands_alone: bool = False
    gist: tuple[str, ...] = ()
    shown_in: frozenset[Output] = frozenset()
    most: int = 0
    schema_org: str = ""
    json_resume: Section | None = None

    def __call__(self, cls: Class) -> Class:
        """Make a kind of *cls*, named after it, with these traits."""
        cls.kind, cls.traits = cls.__name__.lower(), self
        return cls


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """That an entry shows a skill.

    :ivar period: when, where that is not all of the entry's time.
    """

    skill: Slug
    period: Annotated[
        Period | None,
        Doc("When, within the entry's time; it may stand right behind the slug.", "2003 – 2004-06"),
    ] = None
    proof: Annotated[
        str | None, Doc("What was done with the skill, in one sentence.", "I drew five hundred plates of seeds.")
    ] = None


Skills = Annotated[
    tuple[Claim, ...],
    Doc(
        "The skills that it took; a slug alone claims all of the entry's own time, and none where it has no dates.",
        "[taxonomy, {drawing: {proof: I drew the plates.}}]",
    ),
    Names("skill"),
]
Highlights = Annotated[
    tuple[str, ...],
    Doc(
        "What came of it, the best first, each in one short sentence, for the curriculum vitae too.",
        "[Drew five hundred plates of seeds.]",
    ),
    As(json_resume="highlights[]"),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every page of a career has.

    :ivar docname: the page's name in Sphinx: its path below the source folder, without suffix.
    :ivar archives: copies of what stands at its URLs, by URL, as far as they were written beside these.
    """

    kind: ClassVar[Kind]
    traits: ClassVar[Traits]
    docname: str
    title: Annotated[str, Doc("The page's name; it stands beside the kind, not below it.", "Botanical drawing")]
    summary: Annotated[
        str,
        Doc("What it is, in one plain sentence, for lists and cards too.", "Plants, drawn from life in pen and ink."),
    ] = ""
    links: Annotated[
        Mapping[str, Url],
        Doc("Addresses elsewhere, each with its label.", "{website: https://example.org/kew}"),
    ] = field(default_factory=dict)
    sources: Annotated[
        tuple[Url, ...], Doc("Where the page's facts can be checked.", "[https://example.org/history]")
    ] = ()
    visibility: Annotated[
        Visibility,
        Doc(
            "Who finds the page: everyone, only those who have its address, or nobody, for it is not built.", "unlisted"
        ),
    ] = "public"
    archives: Mapping[Url, Url] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        """The entry's stable name."""
        return Key(self.kind, self.docname.rpartition("/")[2])

    @property
    def periods(self) -> tuple[Period, ...]:
        """When it was, as its front matter says; empty where that says nothing."""
        found = (getattr(self, each.name) for each in fields_of(type(self)) if each.is_time)
        return tuple(period for period in found if period)

    @property
    def span(self) -> Period | None:
        """From its beginning to its end; None where its front matter says nothing of when it was."""
        return hull(self.periods)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The skills that it claims, those of its parts too."""
        found: tuple[Claim, ...] = getattr(self, "skills", ())
        return found

    @property
    def highlights(self) -> tuple[str, ...]:
        """What came of it; kinds whose front matter says that have a field of this name."""
        return ()

    @property
    def all_highlights(self) -> tuple[str, ...]:
        """What came of it, as its highlights and those of its parts say."""
        return self.highlights

    @property
    def gist(self) -> str:
        """What it is in short: its summary, or else what its kind has in place of one."""
        return self.summary or ", ".join(filter(None, (getattr(self, name) for name in self.traits.gist)))

    @property
    def json_resume(self) -> Section | None:
        """Where it stands in JSON Resume."""
        return self.traits.json_resume

    @property
    def can_prove(self) -> bool:
        """Whether it can prove a skill."""
        return self.traits.proves

    @property
    def own_public_proofs(self) -> Mapping[PublicProof, Url]:
        """Where anyone can see that the page is true: its links of that sort, and fields that are meant for it."""
        return {label: self.links[label] for label in PUBLIC_PROOFS if label in self.links} | public_proofs_of(self)

    @property
    def public_proofs(self) -> Mapping[PublicProof, Url]:
        """The same, with those of its parts."""
        return self.own_public_proofs


def public_proofs_of(value: object) -> dict[PublicProof, Url]:
    """What the fields of an entry, or of a part of one, hold for anyone to look at."""
    found = {each.public_proof: getattr(value, each.name) for each in fields_of(type(value)) if each.public_proof}
    return {label: found[label] for label in PUBLIC_PROOFS if found.get(label)}


def references(entry: Entry) -> Iterator[tuple[Field, Key]]:
    """Every entry that *entry*'s front matter names, as pairs of field and key, in the order of the fields."""
    for each in fields_of(type(entry)):
        if each.names is not None:
            value = entry.claims if each.name == "skills" else getattr(entry, each.name) or ()
            for named in value if isinstance(value, tuple) else (value,):
                yield each, Key(each.names.kind, named.skill if isinstance(named, Claim) else named)


def slugify(text: str) -> Slug:
    """*text* as lower-case words joined by hyphens; Latin letters lose their accents, those of other scripts stay."""
    # Twice: some capitals are hidden in other characters, such as bold ones.
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    plain = "".join(map(_unaccented, folded))
    return Slug("-".join(re.findall(r"[^\W_]+", re.sub("['’\u0300-\u036f]", "", plain))))


def fits_on_line(text: str) -> bool:
    """Whether *text* is one line without control characters or lone surrogates."""
    return not any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in text)


def _unaccented(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0]
    return base if "LATIN" in unicodedata.name(base, "") else char
