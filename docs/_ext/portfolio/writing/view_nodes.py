"""Views as nodes that every builder can write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import singledispatch

from docutils import nodes

from portfolio.model.entries import slugify
from portfolio.views.entry_page import Facts
from portfolio.views.listing import Cards
from portfolio.views.parts import DOT, Card, Inline, Item, Link, Page, Part, Row, joined
from portfolio.views.person import HCard
from portfolio.views.queries import View
from portfolio.views.skills_index import Index, SkillLine
from portfolio.views.talks import AbstractTexts, DeliveryList
from portfolio.views.timeline import Stage, TimelineView
from portfolio.views.tints import tint_class

from . import person_nodes, timeline_nodes
from .nodes import backlinks, between, copyable, entry_title, folded, link, panel, timeline

FOLDED = 5
"""How many rows that nobody looks for first are shown unfolded."""


@singledispatch
def render(view: View) -> list[nodes.Node]:
    """The nodes that show *view*; none where there is nothing to show."""
    raise NotImplementedError(view)


render.register(HCard, person_nodes.identity)


@render.register
def _(view: Facts) -> list[nodes.Node]:
    summary = nodes.paragraph("", view.summary, classes=["portfolio-summary"])
    found: list[nodes.Node] = [summary] if view.summary else []
    if view.rows:
        # What others say is found on their pages.
        of, search = (panel, []) if view.name == "panel" else (backlinks, ["no-search"])
        found.append(
            of(
                "",
                *_fields(view.rows),
                label=view.label,
                classes=[f"portfolio-{view.kind}", *tint_class(view.tint), *search],
            )
        )
    positions = map(_position, view.positions)
    listed = [nodes.bullet_list("", *positions, classes=["portfolio-list"])] if view.positions else []
    return [*found, *highlights(view.highlights), *listed]


def _position(part: Part) -> nodes.list_item:
    """A position under a heading, with what is said of it."""
    texts = {"when": part.when, "details": part.details, "summary": part.summary}
    shown = (nodes.paragraph("", text, classes=[f"portfolio-{name}"]) for name, text in texts.items() if text)
    title = [entry_title("", part.title, classes=["portfolio-title"])] if part.title else []
    return nodes.list_item("", *title, *shown, *highlights(part.highlights))


@render.register
def _(view: Cards) -> list[nodes.Node]:
    if not view.cards:
        return []
    item, name = {"cards": (_card, "cards"), "list": (_row, "list"), "lines": (_line, "brief")}[view.layout]
    found = nodes.bullet_list(classes=[f"portfolio-{name}"])
    found += [item(card, with_kind=view.mixed) for card in view.cards]
    return [found]


@render.register
def _(view: TimelineView) -> list[nodes.Node]:
    return [timeline("", *map(_stage, view.stages))] if view.stages else []


def _stage(stage: Stage) -> nodes.list_item:
    """An occupation under a heading, with what belongs to it, each a line; what nobody would look for is folded."""
    group = stage.group
    found = nodes.list_item(classes=["portfolio-stage", *tint_class(stage.tint)])
    if group.occupation:
        found["classes"] += timeline_nodes.classes(group.occupation)
        kind = nodes.inline("", f"{group.occupation.label}{DOT}", classes=["portfolio-kind"])
        known = between([nodes.Text(group.occupation.when), inlines(group.occupation.details)], DOT)
        details = nodes.paragraph("", "", kind, *known, classes=["portfolio-details"])
        found += nodes.container("", _heading(refer(group.occupation.title), stage.name), details)
        if group.occupation.summary:
            found += nodes.paragraph("", group.occupation.summary, classes=["portfolio-summary"])
    elif stage.title:
        found += _heading(nodes.Text(stage.title), stage.name)
    found += [_lines(rows, part) for part, rows in (("works", group.works), ("talks", group.talks)) if rows]
    if group.others:
        others = _lines(group.others, "others")
        found += folded("", others, label=stage.others) if len(group.others) > FOLDED else others
    return found


def _heading(title: nodes.Node, name: str) -> nodes.rubric:
    return nodes.rubric("", "", title, classes=["portfolio-title"], ids=[name], **{"heading-level": 2})


def _lines(rows: Iterable[Card], part: str) -> nodes.bullet_list:
    return nodes.bullet_list("", *map(_event, rows), classes=["portfolio-rows", f"portfolio-{part}"])


def _event(card: Card) -> nodes.list_item:
    """A card as one line of text: its kind, of which HTML shows the mark, when it was, and what."""
    found = nodes.paragraph("", "", nodes.inline("", f"{card.label}{DOT}", classes=["portfolio-kind"]))
    if card.when:
        dot = nodes.inline("", DOT, classes=["portfolio-dot"])
        found += nodes.inline("", "", nodes.Text(card.when), dot, classes=["portfolio-when"])
    found += between([refer(card.title, plain=True), inlines(card.details)], DOT)
    for each in card.public_proofs:
        found += [nodes.Text("\N{NO-BREAK SPACE}"), refer(each)]
    return nodes.list_item("", found, classes=timeline_nodes.classes(card))


@render.register
def _(view: Index) -> list[nodes.Node]:
    found: list[nodes.Node] = []
    for category, lines in view.categories:
        found += [rubric(category), nodes.bullet_list("", *map(_skill, lines), classes=["portfolio-skills"])]
    return found


def _skill(line: SkillLine) -> nodes.list_item:
    """A skill in a plain list, with its evidence in short."""
    title = nodes.paragraph("", "", refer(line.title), classes=["portfolio-title"])
    figures = nodes.paragraph("", line.figures, classes=["portfolio-details"])
    evidence = nodes.field_list("", *_fields(line.in_short))
    return nodes.list_item("", title, figures, evidence, ids=[line.plain_anchor])


def rubric(category: str) -> nodes.rubric:
    """The heading of a category, which is not a section: those made late are in no table of contents."""
    name = f"category-{slugify(category)}".rstrip("-")
    return nodes.rubric("", category, classes=["portfolio-category"], ids=[name], **{"heading-level": 2})


@render.register(type(None))
def _(view: None) -> list[nodes.Node]:
    return []


@render.register
def _(view: AbstractTexts) -> list[nodes.Node]:
    found: list[nodes.Node] = []
    for text in view.texts:
        heading = nodes.rubric("", "", refer(text.title), ids=[text.name], **{"heading-level": 3})
        found += [heading, copyable(text.paragraphs)]
    return found


@render.register
def _(view: DeliveryList) -> list[nodes.Node]:
    items = [nodes.list_item("", _paragraph(item)) for item in view.items]
    return [nodes.bullet_list("", *items) if items else nodes.paragraph("", view.otherwise)]


def _fields(rows: Iterable[Row]) -> list[nodes.field]:
    """Labels with what belongs under them; several items become a list."""
    fields = []
    for row in rows:
        items = [[_paragraph(item), *map(_why, item.below)] for item in row.items]
        if len(items) > 1:
            body: list[nodes.Element] = [nodes.bullet_list("", *(nodes.list_item("", *item) for item in items))]
        else:
            body = [*items[0]]
        body = [folded("", *body, label=row.folded)] if row.folded else body
        only = {"html_only": True} if row.html_only else {}
        fields.append(nodes.field("", nodes.field_name("", row.label), nodes.field_body("", *body), **only))
    return fields


def _why(item: Item) -> nodes.paragraph:
    return nodes.paragraph("", "", *inlines(item.parts), classes=["portfolio-why"])


def _paragraph(item: Item) -> nodes.paragraph:
    """The item's parts; one with an address of its own leads with its name, and separates what can begin a line."""
    parts = inlines(item.parts)
    if item.anchor:
        first, *rest = parts
        name = [nodes.target("", "", ids=[item.anchor]), nodes.strong("", "", first)]
        link = next((at for at, part in enumerate(rest) if isinstance(part, nodes.reference)), 0)
        if link:
            rest[link - 1] = _comma(rest[link - 1].astext())
        return nodes.paragraph("", "", *name, *([_comma(", ")] if rest else []), *rest)
    return nodes.paragraph("", "", *parts)


