"""What the extension itself says, in the site's language: words by gettext, dates and plurals by the CLDR.

A function takes a :class:`Language` and says ``language.gettext("About %(place)s", place=place)``. A message is a whole
phrase with named placeholders, so that another language can order it otherwise; numbers go through ``ngettext``.
A table, made before any language is known, marks its messages by ``N_``; ``nox -s translations`` finds them all.

Sphinx's own way (https://www.sphinx-doc.org/en/master/extdev/i18n.html) knows one language a process and wants compiled
catalogues. Here Babel reads them as they are written, so that nothing is compiled into the source folder.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Literal

from babel.core import Locale, UnknownLocaleError
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGUES = Path(__file__).with_name("locale")


@dataclass(frozen=True, slots=True)
class Language:
    """A language to write in.

    :ivar locale: how dates read.
    :ivar translations: from messages in English to this language.
    """

    locale: Locale
    translations: NullTranslations

    def gettext(self, message: str, **values: str) -> str:
        """*message* translated, *values* put into its placeholders."""
        found = self.translations.gettext(message)
        return found % values if values else found

    def ngettext(self, one: str, several: str, number: int) -> str:
        """The message for *number* of something, translated, with *number* put into it."""
        return self.translations.ngettext(one, several, number) % {"number": number}

    @staticmethod
    @cache
    def of(code: str | None) -> Language:
        """The language for Sphinx's ``language``; English where there is no such language or no catalogue of it.

        A region counts for dates: "de_AT" has Austria's. English without one has the day before the month.
        """
        found = locale(code)
        if found.language == "en":
            return Language(found, NullTranslations()) if found.territory else ENGLISH
        catalogue = CATALOGUES / found.language / "LC_MESSAGES" / "portfolio.po"
        return Language(found, _read(catalogue)) if catalogue.exists() else ENGLISH


def locale(code: str | None) -> Locale:
    """The language with a *code*, whether or not there is a catalogue of it; English where there is none such."""
    try:
        return Locale.parse((code or "en").replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def direction(code: str | None) -> Literal["ltr", "rtl"]:
    """The direction in which the language with a *code* is written."""
    return "rtl" if locale(code).text_direction == "rtl" else "ltr"


def _read(catalogue: Path) -> GNUTranslations:
    compiled = BytesIO()
    with catalogue.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return GNUTranslations(compiled)


ENGLISH = Language(Locale.parse("en_001"), NullTranslations())
