"""The real site's files: builders, links, Read the Docs."""

import os
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from hosted_search import indexed
from nightly import by_day
from portfolio.commands.folder import Pages, find
from portfolio.i18n.translation import ENGLISH
from portfolio.model.kinds import SUBJECTS
from portfolio.permalinks.identity import lines
from portfolio.views.front_matter_reference import reference
from real_site import BASE, ELSEWHERE, PROJECT, SETTINGS, pages, sphinx

PLACES = "article section[id], article span.target[id]"
"""Headings and deliveries."""


@pytest.mark.parametrize("builder", by_day(1, "text", "latex", "epub", "html", "man"))
@pytest.mark.parametrize("processes", by_day(1, "auto", "1"))
def test_no_builder_warns(builder: str, processes: str, site: Path, tmp_path: Path) -> None:
    """From the doctrees of the site, without its address; Read the Docs, below, reads them in one process."""
    doctrees = tmp_path / "doctrees"
    shutil.copytree(site.parent / "doctrees", doctrees)
    options = ["-q", "-W", "-n", "-j", processes, "-b", builder, "-d", str(doctrees)]
    sphinx(*options, "docs", str(tmp_path / "out"), **{**SETTINGS, "READTHEDOCS_CANONICAL_URL": ""})


def copied(home: Path) -> Path:
    """The project's documents, in another folder."""
    return Path(
        shutil.copytree(PROJECT / "docs", home / "docs", ignore=shutil.ignore_patterns("_build", "__pycache__"))
    )


@pytest.mark.nightly  # by day tests/property/test_reproducible.py sees it of a small site
def test_read_the_docs_builds_the_same_site(site: Path, tmp_path: Path) -> None:
    """In one process, on another machine."""
    docs = copied(tmp_path / "an other/ördner")
    if (PROJECT / ".git").is_dir():  # which knows when pages changed
        shutil.copytree(PROJECT / ".git", docs.parent / ".git")
    arguments = ["-T", "-W", "--keep-going", "-b", "dirhtml", "-d", "_build/doctrees", "-D", "language=en", "."]
    sphinx(*arguments, str(tmp_path / "html"), cwd=docs, READTHEDOCS="True", **SETTINGS, **ELSEWHERE)
    ours, theirs = (
        {path.relative_to(home).as_posix(): path.read_bytes() for path in home.rglob("*") if path.is_file()}
        for home in (site, tmp_path / "html")
    )
    assert f'<link rel="canonical" href="{BASE}projects/roshi/"' in theirs["projects/roshi/index.html"].decode()
    assert {name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)} == set()


def test_read_the_docs_offers_the_curriculum_vitae(site: Path, tmp_path: Path) -> None:
    """Its commands are carried out as it does it: in one shell each, when the site is there."""
    shutil.copytree(site, tmp_path / "html")
    configuration = yaml.safe_load((PROJECT / ".readthedocs.yaml").read_text("utf-8"))
    assert configuration["formats"] == ["pdf"]
    for command in configuration["build"]["jobs"]["build"]["pdf"]:
        subprocess.run(["bash", "-ec", command], check=True, env=os.environ | {"READTHEDOCS_OUTPUT": str(tmp_path)})
    (offered,) = (tmp_path / "pdf").iterdir()
    assert (offered.suffix, offered.read_bytes()) == (".pdf", (site / "cv.pdf").read_bytes())


@pytest.fixture(scope="session")
def trees(site: Path) -> dict[str, LexborHTMLParser]:
    """Every page but redirect pages, parsed, by its path on the site."""
    return {path: tree for path, tree in _files(site).items() if not tree.css("meta[http-equiv=refresh]")}


def _files(site: Path) -> dict[str, LexborHTMLParser]:
    return {
        "/" + path.relative_to(site).as_posix().removesuffix("index.html"): LexborHTMLParser(path.read_text("utf-8"))
        for path in site.rglob("*.html")
    }


def test_read_the_docs_finds_pages_and_nothing_else(site: Path) -> None:
    ignored = yaml.safe_load((PROJECT / ".readthedocs.yaml").read_text("utf-8"))["search"]["ignore"]
    texts = {
        path.relative_to(site).as_posix(): indexed(path.relative_to(site).as_posix(), path.read_text("utf-8"), ignored)
        for path in site.rglob("*.html")
    }
    found = {name for name, text in texts.items() if text.strip("– ")}
    assert found == {page.strip("/") + "/index.html" if page != "/" else "index.html" for page in pages(site)} - {
        name for name in texts if name.startswith(("for/", "search/"))
    }


def test_there_is_a_page_for_every_source(trees: dict[str, LexborHTMLParser]) -> None:
    expected = {f"/{name}/".removesuffix("index/") for name in find(PROJECT / "docs")}
    expected |= {f"/for/{path.stem}/" for path in (PROJECT / "docs/variants").iterdir()}
    assert expected | {"/search/", "/404.html"} == set(trees)


def test_no_page_is_the_error_page_of_the_theme(trees: dict[str, LexborHTMLParser]) -> None:
    for path, tree in trees.items():
        assert "ERROR: This page was generated" not in (tree.html or ""), path
        assert len(tree.css("h1")) == 1, path


