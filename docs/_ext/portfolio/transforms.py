"""Placeholders go in when a page is read, and give way to what they ask for when it is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import singledispatch
from itertools import chain, count
from typing import TYPE_CHECKING, Any, Literal

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

from . import drawing
from .domain import PortfolioDomain
from .model import slugify
from .nodes import backlinks, copyable, listing, panel, timeline
from .queries import Backlinks, Panel
from .views import DOT, Card, Cards, Facts, Index, Inline, Item, Line, Lines, Link, Page, Row, Texts, View, joined

if TYPE_CHECKING:
    from sphinx.builders import Builder


class EntryPlaceholders(SphinxTransform):
    """Put the placeholders for info panel and back-links on an entry's page, below its title and at its end.

    The title is put there as it was written, as it is shown elsewhere: its quotes are typographic ones by now.
    """

    # Late among the reading transforms, before the domains see the document (850) and note its queries.
    default_priority = 840

    def apply(self, **kwargs: Any) -> None:
        """Extend the page's first section, where the page is an entry's."""
        docname = self.env.current_document.docname
        domain = self.env.get_domain(PortfolioDomain.name)
        assert isinstance(domain, PortfolioDomain)
        source = domain.sources.get(docname)
        section = self.document.next_node(nodes.section)
        if source and source.entry and section is not None:
            section[0] = nodes.title("", source.entry.title)
            section.insert(1, listing(query=Panel(docname=docname)))
            section.append(listing(query=Backlinks(docname=docname)))


class WrittenAddresses(SphinxTransform):
    """Mark the links in prose that show their own address, which paper need not repeat."""

    # Any time: nothing else looks at these.
    default_priority = 840

    def apply(self, **kwargs: Any) -> None:
        """Give these links a class."""
        for reference in self.document.findall(nodes.reference):
            if reference.get("refuri") == reference.astext():
                reference["classes"].append("portfolio-address")


class Listings(SphinxPostTransform):
    """Replace every placeholder by its view."""

    # Late, since each transform looks through all nodes there are; before those that show addresses (400).
    default_priority = 399

    def run(self, **kwargs: Any) -> None:
        """Answer the queries from the career as it is at the end of reading."""
        domain = self.env.get_domain(PortfolioDomain.name)
        assert isinstance(domain, PortfolioDomain)
        html = domain.builder is not None and domain.builder.name in {"html", "dirhtml"}
        for node in list(self.document.findall(listing)):
            view = domain.view(node["query"])
            rendered = render(view if html else _without_html(view))
            for part in chain.from_iterable(each.findall(nodes.Element) for each in rendered):
                if part["ids"] and isinstance(part, nodes.rubric | nodes.list_item):
                    self._give_id(part)
            if html and isinstance(view, Line):
                rendered = self._draw(view, rendered)
            if html and isinstance(view, Index):
                rendered = self._draw_years(view, rendered)
            for reference in (each for part in rendered for each in list(part.findall(nodes.reference))):
                self._address(reference, domain.builder)
            node.replace_self(rendered)

    def _draw(self, view: Line, rendered: list[nodes.Node]) -> list[nodes.Node]:
        """Put the drawing above the list and, where they are the page's first, the filters above both."""
        if view.drawing:
            rendered = [drawing.drawn(view.drawing, view.rows), *rendered]
        if view.filters and "portfolio_style" not in self.document:
            rendered, self.document["portfolio_style"] = drawing.filtered(view.filters, rendered, self._free)
        return rendered

    def _draw_years(self, view: Index, rendered: list[nodes.Node]) -> list[nodes.Node]:
        """Put each skill's years below its name, the scale above each category, and the ways to those above all."""
        found: list[nodes.Node] = []
        rubrics, lists = (
            [part for part in rendered if isinstance(part, of)] for of in (nodes.rubric, nodes.bullet_list)
        )
        for (_, proofs), rubric, skills in zip(view.categories, rubrics, lists, strict=True):
            for proof, item in zip(proofs, skills.children, strict=True):
                assert isinstance(item, nodes.list_item)
                if proof.timeline:
                    item[1].extend([nodes.Text(DOT), _reference(proof.timeline)])  # type: ignore[attr-defined]
                if view.scale and proof.cells:
                    item.insert(2, drawing.years(proof, view.scale))
            found += [rubric, drawing.by_year(view.scale, skills) if view.scale else skills]
        return [drawing.jumps(view, (rubric["ids"][0] for rubric in rubrics)), *found] if len(rubrics) > 1 else found

    def _free(self, name: str) -> str:
        """An id like *name* that the page has not."""
        return next(each for each in chain([name], (f"{name}-{n}" for n in count(2))) if each not in self.document.ids)

    def _give_id(self, node: nodes.Element) -> None:
        """Number its id where that is taken: C and C++ slugify to the same."""
        node["ids"] = [self._free(node["ids"][0])]
        self.document.ids[node["ids"][0]] = node

    def _address(self, reference: nodes.reference, builder: Builder | None) -> None:
        """Give a reference to a page its address, as ``sphinx.util.nodes.make_refnode`` does.

        Where the builder has none, because the page is no part of its document, the reference's text is left.
        """
        assert builder is not None
        here = self.env.current_document.docname
        page, anchor = reference.attributes.pop("refpage", None), reference.attributes.pop("refanchor", None)
        if page is None:
            return
        if anchor and page == here:
            reference["refid"] = anchor
            return
        try:
            address = builder.get_relative_uri(here, page)
        except NoUri:
            reference.replace_self(reference.children)
        else:
            reference["refuri"] = f"{address}#{anchor}" if anchor else address


