"""Puts the share box at the end of an entry's page, and on a talk's the QR codes for its last slide; in HTML only."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from portfolio.build.domain import PortfolioDomain
from portfolio.build.urls import up
from portfolio.export.share_links import Figure, ShareLinks
from portfolio.i18n.translation import Language
from portfolio.writing.nodes import link, made

LINK, SHEET = "link_to_this_page", "sheet_of_codes"
"""The anchors of the two parts. Headings and deliveries cannot have them, since their anchors contain no "_"."""
SIDE = 160
"""Width and height of a QR code, in CSS pixels."""


class ShareBoxes(SphinxPostTransform):
    """Add the share box to entries' pages, below everything else."""

    # After the listings, and registered later than they are.
    default_priority = 399

    def run(self, **kwargs: Any) -> None:
        """Extend the page's first section."""
        state, here = PortfolioDomain.of(self.env).state, self.env.current_document.docname
        links = state.share_links.get(here)
        if links is None:
            return
        parts = _Parts(up(here, state.builder), Language.of(self.config.language))
        section = self.document.next_node(nodes.section) or self.document
        section.append(parts.box(links))
        if links.sheet:
            section.append(parts.sheet(links))


class _Parts:
    """The parts of one page.

    :param root: relative URL of the site's root.
    """

    def __init__(self, root: str, language: Language) -> None:
        self._root = root
        self._language = language

    def box(self, links: ShareLinks) -> nodes.Element:
        """The share box: URL, link in Markdown, QR codes. It opens without a script."""
        _ = self._language.gettext
        rows = (
            made("dt", _("Address")),
            made("dd", link("", links.url, refuri=links.url, html={})),
            made("dt", "Markdown"),
            made("dd", made("code", links.markdown, classes=["portfolio-copy"])),
        )
        # The anchor is inside, since a closed part opens where a link leads into it.
        found = made("div", made("dl", *rows), ids=[LINK])
        if links.codes:
            found += made("div", *(self._code(figure) for figure in links.codes), classes=["portfolio-codes"])
        return _details("portfolio-share", _("Link to this page"), found)

    def sheet(self, links: ShareLinks) -> nodes.Element:
        """The QR codes of a talk and its projects, printed on a sheet of their own."""
        codes = (
            made("figure", self._image(each), made("figcaption", made("strong", each.caption), each.url))
            for each in links.sheet
        )
        found = made("div", *codes, ids=[SHEET], classes=["portfolio-codes"], style=f"--columns:{links.columns}")
        return _details("portfolio-sheet", self._language.gettext("QR codes for slides"), found)

    def _code(self, figure: Figure) -> nodes.Element:
        """A QR code with a link to its PNG; the link's accessible name begins with its visible text (WCAG 2.5.3)."""
        text = self._language.gettext("PNG for slides")
        file = f"{self._root}{quote(figure.name)}.png"
        to = link("", text, refuri=file, html={"aria-label": f"{text}: {figure.caption}"})
        return made("figure", self._image(figure), made("figcaption", made("strong", figure.caption), to))

    def _image(self, figure: Figure) -> nodes.Element:
        file = f"{self._root}{quote(figure.name)}.svg"
        # Not loaded while the part is closed.
        return made("img", src=file, alt=figure.alt, width=str(SIDE), height=str(SIDE), loading="lazy")


def _details(name: str, summary: str, content: nodes.Node) -> nodes.Element:
    """A part, which the search index leaves out."""
    return made("details", made("summary", summary), content, classes=[name, "no-search"])
