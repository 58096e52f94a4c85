from dataclasses import replace

import pytest

from careers import claim, education, employer, project, publication, sabbatical, skill, talk
from portfolio.model.dates import Period
from portfolio.model.entries import Entry, Key, Url, fits_on_line, references, slugify
from portfolio.model.kinds import Award, Delivery, Employer, Talk


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("QCon London 2020", "qcon-london-2020"),
        ("O'Reilly Velocity EU 2019", "oreilly-velocity-eu-2019"),
        ("O’Reilly Velocity EU 2019", "oreilly-velocity-eu-2019"),
        ("µCon Stockholm 2015", "μcon-stockholm-2015"),
        ("Coördination-Free", "coordination-free"),
        ("SREcon17 Europe/Middle East/Africa", "srecon17-europe-middle-east-africa"),
        ("日本 2020", "日本-2020"),
        ("snake_case", "snake-case"),
        ("𝗔𝗖𝗠𝗘 Ⓒorp", "acme-corp"),
    ],
)
def test_slugs_of_event_names(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_lines_have_no_controls_and_do_not_end() -> None:
    assert all(map(fits_on_line, ["", "Über alles", "زبان\u200cها", "a\u00a0b"]))
    assert not any(fits_on_line(f"a{char}b") for char in "\0\t\n\r\x85\u2028\u2029\ud800")


def test_a_delivery_can_name_its_anchor() -> None:
    fields = {"event": "QCon London 2020", "place": "London", "date": Period.parse("2020-03")}
    assert Delivery(**fields).anchor == "qcon-london-2020"  # type: ignore[arg-type]
    assert Delivery(**fields, id=slugify("first")).anchor == "first"  # type: ignore[arg-type]


def test_keys_and_references_come_from_place_and_fields() -> None:
    talk = Talk(
        docname="talks/seeds",
        title="Seeds",
        summary="On seeds.",
        deliveries=(),
        projects=(slugify("bank"), slugify("index")),
        employer=slugify("kew"),
        skills=(claim("drawing"),),
    )
    assert talk.key == Key("talk", "seeds")
    assert [(field.name, key) for field, key in references(talk)] == [
        ("projects", Key("project", "bank")),
        ("projects", Key("project", "index")),
        ("employer", Key("employer", "kew")),
        ("skills", Key("skill", "drawing")),
    ]
    kew = Employer(docname="kew", title="Kew", summary="Gardens.", period=Period.parse("2001"), places=("Kew",))
    assert (kew.key, [(field.name, key) for field, key in references(kew)]) == (Key("employer", "kew"), [])


@pytest.mark.parametrize(
    ("links", "public_proofs"),
    [
        ({}, {}),
        ({"article": "https://a.org"}, {}),
        (
            {"slides": "https://s.org", "article": "https://a.org", "source": "https://c.org"},
            {"source": "https://c.org", "slides": "https://s.org"},
        ),
        ({"Source": "https://c.org"}, {}),
    ],
)
def test_public_proofs_are_links_that_say_so(links: dict[str, str], public_proofs: dict[str, str]) -> None:
    assert project("atlas", links=links).public_proofs == public_proofs
    assert list(project("atlas", links=links).public_proofs) == list(public_proofs)


def test_of_a_talk_the_newest_recording_and_slides_are_its_public_proofs() -> None:
    new = Delivery(event="New", place="Oslo", date=Period.parse("2006-05"), video=url("new"))
    old = Delivery(event="Old", place="Lima", date=Period.parse("2005"), video=url("old"), slides=url("slides"))
    seeds = talk(
        "seeds", deliveries=(new, old), links={"source": url("code"), "video": url("own"), "site": url("site")}
    )
    assert seeds.public_proofs == {"source": url("code"), "video": url("new"), "slides": url("slides")}
    assert talk("seeds", "2005", links={"video": url("own")}).public_proofs == {"video": url("own")}


def url(name: str) -> Url:
    return Url(f"https://example.org/{name}")


@pytest.mark.parametrize(
    ("entry", "gist"),
    [
        (skill("drawing"), ""),
        (employer("kew", "2001", role="Illustrator"), "Illustrator"),
        (education("leeds", "2001", degree="BSc", area="Botany"), "BSc, Botany"),
        (sabbatical("lima", "2001", role="Guest"), "Guest"),
        (project("atlas", role="Editor"), "Editor"),
        (publication("seeds", "2001", venue="Flora"), "Flora"),
        (Award(docname="awards/medal", title="Medal", issuer="Linnean Society"), "Linnean Society"),
    ],
)
def test_what_has_no_summary_is_described_by_its_role_or_the_like(entry: Entry, gist: str) -> None:
    assert replace(entry, summary="").gist == gist
    assert replace(entry, summary="In short.").gist == "In short."
