"""A career with what careers have: positions, volunteering, awards, languages, claims, and ends that are not known."""

import json
from pathlib import Path
from typing import Any

import pytest

from small_sites import ROOTS, Site

# Whichever test of them comes first builds the site.
pytestmark = pytest.mark.measured


@pytest.fixture(scope="module")
def gardener(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = Site(ROOTS / "gardener", tmp_path_factory.mktemp("gardener"))
    site.build()
    return site.home / "build" / "dirhtml"


@pytest.fixture(scope="module")
def resume(gardener: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((gardener / "resume.json").read_text("utf-8"))
    return found


def test_positions_are_items_of_their_own_newest_first(resume: dict[str, Any]) -> None:
    assert [(item["name"], item.get("position"), item.get("endDate")) for item in resume["work"]] == [
        ("Kew", "Head gardener", None),
        ("Аптекарский огород", "Садовник", "2009"),
        ("Kew", "Gardener", "2004-08"),
        ("Wakehurst", "Apprentice", None),
    ]
    assert resume["work"][2]["summary"] == "Planted and watered."
    assert resume["work"][2]["location"] == "Wakehurst"


def test_every_section_has_its_items(resume: dict[str, Any]) -> None:
    assert resume["languages"] == [
        {"language": "English", "fluency": "Native speaker"},
        {"language": "Cymraeg", "fluency": "B2"},
        {"language": "Ελληνικά"},
    ]
    assert resume["skills"][1:] == [{"name": "Tools", "keywords": ["Secateurs", "Spade"]}, {"name": "Latin"}]
    award, *_ = resume["awards"]
    assert (award["title"], award["date"], award["awarder"]) == ("Seed medal", "2004", "Flora Society")
    (certificate,) = resume["certificates"]
    assert (certificate["name"], certificate["issuer"]) == ("Chainsaw licence", "City & Guilds")
    assert resume["volunteer"][0]["organization"] == "The Allotment"
    assert [(item["area"], item["studyType"], item["endDate"]) for item in resume["education"]] == [
        ("Mycology", "M.Sc.", "2028-06"),
        ("Botany", "B.Sc.", "1998-06"),
    ]
    assert resume["basics"]["image"] == "https://ada.example/ada.png"


def test_the_photo_is_published(gardener: Path) -> None:
    assert (gardener / "ada.png").read_bytes() == (ROOTS / "gardener" / "ada.png").read_bytes()


def test_the_text_of_the_cv(gardener: Path) -> None:
    text = (gardener / "cv.txt").read_text("utf-8")
    assert "Apprentice\nWakehurst\n1998 - ?" in text
    assert "09/2025 - 06/2028 (expected)" in text
    assert text.rstrip().endswith("Further skills\n--------------\nTools: Secateurs, Spade\nLatin")


def test_a_page_has_its_positions(gardener: Path) -> None:
    text = (gardener / "employers" / "kew" / "index.html").read_text("utf-8")
    assert "Head gardener" in text
    assert "Planted and watered." in text
    assert "September 2001 – now" in text


def test_the_first_page_says_languages_and_claims_last(gardener: Path) -> None:
    text = (gardener / "index.html").read_text("utf-8")
    assert "English (Native speaker), Cymraeg (B2), Ελληνικά" in text
    assert "Further skills: Tools: Secateurs, Spade; Latin" in text
