"""The problems of whole careers, one page a line: name, front matter, prose."""

import datetime as dt
from typing import Any

import pytest

from portfolio.reading.checks import check
from portfolio.reading.page_source import career_as_written, read

TODAY = dt.date(2026, 11, 23)
KEW = (
    "employers/kew",
    "title: Kew\nemployer: {summary: S., period: 2001 – 2005, places: [K], skills: [drawing], highlights: [Drawing.]}",
    "",
)
DRAWING = ("skills/drawing", "title: Drawing\nskill: {summary: Pens., category: Arts}", "")
SEEDS = "title: Seeds\ntalk:\n  summary: On seeds.\n  skills: [drawing]\n  deliveries:\n"
Page = tuple[str, str, str]


def found(*pages: Page, **options: Any) -> list[str]:
    sources = [read(name, f"---\n{front}\n---\n{prose}".encode()) for name, front, prose in pages]
    return [
        f"{docname}:{problem.line}:{problem.column}: {problem.severity}: {problem.message}"
        for docname, problem in check(sources, career=career_as_written(sources, TODAY), **options)
    ]


def test_nothing_is_wrong() -> None:
    assert found(KEW, DRAWING, ("index", "title: Home", "I drew at {employer}`kew`.")) == []


@pytest.mark.parametrize(
    ("claimed", "places"),
    [
        ("[Spade, drawing]", ["5:27"]),
        ("{Tools: [Spade, Ink], Arts: [DRAWING, Pens]}", ["5:35", "5:48"]),
        ("{' Arts ': [Drawing]}", ["5:19"]),
        ("[Spade]", []),
    ],
)
def test_what_a_page_proves_is_not_claimed_without_one(claimed: str, places: list[str]) -> None:
    pens = (DRAWING[0], f"{DRAWING[1][:-1]}, aliases: [Ink]}}", "")
    person = f"title: Ada\nperson:\n  name: Ada\n  claimed_skills: {claimed}"
    problems = found(KEW, pens, ("index", person, "{employer}`kew`"))
    assert [problem.split(": ")[0] for problem in problems] == [f"index:{place}" for place in places]
    remedy = 'has a page, skills/drawing, which proves it; remove it from "claimed_skills"'
    assert all(problem.endswith(remedy) for problem in problems)


def test_a_photo_is_there() -> None:
    front = "title: Ada\nperson: {name: Ada, photo: a/%s}"
    problems = [found(("index", front % name, ""), is_file={"a/ada.png"}.__contains__) for name in ("ada.png", "b.png")]
    assert problems == [
        [],
        ['index:3:28: error: there is no file "a/b.png"; add it below the folder of the pages, or correct "photo"'],
    ]
    assert found(("index", front % "b.png", "")) == []
    assert found(("index", (front % "").replace("a/", "https://example.org/b.png"), ""), is_file=bool) == []


