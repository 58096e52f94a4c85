"""Other extensions that do what this one does too: it gives way to them, or a warning says which to switch off."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util import logging

from portfolio.export import llms

logger = logging.getLogger(__name__)

OPEN_GRAPH = "sphinxext.opengraph"
"""Writes Open Graph properties; ours are left out."""
NOT_FOUND = "notfound.extension"
"""Writes a page for URLs where there is nothing; ours is left out."""
_SITEMAP = "sphinx_sitemap"
_LLMS = "sphinx_llms_txt"


def check(app: Sphinx) -> None:
    """Warn of what would replace a sitemap or texts of ours, and list what is not to be found."""
    config = app.config
    found = []
    if _SITEMAP in app.extensions and config.html_baseurl:
        found.append((_SITEMAP, True, config.sitemap_filename, "sitemap.xml"))
    if _LLMS in app.extensions:
        found.append((_LLMS, config.llms_txt_file, config.llms_txt_filename, llms.NAME))
        found.append((_LLMS, config.llms_txt_full_file, config.llms_txt_full_filename, llms.FULL))
    for extension, is_on, theirs, ours in found:
        if is_on and theirs == ours:
            message = "%s replaces this extension's %s, and lists unlisted pages; remove it from conf.py"
            logger.warning(message, extension, ours, type="portfolio", subtype="option")
