"""Settings of wrong types and sizes are refused by name, with what to set them to."""

import re
import sys
from pathlib import Path

import pytest
from sphinx.config import Config

from portfolio.build.settings import SETTINGS, check

WRONG: dict[str, list[object]] = {
    "portfolio_categories": [None, 0, "Crafts", {"a": 1}, [1], [None], [["a"]]],
    "portfolio_stale_after": ["x", "", ["x"], {"a": 1}, 1.5, -1, True, 10**9],
    "portfolio_full_navigation_limit": [None, "", "x", [], 1.5, -1, True],
    "portfolio_accent": [None, 0, ["#000"], "\0"],
    "portfolio_cv_pages": [None, "", "x", [], 0, -1, 1.5, True, 10**30],
    "portfolio_front_matter_keys": [None, 1, "ab", [1], [None, "title"]],
    "portfolio_fonts": [None, 1, [1], {"a": 1}, "\0", ["\0"]],
    "portfolio_tag": [None, 0, ["x"], "\ud800"],
}
RIGHT: dict[str, list[object]] = {
    "portfolio_categories": [[], ("Crafts", "Über alles", "زبان\u200cها", "a\u00a0b")],
    "portfolio_stale_after": [None, 0, 5],
    "portfolio_full_navigation_limit": [0, 1000, sys.maxsize],
    "portfolio_accent": ["#804000"],
    "portfolio_cv_pages": [1, 100],
    "portfolio_front_matter_keys": [["keywords"]],
    "portfolio_fonts": ["fonts", ["fonts", "more"], (), Path("fonts"), [Path("fonts")]],
    "portfolio_tag": ["", "tag:example.org,2026:"],
}


def config(**values: object) -> Config:
    found = Config(overrides=dict(values))
    for name, setting in SETTINGS.items():
        found.add(name, setting.default, setting.rebuild, setting.types)
    vars(found).update(values)
    return found


def test_no_setting_is_forgotten() -> None:
    assert SETTINGS.keys() == WRONG.keys() == RIGHT.keys()
    check(config())


@pytest.mark.parametrize("name", SETTINGS)
def test_what_a_setting_can_be(name: str) -> None:
    for value in RIGHT[name]:
        check(config(**{name: value}))
    for value in WRONG[name]:
        with pytest.raises(ValueError, match=f"^{name} is {re.escape(repr(value))}; set it to "):
            check(config(**{name: value}))


def test_a_number_from_the_command_line_is_one() -> None:
    found = config(portfolio_stale_after="5", portfolio_cv_pages="3")
    check(found)
    assert (found.portfolio_stale_after, found.portfolio_cv_pages) == (5, 3)
