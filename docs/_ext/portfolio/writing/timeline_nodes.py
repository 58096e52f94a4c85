"""The HTML around a timeline's list: its filters and its drawing; portfolio.css gives their looks.

Positions are custom properties, and every bar and mark is a link.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from docutils import nodes

from portfolio.views import timeline_filters
from portfolio.views.parts import Card, Page
from portfolio.views.timeline import Drawing, Stage
from portfolio.views.timeline_chart import Bar, Block, Column
from portfolio.views.timeline_filters import Filter, Filters
from portfolio.views.tints import tint_class

from .nodes import element, link, made


def drawn(drawing: Drawing, stages: Sequence[Stage]) -> element:
    """The figure that shows *stages*, each with its block of the drawing's chart.

    Its links are for the pointer: those who read or go through the page without one have the same links in the list.
    """
    chart = drawing.chart
    years = (made("span", str(year), style=f"--at:{at}") for year, at in chart.years)
    pairs = zip(stages, chart.blocks, strict=True)
    blocks = (_block(stage, block) for stage, block in pairs if block.bars or block.columns)
    shown = made("div", made("div", *years, classes=["portfolio-scale"]), *blocks, aria_hidden="true")
    caption, style = made("figcaption", drawing.caption), f"--days:{chart.days}"
    return made("figure", shown, caption, classes=["portfolio-chart"], aria_label=drawing.label, style=style)


def jumps(label: str, stages: Sequence[Stage], ids: Sequence[str]) -> element:
    """The links to *stages* by the years in which they began; *ids* are their addresses on the page."""
    items = (made("li", _link(stage.mark, to)) for stage, to in zip(stages, ids, strict=True))
    return made("nav", made("ol", *items), classes=["portfolio-jumps"], aria_label=label)


def filtered(filters: Filters, rows: Iterable[nodes.Node], free: Callable[[str], str]) -> tuple[list[nodes.Node], str]:
    """The links to the choices; *rows* with what is said of each choice; and the style sheet that makes them.

    :param free: numbers an id that the page has already.
    """
    top = free("everything")
    choices = [(choice, free(choice.name)) for choice in (*filters.kinds, *filters.skills)]
    kinds = [_choice(choice, to, classes=[choice.of]) for choice, to in choices[: len(filters.kinds)]]
    navigation = made("nav", ids=[top], classes=["portfolio-filters"], aria_label=filters.label)
    navigation += made("ul", made("li", _link(filters.everything, top)), *kinds)
    if filters.skills:
        skills = (_choice(choice, to) for choice, to in choices[len(filters.kinds) :])
        navigation += made("details", made("summary", filters.by_skill), made("ul", *skills))
    # A line that can have the focus gets it when a link leads there, and is read out.
    said = (
        made("p", f"{choice.status} · ", _link(filters.reset, top), ids=[to], tabindex="-1") for choice, to in choices
    )
    scope = made("div", made("div", *said, classes=["portfolio-only"]), *rows, classes=[timeline_filters.SCOPE])
    return [navigation, scope], timeline_filters.rules((to, choice.of) for choice, to in choices)


def classes(card: Card) -> list[str]:
    """Those by which a row is chosen."""
    return [f"portfolio-{card.kind}", *map(timeline_filters.of_skill, card.skills)]


def _block(stage: Stage, block: Block) -> element:
    group = stage.group
    found = made("ol", classes=["portfolio-block", *tint_class(stage.tint)])
    if stage.title:
        found += made("li", stage.title)
    found += map(_bar, block.bars, group.bars)
    if block.columns:
        cards = iter(group.talks)
        columns = (_column(column, [next(cards) for _ in column.recorded]) for column in block.columns)
        start, end = block.columns[-1].start, block.columns[0].end
        marks = made("div", made("div", *columns), made("span", stage.talks))
        looks = ["portfolio-marks", *_back(all(column.before for column in block.columns))]
        found += made("li", marks, classes=looks, style=f"--from:{start};--to:{end}")
    return found


def _bar(bar: Bar, card: Card) -> element:
    looks = {"portfolio-ongoing": bar.ongoing, "portfolio-uncertain": not bar.certain}
    chosen = [*classes(card), *_back(bar.before), *(look for look, has in looks.items() if has)]
    fades = {"in": bar.fade_in, "out": bar.fade_out}
    style = f"--from:{bar.start};--to:{bar.end}" + "".join(f";--{name}:{days}" for name, days in fades.items() if days)
    style += f";--gaps:{_mask(bar)}" if bar.gaps else ""
    place = _place(card.title, card.when, made("span", card.title.text))
    return made("li", place, classes=chosen, style=style)


def _mask(bar: Bar) -> str:
    """An image of *bar* that is transparent in its gaps."""

    def at(day: int) -> str:
        return f"{100 * (day - bar.start) / (bar.end - bar.start):.2f}%"

    stops = (f"#000 0 {at(start)},#0000 0 {at(end)}" for start, end in bar.gaps)
    return f"linear-gradient(to var(--portfolio-to,right),{','.join(stops)},#000 0)"


def _column(column: Column, cards: Sequence[Card]) -> element:
    looks = (["portfolio-recorded"] * recorded for recorded in column.recorded)
    marks = (
        made("li", _place(card.title, f"{card.title.text}, {card.when}"), classes=[*classes(card), *look])
        for card, look in zip(cards, looks, strict=True)
    )
    style = f"--at:{column.start};--days-of:{column.end - column.start}"
    return made("ol", *marks, classes=_back(column.before), style=style)


def _back(before: bool) -> list[str]:
    return ["portfolio-back"] if before else []


def _place(page: Page, name: str, *text: nodes.Node) -> link:
    return link("", "", *text, refpage=page.docname, refanchor=page.anchor, html={"data-name": name, "tabindex": "-1"})


def _choice(choice: Filter, to: str, classes: Sequence[str] = ()) -> element:
    return made("li", _link(choice.label, to), f" {choice.count}", classes=[*classes])


def _link(text: str, to: str) -> link:
    return link("", text, refid=to, html={})
