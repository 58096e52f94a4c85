"""The inventory of the site without the pages that no list names."""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection
from pathlib import Path

_HEADER = 4
_LINE = re.compile(r".+? \S+ -?\d+ (?P<uri>\S*) .*")


def leave_out(path: Path, addresses: Collection[str]) -> None:
    """Take all that is on the pages with these *addresses* out of the inventory at *path*.

    Its form is that of version 2, four lines and then one for each object, compressed
    (``sphinx.util.inventory.InventoryFile.dump``).
    """
    if not addresses or not path.is_file():
        return
    data = path.read_bytes()
    *header, body = data.split(b"\n", _HEADER)
    lines = zlib.decompress(body).decode().splitlines(keepends=True)
    kept = "".join(line for line in lines if not _is_on(line, addresses))
    path.write_bytes(b"\n".join([*header, zlib.compress(kept.encode(), 9)]))


def _is_on(line: str, addresses: Collection[str]) -> bool:
    found = _LINE.match(line)
    return found is not None and any(found["uri"] == each or found["uri"].startswith(f"{each}#") for each in addresses)
