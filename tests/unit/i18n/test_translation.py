import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

import portfolio
from portfolio.i18n.translation import CATALOGUES, ENGLISH, Language, direction
from portfolio.model.kinds import KINDS
from portfolio.views.front_matter_reference import reference

HOME = Path(portfolio.__file__).parent
TEMPLATE = CATALOGUES / "portfolio.pot"
LANGUAGES = sorted(CATALOGUES.glob("*/LC_MESSAGES/portfolio.po"))
# What authors read about a key is its Doc's first argument.
KEYWORDS = DEFAULT_KEYWORDS | {"Doc": (1,), "NN_": (1, 2)}


def messages(catalogue: Path) -> Iterator[Message]:
    with catalogue.open("rb") as file:
        yield from (message for message in read_po(file) if message.id)


def placeholders(text: str) -> list[str]:
    """Those of gettext's kind, and every percent sign that is part of none."""
    return sorted(re.findall(r"%(?:\(\w+\)[sd])?", text))


def forms(text: str | Iterable[str] | None) -> list[str]:
    """A message, or all forms of one with a plural."""
    return [text] if isinstance(text, str) else [*(text or ())]


def test_there_are_catalogues() -> None:
    assert len(LANGUAGES) > 1


@pytest.fixture(scope="module")
def said() -> set[object]:
    """The messages of the code."""
    return {message for _, _, message, _, _ in extract_from_dir(HOME, keywords=KEYWORDS)}


@pytest.mark.unmeasured
@pytest.mark.parametrize("catalogue", [TEMPLATE, *LANGUAGES])
def test_catalogues_hold_what_the_code_says_and_nothing_else(catalogue: Path, said: set[object]) -> None:
    listed = {message.id for message in messages(catalogue)}
    assert said - listed == set(), "new words: run nox -s translations"
    assert listed - said == set(), "words no longer in use: run nox -s translations"


@pytest.mark.parametrize("catalogue", LANGUAGES)
def test_catalogues_are_complete(catalogue: Path) -> None:
    assert [message.id for message in messages(catalogue) if message.fuzzy or not all(forms(message.string))] == []


@pytest.mark.parametrize("catalogue", [TEMPLATE, *LANGUAGES])
def test_placeholders_are_kept(catalogue: Path) -> None:
    for message in messages(catalogue):
        expected = placeholders(forms(message.id)[0])
        assert "%" not in expected, message.id
        for text in (*forms(message.id), *filter(None, forms(message.string))):
            assert placeholders(text) == expected, text


@pytest.mark.parametrize(
    ("codes", "employer", "within", "proofs"),
    [
        (["de", "de_DE", "de-AT", "de_CH"], "Arbeitgeber", "im Zeitraum 2017", "0 Nachweise, 1 Nachweis, 2 Nachweise"),
        (["fr", "fr_FR", "fr-CA"], "Employeur", "dans la période 2017", "0 preuve, 1 preuve, 2 preuves"),
    ],
)
def test_words_of_a_language_in_every_region(codes: list[str], employer: str, within: str, proofs: str) -> None:
    for code in codes:
        language = Language.of(code)
        assert str(language.locale) == code.replace("-", "_")
        assert language.gettext("Employer") == employer
        assert language.gettext("within %(period)s", period="2017") == within
        counted = (language.ngettext("%(number)d proof", "%(number)d proofs", number) for number in (0, 1, 2))
        assert ", ".join(counted) == proofs


@pytest.mark.parametrize("code", [None, "", "en", "cy", "tlh", "no such language", "../de"])
def test_english_where_there_is_no_other(code: str | None) -> None:
    assert Language.of(code) is ENGLISH


def test_english_of_other_regions_has_their_dates() -> None:
    assert str(Language.of("en-US").locale) == "en_US"
    assert Language.of("en_US").gettext("Employer") == "Employer"


def test_a_percent_sign_in_what_is_put_in_stays() -> None:
    assert ENGLISH.gettext("as “%(title)s”", title="100 %(s)") == "as “100 %(s)”"
    assert ENGLISH.gettext("100 %") == "100 %"


def test_two_languages_in_turn() -> None:
    heads = [reference(kind, language)[0].type for kind in KINDS for language in (ENGLISH, Language.of("de"))]
    assert heads == ["text", "Text"] * len(KINDS)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("ar", "rtl"),
        ("he_IL", "rtl"),
        ("fa-IR", "rtl"),
        ("en", "ltr"),
        ("zh_CN", "ltr"),
        ("xx-none", "ltr"),
        (None, "ltr"),
    ],
)
def test_direction(code: str | None, expected: str) -> None:
    assert direction(code) == expected
