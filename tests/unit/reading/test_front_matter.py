from textwrap import dedent

import pytest
import yaml

from careers import claim
from portfolio.model.dates import Period
from portfolio.model.entries import Url
from portfolio.model.kinds import Delivery, Employer, Project, Skill, Talk
from portfolio.model.person import Fluency, Person, Phone, Photo, SkillGroups
from portfolio.reading.front_matter import read
from portfolio.reading.myst_source import without_entry


def page(text: str) -> str:
    return f"---\n{dedent(text).strip()}\n---\n\nProse.\n"


def test_an_employer() -> None:
    text = page("""
        title: Royal Botanic Gardens
        employer:
          summary: A garden.
          period: 2001 – now
          places: [Kew, Wakehurst]
          role: Illustrator
          skills:
            - drawing
          links: {website: https://example.org}
          sources: [https://example.org/about]
    """)
    assert read("employers/kew", text).entry == Employer(
        docname="employers/kew",
        title="Royal Botanic Gardens",
        summary="A garden.",
        period=Period.parse("2001 – now"),
        places=("Kew", "Wakehurst"),
        role="Illustrator",
        skills=(claim("drawing"),),
        links={"website": Url("https://example.org")},
        sources=(Url("https://example.org/about"),),
    )


def test_a_talk_and_where_its_values_stand() -> None:
    reading = read(
        "talks/seeds",
        page("""
            title: 'Seeds: a talk'
            talk:
              summary: On seeds.
              deliveries:
                - {event: Flora 2020, place: Oslo, date: 2020-03}
                - event: Flora 2019
                  place: no
                  date: 2019
        """),
    )
    first, second = (
        Delivery(event="Flora 2020", place="Oslo", date=Period.parse("2020-03")),
        Delivery(event="Flora 2019", place="no", date=Period.parse("2019")),
    )
    assert reading.entry == Talk(
        docname="talks/seeds", title="Seeds: a talk", summary="On seeds.", deliveries=(first, second)
    )
    assert reading.places["deliveries", 1, "place"] == (8, 14)


DELIVERY = "title: Atlas\ntalk:\n  deliveries:\n    - {{event: A, {}}}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Title\n",
        "---\ntitle: Free page\n---\n",
        "---\n---\n",
        "Text\n---\nskill: no\n---\n",
    ],
)
def test_other_pages_are_no_entries(text: str) -> None:
    reading = read("page", text)
    assert (reading.entry, reading.problems) == (None, ())


def test_windows_line_endings_are_fine() -> None:
    text = page("title: Drawing\nskill: {summary: Lines., category: Arts}").replace("\n", "\r\n")
    assert read("skills/drawing", text).entry == Skill(
        docname="skills/drawing", title="Drawing", summary="Lines.", category="Arts"
    )


def test_optional_values_have_defaults() -> None:
    entry = read("projects/atlas", page("title: Atlas\nproject: {summary: Maps.}")).entry
    assert entry == Project(docname="projects/atlas", title="Atlas", summary="Maps.")


