"""Every page's Markdown copy, and the files for language models made of them."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp

from nightly import by_day
from small_sites import Site

BASE = '\nhtml_baseurl = "https://example.org/me"\n'
PAGES = ["education/leeds", "employers/kew", "index", "projects/atlas", "projects/seed-bank", "skills/drawing", "skills/index", "skills/taxonomy", "talks/seeds", "timeline"]  # fmt: skip
ORDER = ["index", "timeline", "skills/index", "skills/drawing", "skills/taxonomy", "employers/kew", "education/leeds", "projects/atlas", "projects/seed-bank", "talks/seeds"]  # fmt: skip

ATLAS = """\
# Atlas of Seeds

Five hundred plates of seeds.

- **Kind:** Project
- **When:** January 2003 – June 2005 (2 years 6 months)
- **Role:** Illustrator
- **Built at:** [Royal Botanic Gardens](https://example.org/me/employers/kew.md)
- **Status:** Archived: no longer developed
- **License:** CC-BY-4.0
- **Links:** [Source](https://example.org/atlas)
- **Skills:** [Drawing](https://example.org/me/skills/drawing.md)

A plate a week.

## Connections

- **Presented in:** [How to draw a seed](https://example.org/me/talks/seeds.md): [Flora 2006 (17 May 2006)](https://example.org/me/talks/seeds.md#flora-2006), [Herbaria 2005 (2005)](https://example.org/me/talks/seeds.md#herbaria-2005)
- **Mentioned in:**
  - [Royal Botanic Gardens](https://example.org/me/employers/kew.md): [Herbarium](https://example.org/me/employers/kew.md#herbarium)
  - [A botanist](https://example.org/me/index.md)
  - [Seed bank](https://example.org/me/projects/seed-bank.md)

Source: https://example.org/me/projects/atlas/
"""


def with_address(site: Site) -> None:
    site.write("conf.py", (site.source / "conf.py").read_text("utf-8") + BASE)


def copies(site: Site, builder: str = "dirhtml", into: str = "build") -> list[str]:
    home = site.home / into / builder
    return sorted(path.relative_to(home).with_suffix("").as_posix() for path in home.rglob("*.md"))


def titles(text: str) -> list[str]:
    return re.findall("^# (.*)$", text, re.MULTILINE)


@pytest.mark.parametrize("parallel", by_day(1, 0, 2))
def test_every_page_has_a_copy(site: Site, parallel: int) -> None:
    with_address(site)
    site.build(parallel=parallel)
    assert copies(site) == PAGES
    assert site.read("projects/atlas.md") == ATLAS


@pytest.mark.parametrize("builder", by_day(1, "html", "dirhtml"))
def test_without_an_address_links_lead_on_from_the_copy_to_other_copies(site: Site, builder: str) -> None:
    site.build(builder)
    assert copies(site, builder) == PAGES
    text = site.read("projects/atlas.md", builder)
    assert "- **Skills:** [Drawing](../skills/drawing.md)\n" in text
    assert "[A botanist](../index.md)" in text
    assert "Source:" not in text
    for name in PAGES:
        home = (site.home / "build" / builder / f"{name}.md").parent
        for address in re.findall(r"\]\(([^):]+)\)", site.read(f"{name}.md", builder)):
            assert (home / address.partition("#")[0]).is_file(), (name, address)


@pytest.mark.parametrize(
    ("builder", "page", "address"),
    [
        ("dirhtml", "projects/atlas/index.html", "../../projects/atlas.md"),
        ("html", "projects/atlas.html", "../projects/atlas.md"),
        ("dirhtml", "index.html", "index.md"),
    ],
)
def test_every_page_s_head_leads_to_its_copy(site: Site, builder: str, page: str, address: str) -> None:
    site.build(builder)
    html = site.read(page, builder)
    assert re.findall('<link rel="alternate" type="text/markdown" href="(.*?)">', html) == [address]
    assert ((site.home / "build" / builder / page).parent / address).is_file()
    search = {"html": "search.html", "dirhtml": "search/index.html"}[builder]
    assert "text/markdown" not in site.read(search, builder)


RICH = """\
---
title: Rich
orphan: true
nosearch: true
---

Text with <b>HTML</b>, a note[^n], {{download}}`the notes <notes.txt>` and <https://example.org>.

% a comment

<div>raw</div>

![A seed](seed.svg)

```{{button-link}} https://example.org/button
A button
```

````{{card}} A card
:link: https://example.org/card

In it
````

```{{note}}
Noted.
```

hard\\
break

## {{project}}`The atlas <atlas>`

```{{toctree}}
:caption: {caption}

deep
```

[^n]: The note.
"""
WRITTEN = """\
# Rich

Text with HTML, a note[^1], [`the notes`](_downloads/HASH/notes.txt) and <https://example.org>.

raw

![A seed](_images/seed.svg)

[A button](https://example.org/button)

A card

In it

<https://example.org/card>

> **Note**
>
> Noted.

hard\\
break

## [The atlas](projects/atlas.md)

**Pages**

- [Deep](deep.md)
  - [Deeper](deep.md#deeper)

---

[^1]: The note.
"""


def add_rich(site: Site) -> None:
    site.write("rich.md", RICH.format(caption="Pages"))
    site.write("deep.md", "# Deep\n\n## Deeper\n")
    site.write("notes.txt", "Notes.")
    site.write("seed.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')


def test_what_pages_can_hold_is_in_their_copies(site: Site) -> None:
    add_rich(site)
    site.build()
    assert re.sub(r"_downloads/\w+/", "_downloads/HASH/", site.read("rich.md")) == WRITTEN


NUMBERED = """\
---
title: Numbered
---

```{figure} seed.svg
:target: https://example.org/

A seed
```

```{code-block} python
:caption: A listing

x
```

```{math}
:label: one

x^2
```

```{math}
y
```

## Part
"""


@pytest.mark.measured
def test_numbers_are_those_of_the_page(site: Site) -> None:
    site.write("tree.md", "# Tree\n\n```{toctree}\n:numbered:\n\nnumbered\n```\n")
    site.write("numbered.md", NUMBERED)
    site.write("seed.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    site.replace("index.md", "timeline\n", "timeline\ntree\n")
    site.write("conf.py", (site.source / "conf.py").read_text("utf-8") + "\nnumfig = True\n")
    site.build()
    text = site.read("numbered.md")
    assert text.startswith("# 1. Numbered\n\n")
    assert "[![](_images/seed.svg)](https://example.org/)\n\nFig. 1.1 A seed\n\n" in text
    assert "\n\nListing 1.1 A listing\n\n" in text
    assert "\nx^2\n```\n\n(1.1)\n\n```math\ny\n```\n\n## 1.1. Part\n" in text
    assert "- [1. Numbered](numbered.md)\n  - [1.1. Part](numbered.md#part)" in site.read("tree.md")


def edit(name: str, old: str, new: str) -> Callable[[Site], None]:
    return lambda site: site.replace(name, old, new)


def less(site: Site) -> None:
    (site.source / "projects/seed-bank.md").unlink()
    site.replace("index.md", "projects/seed-bank\n", "")


def more(site: Site) -> None:
    site.write("projects/flora.md", "---\ntitle: Flora\nproject: {summary: Leaves., employers: [kew]}\n---\n")
    site.replace("index.md", "talks/seeds\n", "projects/flora\ntalks/seeds\n")


EDITS: dict[str, Callable[[Site], None]] = {
    "a title": edit("talks/seeds.md", "How to draw a seed", "How *I* draw"),
    "prose": edit("projects/atlas.md", "A plate a week.", "Two plates a week."),
    "a page less": less,
    "a page more": more,
    "the order of the tree": edit("index.md", "timeline\nskills/index\n", "skills/index\ntimeline\n"),
    "the address": lambda site: site.replace("conf.py", "https://example.org/me", "https://example.org/you"),
    "no address": lambda site: site.replace("conf.py", '"https://example.org/me"', '""'),
}


@pytest.mark.parametrize("parallel", by_day(1, 2, 0))
@pytest.mark.parametrize("name", by_day(1, *EDITS))
def test_after_an_edit_all_is_as_in_a_clean_build(site: Site, name: str, parallel: int) -> None:
    with_address(site)
    site.build(parallel=parallel)
    EDITS[name](site)
    site.build(parallel=parallel)
    site.build(into="clean")
    ours = site.output("build")
    ours.pop(".buildinfo.bak", None)  # Sphinx's note of the configuration before
    assert ours == site.output("clean")
    if name == "a title":  # which copies of other pages show
        assert b"[How \\*I\\* draw](https://example.org/me/talks/seeds.md)" in ours["projects/atlas.md"]
        assert b"# How \\*I\\* draw\n" in ours["llms-full.txt"]
    assert site.build(parallel=parallel) == []


def test_what_was_lost_is_written_again_and_nothing_else(site: Site) -> None:
    site.build()
    before = site.output("build")
    home = site.home / "build/dirhtml"
    (home / "projects/atlas.md").unlink()
    (home / "llms-full.txt").unlink()
    assert site.build() == ["index", "projects/atlas"]  # Sphinx writes with a page those whose toctree holds it
    assert site.output("build") == before


def test_what_comes_out_the_same_is_not_written_again(site: Site) -> None:
    site.build()
    files = [site.home / "build/dirhtml" / name for name in ("projects/atlas.md", "llms-full.txt", "llms.txt")]
    before = [file.stat().st_mtime_ns for file in files]
    site.build()
    assert [file.stat().st_mtime_ns for file in files] == before


def test_the_copies_of_pages_that_are_gone_are_gone(site: Site) -> None:
    site.build()
    less(site)
    site.build()
    assert copies(site) == [name for name in PAGES if name != "projects/seed-bank"]
    assert "Seed bank" not in site.read("llms-full.txt")


@pytest.mark.parametrize("with_base", [True, False])
def test_all_copies_stand_in_one_file_in_the_order_of_the_tree(site: Site, with_base: bool) -> None:
    if with_base:
        with_address(site)
    site.build()
    full = site.read("llms-full.txt")
    parts = full.split("\n---\n\n")
    assert [titles(part)[0] for part in parts] == [titles(site.read(f"{name}.md"))[0] for name in ORDER]
    # Of addresses the page's own alone, and those that are what a list tells.
    assert re.findall(r"\]\((.*?)\)", parts[7]) == ["https://example.org/atlas"]
    assert "- **Presented in:** How to draw a seed: Flora 2006 (17 May 2006), Herbaria 2005 (2005)\n" in parts[7]
    sources = re.findall("^Source: (.*)$", full, re.MULTILINE)
    assert sources[3] == ("https://example.org/me/skills/drawing/" if with_base else "skills/drawing.md")
    assert len(sources) == len(ORDER)


def test_orphans_have_copies_and_are_in_no_list_of_all_texts(site: Site) -> None:
    add_rich(site)
    site.build()
    assert titles(site.read("rich.md")) == ["Rich"]
    found = titles(site.read("llms-full.txt"))
    assert len(found) == len(ORDER) + 1
    assert found[-1] == "Deep"  # which is in an orphan's tree only


def test_a_site_of_orphans_has_no_file_of_all_texts(site: Site) -> None:
    site.build()
    full = site.home / "build/dirhtml/llms-full.txt"
    assert full.is_file()
    for name in PAGES:
        path: Path = site.source / f"{name}.md"
        path.write_text(path.read_text("utf-8").replace("---\n", "---\norphan: true\n", 1), "utf-8")
    site.build()
    assert not full.exists()
    assert copies(site) == PAGES


def test_a_build_of_some_pages_only_gathers_their_texts(site: Site) -> None:
    site.build()
    whole = site.read("llms-full.txt")
    shutil.rmtree(site.home / "build")
    app = SphinxTestApp("dirhtml", srcdir=site.source, builddir=site.home / "build")
    try:
        app.build(filenames=[site.source / "talks/seeds.md"])
    finally:
        app.cleanup()
    assert "How to draw a seed" in titles(site.read("llms-full.txt"))
    assert len(titles(site.read("llms-full.txt"))) == len(copies(site)) < len(PAGES)
    site.build()
    assert site.read("llms-full.txt") == whole


@pytest.mark.parametrize("with_base", [True, False])
def test_every_link_of_llms_txt_leads_to_a_file(site: Site, with_base: bool) -> None:
    if with_base:
        with_address(site)
    site.build()
    text = site.read("llms.txt")
    found = re.findall(r"^- \[[^\]]*\]\(([^)]*)\)", text, re.MULTILINE)
    assert len(found) == len(set(found))
    names = [address.removeprefix("https://example.org/me/") for address in found]
    assert {*(f"{name}.md" for name in PAGES), "llms-full.txt", "talks.ics", "resume.json"} < {*names}
    assert ("feed.xml" in names) == with_base
    for name in names:
        assert (site.home / "build/dirhtml" / name).is_file(), name
    assert text.count("\n- ") == len(found)


def test_nothing_of_the_sources_syntax_is_in_copies(site: Site) -> None:
    add_rich(site)
    site.build()
    for name in (*(f"{name}.md" for name in copies(site)), "llms.txt", "llms-full.txt"):
        text = site.read(name)
        assert not re.search(r"\{[\w-]+\}|:::|portfolio-|---\ntitle:|<!--|^ +$|\n\n\n", text, re.MULTILINE), name
        assert text.startswith("# "), name
        assert text.endswith("\n"), name
