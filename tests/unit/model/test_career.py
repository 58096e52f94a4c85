import datetime as dt
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from careers import TODAY, career, claim, education, employer, mention, project, sabbatical, skill, talk
from portfolio.model.dates import Extent, PartialDate, Period, build_day, union
from portfolio.model.entries import Entry, Key
from portfolio.model.evidence import Experience
from portfolio.model.kinds import Delivery, Talk
from portfolio.views.talks import is_upcoming

DRAWING = Key("skill", "drawing")
IN_KEW = employer("kew", "2001 – 2005")


def slugs(entries: object) -> list[str]:
    return [entry.key.slug for entry in entries]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("spans", "days"),
    [
        ([], 0),
        ([(0, 10)], 10),
        ([(0, 10), (10, 20)], 20),
        ([(0, 10), (5, 20)], 20),
        ([(0, 20), (5, 10)], 20),
        ([(5, 10), (0, 20), (30, 31)], 21),
        ([(7, 7)], 0),
    ],
)
def test_overlaps_count_once(spans: list[tuple[int, int]], days: int) -> None:
    assert union(Extent(start=start, end=end, exact=True) for start, end in spans) == days


def test_newest_first_with_now_on_top_and_the_undated_last() -> None:
    found = career(
        employer("old", "2001 – 2005"),
        employer("now", "1999 – now"),
        project("undated"),
        project("late-start", "2003 – 2005"),
        skill("drawing"),
        talk("given", "2004-05", "2006-01"),
        talk("ancient", "0001-01-01"),
    )
    order = ["now", "given", "late-start", "old", "ancient", "undated", "drawing"]
    assert slugs(found.newest_first(found.entries())) == order


def test_at_the_same_time_the_employer_comes_before_its_project() -> None:
    found = career(project("atlas", employers=("kew",)), employer("kew", "2001 – 2005", title="Zoo"))
    assert slugs(found.newest_first(found.entries())) == ["kew", "atlas"]


def test_a_project_without_a_period_lies_within_its_employers() -> None:
    found = career(
        employer("kew", "2001 – 2005"),
        employer("eden", "2004 – now"),
        project("both", employers=("kew", "eden")),
        project("one", employers=("kew",)),
        project("own", "2002", employers=("kew",)),
        project("lost", employers=("nowhere",)),
    )
    periods = {entry.key.slug: found.period(entry) for entry in found.entries("project")}
    assert periods == {
        "both": Period.parse("2001 – now"),
        "one": Period.parse("2001 – 2005"),
        "own": Period.parse("2002"),
        "lost": None,
    }


def test_relations_go_both_ways() -> None:
    found = career(
        employer("kew", "2001 – 2005", skills=("drawing",)),
        project("atlas", employers=("kew",), skills=("drawing",)),
        talk("seeds", "2003", projects=("atlas",), employer="kew", skills=("drawing",)),
        skill("drawing"),
    )
    kew = Key("employer", "kew")
    assert slugs(found.naming(kew, "employers")) == ["atlas"]
    assert slugs(found.naming(kew, "employer")) == ["seeds"]
    assert slugs(found.naming(Key("project", "atlas"), "projects")) == ["seeds"]
    assert slugs(found.naming(DRAWING, "skills")) == ["kew", "atlas", "seeds"]
    assert slugs(found.naming(Key("skill", "nothing"), "skills")) == []


def test_an_entry_has_the_skills_that_exist_in_its_authors_order() -> None:
    found = career(
        skill("drawing"),
        skill("taxonomy"),
        project("atlas", employers=("kew",), skills=("taxonomy", "sowing", "drawing")),
        employer("kew", "2001 – 2005"),
    )
    assert [slugs(found.skills(entry)) for entry in found.entries("project", "employer")] == [
        [],
        ["taxonomy", "drawing"],
    ]


def test_what_has_no_page_can_be_mentioned() -> None:
    herbarium = mention("employers/kew", "skill", "drawing", "Herbarium")
    assert career(employer("kew", "2001"), mentions=(herbarium,)).mentions(DRAWING) == [herbarium]


def test_evidence_is_declared_or_mentioned_but_never_a_skill() -> None:
    found = career(
        skill("drawing"),
        skill("taxonomy"),
        employer("kew", "2001 – 2005"),
        project("atlas", "2006", skills=("drawing",)),
        mentions=(
            mention("employers/kew", "skill", "drawing", "Herbarium"),
            mention("projects/atlas", "skill", "drawing", "Plates"),
            mention("skills/taxonomy", "skill", "drawing"),
            mention("skills/drawing", "skill", "drawing"),
            mention("index", "skill", "drawing"),
        ),
    )
    evidence = found.evidence(DRAWING)
    assert [(each.entry.key.slug, each.claim is not None, [m.heading for m in each.mentions]) for each in evidence] == [
        ("atlas", True, ["Plates"]),
        ("kew", False, ["Herbarium"]),
    ]
    assert [each.docname for each in found.mentions(DRAWING)] == [
        "employers/kew",
        "index",
        "projects/atlas",
        "skills/taxonomy",
    ]


