"""Two parts at the end of an entry's page that help to lead others there, in HTML: they open without a script."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from portfolio.build import exports
from portfolio.build.domain import PortfolioDomain
from portfolio.export.share_links import Figure, Shared, shared
from portfolio.i18n.translation import Language
from portfolio.writing.nodes import link, made

if TYPE_CHECKING:
    from sphinx.builders import Builder

LINK, SHEET = "link_to_this_page", "sheet_of_codes"
"""The anchors of the two parts. No heading has them nor any delivery, for "_" is in the anchors of none."""
SIDE = 160
"""How wide and high a code is on the page, in pixels of CSS."""


def gather(domain: PortfolioDomain, builder: Builder) -> Mapping[str, Shared]:
    """What the pages offer, by docname; nothing where they are no pages on the web, or their address is not known."""
    if builder.name not in exports.BUILDERS:
        return {}
    return dict(shared(domain.career, exports.site_of(domain.env, builder, domain.career), domain.permalinks))


class ShareLinks(SphinxPostTransform):
    """Put the parts on the pages of entries, below all else that is there."""

    # After the listings, and registered later than they are.
    default_priority = 399

    def run(self, **kwargs: Any) -> None:
        """Extend the page's first section, where it has something to offer."""
        domain = self.env.get_domain(PortfolioDomain.name)
        assert isinstance(domain, PortfolioDomain)
        here = self.env.current_document.docname
        offered = domain.work.shared.get(here)
        if offered is None:
            return
        assert domain.builder is not None
        parts = _Parts("../" * domain.builder.get_target_uri(here).count("/"), Language.of(self.config.language))
        section = self.document.next_node(nodes.section) or self.document
        section.append(parts.link(offered))
        if offered.sheet:
            section.append(parts.sheet(offered))


class _Parts:
    """The parts of one page.

    :param root: the way from the page to the site's root.
    """

    def __init__(self, root: str, language: Language) -> None:
        self._root = root
        self._language = language

    def link(self, offered: Shared) -> nodes.Element:
        """The address, references and codes."""
        _ = self._language.gettext
        address = link("", "", nodes.Text(offered.address), refuri=offered.address, html={})
        rows = [made("dt", nodes.Text(_("Address"))), made("dd", address)]
        for each in offered.snippets:
            texts = (made("code", nodes.Text(text), classes=["portfolio-copy"]) for text in each.texts)
            rows += [made("dt", nodes.Text(each.label)), made("dd", *texts)]
        # The anchors are within the parts, for these open where a link leads into them.
        found = made("div", made("dl", *rows), ids=[LINK])
        if offered.codes:
            found += made("div", *(self._code(figure) for figure in offered.codes), classes=["portfolio-codes"])
        return _details("portfolio-share", _("Link to this page"), found)

    def sheet(self, offered: Shared) -> nodes.Element:
        """The codes of a talk and its projects, on paper a sheet of their own."""
        codes = (
            made("figure", self._image(each), made("figcaption", _strong(each.caption), nodes.Text(each.address)))
            for each in offered.sheet
        )
        found = made("div", *codes, ids=[SHEET], classes=["portfolio-codes"], style=f"--columns:{offered.columns}")
        return _details("portfolio-sheet", self._language.gettext("QR codes for the last slide"), found)

    def _code(self, figure: Figure) -> nodes.Element:
        """A code with the way to its picture, whose name begins with the words that are seen of it."""
        text = self._language.gettext("PNG for slides")
        file = f"{self._root}{quote(figure.name)}.png"
        to = link("", "", nodes.Text(text), refuri=file, html={"aria-label": f"{text}: {figure.caption}"})
        return made("figure", self._image(figure), made("figcaption", _strong(figure.caption), to))

    def _image(self, figure: Figure) -> nodes.Element:
        file = f"{self._root}{quote(figure.name)}.svg"
        # Nobody loads a code who does not open the part.
        return made("img", src=file, alt=figure.alt, width=str(SIDE), height=str(SIDE), loading="lazy")


def _details(name: str, summary: str, content: nodes.Node) -> nodes.Element:
    """A part, which no search finds."""
    return made("details", made("summary", nodes.Text(summary)), content, classes=[name, "no-search"])


def _strong(text: str) -> nodes.Element:
    return made("strong", nodes.Text(text))
