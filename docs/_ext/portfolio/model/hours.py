"""Times of day, on the clocks of wherever something takes place."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from .dates import TO

_CLOCK = r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]"
HOURS = re.compile(rf"({_CLOCK})(?:{TO}({_CLOCK}))?")
"""What a time of day looks like, or a span within a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """A time of day, and where it is known the end of what begins then."""

    start: dt.time
    end: dt.time | None = None

    @classmethod
    def parse(cls, text: str) -> Hours:
        """Read ``HH:MM`` or ``HH:MM – HH:MM``; ``-``, ``–`` and ``to`` may stand between.

        :raises ValueError: with the reason, where *text* is no such time, or runs backwards.
        """
        found = HOURS.fullmatch(text.strip())
        if found is None:
            raise ValueError(f'"{text}" is not a time; write HH:MM or HH:MM – HH:MM, each from 00:00 to 23:59')
        start = dt.time.fromisoformat(found[1].zfill(5))
        end = dt.time.fromisoformat(found[2].zfill(5)) if found[2] else None
        if end and end <= start:
            raise ValueError(f'"{text}" does not end after it begins; write the earlier time first, or that alone')
        return cls(start=start, end=end)

    def __str__(self) -> str:
        return " – ".join(f"{clock:%H:%M}" for clock in (self.start, self.end) if clock)
