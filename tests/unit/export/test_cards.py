"""Cards: what they say, and that they hold it whatever it is."""

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from careers import career, education, employer, project, skill, talk
from hostile_careers import TEXTS
from nightly import every
from portfolio.export.file import File, LeftOut
from portfolio.export.images import cards
from portfolio.export.images.cards import Card
from portfolio.export.site import color
from portfolio.export.typst_fonts import Fonts
from portfolio.i18n.translation import ENGLISH, Language
from portfolio.model.entries import Entry
from portfolio.model.kinds import KINDS
from portfolio.model.person import Person
from portfolio.views.listing import Entries
from portfolio.views.queries import View
from portfolio.views.timeline import Timeline
from sites import site

ACCENT = "#0b5e74"
ADA = Person(name="Ada Flora", label="Illustrator")


def card(docname: str, title: str, *entries: Entry, person: Person | None = ADA, code: str = "en") -> Card:
    found = career(*entries)
    found.person = person
    return cards.content(docname, title, found, site(accent=ACCENT, language=Language.of(code)))


KEW = employer("kew", "2001 – now", title="Royal Botanic Gardens")
ATLAS = project("atlas", "2003-01 – 2005-06", skills=("drawing",))


@pytest.mark.parametrize(
    ("entry", "code", "alt"),
    [
        (KEW, "en", "Employer · Royal Botanic Gardens · 2001 – now · Ada Flora · Illustrator"),
        (KEW, "de", "Arbeitgeber · Royal Botanic Gardens · 2001 – heute · Ada Flora · Illustrator"),
        (ATLAS, "en", "Project · Atlas · January 2003 – June 2005 · Ada Flora · Illustrator"),
        (project("bank", employers=("kew",)), "en", "Project · Bank · within 2001 – now · Ada Flora · Illustrator"),
        (education("leeds", "1998 – 2002"), "en", "Education · Leeds · 1998 – 2002 · Ada Flora · Illustrator"),
        (talk("seeds", "2006-05-17", "2005"), "en", "Talk · Seeds · 2005 – 17 May 2006 · Ada Flora · Illustrator"),
        (talk("seeds"), "en", "Talk · Seeds · Ada Flora · Illustrator"),
        (skill("drawing"), "en", "Skill · Drawing · 2003 – 2005 · Ada Flora · Illustrator"),
        (skill("taxonomy"), "en", "Skill · Taxonomy · Ada Flora · Illustrator"),
    ],
)
def test_cards_of_entries(entry: Entry, code: str, alt: str) -> None:
    others = [each for each in (KEW, ATLAS) if each != entry]
    found = card(entry.docname, entry.title, entry, *others, code=code)
    assert (found.alt, found.mark, found.accent) == (alt, entry.traits.mark, "#0b5e74")


@pytest.mark.parametrize(
    ("docname", "title", "person", "alt"),
    [
        ("timeline", "Timeline", ADA, "Timeline · Ada Flora · Illustrator"),
        ("timeline", "Timeline", Person(name="Ada Flora"), "Timeline · Ada Flora"),
        ("timeline", "Timeline", None, "Timeline · B. Otanist"),
        ("index", "Ada Flora", ADA, "Ada Flora · Illustrator"),
        ("index", "Ada Flora", Person(name="Ada Flora"), "Ada Flora"),
        ("index", "Welcome", ADA, "Welcome · Ada Flora · Illustrator"),
        ("about", "Ada Flora", ADA, "Ada Flora · Ada Flora · Illustrator"),
        ("projects/seed-bank", "🌱", ADA, "Seed bank · Ada Flora · Illustrator"),
        ("…", "🌱", ADA, "A botanist · Ada Flora · Illustrator"),
        ("timeline", "Timeline", Person(name="…", label="🌱"), "Timeline"),
    ],
)
def test_cards_of_other_pages(docname: str, title: str, person: Person | None, alt: str) -> None:
    found = card(docname, title, person=person)
    assert (found.alt, found.mark) == (alt, None)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("x" * 10_000, "x" * 119 + "…"),
        ("many words " * 700, "many words " * 10 + "many…"),
        ("x" * 120, "x" * 120),
    ],
)
def test_what_is_too_long_is_cut(title: str, shown: str) -> None:
    assert card("page", title).title == shown


def test_a_card_says_what_its_entry_is_in_two_lines() -> None:
    found = card("projects/atlas", "Atlas", replace(ATLAS, summary="Five hundred plates, 20 GB of seeds."))
    assert found.summary == "Five hundred plates, 20\N{NO-BREAK SPACE}GB of seeds."
    shown, unfit = (ink(cards.write(replace(found, summary=text))) for text in (found.summary, "W" * 119))
    # What does not fit is left out.
    assert unfit < shown


def ink(data: bytes) -> int:
    """How many pixels are not the paper's."""
    return 1200 * 630 - max(count for count, _ in pixels(data).getcolors(2**24) or ())


@pytest.mark.parametrize(("docname", "number"), [("index", 3), ("other", 0)])
def test_the_first_page_names_three_of_its_entries(docname: str, number: int) -> None:
    atlases = career(*(project(f"atlas-{n}", "2003", highlights=("Drawn.",)) for n in range(4)))
    views = [Entries(layout="cards").view(atlases, ENGLISH), Entries().view(atlases, ENGLISH)]
    found = cards.content(docname, "Ada Flora", atlases, site(accent=ACCENT, views=lambda docname: views))
    assert len(found.works) == number
    assert all(work[1] == "Drawn." for work in found.works)
    for each in (found, replace(found, owner="Ada"), replace(found, works=(("Atlas", ""),))):
        pixels(cards.write(each))


