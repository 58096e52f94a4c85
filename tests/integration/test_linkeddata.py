"""Linked data: the graphs of all pages of a small site join into one, which says what the pages say."""

import re

import pytest

from graphs import ask, contradictions, dangling, every, graph, graphs, joined
from nightly import by_day
from small_sites import Site
from vocabulary import mistakes

BASE = "https://example.org/me/"
MORE = {
    "education/kew.md": "---\ntitle: Kew School\neducation: {summary: Moss., period: 2018 – now, place: Kew}\n---\n",
    "sabbaticals/lima.md": (
        "---\ntitle: In Lima\nsabbatical:\n  summary: A rest.\n  period: 2006-01 – 2006-09\n  place: Lima\n"
        "  skills: [drawing]\n  sources: [https://example.org/lima]\n---\n"
    ),
    "loose.md": "---\ntitle: Loose\norphan: true\n---\n\nIn no tree.\n",
}


@pytest.fixture
def botanist(site: Site) -> Site:
    """The site of a botanist who also studies and rests, at an address."""
    for name, text in MORE.items():
        site.write(name, text)
    site.replace("index.md", "talks/seeds\n", "talks/seeds\neducation/kew\nsabbaticals/lima\n")
    site.write("conf.py", (site.source / "conf.py").read_text("utf-8") + f'\nhtml_baseurl = "{BASE}"\n')
    return site


@pytest.mark.parametrize(
    ("builder", "address"), by_day(1, ("dirhtml", True), ("html", False), ("dirhtml", False), ("html", True))
)
def test_the_graphs_of_all_pages_join_into_one(botanist: Site, builder: str, address: bool) -> None:
    if not address:
        botanist.replace("conf.py", f'html_baseurl = "{BASE}"', "")
    botanist.build(builder)
    pages = graphs(botanist.home / "build" / builder, BASE)
    root, suffix = (BASE, "/") if builder == "dirhtml" else (f"{BASE}index.html", ".html")
    if builder == "html":
        pages[root] = pages.pop(BASE)
        pages[f"{BASE}skills/index.html"] = pages.pop(f"{BASE}skills/")
    assert len(pages) == len(list(botanist.source.rglob("*.md")))

    def this(page: str, fragment: str = "_this") -> str:
        return f"{BASE}{page}{suffix}#{fragment}"

    every_id = {str(node.get("@id", BASE)) for nodes in pages.values() for node in every(nodes)}
    assert {each.startswith(BASE) for each in every_id} == {True} if address else {True, False}
    found = joined(pages)
    assert dangling(found) == set()
    assert contradictions(found) == {}
    assert [wrong for nodes in pages.values() for node in nodes for wrong in mistakes(node)] == []
    assert ask(found, "?a where ?a a s:WebPage") | ask(found, "?a where ?a a s:ProfilePage") == {(p,) for p in pages}

    person = f"<{root}#_this>"
    assert ask(found, f"?a ?b where ?a s:mainEntity {person} ; a s:ProfilePage . {person} s:name ?b") == {
        (root, "A botanist")
    }
    jobs = f"?a ?b ?c where {person} s:worksFor ?r . ?r s:worksFor ?a ; s:roleName ?b ; s:startDate ?c"
    assert ask(found, jobs) == {(this("employers/kew"), "Illustrator", "2001")}
    assert ask(found, "?a ?b where ?a s:employee ?r . ?r s:employee ?b") == {(this("employers/kew"), f"{root}#_this")}
    assert ask(found, "?a where ?r a s:OrganizationRole ; s:endDate ?a") == {("2002",)}
    studies = "?a ?b ?c where {person} s:{name} ?r . ?r s:{name} ?a ; s:startDate ?b . optional {{ ?r s:endDate ?c }}"
    assert ask(found, studies.format(person=person, name="alumniOf")) == {(this("education/leeds"), "1998", "2002")}
    assert ask(found, studies.format(person=person, name="affiliation")) == {(this("education/kew"), "2018", "None")}
    degree = f"?a ?b ?c where {person} s:hasCredential ?d . ?d s:name ?a ; s:description ?b ; s:recognizedBy ?c"
    assert ask(found, degree) == {("B.Sc. in Botany", "With honors; Minor: Chemistry", this("education/leeds"))}

    proven = f"?b ?c where {person} s:knowsAbout ?a . ?a s:name ?b ; s:subjectOf ?c"
    assert ask(found, proven) == {
        ("Drawing", f"{BASE}employers/kew{suffix}"),
        ("Drawing", f"{BASE}sabbaticals/lima{suffix}"),
        ("Drawing", this("projects/atlas")),
        ("Drawing", this("talks/seeds")),
        ("Taxonomy", f"{BASE}education/leeds{suffix}"),
        ("Taxonomy", f"{BASE}employers/kew{suffix}"),
        ("Taxonomy", this("projects/seed-bank")),
    }
    index = f"{BASE}skills/" if builder == "dirhtml" else f"{BASE}skills/index.html"
    assert ask(found, "?a ?b where ?a a s:DefinedTermSet ; s:hasDefinedTerm ?b . ?b s:inDefinedTermSet ?a") == {
        (f"{index}#_skills", this("skills/drawing")),
        (f"{index}#_skills", this("skills/taxonomy")),
    }

    events = "?a ?b ?c ?d where ?a a s:Event ; s:startDate ?b ; s:location ?p ; s:workFeatured ?d . ?p s:name ?c"
    assert ask(found, events) == {
        (this("talks/seeds", "flora-2006"), "2006-05-17", "Oslo", this("talks/seeds")),
        (this("talks/seeds", "herbaria-2005"), "2005", "Lima", this("talks/seeds")),
    }
    assert ask(found, "?a ?b where ?e s:name ?a ; s:recordedIn ?r . ?r s:url ?b") == {
        ("Drawing seeds, Flora 2006", "https://example.org/flora")
    }
    assert ask(found, "?a ?b where ?a s:codeRepository ?b") == {(this("projects/atlas"), "https://example.org/atlas")}
    assert ask(found, "?a ?b where ?a s:sourceOrganization ?b") == {
        (this(name), this("employers/kew")) for name in ("projects/atlas", "projects/seed-bank", "talks/seeds")
    }
    away = "?b ?c where ?a s:temporalCoverage ?b ; s:contentLocation ?p ; s:citation ?c ; s:about {person}"
    assert ask(found, away.format(person=person)) == {("2006-01/2006-09", "https://example.org/lima")}


