"""Finds the anchors of a page in its source, as far as they are certain without a build; gives deliveries theirs."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain, count

from portfolio.model.dates import PartialDate
from portfolio.model.entries import slugify
from portfolio.model.kinds import Delivery, Talk
from portfolio.reading.page_source import Source

_UNCERTAIN = re.compile(r"[^\x00-\x7f]")
"""Letters in headings that docutils replaces by others in its own way."""
_BEYOND = re.compile(r"^\(.+\)=|\{#|\{(?:include|eval-rst)\}|^[ \t>]*+:?name:", re.MULTILINE)
"""What gives a page anchors that are not made of its headings."""
_MORE = "-no"
"""Joins an anchor and a number where two deliveries have the same event and date."""
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


def apart(source: Source, published: Mapping[str, PartialDate | None]) -> Source:
    """*source* with deliveries each of which has an anchor that no heading and no other delivery has.

    :param published: the anchors of the page that are to be kept, each with the date of the delivery, if it is one's.
    """
    talk = source.entry
    if not isinstance(talk, Talk):
        return source
    headings = {slugify(heading) for heading in (talk.title, *source.prose.headings)}
    found = distribute(talk.deliveries, headings, published)
    if found == [each.anchor for each in talk.deliveries]:
        return source
    deliveries = (replace(each, apart=anchor) for each, anchor in zip(talk.deliveries, found, strict=True))
    return replace(source, front=replace(source.front, entry=replace(talk, deliveries=tuple(deliveries))))


def distribute(
    deliveries: Sequence[Delivery], headings: Set[str], published: Mapping[str, PartialDate | None]
) -> list[str]:
    """An anchor for each delivery: its id, or one of those that it can have, in time linear in their number.

    What is published goes to the delivery of the nearest date, so that none that is added later takes it over; then
    each takes the best that is left, in their order.
    """
    found = {number: str(each.id) for number, each in enumerate(deliveries) if each.id}
    able: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(deliveries):
        for anchor in each.anchors if number not in found else ():
            able[anchor].append(number)
    able |= {
        anchor: able[base] for anchor in published if _MORE in anchor and (base := anchor.rpartition(_MORE)[0]) in able
    }
    taken = {*headings, *found.values()}
    # Anchors with dates first: few can have them.
    for anchor in sorted(able.keys() & published.keys() - taken, key=lambda anchor: (-len(anchor), anchor)):
        date = published[anchor]
        free = [number for number in able[anchor] if number not in found]
        if free:
            found[min(free, key=lambda number: _days_between(deliveries[number], date))] = anchor
    taken |= published.keys()
    numbered: dict[str, Iterator[int]] = defaultdict(lambda: count(2))
    for number, each in enumerate(deliveries):
        if number not in found:
            *names, last = each.anchors
            more = (f"{last}{_MORE}{behind}" for behind in numbered[last])
            found[number] = next(name for name in chain(names, [last], more) if name not in taken)
            taken.add(found[number])
    return [found[number] for number in range(len(deliveries))]


def _days_between(delivery: Delivery, date: PartialDate | None) -> int:
    """How far a delivery is from *date*; 0 where that is not known."""
    return abs((delivery.date.start.earliest - date.earliest).days) if date else 0
