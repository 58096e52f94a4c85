"""The extension's settings in ``conf.py``, and what each may be."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from portfolio.export.site import ACCENT, base, color
from portfolio.export.typst_fonts import Fonts
from portfolio.model.dates import build_day
from portfolio.model.entries import fits_on_line
from portfolio.permalinks.identity import tag

if TYPE_CHECKING:
    from sphinx.config import Config


@dataclass(frozen=True, kw_only=True)
class Setting:
    """A setting.

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


SETTINGS = {
    "portfolio_categories": Setting(
        default=(),
        rebuild="env",
        types=(list, tuple),
        allows=_are_texts,
        remedy='a list of categories, as in ["Languages", "Methods"]',
    ),
    "portfolio_stale_after": Setting(
        default=None,
        rebuild="env",
        types=(int, type(None)),
        allows=lambda value: value is None or _counts(0, 1000)(value),
        remedy="a number of years, as in 5, or to None",
    ),
    "portfolio_full_navigation_limit": Setting(
        default=100,
        rebuild="html",
        types=(int,),
        allows=_counts(0),
        remedy="a number of pages, as in 100",
    ),
    "portfolio_accent": Setting(
        default=ACCENT,
        rebuild="",
        types=(str,),
        allows=_is_text,
        remedy=f'a color in hexadecimal, as in "{ACCENT}"',
    ),
    "portfolio_cv_pages": Setting(
        default=2,
        rebuild="",
        types=(int,),
        allows=_counts(1, 100),
        remedy="a number of pages from 1 to 100",
    ),
    "portfolio_front_matter_keys": Setting(
        default=(),
        rebuild="env",
        types=(list, tuple),
        allows=_are_texts,
        remedy='a list of keys, as in ["keywords"]',
    ),
    "portfolio_fonts": Setting(
        default=(),
        rebuild="",
        types=(str, list, tuple),
        allows=_are_paths,
        remedy='a list of folders or packages, as in ["fonts"]',
    ),
    "portfolio_tag": Setting(
        default="",
        rebuild="",
        types=(str,),
        allows=_is_text,
        remedy='the beginning of a tag URI, as in "tag:example.org,2026:"',
    ),
}


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
