"""Who finds a page: in doubt, nobody."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careers import career, employer, mention, project, skill, talk
from portfolio.model.entries import Key
from portfolio.reading.checks import check
from portfolio.reading.front_matter import read
from portfolio.reading.page_source import not_public
from portfolio.reading.page_source import read as read_source
from portfolio.reading.visibility import may_be_hidden

FACTS = "project:\n  summary: Maps.\n"


def page(front: str) -> str:
    return f"---\ntitle: Atlas\n{front}---\n\nProse.\n"


@pytest.mark.parametrize(
    ("front", "found", "problem"),
    [
        (FACTS, "public", ""),
        (f"{FACTS}  visibility: public\n", "public", ""),
        (f"{FACTS}  visibility: unlisted\n", "unlisted", ""),
        (f"{FACTS}  visibility: private\n", "private", ""),
        (f"{FACTS}  visibility: privat\n", "private", 'project.visibility: "privat" is not known; did you mean "private"?'),
        (f"{FACTS}  visibility:\n", "private", "project.visibility is empty; give it a value or remove the key"),
        (f"{FACTS}  visibility: [private]\n", "private", "project.visibility should be one of public, unlisted, private"),
        (f"{FACTS}  visibilty: private\n", "private", 'unknown key "visibilty" in project; did you mean "visibility"?'),
        (f"{FACTS}  Visibility: public\n", "public", 'unknown key "Visibility" in project; did you mean "visibility"?'),
        (f"visibility: private\n{FACTS}", "private", '"visibility" is of an entry; move it below the key that says what the page is'),
        ("visibility: unlisted\n", "unlisted", ""),
        ("visibility: public\n", "public", ""),
        ("more: {visibility: unlisted}\n", "private", '"visibility" is of an entry; move it below the key that says what the page is'),
        ("project: x\nvisibility: private\n", "private", '"visibility" is of an entry; move it below the key that says what the page is'),
        ("project: [\n  visibility: private\n", "private", "the front matter is not YAML"),
        ("project: [\n  summary: Maps.\n", "public", "the front matter is not YAML"),
        (f"{FACTS}  visibility = private\n", "private", "the front matter is not YAML"),
        (f"{FACTS}    visibility = private\n", "private", 'a key needs a colon and a blank behind it; write "visibility: private"'),
        (f"{FACTS}  links: {{a: http://example.org/?visibility=1}}\n", "public", ""),
        (f"{FACTS}  highlights:\n    - Set visibility = private.\n    - equality=1\n", "public", ""),
        (f"{FACTS}  highlights:\n    - Seen with\n      visibility=high in fog\n", "public", ""),
        (f"{FACTS}  highlights:\n    - |\n      visibility=private\n    - 'a\n      visibility=private'\n", "public", ""),
        (f"{FACTS}  visibility: public\n  highlights:\n    - a\n      visibility=private\n", "public", ""),
    ],
)  # fmt: skip
def test_who_finds_a_page(front: str, found: str, problem: str) -> None:
    reading = read("projects/atlas", page(front))
    assert reading.visibility == found
    assert any(each.message.startswith(problem) for each in reading.problems) == bool(problem), reading.problems


SAID = [
    f'{FACTS}  "vis\\x69bility": private\n',
    f"{FACTS}  visibility : private\n",
    f"{FACTS}  'visibility': private\n",
    f"{FACTS}  ? visibility\n  : private\n",
]
MEANT = [
    f"{FACTS}  visability: private\n",
    f"{FACTS}  visbility: private\n",
    f"{FACTS}  vi-si-bi-li-ty: private\n",
    f"{FACTS}  Visibility : private\n",
    f"{FACTS}  \uff56isibility: private\n",
    f"{FACTS}  visibility: public\n  visibility: private\n",
    f"{FACTS}  links: {{visibility: private}}\n",
    f"{FACTS}  highlights: [{{visibility: private}}]\n",
    f"{FACTS}  <<: {{visibility: private}}\n",
    "projects:\n  summary: Maps.\n  visibility: private\n",
    "Project: {summary: Maps., visibility: private}\n",
    f"{FACTS}talk: {{visibility: private}}\n",
    f"{FACTS}project: {{visibility: private}}\n",
    f"{FACTS}  visibility:private\n",
    f"{FACTS}  visibility = private\n",
    f"{FACTS}  'visibilty'=private\n  period: 2004\n",
    f"{FACTS}    visibility = private\n",
    "project: {summary: Maps., visibility=private}\n",
    "visibility:private\n",
    "visibility=unlisted\n",
]
"""Front matter that hides the page, and such as was meant to."""


def hides(text: str) -> bool:
    left_out, hidden = not_public({"projects/atlas": text.encode()})
    return left_out.keys() == hidden.keys() == {"projects/atlas"}


@pytest.mark.parametrize("front", SAID)
def test_however_it_is_written(front: str) -> None:
    assert hides(page(front))
    assert read("projects/atlas", page(front)).problems == ()


@pytest.mark.parametrize("front", MEANT)
def test_what_was_meant_to_hide_a_page_does_and_is_reported(front: str) -> None:
    assert hides(page(front))
    assert read("projects/atlas", page(front)).problems


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- later -->\n---\ntitle: Atlas\n{FACTS}  visibility: private\n---\n",
        f"----\ntitle: Atlas\n{FACTS}  visibility: private\n----\n",
        f" ---\ntitle: Atlas\n{FACTS}  visibility: private\n---\n",
        page(f"{FACTS}  visibility: private\n").replace("\n", "\r"),
    ],
)
def test_front_matter_that_is_almost_one_hides_the_page_too(text: str) -> None:
    assert hides(text)
    assert read("projects/atlas", text).problems


@given(st.text("visbltyVIS -_0", min_size=6, max_size=14).map(str.strip).filter(lambda key: key[:1].isalpha()))
@example("visibility")
def test_no_key_that_hides_a_page_is_overlooked(key: str) -> None:
    text = page(f"{FACTS}  {key}: private\n")
    assert may_be_hidden(text) or read("projects/atlas", text).visibility == "public"


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_what_is_no_key_has_its_place(ending: str) -> None:
    text = page("project:\n  summary: a=b\n    c=d\n    visibility = private\n").replace("\n", ending)
    assert hides(text)
    assert (6, 5) in {(each.line, each.column) for each in read("projects/atlas", text).problems}


SAYS = '":visibility:" at the top of a page is public or private; write ":visibility: private"'


@pytest.mark.parametrize(
    ("text", "found", "line"),
    [
        ("Notes\n=====\n\n:visibility: private\n", "private", 0),
        ("\ufeff:visibility: private\n\nNotes\n=====\n", "private", 0),
        ("---\nNotes\n---\n\n:visibility: private\n", "private", 0),
        ("Notes\r\n~~~~~\r\n\r\n:orphan:\r\n:Visibility: private\r\n", "private", 5),
        (":visibility:\n   private\n", "private", 1),
        (":visibility: unlisted\n", "private", 1),
        (":visibility: public\n\nNotes\n=====\n", "public", 0),
        (
            ".. A comment\n   of two lines.\n.. _notes:\n\n=====\nNotes\n=====\n\n:author: Ada\n:visibility: private\n",
            "private",
            0,
        ),
        ("# Notes\n\n```\n:visibility: private\n```\n", "public", 0),
        ("Notes\n=====\n\nWrite it so:\n\n:visibility: private\n", "public", 0),
        ("Write it so:\n\n:visibility: private", "public", 0),
        ("# Notes\n\n```{card}\n:visibility: private\n```\n", "public", 0),
        (page(FACTS) + "\n:visibility: private\n", "public", 0),
    ],
)
def test_what_fields_say_at_the_top_of_a_page(text: str, found: str, line: int) -> None:
    _, hidden = not_public({"notes": text.encode()})
    assert hidden.get("notes", "public") == read_source("notes", text.encode()).front.visibility == found
    said = [each.line for each in read("notes", text).problems if each.message == SAYS]
    assert said == [line] * bool(line)


def test_what_the_prose_says_hides_nothing() -> None:
    text = page(FACTS) + "\nvisibility: private\n\n```yaml\nproject: {visibility: private}\n```\n"
    assert (may_be_hidden(text), hides(text)) == (False, False)


FIRST = 'there is no site without its first page, which is always public; remove "visibility"'


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (page("visibility: private\n"), (3, 1)),
        (page("visibility: unlisted\n"), (3, 1)),
        (page("visibilty: privat\n"), (3, 1)),
        (page("person: {name: Ada}\nvisibility: private\n"), (4, 1)),
        (page("keywords: {visibility: private}\n"), (3, 12)),
        (page(f"{FACTS}  visibility: private\n"), (5, 3)),
        (page("keywords: a\n  visibility = private\n"), (4, 3)),
        ("Home\n====\n\n:visibility: private\n", (4, 1)),
        (":visibility: unlisted\n", (1, 1)),
        (page("visibility: public\n"), None),
        (page("person: {name: Ada}\nvisibility: public\n"), None),
        (":visibility: public\n", None),
    ],
)
def test_the_first_page_is_always_there_and_says_so(text: str, place: tuple[int, int] | None) -> None:
    assert not_public({"index": text.encode()}) == ({}, {})
    reading = read("index", text)
    assert reading.visibility == "public"
    assert [(each.line, each.column) for each in reading.problems if each.message == FIRST] == (
        [place] if place else []
    )
    assert reading.entry is None or reading.entry.visibility == "public"
    assert read("home", text, root="home").problems == reading.problems


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("person: {name: Ada, visibility: private}\n", 'unknown key "visibility" in person'),
        ("title: [\nvisibility: private\n", "the front matter is not YAML"),
    ],
)
def test_a_first_page_that_has_a_problem_there_already_has_one(front: str, message: str) -> None:
    (problem,) = read("index", page(front)).problems
    assert problem.message.startswith(message)
    assert not_public({"index": page(front).encode()}) == ({}, {})


def test_of_what_is_private_little_is_kept() -> None:
    private = page(f"{FACTS}  visibility: private\n  skills: [spying]\n")
    left_out, hidden = not_public(
        {
            "projects/atlas": private.encode(),
            "projects/maps": page(f"{FACTS}  visibility: unlisted\n").encode(),
            "projects/open": page(FACTS).encode(),
            "projects/bytes": b"\xff",
        }
    )
    assert hidden == {"projects/atlas": "private", "projects/maps": "unlisted"}
    assert left_out.keys() == {"projects/atlas", "projects/bytes"}
    sealed = left_out["projects/atlas"]
    assert sealed.key == Key("project", "atlas")
    assert "spying" not in repr(sealed)
    assert "Maps" not in repr(sealed)


def test_unlisted_entries_are_found_by_name_alone() -> None:
    kew = employer("kew", "2001 – 2003", visibility="unlisted")
    atlas = project("atlas", employers=("kew",), skills=("drawing", "spying"))
    seeds = talk("seeds", "2002", projects=("atlas",), skills=("drawing",), visibility="unlisted")
    spying = skill("spying", visibility="unlisted")
    mentions = (mention("talks/seeds", "skill", "drawing", "Look"), mention("projects/atlas", "skill", "spying"))
    found = career(kew, atlas, seeds, skill("drawing"), spying, mentions=mentions)
    assert [entry.key.slug for entry in found.entries()] == ["atlas", "drawing"]
    assert [moment.entry.key.slug for moment in found.timeline()] == []
    assert found.period(atlas) is None
    assert [each.entry.key.slug for each in found.evidence(Key("skill", "drawing"))] == ["atlas"]
    assert [entry.key.slug for entry in found.skills(atlas)] == ["drawing"]
    assert found.naming(Key("project", "atlas"), "projects") == []
    assert found.mentions(Key("skill", "drawing")) == []
    assert found.get(Key("employer", "kew")) is None
    assert found.target(Key("employer", "kew")) == kew
    assert found.page("employers/kew") == kew


def test_prose_must_not_name_what_is_private() -> None:
    def source(docname: str, front: str, prose: str) -> bytes:
        return f"---\ntitle: X\n{front}---\n\n{prose}\n".encode()

    files = {
        "projects/atlas": source("atlas", f"{FACTS}  visibility: private\n", "On {project}`atlas`."),
        "talks/seeds": source("seeds", "talk: {summary: x, projects: [atlas], deliveries: [{event: A, place: B, date: 2001}]}\n", "Of\n{project}`maps <atlas>`."),
        "lists": b"# Lists\n\n```{entries}\n:kind: project\n\natlas\n```\n",
    }  # fmt: skip
    sources = [read_source(docname, data) for docname, data in files.items()]
    problems = [
        (name, each.line, each.column, each.message)
        for name, each in check(sources, career=career())
        if each.severity == "error"
    ]
    assert problems == [
        ("talks/seeds", 7, 17, 'the project "atlas" is private; do not name it here, or let it be unlisted')
    ]  # fmt: skip
