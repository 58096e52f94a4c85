"""The HTML around a timeline's list: its filters and its drawing; portfolio.css gives their looks.

Positions are custom properties, and every span and mark is a link.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from docutils import nodes

from portfolio.views import timeline_filters
from portfolio.views.parts import Card
from portfolio.views.timeline import Drawing
from portfolio.views.timeline_chart import Mark, Span
from portfolio.views.timeline_filters import Filter, Filters

from .nodes import element, link, made


def drawn(drawing: Drawing, rows: Sequence[Card]) -> element:
    """The figure that shows *rows*, to which the drawing's chart refers by their places."""
    chart = drawing.chart
    years = (_text("span", str(year), style=f"--at:{at}") for year, at in chart.years)
    found = made("figure", made("div", *years, classes=["portfolio-scale"], aria_hidden="true"))
    found["classes"] = ["portfolio-chart"]
    found["html"] = {"aria-label": drawing.label, "style": f"--days:{chart.days}"}
    if chart.spans:
        spans = (_span(span, rows[span.moment], drawing.names[span.moment]) for span in chart.spans)
        found += made("ol", *spans, classes=["portfolio-spans"])
    if chart.marks:
        years = (
            made(
                "li",
                _text("span", str(year)),
                made("ol", *(_mark(mark, rows[mark.moment], drawing.names[mark.moment]) for mark in marks)),
            )
            for year, marks in chart.marks
        )
        found += made("ol", *years, classes=["portfolio-marks"])
    if drawing.caption:
        found += _text("figcaption", drawing.caption)
    return found


def filtered(filters: Filters, rows: Iterable[nodes.Node], free: Callable[[str], str]) -> tuple[list[nodes.Node], str]:
    """The links to the choices; *rows* with what is said of each choice; and the style sheet that makes them.

    :param free: gives an id that the page has not, for one that it may have.
    """
    top = free("everything")
    choices = [(choice, free(choice.name)) for choice in (*filters.kinds, *filters.skills)]
    kinds = [_choice(choice, to, classes=[choice.of]) for choice, to in choices[: len(filters.kinds)]]
    navigation = made("nav", ids=[top], classes=["portfolio-filters"], aria_label=filters.label)
    navigation += made("ul", made("li", _link(filters.everything, top)), *kinds)
    if filters.skills:
        skills = (_choice(choice, to) for choice, to in choices[len(filters.kinds) :])
        navigation += made("details", _text("summary", filters.by_skill), made("ul", *skills))
    # A line that can have the focus gets it when a link leads there, and is read out.
    said = (
        made("p", nodes.Text(f"{choice.status} · "), _link(filters.reset, top), ids=[to], tabindex="-1")
        for choice, to in choices
    )
    scope = made("div", made("div", *said, classes=["portfolio-only"]), *rows, classes=[timeline_filters.SCOPE])
    return [navigation, scope], timeline_filters.rules((to, choice.of) for choice, to in choices)


def classes(card: Card) -> list[str]:
    """Those by which a row is chosen."""
    return [f"portfolio-{card.kind}", *map(timeline_filters.of_skill, card.skills)]


def _span(span: Span, card: Card, name: str) -> element:
    looks = {
        f"portfolio-{span.label}": True,
        "portfolio-back": span.before,
        "portfolio-tight": span.tight,
        "portfolio-ongoing": span.ongoing,
        "portfolio-uncertain": not span.certain,
    }
    style = f"--from:{span.start};--to:{span.end};--row:{span.row + 1}"
    place = _place(card, name, _text("span", card.title.text))
    return made("li", place, classes=[*classes(card), *(look for look, has in looks.items() if has)], style=style)


def _mark(mark: Mark, card: Card, name: str) -> element:
    return made("li", _place(card, name), classes=classes(card), style=f"--at:{mark.at};--row:{mark.row + 1}")


def _place(card: Card, name: str, *text: nodes.Node) -> link:
    page = card.title
    return link("", "", *text, refpage=page.docname, refanchor=page.anchor, html={"aria-label": name})


def _choice(choice: Filter, to: str, classes: Sequence[str] = ()) -> element:
    return made("li", _link(choice.label, to), nodes.Text(f" {choice.count}"), classes=[*classes])


def _link(text: str, to: str) -> link:
    return link("", "", nodes.Text(text), refid=to, html={})


def _text(tag: str, text: str, **html: str) -> element:
    return made(tag, nodes.Text(text), **html)
