"""What a site's ``conf.py`` need not say: settings that pages depend on, where the site chooses no others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.config import Config

DEFAULTS: Mapping[str, object] = {
    "exclude_patterns": ["_build"],
    "html_show_sphinx": False,
    "html_theme": "furo",
    "myst_enable_extensions": ["colon_fence"],
    "myst_title_to_header": True,
    "primary_domain": "portfolio",
}
"""Pages are named by their front matter, directives need no prefix, and what was built is not a source."""


def set_defaults(config: Config) -> None:
    """Give the settings that ``conf.py`` does not make those of :data:`DEFAULTS`.

    It has to be done while extensions are set up: the values are read after that. Sphinx documents no way to give a
    setting of its own, or of another extension, another default.
    """
    for name, value in DEFAULTS.items():
        config._raw_config.setdefault(name, value)
