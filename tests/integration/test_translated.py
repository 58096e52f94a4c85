"""Translators and other extensions find an entry's title as they find that of any page."""

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from small_sites import Site


@pytest.mark.measured
def test_titles_are_translated_with_the_pages(site: Site) -> None:
    site.replace("projects/atlas.md", "title: ", 'title: "A *new*: \\"<B>\\"" #')
    site.replace("index.md", "projects/atlas\n", "projects/atlas\nextra\n")
    site.write(
        "extra.md",
        "---\ntitle: Extra\n---\n\nBy {project}`atlas`.\n\n```{bio} 4\nI draw rare plants.\n```\n\n```{front-matter}\n```\n",
    )
    site.replace("conf.py", "nitpicky", "gettext_compact = False\nlocale_dirs = ['locale']\nnitpicky")
    site.build("gettext", into="texts")
    messages = {}
    for name in ("projects/atlas", "extra", "talks/seeds"):
        with (site.home / "texts/gettext" / f"{name}.pot").open("rb") as file:
            catalog = read_po(file)
        messages[name] = {each.id: each for each in catalog if each.id}
        for each in messages[name].values():
            assert all(line for _, line in each.locations)
        catalog.get('A *new*: "<B>"') or catalog.add('A *new*: "<B>"')
        for id_ in ('A *new*: "<B>"', "I draw rare plants."):
            if id_ in catalog:
                catalog[id_].string = {"I": "Ich male seltene kleine Pflanzen.", "A": "Zwei neue: B"}[id_[0]]
        path = site.source / "locale/de/LC_MESSAGES" / f"{name}.mo"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_mo(file, catalog)
    assert 'A *new*: "<B>"' in messages["projects/atlas"]
    assert "I draw rare plants." in messages["extra"]
    # What the extension says in its own words is in its own catalogs.
    assert {*messages["extra"]} == {"Extra", "By {project}`atlas`.", "I draw rare plants."}
    site.replace("conf.py", 'language = "en"', 'language = "de"')
    site.build(expect=None)
    for page in ("projects/atlas/index.html", "extra/index.html"):
        assert "Zwei neue: B" in site.read(page)
        assert "<B>" not in site.read(page)
        assert "&lt;B&gt;" not in site.read(page)
    assert "Ich male seltene kleine Pflanzen." in site.read("extra/index.html")
    assert "5 Wörter" in site.read("extra/index.html")
    assert "the bio of 4 words has 5, where 4 to 4 are allowed; take out 1" in site.warnings


def test_titles_are_labels_with_autosectionlabel(site: Site) -> None:
    site.replace("conf.py", '"portfolio"]', '"portfolio", "sphinx.ext.autosectionlabel"]')
    site.write("extra.md", "---\ntitle: Extra\norphan: true\n---\n\nSee {ref}`How to draw a seed`.\n")
    site.build(expect=None)
    assert "duplicate label" not in site.warnings
