"""References: what reference managers read of talks and publications, in both formats, and that texts stay texts."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from careers import career, project, publication, talk
from filled_careers import hostile, whole
from hostile_careers import TEXTS
from portfolio.export import references
from portfolio.export.site import Site
from portfolio.i18n.translation import Language
from portfolio.model.career import Career
from portfolio.model.dates import Period
from portfolio.model.entries import Url
from portfolio.model.kinds import KINDS, Delivery
from portfolio.model.person import Person
from portfolio.permalinks.identity import Identity
from portfolio.permalinks.ledger import Address
from sites import site

SITE = site()
ADA = Person(name="Ada M. Flora", given_name="Ada", family_name="Flora")


def delivery(event: str, date: str, **fields: Any) -> Delivery:
    return Delivery(event=event, date=Period.parse(date), **fields)


def items(found: Career, site: Site = SITE) -> Any:
    """The items of CSL-JSON."""
    files = {file.name: file.write(file.content) for file in references.files(found, site)}
    assert list(files) == ["references.bib", "references.json"]
    return json.loads(files["references.json"])


def bibtex(found: Career, site: Site = SITE) -> list[dict[str, str]]:
    """The entries of BibTeX, each field by its name, with the braces around it taken away."""
    bib, _ = references.files(found, site)
    entries = []
    for type_, key, body in re.findall(
        r"^@(\w+)\{([^,\s]+),\n(.*?)\n\}$", bib.write(bib.content).decode(), re.MULTILINE | re.DOTALL
    ):
        fields = dict(re.findall(r"^  (\w+) = (.*?),?$", body, re.MULTILINE))
        entries.append(
            {"type": type_, "key": key} | {name: re.sub(r"^\{(.*)\}$", r"\1", each) for name, each in fields.items()}
        )
    return entries


def test_each_delivery_of_a_talk_is_an_item() -> None:
    seeds = talk(
        "seeds",
        deliveries=(
            delivery("Flora", "2006-05-17", place="Oslo", video=Url("https://example.org/v"), title="On seeds"),
            delivery("Herbaria", "2005-03"),
            delivery("Botany", "2027", upcoming=True),
        ),
        summary="How to draw.",
    )
    first, second = items(career(seeds, project("atlas", "2003"), person=ADA))
    assert first == {
        "id": "talk:seeds:flora",
        "type": "speech",
        "genre": "Talk",
        "title": "On seeds",
        "author": [{"family": "Flora", "given": "Ada"}],
        "event-title": "Flora",
        "event": "Flora",
        "event-place": "Oslo",
        "issued": {"date-parts": [[2006, 5, 17]]},
        "abstract": "How to draw.",
        "language": "en",
        "URL": "https://example.org/v",
    }
    assert (second["id"], second["title"], second["issued"]) == (
        "talk:seeds:herbaria",
        "Seeds",
        {"date-parts": [[2005, 3]]},
    )
    assert second["URL"] == "https://example.org/talks/seeds/#herbaria"
    assert "event-place" not in second
    assert bibtex(career(seeds, person=ADA)) == [
        {
            "type": "misc",
            "key": "talk:seeds:flora",
            "title": "{On seeds}",
            "author": "Flora, Ada",
            "howpublished": "Talk, Flora, Oslo",
            "abstract": "How to draw.",
            "url": "https://example.org/v",
            "year": "2006",
            "month": "may",
            "day": "17",
        },
        {
            "type": "misc",
            "key": "talk:seeds:herbaria",
            "title": "{Seeds}",
            "author": "Flora, Ada",
            "howpublished": "Talk, Herbaria",
            "abstract": "How to draw.",
            "url": "https://example.org/talks/seeds/#herbaria",
            "year": "2005",
            "month": "mar",
        },
    ]


@pytest.mark.parametrize(
    ("type_", "csl", "genre", "of", "where"),
    [
        ("article", "article-magazine", None, "article", {"journal": "Journal of Seeds"}),
        ("paper", "article", None, "article", {"journal": "Journal of Seeds"}),
        ("interview", "interview", "Interview", "misc", {"howpublished": "Interview, Journal of Seeds"}),
        ("podcast", "broadcast", "Podcast", "misc", {"howpublished": "Podcast, Journal of Seeds"}),
        (None, "document", None, "misc", {"howpublished": "Journal of Seeds"}),
    ],
)
def test_publications(type_: str | None, csl: str, genre: str | None, of: str, where: dict[str, str]) -> None:
    found = career(publication("leaves", "2007 – 2008", type=type_, link=Url("https://example.org/leaves")))
    (item,), (entry,) = items(found), bibtex(found)
    assert (item["type"], item.get("genre"), item["container-title"]) == (csl, genre, "Journal of Seeds")
    assert (item["id"], item["URL"]) == ("publication:leaves", "https://example.org/leaves")
    assert item["issued"] == {"date-parts": [[2007], [2008]]}
    assert item["author"] == [{"literal": "B. Otanist"}]
    assert (entry["type"], entry["year"], {name: entry.get(name) for name in where}) == (of, "2007", where)


def test_what_is_not_known_is_not_said_and_what_is_expected_is_not_there() -> None:
    bare = replace(publication("leaves", "2007", venue=""), date=None)
    ahead = publication("roots", "2030 (expected)")
    nowhere = replace(SITE, base="")
    (item,), (entry,) = items(career(bare, ahead), nowhere), bibtex(career(bare, ahead), nowhere)
    assert item.keys() == {"id", "type", "title", "author", "language"}
    assert entry == {
        "type": "misc",
        "key": "publication:leaves",
        "title": "{Leaves}",
        "author": "B. Otanist",
    }


@pytest.mark.parametrize(("period", "date"), [("2007 – ?", {"date-parts": [[2007]]}), ("? – 2007", None)])
def test_of_a_time_only_what_is_known_is_said(period: str, date: object) -> None:
    (item,) = items(career(publication("leaves", period)))
    assert item.get("issued") == date


def test_authors_are_told_in_order_and_names_with_commas_are_held_together() -> None:
    found = career(
        publication("leaves", "2007", authors=("Carl Moss", "Moss, Fern and Sons", "Sandy Wood")), person=ADA
    )
    assert items(found)[0]["author"][1:] == [
        {"literal": "Carl Moss"},
        {"literal": "Moss, Fern and Sons"},
        {"literal": "Sandy Wood"},
    ]
    assert bibtex(found)[0]["author"] == "Flora, Ada and Carl Moss and {Moss, Fern and Sons} and Sandy Wood"


def test_keys_stay_when_pages_and_anchors_are_renamed() -> None:
    now, then = Address("talks/seeds"), Address("talks/drawing")
    first = {
        now: then,
        Address("talks/seeds", "flora"): Address("talks/drawing", "kew"),
        Address("publications/a"): Address("publications/b"),
    }
    site = replace(SITE, identity=Identity(first=first))
    found = career(talk("seeds", deliveries=(delivery("Flora", "2006"),)), publication("a", "2005"))
    assert [item["id"] for item in items(found, site)] == ["talk:drawing:kew", "publication:b"]


def test_special_characters_are_text_and_braces_balance() -> None:
    title = '100% of {A & B}_x # ~ ^ \\ "$" }'
    found = career(publication("leaves", "2007", title=title))
    assert items(found)[0]["title"] == title
    assert bibtex(found)[0]["title"] == (
        r"{100\% of \textbraceleft{}A \& B\textbraceright{}\_x \# \textasciitilde{} \textasciicircum{} "
        r'\textbackslash{} "\$" \textbraceright{}}'
    )


@pytest.mark.parametrize("offset", range(len(TEXTS)))
def test_hostile_texts_stay_in_their_fields(offset: int) -> None:
    text = hostile(offset)
    found = whole(text=text)
    assert {item["title"] for item in items(found)} >= {text("title", 0)}
    assert len(bibtex(found)) == len(items(found))
    bib, _ = references.files(found, SITE)
    written = bib.write(bib.content).decode()
    assert written.count("{") == written.count("}")


def test_words_are_those_of_the_site_s_language() -> None:
    german = replace(SITE, language=Language.of("de"))
    found = career(talk("seeds", "2006"), publication("a", "2005", type="podcast"))
    assert [item["genre"] for item in items(found, german)] == ["Vortrag", "Podcast"]


def test_every_kind_is_there_or_is_left_out_on_purpose() -> None:
    """For a new kind: what of it others can cite goes into the table of types, all else is named here."""
    cited = {item["id"].partition(":")[0] for item in items(whole())}
    left_out = {"employer", "project", "skill", "education", "award", "volunteering", "sabbatical"}
    assert (cited & left_out, cited | left_out) == (set(), {*KINDS})
