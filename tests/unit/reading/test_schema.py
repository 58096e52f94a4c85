"""The JSON Schemas of front matter, against the examples in the model, the owner's pages and typical errors."""

import datetime as dt
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator  # type: ignore[import-untyped]

from portfolio.__main__ import main
from portfolio.commands.folder import find
from portfolio.model.fields import Field, Kind
from portfolio.model.kinds import KINDS, SUBJECTS, Delivery
from portfolio.model.person import Person
from portfolio.reading.front_matter import read
from portfolio.reading.schema import json_schema
from portfolio.reading.written import front_matter
from real_site import PROJECT
from small_sites import ROOTS


def block(fields: list[Field], *, indent: str) -> str:
    return "".join(f"{indent}{each.name}: {each.doc.example}\n" for each in fields)


@pytest.mark.unmeasured
@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_of_a_kind_make_a_page(kind: Kind) -> None:
    title, *fields = front_matter(KINDS[kind])
    text = f"---\n{block([title], indent='')}{kind}:\n{block(fields, indent='  ')}---\n"
    reading = read("a-page", text)
    assert (reading.problems, reading.entry is not None) == ((), True)
    editor = yaml.load(text.strip("-\n"), yaml.SafeLoader)
    assert errors(kind, as_text(editor)) == []


def test_the_examples_of_a_delivery_make_one() -> None:
    fields = block(front_matter(Delivery), indent="      ")
    text = f"title: Seeds\ntalk:\n  summary: On seeds.\n  deliveries:\n    -\n{fields}"
    assert read("seeds", f"---\n{text}---\n").problems == ()
    assert errors("talk", as_text(yaml.load(text, yaml.SafeLoader))) == []


def test_the_examples_of_a_person_make_one() -> None:
    text = f"person:\n{block(front_matter(Person), indent='  ')}"
    reading = read("index", f"---\n{text}---\n")
    assert (reading.problems, reading.person is not None) == ((), True)
    data = {"title": "Ada", **yaml.load(text, yaml.SafeLoader)}
    assert [list(validator.iter_errors(data)) for validator in validators("person")] == [[], []]


def test_every_meaning_is_a_sentence() -> None:
    docs = {field.doc for cls in (*SUBJECTS.values(), Delivery) for field in front_matter(cls)}
    assert [doc for doc in docs if not (doc.meaning[0].isupper() and doc.meaning.endswith("."))] == []


def as_text(value: Any, *types: type) -> Any:
    """*value* with its dates, and what else is of just one of *types*, as it was written."""
    if isinstance(value, dict):
        return {key: as_text(each, *types) for key, each in value.items()}
    if isinstance(value, list):
        return [as_text(each, *types) for each in value]
    return str(value) if type(value) in {dt.date, *types} else value


@cache
def validators(kind: str) -> list[Any]:
    """For both drafts that the schema may be read as."""
    return [validator(json_schema(kind)) for validator in (Draft7Validator, Draft202012Validator)]


def errors(kind: Kind, data: object) -> list[str]:
    """What is wrong with *data*, in both drafts."""
    older, newer = ([error.message for error in validator.iter_errors(data)] for validator in validators(kind))
    assert older == newer
    return older


@pytest.mark.unmeasured
@pytest.mark.parametrize("kind", KINDS)
def test_schemas_are_schemas(kind: Kind) -> None:
    schema = json_schema(kind)
    for validator in validators(kind):
        validator.check_schema(schema)
    assert (schema["title"], schema["required"]) == (f"Front matter: {kind}", ["title", kind])


def test_patterns_are_those_of_editors_too() -> None:
    """As JSON Schema wants them, in ECMA-262's syntax with the flag "u": no group named in Python's way, no idle escape."""
    schemas = json.dumps([json_schema(subject) for subject in SUBJECTS])
    found = {json.loads(each) for each in re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', schemas)}
    assert len(found) == 10
    for pattern in found:
        assert set(re.findall(r"\\.|\(\?.", pattern)) <= {r"\n", r"\r", r"\s", r"\S", r"\[", "(?:"}, pattern


# Editors' parsers differ: to some a year is a number; dates, which are values of their own in YAML 1.1, they leave text.
@pytest.mark.unmeasured
@pytest.mark.parametrize("written", [(), (int,)])
def test_the_pages_are_valid(written: tuple[type, ...]) -> None:
    seen: set[Kind] = set()
    for docname, path in [*find(PROJECT / "docs").items(), *find(ROOTS / "gardener").items()]:
        text = path.read_text("utf-8")
        kind = read(docname, text).kind
        if kind:
            seen.add(kind)
            data = as_text(yaml.load(text.split("\n---\n")[0], yaml.SafeLoader), *written)
            assert errors(kind, data) == [], docname
    assert seen == set(KINDS)


PROJECT_PAGE = {"title": "Atlas", "project": {"summary": "Maps."}}
EMPLOYER = {"summary": "A garden.", "period": 2001, "places": ["Kew"]}
KEPT = {"url": "https://example.org", "archive": "https://web.archive.org/web/2006/https://example.org"}
DELIVERY = {"event": "Flora", "place": "Oslo", "date": "2006-05-17"}


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("employer", EMPLOYER),
        ("employer", EMPLOYER | {"period": "2001-05 – now"}),
        ("employer", EMPLOYER | {"period": "2001 to 2003-01-31"}),
        ("employer", {"period": "2001 – ?"}),
        ("employer", {"period": "? – 2001-03"}),
        ("education", {"period": "? – 2028 (expected)"}),
        ("employer", {"positions": [{"role": "Gardener", "period": "2001", "skills": ["drawing", {"ink": 2001}]}]}),
        ("education", {"period": "2025-09 – 2028-06 (expected)", "courses": ["Soils"], "thesis": "On seeds"}),
        ("award", {"type": "certificate", "issuer": "Flora Society"}),
        ("employer", EMPLOYER | {"links": {"author page": "https://example.org/größe?a=b#c"}}),
        ("employer", EMPLOYER | {"links": {"website": KEPT}, "sources": ["https://example.org", KEPT]}),
        ("skill", {"summary": "Lines.", "category": "Arts", "link": KEPT}),
        ("talk", {"summary": "On seeds.", "deliveries": [DELIVERY | {"video": KEPT}]}),
        ("talk", {"summary": "On seeds.", "deliveries": [DELIVERY | {"upcoming": True, "id": "flora-2"}]}),
    ],
)
def test_right_values_are_accepted(kind: Kind, facts: dict[str, object]) -> None:
    assert errors(kind, {"title": "A page", kind: facts, "orphan": True}) == []


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ({"project": {"summary": "Maps."}}, "'title' is a required property"),
        ({"title": "Atlas"}, "'project' is a required property"),
        ({"title": " ", "project": {"summary": "Maps."}}, "' ' does not match"),
        (PROJECT_PAGE | {"skill": {}}, "False schema does not allow {}"),
        (PROJECT_PAGE | {"project": None}, "None is not of type 'object'"),
    ],
)
def test_errors_of_pages_are_refused(page: dict[str, object], message: str) -> None:
    (found,) = errors("project", page)
    assert found.startswith(message)


