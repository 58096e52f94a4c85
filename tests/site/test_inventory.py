"""What other Sphinx sites can refer to, tried from one that refers to every entry."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from sphinx.util.inventory import InventoryFile

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
    assert sorted(found) == entries()
    for (kind, slug), (address, title) in found.items():
        page = f"{FOLDER[kind]}/{slug}/"
        heading = LexborHTMLParser((site / page / "index.html").read_text("utf-8")).css("h1")[0].text(deep=False)
        # A title that is the name itself is "-" there.
        assert (address, slug if title == "-" else title) == (BASE + page, heading)


@pytest.mark.parametrize("domain", ["declared", "extension"])
def test_another_site_refers_to_every_entry(site: Path, tmp_path: Path, domain: str) -> None:
    mapping, declaration = SNIPPETS
    mapping = mapping.replace('("https://example.org/", None)', repr((BASE, str(site / "objects.inv"))))
    assert BASE in mapping
    own = 'extensions.append("portfolio")\nmyst_title_to_header = True\n'
    conf = f"{mapping}\nnitpicky = True\n{own if domain == 'extension' else declaration}"
    (tmp_path / "conf.py").write_text(conf, "utf-8")
    pages = [f"{FOLDER[kind]}/{slug}" for kind, slug in entries()]
    rst = [f":external+career:portfolio:{kind}:`{slug}`" for kind, slug in entries()]
    rst += [f":external:portfolio:{kind}:`the {kind} <{slug}>`" for kind, slug in entries()]
    rst += [f":external+career:doc:`{page}`" for page in pages]
    myst = [f"{{external+career:portfolio:{kind}}}`{slug}`" for kind, slug in entries()]
    myst += [f"[](inv:career:portfolio:{kind}#{slug})" for kind, slug in entries()]
    myst += [f"{{external+career:doc}}`{page}`" for page in pages]
    (tmp_path / "index.rst").write_text("T\n=\n\n.. toctree::\n\n   more\n\n" + "\n\n".join(rst), "utf-8")
    (tmp_path / "more.md").write_text("# M\n\n" + "\n\n".join(myst), "utf-8")
    options = ["-W", "--keep-going", "-j", "2", "-b", "html"]
    sphinx(*options, str(tmp_path), str(tmp_path / "_build"), PYTHONPATH=str(PROJECT / "docs/_ext"))
    for name in ("index.html", "more.html"):
        tree = LexborHTMLParser((tmp_path / "_build" / name).read_text("utf-8"))
        links = [link.attributes["href"] for link in tree.css("a.reference.external") if link.text()]
        assert [link for link in links if link and link.startswith(BASE)] == [f"{BASE}{page}/" for page in pages] * 3
