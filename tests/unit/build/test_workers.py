import os
import re
from types import SimpleNamespace
from typing import Any

import pytest

from portfolio.build.workers import Workers


def fail(docname: str, *rest: object, **options: object) -> None:
    if docname == "bad":
        raise KeyError("refid")


def builder() -> Any:
    found = SimpleNamespace(read_doc=fail, write_doc_serialized=lambda docname, doctree: None, write_doc=fail)
    found.build_specific = lambda files: write(found, *files)
    return found


def write(at_work: Any, *docnames: str) -> None:
    for docname in docnames:
        at_work.write_doc_serialized(docname, None)
        at_work.write_doc(docname, None)


def test_all_is_well() -> None:
    watched = Workers(at_work := builder())
    at_work.read_doc("good", _cache=False)
    write(at_work, "good", "other")
    assert (watched.lost(), watched.unread([]), watched.written()) == ("", "", {"good", "other"})


def test_some_pages_can_be_asked_for() -> None:
    watched = Workers(at_work := builder())
    assert not watched.is_partial
    at_work.build_specific(["good"])
    assert watched.is_partial
    assert watched.written() == {"good"}


def test_a_process_goes_on_after_a_page_that_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    watched = Workers(at_work := builder())
    monkeypatch.setattr(os, "getpid", lambda: 0)
    write(at_work, "bad", "good")
    first, page = watched.lost().splitlines()
    assert first == "portfolio: these pages were not written; build again:"
    assert re.fullmatch(r"  bad: KeyError: 'refid', in fail \(.+test_workers\.py:\d+\)", page)
    assert watched.written() == {"good"}


def test_the_one_process_stops() -> None:
    watched = Workers(at_work := builder())
    with pytest.raises(KeyError):
        write(at_work, "good", "bad", "other")
    assert "\n  bad: KeyError" in watched.lost()
    assert "good" not in watched.lost()


def test_pages_of_processes_that_ended_are_lost() -> None:
    watched = Workers(at_work := builder())
    at_work.read_doc("good")
    with pytest.raises(KeyError):
        at_work.read_doc("bad")
    at_work.write_doc_serialized("good", None)
    assert watched.unread(["bad", "other"]).endswith("\n  other: its process ended")
    assert "\n  good: its process ended" in watched.lost()
    assert "\n  bad: KeyError" in watched.lost()
