"""The pages that there are, with their anchors, as far as they are known; and the anchors that deliveries are given."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain, count

from portfolio.model.dates import PartialDate
from portfolio.model.entries import Entry, slugify
from portfolio.model.kinds import Delivery, Talk
from portfolio.reading.page_source import Source

_LETTERS = str.maketrans(
    dict(zip("øđħıłŧƀƃƈƌƒƙƚƞƥƫƭƴƶǥȥȴȵȶȷȼȿɀɇɉɋɍɏ", "odhiltbbcdfklnpttyzgzlntjcszejqry", strict=True))
    | {"ß": "sz", "æ": "ae", "œ": "oe", "ȸ": "db", "ȹ": "qp"}
)
"""What docutils makes of letters that have no form of their own in ASCII."""
_BEYOND = re.compile(r"^\(.+\)=|\{#|\{(?:include|eval-rst)\}|^[ \t>]*+:?name:", re.MULTILINE)
"""What gives a page anchors that are not made of its headings."""
_MORE = "-no"
"""Joins an anchor and a number where two deliveries have the same event and date."""
_NUMBERED = re.compile(r"id\d+")
"""What docutils numbers, as for a heading that the page has twice: such anchors change."""

Anchors = tuple[tuple[str, ...], tuple[str, ...]]
"""All anchors of a page as it was read, and those of its headings below the title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAnchors:
    """A page that there is.

    :ivar anchors: those that it has.
    :ivar whole: whether it has no others.
    :ivar promised: those of its anchors that are addresses to be kept.
    :ivar entry: what it is about, where that is known.
    """

    anchors: Set[str] = frozenset()
    whole: bool = True
    promised: Set[str] = frozenset()
    entry: Entry | None = None

    def has(self, anchor: str) -> bool:
        """Whether there is *anchor*, for all that is known."""
        return not self.whole or anchor in self.anchors


def as_written(source: Source, text: str) -> PageAnchors:
    """A page as its source *text* shows it, which may not be all."""
    entry, headings = source.entry, frozenset(map(of_heading, source.prose.headings))
    title = {of_heading(entry.title)} if entry else set[str]()
    whole = "" not in headings | title and not _BEYOND.search(text) and not (source.key and not entry)
    found = (headings | title | deliveries(source)) - {""}
    return PageAnchors(anchors=found, whole=whole, promised=found - title if entry else frozenset(), entry=entry)


def as_read(source: Source, anchors: Anchors | None) -> PageAnchors:
    """A page with the *anchors* that a build found; those of one with problems are not known."""
    if anchors is None or (source.key and not source.entry):
        return PageAnchors(whole=False)
    every, headings = map(frozenset, anchors)
    numbered = {anchor for anchor in headings if _NUMBERED.fullmatch(anchor)}
    kept = headings - (numbered - set(map(of_heading, source.prose.headings))) | deliveries(source)
    promised = kept if source.entry else frozenset()
    return PageAnchors(anchors=every | deliveries(source), promised=promised, entry=source.entry)


def of_heading(text: str) -> str:
    """The anchor that docutils makes of a heading's text (``nodes.make_id``); empty for none."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    folded = plain.encode("ascii", "ignore").decode("ascii")
    return re.sub(r"^[-0-9]+|-+$", "", re.sub("[^a-z0-9]+", "-", " ".join(folded.split())))


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
