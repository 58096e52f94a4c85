"""The source of a private page is in no other page, whatever brings it in."""

import pytest

from hidden_pages import traces
from small_sites import Site

TEXT = "---\ntitle: Private\nvisibility: private\n---\n\n(markx)=\n## MARKX\n\nMARKX\n\n```{glossary}\nMARKX\n: MARKX\n```\n"
MARKDOWN = """---
title: About
orphan: true
---

```{include} drafts/notes.md
```

```{include} /drafts/notes.md
:literal:
```

```{include} drafts/notes.md
:code: yaml
```

```{literalinclude} drafts/notes.md
:caption: A caption
```

```{csv-table} A table
:file: drafts/notes.md
```

```{raw} html
:file: drafts/notes.md
```

![A picture](drafts/notes.md)

{download}`A file <drafts/notes.md>`, [a page](drafts/notes.md), and [more](path:drafts/notes.md)

```{include} others.txt
```

```{literalinclude} others.txt
```
"""
RST = """:orphan:

Old
===

.. include:: drafts/notes.md

.. include:: drafts/notes.md
   :literal:

.. include:: drafts/notes.md
   :code: yaml

.. include:: drafts/notes.md
   :parser: myst_parser.sphinx_

.. literalinclude:: drafts/notes.md
   :caption: A caption

.. csv-table:: A table
   :file: drafts/notes.md

.. raw:: html
   :file: drafts/notes.md

.. image:: drafts/notes.md

.. include:: others.txt

.. literalinclude:: others.txt
"""


@pytest.mark.measured
def test_no_page_shows_the_source_of_a_private_one(site: Site) -> None:
    site.write("drafts/notes.md", TEXT)
    site.write("others.txt", "All others.\n")
    site.write("about.md", MARKDOWN)
    site.write("old.rst", RST)
    site.build(expect="the source of drafts/notes, which is private, would be given away")
    assert traces(site.home / "build/dirhtml") == set()
    for page in ("about.md", "old.md"):
        assert site.read(page).count("All others.") == 2
        assert "A caption" not in site.read(page)
    assert "A picture" in site.read("about.md")
    # Without front matter, for docutils before 0.22 stops at the lines around it.
    site.write("drafts/notes.md", TEXT.rpartition("---\n")[2])
    site.build(expect=None)
    assert {"about/index.html", "old/index.html", "about.md"} <= traces(site.home / "build/dirhtml")
