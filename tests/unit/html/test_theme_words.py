"""The words of the theme, in the site's language."""

from typing import Any

import pytest

from portfolio.html.theme_words import translate, translate_tree
from portfolio.i18n.translation import ENGLISH, Language


@pytest.mark.parametrize(
    ("language", "message", "words"),
    [
        (Language.of("de"), "Next", "Weiter"),
        (Language.of("fr"), "Made with ", "Réalisé avec "),
        (Language.of("de"), "no message of ours", "no message of ours"),
        (ENGLISH, "Next", "Next"),
    ],
)
def test_words_are_found_in_the_catalogue(language: Language, message: str, words: str) -> None:
    context: dict[str, Any] = {}
    translate(context, language)
    assert context["_"](message) == context["gettext"](message) == words


@pytest.mark.parametrize("context", [{}, {"furo_navigation_tree": 'aria-label="Toggle navigation of Kew"'}])
def test_the_tree_is_translated_where_there_is_one(context: dict[str, str]) -> None:
    translate_tree(context, Language.of("de"))
    assert "Toggle" not in str(context)
    assert context.keys() <= {"furo_navigation_tree"}
