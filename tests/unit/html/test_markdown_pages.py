"""Where the links of a Markdown copy lead."""

import pytest

from portfolio.html.markdown_pages import resolved

BASE = "https://example.org/me/"
# What a page's link is, that page's path and docname; where it leads with the site's address known, and without.
ADDRESSES = (
    ("../../skills/go/", "projects/atlas/", "projects/atlas", f"{BASE}skills/go/", "../skills/go/"),
    ("../skills/go.html#a", "projects/atlas.html", "projects/atlas", f"{BASE}skills/go.html#a", "../skills/go.html#a"),
    ("../bank/", "projects/atlas/", "projects/atlas", f"{BASE}projects/bank/", "bank/"),
    ("#a", "projects/atlas/", "projects/atlas", f"{BASE}projects/atlas/#a", "atlas/#a"),
    ("#a", "projects/atlas.html", "projects/atlas", f"{BASE}projects/atlas.html#a", "atlas.html#a"),
    ("../../", "projects/atlas/", "projects/atlas", BASE, "../"),
    ("", "", "index", BASE, "./"),
    ("skills/", "", "index", f"{BASE}skills/", "skills/"),
    ("../", "skills/", "skills/index", BASE, "../"),
    ("../_images/a%20b.png?x=1", "skills/", "skills/index", f"{BASE}_images/a%20b.png?x=1", "../_images/a%20b.png?x=1"),
    ("../b/", "two%20words/a/", "two words/a", f"{BASE}two%20words/b/", "b/"),
    ("/other/", "skills/", "skills/index", "https://example.org/other/", "/other/"),
    ("mailto:a@example.org", "skills/", "skills/index", "mailto:a@example.org", "mailto:a@example.org"),
    ("https://example.net/../a", "skills/", "skills/index", "https://example.net/../a", "https://example.net/../a"),
)  # fmt: skip


@pytest.mark.parametrize(("uri", "page", "copy", "absolute", "relative"), ADDRESSES)
def test_links_lead_where_those_of_the_page_lead(uri: str, page: str, copy: str, absolute: str, relative: str) -> None:
    assert resolved(uri, root=BASE, page=page, copy=copy) == absolute
    assert resolved(uri, root="", page=page, copy=copy) == relative
