"""Finds redirects that lead back to where they began."""

from __future__ import annotations

from collections.abc import Mapping

from .ledger import Address


def circles(following: Mapping[Address, Address]) -> set[Address]:
    """The addresses that are on a circle, where each leads to the one *following* it, if there is one."""
    found, seen = set[Address](), dict[Address, Address]()
    for start in following:
        way, address = list[Address](), start
        while address in following and address not in seen:
            seen[address] = start
            way.append(address)
            address = following[address]
        if seen.get(address) == start:
            found.update(way[way.index(address) :])
    return found