def test_entries_prove_what_they_declare_and_what_their_prose_mentions() -> None:
    found = career(
        employer("kew", "2001 – 2005", skills=("drawing",)),
        project("atlas", "2003"),
        skill("drawing"),
        skill("latin"),
        mentions=(
            mention("employers/kew", "skill", "latin"),
            mention("projects/atlas", "skill", "latin"),
            mention("skills/drawing", "skill", "latin"),
            mention("index", "skill", "latin"),
        ),
    )
    assert found.proven == {"employers/kew": ("drawing", "latin"), "projects/atlas": ("latin",)}


@pytest.mark.parametrize(
    ("entries", "experience"),
    [
        ([], None),
        ([project("undated", skills=("drawing",))], None),
        (
            [
                employer("kew", "2001 – 2005", skills=("drawing",)),
                education("leeds", "2003 – 2007", skills=("drawing",)),
            ],
            Experience(first=2001, last=2007, days=6 * 365 + 1, exact=False),
        ),
        (
            [project("atlas", "2001-01 – 2001-03", skills=("drawing",)), talk("seeds", "2009", skills=("drawing",))],
            Experience(first=2001, last=2009, days=90, exact=True),
        ),
        (
            [
                employer("kew", "2001 – now", skills=(claim("drawing", "2002-01 – 2002-06"), claim("moss"))),
                project("in", employers=("kew",), skills=("drawing",)),
                project("atlas", "2002 – 2004", skills=(claim("drawing", "2002-04 – 2002-12"),)),
            ],
            Experience(first=2002, last=2002, days=365, exact=True),
        ),
        (
            [employer("kew", "2001-01 – 2005-12", skills=(claim("drawing", "2002 – 2003"),))],
            Experience(first=2002, last=2003, days=365, exact=False),
        ),
        (
            [employer("kew", "2001 – now", skills=(claim("drawing", "2025-11-24 – now"),))],
            Experience(first=2025, last=None, days=365, exact=True),
        ),
        ([talk("seeds", "2009", skills=("drawing",))], Experience(first=2009, last=2009, days=0, exact=True)),
        (
            [sabbatical("lima", "2026-11 – now", skills=("drawing",))],
            Experience(first=2026, last=None, days=23, exact=True),
        ),
    ],
)
def test_experience(entries: list[object], experience: Experience | None) -> None:
    assert career(skill("drawing"), *entries).experience(DRAWING) == experience  # type: ignore[arg-type]


def test_a_mention_says_nothing_of_when() -> None:
    found = career(
        skill("drawing"),
        employer("kew", "2001 – 2005", highlights=("Drew seeds by drawing.",)),
        mentions=(mention("employers/kew", "skill", "drawing", "Herbarium"),),
    )
    (evidence,) = found.evidence(DRAWING)
    assert (evidence.claim, evidence.periods, evidence.within, evidence.proof) == (None, (), None, None)
    assert (found.experience(DRAWING), found.bounds(DRAWING)) == (None, None)
    assert (found.proven, found.claimed) == ({"employers/kew": ("drawing",)}, {"employers/kew": ()})


def given(slug: str, *dates: str, upcoming: str = "", **fields: Any) -> Talk:
    """A talk, of which one delivery is still to come."""
    found = talk(slug, *dates, **fields)
    more = Delivery(event="Flora", place="Oslo", date=Period.parse(upcoming), upcoming=True)
    return replace(found, deliveries=(*found.deliveries, more))


