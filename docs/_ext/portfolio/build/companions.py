"""Other extensions that do what this one does too: it gives way to them, or a warning says which to switch off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util import logging

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)

OPEN_GRAPH = "sphinxext.opengraph"
"""Writes Open Graph properties; ours are left out."""
NOT_FOUND = "notfound.extension"
"""Writes a page for URLs where there is nothing; ours is left out."""
_SITEMAP = "sphinx_sitemap"


def check(app: Sphinx) -> None:
    """Warn of a sitemap that would replace ours, and list what is not to be found."""
    if _SITEMAP in app.extensions and app.config.html_baseurl and app.config.sitemap_filename == "sitemap.xml":
        message = "%s replaces this extension's sitemap.xml, and lists unlisted pages; remove it from conf.py"
        logger.warning(message, _SITEMAP, type="portfolio", subtype="option")
