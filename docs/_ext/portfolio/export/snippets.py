"""References to an entry's page as other documents write them, ready to be pasted there."""

from __future__ import annotations

import html as markup
import json
import re

from portfolio.model.entries import Key

INVENTORY = "career"
"""What other sites of Sphinx call this one in their ``intersphinx_mapping``."""

_IN_TEXT = re.compile(r"[\\`*_{}\[\]<>&~|$]")
"""What means something within a line of Markdown, in one of its dialects (https://spec.commonmark.org/0.31.2/#inlines)."""
_IN_ADDRESS = re.compile(r"[\\()<>&]")
"""What ends an address there, or is read as something else (https://spec.commonmark.org/0.31.2/#link-destination)."""


def markdown(title: str, address: str) -> str:
    """A link in Markdown."""
    text, to = (kind.sub(r"\\\g<0>", part) for kind, part in ((_IN_TEXT, _line(title)), (_IN_ADDRESS, address)))
    return f"[{text}]({to})"


def html(title: str, address: str) -> str:
    """A link in HTML."""
    return f'<a href="{markup.escape(address)}">{markup.escape(_line(title), quote=False)}</a>'


def myst(key: Key) -> str:
    """A link in MyST, for which a site needs nothing but the name (https://myst-parser.readthedocs.io, "inv" links)."""
    return f"[](inv:{INVENTORY}:portfolio:{key.kind}#{key.slug})"


def myst_role(key: Key) -> str:
    """A role in MyST, where there is the domain."""
    return f"{{external+{INVENTORY}:portfolio:{key.kind}}}`{key.slug}`"


def rst_role(key: Key) -> str:
    """A role in reStructuredText, where there is the domain."""
    return f":external+{INVENTORY}:portfolio:{key.kind}:`{key.slug}`"


def mapping(base: str) -> str:
    """The line of Python that gives a site of Sphinx the name that the three above use.

    :param base: the address of the root of the site that has the page.
    """
    return f'intersphinx_mapping = {{"{INVENTORY}": ({json.dumps(base, ensure_ascii=False)}, None)}}'


def _line(title: str) -> str:
    return " ".join(title.split())