@pytest.mark.parametrize(
    ("kind", "facts", "message"),
    [
        ("project", {"sumary": "More."}, "Additional properties are not allowed ('sumary' was unexpected)"),
        ("project", {"summary": ""}, "'' does not match"),
        ("project", {"summary": "One.\nTwo."}, "'One.\\nTwo.' does not match"),
        ("project", {"summary": None}, "None is not of type 'string'"),
        ("project", {"summary": ["Maps."]}, "['Maps.'] is not of type 'string'"),
        ("project", {"skills": "drawing"}, "'drawing' is not of type 'array'"),
        ("project", {"skills": ["Drawing"]}, "'Drawing' does not match"),
        ("project", {"skills": ["drawing-"]}, "'drawing-' does not match"),
        ("project", {"status": "archivd"}, "'archivd' is not one of ['active', 'inactive', 'archived'"),
        ("project", {"period": "last year"}, "'last year' does not match"),
        ("project", {"period": "2001 – "}, "'2001 – ' does not match"),
        ("project", {"period": "? – now"}, "'? – now' does not match"),
        ("project", {"period": "2001 – now (expected)"}, "'2001 – now (expected)' does not match"),
        ("project", {"period": "since 2001"}, "'since 2001' does not match"),
        ("project", {"period": 19}, "19 is less than the minimum of 1000"),
        ("project", {"period": 20010}, "20010 is greater than the maximum of 9999"),
        ("project", {"period": 2001.5}, "2001.5 is not of type 'string', 'integer'"),
        ("project", {"links": ["https://example.org"]}, "['https://example.org'] is not of type 'object'"),
        ("project", {"links": {"a": "javascript:alert(1)"}}, "'javascript:alert(1)' does not match"),
        ("project", {"sources": ["see https://example.org"]}, "'see https://example.org' does not match"),
        ("project", {"sources": [{"url": "https://example.org"}]}, "'archive' is a required property"),
        ("project", {"sources": [KEPT | {"archive": "example.org"}]}, "'example.org' does not match"),
        ("project", {"sources": [KEPT | {"arch": "x"}]}, "Additional properties are not allowed ('arch' was unexp"),
        (
            "project",
            {"sources": [["https://example.org"]]},
            "['https://example.org'] is not of type 'string', 'object'",
        ),
        ("talk", {"deliveries": []}, "[] should be non-empty"),
        ("talk", {"deliveries": [DELIVERY | {"dat": 2001}]}, "Additional properties are not allowed ('dat' was unexp"),
        ("talk", {"deliveries": [{"event": "Flora", "place": "Oslo"}]}, "'date' is a required property"),
        ("talk", {"deliveries": [DELIVERY | {"upcoming": "soon"}]}, "'soon' is not of type 'boolean'"),
    ],
)
def test_errors_of_facts_are_refused(kind: Kind, facts: dict[str, object], message: str) -> None:
    needed: dict[str, object] = {"deliveries": [DELIVERY]} if kind == "talk" else {}
    (found,) = errors(kind, {"title": "A page", kind: {"summary": "Maps."} | needed | facts})
    assert found.startswith(message)


def test_the_program_writes_a_file_a_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "a/schema"
    assert main(["--schema", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines() == [str(folder / f"{subject}.json") for subject in SUBJECTS]
    text = (folder / "talk.json").read_text("utf-8")
    assert json.loads(text) == json_schema("talk")
    assert text.endswith("\n}\n")
    assert main(["--schema", str(folder)]) == 0
    assert (folder / "talk.json").read_text("utf-8") == text


def test_the_program_needs_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert main(["--schema", str(tmp_path / "file")]) == 2
    assert capsys.readouterr().err == f"{tmp_path / 'file'}: File exists; name a folder that can be written to\n"
    with pytest.raises(SystemExit):
        main([])
    assert "the following arguments are required: COMMAND" in capsys.readouterr().err