@pytest.mark.parametrize(
    ("yaml", "line", "column", "message"),
    [
        ("project: {summary: Maps.}", 2, 1, 'the page has no name; add "title: …" at the top'),
        ("title:\nproject: {summary: Maps.}", 2, 1, "the page has no name"),
        ("title: [A]\nproject: {summary: Maps.}", 2, 1, "the page has no name; put quotes around the title"),
        ("title: Atlas\nsabbatical:\n  place: Lima", 3, 1, 'the key "period" is missing in sabbatical; add it'),
        ("title: Atlas\nproject:", 3, 1, "project is empty"),
        ("title: Atlas\nproject: atlas", 3, 10, "project should hold keys and values"),
        ("title: Atlas\nproject:\n  summary: ''", 4, 12, "project.summary: is empty"),
        ("title: Atlas\nproject:\n  summary:", 4, 3, "project.summary is empty"),
        ("title: Atlas\nproject:\n  summary: Maps.\n  sumary: Maps.", 5, 3, 'unknown key "sumary" in project; did you mean "summary"?'),
        ("title: Atlas\nproject:\n  summary: Maps.\n  xyz: 1", 5, 3, 'unknown key "xyz" in project; known are employers, highlights, license'),
        ("title: Atlas\nproject:\n  summary: Maps.\n  summary: More.", 5, 3, 'the key "summary" stands here twice'),
        ("title: Atlas\nproject:\n  summary: Maps.\n  skills: drawing", 5, 11, "project.skills should be a list, as in [one, two]"),
        ("title: Atlas\nproject:\n  summary: Maps.\n  skills: [Drawing]", 5, 12, '"Drawing" is not a slug'),
        ("title: Atlas\nproject:\n  summary: Maps.\n  skills: [a,\n    b c]", 6, 5, 'project.skills[1]: "b c" is not a slug'),
        ("title: Atlas\nproject:\n  summary: [Maps.]", 4, 12, "project.summary should be text"),
        ("title: Atlas\nproject:\n  summary: Maps.\n  links: [a]", 5, 10, "project.links should hold keys and values"),
        ("title: Atlas\nproject:\n  summary: Maps.\n  period: 2019-02-30", 5, 11, "does not exist"),
        ("title: Atlas\nproject:\n  summary: Maps.\n  period: [2019]", 5, 11, "project.period: should be text"),
        ("title: Atlas\nproject:\n  summary: Maps.\n  status: dead", 5, 11, '"dead" is not known; known are active, archived'),
        ("title: Atlas\nproject:\n  summary: Maps.\n  status: archivd", 5, 11, 'did you mean "archived"?'),
        ("title: Atlas\nproject:\n  summary: Maps.\n  links: {a: 'javascript:alert(1)'}", 5, 14, "is not a URL"),
        ("title: Atlas\nproject:\n  summary: Maps.\n  sources: [ftp://example.org]", 5, 13, "is not a URL"),
        ("title: Atlas\nproject: {summary: Maps.}\nskill: {}", 4, 1, 'move "skill" to a page of its own'),
        ("title: Atlas\nproject: {summary: Maps.}\nproject: {summary: Maps.}", 4, 1, 'the key "project" stands here twice'),
        ("title: [\nproject: 1", 2, 8, "the front matter is not YAML: did not find expected ',' or ']' while parsing a flow sequence; close what is opened here"),
        ("title: Atlas\nproject:\n  summary: \"Maps.\n  role: x", 4, 12, "close what is opened here"),
        ("title: Atlas\nproject:\n\tsummary: x", 4, 1, "indent with blanks, not with tabs"),
        ("title: A\nemployer:\n  period: ? – 2001", 4, 11, "mapping keys are not allowed in this context; put quotes around text that holds marks such as : # [ { ?"),
        ("title: Atlas: maps", 2, 13, "mapping values are not allowed in this context; put quotes around text that holds marks"),
        ("title: \x07", 2, 8, "control characters are not allowed; remove this character"),
        ("- a\n- list", 2, 1, "the front matter is a list; write keys and values"),
        ("one value", 2, 1, "the front matter is a single value; write keys and values"),
        ("title: &a [*a]", 2, 8, "write the value out"),
        ("title: &a x\nproject: {summary: *a}", 2, 8, "write the value out"),
        ("title: &unused x", 2, 8, "write the value out"),
        ("? [a]\n: b", 2, 3, "a key should be text"),
        ("title: Atlas\nproject: {summary: " + "[" * 500 + "]" * 500 + "}", 3, 38, "the front matter is nested too deeply; write it flatter"),
        ("title: Atlas\nx: !!timestamp hello", 3, 4, 'the value of "x" is not what its tag says; remove the tag, which begins with "!"'),
        ("title: !!bool maybe\nproject: {summary: S}", 2, 8, 'the value of "title" is not what its tag says; remove the tag'),
        ("title: Atlas\nx: [{a: !!int ''}]", 3, 4, 'the value of "x" is not what its tag says; remove the tag'),
        ("title: Atlas\nx: {!!bool maybe: a}", 3, 4, 'the value of "x" is not what its tag says; remove the tag'),
        ("title: Atlas\nx: !!int a", 3, 4, "invalid literal for int() with base 10: 'a'; remove the tag"),
        ("title: Atlas\nx: !own a", 3, 4, "could not determine a constructor for the tag '!own'; remove the tag"),
        ("title: Atlas\nx: !!set [a]", 3, 4, "expected a mapping node, but found sequence; remove the tag"),
        ("title: Atlas\n!!timestamp hello: x", 3, 1, 'the key "hello" is not what its tag says; remove the tag'),
        ("title: Atlas\n2019-02-30: x", 3, 1, 'the key "2019-02-30" cannot be read: day '),
        ("title: Atlas\n<<: x", 3, 5, 'the value of "<<" cannot be read: expected a mapping or list of mappings for merging, but found scalar; write out what it would merge'),
        ("!own\ntitle: Atlas", 2, 1, 'the front matter has a tag; remove the tag, which begins with "!"'),
        ("title: Atlas\ntalk: {summary: S, deliveries: []}", 3, 32, "talk.deliveries: is empty; name at least one"),
        ("title: Atlas\ntalk:\n  summary: S\n  deliveries: [{event: A, place: B, date: 2001, upcoming: no way}]", 5, 59, "talk.deliveries[0].upcoming should be true or false"),
        ("title: Atlas\ntalk:\n  summary: S\n  deliveries: [{event: A, place: B, date: 2001, upcoming: [yes]}]", 5, 59, "talk.deliveries[0].upcoming should be true or false"),
        ("title: Atlas\nproject: {summary: S, status: [active]}", 3, 31, "project.status should be one of active, inactive"),
        ("title: Atlas\ntalk:\n  summary: S\n  deliveries: [{event: '!!!', place: B, date: 2001}]", 5, 24, "no anchor can be made of this event's name; give this one an \"id: …\""),
        ("title: Atlas\ntalk:\n  summary: S\n  deliveries: [{event: A, place: B, date: 2001 – now}]", 5, 43, "a delivery is over some day; give its date, or a span's start and end"),
        ("title: A\naward: {date: '? – 2001'}", 3, 15, "it was once; give its date, or a span's start and end"),
        ("title: A\npublication: {summary: S, type: article, venue: J, date: 2001 – now}", 3, 58, "it was once; give its date, or a span's start and end"),
        ("title: Atlas\nproject: {summary: S, skills: [a, b, a]}", 3, 38, '"a" is claimed here twice; keep one of the two'),
        ("title: Atlas\nskill: {summary: S, category: C, aliases: [A, A]}", 3, 47, '"A" stands here twice; remove one'),
        ("title: Atlas\nproject:\n  summary: |\n    Two\n    lines", 4, 12, "project.summary: goes over several lines; write it as one"),
        ('title: "Two\\nlines"\nproject: {summary: S}', 2, 8, "title: goes over several lines; write it as one"),
        ('title: Atlas\nproject: {summary: "Be\\al"}', 3, 20, "project.summary: holds the character U+0007, which no page can show; remove it"),
        ('title: "Be\\al"\nproject: {summary: S}', 2, 8, 'the value of "title" holds the character U+0007, which no page can show; remove it'),
        ('title: Atlas\nproject: {summary: S, links: {"\\b": "https://example.org"}}', 3, 31, "project.links.\\u0008: holds the character U+0008"),
        ('title: Atlas\nproject: {summary: S, "\\a": x}', 3, 23, 'unknown key "\\u0007" in project'),
        ("title: Atlas\nproject: {summary: S, links: {a: 'https://['}}", 3, 34, '"https://[" is not a URL: Invalid IPv6 URL'),
        ("title: Atlas\nproject: {summary: S, links: {a: 'https://a b'}}", 3, 34, "is not a URL; it must begin with http:// or https://, and hold no blanks"),
        ("title: Atlas\nproject: {summary: S, period: '２００１'}", 3, 31, "is not a period"),
        ("title: Atlas\nmyst: {title_to_header: false}\nproject: {summary: S}", 3, 8, "an entry's page has its title as heading; remove \"title_to_header\""),
        ("title: Atlas\nprojects: {summary: S}", 3, 1, 'unknown key "projects"; did you mean "project"?'),
        ("title: Atlas\nTalk: {summary: S}", 3, 1, 'unknown key "Talk"; did you mean "talk"?'),
        ("title: Atlas\ntalk:\n  summary: Maps.\n  deliveries:\n    - {event: A, place: B, dat: 2001}", 6, 28, 'unknown key "dat" in talk.deliveries[0]; did you mean "date"?'),
        ("title: Atlas\nproject:\n  summary: Maps.\n  links:\n    a:\n      url: https://a.org", 6, 5, 'the key "archive" is missing in project.links.a; add it, or write the address alone'),
        ("title: Atlas\nproject:\n  summary: Maps.\n  sources:\n    - {archive: https://a.org}", 6, 7, 'the key "url" is missing in project.sources[0]; add it'),
        ("title: Atlas\nproject:\n  summary: Maps.\n  sources:\n    - {url: https://a.org, archive: https://b.org, arch: x}", 6, 52, 'unknown key "arch" in project.sources[0]; did you mean "archive"?'),
        ("title: Atlas\nproject:\n  summary: Maps.\n  links: {a: {url: https://a.org, archive: b.org}}", 5, 44, 'project.links.a.archive: "b.org" is not a URL'),
        ("title: Atlas\nproject:\n  summary: Maps.\n  links: {a: {url: https://a.org, archive: }}", 5, 35, "project.links.a.archive is empty"),
        ("title: Atlas\nproject:\n  summary: Maps.\n  links: {a: {url: https://a.org, archive: [x]}}", 5, 44, "project.links.a.archive should be text"),
        ("title: Atlas\nproject:\n  summary: Maps.\n  links: {a: [https://a.org]}", 5, 14, "project.links.a should be text"),
        ("title: Atlas\nproject:\n  summary: Maps.\n  links: {a: }", 5, 11, "project.links.a is empty"),
        ("title: Atlas\nproject:\n  summary: Maps.\n  links: {a: {url: https://a.org, archive: https://b.org}, b: {url: https://a.org, archive: https://c.org}}", 5, 63, 'project.links.b: "https://a.org" has another archived copy already; name one of them only'),
        ("title: Atlas\ntalk:\n  summary: Maps.\n  deliveries:\n    - {event: A, place: B, date: 2001, video: {url: https://a.org, arch: https://b.org}}", 6, 68, 'unknown key "arch" in talk.deliveries[0].video; did you mean "archive"?'),
        ("title: Atlas\nskill:\n  summary: Maps.\n  category: B\n  link: {url: x, archive: https://b.org}", 6, 15, 'skill.link.url: "x" is not a URL'),
        ("title: Atlas\ntalk:\n  summary: Maps.\n  deliveries:\n    - {event: A, place: B}", 6, 7, 'the key "date" is missing in talk.deliveries[0]'),
        ("title: Atlas\ntalk:\n  summary: Maps.\n  deliveries:\n    - {event: A, place: B, date: 2001}\n    - {event: a, place: C, date: 2001}", 7, 7, 'another delivery has the same event and date; remove one, or give this one an "id: …" of its own'),
        ("title: Atlas\ntalk:\n  deliveries:\n    - {event: A, date: 2001, id: x}\n    - {event: B, date: 2002, id: x}", 6, 7, 'another delivery has the id "x" already; give this one an "id: …" of its own'),
        (DELIVERY.format("date: 2001-05, time: 14:30, timezone: Europe/Oslo"), 5, 39, 'a time needs a day; write the date as YYYY-MM-DD, or remove "time"'),
        (DELIVERY.format("date: 2001-05-17 – 2001-05-18, time: 14:30, timezone: Europe/Oslo"), 5, 55, "a time needs a day"),
        (DELIVERY.format("date: 2001-05-17, time: 14:30"), 5, 42, 'a time needs a time zone; add one by its IANA name, as in "timezone: Europe/Berlin"'),
        (DELIVERY.format("date: 2001-05-17, timezone: Europe/Oslo"), 5, 46, 'a time zone says nothing without a time; add "time: HH:MM", or remove this'),
        (DELIVERY.format("date: 2001-05-17, time: 2:30 pm, timezone: Europe/Oslo"), 5, 42, '"2:30 pm" is not a time; write HH:MM or HH:MM – HH:MM, each from 00:00 to 23:59'),
        (DELIVERY.format("date: 2001-05-17, time: 14:30 – 14:30, timezone: Europe/Oslo"), 5, 42, "does not end after it begins; write the earlier time first, or that alone"),
        (DELIVERY.format("date: 2001-05-17, time: 14:30, timezone: europe/oslo"), 5, 59, '"europe/oslo" is not the name of a time zone; did you mean "Europe/Oslo"?'),
        (DELIVERY.format("date: 2001-05-17, time: 14:30, timezone: localtime"), 5, 59, '"localtime" is not the name of a time zone; write its IANA name, as in "Europe/Berlin"'),
        (DELIVERY.format("date: 2001-05-17, time: 14:30, timezone: CEST"), 5, 59, '"CEST" is not the name of a time zone; write its IANA name, as in "Europe/Berlin"'),
        (DELIVERY.format("date: 2001-05-17, time: 14:30, timezone: UTC+2"), 5, 59, '"UTC+2" is not the name of a time zone; write its IANA name, as in "Europe/Berlin"'),
        (DELIVERY.format("date: 2001-05-17, time: 14:30, timezone: GMT+2"), 5, 59, '"GMT+2" is not the name of a time zone; write its IANA name, as in "Europe/Berlin"'),
    ],
)  # fmt: skip
def test_problems_have_place_reason_and_remedy(yaml: str, line: int, column: int, message: str) -> None:
    reading = read("projects/atlas", f"---\n{yaml}\n---\n")
    assert reading.entry is None
    found = [(problem.line, problem.column) for problem in reading.problems if message in problem.message]
    assert found == [(line, column)], reading.problems


