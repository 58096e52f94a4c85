"""A file beside the pages: what it says, and how that is written; or why it is left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Link:
    """How pages lead to a file.

    :ivar media_type: as registered, see https://www.iana.org/assignments/media-types.
    :ivar label: what it is called, in the site's language.
    :ivar brief: what it is called at the foot of every page; not there if empty.
    :ivar note: what readers should know of it, behind links to it in text; empty where that is nothing.
    :ivar everywhere: whether programs find it from every page, and not from the first alone.
    """

    media_type: str
    label: str
    brief: str = ""
    note: str = ""
    everywhere: bool = False


@dataclass(frozen=True, kw_only=True)
class File:
    """A file beside the pages.

    :ivar name: its path below the site's root.
    :ivar content: what it says, as plain data whose ``repr`` shows all of it, and nothing of this machine or hour.
    :ivar write: from the content to bytes, always the same. Libraries are imported there.
    :ivar link: None where no list of files leads to it.
    :ivar problem: what is wrong with the bytes, and the way out; empty where nothing is.
    """

    name: str
    content: object
    write: Callable[[Any], bytes]
    link: Link | None = None
    problem: Callable[[bytes], str] = lambda data: ""


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """A file, or a folder of them, that cannot be written as it should be; no page leads to it.

    :ivar name: its path below the site's root.
    :ivar reason: why, and the remedy.
    """

    name: str
    reason: str
