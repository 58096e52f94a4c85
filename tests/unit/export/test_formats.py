"""Dates, addresses and JSON as formats want them written."""

import json
import re

import pytest

from portfolio.export.formats import dialed, to_json, uri
from portfolio.model.dates import PartialDate

URI = re.compile(
    r"https?://(?:\[[0-9A-Fa-f:.]+\]|(?:[\w.~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)(?::\d+)?"
    r"(?:/(?:[\w.~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?"
    r"(?:\?(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?(?:#(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?",
    re.ASCII,
)
"""RFC 3986, appendix A."""


@pytest.mark.parametrize("text", ["2017", "2017-03", "2017-08-30", "0099-01"])
def test_a_date_keeps_its_precision(text: str) -> None:
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://example.org", "https://example.org"),
        ("https://example.org/a/?b=c&d='e'#f/g?h", "https://example.org/a/?b=c&d='e'#f/g?h"),
        ("https://example.org/Bücher und mehr", "https://example.org/B%C3%BCcher%20und%20mehr"),
        ("https://bücher.example/", "https://b%C3%BCcher.example/"),
        ("https://example.org/%C3%BC%zz%", "https://example.org/%C3%BC%25zz%25"),
        ("https://[::1]:8000/a[1]?b[]=c#d[2]#e", "https://[::1]:8000/a%5B1%5D?b%5B%5D=c#d%5B2%5D%23e"),
        ('https://example.org/\\{}|^`"<>', "https://example.org/%5C%7B%7D%7C%5E%60%22%3C%3E"),
        ("https://example.org?a=/b#", "https://example.org?a=/b#"),
        ("https://example.org/" + "x" * 10_000, "https://example.org/" + "x" * 10_000),
    ],
)
def test_uri(address: str, found: str) -> None:
    assert uri(address) == found
    assert uri(found) == found
    assert URI.fullmatch(found)


def test_json_is_read_as_it_was_written() -> None:
    data = {"b": ["<é>", "\u202e🦖", '"\\'], "a": None, "c": {"d": 1, "e": True}}
    assert json.loads(to_json(data)) == data
    assert to_json({"b": "é", "a": 1}).decode() == '{\n "b": "é",\n "a": 1\n}\n'


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("+44 20 7946 0000", "+442079460000"),
        ("(+44) (0)20 7946-0000", "+442079460000"),
        ("+49 (0) 30/123", "+4930123"),
        ("(020) 7946 0000", "02079460000"),
        ("555 0100 ext. 12", "5550100"),
    ],
)
def test_numbers_as_telephones_dial_them(written: str, found: str) -> None:
    assert dialed(written) == found
