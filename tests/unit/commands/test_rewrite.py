"""What leads to a page leads to it by its new name; everything else stays as it is."""

from dataclasses import replace

import pytest

from portfolio.commands import rewrite
from portfolio.commands.files import Refused
from portfolio.commands.inclusions import Inclusion, inclusions
from portfolio.commands.rewrite import Move
from portfolio.reading import markdown, restructured

FILES = {"projects/atlas.md", "projects/other.md", "_static/a.png", "part.txt"}


def move(old: str = "projects/atlas", new: str = "projects/maps", **fields: bool) -> Move:
    kinds = {"projects": "project", "skills": "skill"}
    flags = {"by_slug": True, "by_title": fields.get("by_slug", True), "to_slug": True, **fields}
    kind = kinds.get(old.partition("/")[0])
    return Move(old=old, new=new, kind=kind, exists=FILES.__contains__, **flags)  # type: ignore[arg-type]


def rewritten(
    docname: str, text: str, move: Move, *, inclusion: Inclusion | None = None, is_restructured: bool = False
) -> str:
    elements = restructured.of(text) if is_restructured else markdown.read(text, move.extensions)
    return rewrite.rewritten(docname, text, elements, move, inclusion=inclusion, is_restructured=is_restructured)


@pytest.mark.parametrize(
    ("page", "before", "after"),
    [
        ("index", "{project}`atlas` {portfolio:project}`x <atlas>` {talk}`atlas` `{project}`", "{project}`maps` {portfolio:project}`x <maps>` {talk}`atlas` `{project}`"),
        ("index", "```{entries}\n:kind: project\n\natlas\natlases\n```", "```{entries}\n:kind: project\n\nmaps\natlases\n```"),
        ("index", "```md\n{project}`atlas` [a](projects/atlas.md)\n```", "```md\n{project}`atlas` [a](projects/atlas.md)\n```"),
        ("index", "[a](projects/atlas.md#top) [](/projects/atlas) [b](<./projects/atlas.md>)", "[a](projects/maps.md#top) [](/projects/maps) [b](<./projects/maps.md>)"),
        ("talks/a", "[a](../projects/atlas.md) [b](projects/atlas.md) [c](https://x.org/projects/atlas)", "[a](../projects/maps.md) [b](projects/atlas.md) [c](https://x.org/projects/atlas)"),
        ("index", "[a]: projects/atlas.md 'T'\n\n<project:projects/atlas.md#x> <mailto:a@b.c>", "[a]: projects/maps.md 'T'\n\n<project:projects/maps.md#x> <mailto:a@b.c>"),
        ("index", "[a](atlas) [b](#atlas) [c](#top)", "[a](maps) [b](#maps) [c](#top)"),
        ("index", "# Atlas\n\n[b](#atlas)", "# Atlas\n\n[b](#atlas)"),
        ("index", "{doc}`projects/atlas` {doc}`A <projects/atlas.md>` {any}`atlas` {any}`projects/atlas` {download}`part.txt`", "{doc}`projects/maps` {doc}`A <projects/maps.md>` {any}`maps` {any}`projects/maps` {download}`part.txt`"),
        ("index", "`[a](projects/atlas.md)` <!-- [a](projects/atlas.md) -->", "`[a](projects/atlas.md)` <!-- [a](projects/atlas.md) -->"),
        ("index", "A ` mark.\n\n[a](projects/atlas.md)\n\nA ` mark.", "A ` mark.\n\n[a](projects/maps.md)\n\nA ` mark."),
        ("projects/index", "```{toctree}\n:glob:\n\natlas\n/projects/atlas\nA title <atlas>\n*\n```\n\nEnd", "```{toctree}\n:glob:\n\nmaps\n/projects/maps\nA title <maps>\n*\n```\n\nEnd"),
        ("index", "```{toctree}\nprojects/atlas", "```{toctree}\nprojects/maps"),
        ("index", "::::{grid}\n:::{card} [x](projects/atlas.md)\n:link: projects/atlas\n:link-type: doc\n{project}`atlas`\n:::\n::::", "::::{grid}\n:::{card} [x](projects/maps.md)\n:link: projects/maps\n:link-type: doc\n{project}`maps`\n:::\n::::"),
        ("index", "> ```{button-ref} projects/atlas\n> :ref-type: doc\n> ```\n\n```{figure} projects/atlas\n```", "> ```{button-ref} projects/maps\n> :ref-type: doc\n> ```\n\n```{figure} projects/atlas\n```"),
        ("index", "```{eval-rst}\nBy :project:`atlas`, :portfolio:project:`x <atlas>`, :doc:`/projects/atlas`, :talk:`atlas`.\n```", "```{eval-rst}\nBy :project:`maps`, :portfolio:project:`x <maps>`, :doc:`/projects/maps`, :talk:`atlas`.\n```"),
        ("index", "```{eval-rst}\n.. toctree::\n   :caption: projects/atlas\n\n   projects/atlas\n   An atlas <projects/atlas>\n\n   /projects/bank\n\nprojects/atlas\n\n.. include:: projects/atlas.md\n```", "```{eval-rst}\n.. toctree::\n   :caption: projects/atlas\n\n   projects/maps\n   An atlas <projects/maps>\n\n   /projects/bank\n\nprojects/atlas\n\n.. include:: projects/maps.md\n```"),
        ("index", "```{eval-rst}\n.. code-block:: rst\n\n   .. TocTree::\n\n      projects/atlas :doc:`projects/atlas`\n\n.. TocTree::\n\n   projects/atlas\n```", "```{eval-rst}\n.. code-block:: rst\n\n   .. TocTree::\n\n      projects/atlas :doc:`projects/atlas`\n\n.. TocTree::\n\n   projects/maps\n```"),
        ("index", "```{eval-rst}\n.. note::\n\n   .. toctree::\n      projects/atlas\n   projects/atlas\n   .. figure:: projects/atlas\n```", "```{eval-rst}\n.. note::\n\n   .. toctree::\n      projects/maps\n   projects/atlas\n   .. figure:: projects/atlas\n```"),
        ("index", "```{eval-rst}\nBy :project:`an\natlas <atlas>` and :any:`the\n  one\n  <projects/atlas>`.\n\n.. portfolio:entries::\n   :kind: project\n\n   atlas\n\n.. timeline::\n   :at: kew\n```", "```{eval-rst}\nBy :project:`an\natlas <maps>` and :any:`the\n  one\n  <projects/maps>`.\n\n.. portfolio:entries::\n   :kind: project\n\n   maps\n\n.. timeline::\n   :at: kew\n```"),
        ("index", "```{eval-rst}\nWrite ``:project:`atlas```, \\:project:`atlas`, :project:`!atlas`, x:project:`atlas`.\n\n.. A comment: :project:`atlas`,\n   :project:`atlas`.\n\nAnd so::\n\n  .. entries::\n     :kind: project\n\n     atlas\n\n..\n  :project:`atlas`\n\n.. [1] A note, :project:`atlas`.\n```", "```{eval-rst}\nWrite ``:project:`atlas```, \\:project:`atlas`, :project:`!atlas`, x:project:`atlas`.\n\n.. A comment: :project:`atlas`,\n   :project:`atlas`.\n\nAnd so::\n\n  .. entries::\n     :kind: project\n\n     atlas\n\n..\n  :project:`atlas`\n\n.. [1] A note, :project:`maps`.\n```"),
        ("index", "```{eval-rst}\n:project:`atlas` is first.\n\n.. |a| image:: b.png\n   :target: projects/atlas.md\n```", "```{eval-rst}\n:project:`maps` is first.\n\n.. |a| image:: b.png\n   :target: projects/maps.md\n```"),
        ("index", ":::{card} x\n:link: atlas\n:link-type: any\n:::\n\n:::{card} x\n:link: atlas\n:link-type: ref\n:::", ":::{card} x\n:link: maps\n:link-type: any\n:::\n\n:::{card} x\n:link: atlas\n:link-type: ref\n:::"),
        ("index", "```{button-ref} atlas\n```\n```{button-ref} atlas\n:ref-type: myst\n```\n```{button-ref} atlas\n:ref-type: doc\n```", "```{button-ref} maps\n```\n```{button-ref} maps\n:ref-type: myst\n```\n```{button-ref} atlas\n:ref-type: doc\n```"),
        ("index", "```{image} a.png\n:target: projects/atlas.md\n:alt:\n```", "```{image} a.png\n:target: projects/maps.md\n:alt:\n```"),
        ("index", "---\nemployer:\n  positions:\n    - {role: A, projects: [atlas], skills: [atlas]}\n    - atlas\n  deliveries: [{projects: atlas}]\n---\n", "---\nemployer:\n  positions:\n    - {role: A, projects: [maps], skills: [atlas]}\n    - atlas\n  deliveries: [{projects: maps}]\n---\n"),
        ("index", "---\ntalk: {projects: [\"atlas\", 'atlas', atlas, \"at\\u006cas\", other], skills: [atlas]}\nproject: atlas\n---\n", "---\ntalk: {projects: [\"maps\", 'maps', maps, \"at\\u006cas\", other], skills: [atlas]}\nproject: atlas\n---\n"),
        ("index", "---\ntitle: [\n---\n{project}`atlas`", "---\ntitle: [\n---\n{project}`maps`"),
        ("index", "---\r\ntitle: é\r\n---\r\n\r\n{project}`atlas`\r\n[a](projects/atlas.md)\r\n", "---\r\ntitle: é\r\n---\r\n\r\n{project}`maps`\r\n[a](projects/maps.md)\r\n"),
        ("index", "```{include} projects/atlas.md\n```\n```{literalinclude} /projects/atlas.md\n```\n{download}`projects/atlas.md`", "```{include} projects/maps.md\n```\n```{literalinclude} /projects/maps.md\n```\n{download}`projects/maps.md`"),
        ("index", "{bdg-ref-primary}`projects/atlas` {bdg-ref}`a <projects/atlas>` {bdg-ref-info-line}`atlas`", "{bdg-ref-primary}`projects/maps` {bdg-ref}`a <projects/maps>` {bdg-ref-info-line}`maps`"),
        ("index", "```{code-block} py\n:caption: From {project}`atlas` and [a](projects/atlas.md)\n\n{project}`atlas`\n```", "```{code-block} py\n:caption: From {project}`maps` and [a](projects/maps.md)\n\n{project}`atlas`\n```"),
        ("index", ":::{article-info}\n:author: \"{project}`atlas`\"\n:read-time: '{project}`atlas`'\n:::", ":::{article-info}\n:author: \"{project}`maps`\"\n:read-time: '{project}`maps`'\n:::"),
        ("index", "[a](projects%2Fatlas.md) [b](#%61tlas)", "[a](projects/maps.md) [b](#maps)"),
        ("index", ":::{card} A\n:header: By {project}`atlas`\n:footer: '[a](projects/atlas.md)'\n:::", ":::{card} A\n:header: By {project}`maps`\n:footer: '[a](projects/maps.md)'\n:::"),
        ("index", ":::{sidebar} A\n:subtitle: By {project}`atlas`\n\nB\n:::", ":::{sidebar} A\n:subtitle: By {project}`maps`\n\nB\n:::"),
        ("index", "```{eval-rst}\n`atlas`:project: `it <atlas>`:portfolio:project: ``a``:project: `x`_ `atlas`:talk:\n```", "```{eval-rst}\n`maps`:project: `it <maps>`:portfolio:project: ``a``:project: `x`_ `atlas`:talk:\n```"),
        ("index", "Press \\` here, {project}`atlas`, [a](projects/atlas.md) and \\` there", "Press \\` here, {project}`maps`, [a](projects/maps.md) and \\` there"),
        ("index", "> ```\n> {project}`atlas` [a](projects/atlas.md)\n> ```\n>\n> [a](projects/atlas.md)", "> ```\n> {project}`atlas` [a](projects/atlas.md)\n> ```\n>\n> [a](projects/maps.md)"),
        ("index", "![{project}`atlas`](projects/atlas.md)\n\n    {project}`atlas` [a](projects/atlas.md)", "![{project}`atlas`](projects/maps.md)\n\n    {project}`atlas` [a](projects/atlas.md)"),
        ("index", "[![a](b.png)](projects/atlas.md 'T') [b]( <projects/atlas.md> ) [c]()", "[![a](b.png)](projects/maps.md 'T') [b]( <projects/maps.md> ) [c]()"),
        ("index", "| [a](projects/atlas.md) | \\| [a](projects/atlas.md) |\n|---|---|", "| [a](projects/maps.md) | \\| [a](projects/maps.md) |\n|---|---|"),
        ("index", "> [a]:\n>   <projects/atlas.md>\n\n[b]: projects/atlas.md\n[b]: projects/atlas.md\n\n[b] [b](c d) [x][b]", "> [a]:\n>   <projects/maps.md>\n\n[b]: projects/maps.md\n[b]: projects/maps.md\n\n[b] [b](c d) [x][b]"),
        ("index", ":::{card}\n:link: 'projects/atlas'\n:::\n\n:::{card}\n:link: \"projects/\\x61tlas\"\n:::", ":::{card}\n:link: 'projects/maps'\n:::\n\n:::{card}\n:link: \"projects/\\x61tlas\"\n:::"),
        ("index", "---\ntitle: A\n---\n\n```{timeline\n[a](projects/atlas.md)\n```\n\n```{button-ref}\n```", "---\ntitle: A\n---\n\n```{timeline\n[a](projects/atlas.md)\n```\n\n```{button-ref}\n```"),
        ("index", "[a](projects/atl&#97;s.md) [b](projects&#47;atlas.md#a&amp;b) [c](#atl&#x61;s) [d](projects\\/atlas.md) [e](&#97;.md)", "[a](projects/maps.md) [b](projects/maps.md#a&#38;b) [c](#maps) [d](projects/maps.md) [e](&#97;.md)"),
        ("index", "[a]: projects/atl&#97;s.md\n[b]: <projects/atlas.md#&lt;&#32;&gt;>", "[a]: projects/maps.md\n[b]: <projects/maps.md#&#60;&#32;&#62;>"),
        ("index", "| [a](projects/atl&#97;s.md#a\\|b) |\n|---|", "| [a](projects/atl&#97;s.md#a\\|b) |\n|---|"),
        ("index", "```{csv-table} By {project}`atlas`\n:header: A, \"[x](projects/atlas.md)\"\n\n1, \"{project}`atlas`\"\n```", "```{csv-table} By {project}`maps`\n:header: A, \"[x](projects/maps.md)\"\n\n1, \"{project}`maps`\"\n```"),
    ],
)  # fmt: skip
def test_references_are_rewritten(page: str, before: str, after: str) -> None:
    assert rewritten(page, before, move()) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[a](other.md) [b](../_static/a.png) [c](/projects/other.md)", "[a](../other.md) [b](../../_static/a.png) [c](/projects/other.md)"),
        ("[me](atlas.md) [you](gone.md) [x](#atlas) {doc}`other`", "[me](maps.md) [you](gone.md) [x](#maps) {doc}`../other`"),
        ("```{include} ../part.txt\n```", "```{include} ../../part.txt\n```"),
        ("```{literalinclude} ../part.txt\n```", "```{literalinclude} ../../part.txt\n```"),
        ("```{literalinclude} ../part.txt\n:diff: ../part.txt\n```", "```{literalinclude} ../../part.txt\n:diff: ../../part.txt\n```"),
        ("```{csv-table}\n:file: ../part.txt\n```\n```{raw} html\n:file: gone.txt\n```", "```{csv-table}\n:file: ../../part.txt\n```\n```{raw} html\n:file: gone.txt\n```"),
        (":::{card}\n:img-top: ../_static/a.png\n:::\n:::{card}\n:img-background: /_static/a.png\n:::", ":::{card}\n:img-top: ../../_static/a.png\n:::\n:::{card}\n:img-background: /_static/a.png\n:::"),
        (":::{article-info}\n:avatar: ../_static/a.png\n:::\n```{graphviz} ../part.txt\n```", ":::{article-info}\n:avatar: ../../_static/a.png\n:::\n```{graphviz} ../../part.txt\n```"),
        ("```{toctree}\n:glob:\n\nparts/*\n/parts/*\n```", "```{toctree}\n:glob:\n\n../parts/*\n/parts/*\n```"),
        ("[a](gone?q=1) [b](a*b)", "[a](gone?q=1) [b](a*b)"),
        ("```{eval-rst}\n.. Image :: ../_static/a.png\n..  |a| image:: ../_static/a.png\n\n* .. image:: ../_static/a.png\n```", "```{eval-rst}\n.. Image :: ../../_static/a.png\n..  |a| image:: ../../_static/a.png\n\n* .. image:: ../../_static/a.png\n```"),
        ("```{eval-rst}\n.. image::\n   ../_static/a.png\n   :alt: ../_static/a.png\n\n.. figure::\n\n   ../_static/a.png\n```", "```{eval-rst}\n.. image::\n   ../../_static/a.png\n   :alt: ../_static/a.png\n\n.. figure::\n\n   ../_static/a.png\n```"),
        ("```{eval-rst}\n.. image:: ../_static/a.png\n\n.. csv-table::\n   :file: ../part.txt\n```", "```{eval-rst}\n.. image:: ../../_static/a.png\n\n.. csv-table::\n   :file: ../../part.txt\n```"),
    ],
)  # fmt: skip
def test_what_the_page_leads_to_from_another_folder(before: str, after: str) -> None:
    assert rewritten("projects/atlas", before, move(new="projects/old/maps")) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: '{project}`atlas`'", "a: '{project}`maps`'"),
        ('a: "[x](projects/atlas.md)"\n    b: [atlas]\n    c: atlas', 'a: "[x](projects/maps.md)"\n    b: [atlas]\n    c: atlas'),
        ("a: |\n      [x](#atlas)\n\n      {project}`atlas`\n    # b", "a: |\n      [x](#maps)\n\n      {project}`maps`\n    # b"),
        ("a: It's {project}`atlas`", "a: It's {project}`maps`"),
        ("a: 'It''s {project}`atlas`'", "a: \"It's {project}`maps`\""),
        ('a: "ö \\"{project}`atl\\u0061s`\\""', 'a: "ö \\"{project}`maps`\\""'),
        ("a: >-\n      By {project}`atlas`\n      and more\n    b: c", 'a: "By {project}`maps` and more"\n    b: c'),
        ('a: "\\L {project}`atl\\u0061s`"', 'a: "\\L {project}`maps`"'),
        ("a: ''", "a: ''"),
    ],
)  # fmt: skip
def test_substitutions_are_rewritten(before: str, after: str) -> None:
    text = "---\ntitle: A\nmyst:\n  html_meta: {a: '{project}`atlas`'}\n  substitutions:\n    {}\nfoo: 1\n---\n"
    assert rewritten("index", text.replace("{}", before), move()) == text.replace("{}", after)
    no_entry = Move(old="old", new="new", kind=None, by_slug=False, by_title=False, to_slug=True, exists=bool)
    page = text.replace("{}", before.replace("projects/atlas", "old"))
    assert rewritten("index", page, no_entry) == page.replace("(old.md)", "(new.md)")


