"""The anchors of a page's headings, as its text tells without a build; no more is said than is certain."""

from __future__ import annotations

import re
import unicodedata

from portfolio.model.kinds import Talk
from portfolio.reading.page_source import Source

_UNCERTAIN = re.compile(r"[_\[\]<>\\&$\x80-\uffff\U00010000-\U0010ffff]")
"""What headings hold whose anchors depend on more than their letters."""
_BEYOND = re.compile(r"^\(.+\)=|\{#|\{(?:include|eval-rst)\}", re.MULTILINE)
"""What gives a page anchors that are not made of its headings."""
_NUMBERED = re.compile(r"id\d+")


def is_numbered(anchor: str) -> bool:
    """Whether docutils counted instead of naming, as it does for a heading that the page has twice: no stable name."""
    return _NUMBERED.fullmatch(anchor) is not None


def of_heading(text: str) -> str:
    """The anchor that docutils makes of a heading (``nodes.make_id``), as far as letters tell; empty for none."""
    folded = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"^[-0-9]+|-+$", "", re.sub("[^a-z0-9]+", "-", " ".join(folded.split())))


def written(source: Source, text: str) -> tuple[frozenset[str], bool]:
    """The anchors that the page *source* with the source *text* has for certain, and whether these are all it has."""
    title = [source.entry.title] if source.entry else []
    headings = [*title, *source.prose.headings]
    certain = [heading for heading in headings if not _UNCERTAIN.search(heading)]
    whole = len(certain) == len(headings) and not _BEYOND.search(text) and not (source.key and not source.entry)
    found = {of_heading(heading) for heading in certain} - {""}
    return frozenset(found | deliveries(source)), whole


def deliveries(source: Source) -> frozenset[str]:
    """The anchors of a talk's deliveries."""
    entry = source.entry
    return frozenset(str(each.anchor) for each in entry.deliveries) if isinstance(entry, Talk) else frozenset()
