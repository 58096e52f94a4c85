"""Nodes as Markdown."""

from dataclasses import replace
from itertools import pairwise

import pytest
from docutils import nodes
from docutils.utils import new_document
from markdown_it import MarkdownIt
from sphinx import addnodes

from hostile_careers import TEXTS
from portfolio.i18n.translation import Language
from portfolio.views.entry_page import Facts
from portfolio.views.listing import Cards
from portfolio.views.parts import Card, Item, Page, Row
from portfolio.views.person import HCard
from portfolio.views.skills_index import Index, SkillLine
from portfolio.views.talks import AbstractTexts, DeliveryList, Text
from portfolio.views.timeline import Stage, TimelineView
from portfolio.views.timeline_groups import Group
from portfolio.writing.markdown import markdown
from portfolio.writing.markdown_inline import Place
from portfolio.writing.nodes import backlinks, copyable, element, link, panel, timeline
from portfolio.writing.view_nodes import render


def place(code: str = "en") -> Place:
    return Place(
        resolve=lambda uri: f"@{uri}",
        number=lambda node: node.get("number", ""),
        downloads="_downloads",
        language=Language.of(code),
    )


def written(*found: nodes.Node, code: str = "en") -> str:
    document = new_document("test")
    document += found
    return markdown(document, place(code))


def p(*parts: nodes.Node | str, **attributes: object) -> nodes.paragraph:
    return nodes.paragraph(
        "", "", *(nodes.Text(each) if isinstance(each, str) else each for each in parts), **attributes
    )


def item(*parts: nodes.Node | str, **attributes: object) -> nodes.list_item:
    return nodes.list_item("", *(p(each) if isinstance(each, str) else each for each in parts), **attributes)


def field(name: str, *parts: nodes.Node | str, **attributes: object) -> nodes.field:
    body = nodes.field_body("", *(p(each) if isinstance(each, str) else each for each in parts))
    return nodes.field("", nodes.field_name("", name), body, **attributes)


def section(title: str, *parts: nodes.Node) -> nodes.section:
    return nodes.section("", nodes.title("", title), *parts)


def entry(*parts: nodes.Node | str, **attributes: object) -> nodes.entry:
    return nodes.entry("", *(p(each) if isinstance(each, str) else each for each in parts), **attributes)


def table(head: list[nodes.entry], *rows: list[nodes.entry], title: str = "") -> nodes.table:
    return headed([head] if head else [], *rows, title=title)


def headed(head: list[list[nodes.entry]], *rows: list[nodes.entry], title: str = "") -> nodes.table:
    group = nodes.tgroup("", *([nodes.thead("", *(nodes.row("", *row) for row in head))] if head else []))
    group += nodes.tbody("", *(nodes.row("", *row) for row in rows))
    return nodes.table("", *([nodes.title("", title)] if title else []), group)


def reference(text: str, **attributes: object) -> nodes.reference:
    return nodes.reference("", "", nodes.inline("", text), **attributes)


def definitions() -> nodes.definition_list:
    return nodes.definition_list(
        "",
        nodes.definition_list_item(
            "", nodes.term("", "Seed"), nodes.term("", "", nodes.strong("", "Pip")), nodes.definition("", p("Small."))
        ),
        nodes.definition_list_item(
            "", nodes.term("", "Leaf"), nodes.definition("", nodes.literal_block("", "x"), p("Flat."))
        ),
        nodes.definition_list_item(
            "", nodes.term("", "Root"), nodes.definition("", p("One.")), nodes.definition("", p("Two."))
        ),
    )


def options() -> nodes.option_list:
    names = (
        nodes.option("", nodes.option_string("", "-a"), nodes.option_argument("", "N", delimiter=" ")),
        nodes.option("", nodes.option_string("", "--all"), nodes.option_argument("", "<file>", delimiter="=")),
        nodes.option("", nodes.option_string("", "-b")),
    )
    return nodes.option_list(
        "",
        nodes.option_list_item("", nodes.option_group("", *names[:2]), nodes.description("", p("All."))),
        nodes.option_list_item("", nodes.option_group("", names[2]), nodes.description("")),
    )


def html(text: str) -> nodes.raw:
    return nodes.raw("", text, format="html")


def signature(name: str, *arguments: nodes.Node, result: str = "") -> addnodes.desc_signature:
    returns = [addnodes.desc_returns("", result)] if result else []
    return addnodes.desc_signature(
        "", "", addnodes.desc_name("", name), addnodes.desc_parameterlist("", "", *arguments), *returns
    )


