"""What pages offer to those who want to lead others there."""

from dataclasses import replace

import pytest

from careers import career, employer, project, skill, talk
from portfolio.export.share_links import Shared, shared
from portfolio.export.site import Site, escaped
from portfolio.i18n.translation import ENGLISH
from portfolio.model.entries import Entry
from portfolio.permalinks.ledger import PERMALINKS, REDIRECTS, parse
from portfolio.permalinks.resolve import Permalinks, Place

ATLAS, BANK = project("atlas", title="Atlas & co."), project("seed-bank")
SEEDS = talk("seeds", "2006", "2007", projects=("atlas", "nothing", "seed-bank", "atlas"))


def offered(*entries: Entry, base: str = "https://example.org/me/") -> dict[str, Shared]:
    site = Site(title="A", author="B", code="en", language=ENGLISH, base=base, path=lambda name: escaped(f"{name}/"))
    places = {entry.docname: Place(entry=entry) for entry in entries}
    permalinks = Permalinks(places=places, promises=parse(PERMALINKS, b""), moves=parse(REDIRECTS, b""))
    return dict(shared(career(*entries), site, permalinks))


def test_every_page_has_its_address_and_references() -> None:
    found = offered(ATLAS, employer("kew", "2001"))
    assert [(docname, each.address) for docname, each in found.items()] == [
        ("employers/kew", "https://example.org/me/employers/kew"),
        ("projects/atlas", "https://example.org/me/go/atlas"),
    ]
    assert [(each.label, each.texts) for each in found["projects/atlas"].snippets] == [
        ("Markdown", (r"[Atlas \& co.](https://example.org/me/go/atlas)",)),
        ("HTML", ('<a href="https://example.org/me/go/atlas">Atlas &amp; co.</a>',)),
        ("MyST", ("[](inv:career:portfolio:project#atlas)", "{external+career:portfolio:project}`atlas`")),
        ("reStructuredText", (":external+career:portfolio:project:`atlas`",)),
        ("In conf.py, for both", ('intersphinx_mapping = {"career": ("https://example.org/me/", None)}',)),
    ]
    assert (found["employers/kew"].codes, found["employers/kew"].sheet) == ((), ())


def test_a_talk_shows_its_deliveries_codes_and_a_sheet_with_its_projects() -> None:
    found = offered(SEEDS, BANK, ATLAS, skill("drawing"))["talks/seeds"]
    assert [(each.name, each.alt, each.caption, each.address) for each in found.codes] == [
        ("qr/talks/seeds", "QR code of Seeds", "This page", ""),
        ("qr/talks/seeds/event-1", "QR code of Seeds, Event 1", "Event 1", ""),
        ("qr/talks/seeds/event-2", "QR code of Seeds, Event 2", "Event 2", ""),
    ]
    assert [(each.name, each.alt, each.caption, each.address) for each in found.sheet] == [
        ("qr/talks/seeds", "QR code of Seeds", "Seeds", "example.org/me/go/seeds"),
        ("qr/projects/atlas", "QR code of Atlas & co.", "Atlas & co.", "example.org/me/go/atlas"),
        ("qr/projects/seed-bank", "QR code of Seed-Bank", "Seed-Bank", "example.org/me/go/seed-bank"),
    ]


@pytest.mark.parametrize(("projects", "columns"), [(0, 1), (1, 2), (3, 2), (4, 3), (8, 3), (9, 4), (40, 7)])
def test_a_sheet_is_as_wide_as_high(projects: int, columns: int) -> None:
    entries = [project(f"p{number}") for number in range(projects)]
    found = offered(talk("seeds", "2006", projects=tuple(entry.key.slug for entry in entries)), *entries)
    assert len(found["talks/seeds"].sheet) == projects + 1
    assert found["talks/seeds"].columns == columns


def test_without_an_address_of_the_site_nothing_is_offered() -> None:
    assert offered(SEEDS, ATLAS, base="") == {}


def test_without_codes_for_their_addresses_pages_offer_the_rest() -> None:
    found = offered(SEEDS, ATLAS, base=f"https://example.org/{'a' * 2400}/")
    assert [(each.codes, each.sheet, len(each.snippets)) for each in found.values()] == [((), (), 5)] * 2


def test_an_address_beyond_ascii_is_quoted() -> None:
    found = offered(replace(employer("kew", "2001"), docname="größe/kew"))
    assert [each.address for each in found.values()] == ["https://example.org/me/gr%C3%B6%C3%9Fe/kew"]
