"""Dataclasses as JSON, and the schema that is made of the same classes."""

from dataclasses import dataclass
from typing import Annotated, Literal, NewType

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from portfolio.export.evidence.json_schema import Shape

Colour = NewType("Colour", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A leaf."""

    colour: Annotated[Colour, "Its colour."]
    lobes: Annotated[int | None, "How many; absent where nobody counted."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A tree,
    which can bear others.
    """

    kind: Annotated[Literal["tree"], "What it is."] = "tree"
    crown: Annotated[Literal["round", "flat"], "What it looks like from afar."]
    evergreen: Annotated[bool, "Whether it is green in winter."]
    first_leaf: Annotated[Leaf, "The first leaf."]
    leaves: Annotated[tuple[Leaf, ...], "The others."]
    grafts: Annotated[tuple["Tree", ...], "What was grafted on it."] = ()
    name: Annotated[str | None, "Its name."] = None


SHAPE = Shape(texts={Colour: {"pattern": "^#"}}, names={"first_leaf": "firstLeaf"})
GREEN = Leaf(colour=Colour("#080"), lobes=3)
DRY = Leaf(colour=Colour("#840"))
TREE = Tree(crown="flat", evergreen=False, first_leaf=GREEN, leaves=(DRY,), name="<Elm>")


def test_data_leaves_out_what_is_not_known_and_nothing_else() -> None:
    assert SHAPE.data(TREE) == {
        "kind": "tree",
        "crown": "flat",
        "evergreen": False,
        "firstLeaf": {"colour": "#080", "lobes": 3},
        "leaves": [{"colour": "#840"}],
        "grafts": [],
        "name": "<Elm>",
    }


def test_the_schema_says_what_the_classes_say() -> None:
    assert SHAPE.schema(Leaf, "Leaves", "https://example.org/leaf") == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://example.org/leaf",
        "title": "Leaves",
        "description": "A leaf.",
        "type": "object",
        "properties": {
            "colour": {"description": "Its colour.", "type": "string", "pattern": "^#"},
            "lobes": {"description": "How many; absent where nobody counted.", "type": "integer"},
        },
        "required": ["colour"],
        "$defs": {},
    }


def test_classes_are_named_once_and_may_hold_themselves() -> None:
    schema = SHAPE.schema(Tree, "Trees", "")
    assert "$id" not in schema
    assert list(schema["$defs"]) == ["Leaf", "Tree"]
    assert schema["description"] == "A tree,\nwhich can bear others."
    assert schema["required"] == ["kind", "crown", "evergreen", "firstLeaf", "leaves", "grafts"]
    assert schema["properties"]["leaves"] == {
        "description": "The others.",
        "type": "array",
        "items": {"$ref": "#/$defs/Leaf"},
    }
    assert schema["properties"]["crown"]["enum"] == ["round", "flat"]
    assert schema["properties"]["kind"]["const"] == "tree"
    assert schema["$defs"]["Tree"]["properties"] == schema["properties"]


@pytest.mark.parametrize(
    ("change", "is_valid"),
    [
        ({}, True),
        ({"grafts": [SHAPE.data(TREE)]}, True),
        ({"name": None}, False),
        ({"grafts": [{}]}, False),
        ({"crown": "square"}, False),
        ({"kind": "shrub"}, False),
        ({"evergreen": "no"}, False),
        ({"firstLeaf": {"colour": "green"}}, False),
    ],
)
def test_a_validator_takes_what_fits_and_nothing_else(change: dict[str, object], is_valid: bool) -> None:
    schema = SHAPE.schema(Tree, "Trees", "")
    Draft202012Validator.check_schema(schema)
    assert Draft202012Validator(schema).is_valid({**SHAPE.data(TREE), **change}) == is_valid