@pytest.mark.parametrize("front", ["myst: 1", "myst: [substitutions]", "myst: {substitutions: a}", "substitutions: {a: '{project}`atlas`'}"])  # fmt: skip
def test_what_is_no_substitution_stays(front: str) -> None:
    text = f"---\n{front}\n---\n"
    assert rewritten("index", text, move()) == text


@pytest.mark.parametrize(
    ("html", "is_read"),
    [
        ('<div class="note admonition" id="b">', True),
        ("<DIV id=a\n  class = admonition>", True),
        ('<div class="admonition-title">', False),
        ("<div>", False),
        ("<p class=admonition>", False),
    ],
)
def test_admonitions_in_html_are_read_if_they_are_on(html: str, *, is_read: bool) -> None:
    text = f"{html}\n<p class='title'>By {{project}}`atlas`</p>\nSee [a](#atlas).\n</div>\n"
    after = text.replace("atlas", "maps")
    extensions = frozenset({"html_admonition"})
    assert rewritten("index", text, move()) == text
    assert rewritten("index", text, replace(move(), extensions=extensions)) == (after if is_read else text)


def test_a_page_that_is_no_entry_has_no_slug() -> None:
    text = "[a](colophon.md) [b](colophon) {any}`colophon` {project}`colophon`"
    expected = "[a](about.md) [b](about) {any}`about` {project}`colophon`"
    assert rewritten("index", text, move("colophon", "about", by_slug=False)) == expected


