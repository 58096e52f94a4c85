"""Finds keys at the top of the front matter that nobody reads."""

from __future__ import annotations

import difflib
from collections.abc import Collection

import yaml

from portfolio.model.kinds import SUBJECTS

from .problems import Problem
from .yaml_nodes import place

_MAPPINGS = frozenset(
    {
        "abbreviations", "authors", "celltoolbar", "exports", "file_format", "html_meta", "jupyter", "jupytext",
        "kernelspec", "language_info", "math", "mystnb", "myst", "numbering", "options", "parts", "settings",
        "substitutions", "thebe",
    }
)  # fmt: skip
"""The keys at the top that hold mappings to MyST, MyST-NB and Jupytext."""


def unknown_keys(top: yaml.MappingNode, others: Collection[str]) -> list[Problem]:
    """Keys at the top that hold keys and values of their own, as a kind's does, and that nobody reads."""
    known = {*SUBJECTS, *_MAPPINGS, *others}
    return [
        Problem(
            line=place(key)[0],
            column=place(key)[1],
            message=f'unknown key "{key.value}"; '
            + (
                f'did you mean "{near[0]}"?'
                if (near := difflib.get_close_matches(key.value.casefold(), SUBJECTS, n=1))
                else "remove it, or name it in portfolio_front_matter_keys in conf.py"
            ),
        )
        for key, value in top.value
        if isinstance(value, yaml.MappingNode) and key.value.isprintable() and key.value not in known
    ]
