"""Large sites: each page shows a part of the site's tree, and is written again only when that part has changed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.testing.util import SphinxTestApp

from nightly import NIGHTLY, by_day
from portfolio.html import sidebar, sidebar_tree
from small_sites import Firsts, Site

CONF = """\
project = author = copyright = "Somebody"
version = "1"
extensions = ["myst_parser", "portfolio"]
myst_title_to_header = True
html_theme = "furo"
html_copy_source = False
{}
"""
HOME = """\
# Home

```{toctree}
:hidden:

alone
Other name <few/index>
many/index
```

```{toctree}
:caption: More *and* more
:hidden:
:numbered:

deep/index
Outside <https://example.org/?a=1&b=2>
self
search
```
"""


def page(title: str, *, glob: bool = False) -> str:
    toctree = "```{toctree}\n:hidden:\n:glob:\n\n*\n```\n"
    return f"# {title}\n\nText.\n\n## A heading\n\n{toctree if glob else ''}"


def large(
    folder: Path, firsts: Firsts | None = None, *, count: int = 32, config: str = "portfolio_full_navigation_limit = 10"
) -> Site:
    """A site with a section of *count* pages, and small ones, one of them nested; it counts as large."""
    root = folder / "root"
    files = {
        "conf.py": CONF.format(config),
        "index.md": HOME,
        "alone.md": page("Alone & *at ease*"),
        "orphan.md": f"---\norphan: true\n---\n\n{page('Orphan')}",
        "few/index.md": page("Few", glob=True),
        "few/a.md": page("A `code` title"),
        "few/b.md": page("B"),
        "many/index.md": page("Many", glob=True),
        **{f"many/{n:04}.md": page(f"Page {n}") for n in range(count)},
        "deep/index.md": "# Deep\n\n```{toctree}\n:maxdepth: 2\n\ndeeper/index\nThe *last* <last>\n```\n",
        "deep/last.md": page("Last"),
        "deep/deeper/index.md": page("Deeper", glob=True),
        "deep/deeper/x.md": page("X"),
        "deep/deeper/y.md": page("Y"),
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Site(root, firsts or folder)


def tree_links(site: Site, name: str, builder: str = "dirhtml") -> list[tuple[str, str]]:
    tree = LexborHTMLParser(site.read(name, builder))
    return [(link.text(), link.attributes.get("href") or "") for link in tree.css(".sidebar-tree a")]


@pytest.mark.nightly  # by day one page is compared with what it should show
def test_pages_are_of_one_size_however_many_there_are(tmp_path: Path, firsts: Firsts) -> None:
    sizes = {}
    for count in (32, 34):
        site = large(tmp_path / str(count), firsts, count=count)
        site.build()
        pages = ("index.html", "search/index.html", "few/a/index.html", "many/0020/index.html", "many/index.html")
        sizes[count] = [len(site.read(page)) for page in pages]
    assert sizes[32] == sizes[34]


@pytest.mark.measured
@pytest.mark.parametrize("builder", by_day(1, "dirhtml", "html"))
def test_the_page_among_its_neighbours(tmp_path: Path, firsts: Firsts, builder: str) -> None:
    site = large(tmp_path, firsts)
    site.build(builder)
    name, index, near = {
        "dirhtml": ("many/0020/index.html", "../", "../0013/"),
        "html": ("many/0020.html", "index.html", "0013.html"),
    }[builder]
    links = tree_links(site, name, builder)
    assert [text for text, _ in links] == [
        "Alone & at ease", "Other name", "Many", *(f"Page {n}" for n in range(13, 28)), "All in Many",
        "1. Deep", "Outside", "Home", "Search Page",
    ]  # fmt: skip
    assert dict(links)["Many"] == dict(links)["All in Many"] == index
    assert dict(links)["Page 13"] == near
    assert dict(links)["Page 20"] == "#"
    assert dict(links)["Outside"] == "https://example.org/?a=1&b=2"
    tree = LexborHTMLParser(site.read(name, builder))
    assert [link.text() for link in tree.css(".sidebar-tree li.current-page > a")] == ["Page 20"]


@pytest.mark.nightly  # by day only a small site is compared with the theme's
@pytest.mark.parametrize(("builder", "limit"), [("dirhtml", 10), ("html", 100)])
def test_without_the_limit_on_long_lists_it_is_what_sphinx_shows(
    tmp_path: Path, builder: str, limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sidebar, "LONG", 1000)
    # As Sphinx marks it up.
    monkeypatch.setattr("furo.navigation.get_navigation_tree", str)
    site = large(tmp_path, config=f"portfolio_full_navigation_limit = {limit}")
    app = SphinxTestApp(builder, srcdir=site.source, builddir=tmp_path / "build")
    try:
        app.build()
        assert isinstance(app.builder, StandaloneHTMLBuilder)
        ours = sidebar_tree.navigation(app.env, app.builder)
        assert ours is not None
        for name in [*sorted(app.env.found_docs), "search"]:
            address = partial(app.builder.get_relative_uri, name)
            theirs = app.builder._get_local_toctree(
                name, collapse=limit == 10, titles_only=True, maxdepth=-1, includehidden=True
            )
            assert ours.tree(name, address).replace(" current-page", "") == theirs
    finally:
        app.cleanup()


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> int:
    """The number of lines of the longest list that is shown whole."""
    monkeypatch.setattr(sidebar, "LONG", 16)
    return 16


def test_small_sites_without_long_lists_have_the_theme_s_navigation(tmp_path: Path, long: int) -> None:
    site = large(tmp_path, count=long, config="")
    site.build(into="full")
    site.replace("conf.py", ', "portfolio"]', "]")
    site.build(into="plain")
    trees = [
        [part.html for part in LexborHTMLParser(page).css(".sidebar-tree, .related-pages")]
        for page in (site.read("many/0005/index.html", into=into) for into in ("full", "plain"))
    ]
    assert len(trees[0]) == 2
    assert trees[0] == trees[1]


def test_small_sites_show_all_but_long_lists(tmp_path: Path, long: int) -> None:
    site = large(tmp_path, count=long + 1, config="")
    site.build()
    first = ["Alone & at ease", "Other name", "A code title", "B", "Many", *(f"Page {n}" for n in range(15))]
    links = [text for text, _ in tree_links(site, "few/a/index.html")]
    assert links[: len(first) + 2] == [*first, "All 17 in Many", "1. Deep"]
    tree = LexborHTMLParser(site.read("few/a/index.html"))
    assert len(tree.css(".sidebar-tree .toctree-checkbox")) == 4
    site.write("many/0017.md", page("One more"))
    assert "few/a" in site.build()
    if NIGHTLY:
        site.build(into="clean")
        assert site.output("build") == site.output("clean")


@pytest.mark.parametrize(("theme", "builder"), [("basic", "dirhtml"), ("furo", "text")])
def test_what_has_another_navigation_keeps_it(tmp_path: Path, theme: str, builder: str) -> None:
    site = large(tmp_path, count=3, config=f'portfolio_full_navigation_limit = 10\nhtml_theme = "{theme}"')
    site.build(builder)
    assert not any(b"portfolio-all" in data for data in site.output("build", builder).values())


def test_parallel_equals_serial(tmp_path: Path, firsts: Firsts) -> None:
    site = large(tmp_path, firsts, count=18)
    site.build()
    site.build(into="parallel", parallel=2)
    assert site.output("parallel") == site.output("build")


def edit(name: str, old: str, new: str) -> Callable[[Site], None]:
    return lambda site: site.replace(name, old, new)


def many(*numbers: int) -> list[str]:
    return [f"many/{n:04}" for n in numbers]


EDITS: dict[str, tuple[Callable[[Site], None], list[str]]] = {
    "nothing": (lambda site: None, []),
    "prose": (edit("many/0020.md", "Text", "Words"), ["many/0020", "many/index"]),
    "a title in a long list": (edit("many/0020.md", "Page 20", "Other"), [*many(*range(13, 28)), "many/index"]),
    "the title of its first page": (
        edit("many/0000.md", "Page 0", "Other"),
        [*many(*range(8)), "many/index"],
    ),
    "a title in a short list": (edit("few/b.md", "# B", "# C"), ["few/a", "few/b", "few/index", "many/index"]),
    "a title two levels down": (
        edit("deep/deeper/x.md", "# X", "# Z"),
        ["deep/deeper/index", "deep/deeper/x", "deep/deeper/y", "deep/index"],
    ),
    "a heading that a visible toctree shows two levels up": (
        edit("deep/deeper/x.md", "## A heading", "## Another"),
        ["deep/deeper/index", "deep/deeper/x", "deep/index"],
    ),
    "a section's index title": (edit("many/index.md", "# Many", "# Lots"), ["*"]),
    "a caption": (edit("index.md", "More *and*", "Less *and*"), ["*"]),
    "a toctree's own title": (edit("deep/index.md", "The *last*", "The end"), ["deep/deeper/index", "deep/deeper/x", "deep/deeper/y", "deep/index", "deep/last"]),
    "a page more": (
        lambda site: site.write("many/0020a.md", page("Between")),
        [*many(*range(14, 28)), "many/0020a", "few/index", "many/index", "deep/index", "deep/deeper/index"],
    ),
    "a page less": (
        lambda site: (site.source / "many/0020.md").unlink(),
        [*many(*range(13, 20)), *many(*range(21, 28)), "few/index", "many/index", "deep/index", "deep/deeper/index"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("names", [[name] for name in EDITS] if NIGHTLY else [[*EDITS][2::8]], ids=", ".join)
def test_an_edit_writes_the_pages_that_show_it(tmp_path: Path, firsts: Firsts, names: list[str]) -> None:
    site = large(tmp_path, firsts)
    site.build()
    for name in names:
        change, pages = EDITS[name]
        change(site)
        written = site.build()
        assert [page for page in written if page != "index"] == sorted(pages) or pages == ["*"], name
    site.build(into="clean")
    assert site.output("build") == site.output("clean")
    assert site.build() == []