def test_a_slug_that_others_have_is_not_enough() -> None:
    text = "{any}`atlas` {any}`x <atlas>` [a](atlas) {bdg-ref}`atlas`"
    assert rewritten("index", text, move(by_slug=False)) == text
    expected = "{project}`maps` {project}`x <maps>` [a](/projects/maps.md) {bdg-ref}`/projects/maps`"
    assert rewritten("index", text, move(to_slug=False)) == expected
    button = "```{button-ref} {}\n:ref-type: any\n```"
    assert rewritten("index", button.replace("{}", "atlas"), move(by_slug=False)) == button.replace("{}", "atlas")
    assert rewritten("index", button.replace("{}", "atlas"), move(to_slug=False)) == button.replace(
        "{}", "/projects/maps"
    )


def test_inclusions() -> None:
    text = (
        "```{include} part.txt\n```\n:::{include} /a/b.rst\n:::\n```{include}\n```\n"
        "```{include} c.txt\n:parser: rst\n```\n```{eval-rst}\n.. include:: d.inc\n```\n```{include} e.txt\n```\n"
        "```{csv-table}\n:file: f.csv\n```\n```{csv-table}\na, b\n```\n```{eval-rst}\n.. csv-table::\n   :file: /g.csv\n```\n"
    )
    assert [(each.path, each.is_restructured) for each in inclusions("talks/a", markdown.read(text))] == [
        ("talks/part.txt", False),
        ("a/b.rst", False),
        ("talks/c.txt", True),
        ("talks/d.inc", True),
        ("talks/e.txt", False),
        ("talks/f.csv", False),
        ("g.csv", True),
    ]
    (found,) = inclusions("a/b.rst", restructured.of(".. include:: c.txt\n"), is_restructured=True)
    assert (found.path, found.is_restructured) == ("a/c.txt", True)