def sourced() -> addnodes.desc_signature:
    found = signature("f", nodes.reference("", "a", refuri="a"))
    found += nodes.reference("", "", nodes.inline("", "[source]"), refuri="s")
    return found


def separated() -> list[nodes.Node]:
    star = addnodes.desc_sig_operator("", "", nodes.abbreviation("", "*", explanation="PEP 3102"))
    last = addnodes.desc_optional("", "", addnodes.desc_parameter("", "b='*'"))
    return [addnodes.desc_parameter("", "a"), addnodes.desc_parameter("", "", star), last]


INLINE = (
    ([nodes.emphasis("", "a"), " ", nodes.title_reference("", "b")], "_a_ _b_"),
    ([nodes.strong("", "", nodes.Text("a "), nodes.emphasis("", "b"), nodes.literal("", "c*"))], "**a b`c*`**"),
    ([addnodes.literal_strong("", "a")], "**a**"),
    ([nodes.literal("", "a`b"), " ", nodes.math("", "x^2")], "``a`b`` `x^2`"),
    ([reference("a", refuri="b/"), " ", reference("c", refid="d")], "[a](@b/) [c](@#d)"),
    ([reference("https://example.org/a_b", refuri="https://example.org/a_b")], "<https://example.org/a_b>"),
    ([reference("b/", refuri="b/")], "[b/](@b/)"),
    ([reference("", refuri="b/"), "x"], "x"),
    ([reference("", refuri="b/", internal=True)], ""),
    ([link("", "", nodes.inline("", "Calendar"), refuri="talks.ics", html={})], "[Calendar](@talks.ics)"),
    ([nodes.reference("", "", nodes.image(uri="a.png", alt="A"), refuri="b/")], "[![A](@a.png)](@b/)"),
    ([addnodes.download_reference("", "", nodes.literal("", "a.pdf"), filename="12/a.pdf")], "[`a.pdf`](@_downloads/12/a.pdf)"),
    ([addnodes.download_reference("", "a", refuri="https://example.org/a")], "[a](@https://example.org/a)"),
    (["a", nodes.footnote_reference("", "1"), nodes.footnote_reference(refid="one")], "a[^1][^one]"),
    ([nodes.abbreviation("", "LWW", explanation="last writer wins"), " ", nodes.abbreviation("", "a")], "LWW (last writer wins) a"),
    (["a", nodes.raw("", "<b>", format="html"), "b", nodes.raw("", "</b>", format="html")], "ab"),
    ([nodes.raw("", "<div>A *word*<p>and</p><script>x</script><svg><text>y</text></svg></div>", format="html")], "A \\*word\\* and"),
    ([nodes.raw("", "<svg><title>x</title>a</svg><style>a", format="html"), nodes.raw("", "b", format="html latex")], "b"),
    (["a ", html("<a class=b href='c?d&amp;e'>"), nodes.strong("", "f"), " g", html("</a>"), "h"], "a [**f** g](@c?d&e)h"),
    (["a", html("<a href=b>"), " c ", html("</a>"), "d", html("<a href=''></a>"), html("<A name=e>"), "f", html("</A>")], "a [c](@b) df"),
    (["a!", html("<a href='b'>"), "c"], "a!c"),
    (["a ", html("<img src='b.png' alt=c>"), html("<a title='href=\"d\"' href=e>"), "f", html("</a>")], "a ![c](@b.png)[f](@e)"),
    ([html("<s>"), "a ", html("</s>"), "b ", html("<del>"), html("</del>"), nodes.strong("", "", html("<s>"), nodes.Text("c"), html("</s>"))], "~~a~~ b **~~c~~**"),
    ([html("<del>"), html("<s>"), "a", html("</s>"), html("</del>"), html("</s>")], "~~a~~"),
    ([html('<input type="checkbox" class="unchecked">'), "a"], "[ ] a"),
    ([html('<input type="checkbox" checked>'), " a", html("<input>")], "[x] a"),
    (["a", nodes.raw("", "<br />\n", format="html"), nodes.raw("", "\\\\\n", format="latex"), "b"], "a\\\nb"),
    ([nodes.superscript("", "a"), nodes.subscript("", "b"), nodes.target("", "c", ids=["d"])], "abc"),
    ([nodes.inline("", " · Timeline", html_only=True), "a"], "a"),
    (["a", element("", nodes.Text(" · "), reference("b", refuri="c"), tag="span", html={})], "a"),
    ([nodes.problematic("", "`a"), nodes.comment("", "b")], r"\`a"),
    (["two\nlines"], "two lines"),
    (["- a"], r"\- a"),
)  # fmt: skip


