"""What the listings' directives take, with a build and without one."""

from collections.abc import Callable
from typing import Any

import pytest

from portfolio.model.dates import PartialDate
from portfolio.reading import directive_options
from portfolio.reading.directive_options import bio_length, bio_markup, bio_misfit, contradiction, paragraphs, words
from portfolio.reading.prose import read


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
        (directive_options.layout, "lines", "lines"),
    ],
)
def test_values(parse: Callable[[str], Any], argument: str, value: object) -> None:
    assert parse(argument) == value


@pytest.mark.parametrize(
    ("parse", "argument", "reason"),
    [
        (directive_options.kind, "talks", '"talks" is not a kind of entry; did you mean "talk"?'),
        (directive_options.kinds, "talk, skill", "a skill has no time of its own; leave it out"),
        (directive_options.kinds, ",", "name at least one, or leave the option out"),
        (directive_options.slugs, "go, C++", '"C++" is not a slug; use lower-case words joined by hyphens'),
        (directive_options.slug, None, "it is empty; give it a value, or leave the option out"),
        (directive_options.slug, "  ", "it is empty; give it a value, or leave the option out"),
        (directive_options.limit, "0", '"0" is not a number of entries; write 1 or more'),
        (directive_options.limit, "many", '"many" is not a number of entries; write 1 or more'),
        (directive_options.date, "2019-02-30", '"2019-02-30" does not exist'),
        (directive_options.layout, "table", '"table" is not a layout; known are cards, lines, list'),
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
    entries, timeline = read(text).listings
    assert (entries.name, entries.line, entries.body.text) == ("entries", 1, "\nseeds")
    assert [(each.name, each.value, each.written.place(0)) for each in entries.options] == [("kind", "talk", (2, 8))]
    assert (timeline.name, timeline.line, timeline.body.text) == ("timeline", 6, "")
    assert [(each.name, each.value, each.written.place(0)) for each in timeline.options] == [("from", "2003", (8, 9))]


def test_bios_are_plain_text() -> None:
    text = "> ```{bio} 50\n> :one: {skill}`drawing`\n>\n> three\n> ```\n\n```{portfolio:bio}\n```\n"
    assert read(text).references == ()
    assert [(each.name, each.line, each.argument.text, each.body.text) for each in read(text).listings] == [
        ("bio", 1, "50", ":one: {skill}`drawing`\n\nthree"),
        ("bio", 7, "", ""),
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("One.", 1),
        ("large-scale, fast", 2),
        ("now – or & never", 3),
        ("C++\nis\tone", 3),
        ("Größe 42 l’été 東京", 4),
        ("* … —", 0),
    ],
)
def test_words(text: str, count: int) -> None:
    assert words(text) == count


@pytest.mark.parametrize(
    ("wanted", "count", "reason"),
    [
        (50, 44, "the bio of 50 words has 44, where 45 to 55 are allowed; add 1"),
        (50, 45, ""),
        (50, 55, ""),
        (50, 57, "the bio of 50 words has 57, where 45 to 55 are allowed; take out 2"),
        (300, 270, ""),
        (300, 331, "the bio of 300 words has 331, where 270 to 330 are allowed; take out 1"),
        (9, 9, ""),
        (9, 10, "the bio of 9 words has 10, where 9 to 9 are allowed; take out 1"),
    ],
)
def test_a_tenth_more_or_less_will_do(wanted: int, count: int, reason: str) -> None:
    assert bio_misfit(wanted, "word " * count) == reason


@pytest.mark.parametrize(("argument", "found"), [("50", 50), (" 007 ", 7), ("1", 1)])
def test_length_of_a_bio(argument: str, found: int) -> None:
    assert bio_length(argument) == found


@pytest.mark.parametrize("argument", ["", "0", "-1", "5.5", "few", "50 words", "٥", "999999"])
def test_what_is_not_a_length(argument: str) -> None:
    with pytest.raises(ValueError, match=r"is not a number of words; write 1 or more, as in \{bio\} 50"):
        bio_length(argument)


def test_paragraphs() -> None:
    assert paragraphs("\n a  b\nc\n \n\nd \n") == ["a b c", "d"]
    assert paragraphs(" \n") == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("I drew, 2 * 3 times; don't.\n\nThen – rest_and_all.", ""),
        ("I *drew*.", "I *drew*."),
        ("Plain.\n\nBy {skill}`x`\nand more.", "By {skill}`x`\nand more."),
        ("A &amp; b", "A &amp; b"),
        ("One.\n\n- two", "- two"),
        ("# One", "# One"),
        ("[one]: two", "[one]: two"),
    ],
)
def test_a_bio_holds_no_markup(text: str, written: str) -> None:
    reason = f'a bio is plain text to paste, and "{written}" holds markup; write the words alone'
    assert bio_markup(text) == (reason if written else "")