@singledispatch
def render(view: View) -> list[nodes.Node]:
    """The nodes that show *view*; none where there is nothing to show."""
    raise NotImplementedError(view)


@render.register
def _(view: Facts) -> list[nodes.Node]:
    summary = nodes.paragraph("", view.summary, classes=["portfolio-summary"])
    found: list[nodes.Node] = [summary] if view.summary else []
    if view.rows:
        # What others say is found on their pages.
        of, search = (panel, []) if view.name == "panel" else (backlinks, ["no-search"])
        found.append(of("", *_fields(view.rows), label=view.label, classes=[f"portfolio-{view.kind}", *search]))
    return found


@render.register
def _(view: Cards) -> list[nodes.Node]:
    if not view.cards:
        return []
    cards = view.layout == "cards"
    found = nodes.bullet_list(classes=["portfolio-cards" if cards else "portfolio-list"])
    found += [(_card if cards else _row)(card, with_kind=view.mixed) for card in view.cards]
    return [found]


@render.register
def _(view: Line) -> list[nodes.Node]:
    if not view.years:
        return []
    found = timeline()
    for year in view.years:
        moments = nodes.bullet_list(classes=["portfolio-year"])
        for first, *others in year.groups:
            if others:
                rows = (_row(card, with_kind=True) for card in (first, *others))
                moments += nodes.list_item("", nodes.bullet_list("", *rows, classes=["portfolio-side-by-side"]))
            else:
                moments += _row(first, with_kind=True)
        found += nodes.list_item("", _rubric(year.label, "year"), moments)
    return [found]


@render.register
def _(view: Index) -> list[nodes.Node]:
    found: list[nodes.Node] = []
    for category, proofs in view.categories:
        found.append(_rubric(category, "category"))
        skills = nodes.bullet_list(classes=["portfolio-skills"])
        for proof in proofs:
            title = nodes.paragraph("", "", _reference(proof.title), classes=["portfolio-title"])
            details = nodes.paragraph("", proof.details, classes=["portfolio-details"])
            skills += nodes.list_item(
                "", title, details, nodes.field_list("", *_fields(proof.rows)), ids=[proof.anchor]
            )
        found.append(skills)
    return found


def _rubric(text: str, group: Literal["category", "year"]) -> nodes.rubric:
    """A heading of a group, which is no section: those made late are in no table of contents."""
    name = f"{group}-{slugify(text)}".rstrip("-")
    found = nodes.rubric("", text, classes=[f"portfolio-{group}"], ids=[name])
    found["heading-level"] = 2
    return found