def shown(views: Sequence[View], docname: str) -> Sequence[View]:
    return views


def test_timelines_and_skills_are_drawn() -> None:
    found = career(KEW, ATLAS, talk("seeds", "2004"), skill("drawing"))
    whole, part = Timeline().view(found, ENGLISH), Timeline(kinds=("talk",)).view(found, ENGLISH)
    for views, is_drawn in (([part, whole], True), ([part], False)):
        of_page = cards.content("timeline", "Timeline", found, site(accent=ACCENT, views=partial(shown, views)))
        assert (of_page.drawing is not None) == is_drawn
        pixels(cards.write(of_page))
    strip = cards.content("skills/drawing", "Drawing", found, site(accent=ACCENT, code="he"))
    assert strip.drawing is not None
    pixels(cards.write(strip))


def test_of_details_that_the_fonts_lack_a_card_is_without() -> None:
    atlas = project("atlas", "2003", summary="ไทย")
    (file,) = cards.files(career(atlas), site(accent=ACCENT, titles={atlas.docname: "Atlas"}))
    assert isinstance(file, File)
    assert isinstance(file.content, Card)
    assert (file.content.title, file.content.summary) == ("Atlas", "")


def test_every_page_that_is_to_be_found_has_a_card() -> None:
    files = list(cards.files(career(KEW), site(accent=ACCENT, titles={"index": "Home", "employers/kew": "Kew"})))
    assert [file.name for file in files] == ["cards/index.png", "cards/employers/kew.png"]


def test_cards_whose_characters_the_fonts_lack_are_left_out_with_one_warning() -> None:
    titles = {"index": "ไทย", "other": "Other", "third": "ฟอนต์ไทย"}
    out, *files = cards.files(career(), site(accent=ACCENT, titles=titles))
    reason = "cards/: 2 of 3 cards are not written, since no font has ไ ท ย ฟ อ น ต์; "
    assert isinstance(out, LeftOut)
    assert (out.name, out.reason[: len(reason)]) == ("cards/", reason)
    assert [file.name for file in files] == ["cards/other.png"]
    found = cards.files(career(), site(accent=ACCENT, titles=titles, fonts=Fonts.named("pylopdf_fonts_th", Path())))
    for file in found:
        assert isinstance(file, File)
        pixels(file.write(file.content))


def pixels(data: bytes) -> Image.Image:
    found = Image.open(io.BytesIO(data))
    assert (found.format, found.size) == ("PNG", (1200, 630))
    return found.convert("RGB")


@pytest.mark.parametrize("text", [*every(3, [text.format(n=7) for text in TEXTS]), "W" * 200, "שלום עולם", "…"])
def test_whatever_it_says_a_card_has_its_size_and_margins(text: str) -> None:
    atlas = project("atlas", "2003", title=text)
    found = card(atlas.docname, text, atlas, person=Person(name=text, label=text))
    picture = pixels(cards.write(found))
    assert picture.getpixel((5, 5)) == (0x0B, 0x5E, 0x74)
    paper = picture.getpixel((1190, 5))
    for box in ((24, 0, 90, 630), (1130, 0, 1200, 630), (24, 0, 1200, 50), (24, 600, 1200, 630)):
        margin = picture.crop(box)
        assert margin.getcolors() == [(margin.width * margin.height, paper)], box
    assert len(picture.getcolors(2**24) or ()) > 20


def test_every_kind_has_a_mark_of_its_own() -> None:
    marks = (*(cls.traits.mark for cls in KINDS.values()), None)
    found = [replace(card("page", "Page"), mark=mark, above="Kind") for mark in marks]
    drawn = {pixels(cards.write(each)).crop((100, 60, 140, 110)).tobytes() for each in found}
    assert len(drawn) == len(KINDS) + 1


def test_the_same_card_makes_the_same_bytes_and_another_color_others() -> None:
    found = card("page", "Größe")
    other = replace(found, accent="#b3261e")
    assert cards.write(found) == cards.write(found) != cards.write(other)
    assert pixels(cards.write(other)).getpixel((5, 5)) == (0xB3, 0x26, 0x1E)


def test_a_card_is_mirrored_in_a_language_that_is_written_from_right_to_left() -> None:
    found = cards.content("page", "Seeds", career(), site(accent=ACCENT, code="he"))
    assert (found.direction, found.turns) == ("rtl", False)
    assert pixels(cards.write(found)).getpixel((1195, 5)) == (0x0B, 0x5E, 0x74)


@pytest.mark.parametrize(("written", "found"), [("#0b5e74", "#0b5e74"), ("#0B5E74", "#0b5e74"), ("#aBc", "#aabbcc")])
def test_color(written: str, found: str) -> None:
    assert color(written) == found


@pytest.mark.parametrize("written", ["", "blue", "0b5e74", "#0b5e7", "#0b5e7400", "#0b5e7g", "#abc\n", "None"])
def test_what_is_no_color_is_refused(written: str) -> None:
    message = f'portfolio_accent is "{written}", which is not a color; write it in hexadecimal, as in "#2f5d8a"'
    with pytest.raises(ValueError, match=re.escape(message)):
        color(written)