def _comma(text: str) -> nodes.inline:
    return nodes.inline("", text, classes=["portfolio-comma"])


def _row(card: Card, *, with_kind: bool) -> nodes.list_item:
    """A card as an item of a list: what, when, where, and its summary or what came of it."""
    title = entry_title("", "", refer(card.title), classes=["portfolio-title"])
    ongoing = ["portfolio-ongoing"] if card.ongoing else []
    return nodes.list_item(
        "",
        title,
        *_when(card),
        *_details(card, with_kind=with_kind),
        *highlights(card.highlights),
        classes=[*timeline_nodes.classes(card), *ongoing],
    )


def _line(card: Card, *, with_kind: bool) -> nodes.list_item:
    """A card as one line: what, as what, and when."""
    title = nodes.paragraph("", "", refer(card.title), classes=["portfolio-title"])
    details = _details(replace(card, summary="", public_proofs=()), with_kind=with_kind)
    return nodes.list_item("", title, *details, *_when(card), classes=[f"portfolio-{card.kind}"])


def _when(card: Card) -> list[nodes.Node]:
    return [nodes.paragraph("", card.when, classes=["portfolio-when"])] if card.when else []


def highlights(texts: Iterable[str]) -> list[nodes.Node]:
    """What came of an entry, as a list; nothing where there is none."""
    items = [nodes.list_item("", nodes.paragraph("", text)) for text in texts]
    return [nodes.bullet_list("", *items, classes=["portfolio-highlights"])] if items else []


