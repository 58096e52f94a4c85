"""Indexes of domains name no page that is not listed, whatever their entries are."""

from typing import Any

import pytest
from sphinx.domains import IndexEntry

from portfolio.build.traces import without_hidden


def entry(name: str, subtype: int, docname: str) -> IndexEntry:
    return IndexEntry(name, subtype, docname, "anchor", "", "", "")


@pytest.mark.parametrize(
    ("items", "left"),
    [
        ([entry("a", 0, "public"), entry("b", 0, "hidden")], ["a"]),
        ([("a", 0, "public", "", "", "", ""), ("b", 0, "hidden", "", "", "", "")], ["a"]),
        ([entry("a", 1, ""), entry("a.b", 2, "hidden"), entry("a.c", 2, "public")], ["a", "a.c"]),
        ([entry("a", 1, ""), entry("a.b", 2, "hidden"), entry("c", 1, ""), entry("c.d", 2, "public")], ["c", "c.d"]),
        ([entry("a", 1, "public"), entry("a.b", 2, "hidden")], ["a"]),
        ([entry("a", 1, ""), entry("a.b", 2, "hidden")], []),
    ],
)
def test_indexes_leave_out_what_is_hidden(items: list[Any], left: list[str]) -> None:
    context = {"content": [("a", items)]}
    without_hidden(context, {"hidden"})
    assert [each[0] for _, found in context["content"] for each in found] == left
    assert len(context["content"]) == bool(left)
