"""The extension's settings in ``conf.py``, what each may be, and what a site need not set."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sphinx.config import Config

from portfolio.export.site import ACCENT, base, color
from portfolio.export.typst_fonts import Fonts
from portfolio.model.dates import build_day
from portfolio.model.entries import fits_on_line
from portfolio.permalinks.identity import tag


@dataclass(frozen=True)
class Setting:
    """A setting, in a row of the table below.

    :ivar rebuild: what a change of it has Sphinx do (https://www.sphinx-doc.org/en/master/extdev/appapi.html).
    :ivar types: those that Sphinx lets it have without a warning.
    :ivar allows: whether it can have a value.
    :ivar remedy: what to set it to.
    """

    default: Any
    rebuild: Literal["", "env", "html"]
    types: tuple[type, ...]
    allows: Callable[[Any], bool]
    remedy: str


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and fits_on_line(value)


def _are_texts(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(map(_is_text, value))


def _are_paths(value: Any) -> bool:
    values = value if isinstance(value, list | tuple) else [value]
    return all(isinstance(each, str | Path) and _is_text(str(each)) for each in values)


def _counts(least: int, most: int = sys.maxsize) -> Callable[[Any], bool]:
    return lambda value: type(value) is int and least <= value <= most  # True is an int, too


def _are_years(value: Any) -> bool:
    return value is None or _counts(0, 1000)(value)


SETTINGS = {
    "portfolio_categories": Setting(
        (), "env", (list, tuple), _are_texts, 'a list of categories, as in ["Languages", "Methods"]'
    ),
    "portfolio_stale_after": Setting(
        None, "env", (int, type(None)), _are_years, "a number of years, as in 5, or to None"
    ),
    "portfolio_full_navigation_limit": Setting(100, "html", (int,), _counts(0), "a number of pages, as in 100"),
    "portfolio_accent": Setting(ACCENT, "", (str,), _is_text, f'a color in hexadecimal, as in "{ACCENT}"'),
    "portfolio_cv_pages": Setting(2, "", (int,), _counts(1, 100), "a number of pages from 1 to 100"),
    "portfolio_front_matter_keys": Setting((), "env", (list, tuple), _are_texts, 'a list of keys, as in ["keywords"]'),
    "portfolio_fonts": Setting(
        (), "", (str, list, tuple), _are_paths, 'a list of folders or packages, as in ["fonts"]'
    ),
    "portfolio_tag": Setting("", "", (str,), _is_text, 'the beginning of a tag URI, as in "tag:example.org,2026:"'),
}

DEFAULTS: Mapping[str, object] = {
    "exclude_patterns": ["_build"],
    "html_show_sphinx": False,
    "html_theme": "furo",
    "myst_enable_extensions": ["colon_fence"],
    "myst_title_to_header": True,
    "primary_domain": "portfolio",
}
"""Settings of others on which pages depend, where ``conf.py`` chooses no others: pages are named by their front matter,
directives need no prefix, and what was built is not a source."""


def set_defaults(config: Config) -> None:
    """Give the settings that ``conf.py`` does not make those of :data:`DEFAULTS`.

    It has to be done while extensions are set up: the values are read after that. Sphinx documents no way to give a
    setting of its own, or of another extension, another default.
    """
    for name, value in DEFAULTS.items():
        config._raw_config.setdefault(name, value)


def check_all(config: Config, home: Path) -> None:
    """See that all that all pages depend on can be used: the settings, the site's URL, and the build's day.

    :param home: the folder of ``conf.py``.
    :raises ValueError: where something cannot.
    """
    build_day(os.environ)
    check(config)
    base(str(config.html_baseurl or ""))
    color(config.portfolio_accent)
    tag(config.portfolio_tag)
    Fonts.named(config.portfolio_fonts, home)


def check(config: Config) -> None:
    """See that each setting has a value that it can have; a number from the command line may be text as yet.

    :raises ValueError: where one has not; says which, and what to set it to.
    """
    for name, setting in SETTINGS.items():
        value = config[name]
        if isinstance(value, str) and value.isdecimal() and int in setting.types:
            value = int(value)
            setattr(config, name, value)
        if not setting.allows(value):
            raise ValueError(f"{name} is {value!r}; set it to {setting.remedy}")