@pytest.mark.parametrize(("parts", "expected"), INLINE)
def test_what_is_in_a_line(parts: list[nodes.Node | str], expected: str) -> None:
    assert written(p(*parts)) == expected


BLOCKS = (
    ([section("A", p("a"), section("B #", section("C")))], "# A\n\na\n\n## B \\#\n\n### C"),
    ([nodes.rubric("", "A"), nodes.rubric("", "2015", **{"heading-level": 2})], "**A**\n\n## 2015"),
    ([nodes.literal_block("", "a\n```", language="python")], "````python\na\n```\n````"),
    ([nodes.literal_block("", "a\n", language="default"), nodes.doctest_block("", ">>> a")], "```\na\n```\n\n```\n>>> a\n```"),
    ([nodes.math_block("", "x^2")], "```math\nx^2\n```"),
    ([nodes.math_block("", "x^2", number="(1)")], "```math\nx^2\n```\n\n(1)"),
    ([nodes.section("", nodes.title("", "A", number="1.2. "), p(reference("B", refuri="b/", number="2. ")))], "# 1.2. A\n\n[2. B](@b/)"),
    ([nodes.figure("", nodes.caption("", "A", number="Fig. 1 ")), nodes.table("", nodes.title("", "B", number="Table_ 1 "), nodes.tgroup("", nodes.tbody("", nodes.row("", entry("c")))))], "Fig. 1 A\n\n**Table\\_ 1 B**\n\n|  |\n| --- |\n| c |"),
    ([nodes.line_block("", nodes.line("", "a"), nodes.line("", ""), nodes.line("", "- b"))], "a\\\n\\- b"),
    ([p("a"), nodes.transition(), p("b")], "a\n\n---\n\nb"),
    ([nodes.block_quote("", p("a"), p("b"), nodes.attribution("", "c"))], "> a\n>\n> b\n>\n> — c"),
    ([nodes.block_quote("")], ""),
    ([nodes.note("", p("a"))], "> **Note**\n>\n> a"),
    ([nodes.note("", nodes.title("", "Note"), p("a"))], "> **Note**\n>\n> a"),
    ([nodes.tip("")], "> **Tip**"),
    ([nodes.admonition("", nodes.title("", "A*"), p("a"))], "> **A\\***\n>\n> a"),
    ([addnodes.seealso("", p("a"))], "> **See also**\n>\n> a"),
    ([nodes.topic("", nodes.title("", "A"), p("a"))], "**A**\n\na"),
    ([nodes.topic("", nodes.bullet_list("", item("a")), classes=["contents"])], ""),
    ([nodes.footnote("", nodes.label("", "1"), p("a"), p("b"))], "[^1]: a\n\n    b"),
    ([nodes.footnote("", p("a b"), p("c"), ids=["one"])], "[^one]: a b\n\n    c"),
    ([nodes.bullet_list("", item("a"), item(), item(p("b"), nodes.bullet_list("", item("c"))))], "- a\n- b\n  - c"),
    ([nodes.bullet_list("")], ""),
    ([nodes.bullet_list("", item(nodes.bullet_list("", item("a"), item("b"))), item("c"))], "- a\n- b\n- c"),
    ([nodes.enumerated_list("", item("a"), item("b"), start=3)], "3. a\n4. b"),
    ([nodes.enumerated_list("", item("a"))], "1. a"),
    ([nodes.enumerated_list("", item("a"), item(), item(nodes.bullet_list("", item("b"), item("c"))))], "1. a\n2.\n3. - b\n   - c"),
    ([nodes.enumerated_list("", item("a", "b"), item(), item(nodes.literal_block("", "c")), enumtype="loweralpha", start=3, suffix=")")], "- c) a\n\n  b\n\n- d)\n\n- e)\n\n  ```\n  c\n  ```"),
    ([addnodes.productionlist("", addnodes.production("", "", nodes.strong("", "a"), nodes.Text("   ::= b\n")), addnodes.production("", "abc ::= *"))], "```\na   ::= b\nabc ::= *\n```"),
    ([definitions()], "- **Seed, Pip:** Small.\n\n- **Leaf:**\n\n  ```\n  x\n  ```\n\n  Flat.\n\n- **Root:** One.\n\n  Two."),
    ([options()], "- **-a N, --all=\\<file>:** All.\n- **-b:**"),
    ([nodes.field_list("", field("A", "a", "b"), field("B"), field("C", "c", html_only=True))], "- **A:** a\n\n  b\n\n- **B:**"),
    ([nodes.field_list("", field("A", nodes.bullet_list("", item("a"), item("b"))))], "- **A:**\n  - a\n  - b"),
    ([nodes.field_list("")], ""),
    ([panel("", field("Where", "Kew"), label="Project"), nodes.bullet_list("", item("a"))], "- **Kind:** Project\n- **Where:** Kew\n\n* a"),
    ([section("A", backlinks("", field("Projects", "a"), label="Connections"))], "# A\n\n## Connections\n\n- **Projects:** a"),
    ([nodes.figure("", nodes.image(uri="a.png"), nodes.caption("", "b"), nodes.legend("", p("c")))], "![](@a.png)\n\nb\n\nc"),
    ([nodes.container("", nodes.caption("", "a.py"), nodes.literal_block("", "x"))], "a.py\n\n```\nx\n```"),
    ([addnodes.desc("", sourced())], "> `f(a)` [\\[source\\]](@s)"),
    ([addnodes.desc("", signature("f", *separated(), result="c"), signature("g"), addnodes.desc_content("", p("d")))], "> `f(a, *, [b='*']) -> c`\n>\n> `g()`\n>\n> d"),
    ([copyable(["a", "b"])], "a\n\nb"),
    ([addnodes.compact_paragraph("", "", nodes.title("", "A"), nodes.bullet_list("", item("a")))], "**A**\n\n- a"),
    ([nodes.compound("", nodes.Text("a "), nodes.strong("", "b"), p("c"))], "a **b**\n\nc"),
    ([nodes.raw("", "<p>H<sub>2</sub>O</p><p>b</p><!-- c -->d<!-- e", format="html"), nodes.raw("", "<br>\nf", format="html")], "H2O\n\nb\n\nd\n\nf"),
    ([nodes.raw("", "<p>a</p><!--<pre>--><pre class='x'>\n b &lt;\n  <b>c</b>\n\n</pre>d<PRE>e", format="html")], "a\n\n```\n b <\n  c\n```\n\nd\n\n```\ne\n```"),
    ([html("a<ol start=3><li>b<li></li><li><p>c</p><ul><li>d</li><li></ul></ol>e</ul>")], "a\n\n3. b\n4.\n5. c\n   - d\n\ne"),
    ([html("<li>a</li><ul>b<ol></ol></ul>"), html("<ul></ul>")], "- a\n  - b"),
    ([html("<OL TYPE=a><li>a</OL><ol reversed><li>b</ol><ol start=-1><li>c</ol><ol><li>d<li value=7>e</ol>")], "- a\n\n* b\n\n- c\n\n* d\n* e"),
    ([html("<ul><li>a" * 8 + "</ul>" * 8 + "b")], "".join(f"{'  ' * n}- a\n" for n in range(6)) + f"{'  ' * 5}- a\n" * 2 + "\nb"),
    ([html("<table><caption>T</caption><tr><th>a<th>b</tr><tr><td><p>c</p><ul><li>d</ul></td><td></td><td>e</table>f<td>g")], "T\n\na · b\n\nc d · · e\n\nf\n\ng"),
    ([html("<p><a href=b><picture><source><IMG alt='A [1] &lt;' src=\"c.png\" src='d'></picture></a></p><img alt=x>")], "[![A \\[1\\] \\<](@c.png)](@b)"),
    ([html("<h3>a</h3><ul><li>b</li>\n<li>c <a href='d'>e</a></li></ul><table><tr><td>f</td><td><s>g</s></td></tr></table>")], "a\n\n- b\n- c [e](@d)\n\nf · ~~g~~"),
    ([p("a"), nodes.raw("", "<br>", format="html"), nodes.raw("", "<p># *b*</p>", format="html")], "a\n\n\\# \\*b\\*"),
    ([nodes.comment("", "a"), nodes.raw("", "<b>"), nodes.raw("", "a", format="latex"), nodes.substitution_definition("", "a"), nodes.target(ids=["a"])], ""),
    ([nodes.system_message("", p("a")), nodes.pending(None), nodes.meta(), addnodes.index(entries=[])], ""),  # type: ignore[arg-type]
    ([p("This part has moved: a", classes=["portfolio-moved"]), p("b")], "b"),
    ([element("", nodes.Text("a"), element("", link("", "b")), nodes.bullet_list("", item("c")))], "- c"),
    ([p("")], ""),
)  # fmt: skip


