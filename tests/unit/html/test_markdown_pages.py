"""Where the links of a Markdown copy lead."""

import pytest

from portfolio.html.markdown_pages import resolved, together

BASE = "https://example.org/me/"
COPIES = {
    "": "index.md",
    "projects/atlas/": "projects/atlas.md",
    "projects/bank/": "projects/bank.md",
    "skills/": "skills/index.md",
    "skills/go.html": "skills/go.md",
    "two%20words/b/": "two%20words/b.md",
}
# What a page's link is, that page's path and docname; where it leads with the site's address known, and without.
ADDRESSES = (
    ("../../skills/", "projects/atlas/", "projects/atlas", f"{BASE}skills/index.md", "../skills/index.md"),
    ("../skills/go.html#a", "projects/atlas.html", "projects/atlas", f"{BASE}skills/go.md#a", "../skills/go.md#a"),
    ("../bank/", "projects/atlas/", "projects/atlas", f"{BASE}projects/bank.md", "bank.md"),
    ("#a", "projects/atlas/", "projects/atlas", f"{BASE}projects/atlas.md#a", "atlas.md#a"),
    ("../../", "projects/atlas/", "projects/atlas", f"{BASE}index.md", "../index.md"),
    ("", "", "index", f"{BASE}index.md", "index.md"),
    ("skills/", "", "index", f"{BASE}skills/index.md", "skills/index.md"),
    ("../search/", "skills/", "skills/index", f"{BASE}search/", "../search/"),
    ("../_images/a%20b.png?x=1", "skills/", "skills/index", f"{BASE}_images/a%20b.png?x=1", "../_images/a%20b.png?x=1"),
    ("../b/", "two%20words/a/", "two words/a", f"{BASE}two%20words/b.md", "b.md"),
    ("/other/", "skills/", "skills/index", "https://example.org/other/", "/other/"),
    ("mailto:a@example.org", "skills/", "skills/index", "mailto:a@example.org", "mailto:a@example.org"),
    ("//[", "skills/", "skills/index", "//[", "//["),
    ("https://example.net/../a", "skills/", "skills/index", "https://example.net/../a", "https://example.net/../a"),
)  # fmt: skip


@pytest.mark.parametrize(("uri", "page", "copy", "absolute", "relative"), ADDRESSES)
def test_links_lead_to_copies_where_there_are(uri: str, page: str, copy: str, absolute: str, relative: str) -> None:
    def copy_of(path: str) -> str:
        return COPIES.get(path, path)

    assert resolved(uri, root=BASE, page=page, copy=copy, copy_of=copy_of) == absolute
    assert resolved(uri, root="", page=page, copy=copy, copy_of=copy_of) == relative


@pytest.mark.parametrize(("root", "own"), [(BASE, "own"), ("", f"[own]({BASE}a)")])
def test_copies_stand_together_with_footnotes_of_their_own(root: str, own: str) -> None:
    text = f"[a](https://b.example/)[^1]\n\n- [b](https://b.example/) [own]({BASE}a) [c](d)\n\n[^1]: e\n"
    expected = f"a[^7-1]\n\n- [b](https://b.example/) {own} c\n\n[^7-1]: e\n"
    assert together(text, 7, root) == expected