@pytest.mark.parametrize(
    ("since", "entries", "periods", "within"),
    [
        (None, [employer("kew", "2001 – 2005", skills=("drawing",))], ["2001 – 2005"], None),
        (None, [employer("kew", "2001 – 2005", skills=(claim("drawing", "2003-02"),))], ["2003-02"], None),
        (None, [employer("kew", "2001 – now", skills=(claim("drawing", "2003 – now"),))], ["2003 – now"], None),
        (None, [project("atlas", "2003-01 – 2004-06", skills=("drawing",))], ["2003-01 – 2004-06"], None),
        (None, [project("atlas", skills=("drawing",))], [], None),
        (None, [project("atlas", skills=(claim("drawing", "2002"),))], ["2002"], None),
        (None, [IN_KEW, project("in", employers=("kew",), skills=("drawing",))], [], "2001 – 2005"),
        (None, [IN_KEW, project("in", employers=("kew",), skills=(claim("drawing", "2002"),))], ["2002"], None),
        (None, [talk("seeds", "2001", "2003-05", skills=("drawing",))], ["2001", "2003-05"], None),
        (None, [given("seeds", "2001", upcoming="2027", skills=("drawing",))], ["2001"], None),
        # never before it can have been used, and no more precise than it is claimed
        ("2003", [IN_KEW, project("in", employers=("kew",), skills=("drawing",))], [], "2003 – 2005"),
        ("2003-05-07", [IN_KEW, project("in", employers=("kew",), skills=("drawing",))], [], "2003 – 2005"),
        ("2005-05-07", [IN_KEW, project("in", employers=("kew",), skills=("drawing",))], [], "2005"),
        ("2006", [IN_KEW, project("in", employers=("kew",), skills=("drawing",))], [], None),
        ("2000", [IN_KEW, project("in", employers=("kew",), skills=("drawing",))], [], "2001 – 2005"),
        ("2003", [employer("kew", "2001-02 – 2005", skills=("drawing",))], ["2003 – 2005"], None),
        ("2003-05-07", [employer("kew", "2001-02 – now", skills=("drawing",))], ["2003-05 – now"], None),
        ("2003-05-07", [employer("kew", "2001-02-03 – now", skills=("drawing",))], ["2003-05-07 – now"], None),
        ("2003-05-07", [employer("kew", "2001 – now", skills=(claim("drawing", "2003-05"),))], ["2003-05"], None),
        ("2003", [talk("seeds", "2001", "2003-05", skills=("drawing",))], ["2003-05"], None),
    ],
)  # fmt: skip
def test_a_claim_is_of_its_own_time_or_else_of_all_the_entry_s(
    since: str | None, entries: list[Entry], periods: list[str], within: str | None
) -> None:
    found = career(skill("drawing", since=PartialDate.parse(since) if since else None), *entries)
    (evidence,) = found.evidence(DRAWING)
    assert evidence.periods == tuple(map(Period.parse, periods))
    assert evidence.within == (Period.parse(within) if within else None)


@pytest.mark.parametrize(
    ("entries", "bounds"),
    [
        ([], None),
        ([project("free", skills=("drawing",))], None),
        ([project("in", employers=("kew",), skills=("drawing",))], "2001 – 2005"),
        ([project("a", employers=("kew",), skills=("drawing",)), project("b", employers=("eden",), skills=("drawing",))], "2001 – now"),
        ([project("a", employers=("kew",), skills=("drawing",)), project("b", "2002", skills=("drawing",))], None),
        ([project("in", employers=("kew",))], None),
    ],
)  # fmt: skip
def test_what_has_no_dates_is_within_bounds(entries: list[Entry], bounds: str | None) -> None:
    found = career(skill("drawing"), IN_KEW, employer("eden", "2004 – now"), *entries)
    assert found.bounds(DRAWING) == (Period.parse(bounds) if bounds else None)
    assert bounds is None or found.experience(DRAWING) is None


def test_a_talk_still_to_come_proves_nothing() -> None:
    found = career(skill("drawing"), given("seeds", upcoming="2027", skills=(claim("drawing", proof="I draw."),)))
    assert (found.evidence(DRAWING), found.experience(DRAWING), found.claimed) == ((), None, {})


def test_what_is_not_listed_claims_nothing_but_an_unlisted_skill_has_its_evidence() -> None:
    atlas = project("atlas", "2001", skills=("drawing", "moss"), highlights=("Moss, dried.",))
    hidden = project("hidden", "2002", skills=("drawing", "moss"), visibility="unlisted")
    found = career(skill("drawing"), skill("moss", title="Moss", visibility="unlisted"), atlas, hidden)
    assert [each.entry for each in found.evidence(DRAWING)] == [atlas]
    assert [(each.entry, each.proof) for each in found.evidence(Key("skill", "moss"))] == [(atlas, "Moss, dried.")]
    assert (found.proven, found.claimed) == ({"projects/atlas": ("drawing",)}, {"projects/atlas": ("drawing",)})


def test_of_two_pages_with_one_name_only_the_first_claims() -> None:
    first, second = project("atlas", "2001", skills=("drawing",)), project("deep/atlas", "2002", skills=("drawing",))
    found = career(skill("drawing"), first, second, mentions=(mention("projects/deep/atlas", "skill", "drawing"),))
    pieces = [(each.entry.docname, each.claim is not None, each.periods) for each in found.evidence(DRAWING)]
    assert pieces == [("projects/deep/atlas", False, ()), ("projects/atlas", True, (Period.parse("2001"),))]