def test_what_is_nested_without_end_is_reported_wherever_yaml_gives_up() -> None:
    (problem,) = read("projects/atlas", f"---\ntitle: {'[' * 90_000}\n---\n").problems
    assert (problem.line, problem.message) == (2, "the front matter is nested too deeply; write it flatter")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("---\ntitle: Atlas\n\nProse.\n", 1, 'the front matter has no end; close it with a line of its own, "---"'),
        ("---\ntitle: A\ntitle: B\n---\n", 3, 'the key "title" stands here twice; remove one'),
        (
            "\n\n---\ntitle: A\n---\n",
            3,
            "front matter begins and ends with a line of three hyphens, the first of the file; remove what stands above it",
        ),
    ],
)
def test_front_matter_that_is_none(text: str, line: int, message: str) -> None:
    (problem,) = read("index", text).problems
    assert (problem.line, problem.message) == (line, message)


def test_keys_like_a_kind_may_hold_other_things_than_mappings() -> None:
    assert read("index", page("title: Home\nskills: [a]\nTalk: [summary]")).problems == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("title: Home\nawrd: {date: 2001}", 'unknown key "awrd"; did you mean "award"?'),
        (
            "title: Home\nhobbies: {bees: two}",
            'unknown key "hobbies"; remove it, or name it in portfolio_front_matter_keys in conf.py',
        ),
        ("title: Home\nkeywords: {en: gardens}\nmyst: {}\nkernelspec: {name: python3}", None),
    ],
)
def test_unknown_mappings_at_the_top(text: str, problem: str | None) -> None:
    found = read("index", page(text), ["keywords"]).problems
    assert [each.message for each in found] == ([problem] if problem else [])
    assert read("awards/medal", page(f"{text}\naward: {{}}"), ["keywords"]).entry is not None