def test_every_internal_link_and_anchor_leads_somewhere(site: Path, trees: dict[str, LexborHTMLParser]) -> None:
    ids = {path: {node.attributes["id"] for node in tree.css("[id]")} for path, tree in trees.items()}
    dead = []
    for path, tree in trees.items():
        for link in tree.css("a[href], link[href], script[src], img[src]"):
            written = link.attributes.get("href") or link.attributes.get("src") or ""
            # Those of 404.html are absolute.
            target = urlsplit(urljoin(path, written.replace(urlsplit(BASE).path, "/", path == "/404.html")))
            if target.scheme or target.netloc:
                continue
            if target.path not in trees:
                found = (site / unquote(target.path).lstrip("/")).is_file()
            else:
                found = not target.fragment or unquote(target.fragment) in ids[target.path]
            if not found:
                dead.append((path, target.geturl()))
    assert dead == []


def test_short_addresses_lead_to_pages(site: Path, trees: dict[str, LexborHTMLParser]) -> None:
    short = {path: tree for path, tree in _files(site).items() if path.startswith("/go/")}
    assert {"/go/roshi/", "/go/ok-log/", "/go/state-at-the-edge/"} <= set(short)
    for path, tree in short.items():
        ((link,), (canonical,)) = tree.css("body a"), tree.css("link[rel=canonical]")
        assert urljoin(path, link.attributes["href"]) in trees
        assert canonical.attributes["href"] == urljoin(BASE, urljoin(path, link.attributes["href"])[1:])
        assert [each.attributes["content"] for each in tree.css("meta[name=robots]")] == ["noindex"]


def test_every_entry_and_each_place_on_it_is_promised(trees: dict[str, LexborHTMLParser]) -> None:
    promised = {line.split()[0] for line in (PROJECT / "docs/permalinks.txt").read_text("utf-8").splitlines()[1:]}
    pages = {path.strip("/"): tree for path, tree in trees.items() if tree.css("aside.portfolio-panel")}
    places = {f"{page}#{each.attributes['id']}" for page, tree in pages.items() for each in tree.css(PLACES)}
    assert len(places) > len(pages)
    assert (pages.keys() | places) - promised == set(), "run nox -s permalinks, and commit the file"


@pytest.mark.nightly  # by day those that the site's pages show are looked up
def test_every_address_is_promised(tmp_path: Path) -> None:
    docs = copied(tmp_path)
    sphinx("-q", "-W", "-j", "auto", "-b", "permalinks", str(docs), str(tmp_path / "permalinks"), **SETTINGS)
    promised = (PROJECT / "docs/permalinks.txt").read_text("utf-8")
    assert (docs / "permalinks.txt").read_text("utf-8") == promised, "run nox -s permalinks, and commit the file"


def test_the_checker_and_the_build_agree_on_the_addresses() -> None:
    files = {docname: path.read_bytes() for docname, path in find(PROJECT / "docs").items()}
    links = Pages(files=files).permalinks
    promised = (PROJECT / "docs/permalinks.txt").read_text("utf-8").splitlines()[1:]
    unknown = [page for page, place in links.places.items() if not place.whole]
    moved = {line.split()[0] for line in (PROJECT / "docs/redirects.txt").read_text("utf-8").splitlines()[1:]}
    assert {line for line in promised if line.partition("#")[0] not in unknown} <= lines(links) | moved


def test_every_entry_has_its_panel(trees: dict[str, LexborHTMLParser]) -> None:
    for path, tree in trees.items():
        is_entry = path.count("/") == 3 and not path.startswith("/for/")
        assert len(tree.css("aside.portfolio-panel")) == is_entry, path
        assert len(tree.css("h1 + p.portfolio-summary")) == is_entry, path


def test_what_came_of_each_employment_is_shown_in_short_sentences(trees: dict[str, LexborHTMLParser]) -> None:
    for path, tree in trees.items():
        if path.count("/") == 3 and path.startswith(("/employers/", "/sabbaticals/")):
            shown = [item.text().strip() for item in tree.css(".portfolio-highlights > li")]
            assert shown, path
            assert all(len(each) <= 120 and each.endswith(".") for each in shown), (path, shown)


def test_every_skill_has_proof(trees: dict[str, LexborHTMLParser]) -> None:
    skills = [tree for path, tree in trees.items() if path.startswith("/skills/") and path != "/skills/"]
    assert len(skills) >= 25
    for tree in skills:
        assert tree.css(".portfolio-backlinks a.reference.internal")


def test_the_colophon_shows_every_key_of_every_kind(trees: dict[str, LexborHTMLParser]) -> None:
    tables = trees["/colophon/"].css("table.portfolio-reference")
    keys = [[cell.text().strip() for cell in table.css("tbody td:first-child")] for table in tables]
    assert keys == [[row.key for row in reference(each, ENGLISH)] for each in SUBJECTS]


def test_headings_skip_no_level(trees: dict[str, LexborHTMLParser]) -> None:
    for path, tree in trees.items():
        levels = [int(str(heading.tag)[1]) for heading in tree.css("h1, h2, h3, h4, h5, h6")]
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)


def test_landmarks_are_there_and_named_apart(trees: dict[str, LexborHTMLParser]) -> None:
    for path, tree in trees.items():
        for landmark in ("main, [role=main]", "body > .page > header", "footer"):
            assert len(tree.css(landmark)) == 1, (path, landmark)
        for landmark in ("aside", "nav", "section[aria-label]"):
            names = [each.attributes.get("aria-label") for each in tree.css(landmark)]
            assert all(names), (path, names)
            assert len(names) == len(set(names)), (path, names)
        assert {"Navigation", "On this page"} <= {aside.attributes["aria-label"] for aside in tree.css("aside")}, path
