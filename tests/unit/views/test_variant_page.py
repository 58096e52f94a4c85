"""What a variant's page shows."""

from dataclasses import replace

from careers import career, employer, project, skill
from portfolio.i18n.translation import ENGLISH
from portfolio.model.dates import Period
from portfolio.model.entries import Slug, Url
from portfolio.model.person import Person
from portfolio.model.variant import Variant
from portfolio.views.parts import DOT
from portfolio.views.variant_page import variant_page

ARTS = Variant(name="arts", title="Illustrator", skills=(Slug("drawing"),))


def test_it_shows_as_much_as_the_curriculum_vitae() -> None:
    drawn = [project(f"p{n}", str(2000 + n), skills=("drawing",)) for n in range(9)]
    found = career(*drawn, project("other", "2020"), skill("drawing"), person=Person(name="Ada"))
    view = variant_page(found, ARTS, ENGLISH)
    ((heading, cards),) = view.parts
    assert (view.title, view.person and view.person.name, heading) == ("Illustrator", "Ada", "Projects")
    assert [card.title.text for card in cards.cards] == ["P8", "P7", "P6", "P5", "P4", "P3"]


def test_it_begins_with_the_pitch_else_with_what_the_person_says() -> None:
    ada = career(person=Person(name="Ada", summary="I draw."))
    assert [variant_page(each, ARTS, ENGLISH).pitch for each in (career(), ada)] == ["", "I draw."]
    assert variant_page(ada, replace(ARTS, pitch="I drew seeds."), ENGLISH).pitch == "I drew seeds."


def test_it_has_all_employments_the_current_one_first_with_all_that_came_of_them() -> None:
    done = tuple(f"Drew plate {number}." for number in range(4))
    found = career(
        employer("leeds", "1998 – 2001", skills=("drawing",)),
        employer("kew", "2002 – now", highlights=done),
        skill("drawing"),
    )
    (_, cards), *_ = variant_page(found, ARTS, ENGLISH).parts
    assert [(card.title.text, card.highlights) for card in cards.cards] == [("Kew", done), ("Leeds", ())]


def test_a_skill_has_its_years_and_its_best_proof() -> None:
    atlas = project("atlas", "2003", skills=("drawing",), links={"source": Url("https://example.org")})
    (row,) = variant_page(career(atlas, skill("drawing"), skill("other")), ARTS, ENGLISH).skills
    assert (row.title.text, row.years) == ("Drawing", "2003")
    assert [part if isinstance(part, str) else part.text for part in row.proof.parts] == ["Atlas", DOT, "Source"]


def test_a_skill_that_nothing_on_the_page_proves_is_left_out() -> None:
    atlas = project("atlas", "2003", skills=("drawing",))
    found = career(atlas, project("seeds", "2020", skills=("other",)), skill("drawing"), skill("other"))
    late = replace(ARTS, skills=(Slug("drawing"), Slug("other")), span=Period.parse("2010 – 2021"))
    assert [row.title.text for row in variant_page(found, late, ENGLISH).skills] == ["Other"]


def test_without_a_person_it_is_called_by_its_title() -> None:
    assert variant_page(career(), ARTS, ENGLISH).title == "Illustrator"
