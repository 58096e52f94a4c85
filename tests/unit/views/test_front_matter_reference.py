import dataclasses

import pytest

from portfolio.i18n.translation import ENGLISH
from portfolio.model.fields import Kind
from portfolio.model.kinds import SUBJECTS, Delivery, Position
from portfolio.views.front_matter_reference import reference


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_key_has_its_row(subject: str) -> None:
    keys = {field.name for field in dataclasses.fields(SUBJECTS[subject])} - {"archives", "docname"}
    if subject == "talk":
        keys |= {f"deliveries[].{field.name}" for field in dataclasses.fields(Delivery)} - {"deliveries[].apart"}
    if "positions" in keys:
        keys |= {f"positions[].{field.name}" for field in dataclasses.fields(Position)}
    for key in {each for each in keys if each.rpartition(".")[2] == "skills"}:
        keys |= {f"{key}[].SLUG.period", f"{key}[].SLUG.proof"}
    assert {row.key for row in reference(subject, ENGLISH)} == keys


def test_what_is_required_comes_first_and_what_stands_below_a_key_after_it() -> None:
    assert [row.key for row in reference("talk", ENGLISH) if row.required] == [
        "title",
        "deliveries",
        "deliveries[].event",
        "deliveries[].date",
    ]
    assert [row.key for row in reference("talk", ENGLISH)].index("deliveries[].upcoming") == 12


@pytest.mark.parametrize(
    ("kind", "key", "words"),
    [
        ("project", "title", "text"),
        ("project", "period", "period"),
        ("project", "links", "addresses by label, also with archives"),
        ("project", "sources", "list of addresses, also with archives"),
        ("project", "employers", "list of slugs (Employer)"),
        ("project", "status", "one of active, inactive, archived, end-of-life, research"),
        ("employer", "places", "list of texts"),
        ("talk", "employer", "slug (Employer)"),
        ("talk", "deliveries", "list of deliveries"),
        ("talk", "deliveries[].date", "period"),
        ("talk", "deliveries[].id", "slug"),
        ("talk", "deliveries[].upcoming", "true or false"),
        ("project", "skills", "list of slugs (Skill), each also with a period, or with the keys below"),
        ("talk", "skills[].SLUG.period", "period"),
        ("employer", "skills[].SLUG.proof", "text"),
        ("employer", "positions", "list of positions"),
        ("volunteering", "positions[].skills[].SLUG.period", "period"),
        ("person", "languages", "texts by language"),
        ("person", "claimed_skills", "lists of texts by group, or a list"),
        ("person", "photo", "file or address"),
        ("skill", "since", "date"),
        ("skill", "link", "address, also with an archive"),
    ],
)
def test_types_in_words(kind: Kind, key: str, words: str) -> None:
    assert [row.type for row in reference(kind, ENGLISH) if row.key == key] == [words]
