"""Bios of a length that organisers ask for: what counts as a word, and how far off a bio may be."""

from __future__ import annotations

import re


def length(argument: str) -> int:
    """The number of words that a bio should have.

    :raises ValueError: where *argument* is none.
    """
    if not re.fullmatch("0*[1-9][0-9]{0,4}", argument.strip()):
        raise ValueError(f'"{argument.strip()}" is no number of words; write 1 or more, as in {{bio}} 50')
    return int(argument)


def words(text: str) -> int:
    """How many words *text* has: what stands between blanks and holds a letter or a digit, as word processors count."""
    return sum(any(char.isalnum() for char in run) for run in text.split())


def misfit(wanted: int, text: str) -> str:
    """Why *text* is no bio of so many words, and the way out; empty where it is one, give or take a tenth."""
    found, least, most = words(text), wanted - wanted // 10, wanted + wanted // 10
    if least <= found <= most:
        return ""
    remedy = f"add {least - found}" if found < least else f"take out {found - most}"
    return f"the bio of {wanted} words has {found}, where {least} to {most} are allowed; {remedy}"


def paragraphs(text: str) -> list[str]:
    """The paragraphs of plain *text*, which blank lines part."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]
