"""What the declarations of kinds name is there, so that a slip in one is found where it is."""

from collections import Counter
from typing import get_args

import pytest

from portfolio.model.entries import Entry, Mark
from portfolio.model.fields import fields_of
from portfolio.model.kinds import FOLDERS, KINDS, REFERENCES


@pytest.mark.parametrize("cls", KINDS.values(), ids=KINDS)
def test_what_a_kind_names_is_there(cls: type[Entry]) -> None:
    fields = {field.name: field for field in fields_of(cls)}
    named = {*cls.traits.gist, *(field.hull_of for field in fields.values() if field.hull_of)}
    assert named <= fields.keys(), f'"gist" and "hull_of" of {cls.__name__} name fields that it does not have'
    kinds = {field.name: field.names.kind for field in fields.values() if field.names}
    assert {*kinds.values()} <= KINDS.keys(), f'"Names" of {cls.__name__} holds a kind that there is not: {kinds}'
    assert kinds.items() <= REFERENCES.items(), "a field of one name refers to one kind, whichever kind has it"


def test_kinds_are_told_apart() -> None:
    assert len(FOLDERS) == len(KINDS)
    for told in ("one", "many", "counted", "mark"):
        again = Counter(getattr(cls.traits, told) for cls in KINDS.values())
        assert {name: number for name, number in again.items() if number > 1} == {}, told
    assert {cls.traits.mark for cls in KINDS.values()} == {*get_args(Mark)}
