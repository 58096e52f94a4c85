"""The card for address books, read back by a program that others wrote."""

import io
from dataclasses import replace

import pytest
import vobject
from PIL import Image

from careers import career, employer
from filled_careers import changes, filled, hostile, whole
from hostile_careers import TEXTS
from portfolio.export import vcard
from portfolio.export.photo import WIDTH
from portfolio.export.site import Site
from portfolio.i18n.translation import ENGLISH
from portfolio.model.career import Career
from portfolio.model.entries import Entry, Url
from portfolio.model.person import Email, Person, Phone, Photo

LEFT_OUT = {
    "languages",  # a card has one for what is written to someone, not for what is spoken
    "claimed_skills",
    "archives",  # a card leads to where things are today
    "pronunciation",
    "summary",  # a card's note is for its owner's own words
}
"""The fields of a person that no card holds."""
ADA = Person(name="Ada Flora")


def site(base: str = "") -> Site:
    return Site(title="Ada", author="Somebody", code="en", language=ENGLISH, base=base, path=str)


def written(found: Career, base: str = "") -> str:
    (file,) = vcard.files(found, site(base))
    return file.write(file.content).decode()


def read(text: str) -> dict[str, list[object]]:
    """What a reader finds: names of properties, and their values with those of groups they belong to."""
    parsed = vobject.readOne(text)
    assert parsed.name == "VCARD"
    parsed.validate(raiseException=True)
    return {name: [each.value for each in lines] for name, lines in parsed.contents.items()}


def test_without_a_person_there_is_no_card() -> None:
    assert list(vcard.files(career(employer("kew", "2001 – now")), site())) == []


def test_a_name_is_enough_and_nothing_is_added() -> None:
    assert (
        written(career(person=ADA))
        == "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Flora\r\nN:;Ada Flora;;;\r\nUID:index@portfolio.invalid\r\nEND:VCARD\r\n"
    )


def test_a_card_says_what_the_person_says() -> None:
    ada = Person(
        name="Ada Flora",
        label="Illustrator; botanist, both",
        url=Url("https://example.org/ada"),
        photo=Photo("https://example.org/ada.jpg"),
        email=Email("ada@example.org"),
        phone=Phone("+44 20 7946 0000"),
        profiles={"GitHub": Url("https://github.com/ada"), "Herbaria, Inc.": Url("https://example.org/é;a,b")},
    )
    text = written(
        career(employer("kew", "2001 – now", title="Kew; Gardens, Royal"), person=ada), "https://example.org/me/"
    )
    found = read(text)
    assert {name: [str(value) for value in values] for name, values in found.items() if name not in {"n", "org"}} == {
        "version": ["3.0"],
        "uid": ["index@portfolio.invalid"],
        "fn": ["Ada Flora"],
        "title": ["Illustrator; botanist, both"],
        "email": ["ada@example.org"],
        "tel": ["+44 20 7946 0000"],
        "url": [
            "https://example.org/ada",
            "https://example.org/me/",
            "https://github.com/ada",
            "https://example.org/%C3%A9%3Ba%2Cb",
        ],
        "x-ablabel": ["GitHub", "Herbaria, Inc."],
        "photo": ["https://example.org/ada.jpg"],
        "source": ["https://example.org/me/card.vcf"],
    }
    assert found["org"] == [["Kew; Gardens, Royal"]]
    (name,) = vobject.readOne(text).n_list
    assert (name.value.given, name.value.family) == ("Ada Flora", "")
    groups = [
        (each.group, each.value) for name in ("url", "x-ablabel") for each in vobject.readOne(text).contents[name]
    ]
    assert groups[2:] == [
        ("item1", "https://github.com/ada"),
        ("item2", "https://example.org/%C3%A9%3Ba%2Cb"),
        ("item1", "GitHub"),
        ("item2", "Herbaria, Inc."),
    ]
    assert "PHOTO;VALUE=uri:https://example.org/ada.jpg\r\n" in text
    assert "EMAIL;TYPE=INTERNET:ada@example.org\r\n" in text


@pytest.mark.parametrize(
    ("entries", "label", "found"),
    [
        ([employer("kew", "2001 – now", role="Draws")], None, ("Draws", "Kew")),
        ([employer("kew", "2001 – now", role="Draws")], "Botanist", ("Botanist", "Kew")),
        ([employer("kew", "2001 – now")], None, (None, "Kew")),
        ([employer("kew", "2001 – 2005", role="Draws")], None, (None, None)),
        ([employer("kew", "2001 – now"), employer("oslo", "2005 – now", role="Digs")], None, (None, None)),
        ([employer("kew", "2001 – 2005"), employer("oslo", "1999 – now")], None, (None, "Oslo")),
    ],
)
def test_the_employer_is_that_of_today(entries: list[Entry], label: str | None, found: tuple[str | None, ...]) -> None:
    properties = read(written(career(*entries, person=Person(name="Ada", label=label))))
    assert (properties.get("title", [None])[0], properties.get("org", [[None]])[0][0]) == found  # type: ignore[index]


