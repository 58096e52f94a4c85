"""The fonts of the CV and the social cards, and which characters they lack.

Those that ``portfolio_fonts`` in conf.py names come before those of Typst: Libertinus Serif, New Computer Modern and
DejaVu Sans Mono, which have the Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew, Arabic and Devanagari scripts.
The fonts of the system are not used, so that every machine draws the same.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typst

_EMBEDDED = ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono")
"""The families that come with Typst, in the order in which they are used."""
SUFFIXES = {".otc", ".otf", ".ttc", ".ttf"}
"""Names of the files that Typst takes for fonts end so."""
NAMED = 8
"""How many of the characters that are lacking a warning names."""

_REMEDY = "install fonts that have them, and name their folder or package in portfolio_fonts in conf.py"
_PICTOGRAPH = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001fbff][\u200d\ufe0e\ufe0f\U000e0020-\U000e007f]*")
"""Emoji and the like, with what joins or varies them."""
_PARTS_OF_WORDS = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060"
"""Invisible, but kept: where words break, what joins or separates letters in Arabic script, and marks of direction."""
# In all styles in which the templates set text.
_PROBE = b"""
#set document(title: "Probe")
#set text(font: json(bytes(sys.inputs.fonts)))
#for style in (text, text.with(weight: 600), emph, smallcaps) [#style(sys.inputs.text)\\ ]
"""


class TypesettingError(Exception):
    """Typst cannot typeset a text."""


@dataclass(frozen=True)
class Fonts:
    """Fonts to set text in.

    :ivar folders: where font files are, besides those that come with Typst.
    """

    folders: tuple[Path, ...] = ()

    @classmethod
    def named(cls, names: str | Path | Iterable[str | Path], home: Path) -> Fonts:
        """The fonts of one or several folders, which may be relative to *home*, and packages, as they are imported.

        :raises ValueError: if a name is that of neither, or of one without font files.
        """
        each = [names] if isinstance(names, str | Path) else names
        folders = tuple(folder for name in each for folder in _folders(str(name), home))
        return cls(folders) if folders else TYPST

    @cached_property
    def families(self) -> tuple[str, ...]:
        """The names of the families, in the order in which they are asked for a character.

        Of one folder's, those with serifs come first, as the letters of the design have them.
        """
        found = {font.family: Path(font.path) for font in self._loaded.fonts() if font.path}

        def order(family: str) -> tuple[int, bool, str]:
            place = next(at for at, folder in enumerate(self.folders) if found[family].is_relative_to(folder))
            return place, "serif" not in family.casefold(), family

        return (*sorted(found, key=order), *_EMBEDDED)

    @cached_property
    def digest(self) -> str:
        """Identifies the files: what is set in other fonts is another picture."""
        found = hashlib.sha256()
        for file in (file for folder in self.folders for file in _files(folder)):
            found.update(file.read_bytes())
        return found.hexdigest()

    def typeset(self, template: bytes, inputs: Mapping[str, str], **options: Any) -> bytes:
        """Compile a Typst *template* that takes its families from the input ``fonts``.

        :param inputs: what else the template reads from ``sys.inputs``.
        :param options: those of :meth:`typst.Compiler.compile`.
        :raises TypesettingError: if Typst rejects the document, or panics as it does at some mixtures of marks.
        """
        import typst

        given = {**inputs, "fonts": json.dumps(self.families)}
        compiler = typst.Compiler(template, font_paths=self._loaded, ignore_system_fonts=True, sys_inputs=given)
        try:
            written = compiler.compile(**options)
        except BaseException as error:
            # A panic is not an Exception (https://pyo3.rs/main/doc/pyo3/panic/).
            if not isinstance(error, typst.TypstError) and type(error).__name__ != "PanicException":
                raise
            raise TypesettingError(str(error)) from error
        assert isinstance(written, bytes)
        return written

    def drawable(self, text: str) -> str:
        """*text* composed, without control characters, and without emoji that no font has: they are ornaments."""
        text = _PICTOGRAPH.sub(self._pictograph, unicodedata.normalize("NFC", text))
        return text if text.isprintable() else "".join(map(_visible, text))

    def lacking(self, texts: Iterable[str]) -> list[str]:
        """The characters of *texts*, with their marks, that no font has, in the order of their first appearance."""
        words = dict.fromkeys(word for text in texts for word in self.drawable(text).split())
        found = dict.fromkeys(char for word in words for char in _characters(word))
        new = [char for char in found if char not in self._verdicts]
        lacking = {*self._lacking(new)}
        self._verdicts.update((char, char not in lacking) for char in new)
        return [char for char in found if not self._verdicts[char]]

    def _lacking(self, characters: Sequence[str]) -> Iterator[str]:
        """Ask Typst about all, and where it refuses about each half: PDF/UA forbids what cannot be displayed."""
        if not characters or self._has(characters):
            return
        if len(characters) == 1:
            yield characters[0]
            return
        middle = len(characters) // 2
        yield from self._lacking(characters[:middle])
        yield from self._lacking(characters[middle:])

    def _has(self, characters: Sequence[str]) -> bool:
        try:
            # Lines keep scripts apart.
            self.typeset(_PROBE, {"text": "\n".join(characters)}, format="pdf", pdf_standards=["ua-1"], timestamp=0)
        except TypesettingError:
            return False
        return True

    def _pictograph(self, found: re.Match[str]) -> str:
        if found[0] not in self._verdicts:
            self._verdicts[found[0]] = self._has([found[0]])
        return found[0] if self._verdicts[found[0]] else ""

    @cached_property
    def _verdicts(self) -> dict[str, bool]:
        """Whether there is a font for a character, as far as that has been asked."""
        return {}

    @cached_property
    def _loaded(self) -> typst.Fonts:
        import typst

        return typst.Fonts(include_system_fonts=False, font_paths=[*self.folders])


TYPST = Fonts()
"""Those that come with Typst."""


def warning(subject: str, lacking: Sequence[str]) -> str:
    """Say that *subject* is not written, for want of which characters, and what helps."""
    more = f" and {len(lacking) - NAMED} more characters" if len(lacking) > NAMED else ""
    return f"{subject} not written, since no font has {' '.join(lacking[:NAMED])}{more}; {_REMEDY}"


def has_marks(text: str) -> bool:
    """Whether marks stand on letters of *text* that have no character of their own."""
    text = unicodedata.normalize("NFC", text)
    return not text.isascii() and any(map(_is_mark, text))


def turns(text: str) -> bool:
    """Whether *text* is written from right to left, as its first letter is (https://www.unicode.org/reports/tr9/#P2)."""
    directions = (unicodedata.bidirectional(char) for char in text)
    return next((found != "L" for found in directions if found in {"L", "R", "AL"}), False)


def _folders(name: str, home: Path) -> list[Path]:
    """The folder with a *name*, or those of an installed package."""
    folder = (home / name).resolve()
    spec = find_spec(name) if name.isidentifier() and not folder.is_dir() else None
    package = (spec and spec.submodule_search_locations) or ()
    found = [folder] if folder.is_dir() else [Path(each) for each in package]
    if not found:
        raise ValueError(
            f'portfolio_fonts names "{name}", which is neither a folder beside conf.py nor an installed package; '
            f"write a folder's path, or the name by which a package of fonts is imported"
        )
    if not any(map(_files, found)):
        endings = ", ".join(sorted(SUFFIXES))
        raise ValueError(f'portfolio_fonts names "{name}", which holds no font files; their names end in {endings}')
    return found


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.suffix.lower() in SUFFIXES)


def _visible(char: str) -> str:
    if char.isspace():
        return char if char == "\u00a0" else " "
    return char if char in _PARTS_OF_WORDS or unicodedata.category(char) not in {"Cc", "Cf"} else ""


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


def _characters(word: str) -> list[str]:
    """The characters of *word*, each with the marks that stand on it."""
    found: list[str] = []
    for char in word:
        if found and _is_mark(char):
            found[-1] += char
        elif char not in _PARTS_OF_WORDS:
            found.append(char)
    return found