@pytest.mark.parametrize(
    ("pages", "problem"),
    [
        (
            [("projects/atlas", "title: Atlas\nproject:\n  summary: Maps.\n  skills: [drawing, drawin]", "")],
            'projects/atlas:5:21: error: there is no skill "drawin"; did you mean "drawing"?',
        ),
        (
            [("talks/seeds", SEEDS + "    - {event: A, place: B, date: 2001}\n  employer: kiew", "")],
            'talks/seeds:8:13: error: there is no employer "kiew"; did you mean "kew"?',
        ),
        (
            [("index", "title: Home", "At {employer}`kew`\nand\n{employer}`kwe`.")],
            'index:6:12: error: there is no employer "kwe"; did you mean "kew"?',
        ),
        (
            [("index", "title: Home", "```{timeline}\n:skills: latin\n```")],
            'index:5:10: error: there is no skill "latin"; known are drawing',
        ),
        (
            [("index", "title: Home", "{talk}`latin`")],
            'index:4:8: error: there is no talk "latin"; add it or correct the name',
        ),
        (
            [("employers/old/kew", KEW[1], "")],
            'employers/old/kew:3:11: error: employer "kew" is employers/kew already; give this file another name',
        ),
        (
            [("employers/old/kew", "title: [", "")],
            'employers/old/kew:1:1: error: employer "kew" is employers/kew already; give this file another name',
        ),
        (
            [("skills/pens", "title: Pens\nskill: {summary: P., category: Arts, aliases: [Drawing]}", "")],
            'skills/pens:3:48: error: "Drawing" is the name of the skill "drawing" already; leave it to one of them',
        ),
        (
            [
                ("skills/ink", "title: Ink\nskill: {summary: P., category: Arts, aliases: [lines]}", ""),
                ("skills/pens", "title: Pens\nskill: {summary: P., category: Arts, aliases: [Lines]}", ""),
            ],
            'skills/pens:3:48: error: "Lines" is an alias of the skill "ink" already; leave it to one of them',
        ),
        (
            [("skills/latin", "title: Latin\nskill: {summary: Words., category: Arts}", "")],
            'skills/latin:3:8: error: nothing proves the skill "latin"; declare it in an entry\'s skills, or mention it in prose',
        ),
        (
            [("employers/eden", "title: Eden\nemployer: {summary: E., period: 2020 – 2030, places: [C]}", "")],
            'employers/eden:3:33: error: this date is still to come; write "START – now" for what goes on, or put "(expected)" behind it',
        ),
        (
            [("employers/eden", "title: Eden\nemployer:\n  summary: E.\n  positions:\n    - {role: Head, period: 2020 – 2030, places: [C]}", "")],
            'employers/eden:6:28: error: this date is still to come; write "START – now" for what goes on, or put "(expected)" behind it',
        ),
        (
            [("employers/eden", "title: Eden\nemployer:\n  summary: E.\n  positions: [{role: Hand}, {role: Head, period: 2020 – 2030}]", "")],
            'employers/eden:5:50: error: this date is still to come; write "START – now" for what goes on, or put "(expected)" behind it',
        ),
        (
            [("education/leeds", "title: Leeds\neducation: {summary: E., period: 2001 – 2004 (expected), place: L}", "")],
            'education/leeds:3:34: notice: this date has passed; remove "(expected)", or correct it',
        ),
        (
            [("talks/seeds", SEEDS + "    - {event: A, place: B, date: 2027-01}", "")],
            'talks/seeds:7:34: error: this date is still to come; add "upcoming: true", or correct it',
        ),
        (
            [("talks/seeds", SEEDS + "    - {event: A, place: B, date: 2026-01, upcoming: true}", "")],
            'talks/seeds:7:53: notice: this date has passed; remove "upcoming"',
        ),
        (
            [("projects/lost", "title: Lost\nproject: {summary: Nobody knows it.}", "")],
            "projects/lost:3:10: notice: no page leads to this project; mention it, or give it skills, an employer or a project",
        ),
        (
            [("index", "title: Home", "## At {employer}`kew`")],
            "index:4:18: error: in a heading a reference needs a text of its own, since tables of contents show it as it is written; write {role}`text <target>`, or [text](target)",
        ),
        (
            [("talks/seeds", SEEDS + "    - {event: A, place: B, date: 2001, id: flora}", "## *Flora*!")],
            'talks/seeds:7:44: error: a heading has the anchor "flora" already; give this delivery another id',
        ),
        (
            [("talks/seeds", SEEDS + "    - {event: A, place: B, date: 2001, id: seeds}", "")],
            'talks/seeds:7:44: error: a heading has the anchor "seeds" already; give this delivery another id',
        ),
        (
            [("index", "title: Home", "```{timeline}\n:kinds: talks\n```")],
            'index:5:9: error: :kinds: of timeline: "talks" is not a kind of entry; did you mean "talk"?',
        ),
        (
            [("index", "title: Home", "```{entries}\n:skils: drawing\n```")],
            'index:5:1: error: unknown option "skils" of entries; did you mean "skill"?',
        ),
        (
            [("index", "title: Home", "```{timeline}\n:from: 2005\n:to: 2004\n```")],
            "index:4:1: error: the timeline would end before it begins; let :from: be no later than :to:",
        ),
        *(
            ([("index", "title: Home", f"```{{{text}\n```")], f"index:4:1: error: {reason}")
            for text, reason in (
                ("timeline}\n:kinds: talk\n\natlas", "timeline takes no content; remove it"),
                ("skills-index} atlas", "skills-index takes no content; remove it"),
                ("front-matter} project\natlas", "front-matter takes no content; remove it"),
                ("front-matter} nope", '"nope" is not a kind of front matter; known are'),
                ("entries} atlas", "entries named in the content need the option :kind: to say what they are"),
            )
        ),
        (
            [("talks/notes", "title: Notes", "")],
            'talks/notes:1:1: error: a page in talks/ needs front matter with "title: …" and "talk: …"; add it, or move the page',
        ),
        (
            [("talks/atlas", "title: Atlas\nproject: {summary: Maps., skills: [drawing]}", "")],
            "talks/atlas:3:10: error: talks/ is for pages of kind talk, not project; move this one to the folder of its kind",
        ),
    ],
)  # fmt: skip
def test_problems(pages: list[Page], problem: str) -> None:
    assert any(each.startswith(problem) for each in found(KEW, DRAWING, *pages))


