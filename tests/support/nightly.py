"""Whether there is time for everything: "nox -s nightly" has it, and "nox -s tests" looks at examples."""

import os
from collections.abc import Iterable
from typing import TypeVar

NIGHTLY = "PORTFOLIO_NIGHTLY" in os.environ
T = TypeVar("T")


def by_day(count: int, *values: T) -> list[T]:
    """The first *count* of *values*, and by night all."""
    return [*values] if NIGHTLY else [*values[:count]]


def every(count: int, values: Iterable[T]) -> list[T]:
    """Of every *count* of *values* the first, and by night all."""
    return [*values] if NIGHTLY else [*values][::count]
