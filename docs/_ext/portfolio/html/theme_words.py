"""Translates the words of the theme's templates: of Furo's, Sphinx's catalogues hold few."""

from __future__ import annotations

from typing import Any

from sphinx.locale import _

from portfolio.i18n.translation import Language
from portfolio.model.fields import N_

_SWITCH = N_("Toggle navigation of ")
WORDS = (
    N_("Back to top"),
    N_("Edit this page"),
    N_("Home"),
    N_("Made with "),
    N_("Menu"),
    N_("Next"),
    N_("On this page"),
    N_("Previous"),
    N_("Skip to content"),
    N_("Toggle Light / Dark / Auto color theme"),
    N_("Toggle site navigation sidebar"),
    N_("Toggle table of contents sidebar"),
    _SWITCH,
    N_("View this page"),
)
"""The messages; catalogues hold them because they stand here."""


def translate(context: dict[str, Any], language: Language) -> None:
    """Have a page's template find these words in the extension's catalogue, and all others in Sphinx's."""

    def gettext(message: str) -> str:
        return language.gettext(message) if message in WORDS else _(message)

    context["_"] = context["gettext"] = gettext


def translate_tree(context: dict[str, Any], language: Language) -> None:
    """Translate the names of the switches in the navigation, which Furo makes without a template."""
    if tree := context.get("furo_navigation_tree"):
        context["furo_navigation_tree"] = tree.replace(_SWITCH, language.gettext(_SWITCH))