@pytest.mark.parametrize(
    "page",
    [
        ("talks/seeds", SEEDS + "    - {event: A, place: B, date: 2027-01, upcoming: true}", ""),
        ("talks/seeds", SEEDS + "    - {event: A, place: B, date: 2026}", ""),
        ("talks/index", "title: Talks", ""),
        ("skills/pens", "title: Pens\nskill: {summary: P., category: Arts, aliases: [pens, PENS]}", ""),
        ("projects/found", "title: Found\nproject: {summary: Known., employers: [kew]}", ""),
    ],
)
def test_no_problems(page: Page) -> None:
    proof = ("projects/nib", "title: Nib\nproject: {summary: Steel., employers: [kew]}", "With {skill}`a pen <pens>`.")
    assert found(KEW, DRAWING, page, *([proof] if page[0] == "skills/pens" else [])) == []


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ("title: [", "the front matter is not YAML"),
        ("- a\n- list", "the front matter is a list"),
        ("", 'needs front matter with "title: …" and "employer: …"'),
        ("title: Kew\nemployr: {summary: A garden.}", 'unknown key "employr"'),
        ("title: Kew\nemployer: {summary: A., period: 2003-31, places: [Kew], skills: [drawing]}", "does not exist"),
        ("title: Kew\nemployer: {summary: A., period: 2003-31, places: [Kew], skills: drawing}", "does not exist"),
    ],
)
def test_a_broken_page_makes_no_other_page_wrong(broken: str, reason: str) -> None:
    nib = ("projects/nib", "title: Nib\nproject: {summary: S., employers: [kew]}", "By {employer}`kew`.")
    prose = "With {skill}`drawing`." if "skills: drawing" in broken or not broken or "employr" in broken else ""
    problems = found(("employers/kew", broken, prose), DRAWING, nib)
    assert {problem.split(":")[0] for problem in problems} == {"employers/kew"}, problems
    assert any(reason in problem for problem in problems)


def test_a_broken_page_still_has_its_name() -> None:
    """One typo is one problem: what names the page is not wrong."""
    broken = ("employers/kew", KEW[1].replace("summary", "sumary"), "")
    problems = found(
        broken,
        DRAWING,
        ("projects/nib", "title: Nib\nproject: {summary: S., employers: [kew], skills: [{drawing: {proof: So.}}]}", ""),
    )
    assert [problem.partition("error: ")[2].partition(";")[0] for problem in problems] == [
        'unknown key "sumary" in employer',
    ]


@pytest.mark.parametrize(("years", "problems"), [(None, 0), (20, 1), (21, 0)])
def test_skills_without_newer_evidence(years: int | None, problems: int) -> None:
    assert len(found(KEW, DRAWING, stale_after=years)) == (0 if years is None else int(years < 2026 - 2005)) == problems


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\xef\xbb\xbf---\ntitle: Home\n---\n", (1, 1, "byte-order mark")),
        (b"---\ntitle: Caf\xe9\n---\n", (2, 11, "byte 0xe9 is not UTF-8")),
        ("---\ntitle: Ü\nx: ".encode() + b"\xff\n---\n", (3, 4, "byte 0xff is not UTF-8")),
        (b"\x00\x01\x02", (1, 1, "the character U+0000 stands here, which no page can show; remove it")),
        (b"Bells:\n\nDing \x07.\n", (3, 6, "U+0007")),
        (b"Tabs\tand\r\nlines\n", None),
        (b"", None),
    ],
)
def test_encodings(data: bytes, problem: tuple[int, int, str] | None) -> None:
    problems = read("index", data).front.problems
    assert [(each.line, each.column) for each in problems] == ([problem[:2]] if problem else [])
    assert problem is None or problem[2] in problems[0].message


@pytest.mark.parametrize(
    ("prose", "problem"),
    [
        ("\n```{bio} 2\nI drew\n```\n", []),
        ("\n```{eval-rst}\n.. bio:: 2\n\n   I drew\n```\n", []),
        ("\n```{eval-rst}\nWrite ``:skill:`x```, \\:skill:`x`, :skill:`!x`.\n\n.. :skill:`x`\n\nSo::\n\n   :skill:`x`\n```\n", []),
        ("\n```{bio} 2\nI drew seeds\n```\n", ["index:5:1: error: the bio of 2 words has 3, where 2 to 2 are allowed; take out 1"]),
        ("\n```{bio}\nI drew\n```\n", ['index:5:1: error: "" is not a number of words; write 1 or more, as in {bio} 50']),
        ("\n:::{deliveries}\n:past:\n:::\n", []),
        ("\n:::{deliveries}\n:past: yes\n:::\n", ['index:6:8: error: :past: of deliveries: it takes no value; leave "yes" out']),
        ("\n:::{deliveries}\n:pst:\n:::\n", ['index:6:1: error: unknown option "pst" of deliveries; did you mean "past"?']),
        ("\n```{abstracts}\n```\n", []),
    ],
)  # fmt: skip
def test_what_is_for_speakers(prose: str, problem: list[str]) -> None:
    assert found(("index", "title: Home", prose)) == problem