@pytest.mark.parametrize(("parts", "expected"), BLOCKS)
def test_blocks(parts: list[nodes.Node], expected: str) -> None:
    assert written(*parts) == expected


TABLES = (
    (table([entry("A|"), entry("B")], [entry("a"), entry()], title="T"), "**T**\n\n| A\\| | B |\n| --- | --- |\n| a |  |"),
    (table([], [entry("a"), entry("b")]), "|  |  |\n| --- | --- |\n| a | b |"),
    (
        table([entry("A"), entry("B")], [entry("a", "b"), entry(nodes.bullet_list("", item("c")))]),
        "- - **A:** a\n\n    b\n\n  - **B:**\n    - c",
    ),
    (table([entry("A", morecols=1)], [entry("a"), entry("b")]), "| A | A |\n| --- | --- |\n| a | b |"),
    (table([entry("A"), entry("B")], [entry("a", morerows=1), entry("b")], [entry("c")]), "| A | B |\n| --- | --- |\n| a | b |\n| a | c |"),
    (table([entry("A"), entry("B")], [entry("a"), entry("b", morerows=1)], [entry("c", "d")]), "- - **A:** a\n  - **B:** b\n- - **A:** c\n\n    d\n\n  - **B:** b"),
    (
        table([entry("A"), entry("B"), entry()], [entry("a", morecols=1, morerows=1), entry("b")], [entry("c")], [entry("d", morecols=2)]),
        "- - **A, B:** a\n  - b\n- - **A, B:** a\n  - c\n- - d",
    ),
    (
        headed([[entry("In", morecols=1), entry("Out", morerows=1)], [entry("A"), entry()]], [entry("a"), entry("b"), entry("c")]),
        "| In · A | In | Out |\n| --- | --- | --- |\n| a | b | c |",
    ),
    (
        headed([[entry(p(nodes.strong("", "In"))), entry("Out", "or")], [entry("A"), entry(nodes.image(uri="b", alt="B"))]], [entry("a", "b"), entry("c")]),
        "- - **In · A:** a\n\n    b\n\n  - **Out or · ![B](@b):** c",
    ),
    (table([entry("A")], [entry("a"), entry("b")], [entry("c")]), "| A |  |\n| --- | --- |\n| a | b |\n| c |  |"),
    (table([entry("A")], [entry(table([entry("B")], [entry("b")]))], [entry("a")]), "- - **A:**\n\n    | B |\n    | --- |\n    | b |\n- - **A:** a"),
)  # fmt: skip


