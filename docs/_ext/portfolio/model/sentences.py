"""Sentences of prose: where one begins and ends, and as much of it as there is room for.

Where one ends follows Unicode's default rules (https://www.unicode.org/reports/tr29/#Sentence_Boundaries) in short;
those know no abbreviations, which are told apart here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .entries import Key

MOST = 240
"""How many characters of a sentence are shown."""
_OBJECT = "\ufffc"
"""What stands for a part that is no text yet: Unicode's object replacement character."""

_END = re.compile(r"[.!?…؟]+[\"'”’»)\]]*(?=\s)|[。！？]+[」』）]*")
_NEXT = re.compile(rf"\s*[^\w{_OBJECT}]*([\w{_OBJECT}])")
_ABBREVIATION = re.compile(
    r"\b(?:(?:[^\W\d_]\.\s?)*[^\W\d_]|approx|bzw|ca|cf|dr|fig|mr|mrs|ms|nr|prof|vgl|vs)\.$", re.IGNORECASE
)
"""What ends with a full stop although the sentence goes on: "e.g.", "z. B.", an initial, "Dr."."""

Part = str | Key
"""A part of a sentence: text, or an entry that is named without a text of its own, so that its title is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence that mentions an entry.

    :ivar mention: what the mention itself shows.
    """

    before: tuple[Part, ...]
    mention: Part
    after: tuple[Part, ...]

    @classmethod
    def of(cls, parts: Sequence[Part], at: int) -> Sentence:
        """The one around the part at place *at* of a paragraph; that part itself ends none."""
        texts = [part if isinstance(part, str) else _OBJECT for part in parts]
        start = len("".join(texts[:at]))
        first, last = _around("".join(texts), start, start + len(texts[at]))
        return cls(
            before=tuple(_cut(parts[:at], texts, 0, first, last)),
            mention=parts[at],
            after=tuple(_cut(parts[at + 1 :], texts[at + 1 :], start + len(texts[at]), first, last)),
        )


def shortened(before: str, mention: str, after: str, most: int = MOST) -> str:
    """The sentence without superfluous spaces, if it has at most so many characters; else as much around *mention*.

    It is cut between words; one word that is longer than all there is room for is cut itself.
    """
    text = " ".join(f"{before}{mention}{after}".split())
    if len(text) <= most:
        return text
    at = len(" ".join(f"{before}|".split())) - 1
    behind = at + len(" ".join(mention.split()))
    start = 0 if behind <= most else min(max(0, at - most // 3), len(text) - most)
    end = start + most
    if start and (space := text.find(" ", start, at)) >= 0:
        start = space + 1
    if end < len(text) and (space := text.rfind(" ", behind, end + 1)) >= 0:
        end = space
    return ("… " if start else "") + text[start:end].strip(" ,;:–-") + (" …" if end < len(text) else "")


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends in which ``text[start:end]`` stands."""
    ends = [found.end() for found in _END.finditer(text) if _is_end(text, found)]
    return max((each for each in ends if each <= start), default=0), min(
        (e for e in ends if e >= end), default=len(text)
    )


def _is_end(text: str, found: re.Match[str]) -> bool:
    """Whether a sentence ends with a mark: what follows begins with no small letter, what precedes is shortened not."""
    following = _NEXT.match(text, found.end())
    is_small = following is not None and following[1].islower()
    return not is_small and not _ABBREVIATION.search(text, max(0, found.end() - 20), found.end())


def _cut(parts: Sequence[Part], texts: Sequence[str], offset: int, first: int, last: int) -> Iterator[Part]:
    """What of *parts* lies between *first* and *last*, where their texts begin at *offset*."""
    for part, text in zip(parts, texts, strict=False):
        if first < offset + len(text) and offset < last:
            yield part if isinstance(part, Key) else part[max(0, first - offset) : last - offset]
        offset += len(text)