GRID = "+-------------------+---+\n| :project:`atlas`  | b |\n+-------------------+---+\n"
SIMPLE = "=================  ===\n:project:`atlas`   b\na                  :project:`atlas`\n=================  ===\n"
HEADED = SIMPLE.replace("b\n", "b\n=================  ===\n")
LINE = "+--------------------------------------+---+\n"
TWICE = LINE + "| `atlas`:project: :project:`atlas`    | b |\n" + LINE
WIDE = LINE + "| a :project:`atlas`  c                | b |\n" + LINE
VERSE = "| By :project:`atlas` |\n| and more\n"


@pytest.mark.parametrize("wrapped", ["{}", "Above\n\n{}\n\nBelow\n", "```{{eval-rst}}\n{}```\n"])
@pytest.mark.parametrize(
    ("table", "new", "after"),
    [
        (GRID, "map", GRID.replace("atlas`  ", "map`    ")),
        (GRID, "atlases", GRID.replace("atlas`  ", "atlases`")),
        (SIMPLE, "atlasess", ""),
        (SIMPLE, "maps", SIMPLE.replace("atlas`   b", "maps`    b").replace("atlas", "maps")),
        (SIMPLE, "atlas2", SIMPLE.replace("atlas`   b", "atlas2`  b").replace("`atlas`", "`atlas2`")),
        (SIMPLE, "atlas-2", ""),
        (VERSE, "atlas-2", VERSE.replace("atlas", "atlas-2")),
        (WIDE, "atlas-2", WIDE.replace("atlas`  c  ", "atlas-2`  c")),
        (HEADED, "maps", HEADED.replace("atlas`   b", "maps`    b").replace("atlas", "maps")),
        (TWICE, "maps", LINE + "| `maps`:project: :project:`maps`      | b |\n" + LINE),
        (TWICE, "atlas-2", LINE + "| `atlas-2`:project: :project:`atlas-2`| b |\n" + LINE),
        (GRID, "atlases-2", ""),
        (TWICE, "atlases-2", ""),
    ],
)
def test_tables_in_restructuredtext_keep_their_columns(wrapped: str, table: str, new: str, after: str) -> None:
    text = wrapped.format(table)

    def result() -> str:
        return rewritten("index", text, move(new=f"projects/{new}"), is_restructured="{{" not in wrapped)

    if not after:
        with pytest.raises(Refused, match=r"index:\d+: a table has no room for the new name; widen the column"):
            result()
    else:
        assert result() == wrapped.format(after)


