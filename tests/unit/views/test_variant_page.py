"""What a variant's page shows."""

from careers import career, project, skill
from portfolio.i18n.translation import ENGLISH
from portfolio.model.entries import Slug
from portfolio.model.person import Person
from portfolio.model.variant import Variant
from portfolio.views.variant_page import variant_page

ARTS = Variant(name="arts", title="Illustrator", skills=(Slug("drawing"),))


def test_it_shows_as_much_as_the_curriculum_vitae() -> None:
    drawn = [project(f"p{n}", str(2000 + n), skills=("drawing",)) for n in range(9)]
    found = career(*drawn, project("other", "2020"), skill("drawing"), person=Person(name="Ada"))
    view = variant_page(found, ARTS, ENGLISH)
    ((heading, cards),) = view.parts
    assert (view.title, heading) == ("Ada: Illustrator", "Projects")
    assert [card.title.text for card in cards.cards] == ["P8", "P7", "P6", "P5", "P4", "P3"]


def test_without_a_person_it_is_called_by_its_title() -> None:
    assert variant_page(career(), ARTS, ENGLISH).title == "Illustrator"