def test_a_file_name_must_be_a_slug() -> None:
    (problem,) = read("projects/My Atlas", page("title: Atlas\nproject: {summary: Maps.}")).problems
    assert problem.message == 'the file name "My Atlas" is not a slug; use lower-case words joined by hyphens'


TAGS = ["timestamp", "bool", "int", "float", "binary", "null", "omap", "pairs", "set", "seq", "map", "str", "merge", "value", "python/none"]  # fmt: skip
VALUES = ["''", "x", "+", "_", "2019-02-30", "2001-01-01t25:00:00", "[a]", "{a: b}", "{<<: x}", "é"]


def loads(front: str) -> bool:
    try:
        yaml.safe_load(front)
    except (yaml.YAMLError, ValueError, AttributeError, TypeError):
        return False
    return True


def test_no_tag_and_no_value_stops_the_markdown_parser() -> None:
    """What YAML's own tags and values can be at the top, MyST reads, or it is a problem and MyST is not given it."""
    written = [f"{tag} {value}" for tag in ["", "!own", *(f"!!{tag}" for tag in TAGS)] for value in VALUES]
    fronts = [f"{front}\n" for each in written for front in (f"title: {each}", f"x: [{each}]", f"? {each}\n: x", each)]
    for front in fronts:
        text = f"---\n{front}---\n"
        yaml.safe_load(without_entry("about", text).removeprefix("---").partition("\n---")[0])
        assert read("about", text).problems or loads(front), front


