"""What the listings' directives take, with a build and without one."""

from collections.abc import Callable
from typing import Any

import pytest

from portfolio.model.dates import PartialDate
from portfolio.reading import directive_options
from portfolio.reading.directive_options import contradiction
from portfolio.reading.prose import Listing, Option, read


@pytest.mark.parametrize(
    ("parse", "argument", "value"),
    [
        (directive_options.kind, " talk ", "talk"),
        (directive_options.kinds, "talk, project  employer", ("talk", "project", "employer")),
        (directive_options.slug, "weave-flux", "weave-flux"),
        (directive_options.slugs, "go,\ncrdt", ("go", "crdt")),
        (directive_options.limit, "03", 3),
        (directive_options.date, "2019-02", PartialDate(year=2019, month=2)),
        (directive_options.layout, "cards", "cards"),
    ],
)
def test_values(parse: Callable[[str], Any], argument: str, value: object) -> None:
    assert parse(argument) == value


@pytest.mark.parametrize(
    ("parse", "argument", "reason"),
    [
        (directive_options.kind, "talks", '"talks" is no kind of entry; did you mean "talk"?'),
        (directive_options.kinds, "talk, skill", "a skill has no time of its own; leave it out"),
        (directive_options.kinds, ",", "name at least one, or leave the option out"),
        (directive_options.slugs, "go, C++", '"C++" is no slug; use lower-case words joined by hyphens'),
        (directive_options.slug, None, "it is empty; give it a value, or leave the option out"),
        (directive_options.slug, "  ", "it is empty; give it a value, or leave the option out"),
        (directive_options.limit, "0", '"0" is no number of entries; write 1 or more'),
        (directive_options.limit, "many", '"many" is no number of entries; write 1 or more'),
        (directive_options.date, "2019-02-30", '"2019-02-30" does not exist'),
        (directive_options.layout, "table", '"table" is no layout; known are cards, list'),
    ],
)
def test_what_is_refused(parse: Callable[[str | None], Any], argument: str | None, reason: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  its text is compared
        parse(argument)
    assert str(caught.value).startswith(reason)


@pytest.mark.parametrize(
    ("values", "has_content", "reason"),
    [
        ({}, False, ""),
        ({"from": PartialDate(year=2004), "to": PartialDate(year=2004, month=1)}, False, ""),
        (
            {"from": PartialDate(year=2005), "to": PartialDate(year=2004)},
            False,
            "the timeline would end before it begins",
        ),
        ({}, True, "entries named in the content need the option :kind:"),
        ({"kind": "talk"}, True, ""),
    ],
)
def test_what_does_not_go_together(values: dict[str, Any], has_content: bool, reason: str) -> None:
    assert contradiction(values, has_content=has_content).startswith(reason)
    assert bool(contradiction(values, has_content=has_content)) == bool(reason)


def test_listings_are_found() -> None:
    text = (
        "```{entries}\n:kind: 'talk' # what is said\n\nseeds\n```\n> ```{timeline}\n> ---\n> from: 2003\n> ---\n> ```\n"
    )
    assert read(text).listings == (
        Listing(
            directive="entries",
            line=1,
            options=(Option(name="kind", value="talk", line=2, column=8),),
            has_content=True,
        ),
        Listing(
            directive="timeline",
            line=6,
            options=(Option(name="from", value="2003", line=8, column=9),),
            has_content=False,
        ),
    )


def test_bios_are_plain_text() -> None:
    text = "> ```{bio} 50\n> :one: {skill}`drawing`\n>\n> three\n> ```\n\n```{portfolio:bio}\n```\n"
    assert read(text).references == ()
    assert read(text).listings == (
        Listing(directive="bio", line=1, argument="50", text=":one: {skill}`drawing`\n\nthree"),
        Listing(directive="bio", line=7),
    )
