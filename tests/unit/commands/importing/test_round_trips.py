"""What comes back from pages made of a resume.json: at its place, or named in the report; and nothing is added."""

import datetime as dt
import json
from pathlib import Path

import pytest

from portfolio.commands.importing.command import imported
from round_trips import exported, lost, unstated

CAREERS = Path(__file__).parents[3] / "careers"
TODAY = dt.date(2026, 11, 28)


@pytest.mark.parametrize(
    ("name", "share", "added"),
    [
        ("gardener.json", 0.55, {"United Kingdom"}),
        ("developer.json", 0.7, set()),
        ("painter-ja.json", 0.97, set()),
    ],
)
def test_values_come_back_or_are_named(name: str, share: float, added: set[str]) -> None:
    source = (CAREERS / name).read_text("utf-8")
    notes, files = imported(source.encode(), CAREERS / name, "en", TODAY)
    number, back, missing = lost(json.loads(source), exported(files, TODAY), notes.found)
    assert missing == []
    assert back > share * number
    assert {text.rpartition(", ")[2] for text in unstated(files, source)} == added