def _without_html(view: View) -> View:
    """*view* without the rows that lead to what only HTML has."""
    return replace(view, rows=tuple(row for row in view.rows if not row.html)) if isinstance(view, Facts) else view


@render.register
def _(view: Texts) -> list[nodes.Node]:
    found: list[nodes.Node] = []
    for text in view.texts:
        heading = nodes.rubric("", "", _reference(text.title), ids=[text.name], **{"heading-level": 3})
        found += [heading, copyable(text.paragraphs)]
    return found


@render.register
def _(view: Lines) -> list[nodes.Node]:
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
        fields.append(nodes.field("", nodes.field_name("", row.label), nodes.field_body("", *body)))
    return fields


def _why(item: Item) -> nodes.paragraph:
    return nodes.paragraph("", "", *_inlines(item.parts), classes=["portfolio-why"])


def _paragraph(item: Item) -> nodes.paragraph:
    """The item's parts; one with an address of its own leads with its name."""
    parts = _inlines(item.parts)
    if item.anchor:
        first, *rest = parts
        name = [nodes.target("", "", ids=[item.anchor]), nodes.strong("", "", first)]
        return nodes.paragraph(
            "", "", *name, *([nodes.inline("", ", ", classes=["portfolio-comma"])] if rest else []), *rest
        )
    return nodes.paragraph("", "", *parts)


def _row(card: Card, *, with_kind: bool = False) -> nodes.list_item:
    """A card as one line of a list: when, what, where, and its summary."""
    when = [nodes.paragraph("", card.when, classes=["portfolio-when"])] if card.when else []
    title = nodes.paragraph("", "", _reference(card.title), classes=["portfolio-title"])
    ongoing = ["portfolio-ongoing"] if card.ongoing else []
    return nodes.list_item(
        "", *when, title, *_details(card, with_kind=with_kind), classes=[*drawing.classes(card), *ongoing]
    )


def _card(card: Card, *, with_kind: bool = False) -> nodes.list_item:
    """A card with sphinx-design's classes, the whole of it a link; elsewhere than in HTML a plain list's item."""
    reference = _reference(card.title, classes=["sd-stretched-link"])
    body = nodes.container(classes=["sd-card-body"])
    body += nodes.paragraph("", "", reference, classes=["sd-card-title", "portfolio-title"])
    if card.when:
        body += nodes.paragraph("", card.when, classes=["portfolio-when"])
    body += _details(card, with_kind=with_kind)
    frame = nodes.container("", body, classes=["sd-card", "sd-card-hover", "sd-shadow-sm"])
    return nodes.list_item("", frame, classes=[f"portfolio-{card.kind}"])


def _details(card: Card, *, with_kind: bool = False) -> list[nodes.Node]:
    kind = [nodes.inline("", card.label, classes=["portfolio-kind"])] if with_kind else []
    between = [nodes.Text(DOT)] if kind and card.details else []
    details = nodes.paragraph("", "", *kind, *between, *_inlines(card.details), classes=["portfolio-details"])
    summary = nodes.paragraph("", card.summary, classes=["portfolio-summary"])
    exhibits = nodes.paragraph("", "", *_inlines(joined(card.exhibits, DOT).parts), classes=["portfolio-details"])
    return [each for each in (details, summary, exhibits) if each.children]


def _inlines(parts: Iterable[Inline]) -> list[nodes.Node]:
    return [nodes.Text(part) if isinstance(part, str) else _reference(part) for part in parts]


def _reference(part: Page | Link, classes: Sequence[str] = ()) -> nodes.Element:
    """A link, or a reference to a page, which is still to get its address."""
    text = nodes.inline("", part.text, classes=[*classes])
    if isinstance(part, Link):
        exhibit = [f"portfolio-{part.exhibit}"] if part.exhibit else []
        return nodes.reference("", "", text, refuri=part.url, internal=False, classes=exhibit)
    return nodes.reference("", "", text, internal=True, refpage=part.docname, refanchor=part.anchor)