def test_every_page_below_the_first_says_where_in_the_tree_it_is(botanist: Site) -> None:
    botanist.build()
    trails = {}
    for address, nodes in graphs(botanist.home / "build/dirhtml", "/").items():
        (page, *_), lists = nodes, [node for node in nodes if node["@type"] == "BreadcrumbList"]
        assert [page.get("breadcrumb")] == [{key: node[key] for key in ("@id", "@type")} for node in lists] or [None]
        for node in lists:
            items = node["itemListElement"]
            assert [item["position"] for item in items] == list(range(1, len(items) + 1))
            trails[address] = [(item["name"], item["item"]["@id"].removeprefix(BASE)) for item in items]
    assert trails.keys() == {
        "/timeline/", "/skills/", "/skills/drawing/", "/skills/taxonomy/", "/employers/kew/", "/education/leeds/",
        "/education/kew/", "/sabbaticals/lima/", "/projects/atlas/", "/projects/seed-bank/", "/talks/seeds/",
    }  # fmt: skip
    assert trails["/skills/drawing/"] == [("A botanist", ""), ("Skills", "skills/"), ("Drawing", "skills/drawing/")]
    assert trails["/timeline/"] == [("A botanist", ""), ("Timeline", "timeline/")]


@pytest.mark.parametrize("parallel", by_day(1, 0, 2))
def test_graphs_follow_what_they_say_of_other_pages(botanist: Site, parallel: int) -> None:
    botanist.build(parallel=parallel)
    botanist.replace("employers/kew.md", "period: 2001 – now", "period: 2001 – 2019")
    assert "index" in botanist.build(parallel=parallel)
    assert '"endDate":"2019"' in botanist.read("index.html")
    botanist.replace("index.md", "title: A botanist", "title: An illustrator")
    botanist.replace("skills/drawing.md", "title: Drawing", "title: Draughtsmanship")
    botanist.replace("talks/seeds.md", "event: Flora 2006", "event: Silva 2006")
    (botanist.source / "skills/index.md").unlink()
    botanist.replace("index.md", "skills/index", "skills/drawing\nskills/taxonomy")
    botanist.build(parallel=parallel, expect=None)
    botanist.build(into="clean", parallel=parallel, expect=None)
    assert botanist.output("build") == botanist.output("clean")
    assert not re.search('inDefinedTermSet|Flora|Drawing"', botanist.read("skills/drawing/index.html"))


def test_pages_that_sphinx_makes_have_none(botanist: Site) -> None:
    botanist.build()
    assert graph(botanist.read("search/index.html")) == []