def test_the_timeline_holds_every_delivery_and_no_skill() -> None:
    found = career(employer("kew", "2001 – 2005"), talk("seeds", "2003-05", "2006"), skill("drawing"))
    events = [(m.entry.key.slug, m.delivery.event if m.delivery else None) for m in found.timeline()]
    assert events == [("seeds", "Event 2"), ("kew", None), ("seeds", "Event 1")]


def test_what_belongs_to_an_occupation() -> None:
    kew, leeds = employer("kew", "2001 – 2005"), education("leeds", "1998 – 2001")
    atlas, own = project("atlas", employers=("nowhere", "kew")), project("own", "2002")
    found = career(kew, leeds, atlas, own)
    assert [found.occupations(entry) for entry in (kew, leeds, atlas, own)] == [[kew], [leeds], [kew], []]
    assert found.occupation_numbers == {"education/leeds": 1, "employers/kew": 2}


def test_occupations_that_stand_side_by_side_have_successive_numbers() -> None:
    found = career(
        employer("family", "1990 – now"), employer("first", "1995 – 1999"), employer("second", "2000 – 2004")
    )
    assert found.occupation_numbers == {"employers/first": 1, "employers/second": 2, "employers/family": 3}


def test_what_shares_a_name_belongs_to_the_first_page() -> None:
    found = career(project("atlas", title="First"), project("deep/atlas", title="Second"))
    assert [entry.title for entry in found.entries()] == ["First"]


@pytest.fixture(params=["EAST-14", "WEST+12"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine's clock at either end of the world: its date is never the same at both."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system's clock takes no zone from the environment")
    with monkeypatch.context() as patched:
        patched.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("0", dt.date(1970, 1, 1)),
        ("1577836799", dt.date(2019, 12, 31)),
        ("1577836800", dt.date(2020, 1, 1)),
    ],
)
def test_now_is_the_day_that_the_environment_gives_wherever_the_machine_stands(epoch: str, day: dt.date) -> None:
    assert build_day({"SOURCE_DATE_EPOCH": epoch}) == day


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("environ", [{}, {"SOURCE_DATE_EPOCH": ""}])
def test_now_is_today_where_the_environment_gives_no_day(environ: dict[str, str]) -> None:
    before = dt.datetime.now(dt.UTC).date()
    assert before <= build_day(environ) <= dt.datetime.now(dt.UTC).date()


@pytest.mark.parametrize("epoch", ["today", "1.5", "9" * 12, "9" * 18, "9" * 30])
def test_what_is_no_number_of_seconds_says_what_to_write(epoch: str) -> None:
    message = f'^SOURCE_DATE_EPOCH is "{epoch}"; set it to a number of seconds since 1970, or unset it$'
    with pytest.raises(ValueError, match=message):
        build_day({"SOURCE_DATE_EPOCH": epoch})


@pytest.mark.parametrize(
    ("date", "announced", "upcoming"),
    [
        ("2026-11-23", True, True),
        ("2026-11-22", True, False),
        ("2026-11", True, True),
        ("2026-10", True, False),
        ("2026-11-01 – 2026-11-23", True, True),
        ("2026-11-01 – 2026-11-22", True, False),
        ("2025 – now", True, False),
        ("2027", True, True),
        ("2027", False, False),
    ],
)
def test_deliveries_to_come_are_announced(date: str, announced: bool, upcoming: bool) -> None:
    (given,) = talk("seeds", date).deliveries
    assert is_upcoming(replace(given, upcoming=announced), TODAY) is upcoming


def test_what_was_never_given_proves_nothing_and_adds_no_years() -> None:
    def given(date: str, *, upcoming: bool) -> Delivery:
        return Delivery(event=date, place="Oslo", date=Period.parse(date), upcoming=upcoming)

    to_come = talk("roots", deliveries=(given("2030", upcoming=True),), skills=("drawing", "taxonomy"))
    both = talk("seeds", deliveries=(given("2030", upcoming=True), given("2006", upcoming=False)), skills=("drawing",))
    found = career(to_come, both, skill("drawing"), skill("taxonomy"))
    assert [each.entry.key.slug for each in found.evidence(Key("skill", "drawing"))] == ["seeds"]
    assert (found.period(both), found.period(to_come)) == (Period.parse("2006"), Period.parse("2030"))
    experience = found.experience(Key("skill", "drawing"))
    assert experience
    assert (experience.first, experience.last) == (2006, 2006)
    assert not found.evidence(Key("skill", "taxonomy"))