def _card(card: Card, *, with_kind: bool) -> nodes.list_item:
    """A card with sphinx-design's classes, the whole of it a link; elsewhere than in HTML a plain list's item."""
    reference = refer(card.title, classes=["sd-stretched-link"])
    body = nodes.container(classes=["sd-card-body"])
    body += entry_title("", "", reference, classes=["sd-card-title", "portfolio-title"])
    body += nodes.paragraph("", card.summary, classes=["portfolio-summary"])
    body += [*_details(replace(card, summary=""), with_kind=with_kind), *_when(card)]
    frame = nodes.container("", body, classes=["sd-card", "sd-card-hover", "sd-shadow-sm"])
    return nodes.list_item("", frame, classes=[f"portfolio-{card.kind}"])


def _details(card: Card, *, with_kind: bool) -> list[nodes.Node]:
    kind = [nodes.inline("", card.label, classes=["portfolio-kind"])] if with_kind else []
    details = nodes.paragraph("", "", *between([kind, inlines(card.details)], DOT), classes=["portfolio-details"])
    summary = nodes.paragraph("", card.summary, classes=["portfolio-summary"])
    public_proofs = nodes.paragraph(
        "", "", *inlines(joined(card.public_proofs, DOT).parts), classes=["portfolio-details"]
    )
    return [each for each in (details, summary, public_proofs) if each.children]


def inlines(parts: Iterable[Inline], *, plain: bool = False) -> list[nodes.Node]:
    """Text, links and references; behind what has an archived copy a link to that."""
    found: list[nodes.Node] = []
    for part in parts:
        found.append(nodes.Text(part) if isinstance(part, str) else refer(part, plain=plain))
        if isinstance(part, Link) and part.copy:
            copy = refer(part.copy, plain=plain)
            found.append(nodes.inline("", " (", copy, nodes.Text(")"), classes=["portfolio-copy"]))
    return found


def refer(part: Page | Link, classes: Sequence[str] = (), *, plain: bool = False) -> nodes.Element:
    """A link, or a reference to a page, which is still to get its URL.

    :param plain: whether it has none of the classes of links in prose in HTML, as where there are hundreds.
    """
    text: nodes.Node = nodes.inline("", part.text, classes=[*classes]) if classes else nodes.Text(part.text)
    if isinstance(part, Page):
        to = {"internal": True, "refpage": part.docname, "refanchor": part.anchor}
        return link("", "", text, **to, html={}) if plain else nodes.reference("", "", text, **to)
    looks = [f"portfolio-{part.public_proof}"] if part.public_proof else []
    if not (plain or part.name):
        return nodes.reference("", "", text, refuri=part.url, internal=False, classes=looks)
    looks = looks if plain else ["reference", "external", *looks]
    html = {"aria-label": part.name} if part.name else {}
    return link("", "", text, refuri=part.url, internal=False, classes=looks, html=html)
