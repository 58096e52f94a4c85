"""What other Sphinx sites can refer to, tried from one that refers to every entry."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from sphinx.util.inventory import InventoryFile

from nightly import by_day
from portfolio.model.fields import Kind
from portfolio.model.kinds import FOLDERS, KINDS
from real_site import PROJECT, sphinx

BASE = "https://career.example/"
FOLDER = {kind: folder for folder, kind in FOLDERS.items()}
SNIPPETS = re.findall(r"```python\n(.*?)```", (PROJECT / "README.md").read_text("utf-8"), re.DOTALL)


def entries() -> list[tuple[Kind, str]]:
    """The kind and slug of every page."""
    docs = PROJECT / "docs"
    found = ((kind, path.stem) for kind in KINDS for path in (docs / FOLDER[kind]).glob("*.md"))
    return sorted((kind, slug) for kind, slug in found if slug != "index")


def test_the_inventory_names_every_entry_with_its_title(site: Path) -> None:
    inventory = InventoryFile.loads((site / "objects.inv").read_bytes(), uri=BASE).data
    found = {
        (name.removeprefix("portfolio:"), slug): (item.uri, item.display_name)
        for name, items in inventory.items()
        if name.startswith("portfolio:")
        for slug, item in items.items()
    }
    # Some stand there under an old name, too.
    assert {*entries()} <= found.keys()
    for kind, slug in entries():
        address, title = found[kind, slug]
        page = f"{FOLDER[kind]}/{slug}/"
        heading = LexborHTMLParser((site / page / "index.html").read_text("utf-8")).css("h1")[0].text(deep=False)
        # A title that is the name itself is "-" there.
        assert (address, slug if title == "-" else title) == (BASE + page, heading)


def test_headings_and_deliveries_have_labels(site: Path) -> None:
    inventory = InventoryFile.loads((site / "objects.inv").read_bytes(), uri=BASE).data
    labels = inventory["std:label"]
    assert labels["talk/ok-log#the-design"].uri == f"{BASE}talks/ok-log/#the-design"
    assert labels["talk/ok-log#the-design"].display_name == "The design"
    # Under its old name, too.
    assert labels["employer/iptego#protocol-analysers"].uri == f"{BASE}employers/iptego/#protocol-analyzers"
    assert {item.project_version for items in inventory.values() for item in items.values()} == {""}
    for item in labels.values():
        path, _, anchor = item.uri.removeprefix(BASE).partition("#")
        if path not in {"genindex/", "py-modindex/", "modindex/", "search/"}:
            page = LexborHTMLParser((site / path / "index.html").read_text("utf-8"))
            assert not anchor or page.css_first(f'[id="{anchor}"]'), item.uri


@pytest.mark.parametrize("is_portfolio", by_day(1, True, False))
def test_another_site_refers_to_every_entry(site: Path, tmp_path: Path, is_portfolio: bool) -> None:
    (mapping,) = (each for each in SNIPPETS if "intersphinx" in each)
    mapping = mapping.replace('("https://example.org/", None)', repr((BASE, str(site / "objects.inv"))))
    assert BASE in mapping
    own = 'extensions.append("portfolio")\nmyst_title_to_header = True\n'
    (tmp_path / "conf.py").write_text(f"{mapping}\nnitpicky = True\n{own if is_portfolio else ''}", "utf-8")
    pages = [f"{FOLDER[kind]}/{slug}/" for kind, slug in entries()]
    places = [*pages, "talks/ok-log/#the-design"]
    labels = [*(f"{kind}/{slug}" for kind, slug in entries()), "talk/ok-log#the-design"]
    rst = [f":external+career:ref:`{label}`" for label in labels]
    rst += [f":external:ref:`this <{label}>`" for label in labels]
    rst += [f":external+career:doc:`{page.rstrip('/')}`" for page in pages]
    myst = [f"{{external+career:ref}}`{label}`" for label in labels]
    myst += [f"[](inv:career:std:label#{label})" for label in labels]
    myst += [f"[](inv:career:portfolio:{kind}#{slug})" for kind, slug in entries()]
    if is_portfolio:
        myst += [f"{{external+career:portfolio:{kind}}}`{slug}`" for kind, slug in entries()]
        rst += [f":external:portfolio:{kind}:`the {kind} <{slug}>`" for kind, slug in entries()]
    (tmp_path / "index.rst").write_text("T\n=\n\n.. toctree::\n\n   more\n\n" + "\n\n".join(rst), "utf-8")
    (tmp_path / "more.md").write_text("# M\n\n" + "\n\n".join(myst), "utf-8")
    options = ["-W", "--keep-going", "-j", "2", "-b", "html"]
    sphinx(*options, str(tmp_path), str(tmp_path / "_build"), PYTHONPATH=str(PROJECT / "docs/_ext"))
    for name in ("index.html", "more.html"):
        tree = LexborHTMLParser((tmp_path / "_build" / name).read_text("utf-8"))
        links = [link.attributes["href"] for link in tree.css("a.reference.external") if link.text()]
        expected = [f"{BASE}{place}" for place in (*places, *places, *pages, *(pages if is_portfolio else ()))]
        assert [link for link in links if link and link.startswith(BASE)] == expected