def test_all_problems_come_at_once_and_in_order() -> None:
    reading = read("talks/seeds", page("talk:\n  sumary: x\n  deliveries: [{event: A, date: 2019-13, place: }]"))
    assert [(problem.line, problem.column) for problem in reading.problems] == [
        (2, 1),
        (3, 3),
        (4, 33),
        (4, 42),
    ]


def test_what_is_read_is_kept_from_the_markdown_parser() -> None:
    text = page("""
        title: 'Seeds: a talk'
        talk:
          summary: On seeds.
          deliveries: [{event: A, place: B, date: 2019-02-30}]
        orphan: true
    """)
    kept = without_entry("projects/atlas", text)
    assert kept == "---\n{title: 'Seeds\\: a talk', orphan: true}\n\n\n\n\n---\n\nProse.\n"
    assert kept.count("\n") == text.count("\n")


@pytest.mark.parametrize("text", ["Prose.\n", page("title: Free"), "---\n---\n", ""])
def test_pages_without_an_entry_stay_as_they_are(text: str) -> None:
    assert without_entry("projects/atlas", text) == text


def test_front_matter_that_cannot_be_read_gives_way_to_the_file_s_name() -> None:
    assert (
        without_entry("projects/atlas", "---\ntitle: [\na: b\n---\nProse.\n") == "---\n{title: atlas}\n\n---\nProse.\n"
    )


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        (r"C++ & <b>\</b>", r"C\+\+ \& \<b\>\\\<\/b\>"),
        ("'{skill}`x` ![y](z) #'", r"\{skill\}\`x\` \!\[y\]\(z\) \#"),
        ("'one\n\n  <script>'", r"one \<script\>"),
        ("[<script>]", "atlas"),
        ("", "atlas"),
        ("2019", "2019"),
    ],
)
def test_an_entry_s_title_is_no_markdown(title: str, kept: str) -> None:
    front = without_entry("projects/atlas", f"---\ntitle: {title}\nproject: {{summary: x, sumary: y}}\n---\n").split(
        "\n---"
    )[0]
    assert yaml.safe_load(front) == {"title": kept}