def test_links_of_a_readme_lead_from_its_own_folder() -> None:
    text = "```{include} ../README.md\n:relative-docs: docs/\n```\n"
    (found,) = inclusions("index", markdown.read(text), home="/home/docs")
    assert (found.prefix, found.base) == ("docs/", ".")
    readme = "[a](docs/projects/atlas.md#top) [b](projects/atlas.md) [c](docs/part.txt)"
    assert rewritten("index", readme, move(), inclusion=found) == readme.replace("atlas", "maps")
    moved = move(new="projects/old/atlas")
    expected = readme.replace("docs/projects/atlas", "docs/projects/old/atlas").replace(
        "(projects/atlas", "(projects/old/atlas"
    )
    assert rewritten("index", readme, moved, inclusion=found) == expected


@pytest.mark.parametrize(
    ("skills", "after"),
    [
        ("[go, {go: 2014}]", "[golang, {golang: 2014}]"),
        ("[{go: {period: 2014, proof: go}}, {'go': 2015}]", "[{golang: {period: 2014, proof: go}}, {'golang': 2015}]"),
        ("[{gossip: {proof: go}}, {proof: go}, {}]", "[{gossip: {proof: go}}, {proof: go}, {}]"),
        ("\n    - go: 2014 – now\n    - \"go\": # go\n        proof: In go.\n", "\n    - golang: 2014 – now\n    - \"golang\": # go\n        proof: In go.\n"),
    ],
)  # fmt: skip
def test_a_claim_is_of_the_skill_by_its_new_name(skills: str, after: str) -> None:
    text = "---\ntitle: go\nproject:\n  summary: go\n  skills: {}\n---\n"
    moved = move("skills/go", "skills/golang")
    assert rewritten("projects/atlas", text.replace("{}", skills), moved) == text.replace("{}", after)
