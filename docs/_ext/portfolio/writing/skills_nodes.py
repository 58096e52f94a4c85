"""The HTML of the skills index: a line for each skill, which opens; portfolio.css gives its looks.

A line is a ``summary``, so that it is opened by key, by click, and by the address of what is behind it: browsers open
what is around a fragment's target (https://html.spec.whatwg.org/#ancestor-details-revealing-algorithm). It holds no
link, for links in it would be many more stops of the Tab key.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from docutils import nodes

from portfolio.views.evidence_rows import Cell
from portfolio.views.parts import DOT, Row, joined
from portfolio.views.skills_index import Index, Scale, SkillLine
from portfolio.views.tints import tint_class

from .nodes import between, element, made, unseen
from .view_nodes import inlines, render, rubric


def index(view: Index) -> list[nodes.Node]:
    """The index in HTML, and beside it, unseen, the plain list."""
    if not view.categories:
        return []
    parts: list[nodes.Node] = [*_key(view)]
    scale = {}
    if view.scale:
        (_, offset), *_ = view.scale.named
        scale = {"style": f"--years:{view.scale.years};--offset:{offset};--step:{_step(view.scale)}"}
        years = (made("span", str(year), style=f"--at:{at}") for year, at in view.scale.named)
        parts.append(made("div", made("div", *years), classes=["portfolio-axis"], aria_hidden="true"))
    for category, lines in view.categories:
        items = (made("li", _line(line)) for line in lines)
        parts += [rubric(category), made("ul", *items, classes=["portfolio-lines"])]
    # The search has the words from the plain list.
    shown = made("div", *parts, classes=["portfolio-index", "no-search"], **scale)
    return [shown, _plain(view)]


def _step(scale: Scale) -> int:
    """How many years are between those that are named."""
    (first, _), *others = scale.named
    return others[0][0] - first if others else scale.years


def _plain(view: Index) -> unseen:
    """The plain list, without the ids that the index has."""
    found = unseen("", *render(view))
    for each in found.findall(nodes.Element):
        each["ids"] = []
    return found


def _key(view: Index) -> Iterator[nodes.Node]:
    """What marks and hatching mean, where there are some."""
    found = [
        made("span", made("span", label, classes=["portfolio-kind"]), classes=[f"portfolio-{kind}"])
        for kind, label in view.kinds
    ]
    if view.hatched:
        found.append(made("span", view.hatched, classes=["portfolio-hatched"]))
    if found:
        yield made("p", *between(found, " "), classes=["portfolio-key"])


def _line(line: SkillLine) -> element:
    figures = [made("span", text) for text in (line.years, line.used) if text]
    kinds = (made("span", _kind(number, words), classes=[f"portfolio-{kind}"]) for kind, number, words in line.kinds)
    # With spaces between the parts, for those who have the line read to them.
    parts = [
        made("span", line.title.text, classes=["portfolio-title"]),
        made("span", *map(_cell, line.cells), classes=["portfolio-years"]),
        made("span", *between(figures, " "), classes=["portfolio-when"]),
        made("span", *between([*kinds] or [made("span", line.otherwise)], " "), classes=["portfolio-kinds"]),
    ]
    # An old address is one of the part's too: only a node of docutils can be given more of them.
    behind = nodes.container("", ids=[line.anchor, line.plain_anchor])
    if line.evidence:
        behind += made("dl", *chain.from_iterable(map(_row, line.evidence)))
    behind += made("p", *inlines(joined(line.ways, DOT).parts, plain=True), classes=["portfolio-more"])
    return made("details", made("summary", *between(parts, " ")), behind)


def _row(row: Row) -> list[element]:
    """A label with its items, in less HTML than that of a field list, for there are hundreds of them."""
    found = [made("dt", row.label)]
    for item in row.items:
        below = (made("p", *inlines(each.parts, plain=True), classes=["portfolio-why"]) for each in item.below)
        found.append(made("dd", *inlines(item.parts, plain=True), *below))
    return found


def _kind(number: int, words: str) -> element:
    """A mark with a number; the *words* are for those who have the line read to them."""
    return made("span", made("span", words), data_number=str(number))


def _cell(cell: Cell) -> element:
    style = f"--from:{cell.start};--to:{cell.end};--amount:{cell.amount}"
    looks = [*tint_class(cell.tint), *([] if cell.certain else ["portfolio-uncertain"])]
    return made("span", classes=looks, style=style)