def test_a_person() -> None:
    reading = read(
        "index",
        page("""
            title: Ada
            person:
              name: Ada Flora
              label: Illustrator
              profiles: {GitHub: https://example.org/ada}
        """),
    )
    assert (reading.problems, reading.kind, reading.entry) == ((), None, None)
    assert reading.person == Person(
        name="Ada Flora", label="Illustrator", profiles={"GitHub": Url("https://example.org/ada")}
    )
    assert reading.links == {"https://example.org/ada": 6}
    assert without_entry("index", page("title: A *b*\nperson: {name: Ada}")).startswith("---\n{title: A *b*}\n\n---")


@pytest.mark.parametrize(
    ("docname", "text", "problem"),
    [
        ("index", "person: {label: x}", 'the key "name" is missing in person; add it'),
        ("index", "person: {name: x, nme: y}", 'unknown key "nme" in person; did you mean "name"?'),
        ("index", "person: {name: x, email: }", "person.email is empty; give it a value or remove the key"),
        ("index", "persn: {name: x}", 'unknown key "persn"; did you mean "person"?'),
        ("about", "person: {name: x}", 'the person stands on the first page alone; move it to "index.md"'),
        ("index", "person: {name: x}\nproject: {}", 'a page is one thing, and this page is "person" already; move "project" to a page of its own'),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_person(docname: str, text: str, problem: str) -> None:
    reading = read(docname, page(text))
    assert ([each.message for each in reading.problems], reading.person) == ([problem], None)


ARCHIVED = """
    title: Atlas
    talk:
      summary: Maps.
      links:
        website: {url: https://a.org, archive: https://web.archive.org/a}
        url: https://b.org
      sources:
        - archive: https://web.archive.org/c
          url: https://c.org
        - https://a.org
      deliveries:
        - event: Flora
          place: Oslo
          date: 2006
          video:
            url: https://d.org
            archive: https://web.archive.org/d
"""


def test_addresses_with_archived_copies_and_where_both_stand() -> None:
    reading = read("talks/atlas", page(ARCHIVED))
    assert reading.problems == ()
    assert isinstance(reading.entry, Talk)
    assert reading.entry.links == {"website": "https://a.org", "url": "https://b.org"}
    assert reading.entry.sources == ("https://c.org", "https://a.org")
    assert reading.entry.deliveries[0].video == "https://d.org"
    assert reading.entry.archives == {f"https://{x}.org": f"https://web.archive.org/{x}" for x in "acd"}
    assert reading.links == {
        "https://a.org": 6,
        "https://web.archive.org/a": 6,
        "https://b.org": 7,
        "https://web.archive.org/c": 9,
        "https://c.org": 10,
        "https://d.org": 17,
        "https://web.archive.org/d": 18,
    }


def test_addresses_of_a_person_have_archived_copies_too() -> None:
    text = "person:\n  name: Ada\n  url: {url: https://a.org, archive: https://b.org/a}\n  profiles:\n    X: {url: https://x.org, archive: https://b.org/x}"
    reading = read("index", page(text))
    assert reading.person == Person(
        name="Ada",
        url=Url("https://a.org"),
        profiles={"X": Url("https://x.org")},
        archives={Url("https://a.org"): Url("https://b.org/a"), Url("https://x.org"): Url("https://b.org/x")},
    )
    assert (reading.links["https://b.org/a"], reading.links["https://b.org/x"]) == (4, 6)
    (problem,) = read("index", page("person: {name: Ada, archives: {}}")).problems
    assert problem.message.startswith('unknown key "archives" in person')


@pytest.mark.parametrize(
    "email", ["not an address", "mailto:a@example.org", "a@b", "a@example.org,b@example.org", "<b>@example.org"]
)
def test_what_is_no_address_for_mail(email: str) -> None:
    (problem,) = read("index", page(f"person: {{name: x, email: {email!r}}}")).problems
    assert problem.message == f'person.email: "{email}" is not an email address; write one, as in ada@example.org'


@pytest.mark.parametrize("phone", ["call me; ext=1", "1", "+44 x"])
def test_what_is_no_telephone_number(phone: str) -> None:
    (problem,) = read("index", page(f"person: {{name: x, phone: {phone!r}}}")).problems
    assert problem.message.startswith(f'person.phone: "{phone}" is not a phone number; write one')


def test_what_a_person_speaks_and_claims() -> None:
    text = "person:\n  name: Ada\n  languages: {English: Native, German: }\n  photo: a/ada.jpg\n  phone: (+44) 020 x12"
    person = read("index", page(f'{text}\n  claimed_skills: {{Tools: [Spade], "": [Latin]}}')).person
    assert person == Person(
        name="Ada",
        languages={"English": Fluency("Native"), "German": Fluency("")},
        photo=Photo("a/ada.jpg"),
        phone=Phone("(+44) 020 x12"),
        claimed_skills=SkillGroups({"Tools": ("Spade",), "": ("Latin",)}),
    )
    listed = read("index", page("person:\n  name: Ada\n  claimed_skills: [Latin, Greek]"))
    assert listed.person == Person(name="Ada", claimed_skills=SkillGroups({"": ("Latin", "Greek")}))


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ("claimed_skills: [Latin, Latin]", 'person.claimed_skills: "Latin" stands here twice; remove one'),
        ("claimed_skills: [[Latin]]", "person.claimed_skills[0] should be text"),
        ("photo: ../ada.jpg", 'person.photo: "../ada.jpg" is neither an address nor the name of a picture'),
        ("photo: ada", 'person.photo: "ada" is neither an address nor the name of a picture'),
        ("languages: {English: [B2]}", "person.languages.English should be text"),
    ],
)
def test_what_a_person_cannot_say(facts: str, message: str) -> None:
    (problem,) = read("index", page(f"person: {{name: x, {facts}}}")).problems
    assert problem.message.startswith(message)


