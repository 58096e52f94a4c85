"""The person on a page."""

import pytest

from careers import career
from portfolio.i18n.translation import ENGLISH, Language
from portfolio.model.entries import Url
from portfolio.model.person import Email, Person
from portfolio.views.parts import Link
from portfolio.views.person import HCard, Introduction, links, sought

HOME = Url("https://example.org/ada/")
GITHUB = Url("https://github.com/ada")


def introduced(title: str, **fields: str) -> HCard:
    found = Introduction(title=title).view(career(person=Person(name="Ada Flora", **fields)), ENGLISH)  # type: ignore[arg-type]
    assert found
    return found


def test_nobody_is_introduced_where_nobody_is_known() -> None:
    assert Introduction(title="Ada").view(career(), ENGLISH) is None


@pytest.mark.parametrize(
    ("fields", "label", "details"),
    [
        ({}, "", ""),
        ({"label": "Illustrator"}, "Illustrator", ""),
        ({"place": "Kew"}, "", "Kew"),
        (
            {"label": "Illustrator", "place": "Kew", "pronunciation": "AY-duh"},
            "Illustrator",
            "Kew\xa0· pronounced AY-duh",
        ),
    ],
)
def test_what_is_said(fields: dict[str, str], label: str, details: str) -> None:
    found = introduced("Home", **fields)
    assert (found.label, found.details) == (label, details)


@pytest.mark.parametrize(("title", "is_titled"), [("Ada Flora", True), ("Speaker kit", False), ("", False)])
def test_the_title_can_be_the_name(title: str, is_titled: bool) -> None:
    assert introduced(title).is_titled is is_titled


def test_links_lead_to_networks_and_home_and_mail() -> None:
    ada = Person(name="Ada", url=HOME, email=Email("ada@example.org"), profiles={"GitHub": GITHUB})
    assert links(ada) == (
        Link(text="ada@example.org", url=Url("mailto:ada@example.org")),
        Link(text="GitHub", url=GITHUB),
        Link(text="example.org/ada", url=HOME),
    )
    assert links(Person(name="Ada")) == ()


def test_people_search_in_their_own_words() -> None:
    assert {"CV", "Contact"} <= {*sought(ENGLISH)}
    assert {"Lebenslauf", "Kontakt"} <= {*sought(Language.of("de"))}
