"""The fonts of the CV and the cards: which there are, what they lack, and what is drawn of a text.

The Thai fonts are those of the package pylopdf-fonts-th, since those that come with Typst have no Thai.
"""

import re
import shutil
from pathlib import Path

import pylopdf_fonts_th
import pytest

from portfolio.export.typst_fonts import TYPST, Fonts, turns, warning

THAI = Path(pylopdf_fonts_th.__file__).parent


@pytest.mark.parametrize(
    "text",
    [
        "Größe, naïve, œuvre, Straße",
        "Zażółć gęślą jaźń",
        "Ωμέγα, ἀρχή",
        "Юность, Ґанок",
        "Հայ, ქართ",
        "שלום עולם, שָׁלוֹם",
        "مرحبا بالعالم، مَرْحَبًا، می\u200cخواهم",
        "I ♥ C♯ → ½ ✓ €, C++\u200e, © ©\ufe0f, hy\u00adphen, no\u00a0break, zero\u200bwidth",
        "हिन्दी",
        "a rocket 🚀 and 👩‍🚀 ✅",
        "\x00\u202e\ufeff",
    ],
)
def test_typsts_fonts_have(text: str) -> None:
    assert TYPST.lacking([text]) == []


@pytest.mark.parametrize(
    ("texts", "lacking"),
    [
        (["Go入門", "入口"], ["入", "門", "口"]),
        (["花山 彩", "植物園、ｱ㈱"], ["花", "山", "彩", "植", "物", "園", "、", "ｱ", "㈱"]),
        (["தமிழ்"], ["த", "மி", "ழ்"]),
        (["한국어"], ["한", "국", "어"]),
        (["\u0378"], ["\u0378"]),
        ([], []),
    ],
)
def test_typsts_fonts_lack(texts: list[str], lacking: list[str]) -> None:
    assert Fonts().lacking(texts) == lacking


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Gro\u0308ße", "Größe"),
        ("a rocket 🚀\ufe0f and 👩‍🚀!", "a rocket  and !"),
        ("I ♥ C♯ → ½ ✓ €", "I ♥ C♯ → ½ ✓ €"),
        ("\u202eturned\ufeff \x00x \u2066y\u2069", "turned x y"),
        ("a\tb\u3000c\u00a0d", "a b c\u00a0d"),
        ("می\u200cخواهم hy\u00adphen C++\u200e", "می\u200cخواهم hy\u00adphen C++\u200e"),
    ],
)
def test_drawable(text: str, shown: str) -> None:
    assert TYPST.drawable(text) == shown


def test_families_of_a_package_come_before_those_of_typst_and_serifs_before_others() -> None:
    fonts = Fonts.named("pylopdf_fonts_th", Path())
    assert fonts.families == ("Noto Serif Thai", "Noto Sans Thai", *TYPST.families)
    assert fonts.lacking(["ฟอนต์ไทย, Größe"]) == []
    assert TYPST.lacking(["ฟอนต์ไทย"]) == ["ฟ", "อ", "น", "ต์", "ไ", "ท", "ย"]


def test_folders_are_looked_for_beside_conf_py_and_come_in_their_order(tmp_path: Path) -> None:
    for name in ("Serif", "Sans"):
        (tmp_path / name / "deep").mkdir(parents=True)
        shutil.copy(THAI / f"Noto{name}Thai-Variable.ttf", tmp_path / name / "deep/Thai.TTF")
    one, other = (Fonts.named(names, tmp_path) for names in (["Sans", str(tmp_path / "Serif")], ["Serif", "Sans"]))
    assert one.families == ("Noto Sans Thai", "Noto Serif Thai", *TYPST.families)
    assert other.families == ("Noto Serif Thai", "Noto Sans Thai", *TYPST.families)
    assert len({one.digest, other.digest, TYPST.digest}) == 3


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        (
            "no-folder",
            'portfolio_fonts names "no-folder", which is neither a folder beside conf.py nor an installed package; write',
        ),
        ("no_package", 'portfolio_fonts names "no_package", which is neither a folder'),
        ("textwrap", 'portfolio_fonts names "textwrap", which is neither a folder'),
        (
            "empty",
            'portfolio_fonts names "empty", which holds no font files; their names end in .otc, .otf, .ttc, .ttf',
        ),
        ("json", 'portfolio_fonts names "json", which holds no font files'),
    ],
)
def test_a_name_without_fonts_is_refused(name: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ValueError, match=re.escape(problem)):
        Fonts.named(name, tmp_path)


def test_what_stops_the_process_is_not_held_up(monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted:
        def __init__(self, *_: object, **__: object) -> None:
            pass

        def compile(self, **_: object) -> None:
            raise KeyboardInterrupt

    monkeypatch.setattr("typst.Compiler", Interrupted)
    with pytest.raises(KeyboardInterrupt):
        Fonts().lacking(["a"])


@pytest.mark.parametrize(
    ("lacking", "named"),
    [
        ("花", "花; install fonts that have them, and name their folder or package in portfolio_fonts in conf.py"),
        ("花山彩植物園東京", "花 山 彩 植 物 園 東 京; install"),
        ("花山彩植物園東京標本", "花 山 彩 植 物 園 東 京 and 2 more characters; install"),
    ],
)
def test_a_warning_names_some_characters_and_the_remedy(lacking: str, named: str) -> None:
    assert warning("cv.pdf is", lacking).startswith(f"cv.pdf is not written, since no font has {named}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seeds", False),
        ("שלום", True),
        ("مرحبا x", True),
        ("x مرحبا", False),
        ("1. שלום", True),
        ("123", False),
        ("", False),
    ],
)
def test_turns(text: str, *, expected: bool) -> None:
    assert turns(text) is expected