POSITIONS = """
    title: Kew
    employer:
      positions:
        - {role: Head, period: 2010 – now, skills: [{drawing: {proof: I drew.}}]}
        - {role: Gardener, period: 2001 – 2004, skills: [drawing, {ink: 2002}]}
"""


def test_positions_are_the_time_of_the_whole() -> None:
    reading = read("employers/kew", page(POSITIONS))
    assert (reading.problems, reading.skills) == ((), ("drawing", "drawing", "ink"))
    assert isinstance(reading.entry, Employer)
    assert str(reading.entry.period) == "2001 – now"
    assert [str(period) for period in reading.entry.periods] == ["2010 – now", "2001 – 2004"]
    assert [(claim.skill, str(claim.period)) for claim in reading.entry.claims] == [
        ("drawing", "2010 – now"),
        ("drawing", "2001 – 2004"),
        ("ink", "2002"),
    ]
    assert [part.role for part in reading.entry.parts] == ["Head", "Gardener"]
    assert reading.entry.gist == "Head, Gardener"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("ink: 2002", "ink: 2005", "2005 is not within the time of this position, 2001 – 2004; write a part of it"),
        ("[drawing, ", "[ink, ", '"ink" is claimed here twice; keep one of the two'),
        ("positions:", "period: 2002 – now\n      positions:", "2001 – 2004 is not within the time of this page, 2002"),
    ],
)
def test_what_positions_cannot_say(old: str, new: str, message: str) -> None:
    (problem,) = read("employers/kew", page(POSITIONS.replace(old, new))).problems
    assert problem.message.startswith(message)
