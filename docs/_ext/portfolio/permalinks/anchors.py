"""Finds the anchors of a page in its source, as far as they are certain without a build."""

from __future__ import annotations

import re
import unicodedata

from portfolio.model.kinds import Talk
from portfolio.reading.page_source import Source

_UNCERTAIN = re.compile(r"[^\x00-\x7f]")
"""Letters in headings that docutils replaces by others in its own way."""
_BEYOND = re.compile(r"^\(.+\)=|\{#|\{(?:include|eval-rst)\}|^[ \t>]*+:?name:", re.MULTILINE)
"""What gives a page anchors that are not made of its headings."""
_NUMBERED = re.compile(r"id\d+")


def is_numbered(anchor: str) -> bool:
    """Whether *anchor* is one of those that docutils numbers, as for a heading that the page has twice: they change."""
    return _NUMBERED.fullmatch(anchor) is not None


def of_heading(text: str) -> str:
    """The anchor that docutils makes of a heading's text (``nodes.make_id``) if that is ASCII; empty for none."""
    folded = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"^[-0-9]+|-+$", "", re.sub("[^a-z0-9]+", "-", " ".join(folded.split())))


def written(source: Source, text: str) -> tuple[frozenset[str], bool]:
    """The certain anchors of the page *source* with the source *text*, and whether it can have no others."""
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
