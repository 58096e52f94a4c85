"""The numbers and letters before the items of a list, as its author wrote them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from string import ascii_lowercase

from docutils import nodes

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def marks(found: nodes.enumerated_list) -> Iterator[str]:
    """What stands before each item: "3.", "(C)" or "iii)"."""
    write = _WRITTEN.get(found.get("enumtype", "arabic"), str)
    for number, _ in enumerate(found.children, found.get("start", 1)):
        yield f"{found.get('prefix', '')}{write(number)}{found.get('suffix', '.')}"


def _letters(number: int) -> str:
    return _letters((number - 1) // 26) + ascii_lowercase[(number - 1) % 26] if number else ""


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


_WRITTEN: dict[str, Callable[[int], str]] = {
    "loweralpha": _letters,
    "upperalpha": lambda number: _letters(number).upper(),
    "lowerroman": _roman,
    "upperroman": lambda number: _roman(number).upper(),
}
