"""The files of variants: what they give, and what is wrong with them, with place and remedy."""

import datetime as dt
import json
from pathlib import Path

import pytest

from portfolio.__main__ import main
from portfolio.commands.rename import carry_out, plan
from portfolio.model.dates import Period
from portfolio.model.variant import Pages, Variant
from portfolio.reading.page_source import read
from portfolio.reading.variant_files import Variants, gather, renamed

SKILL = "---\ntitle: {title}\nskill: {{summary: s, category: Arts}}\n---\n"
PAGES = {
    "skills/drawing": SKILL.format(title="Drawing"),
    "skills/taxonomy": SKILL.format(title="Taxonomy"),
    "projects/atlas": "---\ntitle: Atlas\nproject: {summary: Maps., skills: [drawing, taxonomy], highlights: [Drawing and taxonomy.]}\n---\n",
    "for/taken": "# Taken\n",
}
SOURCES = tuple(read(docname, text.encode()) for docname, text in PAGES.items())


def found(text: str | bytes, name: str = "variants/arts.yaml") -> Variants:
    data = text.encode() if isinstance(text, str) else text
    return gather({name: data, "redirects.txt": b""}, SOURCES)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("title: Illustrator\nskills: [drawing]\n", {}),
        ("---\ntitle: Illustrator\nskills: [drawing]\n", {}),
        (
            "title: Illustrator\nskills: [drawing]\nkinds: [talk]\nspan: 2001 – now\nlimit: 1\npaper: letter\n",
            {"kinds": ("talk",), "span": Period.parse("2001 – now"), "limit": Pages(1), "paper": "letter"},
        ),
    ],
)
def test_what_a_file_says(text: str, fields: dict[str, object]) -> None:
    variant = Variant(name="arts", title="Illustrator", skills=("drawing",), **fields)  # type: ignore[arg-type]
    assert found(text) == Variants(good=(variant,))
    assert (variant.file("pdf"), variant.page) == ("cv-arts.pdf", "for/arts")


GOOD = "title: Illustrator\nskills: [drawing]\n"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", ['1:1: the variant is empty; give it a "title: …" and "skills: […]"']),
        ("title: x\n", ['1:1: the key "skills" is missing in variant; add it']),
        ("title: x\nskills: []\n", ["2:9: variant.skills: is empty; name at least one"]),
        ("title:\nskills: [drawing]\n", ["1:1: variant.title is empty; give it a value or remove the key"]),
        (f"{GOOD}skill: 2\n", ['3:1: unknown key "skill" in variant; did you mean "skills"?']),
        (f"{GOOD}limit: 0\n", ['3:8: variant.limit: "0" is not a number of pages; write one from 1 to 9']),
        (f"{GOOD}limit: two\n", ['3:8: variant.limit: "two" is not a number of pages; write one from 1 to 9']),
        (f"{GOOD}paper: a5\n", ['3:8: variant.paper: "a5" is not known; known are a4, letter']),
        (f"{GOOD}kinds: [talks]\n", ['3:9: variant.kinds[0]: "talks" is not known; did you mean "talk"?']),
        (f"{GOOD}kinds: [talk, talk]\n", ['3:15: "talk" stands here twice; remove one']),
        (f"{GOOD}span: 2004 – 2001\n", ['3:7: variant.span: "2004 – 2001" runs backwards; write the earlier date first']),
        (
            "title: x\nskills:\n  - drawing\n  - drawin\n  - drawing\n",
            ['4:5: there is no skill "drawin"; did you mean "drawing"?', '5:5: "drawing" stands here twice; remove one'],
        ),
        (f"{GOOD}title: y\n", ['3:1: the key "title" stands here twice; remove one']),
        ("title: a: b\n", ["1:9: the variant is not YAML: mapping values are not allowed in this context; put quotes around text that holds marks such as : # [ { ?"]),
        ("- title\n", ["1:1: the variant is a list; write keys and values, as in title: …"]),
        ("title: &x y\n", ["1:8: anchors and aliases (& and *) are not read; write the value out"]),
        (f"{GOOD}---\ntitle: y\n", ["3:1: the variant is not YAML: but found another document; put quotes around text that holds marks such as : # [ { ?"]),
        (b"title: \xff\n", ["1:8: byte 0xff is not UTF-8; save the file as UTF-8"]),
        ("title: \x07\n", ["1:8: the character U+0007 stands here, which no page can show; remove it"]),
        ("\ufefftitle: x\n", ["1:1: the file begins with a byte-order mark; save it as UTF-8 without one"]),
    ],
)  # fmt: skip
def test_problems(text: str | bytes, problems: list[str]) -> None:
    variants = found(text)
    assert [f"{each.line}:{each.column}: {each.message}" for _, each in variants.problems] == problems
    assert {(name, each.topic, each.severity) for name, each in variants.problems} == {
        ("variants/arts.yaml", "variant", "error")
    }
    assert variants.good == ()


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("variants/Fine Arts.yaml", 'the file name "Fine Arts" is not a slug; use lower-case words joined by hyphens'),
        ("variants/arts.yml", 'a variant\'s file ends in ".yaml"; rename it to "arts.yaml"'),
        ("variants/taken.yaml", 'there is a page "for/taken" already; give this file another name'),
    ],
)
def test_names(name: str, problem: str) -> None:
    assert [(file, each.line, each.message) for file, each in found(GOOD, name).problems] == [(name, 1, problem)]


def test_one_that_is_broken_leaves_the_others() -> None:
    variants = gather(
        {"variants/b.yaml": GOOD.encode(), "variants/a.yaml": b"", "variants/c.yaml": GOOD.encode()}, SOURCES
    )
    assert [each.name for each in variants.good] == ["b", "c"]
    assert [name for name, _ in variants.problems] == ["variants/a.yaml"]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    for name, text in {
        **{f"{docname}.md": text for docname, text in PAGES.items()},
        "variants/arts.yaml": GOOD,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def test_the_checker_reports_them(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(docs)]) == 0
    assert capsys.readouterr().err == "4 pages, 0 errors, 0 notices\n"
    path = docs / "variants/arts.yaml"
    path.write_text(f"{GOOD}limit: many\n", "utf-8")
    assert main([str(docs)]) == 1
    said = capsys.readouterr().out
    assert f"{path}:3:8: error: variant.limit: " in said
    assert "\n    limit: many\n           ^\n" in said
    assert main([str(docs), "--format", "json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["path"], problem["line"], problem["topic"]) == (str(path), 3, "variant")


@pytest.mark.parametrize(
    ("old", "new", "text", "after"),
    [
        ("skills/drawing", "skills/pens", GOOD, "title: Illustrator\nskills: [pens]\n"),
        (
            "skills/drawing",
            "skills/pens",
            "# drawing\ntitle: drawing\nskills:\n  - taxonomy\n  - 'drawing' # drawing\n",
            "# drawing\ntitle: drawing\nskills:\n  - taxonomy\n  - 'pens' # drawing\n",
        ),
        ("projects/atlas", "projects/maps", GOOD, GOOD),
    ],
)
def test_a_skill_that_gets_another_name_gets_it_here_too(docs: Path, old: str, new: str, text: str, after: str) -> None:
    path = docs / "variants/arts.yaml"
    path.write_text(text, "utf-8")
    carry_out(plan(docs, old, new, today=dt.date(2026, 1, 1)))
    assert path.read_text("utf-8") == after
    assert main([str(docs)]) == 0


def test_nothing_in_an_empty_file_has_a_name() -> None:
    assert renamed(b"", "drawing", "pens") == b""