@pytest.mark.parametrize(("found", "expected"), TABLES)
def test_tables_are_tables_where_each_cell_is_a_line(found: nodes.table, expected: str) -> None:
    assert written(found) == expected


def card(n: str, when: str = "2003") -> Card:
    return Card(
        kind="project",
        label="Project",
        when=when,
        ongoing=False,
        title=Page(text=n, docname=n),
        details=("Kew",),
        summary="Plates.",
    )


def addressed(found: list[nodes.Node]) -> list[nodes.Node]:
    for part in found:
        for each in part.findall(nodes.reference):
            each["refuri"] = each["refpage"]
    return found


ONE = "[a](@a) · 2003 · Project · Kew · Plates."


def stage(group: Group[Card], title: str = "") -> Stage:
    return Stage(title=title, name="year-2003", mark="2003", tint=1, group=group, talks="", others="6 publications")


ADA = HCard(name="Ada", is_titled=False, label="Draws", details="", contact="Contact", links=())
LINE = SkillLine(
    title=Page(text="Drawing", docname="d"),
    figures="2003, 1 project",
    in_short=(Row(label="Projects", items=(Item(parts=("a",)),)),),
    anchor="drawing",
    years="2003",
    used="",
    kinds=(),
    otherwise="",
    cells=(),
    evidence=(),
    ways=(),
)
VIEWS = (
    (Cards(layout="cards", mixed=False, cards=(card("a"), card("b", ""))), "- [a](@a) · Plates. · Kew · 2003\n- [b](@b) · Plates. · Kew"),
    (Cards(layout="lines", mixed=False, cards=(card("a"), card("b", ""))), "- [a](@a) · Kew · 2003\n- [b](@b) · Kew"),
    (Cards(layout="list", mixed=False, cards=(replace(card("a"), summary="", highlights=("Drew.", "Sold.")),)), "- [a](@a) · 2003 · Kew\n  - Drew.\n  - Sold."),
    (Cards(layout="list", mixed=True, cards=(card("a"),)), f"- {ONE}"),
    (
        TimelineView(
            years="Years",
            stages=(
                stage(Group(occupation=card("a"), works=(card("b"),), others=(card("c"),))),
                stage(Group(works=(card("d", ""),), others=(card("e"),) * 6), title="Own"),
            ),
        ),
        "## [a](@a)\n\nProject · 2003 · Kew\n\nPlates.\n\n- Project · 2003 · [b](@b) · Kew\n\n"
        "* Project · 2003 · [c](@c) · Kew\n\n"
        "## Own\n\n- Project · [d](@d) · Kew\n\n" + "\n".join(["* Project · 2003 · [e](@e) · Kew"] * 6),
    ),
    (Index(categories=(("Arts", (LINE,)),), scale=None, kinds=(), hatched=""), "## Arts\n\n- [Drawing](@d) · 2003, 1 project\n  - **Projects:** a"),
    (AbstractTexts(texts=(Text(name="n", title=Page(text="A", docname="a"), paragraphs=("b", "c")),)), "### [A](@a)\n\nb\n\nc"),
    (DeliveryList(items=(), otherwise="None so far."), "None so far."),
    (ADA, "**Ada** · Draws"),
    (replace(ADA, is_titled=True), "Draws"),
    (replace(ADA, is_titled=True, label="", details="Kew"), "Kew"),
    (
        Facts(
            kind="skill",
            name="backlinks",
            label="Connections",
            summary="",
            rows=(Row(label="Projects", items=(Item(parts=("a",), below=(Item(parts=("b",)),)), Item(parts=("c", "d"), anchor="c"))),),
        ),
        "# Connections\n\n- **Projects:**\n  - a\n    - b\n  - **c**, d",
    ),
    (
        Facts(
            kind="skill",
            name="panel",
            label="Skill",
            summary="Pens.",
            highlights=("a",),
            rows=(Row(label="Timeline", items=(Item(parts=("b",)),), html_only=True), Row(label="In use", items=(Item(parts=("c",)),))),
        ),
        "Pens.\n\n- **Kind:** Skill\n- **In use:** c\n\n* a",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("view", "expected"), VIEWS)
def test_views(view: Cards, expected: str) -> None:
    assert written(*addressed(render(view))) == expected


def test_the_kind_is_in_the_site_s_language() -> None:
    assert written(panel("", label="Projekt"), code="de") == "- **Art:** Projekt"


def test_an_empty_timeline_is_nothing() -> None:
    assert written(timeline()) == ""


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_texts_are_read_as_they_were_written(text: str) -> None:
    text = text.format(n=1)
    found = written(
        section(
            text,
            p(text),
            panel("", field(text, text), label=text),
            nodes.bullet_list("", item(text, text)),
            table([entry(text)], [entry(text)]),
            table([entry(text)], [entry(text, text)]),
            nodes.literal_block("", text),
            p(reference(text, refuri="a/"), " ", nodes.strong("", text), " ", nodes.literal("", text)),
            nodes.note("", p(text)),
        )
    )
    shown = []
    for token in MarkdownIt("commonmark").enable("table").parse(found):
        if token.type == "inline":
            assert not {"html_inline", "image"} & {child.type for child in token.children or []}
            shown.append("".join(child.content for child in token.children or []))
        else:
            assert token.type != "html_block"
            shown.append(token.content)
    flat = " ".join(" ".join(shown).split())
    assert flat.count(" ".join(text.split())) == 17


def test_lists_beside_lists_stay_apart() -> None:
    lists = [nodes.bullet_list("", item(text)) for text in "abc"]
    tokens = MarkdownIt("commonmark").parse(written(*lists))
    ends = [token.type for token in tokens if "bullet_list" in token.type]
    assert ends == ["bullet_list_open", "bullet_list_close"] * 3
    assert all(one != other for one, other in pairwise(ends))
