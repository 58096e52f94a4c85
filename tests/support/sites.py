"""What tests of exports know of a site."""

from typing import Any

from portfolio.export.site import Site
from portfolio.i18n.translation import ENGLISH


def site(**fields: Any) -> Site:
    """A site in English at https://example.org/, but for *fields*."""
    usual: dict[str, Any] = {
        "title": "A botanist",
        "author": "B. Otanist",
        "code": "en",
        "language": ENGLISH,
        "base": "https://example.org/",
        "path": lambda docname: f"{docname}/",
    }
    return Site(**usual | fields)
