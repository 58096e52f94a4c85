"""What exports know of the site that they are part of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from portfolio.i18n.translation import Language
from portfolio.model.variant import Variant
from portfolio.permalinks.identity import Identity
from portfolio.reading.written import URL
from portfolio.views.queries import View

from .file import File
from .typst_fonts import TYPST, Fonts

ACCENT = "#2f5d8a"
"""The site's color where none is set."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """A site's name and place.

    :ivar title: the site's name.
    :ivar author: whose site it is.
    :ivar code: the language it is written in, as a tag of BCP 47.
    :ivar language: that which the extension speaks there.
    :ivar base: the URL of its root, which ends in a slash; empty where that is not known.
    :ivar path: the path below the root of the page with a docname, escaped.
    :ivar root: the docname of the first page.
    :ivar accent: the site's color, as in ``#0b5e74``.
    :ivar titles: the titles of all pages that are to be found, by docname, sorted.
    :ivar modified: when pages last changed, by docname, as far as that is known (https://www.w3.org/TR/NOTE-datetime).
        It is a function, since to find that out takes a while.
    :ivar identity: the names that entries and deliveries keep for good.
    :ivar beside: the files of the exports before the one that is made.
    :ivar photo: that of the person, where it is a file of the site; None where there is no such file.
    :ivar cv_pages: how many pages the main curriculum vitae may have.
    :ivar variants: those of the curriculum vitae.
    :ivar fonts: those of the CV and the social cards.
    :ivar views: what the directives on a page show, by its docname.
    :ivar favicon: the site's icon, where that is a file in SVG; empty where it is not.
    """

    title: str
    author: str
    code: str
    language: Language
    base: str
    path: Callable[[str], str]
    root: str = "index"
    accent: str = ACCENT
    titles: Mapping[str, str] = field(default_factory=dict)
    modified: Callable[[], Mapping[str, str]] = dict
    identity: Identity = field(default_factory=Identity)
    beside: tuple[File, ...] = ()
    photo: bytes | None = None
    cv_pages: int = 2
    variants: tuple[Variant, ...] = ()
    fonts: Fonts = TYPST
    views: Callable[[str], Iterable[View]] = lambda docname: ()
    favicon: str = ""

    def url(self, docname: str, anchor: str = "") -> str:
        """Where a page, or a place on it, is found; empty where the site's own URL is not known."""
        if not self.base:
            return ""
        return f"{self.base}{self.path(docname)}{'#' if anchor else ''}{escaped(anchor)}"


def escaped(part: str) -> str:
    """A path or an anchor as a URL may hold it (RFC 3986, section 3.3); what is escaped already stays."""
    return quote(part, safe="/%:@!$&'()*+,;=")


def base(written: str) -> str:
    """The URL of a site's root from Sphinx's ``html_baseurl``, with a slash at its end; empty where that is.

    Its host is as the domain name system has it (RFC 3490), and its path is escaped.

    :raises ValueError: where it is not a URL of a folder.
    """
    if not written:
        return ""
    example = 'set it to the URL of the site\'s root, as in "https://example.org/", or leave it out'
    try:
        host = urlsplit(written)
        is_folder = URL.fullmatch(written) and host.hostname and not set(written) & set("?#")
        port = f":{host.port}" if host.port else ""
        name = (host.hostname or "").encode("idna").decode()
    except ValueError as error:
        raise ValueError(f'html_baseurl is "{written}", which is not a URL: {error}; {example}') from error
    if not is_folder:
        raise ValueError(f'html_baseurl is "{written}", which is not a URL of a folder; {example}')
    if "@" in host.netloc:
        raise ValueError(f'html_baseurl is "{written}", which holds a name or a password; {example}')
    name = f"[{name}]" if ":" in name else name
    return f"{host.scheme}://{name}{port}{escaped(host.path)}".rstrip("/") + "/"


def color(written: str) -> str:
    """A color as CSS has it in hexadecimal (https://www.w3.org/TR/css-color-4/#hex-notation), with all six digits.

    :raises ValueError: where it is none.
    """
    if not re.fullmatch(r"#(?:[0-9A-Fa-f]{3}){1,2}", written):
        example = f'write it in hexadecimal, as in "{ACCENT}"'
        raise ValueError(f'portfolio_accent is "{written}", which is not a color; {example}')
    digits = written.lower().removeprefix("#")
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))
