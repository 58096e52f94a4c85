"""Each delivery of a talk has an anchor of its own, and keeps it once it is published."""

from itertools import permutations

import pytest
from docutils.nodes import make_id
from hypothesis import given
from hypothesis import strategies as st

from portfolio.model.dates import PartialDate, Period
from portfolio.model.entries import Slug
from portfolio.model.kinds import Delivery
from portfolio.permalinks.anchors import as_read, as_written, distribute, of_heading
from portfolio.reading.page_source import read


def delivery(written: str) -> Delivery:
    """One written as "DATE EVENT" or "DATE EVENT #ID"."""
    words, _, own = written.partition(" #")
    date, event = words.split(" ", 1)
    return Delivery(event=event, date=Period.parse(date), id=Slug(own) if own else None)


@pytest.mark.parametrize(
    ("headings", "published", "anchors"),
    [
        ("", {}, {"2006 Flora": "flora", "2007 Herbaria": "herbaria"}),
        # The first has the name alone, and the others as little more as will do.
        ("", {}, {"2006 Flora": "flora", "2007 Flora": "flora-2007"}),
        ("", {}, {"2006-05 Flora": "flora", "2006-05-17 flora": "flora-2006", "2006-09-17 Flora!": "flora-2006-09"}),
        ("", {}, {"2006 Flora": "flora", "2006-05 Flora": "flora-2006", "2006-05-02 Flora": "flora-2006-05",
                  "2006-05-17 Flora": "flora-2006-05-17"}),
        # Nothing more is known of the last two.
        ("", {}, {"2006 Flora": "flora", "2006-05 Flora": "flora-2006", "2006-05 flora": "flora-2006-05",
                  "2006-05 FLORA": "flora-2006-05-no2"}),
        ("", {}, {"2006-05-17 Flora 2006": "flora-2006", "2006-05-18 Flora 2006": "flora-2006-05"}),
        ("flora", {}, {"2006-05-17 Flora": "flora-2006"}),
        ("flora flora-2006", {}, {"2006-05-17 Flora": "flora-2006-05"}),
        ("", {}, {"2005 Flora": "flora-2005", "2006 Herbaria #flora": "flora"}),
        # What is published stays, whatever is added above or below.
        ("", {"flora": "2006"}, {"2005 Flora": "flora-2005", "2006 Flora": "flora"}),
        ("", {"flora": "2006"}, {"2007 Flora": "flora-2007", "2006 Flora": "flora"}),
        ("", {"flora": "2006", "flora-2005": "2005"}, {"2005 Flora": "flora-2005", "2006 Flora": "flora",
                                                       "2004 Flora": "flora-2004"}),
        # A date that is corrected, or known better by now.
        ("", {"flora": "2006"}, {"2005 Flora": "flora-2005", "2006-05-17 Flora": "flora"}),
        ("", {"flora": "2006-05-17"}, {"2004 Flora": "flora-2004", "2006-05-18 Flora": "flora"}),
        ("", {"flora": "2006", "flora-2007": "2007"}, {"2008 Flora": "flora", "2007 Flora": "flora-2007"}),
        # Published before dates were written down: the first has it.
        ("", {"flora": None}, {"2006 Flora": "flora", "2005 Flora": "flora-2005"}),
        ("", {"flora": None, "flora-2006": None}, {"2006 Flora": "flora-2006", "2005 Flora": "flora"}),
        # An address of what is gone is not given to another.
        ("", {"flora": "2006", "flora-2007": None}, {"2006 Flora": "flora", "2007-05 Flora": "flora-2007"}),
        ("", {"herbaria": "2006"}, {"2006 Flora": "flora"}),
        ("", {"flora": "2006", "flora-2006": "2006"}, {"2006 Flora": "flora-2006"}),
        # A heading has its anchor, wherever that was before.
        ("flora", {"flora": "2006"}, {"2006 Flora": "flora-2006"}),
    ],
)  # fmt: skip
def test_anchors(headings: str, published: dict[str, str | None], anchors: dict[str, str]) -> None:
    dates = {anchor: PartialDate.parse(date) if date else None for anchor, date in published.items()}
    assert distribute([*map(delivery, anchors)], {*headings.split()}, dates) == [*anchors.values()]


@pytest.mark.parametrize("text", ["Straße æ ł", "2004 – 05", "植物", "a_b  C", " X ".join(map(chr, range(0x3000)))])
def test_anchors_of_headings_are_those_of_docutils(text: str) -> None:
    assert of_heading(text) == make_id(text)


@pytest.mark.parametrize(
    ("headings", "read_anchors", "promised"),
    [
        (["Vaults", "Øst"], ["ost", "vaults"], {"vaults", "ost"}),
        (["Vaults", "Vaults"], ["id1", "vaults"], {"vaults"}),
        (["ID3", "ID3"], ["id1", "id3"], {"id3"}),
        (["Bank", "Vaults"], ["id1", "vaults"], {"vaults"}),
    ],
)
def test_what_docutils_numbers_is_not_promised(
    headings: list[str], read_anchors: list[str], promised: set[str]
) -> None:
    text = "---\ntitle: Bank\nproject: {summary: Seeds.}\n---\n\n" + "".join(f"## {each}\n\n" for each in headings)
    source = read("projects/bank", text.encode())
    assert as_written(source, text).promised == promised
    assert as_read(source, (("bank", *read_anchors), tuple(read_anchors))).promised == promised


@pytest.mark.parametrize(("heading", "whole"), [("Vaults", True), ("Øst", True), ("2004", False), ("植物", False)])
def test_where_the_source_shows_all_anchors(heading: str, *, whole: bool) -> None:
    for title, below in (("Bank", heading), (f"'{heading}'", "Vaults")):
        text = f"---\ntitle: {title}\nproject: {{summary: Seeds.}}\n---\n\n## {below}\n"
        assert as_written(read("projects/bank", text.encode()), text).whole is whole


DELIVERIES = st.builds(
    "{} {}".format,
    st.sampled_from(["2005", "2006", "2006-05", "2006-05-17", "2006-05-18", "2006-09-01", "2007-01"]),
    st.sampled_from(["Flora", "Flora 2006", "Herbaria", "Flora #flora-2007"]),
)


@given(
    st.lists(DELIVERIES, max_size=6, unique=True),
    st.lists(DELIVERIES, max_size=3, unique=True),
)
def test_what_is_published_stays(before: list[str], more: list[str]) -> None:
    """Whatever deliveries are added, and wherever in the list, the others keep their anchors."""
    named = [each for each in before if "#" not in each]
    first = [*map(delivery, named)]
    published = {
        anchor: each.date.start for each, anchor in zip(first, distribute(first, {"herbaria"}, {}), strict=True)
    }
    added = [each for each in dict.fromkeys(more) if each not in named and "#" not in each]
    for order in [*permutations([*named, *added[:1]])][:24]:
        now = [*map(delivery, order)]
        found = distribute(now, {"herbaria"}, published)
        assert len({*found}) == len(found)
        anchors = dict(zip(order, found, strict=True))
        kept = dict(zip(named, published, strict=True))
        # Of two whose dates can be the same day either may have been the one.
        starts = [delivery(each).date.start.earliest for each in order]
        if len({*starts}) == len(starts):
            assert {each: anchors[each] for each in kept} == kept