@pytest.mark.parametrize(
    ("url", "base", "found"),
    [
        (None, "", []),
        (None, "https://example.org/me/", ["https://example.org/me/"]),
        ("https://example.org/ada", "", ["https://example.org/ada"]),
        ("https://example.org/ada", "https://example.org/me/", ["https://example.org/ada", "https://example.org/me/"]),
    ],
)
def test_home_pages(url: str | None, base: str, found: list[str]) -> None:
    properties = read(written(career(person=Person(name="Ada", url=Url(url) if url else None)), base))
    assert properties.get("url", []) == found
    assert properties.get("source", []) == ([f"{base}card.vcf"] if base else [])


@pytest.mark.parametrize("name", sorted(set(changes(Person, filled(Person, 0))) - LEFT_OUT))
def test_every_field_of_the_person_arrives(name: str) -> None:
    person = filled(Person, 0)
    assert written(whole(person=person)) != written(whole(person=changes(Person, person)[name]))


def test_what_is_left_out_is_a_field() -> None:
    assert set(changes(Person, filled(Person, 0))) >= LEFT_OUT


def test_nothing_private_is_said_that_the_person_does_not_say() -> None:
    found = read(written(career(employer("kew", "2001 – now"), person=ADA), "https://example.org/"))
    assert not {"email", "tel", "adr", "note", "rev", "bday"} & set(found)


@pytest.mark.parametrize("offset", range(len(TEXTS)))
def test_hostile_texts_arrive_as_they_are(offset: int) -> None:
    text = hostile(offset)
    found = written(whole(text=text), "https://example.org/")
    properties = read(found)
    assert properties["fn"] == [text("name", 0)]
    assert properties["title"] == [text("label", 0)]
    assert properties["org"] == [[text("title", 1)]]
    assert properties["x-ablabel"] == [text("profiles", 0)]
    assert all(len(line.encode()) <= 75 for line in found.split("\r\n"))
    assert "\n" not in found.replace("\r\n", "")


@pytest.mark.parametrize(
    ("value", "found"),
    [("a,b;c\\d:e\"f'", "a\\,b\\;c\\\\d:e\"f'"), ("a\nb\r\nc", "a\\nb\\nc"), ("\\n", "\\\\n"), ("", "")],
)
def test_text(value: str, found: str) -> None:
    assert vcard.text(value) == found


@pytest.mark.parametrize(
    ("line", "lengths"),
    [
        ("x" * 75, [75]),
        ("x" * 76, [75, 2]),
        ("x" * 149, [75, 75]),
        ("x" * 150, [75, 75, 2]),
        ("x" * 74 + "é" + "x", [74, 4]),
        ("🦖" * 40, [72, 73, 17]),
    ],
)
def test_lines_are_folded_between_characters(line: str, lengths: list[int]) -> None:
    found = vcard.folded(line)
    assert [len(part.encode()) for part in found.split("\r\n")] == lengths
    assert found.replace("\r\n ", "") == line


def test_a_name_has_two_parts_where_they_are_known_and_a_place_is_a_locality() -> None:
    text = written(
        career(person=Person(name="Ada M. Flora", given_name="Ada", family_name="Flora", place="Kew, England"))
    )
    assert "\r\nN:Flora;Ada;;;\r\n" in text
    assert "\r\nADR:;;;Kew\\, England;;;\r\n" in text
    assert "\r\nUID:index@portfolio.invalid\r\n" in text


def test_a_photo_of_the_site_is_held_small_and_square() -> None:
    whole = Image.linear_gradient("L").resize((600, 400)).convert("RGB")
    data = io.BytesIO()
    whole.save(data, "JPEG")
    person = Person(name="Ada Flora", photo=Photo("ada.jpg"))
    (file,) = vcard.files(career(person=person), replace(site("https://example.org/"), photo=data.getvalue()))
    text = file.write(file.content).decode()
    (photo,) = vobject.readOne(text).photo_list
    assert (photo.params, "uri:" in text) == ({"ENCODING": ["b"], "TYPE": ["PNG"]}, False)
    with Image.open(io.BytesIO(photo.value)) as small:
        assert (small.format, small.size) == ("PNG", (WIDTH, WIDTH))
    assert all(len(line) <= 75 for line in text.split("\r\n"))
    assert file.write(file.content).decode() == text


@pytest.mark.parametrize("data", [b"no picture", None])
def test_a_card_holds_no_photo_that_cannot_be_read(data: bytes | None) -> None:
    person = Person(name="Ada Flora", photo=Photo("ada.avif"))
    (file,) = vcard.files(career(person=person), replace(site("https://example.org/"), photo=data))
    assert b"PHOTO" not in file.write(file.content)
