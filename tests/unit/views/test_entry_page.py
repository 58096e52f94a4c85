"""What an entry's page says of it."""

from gettext import NullTranslations

from careers import career, project, publication, talk
from portfolio.i18n.translation import ENGLISH, Language
from portfolio.views.entry_page import Backlinks
from portfolio.views.parts import Page


class Same(NullTranslations):
    """A language in which everything is called the same."""

    def gettext(self, message: str) -> str:
        return "…"


def test_relations_stay_apart_where_a_language_has_one_word_for_both() -> None:
    atlas = project("atlas", "2003")
    found = career(
        atlas, talk("seeds", "2006-05-17", projects=("atlas",)), publication("maps", "2007", projects=("atlas",))
    )
    rows = Backlinks(docname=atlas.docname).view(found, Language(ENGLISH.locale, Same())).rows
    firsts = [(row.label, row.items[0].parts[0]) for row in rows]
    assert firsts == [
        ("…", Page(text="Seeds", docname="talks/seeds")),
        ("…", Page(text="Maps", docname="publications/maps")),
    ]
